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
	page, err := w.tools.ListMilestones(ctx, tools.Query{Query: q})
	if err != nil {
		return err
	}
	rows := slices.DeleteFunc(page.Rows, func(m portfolio.MilestoneRow) bool { return m.Slip() <= 0 })
	slices.SortStableFunc(rows, func(a, b portfolio.MilestoneRow) int { return b.Slip() - a.Slip() })
	if in.limit > 0 {
		rows = rows[:min(in.limit, len(rows))]
	}
	w.figure("slipped milestones", float64(len(rows)))
	if in.counts {
		w.paragraph("**%s** due later than their baseline.", quantity(len(rows), "milestone is", "milestones are"))
		return nil
	}
	switch {
	case in.limit > 0 && len(rows) == in.limit:
		w.paragraph("The **%d** milestones that slipped furthest:", in.limit)
	case len(rows) == 0:
		w.paragraph("**No** milestone is due later than its baseline.")
	default:
		w.paragraph("**%s** due later than %s baseline:", quantity(len(rows), "milestone is", "milestones are"), map[bool]string{true: "its", false: "their"}[len(rows) == 1])
	}
	var cells [][]string
	for i, m := range rows {
		w.citeMilestone(m)
		if i < shownRows {
			cells = append(cells, []string{milestoneLink(m), plain(m.ProgramName), day(m.BaselineDate), day(m.DueDate), quantity(m.Slip(), "day", "days")})
		}
	}
	if len(cells) > 0 {
		w.say("%s\n", table([]string{"Milestone", "Program", "Baseline", "Due", "Slip"}, cells))
	}
	w.more(len(rows))
	return nil
}
