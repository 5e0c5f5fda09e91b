package store

import "context"

// child is a record of a program that is to be saved.
type child[R any] struct {
	record   R
	id       string // "" creates
	program  string
	revision int64                            // as it was read
	settle   func(before, after R) (R, error) // brings fields together and validates
}

// saveChild creates a record of a program or writes the fields that differ, and gives it as it is stored.
func saveChild[R any](ctx context.Context, db *DB, w Write, k kind[R], c child[R]) (R, error) {
	_, err := db.write(ctx, w, func(t *tx) error {
		var stored R
		var before any
		if c.id != "" {
			read, err := k.unchanged(t, c.id, c.revision)
			if err != nil {
				return err
			}
			stored, before = read, read
		}
		settled, err := c.settle(stored, c.record)
		if err != nil {
			return err
		}
		if _, err := programs.one(ctx, t, c.program); err != nil {
			return err
		}
		saved, err := t.save(k.entity, before, settled)
		if err != nil {
			return err
		}
		c.id = saved.text("id")
		return nil
	})
	if err != nil {
		return c.record, err
	}
	return k.one(ctx, db.reader, c.id)
}
