package analyst

import (
	"cmp"
	"slices"

	"portfolio-ai/store/portfolio"
)

// datedBy gives the date that periods which stand alone are on: the one that the answer before was about, or that the records are
// known by. Past is true where it lies behind, and before where the answer before set it.
func (r *reading) datedBy(of portfolio.Entity) (f portfolio.Field, past, before bool) {
	done := is(portfolio.FieldMilestoneStatus, string(portfolio.MilestoneDone))
	past = slices.ContainsFunc(r.intent.query.Where, func(c portfolio.Condition) bool {
		return same(c, completed) || same(c, done) || c.Field == portfolio.FieldMilestoneCompleted && c.Than != ""
	})
	f = portfolio.FieldLaunchDate
	if of == ofMilestone && past {
		f = portfolio.FieldMilestoneCompleted
	}
	if !r.goesOn || r.before.query.Of != of {
		return f, past, false
	}
	asked := datedBy(r.before.query) // "and in the month before?"
	return cmp.Or(asked, f), past || slices.Contains(backward, asked), asked != ""
}

// periods puts periods that stand alone on the date that the records are known by: launch, due or review date.
func (r *reading) periods(of portfolio.Entity) {
	f, past, before := r.datedBy(of)
	for _, s := range r.spans {
		if s.kind != kPeriod || r.used[s.from] || of == ofRisk && !before {
			continue
		}
		if p := &s.period; past && p.yearless && max(p.from, p.to) > r.today && p.from != "" { // what is done lies behind
			*p = r.backward(*p)
		}
		made := span{kind: kClause, from: s.from, to: s.to, field: f, event: !past && !before, period: s.period, clause: days(f, s.period)}
		c, ok := r.meaning(made, of)
		dated := slices.ContainsFunc(r.intent.query.Where, func(x portfolio.Condition) bool {
			ahead := x.Op == portfolio.OpFrom && slices.Equal(x.Values, []string{string(r.today)}) // "coming up" may be within a time
			return c.tests(x.Field) && x.Field == c.all[0].Field && x.Than == "" && !ahead
		})
		if ok && !dated {
			add(&r.intent.query, c)
			r.use(s)
		}
	}
}
