package tools

import (
	"context"
	"slices"

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
	return call(ctx, s, ListRisksTool, q, func(ctx context.Context, q Query) (Risks, int, []Observation, error) {
		rows, total, err := pages(q, func(query portfolio.Query) ([]portfolio.RiskRow, string, int, error) {
			page, err := s.Workspace.Risks(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		seen := Observation{Query: q.Query, Total: total, Whole: len(rows) == total, Risks: slices.Clone(rows)}
		return Risks{rows, total}, len(rows), []Observation{seen}, err
	})
}

// listRisks is the tool in the catalogue.
func listRisks() Tool {
	return tool(ListRisksTool, schemaOf[listing](ofRisks), func(ctx context.Context, s Set, l listing) (Result, error) {
		q, err := l.query(portfolio.EntityRisk)
		if err != nil {
			return nil, err
		}
		found, err := s.ListRisks(ctx, q)
		facts := func(r portfolio.RiskRow) RiskFacts { return factsOfRisk(r, shortText) }
		return Listed[RiskFacts]{each(of(l.part, found.Rows), facts), found.Total}, err
	})
}
