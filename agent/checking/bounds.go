package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// number takes a number in that bounds: "over 50 %", "at least 2 open risks", "the next 30 days".
func (r *reading) number(i int) {
	m := r.ms[i]
	if !m.bounds || i == 0 {
		return
	}
	w := r.ms[i-1]
	switch {
	case w.is(senseWindow):
		today := r.c.evidence.Today
		lo, hi := today, today.AddDays(int(m.num)*m.unit.days())
		if w.entry.op == portfolio.OpFrom {
			lo, hi = today.AddDays(-int(m.num)*m.unit.days()), today
		}
		f := r.dateField(i)
		r.facets(f)[f] = days(string(lo), string(hi))
		r.union[f] = true
	case scored(r.ms, i):
		f := r.ms[i-1].entry.fields
		if w.is(senseCompare) {
			f = r.ms[i-2].entry.fields
			r.bound(f[0], w, m.num)
		} else {
			r.facets(f[0]).narrow(f[0], numbers(m.num, m.num))
			r.union[f[0]] = true
		}
	case m.unit == percent || slices.Contains(r.out.cues, portfolio.FieldProgress):
		r.bound(portfolio.FieldProgress, w, m.num)
	case i > 1 && w.is(senseCompare) && r.ms[i-2].is(senseNoun) && r.ms[i-2].entry.entity == portfolio.EntityRisk: // "with open risks under 2"
		if r.outer != nil {
			r.tallied = true
			r.outer.op = r.op
			r.outer.bound(portfolio.FieldOpenRisks, w, m.num)
		}
	default:
		op := r.op
		r.least = int(m.num)
		if op == portfolio.OpOver {
			r.least++
		}
	}
	r.content(m)
}

// days gives how many days a measure of time has.
func (m measure) days() int {
	switch m {
	case inWeeks:
		return 7
	case inMonths:
		return 30
	default:
		return 1
	}
}

// bound narrows a number field by a comparison; between two numbers the second one is the other bound.
func (r *reading) bound(f portfolio.Field, w mention, n float64) {
	op := r.op
	if !w.is(senseCompare) { // the end of "between 20 % and 60 %"
		op = portfolio.OpTo
	}
	if x, ok := sized(op, n); ok {
		r.union[f] = true
		r.facets(f).narrow(f, x)
	}
}

// date takes a day or a period in: of the field that a word beside it names, and as the word before it compares.
func (r *reading) date(i int) {
	m := r.ms[i]
	f := r.dateField(i)
	x := days(m.span.lo, m.span.hi)
	between := ""
	if i > 0 {
		between = r.text[r.ms[i-1].to:m.from]
	}
	op := portfolio.Op("")
	if i > 0 && r.ms[i-1].is(senseCompare) && strings.TrimSpace(strings.Trim(between, " the")) == "" {
		op = r.ms[i-1].entry.op
	}
	switch {
	case op == portfolio.OpFrom:
		x = days(m.span.lo, "")
	case op == portfolio.OpTo:
		x = days("", m.span.hi)
	case op == portfolio.OpOver:
		x = days(string(portfolio.Date(m.span.hi).AddDays(1)), "")
	case op == portfolio.OpUnder:
		x = days("", string(portfolio.Date(m.span.lo).AddDays(-1)))
	case r.until(i):
		x = days("", m.span.hi)
	}
	if m.span.yearless {
		x.opaque = "yearless"
	}
	r.union[f] = true
	r.facets(f).narrow(f, x)
	r.content(m)
}

// until reports whether a mention is the end of a range: "from … to …", "between … and …".
func (r *reading) until(i int) bool {
	for j := i - 1; j >= 0 && j >= i-2; j-- {
		if r.ms[j].kind == r.ms[i].kind {
			switch strings.TrimSpace(r.text[r.ms[j].to:r.ms[i].from]) {
			case "to", "and", "until", "–", "-", "through", "and on to":
				return true
			}
		}
	}
	return false
}

// dateField is the field of a date: that which a word names, the nearest before it first, or the usual one of the noun.
func (r *reading) dateField(i int) portfolio.Field {
	for _, step := range []int{-1, 1} {
		for j := i + step; j >= 0 && j < len(r.ms); j += step {
			if r.ms[j].is(senseCue) {
				if f := r.fittingDate(r.ms[j].entry.fields); f != "" {
					return f
				}
			}
		}
	}
	if r.noun == portfolio.EntityMilestone {
		return portfolio.FieldMilestoneDue
	}
	if r.noun == portfolio.EntityProgram {
		return portfolio.FieldLaunchDate
	}
	return "period"
}

func (r *reading) fittingDate(fields []portfolio.Field) portfolio.Field {
	for _, f := range fields {
		if info, ok := f.Info(); ok && info.Kind == portfolio.KindDate {
			return f
		}
	}
	return ""
}
