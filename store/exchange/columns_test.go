package exchange

import (
	"context"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestRead_headersAreKnownByFieldNameAndSynonym(t *testing.T) {
	tests := []struct{ header, field string }{
		{"name", "name"}, {"Project Name", "name"}, {"PROGRAMME_NAME", "name"}, {"Title", "name"},
		{"RAG", "status"}, {"Overall Health", "status"}, {"colour_rating", "status"}, {"Delivery Confidence Assessment", "status"},
		{"SRO", "owner"}, {"Senior Responsible Owner (SRO)", "owner"}, {"Project manager", "owner"}, {"Lead", "owner"},
		{"Department", "team"}, {"report_category", "product_line"}, {"Portfolio", "product_line"},
		{"Phase", "pipeline_stage"}, {"pipeline stage", "pipeline_stage"}, {"Goals", "strategic_objectives"},
		{"Go-live", "launch_date"}, {"Go Live Date", "launch_date"}, {"Due date", "launch_date"}, {"end_date", "launch_date"}, {"Finish", "launch_date"},
		{"% Complete", "progress"}, {"Percent complete", "progress"}, {"Progress (%)", "progress"}, {"Start", "start_date"},
		{"Project #", "external_id"}, {"Key", "external_id"}, {"Project ID", "external_id"}, {"id", "id"},
		{"rating_comment", fieldComment}, {"Reporting date", fieldAsOf}, {"Last updated", "last_update"},
	}
	for _, test := range tests {
		if match := fieldOfHeader()[headerKey(test.header)]; match.field != test.field {
			t.Errorf("header %q means %q, want %q", test.header, match.field, test.field)
		}
	}
}

// A header in two lists would mean one thing today and another after a reordering.
func TestHeaderSynonyms_nameNoHeaderTwice(t *testing.T) {
	seen := map[string]string{}
	for _, s := range headerSynonyms {
		for _, header := range append([]string{s.field}, s.headers...) {
			if other, ok := seen[headerKey(header)]; ok {
				t.Errorf("%q stands under %s and under %s", header, other, s.field)
			}
			seen[headerKey(header)] = s.field
		}
	}
}

func TestRead_betterHeaderWinsAndTheOtherIsNamed(t *testing.T) {
	file := readText(t, "a.csv", "SRO,Project manager,Project,Budget\nAda,Bo,Alpha,5\n")
	if owner := file.Programs[0].Program.Owner; owner != "Bo" {
		t.Errorf("owner %q, want Bo: a project manager is closer to the owner than the SRO", owner)
	}
	if got := messages(file); !slices.Equal(got, []string{"0 : Columns that were not read: SRO, Budget."}) {
		t.Errorf("warnings %q", got)
	}
}

func TestRead_mappingGoesBeforeTheHeader(t *testing.T) {
	path := write(t, "a.csv", []byte("name,what,end_date,review\nA,Build it,2026-01-01,2027-02-02\n"))
	file, err := Read(context.Background(), path, Options{Mapping: map[string]string{"description": "What", "launch_date": "review", "start_date": "END DATE"}})
	if err != nil {
		t.Fatal(err)
	}
	p := file.Programs[0].Program
	if p.Description != "Build it" || p.LaunchDate != "2027-02-02" || p.StartDate != "2026-01-01" {
		t.Errorf("%+v", p)
	}
	for mapping, want := range map[[2]string]string{
		{"owner", "boss"}:  `a.csv has no column "boss"; its columns are: name, what, end_date, review.`,
		{"budget", "what"}: `"budget" is not a field that a column can be read into`,
	} {
		_, err := Read(context.Background(), path, Options{Mapping: map[string]string{mapping[0]: mapping[1]}})
		if portfolio.ErrorCode(err) != portfolio.EInvalid || !strings.Contains(err.Error(), want) {
			t.Errorf("mapping %v: %v", mapping, err)
		}
	}
}

func TestRead_mappedNameMakesAHeaderOfUnknownColumns(t *testing.T) {
	path := write(t, "a.csv", []byte("Vorhaben;Ampel\nSüd;grün\n"))
	file, err := Read(context.Background(), path, Options{Mapping: map[string]string{"name": "vorhaben"}})
	if err != nil || len(file.Programs) != 1 || file.Programs[0].Program.Name != "Süd" {
		t.Errorf("%+v, %v", file, err)
	}
}

func TestRead_titleAboveTheHeaderIsSkippedWithAWarning(t *testing.T) {
	file := readText(t, "a.csv", "Portfolio of the north\n\nname,rag,owner\nA,Green,Ada\n")
	if len(file.Programs) != 1 || file.Programs[0].Row != 4 || file.Programs[0].Program.Owner != "Ada" || !hasMessage(file, "above the header in row 3") {
		t.Errorf("%+v", file)
	}
}

func TestRead_rowOfDataIsNeverTakenForTheHeader(t *testing.T) {
	file := readText(t, "a.csv", "name,remark\nProject,Manager\nPhase,Status\n")
	if len(file.Programs) != 2 || file.Programs[0].Program.Name != "Project" {
		t.Errorf("%+v", file)
	}
}

func TestRead_sharedNameNeedsKeysThatTellApart(t *testing.T) {
	file := readText(t, "a.csv", "key,name\nK1,Same\nK2,Same\n,Same\n,Other\nK3,Other\n")
	if len(file.Programs) != 3 || len(file.Rejected) != 2 || file.Rejected[0].Row != 4 || file.Rejected[1].Row != 6 {
		t.Errorf("%+v", file)
	}
}

func TestRead_columnWithoutAHeaderIsNamedInAWarning(t *testing.T) {
	if file := readText(t, "a.csv", ",name,\n0,A,\n1,B,\n"); len(file.Programs) != 2 || !hasMessage(file, "Columns without a header that were not read: 1.") {
		t.Errorf("%+v", file)
	}
}

func TestRead_doubledHeaderTakesTheCellThatIsFilled(t *testing.T) {
	file := readText(t, "a.csv", "name,rag,rag\nA,Green,\nB,,Red\nC,Amber,Amber\nD,Green,Red\nE,,\n")
	want := []portfolio.Status{portfolio.OnTrack, portfolio.OffTrack, portfolio.AtRisk, portfolio.StatusNotReported, portfolio.StatusNotReported}
	for i, in := range file.Programs {
		if in.Program.Status != want[i] {
			t.Errorf("row %d: %q, want %q", in.Row, in.Program.Status, want[i])
		}
	}
	if got := messages(file); len(got) != 1 || !strings.HasPrefix(got[0], `5 rag: The columns of this name differ ("Green", "Red")`) {
		t.Errorf("warnings %q", got)
	}
}

func TestRead_everyRowIsTakenInOrRejectedWithItsLine(t *testing.T) {
	file := readText(t, "a.csv", strings.Join([]string{
		"key,name,description,rag",   // 1
		`K1,Alpha,"one`,              // 2
		`two",Green`,                 // 3
		"",                           // 4
		",,,",                        // 5
		"K2,,no name,Red",            // 6
		"K1,Alpha again,x,Red",       // 7
		",Beta,,Red",                 // 8
		",beta,no key and no name,R", // 9
		",Beta,same name,Red",        // 10
		"K3,Gamma,too,many,cells",    // 11
		"K4,Delta,fewer",             // 12
		`K5,"Eps"ilon,x,Red`,         // 13
		`K6,5" pipe,x,Red`,           // 14
		`K7,"Zeta,never closed,Red`,  // 15
		"K8,Eta,x,Amber",             // 16
	}, "\n"))
	var names []string
	for _, in := range file.Programs {
		names = append(names, in.Program.Name)
	}
	if want := []string{"Alpha", "Beta", "beta", "Delta", `5" pipe`, "Eta"}; !slices.Equal(names, want) {
		t.Errorf("taken in %q, want %q", names, want)
	}
	rejected := map[int]string{
		6: "name is empty", 7: `same external_id as row 2: "K1"`, 10: "same name as row 8", 11: "5 cells and the header 4",
		13: "quotes in this row do not match", 15: "never closed",
	}
	for _, r := range file.Rejected {
		if !strings.Contains(r.Reason, rejected[r.Row]) || rejected[r.Row] == "" {
			t.Errorf("row %d rejected: %s", r.Row, r.Reason)
		}
		delete(rejected, r.Row)
	}
	if len(rejected) > 0 {
		t.Errorf("not rejected: %v", rejected)
	}
	if !hasMessage(file, "12 : The row has 3 cells and the header 4") {
		t.Errorf("warnings %q", messages(file))
	}
	if fields := file.Programs[3].Fields; slices.Contains(fields, "status") || !slices.Contains(fields, "description") {
		t.Errorf("the short row reports on %q", fields)
	}
}

func TestRead_fieldsAreWhatTheFileHasColumnsFor(t *testing.T) {
	file := readText(t, "a.csv", "project number,name,rag\n7,A,\n,B,Red\n")
	if got := file.Programs[0].Fields; !slices.Equal(got, []string{"external_id", "name", "status"}) {
		t.Errorf("an empty rating says that the status is not reported; fields %q", got)
	}
	if got := file.Programs[1].Fields; !slices.Equal(got, []string{"name", "status"}) {
		t.Errorf("an empty key says nothing; fields %q", got)
	}
}

func TestRead_fileWithoutNamesIsReadByItsKeys(t *testing.T) {
	file := readText(t, "a.csv", "Project ID,% complete\nP1,45\n,50\n")
	if len(file.Programs) != 1 || file.Programs[0].Program.ExternalID != "P1" || len(file.Rejected) != 1 || file.Rejected[0].Row != 3 {
		t.Errorf("%+v", file)
	}
}

func TestRead_reportingDateIsProposedWhereTheFileHasOne(t *testing.T) {
	one := readText(t, "a.csv", "name,reporting date,comment\nA,31/03/2026,fine\nB,31/03/2026,\n")
	if one.ProposedAsOf != "2026-03-31" || one.Programs[0].Updates[0].Date != "2026-03-31" || len(one.Programs[1].Updates) != 0 {
		t.Errorf("%+v", one)
	}
	if two := readText(t, "a.csv", "name,reporting date\nA,2026-03-31\nB,2026-04-30\n"); two.ProposedAsOf != "" {
		t.Errorf("two days in one file propose %s", two.ProposedAsOf)
	}
}

func TestRead_textsThatDifferInLineEndsAreEqual(t *testing.T) {
	want := "one\ntwo\nthree"
	for _, end := range []string{"\n", "\r\n", "\r", "\r\r\n"} {
		text := strings.Join([]string{"one", "two", "three"}, end)
		file := readText(t, "a.csv", "name,description,comment\nA,\""+text+"\",\""+text+"\"\n")
		if in := file.Programs[0]; in.Program.Description != want || in.Updates[0].Text != want {
			t.Errorf("line end %q: %q, %q", end, in.Program.Description, in.Updates[0].Text)
		}
	}
}
