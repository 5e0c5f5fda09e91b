package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/report"
)

// Reports makes what is handed over, and keeps it. A report stays as it was made; it can be looked at while a past day is
// shown.
type Reports struct{ s *session }

// List lists the kept reports, the newest first.
func (r *Reports) List() ([]report.Head, error) {
	return call(r.s, "Reports.List", func(ctx context.Context, d *desk.Desk) ([]report.Head, error) {
		list, err := d.Store.Reports(ctx)
		if list == nil {
			list = []report.Head{}
		}
		return list, err
	})
}

// Create makes a report and keeps it. The window may give it up by its ticket; then none is kept.
func (r *Reports) Create(request report.Request, ticket string) (report.Kept, error) {
	return work(r.s, "Reports.Create", ticket, func(ctx context.Context, d *desk.Desk) (report.Kept, error) {
		return d.Store.CreateReport(ctx, request)
	})
}

// Get gives a kept report.
func (r *Reports) Get(id string) (report.Kept, error) {
	return call(r.s, "Reports.Get", func(ctx context.Context, d *desk.Desk) (report.Kept, error) { return d.Store.Report(ctx, id) })
}

// Delete forgets a kept report, for good: the window asks before.
func (r *Reports) Delete(id string) error {
	return run(r.s, "Reports.Delete", func(ctx context.Context, d *desk.Desk) error { return d.Store.DeleteReport(ctx, id) })
}

// SetNarrative writes the text that stands before a kept report.
func (r *Reports) SetNarrative(id, text string) error {
	return run(r.s, "Reports.SetNarrative", func(ctx context.Context, d *desk.Desk) error { return d.Store.SetNarrative(ctx, id, text) })
}

// DraftNarrative drafts the narrative of a kept report, with what of it is supported by the records that the report was made
// of. Nothing is kept: the person edits it and calls SetNarrative. Engine is the id of what drafts it, "" the built-in analyst.
// The window may give it up by its ticket.
func (r *Reports) DraftNarrative(id, engine, ticket string) (desk.NarrativeDraft, error) {
	return read(r.s, "Reports.DraftNarrative", ticket, func(ctx context.Context, d *desk.Desk) (desk.NarrativeDraft, error) {
		return d.DraftNarrative(ctx, id, engine)
	})
}

// Markdown writes a kept report as Markdown, with its narrative.
func (r *Reports) Markdown(id string) (string, error) {
	return call(r.s, "Reports.Markdown", func(ctx context.Context, d *desk.Desk) (string, error) {
		kept, err := d.Store.Report(ctx, id)
		if err != nil {
			return "", err
		}
		return report.Markdown(kept.Report, kept.Narrative), nil
	})
}
