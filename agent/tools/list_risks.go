package tools

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// ListRisksTool is the name of ListRisks.
const ListRisksTool Name = "list_risks"

// Risks is a listing of risks: up to the limit, and how many there are in all.
type Risks struct {
	Rows  []portfolio.RiskRow
	Total int
}

// ListRisks lists the risks that a query finds, in its order.
func (s Set) ListRisks(ctx context.Context, q Query) (Risks, error) {
	q.Query.Of = portfolio.EntityRisk
	return call(ctx, s, ListRisksTool, q, func(ctx context.Context, q Query) (Risks, int, error) {
		rows, total, err := pages(q, func(query portfolio.Query) ([]portfolio.RiskRow, string, int, error) {
			page, err := s.Workspace.Risks(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		return Risks{rows, total}, len(rows), err
	})
}
