package report

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// How much the sheet of a program shows.
const (
	sheetChanges = 8
	sheetUpdates = 6
)

// sheet tells everything of one program.
func (m maker) sheet() []Page {
	p := m.programs[0]
	first := []Block{m.opening(sheetChanges, inOneProgram), m.standing(p), about(p)}
	if p.Description != "" {
		first = append(first, Block{Title: "Description", Text: &Text{paragraphs(p.Description)}})
	}
	first = append(first, m.reasons(p), m.outlook(p))
	pages := []Page{
		{p.Name, append(first, m.timeline("Timeline", m.programs, all, view{})...)},
		{"Milestones and risks", []Block{m.programMilestones(p), programRisksTable(p, m.day)}},
		{"Updates and dependencies", []Block{m.latest(p), m.links(p)}},
	}
	return pages
}

// standing is the figures of a program, beside what they were.
func (m maker) standing(p *program) Block {
	figures := []Figure{
		{Label: "Status", Kind: CellStatus, Value: string(p.Status), Tone: toneOf(p.Status)},
		{Label: "Assessed", Kind: CellStatus, Value: string(p.health.Assessed), Tone: toneOf(p.health.Assessed)},
		{Label: "Stage", Kind: CellStage, Value: string(p.PipelineStage), Tone: unreportedWhere(p.PipelineStage == "")},
		{Label: "Progress", Kind: CellNumber, Value: percent(p.Progress).Text, Unit: "%", Tone: unreportedWhere(p.Progress == nil)},
		{Label: "Launch", Kind: CellDate, Value: string(p.LaunchDate), Tone: cmp.Or(programLaunch(m.day).cell(p).Tone, Neutral)},
		{Label: "Open risks", Kind: CellNumber, Value: strconv.Itoa(len(p.risks)), Tone: Neutral},
		{Label: "Overdue milestones", Kind: CellNumber, Value: strconv.Itoa(len(m.overdue())), Tone: redWhere(len(m.overdue()) > 0)},
	}
	if m.before != nil && len(m.before.programs) == 1 {
		m.sinceThen(figures, p, m.before.programs[0])
	}
	for i := range figures {
		figures[i].DeltaTone = cmp.Or(figures[i].DeltaTone, Neutral)
	}
	return Block{Title: "Figures", Figures: &Figures{figures}}
}

// sinceThen says by how much the numbers and days among the figures of a program differ from what they were.
func (m maker) sinceThen(figures []Figure, now, then *program) {
	tone := func(n int, t taste) Tone { return figure("", Neutral, n, new(int), t).DeltaTone }
	set := func(label string, n int, t taste) {
		i := slices.IndexFunc(figures, func(f Figure) bool { return f.Label == label })
		figures[i].Delta, figures[i].DeltaTone = signed(n), tone(n, t)
	}
	if now.Progress != nil && then.Progress != nil {
		set("Progress", *now.Progress-*then.Progress, moreIsBetter)
	}
	if now.LaunchDate != "" && then.LaunchDate != "" {
		set("Launch", then.LaunchDate.DaysUntil(now.LaunchDate), fewerIsBetter)
	}
	set("Open risks", len(now.risks)-len(then.risks), fewerIsBetter)
	set("Overdue milestones", len(m.overdue())-len(m.before.overdue()), fewerIsBetter)
}

// about is what does not change from week to week.
func about(p *program) Block {
	type fact struct{ label, value string }
	facts := []fact{
		{"Owner", p.Owner}, {"Team", p.Team}, {"Product line", p.ProductLine}, {"Objectives", strings.Join(p.StrategicObjectives, ", ")},
		{"Start", string(p.StartDate)}, {"Last update", string(p.LastUpdate)}, {"External id", p.ExternalID},
	}
	return table("Facts", "", facts, all,
		of("Fact", CellText, 2, func(f fact) Cell { return text(f.label) }),
		of("Value", CellText, 6, func(f fact) Cell {
			return Cell{Text: cmp.Or(f.value, notReported), Tone: unreportedWhere(f.value == "")}
		}))
}

// paragraphs takes a text apart at its empty lines.
func paragraphs(s string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n\n") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// reasons says why a program was assessed so.
func (m maker) reasons(p *program) Block {
	const title = "What the facts say"
	switch {
	case p.health.Assessed == portfolio.StatusNotReported:
		return Block{Title: title, Text: &Text{[]string{"There is too little to assess."}}}
	case len(p.health.Reasons) == 0:
		return Block{Title: title, Text: &Text{[]string{"Nothing speaks against it."}}}
	}
	items := make([]Item, len(p.health.Reasons))
	for i, r := range p.health.Reasons {
		items[i] = Item{sentence(r.Text(m.day)), toneOf(p.health.Assessed), p.ref()}
		if r.Record != "" {
			items[i].Ref = m.refOf(p, r.Record)
		}
	}
	return Block{Title: title, List: &List{items}}
}

// refOf names a risk or a milestone of a program by its id.
func (m maker) refOf(p *program, id string) *Ref {
	for _, r := range p.risks {
		if r.ID == id {
			return r.ref()
		}
	}
	return &Ref{portfolio.EntityMilestone, id, p.ID}
}

// outlook forecasts the launch from the slips of the portfolio.
func (m maker) outlook(p *program) Block {
	f := m.Slips.Forecast(p.LaunchDate, m.day)
	var said string
	switch {
	case !p.Live():
		said = "It is completed."
	case !f.Known():
		said = "None: " + f.Missing() + "."
	default:
		said = fmt.Sprintf("Planned for %s. Judging by %s of milestones in this portfolio, it will have launched by %s with 50 %% probability, and by %s with 80 %%.",
			f.Planned, portfolio.CountOf(f.Ways, "slip", "slips"), f.P50, f.P80)
	}
	return Block{Title: "Forecast of the launch", Text: &Text{[]string{said}}}
}

// programMilestones lists the milestones of a program, with their slip.
func (m maker) programMilestones(p *program) Block {
	return table("Milestones", "It has no milestones.", p.milestones, all,
		of("Milestone", CellText, 6, func(m milestone) Cell { return Cell{Text: m.Name, Ref: m.ref()} }),
		of("Status", CellMilestoneStatus, 2, func(m milestone) Cell { return text(string(m.Status)) }),
		milestoneDue(m.day), milestoneBaseline, milestoneSlip,
		of("Completed", CellDate, 2, func(m milestone) Cell { return date(m.CompletedDate) }))
}

// programRisksTable lists the open risks of a program.
func programRisksTable(p *program, today portfolio.Date) Block {
	return table("Open risks", "It has no open risks.", p.risks, all,
		riskTitle, riskSeverity, riskLikelihood, riskStatus, riskOwner, riskReview(today), riskMitigation)
}

// latest lists the newest updates.
func (m maker) latest(p *program) Block {
	return table("Latest updates", "Nobody has posted an update.", m.Now.Updates, sheetUpdates,
		of("Date", CellDate, 2, func(u portfolio.StatusUpdate) Cell { return Cell{Text: string(u.Date), Ref: p.ref()} }),
		of("Author", CellText, 3, func(u portfolio.StatusUpdate) Cell { return text(u.Author) }),
		of("Status", CellStatus, 2, func(u portfolio.StatusUpdate) Cell { return status(u.Status) }),
		of("Update", CellText, 10, func(u portfolio.StatusUpdate) Cell { return text(u.Text) }))
}

// links lists what the program waits for and what waits for it.
func (m maker) links(p *program) Block {
	type link struct {
		portfolio.DependencyRow
		way   string
		other portfolio.Launch
	}
	var list []link
	for _, d := range m.Now.Dependencies {
		if d.To == p.ID {
			list = append(list, link{d, "Waits for", d.First})
		}
	}
	for _, d := range m.Now.Dependencies {
		if d.From == p.ID {
			list = append(list, link{d, "Holds up", d.Then})
		}
	}
	return table("Dependencies", "It waits for no program, and none waits for it.", list, all,
		of("", CellText, 2, func(l link) Cell { return text(l.way) }),
		of("Program", CellText, 5, func(l link) Cell {
			return Cell{Text: l.other.Name, Ref: &Ref{portfolio.EntityProgram, l.other.ID, l.other.ID}}
		}),
		of("Status", CellStatus, 2, func(l link) Cell { return status(l.other.Status) }),
		of("Launch", CellDate, 2, func(l link) Cell { return Cell{Text: string(l.other.Date), Tone: redWhere(l.Broken())} }),
		of("Too early", CellNumber, 2, func(l link) Cell {
			if !l.Broken() {
				return text("")
			}
			return Cell{Text: strconv.Itoa(l.TooEarly()), Tone: Red}
		}).in("days"),
		of("Note", CellText, 6, func(l link) Cell { return text(l.Note) }))
}
