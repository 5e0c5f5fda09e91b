// Package storetest opens real portfolio files for tests.
package storetest

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// Now is the clock of the portfolios that Open makes: noon UTC of 2 February 2026.
var Now = time.Date(2026, time.February, 2, 12, 0, 0, 0, time.UTC)

// Open makes an empty portfolio in a temporary folder. It is closed when the test ends.
func Open(tb testing.TB) *store.DB {
	tb.Helper()
	db, err := store.Open(context.Background(), filepath.Join(tb.TempDir(), "portfolio.db"))
	if err != nil {
		tb.Fatal(err)
	}
	db.Now = func() time.Time { return Now }
	tb.Cleanup(func() {
		if err := db.Close(); err != nil {
			tb.Errorf("close: %v", err)
		}
	})
	return db
}

// Newer makes a portfolio as a newer program would leave it, in a temporary folder, and gives its path: it holds a program,
// and its schema is one that this program does not know.
func Newer(tb testing.TB) string {
	tb.Helper()
	path := filepath.Join(tb.TempDir(), "portfolio.db")
	db, err := store.Open(context.Background(), path)
	if err != nil {
		tb.Fatal(err)
	}
	MustProgram(tb, db, portfolio.Program{Name: "Aurora"})
	if err := db.Close(); err != nil {
		tb.Fatal(err)
	}
	handle, err := sql.Open("sqlite", path)
	if err != nil {
		tb.Fatal(err)
	}
	_, err = handle.ExecContext(context.Background(), `UPDATE schema_migrations SET version = version + 1`)
	if err := errors.Join(err, handle.Close()); err != nil {
		tb.Fatal(err)
	}
	return path
}

// Person is a write by hand.
var Person = store.Write{Actor: portfolio.ByPerson, Why: "test"}

// MustProgram stores a program.
func MustProgram(tb testing.TB, db *store.DB, p portfolio.Program) portfolio.Program {
	tb.Helper()
	saved, err := db.SaveProgram(context.Background(), Person, p)
	if err != nil {
		tb.Fatal(err)
	}
	return saved
}

// MustRisk stores a risk.
func MustRisk(tb testing.TB, db *store.DB, r portfolio.Risk) portfolio.Risk {
	tb.Helper()
	saved, err := db.SaveRisk(context.Background(), Person, r)
	if err != nil {
		tb.Fatal(err)
	}
	return saved
}

// MustMilestone stores a milestone.
func MustMilestone(tb testing.TB, db *store.DB, m portfolio.Milestone) portfolio.Milestone {
	tb.Helper()
	saved, err := db.SaveMilestone(context.Background(), Person, m)
	if err != nil {
		tb.Fatal(err)
	}
	return saved
}
