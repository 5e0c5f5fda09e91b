package store

import (
	"context"
	"fmt"
)

// Version gives the newest change set, 0 in an empty portfolio: what was read under one version is the same as long as
// the version is. Every write to a record raises it, whichever process wrote.
func (db *DB) Version(ctx context.Context) (version int64, err error) {
	err = db.reader.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM change_sets`).Scan(&version)
	if err != nil {
		return 0, fmt.Errorf("read the version of the portfolio: %w", err)
	}
	return version, nil
}
