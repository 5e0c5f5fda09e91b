package analyst

import (
	"context"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// calendarUnit is what the days of a date are counted together by. The zero value is none.
type calendarUnit string

// The units.
const (
	unitYear    calendarUnit = "year"
	unitQuarter calendarUnit = "quarter"
	unitMonth   calendarUnit = "month"
)

// called names the stretch of the unit that a day lies in: "2026", "Q2 2026", "Mar 2026".
func (u calendarUnit) called(d portfolio.Date) string {
	t, _ := d.Time() // the store holds days
	switch u {
	case unitQuarter:
		return "Q" + strconv.Itoa((int(t.Month())+2)/3) + " " + strconv.Itoa(t.Year())
	case unitMonth:
		return t.Format("Jan 2006")
	}
	return strconv.Itoa(t.Year())
}

// times settles a count by the calendar, and the date that is counted by.
func (r *reading) times() bool {
	i := r.first(kUnit)
	if i < 0 {
		return false
	}
	in := &r.intent
	in.unit, in.by = r.spans[i].unit, portfolio.FieldLaunchDate
	for _, s := range r.spans {
		if s.kind == kField && kindOf(s.field) == portfolio.KindDate {
			in.by = s.field
		}
	}
	done := slices.ContainsFunc(in.query.Where, func(c portfolio.Condition) bool { return c.Field == portfolio.FieldMilestoneStatus })
	if sister, ok := sisters[in.query.Of][in.by]; ok {
		in.by = sister
	}
	if in.query.Of == ofMilestone && done && in.by == portfolio.FieldMilestoneDue {
		in.by = portfolio.FieldMilestoneCompleted
	}
	in.query.Sort, in.fields = nil, nil
	return true
}

// times writes how many records have their date in each stretch of the calendar, in its order.
func (w *writer) times(ctx context.Context, in intent) error {
	days, err := w.tools.CountBy(ctx, tools.Grouping{Query: in.query, By: in.by})
	if err != nil {
		return err
	}
	counts, names, missing := map[string]int{}, []string{}, 0
	slices.SortFunc(days, func(a, b portfolio.Group) int { return portfolio.Date(b.Value).DaysUntil(portfolio.Date(a.Value)) })
	for _, g := range days {
		if g.Value == "" {
			missing = g.Count
			continue
		}
		name := in.unit.called(portfolio.Date(g.Value))
		if counts[name] == 0 {
			names = append(names, name)
		}
		counts[name] += g.Count
	}
	what := w.describe.phrase(in.query, true)
	if len(names) == 0 {
		w.paragraph("None of the %s has a %s.", what, nameOf(in.by))
		return nil
	}
	w.figure(string(in.unit)+"s", float64(len(names)))
	var rows [][]string
	for _, name := range names {
		w.figure(name, float64(counts[name]))
		rows = append(rows, []string{name, strconv.Itoa(counts[name])})
	}
	w.paragraph("%s by the %s of their %s:", capital(what), string(in.unit), nameOf(in.by))
	w.say("%s\n", table([]string{capital(string(in.unit)), capital(nouns[in.query.Of][1])}, rows))
	if missing > 0 {
		w.paragraph("\n%s without a %s%s left out.", portfolio.CountOf(missing, nouns[in.query.Of][0], nouns[in.query.Of][1]), nameOf(in.by), verb(missing))
	}
	return nil
}
