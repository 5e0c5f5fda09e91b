package store

import (
	"context"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// noon is the clock of the tests in this package: 2 February 2026.
var noon = time.Date(2026, time.February, 2, 12, 0, 0, 0, time.UTC)

// person is a write by hand.
var person = Write{Actor: portfolio.ByPerson, Why: "test"}

func mustOpen(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	db.Now = func() time.Time { return noon }
	return db
}

func openTemp(t testing.TB) *DB {
	t.Helper()
	db := mustOpen(t, t.TempDir()+"/portfolio.db")
	t.Cleanup(func() { mustClose(t, db) })
	return db
}

func mustClose(t testing.TB, db *DB) {
	t.Helper()
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

func mustSave(t testing.TB, db *DB, p portfolio.Program) portfolio.Program {
	t.Helper()
	saved, err := db.SaveProgram(context.Background(), person, p)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// execute changes a file behind the store's back, in the journal mode of other programs.
func execute(t *testing.T, path, statement string) {
	t.Helper()
	handle, err := connect(path, readWrite, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = handle.Close() }()
	for _, s := range []string{statement, `PRAGMA journal_mode = DELETE`} {
		if _, err := handle.ExecContext(t.Context(), s); err != nil {
			t.Fatal(err)
		}
	}
}

// dump is the whole portfolio as text, without what SQLite numbers for itself.
func dump(t testing.TB, db *DB) string {
	t.Helper()
	var out strings.Builder
	for _, entity := range portfolio.Entities {
		table := tables[entity]
		columns := append([]string{}, bookkeeping...)
		for _, field := range table.stored() {
			columns = append(columns, table.column(field))
		}
		for _, column := range table.folded {
			columns = append(columns, column)
		}
		rows, err := collect(context.Background(), db.reader, scanText,
			"SELECT json_array('"+table.name+"', "+strings.Join(columns, ", ")+") FROM "+table.name+" ORDER BY id")
		if err != nil {
			t.Fatal(err)
		}
		out.WriteString(strings.Join(rows, "\n") + "\n")
	}
	links, err := collect(context.Background(), db.reader, scanText,
		`SELECT json_array(program_id, objective_id) FROM program_objectives ORDER BY program_id, objective_id`)
	if err != nil {
		t.Fatal(err)
	}
	return out.String() + strings.Join(links, "\n")
}

// asJSON gives a value as JSON for comparison.
func asJSON(t testing.TB, value any) string {
	t.Helper()
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func ptr[T any](v T) *T { return &v }

// stopped stops an import half way, which costs the writer its connection.
func stopped(t *testing.T, db *DB) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	_, err := db.Import(ctx, incoming("name", portfolio.Program{Name: "A"}, portfolio.Program{Name: "B"}), ImportOptions{Progress: func(string, int, int) { cancel() }})
	if portfolio.ErrorCode(err) != portfolio.ECancelled {
		t.Fatalf("got %v, want that it was stopped", err)
	}
}

func exists(t *testing.T, path string) bool {
	t.Helper()
	_, err := os.Stat(path)
	return err == nil
}

func TestOpen_keepsAPortfolioThatWasOpenToOthersForItsOwner(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes of files")
	}
	path := filepath.Join(t.TempDir(), "portfolio.db")
	for range 2 {
		db, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		for _, beside := range []string{"", "-wal", "-shm"} {
			if info, err := os.Stat(path + beside); err != nil || info.Mode().Perm() != 0o600 {
				t.Errorf("portfolio.db%s: %v (%v)", beside, info, err)
			}
		}
		if err := errors.Join(db.Close(), os.Chmod(path, 0o644)); err != nil {
			t.Fatal(err)
		}
	}
}
