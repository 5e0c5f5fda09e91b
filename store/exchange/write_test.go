package exchange

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func document() portfolio.Document {
	progress := 40
	return portfolio.Document{
		Programs: []portfolio.Program{
			{ID: "P2", Name: "Beta & <more>"},
			{
				ID: "P1", ExternalID: "X", Name: "Alpha", Description: "one\ntwo", Status: portfolio.AtRisk, Owner: "Ada",
				Team: "Core", ProductLine: "Cloud", PipelineStage: portfolio.InProgress, StrategicObjectives: []string{"Save; spend", "grow"},
				StartDate: "2026-01-01", LaunchDate: "2026-04-03", Progress: &progress, LastUpdate: "2026-03-31",
				CreatedAt: 5, UpdatedAt: 6, Revision: 7,
				Risks: []portfolio.Risk{
					{ID: "R2", ProgramID: "P1", Title: "Dear", Status: portfolio.RiskAccepted},
					{ID: "R1", ProgramID: "P1", Title: "Late", Severity: portfolio.High, Likelihood: portfolio.Low, Status: portfolio.RiskOpen, ReviewDate: "2026-05-01"},
				},
				Milestones: []portfolio.Milestone{{
					ID: "M1", ProgramID: "P1", Name: "Beta", DueDate: "2026-02-01", BaselineDate: "2026-01-15",
					CompletedDate: "2026-02-02", Status: portfolio.MilestoneDone, CreatedAt: 1, UpdatedAt: 2, Revision: 3,
				}},
			},
		},
		Objectives:    []portfolio.Objective{{ID: "O1", Name: "grow", Description: "much", Revision: 2}},
		StatusUpdates: []portfolio.StatusUpdate{{ID: "U1", ProgramID: "P1", Date: "2026-03-31", Author: "Ada", Text: "fine", Status: portfolio.AtRisk, Progress: &progress}},
		Dependencies:  []portfolio.Dependency{{ID: "D1", From: "P1", To: "P2", Note: "first"}},
	}
}

func TestWriteJSON_readAndWrittenAgainGivesTheSameBytes(t *testing.T) {
	var first bytes.Buffer
	if err := WriteJSON(&first, document()); err != nil {
		t.Fatal(err)
	}
	file := readText(t, "a.json", first.String())
	if len(file.Programs) != 2 || len(file.Rejected)+len(file.Warnings) != 0 {
		t.Fatalf("%+v", file)
	}
	again := portfolio.Document{Objectives: file.Objectives, Dependencies: file.Dependencies}
	for _, in := range file.Programs {
		again.Programs = append(again.Programs, in.Program)
		again.StatusUpdates = append(again.StatusUpdates, in.Updates...)
	}
	var second bytes.Buffer
	if err := WriteJSON(&second, again); err != nil {
		t.Fatal(err)
	}
	if first.String() != second.String() {
		t.Errorf("first\n%s\nsecond\n%s", &first, &second)
	}
}

func TestWriteJSON_isSortedAndLeavesTheDocumentAlone(t *testing.T) {
	d := document()
	var out bytes.Buffer
	if err := WriteJSON(&out, d); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(d, document()) {
		t.Error("the document changed")
	}
	text := out.String()
	last := -1
	for _, part := range []string{
		`"format": "portfolio-ai"`, `"version": 1`, `"programs"`, `"id": "P1"`, `"grow"`, `"Save; spend"`, `"id": "R1"`, `"id": "R2"`, `"id": "P2"`,
		`"Beta & <more>"`, `"status": null`, `"objectives"`, `"status_updates"`, `"dependencies"`,
	} {
		at := last + 1 + strings.Index(text[last+1:], part)
		if at <= last {
			t.Fatalf("%s does not come after what should stand before it in\n%s", part, text)
		}
		last = at
	}
	if !strings.HasSuffix(text, "}\n") {
		t.Error("no line end after the last line")
	}
}
