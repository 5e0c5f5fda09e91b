package exchange

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestReadJSON_bareArrayOfPrograms(t *testing.T) {
	file := readText(t, "a.json", `[
	{"id": "P1", "name": "Alpha", "description": "one\r\ntwo", "status": "On Track", "owner": "Ada", "team": "Core",
	 "product_line": "Cloud", "pipeline_stage": "In Progress", "strategic_objectives": ["Save", "grow", "Grow"],
	 "launch_date": "2026-09-15", "progress": 65, "last_update": "2026-06-01",
	 "risks": [{"id": "R1", "program_id": "P1", "title": "Late", "severity": "High", "description": "d", "mitigation": "m", "status": "Open"},
	           {"title": "Dear", "severity": null}],
	 "milestones": [{"id": "M1", "name": "Beta", "due_date": "2026-07-01", "completed_date": "2026-07-02", "status": "Done"}]},
	{"name": "Beta", "status": null, "progress": null, "owner": ""}
	]`)
	if len(file.Programs) != 2 || len(file.Rejected) != 0 || len(file.Warnings) != 0 {
		t.Fatalf("%+v", file)
	}
	p := file.Programs[0].Program
	if p.ID != "P1" || p.Description != "one\ntwo" || p.Status != portfolio.OnTrack || *p.Progress != 65 || p.LaunchDate != "2026-09-15" ||
		p.LastUpdate != "2026-06-01" || fmt.Sprint(p.StrategicObjectives) != "[grow Save]" {
		t.Errorf("program %+v", p)
	}
	if len(p.Risks) != 2 || p.Risks[0].Severity != portfolio.High || p.Risks[1].Status != "" || p.Risks[1].ProgramID != "P1" {
		t.Errorf("risks %+v", p.Risks)
	}
	if len(p.Milestones) != 1 || p.Milestones[0].Status != portfolio.MilestoneDone || p.Milestones[0].CompletedDate != "2026-07-02" {
		t.Errorf("milestones %+v", p.Milestones)
	}
	if in := file.Programs[1]; in.Row != 2 || !slices.Equal(in.Fields, []string{"name", "owner", "progress", "status"}) || in.Program.Progress != nil {
		t.Errorf("second program %+v", in)
	}
}

func TestReadJSON_whatCannotBeReadIsNotReportedWithAWarning(t *testing.T) {
	file := readText(t, "a.json", `[
	{"name": "A", "status": "Amber", "pipeline_stage": "limbo", "progress": 140, "launch_date": "someday", "owner": ["x"], "colour": 1,
	 "strategic_objectives": "grow", "risks": {"title": "no list"},
	 "milestones": [
		{"name": "M0", "status": "Done"},
		{"name": "M1", "status": "Missed", "completed_date": "2026-01-01"},
		{"name": "M2", "status": "weird"},
		{"name": "M3", "completed_date": "2026-01-01", "flag": true},
		{"status": "Planned"}, 5]},
	{"name": "B", "risks": [{"title": "R", "status": "weird", "severity": "5"}, {"severity": "Low"}]}
	]`)
	p := file.Programs[0].Program
	if p.Status != portfolio.AtRisk || p.PipelineStage != "" || p.Progress != nil || p.LaunchDate != "" || p.Owner != "" || file.Programs[0].Texts["status"] != "Amber" {
		t.Errorf("program %+v, texts %v", p, file.Programs[0].Texts)
	}
	var states []string
	for _, m := range p.Milestones {
		states = append(states, m.Name+" "+string(m.Status))
	}
	if got := strings.Join(states, ", "); got != "M0 , M1 Done, M2 Planned, M3 Done" {
		t.Errorf("milestones %s", got)
	}
	if r := file.Programs[1].Program.Risks; len(r) != 1 || r[0].Status != portfolio.RiskOpen || r[0].Severity != "" || file.Programs[1].Texts["risks[0].status"] != "weird" {
		t.Errorf("risks %+v, texts %v", r, file.Programs[1].Texts)
	}
	for _, want := range []string{
		`1 pipeline_stage: "limbo" is not a known pipeline stage`,
		`1 progress: "140" is not between 0 and 100`,
		`1 launch_date: "someday" is not a date`,
		`1 owner: ["x"] is not a value for owner`,
		`1 strategic_objectives: "grow" is not a list of texts`,
		`1 risks: {"title": "no list"} is not a list`,
		`1 milestones[0].status: Done needs a completion date; the status was left alone.`,
		`1 milestones[1].status: Missed contradicts the completion date 2026-01-01; it counts as Done.`,
		`1 milestones[2].status: "weird" is not a known milestone status; it counts as Planned.`,
		`1 milestones[4].name: The milestone was left out: it has no name.`,
		`1 milestones[5]: 5 was left out: it is not an object.`,
		`2 risks[0].status: "weird" is not a known risk status; it counts as Open.`,
		`2 risks[0].severity: "5" is not a known level`,
		`2 risks[1].title: The risk was left out: it has no title.`,
		`0 : Fields that were not read: colour, milestones[].flag.`,
	} {
		if !hasMessage(file, want) {
			t.Errorf("no warning %q in\n%s", want, strings.Join(messages(file), "\n"))
		}
	}
	if slices.Contains(file.Programs[0].Fields, "risks") {
		t.Error("the risks, which could not be read, count as reported")
	}
}

func TestReadJSON_programsThatCannotBeTakenInAreRejected(t *testing.T) {
	file := readText(t, "a.json", `[{"id": "1", "name": "A"}, 5, {"id": "2"}, {"id": "1", "name": "B"}, {"id": 7, "name": "C"}, null]`)
	var rows []int
	for _, r := range file.Rejected {
		rows = append(rows, r.Row)
	}
	if !slices.Equal(rows, []int{2, 3, 4, 6}) || len(file.Programs) != 2 || file.Programs[1].Program.ID != "7" {
		t.Errorf("%+v", file)
	}
}

func TestReadJSON_exportDocumentInAnyOrder(t *testing.T) {
	file := readText(t, "a.json", `{"status_updates": [
		{"id": "U1", "program_id": "P1", "date": "2026-03-31", "author": "Ada", "text": "fine", "status": "At Risk", "progress": 40, "launch_date": "2026-12-01", "created_at": 5, "revision": 3},
		{"id": "U2", "program_id": "gone", "date": "2026-03-31", "text": "lost"}],
		"programs": [{"id": "P1", "name": "A", "created_at": 1700000000000, "updated_at": 1700000000001, "revision": 9, "archived_at": null}, {"id": "P2", "name": "B"}],
		"objectives": [{"id": "O1", "name": "Grow", "description": "much"}],
		"dependencies": [{"id": "D1", "from": "P1", "to": "P2", "note": "n"}],
		"version": 1, "format": "portfolio-ai", "extra": {}}`)
	if len(file.Programs) != 2 || len(file.Objectives) != 1 || len(file.Dependencies) != 1 || len(file.Rejected) != 0 {
		t.Fatalf("%+v", file)
	}
	in := file.Programs[0]
	if in.Program.CreatedAt != 1700000000000 || in.Program.Revision != 9 || in.Program.ArchivedAt != nil {
		t.Errorf("program %+v", in.Program)
	}
	if u := in.Updates; len(u) != 1 || u[0].Status != portfolio.AtRisk || *u[0].Progress != 40 || u[0].LaunchDate != "2026-12-01" || u[0].Author != "Ada" || u[0].Revision != 3 {
		t.Errorf("updates %+v", u)
	}
	if !hasMessage(file, "status_updates[1].program_id: The status update was left out") || !hasMessage(file, "not read: extra.") {
		t.Errorf("warnings %q", messages(file))
	}
}
