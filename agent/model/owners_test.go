package model

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/store/portfolio"
)

func TestAnswer_ownersLeaveAsStandInsAndComeBackAsThemselves(t *testing.T) {
	db := filled(t,
		portfolio.Program{ID: "p1", Name: "Aurora", Owner: "Dana \"D\" Wu", Description: "Ask\nDana \"D\" Wu or LEE RAY."},
		portfolio.Program{ID: "p2", Name: "Beacon", Owner: "Lee Ray"})
	s := modeltest.New(t,
		modeltest.Call("", "list_programs", `{"where":[{"field":"owner","op":"is","values":["Owner 1"]}]}`),
		modeltest.Call("", "get_program", `{"id":"p1"}`),
		modeltest.Call("", "propose_changes", `{"changes":[{"entity":"program","id":"p2","field":"owner","value":"Owner 1"}]}`),
		modeltest.Say("Owner 1 owns Aurora, not Owner 2."))
	e := at(s)
	e.HideOwners = true
	history := []portfolio.Message{{Role: portfolio.RolePerson, Text: "Who?"}, {Role: portfolio.RoleAssistant, Text: "Lee Ray owns [Beacon](#/program/p2)."}}
	reply, _, err := ask(t.Context(), engine(t, db, e), agent.Question{Text: "What does dana \"d\" wu own?", History: history})
	if err != nil || !strings.HasSuffix(reply.Text, `Dana "D" Wu owns [Aurora](#/program/p1), not Lee Ray.`) {
		t.Errorf("answered %q, %v", reply.Text, err)
	}
	if p := reply.Proposal; p == nil || string(p.Changes[0].After) != `"Dana \"D\" Wu"` {
		t.Errorf("proposes %+v", p)
	}
	if reply.Steps[0].Rows != 1 || !strings.Contains(string(reply.Steps[0].Arguments), "Dana") {
		t.Errorf("the tool was asked %s and gave %d rows", reply.Steps[0].Arguments, reply.Steps[0].Rows)
	}
	for i, r := range s.Requests() {
		if low := strings.ToLower(r.Body); strings.Contains(low, "dana") || strings.Contains(low, "lee ray") {
			t.Errorf("request %d names an owner: %s", i, r.Body)
		}
	}
}

func TestShow_isWhatIsSentAndSendsNothing(t *testing.T) {
	db := furnished(t)
	s := modeltest.New(t, modeltest.Say("Hello"))
	for _, hide := range []bool{false, true} {
		e := at(s)
		e.HideOwners = hide
		q := agent.Question{Text: "What does Dana Wu own?", Today: "2027-01-01", FiscalYearStart: 4}
		before := len(s.Visits())
		shown, err := Show(t.Context(), Options{Endpoint: e, Workspace: db}, q)
		if err != nil || len(s.Visits()) != before {
			t.Fatalf("%d visits, %v", len(s.Visits())-before, err)
		}
		if _, _, err := ask(t.Context(), engine(t, db, e), q); err != nil {
			t.Fatal(err)
		}
		requests := s.Requests()
		last := requests[len(requests)-1]
		if strings.Join(strings.Fields(shown.Body), "") != strings.Join(strings.Fields(last.Body), "") {
			t.Errorf("shown %s\nsent %s", shown.Body, last.Body)
		}
		if shown.Address != s.BaseURL()+"/chat/completions" || len(shown.Tools) != len(last.Tools) || shown.Messages[len(shown.Messages)-1].Text != last.Last().Content {
			t.Errorf("shown %+v", shown)
		}
		if strings.Contains(last.Body, "Dana") == hide {
			t.Errorf("hiding %v sends %s", hide, last.Last().Content)
		}
	}
}
