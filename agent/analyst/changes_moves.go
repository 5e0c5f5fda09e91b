package analyst

import (
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// slipTest takes a length out of the question that slips are compared with: "slipped by more than 60 days".
func (r *reading) slipTest() clause {
	at := r.first(kSpan)
	if at < 0 {
		return clause{}
	}
	from, op := at, portfolio.OpFrom
	for from > 0 && (r.spans[from-1].kind == kCompare || r.spans[from-1].kind == kBy) {
		if from--; r.spans[from].kind == kCompare {
			op = r.spans[from].op
		}
	}
	days := r.spans[at].period.from.DaysUntil(r.today)
	r.spans = slices.Delete(slices.Clone(r.spans), from, at+1)
	return all(compare(portfolio.FieldMilestoneSlip, op, number(float64(days))))
}

// moveTest takes a length out of the question that moves of a launch are compared with: "programs that slipped by more than a
// month".
func (r *reading) moveTest() groupSize {
	if !r.launchMoves() || r.first(kSpan) < 0 {
		return groupSize{}
	}
	c := r.slipTest().all[0]
	n, err := strconv.ParseFloat(c.Values[0], 64)
	if err != nil {
		return groupSize{}
	}
	return groupSize{c.Op, n}
}

// launchMoves reports whether a question is about moves of launches.
func (r *reading) launchMoves() bool {
	launch := slices.ContainsFunc(r.spans, func(s span) bool {
		return (s.kind == kField || s.kind == kOrder) && s.field == portfolio.FieldLaunchDate
	})
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kPast && (slices.Contains(s.past.topics, portfolio.TopicLaunch) || launch && len(s.past.topics) == 0 && !s.past.last && !s.past.came)
	})
}

// sizes are the words of a question for moves as a whole, not for those of the last days.
var sizes = []string{"most", "biggest", "largest", "worst", "longest", "furthest", "farthest", "ever", "never", "total", "so", "top"}

// everMoved reports whether a question without a time asks for all moves of dates that are known, or counts all updates.
func (r *reading) everMoved() bool {
	slips := r.launchMoves()
	posted := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kPast && slices.Contains(s.past.topics, portfolio.TopicUpdates) })
	return slips && (r.intent.moved.op != "" || r.says(sizes...)) || posted && r.has(kCount)
}

// settleStages makes "moved to Launching" a change of stage, where "turned red" is one of status.
func (r *reading) settleStages() {
	for i, s := range r.spans {
		if !s.past.turns || i+1 == len(r.spans) {
			continue
		}
		next := &r.spans[i+1]
		if next.kind == kField && strings.EqualFold(next.text, "launching") {
			next.kind, next.adj, next.field, next.event = kAdj, adjectiveNamed("in Launching"), "", false
		}
		if next.kind == kAdj && next.adj.stage() != "" {
			r.spans[i].past = change{topics: []portfolio.Topic{portfolio.TopicStage}}
		}
	}
}

// stage gives the stage that an adjective names; "" for any other.
func (a *adjective) stage() string {
	c := a.of[ofProgram]
	if len(c.all) != 1 || c.all[0].Field != portfolio.FieldStage {
		return ""
	}
	return c.all[0].Values[0]
}

// relateSlips makes "programs with slipped milestones" a test on the programs, and "teams with slipped milestones" one on what is
// counted, where "slipped milestones" by themselves are listed.
func (r *reading) relateSlips() {
	at := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kPast && s.past.trend == tools.TrendWorse })
	milestone := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.entity == ofMilestone })
	if at < 0 || milestone < 0 || slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kPeriod }) {
		return
	}
	program := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.entity == ofProgram })
	between := func(from, to int) bool {
		return from >= 0 && from < to && slices.ContainsFunc(r.spans[from:to], func(s span) bool { return strings.IndexByte("HZ", byte(s.kind)) >= 0 })
	}
	grouped := r.groupNoun() != "" || r.has(kGroup)
	if !between(program, milestone) && !grouped {
		return
	}
	past := r.spans[at]
	test := all(compare(portfolio.FieldMilestoneSlip, portfolio.OpOver, "0"))
	if r.has(kSpan) {
		before := len(r.spans)
		span := r.first(kSpan)
		test = r.slipTest()
		if span < at {
			at -= before - len(r.spans)
		}
	}
	r.spans = slices.Clone(r.spans)
	r.spans[at] = over([]span{past}, span{kind: kClause, field: portfolio.FieldMilestoneSlip, clause: test})
}
