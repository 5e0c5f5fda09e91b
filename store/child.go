package store

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// child is a record of a program that is to be saved.
type child[R any] struct {
	record   R
	id       string // "" creates
	program  string
	label    string
	revision int64 // as it was read
	read     func(querier, string) (R, int64, error)
	settle   func(before, after R) (R, error) // brings fields together and validates; nil where there is nothing to do
}

// saveChild creates a record of a program or writes the fields that differ. It gives the id of the record.
func saveChild[R any](ctx context.Context, db *DB, w Write, entity portfolio.Entity, c child[R]) (string, error) {
	_, err := db.write(ctx, w, func(t *tx) error {
		if _, err := one(ctx, t, scanProgram, portfolio.EntityProgram, selectProgram, c.program); err != nil {
			return err
		}
		var stored R
		var before any
		if c.id != "" {
			read, revision, err := c.read(t, c.id)
			if err != nil {
				return err
			}
			if err := checkRevision(entity, c.label, c.revision, revision); err != nil {
				return err
			}
			stored, before = read, read
		}
		if c.settle != nil {
			var err error
			if c.record, err = c.settle(stored, c.record); err != nil {
				return err
			}
		}
		saved, err := t.save(entity, before, c.record)
		if err != nil {
			return err
		}
		c.id = saved.text("id")
		return nil
	})
	return c.id, err
}
