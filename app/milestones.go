package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Milestones is the register of milestones across programs.
type Milestones struct{ s *session }

// Page reads one page of the register.
func (x *Milestones) Page(q portfolio.Query, ticket string) (portfolio.MilestonePage, error) {
	return read(x.s, "Milestones.Page", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.MilestonePage, error) {
		return d.Shown().Milestones(ctx, q)
	})
}

// Save creates a milestone (id "") or writes the fields that differ from the stored ones.
func (x *Milestones) Save(record portfolio.Milestone) (portfolio.Milestone, error) {
	return call(x.s, "Milestones.Save", func(ctx context.Context, d *desk.Desk) (portfolio.Milestone, error) {
		return d.Shown().SaveMilestone(ctx, byHand(verb(record.ID)+" milestone "+record.Name), record)
	})
}

// Delete deletes a milestone.
func (x *Milestones) Delete(id string, revision int64) error {
	return run(x.s, "Milestones.Delete", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteMilestone(ctx, byHand("Delete milestone"), id, revision)
	})
}
