package analyst

import (
	"cmp"
	"context"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// notedTopics are the changes that a steering note tells.
var notedTopics = []portfolio.Topic{
	portfolio.TopicStatus, portfolio.TopicLaunch, portfolio.TopicCompleted, portfolio.TopicNewRisks, portfolio.TopicClosedRisks,
}

// fewAttention is how many programs a short steering note names that need attention.
const fewAttention = 3

// portfolioDraft writes a weekly summary, or a steering note, of the portfolio or a part of it.
func (w *writer) portfolioDraft(ctx context.Context, in intent) error {
	whose := w.whose(in.period.Programs)
	text, steers := "Weekly summary", in.draft.Kind == portfolio.DraftSteeringNote
	if steers {
		text = "Steering note"
	}
	text += whose + " (" + day(w.today) + ")"
	if !steers {
		text = "Weekly summary" + whose + " (" + day(in.period.Since) + " to " + day(in.period.Until) + ")"
	}
	w.title(text, text)
	q, total, err := w.state(ctx, in.period.Programs)
	if err != nil || total == 0 {
		return err
	}
	part := whose != ""
	var parts []func() error
	changed := func(only []portfolio.Topic) func() error {
		return func() error { return w.whatChanged(ctx, in, only) }
	}
	attention := func() error { return w.attention(ctx, q, in.draft.Short) }
	overdue := func() error {
		return w.section(ctx, "Overdue milestones", partOf(q, ofMilestone, overdue.on(w.today)))
	}
	decide := func() error { return w.decisionsIn(ctx, q) }
	switch {
	case steers && in.draft.Short:
		parts = append(parts, attention, decide)
	case steers && part:
		parts = append(parts, func() error { return w.programsOf(ctx, q) }, changed(notedTopics), func() error { return w.highRisks(ctx, q) }, overdue, decide)
	case steers:
		parts = append(parts, attention, changed(notedTopics), func() error { return w.highRisks(ctx, q) }, overdue, decide)
	case in.draft.Short:
		parts = append(parts, changed(nil), decide)
	default:
		parts = append(parts, changed(nil), attention, overdue, func() error { return w.nextDays(ctx, q) }, decide)
	}
	for _, write := range parts {
		if err := write(); err != nil {
			return err
		}
	}
	return nil
}

// partOf narrows the records of a kind to those of programs.
func partOf(programs portfolio.Query, of portfolio.Entity, c clause) portfolio.Query {
	q := programs
	q.Of = of
	add(&q, c)
	return q
}

// whatChanged writes the changes of the period of a draft.
func (w *writer) whatChanged(ctx context.Context, in intent, only []portfolio.Topic) error {
	w.paragraph("\n\n### What changed")
	in.period.Only, in.counts, in.vague = only, in.draft.Short, ""
	return w.changes(ctx, in)
}

// attention writes the programs that need attention, the gravest first.
func (w *writer) attention(ctx context.Context, q portfolio.Query, short bool) error {
	w.paragraph("\n\n### Needs attention")
	in := intent{query: q}
	if short {
		in.limit = fewAttention
	}
	return w.alert(ctx, in)
}

// programsOf writes the programs of a part of the portfolio side by side.
func (w *writer) programsOf(ctx context.Context, q portfolio.Query) error {
	w.paragraph("\n\n### Programs")
	q.Sort = []portfolio.Order{{Field: portfolio.FieldName}}
	found, err := w.tools.ListPrograms(ctx, tools.Query{Query: q})
	if err != nil {
		return err
	}
	l := listing{head: []string{"Program", "Status", "Assessed health", "Reasons", "Launch date", "Progress"}, total: found.Total}
	for _, p := range found.Rows {
		l.rows = append(l.rows, tableRow{cite: func() { w.citeProgram(p.ID, p.Name) }, cells: func() []string {
			return []string{
				programLink(p.ID, p.Name), reportedText(string(p.Status)), reportedText(string(p.Health.Assessed)), cmp.Or(w.inShort(p.Health), "nothing"),
				day(p.LaunchDate), percent(p.Progress),
			}
		}})
	}
	w.table(l)
	return nil
}

// highRisks writes the open High risks of programs with what is reported of them.
func (w *writer) highRisks(ctx context.Context, programs portfolio.Query) error {
	q := partOf(programs, ofRisk, all(openRisk, is(portfolio.FieldRiskSeverity, string(portfolio.High))))
	return w.section(ctx, "Open High risks", q, portfolio.FieldRiskOwner, portfolio.FieldRiskMitigation)
}

// section lists the records of a query below a heading, with some of their fields, as many as a page holds.
func (w *writer) section(ctx context.Context, heading string, q portfolio.Query, fields ...portfolio.Field) error {
	w.paragraph("\n\n### %s", heading)
	return w.page(ctx, q, fields...)
}

// page lists the first records of a query, and says of how many where there are more.
func (w *writer) page(ctx context.Context, q portfolio.Query, fields ...portfolio.Field) error {
	in := intent{query: q, fields: fields}
	if total, err := w.total(ctx, q); err != nil {
		return err
	} else if total > shownRows {
		in.limit = shownRows
	}
	return w.list(ctx, in)
}

// nextDays writes what is due and what launches in the next days.
func (w *writer) nextDays(ctx context.Context, programs portfolio.Query) error {
	w.paragraph("\n\n### The next 7 days")
	ahead := period{from: w.today, to: w.today.AddDays(changeDays)}
	due := days(portfolio.FieldMilestoneDue, ahead)
	due.all = append(due.all, notDone, live)
	launches := days(portfolio.FieldLaunchDate, ahead)
	launches.all = append(launches.all, live)
	for _, q := range []portfolio.Query{partOf(programs, ofMilestone, due), partOf(programs, ofProgram, launches)} {
		if err := w.page(ctx, q); err != nil {
			return err
		}
		w.say("\n\n")
	}
	return nil
}
