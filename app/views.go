package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Views is the lists that a person keeps to see again. They are preferences: they can be kept while a past day is shown.
type Views struct{ s *session }

// List lists all saved views by name.
func (v *Views) List() ([]portfolio.SavedView, error) {
	return call(v.s, "Views.List", func(ctx context.Context, d *desk.Desk) ([]portfolio.SavedView, error) {
		return d.Store.SavedViews(ctx)
	})
}

// Save keeps a new view (id "") or overwrites a kept one.
func (v *Views) Save(view portfolio.SavedView) (portfolio.SavedView, error) {
	return call(v.s, "Views.Save", func(ctx context.Context, d *desk.Desk) (portfolio.SavedView, error) {
		return d.Store.SaveView(ctx, view)
	})
}

// Delete forgets a saved view.
func (v *Views) Delete(id string) error {
	return run(v.s, "Views.Delete", func(ctx context.Context, d *desk.Desk) error { return d.Store.DeleteView(ctx, id) })
}
