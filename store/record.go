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
	rows, err := q.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	defer func() { _ = rows.Close() }() // rows.Err reports what matters
	out := []R{}
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

// remove deletes a record on which nothing hangs. It fails as unchanged does.
func (k kind[R]) remove(ctx context.Context, db *DB, w Write, id string, revision int64) error {
	_, err := db.write(ctx, w, func(t *tx) error {
		stored, err := k.unchanged(t, id, revision)
		if err != nil {
			return err
		}
		return t.drop(k.entity, stored)
	})
	return err
}

// checkRevision refuses to write over a record that changed since it was read.
func checkRevision(entity portfolio.Entity, label string, read, stored int64) error {
	if read == stored {
		return nil
	}
	return portfolio.Errorf(portfolio.EConflict, "The %s %q changed meanwhile; look at it again before you change it.", entity.Words(), label)
}

// save writes a record whole: new where before is nil, else the fields that differ. It returns the change set.
func (t *tx) save(entity portfolio.Entity, before, after any) (fields, error) {
	to, err := fieldsOf(entity, after)
	if err != nil {
		return nil, err
	}
	if before == nil {
		return t.create(entity, to, nil)
	}
	from, err := fieldsOf(entity, before)
	if err != nil {
		return nil, err
	}
	_, err = t.update(entity, from, to, nil)
	return to, err
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
