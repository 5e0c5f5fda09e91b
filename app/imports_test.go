package app

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

func TestFiles_importTellsProgressAndTheChange(t *testing.T) {
	s, d := openSession(t)
	files := dropOn(d, csvFile(t))
	counts, err := (&Files{s}).Import(files, "2026-01-31")
	if err != nil || counts[0].New != 2 {
		t.Fatalf("got %+v (%v)", counts, err)
	}
	if p := awaitA[ImportProgress](t, d); p.Total != 0 || p.File != files[0].Path {
		t.Errorf("reading is %+v", p)
	}
	if p := awaitA[ImportProgress](t, d); p.Total != 2 {
		t.Errorf("progress is %+v", p)
	}
	awaitA[DataChanged](t, d)
	if _, err := (&Files{s}).Import(files, "31.1.2026"); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a day that is none: %v", err)
	}
}

// manyRows writes a file of so many programs.
func manyRows(t *testing.T, n int) string {
	t.Helper()
	var text strings.Builder
	text.WriteString("name,status\n")
	for i := range n {
		fmt.Fprintf(&text, "Program %05d,Red\n", i)
	}
	path := filepath.Join(t.TempDir(), "many.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestFiles_checkGivesItsRowsPageByPageUntilTheNextOne(t *testing.T) {
	s, d := openSession(t)
	f := &Files{s}
	files := dropOn(d, manyRows(t, 450))
	check, err := f.Check(files, "", "")
	if err != nil || check.Files[0].New != 450 {
		t.Fatalf("got %+v (%v)", check, err)
	}
	seen := 0
	for {
		page, err := f.CheckRows(check.Number, desk.CheckNew, "", seen)
		if err != nil || page.Total != 450 {
			t.Fatalf("got %d of %d (%v)", len(page.Rows), page.Total, err)
		}
		if len(page.Rows) == 0 {
			break
		}
		if want := fmt.Sprintf("Program %05d", seen); page.Rows[0].Program != want || page.Rows[0].Row != seen+2 {
			t.Errorf("row %d is %+v", seen, page.Rows[0])
		}
		seen += len(page.Rows)
	}
	if found, err := f.CheckRows(check.Number, desk.CheckNew, "pROGRAM 0044", 0); err != nil || seen != 450 || found.Total != 10 {
		t.Errorf("%d rows, found %d (%v)", seen, found.Total, err)
	}
	if _, err := f.Check(files, "", ""); err != nil {
		t.Fatal(err)
	}
	if _, err := f.CheckRows(check.Number, desk.CheckNew, "", 0); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("rows of the check before: %v", err)
	}
	if state := mustState(t, s); state.Counts.Programs != 0 || state.ChangeSet != 0 {
		t.Errorf("checks left %+v", state.Counts)
	}
}

func TestFiles_anImportIsCancelledAndACheckGivenUpAndNothingStays(t *testing.T) {
	s, d := openSession(t)
	f := &Files{s}
	files := dropOn(d, manyRows(t, 20_000))
	before, err := f.Check(dropOn(d, csvFile(t)), "", "")
	if err != nil {
		t.Fatal(err)
	}
	for len(d.told) > 0 {
		<-d.told
	}
	steps := []struct {
		name        string
		start, stop func() error
	}{
		{"import", func() error { _, err := f.Import(files, ""); return err }, f.Cancel},
		{"check", func() error { _, err := f.Check(files, "", "1"); return err }, func() error { return (&Desk{s}).GiveUp("1") }},
	}
	for _, step := range steps {
		ended := make(chan error, 1)
		go func() { ended <- step.start() }()
		for p := awaitA[ImportProgress](t, d); p.Done == 0; {
			p = awaitA[ImportProgress](t, d)
		}
		if err := step.stop(); err != nil {
			t.Fatal(err)
		}
		select {
		case err := <-ended:
			if portfolio.ErrorCode(err) != portfolio.ECancelled {
				t.Errorf("%s: %v", step.name, err)
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("the %s goes on", step.name)
		}
		if _, err := f.CheckRows(before.Number, desk.CheckNew, "", 0); err != nil {
			t.Errorf("after the %s was stopped, the check before gives %v", step.name, err)
		}
		for len(d.told) > 0 {
			<-d.told
		}
	}
	if err := f.Cancel(); err != nil {
		t.Fatal(err)
	}
	if _, err := f.CheckRows(before.Number, desk.CheckNew, "", 0); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("after nothing was left to cancel, the check gives %v", err)
	}
	if state := mustState(t, s); state.Counts.Programs != 0 || state.ChangeSet != 0 {
		t.Errorf("left %+v", state.Counts)
	}
	if left, err := filepath.Glob(filepath.Join(s.dataDir, "backups", "*")); err != nil || len(left) != 0 {
		t.Errorf("left %v (%v)", left, err)
	}
}

func TestImports_aCheckThatEndsTooLateIsNotKept(t *testing.T) {
	var i imports
	first, second, third := i.number(), i.number(), i.number()
	newer := &desk.ImportCheck{}
	i.keep(second, newer)
	i.keep(first, &desk.ImportCheck{})
	if i.kept(second) != newer || i.kept(first) != nil {
		t.Error("an older check took the place of a newer one")
	}
	i.cancel()
	i.keep(third, &desk.ImportCheck{})
	if i.kept(second) != nil || i.kept(third) != nil {
		t.Error("a check that was let go of is still held")
	}
}
