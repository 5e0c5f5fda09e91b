package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// Undo takes back the newest change set in force, as one step, and gives it. The records are exactly as they were
// before, revision and time included. A change set without rows, which tells of a restore, is passed by. It fails with ENotFound where nothing is left to undo.
func (db *DB) Undo(ctx context.Context) (portfolio.ChangeSet, error) {
	return db.revert(ctx, `SELECT max(id) FROM change_sets x WHERE state = 'applied' AND reverts IS NULL
		AND EXISTS (SELECT 1 FROM changes WHERE change_set_id = x.id)`, "undo", true)
}

// Redo puts the change set back that was undone last. It fails with ENotFound where there is none, or where something
// else was written since.
func (db *DB) Redo(ctx context.Context) (portfolio.ChangeSet, error) {
	return db.revert(ctx, `SELECT min(id) FROM change_sets WHERE state = 'undone'`, "redo", false)
}

// revert replays the change set that find names, backwards or forwards, as a change set of its own with the same day.
func (db *DB) revert(ctx context.Context, find, verb string, backwards bool) (portfolio.ChangeSet, error) {
	var id sql.NullInt64
	if err := db.reader.QueryRowContext(ctx, find).Scan(&id); err != nil {
		return portfolio.ChangeSet{}, fmt.Errorf("find what to %s: %w", verb, err)
	}
	if !id.Valid {
		return portfolio.ChangeSet{}, portfolio.Errorf(portfolio.ENotFound, "There is nothing to %s.", verb)
	}
	set, err := db.ChangeSet(ctx, id.Int64)
	if err != nil {
		return set, err
	}
	state := map[bool]string{true: "undone", false: "applied"}[backwards]
	w := Write{Actor: portfolio.ByPerson, Why: set.Why, AsOf: set.AsOf, reverts: set.ID}
	_, err = db.write(ctx, w, func(t *tx) error {
		result, err := t.exec(`UPDATE change_sets SET state = ? WHERE id = ? AND state <> ?`, state, set.ID, state)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, portfolio.Errorf(portfolio.EConflict, "Another window was faster; look at the newest state and try again."))
		}
		return t.replay(set, backwards, (*tx).take)
	})
	set.Undone = backwards
	return set, err
}

// step is what replaying does to one record: it comes, it goes, or some of its fields change.
type step struct {
	rows      []logged // turned the way in which they are replayed
	revision  int64
	updatedAt int64
	links     json.RawMessage // the objectives that the program names after the last step
}

// logged is a row of the change log with what undo needs.
type logged struct {
	portfolio.Change
	revisionBefore int64
	updatedBefore  int64
}

// replay hands a change set, turned forwards or backwards, step by step to do.
func (t *tx) replay(set portfolio.ChangeSet, backwards bool, do func(*tx, step) error) error {
	rows, err := t.logRows(set.ID)
	if err != nil {
		return err
	}
	steps := steps(rows, set, backwards)
	links, err := linksAfter(steps)
	if err != nil {
		return err
	}
	// Programs name objectives, and a change set may rename, delete and create those again. So the programs let go of them,
	// the objectives come, change and go in the order of the log, and then each program names what it names at the end.
	for program := range links {
		if _, err := t.exec(`DELETE FROM program_objectives WHERE program_id = ?`, program); err != nil {
			return err
		}
	}
	slices.SortStableFunc(steps, func(a, b step) int { return a.phase() - b.phase() })
	for _, s := range steps {
		s.links = links[s.rows[0].ID]
		if err := do(t, s); err != nil {
			return err
		}
	}
	return nil
}

// linksAfter gives, for the programs whose objectives the steps write, the names that each has after the last one.
func linksAfter(steps []step) (map[string]json.RawMessage, error) {
	links := map[string]json.RawMessage{}
	for _, s := range steps {
		for _, row := range s.rows {
			switch {
			case row.Entity != portfolio.EntityProgram:
			case row.Field == linked:
				links[row.ID] = row.After
			case row.Field == portfolio.WholeRecord:
				record := fields{}
				if err := json.Unmarshal(row.After, &record); err != nil {
					return nil, fmt.Errorf("read a logged record: %w", err)
				}
				links[row.ID] = record[linked]
				if record == nil { // deleted
					links[row.ID] = json.RawMessage("[]")
				}
			}
		}
	}
	return links, nil
}

// logRows reads the rows of a change set.
func (t *tx) logRows(set int64) ([]logged, error) {
	scan := func(row scanner) (l logged, err error) {
		var before, after string
		err = row.Scan(&l.Entity, &l.ID, &l.Label, &l.ProgramID, &l.Field, &before, &after, &l.revisionBefore, &l.updatedBefore)
		l.Before, l.After = json.RawMessage(before), json.RawMessage(after)
		return l, err
	}
	return collect(t.ctx, t, scan, `SELECT entity, record_id, label, program_id, field, before, after, revision_before, updated_before
		FROM changes WHERE change_set_id = ? ORDER BY seq`, set)
}

// steps turns rows the way in which they are replayed, and joins neighbouring rows of one record, because its fields
// change together.
func steps(rows []logged, set portfolio.ChangeSet, backwards bool) []step {
	if backwards {
		slices.Reverse(rows)
	}
	var out []step
	for _, row := range rows {
		s := step{revision: set.ID, updatedAt: int64(set.WrittenAt)}
		if backwards {
			row.Before, row.After = row.After, row.Before
			s.revision, s.updatedAt = row.revisionBefore, row.updatedBefore
		}
		s.rows = []logged{row}
		if n := len(out) - 1; n >= 0 && out[n].joins(row) {
			out[n].rows = append(out[n].rows, row)
			continue
		}
		out = append(out, s)
	}
	return out
}

// joins reports whether a row was written together with the rows of the step: fields of one record in one state.
func (s step) joins(row logged) bool {
	first := s.rows[0]
	return first.Field != portfolio.WholeRecord && row.Field != portfolio.WholeRecord &&
		first.Entity == row.Entity && first.ID == row.ID && first.revisionBefore == row.revisionBefore
}

// goes reports whether the step deletes its record.
func (s step) goes() bool {
	return s.rows[0].Field == portfolio.WholeRecord && string(s.rows[0].After) == "null"
}

// phase orders steps: objectives before everything else.
func (s step) phase() int {
	if s.rows[0].Entity == portfolio.EntityObjective {
		return 0
	}
	return 1
}

// take writes one step and logs its rows.
func (t *tx) take(s step) error {
	if err := t.apply(s); err != nil {
		return err
	}
	for _, row := range s.rows {
		if err := t.logAgain(row); err != nil {
			return err
		}
	}
	return nil
}

// apply writes one step to the tables.
func (t *tx) apply(s step) error {
	first := s.rows[0]
	if s.goes() {
		return t.delete(first.Entity, first.ID)
	}
	if first.Field == portfolio.WholeRecord {
		record := fields{}
		if err := json.Unmarshal(first.After, &record); err != nil {
			return fmt.Errorf("read a logged record: %w", err)
		}
		if _, ok := record[linked]; ok {
			record[linked] = s.links
		}
		return t.insert(first.Entity, record)
	}
	values := fields{}
	for _, row := range s.rows {
		values[row.Field] = row.After
		if row.Field == linked {
			values[linked] = s.links
		}
	}
	return t.put(first.Entity, first.ID, values, s.revision, s.updatedAt)
}

// logAgain logs a row of an earlier change set as a row of this one.
func (t *tx) logAgain(row logged) error {
	record := fields{"id": quoted(row.ID), tables[row.Entity].label: quoted(row.Label)}
	if key := tables[row.Entity].program; key != "" {
		record[key] = quoted(row.ProgramID)
	}
	return t.log(row.Entity, record, row.Field, row.Before, row.After, "", row.revisionBefore, row.updatedBefore)
}
