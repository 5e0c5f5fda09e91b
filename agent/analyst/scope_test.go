package analyst

import (
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/checking"
	"portfolio-ai/store/portfolio"
)

// The scopes that questions are asked in: programs picked one by one, a saved view whose name would mean something if it
// was read, and a list on screen.
var (
	picked   = agent.Scope{Programs: &portfolio.Query{Of: ofProgram, Where: []portfolio.Condition{is(portfolio.FieldID, "delta", "ledger", "atlas", "robotics")}}}
	viewed   = agent.Scope{View: "7 red ones (mine)", Programs: &portfolio.Query{Of: ofProgram, Text: "platform", Where: []portfolio.Condition{is(portfolio.FieldStatus, "Off Track", "At Risk", "On Track")}}}
	onScreen = agent.Scope{Programs: &portfolio.Query{Of: ofProgram, Preset: portfolio.PresetAttention}}
	none     = agent.Scope{Programs: &portfolio.Query{Of: ofProgram, Text: "nothing has these words"}}
)

func TestAnswer_isAboutTheProgramsOfTheScopeAndSaysSo(t *testing.T) {
	a := New(withHistory(t))
	ofPicked, ofViewed, ofListed := "*Of the 4 selected programs:*", "*Of the 4 programs in the view “7 red ones (mine)”:*", "*Of the 9 programs in the list on screen:*"
	cases := []struct {
		scope   agent.Scope
		ask     string
		says    []string
		cites   string // the programs and records, by their ids
		changes string // what the proposal would change
	}{
		{scope: picked, ask: "how many programs are at risk?", says: []string{ofPicked, "**1** At Risk program"}},
		{scope: viewed, ask: "how many programs are at risk?", says: []string{ofViewed, "**1** At Risk program"}},
		{scope: onScreen, ask: "how many programs are at risk?", says: []string{ofListed, "**2** At Risk programs"}},
		{scope: agent.Scope{}, ask: "how many programs are at risk?", says: []string{"**4** At Risk programs"}},
		{scope: none, ask: "how many programs are at risk?", says: []string{"There are no programs in the list on screen."}},
		{scope: picked, ask: "open high risks", says: []string{ofPicked}, cites: "delta-r1 delta-r2 ledger-r1 robotics-r1"},
		{scope: picked, ask: "overdue milestones", says: []string{ofPicked}, cites: "delta-m1"},
		{scope: picked, ask: "what needs attention?", says: []string{ofPicked}, cites: "delta robotics"},
		{scope: onScreen, ask: "programs by status and owner", says: []string{ofListed, "| On Track | 2 | 1 | 0 | 0 | 1 | 0 | 0 |"}},
		{scope: picked, ask: "average progress", says: []string{ofPicked, "48.8 %"}},
		{scope: viewed, ask: "who owns the most programs?", says: []string{ofViewed, "**Jonas Weber**: 4"}},
		{scope: picked, ask: "what changed in the last 30 days?", says: []string{"for the selected programs, **2 programs** changed"}},
		{scope: viewed, ask: "summarise", says: []string{"The programs in the view “7 red ones (mine)”: **4 programs**"}},
		{scope: viewed, ask: "draft a weekly summary", says: []string{"## Weekly summary for the programs in the view “7 red ones (mine)”"}},

		{scope: picked, ask: "how many of the selected programs are red?", says: []string{ofPicked, "**2** Off Track programs"}},
		{scope: viewed, ask: "how many programs in this view are red?", says: []string{ofViewed, "**1** Off Track program."}},
		{scope: picked, ask: "what are their risks?", says: []string{ofPicked, "**6** open risks"}},
		{scope: picked, ask: "when will they launch?", says: []string{ofPicked}, cites: "atlas delta ledger robotics"},
		{scope: picked, ask: "how many programs are red in the whole portfolio?", says: []string{"There are **4** Off Track programs."}},
		{scope: picked, ask: "is Mercury on track?", cites: "mercury", says: []string{"**Yes.**"}},

		{scope: picked, ask: "push the launch by two weeks", says: []string{ofPicked}, changes: "atlas delta ledger robotics"},
		{scope: picked, ask: "push these by two weeks", says: []string{ofPicked}, changes: "atlas delta ledger robotics"},
		{scope: picked, ask: "push the selected ones by two weeks", says: []string{ofPicked}, changes: "atlas delta ledger robotics"},
		{scope: viewed, ask: "hand them to Ada Lind", says: []string{ofViewed}, changes: "beacon delta inject mercury"},
		{scope: picked, ask: "mark them at risk because the vendor slipped", says: []string{ofPicked}, changes: "atlas delta robotics"},
		{scope: picked, ask: "set the status to At Risk", says: []string{ofPicked}, changes: "atlas delta robotics"},
		{scope: picked, ask: "post an update: all is well", says: []string{ofPicked}, changes: "atlas delta ledger robotics"},
		{scope: viewed, ask: "close all low risks", says: []string{ofViewed}, changes: "beacon-r2 inject-r1"},
		{scope: picked, ask: "mark Mercury at risk", changes: "mercury"},
	}
	for _, c := range cases {
		t.Run(c.ask+" "+c.scope.Words(false), func(t *testing.T) {
			question := agent.Question{Text: c.ask, Today: testDay, Scope: c.scope}
			reply := converse(t, a, question, c.ask)
			for _, text := range c.says {
				if !strings.Contains(reply.Text, text) {
					t.Errorf("does not say %q:\n%s", text, reply.Text)
				}
			}
			if (len(c.says) == 0 || !strings.HasPrefix(c.says[0], "*Of")) && strings.Contains(reply.Text, "*Of the") {
				t.Errorf("says that it is about the scope:\n%s", reply.Text)
			}
			if c.cites != "" {
				wantIDs(t, "cites", c.cites, each(reply.Citations, func(x portfolio.Citation) string { return x.ID }))
			}
			if c.changes != "" {
				if reply.Proposal == nil {
					t.Fatalf("proposes nothing:\n%s", reply.Text)
				}
				wantIDs(t, "changes", c.changes, each(reply.Proposal.Changes, func(x portfolio.Change) string {
					if x.Creates() {
						return x.ProgramID
					}
					return x.ID
				}))
			}
			for _, claim := range checking.Check(t.Context(), reply.Text, evidenceOf(question, reply)) {
				if claim.Bound == nil {
					t.Errorf("%q is not bound in\n%s", reply.Text[claim.From:claim.To], reply.Text)
				}
			}
		})
	}
}

// wantIDs compares ids, in any order.
func wantIDs(t *testing.T, what, want string, got []string) {
	t.Helper()
	slices.Sort(got)
	if have := strings.Join(got, " "); have != want {
		t.Errorf("%s %q, want %q", what, have, want)
	}
}

// each makes a list of another.
func each[A, B any](list []A, turn func(A) B) []B {
	out := []B{}
	for _, a := range list {
		out = append(out, turn(a))
	}
	return out
}

func TestAnswer_followUpsStayInTheScope(t *testing.T) {
	reply := converse(t, New(withHistory(t)), agent.Question{Today: testDay, Scope: picked}, "list the red programs", "and the open risks of those?")
	wantIDs(t, "cites", "delta-r1 delta-r2 robotics-r1", each(reply.Citations, func(c portfolio.Citation) string { return c.ID }))
}

func TestCheck_doubtsWhatIsSaidOfMoreThanTheScope(t *testing.T) {
	question := agent.Question{Text: "how many programs are red?", Today: testDay, Scope: picked}
	reply := converse(t, New(withHistory(t)), question, question.Text)
	for text, want := range map[string]bool{
		"There are 2 Off Track programs.":                        true,
		"There are 4 Off Track programs.":                        false, // as many as the whole portfolio has
		"There are 2 Off Track programs in the whole portfolio.": false,
		"In the entire portfolio, 2 programs are Off Track.":     false,
		"Of the selected programs, 2 programs are Off Track.":    true,
	} {
		claims := checking.Check(t.Context(), text, evidenceOf(question, reply))
		if len(claims) == 0 || (claims[0].Bound != nil) != want {
			t.Errorf("%s: bound %v, want %v", text, claims, want)
		}
	}
}

// evidenceOf is what a reply is checked against.
func evidenceOf(q agent.Question, reply agent.Reply) checking.Evidence {
	return checking.Evidence{
		Today: q.Today, Question: q.Text, Observed: reply.Evidence.Observations(), Workspace: reply.Evidence.Workspace(),
		Part: q.Scope.Programs != nil, Place: q.Scope.Place(),
	}
}

func TestCheck_bindsWhatATableCountsAsNotReportedAndNothingElse(t *testing.T) {
	question := agent.Question{Text: "programs by status and owner", Today: testDay}
	reply := converse(t, New(withHistory(t)), question, question.Text)
	const row = "| On Track | 7 | 2 | 1 | 1 | 0 | 2 | 1 | 0 |"
	for text, want := range map[string]int{row: 0, strings.Replace(row, "| 2 | 1 | 1 |", "| 2 | 1 | 3 |", 1): 1} {
		unbound := 0
		for _, claim := range checking.Check(t.Context(), strings.Replace(reply.Text, row, text, 1), evidenceOf(question, reply)) {
			if claim.Bound == nil {
				unbound++
			}
		}
		if unbound != want {
			t.Errorf("%s: %d figures are not bound, want %d", text, unbound, want)
		}
	}
}
