package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Overview is the state of the portfolio on one page.
type Overview struct{ s *session }

// Get reads the state of the programs that meet all conditions, with their statuses by a field.
func (o *Overview) Get(where []portfolio.Condition, by portfolio.Field) (portfolio.Overview, error) {
	return call(o.s, "Overview.Get", func(ctx context.Context, d *desk.Desk) (portfolio.Overview, error) {
		return d.Shown().Overview(ctx, where, by)
	})
}
