package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// ImportLayout says how a person mapped the columns when a file with this key was last taken in; nil where none was.
func (db *DB) ImportLayout(ctx context.Context, key string) (*portfolio.RememberedLayout, error) {
	layout := portfolio.RememberedLayout{Key: key}
	var mapping string
	err := db.reader.QueryRowContext(ctx, `SELECT mapping, used_at FROM import_layouts WHERE key = ?`, key).Scan(&mapping, &layout.UsedAt)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	if err == nil {
		err = json.Unmarshal([]byte(mapping), &layout.Mapping)
	}
	if err != nil {
		return nil, fmt.Errorf("read how columns were mapped: %w", err)
	}
	return &layout, nil
}

// RememberLayout keeps how a person mapped the columns of a file, in the place of what was kept for its key. It is a
// preference: not in the change log.
func (db *DB) RememberLayout(ctx context.Context, key string, mapping map[string]string) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	data, err := json.Marshal(mapping)
	if err != nil {
		return fmt.Errorf("keep how columns were mapped: %w", err)
	}
	_, err = db.writer.ExecContext(ctx, `INSERT INTO import_layouts (key, mapping, used_at) VALUES (?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET mapping = excluded.mapping, used_at = excluded.used_at`, key, string(data), portfolio.MillisOf(db.Now()))
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("keep how columns were mapped: %w", err))
	}
	return nil
}

// NewestAsOf is the newest day that facts in force are as of, before which none can be added; not reported in an empty
// portfolio.
func (db *DB) NewestAsOf(ctx context.Context) (day portfolio.Date, err error) {
	if err := db.reader.QueryRowContext(ctx, newestAsOf).Scan(&day); err != nil {
		return "", fmt.Errorf("read the newest day of the portfolio: %w", err)
	}
	return day, nil
}
