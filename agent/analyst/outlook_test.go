package analyst

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// sampled opens the sample portfolio, of which today is testDay.
func sampled(tb testing.TB) *store.DB {
	tb.Helper()
	db := storetest.Open(tb)
	if err := sample.Load(context.Background(), db); err != nil {
		tb.Fatal(err)
	}
	return db
}

// ownName gives the id of a record of the sample without what all of them begin with.
func ownName(c portfolio.Citation) string { return strings.TrimPrefix(c.ID, "sample-") }

// stated are the days and the numbers with a unit that an answer may state.
var stated = regexp.MustCompile(`\b(\d{1,2} [A-Z][a-z]{2} \d{4})\b|\b(\d+)(?: days?\b| %)`)

func TestOutlook_everyDayAndNumberOfAnAnswerIsAFigure(t *testing.T) {
	a := New(sampled(t))
	for _, e := range append(exams(t, "outlook.json"), exams(t, "outlook-first.json")...) {
		reply := e.asks(t, a, testDay)
		ahead := slices.ContainsFunc(reply.Steps, func(s portfolio.Step) bool {
			list := tools.Name(s.Tool) == tools.ListDependenciesTool && strings.Contains(reply.Text, "| --- |") // states only how many it holds
			return !list && slices.Contains([]tools.Name{tools.ForecastLaunchTool, tools.WhatIfSlipTool, tools.ListDependenciesTool}, tools.Name(s.Tool))
		})
		known := map[string]bool{"50": true, "80": true} // of P50 and P80
		for _, f := range reply.Figures {
			value := strings.Trim(string(f.Value), `"`)
			known[value] = true
			if d, err := portfolio.ParseDate(value); err == nil {
				known[day(d)] = true
			}
		}
		for _, m := range stated.FindAllStringSubmatch(reply.Text, -1) {
			if ahead && !known[m[1]+m[2]] {
				t.Errorf("%q: %q is no figure of %s\n%s", e.Ask, m[0], figures(reply), reply.Text)
			}
		}
	}
}

func TestOutlook_asksNothingOfTheStoreButToRead(t *testing.T) {
	db := sampled(t)
	before, err := db.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	a := New(db)
	for _, e := range exams(t, "outlook.json") {
		reply := e.asks(t, a, testDay)
		if e.Kind != "still commands" && reply.Proposal != nil {
			t.Errorf("%q proposes %q", e.Ask, reply.Proposal.Title)
		}
	}
	if after, err := db.Version(t.Context()); err != nil || after != before {
		t.Errorf("the portfolio went from version %d to %d, %v", before, after, err)
	}
}

func TestOutlook_tooLittleHistoryIsSaid(t *testing.T) {
	db := loaded(t, "testdata/portfolio.json", testDay)
	reply := conversation(t, New(db), testDay, "when will Beacon really launch?")
	if !reply.Understood || !strings.Contains(reply.Text, "not enough history: ") || strings.Contains(reply.Text, "P80") {
		t.Errorf("answers %q", reply.Text)
	}
}
