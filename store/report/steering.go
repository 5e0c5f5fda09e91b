package report

import (
	"cmp"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// How much a steering pack shows of what could be long.
const (
	steeringChanges  = 12
	steeringLines    = 8 // product lines
	steeringTimeline = 20
	steeringAhead    = 60 // days
)

// steering is the pack for a committee: what changed, what is not on track, what it has to decide, what comes next, and every
// program.
func (m maker) steering() []Page {
	summary := append([]Block{m.opening(steeringChanges, inPrograms), m.figures(), m.mix()}, m.lines()...)
	pages := []Page{{"Summary", summary}}
	if changes := m.topicTables(inPrograms.topics); len(changes) > 0 {
		pages = append(pages, Page{"Changes", changes})
	}
	pages = append(pages, []Page{
		{"Not on track", []Block{m.notOnTrack(), m.contradicted()}},
		{"Decisions needed", []Block{m.decisions()}},
		{"Milestones", []Block{
			m.milestoneTable("Overdue", "No milestone is overdue.", m.overdue()),
			m.milestoneTable(fmt.Sprintf("Next %d days", steeringAhead), fmt.Sprintf("No milestone is due in the next %d days.", steeringAhead), m.due(0, steeringAhead)),
		}},
	}...)
	if timeline := m.timeline("", m.ahead(), steeringTimeline, near); timeline != nil {
		pages = append(pages, Page{"The next launches", timeline})
	}
	return append(pages, Page{"All programs", []Block{table("", "No programs.", m.programs, all,
		programName(5), programStatus, programAssessed, programStage, programOwner, programLaunch(m.day), programProgress, programRisks, m.programNext())}})
}

// programRisks counts the open risks.
var programRisks = of("Open risks", CellNumber, 2, func(p *program) Cell {
	return number(len(p.risks))
})

// programNext is the earliest milestone that is not completed, red where it is overdue.
func (m maker) programNext() column[*program] {
	return of("Next milestone", CellDate, 2, func(p *program) Cell {
		for _, one := range p.milestones {
			if one.CompletedDate == "" {
				return Cell{Text: string(one.DueDate), Tone: redWhere(one.Overdue(p.Program, m.day))}
			}
		}
		return Cell{}
	})
}

// lines sets the statuses of each product line side by side, the largest first. It gives nothing where there is one only.
func (m maker) lines() []Block {
	byLine := map[string][]*program{}
	for _, p := range m.programs {
		byLine[p.ProductLine] = append(byLine[p.ProductLine], p)
	}
	if len(byLine) < 2 {
		return nil
	}
	var names []string
	for name := range byLine {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		if (a == "") != (b == "") {
			return map[bool]int{true: 1, false: -1}[a == ""]
		}
		return cmp.Or(len(byLine[b])-len(byLine[a]), cmp.Compare(portfolio.Fold(a), portfolio.Fold(b)), cmp.Compare(a, b))
	})
	bars := &Bars{}
	for _, name := range names[:min(len(names), steeringLines)] {
		bars.Items = append(bars.Items, bar(cmp.Or(name, notReported), byLine[name], declaredStatus))
	}
	title := "Status by product line"
	if len(names) > steeringLines {
		title = fmt.Sprintf("Status by product line, the first %d of %d", steeringLines, len(names))
	}
	return []Block{{Title: title, Bars: bars}}
}

// notOnTrack lists the programs that are declared Off Track or At Risk, with what the facts say and what was said last.
func (m maker) notOnTrack() Block {
	list := append(m.having(portfolio.OffTrack), m.having(portfolio.AtRisk)...)
	return table("Off Track and At Risk", "Every program that reports a status is on track or completed.", list, all,
		programName(4), programStatus, programAssessed, programLaunch(m.day), programOwner, programWhy(m.day),
		of("Latest update", CellText, 8, func(p *program) Cell { return text(m.lastSaid(p)) }))
}

// contradicted lists the live programs of which the facts say worse than people declare.
func (m maker) contradicted() Block {
	list := pick(m.live(), func(p *program) bool { return portfolio.Contradicted(p.Status, p.health.Assessed) })
	return table("The facts say worse than the status", "Of no program do the facts say worse than its status.", list, all,
		programName(4), programStatus, programAssessed, programLaunch(m.day), programOwner, programWhy(m.day))
}

// lastSaid gives the newest update of a program; "" where there is none.
func (m maker) lastSaid(p *program) string {
	u, ok := m.said[p.ID]
	if !ok {
		return ""
	}
	return fmt.Sprintf("%s: %s", u.Date, excerpt(u.Text, excerptLength))
}

// decision is something that somebody has to decide.
type decision struct {
	of    *program
	ref   *Ref
	what  string
	owner string
	since portfolio.Date
	tone  Tone
}

// decisions lists what somebody has to decide: launches that have passed, open High risks without mitigation, plans that a
// dependency breaks, milestones that are overdue for long, and programs in trouble without an owner.
func (m maker) decisions() Block {
	var list []decision
	for _, p := range m.programs {
		list = append(list, m.decisionsOn(p)...)
	}
	return table("", "Nothing waits for a decision.", list, all,
		of("Program", CellText, 4, func(d decision) Cell { return Cell{Text: d.of.Name, Ref: d.of.ref()} }),
		of("Decision", CellText, 8, func(d decision) Cell { return Cell{Text: d.what, Tone: d.tone, Ref: d.ref} }),
		of("Owner", CellText, 3, func(d decision) Cell { return text(d.owner) }),
		of("Since", CellDate, 2, func(d decision) Cell { return date(d.since) }))
}

// decisionsOn lists what has to be decided on one program.
func (m maker) decisionsOn(p *program) []decision {
	var out []decision
	add := func(tone Tone, ref *Ref, owner string, since portfolio.Date, what string) {
		out = append(out, decision{p, ref, what, cmp.Or(owner, p.Owner), since, tone})
	}
	if p.LaunchPassed(m.day) {
		add(Red, p.ref(), "", p.LaunchDate, "Set a new launch date, or declare it Completed.")
	}
	for _, r := range p.risks {
		if r.Severity == portfolio.High && r.Mitigation == "" {
			add(Red, r.ref(), r.Owner, "", "Mitigate or accept the High risk "+quoted(r.Title)+".")
		}
	}
	for _, d := range m.Now.Dependencies {
		if d.To == p.ID && d.Broken() {
			add(Amber, p.ref(), "", "", fmt.Sprintf("Move its launch or that of %s: it waits for it, and is planned %s earlier.",
				d.First.Name, portfolio.CountOf(d.TooEarly(), "day", "days")))
		}
	}
	for _, one := range p.milestones {
		if one.Overdue(p.Program, m.day) && one.DueDate.DaysUntil(m.day) > portfolio.SlipDays {
			add(Amber, one.ref(), "", one.DueDate, "Set a new date for the milestone "+quoted(one.Name)+", or declare it Missed.")
		}
	}
	if p.Owner == "" && (p.Status == portfolio.OffTrack || p.Status == portfolio.AtRisk) {
		add(Amber, p.ref(), "", "", "Name an owner: it is declared "+string(p.Status)+".")
	}
	return out
}
