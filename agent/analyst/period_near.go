package analyst

import (
	"slices"
	"time"

	"portfolio-ai/store/portfolio"
)

// days gives the period that the answer before was about: that of its changes, or the one that its query asks for on a date. It is
// empty where there was none.
func (s subject) days() period {
	if s.period.Since != "" {
		return period{from: s.period.Since, to: s.period.Until}
	}
	f := datedBy(s.query)
	var p period
	for _, c := range s.query.Where {
		switch {
		case c.Field != f || c.Than != "":
		case c.Op == portfolio.OpFrom:
			p.from = max(p.from, portfolio.Date(c.Values[0]))
		case c.Op == portfolio.OpTo:
			p.to = portfolio.Date(c.Values[0])
		}
	}
	return p
}

// datedBy gives the field by whose days a query picks its records; "" where it picks them by no date.
func datedBy(q portfolio.Query) portfolio.Field {
	for _, c := range q.Where {
		if kindOf(c.Field) == portfolio.KindDate && c.Than == "" && (c.Op == portfolio.OpFrom || c.Op == portfolio.OpTo) {
			return c.Field
		}
	}
	return ""
}

// ongoing are the words that a question begins with which goes on from the answer before.
var ongoing = []string{"and", "or", "but", "what", "how", "same", "then", "in", "for", "now", "the"}

// near gives the period that a question may go on from: short ones that begin like a follow-up do.
func (f frame) near(tokens []token) period {
	if len(tokens) == 0 || len(tokens) > 8 || !slices.Contains(ongoing, tokens[0].word) {
		return period{}
	}
	return f.before.days()
}

// sides are the words that say on which side of the period before another one lies.
var sides = map[string]int{"before": -1, "earlier": -1, "prior": -1, "previously": -1, "after": 1, "later": 1, "afterwards": 1, "thereafter": 1}

// leaning are the same words where they stand before their unit.
var leaning = map[string]int{"previous": -1, "preceding": -1, "prior": -1, "following": 1, "subsequent": 1}

// beside reads "the week before", "the month after that", "the following quarter", "a year earlier" and "before that", counted
// from the period that the answer before was about.
func (c calendar) beside(i int) found {
	if c.near == (period{}) {
		return found{}
	}
	n := c.skip(i, "the")
	if side, ok := leaning[c.word(i+n)]; ok {
		if number, unit, length := c.stretch(i + n + 1); length > 0 {
			return isPeriod(n+1+length, c.near.beside(unit, side*number))
		}
		return found{}
	}
	number, unit, length := c.stretch(i + n) // "before that" is as long as that
	side, ok := sides[c.word(i+n+length)]
	if !ok {
		return found{}
	}
	n += length + 1
	that := c.skip(i+n, "that", "it", "this", "then")
	if c.word(i+n+that) != "" || length == 0 && that == 0 { // "the week before Christmas" is counted from that
		return found{}
	}
	return isPeriod(n+that, c.near.beside(unit, side*number))
}

// stretch reads a unit of the calendar, perhaps with a number before it.
func (c calendar) stretch(i int) (number int, unit string, n int) {
	if slices.Contains(edged, c.word(i)) {
		return 1, c.word(i), 1
	}
	if number, unit, n = c.amount(i); n > 0 {
		return number, unit, n
	}
	return 1, "", 0
}

// beside gives the period of n units right before or after a period, n being negative or not. A year moves a shorter period, and
// without a unit the other one is as long.
func (p period) beside(unit string, n int) period {
	if p.from == "" {
		p.from = p.to
	}
	if p.to == "" {
		p.to = p.from
	}
	first, _ := p.from.Time()
	last, _ := p.to.Time()
	length := p.from.DaysUntil(p.to) + 1
	aligned := first.Day() == 1 && last.AddDate(0, 0, 1).Day() == 1
	switch {
	case unit == "" && aligned:
		unit, n = "month", n*((last.Year()-first.Year())*12+int(last.Month()-first.Month())+1)
	case unit == "":
		unit, n = "day", n*length
	}
	if (unit == "year" || unit == "years") && length <= 184 {
		return period{from: p.from.AddMonths(12 * n), to: p.to.AddDays(1).AddMonths(12 * n).AddDays(-1)}
	}
	if n > 0 {
		start := last.AddDate(0, 0, 1)
		end, _ := move(start, unit, n)
		return period{from: portfolio.DateOf(start), to: portfolio.DateOf(end.Add(-24 * time.Hour))}
	}
	start, _ := move(first, unit, n)
	return period{from: portfolio.DateOf(start), to: p.from.AddDays(-1)}
}
