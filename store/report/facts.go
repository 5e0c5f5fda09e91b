package report

import (
	"cmp"
	"slices"

	"portfolio-ai/store/portfolio"
)

// program is a program with what the rules say of it.
type program struct {
	portfolio.Program
	key        string // its name folded, to sort by
	health     portfolio.Health
	risks      []risk      // the open ones, the gravest first
	milestones []milestone // the earliest due first
}

// risk and milestone know their program.
type risk struct {
	portfolio.Risk
	of *program
}

type milestone struct {
	portfolio.Milestone
	of *program
}

// facts are the records of a scope on a day, in the orders in which reports list them. The words in it (live, open, overdue,
// next N days, stale) mean what they mean everywhere.
type facts struct {
	day        portfolio.Date
	programs   []*program  // by name
	risks      []risk      // the open ones, the gravest first
	milestones []milestone // all of them, the earliest due first
}

// factsOf assesses a scope and puts its records in order. The snapshot stays as it is.
func factsOf(p Portfolio) facts {
	f := facts{day: p.Day}
	for _, of := range p.Programs {
		f.programs = append(f.programs, &program{Program: of, key: portfolio.Fold(of.Name), health: portfolio.Assess(of, p.Day)})
	}
	slices.SortFunc(f.programs, byName)
	for _, of := range f.programs {
		for _, r := range of.Risks {
			if r.Status.Open() {
				f.risks = append(f.risks, risk{r, of})
			}
		}
		for _, m := range of.Milestones {
			f.milestones = append(f.milestones, milestone{m, of})
		}
	}
	slices.SortFunc(f.risks, func(a, b risk) int {
		return cmp.Or(cmp.Compare(rank(a.Severity), rank(b.Severity)), cmp.Compare(rank(a.Likelihood), rank(b.Likelihood)),
			byName(a.of, b.of), cmp.Compare(portfolio.Fold(a.Title), portfolio.Fold(b.Title)), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(f.milestones, func(a, b milestone) int {
		return cmp.Or(sooner(a.DueDate, b.DueDate), byName(a.of, b.of), cmp.Compare(portfolio.Fold(a.Name), portfolio.Fold(b.Name)), cmp.Compare(a.ID, b.ID))
	})
	for _, r := range f.risks {
		r.of.risks = append(r.of.risks, r)
	}
	for _, m := range f.milestones {
		m.of.milestones = append(m.of.milestones, m)
	}
	return f
}

// byName orders programs as lists do.
func byName(a, b *program) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.ID, b.ID))
}

// sooner orders days; not reported comes last.
func sooner(a, b portfolio.Date) int {
	if (a == "") != (b == "") {
		return map[bool]int{true: 1, false: -1}[a == ""]
	}
	return cmp.Compare(a, b)
}

// rank is the place of a level, the highest first and not reported last.
func rank(l portfolio.Level) int {
	if i := slices.Index(portfolio.Levels, l); i >= 0 {
		return i
	}
	return len(portfolio.Levels)
}

// pick gives the elements that a test holds for, in their order.
func pick[T any](all []T, holds func(T) bool) []T {
	var out []T
	for _, one := range all {
		if holds(one) {
			out = append(out, one)
		}
	}
	return out
}

// having gives the programs that declare a status.
func (f facts) having(s portfolio.Status) []*program {
	return pick(f.programs, func(p *program) bool { return p.Status == s })
}

// live gives the programs that still run.
func (f facts) live() []*program { return pick(f.programs, func(p *program) bool { return p.Live() }) }

// within reports whether a day is one of the next n days.
func (f facts) within(day portfolio.Date, n int) bool {
	return day != "" && day >= f.day && day <= f.day.AddDays(n)
}

// launching gives the live programs that launch in the next n days, the soonest first.
func (f facts) launching(n int) []*program {
	return byLaunch(pick(f.live(), func(p *program) bool { return f.within(p.LaunchDate, n) }))
}

// byLaunch puts the soonest launch first.
func byLaunch(list []*program) []*program {
	slices.SortStableFunc(list, func(a, b *program) int { return sooner(a.LaunchDate, b.LaunchDate) })
	return list
}

// attention gives the live programs that are assessed Off Track or At Risk, in portfolio.AttentionOrder.
func (f facts) attention() []*program {
	list := pick(f.live(), func(p *program) bool {
		return p.health.Assessed == portfolio.OffTrack || p.health.Assessed == portfolio.AtRisk
	})
	slices.SortStableFunc(list, func(a, b *program) int {
		place := func(p *program) int { return slices.Index(portfolio.AssessedStatuses, p.health.Assessed) }
		return cmp.Or(cmp.Compare(place(a), place(b)), cmp.Compare(len(b.health.Reasons), len(a.health.Reasons)), sooner(a.LaunchDate, b.LaunchDate))
	})
	return list
}

// stale gives the programs of which nothing was told for too long.
func (f facts) stale() []*program {
	return pick(f.programs, func(p *program) bool {
		return p.LastUpdate == "" || p.LastUpdate.DaysUntil(f.day) > portfolio.StaleDays
	})
}

// highRisks gives the open risks of severity High, the likeliest first.
func (f facts) highRisks() []risk {
	return pick(f.risks, func(r risk) bool { return r.Severity == portfolio.High })
}

// overdue gives the overdue milestones, the longest overdue first.
func (f facts) overdue() []milestone {
	return pick(f.milestones, func(m milestone) bool { return m.Overdue(m.of.Program, f.day) })
}
