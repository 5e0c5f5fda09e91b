package store_test

import (
	"database/sql"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// sheetOf is the program of the sample whose sheet is made: it has risks, slips, updates and dependencies.
const sheetOf = "sample-remote-diagnostics"

// requestOf asks for a report on the sample, on one program where the kind is about one.
func requestOf(kind report.Kind) report.Request {
	r := report.Request{Kind: kind}
	if kind == report.Program {
		r.Scope.Program = sheetOf
	}
	return r
}

// sampleDB opens a file with the sample.
func sampleDB(t *testing.T) *store.DB {
	t.Helper()
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	return db
}

func mustMake(t *testing.T, db *store.DB, r report.Request) report.Report {
	t.Helper()
	made, err := db.MakeReport(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func mustCreate(t *testing.T, db *store.DB, r report.Request) report.Kept {
	t.Helper()
	kept, err := db.CreateReport(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	return kept
}

// bytesOf is how a report is kept, with a line for each value.
func bytesOf(t *testing.T, r report.Report) string {
	t.Helper()
	data, err := json.MarshalIndent(r, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data) + "\n"
}

// wantGolden compares a text with the file that holds what it should be; -update writes that file anew.
func wantGolden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", "reports", name)
	if flag.Lookup("update").Value.String() == "true" {
		if err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(got), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s is another text; run go test ./store -run Report -update and read the difference\n%s", name, got)
	}
}

func TestMakeReport_ofTheSampleIsTheSameToTheByte(t *testing.T) {
	db := sampleDB(t)
	for _, kind := range report.Kinds {
		r := requestOf(kind)
		r.Since = "2026-01-05"
		made := mustMake(t, db, r)
		wantGolden(t, string(kind)+".md", report.Markdown(made, ""))
		if kind == report.Executive || kind == report.Program {
			wantGolden(t, string(kind)+".json", bytesOf(t, made))
		}
		if again := bytesOf(t, mustMake(t, db, r)); again != bytesOf(t, made) {
			t.Errorf("%s is another one the second time:\n%s", kind, again)
		}
	}
}

// figuresOf gives the figures of a report by their labels.
func figuresOf(r report.Report) map[string]report.Figure {
	out := map[string]report.Figure{}
	for _, page := range r.Pages {
		for _, b := range page.Blocks {
			if b.Figures != nil {
				for _, f := range b.Figures.Items {
					out[f.Label] = f
				}
			}
		}
	}
	return out
}

// counts are the figures of the reports on a whole portfolio, counted by the database on the day ?1.
var counts = map[report.Kind]map[string]string{
	report.Executive: {
		"Programs":            `SELECT count(*) FROM programs`,
		"Off Track":           `SELECT count(*) FROM programs WHERE status = 'Off Track'`,
		"At Risk":             `SELECT count(*) FROM programs WHERE status = 'At Risk'`,
		"On Track":            `SELECT count(*) FROM programs WHERE status = 'On Track'`,
		"Completed":           `SELECT count(*) FROM programs WHERE status = 'Completed'`,
		"Status not reported": `SELECT count(*) FROM programs WHERE status IS NULL`,
		"Need attention":      `SELECT count(*) FROM programs WHERE assessed IN ('Off Track', 'At Risk') AND coalesce(status, '') <> 'Completed'`,
		"Open High risks":     `SELECT count(*) FROM risks WHERE severity = 'High' AND status IN ('Open', 'Mitigating')`,
		"Overdue milestones": `SELECT count(*) FROM milestones m JOIN programs p ON p.id = m.program_id
			WHERE m.due_date < ?1 AND m.completed_date IS NULL AND coalesce(p.status, '') <> 'Completed'`,
		"Launch in 90 days":    `SELECT count(*) FROM programs WHERE launch_date BETWEEN ?1 AND date(?1, '+90 days') AND coalesce(status, '') <> 'Completed'`,
		"No update in 30 days": `SELECT count(*) FROM programs WHERE last_update IS NULL OR julianday(?1) - julianday(last_update) > 30`,
	},
	report.Risks: {
		"Open risks":           `SELECT count(*) FROM risks WHERE status IN ('Open', 'Mitigating')`,
		"Of High severity":     `SELECT count(*) FROM risks WHERE severity = 'High' AND status IN ('Open', 'Mitigating')`,
		"Without mitigation":   `SELECT count(*) FROM risks WHERE mitigation = '' AND status IN ('Open', 'Mitigating')`,
		"Past the review date": `SELECT count(*) FROM risks WHERE review_date < ?1 AND status IN ('Open', 'Mitigating')`,
		"Without an owner":     `SELECT count(*) FROM risks WHERE owner = '' AND status IN ('Open', 'Mitigating')`,
	},
	report.Milestones: {
		"Next 30 days": `SELECT count(*) FROM milestones m JOIN programs p ON p.id = m.program_id
			WHERE m.due_date BETWEEN ?1 AND date(?1, '+30 days') AND m.completed_date IS NULL AND coalesce(p.status, '') <> 'Completed'`,
		"Next 90 days": `SELECT count(*) FROM milestones m JOIN programs p ON p.id = m.program_id
			WHERE m.due_date BETWEEN ?1 AND date(?1, '+90 days') AND m.completed_date IS NULL AND coalesce(p.status, '') <> 'Completed'`,
		"Slipped": `SELECT count(*) FROM milestones m JOIN programs p ON p.id = m.program_id
			WHERE m.due_date > m.baseline_date AND m.completed_date IS NULL AND coalesce(p.status, '') <> 'Completed'`,
	},
}

func TestMakeReport_figuresAreWhatTheDatabaseCounts(t *testing.T) {
	db := sampleDB(t)
	handle, err := sql.Open("sqlite", db.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = handle.Close() }()
	for kind, figures := range counts {
		got := figuresOf(mustMake(t, db, requestOf(kind)))
		for label, query := range figures {
			var want string
			if err := handle.QueryRowContext(t.Context(), query, string(db.Today())).Scan(&want); err != nil {
				t.Fatal(err)
			}
			if got[label].Value != want {
				t.Errorf("%s of %s is %q, the database counts %s", label, kind, got[label].Value, want)
			}
		}
	}
}

// opening gives everything that a report opens with.
func opening(r report.Report) string {
	b := r.Pages[0].Blocks[0]
	lines := []string{b.Title}
	if b.Text != nil {
		lines = append(lines, b.Text.Paragraphs...)
	}
	if b.List != nil {
		for _, item := range b.List.Items {
			lines = append(lines, item.Text)
		}
	}
	return strings.Join(lines, "\n")
}

func TestCreateReport_opensWithWhatChangedSinceTheLastOneOfItsKindAndScope(t *testing.T) {
	db := storetest.Open(t)
	clock := storetest.Now
	db.Now = func() time.Time { return clock }
	aurora := storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, LaunchDate: "2026-06-01"})
	set := func(field, value string) {
		t.Helper()
		d, err := db.Program(t.Context(), aurora.ID)
		if err != nil {
			t.Fatal(err)
		}
		if field == "status" {
			d.Program.Status = portfolio.Status(value)
		} else {
			d.Program.LaunchDate = portfolio.Date(value)
		}
		if _, err := db.SaveProgram(t.Context(), storetest.Person, d.Program); err != nil {
			t.Fatal(err)
		}
	}
	undo := func() {
		t.Helper()
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	executive := report.Request{Kind: report.Executive}
	steps := []struct {
		what string
		do   func()
		ask  report.Request
		want string
	}{
		{"the first", func() {}, executive, "Since the last report\nThis is the first report of its kind on this scope."},
		{"again on the same day", func() {}, executive, "Since the last report of 2026-02-02\nNothing changed."},
		{"after an edit on the same day", func() { set("status", "At Risk") }, executive, "Since the last report of 2026-02-02\nAurora: At Risk, was On Track"},
		{"of another kind", func() {}, report.Request{Kind: report.Steering}, "Since the last report\nThis is the first report of its kind on this scope."},
		{"a week later", func() { clock = clock.AddDate(0, 0, 7); set("launch_date", "2026-07-01") }, executive,
			"Since the last report of 2026-02-02\nAurora: launch moved from 2026-06-01 to 2026-07-01 (30 days later)"},
		{"since a day", func() {}, report.Request{Kind: report.Executive, Since: "2026-02-09"},
			"Since 2026-02-09\nAurora: launch moved from 2026-06-01 to 2026-07-01 (30 days later)"},
		{"after an undo", func() { undo() }, executive, "Since the last report of 2026-02-09\nAurora: launch moved from 2026-07-01 to 2026-06-01 (30 days earlier)"},
	}
	for _, step := range steps {
		step.do()
		if got := opening(mustCreate(t, db, step.ask).Report); got != step.want {
			t.Errorf("%s opens with\n%s\nwant\n%s", step.what, got, step.want)
		}
	}
}
