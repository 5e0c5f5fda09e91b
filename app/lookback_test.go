package app

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// twoDays gives a session whose portfolio held one program ten days ago and holds another one besides today.
func twoDays(t *testing.T) (*session, *fakeDesktop, portfolio.Date) {
	t.Helper()
	s, d := openSession(t)
	then := s.desk.Store.Today().AddDays(-10)
	if _, err := s.desk.Store.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "x", AsOf: then}, portfolio.Program{Name: "Old"}); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: "New"}); err != nil {
		t.Fatal(err)
	}
	return s, d, then
}

func total(t *testing.T, s *session) int {
	t.Helper()
	page, err := (&Programs{s}).Page(portfolio.Query{}, "")
	if err != nil {
		t.Fatal(err)
	}
	return page.Total
}

func TestLookBack_showsThePastOnEveryPageUntilToday(t *testing.T) {
	s, d, then := twoDays(t)
	d.drain()
	state, err := (&Desk{s}).LookBack(string(then))
	if err != nil || state.AsOf != then || state.Today != then || state.Counts.Programs != 1 {
		t.Fatalf("got %+v (%v)", state, err)
	}
	if changed := awaitA[DataChanged](t, d); len(changed.Entities) != len(portfolio.Entities) {
		t.Errorf("the window is told of %v", changed.Entities)
	}
	if n := total(t, s); n != 1 {
		t.Errorf("the list has %d programs, want 1", n)
	}
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: "X"}); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("the past can be changed: %v", err)
	}
	if _, err := (&Chat{s}).Send("", "How many programs are there?", agent.Scope{}, ""); err != nil {
		t.Fatal(err)
	}
	finished := awaitA[agent.ChatFinished](t, d)
	if len(finished.Message.Figures) != 1 || string(finished.Message.Figures[0].Value) != "1" {
		t.Errorf("the assistant says %q", finished.Message.Text)
	}
	if state, err = (&Desk{s}).Today(); err != nil || state.AsOf != "" || total(t, s) != 2 {
		t.Errorf("today is %+v (%v)", state, err)
	}
	if _, err := (&Desk{s}).LookBack("2999-01-01"); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a day to come: %v", err)
	}
}

func TestSession_tellsTheWindowWhatAnotherProcessWrote(t *testing.T) {
	s, d := openSession(t)
	file := filepath.Join(t.TempDir(), "a.csv")
	if err := os.WriteFile(file, []byte("name,status\nAurora,Green\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	other, err := desk.Open(t.Context(), desk.Options{DataDir: s.dataDir})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := other.Import(t.Context(), desk.FilesAt(exchange.Options{}, file), desk.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if changed := awaitA[DataChanged](t, d); !changed.External {
		t.Errorf("told %+v", changed)
	}
	if n := total(t, s); n != 1 {
		t.Errorf("the list has %d programs, want 1", n)
	}
}

func TestSession_tellsTheWindowWhatAnotherProcessProposes(t *testing.T) {
	s, d := openSession(t)
	other, err := desk.Open(t.Context(), desk.Options{DataDir: s.dataDir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = other.Close() }()
	p, err := other.Store.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "test"}, portfolio.Program{Name: "Aurora"})
	if err != nil {
		t.Fatal(err)
	}
	awaitA[DataChanged](t, d)
	wish := json.RawMessage(`{"changes": [{"entity": "program", "id": "` + p.ID + `", "field": "owner", "value": "Ada"}]}`)
	if _, err := other.Guest().Call(t.Context(), "Planner", tools.ProposeChangesTool, wish); err != nil {
		t.Fatal(err)
	}
	if changed := awaitA[DataChanged](t, d); !changed.Proposals || !changed.External || len(changed.Entities) != 0 {
		t.Errorf("told %+v", changed)
	}
	waiting, err := (&Proposals{s}).Waiting()
	if err != nil || len(waiting) != 1 || waiting[0].From != "Planner (MCP)" {
		t.Fatalf("waiting %+v, %v", waiting, err)
	}
	shown, err := (&Chat{s}).Open(waiting[0].ConversationID)
	if err != nil || len(shown.Messages) != 1 || shown.Messages[0].Proposal == nil {
		t.Errorf("the conversation is %+v, %v", shown, err)
	}
	if result, err := (&Proposals{s}).Apply(waiting[0].ID, []int{1}, nil); err != nil || len(result.Applied) != 1 {
		t.Errorf("applied %+v, %v", result, err)
	}
}

// drain forgets the events so far.
func (d *fakeDesktop) drain() {
	for {
		select {
		case <-d.told:
		default:
			return
		}
	}
}
