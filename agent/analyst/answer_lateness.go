package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// lateness writes how far programs or milestones have slipped: a launch from the day that it was first planned for, a
// milestone from its baseline.
func (w *writer) lateness(ctx context.Context, in intent) error {
	if in.query.Of == ofMilestone {
		return w.lateMilestones(ctx, in.query)
	}
	for _, id := range in.ids {
		if err := w.latenessOf(ctx, id, in.period); err != nil {
			return err
		}
	}
	return nil
}

// latenessOf writes how far the launch of a program moved, and its milestones that slipped or are overdue.
func (w *writer) latenessOf(ctx context.Context, id string, p tools.Period) error {
	d, err := w.program(ctx, id, portfolio.FieldLaunchDate)
	if err != nil {
		return err
	}
	if p.Since == "" {
		began, err := w.tools.Workspace.Began(ctx, id)
		if err != nil {
			return err
		}
		p.Since = began.AddDays(1)
	}
	p.Since = min(p.Since, p.Until)
	p.Programs = portfolio.Query{Of: ofProgram, Today: w.today, Where: []portfolio.Condition{is(portfolio.FieldID, id)}}
	moves, err := w.tools.ListChanges(ctx, p)
	if err != nil {
		return err
	}
	w.launchMoved(d.Program, moves)
	slipped := portfolio.Query{
		Of: ofMilestone, Today: w.today, Sort: []portfolio.Order{{Field: portfolio.FieldMilestoneSlip, Desc: true}},
		Where: []portfolio.Condition{is(portfolio.FieldID, id), compare(portfolio.FieldMilestoneSlip, portfolio.OpOver, "0")},
	}
	page, err := w.tools.ListMilestones(ctx, tools.Query{Query: slipped})
	if err != nil {
		return err
	}
	w.slipTable(page.Rows, w.describe.phrase(slipped, len(page.Rows) != 1))
	w.overdue(d.Program)
	return nil
}

// launchMoved writes by how many days the launch of a program moved, with the days.
func (w *writer) launchMoved(p portfolio.Program, moves []portfolio.Change) {
	at := slices.IndexFunc(moves, func(c portfolio.Change) bool { return textOf(c.Before) != "" && textOf(c.After) != "" })
	switch {
	case p.LaunchDate == "":
		w.paragraph("The launch date of %s is **not reported**.", programLink(p.ID, p.Name))
		return
	case at < 0:
		w.figure("days that the launch slipped", 0)
		w.date(nameOf(portfolio.FieldLaunchDate), p.LaunchDate)
		w.paragraph("The launch date of %s did not move: **%s**", programLink(p.ID, p.Name), w.launch(p))
		return
	}
	before, after := portfolio.Date(textOf(moves[at].Before)), portfolio.Date(textOf(moves[at].After))
	days := before.DaysUntil(after)
	w.figure("days that the launch slipped", float64(days))
	w.date("launch date first planned", before)
	w.date(nameOf(portfolio.FieldLaunchDate), after)
	verb := "slipped"
	if days < 0 {
		verb = "was brought forward"
	}
	w.paragraph("The launch date of %s %s from %s to %s: **%s**", programLink(p.ID, p.Name), verb, day(before), day(after), portfolio.CountOf(max(days, -days), "day", "days"))
	if p.LaunchPassed(w.today) {
		w.paragraph("The launch date: %s", w.launch(p))
	}
}

// slipTable writes milestones with the days of their slip. What says which they are.
func (w *writer) slipTable(rows []portfolio.MilestoneRow, what string) {
	w.figure("slipped milestones", float64(len(rows)))
	if len(rows) == 0 {
		w.paragraph("**No** %s.", what)
		return
	}
	w.paragraph("**%d** %s:", len(rows), what)
	var cells [][]string
	for i, m := range rows {
		w.citeMilestone(m)
		if i < shownRows {
			cells = append(cells, []string{milestoneLink(m), plain(m.ProgramName), day(m.BaselineDate), day(m.DueDate), portfolio.CountOf(m.Slip(), "day", "days")})
			w.figure("days that "+m.Name+" slipped", float64(m.Slip()))
		}
	}
	w.say("%s\n", table([]string{"Milestone", "Program", "Baseline", "Due", "Slip"}, cells))
	w.more(len(rows))
}

// lateMilestones writes how far milestones that are named have slipped.
func (w *writer) lateMilestones(ctx context.Context, q portfolio.Query) error {
	page, err := w.tools.ListMilestones(ctx, tools.Query{Query: q})
	if err != nil {
		return err
	}
	for _, m := range page.Rows {
		w.citeMilestone(m)
		w.figure("days that it slipped", float64(m.Slip()))
		w.paragraph("%s of %s is due %s, with the baseline %s: **%s** of slip.", milestoneLink(m), plain(m.ProgramName), day(m.DueDate), day(m.BaselineDate), portfolio.CountOf(m.Slip(), "day", "days"))
		switch {
		case m.CompletedDate != "":
			w.paragraph("It was completed on %s.", day(m.CompletedDate))
		case m.Overdue:
			w.figure("days overdue", float64(m.DueDate.DaysUntil(w.today)))
			w.paragraph("It is overdue, due %s (%s ago).", day(m.DueDate), portfolio.CountOf(m.DueDate.DaysUntil(w.today), "day", "days"))
		}
	}
	return nil
}
