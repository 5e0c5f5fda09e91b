package analyst

import (
	"cmp"
	"context"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// alertRows is how many programs the answer to "what needs my attention" lists.
const alertRows = 10

// alert writes the live programs that the facts speak against: Off Track before At Risk, then those with more reasons,
// then the sooner launch.
func (w *writer) alert(ctx context.Context, in intent) error {
	q := in.query
	found, err := w.tools.ListAttention(ctx, tools.Query{Query: q})
	if err != nil {
		return err
	}
	total, skipped := len(found.Rows), found.Unassessed
	w.figure("programs that need attention", float64(total))
	w.figure("not assessed", float64(skipped))
	shown := found.Rows[:min(total, cmp.Or(in.limit, alertRows))]
	add(&q, all(live))
	what := w.describe.phrase(q, total != 1)
	switch {
	case total == 0:
		w.paragraph("The facts speak against **none** of the %s.", w.describe.phrase(q, true))
	case len(shown) < total:
		w.paragraph("**%d** %s need attention. The %d gravest:", total, what, len(shown))
	case total == 1:
		w.paragraph("**1** %s needs attention:", what)
	default:
		w.paragraph("**%d** %s need attention, the gravest first:", total, what)
	}
	for i, row := range shown {
		w.citeProgram(row.ID, row.Name)
		launch := ""
		if row.LaunchDate != "" {
			launch = ", launch " + day(row.LaunchDate)
		}
		w.say("%d. %s: assessed **%s** (declared %s%s): %s\n", i+1, programLink(row.ID, row.Name), row.Health.Assessed,
			reportedText(string(row.Status)), launch, w.inShort(row.Health))
	}
	if in.limit == 0 {
		for _, row := range found.Rows[len(shown):] { // they need attention too
			w.citeProgram(row.ID, row.Name)
		}
	}
	if skipped > 0 {
		w.paragraph("\n%s could not be assessed, because nothing is reported to judge %s by.", capital(portfolio.CountOf(skipped, "live program", "live programs")), pronoun(skipped))
	}
	return nil
}

// pronoun stands for n records.
func pronoun(n int) string {
	if n == 1 {
		return "it"
	}
	return "them"
}
