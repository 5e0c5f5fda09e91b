package analyst

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
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
		if undone, err := db.Undo(t.Context()); err != nil || !strings.HasPrefix(undone.Why, reply.Proposal.Title) {
			t.Fatalf("%q: undid %q, %v", e.Ask, undone.Why, err)
		}
	}
	if proposals < 50 {
		t.Errorf("only %d proposals were tried", proposals)
	}
}

func TestPropose_aRowCarriesTheReasonThatWasSaidElseTheRuleThatPickedIt(t *testing.T) {
	cases := map[string][]string{ // the reasons of the rows, each once
		"mark Ledger as at risk because the vendor slipped":                                          {},
		"mark Atlas as at risk because the vendor slipped":                                           {"the vendor slipped"},
		"mark Atlas at risk because the vendor slipped":                                              {"the vendor slipped"},
		"put Beacon on track because the vendor is back":                                             {"the vendor is back"},
		"because the vendor slipped, mark Atlas as at risk":                                          {"the vendor slipped"},
		"push the launch of Atlas and Mercury by two weeks because of the vendor, please":            {"the vendor"},
		"set the status of Atlas to Off Track and its progress to 30% because the pilot failed.":     {"the pilot failed"},
		"mark Atlas as red because the pilot failed and set the progress of Mercury to 30%":          {"the pilot failed", ""},
		"close all low risks of Ledger":                                                              {"Low risk of Ledger Modernisation"},
		"give all red programs of Maria Lopez to Priya Nair":                                         {"Off Track program owned by Maria Lopez"},
		"hand all programs over from Maria Lopez to Priya Nair":                                      {"program owned by Maria Lopez"},
		"transfer all programs from Maria Lopez to Priya Nair":                                       {"program owned by Maria Lopez"},
		"push the launch of all programs of Logistics & Supply by a week":                            {"program in team Logistics & Supply"},
		"push the launch of Atlas and Mercury by two weeks":                                          {""},
		"set the status of Atlas to At Risk":                                                         {""},
		`add a High risk "Late because of the vendor" to Atlas`:                                      {""},
		"post an update on Atlas: late because the vendor slipped":                                   {""},
		"close the risk Scope creep of Ledger because the scope is frozen and the contract is fixed": {"the scope is frozen and the contract is fixed"},
	}
	a := small(t)
	for question, want := range cases {
		reply := conversation(t, a, testDay, question)
		got := []string{}
		if reply.Proposal != nil {
			for _, c := range reply.Proposal.Changes {
				if !slices.Contains(got, c.Why) {
					got = append(got, c.Why)
				}
			}
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: reasons %q, want %q; it says %s", question, got, want, reply.Text)
		}
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

func TestPropose_saysInOneSentenceWhatIsSwitchedOffAndWhere(t *testing.T) {
	cases := map[portfolio.ProposalKind]string{
		portfolio.ProposeFields:  "set the status of Atlas to At Risk",
		portfolio.ProposeRecords: `add a High risk "Vendor insolvent" to Atlas`,
		portfolio.ProposeDeletes: "delete Atlas",
		portfolio.ProposeUpdates: "post an update on Atlas: all is well",
	}
	a := small(t)
	for _, never := range portfolio.ProposalKinds {
		for kind, question := range cases {
			reply := converse(t, a, agent.Question{Today: testDay, Never: []portfolio.ProposalKind{never}}, question)
			want := "Proposing to " + never.Words() + " is switched off in Portfolio AI, in Settings under “What the assistant may propose”."
			switch {
			case kind == never && (reply.Proposal != nil || reply.Text != want):
				t.Errorf("%q with %s switched off: %q", question, never, reply.Text)
			case kind != never && reply.Proposal == nil:
				t.Errorf("%q with %s switched off proposes nothing: %q", question, never, reply.Text)
			}
		}
	}
}
