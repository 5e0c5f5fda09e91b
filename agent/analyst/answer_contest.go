package analyst

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// contested gives by what programs are compared that a question names: by what it orders them, or by the word that compares
// them. It is the zero order where nothing says so.
func (r *reading) contested() portfolio.Order {
	if s := r.intent.query.Sort; len(s) > 0 {
		return s[0]
	}
	for _, s := range r.spans {
		switch {
		case s.kind == kOrder, s.kind == kMost && s.field != "" && s.field != orderOnly:
			return portfolio.Order{Field: s.field, Desc: s.desc}
		case s.kind == kMost && slices.Contains(calendarEnds, strings.ToLower(s.text)):
			return portfolio.Order{Field: portfolio.FieldLaunchDate, Desc: s.desc}
		}
	}
	return portfolio.Order{}
}

// weights gives how much a program has of what can be compared; false where it does not report it.
var weights = map[portfolio.Field]func(portfolio.ProgramRow) (float64, bool){
	portfolio.FieldLaunchDate: func(r portfolio.ProgramRow) (float64, bool) { return dayNumber(r.LaunchDate) },
	portfolio.FieldStartDate:  func(r portfolio.ProgramRow) (float64, bool) { return dayNumber(r.StartDate) },
	portfolio.FieldLastUpdate: func(r portfolio.ProgramRow) (float64, bool) { return dayNumber(r.LastUpdate) },
	portfolio.FieldProgress: func(r portfolio.ProgramRow) (float64, bool) {
		if r.Progress == nil {
			return 0, false
		}
		return float64(*r.Progress), true
	},
	portfolio.FieldOpenRisks:     func(r portfolio.ProgramRow) (float64, bool) { return float64(r.OpenRisks), true },
	portfolio.FieldOpenHighRisks: func(r portfolio.ProgramRow) (float64, bool) { return float64(r.OpenHighRisks), true },
	portfolio.FieldReasons: func(r portfolio.ProgramRow) (float64, bool) { // the graver health weighs more than any number of reasons
		rank := slices.Index([]portfolio.Status{portfolio.OnTrack, portfolio.AtRisk, portfolio.OffTrack}, r.Health.Assessed)
		return float64(1000*rank + len(r.Health.Reasons)), rank >= 0
	},
}

// dayNumber counts days; false where no day is reported.
func dayNumber(d portfolio.Date) (float64, bool) {
	return float64(portfolio.Date("2000-01-01").DaysUntil(d)), d != ""
}

// verdict says which of the programs is ahead in what they are compared by, or why none is.
func (w *writer) verdict(o portfolio.Order, rows []portfolio.ProgramRow) {
	weigh, ok := weights[o.Field]
	if !ok || len(rows) < 2 {
		return
	}
	known := slices.DeleteFunc(slices.Clone(rows), func(r portfolio.ProgramRow) bool { _, ok := weigh(r); return !ok })
	if len(known) < len(rows) {
		missing := rows[slices.IndexFunc(rows, func(r portfolio.ProgramRow) bool { _, ok := weigh(r); return !ok })]
		w.paragraph("The %s of %s is **not reported**, so I cannot say which is ahead.", verdictName(o.Field), programLink(missing.ID, missing.Name))
		return
	}
	slices.SortStableFunc(known, func(a, b portfolio.ProgramRow) int {
		x, _ := weigh(a)
		y, _ := weigh(b)
		if o.Desc {
			x, y = y, x
		}
		return cmp.Compare(x, y)
	})
	first, _ := weigh(known[0])
	if second, _ := weigh(known[1]); first == second {
		w.paragraph("They do not differ in their %s.", verdictName(o.Field))
		return
	}
	w.paragraph("%s", won(o, known[0]))
}

// verdictName is what programs are compared by, in words.
func verdictName(f portfolio.Field) string {
	if f == portfolio.FieldReasons {
		f = portfolio.FieldAssessed
	}
	return nameOf(f)
}

// won is the sentence about the program that is ahead.
func won(o portfolio.Order, r portfolio.ProgramRow) string {
	name := "**" + programLink(r.ID, r.Name) + "**"
	switch o.Field {
	case portfolio.FieldReasons:
		if r.Health.Assessed == portfolio.OnTrack {
			return name + " is better off: assessed On Track."
		}
		side := "better"
		if o.Desc {
			side = "worse"
		}
		return name + " is " + side + " off: assessed " + string(r.Health.Assessed) + ", " + portfolio.CountOf(len(r.Health.Reasons), "reason", "reasons") + "."
	case portfolio.FieldProgress:
		return name + " has the " + superlative(o) + ": " + percent(r.Progress) + "."
	case portfolio.FieldOpenRisks:
		return name + " has the " + superlative(o) + ": " + strconv.Itoa(r.OpenRisks) + "."
	case portfolio.FieldOpenHighRisks:
		return name + " has the " + superlative(o) + ": " + strconv.Itoa(r.OpenHighRisks) + "."
	case portfolio.FieldStartDate:
		return name + " has the " + superlative(o) + ": " + day(r.StartDate) + "."
	case portfolio.FieldLastUpdate:
		return name + " has the " + superlative(o) + ": " + day(r.LastUpdate) + "."
	}
	return name + " has the " + superlative(o) + ": " + day(r.LaunchDate) + "."
}
