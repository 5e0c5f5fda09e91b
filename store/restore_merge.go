package store

import (
	"context"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// merge brings what is missing here and what is newer in the backup into the portfolio, as one change set, and by the rules
// of a hand edit. A record that breaks one, as a key that another record has by now, is refused alone.
func (db *DB) merge(ctx context.Context, old *openedBackup, why string) (refused []portfolio.RefusedRow, err error) {
	_, err = db.write(ctx, Write{Actor: portfolio.ByPerson, Why: why}, func(t *tx) error {
		result := noRows()
		row := 0
		for d, err := range db.differences(ctx, old, portfolio.RestoreMerge) {
			if err != nil {
				return err
			}
			row++
			if err := t.takeOver(d); err != nil {
				err = refuse(&result, row, fmt.Errorf("%s %q: %w", d.entity.Words(), shortened(d.then.text(tables[d.entity].label)), err))
				if err != nil {
					return err
				}
			}
		}
		refused = result.Refused
		return nil
	})
	return refused, err
}

// takeOver writes a record as it is in a backup. An update that comes back was posted before: what it declared is in the
// program, or was changed since.
func (t *tx) takeOver(d difference) error {
	if d.entity != portfolio.EntityStatusUpdate {
		return keepers[d.entity].save(t, d.then)
	}
	if d.now != nil {
		_, err := t.update(d.entity, d.now, d.then, nil)
		return err
	}
	if _, err := programs.one(t.ctx, t, d.then.text("program_id")); err != nil {
		return err
	}
	_, err := t.create(d.entity, d.then, nil)
	return err
}
