package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// Setting reads a preference of the person; "" where it was never set.
func (db *DB) Setting(ctx context.Context, name string) (value string, err error) {
	err = db.reader.QueryRowContext(ctx, `SELECT value FROM settings WHERE name = ?`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, err
}

// SetSetting keeps a preference. Preferences are no portfolio data: they are not in the change log.
func (db *DB) SetSetting(ctx context.Context, name, value string) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	_, err := db.writer.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, name, value)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("keep a setting: %w", err))
	}
	return nil
}

// Counts says how much the portfolio holds.
func (db *DB) Counts(ctx context.Context) (portfolio.Counts, error) { return countsIn(ctx, db.reader) }

// countsIn says how much a portfolio holds.
func countsIn(ctx context.Context, q querier) (c portfolio.Counts, err error) {
	err = q.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM programs), (SELECT count(*) FROM risks), (SELECT count(*) FROM milestones),
		(SELECT count(*) FROM objectives), (SELECT count(*) FROM status_updates), (SELECT count(*) FROM dependencies), (SELECT count(*) FROM change_sets)`).
		Scan(&c.Programs, &c.Risks, &c.Milestones, &c.Objectives, &c.StatusUpdates, &c.Dependencies, &c.ChangeSets)
	return c, err
}
