package analyst

import (
	"context"
	"strconv"

	"portfolio-ai/store/portfolio"
)

// late writes what is late: overdue milestones, and launches that passed while the program is live.
func (w *writer) late(ctx context.Context, in intent) error {
	late := launchLate.on(w.today)
	whose := except(in.query, late).Where
	parts := []intent{
		{query: portfolio.Query{Of: portfolio.EntityMilestone, Today: w.today, Where: overdue.on(w.today).all}},
		{query: portfolio.Query{Of: portfolio.EntityProgram, Today: w.today, Where: late.all,
			Sort: []portfolio.Order{{Field: portfolio.FieldLaunchDate}}}},
	}
	for i := range parts {
		for _, c := range whose {
			add(&parts[i].query, all(c))
		}
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
		w.paragraph("The answer before named %s, so there is no number %s.", portfolio.CountOf(len(before.citations), "record", "records"), strconv.Itoa(n))
		return nil
	}
	c := before.citations[n-1]
	if c.Type == portfolio.EntityProgram && in.reasons {
		return w.explain(ctx, c.ID, in)
	}
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
