package desk

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/exchange"
)

// bookSheet is a sheet of a workbook: its name, its headers, and one row of values.
type bookSheet struct {
	name         string
	headers, row []string
}

// bookAt writes a workbook of sheets.
func bookAt(t *testing.T, sheets ...bookSheet) string {
	t.Helper()
	book := excelize.NewFile()
	defer func() { _ = book.Close() }()
	for i, s := range sheets {
		if _, err := book.NewSheet(s.name); err != nil {
			t.Fatal(err)
		}
		for at, row := range map[string][]string{"A1": s.headers, "A2": s.row} {
			if err := book.SetSheetRow(s.name, at, &row); err != nil {
				t.Fatal(err)
			}
		}
		if i == 0 {
			if err := book.DeleteSheet("Sheet1"); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestPreviewFileAsBefore_looksAtTheSheetThatWasChosenLast(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	now := time.Date(2026, 3, 31, 12, 0, 0, 0, time.UTC)
	d.Store.Now = func() time.Time { return now }
	plan := bookSheet{"Plan", []string{"name", "status", "owner"}, []string{"Aurora", "Red", "Ada"}}
	ideas := bookSheet{"Ideas", []string{"name", "status"}, []string{"Beacon", "Red"}}
	book := bookAt(t, plan, ideas)
	takeIn := func(sheet string) {
		t.Helper()
		p, err := d.PreviewFile(t.Context(), book, sheet)
		if err != nil {
			t.Fatal(err)
		}
		now = now.Add(time.Minute)
		if _, err := d.Import(t.Context(), []ImportFile{{Path: book, Key: p.Layout.Key, Options: exchange.Options{Sheet: sheet}}}, ImportOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	renamed, other := ideas, ideas
	renamed.name = "Thoughts"
	other.headers = []string{"name", "team"}
	for _, step := range []struct {
		what   string
		before func()
		file   string
		chosen string // "" where the columns choose it
		looked string
	}{
		{"nothing was chosen", func() {}, book, "", "Plan"},
		{"it was chosen by hand", func() { takeIn("Ideas") }, book, "Ideas", "Ideas"},
		{"it is there again", func() {}, bookAt(t, plan, ideas), "Ideas", "Ideas"},
		{"it is gone", func() {}, bookAt(t, plan, renamed), "", "Plan"},
		{"it is of another layout", func() {}, bookAt(t, plan, other), "", "Plan"},
		{"the columns chose last", func() { takeIn("") }, book, "", "Plan"},
		{"it was chosen again", func() { takeIn("Ideas") }, book, "Ideas", "Ideas"},
	} {
		step.before()
		p, err := d.PreviewFileAsBefore(t.Context(), step.file)
		if err != nil || p.Sheet != step.chosen || p.Layout.Sheet != step.looked {
			t.Errorf("%s: it looks at %q, chosen %q (%v), want %q, %q", step.what, p.Layout.Sheet, p.Sheet, err, step.looked, step.chosen)
		}
	}
}
