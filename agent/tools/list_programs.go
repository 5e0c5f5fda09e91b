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
