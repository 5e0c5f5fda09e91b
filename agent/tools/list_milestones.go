package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// ListMilestonesTool is the name of ListMilestones.
const ListMilestonesTool Name = "list_milestones"

// Milestones is a listing of milestones: up to the limit, and how many there are in all.
type Milestones struct {
	Rows  []portfolio.MilestoneRow
	Total int
}

// ListMilestones lists the milestones that a query finds, in its order.
func (s Set) ListMilestones(ctx context.Context, q Query) (Milestones, error) {
	q.Query.Of = portfolio.EntityMilestone
	return call(ctx, s, ListMilestonesTool, q, func(ctx context.Context, q Query) (Milestones, int, []Observation, error) {
		rows, total, err := pages(q, func(query portfolio.Query) ([]portfolio.MilestoneRow, string, int, error) {
			page, err := s.Workspace.Milestones(ctx, query)
			return page.Rows, page.Next, page.Total, err
		})
		seen := Observation{Query: q.Query, Total: total, Whole: len(rows) == total, Milestones: slices.Clone(rows)}
		return Milestones{rows, total}, len(rows), []Observation{seen}, err
	})
}

// listMilestones is the tool in the catalogue.
func listMilestones() Tool {
	return tool(ListMilestonesTool, schemaOf[listing](ofMilestones), func(ctx context.Context, s Set, l listing) (Result, error) {
		q, err := l.query(portfolio.EntityMilestone)
		if err != nil {
			return nil, err
		}
		found, err := s.ListMilestones(ctx, q)
		return Listed[MilestoneFacts]{each(of(l.part, found.Rows), factsOfMilestone), found.Total}, err
	})
}
