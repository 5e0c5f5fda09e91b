package analyst

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// draft writes a text for others: facts first, then what needs a decision, and nothing that no record says.
func (w *writer) draft(ctx context.Context, in intent) error {
	w.reply.Draft = &in.draft
	switch {
	case in.draft.Kind == portfolio.DraftMail:
		return w.mail(ctx, in)
	case in.draft.ProgramID != "":
		return w.programDraft(ctx, in)
	}
	return w.portfolioDraft(ctx, in)
}

// title writes the heading of a draft, and keeps it as its subject. A record in it is a link in Markdown and its name in
// the subject.
func (w *writer) title(text, markdown string) {
	w.reply.Draft.Subject = text
	w.paragraph("## %s", markdown)
}

// programDraft writes a status update, or a steering note, of one program.
func (w *writer) programDraft(ctx context.Context, in intent) error {
	e, err := w.tools.ExplainHealth(ctx, tools.ProgramRef{ID: in.draft.ProgramID})
	if err != nil {
		return err
	}
	d := e.Detail
	p := d.Program
	w.citeProgram(p.ID, p.Name)
	period, since := w.sinceUpdate(p, in)
	var changes []portfolio.Change
	if period.Since <= w.today {
		if changes, err = w.tools.ListChanges(ctx, period); err != nil {
			return err
		}
		changes = toldApart(changes)
	}
	w.figures(p, portfolio.FieldProgress, portfolio.FieldLaunchDate)
	risks, late := openRisks(p, false), overdueMilestones(p, w.today)
	w.figure("open risks", float64(len(risks)))
	w.figure("open High risks", float64(len(openRisks(p, true))))
	w.figure("overdue milestones", float64(len(late)))
	kind := map[portfolio.DraftKind]string{portfolio.DraftSteeringNote: "Steering note"}[in.draft.Kind]
	kind = cmp.Or(kind, "Status update")
	w.title(kind+": "+p.Name, kind+": "+programLink(p.ID, p.Name))
	if in.draft.Short {
		w.programInShort(d)
	} else {
		w.programFacts(e)
		w.plan(p, period.Since)
		w.openRisks(risks)
		w.since(since, period, changes)
	}
	w.decisionsOf(d, in.draft.Short)
	return nil
}

// sinceUpdate gives the days whose changes a draft of a program tells, and what these days are: those after the last
// update, unless others were said.
func (w *writer) sinceUpdate(p portfolio.Program, in intent) (tools.Period, string) {
	period := in.period
	switch {
	case period.Since != "":
		return period, "What changed"
	case p.LastUpdate == "":
		period.Since = w.today.AddDays(-usualDays)
		return period, "What changed in the last 7 days; there was no update before"
	}
	period.Since = p.LastUpdate.AddDays(1)
	return period, "Since the last update"
}

// toldApart leaves out the changes that go along with others.
func toldApart(changes []portfolio.Change) []portfolio.Change {
	return slices.DeleteFunc(changes, func(c portfolio.Change) bool { return slices.Contains(companions[c.Entity], c.Field) })
}

// programFacts writes how a program is declared and assessed, who answers for it, and when it was last updated.
func (w *writer) programFacts(e tools.Explanation) {
	p := e.Detail.Program
	w.bothHealths(p, e.Detail.Health)
	w.say(".")
	if u := e.Declared; u != nil {
		w.say(" The status was declared in the update of %s", day(u.Date))
		if u.Author != "" {
			w.say(" by %s", plain(u.Author))
		}
		w.say(".")
	}
	w.say(" %s", w.manned(p))
	if p.LastUpdate == "" {
		w.paragraph(" It was never updated.")
		return
	}
	w.paragraph(" The last update was on %s.", w.age(p.LastUpdate))
}

// programInShort writes a program in a few lines.
func (w *writer) programInShort(d portfolio.ProgramDetail) {
	p := d.Program
	w.bothHealths(p, d.Health)
	risks, late, high := openRisks(p, false), overdueMilestones(p, w.today), openRisks(p, true)
	w.say(". Progress is %s; the launch date is %s.", percent(p.Progress), w.launch(p))
	w.paragraph(" It has %s (%d High) and %s.", portfolio.CountOf(len(risks), "open risk", "open risks"), len(high), portfolio.CountOf(len(late), "overdue milestone", "overdue milestones"))
	if len(high) > 0 {
		w.paragraph("%s:", capital(portfolio.CountOf(len(high), "open High risk", "open High risks")))
		w.riskLines(high)
	}
}

// bothHealths says how a program is declared and what the facts say, without an end.
func (w *writer) bothHealths(p portfolio.Program, h portfolio.Health) {
	w.say("%s is declared **%s**", programLink(p.ID, p.Name), reportedText(string(p.Status)))
	if h.Assessed != "" {
		w.say(", and the facts say **%s**", h.Assessed)
		if len(h.Reasons) > 0 {
			w.say(" (%s)", w.inShort(h))
		}
	}
}

// plan writes the launch date, the progress and the milestones of a program. It names the milestones that were done since a
// day, are overdue, come next, or slipped.
func (w *writer) plan(p portfolio.Program, since portfolio.Date) {
	w.paragraph("\n\n### Plan")
	w.say("- Launch date: %s\n", w.launch(p))
	w.say("- Progress: %s\n", percent(p.Progress))
	done := 0
	for _, m := range p.Milestones {
		if m.Status == portfolio.MilestoneDone {
			done++
		}
	}
	w.figure("milestones", float64(len(p.Milestones)))
	w.figure("milestones done", float64(done))
	if len(p.Milestones) == 0 {
		w.say("- Milestones: %s\n", notReportedText)
		return
	}
	w.say("- %d of %s done\n", done, portfolio.CountOf(len(p.Milestones), "milestone is", "milestones are"))
	late, next := overdueMilestones(p, w.today), nextMilestone(p, w.today)
	for _, m := range p.Milestones {
		switch {
		case m.CompletedDate != "" && m.CompletedDate >= since:
			w.milestoneLine("Done", m)
		case slices.ContainsFunc(late, func(l portfolio.Milestone) bool { return l.ID == m.ID }):
			w.milestoneLine("Overdue", m)
		case m.ID == next:
			w.milestoneLine("Next", m)
		case m.CompletedDate == "" && m.Slip() > 0:
			w.milestoneLine("Slipped", m)
		case m.CompletedDate == "" && !p.Live():
			w.milestoneLine("Not done", m)
		}
	}
}

// nextMilestone gives the id of the first milestone that is planned from a day on; "" where none is.
func nextMilestone(p portfolio.Program, today portfolio.Date) string {
	var next portfolio.Milestone
	for _, m := range p.Milestones {
		if m.Status == portfolio.MilestonePlanned && m.DueDate >= today && (next.ID == "" || m.DueDate < next.DueDate) {
			next = m
		}
	}
	return next.ID
}

// milestoneLine writes a milestone with its days, and how far it slipped.
func (w *writer) milestoneLine(what string, m portfolio.Milestone) {
	row := portfolio.MilestoneRow{Milestone: m}
	w.citeMilestone(row)
	w.say("- %s: %s", what, milestoneLink(row))
	if m.Status == portfolio.MilestoneMissed {
		w.say(", Missed")
	}
	if m.CompletedDate != "" {
		w.say(", completed on %s", day(m.CompletedDate))
	} else {
		w.say(", due %s", w.dueDay(m.DueDate))
	}
	if m.Slip() > 0 {
		w.say(", baseline %s (+%s)", day(m.BaselineDate), portfolio.CountOf(m.Slip(), "day", "days"))
	}
	w.say("\n")
}

// dueDay writes a day with how far it is away.
func (w *writer) dueDay(d portfolio.Date) string {
	switch days := w.today.DaysUntil(d); {
	case d == "":
		return notReportedText
	case days < 0:
		return day(d) + " (" + portfolio.CountOf(-days, "day", "days") + " ago)"
	case days == 0:
		return day(d) + " (today)"
	default:
		return day(d) + " (in " + portfolio.CountOf(days, "day", "days") + ")"
	}
}

// openRisks writes the open risks of a program.
func (w *writer) openRisks(risks []portfolio.Risk) {
	w.paragraph("\n\n### Open risks")
	if len(risks) == 0 {
		w.paragraph("No open risks are reported.")
		return
	}
	w.riskLines(risks)
}

// riskLines writes risks, the gravest first, each with what is reported of it.
func (w *writer) riskLines(risks []portfolio.Risk) {
	risks = slices.Clone(risks)
	grave := func(l portfolio.Level) int {
		if at := slices.Index(portfolio.Levels, l); at >= 0 {
			return at
		}
		return len(portfolio.Levels)
	}
	slices.SortStableFunc(risks, func(a, b portfolio.Risk) int { return grave(a.Severity) - grave(b.Severity) })
	for _, r := range risks {
		w.citeRisk(portfolio.RiskRow{Risk: r})
		w.say("- %s: %s\n", riskLink(portfolio.RiskRow{Risk: r}), riskFacts(r))
	}
}

// riskFacts says what is reported of a risk; what people wrote of it comes last.
func riskFacts(r portfolio.Risk) string {
	facts := []string{valued("severity", string(r.Severity)), "status " + string(r.Status), valued("owner", r.Owner)}
	if r.Likelihood != "" {
		facts = append(facts, "likelihood "+string(r.Likelihood))
	}
	if r.ReviewDate != "" {
		facts = append(facts, "next review "+day(r.ReviewDate))
	}
	mitigation := "mitigation " + notReportedText
	if strings.TrimSpace(r.Mitigation) != "" {
		mitigation = "mitigation: " + plain(cut(r.Mitigation, 200))
	}
	return strings.Join(append(facts, mitigation), ", ")
}

// valued writes the name of a field with its value.
func valued(field, value string) string { return field + " " + reportedText(value) }

// since lists what changed of a program in a period.
func (w *writer) since(heading string, period tools.Period, changes []portfolio.Change) {
	w.paragraph("\n\n### %s", heading)
	if period.Since > w.today {
		w.paragraph("The last update is of today.")
		return
	}
	when := "From " + day(period.Since) + " to " + day(period.Until)
	if len(changes) == 0 {
		w.paragraph("%s nothing changed.", when)
		return
	}
	w.paragraph("%s:", when)
	for _, c := range changes {
		w.say("- %s\n", w.changedInProgram(c))
	}
}
