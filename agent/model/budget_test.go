package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// talk is a conversation of n turns with long answers.
func talk(n int) (history []portfolio.Message) {
	for i := range n {
		history = append(history,
			portfolio.Message{Role: portfolio.RolePerson, Text: fmt.Sprintf("question %d", i)},
			portfolio.Message{Role: portfolio.RoleAssistant, Text: fmt.Sprintf("answer %d ", i) + strings.Repeat("and so on ", 100)})
	}
	return history
}

// sent estimates the tokens of a request.
func sent(r modeltest.Request) int { return tokens(r.Body) }

func TestAnswer_aLongConversationIsShortenedAndSaysSo(t *testing.T) {
	for size, wantTools := range map[int]bool{2048: false, 4096: true, 8192: true, 0: true, 128_000: true} {
		s := modeltest.New(t, modeltest.Say("Hello"))
		e := at(s)
		e.Context = size
		reply, _, err := ask(t.Context(), engine(t, furnished(t), e), agent.Question{Text: "newest question", History: talk(60)})
		if err != nil {
			t.Errorf("context %d: %v", size, err)
			continue
		}
		asked := s.Requests()[0]
		whole := size == 128_000
		if shortened := strings.Contains(reply.Text, "This conversation is longer than the model can take"); shortened == whole {
			t.Errorf("context %d: answered %.200q", size, reply.Text)
		}
		if most := budgetOf(e).whole; sent(asked) > most {
			t.Errorf("context %d: sends about %d tokens", size, sent(asked))
		}
		if (len(asked.Tools) > 0) != wantTools {
			t.Errorf("context %d: offers %d tools", size, len(asked.Tools))
		}
		if whole != strings.Contains(asked.Body, "question 0") || !whole && !strings.Contains(asked.Body, "is left out") || asked.Last().Content != "newest question" {
			t.Errorf("context %d: sends %.300s", size, asked.Body)
		}
	}
}

func TestAnswer_resultsThatDoNotFitAreTakenBackAndTheAnswerSaysSo(t *testing.T) {
	var programs []portfolio.Program
	for i := range 50 {
		programs = append(programs, portfolio.Program{ID: fmt.Sprint("p", i), Name: fmt.Sprint("Program ", i), Description: strings.Repeat("long ", 50)})
	}
	list := modeltest.Call("", "list_programs", `{"limit":50}`)
	s := modeltest.New(t, list, list, list, modeltest.Say("Program 3 is one of them."))
	e := at(s)
	e.Context = 8192
	reply, _, err := ask(t.Context(), engine(t, filled(t, programs...), e), agent.Question{})
	if err != nil || !strings.Contains(reply.Text, "[Program 3](#/program/p3)") || !strings.Contains(reply.Text, "Not all that was read fitted") {
		t.Fatalf("answered %q, %v", reply.Text, err)
	}
	for i, r := range s.Requests() {
		if sent(r) > 8192 {
			t.Errorf("request %d has about %d tokens", i, sent(r))
		}
	}
	if last := s.Requests()[3]; !strings.Contains(last.Body, "is left out") || !strings.Contains(last.Last().Content, "is cut here") {
		t.Errorf("the model got %.300q at last", last.Last().Content)
	}
}

func TestAnswer_aQuestionThatNeverFitsIsRefusedBeforeItIsSent(t *testing.T) {
	s := modeltest.New(t, modeltest.Say("Hello"))
	e := at(s)
	e.Context = 2048
	_, _, err := ask(t.Context(), engine(t, furnished(t), e), agent.Question{Text: strings.Repeat("long ", 2000)})
	if portfolio.ErrorCode(err) != portfolio.EEndpoint || !strings.Contains(err.Error(), "do not fit") || len(s.Requests()) != 0 {
		t.Errorf("%d requests, %v", len(s.Requests()), err)
	}
}

func TestOffered_everyToolHasAPlaceAndFewerAreOfferedToSmallModels(t *testing.T) {
	if len(importance) != len(tools.Names) || len(offeredWithin(1<<20, nil)) != len(tools.Names) {
		t.Errorf("%d of %d tools have a place, %d are offered", len(importance), len(tools.Names), len(offeredWithin(1<<20, nil)))
	}
	// What tells of what lies ahead waits for a context that is known to be larger.
	ahead := []tools.Name{tools.ListDependenciesTool, tools.WhatIfSlipTool, tools.ForecastLaunchTool}
	var got []tools.Name
	for _, tool := range offeredWithin(budgetOf(portfolio.Endpoint{}).tools(), nil) {
		got = append(got, tools.Name(tool.GetName()))
	}
	for _, name := range tools.Names {
		if !slices.Contains(got, name) && !slices.Contains(ahead, name) {
			t.Errorf("a model whose context is not known gets no %s", name)
		}
	}
	if got := offeredWithin(100, nil); got != nil {
		t.Errorf("a tiny model gets %d tools", len(got))
	}
}

func TestHistory_hasNamesInsteadOfLinks(t *testing.T) {
	got := asSaid(`**[Blue \[Sky\]](#/program/p3)** and [Go-live](#/milestone/m1?program=p1) cost 5\*5`)
	if want := "**Blue [Sky]** and Go-live cost 5*5"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestPrompts_everyFileCanBeFilledIn(t *testing.T) {
	files, err := promptFiles.ReadDir("prompts")
	if err != nil {
		t.Fatal(err)
	}
	all := blanks{today: "2027-01-01", fiscalYearStart: "April", open: "p1"}
	for _, f := range files {
		if got := all.fill(f.Name()); len(got) < 20 || strings.ContainsAny(got, "{}") {
			t.Errorf("%s is %q", f.Name(), got)
		}
	}
	if got := all.rules(); !strings.HasSuffix(got, "mean that one.") || !strings.Contains(got, "p1") {
		t.Errorf("the rules are %q", got)
	}
}
