package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// checked makes a portfolio with a record of every kind, changed, undone and deleted, and gives the path of its file.
func checked(t *testing.T) string {
	t.Helper()
	path := t.TempDir() + "/portfolio.db"
	db := mustOpen(t, path)
	defer mustClose(t, db)
	batch := func(asOf portfolio.Date, f func(*Batch) error) {
		t.Helper()
		if _, err := db.Batch(t.Context(), Write{Actor: portfolio.ByPerson, Why: "test", AsOf: asOf}, f); err != nil {
			t.Fatal(err)
		}
	}
	batch("2026-01-10", func(b *Batch) error {
		return errors.Join(
			b.Program(portfolio.Program{ID: "a", Name: "Ägir", LaunchDate: "2026-05-01", StartDate: "2026-01-01", StrategicObjectives: []string{"Net zero"}}),
			b.Program(portfolio.Program{ID: "b", Name: "Borealis"}),
			b.Risk(portfolio.Risk{ID: "r", ProgramID: "a", Title: "Vendor late", Severity: portfolio.High}),
			b.Milestone(portfolio.Milestone{ID: "m", ProgramID: "a", Name: "Pilot", DueDate: "2026-03-01"}),
			b.Dependency(portfolio.Dependency{ID: "d", From: "a", To: "b"}))
	})
	batch("2026-01-20", func(b *Batch) error {
		return b.Update(portfolio.StatusUpdate{ID: "u", ProgramID: "a", Date: "2026-01-20", Text: "Fine", Status: portfolio.OnTrack, Progress: ptr(30)})
	})
	batch("", func(b *Batch) error {
		return errors.Join(b.Program(portfolio.Program{ID: "c", Name: "Cygnus"}), b.Delete(portfolio.EntityProgram, "c"))
	})
	batch("", func(b *Batch) error { return b.Delete(portfolio.EntityProgram, "a") })
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := db.Reassess(t.Context()); err != nil {
		t.Fatal(err)
	}
	return path
}

// check opens a file and checks it.
func check(t *testing.T, path string) portfolio.CheckReport {
	t.Helper()
	db := mustOpen(t, path)
	defer mustClose(t, db)
	report, err := db.Check(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// tamper changes a closed file behind the store's back; no constraint of the schema holds it back.
func tamper(t *testing.T, path string, statements ...string) {
	t.Helper()
	handle, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	handle.SetMaxOpenConns(1)
	defer func() {
		if err := handle.Close(); err != nil {
			t.Error(err)
		}
	}()
	for _, s := range slices.Concat([]string{`PRAGMA foreign_keys = OFF`, `PRAGMA ignore_check_constraints = ON`}, statements) {
		if _, err := handle.ExecContext(t.Context(), s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

func TestCheck_aPortfolioAsTheStoreWroteItIsSound(t *testing.T) {
	report := check(t, checked(t))
	if !report.OK || len(report.Problems) > 0 {
		t.Errorf("problems: %+v", report.Problems)
	}
	want := portfolio.Counts{Programs: 2, Risks: 1, Milestones: 1, Objectives: 1, StatusUpdates: 1, Dependencies: 1, ChangeSets: report.Counts.ChangeSets}
	if report.Counts != want || report.Counts.ChangeSets < 4 {
		t.Errorf("counts: %+v", report.Counts)
	}
	if text := asJSON(t, report); !strings.HasPrefix(text, `{"ok":true,"problems":[],"counts":{"programs":2,`) {
		t.Errorf("as JSON: %s", text)
	}
}

func TestCheck_aFirstImportWithTheRevisionsOfItsFileIsSound(t *testing.T) {
	db := openTemp(t)
	file := portfolio.IncomingFile{Name: "a.json", Programs: []portfolio.Incoming{{Row: 1, Fields: []string{"id", "name"},
		Program: portfolio.Program{ID: "a", Name: "Aurora", Revision: 900, CreatedAt: 5, UpdatedAt: 7}}}}
	if _, err := db.Import(t.Context(), []portfolio.IncomingFile{file}, ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if report, err := db.Check(t.Context()); err != nil || !report.OK {
		t.Errorf("got %+v (%v)", report, err)
	}
}

func TestCheck_namesWhatIsWrong(t *testing.T) {
	const forget = `INSERT INTO programs_search (programs_search, rowid, name, description, owner, team, product_line, external_id)
		SELECT 'delete', key, name, description, owner, team, product_line, external_id FROM programs WHERE id = 'a'`
	tests := []struct {
		name    string
		tamper  []string
		where   string
		problem string // what its sentence holds
	}{
		{"a field that the log does not explain", []string{`UPDATE programs SET owner = 'nobody' WHERE id = 'a'`},
			"program a", `Its owner is "nobody", and the change log says ""`},
		{"a field of a child that the log does not explain", []string{`UPDATE risks SET severity = 'Low'`},
			"risk r", `Its severity is "Low", and the change log says "High"`},
		{"a link that the log does not explain", []string{`DELETE FROM program_objectives`},
			"program a", `Its strategic_objectives is [], and the change log says ["Net zero"]`},
		{"a record that the log does not know", []string{`INSERT INTO objectives (id, name, name_key, created_at, updated_at, revision) VALUES ('o', 'X', 'x', 1, 1, 1)`},
			"objective o", "not in the change log"},
		{"a record that is gone without a trace", []string{`DELETE FROM status_updates`},
			"status update u", "in the change log, but not there"},
		{"a deletion that was never undone", []string{`UPDATE change_sets SET state = 'applied'`},
			"program a", "not in the change log"},
		{"a revision that is not that of the log", []string{`UPDATE milestones SET revision = 2`},
			"milestone m", "Its revision is 2, and the change log says 1"},
		{"a revision of the future", []string{`UPDATE dependencies SET revision = 4711`},
			"dependency d", "revision is one that no change set had yet"},
		{"a reference to nothing", []string{`UPDATE risks SET program_id = 'gone'`},
			"risks, row 1", "belongs to a row of programs that is not there"},
		{"a link to nothing", []string{`DELETE FROM objectives`},
			"program_objectives", "belongs to a row of objectives that is not there"},
		{"a folded name", []string{`UPDATE programs SET name_key = 'ägir' WHERE id = 'a'`},
			"program a", `It is sorted as "ägir", and its name makes "agir"`},
		{"a milestone Done without a date", []string{`UPDATE milestones SET status = 'Done'`},
			"milestone m", "Done without a completion date"},
		{"a word outside the vocabulary", []string{`UPDATE programs SET status = 'Green' WHERE id = 'a'`},
			"file", "CHECK constraint failed in programs"},
		{"a circle of dependencies", []string{`INSERT INTO dependencies (id, from_id, to_id, created_at, updated_at, revision) VALUES ('e', 'b', 'a', 1, 1, 1)`},
			"dependency d", "the program a waits for itself"},
		{"facts that run backwards", []string{`UPDATE change_sets SET as_of = '2025-12-24' WHERE id = 2`},
			"change set 2", "as of 2025-12-24, although facts as of 2026-01-10"},
		{"a kind of record that there is not", []string{`UPDATE changes SET entity = 'issue' WHERE entity = 'risk' AND change_set_id = 1`},
			"change set 1, row 4", `There is no kind of record "issue"`},
		{"a field that there is not", []string{`UPDATE changes SET field = 'colour' WHERE change_set_id = 2 AND field = 'progress'`},
			"change set 2, row 3", `A program has no field "colour"`},
		{"a row that is not JSON", []string{`UPDATE changes SET after = '{' WHERE change_set_id = 2 AND field = 'progress'`},
			"change set 2, row 3", "not JSON"},
		{"a row of another record", []string{`UPDATE changes SET record_id = 'x' WHERE change_set_id = 1 AND entity = 'risk'`},
			"change set 1, row 4", "does not hold the record that it names"},
		{"a row that says nothing", []string{`UPDATE changes SET after = 'null' WHERE change_set_id = 1 AND entity = 'risk'`},
			"change set 1, row 4", "neither creates nor deletes"},
		{"a stale assessment", []string{`UPDATE programs SET assessed = 'On Track', assessed_until = '9999-12-31' WHERE id = 'a'`},
			"program a", `stored assessment, "On Track", is not what its facts say`},
		{"reasons of an assessment", []string{`UPDATE programs SET assessed_reasons = '[]', assessed_until = '9999-12-31' WHERE id = 'a'`},
			"program a", "stored assessment"},
		{"a number of open risks", []string{`UPDATE programs SET open_risks = 7 WHERE id = 'a'`},
			"program a", "What lists show"},
		{"a next milestone", []string{`UPDATE programs SET next_milestone = NULL WHERE id = 'a'`},
			"program a", "What lists show"},
		{"a search index that forgot a program", []string{forget}, "programs_search", "search index"},
		{"a search index with another text", []string{`DROP TRIGGER milestones_search_update`, `UPDATE milestones SET name = 'Go-live'`},
			"milestones_search", "search index"},
	}
	sound := checked(t)
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := t.TempDir() + "/portfolio.db"
			mustCopy(t, sound, path)
			tamper(t, path, test.tamper...)
			report := check(t, path)
			named := func(p portfolio.Problem) bool { return p.Where == test.where && strings.Contains(p.What, test.problem) }
			if report.OK || !slices.ContainsFunc(report.Problems, named) {
				t.Errorf("want %q of %s among %+v", test.problem, test.where, report.Problems)
			}
		})
	}
}

func TestCheck_damagedPageIsAProblemAndNoError(t *testing.T) {
	path := checked(t)
	page, size := 0, 0
	handle, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	err = errors.Join(handle.QueryRowContext(t.Context(), `SELECT rootpage FROM sqlite_schema WHERE name = 'risks_by_title'`).Scan(&page),
		handle.QueryRowContext(t.Context(), `PRAGMA page_size`).Scan(&size), handle.Close())
	if err != nil {
		t.Fatal(err)
	}
	overwrite(t, path, int64(page-1)*int64(size), strings.Repeat("x", size))
	if report := check(t, path); report.OK || len(report.Problems) == 0 || report.Problems[0].Where != "file" {
		t.Errorf("got %+v", report)
	}
}

func TestCheck_stoppedIsAnErrorAndNoReport(t *testing.T) {
	db := openTemp(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if report, err := db.Check(ctx); err == nil {
		t.Errorf("got %+v", report)
	}
}

func TestCheck_changesNothing(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora"})
	before := fmt.Sprint(dump(t, db), newest(t, db))
	if _, err := db.Check(t.Context()); err != nil {
		t.Fatal(err)
	}
	if after := fmt.Sprint(dump(t, db), newest(t, db)); after != before {
		t.Errorf("got %s, want %s", after, before)
	}
	mustSave(t, db, portfolio.Program{Name: "Borealis"}) // nothing is left locked
}

func mustCopy(t *testing.T, from, to string) {
	t.Helper()
	content, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(to, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// overwrite writes a text over a part of a file.
func overwrite(t *testing.T, path string, at int64, text string) {
	t.Helper()
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	_, writeErr := file.WriteAt([]byte(text), at)
	if err := errors.Join(writeErr, file.Close()); err != nil {
		t.Fatal(err)
	}
}
