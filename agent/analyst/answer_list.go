package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// listing is the rows of a list in a form that does not depend on what they are.
type listing struct {
	total int // how many the query finds, shown or not
	rows  []tableRow
	head  []string

	programs []portfolio.ProgramRow // what the rows are, where they are programs
}

// tableRow is one row: its cells, and how it is cited.
type tableRow struct {
	cells func() []string // asked for only where the row is shown
	cite  func()
	key   string // what it was ranked by
}

// list writes the records that a query finds.
func (w *writer) list(ctx context.Context, in intent) error {
	if in.ties { // the rows that equal the first one can only be known from more rows
		in.limit = 0
	}
	ranked := in.limit > 0 || in.ties
	var begin func(total int)
	if !ranked { // how many there are is the first thing said, long before thousands of them are read
		begin = func(total int) { w.heading(in, listing{total: total}, false) }
	}
	l, err := w.rows(ctx, in, begin)
	if err != nil {
		return err
	}
	if in.ties && len(l.rows) > 0 {
		n := slices.IndexFunc(l.rows, func(r tableRow) bool { return r.key != l.rows[0].key })
		if n > 0 {
			l.rows = l.rows[:n]
		}
	}
	if ranked {
		w.heading(in, l, true)
	}
	if len(l.rows) > 0 {
		w.table(l)
	}
	if ranked {
		return w.skipped(ctx, in.query)
	}
	return nil
}

// heading says what is listed, and states how many.
func (w *writer) heading(in intent, l listing, ranked bool) {
	q := in.query
	label := w.describe.head(q, true)
	total := len(l.rows)
	if !ranked {
		total = l.total
	}
	w.figure(label, float64(total))
	switch {
	case total == 0:
		w.paragraph("There are no %s.", w.describe.phrase(q, true))
	case ranked && len(q.Sort) > 0:
		w.paragraph("**%d** %s with the %s:", total, w.describe.phrase(unranked(q), total != 1), superlative(q.Sort[0]))
	case ranked && total < l.total:
		w.paragraph("The first **%d** of %d %s:", total, l.total, w.describe.phrase(q, true))
	case total == 1:
		w.paragraph("**1** %s:", w.describe.phrase(q, false))
	default:
		w.paragraph("**%d** %s:", total, w.describe.phrase(q, true))
	}
}

// unranked drops the condition that the rank field is reported, which ranking implies.
func unranked(q portfolio.Query) portfolio.Query {
	q.Where = slices.DeleteFunc(slices.Clone(q.Where), func(c portfolio.Condition) bool {
		return len(q.Sort) > 0 && c.Field == q.Sort[0].Field && c.Op == portfolio.OpIsNot && slices.Equal(c.Values, []string{""})
	})
	return q
}

// superlative says which end of an order comes first: "earliest launch date".
func superlative(o portfolio.Order) string {
	word := map[portfolio.Kind][2]string{
		portfolio.KindDate: {"earliest", "latest"}, portfolio.KindNumber: {"lowest", "highest"}, portfolio.KindWord: {"gravest", "least grave"},
		portfolio.KindText: {"alphabetically first", "alphabetically last"},
	}[kindOf(o.Field)]
	if o.Field == portfolio.FieldOpenRisks || o.Field == portfolio.FieldOpenHighRisks {
		word = [2]string{"fewest", "most"}
	}
	if o.Field == portfolio.FieldLastUpdate {
		word[0] = "oldest"
	}
	end := word[0]
	if o.Desc {
		end = word[1]
	}
	return end + " " + nameOf(o.Field)
}

// table writes up to shownRows rows and cites all of them.
func (w *writer) table(l listing) {
	var shown [][]string
	for i, row := range l.rows {
		row.cite()
		if i < shownRows {
			shown = append(shown, row.cells())
		}
	}
	w.say("%s\n", table(l.head, shown))
	w.more(len(l.rows))
}

// skipped says how many records were left out of a rank because they do not report its field.
func (w *writer) skipped(ctx context.Context, q portfolio.Query) error {
	if len(q.Sort) == 0 || len(unranked(q).Where) == len(q.Where) {
		return nil
	}
	missing := unranked(q)
	missing.Sort = nil
	missing.Where = append(missing.Where, is(q.Sort[0].Field, ""))
	n, err := w.total(ctx, missing)
	if err != nil || n == 0 {
		return err
	}
	w.paragraph("%s without %s%s left out.", portfolio.CountOf(n, nouns[q.Of][0], nouns[q.Of][1]), article(nameOf(q.Sort[0].Field)), verb(n))
	return nil
}

// verb gives the ending of a sentence about n records.
func verb(n int) string {
	if n == 1 {
		return " was"
	}
	return " were"
}

// total counts what a query finds.
func (w *writer) total(ctx context.Context, q portfolio.Query) (int, error) {
	return w.totalAs(ctx, q, tools.MeasureCount)
}

// totalAs is total where something else is made of the count.
func (w *writer) totalAs(ctx context.Context, q portfolio.Query, m tools.Measure) (int, error) {
	q.Sort = nil
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, Measure: m})
	if err != nil || len(groups) == 0 {
		return 0, err
	}
	return groups[0].Count, nil
}
