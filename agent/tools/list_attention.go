package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// ListAttentionTool is the name of ListAttention.
const ListAttentionTool Name = "list_attention"

// Attention is the programs that the facts speak against, the gravest first. Unassessed counts the live programs of the
// query of which nothing is known that could be judged.
type Attention struct {
	Rows       []portfolio.ProgramRow
	Unassessed int
}

// ListAttention lists the live programs of a query that are assessed Off Track or At Risk: Off Track first, then those
// with more reasons, then the sooner launch. Its limit bounds nothing: what is gravest is known of all.
func (s Set) ListAttention(ctx context.Context, q Query) (Attention, error) {
	q.Query.Of, q.Query.Sort = portfolio.EntityProgram, portfolio.AttentionOrder
	return call(ctx, s, ListAttentionTool, q, func(ctx context.Context, q Query) (Attention, int, []Observation, error) {
		query := q.Query
		query.Where = slices.Concat(q.Query.Where, portfolio.NeedsAttention)
		rows, _, err := pages(Query{Query: query}, func(query portfolio.Query) ([]portfolio.ProgramRow, string, int, error) {
			page, err := s.Workspace.Programs(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		if err != nil {
			return Attention{}, 0, nil, err
		}
		seen := []Observation{{Query: query, Total: len(rows), Whole: true, Programs: slices.Clone(rows)}}
		query.Where = slices.Concat(q.Query.Where, portfolio.Unassessed)
		groups, err := s.Workspace.Groups(ctx, query, "")
		if err != nil {
			return Attention{}, 0, nil, err
		}
		a := Attention{Rows: rows}
		for _, g := range groups {
			a.Unassessed += g.Count
		}
		return a, len(rows), append(seen, Observation{Query: query, Groups: groups}), nil
	})
}

// attending is the arguments of the tool in the catalogue: the order is the tool's own.
type attending struct {
	filter
	part
}

// AttentionFacts lists programs with the reasons for which they need attention. NotAssessed counts the live programs of
// which nothing is known that could be judged.
type AttentionFacts struct {
	Listed[ProgramFacts]
	NotAssessed int `json:"not_assessed"`
}

// listAttention is the tool in the catalogue.
func listAttention() Tool {
	return tool(ListAttentionTool, schemaOf[attending](ofProgramsAlone), func(ctx context.Context, s Set, a attending) (Result, error) {
		q, err := a.query(portfolio.EntityProgram)
		if err != nil {
			return nil, err
		}
		found, err := s.ListAttention(ctx, Query{Query: q})
		return AttentionFacts{Listed[ProgramFacts]{each(of(a.part, found.Rows), s.withReasons), len(found.Rows)}, found.Unassessed}, err
	})
}

// withReasons gives a program with why it is assessed as it is.
func (s Set) withReasons(p portfolio.ProgramRow) ProgramFacts {
	facts := factsOfProgram(p)
	facts.Reasons = each(p.Health.Reasons, func(r portfolio.Reason) string { return r.Text(s.today()) })
	return facts
}
