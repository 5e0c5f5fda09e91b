package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// notUpdated: "no update in the last 30 days", "not updated since March", "never updated": before, or never.
func notUpdated(r *reading, m match) ([]span, bool) {
	f := m[1][0]
	if f.field != portfolio.FieldLastUpdate {
		return nil, false
	}
	if !m.has(2) {
		return holds(m, all(is(f.field, "")))
	}
	p := m[2][0].period
	if p.yearless && p.from > r.today {
		p.from = yearBefore(p.from)
	}
	if p.ahead { // "no update in 30 days" looks back
		p.from = p.from.AddDays(-p.from.DaysUntil(p.to))
	}
	if p.from == "" {
		return nil, false
	}
	return holds(m, clause{any: [][]portfolio.Condition{{
		compare(f.field, portfolio.OpUnder, string(p.from)), is(f.field, ""),
	}}})
}

// notReported: "status not reported", "owner is unknown".
func notReported(_ *reading, m match) ([]span, bool) {
	f := m[1][0]
	if kindOf(f.field) == "" || f.event {
		return nil, false
	}
	return single(m, span{kind: kClause, field: f.field, clause: all(is(f.field, ""))})
}

// reported: "whose owner is not unknown".
func reported(_ *reading, m match) ([]span, bool) {
	return single(m, span{kind: kClause, field: m[1][0].field, clause: all(isNot(m[1][0].field, ""))})
}

// without: "no launch date", "without an owner", "missing status".
func without(r *reading, m match) ([]span, bool) { return notReported(r, match{m[0], m[1], nil}) }

// withoutAll: "neither an owner nor a launch date", "without a team or an owner": all of them are missing.
func withoutAll(_ *reading, m match) ([]span, bool) {
	if s := m[1][0]; s.kind == kNot && !strings.HasPrefix(strings.ToLower(s.text), "neither") {
		return nil, false
	}
	var c clause
	either := false // "no status or no stage" is either of them, "without a status or a stage" both
	for i, f := range m[2] {
		if f.kind != kField {
			either = either || i > 0 && f.kind == kNo && m[2][i-1].kind == kOr
			continue
		}
		if kindOf(f.field) == "" || f.event {
			return nil, false
		}
		c.all = append(c.all, is(f.field, ""))
	}
	if either {
		c = clause{any: [][]portfolio.Condition{c.all}}
	}
	return holds(m, c)
}

// withoutAny: "do not contribute to any of our objectives".
func withoutAny(r *reading, m match) ([]span, bool) {
	verb, f := m[2][0], m[3][0]
	between := r.tokens[verb.to-1 : f.from]
	if verb.field != f.field || !slices.ContainsFunc(between, func(t token) bool { return t.word == "any" || t.word == "a" || t.word == "one" || t.word == "single" }) {
		return nil, false
	}
	return holds(m, all(is(f.field, "")))
}

// withoutValue: "without Data Platform" leaves a value out.
func withoutValue(_ *reading, m match) ([]span, bool) {
	not := m[1][0]
	not.kind = kNot
	return []span{not, m[2][0]}, true
}

// withoutThose: "without the finished ones" leaves records out, where "without finished milestones" is about others.
func withoutThose(r *reading, m match) ([]span, bool) {
	if m.has(3) && (m[3][0].entity != ofProgram || !r.nounBefore(m[3][0].from) || r.names(ofRisk) || r.names(ofMilestone)) {
		return nil, false
	}
	not := m[1][0]
	not.kind = kNot
	return append([]span{not}, m[2]...), true
}

// betterThan: "is Payments doing better than Field Service" compares the two.
func betterThan(_ *reading, m match) ([]span, bool) {
	if op := m[2][0].op; op != portfolio.OpOver && op != portfolio.OpUnder || loose[strings.ToLower(m[2][0].text)] {
		return nil, false
	}
	versus := m[2][0]
	versus.kind = kVersus
	return []span{m[1][0], versus, m[3][0]}, true
}

// leftOut: "finished ones left out" says behind them what "except finished ones" says before.
func leftOut(_ *reading, m match) ([]span, bool) {
	what, last := m[1], m[0][len(m[0])-1]
	last.kind = kNot
	from := len(what) - 1
	for from > 1 && what[from-1].text != "," && what[from-2].kind == what[from].kind { // "red and amber ones left out"
		from -= 2
	}
	return slices.Concat(what[:from], []span{last}, what[from:]), true
}

// allBut: "all teams but Payment Rails" leaves a value out.
func allBut(_ *reading, m match) ([]span, bool) {
	but := m[2][0]
	if !strings.EqualFold(but.text, "but") {
		return nil, false
	}
	but.kind = kNot
	return append(append([]span{}, m[1]...), but, m[3][0]), true
}

// byNumber: "by number of open risks" is by open risks.
func byNumber(_ *reading, m match) ([]span, bool) {
	return append([]span{m[1][0]}, m[3]...), !m[2][0].percent
}

// aheadIn: "is Atlas ahead of Beacon in progress" speaks of how far they are, not of the stage.
func aheadIn(_ *reading, m match) ([]span, bool) {
	if !strings.EqualFold(m[4][0].text, "in progress") {
		return nil, false
	}
	return []span{m[1][0], m[2][0], m[3][0], over(m[4], field(portfolio.FieldProgress))}, true
}

// behindValue: "the programs behind Enter new markets" serve it, and are not late.
func behindValue(_ *reading, m match) ([]span, bool) {
	return m[2], strings.EqualFold(m[1][0].text, "behind")
}

// updateOfEach: "the latest update of each red program" asks for theirs, not for the newest of all.
func updateOfEach(_ *reading, m match) ([]span, bool) {
	each := slices.ContainsFunc(m[0], func(s span) bool { return s.kind == kAll || s.kind == kBy })
	if m[1][0].field != portfolio.FieldLastUpdate || !each {
		return nil, false
	}
	return append([]span{over(m[1], field(portfolio.FieldLastUpdate))}, m[2]...), true
}

// nobodyPut: "nobody has put a launch date on" leaves it not reported.
func nobodyPut(r *reading, m match) ([]span, bool) {
	if said := strings.ToLower(m[1][0].text); !strings.HasPrefix(said, "nobody") && !strings.HasPrefix(said, "no one") {
		return nil, false
	}
	return notReported(r, match{m[0], m[2], nil})
}
