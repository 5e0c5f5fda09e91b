package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"portfolio-ai/store/portfolio"
)

const selectSavedView = `SELECT x.id, x.name, x.page, x.address, x.query, x.pinned, x.created_at, x.updated_at FROM saved_views x`

// scanSavedView reads a row of selectSavedView.
func scanSavedView(row scanner) (v portfolio.SavedView, err error) {
	var query string
	if err := row.Scan(&v.ID, &v.Name, &v.Page, &v.Address, &query, &v.Pinned, &v.CreatedAt, &v.UpdatedAt); err != nil {
		return v, err
	}
	if err := json.Unmarshal([]byte(query), &v.Query); err != nil {
		return v, fmt.Errorf("read the query of a saved view: %w", err)
	}
	return v, nil
}

// SavedViews lists all saved views by name.
func (db *DB) SavedViews(ctx context.Context) ([]portfolio.SavedView, error) {
	return collect(ctx, db.reader, scanSavedView, selectSavedView+` ORDER BY x.name_key, x.id`)
}

// SaveView keeps a new view (ID "") or overwrites a kept one. Views are preferences: they are not in the change log. It
// fails with EInvalid, with EConflict where another view of the page has the name, with ENotFound where it is gone.
func (db *DB) SaveView(ctx context.Context, v portfolio.SavedView) (portfolio.SavedView, error) {
	v.Name = strings.TrimSpace(v.Name)
	if err := v.Validate(); err != nil {
		return v, err
	}
	if err := db.mayWrite(); err != nil {
		return v, err
	}
	query, err := json.Marshal(v.Query)
	if err != nil {
		return v, fmt.Errorf("keep a view: %w", err)
	}
	key := portfolio.Fold(v.Name)
	taken := false
	err = db.writer.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM saved_views WHERE page = ? AND name_key = ? AND id <> ?)`, v.Page, key, v.ID).Scan(&taken)
	if err != nil {
		return v, db.wrote(ctx, fmt.Errorf("keep a view: %w", err))
	}
	if taken {
		return v, portfolio.Errorf(portfolio.EConflict, "There is a view %q already; choose another name.", v.Name)
	}
	v.UpdatedAt = portfolio.MillisOf(db.Now())
	if v.ID != "" {
		return v, db.changeView(ctx, v.ID, `UPDATE saved_views SET name = ?, name_key = ?, page = ?, address = ?, query = ?, pinned = ?, updated_at = ? WHERE id = ?`,
			v.Name, key, v.Page, v.Address, string(query), v.Pinned, v.UpdatedAt, v.ID)
	}
	v.ID, v.CreatedAt = uuid.Must(uuid.NewV7()).String(), v.UpdatedAt
	return v, db.changeView(ctx, v.ID, `INSERT INTO saved_views (id, name, name_key, page, address, query, pinned, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		v.ID, v.Name, key, v.Page, v.Address, string(query), v.Pinned, v.CreatedAt, v.UpdatedAt)
}

// DeleteView forgets a saved view. It fails with ENotFound where it is gone.
func (db *DB) DeleteView(ctx context.Context, id string) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	return db.changeView(ctx, id, `DELETE FROM saved_views WHERE id = ?`, id)
}

// changeView runs a statement that changes one view. It fails with ENotFound where there is none of that id.
func (db *DB) changeView(ctx context.Context, id, statement string, args ...any) error {
	done, err := db.writer.ExecContext(ctx, statement, args...)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("keep a view: %w", err))
	}
	n, err := done.RowsAffected()
	if err != nil {
		return fmt.Errorf("keep a view: %w", err)
	}
	if n == 0 {
		return portfolio.Errorf(portfolio.ENotFound, "There is no saved view %q any more.", id)
	}
	return nil
}
