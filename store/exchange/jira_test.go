package exchange

import (
	"context"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// readJiraFile reads an export of Jira.
func readJiraFile(t *testing.T, path string, options Options) portfolio.IncomingFile {
	t.Helper()
	file, err := Read(context.Background(), path, options)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

// describe tells a program with its milestones and updates on a line.
func describe(in portfolio.Incoming) string {
	p := in.Program
	parts := []string{p.ExternalID, p.Name, string(p.Status), p.Owner, p.Team, string(p.StartDate), string(p.LaunchDate)}
	for _, m := range p.Milestones {
		parts = append(parts, fmt.Sprintf("{%s %s %s %s %s}", m.ID, m.Name, m.DueDate, m.CompletedDate, m.Status))
	}
	for _, u := range in.Updates {
		parts = append(parts, fmt.Sprintf("[%s %s: %s]", u.Date, u.Author, u.Text))
	}
	return strings.Join(parts, "|")
}

func TestRead_epicsOfAJiraExportAreProgramsAndIssuesMilestonesWhereAsked(t *testing.T) {
	update := "[2026-03-20 Mara Lindt: Tests pass; two findings are open.\nWe fix them this week.]"
	tests := []struct {
		file         string
		asked        bool
		want         []string
		dependencies []portfolio.Dependency
		warnings     []string
	}{
		{"cloud.csv", false, []string{
			"PAY-1|Card payments||Mara Lindt|Payments|2026-01-12|2026-06-30|" + update,
			"PAY-2|Refunds|||Payments||",
			"PAY-3|Old terminal|Completed|Mara Lindt|Payments||2025-12-15|[2026-02-28 : All returned.]",
		}, []portfolio.Dependency{{From: "PAY-1", To: "PAY-2"}}, []string{
			"Issues that are no epics were not read: 3.", "1 others were not read", "no epics of this file were not read: 1.", "Columns that were not read: Status, Project key,",
		}},
		{"cloud.csv", true, []string{
			"PAY-1|Card payments||Mara Lindt|Payments|2026-01-12|2026-06-30|{PAY-4 Sign the acquirer 2026-03-13 2026-03-12 Done}|{PAY-5 Check the contract 2026-04-20  }|" + update,
			"PAY-2|Refunds|||Payments||",
			"PAY-3|Old terminal|Completed|Mara Lindt|Payments||2025-12-15|[2026-02-28 : All returned.]",
		}, []portfolio.Dependency{{From: "PAY-1", To: "PAY-2"}}, []string{"Issues whose epic is not in the file were not read: 1."}},
		{"server-german.csv", true, []string{
			"ZAHL-1|Kartenzahlung im Laden||m.lindt|Zahlungen|2026-05-01|2026-10-31|{ZAHL-3 Vertrag schließen 2026-03-15  }|[2026-03-20 j.berg: Die Bank hat unterschrieben.]",
			"ZAHL-2|Erstattung|||Zahlungen|2026-03-12|2026-12-15",
		}, []portfolio.Dependency{{From: "ZAHL-1", To: "ZAHL-2"}}, nil},
	}
	for _, test := range tests {
		t.Run(fmt.Sprint(test.file, test.asked), func(t *testing.T) {
			file := readJiraFile(t, filepath.Join("testdata", "jira", test.file), Options{IssuesAsMilestones: test.asked})
			var got []string
			for _, in := range file.Programs {
				got = append(got, describe(in))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(test.want, "\n"))
			}
			if !slices.Equal(file.Dependencies, test.dependencies) || len(file.Rejected) != 0 {
				t.Errorf("the dependencies are %v, and rejected is %v", file.Dependencies, file.Rejected)
			}
			for _, words := range test.warnings {
				if !slices.ContainsFunc(file.Warnings, func(w portfolio.Warning) bool { return strings.Contains(w.Message, words) }) {
					t.Errorf("no warning says %q: %v", words, file.Warnings)
				}
			}
		})
	}
}

func TestRead_anEpicThatIsNotDoneSaysNothingOfItsStatus(t *testing.T) {
	file := readJiraFile(t, filepath.Join("testdata", "jira", "cloud.csv"), Options{})
	if fields := file.Programs[0].Fields; slices.Contains(fields, "status") || slices.Contains(fields, "progress") || !slices.Contains(fields, "owner") {
		t.Errorf("the epic in progress reports on %v", fields)
	}
	if fields := file.Programs[2].Fields; !slices.Contains(fields, "status") {
		t.Errorf("the epic that is done reports on %v", fields)
	}
}

func TestRead_aColumnOfAJiraExportCanBeMapped(t *testing.T) {
	text := "Issue key,Issue Type,Summary,Custom field (RAG),Due date,Custom field (Go live)\nA-1,Epic,Aurora,Amber,01/Feb/26,02/Feb/26\n"
	file := readJiraFile(t, write(t, "jira.csv", []byte(text)), Options{Mapping: map[string]string{"status": "Custom field (RAG)", "launch_date": "Custom field (Go live)"}})
	if p := file.Programs[0].Program; p.Status != portfolio.AtRisk || p.LaunchDate != "2026-02-02" {
		t.Errorf("the program is %+v", p)
	}
	file = readJiraFile(t, write(t, "jira.csv", []byte(text)), Options{Mapping: map[string]string{"launch_date": ""}})
	if fields := file.Programs[0].Fields; slices.Contains(fields, "launch_date") {
		t.Errorf("a field that is mapped to no column is reported on: %v", fields)
	}
}

func TestRead_daysAsJiraWritesThem(t *testing.T) {
	for cell, want := range map[string]string{
		"12/Mar/26 4:05 PM": "2026-03-12", "12/Mar/26": "2026-03-12", "2026-03-12 16:05": "2026-03-12", "12/Mär/26 4:05 PM": "2026-03-12",
		"12/Mrz/26": "2026-03-12", "3/Mai/26": "2026-05-03", "31/Dez/99 11:59 PM": "2099-12-31", "12. März 2026": "2026-03-12",
		"12.03.26 16:05": "2026-03-12", "Mar 12, 2026, 4:05 PM": "2026-03-12", "31/Feb/26": "", "soon": "", "": "",
	} {
		if got := readJiraDays([]string{cell})[0]; got.text != want || (want == "" && cell != "") != (got.problem != "") {
			t.Errorf("%q is read as %+v, want %q", cell, got, want)
		}
	}
}

func TestRead_aYearOfTwoDigitsIsOnlyKnownInJira(t *testing.T) {
	if file := readText(t, "a.csv", "name,due date\nAurora,12/Mar/26\n"); file.Programs[0].Program.LaunchDate != "" {
		t.Errorf("the launch is %s", file.Programs[0].Program.LaunchDate)
	}
}

func TestRead_rowsOfAJiraExportThatCannotComeInAreRejected(t *testing.T) {
	file := readText(t, "jira.csv", "Issue key,Issue Type,Summary\nA-1,Epic,Aurora\n,Epic,No key\nA-1,Epic,Twice\nA-2,Epic,\nA-3,Epic,Long,x\n\nA-4,Epic\n")
	var got []string
	for _, r := range file.Rejected {
		got = append(got, fmt.Sprint(r.Row, " ", r.Reason))
	}
	want := []string{"3 The issue has no key.", `4 It has the same external_id as row 2: "A-1".`, "5 The name is empty.", "6 The row has 4 cells and the header 3.", "8 The name is empty."}
	if !slices.Equal(got, want) || len(file.Programs) != 1 {
		t.Errorf("rejected are\n%s", strings.Join(got, "\n"))
	}
	if got := refusal(t, write(t, "jira.csv", []byte("Issue key,Summary\nA-1,Aurora\n"))); !strings.Contains(got, `without the column "Issue Type"`) {
		t.Error(got)
	}
}

// bookOf puts the rows of a text onto the sheet Projects of a workbook, before other sheets.
func bookOf(t *testing.T, path string, beside ...part) []byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	rows := readAgain(t, "a.csv", content, func(s *source) (rows [][]string, err error) {
		from, err := delimitedSource(s)
		if err != nil {
			return nil, err
		}
		all, err := from.rows()
		if err != nil {
			return nil, err
		}
		return rows, eachRow(t.Context(), all, func(row tableRow) {
			escaped := make([]string, len(row.cells))
			for i, cell := range row.cells {
				escaped[i] = html.EscapeString(cell)
			}
			rows = append(rows, escaped)
		})
	})
	return archive(t, bookParts("", append([]part{{"Projects", grid(rows...)}}, beside...)...))
}

func TestReadWorkbook_anExportOfJiraSaysTheSameAsItsText(t *testing.T) {
	for _, name := range []string{"cloud.csv", "server-german.csv"} {
		path := filepath.Join("testdata", "jira", name)
		text := readJiraFile(t, path, Options{IssuesAsMilestones: true})
		book := readJiraFile(t, write(t, "jira.xlsx", bookOf(t, path)), Options{IssuesAsMilestones: true})
		if len(text.Programs) == 0 || len(book.Programs) != len(text.Programs) {
			t.Fatalf("%s: %d programs, and %d in the workbook", name, len(text.Programs), len(book.Programs))
		}
		for i, in := range book.Programs {
			if got, want := describe(in), describe(text.Programs[i]); got != want || in.Sheet != "Projects" {
				t.Errorf("%s: on the sheet %s:\n%s\nin the text:\n%s", name, in.Sheet, got, want)
			}
		}
		if !slices.Equal(book.Dependencies, text.Dependencies) || len(book.Warnings) != len(text.Warnings) {
			t.Errorf("%s: the workbook has %v and %v, the text %v and %v", name, book.Dependencies, book.Warnings, text.Dependencies, text.Warnings)
		}
		layout, err := Inspect(t.Context(), write(t, "jira.xlsx", bookOf(t, path)), "")
		if err != nil || layout.Kind != portfolio.FileOfJira || layout.Sheet != "Projects" || layout.Rows != len(text.Programs) {
			t.Errorf("%s: the layout is %+v (%v)", name, layout, err)
		}
	}
}

func TestReadWorkbook_aSheetOfProgramsGoesBeforeIssuesBesideIt(t *testing.T) {
	programs := part{"Portfolio", grid([]string{"key", "name", "status", "owner", "team", "launch date", "progress"}, []string{"A", "Aurora", "Red", "Ada", "T", "2026-05-01", "5"})}
	issues := filepath.Join("testdata", "jira", "server-german.csv")
	file := readFile(t, write(t, "book.xlsx", bookOf(t, issues, programs)))
	if got := programNames(file); got != "Portfolio!2 Aurora" {
		t.Errorf("the programs are %s", got)
	}
	if said := strings.Join(notes(file), "\n"); !strings.Contains(said, "Sheets that were not read: Projects.") {
		t.Errorf("it says %s", said)
	}
}

func TestReadWorkbook_aCellOfAJiraExportWithoutAValueIsNamed(t *testing.T) {
	sheet := grid([]string{"Issue key", "Issue Type", "Summary", "Due date"}, []string{"A-1", "Epic", "Aurora"})
	sheet = strings.Replace(sheet, "</row></sheetData>", `<c r="D2" t="e"><v>#REF!</v></c></row></sheetData>`, 1)
	file := readFile(t, write(t, "jira.xlsx", archive(t, bookParts("", part{"Jira", sheet}))))
	if said := strings.Join(notes(file), "\n"); len(file.Programs) != 1 || said != "Jira 2 Due date: D2 holds the error #REF!; it counts as not reported." {
		t.Errorf("%d programs, and it says %s", len(file.Programs), said)
	}
}
