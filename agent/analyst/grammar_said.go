package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// The rules here are for what people say after the fact, or the other way round than the rest of the grammar expects.

// orLater: "in 2030 or later", "June or before" open a period on one side.
func orLater(_ *reading, m match) ([]span, bool) {
	p, k := m[1][0].period, m[2][0]
	if firstWord(k.text) != "or" || p.from == "" || p.to == "" {
		return nil, false
	}
	if p.ahead && k.op == portfolio.OpTo { // "in three months or less" is until then anyway
		return single(m, m[1][0])
	}
	switch k.op {
	case portfolio.OpFrom:
		p = period{from: p.from, yearless: p.yearless}
	case portfolio.OpTo:
		p = period{to: p.to, yearless: p.yearless}
	default:
		return nil, false
	}
	return single(m, span{kind: kPeriod, period: p, note: m[1][0].note})
}

// betweenDays: "between 16 and 22 February" names the month once.
func betweenDays(_ *reading, m match) ([]span, bool) {
	k, first, last := m[1][0], m[2][0], m[3][0].period
	day, ok := last.from.Time()
	if !k.between && k.op != portfolio.OpFrom || !ok || last.from != last.to || first.percent || first.number < 1 || int(first.number) > day.Day() {
		return nil, false
	}
	return single(m, span{kind: kPeriod, period: period{from: date(day.Year(), day.Month(), int(first.number)), to: last.to, yearless: last.yearless}})
}

// andNext: "this week or next" are both.
func andNext(_ *reading, m match) ([]span, bool) {
	p := m[1][0].period
	if p.from == "" || p.to == "" || !strings.EqualFold(m[2][0].text, "next") {
		return nil, false
	}
	return single(m, span{kind: kPeriod, period: period{from: p.from, to: p.beside("", 1).to}})
}

// partOfThem: "teams with more than half of their programs red" bounds a share of what each has.
func partOfThem(r *reading, m match) ([]span, bool) {
	q, noun := m[2][0], m[3][0]
	if !q.percent || r.groupNoun() == "" {
		return nil, false
	}
	op := opOf(m, 1)
	if op == "" {
		op = portfolio.OpFrom
	}
	return []span{over(m[0][:len(m[0])-1], span{kind: kCount, percent: true, op: op, number: q.number}), noun}, true
}

// notTheirs: "programs that Elena does not own" leaves out what she owns.
func notTheirs(_ *reading, m match) ([]span, bool) {
	values := narrow(m[1][0].values, m[2][0].field)
	if len(values) == 0 {
		return nil, false
	}
	return m.values(values, m[2][0].field, true)
}

// exceptWhat: "except what Jonas owns" is "except Jonas".
func exceptWhat(_ *reading, m match) ([]span, bool) {
	return slices.Concat(m[1], m[2]), true
}

// theirField: "not telling us their progress", "by their state": whose it is goes without saying.
func theirField(_ *reading, m match) ([]span, bool) {
	return slices.Concat(m[1], m[2]), true
}

// longestOverdue: "overdue for longest" are those that were due first.
func longestOverdue(r *reading, m match) ([]span, bool) {
	a, s := m[1][0], m[2][0]
	if a.adj.label != overdueLabel || s.field != "" || !longest[strings.ToLower(s.text)] {
		return nil, false
	}
	f := portfolio.FieldLaunchDate
	if r.names(ofMilestone) {
		f = portfolio.FieldMilestoneDue
	}
	return []span{a, over(m[2], ordered(f, false))}, true
}

// longest are the superlatives of how long something lasts.
var longest = map[string]bool{"longest": true, "the longest": true, "most": true, "the most": true, "worst": true}

// fewThatAre: "the three that are closest to done".
func fewThatAre(_ *reading, m match) ([]span, bool) {
	return []span{over(m[1], limit(m[1][0].number)), m[2][0]}, !m[1][0].percent
}

// stageCalled: "Launching as their pipeline stage", where "launching" by itself is what happens on the launch date.
func stageCalled(_ *reading, m match) ([]span, bool) {
	if !strings.EqualFold(m[1][0].text, "launching") || m[2][0].field != portfolio.FieldStage {
		return nil, false
	}
	return single(m, span{kind: kAdj, adj: adjectiveNamed("in Launching")})
}

// runningMany: "departments running over 20 projects" have them.
func runningMany(_ *reading, m match) ([]span, bool) {
	if groupable(m[1][0]) == "" || !strings.HasSuffix(strings.ToLower(m[1][0].text), "s") || !strings.EqualFold(m[2][0].text, "running") {
		return nil, false
	}
	return slices.Concat(m[1], []span{over(m[2], span{kind: kHave})}, m[3]), true
}

// manyCounts reports whether "how many" is asked more than once.
func (r *reading) manyCounts() bool {
	n := 0
	for _, s := range r.spans {
		if s.kind == kCount && !s.percent && firstWord(s.text) == "how" {
			n++
		}
	}
	return n > 1
}

// countsApart settles a question that counts several values of one field: "how many high, how many medium".
func (r *reading) countsApart() bool {
	if !r.manyCounts() {
		return false
	}
	for _, c := range r.intent.query.Where {
		if info, ok := c.Field.Info(); ok && info.Groups && c.Op == portfolio.OpIs && len(c.Values) > 1 && !same(c, openRisk) {
			r.intent.by = c.Field
			return true
		}
	}
	return false
}

// lessOf: "the team with less programs" asks for the one with the fewest.
func lessOf(r *reading, m match) ([]span, bool) {
	if !strings.EqualFold(m[1][0].text, "less") || r.groupNoun() == "" {
		return nil, false
	}
	return append([]span{over(m[1], most(false))}, m[2]...), true
}

// nextFor: "next milestones 14 days" are those of the next 14 days.
func nextFor(r *reading, m match) ([]span, bool) {
	if m[3][0].number <= 0 {
		return nil, false
	}
	p := period{from: r.today, to: r.today.AddDays(int(m[3][0].number)), ahead: true}
	return append(m[2], over(m[3], span{kind: kPeriod, period: p})), true
}

// inTime: "in three months' time".
func inTime(_ *reading, m match) ([]span, bool) {
	return []span{m[1][0]}, m[1][0].period.ahead && strings.EqualFold(m[2][0].text, "time")
}

// countOfGroups: "how many of the departments have a red project" counts departments.
func countOfGroups(_ *reading, m match) ([]span, bool) {
	return []span{m[1][0], m[2][0], m[3][0]}, !m[1][0].percent && groupable(m[2][0]) != ""
}
