package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// sisters are the fields of risks and milestones that a word for a field of programs means when it is said of them.
var sisters = map[portfolio.Entity]map[portfolio.Field]portfolio.Field{
	ofRisk: {
		portfolio.FieldOwner: portfolio.FieldRiskOwner, portfolio.FieldStatus: portfolio.FieldRiskStatus,
		portfolio.FieldName: portfolio.FieldRiskTitle, portfolio.FieldLaunchDate: portfolio.FieldRiskReview,
	},
	ofMilestone: {
		portfolio.FieldLaunchDate: portfolio.FieldMilestoneDue, portfolio.FieldStatus: portfolio.FieldMilestoneStatus,
		portfolio.FieldName: portfolio.FieldMilestoneName,
	},
}

// entityOf gives the kind of record that a field belongs to; programs for what queries do not know.
func entityOf(f portfolio.Field) portfolio.Entity {
	if info, ok := f.Info(); ok {
		return info.Of
	}
	return ofProgram
}

// narrow keeps the values that belong to a field or to a sister of it.
func narrow(values []value, f portfolio.Field) []value {
	return slices.DeleteFunc(slices.Clone(values), func(v value) bool {
		return v.field != f && v.field != sisters[ofRisk][f]
	})
}

// valuesOf joins the values of spans that name values of one field. It reports false where one has none of that field.
func valuesOf(spans []span, f portfolio.Field) (fields []value, ok bool) {
	for _, s := range spans {
		if s.kind != kValue {
			continue
		}
		narrowed := narrow(s.values, f)
		if len(narrowed) == 0 {
			return nil, false
		}
		fields = append(fields, narrowed...)
	}
	return fields, true
}

// named makes the span of values of a field, turned round where negated.
func (m match) values(values []value, f portfolio.Field, negated bool) ([]span, bool) {
	return single(m, span{kind: kValue, values: values, field: f, negated: negated, exact: true})
}

// fieldValue: "team MOD", "owned by Priya or Ben", "team is not MOD".
func fieldValue(_ *reading, m match) ([]span, bool) {
	values, ok := valuesOf(m[3], m[1][0].field)
	if !ok {
		return nil, false
	}
	negated := m.has(2) || slices.ContainsFunc(m[3], func(s span) bool { return s.kind == kNot || s.negated })
	return m.values(values, m[1][0].field, negated)
}

// valueField: "the MOD and MOJ departments".
func valueField(_ *reading, m match) ([]span, bool) {
	values, ok := valuesOf(m[1], m[2][0].field)
	if !ok || m[1][0].field != "" {
		return nil, false
	}
	return m.values(values, m[2][0].field, false)
}

// fieldAdjective: "status red", "stage is not planning", "likelihood high".
func fieldAdjective(_ *reading, m match) ([]span, bool) {
	a, ok := m[3][0].onField(m[1][0].field)
	if !ok {
		return nil, false
	}
	a.negated = a.negated != m.has(2)
	return single(m, a)
}

// adjectiveField: "red status", "high likelihood".
func adjectiveField(_ *reading, m match) ([]span, bool) {
	a, ok := m[1][0].onField(m[2][0].field)
	if !ok {
		return nil, false
	}
	return single(m, a)
}

// overdueFor: "overdue for review".
func overdueFor(r *reading, m match) ([]span, bool) {
	if m[1][0].adj.label != overdueLabel {
		return nil, false
	}
	return adjectiveField(r, m)
}

// levels are the adjectives that grade likelihoods as well as severities.
var levels = []string{string(portfolio.High), string(portfolio.Medium), string(portfolio.Low)}

// onField reads an adjective as a value of a field. It reports false where it is none.
func (s span) onField(f portfolio.Field) (span, bool) {
	if f == portfolio.FieldRiskLikelihood && slices.Contains(levels, s.adj.label) {
		return span{kind: kClause, clause: all(is(f, s.adj.label))}, true
	}
	if (s.adj.label == overdueLabel || s.adj.label == string(portfolio.MilestoneMissed)) && f == portfolio.FieldRiskReview {
		return span{kind: kClause, field: f, clause: all(compare(f, portfolio.OpUnder, today))}, true
	}
	if s.adj.label == overdueLabel && f == portfolio.FieldLastUpdate {
		return span{kind: kClause, field: f, clause: adjectiveCalled("stale")}, true
	}
	if s.adj.label == "open" && (f == portfolio.FieldStatus || f == portfolio.FieldRiskStatus) { // which an open risk need not have
		return span{kind: kClause, field: portfolio.FieldRiskStatus, clause: all(is(portfolio.FieldRiskStatus, string(portfolio.RiskOpen)))}, true
	}
	if f == portfolio.FieldAssessed {
		if !s.adj.isStatus() {
			return span{}, false
		}
		return span{kind: kClause, field: f, clause: all(is(f, s.adj.of[ofProgram].all[0].Values...))}, true
	}
	if s.adj.speaksOf(f) {
		return s, true
	}
	if f == portfolio.FieldStage && s.adj.label == "Completed" {
		return span{kind: kClause, clause: all(is(f, string(portfolio.StageCompleted)))}, true
	}
	return span{}, false
}

// speaksOf reports whether an adjective tests a field, or of risks and milestones the sister of it.
func (a *adjective) speaksOf(f portfolio.Field) bool {
	for entity, c := range a.of {
		for _, condition := range c.all {
			if condition.Field == f || condition.Field == sisters[entity][f] && f != portfolio.FieldStage {
				return true
			}
		}
	}
	return false
}

// countable gives the field that a number is compared with: progress for a percentage.
func countable(s span, percent bool) (portfolio.Field, bool) {
	switch {
	case s.kind == kField && kindOf(s.field) == portfolio.KindNumber:
		return s.field, true
	case s.kind == kAdj && percent && (s.adj.label == "Completed" || s.adj.label == "Done"):
		return portfolio.FieldProgress, true // "80 % complete"
	}
	return "", false
}

// numbered makes the condition of a comparison with a number. Without an operator it is equality.
func numbered(m match, f portfolio.Field, op portfolio.Op, n float64) ([]span, bool) {
	if op == "" {
		op = portfolio.OpIs
	}
	return single(m, span{kind: kClause, field: f, clause: all(portfolio.Condition{Field: f, Op: op, Values: []string{number(n)}})})
}

// opOf gives the operator of whichever group was said.
func opOf(m match, groups ...int) portfolio.Op {
	for _, g := range groups {
		if m.has(g) {
			return m[g][0].op
		}
	}
	return ""
}

// numberTest: "progress over 50 %", "progress of 80 or more".
func numberTest(_ *reading, m match) ([]span, bool) {
	f, ok := countable(m[1][0], true)
	if !ok {
		return nil, false
	}
	return numbered(m, f, opOf(m, 2, 4), m[3][0].number)
}

// numberFirst: "over 50 % progress", "at least 80 % complete".
func numberFirst(_ *reading, m match) ([]span, bool) {
	f, ok := countable(m[4][0], m[2][0].percent)
	if !ok {
		return nil, false
	}
	return numbered(m, f, opOf(m, 1, 3), m[2][0].number)
}

// percentAlone: "over 50 %". Only progress is a percentage.
func percentAlone(_ *reading, m match) ([]span, bool) {
	if !m[2][0].percent {
		return nil, false
	}
	return numbered(m, portfolio.FieldProgress, opOf(m, 1, 3), m[2][0].number)
}

// numberBetween: "progress between 20 and 40 %".
func numberBetween(_ *reading, m match) ([]span, bool) {
	f, ok := countable(m[1][0], true)
	if !ok {
		return nil, false
	}
	return inRange(m, f, m[2][0].number, m[3][0].number)
}

// numberBetweenFirst: "between 20 and 40 % progress", "between 20 and 40 %".
func numberBetweenFirst(_ *reading, m match) ([]span, bool) {
	f := portfolio.FieldProgress
	named, ok := portfolio.Field(""), false
	if m.has(3) {
		named, ok = countable(m[3][0], m[2][0].percent)
	}
	switch {
	case ok:
		f = named
	case !m[2][0].percent:
		return nil, false
	case m.has(3): // what comes behind the percentage is another matter
		made, fits := inRange(match{m[0][:len(m[0])-1]}, f, m[1][0].number, m[2][0].number)
		return append(made, m[3][0]), fits
	}
	return inRange(m, f, m[1][0].number, m[2][0].number)
}

func inRange(m match, f portfolio.Field, low, high float64) ([]span, bool) {
	if k := m[0][slices.IndexFunc(m[0], func(s span) bool { return s.kind == kCompare })]; !k.between && k.op != portfolio.OpFrom {
		return nil, false
	}
	return single(m, span{kind: kClause, field: f, clause: all(
		compare(f, portfolio.OpFrom, number(low)), compare(f, portfolio.OpTo, number(high)))})
}

// fieldPeriod: "launch date before 2025", "launching in the next 30 days".
func fieldPeriod(r *reading, m match) ([]span, bool) { return r.dated(m, m[1][0], m[3][0], m.has(2)) }

// periodField: "2025 launches".
func periodField(r *reading, m match) ([]span, bool) {
	if !m[2][0].event && m[2][0].field != portfolio.FieldMilestoneDue {
		return nil, false
	}
	return r.dated(m, m[2][0], m[1][0], false)
}

// backward are the dates that lie behind: a month without its year is the last one.
var backward = []portfolio.Field{portfolio.FieldLastUpdate, portfolio.FieldStartDate, portfolio.FieldMilestoneCompleted, portfolio.FieldRiskRecorded}

// pastVerbs tell of launches that lie behind.
var pastVerbs = map[string]bool{"launched": true, "ended": true, "went live": true}

// dated makes the condition of a date field within a period. What launches is live: a completed program has no launch ahead.
func (r *reading) dated(m match, f, when span, negated bool) ([]span, bool) {
	if kindOf(f.field) != portfolio.KindDate {
		return nil, false
	}
	p := when.period
	behind := slices.Contains(backward, f.field) || pastVerbs[strings.ToLower(f.text)]
	switch last := max(p.from, p.to); {
	case !p.yearless:
	case behind && last > r.today:
		p.from, p.to = yearBefore(p.from), yearBefore(p.to)
	case !behind && f.field == portfolio.FieldLaunchDate && f.event && last < r.today: // what launches is ahead
		p.from, p.to = yearAfter(p.from), yearAfter(p.to)
	}
	c := days(f.field, p)
	if negated {
		turned, ok := c.not()
		if !ok {
			return nil, false
		}
		c = turned
	}
	return single(m, span{kind: kClause, field: f.field, event: f.event, due: strings.HasSuffix(strings.ToLower(f.text), "due"), period: p, clause: c, note: when.note})
}

// yearBefore moves a day back by a year.
func yearBefore(d portfolio.Date) portfolio.Date { return d.AddMonths(-12) }

// yearAfter moves a day on by a year.
func yearAfter(d portfolio.Date) portfolio.Date { return d.AddMonths(12) }

// silentSince: "who has not reported anything since October" asks for updates; "launch not reported in 2026" does not.
func silentSince(r *reading, m match) ([]span, bool) {
	no := m[1][0]
	ofField := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kField && s.to <= no.from })
	if !strings.Contains(no.text, "report") || ofField {
		return nil, false
	}
	update := no
	no.kind = kNo
	update.kind, update.field, update.event = kField, portfolio.FieldLastUpdate, true
	return append([]span{no, update}, m[2]...), true
}

// allSo: "programs with all milestones done" have some, and none that is not.
func allSo(r *reading, m match) ([]span, bool) {
	of := m[2][0].entity
	so, ok := m[3][0].adj.of[of]
	if !ok || of == ofProgram || !r.names(ofProgram) {
		return nil, false
	}
	not, ok := so.not()
	if !ok || len(not.any)+len(not.related) > 0 {
		return nil, false
	}
	return holds(m, clause{related: []portfolio.Related{{Of: of}, {Of: of, Where: not.on(r.today).all, None: true}}})
}

// fieldAge: "last update older than 60 days", "launching in under 90 days".
func fieldAge(r *reading, m match) ([]span, bool) {
	f, length := m[1][0], m[2][0]
	if kindOf(f.field) != portfolio.KindDate {
		return nil, false
	}
	if slices.Contains(backward, f.field) {
		younger := slices.ContainsFunc(m[0], func(s span) bool {
			return s.kind == kCompare && s.op == portfolio.OpUnder && s.text != "older than"
		})
		p := period{to: length.period.from.AddDays(-1)}
		if younger {
			p = period{from: length.period.from, to: r.today}
		}
		return r.dated(m, f, span{period: p}, false)
	}
	return r.dated(m, f, span{period: period{from: r.today, to: length.period.to, ahead: true}}, false)
}

// bornOn is the date from which records of a kind age.
var bornOn = map[portfolio.Entity]portfolio.Field{ofProgram: portfolio.FieldStartDate, ofRisk: portfolio.FieldRiskRecorded}

// nounAge: "risks older than 90 days", "risks open for more than 6 months".
func nounAge(r *reading, m match) ([]span, bool) {
	f, ok := bornOn[m[1][0].entity]
	compared := m[3][0]
	if !ok || compared.op == portfolio.OpIs {
		return nil, false
	}
	older := compared.op == portfolio.OpOver || compared.op == portfolio.OpFrom
	for word, is := range map[string]bool{"older": true, "newer": false, "younger": false} { // which compare days the other way round
		if strings.HasPrefix(strings.ToLower(compared.text), word) {
			older = is
		}
	}
	p := period{from: m[4][0].period.from, to: r.today}
	if older {
		p = period{to: m[4][0].period.from.AddDays(-1)}
	}
	made, ok := r.dated(match{m[0][1+len(m[2]):]}, span{field: f}, span{period: p}, false)
	return append(append([]span{m[1][0]}, m[2]...), made...), ok
}

// adjectiveAge: "overdue by more than 30 days".
func adjectiveAge(_ *reading, m match) ([]span, bool) {
	a := m[1][0]
	if a.adj.label != overdueLabel {
		return nil, false
	}
	late := *a.adj
	late.of = meanings{}
	for entity, c := range a.adj.of {
		moved := c.on(m[2][0].period.from)
		late.of[entity] = moved
	}
	a.adj = &late
	return single(m, a)
}
