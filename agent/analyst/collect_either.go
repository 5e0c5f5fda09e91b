package analyst

import (
	"cmp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// atom is one thing that is said of the programs that are asked for: a condition, or the records that they have.
type atom struct {
	at     int // its span
	or     bool
	clause clause
	phrase *phrase // nil for a condition
}

// atoms lists what is said of the records that are asked for, in the order of the question.
func (r *reading) atoms(phrases []phrase, main int) []atom {
	var out []atom
	for i := range phrases {
		p := &phrases[i]
		if i == main || p.noun.entity == ofProgram || p.noun.entity == r.intent.query.Of {
			for n, c := range p.clauses {
				out = append(out, atom{at: p.said[n].at, or: p.said[n].or, clause: c})
			}
			continue
		}
		if r.intent.query.Of == ofProgram {
			out = append(out, atom{at: p.at, or: r.eitherBefore(*p), phrase: p})
		}
	}
	slices.SortStableFunc(out, func(a, b atom) int { return cmp.Compare(a.at, b.at) })
	return out
}

// say puts what is said of the records into the query. What "or" joins is one choice.
func (r *reading) say(atoms []atom) {
	q := &r.intent.query
	for i := 0; i < len(atoms); {
		j := i + 1
		for j < len(atoms) && atoms[j].or {
			j++
		}
		if j == i+1 {
			r.sayOne(q, atoms[i])
		} else {
			r.sayEither(q, atoms[i:j])
		}
		i = j
	}
}

// sayOne adds one thing to a query.
func (r *reading) sayOne(q *portfolio.Query, a atom) {
	if a.phrase == nil {
		add(q, a.clause)
		return
	}
	r.relate(q, *a.phrase)
}

// sayEither adds things of which one must be true. Where one of them cannot be said, all of them are left out, and told.
func (r *reading) sayEither(q *portfolio.Query, atoms []atom) {
	var branches []portfolio.Branch
	for _, a := range atoms {
		one := portfolio.Query{Of: q.Of}
		r.sayOne(&one, a)
		b := portfolio.Branch{Text: one.Text, Where: one.Where, AnyOf: one.AnyOf, Related: one.Related}
		if b.Text == "" && len(b.Where)+len(b.AnyOf)+len(b.Related) == 0 {
			r.note("I cannot ask for one or the other of these, so I left them out.")
			return
		}
		branches = append(branches, b)
	}
	q.Either = append(q.Either, branches)
}

// eitherBefore reports whether "or" joins the records of a phrase to what was said before: "red or with an overdue milestone",
// "an overdue milestone or an unmitigated risk", "late or without a mitigation of a High risk".
func (r *reading) eitherBefore(p phrase) bool {
	i := p.at - 1
	for i > 0 && strings.IndexByte("AkVQKaX", byte(r.spans[i].kind)) >= 0 {
		i--
	}
	for i > 0 && (strings.IndexByte("IHZJqp", byte(r.spans[i].kind)) >= 0 || r.spans[i].kind == kClause && slices.ContainsFunc(p.said, func(s place) bool { return s.at == i })) {
		i--
	}
	return i > 0 && r.spans[i].kind == kOr
}

// either says conditions of which one must hold, where they are more than single tests.
func either(a, b clause) (clause, bool) {
	if len(a.either) > 1 || len(b.either) > 0 {
		return clause{}, false
	}
	branch := func(c clause) portfolio.Branch {
		return portfolio.Branch{Text: c.text, Where: c.all, AnyOf: c.any, Related: c.related}
	}
	if len(a.either) == 1 {
		if len(a.all)+len(a.any)+len(a.related) > 0 || a.text != "" {
			return clause{}, false
		}
		return clause{either: [][]portfolio.Branch{append(slices.Clone(a.either[0]), branch(b))}}, true
	}
	return clause{either: [][]portfolio.Branch{{branch(a), branch(b)}}}, true
}
