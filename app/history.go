package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// History is the change log: what was written, by whom, and the way back.
type History struct{ s *session }

// activityPage bounds a page of the change log.
const activityPage = 200

// Activity lists change sets without their rows, newest first, from before the change set of that number; 0 begins.
func (h *History) Activity(before int64, limit int) ([]portfolio.ChangeSet, error) {
	return call(h.s, "History.Activity", func(ctx context.Context, d *desk.Desk) ([]portfolio.ChangeSet, error) {
		return d.Store.Activity(ctx, before, min(max(limit, 1), activityPage))
	})
}

// ChangeSet reads one change set with its rows.
func (h *History) ChangeSet(id int64) (portfolio.ChangeSet, error) {
	return call(h.s, "History.ChangeSet", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Store.ChangeSet(ctx, id)
	})
}

// Undo takes the newest change set back.
func (h *History) Undo() (portfolio.ChangeSet, error) {
	return call(h.s, "History.Undo", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Store.Undo(ctx)
	})
}

// Redo puts back what was undone last.
func (h *History) Redo() (portfolio.ChangeSet, error) {
	return call(h.s, "History.Redo", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Store.Redo(ctx)
	})
}
