package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// phrase is a kind of record named in a question, with the conditions that are said of it.
type phrase struct {
	at      int // its span; -1 for what nobody named
	noun    span
	absent  bool // "without any …"
	clauses []clause
	said    []place // of each clause
}

// place is where a clause was said, and whether "or" joins it to what was said of the records before.
type place struct {
	at int
	or bool
}

// term is one condition as said, joined to the one before it.
type term struct {
	at      int
	clause  clause
	entity  portfolio.Entity
	or, and bool
}

// collect makes the query from the nouns and what is said of them.
func (r *reading) collect() {
	phrases, main := r.phrases()
	q := &r.intent.query
	q.Of, q.Today = phrases[main].noun.entity, r.today
	if q.Of == "" {
		q.Of = r.defaultEntity()
		phrases[main].noun.entity = q.Of
	}
	r.terms(phrases, main)
	r.relations(phrases, main)
	r.predicateRelated(phrases, main)
	r.periods(q.Of)
	r.openRisks(q)
	if r.but != "" {
		q.Where = append(q.Where, isNot(portfolio.FieldID, r.but))
	}
	r.intent.without = phrases[main].absent && phrases[main].at >= 0 && r.groupNoun() != ""
	if len(r.intent.ids) > 0 {
		condition := is(portfolio.FieldID, r.intent.ids...)
		if q.Of == ofProgram && !r.has(kCount) {
			r.intent.check = clause{all: q.Where, any: q.AnyOf, related: q.Related, either: q.Either}
			q.Where, q.AnyOf, q.Related, q.Either = nil, nil, nil, nil
		}
		q.Where = append([]portfolio.Condition{condition}, q.Where...)
	}
	r.order(q)
	if r.goesOn {
		r.merge(q)
	}
	r.contradictions(*q)
	r.fields()
}

// phrases lists the nouns; main is the one that is asked for. A noun behind "with", "in" or "without" only narrows another.
func (r *reading) phrases() (list []phrase, main int) {
	main = -1
	for i, s := range r.spans {
		if s.kind != kNoun {
			continue
		}
		behind, absent := r.governed(i)
		if i > 1 && !behind && r.spans[i-1].kind == kOr && len(list) > 0 && list[len(list)-1].absent { // "no risks or milestones"
			behind, absent = true, true
		}
		if !behind && main < 0 {
			main = len(list)
		}
		list = append(list, phrase{at: i, noun: s, absent: absent})
	}
	switch {
	case r.groupsBy(portfolio.FieldID): // programs are what the others are counted by
		main = slices.IndexFunc(list, func(p phrase) bool { return p.noun.entity != ofProgram })
	case r.intent.act == actSlips:
		main = slices.IndexFunc(list, func(p phrase) bool { return p.noun.entity == ofMilestone })
	}
	return r.mainOf(list, main)
}

// mainOf settles which of the nouns is asked for, where none may be: then it is the programs.
func (r *reading) mainOf(list []phrase, main int) ([]phrase, int) {
	switch {
	case len(list) == 0:
		return []phrase{{at: -1}}, 0
	case main < 0 && len(list) == 1 && r.has(kVersus) && list[0].noun.entity != ofProgram && !list[0].absent: // "Payments versus Billing in open risks"
		return list, 0
	case main < 0 && r.asksOfThose(list[0]):
		return append(list, phrase{at: -1, noun: span{entity: ofProgram}}), len(list)
	case main >= 0:
		return list, main
	case r.asksMeanOf(list), len(r.intent.ids) > 0 || r.groupNoun() != "" || r.has(kThose) || list[0].noun.entity == ofProgram:
		return list, 0
	}
	return append(list, phrase{at: -1, noun: span{entity: ofProgram}}), len(list) // "what has High risks?" asks for programs
}

// asksOfThose reports whether a risk or a milestone only narrows the programs of the answer before: "how many of them have
// High risks?".
func (r *reading) asksOfThose(p phrase) bool {
	narrows := r.has(kThose) && (r.has(kCount) || r.has(kHave) || r.has(kNo))
	return narrows && r.before.query.Of == ofProgram && p.noun.entity != ofProgram
}

// asksMeanOf reports whether a mean is asked for of the records that are named first.
func (r *reading) asksMeanOf(list []phrase) bool {
	first := list[0].noun.entity
	return r.has(kAverage) && (first == ofMilestone && len(list) == 1 || r.asksFieldOf(first))
}

// asksFieldOf reports whether a field of a kind of record is named.
func (r *reading) asksFieldOf(e portfolio.Entity) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kField && kindOf(s.field) == portfolio.KindNumber && entityOf(s.field) == e
	})
}

// governed reports whether the noun at i stands behind a word like "with" or "in", and whether that says there is none.
func (r *reading) governed(i int) (behind, absent bool) {
	j := i - 1
	for j >= 0 && strings.IndexByte("AkVQKaUR", byte(r.spans[j].kind)) >= 0 {
		j--
	}
	if j > 0 && r.spans[j].kind == kNot && r.spans[j-1].kind == kHave { // "having neither risks nor milestones"
		r.use(r.spans[j])
		return true, true
	}
	if j < 0 || strings.IndexByte("IHZ", byte(r.spans[j].kind)) < 0 || j == 1 && r.spans[0].kind == kWhich && r.spans[1].kind == kIn { // "which of Ada's milestones"
		return false, false
	}
	absent = r.spans[j].kind == kNo || r.spans[j].kind == kHave && j > 0 && r.spans[j-1].kind == kNot
	if absent {
		r.use(r.spans[j])
		if r.spans[j].kind == kHave {
			r.use(r.spans[j-1])
		}
	}
	return true, absent
}

// defaultEntity is what a question without a noun asks for: what the one before did, or what its words can be said of.
func (r *reading) defaultEntity() portfolio.Entity {
	if r.goesOn {
		return r.before.query.Of
	}
	for e, f := range meanFields { // "the average slip by team" is that of milestones
		if r.has(kAverage) && slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kField && s.field == f }) {
			return e
		}
	}
	for _, s := range r.spans {
		if s.kind == kAdj && len(s.adj.of) == 1 {
			for entity := range s.adj.of {
				return entity
			}
		}
		if s.kind == kClause {
			for _, c := range s.clause.all {
				return entityOf(c.Field)
			}
		}
		if s.kind == kField && len(r.intent.ids) == 0 && !s.event && kindOf(s.field) != "" {
			return entityOf(s.field)
		}
	}
	return ofProgram
}

// terms puts each condition where it belongs.
func (r *reading) terms(phrases []phrase, main int) {
	negated, joined := false, kind(0)
	last := map[int]*term{} // by phrase
	denial := 0             // the span that turned the conditions round
	verb := 0               // how many conditions of the main noun stand before "is" or "are"
	for i, s := range r.spans {
		switch s.kind {
		case kNot:
			if !r.used[s.from] { // else it says already that there are none
				negated, denial = true, i
			}
			continue
		case kIs:
			verb = len(phrases[main].clauses)
			continue
		case kIn, kAll, kThose:
			continue
		case kCompare:
			if loose[s.text] { // "not from A and not from B"
				continue
			}
		case kCount, kVersus, kOr, kAnd:
			if by, joins := r.joint(i); joins {
				joined = by
				continue
			}
		case kAdj, kClause, kValue:
			if place, t, ok := r.termAt(phrases, main, i, negated); ok {
				if negated {
					r.use(r.spans[denial])
				}
				// "neither a nor b" is not a and not b
				t.or, t.and = (joined == kOr || r.beside(i)) && !negated, joined == kAnd || joined == kOr && negated
				r.join(phrases, place, last, t)
				r.use(s)
			}
			joined = 0
			negated = negated && (listed().MatchString(letters(r.spans[i+1:])) || r.goesOnWith(i))
			continue
		}
		joined = 0
		negated = false
	}
	r.predicate(phrases[main].clauses, verb)
}

// joint gives how the span at i joins what stands around it; 0 where it leaves that as it was. It reports false where it parts them.
func (r *reading) joint(i int) (by kind, joins bool) {
	switch s := r.spans[i]; s.kind {
	case kOr, kAnd:
		return s.kind, true
	case kVersus: // "more red programs" joins nothing
		if comparative[strings.ToLower(s.text)] {
			return 0, true
		}
		return kOr, true
	default: // "how many high, how many medium"
		return kOr, r.manyCounts() && r.first(kCount) < i
	}
}

// termAt gives what the span at i says, turned round where it is negated, and of which phrase.
func (r *reading) termAt(phrases []phrase, main, i int, negated bool) (place int, t term, ok bool) {
	place, t, ok = r.place(phrases, main, i)
	if ok && negated != r.spans[i].negated {
		t.clause, ok = r.negate(i, t.clause)
	}
	return place, t, ok
}

// listed matches the rest of a list that "or" ends: "not in A, B or C" leaves all three out.
var listed = expression(`^(?:U+[AVk])*U*R`)

// goesOnWith reports whether "and" puts another value of the same field behind the one at i: "except A and B" leaves both
// out.
func (r *reading) goesOnWith(i int) bool {
	j := i + 1
	for j < len(r.spans) && strings.IndexByte("UI", byte(r.spans[j].kind)) >= 0 {
		j++
	}
	if j == len(r.spans) || j == i+1 || r.spans[i+1].kind != kAnd {
		return false
	}
	s, next := r.spans[i], r.spans[j]
	if s.kind == kAdj && next.kind == kAdj {
		return s.adj.isStatus() && next.adj.isStatus()
	}
	return s.kind == kValue && next.kind == kValue && slices.ContainsFunc(s.values, func(v value) bool {
		return len(narrow(next.values, v.field)) > 0
	})
}

// partOfThose matches a share whose part is said before what it is a part of: "the share of red in MOD".
var partOfThose = expression(`^[^J]*CJ?(?:A[UR]?)+J?I[^J]*$`)

// predicate settles what is said of the records, as in "what share of the ICT programs is red": the conditions behind
// the verb, or else the last one.
func (r *reading) predicate(clauses []clause, verb int) {
	if len(clauses) == 0 {
		return
	}
	if len(clauses) > 1 && partOfThose().MatchString(letters(r.spans)) && r.spans[r.first(kCount)].percent { // "the share of red among them"
		clauses, verb = append(slices.Clone(clauses[1:]), clauses[0]), 0
	}
	if verb == 0 || verb == len(clauses) {
		verb = len(clauses) - 1
	}
	said := func(x portfolio.Condition) bool { // what they are is no part of what is said of them
		return slices.ContainsFunc(clauses[:verb], func(c clause) bool {
			return slices.ContainsFunc(c.all, func(y portfolio.Condition) bool { return same(x, y) })
		})
	}
	for _, c := range clauses[verb:] {
		c.all = slices.DeleteFunc(slices.Clone(c.all), said)
		r.intent.said.either = append(r.intent.said.either, c.either...)
		r.intent.said.all = append(r.intent.said.all, c.all...)
		r.intent.said.any = append(r.intent.said.any, c.any...)
		r.intent.said.related = append(r.intent.said.related, c.related...)
		r.intent.said.text = strings.TrimSpace(r.intent.said.text + " " + c.text)
	}
}

// predicateRelated takes the records that programs have or have not as what is said of them, where nothing else stands behind
// the verb: "what share of the live programs has an overdue milestone".
func (r *reading) predicateRelated(phrases []phrase, main int) {
	last := len(r.intent.query.Related) > 0 && phrases[main].noun.entity == ofProgram
	for i, p := range phrases {
		last = last && (i == main || p.at > phrases[main].at && !slices.ContainsFunc(r.spans[p.at+1:], func(s span) bool { return s.kind == kIs }))
	}
	if !last {
		return
	}
	r.intent.said = clause{related: r.intent.query.Related}
}

// meaning gives what a condition means of a kind of record.
func (r *reading) meaning(s span, entity portfolio.Entity) (clause, bool) {
	switch s.kind {
	case kAdj:
		c, ok := s.adj.of[entity]
		return c, ok
	case kValue:
		return r.valueOf(s, entity)
	case kClause:
		c, ok := s.clause.said(entity)
		if ok && s.event && len(c.all) > 0 {
			switch c.all[0].Field {
			case portfolio.FieldLaunchDate:
				c.all = append(c.all, live)
			case portfolio.FieldMilestoneDue:
				if s.period.ahead || s.due && (s.period.to == "" || s.period.to >= r.today) {
					c.all = append(c.all, notDone)
				}
			}
		}
		return c, ok
	}
	return clause{}, false
}

// said translates a clause to the fields of a kind of record. It reports false where it cannot be said of it.
func (c clause) said(entity portfolio.Entity) (clause, bool) {
	out := clause{text: c.text, related: c.related}
	translate := func(list []portfolio.Condition) ([]portfolio.Condition, bool) {
		moved := slices.Clone(list)
		for i, condition := range moved {
			if sister, ok := sisters[entity][condition.Field]; ok {
				moved[i].Field = sister
			}
			if sister, ok := sisters[entity][condition.Than]; ok && sister != moved[i].Field {
				moved[i].Than = sister
			}
			if of := entityOf(moved[i].Than); moved[i].Than != "" && of != entity && of != ofProgram {
				return nil, false
			}
			if of := entityOf(moved[i].Field); of != entity && of != ofProgram {
				return nil, false
			}
		}
		return moved, true
	}
	var ok bool
	if out.all, ok = translate(c.all); !ok {
		return clause{}, false
	}
	for _, list := range c.any {
		moved, ok := translate(list)
		if !ok {
			return clause{}, false
		}
		out.any = append(out.any, moved)
	}
	return out, true
}
