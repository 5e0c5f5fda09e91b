package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// place finds the noun that a condition is said of, and what it means there.
func (r *reading) place(phrases []phrase, main, i int) (place int, t term, ok bool) {
	s := r.spans[i]
	if s.kind == kAdj && s.adj.label == overdueLabel && r.saysDone() { // "which completed milestones were late" were completed after they were due
		s = span{kind: kClause, field: portfolio.FieldMilestoneCompleted, clause: completedLate}
	}
	near := r.nearest(phrases, main, i)
	order := []int{near, main}
	if phrases[main].noun.entity == ofProgram && r.ofProgramAlone(s, phrases[near].noun.entity) {
		order = []int{main}
	}
	for p := range phrases {
		order = append(order, p)
	}
	for _, p := range order {
		entity := phrases[p].noun.entity
		c, fits := r.meaning(s, entity)
		if !fits {
			continue
		}
		return p, term{at: i, clause: c.on(r.today), entity: entity}, true
	}
	if c, fits := r.meaning(s, ofProgram); fits { // conditions on the program narrow any question
		return main, term{at: i, clause: c.on(r.today), entity: ofProgram}, true
	}
	if s.kind == kClause && phrases[main].noun.entity == ofProgram { // "programs without mitigation"
		return main, term{at: i, clause: related(s.clause), entity: ofProgram}, len(s.clause.all) > 0
	}
	return 0, term{}, false
}

// ofProgramAlone reports whether a condition behind a risk or a milestone is still said of its program: "programs with High
// risks in Payments", "programs whose risks have no mitigation and that launch this year".
func (r *reading) ofProgramAlone(s span, near portfolio.Entity) bool {
	switch {
	case near == ofProgram:
		return false
	case s.kind == kValue:
		return !slices.ContainsFunc(s.values, func(v value) bool { return entityOf(v.field) == near })
	case s.kind != kClause:
		return false
	}
	launches := near == ofRisk || slices.Contains(strings.Fields(strings.ToLower(s.text)), "live") || strings.Contains(strings.ToLower(s.text), "launch")
	for _, list := range s.clause.lists() {
		for _, c := range list {
			_, sister := sisters[near][c.Field]
			if entityOf(c.Field) != ofProgram || sister && !(c.Field == portfolio.FieldLaunchDate && s.event && launches) {
				return false
			}
		}
	}
	return len(s.clause.related) == 0 && s.clause.text == ""
}

// saysDone reports whether something is called done.
func (r *reading) saysDone() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kAdj && !s.negated && (s.adj.label == "Done" || s.adj.label == string(portfolio.StatusCompleted))
	})
}

// negate turns a condition round. "Not on track" is At Risk or Off Track, however it is put.
func (r *reading) negate(i int, c clause) (clause, bool) {
	alone := (i+1 >= len(r.spans) || r.spans[i+1].kind != kOr) && (i == 0 || r.spans[i-1].kind != kOr)
	if s := r.spans[i]; alone && s.kind == kAdj && s.adj.label == string(portfolio.OnTrack) {
		return status(portfolio.AtRisk, portfolio.OffTrack)[ofProgram], true
	}
	return c.not()
}

// related turns conditions on a risk or a milestone into one on its program.
func related(c clause) clause {
	var of portfolio.Entity
	for _, condition := range c.all {
		of = entityOf(condition.Field)
	}
	if of == ofRisk {
		c.all = append([]portfolio.Condition{openRisk}, c.all...)
	}
	return clause{related: []portfolio.Related{{Of: of, Where: c.all}}}
}

// nearest gives the phrase that a condition stands with: the noun right behind it ("open risks"), else the one before it
// ("risks that are open").
func (r *reading) nearest(phrases []phrase, main, i int) int {
	if r.spans[i].kind != kClause {
		j := i + 1
		for j < len(r.spans) && strings.IndexByte("AURXVamQ", byte(r.spans[j].kind)) >= 0 {
			j++
		}
		for p := range phrases {
			if phrases[p].at == j {
				return p
			}
		}
	}
	best := main
	for p := range phrases {
		if phrases[p].at >= 0 && phrases[p].at < i {
			best = p
		}
	}
	return best
}
