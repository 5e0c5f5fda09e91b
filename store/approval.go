package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"portfolio-ai/store/portfolio"
)

// Apply carries out a waiting proposal as it is proposed: all rows, or those that only names; see Approve.
func (db *DB) Apply(ctx context.Context, id string, only []int) (portfolio.ApplyResult, error) {
	return db.Approve(ctx, id, portfolio.Approval{Only: only})
}

// Approve carries out a waiting proposal as one change set, by the same code as a hand edit, with the values of the person
// where they edited a row. A row whose record changed since the agent read it, that breaks a rule, or that changes nothing
// is refused alone. It fails with ENotFound, with EConflict where the proposal no longer waits, with EInvalid for a row that
// there is not or that has no value to edit.
func (db *DB) Approve(ctx context.Context, id string, a portfolio.Approval) (portfolio.ApplyResult, error) {
	p, err := db.Proposal(ctx, id)
	result := portfolio.ApplyResult{EditResult: noRows()}
	if err != nil {
		return result, err
	}
	changes, err := approved(p, a)
	if err != nil {
		return result, err
	}
	if _, err := db.BackupSoon(ctx, portfolio.BeforeApply); err != nil {
		return result, err
	}
	err = db.deciding(ctx, func() error {
		_, err := db.write(ctx, Write{Actor: portfolio.ByAgent, Why: p.Title}, func(t *tx) error { return t.carryOut(p, changes, a, &result) })
		return err
	})
	if err != nil {
		return result, err
	}
	result.Proposal, err = db.Proposal(ctx, id)
	return result, err
}

// approved gives the rows of a proposal with the values of the person in them.
func approved(p portfolio.Proposal, a portfolio.Approval) ([]portfolio.Change, error) {
	if p.State != portfolio.ProposalWaiting {
		return nil, decided(p)
	}
	rows := slices.Clone(a.Only)
	for _, e := range a.Edited {
		rows = append(rows, e.Row)
	}
	for _, row := range rows {
		if row < 1 || row > len(p.Changes) {
			return nil, portfolio.Invalidf("The proposal has rows 1 to %d; there is no row %d.", len(p.Changes), row)
		}
	}
	changes := slices.Clone(p.Changes)
	for _, e := range a.Edited {
		after, err := edited(changes[e.Row-1], e.Value)
		if err != nil {
			return nil, err
		}
		changes[e.Row-1].After = after
	}
	return changes, nil
}

// edited gives what a row brings where a person edited it. Of a record to create, only fields that people fill in are taken.
func edited(c portfolio.Change, value json.RawMessage) (json.RawMessage, error) {
	switch {
	case c.Deletes():
		return nil, portfolio.Invalidf("A deletion has no value to edit.")
	case !json.Valid(value):
		return nil, portfolio.Invalidf("What was entered for the %s of %s cannot be read.", c.FieldWords(), c.Label)
	case !c.Creates():
		return value, nil
	}
	record, put := fields{}, fields{}
	if err := json.Unmarshal(c.After, &record); err != nil {
		return nil, portfolio.Invalidf("The proposal does not say what it creates.")
	}
	if err := json.Unmarshal(value, &put); err != nil {
		return nil, portfolio.Invalidf("A %s is edited field by field.", c.Entity.Words())
	}
	for field := range put {
		if !slices.Contains(tables[c.Entity].logged, field) || field == "program_id" {
			return nil, portfolio.Invalidf("A %s has no field %q that could be edited.", c.Entity.Words(), field)
		}
	}
	maps.Copy(record, put)
	return record.whole(), nil
}

// carryOut writes rows of a proposal, and that it was applied; where every row is refused it still waits.
func (t *tx) carryOut(p portfolio.Proposal, changes []portfolio.Change, a portfolio.Approval, result *portfolio.ApplyResult) error {
	rows := []int{}
	for i, c := range changes {
		switch row := i + 1; {
		case a.Only != nil && !slices.Contains(a.Only, row):
		case isField(c) && sameJSON(c.Before, c.After):
			result.Refused = append(result.Refused, portfolio.RefusedRow{Row: row, Reason: changesNothing})
		default:
			rows = append(rows, row)
		}
	}
	if err := t.applyAll(changes, rows, &result.EditResult); err != nil {
		return err
	}
	if len(result.Applied) == 0 {
		return nil
	}
	if t.seq == 0 { // what was entered comes to what is there, but for spaces
		for _, row := range result.Applied {
			result.Refused = append(result.Refused, portfolio.RefusedRow{Row: row, Reason: changesNothing})
		}
		result.Applied = []int{}
		return nil
	}
	return t.decide(p, a, result)
}

// changesNothing says why a row was not written that a person edited back to what the record holds.
const changesNothing = "The record holds that already."

// decide notes what became of a proposal of which rows were written.
func (t *tx) decide(p portfolio.Proposal, a portfolio.Approval, result *portfolio.ApplyResult) error {
	d := portfolio.Decision{Applied: result.Applied, Refused: result.Refused, Edited: []portfolio.EditedRow{}}
	for _, e := range a.Edited {
		if a.Only == nil || slices.Contains(a.Only, e.Row) {
			d.Edited = append(d.Edited, e)
		}
	}
	decision, err := json.Marshal(d)
	if err != nil {
		return fmt.Errorf("keep a decision: %w", err)
	}
	if _, err := t.exec(`UPDATE change_sets SET why = ? WHERE id = ?`, p.WhyOf(result.Applied), t.set); err != nil {
		return err
	}
	done, err := t.exec(`UPDATE proposals SET state = 'applied', change_set_id = ?, decision = ? WHERE id = ? AND state = 'waiting'`, t.set, string(decision), p.ID)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, decided(p))
	}
	result.ChangeSet = t.set
	return nil
}

// applyWhole creates or deletes a record, or posts an update.
func (t *tx) applyWhole(c portfolio.Change) error {
	keeper := keepers[c.Entity]
	if keeper.save == nil {
		return portfolio.Invalidf("%q is no kind of record.", string(c.Entity))
	}
	if c.Field == string(portfolio.EntityStatusUpdate) {
		_, err := t.saveUpdate(nil, portfolio.StatusUpdate{ProgramID: c.ID, Date: t.asOf, Text: fields{"text": c.After}.text("text")})
		return err
	}
	if sameJSON(c.After, nil) {
		before := fields{}
		if err := json.Unmarshal(c.Before, &before); err != nil {
			return portfolio.Invalidf("The proposal does not say what it deletes.")
		}
		record, err := keeper.read(t, c.ID)
		if err != nil {
			return err
		}
		if record.number("revision") != before.number("revision") {
			return changedMeanwhile(c.Entity, c.Label)
		}
		return keeper.remove(t, c.ID)
	}
	record := fields{}
	if err := json.Unmarshal(c.After, &record); err != nil {
		return portfolio.Invalidf("The proposal does not say what it creates.")
	}
	if id := record.text("id"); id != "" {
		if _, err := keeper.read(t, id); err == nil {
			return portfolio.Errorf(portfolio.EConflict, "There is a %s %q already.", c.Entity.Words(), id)
		}
	}
	record["created_at"], record["updated_at"], record["revision"] = json.RawMessage("0"), json.RawMessage("0"), json.RawMessage("0")
	return keeper.save(t, record)
}
