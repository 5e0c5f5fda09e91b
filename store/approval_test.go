package store

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// inPlace is a value that a person puts in the place of the proposed one.
func inPlace(row int, value string) portfolio.EditedRow {
	return portfolio.EditedRow{Row: row, Value: json.RawMessage(value)}
}

func TestApprove_whatThePersonEditedIsWrittenLoggedKeptAndUndone(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, LaunchDate: "2027-03-31"})
	before := dump(t, db)
	id := propose(t, db,
		row(portfolio.EntityProgram, p.ID, "launch_date", `"2027-03-31"`, `"2027-06-30"`),
		row(portfolio.EntityProgram, p.ID, "status", `"On Track"`, `"At Risk"`),
		row(portfolio.EntityRisk, "", "*", `null`, `{"program_id":"`+p.ID+`","title":"Supplier","severity":"High","status":"Open"}`),
		row(portfolio.EntityStatusUpdate, p.ID, "status_update", `null`, `"Late but moving."`),
		row(portfolio.EntityProgram, p.ID, "owner", `""`, `"Ada"`),
	)
	edited := []portfolio.EditedRow{inPlace(1, `"2027-09-15"`), inPlace(3, `{"severity":"Medium","title":"Second supplier"}`), inPlace(4, `"Late."`), inPlace(5, `"Ben"`)}
	result, err := db.Approve(t.Context(), id, portfolio.Approval{Only: []int{1, 2, 3, 4}, Edited: edited})
	if err != nil || asJSON(t, result.Applied) != "[1,2,3,4]" || len(result.Refused) != 0 {
		t.Fatalf("got %s (%v)", asJSON(t, result), err)
	}
	d, err := db.Program(t.Context(), p.ID)
	if err != nil || d.Program.LaunchDate != "2027-09-15" || d.Program.Status != portfolio.AtRisk || d.Program.Owner != "" || d.Updates[0].Text != "Late." {
		t.Errorf("it is now %s (%v)", asJSON(t, d), err)
	}
	if r := d.Program.Risks[0]; r.Title != "Second supplier" || r.Severity != portfolio.Medium || r.Status != portfolio.RiskOpen {
		t.Errorf("the risk is now %s", asJSON(t, r))
	}
	set, err := db.ChangeSet(t.Context(), result.ChangeSet)
	if err != nil || set.Actor != portfolio.ByAgent || !slices.ContainsFunc(set.Changes, func(c portfolio.Change) bool { return string(c.After) == `"2027-09-15"` }) {
		t.Errorf("logged as %s (%v)", asJSON(t, set), err)
	}
	kept, err := db.Proposal(t.Context(), id)
	if err != nil || string(kept.Changes[0].After) != `"2027-06-30"` || asJSON(t, kept.Decision.Edited) != asJSON(t, edited[:3]) || asJSON(t, kept.Decision.Applied) != "[1,2,3,4]" {
		t.Errorf("kept as %s (%v)", asJSON(t, kept), err)
	}
	if _, err := db.Undo(t.Context()); err != nil || dump(t, db) != before {
		t.Errorf("undo does not take all of it back (%v)", err)
	}
}

func TestApprove_refusesAnEditedRowAloneAndKeepsWhy(t *testing.T) {
	cases := map[string]struct {
		change func(program string) portfolio.Change
		value  string
		says   string
	}{
		"out of bounds":      {changing("progress", `null`, `65`), `140`, "0 to 100"},
		"a wrong kind":       {changing("progress", `null`, `65`), `"much"`, "progress"},
		"a foreign word":     {changing("status", `null`, `"At Risk"`), `"Purple"`, "Off Track, At Risk, On Track or Completed"},
		"no day":             {changing("launch_date", `null`, `"2027-06-30"`), `"2027-02-31"`, "2027-02-31"},
		"nameless":           {changing("name", `"Aurora"`, `"Aurora 2"`), `" "`, "needs a name"},
		"what is there":      {changing("name", `"Aurora"`, `"Aurora 2"`), `"Aurora"`, "holds that already"},
		"changed meanwhile":  {changing("team", `"Growth"`, `"Payments"`), `"Platform"`, "changed meanwhile"},
		"an untitled record": {adding(`"title":"Supplier"`), `{"title":""}`, "needs a title"},
		"an empty update": {func(p string) portfolio.Change {
			return row(portfolio.EntityStatusUpdate, p, "status_update", `null`, `"Late"`)
		}, `""`, "needs a text"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			db := openTemp(t)
			p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
			id := propose(t, db, c.change(p.ID), row(portfolio.EntityProgram, p.ID, "owner", `""`, `"Ada"`))
			result, err := db.Approve(t.Context(), id, portfolio.Approval{Edited: []portfolio.EditedRow{inPlace(1, c.value)}})
			if err != nil || asJSON(t, result.Applied) != "[2]" || len(result.Refused) != 1 || !strings.Contains(result.Refused[0].Reason, c.says) {
				t.Fatalf("got %s (%v)", asJSON(t, result), err)
			}
			kept, err := db.Proposal(t.Context(), id)
			if err != nil || asJSON(t, kept.Decision.Refused) != asJSON(t, result.Refused) {
				t.Errorf("kept as %s (%v)", asJSON(t, kept), err)
			}
			if d, err := db.Program(t.Context(), p.ID); err != nil || d.Program.Owner != "Ada" || d.Program.Name != "Aurora" || d.Program.Progress != nil {
				t.Errorf("it is now %s (%v)", asJSON(t, d.Program), err)
			}
		})
	}
}

// changing is a row that changes a field of a program, adding one that creates a risk.
func changing(name, before, after string) func(string) portfolio.Change {
	return func(program string) portfolio.Change {
		return row(portfolio.EntityProgram, program, name, before, after)
	}
}

func adding(fields string) func(string) portfolio.Change {
	return func(program string) portfolio.Change {
		return row(portfolio.EntityRisk, "", "*", `null`, `{"program_id":"`+program+`","status":"Open",`+fields+`}`)
	}
}

func TestApprove_takesNoEditOfWhatHasNoValue(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	id := propose(t, db,
		row(portfolio.EntityProgram, p.ID, "*", asJSON(t, p), `null`),
		adding(`"title":"Supplier"`)(p.ID),
		row(portfolio.EntityProgram, p.ID, "owner", `""`, `"Ada"`),
	)
	before := dump(t, db)
	for name, edit := range map[string]portfolio.EditedRow{
		"a deletion":            inPlace(1, `"x"`),
		"another program":       inPlace(2, `{"program_id":"other"}`),
		"what the store keeps":  inPlace(2, `{"revision":7}`),
		"no fields":             inPlace(2, `"x"`),
		"no JSON":               inPlace(3, `x`),
		"a row that is not":     inPlace(4, `"x"`),
		"a row before the list": inPlace(0, `"x"`),
	} {
		if _, err := db.Approve(t.Context(), id, portfolio.Approval{Edited: []portfolio.EditedRow{edit}}); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%s: %v", name, err)
		}
	}
	if kept, err := db.Proposal(t.Context(), id); err != nil || kept.State != portfolio.ProposalWaiting || kept.Decision != nil || dump(t, db) != before {
		t.Errorf("kept as %s (%v)", asJSON(t, kept), err)
	}
}

func TestApprove_anEditThatChangesNothingLeavesTheProposalWaiting(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Owner: "Ada"})
	id := propose(t, db, row(portfolio.EntityProgram, p.ID, "owner", `"Ada"`, `"Ben"`))
	result, err := db.Approve(t.Context(), id, portfolio.Approval{Edited: []portfolio.EditedRow{inPlace(1, `"Ada"`)}})
	if err != nil || len(result.Applied) != 0 || len(result.Refused) != 1 || result.ChangeSet != 0 || result.Proposal.State != portfolio.ProposalWaiting {
		t.Errorf("got %s (%v)", asJSON(t, result), err)
	}
}
