package analyst

import (
	"context"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/checking"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestAnswer_risksAgeFromTheDayOnWhichTheyWereRecorded(t *testing.T) {
	db := storetest.Open(t)
	on := func(day portfolio.Date) store.Write {
		return store.Write{Actor: portfolio.ByPerson, Why: "test", AsOf: day}
	}
	p, err := db.SaveProgram(context.Background(), on("2024-06-01"), portfolio.Program{Name: "aurora", StartDate: "2024-01-15"})
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		title string
		day   portfolio.Date
	}{{"Budget", "2024-06-01"}, {"Staff", "2025-10-20"}, {"Vendor", "2026-01-20"}, {"Weather", ""}} {
		risk := portfolio.Risk{ProgramID: p.ID, Title: r.title, Severity: portfolio.High}
		if _, err := db.SaveRisk(context.Background(), on(r.day), risk); err != nil {
			t.Fatal(err)
		}
	}
	cases := []struct{ ask, cites, says string }{
		{"what is the oldest open risk?", "Budget", "1 Jun 2024"},
		{"newest risk", "Weather", "2 Feb 2026"},
		{"the 2 oldest risks", "Budget Staff", "20 Oct 2025"},
		{"risks older than 90 days", "Budget Staff", "recorded up to 3 Nov 2025"},
		{"open High risks older than 6 months", "Budget", "**1** open High risk recorded up to 1 Aug 2025"},
		{"which risks have been open for more than 200 days?", "Budget", ""},
		{"risks newer than 30 days", "Vendor Weather", "recorded from 3 Jan 2026 to 2 Feb 2026"},
		{"how many risks are older than 60 days?", "", "There are **2** open risks recorded up to 3 Dec 2025."},
		{"risks sorted by age", "Budget Staff Vendor Weather", ""},
		{"programs older than 1 year", "aurora", ""},
	}
	for _, c := range cases {
		t.Run(c.ask, func(t *testing.T) {
			question := agent.Question{Text: c.ask, Today: testDay}
			reply := converse(t, New(db), question, c.ask)
			wantIDs(t, "cites", c.cites, each(reply.Citations, func(x portfolio.Citation) string { return x.Label }))
			if !reply.Understood || !strings.Contains(reply.Text, c.says) {
				t.Errorf("does not say %q:\n%s", c.says, reply.Text)
			}
			for _, claim := range checking.Check(t.Context(), reply.Text, evidenceOf(question, reply)) {
				if claim.Bound == nil {
					t.Errorf("%q is not bound in\n%s", reply.Text[claim.From:claim.To], reply.Text)
				}
			}
		})
	}
}
