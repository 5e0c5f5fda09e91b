package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"portfolio-ai/store/portfolio"
)

// compareBackup says what putting a backup back would change.
func (db *DB) compareBackup(ctx context.Context, old *openedBackup, o RestoreOptions) (result portfolio.RestoreResult, err error) {
	result = portfolio.RestoreResult{Backup: old.of, Rows: []portfolio.Change{}, Refused: []portfolio.RefusedRow{}}
	if result.Counts, err = db.Counts(ctx); err != nil {
		return result, err
	}
	for difference, err := range db.differences(ctx, old, o.Mode) {
		if err != nil {
			return result, err
		}
		switch {
		case difference.now == nil:
			result.Comes++
		case difference.then == nil:
			result.Goes++
		default:
			result.Changes++
		}
		for _, row := range difference.rows() {
			if len(result.Rows) < o.Rows {
				result.Rows = append(result.Rows, row)
			}
		}
	}
	return result, nil
}

// difference is a record that is otherwise in a backup: now is nil where it is only there, then where it is only here.
type difference struct {
	entity    portfolio.Entity
	now, then fields
}

// rows tells a difference as rows of the change log do.
func (d difference) rows() []portfolio.Change {
	table := tables[d.entity]
	record := d.now
	if record == nil {
		record = d.then
	}
	row := portfolio.Change{Entity: d.entity, ID: record.text("id"), Label: shortened(record.text(table.label)), Field: portfolio.WholeRecord}
	if table.program != "" {
		row.ProgramID = record.text(table.program)
	}
	switch {
	case d.now == nil:
		row.Before, row.After = json.RawMessage("null"), d.then.whole()
		return []portfolio.Change{row}
	case d.then == nil:
		row.Before, row.After = d.now.whole(), json.RawMessage("null")
		return []portfolio.Change{row}
	}
	var out []portfolio.Change
	for _, field := range table.logged {
		if !bytes.Equal(d.now[field], d.then[field]) {
			row.Field, row.Before, row.After = field, json.RawMessage(orNull(d.now[field])), json.RawMessage(orNull(d.then[field]))
			out = append(out, row)
		}
	}
	return out
}

// differences gives every record that putting a backup back would change. A merge takes only what is missing here, and what
// was written later in the backup.
func (db *DB) differences(ctx context.Context, old *openedBackup, mode portfolio.RestoreMode) iter.Seq2[difference, error] {
	return func(yield func(difference, error) bool) {
		now, err := db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
		if err != nil {
			yield(difference{}, fmt.Errorf("begin to compare: %w", err))
			return
		}
		defer func() { _ = now.Rollback() }() // nothing was written
		for _, entity := range restoreOrder {
			for d, err := range differencesOf(ctx, now, old.reader, entity) {
				if err == nil && mode == portfolio.RestoreMerge && !d.missingOrNewer() {
					continue
				}
				if !yield(d, err) || err != nil {
					return
				}
			}
		}
	}
}

// missingOrNewer reports whether a merge takes the record of the backup.
func (d difference) missingOrNewer() bool {
	return d.then != nil && (d.now == nil || d.then.number("updated_at") > d.now.number("updated_at"))
}

// restoreOrder has a record after those that it belongs to.
var restoreOrder = []portfolio.Entity{
	portfolio.EntityObjective, portfolio.EntityProgram, portfolio.EntityRisk, portfolio.EntityMilestone,
	portfolio.EntityStatusUpdate, portfolio.EntityDependency,
}

// differencesOf walks through the records of an entity here and in a backup, both by id.
func differencesOf(ctx context.Context, now, then querier, entity portfolio.Entity) iter.Seq2[difference, error] {
	return func(yield func(difference, error) bool) {
		here, stopHere := iter.Pull2(everyRecord[entity](ctx, now))
		defer stopHere()
		there, stopThere := iter.Pull2(everyRecord[entity](ctx, then))
		defer stopThere()
		a, errA, okA := here()
		b, errB, okB := there()
		for okA || okB {
			if err := errors.Join(errA, errB); err != nil {
				yield(difference{}, fmt.Errorf("compare the %ss: %w", entity.Words(), err))
				return
			}
			d := difference{entity: entity}
			if okA && (!okB || a.text("id") <= b.text("id")) {
				d.now = a
			}
			if okB && (!okA || b.text("id") <= a.text("id")) {
				d.then = b
			}
			if (d.now == nil || d.then == nil || len(d.rows()) > 0) && !yield(d, nil) {
				return
			}
			if d.now != nil {
				a, errA, okA = here()
			}
			if d.then != nil {
				b, errB, okB = there()
			}
		}
	}
}
