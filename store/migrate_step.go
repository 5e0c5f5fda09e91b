package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"

	"github.com/golang-migrate/migrate/v4/database"
)

// wholeSteps takes each migration and writes its number in one transaction. The driver that it stands before writes the
// number first, marked as under way, then takes the step, and then removes the mark: a process that ended before that left
// a step that was taken and did not look so, which failed for ever when it was tried again.
type wholeSteps struct {
	database.Driver
	handle *sql.DB
	next   int // the number that the step under way leads to; below 0 is the state before the first migration
}

// SetVersion writes the number of a step, unless the step did.
func (w *wholeSteps) SetVersion(version int, underWay bool) error {
	if underWay {
		w.next = version
		return nil
	}
	if stored, marked, err := w.Version(); err == nil && stored == version && !marked {
		return nil
	}
	return w.Driver.SetVersion(version, false)
}

// Run takes a step and writes its number, or does neither.
func (w *wholeSteps) Run(step io.Reader) error {
	statements, err := io.ReadAll(step)
	if err != nil {
		return fmt.Errorf("read a migration: %w", err)
	}
	ctx := context.Background() // the library hands none on
	t, err := w.handle.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	if err := takeStep(ctx, t, string(statements), w.next); err != nil {
		return errors.Join(err, t.Rollback())
	}
	return t.Commit()
}

// takeStep runs the statements of a step and writes the number that it leads to.
func takeStep(ctx context.Context, t *sql.Tx, statements string, number int) error {
	if _, err := t.ExecContext(ctx, statements); err != nil {
		return fmt.Errorf("step to schema %d: %w", number, err)
	}
	if _, err := t.ExecContext(ctx, `DELETE FROM schema_migrations`); err != nil || number < 0 {
		return err
	}
	_, err := t.ExecContext(ctx, `INSERT INTO schema_migrations (version, dirty) VALUES (?, 0)`, number)
	return err
}
