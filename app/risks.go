package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Risks is the register of risks across programs.
type Risks struct{ s *session }

// Page reads one page of the register.
func (x *Risks) Page(q portfolio.Query, ticket string) (portfolio.RiskPage, error) {
	return read(x.s, "Risks.Page", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.RiskPage, error) {
		return d.Shown().Risks(ctx, q)
	})
}

// Save creates a risk (id "") or writes the fields that differ from the stored ones.
func (x *Risks) Save(record portfolio.Risk) (portfolio.Risk, error) {
	return call(x.s, "Risks.Save", func(ctx context.Context, d *desk.Desk) (portfolio.Risk, error) {
		return d.Shown().SaveRisk(ctx, byHand(verb(record.ID)+" risk "+record.Title), record)
	})
}

// Delete deletes a risk.
func (x *Risks) Delete(id string, revision int64) error {
	return run(x.s, "Risks.Delete", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteRisk(ctx, byHand("Delete risk"), id, revision)
	})
}
