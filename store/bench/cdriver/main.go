// Command cdriver is the reference that the store is measured against: SQLite in C, as github.com/mattn/go-sqlite3 binds
// it. It is a program and a module of its own, so that Portfolio AI neither links nor requires that driver. It reads one
// JSON request a line, does what it says, and answers with one JSON line: how long it took and how many rows there were.
package main

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"time"

	_ "github.com/mattn/go-sqlite3" // registers the "sqlite3" driver
)

// request is one job. It is done on the connection of the file, which is opened before the clock starts; Fresh opens one
// for this job alone, and the opening counts.
type request struct {
	File       string      `json:"file"`
	Fresh      bool        `json:"fresh"`
	Write      bool        `json:"write"` // in one transaction
	Statements []statement `json:"statements"`
}

// statement is SQL with its arguments. The rows that it gives are read to the end, all columns.
type statement struct {
	SQL  string `json:"sql"`
	Args []any  `json:"args"`
}

// response says what a job took, and why it failed where it did.
type response struct {
	Nanoseconds int64  `json:"nanoseconds"`
	Rows        []int  `json:"rows"` // of each statement
	Error       string `json:"error"`
}

func main() {
	open := map[string]*sql.DB{}
	requests, responses := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var r request
		if err := requests.Decode(&r); err != nil {
			return // whoever asks has closed the pipe
		}
		if err := responses.Encode(answer(context.Background(), open, r)); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
	}
}

// answer does one job.
func answer(ctx context.Context, open map[string]*sql.DB, r request) response {
	var start time.Time
	rows, err := func() (rows []int, err error) {
		db := open[r.File]
		if r.Fresh {
			start = time.Now()
		}
		if r.Fresh || db == nil {
			if db, err = connect(ctx, r.File); err != nil {
				return nil, err
			}
		}
		if r.Fresh {
			defer db.Close()
		} else {
			open[r.File] = db
			start = time.Now()
		}
		return run(ctx, db, r)
	}()
	result := response{Nanoseconds: time.Since(start).Nanoseconds(), Rows: rows}
	if err != nil {
		result.Error = err.Error()
	}
	return result
}

// connect opens a file with the settings of the store.
func connect(ctx context.Context, path string) (*sql.DB, error) {
	query := url.Values{"_busy_timeout": {"5000"}, "_journal_mode": {"WAL"}, "_synchronous": {"FULL"}, "_foreign_keys": {"1"}, "_txlock": {"immediate"}}
	db, err := sql.Open("sqlite3", (&url.URL{Scheme: "file", OmitHost: true, Path: path, RawQuery: query.Encode()}).String())
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	return db, db.PingContext(ctx)
}

// run runs the statements of a job.
func run(ctx context.Context, db *sql.DB, r request) ([]int, error) {
	if !r.Write {
		return readAll(ctx, db, r.Statements)
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	rows, err := readAll(ctx, tx, r.Statements)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback())
	}
	return rows, tx.Commit()
}

// querier is a connection or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// readAll runs statements one after the other and counts the rows of each.
func readAll(ctx context.Context, q querier, statements []statement) (counts []int, err error) {
	for _, s := range statements {
		n, err := count(ctx, q, s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.SQL, err)
		}
		counts = append(counts, n)
	}
	return counts, nil
}

// count reads every value of every row.
func count(ctx context.Context, q querier, s statement) (n int, err error) {
	rows, err := q.QueryContext(ctx, s.SQL, s.Args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	values, targets := make([]any, len(names)), make([]any, len(names))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return 0, err
		}
		n++
	}
	return n, rows.Err()
}
