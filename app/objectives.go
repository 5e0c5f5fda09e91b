package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Objectives is the list of strategic objectives.
type Objectives struct{ s *session }

// List reads all objectives by name.
func (o *Objectives) List() ([]portfolio.ObjectiveRow, error) {
	return call(o.s, "Objectives.List", func(ctx context.Context, d *desk.Desk) ([]portfolio.ObjectiveRow, error) {
		return d.Shown().Objectives(ctx)
	})
}

// Save creates an objective (id "") or renames and describes a stored one.
func (o *Objectives) Save(objective portfolio.Objective) (portfolio.Objective, error) {
	return call(o.s, "Objectives.Save", func(ctx context.Context, d *desk.Desk) (portfolio.Objective, error) {
		return d.Shown().SaveObjective(ctx, byHand(verb(objective.ID)+" objective "+objective.Name), objective)
	})
}

// Merge lets the programs that serve one objective serve another instead, and deletes the first.
func (o *Objectives) Merge(from, into portfolio.Objective) error {
	return run(o.s, "Objectives.Merge", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().MergeObjectives(ctx, byHand("Merge objective "+from.Name+" into "+into.Name), from, into)
	})
}

// Delete deletes an objective and takes it from the programs that serve it.
func (o *Objectives) Delete(id string, revision int64) error {
	return run(o.s, "Objectives.Delete", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteObjective(ctx, byHand("Delete objective"), id, revision)
	})
}
