package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"portfolio-ai/store/portfolio"
)

// LookBack gives the portfolio as it was at the end of a past day: a copy in a temporary file, from which the change sets
// with a later as_of are taken back, assessed as of that day. It can only be read, its clock stands on the day, and
// closing it removes it. It fails with EInvalid for a day that is not past.
func (db *DB) LookBack(ctx context.Context, day portfolio.Date) (*DB, error) {
	if day >= db.Today() {
		return nil, portfolio.Invalidf("%s is not past; look back to an earlier day.", day)
	}
	return db.copyFor(ctx, day, (*tx).takeBackAfter)
}

// Assuming gives the portfolio as it is, assessed as if it were another day, in the form that LookBack gives.
func (db *DB) Assuming(ctx context.Context, day portfolio.Date) (*DB, error) {
	return db.copyFor(ctx, day, func(*tx, portfolio.Date) error { return nil })
}

// copyFor makes a copy that stands on a day, changed by prepare.
func (db *DB) copyFor(ctx context.Context, day portfolio.Date, prepare func(*tx, portfolio.Date) error) (_ *DB, err error) {
	noon, ok := day.Time()
	if !ok {
		return nil, portfolio.Invalidf("%q is not a date; write it as YYYY-MM-DD.", string(day))
	}
	folder, err := os.MkdirTemp("", "portfolio-ai-*")
	if err != nil {
		return nil, portfolio.Errorf(portfolio.EStorage, "No room for a copy of the portfolio (%s); free some space in the folder for temporary files.", reason(err))
	}
	clock := time.Date(noon.Year(), noon.Month(), noon.Day(), 12, 0, 0, 0, time.Local)
	then := &DB{Now: func() time.Time { return clock }, path: filepath.Join(folder, filepath.Base(db.path)), past: day, folder: folder}
	defer func() {
		if err != nil {
			err = errors.Join(err, then.Close())
		}
	}()
	if err := db.copyTo(ctx, then.path); err != nil {
		return nil, err
	}
	if then.writer, err = connect(then.path, readWrite, 1); err != nil {
		return nil, err
	}
	if then.reader, err = connect(then.path, read, readers); err != nil {
		return nil, err
	}
	then.lists.pool = then.reader
	if err := then.settle(ctx, day, prepare); err != nil {
		return nil, then.wrote(ctx, fmt.Errorf("look back to %s: %w", day, err))
	}
	return then, then.Reassess(ctx)
}

// copyTo writes a copy that need not outlive the program, on a connection of its own: writers go on meanwhile.
func (db *DB) copyTo(ctx context.Context, path string) error {
	source, err := connect(db.path, inspect, 1)
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		return errors.Join(fmt.Errorf("begin the copy: %w", err), source.Close())
	}
	_, err = source.ExecContext(ctx, `VACUUM INTO ?`, path)
	if err != nil {
		err = db.wrote(ctx, fmt.Errorf("copy the portfolio: %w", err))
	}
	return errors.Join(err, source.Close())
}

// settle turns a fresh copy into the portfolio of a day.
func (db *DB) settle(ctx context.Context, day portfolio.Date, prepare func(*tx, portfolio.Date) error) error {
	sqlTx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = sqlTx.Rollback() }() // does nothing after a commit
	if err := prepare(newTx(ctx, sqlTx, db.Now()), day); err != nil {
		return err
	}
	return sqlTx.Commit()
}

// takeBackAfter takes back, without a trace, every change set whose facts became true after the day. As as_of never runs
// backwards, these are the newest ones.
func (t *tx) takeBackAfter(day portfolio.Date) error {
	later, err := collect(t.ctx, t, scanChangeSet, selectChangeSet+` WHERE x.state = 'applied' AND x.reverts IS NULL AND x.as_of > ? ORDER BY x.id DESC`, day)
	if err != nil {
		return err
	}
	for _, set := range later {
		if err := t.replay(set, true, (*tx).apply); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		`PRAGMA defer_foreign_keys = ON`, // a change set and the one that reverts it go in any order
		`DELETE FROM proposals`, `DELETE FROM conversations`,
		`DELETE FROM changes WHERE change_set_id IN (SELECT id FROM change_sets WHERE as_of > :day)`,
		`DELETE FROM change_sets WHERE as_of > :day`,
	} {
		if _, err := t.exec(statement, sql.Named("day", day)); err != nil {
			return err
		}
	}
	return nil
}

// AsOf is the day on which a portfolio from LookBack or Assuming stands; not reported for the portfolio of today.
func (db *DB) AsOf() portfolio.Date { return db.past }

// refusePast refuses to write to the past.
func (db *DB) refusePast() error {
	if db.past == "" {
		return nil
	}
	return portfolio.Invalidf("This is the portfolio as of %s, which can only be read; go back to today to change something.", db.past)
}
