package store

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestImport_keepsTheOriginalTextOfAWordThatWasMapped(t *testing.T) {
	db := openTemp(t)
	file := incoming("name status risks", portfolio.Program{ID: "A", Name: "Aurora", Status: portfolio.OffTrack,
		Risks: []portfolio.Risk{{ID: "r1", Title: "Vendor", Status: portfolio.RiskOpen}}})
	file[0].Programs[0].Texts = map[string]string{"status": "Amber/red", "risks[0].status": "Realised"}
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 1, 0, 0, 0)
	file[0].Programs[0].Program.Status = portfolio.AtRisk
	file[0].Programs[0].Program.Risks[0].Status = portfolio.RiskMitigating
	file[0].Programs[0].Texts = map[string]string{"status": "Yellow", "risks[0].status": "In hand"}
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 1, 0, 0)
	sources, err := collect(t.Context(), db.reader, scanText, `SELECT entity || ' ' || field || ': ' || source FROM changes WHERE source <> '' ORDER BY change_set_id, entity`)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{`program *: {"risks[0].status":"Realised","status":"Amber/red"}`, `risk *: {"status":"Realised"}`, "program status: Yellow", "risk status: In hand"}
	if strings.Join(sources, "\n") != strings.Join(want, "\n") {
		t.Errorf("the log keeps\n%s\nwant\n%s", strings.Join(sources, "\n"), strings.Join(want, "\n"))
	}
}

func TestClose_leavesNoJournalAfterAStoppedWrite(t *testing.T) {
	path := t.TempDir() + "/portfolio.db"
	for range 20 {
		db := mustOpen(t, path)
		stopped(t, db)
		mustClose(t, db)
		for _, end := range []string{"-wal", "-shm"} {
			if exists(t, path+end) {
				t.Fatalf("%s is still there", end)
			}
		}
	}
}

func TestImport_aRiskThatMovedAwayWithItsDerivedIDLeavesRoomForAnother(t *testing.T) {
	db := openTemp(t)
	file := func() {
		t.Helper()
		programs := []portfolio.Program{
			{ID: "a", Name: "A", Risks: []portfolio.Risk{{ID: "r", Title: "Late"}}},
			{ID: "b", Name: "B", Risks: []portfolio.Risk{{ID: "r", Title: "Dear"}}},
		}
		if _, err := db.Import(t.Context(), incoming("id name risks", programs...), ImportOptions{}); err != nil {
			t.Fatal(err)
		}
	}
	risksOfB := func() []portfolio.Risk {
		t.Helper()
		d, err := db.Program(t.Context(), "b")
		if err != nil {
			t.Fatal(err)
		}
		return d.Program.Risks
	}
	file()
	moved := risksOfB()[0]
	moved.ProgramID = "a"
	if _, err := db.SaveRisk(t.Context(), person, moved); err != nil {
		t.Fatal(err)
	}
	file()
	if risks := risksOfB(); len(risks) != 1 || risks[0].ID != "b/b/r" {
		t.Errorf("b has %+v", risks)
	}
	before := newest(t, db)
	file()
	if newest(t, db) != before {
		t.Error("the same file again changes something")
	}
}

func TestImport_aMilestoneWithACompletionDateAndNoStatusIsDoneHoweverOftenItComes(t *testing.T) {
	db := openTemp(t)
	file := incoming("id name milestones", portfolio.Program{ID: "a", Name: "A", Milestones: []portfolio.Milestone{{ID: "m", Name: "Pilot", CompletedDate: "2026-01-02"}}})
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 1, 0, 0, 0)
	wantCounts(t, mustImport(t, db, file, ImportOptions{}), 0, 0, 1, 0)
}

func TestImport_aKeyThatTwoRowsOfAFileClaimBelongsToOneProgram(t *testing.T) {
	db := openTemp(t)
	mustImport(t, db, incoming("id name", portfolio.Program{ID: "a", Name: "A"}, portfolio.Program{ID: "b", Name: "B"}), ImportOptions{})
	twice := incoming("id external_id", portfolio.Program{ID: "a", ExternalID: "K"}, portfolio.Program{ID: "b", ExternalID: "K"})
	mustImport(t, db, twice, ImportOptions{})
	if d, err := db.Program(t.Context(), "b"); err != nil || d.Program.ExternalID != "" {
		t.Errorf("b has the key %q (%v)", d.Program.ExternalID, err)
	}
}
