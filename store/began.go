package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// Began gives the day as of which a program came into the portfolio; of "" the first day that the change log tells of. It is
// not reported where there is none.
func (db *DB) Began(ctx context.Context, program string) (day portfolio.Date, err error) {
	query, args := `SELECT coalesce(min(as_of), '') FROM change_sets WHERE state = 'applied' AND reverts IS NULL`, []any{}
	if program != "" {
		query = `SELECT s.as_of FROM changes c JOIN change_sets s ON s.id = c.change_set_id
			WHERE c.entity = 'program' AND c.record_id = ? AND c.field = '*' AND c.before = 'null' AND s.reverts IS NULL AND s.state = 'applied'
			ORDER BY s.id DESC LIMIT 1`
		args = append(args, program)
	}
	err = db.reader.QueryRowContext(ctx, query, args...).Scan(&day)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	if err != nil {
		return "", fmt.Errorf("read when the log begins: %w", err)
	}
	return day, nil
}
