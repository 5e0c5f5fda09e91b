package exchange

import (
	"bytes"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// notes gives all that is said about a file, as "sheet row column: message".
func notes(file portfolio.IncomingFile) []string {
	var out []string
	for _, w := range file.Warnings {
		out = append(out, fmt.Sprintf("%s %d %s: %s", w.Sheet, w.Row, w.Column, w.Message))
	}
	for _, r := range file.Rejected {
		out = append(out, fmt.Sprintf("%s %d rejected: %s", r.Sheet, r.Row, r.Reason))
	}
	return out
}

// programNames gives the names of the programs of a file, with their sheets.
func programNames(file portfolio.IncomingFile) string {
	var out []string
	for _, in := range file.Programs {
		out = append(out, fmt.Sprintf("%s!%d %s", in.Sheet, in.Row, in.Program.Name))
	}
	return strings.Join(out, ", ")
}

func TestReadWorkbook_cellsAreReadByTheirTypeAndFormat(t *testing.T) {
	const from1904 = `<workbookPr date1904="1"/>`
	tests := []struct {
		name, setting, header, cell string
		want                        string // of the field, as JSON has it
		note                        string // part of what is said, "" for nothing
	}{
		{"shared text", "", "description", `<c r="B2" t="s"><v>0</v></c>`, "shared", ""},
		{"rich text", "", "description", `<c r="B2" t="s"><v>1</v></c>`, "rich text\nhere", ""},
		{"text in the cell", "", "description", `<c r="B2" t="inlineStr"><is><r><t>a </t></r><r><t>b</t></r></is></c>`, "a b", ""},
		{"text like a formula", "", "description", `<c r="B2" t="inlineStr"><is><t>=HYPERLINK("x")</t></is></c>`, `=HYPERLINK("x")`, ""},
		{"text with an apostrophe", "", "description", `<c r="B2" t="inlineStr"><is><t>'=1</t></is></c>`, "'=1", ""},
		{"text of a formula", "", "description", `<c r="B2" t="str"><f>A1</f><v>said</v></c>`, "said", ""},
		{"empty text of a formula", "", "description", `<c r="B2" t="str"><f>A1</f><v></v></c>`, "", ""},
		{"number of a formula", "", "progress", `<c r="B2"><f>20*2</f><v>40</v></c>`, "40", ""},
		{"formula that was never computed", "", "progress", `<c r="B2"><f>20*2</f></c>`, "", "Projects 2 progress: B2 holds a formula without a result; it counts as not reported."},
		{"formula that was never computed, with an empty value", "", "progress", `<c r="B2"><f>20*2</f><v></v></c>`, "", "B2 holds a formula without a result"},
		{"error", "", "progress", `<c r="B2" t="e"><v>#N/A</v></c>`, "", "Projects 2 progress: B2 holds the error #N/A; it counts as not reported."},
		{"error of a formula", "", "launch", `<c r="B2" t="e"><f>X1</f><v>#REF!</v></c>`, "", "Projects 2 launch: B2 holds the error #REF!"},
		{"true", "", "description", `<c r="B2" t="b"><v>1</v></c>`, "TRUE", ""},
		{"false", "", "description", `<c r="B2" t="b"><v>0</v></c>`, "FALSE", ""},
		{"whole number", "", "progress", `<c r="B2"><v>45</v></c>`, "45", ""},
		{"number with noise behind its digits", "", "external_id", `<c r="B2"><v>1234567.1000000001</v></c>`, "1234567.1", ""},
		{"number written with an exponent", "", "external_id", `<c r="B2"><v>1.2E7</v></c>`, "12000000", ""},
		{"number as text", "", "external_id", `<c r="B2" t="inlineStr"><is><t>007</t></is></c>`, "007", ""},
		{"percentage", "", "progress", `<c r="B2" s="3"><v>0.45</v></c>`, "45", ""},
		{"percentage with noise", "", "progress", `<c r="B2" s="3"><v>0.07000000000000001</v></c>`, "7", ""},
		{"whole percentage", "", "progress", `<c r="B2" s="3"><v>1</v></c>`, "100", ""},
		{"day", "", "launch", `<c r="B2" s="1"><v>46115</v></c>`, "2026-04-03", ""},
		{"day in a built-in format", "", "launch", `<c r="B2" s="5"><v>46115</v></c>`, "2026-04-03", ""},
		{"day counted from 1904", from1904, "launch", `<c r="B2" s="1"><v>44653</v></c>`, "2026-04-03", ""},
		{"day with a time", "", "launch", `<c r="B2" s="2"><v>46115.75</v></c>`, "2026-04-03", ""},
		{"day that was computed", "", "launch", `<c r="B2" s="2"><v>46114.9999999999</v></c>`, "2026-04-03", ""},
		{"day after the leap day that never was", "", "start", `<c r="B2" s="1"><v>61</v></c>`, "1900-03-01", ""},
		{"day of a formula", "", "launch", `<c r="B2" s="1"><f>TODAY()</f><v>46115</v></c>`, "2026-04-03", ""},
		{"day as text", "", "launch", `<c r="B2" t="inlineStr"><is><t>3 April 2026</t></is></c>`, "2026-04-03", ""},
		{"day in the spelling of the standard", "", "launch", `<c r="B2" t="d"><v>2026-04-03T10:00:00</v></c>`, "2026-04-03", ""},
		{"number in the place of a day", "", "launch", `<c r="B2"><v>46115</v></c>`, "", `"46115" is not a date`},
		{"time in the place of a day", "", "launch", `<c r="B2" s="4"><v>0.5</v></c>`, "", `"0.5" is not a date`},
		{"day beyond the last one", "", "launch", `<c r="B2" s="1"><v>99999999</v></c>`, "", `"99999999" is not a date`},
		{"style that is not there", "", "progress", `<c r="B2" s="99"><v>45</v></c>`, "45", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			sheet := `<sheetData><row><c t="str"><v>name</v></c><c t="str"><v>` + test.header + `</v></c></row><row><c t="str"><v>A</v></c>` + test.cell + `</row></sheetData>`
			file := readFile(t, write(t, "book.xlsx", archive(t, bookParts(test.setting, part{"Projects", sheet}))))
			if len(file.Programs) != 1 {
				t.Fatalf("%+v", file)
			}
			p := file.Programs[0].Program
			progress := ""
			if p.Progress != nil {
				progress = fmt.Sprint(*p.Progress)
			}
			got := p.Description + p.ExternalID + string(p.StartDate) + string(p.LaunchDate) + progress
			if got != test.want {
				t.Errorf("read as %q, want %q", got, test.want)
			}
			said := strings.Join(notes(file), "\n")
			if !strings.Contains(said, test.note) || test.note == "" && said != "" {
				t.Errorf("said %q, want %q", said, test.note)
			}
		})
	}
}

func TestReadWorkbook_rowOfErrorsIsRejectedAndNotLost(t *testing.T) {
	file := readFile(t, book(t, part{"Projects", `<sheetData><row><c t="str"><v>name</v></c><c t="str"><v>RAG</v></c></row><row><c t="e"><v>#REF!</v></c></row></sheetData>`}))
	want := []string{"Projects 2 name: A2 holds the error #REF!; it counts as not reported.", "Projects 2 rejected: The name is empty."}
	if got := notes(file); !slices.Equal(got, want) {
		t.Errorf("got %q", got)
	}
}

func TestReadWorkbook_headerIsFoundBelowTitlesAndMergedHeaders(t *testing.T) {
	tests := []struct {
		name   string
		sheet  string
		header int
	}{
		{"a title", grid([]string{"Portfolio of the north"}, nil, []string{"Project", "RAG", "Start", "Finish"}, []string{"A", "Green", "2026-01-01", "2026-04-03"}), 3},
		{"a merged title", grid([]string{"Project"}, []string{"Project", "RAG", "Start", "Finish"}, []string{"A", "Green", "2026-01-01", "2026-04-03"}) +
			`<mergeCells><mergeCell ref="A1:D1"/></mergeCells>`, 2},
		{"a title merged over rows", grid([]string{"Project"}, nil, []string{"Project", "RAG", "Start", "Finish"}, []string{"A", "Green", "2026-01-01", "2026-04-03"}) +
			`<mergeCells><mergeCell ref="A1:XFD2"/></mergeCells>`, 3},
		{"headers of two rows", grid([]string{"Project", "RAG", "Dates"}, []string{"", "", "Start", "Finish"}, []string{"A", "Green", "2026-01-01", "2026-04-03"}) +
			`<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/></mergeCells>`, 2},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := readFile(t, book(t, part{"Projects", test.sheet}))
			if len(file.Programs) != 1 || len(file.Rejected) != 0 {
				t.Fatalf("%+v", file)
			}
			p := file.Programs[0].Program
			if p.Name != "A" || p.Status != portfolio.OnTrack || p.StartDate != "2026-01-01" || p.LaunchDate != "2026-04-03" {
				t.Errorf("%+v", p)
			}
			if !hasMessage(file, fmt.Sprintf("above the header in row %d", test.header)) {
				t.Errorf("said %q", notes(file))
			}
		})
	}
}

func TestReadWorkbook_mergedCellCountsForEveryRowAndColumnItCovers(t *testing.T) {
	file := readFile(t, book(t, part{"Projects", grid(
		[]string{"Project", "Department", "Owner", "Description"},
		[]string{"A", "North", "Ada", "x"},
		[]string{"B", "", "Bo", "y"},
		[]string{"Southern programs"},
		[]string{"C", "South", "", "z"},
		[]string{"D", "West", "", "z"},
	) + `<mergeCells><mergeCell ref="B2:B3"/><mergeCell ref="A4:D4"/><mergeCell ref="B5:C5"/><mergeCell ref="D5:D9999"/></mergeCells>`}))
	var got []string
	for _, in := range file.Programs {
		p := in.Program
		got = append(got, fmt.Sprintf("%d %s %s %s %s", in.Row, p.Name, p.Team, p.Owner, p.Description))
	}
	want := []string{"2 A North Ada x", "3 B North Bo y", "5 C South South z", "6 D West  z"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if said := notes(file); len(said) != 1 || !strings.HasPrefix(said[0], `Projects 4 : "Southern programs" is merged over several columns; it was taken for a title`) {
		t.Errorf("said %q", said)
	}
}

func TestReadWorkbook_whatStandsBesideTheTableIsNamedAndLosesNoRow(t *testing.T) {
	file := readFile(t, book(t, part{"Projects", grid([]string{"Project", "RAG"}, []string{"A", "Green", "", "ask Bo"}, []string{"B"})}))
	if len(file.Programs) != 2 || !hasMessage(file, "Columns without a header that were not read: 1.") {
		t.Errorf("%+v", file)
	}
}

func TestReadWorkbook_sheetsAreChosenByTheirColumnsAndTheOthersAreNamed(t *testing.T) {
	projects := func(rows ...[]string) string {
		return grid(append([][]string{{"Project", "RAG", "Owner"}}, rows...)...)
	}
	jan := projects([]string{"A", "Green"}, []string{"B", "Green"}, []string{"C", "Green"})
	feb := projects([]string{"A", "Red"}, []string{"B", "Green"}, []string{"D", "Green"})
	remarks := grid([]string{"Remark"}, []string{"Nothing"})
	tests := []struct {
		name, setting string
		sheets        []part
		want          string
		notes         []string
	}{
		{"one sheet", "", []part{{"Projects", projects([]string{"A"})}}, "Projects!2 A", nil},
		{"the second of them", "", []part{{"Remarks", remarks}, {"Empty", ""}, {"Projects", projects([]string{"A"})}}, "Projects!2 A",
			[]string{" 0 : Sheets that were not read: Remarks."}},
		{"most columns", "", []part{{"Risks", grid([]string{"Title", "Owner"}, []string{"R", "Bo"})}, {"Projects", projects([]string{"A"})}}, "Projects!2 A",
			[]string{" 0 : Sheets that were not read: Risks."}},
		{"one for each department", "", []part{{"North", projects([]string{"A"}, []string{"C"})}, {"Remarks", remarks}, {"South", projects([]string{"B"}, []string{"A"})}}, "North!2 A, North!3 C, South!2 B",
			[]string{" 0 : Sheets of the same columns, which were all read: North, South.", " 0 : Sheets that were not read: Remarks.",
				`South 3 rejected: It has the same name as row 2 of the sheet North: "A".`}},
		{"one for each month", "", []part{{"Jan", jan}, {"Feb", feb}}, "Jan!2 A, Jan!3 B, Jan!4 C",
			[]string{" 0 : The sheets Jan, Feb hold the same programs; of these only Jan was read."}},
		{"the month that was open", `<bookViews><workbookView activeTab="1"/></bookViews>`, []part{{"Jan", jan}, {"Feb", feb}}, "Feb!2 A, Feb!3 B, Feb!4 D",
			[]string{" 0 : The sheets Jan, Feb hold the same programs; of these only Feb was read."}},
		{"hidden sheets", "", []part{{"~Old", projects([]string{"Z"})}, {"Projects", projects([]string{"A"})}}, "Projects!2 A",
			[]string{" 0 : Hidden sheets were not read: Old."}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			file := readFile(t, write(t, "book.xlsx", archive(t, bookParts(test.setting, test.sheets...))))
			if got := programNames(file); got != test.want {
				t.Errorf("read %q, want %q", got, test.want)
			}
			if got := notes(file); !slices.Equal(got, test.notes) {
				t.Errorf("said %q, want %q", got, test.notes)
			}
		})
	}
	message := refusal(t, book(t, part{"Remarks", remarks}, part{"More", remarks}))
	if message != "book.xlsx has no sheet with the columns of programs; its sheets are: Remarks, More." {
		t.Error(message)
	}
}

func TestReadWorkbook_mappingChoosesTheSheetThatHasTheColumn(t *testing.T) {
	path := book(t, part{"Remarks", grid([]string{"Remark"}, []string{"Nothing"})}, part{"Plan", grid([]string{"Vorhaben", "Ampel"}, []string{"Süd", "Red"})})
	file, err := Read(context.Background(), path, Options{Mapping: map[string]string{"name": "vorhaben", "status": "Ampel"}})
	if err != nil || len(file.Programs) != 1 || file.Programs[0].Program.Name != "Süd" || file.Programs[0].Program.Status != portfolio.OffTrack {
		t.Errorf("%+v, %v", file, err)
	}
}

// whole is a portfolio with a record of every kind and a value in every field that a workbook holds.
func whole() portfolio.Document {
	progress, none := 40, 0
	return portfolio.Document{
		Programs: []portfolio.Program{
			{ID: "a", ExternalID: "007", Name: "Aurora", Description: "=SUM(A1)\n-two\n_x000D_", Status: portfolio.AtRisk, Owner: "@ada", Team: "+team",
				ProductLine: "'=line", PipelineStage: portfolio.Launching, StrategicObjectives: []string{"grow", "save"}, StartDate: "1900-03-01",
				LaunchDate: "2026-04-03", Progress: &progress, LastUpdate: "2026-03-01",
				Risks: []portfolio.Risk{{ID: "r", ProgramID: "a", Title: "=1+1", Severity: portfolio.High, Likelihood: portfolio.Low, Description: "d",
					Mitigation: "m", Owner: "Bo", Status: portfolio.RiskMitigating, ReviewDate: "2026-05-01"}},
				Milestones: []portfolio.Milestone{
					{ID: "m1", ProgramID: "a", Name: "Done it", DueDate: "2026-02-01", BaselineDate: "2026-01-01", CompletedDate: "2026-02-03", Status: portfolio.MilestoneDone},
					{ID: "m2", ProgramID: "a", Name: "Missed it", DueDate: "2026-03-01", BaselineDate: "2026-03-01", Status: portfolio.MilestoneMissed}}},
			{ID: "b", Name: "Borealis", Progress: &none, StrategicObjectives: []string{}, Risks: []portfolio.Risk{}, Milestones: []portfolio.Milestone{}},
		},
		Objectives:    []portfolio.Objective{{ID: "o1", Name: "grow", Description: "more"}, {ID: "o2", Name: "save"}},
		StatusUpdates: []portfolio.StatusUpdate{{ID: "u", ProgramID: "a", Date: "2026-03-01", Author: "Ada", Text: "+going", Status: portfolio.AtRisk, Progress: &progress, LaunchDate: "2026-04-03"}},
		Dependencies:  []portfolio.Dependency{{ID: "d", From: "b", To: "a", Note: "waits"}},
	}
}

func TestReadWorkbook_ourOwnExportComesInAgainWhole(t *testing.T) {
	var out, before, after bytes.Buffer
	if err := Write(&out, XLSX, whole(), "2026-03-31"); err != nil {
		t.Fatal(err)
	}
	file := readFile(t, write(t, "book.xlsx", out.Bytes()))
	if got := notes(file); len(got) != 0 {
		t.Errorf("said %q", got)
	}
	again := portfolio.Document{Objectives: file.Objectives, Dependencies: file.Dependencies}
	for _, in := range file.Programs {
		again.Programs = append(again.Programs, in.Program)
		again.StatusUpdates = append(again.StatusUpdates, in.Updates...)
		if fields := strings.Join(in.Fields, " "); !strings.HasSuffix(fields, "risks milestones") || !strings.Contains(fields, "strategic_objectives") {
			t.Errorf("row %d reports on %s", in.Row, fields)
		}
	}
	if err := WriteJSON(&before, whole()); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&after, again); err != nil {
		t.Fatal(err)
	}
	if before.String() != after.String() {
		t.Errorf("written\n%s\nread\n%s", before.String(), after.String())
	}
}

func TestReadWorkbook_whatPointsToNoProgramOfTheFileIsLeftOutWithItsSheetAndRow(t *testing.T) {
	file := readFile(t, book(t,
		part{"programs", grid([]string{"id", "name"}, []string{"a", "Aurora"})},
		part{"risks", grid([]string{"id", "program_id", "title", "severity", "colour"}, []string{"r1", "z", "Lost"}, []string{"r2", "a", "", "H"}, []string{"r3", "a", "Kept", "H"})},
		part{"milestones", grid([]string{"program_id", "name", "status"}, []string{"a", "M", "Done"})},
		part{"status_updates", grid([]string{"program_id", "text"}, []string{"z", "t"}, []string{"a"})},
		part{"dependencies", grid([]string{"from", "to"}, []string{"a", "z"})},
		part{"objectives", grid([]string{"id", "name"}, []string{"o"})},
	))
	want := []string{
		"dependencies 2 from: The dependency was left out: one of its programs is not in the file.",
		"milestones 2 status: Done needs a completion date; the status was left alone.",
		"objectives 2 name: The objective was left out: it has no name.",
		"risks 0 : Columns that were not read: colour.",
		`risks 2 program_id: The row was left out: the program "z" is not in the file.`,
		"risks 3 title: The risk was left out: it has no title.",
		"status_updates 2 program_id: The status update was left out: its program is not in the file.",
		"status_updates 3 text: The status update was left out: it has no text.",
	}
	if got := notes(file); !slices.Equal(got, want) {
		t.Errorf("said %q", got)
	}
	in := file.Programs[0]
	if risks := in.Program.Risks; len(risks) != 1 || risks[0].Title != "Kept" || risks[0].Severity != portfolio.High || risks[0].ProgramID != "a" {
		t.Errorf("%+v", risks)
	}
	if in.Texts["risks[1].severity"] != "H" {
		t.Errorf("what the file said is not kept: %v", in.Texts)
	}
}
