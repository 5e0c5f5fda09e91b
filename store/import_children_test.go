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
