package analyst

import (
	"context"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// crossColumns is how many groups a table holds side by side.
const crossColumns = 8

// cross writes how many records each group has, and how many of them each value of a second field: one field in rows, the
// other, or where it has too many values for that the first, in columns.
func (w *writer) cross(ctx context.Context, in intent, rows []portfolio.Group, what string) error {
	q := in.query
	q.Sort = nil
	columns, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: in.across})
	if err != nil {
		return err
	}
	if len(columns) > crossColumns && len(rows) <= crossColumns {
		rows, columns, in.by, in.across = columns, rows, in.across, in.by
	}
	if len(columns) > crossColumns {
		second := byWhat(intent{query: in.query, by: in.across})
		in.across = ""
		w.paragraph("There are too many %s for the columns of a table; ask for some of them.", portfolio.Plural(second))
		return w.group(ctx, in)
	}
	head := []string{capital(byWhat(in)), "All"}
	body := make([][]string, len(rows))
	for i, g := range rows {
		w.figure(groupName(g.Value), float64(g.Count))
		body[i] = []string{plain(groupName(g.Value)), strconv.Itoa(g.Count)}
	}
	for _, column := range columns {
		part := q
		part.Where = append(slices.Clone(q.Where), is(in.across, column.Value))
		groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: part, By: in.by})
		if err != nil {
			return err
		}
		head = append(head, plain(groupName(column.Value)))
		for i, row := range rows {
			n := sizeOf(groups, row.Value)
			w.figure(groupName(row.Value)+", "+groupName(column.Value), float64(n))
			body[i] = append(body[i], strconv.Itoa(n))
		}
	}
	w.paragraph("%s by %s and %s:", capital(what), byWhat(in), byWhat(intent{query: in.query, by: in.across}))
	w.say("%s\n", table(head, body))
	return nil
}

// sizeOf gives how many records a group has; 0 where there is none of the value.
func sizeOf(groups []portfolio.Group, value string) int {
	if i := slices.IndexFunc(groups, func(g portfolio.Group) bool { return g.Value == value }); i >= 0 {
		return groups[i].Count
	}
	return 0
}
