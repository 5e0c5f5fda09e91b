package analyst

import (
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestWish_inOtherWordsThanACommandProposesTheChangeOfOneRecord(t *testing.T) {
	a := New(sampled(t))
	for _, c := range []struct{ ask, id, field, after string }{
		{"flip Fraud Signals to red", "fraud-signals", "status", `"Off Track"`},
		{"Fraud Signals needs to go to red", "fraud-signals", "status", `"Off Track"`},
		{"I'd like Feedback Loop to be amber", "feedback-loop", "status", `"At Risk"`},
		{"Feedback Loop to amber", "feedback-loop", "status", `"At Risk"`},
		{"complete Chargeback Desk", "chargeback-desk", "status", `"Completed"`},
		{"Chargeback Desk is finished, mark it so", "chargeback-desk", "status", `"Completed"`},
		{"let Marcus Webb take Fraud Signals", "fraud-signals", "owner", `"Marcus Webb"`},
		{"Brand Refresh gets Ines Carvalho as owner", "brand-refresh", "owner", `"Ines Carvalho"`},
		{"take Hiroshi off Spare Parts Forecast", "spare-parts", "owner", `""`},
		{"brand refresh belongs to the Web & Portal team, please enter that", "brand-refresh", "team", `"Web & Portal"`},
		{"knock Fraud Signals back to red", "fraud-signals", "status", `"Off Track"`},
		{"treat Feedback Loop as amber", "feedback-loop", "status", `"At Risk"`},
		{"colour Feedback Loop amber", "feedback-loop", "status", `"At Risk"`},
		{"plan Customer Portal for 1 May 2026", "customer-portal", "launch_date", `"2026-05-01"`},
		{"pencil Customer Portal for 1 May 2026", "customer-portal", "launch_date", `"2026-05-01"`},
		{"Customer Portal should read 85 %", "customer-portal", "progress", `85`},
		{"Customer Portal needs two weeks more", "customer-portal", "launch_date", `"2026-04-17"`},
		{"the customs risk of terminal refresh is history", "terminal-refresh-r1", "status", `"Closed"`},
		{"close out the risk about devices stuck at customs", "terminal-refresh-r1", "status", `"Closed"`},
		{"nudge Customer Portal by a week", "customer-portal", "launch_date", `"2026-04-10"`},
		{"Customer Portal: progress 85", "customer-portal", "progress", `85`},
		{"the customs risk of terminal refresh can be closed", "terminal-refresh-r1", "status", `"Closed"`},
		{"we can close the risk about devices stuck at customs", "terminal-refresh-r1", "status", `"Closed"`},
		{`review the risk "Cloud bill runs over" on 15 march`, "lakehouse-r2", "review_date", `"2026-03-15"`},
		{"postpone Soft launch by two weeks", "open-banking-m4", "due_date", `"2026-04-17"`},
		{"mark the milestone Soft launch as done today", "open-banking-m4", "completed_date", `"2026-02-02"`},
	} {
		reply := exam{Ask: c.ask}.asks(t, a, testDay)
		if reply.Proposal == nil || len(reply.Proposal.Changes) != 1 {
			t.Errorf("%q proposes no single change: %s", c.ask, cut(reply.Text, 200))
			continue
		}
		got := reply.Proposal.Changes[0]
		if strings.TrimPrefix(got.ID, "sample-") != c.id || got.Field != c.field || !sameValue(got.After, []byte(c.after)) {
			t.Errorf("%q proposes %s %s → %s", c.ask, got.ID, got.Field, got.After)
		}
	}
}

func TestWish_createsTheRecordThatASentenceTellsOf(t *testing.T) {
	a := New(sampled(t))
	for ask, entity := range map[string]portfolio.Entity{
		"a further low risk on Feedback Loop: survey tool ends":                         portfolio.EntityRisk,
		"there is a new high risk on Feedback Loop: survey tool ends":                   portfolio.EntityRisk,
		"new milestone for Atlas Billing Platform, Go-live rehearsal, due 2 March 2026": portfolio.EntityMilestone,
	} {
		reply := exam{Ask: ask}.asks(t, a, testDay)
		if reply.Proposal == nil || !slices.ContainsFunc(reply.Proposal.Changes, func(c portfolio.Change) bool { return c.Entity == entity }) {
			t.Errorf("%q proposes no %s: %s", ask, entity, cut(reply.Text, 200))
		}
	}
}

func TestWish_aSentenceAboutManyRecordsAndAQuestionChangeNothing(t *testing.T) {
	a := New(sampled(t))
	for _, ask := range []string{
		"complete list of red programs", "the teams with red programs should be done", "payments progress 60", "list everything of Elena as amber",
		"count Fraud Signals as green?", "which programs should be at risk", "programs that should be amber", "should Fraud Signals be amber?", "have Sofia's programs launched",
		"schedule of the red programs", "plan for Payments", "target dates of Payments", "paint a picture of Payments", "consider the red programs in Payments", "the red programs to amber",
		"class the risks by severity", "colour the programs by team", "we can see what is at risk", "I may need the programs on track", "slide on Fraud Signals", "book of work on 1 May 2026", "schedule of work for 1 May 2026",
	} {
		if reply := (exam{Ask: ask}).asks(t, a, testDay); reply.Proposal != nil {
			t.Errorf("%q proposes %s", ask, rowsOf(reply.Proposal.Changes))
		}
	}
}
