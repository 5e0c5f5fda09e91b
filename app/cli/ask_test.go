package cli

import (
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

func TestAsk_jsonHasExactlyTheNamesThatScriptsRead(t *testing.T) {
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", "id,name,rag\nP1,Alpha,Green\nP2,Beta,Red\n"))
	printed := mustRun(t, "--data-dir", dataDir, "ask", "--json", "--today", "2026-01-01", "How many programs are there?")
	if got := members(t, json.RawMessage(printed)); got != "answer citations conversation_id engine figures proposal steps understood" {
		t.Errorf("members %q", got)
	}
	first := decode[answer](t, printed)
	if !first.Understood || first.ConversationID == "" || first.Engine == "" || !strings.Contains(first.Answer, "2") {
		t.Errorf("%+v", first)
	}
	for _, member := range []string{`"citations": [`, `"figures": [`, `"steps": [`, `"proposal": null`} {
		if !strings.Contains(printed, member) {
			t.Errorf("%s is not in %s", member, printed)
		}
	}
	again := decode[answer](t, mustRun(t, "--data-dir", dataDir, "ask", "--json", "--conversation", first.ConversationID, "How many programs are there?"))
	if again.ConversationID != first.ConversationID {
		t.Errorf("the conversation %s went on as %s", first.ConversationID, again.ConversationID)
	}
}

func TestAsk_printsTheSameAnswerAsText(t *testing.T) {
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", "name,rag\nAlpha,Green\nBeta,Red\n"))
	asJSON := decode[answer](t, mustRun(t, "--data-dir", dataDir, "ask", "--json", "how", "many", "programs?"))
	if text := mustRun(t, "--data-dir", dataDir, "ask", "how many programs?"); strings.TrimRight(text, "\n") != strings.TrimRight(asJSON.Answer, "\n") || !strings.HasSuffix(text, "\n") {
		t.Errorf("text %q, JSON %q", text, asJSON.Answer)
	}
}

func TestAsk_unknownConversationIsOneSentence(t *testing.T) {
	message := mustFail(t, exitFailure, "--data-dir", filepath.Join(t.TempDir(), "data"), "ask", "--conversation", "nowhere", "how many programs?")
	if !strings.Contains(message, "nowhere") {
		t.Errorf("the sentence is %q", message)
	}
}

func TestAsk_theNamedEngineAnswers(t *testing.T) {
	dataDir := filepath.Join(t.TempDir(), "data")
	s := modeltest.New(t, modeltest.Say("Hello"))
	d, err := desk.Open(t.Context(), desk.Options{DataDir: dataDir})
	if err != nil {
		t.Fatal(err)
	}
	_, err = d.SaveEndpoint(t.Context(), portfolio.Endpoint{Name: "Local", BaseURL: s.BaseURL(), Model: modeltest.Model})
	if err := errors.Join(err, d.Close()); err != nil {
		t.Fatal(err)
	}
	got := decode[answer](t, mustRun(t, "--data-dir", dataDir, "ask", "--json", "--engine", "local", "how many programs?"))
	if got.Engine != "Local scripted (this computer)" || got.Answer != "Hello" || got.Proposal != nil {
		t.Errorf("%+v", got)
	}
	if message := mustFail(t, exitFailure, "--data-dir", dataDir, "ask", "--engine", "nobody", "how many programs?"); !strings.Contains(message, `no engine "nobody"`) {
		t.Errorf("the sentence is %q", message)
	}
	if usual := decode[answer](t, mustRun(t, "--data-dir", dataDir, "ask", "--json", "how many programs?")); usual.Engine != "Built-in analyst" {
		t.Errorf("%+v", usual)
	}
}
