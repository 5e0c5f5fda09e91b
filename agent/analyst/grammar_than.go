package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// than makes the condition that one field stands in some relation to another.
func than(f portfolio.Field, op portfolio.Op, other portfolio.Field) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: op, Than: other}
}

// matchable reports whether two fields can be compared with each other.
func matchable(f, other portfolio.Field) bool {
	k := kindOf(f)
	return f != other && k == kindOf(other) && (k == portfolio.KindDate || k == portfolio.KindNumber)
}

// fieldThanField: "launch before start", "last update after its launch date", "progress below the time elapsed".
func fieldThanField(r *reading, m match) ([]span, bool) {
	first, k, other := m[1][0], m[3][0], m[4][0]
	op := k.op
	if k.kind == kAdj { // "progress behind the time elapsed"
		if op = portfolio.OpUnder; !strings.EqualFold(k.text, "behind") {
			return nil, false
		}
	}
	if due := portfolio.FieldLaunchDate; r.names(ofMilestone) && first.field == due && other.field == due { // "milestones due after the launch"
		first.field = portfolio.FieldMilestoneDue
	}
	if !matchable(first.field, other.field) || k.between {
		return nil, false
	}
	return single(m, span{kind: kClause, field: first.field, negated: m.has(2), clause: all(than(first.field, op, other.field))})
}

// doneThanField: "finished later than due", "completed before the due date", "done after their baseline".
func doneThanField(_ *reading, m match) ([]span, bool) {
	a, k, other := m[1][0], m[2][0], m[3][0].field
	if !isDone(a) || k.between {
		return nil, false
	}
	if other == portfolio.FieldLaunchDate {
		other = portfolio.FieldMilestoneDue
	}
	if !matchable(portfolio.FieldMilestoneCompleted, other) {
		return nil, false
	}
	return single(m, span{kind: kClause, field: portfolio.FieldMilestoneCompleted, clause: all(than(portfolio.FieldMilestoneCompleted, k.op, other))})
}

// isDone reports whether a word says that a milestone was completed.
func isDone(s span) bool {
	return s.kind == kAdj && (s.adj.label == "Done" || s.adj.label == string(portfolio.StatusCompleted))
}

// doneLate: "completed late", "finished behind schedule": after it was due.
func doneLate(r *reading, m match) ([]span, bool) {
	if !isDone(m[1][0]) || m[2][0].adj.label != overdueLabel || !r.names(ofMilestone) {
		return nil, false
	}
	return single(m, span{kind: kClause, field: portfolio.FieldMilestoneCompleted, clause: completedLate})
}

// completedLate is what was completed after it was due.
var completedLate = all(than(portfolio.FieldMilestoneCompleted, portfolio.OpOver, portfolio.FieldMilestoneDue))

// orText: "mentioning vendor or supplier" looks for either.
func orText(r *reading, m match) ([]span, bool) {
	k := m[1][0]
	if k.clause.text == "" || len(k.clause.all) > 0 {
		return nil, false
	}
	what := m[3]
	text := rawText(r.tokens[what[0].from:what[len(what)-1].to])
	made := over(what, span{kind: kClause, clause: clause{text: text}})
	return slices.Concat(m[1], m[2], []span{made}), true
}
