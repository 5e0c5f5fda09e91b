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

// takeBackAfter takes back every change set whose facts became true after the day. As as_of never runs backwards, these are
// the newest ones in force; what was undone later is not in the portfolio of the day either.
func (t *tx) takeBackAfter(day portfolio.Date) error {
	return t.takeBack("x.as_of > :last", "x.state = 'applied' AND x.reverts IS NULL", sql.Named("last", day))
}

// takeBackTo gives what stood there right after a change set, also where that was undone later.
func (t *tx) takeBackTo(set int64) error {
	return t.takeBack("x.id > :last", "1", sql.Named("last", set))
}

// takeBack takes change sets out of the log without a trace, the newest ones. Their writes are taken back where inForce holds.
func (t *tx) takeBack(later, inForce string, last sql.NamedArg) error {
	undone, err := collect(t.ctx, t, scanChangeSet, selectChangeSet+` WHERE `+inForce+` AND `+later+` ORDER BY x.id DESC`, last)
	if err != nil {
		return err
	}
	for _, set := range undone {
		if err := t.replay(set, true, (*tx).apply); err != nil {
			return err
		}
	}
	for _, statement := range []string{
		`PRAGMA defer_foreign_keys = ON`, // a change set and the one that reverts it go in any order
		`DELETE FROM proposals`, `DELETE FROM conversations`,
		`DELETE FROM changes WHERE change_set_id IN (SELECT x.id FROM change_sets x WHERE ` + later + `)`,
		`DELETE FROM change_sets AS x WHERE ` + later,
	} {
		if _, err := t.exec(statement, last); err != nil {
			return err
		}
	}
	return nil
}

// AsOf is the day on which a portfolio from LookBack or Assuming stands; not reported for the portfolio of today.
func (db *DB) AsOf() portfolio.Date { return db.past }

// mayWrite refuses to write to the past, and to a file that is no longer the one at its path: what is written to that is
// gone when it is closed, though nothing fails before.
func (db *DB) mayWrite() error {
	if db.past != "" {
		return portfolio.Invalidf("This is the portfolio as of %s, which can only be read; go back to today to change something.", db.past)
	}
	if at, err := os.Stat(db.path); db.opened != nil && (err != nil || !os.SameFile(at, db.opened)) {
		return portfolio.Errorf(portfolio.EStorage,
			"The portfolio %s was moved, deleted or replaced while it was open; nothing was changed. Put it back, or open Portfolio AI again.", db.path)
	}
	return nil
}
