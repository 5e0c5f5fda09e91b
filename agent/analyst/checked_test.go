package analyst

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/checking"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// mostBound is how many percent of the claims of right answers are bound.
const mostBound = 99

// questioned is a set of questions about a portfolio.
type questioned struct {
	name  string
	db    *store.DB
	today portfolio.Date
	exams []exam
	least int // percent of the claims of right answers that are bound
}

// askedAll gives the evaluation sets, the questions of the desk about the sample, and both public portfolios where they are.
func askedAll(t *testing.T) []questioned {
	t.Helper()
	invented := storetest.Open(t)
	if err := sample.Load(t.Context(), invented); err != nil {
		t.Fatal(err)
	}
	general := []exam{}
	for _, q := range []string{
		"how many programs are not on track?", "list the red programs", "programs by team", "average progress by team", "overdue milestones", "open High risks without mitigation",
		"which programs launch in the next 90 days?", "top 5 programs by open risks", "what needs my attention?", "which programs are declared green but the facts say otherwise?",
		"what changed in the last 30 days?", "Summarise the portfolio", "which milestones slipped?", "programs without an owner", "what share of programs are red?", "programs by status",
	} {
		general = append(general, exam{Ask: q})
	}
	out := []questioned{
		{"questions.json", loaded(t, filepath.Join("testdata", "portfolio.json"), testDay), testDay, exams(t, "questions.json"), mostBound},
		{"desk.json", withHistory(t), testDay, exams(t, "desk.json"), mostBound},
		{"heldout.json", withHistory(t), testDay, exams(t, "heldout.json"), mostBound},
		{"drafts.json", withHistory(t), testDay, exams(t, "drafts.json"), mostBound},
		{"the sample", invented, testDay, general, mostBound},
		{"strangers", invented, testDay, strangers(t), 98}, // what rules found, behind a quotation of several sentences, is marked
	}
	for year, today := range map[string]portfolio.Date{"2021": "2021-04-30", "2022": "2022-04-30"} {
		path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-"+year+".csv")
		if _, err := os.Stat(path); err != nil {
			t.Logf("the public data of %s is not there: %v", year, err)
			continue
		}
		db, err := loaded(t, path, today).Assuming(t.Context(), today)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() {
			if err := db.Close(); err != nil {
				t.Error(err)
			}
		})
		out = append(out, questioned{"gmpp-" + year, db, today, append(exams(t, "government.json"), general...), mostBound})
	}
	return out
}

// strangers gives the questions that strangers asked about the sample.
func strangers(t *testing.T) []exam {
	t.Helper()
	var out []exam
	for _, s := range sets {
		for _, e := range exams(t, s.file) {
			ahead := e.Kind == "forecast" || e.Kind == "what if" // which another test looks at
			if e.Portfolio == "sample" && !s.sealed && !ahead {
				out = append(out, e)
			}
		}
	}
	return out
}

// checks checks the text of a reply to an exam against what the analyst read for it.
func (s questioned) checks(e exam, reply agent.Reply, text string) []portfolio.Claim {
	return checking.Check(context.Background(), text, checking.Evidence{
		Observed: reply.Evidence.Observations(), Workspace: reply.Evidence.Workspace(), Today: s.today, FiscalYearStart: e.Fiscal, Question: e.Ask, Scope: e.Scope,
	})
}

// wrong gives a value that a claim does not have, written as it is; false where it is no figure.
func wrong(c portfolio.Claim, text string) (string, bool) {
	written := text[c.From:c.To]
	switch c.Kind {
	case portfolio.ClaimNumber:
		digits := written[:len(written)-len(strings.TrimLeft(written, "0123456789"))]
		if n, err := strconv.Atoi(digits); err == nil {
			return strconv.Itoa(n+41) + written[len(digits):], true
		}
	case portfolio.ClaimDate:
		return "13 Oct 2031", true
	case portfolio.ClaimName, portfolio.ClaimWord:
	}
	return "", false
}

func TestChecked_theAnalystsFiguresAreBoundAndWrongOnesAreNot(t *testing.T) {
	for _, s := range askedAll(t) {
		t.Run(s.name, func(t *testing.T) {
			a := New(s.db)
			claims, bound, wrongs, caught := 0, 0, 0, 0
			for i, e := range s.exams {
				reply := e.asks(t, a, s.today)
				found := s.checks(e, reply, reply.Text)
				marked := 0
				for _, c := range found {
					if claims++; c.Bound != nil {
						bound++
						continue
					}
					marked++
					t.Logf("%s: %q of %q is not bound", e.Ask, reply.Text[c.From:c.To], cut(reply.Text[max(0, c.From-60):], 120))
				}
				if len(found) == 0 || marked > 0 {
					continue
				}
				c := found[i%len(found)] // one figure of each answer, made wrong
				if with, ok := wrong(c, reply.Text); ok {
					wrongs++
					text := reply.Text[:c.From] + with + reply.Text[c.To:]
					if slices.ContainsFunc(s.checks(e, reply, text), func(c portfolio.Claim) bool { return c.Bound == nil }) {
						caught++
					} else {
						t.Logf("%s: %q in the place of %q is not marked: %q", e.Ask, with, reply.Text[c.From:c.To], cut(text[max(0, c.From-60):], 120))
					}
				}
			}
			t.Logf("%d of %d claims are bound; %d of %d figures that were made wrong are marked", bound, claims, caught, wrongs)
			if 100*bound < s.least*claims {
				t.Errorf("only %d of %d claims are bound", bound, claims)
			}
			if caught < wrongs {
				t.Errorf("%d wrong figures count as checked", wrongs-caught)
			}
		})
	}
}

func TestChecked_everyCellOfATableOfTwoFieldsIsBoundAndNoOtherNumberIs(t *testing.T) {
	s := questioned{db: loaded(t, filepath.Join("testdata", "portfolio.json"), testDay), today: testDay}
	e := exam{Ask: "open risks by severity and team"}
	reply := e.asks(t, New(s.db), s.today)
	claims := s.checks(e, reply, reply.Text)
	zeros := 0
	for _, c := range claims {
		written := reply.Text[c.From:c.To]
		if written == "0" {
			zeros++
		}
		if c.Bound == nil {
			t.Errorf("%q at %d is not bound", written, c.From)
		}
		n, err := strconv.Atoi(written)
		if err != nil {
			continue
		}
		lie := reply.Text[:c.From] + strconv.Itoa(n+1) + reply.Text[c.To:]
		if !slices.ContainsFunc(s.checks(e, reply, lie), func(c portfolio.Claim) bool { return c.Bound == nil }) {
			t.Errorf("%d in the place of %d at %d counts as checked", n+1, n, c.From)
		}
	}
	if zeros == 0 {
		t.Errorf("no cell is empty: %s", reply.Text)
	}
}
