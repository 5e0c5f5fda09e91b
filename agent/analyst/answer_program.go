package analyst

import (
	"context"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// program reads one program, of which some fields are asked for or all, and cites it.
func (w *writer) program(ctx context.Context, id string, fields ...portfolio.Field) (portfolio.ProgramDetail, error) {
	detail, err := w.tools.GetProgram(ctx, tools.ProgramRef{ID: id, Fields: fields})
	if err == nil {
		w.citeProgram(detail.Program.ID, detail.Program.Name)
	}
	return detail, err
}

// fact is a field of a program as a sentence part and, for numbers and days, as a figure.
type fact struct {
	field portfolio.Field
	text  string // Markdown; notReportedText where there is nothing
}

// facts lists the fields of a program in the order in which people read them.
func (w *writer) facts(d portfolio.ProgramDetail) []fact {
	p := d.Program
	return []fact{
		{portfolio.FieldStatus, reportedText(string(p.Status))},
		{portfolio.FieldStage, reportedText(string(p.PipelineStage))},
		{portfolio.FieldOwner, reportedText(p.Owner)},
		{portfolio.FieldTeam, reportedText(p.Team)},
		{portfolio.FieldProductLine, reportedText(p.ProductLine)},
		{portfolio.FieldObjective, reportedText(strings.Join(p.StrategicObjectives, ", "))},
		{portfolio.FieldStartDate, day(p.StartDate)},
		{portfolio.FieldLaunchDate, w.launch(p)},
		{portfolio.FieldProgress, percent(p.Progress)},
		{portfolio.FieldLastUpdate, w.age(p.LastUpdate)},
		{portfolio.FieldExternalID, reportedText(p.ExternalID)},
		{fieldDescription, reportedText(p.Description)},
		{portfolio.FieldName, plain(p.Name)},
		{portfolio.FieldAssessed, w.judged(d.Health)},
	}
}

// judged writes an assessed health with its reasons.
func (w *writer) judged(h portfolio.Health) string {
	if len(h.Reasons) == 0 {
		return reportedText(string(h.Assessed))
	}
	return string(h.Assessed) + ", because of " + w.inShort(h)
}

// launch writes the launch date with how far it is away while the program is live.
func (w *writer) launch(p portfolio.Program) string {
	days := w.today.DaysUntil(p.LaunchDate)
	switch {
	case p.LaunchDate == "" || !p.Live():
		return day(p.LaunchDate)
	case days < 0:
		return day(p.LaunchDate) + " (passed " + portfolio.CountOf(-days, "day", "days") + " ago)"
	case days == 0:
		return day(p.LaunchDate) + " (today)"
	}
	return day(p.LaunchDate) + " (in " + portfolio.CountOf(days, "day", "days") + ")"
}

// age writes a past day with how long ago it is.
func (w *writer) age(d portfolio.Date) string {
	if d == "" {
		return notReportedText
	}
	return day(d) + " (" + portfolio.CountOf(d.DaysUntil(w.today), "day", "days") + " ago)"
}

// figures states the figures of the fields of a program.
func (w *writer) figures(p portfolio.Program, fields ...portfolio.Field) {
	dates := map[portfolio.Field]portfolio.Date{
		portfolio.FieldStartDate: p.StartDate, portfolio.FieldLaunchDate: p.LaunchDate, portfolio.FieldLastUpdate: p.LastUpdate,
	}
	for _, f := range fields {
		if d, ok := dates[f]; ok {
			w.date(nameOf(f), d)
		}
		if f == portfolio.FieldProgress && p.Progress != nil {
			w.figure(nameOf(f), float64(*p.Progress))
		}
	}
}

// detail writes a program, or the fields of it that are asked for.
func (w *writer) detail(ctx context.Context, in intent) error {
	d, err := w.program(ctx, in.ids[0], in.fields...)
	if err != nil {
		return err
	}
	p, facts := d.Program, w.facts(d)
	if len(in.fields) > 0 {
		w.figures(p, in.fields...)
		for _, f := range in.fields {
			w.oneFact(d, facts, f)
		}
		return nil
	}
	w.figures(p, portfolio.FieldProgress, portfolio.FieldLaunchDate)
	w.paragraph("**%s**", programLink(p.ID, p.Name))
	for _, f := range facts {
		if f.text != notReportedText && f.field != fieldDescription && f.field != portfolio.FieldName && f.field != portfolio.FieldExternalID {
			w.say("- %s: %s\n", capital(nameOf(f.field)), f.text)
		}
	}
	var missing []string
	for _, f := range facts[:10] {
		if f.text == notReportedText {
			missing = append(missing, nameOf(f.field))
		}
	}
	if len(missing) > 0 {
		w.say("- Not reported: %s\n", series(missing, "and"))
	}
	if p.Description != "" {
		w.paragraph("\n%s", plain(cut(p.Description, 400)))
	}
	w.troubles(d)
	w.newest(d)
	return nil
}

// oneFact writes a single field of a program.
func (w *writer) oneFact(d portfolio.ProgramDetail, facts []fact, f portfolio.Field) {
	p := d.Program
	i := slices.IndexFunc(facts, func(x fact) bool { return x.field == f })
	switch {
	case f == portfolio.FieldOpenRisks || f == portfolio.FieldOpenHighRisks:
		n := len(openRisks(p, f == portfolio.FieldOpenHighRisks))
		w.figure(nameOf(f), float64(n))
		w.paragraph("%s has **%d** %s.", programLink(p.ID, p.Name), n, nameOf(f))
	case i < 0:
		w.reply.Understood = false
		w.paragraph("A program has no %s of its own.", nameOf(f))
	case facts[i].text == notReportedText:
		w.paragraph("The %s of %s is **not reported**.", nameOf(f), programLink(p.ID, p.Name))
	default:
		w.paragraph("The %s of %s: **%s**", nameOf(f), programLink(p.ID, p.Name), facts[i].text)
	}
	if f == portfolio.FieldLastUpdate {
		w.newest(d)
	}
}

// openRisks lists the open risks of a program, or only the High ones.
func openRisks(p portfolio.Program, high bool) []portfolio.Risk {
	return slices.DeleteFunc(slices.Clone(p.Risks), func(r portfolio.Risk) bool {
		return !r.Status.Open() || high && r.Severity != portfolio.High
	})
}

// overdueMilestones lists the milestones of a program that are overdue on a day.
func overdueMilestones(p portfolio.Program, today portfolio.Date) []portfolio.Milestone {
	return slices.DeleteFunc(slices.Clone(p.Milestones), func(m portfolio.Milestone) bool {
		return !p.Live() || m.DueDate == "" || m.DueDate >= today || m.CompletedDate != ""
	})
}

// troubles writes the overdue milestones and the open High risks of a program, named and cited.
func (w *writer) troubles(d portfolio.ProgramDetail) {
	p := d.Program
	w.overdue(p)
	if high := openRisks(p, true); len(high) > 0 {
		w.figure("open High risks", float64(len(high)))
		w.paragraph("\n%s:", capital(portfolio.CountOf(len(high), "open High risk", "open High risks")))
		for _, r := range high {
			row := portfolio.RiskRow{Risk: r}
			w.citeRisk(row)
			mitigation := "without mitigation"
			if r.Mitigation != "" {
				mitigation = "mitigation: " + plain(cut(r.Mitigation, 160))
			}
			w.say("- %s, %s\n", riskLink(row), mitigation)
		}
	}
	if n := len(openRisks(p, false)) - len(openRisks(p, true)); n > 0 {
		w.figure("other open risks", float64(n))
		w.paragraph("\n%s.", portfolio.CountOf(n, "other open risk", "other open risks"))
	}
}

// overdue writes the overdue milestones of a program, named and cited.
func (w *writer) overdue(p portfolio.Program) {
	late := overdueMilestones(p, w.today)
	if len(late) == 0 {
		return
	}
	w.figure("overdue milestones", float64(len(late)))
	w.paragraph("\n%s:", capital(portfolio.CountOf(len(late), "overdue milestone", "overdue milestones")))
	for _, m := range late {
		row := portfolio.MilestoneRow{Milestone: m}
		w.citeMilestone(row)
		w.say("- %s, due %s (%s ago)\n", milestoneLink(row), day(m.DueDate), portfolio.CountOf(m.DueDate.DaysUntil(w.today), "day", "days"))
	}
}

// newest writes the text of the newest status update.
func (w *writer) newest(d portfolio.ProgramDetail) {
	if len(d.Updates) > 0 && d.Updates[0].Text != "" {
		by := ""
		if author := d.Updates[0].Author; author != "" {
			by = " by " + plain(author)
		}
		w.paragraph("\nUpdate of %s%s: %s", day(d.Updates[0].Date), by, plain(cut(d.Updates[0].Text, 600)))
	}
}

// check answers whether a program is so, as in "is it on track".
func (w *writer) check(ctx context.Context, in intent) error {
	q := in.query
	question := q
	add(&question, in.check)
	page, err := w.tools.ListPrograms(ctx, tools.Query{Query: question})
	if err != nil {
		return err
	}
	d, err := w.program(ctx, in.ids[0])
	if err != nil {
		return err
	}
	p := d.Program
	facts := w.facts(d)
	unknown := slices.IndexFunc(facts, func(f fact) bool { return f.text == notReportedText && in.check.tests(f.field) })
	word, one := "No", "is not one of"
	switch {
	case page.Total > 0:
		word, one = "Yes", "is one of"
	case unknown >= 0:
		word, one = capital(nameOf(facts[unknown].field))+" not reported", "is not known to be one of"
	}
	w.paragraph("**%s.** %s %s the %s.", word, programLink(p.ID, p.Name), one, w.describe.phrase(portfolio.Query{
		Of: portfolio.EntityProgram, Today: q.Today, Where: in.check.all, AnyOf: in.check.any, Related: in.check.related, Either: in.check.either,
	}, true))
	for _, f := range facts {
		if in.check.tests(f.field) || f.field == portfolio.FieldStatus {
			w.figures(p, f.field)
			w.say("- %s: %s\n", capital(nameOf(f.field)), f.text)
		}
	}
	if in.check.tests(portfolio.FieldStatus) {
		w.disagrees(d)
	}
	if in.check.tests(portfolio.FieldLaunchDate) {
		w.troubles(d)
	}
	return nil
}

// tests reports whether a clause has a condition on a field.
func (c clause) tests(f portfolio.Field) bool {
	return slices.ContainsFunc(c.lists(), func(list []portfolio.Condition) bool {
		return slices.ContainsFunc(list, func(condition portfolio.Condition) bool { return condition.Field == f })
	})
}

// compare writes several programs side by side.
func (w *writer) compare(ctx context.Context, in intent) error {
	add(&in.query, in.check)
	in.fields = append(in.fields, portfolio.FieldStatus, portfolio.FieldLaunchDate, portfolio.FieldProgress, portfolio.FieldOpenRisks)
	l, err := w.rows(ctx, in, nil)
	if err != nil {
		return err
	}
	w.figure("programs", float64(len(l.rows)))
	w.verdict(in.contest, l.programs)
	w.paragraph("%s side by side:", portfolio.CountOf(len(l.rows), "program", "programs"))
	w.table(l)
	for _, row := range l.programs {
		if row.Progress != nil {
			w.figure("progress of "+row.Name, float64(*row.Progress))
		}
		w.date("launch date of "+row.Name, row.LaunchDate)
	}
	return nil
}
