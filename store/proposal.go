package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// A proposal is from whom the answer is that it came with; a person has deleted that of an applied one, perhaps.
const selectProposal = `SELECT x.id, x.conversation_id, x.turn_id, coalesce((SELECT m.engine FROM messages m
	WHERE m.conversation_id = x.conversation_id AND m.turn_id = x.turn_id AND m.role = 'assistant'), ''),
	x.title, x.state, x.changes, x.created_at, x.change_set_id FROM proposals x`

// scanProposal reads a row of selectProposal.
func scanProposal(row scanner) (p portfolio.Proposal, err error) {
	var changes string
	if err := row.Scan(&p.ID, &p.ConversationID, &p.TurnID, &p.From, &p.Title, &p.State, &changes, &p.CreatedAt, &p.ChangeSetID); err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(changes), &p.Changes)
}

// Proposals lists what waits for a decision, oldest first.
func (db *DB) Proposals(ctx context.Context) ([]portfolio.Proposal, error) {
	return collect(ctx, db.reader, scanProposal, selectProposal+` WHERE x.state = 'waiting' ORDER BY x.created_at, x.id`)
}

// Proposal reads one proposal. It fails with ENotFound.
func (db *DB) Proposal(ctx context.Context, id string) (portfolio.Proposal, error) {
	found, err := collect(ctx, db.reader, scanProposal, selectProposal+` WHERE x.id = ?`, id)
	if err != nil {
		return portfolio.Proposal{}, err
	}
	if len(found) == 0 {
		return portfolio.Proposal{}, portfolio.Errorf(portfolio.ENotFound, "There is no proposal %q.", id)
	}
	return found[0], nil
}

// saveProposal stores a proposal with the answer that makes it; one that is stored already stays as it is.
func saveProposal(ctx context.Context, t writing, p *portfolio.Proposal) error {
	if p == nil {
		return nil
	}
	changes, err := json.Marshal(p.Changes)
	if err != nil {
		return fmt.Errorf("keep a proposal: %w", err)
	}
	_, err = t.ExecContext(ctx, `INSERT INTO proposals (id, conversation_id, turn_id, title, state, changes, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`, p.ID, p.ConversationID, p.TurnID, p.Title, p.State, string(changes), p.CreatedAt)
	return err
}

// Apply carries out a waiting proposal as one change set, by the same code as a hand edit: all rows, or those that only
// names, counted from 1. A row whose record changed since the agent read it, or that breaks a rule, is refused alone. It
// fails with ENotFound, with EConflict where the proposal no longer waits, with EInvalid for a row that there is not.
func (db *DB) Apply(ctx context.Context, id string, only []int) (portfolio.ApplyResult, error) {
	p, err := db.Proposal(ctx, id)
	result := portfolio.ApplyResult{EditResult: noRows()}
	if err != nil {
		return result, err
	}
	if err := checkApplicable(p, only); err != nil {
		return result, err
	}
	err = db.deciding(ctx, func() error {
		_, err := db.write(ctx, Write{Actor: portfolio.ByAgent, Why: p.Title}, func(t *tx) error { return t.carryOut(p, only, &result) })
		return err
	})
	if err != nil {
		return result, err
	}
	result.Proposal, err = db.Proposal(ctx, id)
	return result, err
}

// carryOut writes rows of a proposal, and that it was applied; where every row is refused it still waits.
func (t *tx) carryOut(p portfolio.Proposal, only []int, result *portfolio.ApplyResult) error {
	if err := t.applyAll(p.Changes, only, &result.EditResult); err != nil {
		return err
	}
	if len(result.Applied) == 0 {
		return nil
	}
	if _, err := t.exec(`UPDATE change_sets SET why = ? WHERE id = ?`, p.WhyOf(result.Applied), t.set); err != nil {
		return err
	}
	done, err := t.exec(`UPDATE proposals SET state = 'applied', change_set_id = ? WHERE id = ? AND state = 'waiting'`, t.set, p.ID)
	if err != nil {
		return err
	}
	if n, err := done.RowsAffected(); err != nil || n == 0 {
		return errors.Join(err, decided(p))
	}
	result.ChangeSet = t.set
	return nil
}

// Discard takes a waiting proposal off the list. It fails with ENotFound, and with EConflict where it no longer waits.
func (db *DB) Discard(ctx context.Context, id string) error {
	p, err := db.Proposal(ctx, id)
	if err != nil {
		return err
	}
	return db.deciding(ctx, func() error {
		done, err := db.writer.ExecContext(ctx, `UPDATE proposals SET state = 'discarded' WHERE id = ? AND state = 'waiting'`, id)
		if err != nil {
			return db.wrote(ctx, fmt.Errorf("discard a proposal: %w", err))
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, decided(p))
		}
		return nil
	})
}

// deciding runs a write after which other proposals may wait than before, and tells the listeners where they do.
func (db *DB) deciding(ctx context.Context, write func() error) error {
	db.proposing.Lock()
	defer db.proposing.Unlock()
	if err := write(); err != nil {
		return err
	}
	_ = db.tellWaiting(ctx, db.reader, false) // the write is done; where this fails, the watch will tell
	return nil
}

// tellWaiting tells the listeners where other proposals wait than they know of. The caller holds db.proposing.
func (db *DB) tellWaiting(ctx context.Context, from querier, external bool) error {
	waiting, err := waitingIDs(ctx, from)
	if err != nil || waiting == db.waiting {
		return err
	}
	db.waiting = waiting
	db.announce(Changed{Entities: []portfolio.Entity{}, Proposals: true, External: external})
	return nil
}

// waitingIDs gives the ids of the proposals that wait as one text.
func waitingIDs(ctx context.Context, from querier) (string, error) {
	ids, err := collect(ctx, from, func(row scanner) (id string, err error) { return id, row.Scan(&id) },
		`SELECT id FROM proposals WHERE state = 'waiting' ORDER BY id`)
	return strings.Join(ids, " "), err
}

// decided says that a proposal waits no longer.
func decided(p portfolio.Proposal) error {
	return portfolio.Errorf(portfolio.EConflict, "The proposal %q has been decided on already.", p.Title)
}

// checkApplicable refuses a proposal that was decided on, and rows that it does not have.
func checkApplicable(p portfolio.Proposal, only []int) error {
	if p.State != portfolio.ProposalWaiting {
		return decided(p)
	}
	for _, row := range only {
		if row < 1 || row > len(p.Changes) {
			return portfolio.Invalidf("The proposal has rows 1 to %d; there is no row %d.", len(p.Changes), row)
		}
	}
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
