package analyst

import (
	"strings"
	"testing"

	"portfolio-ai/agent"
)

// turn is a question with what its answer says; before it, what was asked before.
type turn struct{ before, ask, says string }

// answered asks a question behind those before it, and wants it understood and its answer to say what it should.
func (c turn) answered(t *testing.T, a *Analyst) (exam, agent.Reply) {
	t.Helper()
	e := exam{Ask: c.ask}
	if c.before != "" {
		e.After = strings.Split(c.before, "|")
	}
	reply := e.asks(t, a, testDay)
	if !reply.Understood || !strings.Contains(reply.Text, c.says) {
		t.Errorf("understood %v, does not say %q:\n%s", reply.Understood, c.says, reply.Text)
	}
	return e, reply
}

// checks asks questions about the sample, and wants every figure of the answers bound and a wrong one marked.
func checks(t *testing.T, cases []turn) {
	t.Helper()
	s := questioned{db: sampled(t), today: testDay}
	a := New(s.db)
	for _, c := range cases {
		t.Run(c.ask, func(t *testing.T) {
			e, reply := c.answered(t, a)
			for _, claim := range s.checks(e, reply, reply.Text) {
				if claim.Bound == nil {
					t.Errorf("%q is not bound in\n%s", reply.Text[claim.From:claim.To], reply.Text)
					continue
				}
				with, ok := wrong(claim, reply.Text)
				if !ok {
					continue
				}
				lie := reply.Text[:claim.From] + with + reply.Text[claim.To:]
				if marked := s.unbound(e, reply, lie); marked == 0 {
					t.Errorf("%q in the place of %q counts as checked", with, reply.Text[claim.From:claim.To])
				}
			}
		})
	}
}

// unbound counts the claims of a text that are marked.
func (s questioned) unbound(e exam, reply agent.Reply, text string) int {
	n := 0
	for _, claim := range s.checks(e, reply, text) {
		if claim.Bound == nil {
			n++
		}
	}
	return n
}

func TestAnswer_givesSharesByGroupAndChecksThem(t *testing.T) {
	checks(t, []turn{
		{ask: "what share of each team's programs is at risk", says: "| Cloud Operations | 2 | 4 | 50 % |"},
		{ask: "which department has the highest proportion of red ones", says: "**Field Mobile** has the highest share of Off Track programs."},
		{ask: "percentage of live programs with open High risks per team", says: "| Data Engineering | 3 | 4 | 75 % |"},
		{ask: "share of programs by status", says: "| Off Track | 5 | 12.5 % |"},
		{ask: "what share of open risks is High per owner", says: "| Daniel Brandt | 3 | 4 | 75 % |"},
		{ask: "which owner has the lowest share of green programs", says: "Several owners have the lowest share of On Track programs."},
		{before: "what share of programs is red", ask: "and by team?", says: "| Field Mobile | 1 | 3 | 33.3 % |"},
		{before: "what share of programs is red|and by team?", ask: "and amber?", says: "| Cloud Operations | 2 | 4 | 50 % |"},
		{before: "what share of programs is red", ask: "and amber?", says: "**17.5 %**"},
		{before: "average progress by team", ask: "and by product line?", says: "Average progress of programs by product line"},
		{before: "average progress of Payments", ask: "and by team?", says: "Average progress of programs in product line Payments by team"},
	})
}

func TestAnswer_countsAPeriodFromTheOneBefore(t *testing.T) {
	checks(t, []turn{ // on 2 February 2026
		{before: "what launches in March", ask: "and the month after that?", says: "from 1 Apr 2026 to 30 Apr 2026"},
		{before: "what launches in Q1 2027", ask: "and Q2?", says: "from 1 Apr 2027 to 30 Jun 2027"},
		{before: "how many milestones were completed in December 2025", ask: "and in the month before?", says: "milestones with completion date from 1 Nov 2025 to 30 Nov 2025"},
		{before: "how many milestones were completed in December 2025", ask: "and in November?", says: "milestones with completion date from 1 Nov 2025 to 30 Nov 2025"},
		{before: "which programs started in 2025", ask: "and the year before?", says: "from 1 Jan 2024 to 31 Dec 2024"},
		{before: "risks reviewed in February", ask: "and in March?", says: "with review date from 1 Mar 2026 to 31 Mar 2026"},
		{before: "which programs changed status in December", ask: "and the month before?", says: "From 1 Nov 2025 to 30 Nov 2025"},
		{before: "what changed last week", ask: "and before that?", says: "19 Jan 2026 to 25 Jan 2026"},
		{before: "what changed last week|and the week before?", ask: "and a year earlier?", says: "19 Jan 2025 to 25 Jan 2025"},
	})
}

func TestAnswer_comparesFieldsWithFieldsAndJoinsAnythingWithOr(t *testing.T) {
	checks(t, []turn{
		{ask: "which milestones finished later than due", says: "milestones with completion date after the due date:"},
		{ask: "how many milestones were completed before their due date", says: "milestones with completion date before the due date."},
		{ask: "milestones done on time", says: "milestones with completion date on or before the due date:"},
		{ask: "programs whose launch is before their start", says: "There are no programs with launch date before the start date."},
		{ask: "programs updated after their launch", says: "programs with last update after the launch date:"},
		{ask: "milestones due after the launch", says: "milestones with due date after the launch date:"},
		{ask: "programs whose progress is higher than the share of time elapsed", says: "programs with progress above the time elapsed:"},
		{ask: "programs assessed better than declared", says: "programs declared worse than the facts say:"},
		{ask: "what share of milestones was completed late, by team", says: "| Team | Milestones with completion date after the due date | Milestones | Share |"},
	})
}

func TestAnswer_takesOneOrTheOtherOfAnything(t *testing.T) {
	a := New(sampled(t))
	for ask, says := range map[string]string{
		"programs that are either red or overdue":                          "programs either Off Track or past their launch date:",
		"which programs are red or have a high risk":                       "programs either Off Track or with open High risks:",
		"programs with no owner or with no open risks":                     "programs without an owner or without any open risks:",
		"programs with overdue milestones or without an owner":             "programs with overdue milestones or without an owner:",
		"risks that mention vendor or supplier":                            "that mention “vendor” or that mention “supplier”:",
		"how many programs are late or have no mitigation for a high risk": "programs past their launch date or with open High risks without a mitigation.",
		"red programs with overdue milestones or High risks":               "Off Track programs with overdue milestones or with open High risks:",
		"programs without an owner or without a launch date":               "programs without an owner or without a launch date:",
		"which is later, Atlas or Lakehouse":                               "** has the latest launch date: ",
		"which of the two is worse off, Fraud Signals or Lakehouse":        "** is worse off: assessed ",
		"which has more open risks, Atlas or Lakehouse":                    "** has the most open risks: ",
		"which of Fraud Signals and AI Governance is further along":        "is **not reported**, so I cannot say which is ahead.",
		"which launches sooner: Lakehouse, Atlas or Route Planner":         "[Route Planner](#/program/sample-route-planner)** has the earliest launch date: ",
		"programs in Payments that are red or have an overdue milestone":   "in product line Payments either Off Track or with overdue milestones:",
	} {
		t.Run(ask, func(t *testing.T) {
			turn{ask: ask, says: says}.answered(t, a)
		})
	}
}

func TestAnswer_findsWhatUpdatesSay(t *testing.T) {
	checks(t, []turn{
		{ask: "which updates mention the vendor", says: "with “vendor”:"},
		{ask: "any updates mentioning supplier", says: "with “supplier”:"},
		{ask: "who mentioned customs", says: "with “customs”:"},
		{ask: "what was said about customs", says: "with “customs”:"},
		{ask: "in which updates is customs mentioned", says: "with “customs”:"},
		{ask: "which updates of Payments mention tests", says: "updates of programs in product line Payments with “tests”:"},
		{ask: "programs whose updates mention customs or the vendor", says: "with “customs” or “vendor”:"},
		{ask: "who talks about funding", says: "No update with “funding”."},
	})
}
