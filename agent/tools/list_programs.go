package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// ListProgramsTool is the name of ListPrograms.
const ListProgramsTool Name = "list_programs"

// Programs is a listing of programs: up to the limit, and how many there are in all.
type Programs struct {
	Rows  []portfolio.ProgramRow
	Total int
}

// ListPrograms lists the programs that a query finds, in its order.
func (s Set) ListPrograms(ctx context.Context, q Query) (Programs, error) {
	q.Query.Of = portfolio.EntityProgram
	return call(ctx, s, ListProgramsTool, q, func(ctx context.Context, q Query) (Programs, int, []Observation, error) {
		rows, total, err := pages(q, func(query portfolio.Query) ([]portfolio.ProgramRow, string, int, error) {
			page, err := s.Workspace.Programs(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		seen := Observation{Query: q.Query, Total: total, Whole: len(rows) == total, Programs: slices.Clone(rows)}
		return Programs{rows, total}, len(rows), []Observation{seen}, err
	})
}

// listPrograms is the tool in the catalogue.
func listPrograms() Tool {
	return tool(ListProgramsTool, schemaOf[listing](ofPrograms), func(ctx context.Context, s Set, l listing) (Result, error) {
		q, err := l.query(portfolio.EntityProgram)
		if err != nil {
			return nil, err
		}
		found, err := s.ListPrograms(ctx, q)
		return Listed[ProgramFacts]{each(of(l.part, found.Rows), factsOfProgram), found.Total}, err
	})
}
