package analyst

import (
	"context"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// summed adds up the numbers that groups stand for, and tells how many records report one and how many none.
func summed(groups []portfolio.Group) (sum float64, reported, skipped int) {
	for _, g := range groups {
		n, err := strconv.ParseFloat(g.Value, 64)
		if err != nil {
			skipped += g.Count
			continue
		}
		sum, reported = sum+n*float64(g.Count), reported+g.Count
	}
	return sum, reported, skipped
}

// meanFields are the numbers of milestones and risks that have a mean.
var meanFields = map[portfolio.Entity]portfolio.Field{ofMilestone: portfolio.FieldMilestoneSlip, ofRisk: portfolio.FieldRiskScore}

// mean is what the records of a group have on average, and of how many.
type mean struct {
	value   string
	mean    float64
	records int
}

func (m mean) of() (value string, size float64) { return m.value, m.mean }

// firstMeans keeps the first of some means where only these are asked for.
func (in intent) firstMeans(means []mean) []mean {
	if !in.ranked {
		return means
	}
	return firstOf(in, means)
}

// perProgramBy writes how many of the records that a query finds a program of each group has on average, those without any
// included.
func (w *writer) perProgramBy(ctx context.Context, in intent, groups []portfolio.Group) error {
	programs := portfolio.Query{Of: ofProgram, Today: in.query.Today}
	for _, c := range in.query.Where {
		if onProgram(c) {
			programs.Where = append(programs.Where, c)
		}
	}
	wholes, err := w.tools.CountBy(ctx, tools.Grouping{Query: programs, By: in.by, Measure: tools.MeasureAverage})
	if err != nil {
		return err
	}
	var means []mean
	for _, g := range wholes {
		means = append(means, mean{g.Value, float64(sizeOf(groups, g.Value)) / float64(g.Count), g.Count})
	}
	what := w.describe.head(in.query, true)
	var rows [][]string
	for _, m := range in.firstMeans(means) {
		w.figure(groupName(m.value), m.mean)
		rows = append(rows, []string{plain(groupName(m.value)), strconv.Itoa(sizeOf(groups, m.value)), strconv.Itoa(m.records), rounded(m.mean)})
	}
	w.paragraph("%s by %s:", capital(w.describe.phrase(in.query, true)), byWhat(in))
	w.say("%s\n", table([]string{capital(byWhat(in)), capital(what), "Programs", "Average"}, rows))
	return nil
}

// meansBy writes the mean of the number that milestones or risks have, for each value of a field: for the largest groups where
// there are very many.
func (w *writer) meansBy(ctx context.Context, in intent, groups []portfolio.Group) error {
	if in.per {
		return w.perProgramBy(ctx, in, groups)
	}
	f := meanFields[in.query.Of]
	in.query.Where = slices.DeleteFunc(slices.Clone(in.query.Where), func(c portfolio.Condition) bool { // a mean is of all slips, also of none
		return same(c, compare(portfolio.FieldMilestoneSlip, portfolio.OpOver, "0"))
	})
	what := w.describe.phrase(in.query, true)
	var means []mean
	for _, g := range groups[:min(len(groups), mostMeans)] {
		q := in.query
		q.Sort, q.Where = nil, append(slices.Clone(q.Where), is(in.by, g.Value))
		values, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: f})
		if err != nil {
			return err
		}
		if sum, reported, _ := summed(values); reported > 0 {
			means = append(means, mean{g.Value, sum / float64(reported), reported})
		}
	}
	means = in.firstMeans(means)
	if len(means) == 0 {
		w.paragraph("None of the %s has a %s, so there is no average.", what, nameOf(f))
		return nil
	}
	var rows [][]string
	for _, m := range means {
		w.figure(groupName(m.value), m.mean)
		rows = append(rows, []string{plain(groupName(m.value)), rounded(m.mean), strconv.Itoa(m.records)})
	}
	w.paragraph("Average %s%s of %s by %s:", nameOf(f), units[f], what, byWhat(in))
	w.say("%s\n", table([]string{capital(byWhat(in)), "Average " + nameOf(f), capital(nouns[in.query.Of][1])}, rows))
	return nil
}

// mostMeans bounds for how many groups a mean is computed one by one.
const mostMeans = 60
