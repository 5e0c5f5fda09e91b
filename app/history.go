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

// Activity lists the change sets that a filter asks for, without their rows, newest first, from before the change set of
// that number; 0 begins.
func (h *History) Activity(filter portfolio.ActivityFilter, before int64, limit int) ([]portfolio.ChangeSet, error) {
	return call(h.s, "History.Activity", func(ctx context.Context, d *desk.Desk) ([]portfolio.ChangeSet, error) {
		return d.Shown().Activity(ctx, filter, before, min(max(limit, 1), activityPage))
	})
}

// ChangeSet reads one change set with its rows.
func (h *History) ChangeSet(id int64) (portfolio.ChangeSet, error) {
	return call(h.s, "History.ChangeSet", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Shown().ChangeSet(ctx, id)
	})
}

// Trash lists what was deleted and can be restored, the last deleted first.
func (h *History) Trash() ([]portfolio.Deleted, error) {
	return call(h.s, "History.Trash", func(ctx context.Context, d *desk.Desk) ([]portfolio.Deleted, error) {
		return d.Shown().Trash(ctx)
	})
}

// Restore brings a record of the trash back with all that went with it.
func (h *History) Restore(deleted portfolio.Deleted) error {
	return run(h.s, "History.Restore", func(ctx context.Context, d *desk.Desk) error {
		why := "Restore " + deleted.Entity.Words() + " " + deleted.Label
		return d.Shown().Restore(ctx, byHand(why), deleted.ChangeSet, deleted.Entity, deleted.ID)
	})
}

// Changes lists what differs between the portfolio before the day since and at the end of the day until, field by field.
// An empty until is the end of the log.
func (h *History) Changes(since, until string) ([]portfolio.Change, error) {
	return call(h.s, "History.Changes", func(ctx context.Context, d *desk.Desk) ([]portfolio.Change, error) {
		from, err := portfolio.ParseDate(since)
		if err != nil {
			return nil, err
		}
		to := portfolio.Date("")
		if until != "" {
			if to, err = portfolio.ParseDate(until); err != nil {
				return nil, err
			}
		}
		return d.Shown().Changes(ctx, from, to)
	})
}

// Undo takes the newest change set back.
func (h *History) Undo() (portfolio.ChangeSet, error) {
	return call(h.s, "History.Undo", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Shown().Undo(ctx)
	})
}

// Redo puts back what was undone last.
func (h *History) Redo() (portfolio.ChangeSet, error) {
	return call(h.s, "History.Redo", func(ctx context.Context, d *desk.Desk) (portfolio.ChangeSet, error) {
		return d.Shown().Redo(ctx)
	})
}
