package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// toldRows is how an import tells of its rows: "2 changed Aurora: owner "" -> "x"".
func toldRows(rows []portfolio.ImportedRow) []string {
	var out []string
	for _, r := range rows {
		line := fmt.Sprintf("%d %s %s", r.Row, r.As, r.Name)
		if r.Reason != "" {
			line += ": " + r.Reason
		}
		for _, c := range r.Changes {
			if c.Field == portfolio.WholeRecord {
				line += fmt.Sprintf("; new %s %s", c.Entity.Words(), c.Label)
				continue
			}
			line += fmt.Sprintf("; %s of %s %s -> %s", c.Field, c.Label, c.Before, c.After)
		}
		out = append(out, line)
	}
	return out
}

func TestImport_tellsWhatBecomesOfEachRowFieldByField(t *testing.T) {
	for _, dryRun := range []bool{true, false} {
		db := openTemp(t)
		mustSave(t, db, portfolio.Program{ExternalID: "K1", Name: "Aurora", Owner: "Ada", Status: portfolio.OnTrack})
		mustSave(t, db, portfolio.Program{Name: "Beacon", Owner: "Bo"})
		mustSave(t, db, portfolio.Program{Name: "Twin"})
		mustSave(t, db, portfolio.Program{Name: "Twin"})
		file := incoming("name owner status external_id",
			portfolio.Program{ExternalID: "K1", Name: "Aurora", Owner: "Eva", Status: portfolio.AtRisk},
			portfolio.Program{Name: "Beacon", Owner: "Bo"},
			portfolio.Program{Name: "Twin"},
			portfolio.Program{Name: "Cobalt", Owner: "Cy"},
		)
		file[0].Programs[0].Updates = []portfolio.StatusUpdate{{Text: "Slipping", Date: "2026-01-10"}}
		file[0].Programs[0].Program.Risks = []portfolio.Risk{{Title: "Vendor"}}
		file[0].Rejected = []portfolio.Rejection{{Row: 9, Reason: "The name is empty."}}
		var rows []portfolio.ImportedRow
		mustImport(t, db, file, ImportOptions{DryRun: dryRun, Row: func(r portfolio.ImportedRow) { rows = append(rows, r) }})
		want := []string{
			"9 rejected : The name is empty.",
			`2 changed Aurora; status_update of Aurora null -> "Slipping"; status of Aurora "On Track" -> "At Risk"; owner of Aurora "Ada" -> "Eva"; last_update of Aurora null -> "2026-01-10"; new risk Vendor`,
			"3 unchanged Beacon",
			`4 rejected Twin: 2 programs are named "Twin"; add a column with their ids.`,
			"5 new Cobalt; new program Cobalt",
		}
		if got := toldRows(rows); !slices.Equal(got, want) {
			t.Errorf("dry run %v:\n%s\nwant\n%s", dryRun, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestImport_namesTheProgramOfARowThatOnlyHasAKey(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{ExternalID: "K1", Name: "Aurora"})
	var rows []portfolio.ImportedRow
	mustImport(t, db, incoming("owner", portfolio.Program{ExternalID: "K1", Owner: "Ada"}),
		ImportOptions{DryRun: true, Row: func(r portfolio.ImportedRow) { rows = append(rows, r) }})
	if got := toldRows(rows); !slices.Equal(got, []string{`2 changed Aurora; owner of Aurora "" -> "Ada"`}) {
		t.Errorf("got %q", got)
	}
}

func TestImport_aLaterFileUpdatesAndKeepsHistory(t *testing.T) {
	db := openTemp(t)
	year := func(status portfolio.Status) []portfolio.IncomingFile {
		return incoming("external_id name status", portfolio.Program{ExternalID: "K1", Name: "Aurora", Status: status})
	}
	wantCounts(t, mustImport(t, db, year(portfolio.OnTrack), ImportOptions{AsOf: "2025-03-31"}), 1, 0, 0, 0)
	wantCounts(t, mustImport(t, db, year(portfolio.OffTrack), ImportOptions{AsOf: "2026-01-31"}), 0, 1, 0, 0)
	if day, err := db.NewestAsOf(t.Context()); err != nil || day != "2026-01-31" {
		t.Errorf("the newest day is %q (%v)", day, err)
	}
	changes, err := db.Changes(t.Context(), "2025-04-01", "")
	if err != nil || len(changes) != 1 || string(changes[0].Before) != `"On Track"` || string(changes[0].After) != `"Off Track"` {
		t.Errorf("since the first file: %s (%v)", asJSON(t, changes), err)
	}
	past, err := db.LookBack(t.Context(), "2025-12-31")
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, past)
	if page, err := past.Programs(t.Context(), portfolio.Query{}); err != nil || page.Rows[0].Status != portfolio.OnTrack {
		t.Errorf("looking back shows %s (%v)", asJSON(t, page.Rows), err)
	}
}

func TestRememberLayout_keepsTheLastMappingOfEachKeyOutOfTheLog(t *testing.T) {
	db := openTemp(t)
	before := dump(t, db)
	if none, err := db.ImportLayout(t.Context(), "k"); err != nil || none != nil {
		t.Fatalf("nothing was kept, and there is %+v (%v)", none, err)
	}
	for _, mapping := range []map[string]string{{"name": "Vorhaben"}, {"name": "Projekt", "owner": ""}} {
		if err := db.RememberLayout(t.Context(), "k", "Plan", mapping); err != nil {
			t.Fatal(err)
		}
	}
	db.Now = func() time.Time { return noon.AddDate(0, 0, 1) }
	if err := db.RememberLayout(t.Context(), "other", "", map[string]string{"name": "x"}); err != nil {
		t.Fatal(err)
	}
	got, err := db.ImportLayout(t.Context(), "k")
	if err != nil || got.Mapping["name"] != "Projekt" || len(got.Mapping) != 2 || got.Sheet != "Plan" || got.UsedAt != portfolio.MillisOf(noon) {
		t.Errorf("got %+v (%v)", got, err)
	}
	if dump(t, db) != before {
		t.Error("a preference is in the change log")
	}
}
