package store

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// olderFile names the portfolio that the program of a schema wrote, packed.
func olderFile(number int) string {
	return filepath.Join("testdata", "older", fmt.Sprintf("%04d.db.gz", number))
}

// unpackOlder puts it to a path.
func unpackOlder(t *testing.T, number int, path string) {
	t.Helper()
	packed, err := os.ReadFile(olderFile(number))
	if errors.Is(err, fs.ErrNotExist) {
		t.Fatalf("there is no portfolio of schema %d; run go test ./store -run EverySchema -update while it is the newest one", number)
	}
	if err != nil {
		t.Fatal(err)
	}
	unpacked, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	write(t, path, string(data))
}

// keepOlder writes and packs a portfolio of the newest schema, where there is none yet. The first eleven were written like
// this too, each by the program of its time.
func keepOlder(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(olderFile(Schema())); err == nil {
		return
	}
	path := filepath.Join(t.TempDir(), "portfolio.db")
	db := mustOpen(t, path)
	clock := time.Date(2026, time.January, 12, 9, 0, 0, 0, time.UTC)
	db.Now = func() time.Time { clock = clock.Add(time.Minute); return clock }
	if err := errors.Join(db.Reassess(t.Context()), db.SetSetting(t.Context(), "language", "de")); err != nil {
		t.Fatal(err)
	}
	aurora := mustSave(t, db, portfolio.Program{Name: "Aurora", Description: "Billing in one place", Status: portfolio.AtRisk, PipelineStage: portfolio.InProgress,
		Owner: "Maria Lopez", Team: "Core", StartDate: "2025-09-01", LaunchDate: "2026-03-14", Progress: ptr(60), StrategicObjectives: []string{"Net zero", "Trust"}})
	zurich := mustSave(t, db, portfolio.Program{Name: "Zürich 漢字 <b>", Status: portfolio.StatusCompleted, PipelineStage: portfolio.StageCompleted, Progress: ptr(100), ExternalID: "K-2"})
	gone := mustSave(t, db, portfolio.Program{Name: "Gone"})
	mustSave(t, db, portfolio.Program{Name: "Not reported"})
	_, err := db.Batch(t.Context(), person, func(b *Batch) error {
		return errors.Join(
			b.Risk(portfolio.Risk{ProgramID: aurora.ID, Title: "Vendor is late", Severity: portfolio.High, Mitigation: "A second vendor"}),
			b.Risk(portfolio.Risk{ProgramID: gone.ID, Title: "Goes with its program", Severity: portfolio.Low}),
			b.Milestone(portfolio.Milestone{ProgramID: aurora.ID, Name: "Pilot", DueDate: "2026-01-05"}),
			b.Milestone(portfolio.Milestone{ProgramID: zurich.ID, Name: "Live", DueDate: "2025-12-01", CompletedDate: "2025-12-03"}),
			b.Update(portfolio.StatusUpdate{ProgramID: aurora.ID, Date: "2026-01-12", Author: "Ada", Text: "The pilot slips.", Status: portfolio.AtRisk}),
			b.Dependency(portfolio.Dependency{From: aurora.ID, To: zurich.ID, Note: "needs its ledger"}),
			b.Delete(portfolio.EntityProgram, gone.ID))
	})
	if err != nil {
		t.Fatal(err)
	}
	mustClose(t, db)
	packFile(t, path, olderFile(Schema()))
}

// packFile packs a file.
func packFile(t *testing.T, path, to string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	out := gzip.NewWriter(&packed)
	if _, err := out.Write(data); err != nil {
		t.Fatal(err)
	}
	if err := out.Close(); err != nil {
		t.Fatal(err)
	}
	write(t, to, packed.String())
}

// withoutSets leaves the change sets out.
func withoutSets(c portfolio.Counts) portfolio.Counts { c.ChangeSets = 0; return c }

func TestOpen_takesAPortfolioOfEverySchemaAfterACopyOfIt(t *testing.T) {
	if *update {
		keepOlder(t)
	}
	for number := 1; number <= Schema(); number++ {
		t.Run(fmt.Sprint(number), func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "portfolio.db")
			unpackOlder(t, number, path)
			db := mustOpen(t, path)
			defer mustClose(t, db)
			want := portfolio.Counts{Programs: 3, Risks: 1, Milestones: 2, Objectives: 2, StatusUpdates: 1, Dependencies: 1}
			if counts, err := db.Counts(t.Context()); err != nil || withoutSets(counts) != want {
				t.Errorf("it holds %+v (%v), want %+v", counts, err, want)
			}
			if language, err := db.Setting(t.Context(), "language"); err != nil || language != "de" {
				t.Errorf("the language is %q (%v)", language, err)
			}
			copies := mustList(t, db)
			if number == Schema() {
				if len(copies) != 0 {
					t.Errorf("a copy was made before nothing: %+v", copies)
				}
			} else if len(copies) != 1 || copies[0].Reason != portfolio.BeforeMigration || copies[0].Schema != number || withoutSets(copies[0].Counts) != want || copies[0].Problem != "" {
				t.Errorf("the copies are %+v, want one of schema %d with %+v", copies, number, want)
			}
			mustBeSound(t, db)
			for { // what the older program wrote can be taken back to the beginning
				_, err := db.Undo(t.Context())
				if portfolio.ErrorCode(err) == portfolio.ENotFound {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
			}
			if counts, err := db.Counts(t.Context()); err != nil || counts.Records() != 0 {
				t.Errorf("with everything undone it holds %+v (%v)", counts, err)
			}
			mustBeSound(t, db)
		})
	}
}
