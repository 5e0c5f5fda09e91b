package exchange

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/portfolio"
)

// dangerous is a portfolio whose texts would run in a spreadsheet or a page.
func dangerous() portfolio.Document {
	progress := 40
	return portfolio.Document{Programs: []portfolio.Program{
		{ID: "b", Name: `=HYPERLINK("http://x.test")`, Owner: "+Ada <b>", Team: "@all", Description: "-one\nand | <b>two</b>", LaunchDate: "2026-04-03"},
		{ID: "a", Name: "Aurora", Status: portfolio.AtRisk, Progress: &progress, StrategicObjectives: []string{"grow", "save"},
			Risks: []portfolio.Risk{{ID: "r", ProgramID: "a", Title: "=1+1", Status: portfolio.RiskOpen}}},
	}}
}

func written(t *testing.T, format Format) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Write(&out, format, dangerous(), "2026-03-31"); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWrite_csvRunsInNoSpreadsheetAndComesBackAsItWas(t *testing.T) {
	text := string(written(t, CSV))
	for _, line := range strings.Split(text, "\r\n") {
		for _, cell := range strings.Split(line, ",") {
			if cell = strings.Trim(cell, `"`); cell != "" && strings.ContainsRune("=+-@", rune(cell[0])) {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "programs.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	file, err := Read(t.Context(), path, Options{})
	if err != nil || len(file.Programs) != 2 || len(file.Rejected) != 0 {
		t.Fatalf("read %+v (%v)", file, err)
	}
	for i, want := range dangerous().Programs {
		got := file.Programs[i].Program
		if got.ID != want.ID || got.Name != want.Name || got.Owner != want.Owner || got.Team != want.Team || got.Description != want.Description ||
			got.LaunchDate != want.LaunchDate || got.Status != want.Status || strings.Join(got.StrategicObjectives, "|") != strings.Join(want.StrategicObjectives, "|") {
			t.Errorf("%+v came back as %+v", want, got)
		}
	}
}

func TestWrite_xlsxHoldsASheetAKindOfRecordWithRealTypes(t *testing.T) {
	book, err := excelize.OpenReader(bytes.NewReader(written(t, XLSX)))
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(book.GetSheetList(), " "); got != "programs risks milestones objectives status_updates dependencies" {
		t.Errorf("the sheets are %s", got)
	}
	if formula, err := book.GetCellFormula("programs", "C2"); err != nil || formula != "" {
		t.Errorf("a text became the formula %q (%v)", formula, err)
	}
	for cell, want := range map[string]string{"C2": `=HYPERLINK("http://x.test")`, "C3": "Aurora", "D3": "At Risk", "L3": "40", "K2": "2026-04-03", "D2": ""} {
		if got, err := book.GetCellValue("programs", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	if panes, err := book.GetPanes("programs"); err != nil || !panes.Freeze || panes.YSplit != 1 {
		t.Errorf("the panes are %+v (%v)", panes, err)
	}
}

func TestWrite_markdownShowsTextsAsTheyStand(t *testing.T) {
	text := string(written(t, Markdown))
	if !strings.Contains(text, "# Portfolio as of 2026-03-31") || !strings.Contains(text, "| Aurora | At Risk |") || strings.Count(text, "\n") != 8 {
		t.Errorf("got\n%s", text)
	}
	if strings.Contains(text, "<b>") {
		t.Errorf("HTML goes through:\n%s", text)
	}
}

func TestWriteRegister_namesTheProgramOfEachRow(t *testing.T) {
	score := 9
	risks := []portfolio.RiskRow{{Risk: portfolio.Risk{ID: "r", ProgramID: "a", Title: "=1+1", Severity: portfolio.High, Status: portfolio.RiskOpen}, ProgramName: "Aurora | North", Score: &score}}
	milestones := []portfolio.MilestoneRow{{Milestone: portfolio.Milestone{ID: "m", Name: "Gate", DueDate: "2026-04-03", Status: portfolio.MilestonePlanned}, ProgramName: "Aurora"}}
	for _, test := range []struct {
		name   string
		format Format
		write  func(*bytes.Buffer, Format) error
		want   []string
	}{
		{"risks", CSV, writeRisks(risks), []string{"program,score,id,", "Aurora | North,9,r,a,'=1+1,High"}},
		{"risks", Markdown, writeRisks(risks), []string{"# Risks as of 2026-03-31", "1 risks", "| Program | Score |", `| Aurora \| North | 9 |`, "| =1+1 |"}},
		{"milestones", CSV, writeMilestones(milestones), []string{"program,id,", "Aurora,m,,Gate,Planned,2026-04-03"}},
		{"milestones", Markdown, writeMilestones(milestones), []string{"# Milestones as of 2026-03-31", "| Due date |"}},
	} {
		var out bytes.Buffer
		if err := test.write(&out, test.format); err != nil {
			t.Fatal(err)
		}
		for _, want := range test.want {
			if !strings.Contains(out.String(), want) {
				t.Errorf("%s as %s have no %q:\n%s", test.name, test.format, want, out.String())
			}
		}
		if err := test.write(&out, JSON); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%s as JSON: %v", test.name, err)
		}
	}
}

func writeRisks(rows []portfolio.RiskRow) func(*bytes.Buffer, Format) error {
	return func(out *bytes.Buffer, format Format) error { return WriteRisks(out, format, rows, "2026-03-31") }
}

func writeMilestones(rows []portfolio.MilestoneRow) func(*bytes.Buffer, Format) error {
	return func(out *bytes.Buffer, format Format) error {
		return WriteMilestones(out, format, rows, "2026-03-31")
	}
}
