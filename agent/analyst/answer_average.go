package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// averageProgress labels the mean of progress.
const averageProgress = "average progress"

// average writes the mean progress of the programs that a query finds.
func (w *writer) average(ctx context.Context, in intent) error {
	q := in.query
	q.Of, q.Sort = portfolio.EntityProgram, nil
	others := slices.DeleteFunc(slices.Clone(in.fields), func(f portfolio.Field) bool { return f == portfolio.FieldProgress })
	if in.per && in.query.Of != ofProgram {
		return w.perProgram(ctx, in.query)
	}
	if len(others) == 1 && len(in.fields) == 1 && kindOf(others[0]) == portfolio.KindNumber && entityOf(others[0]) == in.query.Of {
		return w.mean(ctx, in.query, others[0])
	}
	if in.query.Of != portfolio.EntityProgram || len(others) > 0 {
		w.reply.Understood = false
		w.paragraph("I can average numbers that the portfolio holds: progress, slips in days, risk scores. This is none of them.")
		return nil
	}
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, Measure: tools.MeasureAverage})
	if err != nil {
		return err
	}
	what := w.describe.phrase(q, true)
	if len(groups) == 0 || groups[0].Average == nil {
		w.paragraph("None of the %s reports progress, so there is no average.", what)
		return nil
	}
	w.figure(averageProgress, *groups[0].Average)
	w.paragraph("The average progress of %s is **%s %%**, over %s.", what, rounded(*groups[0].Average),
		portfolio.CountOf(groups[0].Reported, "program that reports it", "programs that report it"))
	w.sayUnreported(groups[0].Count - groups[0].Reported)
	return nil
}

// units are what the numbers of a field count, where it is more than a number.
var units = map[portfolio.Field]string{portfolio.FieldMilestoneSlip: " in days"}

// mean writes the mean of a number over the records that a query finds and that report it.
func (w *writer) mean(ctx context.Context, q portfolio.Query, f portfolio.Field) error {
	q.Sort = nil
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: f})
	if err != nil {
		return err
	}
	sum, reported, skipped := summed(groups)
	what := w.describe.phrase(q, true)
	if reported == 0 {
		w.paragraph("None of the %s has a %s, so there is no average.", what, nameOf(f))
		return nil
	}
	w.figure("average "+nameOf(f), sum/float64(reported))
	w.paragraph("The average %s%s of %s is **%s**, over %s.", nameOf(f), units[f], what, rounded(sum/float64(reported)), portfolio.CountOf(reported, nouns[q.Of][0], nouns[q.Of][1]))
	if skipped > 0 {
		w.paragraph("%s without %s%s left out.", portfolio.CountOf(skipped, nouns[q.Of][0], nouns[q.Of][1]), article(nameOf(f)), verb(skipped))
	}
	return nil
}

// perProgram writes how many of the records that a query finds a program has on average, those without any included.
func (w *writer) perProgram(ctx context.Context, q portfolio.Query) error {
	programs := portfolio.Query{Of: ofProgram, Today: q.Today}
	for _, c := range q.Where {
		if onProgram(c) {
			programs.Where = append(programs.Where, c)
		}
	}
	n, err := w.total(ctx, q)
	if err != nil {
		return err
	}
	whole, err := w.total(ctx, programs)
	if err != nil {
		return err
	}
	if whole == 0 {
		w.paragraph("There are no %s.", w.describe.phrase(programs, true))
		return nil
	}
	mean := float64(n) / float64(whole)
	w.figure(w.describe.head(q, true)+" per program", mean)
	w.paragraph("A program has **%s** %s on average: %s, over %s.", rounded(mean), w.describe.head(q, true), w.counted(n, q), w.counted(whole, programs))
	return nil
}
