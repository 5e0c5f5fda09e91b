package desk

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// governmentData is where the government portfolios lie beside the project.
const governmentData = "../../../shared/data"

func TestImport_secondYearOfTheGovernmentPortfolioChanges75Statuses(t *testing.T) {
	if _, err := os.Stat(governmentData); err != nil {
		t.Skipf("the government portfolios are not beside the project: %v", err)
	}
	d := openDesk(t, t.TempDir(), nil)
	for _, year := range []string{"2021", "2022"} {
		path := filepath.Join(governmentData, "gmpp-"+year+".csv")
		if _, err := d.Import(t.Context(), FilesAt(exchange.Options{}, path), ImportOptions{AsOf: portfolio.Date(year + "-03-31")}); err != nil {
			t.Fatal(err)
		}
	}
	sets, err := d.Store.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 10)
	if err != nil || len(sets) != 2 || sets[0].AsOf != "2022-03-31" {
		t.Fatalf("change sets are %+v (%v)", sets, err)
	}
	second, err := d.Store.ChangeSet(t.Context(), sets[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	statuses, created := 0, 0
	for _, c := range second.Changes {
		if c.Entity == portfolio.EntityProgram && c.Field == "status" {
			statuses++
		}
		if c.Entity == portfolio.EntityProgram && c.Field == portfolio.WholeRecord {
			created++
		}
	}
	if len(second.Changes) != second.Count || statuses != 75 || created != 76 {
		t.Errorf("the second year changes %d statuses and adds %d programs in %d of %d rows, want 75 and 76", statuses, created, len(second.Changes), second.Count)
	}
}

// fileAt writes a file of a name.
func fileAt(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// mustTakeIn takes a file in as its headers say.
func mustTakeIn(t *testing.T, d *Desk, path string) {
	t.Helper()
	if _, err := d.Import(t.Context(), FilesAt(exchange.Options{}, path), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
}

func TestImport_remembersHowColumnsWereMappedForTheNextFileOfThatLayout(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	march, april := fileAt(t, "march.csv", "vorhaben;wer\nDach;Ada\n"), fileAt(t, "april.csv", "Vorhaben;WER\nDach;Bo\n")
	first, err := d.PreviewFile(t.Context(), march, "")
	if err != nil || first.Remembered != nil || first.NewestAsOf != "" {
		t.Fatalf("got %+v (%v)", first, err)
	}
	mapping := map[string]string{"name": "vorhaben", "owner": "wer", "team": ""}
	files := []ImportFile{{Path: march, Options: exchange.Options{Mapping: mapping}, Key: first.Layout.Key}}
	if _, err := d.Import(t.Context(), files, ImportOptions{DryRun: true}); err != nil {
		t.Fatal(err)
	}
	if p, err := d.PreviewFile(t.Context(), april, ""); err != nil || p.Remembered != nil {
		t.Errorf("a dry run was remembered: %+v (%v)", p.Remembered, err)
	}
	if _, err := d.Import(t.Context(), files, ImportOptions{AsOf: "2026-03-31"}); err != nil {
		t.Fatal(err)
	}
	second, err := d.PreviewFile(t.Context(), april, "")
	if err != nil || second.Remembered == nil || !maps.Equal(second.Remembered.Mapping, map[string]string{"name": "Vorhaben", "owner": "WER", "team": ""}) || second.Remembered.UsedAt == 0 || second.NewestAsOf != "2026-03-31" {
		t.Fatalf("got %+v (%v)", second.Remembered, err)
	}
	if _, err := ReadFiles(t.Context(), FilesAt(exchange.Options{}, april), nil); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a file without a mapping was read by a remembered one (%v)", err)
	}
}

func TestCheckImport_showsEachRowOfSeveralFilesWithItsOwnMapping(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	mustTakeIn(t, d, fileAt(t, "old.csv", "name,owner,rag\nDach,Ada,green\nKeller,Cy,green\n"))
	one, two := fileAt(t, "x.csv", "Vorhaben;Wer\nDach;Bo\nNeubau;Di\n;Eva\n"), fileAt(t, "x.csv", "name,rag\nKeller,red\nKeller,green\nDach,purple\n")
	check, err := d.CheckImport(t.Context(), []ImportFile{
		{Path: one, Options: exchange.Options{Mapping: map[string]string{"name": "Vorhaben", "owner": "Wer"}}}, {Path: two},
	}, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := []FileCounts{{File: "x.csv", New: 1, Changed: 1, Rejected: 1}, {File: "x.csv", Changed: 2, Rejected: 1, Noted: 1}}
	if !slices.Equal(check.Counts, want) {
		t.Errorf("got %+v, want %+v", check.Counts, want)
	}
	for part, want := range map[CheckPart][]string{
		CheckNew:      {`0:3 Neubau  * null {"launch_date":null,"owner":"Di","pipeline_stage":null,"progress":null,"status":null,"team":""}`},
		CheckChanged:  {`0:2 Dach  owner "Ada" "Bo"`, `1:2 Keller  status "On Track" "Off Track"`, `1:4 Dach  status "On Track" null`},
		CheckRejected: {"0:4  The name is empty.", `1:3  It has the same name as row 2: "Keller".`},
		CheckNoted:    {`1:4  "purple" is not a known status; it counts as not reported.`},
	} {
		var got []string
		for _, r := range check.Page(part, "", 0).Rows {
			line := fmt.Sprintf("%d:%d %s %s", r.File, r.Row, r.Program, r.Text)
			for _, c := range r.Changes {
				line += fmt.Sprintf(" %s %s %s", c.Field, c.Before, c.After)
			}
			got = append(got, line)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s:\n%s\nwant\n%s", part, strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
	}
}

func TestCheckImport_keepsOfLongTextsTheBeginningAndOfManyChangesTheFirst(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	risks := strings.TrimSuffix(strings.Repeat(`{"title": "R"},`, 40), ",")
	for i := range 40 {
		risks = strings.Replace(risks, `"R"`, fmt.Sprintf(`"Risk %d"`, i), 1)
	}
	mustTakeIn(t, d, fileAt(t, "a.json", `[{"id": "a", "name": "Dach"}]`))
	path := fileAt(t, "b.json", fmt.Sprintf(`[{"id": "a", "name": "Dach", "description": %q, "risks": [%s]}]`, strings.Repeat("ä", 5000), risks))
	check, err := d.CheckImport(t.Context(), FilesAt(exchange.Options{}, path), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	row := check.Page(CheckChanged, "", 0).Rows[0]
	if len(row.Changes) != shownRowChanges || row.More != 41-shownRowChanges || len(row.Changes[0].After) > 2*shownText+10 {
		t.Errorf("%d changes, %d more, the first of %d bytes", len(row.Changes), row.More, len(row.Changes[0].After))
	}
}

func TestCheckImport_listsTheRejectedRowsOfAWorkbookSheetBySheet(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	book := excelize.NewFile()
	for sheet, rows := range map[string][][]string{
		"North": {{"name", "status"}, {"Aurora", "Red"}, {"", "Red"}, {"Beacon", "Red"}, {"", "Red"}},
		"South": {{"name", "status"}, {"", "Red"}, {"Cedar", "Red"}, {"", "Red"}, {"Delta", "Red"}},
	} {
		if _, err := book.NewSheet(sheet); err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			if err := book.SetSheetRow(sheet, fmt.Sprint("A", i+1), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "book.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	check, err := d.CheckImport(t.Context(), FilesAt(exchange.Options{}, path), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, r := range check.Page(CheckRejected, "", 0).Rows {
		got = append(got, fmt.Sprint(r.Sheet, " ", r.Row))
	}
	if want := "North 3, North 5, South 2, South 4"; strings.Join(got, ", ") != want {
		t.Errorf("the rejected rows are %s, want %s", strings.Join(got, ", "), want)
	}
}
