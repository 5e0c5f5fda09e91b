package bench

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"time"

	"portfolio-ai/store"
)

// openings measures what comes before the first question: making a new file with its schema, and opening one that is there.
func openings(ctx context.Context, reference *Reference, scratch, path string, rounds Rounds) ([]Row, error) {
	schema, err := schemaOf(ctx, path)
	if err != nil {
		return nil, fmt.Errorf("read the schema: %w", err)
	}
	made := 0
	fresh := func() string {
		made++
		return filepath.Join(scratch, fmt.Sprintf("new-%d.db", made))
	}
	created, err := Race(rounds, Row{Work: "new file: open and migrate"}, func() (time.Duration, int, error) {
		return opened(ctx, fresh())
	}, func() (time.Duration, int, error) {
		return reference.do(job{File: fresh(), Fresh: true, Write: true, Statements: append([]statement{{SQL: `SELECT 1`}}, schema...)})
	})
	if err != nil {
		return nil, err
	}
	warm, err := Race(rounds, Row{Work: "file that is there: open and ask"}, func() (time.Duration, int, error) {
		return opened(ctx, path)
	}, func() (time.Duration, int, error) {
		return reference.do(job{File: path, Fresh: true, Statements: []statement{{SQL: `SELECT max(id) FROM change_sets`}}})
	})
	return []Row{created, warm}, err
}

// opened opens a portfolio, asks for its version, and closes it outside the time.
func opened(ctx context.Context, path string) (time.Duration, int, error) {
	start := time.Now()
	db, err := store.Open(ctx, path)
	if err != nil {
		return 0, 0, err
	}
	_, err = db.Version(ctx)
	took := time.Since(start)
	if err != nil {
		return 0, 0, err
	}
	return took, 1, db.Close()
}

// schemaOf gives the statements that make an empty file of the same schema. The tables that search keeps for itself come
// with it.
func schemaOf(ctx context.Context, path string) ([]statement, error) {
	db, err := sql.Open("sqlite", fileURL(path))
	if err != nil {
		return nil, err
	}
	defer db.Close()
	rows, err := db.QueryContext(ctx, `SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
		AND (type = 'trigger' OR name NOT GLOB '*_search_*') ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var schema []statement
	for rows.Next() {
		var s statement
		if err := rows.Scan(&s.SQL); err != nil {
			return nil, err
		}
		schema = append(schema, s)
	}
	return schema, rows.Err()
}
