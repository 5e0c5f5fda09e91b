package analyst

import (
	"context"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// late writes what is late: overdue milestones, and launches that passed while the program is live.
func (w *writer) late(ctx context.Context, _ intent) error {
	parts := []intent{
		{query: portfolio.Query{Of: portfolio.EntityMilestone, Today: w.today, Where: overdue.on(w.today).all}},
		{query: portfolio.Query{Of: portfolio.EntityProgram, Today: w.today, Where: launchLate.on(w.today).all,
			Sort: []portfolio.Order{{Field: portfolio.FieldLaunchDate}}}},
	}
	return w.lists(ctx, parts)
}

// lists writes several lists below each other.
func (w *writer) lists(ctx context.Context, parts []intent) error {
	for _, part := range parts {
		if err := w.list(ctx, part); err != nil {
			return err
		}
	}
	return nil
}

// due writes the milestones that are due and the programs that launch in a period.
func (w *writer) due(ctx context.Context, in intent) error {
	milestones := portfolio.Query{Of: portfolio.EntityMilestone, Today: w.today, Where: []portfolio.Condition{notDone}}
	for _, c := range in.query.Where {
		if c.Field == portfolio.FieldLaunchDate {
			c.Field = portfolio.FieldMilestoneDue
			milestones.Where = append(milestones.Where, c)
		}
	}
	return w.lists(ctx, []intent{{query: milestones}, {query: in.query}})
}

// pick writes the n-th record that the answer before named.
func (w *writer) pick(ctx context.Context, in intent) error {
	before := in.before
	n := in.pick
	if n < 0 {
		n = len(before.citations)
	}
	if n < 1 || n > len(before.citations) {
		w.reply.Understood = false
		w.paragraph("The answer before named %s, so there is no number %s.", quantity(len(before.citations), "record", "records"), strconv.Itoa(n))
		return nil
	}
	c := before.citations[n-1]
	if c.Type == portfolio.EntityProgram {
		return w.detail(ctx, intent{ids: []string{c.ID}, fields: in.fields})
	}
	q := portfolio.Query{Of: c.Type, Today: w.today, Where: []portfolio.Condition{is(idFields[c.Type], c.ID)}}
	return w.list(ctx, intent{query: q, fields: []portfolio.Field{portfolio.FieldRiskMitigation, portfolio.FieldRiskLikelihood, portfolio.FieldMilestoneBaseline}})
}

// idFields are the ids of the records that belong to a program.
var idFields = map[portfolio.Entity]portfolio.Field{
	portfolio.EntityRisk: portfolio.FieldRiskID, portfolio.EntityMilestone: portfolio.FieldMilestoneID,
}

// summary writes the state of the portfolio in a few figures.
func (w *writer) summary(ctx context.Context, _ intent) error {
	programs := portfolio.Query{Of: portfolio.EntityProgram, Today: w.today}
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: programs, By: portfolio.FieldStatus})
	if err != nil {
		return err
	}
	total := 0
	var mix []string
	for _, g := range groups {
		total += g.Count
		w.figure(groupName(g.Value), float64(g.Count))
		mix = append(mix, strconv.Itoa(g.Count)+" "+strings.Replace(groupName(g.Value), "Not", "not", 1))
	}
	w.figure("programs", float64(total))
	w.paragraph("The portfolio holds **%s**: %s.", quantity(total, "program", "programs"), series(mix, "and"))
	for _, q := range w.watch() {
		n, err := w.total(ctx, q)
		if err != nil {
			return err
		}
		w.figure(w.describe.head(q, true), float64(n))
		w.say("- %d %s\n", n, w.describe.phrase(q, n != 1))
	}
	return nil
}

// watch lists what a portfolio manager looks at first.
func (w *writer) watch() []portfolio.Query {
	soon := days(portfolio.FieldLaunchDate, period{from: w.today, to: w.today.AddDays(30)})
	stale := adjectiveCalled("stale").on(w.today)
	of := func(e portfolio.Entity, c clause) portfolio.Query {
		q := portfolio.Query{Of: e, Today: w.today}
		add(&q, c)
		return q
	}
	return []portfolio.Query{
		of(portfolio.EntityProgram, launchLate.on(w.today)),
		of(portfolio.EntityProgram, clause{all: append(soon.all, live)}),
		of(portfolio.EntityMilestone, overdue.on(w.today)),
		of(portfolio.EntityRisk, all(openRisk, is(portfolio.FieldRiskSeverity, string(portfolio.High)))),
		of(portfolio.EntityProgram, clause{all: []portfolio.Condition{live}, any: stale.any}),
	}
}
