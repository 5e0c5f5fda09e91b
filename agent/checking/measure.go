package checking

import (
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// gap is a number of days between two days of a record, and the words that say it.
type gap struct {
	n      int
	field  portfolio.Field
	kind   gapKind
	change bool
}

type gapKind int

const (
	ahead  gapKind = iota // from today to the day
	behind                // from the day to today
	slip                  // from one day of the record to another
)

// gaps lists the days between today and the days of a record, and how far its days moved.
func (c *checker) gaps(r *record) []gap {
	var out []gap
	today := c.evidence.Today
	for _, x := range r.cells() {
		if !slices.Contains(dateFields, x.field) || x.value == "" || x.changed {
			continue
		}
		d := portfolio.Date(x.value)
		out = append(out, gap{n: today.DaysUntil(d), field: x.field, kind: ahead}, gap{n: d.DaysUntil(today), field: x.field, kind: behind})
	}
	if m := r.milestone; m != nil {
		out = append(out, gap{n: m.Slip(), field: portfolio.FieldMilestoneSlip, kind: slip}, gap{n: m.DueDate.DaysUntil(m.CompletedDate), field: portfolio.FieldMilestoneCompleted, kind: slip})
	}
	for _, x := range r.reasons() {
		switch x.Rule {
		case portfolio.RuleSlippedMilestone:
			out = append(out, gap{n: x.Amount, field: portfolio.FieldReasons, kind: slip})
		case portfolio.RuleLateMilestone:
			out = append(out, gap{n: x.Date.DaysUntil(today), field: portfolio.FieldReasons, kind: behind})
		default:
		}
	}
	for _, x := range r.changes {
		if n := portfolio.Date(textOf(x.Before)).DaysUntil(portfolio.Date(textOf(x.After))); n != 0 {
			out = append(out, gap{n: n, field: portfolio.Field(x.Field), kind: slip, change: true}, gap{n: -n, field: portfolio.Field(x.Field), kind: slip, change: true})
		}
	}
	return out
}

// directions are the words that say which way days count.
var directions = map[string][]gapKind{
	"ago": {behind}, "old": {behind}, "since": {behind}, "late": {behind, slip}, "overdue": {behind}, "behind": {behind, slip}, "past": {behind}, "passed": {behind}, "for": {behind}, "after": {behind, slip},
	"in": {ahead}, "away": {ahead}, "left": {ahead}, "until": {ahead}, "go": {ahead}, "before": {ahead}, "within": {ahead}, "off": {ahead},
	"slip": {slip}, "slipped": {slip}, "later": {slip}, "by": {slip, behind}, "moved": {slip}, "pushed": {slip}, "slippage": {slip}, "earlier": {slip}, "delay": {slip, behind}, "delayed": {slip, behind}, "early": {slip},
}

// bindMeasure binds a number of days, weeks, months or points, and one that bounds what was asked for.
func (c *checker) bindMeasure(s *statement, i int) *portfolio.Binding {
	m := s.ms[i]
	if m.bounds {
		return c.bindParameter(s, i)
	}
	subjects := c.subjects(s, m)
	if m.unit == percent {
		return c.bindPercent(s, m)
	}
	if m.unit == points {
		return c.bindPoints(s, m, subjects)
	}
	kinds := c.direction(s, m)
	fields := c.cued(s, m, dateFields)
	r, f := c.matching(c.measurable(subjects), func(r *record) (portfolio.Field, bool) {
		for _, g := range c.gaps(r) {
			if g.measures(m) && slices.Contains(kinds, g.kind) && (g.kind == slip || g.field == portfolio.FieldReasons || slices.Contains(fields, g.field)) {
				return g.field, true
			}
		}
		return "", false
	})
	if r != nil {
		return &portfolio.Binding{Record: c.cite(r), Field: f, Function: portfolio.FunctionDays}
	}
	if m.num == portfolio.StaleDays && m.unit == inDays || m.unit == inDays && c.thresholds(s, m) {
		return &portfolio.Binding{Function: portfolio.FunctionCondition}
	}
	return nil
}

// bindPercent binds a percentage in brackets: the progress of the record before it, or the share of two counts.
func (c *checker) bindPercent(s *statement, m mention) *portfolio.Binding {
	if b := c.bindCell(s, m, []portfolio.Field{portfolio.FieldProgress}, func(x cell) bool { return x.value == written(m) }); b != nil {
		return b
	}
	return c.bindShare(s, m)
}

// thresholds reports whether days are those of a period that was asked for.
func (c *checker) thresholds(s *statement, m mention) bool {
	for _, src := range c.sources {
		if src.Tool == tools.ListChangesTool && src.Period.Since.DaysUntil(c.evidence.Today) == int(m.num) && len(s.clauseAt(m.from).subjects) == 0 {
			return true
		}
	}
	return false
}

// measurable keeps the risks and milestones among the subjects where there are some, for the days that are told of them.
func (c *checker) measurable(subjects []mention) []mention {
	children := slices.DeleteFunc(slices.Clone(subjects), func(m mention) bool { return m.refs[0].entity == portfolio.EntityProgram })
	if len(children) > 0 {
		return children
	}
	return subjects
}

// measures reports whether a gap is what a number of days, weeks or months says.
func (g gap) measures(m mention) bool {
	n := int(m.num)
	switch m.unit {
	case inWeeks:
		return whole(m.num) && g.n >= 7*n && g.n < 7*(n+1) && g.n%7 == 0
	case inMonths:
		return g.n/30 == n && g.n > 0
	default:
		return g.n == n
	}
}

// direction gives the ways in which days can count, by the words around them: behind them first.
func (c *checker) direction(s *statement, m mention) []gapKind {
	after := tokens(s.u.text[m.to:min(len(s.u.text), m.to+40)])
	for i, t := range after {
		if i > 3 || t.kind == markToken && t.raw != "%" {
			break
		}
		if kinds, ok := directions[t.word]; ok && t.word != "in" && t.word != "for" {
			return kinds
		}
	}
	before := tokens(s.u.text[max(0, m.from-40):m.from])
	for i := len(before) - 1; i >= 0 && i >= len(before)-4; i-- {
		if kinds, ok := directions[before[i].word]; ok {
			return kinds
		}
	}
	return []gapKind{ahead, behind, slip}
}

// bindPoints binds how far progress is behind the time that has passed.
func (c *checker) bindPoints(_ *statement, m mention, subjects []mention) *portfolio.Binding {
	r, _ := c.matching(subjects, func(r *record) (portfolio.Field, bool) {
		return portfolio.FieldReasons, slices.ContainsFunc(r.reasons(), func(x portfolio.Reason) bool {
			return x.Rule == portfolio.RuleBehindPlan && x.Amount == int(m.num)
		})
	})
	if r == nil {
		return nil
	}
	return c.cell(r, portfolio.FieldReasons)
}

// bindParameter binds a number that bounds something: a record's cell that lies within, or what was asked for.
func (c *checker) bindParameter(s *statement, i int) *portfolio.Binding {
	m := s.ms[i]
	part := c.say(s.u, s.ms[max(0, i-1):i+1], portfolio.EntityProgram, -1)
	k := s.chunkAt(m.from)
	if k != nil && k.binding != nil {
		return k.binding
	}
	if len(s.chunks) > 0 {
		return nil
	}
	for _, src := range c.sources {
		for _, x := range part.own {
			for _, d := range src.facets() {
				if x.equal(d) {
					return &portfolio.Binding{Function: portfolio.FunctionCondition, Query: &src.Query}
				}
			}
			if src.Tool == tools.ListChangesTool && x.lo == string(src.Period.Since) {
				return &portfolio.Binding{Function: portfolio.FunctionCondition, Query: &src.Period.Programs}
			}
		}
	}
	if subjects := c.subjects(s, m); len(subjects) > 0 {
		whole := c.say(s.u, s.ms, portfolio.EntityProgram, -1)
		for f, x := range whole.own {
			r, _ := c.matching(c.holders(subjects, []portfolio.Field{f}), func(r *record) (portfolio.Field, bool) {
				v, ok := r.value(f)
				return f, ok && x.fits(f, v)
			})
			if r != nil && x.ranged {
				return c.cell(r, f)
			}
		}
	}
	return nil
}
