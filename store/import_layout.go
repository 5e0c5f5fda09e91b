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
	err := db.reader.QueryRowContext(ctx, `SELECT mapping, sheet, used_at FROM import_layouts WHERE key = ?`, key).Scan(&mapping, &layout.Sheet, &layout.UsedAt)
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

// ChosenSheets lists the layouts for which a person last chose a sheet of one of the names, the last used first; without their
// mappings.
func (db *DB) ChosenSheets(ctx context.Context, names []string) ([]portfolio.RememberedLayout, error) {
	list, err := json.Marshal(names)
	if err != nil {
		return nil, fmt.Errorf("read which sheets were chosen: %w", err)
	}
	scan := func(row scanner) (l portfolio.RememberedLayout, err error) {
		return l, row.Scan(&l.Key, &l.Sheet, &l.UsedAt)
	}
	chosen, err := collect(ctx, db.reader, scan, `SELECT key, sheet, used_at FROM import_layouts
		WHERE sheet <> '' AND sheet IN (SELECT value FROM json_each(?)) ORDER BY used_at DESC, key`, string(list))
	if err != nil {
		return nil, fmt.Errorf("read which sheets were chosen: %w", err)
	}
	return chosen, nil
}

// RememberLayout keeps how a person mapped the columns of a file and which sheet they chose, "" for none, in the place of what
// was kept for its key. It is a preference: not in the change log.
func (db *DB) RememberLayout(ctx context.Context, key, sheet string, mapping map[string]string) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	data, err := json.Marshal(mapping)
	if err != nil {
		return fmt.Errorf("keep how columns were mapped: %w", err)
	}
	_, err = db.writer.ExecContext(ctx, `INSERT INTO import_layouts (key, mapping, sheet, used_at) VALUES (?, ?, ?, ?)
		ON CONFLICT (key) DO UPDATE SET mapping = excluded.mapping, sheet = excluded.sheet, used_at = excluded.used_at`, key, string(data), sheet, portfolio.MillisOf(db.Now()))
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
