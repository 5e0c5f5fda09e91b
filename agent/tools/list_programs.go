package tools

import (
	"context"

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
	return call(ctx, s, ListProgramsTool, q, func(ctx context.Context, q Query) (Programs, int, error) {
		rows, total, err := pages(q, func(query portfolio.Query) ([]portfolio.ProgramRow, string, int, error) {
			page, err := s.Workspace.Programs(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		return Programs{rows, total}, len(rows), err
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
