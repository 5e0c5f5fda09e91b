package store

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// incoming is a file of programs that reports on the given fields.
func incoming(fields string, programs ...portfolio.Program) []portfolio.IncomingFile {
	file := portfolio.IncomingFile{Name: "f.csv"}
	for i, p := range programs {
		file.Programs = append(file.Programs, portfolio.Incoming{Row: i + 2, Program: p, Fields: strings.Fields(fields)})
	}
	return []portfolio.IncomingFile{file}
}

func mustImport(t *testing.T, db *DB, files []portfolio.IncomingFile, o ImportOptions) portfolio.FileResult {
	t.Helper()
	result, err := db.Import(t.Context(), files, o)
	if err != nil {
		t.Fatal(err)
	}
	return result.Files[0]
}

func wantCounts(t *testing.T, got portfolio.FileResult, isNew, changed, unchanged, rejected int) {
	t.Helper()
	if got.New != isNew || got.Changed != changed || got.Unchanged != unchanged || len(got.Rejected) != rejected {
		t.Errorf("got %s, want new %d, changed %d, unchanged %d, rejected %d", asJSON(t, got), isNew, changed, unchanged, rejected)
	}
}

func backups(t *testing.T, db *DB) []string {
	t.Helper()
	found, err := filepath.Glob(filepath.Join(filepath.Dir(db.Path()), "backups", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestImport_matchesByKeyThenIdThenName(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{ID: "", ExternalID: "K1", Name: "Aurora"})
	byID := mustSave(t, db, portfolio.Program{Name: "Beacon"})
	mustSave(t, db, portfolio.Program{Name: "Cobalt"})
	mustSave(t, db, portfolio.Program{Name: "Twin"})
	mustSave(t, db, portfolio.Program{Name: "Twin"})
	got := mustImport(t, db, incoming("name owner external_id",
		portfolio.Program{ExternalID: "K1", Name: "Aurora renamed", Owner: "x"},
		portfolio.Program{ID: byID.ID, Name: "Beacon", Owner: "x"},
		portfolio.Program{Name: "Cobalt", Owner: "x"},
		portfolio.Program{ExternalID: "K9", Name: "Aurora renamed", Owner: "x"}, // another key: another program
		portfolio.Program{Name: "Twin", Owner: "x"},
		portfolio.Program{Name: "", Owner: "x"},
	), ImportOptions{})
	wantCounts(t, got, 1, 3, 0, 2)
	if got.Rejected[0].Row != 6 || !strings.Contains(got.Rejected[0].Reason, "2 programs") || got.Rejected[1].Row != 7 {
		t.Errorf("rejected %s", asJSON(t, got.Rejected))
	}
}

func TestImport_keepsWhatTheFileDoesNotSpeakOfAndClearsWhatItReportsEmpty(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora", Owner: "Maria Lopez", Team: "Core", Status: portfolio.OnTrack, Progress: ptr(5)})
	wantCounts(t, mustImport(t, db, incoming("name status team", portfolio.Program{Name: "Aurora"}), ImportOptions{}), 0, 1, 0, 0)
	page, err := db.Programs(t.Context(), portfolio.Query{})
	if err != nil {
		t.Fatal(err)
	}
	if p := page.Rows[0]; p.Owner != "Maria Lopez" || *p.Progress != 5 || p.Status != "" || p.Team != "" {
		t.Errorf("got %+v", p.Program)
	}
}

func TestImport_isOneChangeSetAfterACopyAndNoneWhenNothingChanges(t *testing.T) {
	db := openTemp(t)
	file := incoming("name strategic_objectives", portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"net Zero"}}, portfolio.Program{Name: "Beacon"})
	file[0].Programs[0].Updates = []portfolio.StatusUpdate{{Text: "All well", Status: portfolio.OnTrack}}
	wantCounts(t, mustImport(t, db, file, ImportOptions{DryRun: true}), 2, 0, 0, 0)
	if counts, _ := db.Counts(t.Context()); counts != (portfolio.Counts{}) || len(backups(t, db)) != 0 {
		t.Fatalf("a dry run left something: %+v %v", counts, backups(t, db))
	}
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 2, 0, 0, 0)
	counts, err := db.Counts(t.Context())
	if err != nil || counts.ChangeSets != 1 || counts.Objectives != 1 || counts.StatusUpdates != 1 || len(backups(t, db)) != 1 {
		t.Errorf("got %+v, copies %v (%v)", counts, backups(t, db), err)
	}
	before := dump(t, db)
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 0, 2, 0)
	db.Now = func() time.Time { return noon.AddDate(0, 0, 1) }
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 0, 2, 0) // tomorrow neither
	if dump(t, db) != before || len(backups(t, db)) != 1 {
		t.Error("the same file a second time left something")
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if counts, _ := db.Counts(t.Context()); counts.Programs != 0 || counts.Objectives != 0 {
		t.Errorf("undo left %+v", counts)
	}
}

func TestImport_postsUpdatesOnTheDayOfTheFacts(t *testing.T) {
	db := openTemp(t)
	file := incoming("name status", portfolio.Program{Name: "Aurora", Status: portfolio.AtRisk})
	file[0].Programs[0].Updates = []portfolio.StatusUpdate{{Text: "Amber", Status: portfolio.AtRisk}}
	wantCounts(t, mustImport(t, db, file, ImportOptions{AsOf: "2025-03-31"}), 1, 0, 0, 0)
	wantCounts(t, mustImport(t, db, file, ImportOptions{AsOf: "2026-01-31"}), 0, 1, 0, 0) // said again, later: an update of its own
	wantCounts(t, mustImport(t, db, file, ImportOptions{AsOf: "2026-01-31"}), 0, 0, 1, 0)
	page, err := db.Programs(t.Context(), portfolio.Query{})
	if err != nil {
		t.Fatal(err)
	}
	d, err := db.Program(t.Context(), page.Rows[0].ID)
	if err != nil || d.Program.LastUpdate != "2026-01-31" || len(d.Updates) != 2 || d.Updates[1].Date != "2025-03-31" {
		t.Errorf("got %s (%v)", asJSON(t, d), err)
	}
	if _, err := db.Import(t.Context(), file, ImportOptions{AsOf: "2025-12-31"}); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("older facts: %v", err)
	}
	if len(backups(t, db)) != 2 {
		t.Errorf("a refused import left a copy: %v", backups(t, db))
	}
}

func TestImport_keepsIdsOfRisksAndMilestonesAndNeverDeletesAny(t *testing.T) {
	db := openTemp(t)
	nested := func(id string) portfolio.Program {
		return portfolio.Program{ID: id, Name: "Program " + id,
			Risks:      []portfolio.Risk{{ID: "r1", Title: "Vendor", Status: portfolio.RiskOpen}},
			Milestones: []portfolio.Milestone{{ID: "m" + id, Name: "Pilot", DueDate: "2026-05-01", Status: portfolio.MilestonePlanned}}}
	}
	file := incoming("name risks milestones", nested("A"), nested("B"))
	got := mustImport(t, db, file, ImportOptions{})
	wantCounts(t, got, 2, 0, 0, 0)
	if len(got.Warnings) != 1 || !strings.Contains(got.Warnings[0].Message, "r1") {
		t.Errorf("two risks of one id: %s", asJSON(t, got.Warnings))
	}
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 0, 2, 0)
	file[0].Programs[0].Program.Risks = nil
	file[0].Programs[1].Program.Milestones[0].DueDate = "2026-06-01"
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 1, 1, 0)
	d, err := db.Program(t.Context(), "B")
	if err != nil || d.Program.Milestones[0].BaselineDate != "2026-05-01" || d.Program.Milestones[0].DueDate != "2026-06-01" || d.Program.Risks[0].ID != "B/r1" {
		t.Errorf("got %s (%v)", asJSON(t, d.Program), err)
	}
	if a, err := db.Program(t.Context(), "A"); err != nil || len(a.Program.Risks) != 1 {
		t.Errorf("a risk that the file no longer names is gone (%v)", err)
	}
}

func TestImport_stoppedHalfWayLeavesNothing(t *testing.T) {
	db := openTemp(t)
	var programs []portfolio.Program
	for i := range 500 {
		programs = append(programs, portfolio.Program{Name: strings.Repeat("x", i+1)})
	}
	ctx, cancel := context.WithCancel(t.Context())
	_, err := db.Import(ctx, incoming("name", programs...), ImportOptions{Progress: func(_ string, done, _ int) {
		if done == 300 {
			cancel()
		}
	}})
	if portfolio.ErrorCode(err) != portfolio.ECancelled {
		t.Fatalf("got %v, want that it was stopped", err)
	}
	counts, err := db.Counts(t.Context())
	if err != nil || counts != (portfolio.Counts{}) || len(backups(t, db)) != 0 {
		t.Errorf("left %+v, copies %v (%v)", counts, backups(t, db), err)
	}
}
