package report

import (
	"cmp"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// How much a look-ahead shows.
const (
	lookAheadChanges  = 8
	lookAheadTimeline = 20
)

// lookAhead tells which milestones are overdue, which come in the next 90 days, and which slipped.
func (m maker) lookAhead() []Page {
	coming := []Block{m.milestoneTable("Next 30 days", "No milestone is due in the next 30 days.", m.due(0, 30))}
	for _, until := range []int{60, 90} {
		from := until - 29
		coming = append(coming, m.milestoneTable(fmt.Sprintf("In %d to %d days", from, until),
			fmt.Sprintf("No milestone is due in %d to %d days.", from, until), m.due(from, until)))
	}
	pages := []Page{
		{"Summary", []Block{
			m.opening(lookAheadChanges, inMilestones), m.count(milestoneMeasures),
			m.milestoneTable("Overdue", "No milestone is overdue.", m.overdue()),
		}},
		{"Next 90 days", coming},
		{"Slipped", []Block{m.milestoneTable("Later than their baseline, and not completed", "No open milestone is later than its baseline.", m.slipped())}},
	}
	if timeline := m.timeline("", m.withMilestones(90), lookAheadTimeline, view{back: 1, ahead: 3}); timeline != nil {
		pages = append(pages, Page{"Timeline", timeline})
	}
	return pages
}

// milestoneMeasures are the figures of a look-ahead.
var milestoneMeasures = []measure{
	{"Overdue", Red, fewerIsBetter, func(f facts) int { return len(f.overdue()) }},
	{"Next 30 days", Neutral, indifferent, func(f facts) int { return len(f.due(0, 30)) }},
	{"Next 60 days", Neutral, indifferent, func(f facts) int { return len(f.due(0, 60)) }},
	{"Next 90 days", Neutral, indifferent, func(f facts) int { return len(f.due(0, 90)) }},
	{"Slipped", Amber, fewerIsBetter, func(f facts) int { return len(f.slipped()) }},
	{"No due date", Unreported, fewerIsBetter, func(f facts) int {
		return len(pick(f.milestones, func(m milestone) bool { return m.open() && m.DueDate == "" }))
	}},
}

// open reports whether a milestone is still to come: not completed, and its program live.
func (m milestone) open() bool { return m.CompletedDate == "" && m.of.Live() }

// due gives the open milestones that are due between two numbers of days from now, both included.
func (f facts) due(from, until int) []milestone {
	return pick(f.milestones, func(m milestone) bool {
		return m.open() && f.within(m.DueDate, until) && m.DueDate >= f.day.AddDays(from)
	})
}

// slipped gives the open milestones that are due later than their baseline, the longest slip first.
func (f facts) slipped() []milestone {
	list := pick(f.milestones, func(m milestone) bool { return m.open() && m.Slip() > 0 })
	slices.SortStableFunc(list, func(a, b milestone) int { return cmp.Compare(b.Slip(), a.Slip()) })
	return list
}

// withMilestones gives the live programs with a milestone that is overdue or due in the next n days, the soonest first.
func (f facts) withMilestones(n int) []*program {
	var out []*program
	seen := map[*program]bool{}
	for _, m := range f.milestones {
		if (m.Overdue(m.of.Program, f.day) || m.open() && f.within(m.DueDate, n)) && !seen[m.of] {
			seen[m.of], out = true, append(out, m.of)
		}
	}
	return out
}

// milestoneTable lists milestones with their slip.
func (m maker) milestoneTable(title, empty string, rows []milestone) Block {
	return table(title, empty, rows, all,
		of("Milestone", CellText, 5, func(m milestone) Cell { return Cell{Text: m.Name, Ref: m.ref()} }),
		of("Program", CellText, 4, func(m milestone) Cell { return Cell{Text: m.of.Name, Ref: m.of.ref()} }),
		milestoneDue(m.day), milestoneBaseline, milestoneSlip,
		of("Owner", CellText, 3, func(m milestone) Cell { return text(m.of.Owner) }),
		of("Program status", CellStatus, 2, func(m milestone) Cell { return status(m.of.Status) }))
}

// milestoneDue is the due date, red where it is overdue on a day.
func milestoneDue(today portfolio.Date) column[milestone] {
	return of("Due", CellDate, 2, func(m milestone) Cell {
		return Cell{Text: string(m.DueDate), Tone: redWhere(m.Overdue(m.of.Program, today))}
	})
}

var (
	milestoneBaseline = of("Baseline", CellDate, 2, func(m milestone) Cell { return date(m.BaselineDate) })
	milestoneSlip     = of("Slip", CellDelta, 2, slipCell).in("days")
)

// slipCell is by how many days a milestone moved from its baseline; not reported where one of the two is.
func slipCell(m milestone) Cell {
	if m.DueDate == "" || m.BaselineDate == "" {
		return Cell{Tone: Unreported}
	}
	return Cell{Text: signed(m.Slip()), Tone: redWhere(m.Slip() > portfolio.SlipDays)}
}
