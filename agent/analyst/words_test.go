package analyst

import (
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// theSample gives the invented portfolio.
func theSample(t *testing.T) questioned {
	t.Helper()
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	return questioned{db: db, today: testDay}
}

func TestCommand_theNameOfANewOwnerEndsWhereAReasonBegins(t *testing.T) {
	s := theSample(t)
	a := New(s.db)
	for ask, want := range map[string][2]string{
		"hand Card Vault Migration to Ada Lind for a review":                 {"Ada Lind", "for a review"},
		"hand Card Vault Migration to Ada Lind because Jonas is away":        {"Ada Lind", "Jonas is away"},
		"make Ada Lind the owner of Card Vault Migration":                    {"Ada Lind", ""},
		"set the owner of Card Vault Migration to \"Ada Lind for a review\"": {"Ada Lind for a review", ""},
		"Marcus Webb takes over Card Vault Migration":                        {"Marcus Webb", ""},
	} {
		reply := exam{Ask: ask}.asks(t, a, s.today)
		if reply.Proposal == nil || len(reply.Proposal.Changes) != 1 {
			t.Errorf("%q proposes %+v: %s", ask, reply.Proposal, reply.Text)
			continue
		}
		c := reply.Proposal.Changes[0]
		owner := strings.Trim(string(c.After), `"`)
		if c.Field != string(portfolio.FieldOwner) || owner != want[0] || c.Why != want[1] {
			t.Errorf("%q makes %q the %s, why %q; want %q", ask, owner, c.Field, c.Why, want)
		}
	}
}

// lied gives an answer with one claim made wrong.
func lied(reply agent.Reply, c portfolio.Claim) (string, bool) {
	with, ok := wrong(c, reply.Text)
	return reply.Text[:c.From] + with + reply.Text[c.To:], ok
}

func TestChecked_meansExceptionsAndLatenessAreBoundAndEachOfTheirFiguresMadeWrongIsMarked(t *testing.T) {
	s := theSample(t)
	a := New(s.db)
	for _, ask := range []string{
		"average slip of milestones", "what is the average risk score of open risks", "how many programs are red except Card Vault Migration",
		"list the red programs except Card Vault Migration", "how late is Card Vault Migration", "by how much did Instant Payments slip",
		"owners with more than three programs at risk", "programs that launch this year whose High risks have no mitigation",
		"milestones late by more than 30 days of programs that are declared on track",
	} {
		e := exam{Ask: ask}
		reply := e.asks(t, a, s.today)
		found := s.checks(e, reply, reply.Text)
		if len(found) == 0 {
			t.Errorf("%q: nothing is claimed: %s", ask, reply.Text)
		}
		for _, c := range found {
			if c.Bound == nil {
				t.Errorf("%q: %q is not bound: %s", ask, reply.Text[c.From:c.To], reply.Text)
				continue
			}
			text, ok := lied(reply, c)
			if ok && !slices.ContainsFunc(s.checks(e, reply, text), func(c portfolio.Claim) bool { return c.Bound == nil }) {
				t.Errorf("%q: the wrong figure at %d counts as checked: %s", ask, c.From, text)
			}
		}
	}
}

func TestAnswer_howLateSomethingIsCountsFromItsFirstPlan(t *testing.T) {
	s := theSample(t)
	a := New(s.db)
	for _, ask := range []string{"how late is Card Vault Migration", "how many days late is Card Vault Migration", "by how much did Card Vault Migration slip"} {
		reply := exam{Ask: ask}.asks(t, a, s.today)
		for _, part := range []string{"slipped from 24 Mar 2026 to 23 May 2026: **60 days**", "**3** milestones", "19 Mar 2026 | 13 May 2026 | 55 days"} {
			if !strings.Contains(reply.Text, part) {
				t.Errorf("%q does not say %q: %s", ask, part, reply.Text)
			}
		}
	}
}
