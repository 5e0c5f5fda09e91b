package store

import (
	"context"
	"encoding/json"
	"fmt"

	"portfolio-ai/store/portfolio"
)

const selectChangeSet = `SELECT x.id, x.actor, x.why, x.written_at, x.as_of, x.reverts, x.state <> 'applied',
	(SELECT count(*) FROM changes WHERE change_set_id = x.id) FROM change_sets x`

// scanChangeSet reads a row of selectChangeSet.
func scanChangeSet(row scanner) (portfolio.ChangeSet, error) {
	s := portfolio.ChangeSet{Changes: []portfolio.Change{}}
	return s, row.Scan(&s.ID, &s.Actor, &s.Why, &s.WrittenAt, &s.AsOf, &s.Reverts, &s.Undone, &s.Count)
}

// Activity lists the change sets that the filter asks for, newest first, without their rows: at most limit of those before
// the number before, or of all where before is 0. It fails with EInvalid for a filter that makes no sense.
func (db *DB) Activity(ctx context.Context, filter portfolio.ActivityFilter, before int64, limit int) ([]portfolio.ChangeSet, error) {
	query, args, err := activitySQL(filter, before, limit)
	if err != nil {
		return nil, err
	}
	return collect(ctx, db.reader, scanChangeSet, query, args...)
}

// shownChanges is how many rows of one change set are read for display.
const shownChanges = 1000

// ChangeSet gives one change set with its first rows; Count says how many there are. It fails with ENotFound.
func (db *DB) ChangeSet(ctx context.Context, id int64) (portfolio.ChangeSet, error) {
	sets, err := collect(ctx, db.reader, scanChangeSet, selectChangeSet+` WHERE x.id = ?`, id)
	if err != nil {
		return portfolio.ChangeSet{}, err
	}
	if len(sets) == 0 {
		return portfolio.ChangeSet{}, portfolio.Errorf(portfolio.ENotFound, "There is no change %d.", id)
	}
	sets[0].Changes, err = collect(ctx, db.reader, scanChange, `SELECT c.entity, c.record_id, c.label, c.program_id, c.field, c.before, c.after,
			coalesce(p.name, '') FROM changes c LEFT JOIN programs p ON p.id = c.program_id
		WHERE c.change_set_id = ? ORDER BY c.seq LIMIT ?`, id, shownChanges)
	return sets[0], err
}

// scanChange reads a row of the change log as people see it.
func scanChange(row scanner) (c portfolio.Change, err error) {
	var before, after, program string
	if err := row.Scan(&c.Entity, &c.ID, &c.Label, &c.ProgramID, &c.Field, &before, &after, &program); err != nil {
		return c, err
	}
	c.Before, c.After = json.RawMessage(before), json.RawMessage(after)
	return asPeopleSee(c, program)
}

// asPeopleSee turns the creation of a status update into a change of its program, of the name given.
func asPeopleSee(c portfolio.Change, program string) (portfolio.Change, error) {
	if c.Entity != portfolio.EntityStatusUpdate || c.Field != portfolio.WholeRecord || !sameJSON(c.Before, nil) {
		return c, nil
	}
	var update portfolio.StatusUpdate
	if err := json.Unmarshal(c.After, &update); err != nil {
		return c, fmt.Errorf("read a posted update: %w", err)
	}
	c.ID, c.Label, c.Field, c.After = c.ProgramID, program, string(portfolio.EntityStatusUpdate), quoted(update.Text)
	return c, nil
}
