package analyst

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// join adds a term to its phrase: merged with the one before it where both name values of one field ("red and amber"),
// as an alternative after "or", as a further condition else.
func (r *reading) join(phrases []phrase, place int, last map[int]*term, t term) {
	p := &phrases[place]
	before := last[place]
	last[place] = &t
	between := before != nil && slices.ContainsFunc(phrases, func(o phrase) bool { return o.noun.entity != p.noun.entity && o.at > before.at && o.at < t.at })
	if before == nil || between || !t.or && !t.and || len(p.clauses) == 0 {
		p.say(t, t.or && t.at > p.at)
		return
	}
	for i := range p.clauses { // "more red programs than MOD" compares with what was named first
		if merged, ok := union(p.clauses[i], t.clause, true); ok && t.or && r.has(kVersus) {
			p.clauses[i] = merged
			return
		}
	}
	end := len(p.clauses) - 1
	if merged, ok := union(p.clauses[end], t.clause, t.or); ok {
		p.clauses[end] = merged
		return
	}
	if t.or {
		if joined, ok := alternative(p.clauses[end], t.clause); ok {
			p.clauses[end] = joined
			return
		}
	}
	p.say(t, false)
}

// say adds what a term says of the records of a phrase.
func (p *phrase) say(t term, or bool) {
	p.clauses, p.said = append(p.clauses, t.clause), append(p.said, place{t.at, or})
}

// beside reports whether the word at i follows another of the same field with nothing between: "red amber and green".
func (r *reading) beside(i int) bool {
	if i == 0 || r.spans[i].kind != kAdj || r.spans[i-1].kind != kAdj {
		return false
	}
	for entity, c := range r.spans[i].adj.of {
		if before, ok := r.spans[i-1].adj.of[entity]; ok {
			_, joins := union(before, c, true)
			return joins
		}
	}
	return false
}

// union joins two conditions on one field that name values of it: is A, is B becomes is one of A and B. Objectives are a
// set, which can hold both at once, so "and" keeps them apart.
func union(a, b clause, or bool) (clause, bool) {
	if len(a.all) != 1 || len(b.all) != 1 || len(a.any)+len(b.any)+len(a.related)+len(b.related) > 0 || a.text+b.text != "" {
		return clause{}, false
	}
	x, y := a.all[0], b.all[0]
	sameKind := x.Field == y.Field && x.Op == y.Op && (x.Op == portfolio.OpIs || x.Op == portfolio.OpIsNot)
	if !sameKind || kindOf(x.Field) == portfolio.KindList && !or {
		return clause{}, false
	}
	x.Values = slices.Clone(x.Values)
	for _, v := range y.Values {
		if !slices.Contains(x.Values, v) {
			x.Values = append(x.Values, v)
		}
	}
	return all(x), true
}

// alternative makes "a or b": one condition of each pair must hold where both are single tests, else all of one of them.
func alternative(a, b clause) (clause, bool) {
	if len(a.lists()) != 1 || len(b.lists()) != 1 || len(a.related)+len(b.related)+len(a.either)+len(b.either) > 0 || a.text+b.text != "" {
		return either(a, b)
	}
	return clause{any: [][]portfolio.Condition{append(slices.Clone(a.lists()[0]), b.lists()[0]...)}}, true
}

// lists writes a clause as lists of which one condition each must hold.
func (c clause) lists() [][]portfolio.Condition {
	var out [][]portfolio.Condition
	for _, condition := range c.all {
		out = append(out, []portfolio.Condition{condition})
	}
	return append(out, c.any...)
}

// add puts a clause into a query.
func add(q *portfolio.Query, c clause) {
	for _, condition := range c.all { // "why are the red programs red" says it twice
		if !slices.ContainsFunc(q.Where, func(known portfolio.Condition) bool { return same(known, condition) }) {
			q.Where = append(q.Where, condition)
		}
	}
	q.AnyOf = append(q.AnyOf, c.any...)
	q.Related = append(q.Related, c.related...)
	q.Either = append(q.Either, c.either...)
	if c.text != "" {
		if q.Text != "" {
			q.Text += " "
		}
		q.Text += c.text
	}
}

// relations puts what is said into the query: of the main noun as its conditions, of a risk or a milestone beside a program as a
// test on its records.
func (r *reading) relations(phrases []phrase, main int) {
	for i, p := range phrases {
		if p.at >= 0 && (i == main || p.noun.entity == ofProgram || p.noun.entity == r.intent.query.Of) {
			r.use(p.noun)
		}
	}
	r.say(r.atoms(phrases, main))
}

// relate adds "with at least two open High risks" to a query for programs.
func (r *reading) relate(q *portfolio.Query, p phrase) {
	relation := portfolio.Related{Of: p.noun.entity, None: p.absent}
	for _, c := range p.clauses {
		if len(c.any)+len(c.related) > 0 || c.text != "" {
			return
		}
		relation.Where = append(relation.Where, c.all...)
	}
	relation.Where = r.withOpen(p.noun.entity, relation.Where)
	switch n := int(p.noun.number); {
	case p.noun.op == "":
	case p.noun.op == portfolio.OpFrom:
		relation.AtLeast = n
	case p.noun.op == portfolio.OpOver:
		relation.AtLeast = n + 1
	default: // fewer than and exactly are tests on a count, which programs have of their risks
		f, ok := counting(relation.Where)
		if !ok {
			r.atMost(q, p, relation)
			return
		}
		q.Where = append(q.Where, compare(f, p.noun.op, number(p.noun.number)))
		r.use(p.noun)
		return
	}
	if p.noun.op != "" && relation.AtLeast == 0 {
		relation.AtLeast = 1
	}
	q.Related = append(q.Related, relation)
	r.use(p.noun)
}

// atMost adds "with at most one milestone left", and "with exactly two milestones", to a query for programs.
func (r *reading) atMost(q *portfolio.Query, p phrase, relation portfolio.Related) {
	n := int(p.noun.number)
	most := relation
	most.None = true
	switch p.noun.op {
	case portfolio.OpUnder:
		most.AtLeast = n
	case portfolio.OpTo, portfolio.OpIs:
		most.AtLeast = n + 1
	default:
		return
	}
	if p.noun.op == portfolio.OpIs && n > 0 {
		relation.AtLeast = n
		q.Related = append(q.Related, relation)
	}
	q.Related = append(q.Related, most)
	r.use(p.noun)
}

// counting gives the field that counts the risks which meet conditions.
func counting(where []portfolio.Condition) (portfolio.Field, bool) {
	high := is(portfolio.FieldRiskSeverity, string(portfolio.High))
	same := func(a, b portfolio.Condition) bool {
		return a.Field == b.Field && a.Op == b.Op && slices.Equal(a.Values, b.Values)
	}
	open, severe := false, false
	for _, c := range where {
		switch {
		case same(c, openRisk):
			open = true
		case same(c, high):
			severe = true
		default:
			return "", false
		}
	}
	switch {
	case open && severe:
		return portfolio.FieldOpenHighRisks, true
	case open:
		return portfolio.FieldOpenRisks, true
	}
	return "", false
}

// withOpen adds that risks are open, unless the question says which status they have, or says "all".
func (r *reading) withOpen(of portfolio.Entity, where []portfolio.Condition) []portfolio.Condition {
	said := slices.ContainsFunc(where, func(c portfolio.Condition) bool { return c.Field == portfolio.FieldRiskStatus })
	if of != ofRisk || said || r.has(kAll) || r.intent.by == portfolio.FieldRiskStatus || r.groupsBy(portfolio.FieldRiskStatus) {
		return where
	}
	return append([]portfolio.Condition{openRisk}, where...)
}

// openRisks adds the same to a query for risks.
func (r *reading) openRisks(q *portfolio.Query) {
	if q.Of == ofRisk {
		q.Where = r.withOpen(ofRisk, q.Where)
	}
}

// contradictions tells of conditions on one field that nothing can meet together.
func (r *reading) contradictions(q portfolio.Query) {
	for i, a := range q.Where {
		for _, b := range q.Where[i+1:] {
			if a.Field != b.Field || a.Op != portfolio.OpIs || b.Op != portfolio.OpIs || kindOf(a.Field) == portfolio.KindList {
				continue
			}
			if !slices.ContainsFunc(a.Values, func(v string) bool { return slices.Contains(b.Values, v) }) {
				r.note("Nothing can be " + plain(series(a.Values, "or")) + " and " + plain(series(b.Values, "or")) + " at once.")
			}
		}
	}
}
