package tools

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// ListAttentionTool is the name of ListAttention.
const ListAttentionTool Name = "list_attention"

// Troubled are the conditions that a program must meet to be looked at by ListAttention, besides those of the query.
var Troubled = []portfolio.Condition{
	{Field: portfolio.FieldStatus, Op: portfolio.OpIsNot, Values: []string{string(portfolio.StatusCompleted)}},
	{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{string(portfolio.OffTrack), string(portfolio.AtRisk)}},
}

// Attention is the programs that the facts speak against, the gravest first. Unassessed counts the live programs of the
// query of which nothing is known that could be judged.
type Attention struct {
	Rows       []portfolio.ProgramRow
	Unassessed int
}

// ListAttention lists the live programs of a query that are assessed Off Track or At Risk: Off Track first, then those
// with more reasons, then the sooner launch. Its limit bounds nothing: what is gravest is known of all.
func (s Set) ListAttention(ctx context.Context, q Query) (Attention, error) {
	q.Query.Of, q.Query.Sort = portfolio.EntityProgram, nil
	return call(ctx, s, ListAttentionTool, q, func(ctx context.Context, q Query) (Attention, int, error) {
		query := q.Query
		query.Where = slices.Concat(q.Query.Where, Troubled)
		rows, _, err := pages(Query{Query: query}, func(query portfolio.Query) ([]portfolio.ProgramRow, string, int, error) {
			page, err := s.Workspace.Programs(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		if err != nil {
			return Attention{}, 0, err
		}
		slices.SortStableFunc(rows, graver)
		query.Where = slices.Concat(q.Query.Where, Troubled[:1], []portfolio.Condition{{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{""}}})
		groups, err := s.Workspace.Groups(ctx, query, "")
		if err != nil {
			return Attention{}, 0, err
		}
		a := Attention{Rows: rows}
		for _, g := range groups {
			a.Unassessed += g.Count
		}
		return a, len(rows), nil
	})
}

// graver orders programs by how much the facts speak against them.
func graver(a, b portfolio.ProgramRow) int {
	rank := func(r portfolio.ProgramRow) int { return slices.Index(portfolio.AssessedStatuses, r.Health.Assessed) }
	launch := func(r portfolio.ProgramRow) string { return cmp.Or(string(r.LaunchDate), "9999") }
	return cmp.Or(
		cmp.Compare(rank(a), rank(b)), cmp.Compare(len(b.Health.Reasons), len(a.Health.Reasons)),
		strings.Compare(launch(a), launch(b)), strings.Compare(a.Name, b.Name),
	)
}
