package store

import (
	"encoding/json"
	"fmt"
	"testing"

	"portfolio-ai/store/portfolio"
)

// propose stores an answer that proposes changes, and gives the proposal's id.
func propose(t *testing.T, db *DB, changes ...portfolio.Change) string {
	t.Helper()
	id := "proposal-" + t.Name()
	m := portfolio.Message{ID: "m-" + id, ConversationID: "c-" + id, TurnID: "t-" + id, Role: portfolio.RoleAssistant, State: portfolio.TurnStreaming}
	if err := db.BeginTurn(t.Context(), portfolio.Conversation{ID: m.ConversationID, Title: "x", Messages: []portfolio.Message{m}}); err != nil {
		t.Fatal(err)
	}
	m.State = portfolio.TurnDone
	m.Proposal = &portfolio.Proposal{ID: id, ConversationID: m.ConversationID, TurnID: m.TurnID, Title: "Change things", State: portfolio.ProposalWaiting, Changes: changes}
	if err := db.SaveMessage(t.Context(), m); err != nil {
		t.Fatal(err)
	}
	return id
}

// row is one row of a proposal.
func row(entity portfolio.Entity, id, field, before, after string) portfolio.Change {
	return portfolio.Change{Entity: entity, ID: id, Label: "Aurora", ProgramID: id, Field: field, Before: json.RawMessage(before), After: json.RawMessage(after)}
}

func TestApply_writesTheTickedRowsAsOneUndoableStepOfTheAgent(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack})
	before := dump(t, db)
	id := propose(t, db,
		row(portfolio.EntityProgram, p.ID, "status", `"On Track"`, `"At Risk"`),
		row(portfolio.EntityProgram, p.ID, "launch_date", `null`, `"2026-09-15"`),
		row(portfolio.EntityProgram, p.ID, "progress", `null`, `65`),
		row(portfolio.EntityStatusUpdate, p.ID, "status_update", `null`, `"Late but moving."`),
		row(portfolio.EntityRisk, "", "*", `null`, `{"program_id":"`+p.ID+`","title":"Supplier","severity":"High","status":"Open"}`),
	)
	waiting, err := db.Proposals(t.Context())
	if err != nil || len(waiting) != 1 || waiting[0].ID != id {
		t.Fatalf("waiting: %s (%v)", asJSON(t, waiting), err)
	}
	result, err := db.Apply(t.Context(), id, []int{1, 3, 4, 5})
	if err != nil || asJSON(t, result.Applied) != "[1,3,4,5]" || len(result.Refused) != 0 {
		t.Fatalf("got %s (%v)", asJSON(t, result), err)
	}
	set, err := db.ChangeSet(t.Context(), result.ChangeSet)
	if err != nil || set.Actor != portfolio.ByAgent || set.Why != "Change things" {
		t.Errorf("logged as %s (%v)", asJSON(t, set), err)
	}
	d, err := db.Program(t.Context(), p.ID)
	if err != nil || d.Program.Status != portfolio.AtRisk || d.Program.LaunchDate != "" || *d.Program.Progress != 65 ||
		d.Program.LastUpdate != db.Today() || len(d.Updates) != 1 || len(d.Program.Risks) != 1 {
		t.Errorf("it is now %s (%v)", asJSON(t, d), err)
	}
	if conversation, err := db.Conversation(t.Context(), result.Proposal.ConversationID); err != nil || conversation.Messages[0].Proposal.State != portfolio.ProposalApplied {
		t.Errorf("the conversation says %s (%v)", asJSON(t, conversation), err)
	}
	if _, err := db.Apply(t.Context(), id, nil); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("applied twice: %v", err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if dump(t, db) != before {
		t.Error("undo does not take all of it back")
	}
}

func TestApply_theChangeSetSaysWhyItsRowsWereWritten(t *testing.T) {
	cases := map[string]struct {
		reasons []string // of the rows; a row "of nothing" is refused
		only    []int
		want    string
	}{
		"no reason":              {[]string{"", ""}, nil, "Change things"},
		"one for all":            {[]string{"a slip", "a slip"}, nil, "Change things: a slip"},
		"several":                {[]string{"a slip", "", "a strike"}, nil, "Change things: a slip; a strike"},
		"of the ticked rows":     {[]string{"a slip", "a strike"}, []int{2}, "Change things: a strike"},
		"not of a refused row":   {[]string{"a slip", "a strike", "of nothing"}, nil, "Change things: a slip; a strike"},
		"more than can be named": {[]string{"a", "b", "of nothing", "c", "d", "e"}, nil, "Change things: a; b; c; and for 2 more reasons"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			db := openTemp(t)
			var rows []portfolio.Change
			for i, why := range c.reasons {
				p := mustSave(t, db, portfolio.Program{Name: fmt.Sprint("Program ", i)})
				change := row(portfolio.EntityProgram, p.ID, "owner", `""`, `"Ada"`)
				if change.Why = why; why == "of nothing" {
					change.Field = "no_field"
				}
				rows = append(rows, change)
			}
			id := propose(t, db, rows...)
			if kept, err := db.Proposal(t.Context(), id); err != nil || kept.Changes[0].Why != c.reasons[0] {
				t.Fatalf("kept %s (%v)", asJSON(t, kept), err)
			}
			result, err := db.Apply(t.Context(), id, c.only)
			if err != nil {
				t.Fatal(err)
			}
			if set, err := db.ChangeSet(t.Context(), result.ChangeSet); err != nil || set.Why != c.want {
				t.Errorf("why: %q, want %q (%v)", set.Why, c.want, err)
			}
		})
	}
}

func TestApply_refusesRowByRowWhatChangedMeanwhileOrBreaksARule(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", Status: portfolio.OffTrack, Owner: "Dana"})
	q := mustSave(t, db, portfolio.Program{Name: "Borealis"})
	gone := mustSave(t, db, portfolio.Program{Name: "Gone"})
	record := asJSON(t, q)
	id := propose(t, db,
		row(portfolio.EntityProgram, p.ID, "status", `"On Track"`, `"At Risk"`),
		row(portfolio.EntityProgram, p.ID, "owner", `"Dana"`, `"Ada"`),
		row(portfolio.EntityProgram, q.ID, "progress", `null`, `140`),
		row(portfolio.EntityProgram, gone.ID, "owner", `""`, `"Ada"`),
		row(portfolio.EntityProgram, p.ID, "revision", `1`, `2`),
		row(portfolio.EntityProgram, q.ID, "*", record, `null`),
		row(portfolio.EntityProgram, p.ID, "pipeline_stage", `null`, `"Nowhere"`),
		row("nonsense", p.ID, "x", `null`, `1`),
	)
	if err := db.DeleteProgram(t.Context(), person, gone.ID, gone.Revision); err != nil {
		t.Fatal(err)
	}
	q.Owner = "Ben"
	if _, err := db.SaveProgram(t.Context(), person, q); err != nil {
		t.Fatal(err)
	}
	result, err := db.Apply(t.Context(), id, []int{1, 2, 3, 4, 5, 6, 8})
	if err != nil || asJSON(t, result.Applied) != "[2]" || len(result.Refused) != 6 {
		t.Fatalf("got %s (%v)", asJSON(t, result), err)
	}
	for _, refused := range result.Refused {
		if refused.Reason == "" {
			t.Errorf("row %d has no reason", refused.Row)
		}
	}
	if d, err := db.Program(t.Context(), p.ID); err != nil || d.Program.Owner != "Ada" || d.Program.Status != portfolio.OffTrack {
		t.Errorf("it is now %s (%v)", asJSON(t, d.Program), err)
	}
}

func TestApply_waitsOnWhereEveryRowIsRefused(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	id := propose(t, db, row(portfolio.EntityProgram, p.ID, "pipeline_stage", `null`, `"Nowhere"`))
	before := dump(t, db)
	result, err := db.Apply(t.Context(), id, nil)
	if err != nil || result.ChangeSet != 0 || len(result.Refused) != 1 || result.Proposal.State != portfolio.ProposalWaiting || dump(t, db) != before {
		t.Errorf("got %s (%v)", asJSON(t, result), err)
	}
	if _, err := db.Apply(t.Context(), id, []int{2}); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a row that there is not: %v", err)
	}
	if err := db.Discard(t.Context(), id); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Apply(t.Context(), id, nil); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("a discarded proposal is applied: %v", err)
	}
	if waiting, err := db.Proposals(t.Context()); err != nil || len(waiting) != 0 {
		t.Errorf("still waiting: %s (%v)", asJSON(t, waiting), err)
	}
	if _, err := db.Apply(t.Context(), "nobody", nil); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("a proposal that there is not: %v", err)
	}
}
