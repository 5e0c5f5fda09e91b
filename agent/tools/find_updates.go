package tools

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// FindUpdatesTool is the name of FindUpdates, which stands in steps only: it is not in the catalogue for models.
const FindUpdatesTool Name = "find_updates"

// FindUpdates lists status updates by what they say, newest first.
func (s Set) FindUpdates(ctx context.Context, search portfolio.UpdateSearch) (portfolio.UpdatePage, error) {
	return call(ctx, s, FindUpdatesTool, search, func(ctx context.Context, search portfolio.UpdateSearch) (portfolio.UpdatePage, int, []Observation, error) {
		page, err := s.Workspace.FindUpdates(ctx, search)
		return page, len(page.Rows), []Observation{{Updates: page.Rows, Search: search, Total: page.Total}}, err
	})
}
