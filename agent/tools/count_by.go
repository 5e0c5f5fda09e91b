package tools

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// CountByTool is the name of CountBy.
const CountByTool Name = "count_by"

// Grouping is the arguments of CountBy. By "" counts all that the query finds as one group.
type Grouping struct {
	Query portfolio.Query `json:"query"`
	By    portfolio.Field `json:"by"`
}

// CountBy counts the records that a query finds by a field of theirs or of their program, and gives the mean progress of
// each group of programs.
func (s Set) CountBy(ctx context.Context, g Grouping) ([]portfolio.Group, error) {
	return call(ctx, s, CountByTool, g, func(ctx context.Context, g Grouping) ([]portfolio.Group, int, error) {
		groups, err := s.Workspace.Groups(ctx, g.Query, g.By)
		return groups, len(groups), err
	})
}
