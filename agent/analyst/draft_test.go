package analyst

import (
	"context"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// manyDrafts are wishes for every kind of draft, of each of some programs and of parts of a portfolio.
func manyDrafts(t *testing.T, s questioned, programs int) []exam {
	t.Helper()
	out := []exam{}
	for _, ask := range []string{
		"write the weekly summary", "draft a short weekly summary", "write the weekly summary for the last two months", "prepare a steering note for the portfolio",
		"draft a short steering note", "steering note for the red programs", "write an escalation mail", "draft an email to escalate all open risks without mitigation",
	} {
		out = append(out, exam{Ask: ask})
	}
	for _, field := range []portfolio.Field{portfolio.FieldTeam, portfolio.FieldProductLine, portfolio.FieldOwner} {
		groups, err := s.db.Groups(context.Background(), portfolio.Query{Of: portfolio.EntityProgram}, field)
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range groups[:min(len(groups), 3)] {
			if g.Value != "" {
				out = append(out, exam{Ask: "steering note for “" + g.Value + "”"}, exam{Ask: "weekly summary for “" + g.Value + "”"})
			}
		}
	}
	page, err := s.db.Programs(context.Background(), portfolio.Query{Of: portfolio.EntityProgram, Today: s.today})
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range page.Rows[:min(len(page.Rows), programs)] {
		name := "“" + p.Name + "”"
		out = append(out, exam{Ask: "draft a status update for " + name}, exam{Ask: "draft a short status update for " + name},
			exam{Ask: "draft a status update for " + name + " since " + string(s.today.AddDays(-400))},
			exam{Ask: "steering note on " + name}, exam{Ask: "escalation mail for the open risks of " + name})
	}
	return out
}

func TestChecked_everyClaimOfADraftIsBoundAndNoWrongFigureIs(t *testing.T) {
	for _, s := range askedAll(t) {
		if s.name == "questions.json" || s.name == "heldout.json" || s.name == "desk.json" {
			continue
		}
		t.Run(s.name, func(t *testing.T) {
			a := New(s.db)
			drafts, claims, wrongs := 0, 0, 0
			for _, e := range manyDrafts(t, s, 8) {
				reply := e.asks(t, a, s.today)
				if !reply.Understood {
					t.Errorf("%s: not understood\n%s", e.Ask, cut(reply.Text, 200))
				}
				if reply.Draft != nil {
					drafts++
				}
				found := s.checks(e, reply, reply.Text)
				claims += len(found)
				for i, c := range found {
					if c.Bound == nil {
						t.Errorf("%s: %q is not bound in %q", e.Ask, reply.Text[c.From:c.To], cut(reply.Text[max(0, c.From-100):], 200))
						continue
					}
					with, ok := wrong(c, reply.Text)
					if !ok || (i+drafts)%11 > 0 { // each figure made wrong in turn, over all drafts
						continue
					}
					wrongs++
					text := reply.Text[:c.From] + with + reply.Text[c.To:]
					if !slices.ContainsFunc(s.checks(e, reply, text), func(c portfolio.Claim) bool { return c.Bound == nil }) {
						t.Errorf("%s: %q in the place of %q counts as checked in %q", e.Ask, with, reply.Text[c.From:c.To], cut(text[max(0, c.From-100):], 200))
					}
				}
				if strings.Contains(reply.Text, "%!") {
					t.Errorf("%s: %s", e.Ask, reply.Text)
				}
			}
			t.Logf("%d drafts, %d claims, %d wrong figures", drafts, claims, wrongs)
		})
	}
}
