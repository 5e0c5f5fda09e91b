package store

import (
	"encoding/json"
	"testing"

	"portfolio-ai/store/portfolio"
)

func turn(conversation, id string, at portfolio.Millis) portfolio.Conversation {
	return portfolio.Conversation{ID: conversation, Title: "How many " + id, CreatedAt: at, UpdatedAt: at, Messages: []portfolio.Message{
		{ID: id + "q", TurnID: id, Role: portfolio.RolePerson, Text: "How many?", State: portfolio.TurnDone, CreatedAt: at},
		{ID: id + "a", TurnID: id, Role: portfolio.RoleAssistant, State: portfolio.TurnStreaming, CreatedAt: at},
	}}
}

func TestConversation_isThereAgainAfterReopening(t *testing.T) {
	path := t.TempDir() + "/portfolio.db"
	db := mustOpen(t, path)
	if err := db.BeginTurn(t.Context(), turn("c1", "t1", 1)); err != nil {
		t.Fatal(err)
	}
	answer := portfolio.Message{ID: "t1a", Text: "**3** programs", Engine: "Built-in analyst", State: portfolio.TurnDone, Understood: true, TookMs: 1200, Tokens: &portfolio.Tokens{In: 812, Out: 120},
		Citations: []portfolio.Citation{{Type: portfolio.EntityProgram, ID: "p", Label: "Aurora"}},
		Figures:   []portfolio.Figure{{Label: "programs", Value: json.RawMessage("3")}},
		Steps:     []portfolio.Step{{Tool: "count", Arguments: json.RawMessage(`{"a":1}`), Rows: 3, Ms: 0.5}},
		Claims: []portfolio.Claim{
			{From: 2, To: 3, Kind: portfolio.ClaimNumber, Value: "3", Bound: &portfolio.Binding{Function: portfolio.FunctionCount, Query: &portfolio.Query{Of: portfolio.EntityProgram}}},
			{From: 6, To: 14, Kind: portfolio.ClaimName, Value: "programs"},
		},
		Draft: &portfolio.Draft{Kind: portfolio.DraftMail, ProgramID: "p", Subject: "Escalation: Ice"}}
	if err := db.SaveMessage(t.Context(), answer); err != nil {
		t.Fatal(err)
	}
	if err := db.BeginTurn(t.Context(), turn("c1", "t2", 5)); err != nil {
		t.Fatal(err)
	}
	mustClose(t, db)
	db = mustOpen(t, path)
	defer mustClose(t, db)
	if err := db.StopStreaming(t.Context()); err != nil {
		t.Fatal(err)
	}
	c, err := db.Conversation(t.Context(), "c1")
	if err != nil || len(c.Messages) != 4 || c.Title != "How many t1" || c.UpdatedAt != 5 {
		t.Fatalf("got %s (%v)", asJSON(t, c), err)
	}
	got := c.Messages[1]
	if got.Text != answer.Text || asJSON(t, got.Citations) != asJSON(t, answer.Citations) || asJSON(t, got.Figures) != asJSON(t, answer.Figures) || asJSON(t, got.Steps) != asJSON(t, answer.Steps) || asJSON(t, got.Claims) != asJSON(t, answer.Claims) || got.TookMs != answer.TookMs || asJSON(t, got.Tokens) != asJSON(t, answer.Tokens) || asJSON(t, got.Draft) != asJSON(t, answer.Draft) {
		t.Errorf("got %s", asJSON(t, got))
	}
	if c.Messages[3].Tokens != nil {
		t.Errorf("where nothing was counted there are %+v", c.Messages[3].Tokens)
	}
	if c.Messages[3].State != portfolio.TurnStopped {
		t.Errorf("an answer that was never finished is %s", c.Messages[3].State)
	}
}

func TestConversations_listTheLastOneTalkedInFirstAndCanBeDeleted(t *testing.T) {
	db := openTemp(t)
	for i, c := range []portfolio.Conversation{turn("c1", "t1", 1), turn("c2", "t2", 2), turn("c1", "t3", 3)} {
		if err := db.BeginTurn(t.Context(), c); err != nil {
			t.Fatal(i, err)
		}
	}
	list, err := db.Conversations(t.Context())
	if err != nil || len(list) != 2 || list[0].ID != "c1" || len(list[0].Messages) != 0 {
		t.Errorf("got %s (%v)", asJSON(t, list), err)
	}
	if err := db.DeleteConversation(t.Context(), "c1"); err != nil {
		t.Fatal(err)
	}
	for name, err := range map[string]error{
		"save a message": db.SaveMessage(t.Context(), portfolio.Message{ID: "t1a", State: portfolio.TurnDone}),
		"delete again":   db.DeleteConversation(t.Context(), "c1"),
	} {
		if portfolio.ErrorCode(err) != portfolio.ENotFound {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := db.Conversation(t.Context(), "c1"); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("open: %v", err)
	}
}
