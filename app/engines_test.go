package app

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

func TestEngines_aModelIsSetUpTriedAskedAndRemoved(t *testing.T) {
	endpoint := modeltest.New(t, modeltest.Call("", "report", `{"word":"ready"}`), modeltest.Say("Hello"))
	s, d := openSession(t)
	engines := &Engines{s}
	entered := portfolio.Endpoint{Name: "Local", BaseURL: endpoint.BaseURL(), Model: modeltest.Model, Tools: portfolio.ToolsUnknown}
	trial, err := engines.Try(entered, "")
	if err != nil || trial.Problem != "" || trial.Tools != portfolio.ToolsYes {
		t.Errorf("tried: %+v, %v", trial, err)
	}
	saved, err := engines.Save(entered)
	if err != nil || !saved.Allowed || saved.Place != portfolio.ThisComputer {
		t.Fatalf("saved: %+v, %v", saved, err)
	}
	if place, err := engines.KeyPlace(saved.ID); err != nil || place != desk.KeyNowhere {
		t.Errorf("the key is in %q, %v", place, err)
	}
	shown, err := engines.Preview(saved.ID, "", "How many?", agent.Scope{})
	if err != nil || !strings.Contains(shown.Body, "How many?") || len(endpoint.Requests()) != 1 {
		t.Errorf("preview %+v, %v", shown, err)
	}
	ref, err := (&Chat{s}).Send("", "How many?", agent.Scope{}, saved.ID)
	if err != nil {
		t.Fatal(err)
	}
	finished := awaitA[agent.ChatFinished](t, d)
	if m := finished.Message; finished.TurnID != ref.TurnID || m.State != portfolio.TurnDone || m.Text != "Hello" || m.Engine != saved.Label {
		t.Errorf("answered %+v", m)
	}
	if err := engines.Remove(saved.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Chat{s}).Send(ref.ConversationID, "And now?", agent.Scope{}, saved.ID); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("after it was removed: %v", err)
	}
	if all, err := engines.List(); err != nil || len(all) != 1 || all[0].ID != "" {
		t.Errorf("engines %+v, %v", all, err)
	}
}
