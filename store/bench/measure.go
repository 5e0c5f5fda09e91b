package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"portfolio-ai/store"
)

// Rounds says how often a work is done: Least times, and on until Budget is used, but at most Most times.
type Rounds struct {
	Least, Most int
	Budget      time.Duration
}

// Portfolio measures opening a portfolio of n programs and every work on it. Folder keeps the generated file from one run
// to the next; what is measured is a copy.
func Portfolio(ctx context.Context, reference *Reference, folder string, n int, rounds Rounds) (rows []Row, err error) {
	scratch, err := os.MkdirTemp(folder, "run-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(scratch)
	path, err := Copy(ctx, folder, n, scratch)
	if err != nil {
		return nil, err
	}
	if rows, err = openings(ctx, reference, scratch, path, rounds); err != nil {
		return nil, err
	}
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer db.Close()
	for _, w := range works(n) {
		row, err := Race(rounds, Row{Work: w.name, Ratio: w.wanted}, func() (time.Duration, int, error) {
			start := time.Now()
			records, err := w.ours(ctx, db)
			return time.Since(start), records, err
		}, func() (time.Duration, int, error) {
			return reference.do(job{File: path, Write: w.write, Statements: w.reference})
		})
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// Attempt does a work once and gives its time and the number of records that it found.
type Attempt func() (time.Duration, int, error)

// Race does a work here and in the reference in turn, and another one first in each round. The first round warms up and
// does not count. Both must find the same number of records.
func Race(rounds Rounds, row Row, ours, reference Attempt) (Row, error) {
	began := time.Now()
	for round := 0; round <= rounds.Least || round <= rounds.Most && time.Since(began) < rounds.Budget; round++ {
		var times [2]time.Duration
		var records [2]int
		for turn := range times {
			side := (round + turn) % 2
			var err error
			if times[side], records[side], err = []Attempt{ours, reference}[side](); err != nil {
				return row, fmt.Errorf("%s: %w", row.Work, err)
			}
		}
		if records[0] != records[1] {
			return row, fmt.Errorf("%s: %d records here, %d in the reference: not the same work", row.Work, records[0], records[1])
		}
		if round > 0 {
			row.Ours, row.Reference = append(row.Ours, times[0]), append(row.Reference, times[1])
		}
	}
	return row, nil
}

// Copy puts a copy of the portfolio of n programs into a folder and gives its path.
func Copy(ctx context.Context, kept string, n int, into string) (path string, err error) {
	from, err := File(ctx, kept, n)
	if err != nil {
		return "", err
	}
	in, err := os.Open(from)
	if err != nil {
		return "", err
	}
	defer in.Close()
	path = filepath.Join(into, filepath.Base(from))
	out, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return "", err
	}
	if _, err := io.Copy(out, in); err != nil {
		_ = out.Close() // the first error says what happened
		return "", err
	}
	return path, out.Close()
}
