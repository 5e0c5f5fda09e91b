package analyst

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// applied stores what a reply proposes as the desk does, and applies it.
func applied(t *testing.T, db *store.DB, id string, proposed *agent.Proposed) portfolio.ApplyResult {
	t.Helper()
	question := portfolio.Message{ID: id + "q", ConversationID: id, TurnID: id, Role: portfolio.RolePerson, State: portfolio.TurnDone}
	answer := portfolio.Message{ID: id + "a", ConversationID: id, TurnID: id, Role: portfolio.RoleAssistant, State: portfolio.TurnDone}
	if err := db.BeginTurn(t.Context(), portfolio.Conversation{ID: id, Messages: []portfolio.Message{question, answer}}); err != nil {
		t.Fatal(err)
	}
	answer.Proposal = &portfolio.Proposal{ID: id, ConversationID: id, TurnID: id, Title: proposed.Title, State: portfolio.ProposalWaiting, Changes: proposed.Changes}
	if err := db.SaveMessage(t.Context(), answer); err != nil {
		t.Fatal(err)
	}
	result, err := db.Apply(t.Context(), id, nil)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

func TestPropose_theStoreTakesEveryProposalAndUndoesItAsOneStep(t *testing.T) {
	db := withHistory(t)
	a := New(db)
	proposals := 0
	for i, e := range append(exams(t, "desk.json"), exams(t, "heldout.json")...) {
		if len(e.Proposal) == 0 {
			continue
		}
		proposals++
		reply := e.asks(t, a, testDay)
		if reply.Proposal == nil {
			t.Errorf("%q proposes nothing, now that others were applied and undone", e.Ask)
			continue
		}
		result := applied(t, db, fmt.Sprint(i), reply.Proposal)
		if len(result.Refused) > 0 || len(result.Applied) != len(reply.Proposal.Changes) {
			t.Errorf("%q: refused %+v", e.Ask, result.Refused)
		}
		if undone, err := db.Undo(t.Context()); err != nil || undone.Why != reply.Proposal.Title {
			t.Fatalf("%q: undid %q, %v", e.Ask, undone.Why, err)
		}
	}
	if proposals < 50 {
		t.Errorf("only %d proposals were tried", proposals)
	}
}

// exams reads an evaluation set.
func exams(tb testing.TB, set string) []exam {
	tb.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", set))
	if err != nil {
		tb.Fatal(err)
	}
	var out []exam
	if err := json.Unmarshal(data, &out); err != nil {
		tb.Fatal(err)
	}
	return out
}
