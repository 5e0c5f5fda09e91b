package app

import (
	"context"
	"fmt"

	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// byHand is a write that a person makes in the window.
func byHand(why string) store.Write {
	return store.Write{Actor: portfolio.ByPerson, Why: portfolio.Beginning(why, longestWhy)}
}

// longestWhy bounds why a record was written, in characters: the page names the record.
const longestWhy = 200

// Programs is the list of programs and the program page.
type Programs struct{ s *session }

// Page reads one page of the list. The window may give it up by its ticket, as everything that takes one.
func (p *Programs) Page(q portfolio.Query, ticket string) (portfolio.ProgramPage, error) {
	return read(p.s, "Programs.Page", ticket, func(ctx context.Context, d *desk.Desk) (portfolio.ProgramPage, error) {
		return d.Shown().Programs(ctx, q)
	})
}

// Get reads a program with everything its page shows.
func (p *Programs) Get(id string) (portfolio.ProgramDetail, error) {
	return call(p.s, "Programs.Get", func(ctx context.Context, d *desk.Desk) (portfolio.ProgramDetail, error) {
		return d.Shown().Program(ctx, id)
	})
}

// Facets lists the values that the filters of the list offer, with counts under the query.
func (p *Programs) Facets(q portfolio.Query, ticket string) ([]portfolio.Facet, error) {
	return read(p.s, "Programs.Facets", ticket, func(ctx context.Context, d *desk.Desk) ([]portfolio.Facet, error) {
		return d.Shown().Facets(ctx, q)
	})
}

// Groups counts the records of a query by a field.
func (p *Programs) Groups(q portfolio.Query, by portfolio.Field, ticket string) ([]portfolio.Group, error) {
	return read(p.s, "Programs.Groups", ticket, func(ctx context.Context, d *desk.Desk) ([]portfolio.Group, error) {
		return d.Shown().Groups(ctx, q, by)
	})
}

// Timeline reads what a timeline shows of programs beside their rows: at most 500 at once, in the order of the ids.
func (p *Programs) Timeline(ids []string) ([]portfolio.TimelineRow, error) {
	return call(p.s, "Programs.Timeline", func(ctx context.Context, d *desk.Desk) ([]portfolio.TimelineRow, error) {
		return d.Shown().Timeline(ctx, ids)
	})
}

// Save creates a program (id "") or writes the fields that differ from the stored ones.
func (p *Programs) Save(program portfolio.Program) (portfolio.Program, error) {
	return call(p.s, "Programs.Save", func(ctx context.Context, d *desk.Desk) (portfolio.Program, error) {
		return d.Shown().SaveProgram(ctx, byHand(verb(program.ID)+" program "+program.Name), program)
	})
}

// Delete deletes a program with everything that hangs on it.
func (p *Programs) Delete(id string, revision int64) error {
	return run(p.s, "Programs.Delete", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteProgram(ctx, byHand("Delete program"), id, revision)
	})
}

// DeleteAll deletes programs as Delete does, as one step.
func (p *Programs) DeleteAll(read []portfolio.ReadRecord) (portfolio.EditResult, error) {
	return call(p.s, "Programs.DeleteAll", func(ctx context.Context, d *desk.Desk) (portfolio.EditResult, error) {
		return d.Shown().DeletePrograms(ctx, byHand(fmt.Sprintf("Delete %d programs", len(read))), read)
	})
}

// Digest tells what happened to a program since its last status update.
func (p *Programs) Digest(id string) (portfolio.UpdateDigest, error) {
	return call(p.s, "Programs.Digest", func(ctx context.Context, d *desk.Desk) (portfolio.UpdateDigest, error) {
		return d.Shown().SinceLastUpdate(ctx, id)
	})
}

// Trend gives the status that a program was declared to have over time, the newest last.
func (p *Programs) Trend(id string) ([]portfolio.TrendPoint, error) {
	return call(p.s, "Programs.Trend", func(ctx context.Context, d *desk.Desk) ([]portfolio.TrendPoint, error) {
		return d.Shown().StatusTrend(ctx, id)
	})
}

// Activity lists the change sets that touched a program or its records, newest first: at most limit of those before the
// number before, or of all where before is 0.
func (p *Programs) Activity(id string, before int64, limit int) ([]portfolio.ChangeSet, error) {
	return call(p.s, "Programs.Activity", func(ctx context.Context, d *desk.Desk) ([]portfolio.ChangeSet, error) {
		return d.Shown().ProgramActivity(ctx, id, before, min(max(limit, 1), activityPage))
	})
}

// PostUpdate posts a status update.
func (p *Programs) PostUpdate(u portfolio.StatusUpdate) (portfolio.StatusUpdate, error) {
	return call(p.s, "Programs.PostUpdate", func(ctx context.Context, d *desk.Desk) (portfolio.StatusUpdate, error) {
		return d.Shown().PostUpdate(ctx, byHand("Post status update"), u)
	})
}

// SaveUpdate corrects a posted status update.
func (p *Programs) SaveUpdate(u portfolio.StatusUpdate) (portfolio.StatusUpdate, error) {
	return call(p.s, "Programs.SaveUpdate", func(ctx context.Context, d *desk.Desk) (portfolio.StatusUpdate, error) {
		return d.Shown().SaveUpdate(ctx, byHand("Correct status update"), u)
	})
}

// DeleteUpdate takes a posted status update out of the feed.
func (p *Programs) DeleteUpdate(id string, revision int64) error {
	return run(p.s, "Programs.DeleteUpdate", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteUpdate(ctx, byHand("Delete status update"), id, revision)
	})
}

// SaveDependency creates a dependency (id "") or changes its note.
func (p *Programs) SaveDependency(dependency portfolio.Dependency) (portfolio.Dependency, error) {
	return call(p.s, "Programs.SaveDependency", func(ctx context.Context, d *desk.Desk) (portfolio.Dependency, error) {
		return d.Shown().SaveDependency(ctx, byHand(verb(dependency.ID)+" dependency"), dependency)
	})
}

// DeleteDependency deletes a dependency.
func (p *Programs) DeleteDependency(id string, revision int64) error {
	return run(p.s, "Programs.DeleteDependency", func(ctx context.Context, d *desk.Desk) error {
		return d.Shown().DeleteDependency(ctx, byHand("Delete dependency"), id, revision)
	})
}

// Names lists every program, risk, milestone and objective by name, for pickers.
func (p *Programs) Names() ([]portfolio.Named, error) {
	return call(p.s, "Programs.Names", func(ctx context.Context, d *desk.Desk) ([]portfolio.Named, error) {
		return d.Shown().Names(ctx)
	})
}

// findMost bounds what Find gives of each kind of record.
const findMost = 50

// Find lists programs, risks, milestones and objectives whose text holds the words of a text, the likeliest first, at most
// limit of each kind.
func (p *Programs) Find(text string, limit int, ticket string) ([]portfolio.Found, error) {
	return read(p.s, "Programs.Find", ticket, func(ctx context.Context, d *desk.Desk) ([]portfolio.Found, error) {
		return d.Shown().Find(ctx, text, min(max(limit, 1), findMost))
	})
}

// verb begins the reason of a save.
func verb(id string) string {
	if id == "" {
		return "Add"
	}
	return "Edit"
}
