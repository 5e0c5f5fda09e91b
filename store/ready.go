package store

import (
	"context"
	"database/sql"
	"sync"
)

// mostReady bounds how many statements are kept. A window asks about a dozen, again and again.
const mostReady = 100

// ready reads through statements that stay parsed and planned from one call to the next: parsing takes a tenth of the time
// of a page and half of the time of a program. It is a querier and safe for concurrent use.
type ready struct {
	pool *sql.DB

	mu         sync.Mutex
	statements map[string]*sql.Stmt
}

// QueryContext runs a query for rows.
func (r *ready) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	if statement := r.statement(ctx, query); statement != nil { //nolint:sqlclosecheck // it is kept, and closed with the pool
		return statement.QueryContext(ctx, args...)
	}
	return r.pool.QueryContext(ctx, query, args...)
}

// QueryRowContext runs a query for one row.
func (r *ready) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	if statement := r.statement(ctx, query); statement != nil { //nolint:sqlclosecheck // it is kept, and closed with the pool
		return statement.QueryRowContext(ctx, args...)
	}
	return r.pool.QueryRowContext(ctx, query, args...)
}

// statement gives the statement of a query. It gives nil where enough are kept already, and where the query cannot be
// parsed: the pool reports that better. Statements are closed with the pool.
func (r *ready) statement(ctx context.Context, query string) *sql.Stmt {
	r.mu.Lock()
	defer r.mu.Unlock()
	if statement := r.statements[query]; statement != nil || len(r.statements) >= mostReady {
		return statement
	}
	statement, err := r.pool.PrepareContext(ctx, query) //nolint:sqlclosecheck // it is kept, and closed with the pool
	if err != nil {
		return nil
	}
	if r.statements == nil {
		r.statements = map[string]*sql.Stmt{}
	}
	r.statements[query] = statement
	return statement
}
