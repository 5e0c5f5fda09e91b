package desk

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// visited makes a desk with one program and a guest at it.
func visited(t *testing.T) (*Desk, *Guest, portfolio.Program) {
	t.Helper()
	d, err := Open(t.Context(), Options{DataDir: t.TempDir()})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	p, err := d.Store.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "test"}, portfolio.Program{Name: "Aurora", Status: portfolio.OnTrack, LastUpdate: d.Store.Today()})
	if err != nil {
		t.Fatal(err)
	}
	return d, d.Guest(), p
}

// wish is the arguments that propose another owner.
func wish(program, owner string) json.RawMessage {
	return json.RawMessage(`{"changes": [{"entity": "program", "id": "` + program + `", "field": "owner", "value": "` + owner + `"}]}`)
}

func TestGuest_itsNameIsShortOnOneLineAndSaysThatItComesFromOutside(t *testing.T) {
	for name, want := range map[string]string{
		"Planner":                "Planner (MCP)",
		"":                       "Another program (MCP)",
		"\n\x7f":                 "Another program (MCP)",
		"Built-in\r\n\tanalyst":  "Built-in analyst (MCP)",
		strings.Repeat("é", 200): strings.Repeat("é", longestGuest-1) + "… (MCP)",
	} {
		d, guest, p := visited(t)
		if _, err := guest.Call(t.Context(), name, tools.ProposeChangesTool, wish(p.ID, "Ada")); err != nil {
			t.Fatal(err)
		}
		waiting, err := d.Store.Proposals(t.Context())
		if err != nil || len(waiting) != 1 || waiting[0].From != want {
			t.Errorf("%q: waiting %+v, %v", name, waiting, err)
		}
	}
}

func TestGuest_itsProposalsAreOneConversationWithTheStepsThatLedThere(t *testing.T) {
	d, guest, p := visited(t)
	for range keptSteps + 5 {
		if _, err := guest.Call(t.Context(), "Planner", tools.ListProgramsTool, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, owner := range []string{"Ada", "Ben"} {
		if _, err := guest.Call(t.Context(), "Planner", tools.ProposeChangesTool, wish(p.ID, owner)); err != nil {
			t.Fatal(err)
		}
	}
	list, err := d.Store.Conversations(t.Context())
	if err != nil || len(list) != 1 || list[0].Title != "Planner (MCP)" {
		t.Fatalf("conversations %+v, %v", list, err)
	}
	c, err := d.Store.Conversation(t.Context(), list[0].ID)
	if err != nil || len(c.Messages) != 2 {
		t.Fatalf("%+v, %v", c, err)
	}
	for i, steps := range []int{keptSteps, 1} {
		if m := c.Messages[i]; m.Proposal == nil || m.State != portfolio.TurnDone || len(m.Steps) != steps || len(m.Citations) != 1 {
			t.Errorf("message %d is %+v", i, m)
		}
	}

	if err := d.Store.DeleteConversation(t.Context(), c.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := guest.Call(t.Context(), "Planner", tools.ProposeChangesTool, wish(p.ID, "Cleo")); err != nil {
		t.Fatal(err)
	}
	if waiting, err := d.Store.Proposals(t.Context()); err != nil || len(waiting) != 1 || waiting[0].From != "Planner (MCP)" {
		t.Errorf("after its conversation was deleted %+v wait, %v", waiting, err)
	}
}

func TestGuest_thatStaysOvernightIsToldTheHealthOfTheDay(t *testing.T) {
	d, guest, _ := visited(t)
	assessed := func() string {
		out, err := guest.Call(t.Context(), "Planner", tools.ExplainHealthTool, json.RawMessage(`{"id": "Aurora"}`))
		health, ok := out.Result.(tools.HealthFacts)
		if err != nil || !ok {
			t.Fatal(err)
		}
		return string(health.Assessed) + " " + strings.Join(health.Reasons, ", ")
	}
	if got := assessed(); got != "On Track " {
		t.Errorf("assessed %q", got)
	}
	now := d.Store.Now().AddDate(0, 0, 40)
	d.Store.Now = func() time.Time { return now }
	if got := assessed(); got != "At Risk the last status update is 40 days old" {
		t.Errorf("40 days later assessed %q", got)
	}
}
