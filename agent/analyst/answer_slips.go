package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// slips writes the milestones that are due later than their baseline, the furthest slip first.
func (w *writer) slips(ctx context.Context, in intent) error {
	q := in.query
	q.Of, q.Today, q.Sort = ofMilestone, w.today, nil
	if in.average {
		return w.mean(ctx, q, portfolio.FieldMilestoneSlip)
	}
	tested := slices.ContainsFunc(q.Where, func(c portfolio.Condition) bool { return c.Field == portfolio.FieldMilestoneSlip })
	if !tested {
		q.Where = append(slices.Clone(q.Where), compare(portfolio.FieldMilestoneSlip, portfolio.OpOver, "0"))
	}
	if in.counts {
		in.query, in.act = q, actCount
		return w.count(ctx, in)
	}
	q.Sort = []portfolio.Order{{Field: portfolio.FieldMilestoneSlip, Desc: true}}
	page, err := w.tools.ListMilestones(ctx, tools.Query{Query: q, Limit: in.limit})
	if err != nil {
		return err
	}
	if in.limit > 0 && len(page.Rows) > 0 {
		w.paragraph("The furthest slips:")
	}
	w.slipTable(page.Rows, w.describe.phrase(q, len(page.Rows) != 1))
	return nil
}
