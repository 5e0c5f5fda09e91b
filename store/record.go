package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// querier is a pool or a transaction to read from.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// scanner is a row to scan: *sql.Row or *sql.Rows.
type scanner interface{ Scan(dest ...any) error }

// collect reads all rows of a query. The result is never nil.
func collect[R any](ctx context.Context, q querier, scan func(scanner) (R, error), query string, args ...any) ([]R, error) {
	return collectUpTo(ctx, 0, q, scan, query, args...)
}

// collectUpTo is collect with room for so many rows from the start: growing copies large rows again and again.
func collectUpTo[R any](ctx context.Context, most int, q querier, scan func(scanner) (R, error), query string, args ...any) ([]R, error) {
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // rows.Err reports what matters
	out := make([]R, 0, most)
	for rows.Next() {
		record, err := scan(rows)
		if err != nil {
			return nil, err
		}
		out = append(out, record)
	}
	return out, rows.Err()
}

// kind is how the records of one entity are read.
type kind[R any] struct {
	entity portfolio.Entity
	query  string // SELECT … FROM … x
	scan   func(scanner) (R, error)
	of     func(R) (label string, revision int64)
}

// one reads a record by its id. It fails with ENotFound.
func (k kind[R]) one(ctx context.Context, q querier, id string) (R, error) {
	record, err := k.scan(q.QueryRowContext(ctx, k.query+" WHERE x.id = ?", id))
	if errors.Is(err, sql.ErrNoRows) {
		return record, portfolio.NotFound(k.entity, id)
	}
	if err != nil {
		return record, fmt.Errorf("read a %s: %w", k.entity.Words(), err)
	}
	return record, nil
}

// unchanged reads a record that is about to be written over. It fails with ENotFound, and with EConflict where the
// revision is not the stored one.
func (k kind[R]) unchanged(t *tx, id string, revision int64) (R, error) {
	record, err := k.one(t.ctx, t, id)
	if err != nil {
		return record, err
	}
	label, stored := k.of(record)
	return record, checkRevision(k.entity, label, revision, stored)
}

// record names a stored record as it was read; the zero value stands for one that is to be created.
type record struct {
	id       string
	revision int64
}

// saveOne creates or changes one record in a change set of its own, and gives it as it is then stored.
func saveOne[R any](ctx context.Context, db *DB, w Write, k kind[R], after R, read record, save func(*tx, *R, R) (string, error)) (R, error) {
	_, err := db.write(ctx, w, func(t *tx) error {
		var before *R
		if read.id != "" {
			stored, err := k.unchanged(t, read.id, read.revision)
			if err != nil {
				return err
			}
			before = &stored
		}
		var err error
		read.id, err = save(t, before, after)
		return err
	})
	if err != nil {
		return after, err
	}
	return k.one(ctx, db.reader, read.id)
}

// removeOne deletes one record, and what hangs on it, in a change set of its own.
func removeOne[R any](ctx context.Context, db *DB, w Write, k kind[R], read record, remove func(*tx, R) error) error {
	_, err := db.write(ctx, w, func(t *tx) error {
		stored, err := k.unchanged(t, read.id, read.revision)
		if err != nil {
			return err
		}
		return remove(t, stored)
	})
	return err
}

// checkRevision refuses to write over a record that changed since it was read.
func checkRevision(entity portfolio.Entity, label string, read, stored int64) error {
	if read == stored {
		return nil
	}
	return changedMeanwhile(entity, label)
}

// changedMeanwhile says that a record is not what it was when it was read.
func changedMeanwhile(entity portfolio.Entity, label string) error {
	return portfolio.Errorf(portfolio.EConflict, "The %s %q changed meanwhile; look at it again before you change it.", entity.Words(), label)
}

// save writes a record whole: new where before is nil, else the fields that differ. It returns the id. When a new record was
// written, and by which change set, is not for whoever sends it to say.
func save[R any](t *tx, entity portfolio.Entity, before *R, after R) (id string, err error) {
	to, err := fieldsOf(entity, after)
	if err != nil {
		return "", err
	}
	if before == nil {
		to["created_at"], to["updated_at"], to["revision"] = nil, nil, nil
		created, err := t.create(entity, to, nil)
		return created.text("id"), err
	}
	from, err := fieldsOf(entity, *before)
	if err != nil {
		return "", err
	}
	_, err = t.update(entity, from, to, nil)
	return from.text("id"), err
}

// takeIn writes a new record as a file has it.
func takeIn[R any](t *tx, entity portfolio.Entity, record R) error {
	f, err := fieldsOf(entity, record)
	if err != nil {
		return err
	}
	_, err = t.create(entity, f, nil)
	return err
}

// mustHold fails with ENotFound where there is no such program.
func (t *tx) mustHold(programID string) error {
	_, err := programs.one(t.ctx, t, programID)
	return err
}

// drop deletes a record.
func (t *tx) drop(entity portfolio.Entity, record any) error {
	from, err := fieldsOf(entity, record)
	if err != nil {
		return err
	}
	return t.remove(entity, from)
}

// dropAll deletes records.
func dropAll[R any](t *tx, entity portfolio.Entity, records []R) error {
	for _, record := range records {
		if err := t.drop(entity, record); err != nil {
			return err
		}
	}
	return nil
}
