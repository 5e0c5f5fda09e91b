package store

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/golang-migrate/migrate/v4/database/sqlite"

	"portfolio-ai/store/migrations"
	"portfolio-ai/store/portfolio"
)

var update = flag.Bool("update", false, "rewrite golden files")

// schemaText is everything that a portfolio file is made of, in the order in which it was created.
func schemaText(t *testing.T, path string) string {
	t.Helper()
	handle, err := connect(path, readWrite, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = handle.Close() }()
	statements, err := collect(t.Context(), handle, scanText,
		`SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_search_*' OR type = 'trigger' ORDER BY rowid`)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(statements, "\n\n") + "\n"
}

func TestOpen_schemaIsTheGoldenOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	mustClose(t, mustOpen(t, path))
	got := schemaText(t, path)
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the migrations make another schema than schema.sql; run go test ./store -update and read the difference\n%s", got)
	}
}

func TestMigrations_upDownUpGivesTheSameSchema(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	mustClose(t, mustOpen(t, path))
	before := schemaText(t, path)
	for _, direction := range []string{"down", "up"} {
		handle, err := connect(path, readWrite, 1)
		if err != nil {
			t.Fatal(err)
		}
		m, err := migrator(handle, current)
		if err != nil {
			t.Fatal(err)
		}
		if direction == "down" {
			err = m.Down()
		} else {
			err = m.Up()
		}
		if err != nil {
			t.Fatalf("%s: %v", direction, err)
		}
		if _, err := m.Close(); err != nil {
			t.Fatal(err)
		}
		if text := schemaText(t, path); direction == "down" && strings.Contains(text, "programs") {
			t.Errorf("down leaves something behind:\n%s", text)
		}
	}
	// schema_migrations is made once, so only the rest is compared.
	cut := func(text string) string { _, rest, _ := strings.Cut(text, "CREATE TABLE programs"); return rest }
	if after := schemaText(t, path); cut(after) != cut(before) {
		t.Errorf("up after down gives another schema:\n%s", after)
	}
}

// nextSchema is the current schema with one more step.
func nextSchema(step string) schema {
	files := fstest.MapFS{}
	err := fs.WalkDir(migrations.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(migrations.Files, name)
		files[name] = &fstest.MapFile{Data: data}
		return err
	})
	if err != nil {
		panic(err)
	}
	newest := current.newest + 1
	files[fmt.Sprintf("%04d_next.up.sql", newest)] = &fstest.MapFile{Data: []byte(step)}
	files[fmt.Sprintf("%04d_next.down.sql", newest)] = &fstest.MapFile{Data: []byte("DROP TABLE next;")}
	return schema{files: files, newest: newest}
}

func TestMigrate_copiesAnExistingPortfolioFirst(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	db := mustOpen(t, path)
	mustSave(t, db, portfolio.Program{Name: "Aurora"})
	mustClose(t, db)
	if err := migrateFile(t.Context(), path, nextSchema("CREATE TABLE next (x);"), time.Now()); err != nil {
		t.Fatal(err)
	}
	copies, err := filepath.Glob(filepath.Join(filepath.Dir(path), "backups", "*-before-migration"+BackupEnding))
	if err != nil || len(copies) != 1 {
		t.Fatalf("want one copy, got %v (%v)", copies, err)
	}
	old := mustOpen(t, copies[0])
	defer mustClose(t, old)
	if counts, err := old.Counts(t.Context()); err != nil || counts.Programs != 1 {
		t.Errorf("the copy holds %d programs (%v), want 1", counts.Programs, err)
	}
}

func TestMigrate_failedStepLeavesTheFileUsableAndCanBeTriedAgain(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	mustClose(t, mustOpen(t, path))
	if err := migrateFile(t.Context(), path, nextSchema("CREATE TABLE next (x); SELECT no_such_column FROM programs;"), time.Now()); err == nil {
		t.Fatal("a broken step went through")
	}
	mustClose(t, mustOpen(t, path))
	if err := migrateFile(t.Context(), path, nextSchema("CREATE TABLE next (x);"), time.Now()); err != nil {
		t.Errorf("the mended step fails: %v", err)
	}
}

func TestMigrate_thatEndsRightAfterAStepLeavesItTaken(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	mustClose(t, mustOpen(t, path))
	handle, err := connect(path, readWrite, 1)
	if err != nil {
		t.Fatal(err)
	}
	driver, err := sqlite.WithInstance(handle, &sqlite.Config{})
	if err != nil {
		t.Fatal(err)
	}
	const step = "CREATE TABLE next (x);"
	to := nextSchema(step)
	steps := &wholeSteps{Driver: driver, handle: handle}
	// What the library would still do, once more write the number, never happens.
	if err := errors.Join(steps.SetVersion(to.newest, true), steps.Run(strings.NewReader(step)), handle.Close()); err != nil {
		t.Fatal(err)
	}
	if at, done, err := look(t.Context(), path, to); err != nil || !done {
		t.Errorf("the file is at %+v (%v), want the step taken", at, err)
	}
}

func TestOpen_refusesWhatIsNoPortfolioAndLeavesItAlone(t *testing.T) {
	newer := func(t *testing.T, path string) {
		mustClose(t, mustOpen(t, path))
		execute(t, path, `UPDATE schema_migrations SET version = version + 1`)
	}
	cases := []struct {
		name string
		make func(t *testing.T, path string)
		code portfolio.Code
		says string
	}{
		{"text", func(t *testing.T, path string) { write(t, path, strings.Repeat("no database at all\n", 200)) }, portfolio.EDamaged, "is not a portfolio file"},
		{"another program's database", func(t *testing.T, path string) { execute(t, path, `CREATE TABLE bookmarks (x)`) }, portfolio.EDamaged, "database of another program"},
		{"newer schema", newer, portfolio.ENewer, "newer version of Portfolio AI"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "portfolio.db")
			c.make(t, path)
			before, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			beside, err := os.ReadDir(filepath.Dir(path))
			if err != nil {
				t.Fatal(err)
			}
			_, err = Open(context.Background(), path)
			if portfolio.ErrorCode(err) != c.code || !strings.Contains(err.Error(), c.says) {
				t.Fatalf("got %v, want a sentence with %q", err, c.says)
			}
			after, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if string(after) != string(before) {
				t.Error("the file was changed")
			}
			entries, err := os.ReadDir(filepath.Dir(path))
			if err != nil || len(entries) != len(beside) {
				t.Errorf("something was left beside the file: %v (%v)", entries, err)
			}
		})
	}
}

func TestOpen_fileIsForItsOwnerOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "portfolio.db")
	db := mustOpen(t, path)
	defer mustClose(t, db)
	mustSave(t, db, portfolio.Program{Name: "Aurora"})
	for _, file := range []string{path, path + "-wal", path + "-shm"} {
		info, err := os.Stat(file)
		if err != nil {
			t.Fatal(err)
		}
		if info.Mode().Perm() != 0o600 {
			t.Errorf("%s has mode %o, want 600", filepath.Base(file), info.Mode().Perm())
		}
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the folder has mode %v (%v), want 700", info.Mode().Perm(), err)
	}
}

func TestOpen_takesAnyPathByItsLetter(t *testing.T) {
	for _, name := range []string{"with space", "a%20b", "a#b", "a?b=c&d", "ümläut 漢字", "quote'\"s", " -x", "100%", "a;b", "👩‍👩‍👧", "e\u0301",
		strings.Repeat("long ", 50) + "name", strings.Repeat("漢", 80), strings.Repeat("deep and deeper/", 13) + "end"} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name, "portfolio.db")
			db := mustOpen(t, path)
			mustSave(t, db, portfolio.Program{Name: "Aurora"})
			var foreignKeys int
			if err := db.writer.QueryRowContext(t.Context(), `PRAGMA foreign_keys`).Scan(&foreignKeys); err != nil || foreignKeys != 1 {
				t.Errorf("the pragmas were lost (%v)", err)
			}
			b := mustBackup(t, db)
			mustSave(t, db, portfolio.Program{Name: "Borealis"})
			mustRestore(t, db, b.Path, portfolio.RestoreReplace)
			if counts, err := db.Counts(t.Context()); err != nil || counts.Programs != 1 || b.Problem != "" {
				t.Errorf("put back from %+v: %+v (%v)", b, counts, err)
			}
			mustClose(t, db)
			first, _, _ := strings.Cut(name, "/")
			entries, err := os.ReadDir(dir)
			if err != nil || len(entries) != 1 || entries[0].Name() != first {
				t.Errorf("the folder is %v (%v), want %q", entries, err, first)
			}
		})
	}
}

func TestOpen_saysWhereAPathIsTooLongForTheBackupsBesideIt(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, strings.Repeat("deep and deeper/", 30), "portfolio.db")
	if _, err := Open(t.Context(), path); portfolio.ErrorCode(err) != portfolio.EStorage || !strings.Contains(err.Error(), "too long") {
		t.Errorf("got %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 0 {
		t.Errorf("it made %v (%v)", entries, err)
	}
}

func TestOpen_reportsAFolderThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	write(t, file, "x")
	if _, err := Open(t.Context(), filepath.Join(file, "sub", "portfolio.db")); portfolio.ErrorCode(err) != portfolio.EStorage {
		t.Errorf("got %v, want a storage error", err)
	}
	if os.Geteuid() == 0 {
		t.Log("not shown for a folder without write permission: root may write everywhere")
		return
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), filepath.Join(dir, "portfolio.db")); portfolio.ErrorCode(err) != portfolio.EStorage {
		t.Errorf("got %v, want a storage error", err)
	}
}
