package tools

import (
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// sampled gives the sample portfolio and the list that steps go to.
func sampled(t *testing.T) (*store.DB, Set, *[]portfolio.Step) {
	t.Helper()
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	set, steps := recorded(db)
	set.Today = db.Today()
	return db, set, steps
}

// example is a call as a model would write it. Finds is a text that the result holds.
type example struct {
	Does      string          `json:"does"`
	Tool      Name            `json:"tool"`
	Arguments json.RawMessage `json:"arguments"`
	Finds     string          `json:"finds"`
}

func examples(t *testing.T) []example {
	t.Helper()
	data, err := os.ReadFile("testdata/calls.json")
	if err != nil {
		t.Fatal(err)
	}
	var list []example
	if err := json.Unmarshal(data, &list); err != nil {
		t.Fatal(err)
	}
	return list
}

func TestCatalog_holdsEveryToolOnceAndOnlyProposingWrites(t *testing.T) {
	var names []Name
	for _, tool := range Catalog() {
		names = append(names, tool.Name)
		if tool.Writes != (tool.Name == ProposeChangesTool) {
			t.Errorf("%s writes: %v", tool.Name, tool.Writes)
		}
	}
	if !slices.Equal(names, Names) {
		t.Errorf("the catalogue has %v, want %v", names, Names)
	}
}

func TestCatalog_schemasTakeTheExamplesAndEachRunsOnARealPortfolio(t *testing.T) {
	db, set, steps := sampled(t)
	before, err := db.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	tried := map[Name]bool{}
	for _, e := range examples(t) {
		t.Run(string(e.Tool)+"/"+e.Does, func(t *testing.T) {
			tried[e.Tool] = true
			at := slices.IndexFunc(Catalog(), func(tool Tool) bool { return tool.Name == e.Tool })
			schema, err := Catalog()[at].Arguments.Resolve(nil)
			if err != nil {
				t.Fatal(err)
			}
			var value map[string]any
			if err := json.Unmarshal(e.Arguments, &value); err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("the schema refuses it: %v", err)
			}
			*steps = nil
			out, err := set.Run(t.Context(), e.Tool, e.Arguments)
			if err != nil {
				t.Fatal(err)
			}
			text, err := out.JSON()
			if err != nil || !strings.Contains(string(text), e.Finds) {
				t.Errorf("%q is not in %s (%v)", e.Finds, text, err)
			}
			if len(*steps) != 1 || (*steps)[0].Tool != string(e.Tool) {
				t.Errorf("steps are %+v", *steps)
			}
			if (out.Proposal != nil) != (e.Tool == ProposeChangesTool) {
				t.Errorf("proposal %+v", out.Proposal)
			}
		})
	}
	for _, name := range Names {
		if !tried[name] {
			t.Errorf("there is no example of %s", name)
		}
	}
	if after, err := db.Version(t.Context()); err != nil || after != before {
		t.Errorf("the portfolio went from version %d to %d, %v", before, after, err)
	}
}

func TestRun_refusesWhatDoesNotFitAndSaysWhatWould(t *testing.T) {
	_, set, steps := sampled(t)
	cases := map[string]struct {
		tool      Name
		arguments string
		code      portfolio.Code
		says      []string
	}{
		"unknown tool":       {"drop_tables", `{}`, portfolio.ENotFound, []string{"drop_tables", "list_programs", "propose_changes"}},
		"no object":          {ListProgramsTool, `[1]`, portfolio.EInvalid, []string{"one JSON object"}},
		"broken":             {ListProgramsTool, `{"where": [`, portfolio.EInvalid, []string{"one JSON object"}},
		"unknown argument":   {ListProgramsTool, `{"status": "At Risk"}`, portfolio.EInvalid, []string{"status", "where", "order_by"}},
		"no preset of risks": {ListRisksTool, `{"preset": "overdue"}`, portfolio.EInvalid, []string{"no argument preset"}},
		"unknown preset":     {ListMilestonesTool, `{"preset": "late"}`, portfolio.EInvalid, []string{"late", "preset", "overdue"}},
		"unknown field":      {ListProgramsTool, `{"where": [{"field": "budget", "op": "is", "values": ["1"]}]}`, portfolio.EInvalid, []string{"budget", "where[0].field", "launch_date"}},
		"unknown operator":   {ListProgramsTool, `{"where": [{"field": "owner", "op": "=", "values": ["1"]}]}`, portfolio.EInvalid, []string{"where[0].op", "is_not"}},
		"unknown word":       {ListProgramsTool, `{"where": [{"field": "status", "op": "is", "values": ["Purple"]}]}`, portfolio.EInvalid, []string{"Purple", "status", "Off Track, At Risk, On Track or Completed"}},
		"no values":          {ListProgramsTool, `{"where": [{"field": "status", "op": "is"}]}`, portfolio.EInvalid, []string{"where[0].values", "missing"}},
		"values no list":     {ListProgramsTool, `{"where": [{"field": "status", "op": "is", "values": "At Risk"}]}`, portfolio.EInvalid, []string{"where[0].values", "a list"}},
		"no such day":        {ListProgramsTool, `{"where": [{"field": "launch_date", "op": "from", "values": ["next week"]}]}`, portfolio.EInvalid, []string{"next week", "YYYY-MM-DD"}},
		"too many rows":      {ListProgramsTool, `{"limit": 5000}`, portfolio.EInvalid, []string{"limit", "1 to 50"}},
		"no number":          {ListProgramsTool, `{"limit": "many"}`, portfolio.EInvalid, []string{"limit", "a number"}},
		"no since":           {ListChangesTool, `{}`, portfolio.EInvalid, []string{"since", "missing"}},
		"since no day":       {ListChangesTool, `{"since": "last month"}`, portfolio.EInvalid, []string{"since", "YYYY-MM-DD"}},
		"unknown topic":      {ListChangesTool, `{"since": "2026-01-01", "only": ["budgets"]}`, portfolio.EInvalid, []string{"only[0]", "status changes"}},
		"counts of what":     {CountByTool, `{"of": "objective"}`, portfolio.EInvalid, []string{"objective", "program, risk, milestone"}},
		"by what":            {CountByTool, `{"of": "program", "by": "risk.severity"}`, portfolio.EInvalid, []string{"risk.severity"}},
		"no program":         {GetProgramTool, `{"id": "nowhere"}`, portfolio.ENotFound, []string{"nowhere", "list_programs"}},
		"no id":              {GetProgramTool, `{}`, portfolio.EInvalid, []string{"id", "missing"}},
		"no such side":       {ListDependenciesTool, `{"id": "Mainframe Exit", "side": "up"}`, portfolio.EInvalid, []string{"up", "waits_for, holds_up"}},
		"of no program":      {ListDependenciesTool, `{"id": "nowhere"}`, portfolio.ENotFound, []string{"nowhere", "list_programs"}},
		"slip of nothing":    {WhatIfSlipTool, `{"by": 3}`, portfolio.EInvalid, []string{"id", "missing"}},
		"slip in years":      {WhatIfSlipTool, `{"id": "Mainframe Exit", "by": 3, "unit": "years"}`, portfolio.EInvalid, []string{"unit", "days, weeks, months"}},
		"slip backwards":     {WhatIfSlipTool, `{"id": "Mainframe Exit", "by": -3}`, portfolio.EInvalid, []string{"by", "1 to 5000"}},
		"slip said twice":    {WhatIfSlipTool, `{"id": "Mainframe Exit", "by": 3, "until": "2026-12-01"}`, portfolio.EInvalid, []string{"not both"}},
		"forecast for when":  {ForecastLaunchTool, `{"id": "Mainframe Exit", "by": "summer"}`, portfolio.EInvalid, []string{"by", "YYYY-MM-DD"}},
		"no changes":         {ProposeChangesTool, `{"changes": []}`, portfolio.EInvalid, []string{"changes", "at least 1"}},
		"kept by the store":  {ProposeChangesTool, `{"changes": [{"entity": "risk", "id": "sample-instant-payments-r1", "field": "progress", "value": 4}]}`, portfolio.EInvalid, []string{"progress", "severity"}},
		"no such risk":       {ProposeChangesTool, `{"changes": [{"entity": "risk", "id": "nowhere", "field": "status", "value": "Closed"}]}`, portfolio.ENotFound, []string{"nowhere"}},
		"a new program":      {ProposeChangesTool, `{"changes": [{"entity": "program", "field": "*", "value": {"name": "X"}}]}`, portfolio.EInvalid, []string{"cannot be created"}},
		"create over one":    {ProposeChangesTool, `{"changes": [{"entity": "program", "id": "sample-instant-payments", "field": "*", "value": {"name": "X"}}]}`, portfolio.EInvalid, []string{"null", "deletes"}},
		"a risk of nothing":  {ProposeChangesTool, `{"changes": [{"entity": "risk", "field": "*", "value": {"title": "X"}}]}`, portfolio.EInvalid, []string{"program_id"}},
		"an id of its own":   {ProposeChangesTool, `{"changes": [{"entity": "risk", "program_id": "sample-instant-payments", "field": "*", "value": {"title": "X", "id": "mine"}}]}`, portfolio.EInvalid, []string{"id", "title"}},
	}
	for name, c := range cases {
		_, err := set.Run(t.Context(), c.tool, json.RawMessage(c.arguments))
		if portfolio.ErrorCode(err) != c.code {
			t.Errorf("%s: %v, want %s", name, err, c.code)
			continue
		}
		for _, word := range c.says {
			if !strings.Contains(portfolio.ErrorMessage(err), word) {
				t.Errorf("%s: %q does not say %q", name, portfolio.ErrorMessage(err), word)
			}
		}
	}
	if len(*steps) > 0 {
		t.Errorf("refused calls became steps: %+v", *steps)
	}
}

func TestRun_whatIsLeftOutNullOrEmptyIsTheSame(t *testing.T) {
	_, set, _ := sampled(t)
	for _, arguments := range []string{``, `null`, `{}`, `{"text": "", "preset": null, "where": []}`} {
		out, err := set.Run(t.Context(), ListProgramsTool, json.RawMessage(arguments))
		if err != nil || out.Rows == 0 {
			t.Errorf("%q: %d rows, %v", arguments, out.Rows, err)
		}
	}
}

func TestRun_givesAPartOfTheRowsAndTheTotal(t *testing.T) {
	db := filled(t, 130)
	set, _ := recorded(db)
	cases := map[string]struct {
		arguments   string
		rows        int
		first, last string
	}{
		"the usual number": {`{}`, usualRows, "Program 0000", "Program 0019"},
		"the most":         {`{"limit": 50}`, MaxRows, "Program 0000", "Program 0049"},
		"read on":          {`{"limit": 50, "skip": 100}`, 30, "Program 0100", "Program 0129"},
		"beyond the end":   {`{"skip": 500}`, 0, "", ""},
	}
	for name, c := range cases {
		out, err := set.Run(t.Context(), ListProgramsTool, json.RawMessage(c.arguments))
		if err != nil {
			t.Fatal(err)
		}
		list, ok := out.Result.(Listed[ProgramFacts])
		if !ok || list.Total != 130 || len(list.Rows) != c.rows || out.Rows != c.rows || len(out.Citations) != c.rows {
			t.Errorf("%s: %d of %d, %d cited", name, len(list.Rows), list.Total, len(out.Citations))
			continue
		}
		if c.rows > 0 && (list.Rows[0].Name != c.first || list.Rows[c.rows-1].Name != c.last) {
			t.Errorf("%s: from %q to %q", name, list.Rows[0].Name, list.Rows[c.rows-1].Name)
		}
	}
}

func TestRun_notReportedIsNullAndALongTextIsCut(t *testing.T) {
	db := storetest.Open(t)
	p := storetest.MustProgram(t, db, portfolio.Program{Name: "Blank"})
	storetest.MustRisk(t, db, portfolio.Risk{ProgramID: p.ID, Title: "Long", Severity: portfolio.High, Likelihood: portfolio.Medium, Status: portfolio.RiskOpen, Mitigation: strings.Repeat("é", 2*shortText)})
	set, _ := recorded(db)
	cases := map[Name][]string{
		ListProgramsTool: {`"status":null`, `"owner":null`, `"progress":null`, `"launch_date":null`, `"strategic_objectives":[]`},
		ListRisksTool:    {`"likelihood":"Medium"`, `"score":6`, `"owner":null`, strings.Repeat("é", shortText-1) + `…"`},
	}
	for name, wanted := range cases {
		out, err := set.Run(t.Context(), name, nil)
		if err != nil {
			t.Fatal(err)
		}
		text, err := out.JSON()
		for _, part := range wanted {
			if err != nil || !strings.Contains(string(text), part) {
				t.Errorf("%s: %s is not in %s (%v)", name, part, text, err)
			}
		}
	}
	out, err := set.Run(t.Context(), GetProgramTool, json.RawMessage(`{"id": "blank"}`))
	record, ok := out.Result.(ProgramRecord)
	if err != nil || !ok || *record.Risks[0].Score != 6 || strings.Contains(string(record.Risks[0].Mitigation), "…") {
		t.Errorf("record %+v, %v", record, err)
	}
}

func TestRun_countCitesNoneAndAddsUp(t *testing.T) {
	_, set, _ := sampled(t)
	out, err := set.Run(t.Context(), CountByTool, json.RawMessage(`{"of": "program", "by": "status"}`))
	count, ok := out.Result.(CountFacts)
	if err != nil || !ok || len(out.Citations) != 0 {
		t.Fatalf("%+v, %v", out, err)
	}
	sum := 0
	for _, g := range count.Groups {
		sum += g.Count
	}
	if sum != count.Total || sum == 0 || count.GroupsTotal != len(count.Groups) {
		t.Errorf("groups add up to %d of %d", sum, count.Total)
	}
}

func TestRun_aChangeOfADeletedRecordCitesItsProgram(t *testing.T) {
	db, set, _ := sampled(t)
	if err := db.DeleteRisk(t.Context(), storetest.Person, "sample-instant-payments-r1", revisionOf(t, db)); err != nil {
		t.Fatal(err)
	}
	out, err := set.Run(t.Context(), ListChangesTool, json.RawMessage(`{"since": "2026-02-02"}`))
	changes, ok := out.Result.(ChangesFacts)
	if err != nil || !ok || len(changes.Rows) != 1 {
		t.Fatalf("%+v, %v", out, err)
	}
	if len(out.Citations) != 1 || out.Citations[0].Type != portfolio.EntityProgram || strings.Contains(string(changes.Rows[0].Before), "revision") {
		t.Errorf("cites %+v, before %s", out.Citations, changes.Rows[0].Before)
	}
}

// revisionOf gives the revision of the risk that the test deletes.
func revisionOf(t *testing.T, db *store.DB) int64 {
	t.Helper()
	detail, err := db.Program(t.Context(), "sample-instant-payments")
	if err != nil {
		t.Fatal(err)
	}
	return detail.Program.Risks[0].Revision
}
