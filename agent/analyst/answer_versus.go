package analyst

import (
	"context"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// versus writes some values of a field side by side: programs that nothing else narrows by status, others by how many
// there are, or by their mean progress.
func (w *writer) versus(ctx context.Context, in intent) error {
	at := slices.IndexFunc(in.query.Where, func(c portfolio.Condition) bool { return c.Field == in.by && c.Op == portfolio.OpIs })
	rated := slices.ContainsFunc(in.query.Where, func(c portfolio.Condition) bool { return c.Field == portfolio.FieldStatus })
	switch {
	case in.by == portfolio.FieldStatus || entityOf(in.by) != ofProgram && in.by != portfolio.FieldRiskOwner:
		return w.group(ctx, in)
	case in.query.Of != ofProgram || in.average || rated:
		return w.contest(ctx, in, at)
	}
	return w.statuses(ctx, in, at)
}

// contest writes how many records each value has, or their mean progress, and which has the most.
func (w *writer) contest(ctx context.Context, in intent, at int) error {
	what := w.describe.phrase(lessOne(in.query, at), true)
	head := []string{capital(byWhat(in)), capital(what)}
	if in.average {
		head[1] = "Average progress"
	}
	var rows [][]string
	best, most, even := "", 0.0, false
	for i, v := range in.query.Where[at].Values {
		g, err := w.groupOf(ctx, in.query, at, v)
		if err != nil {
			return err
		}
		n, cell := float64(g.Count), strconv.Itoa(g.Count)
		if in.average {
			n, cell = 0, notReportedText
			if g.Average != nil {
				n, cell = *g.Average, rounded(*g.Average)+" %"
			}
		}
		w.figure(v, n)
		rows = append(rows, []string{plain(v), cell})
		even = i > 0 && (even && n <= most || n == most)
		if i == 0 || n > most {
			best, most, even = v, n, false
		}
	}
	if in.average {
		what = "average progress of " + what
	}
	w.paragraph("%s by %s:", capital(what), byWhat(in))
	w.say("%s\n", table(head, rows))
	if !even {
		w.paragraph("\n**%s** is ahead.", plain(best))
	}
	return nil
}

// lessOne leaves one condition out of a query.
func lessOne(q portfolio.Query, at int) portfolio.Query {
	q.Where = slices.Delete(slices.Clone(q.Where), at, at+1)
	return q
}

// groupOf counts the records of one value of the condition at a place.
func (w *writer) groupOf(ctx context.Context, q portfolio.Query, at int, value string) (portfolio.Group, error) {
	q.Where = slices.Clone(q.Where)
	q.Where[at] = is(q.Where[at].Field, value)
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q})
	if err != nil || len(groups) == 0 {
		return portfolio.Group{}, err
	}
	return groups[0], nil
}

// statuses writes the programs of some values of a field side by side, by status.
func (w *writer) statuses(ctx context.Context, in intent, at int) error {
	values := in.query.Where[at].Values
	head := []string{"Status"}
	rows := map[string][]string{}
	order := append(texts(portfolio.Statuses), "")
	for _, v := range values {
		q := in.query
		q.Where = slices.Clone(q.Where)
		q.Where[at] = is(in.by, v)
		groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: portfolio.FieldStatus})
		if err != nil {
			return err
		}
		total := 0
		for _, status := range order {
			n := sizeOf(groups, status)
			total += n
			rows[status] = append(rows[status], strconv.Itoa(n))
		}
		rows["total"] = append(rows["total"], strconv.Itoa(total))
		w.figure(v, float64(total))
		head = append(head, plain(v))
	}
	body := [][]string{append([]string{"All programs"}, rows["total"]...)}
	for _, status := range order {
		body = append(body, append([]string{groupName(status)}, rows[status]...))
	}
	w.say("%s\n", table(head, body))
	return nil
}
