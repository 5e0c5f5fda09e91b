package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// confined is a workspace of which only some programs, and what belongs to them, are listed and counted.
type confined struct {
	Workspace
	within portfolio.Query
}

// Confine gives the workspace as far as it is about the programs that a query finds. What is asked for by its id or its
// exact name is found wherever it is, and so is what a program depends on. A nil query confines nothing.
func Confine(w Workspace, within *portfolio.Query) Workspace {
	if within == nil {
		return w
	}
	q := *within
	q.Of, q.Sort, q.Limit, q.After = portfolio.EntityProgram, nil, 0, ""
	return confined{w, q}
}

// naming are the fields whose value names a record.
var naming = []portfolio.Field{
	portfolio.FieldID, portfolio.FieldExternalID, portfolio.FieldName, portfolio.FieldRiskID, portfolio.FieldMilestoneID,
}

// Named reports whether a query asks for records by their ids or exact names, and is confined to nothing.
func Named(q portfolio.Query) bool {
	return slices.ContainsFunc(q.Where, func(c portfolio.Condition) bool { return c.Op == portfolio.OpIs && slices.Contains(naming, c.Field) })
}

// narrow confines a query, unless it names what it asks for.
func (w confined) narrow(q portfolio.Query) portfolio.Query {
	if q.Within == nil && !Named(q) {
		within := w.within
		q.Within = &within
	}
	return q
}

// Part counts the programs that the workspace is confined to. What it counts is evidence, but no step: a follow-up goes on
// from what was asked, not from this.
func (s Set) Part(ctx context.Context) (int, error) {
	s.Record = func(portfolio.Step) {}
	groups, err := s.CountBy(ctx, Grouping{Query: portfolio.Query{Of: portfolio.EntityProgram, Today: s.Today}})
	if err != nil {
		return 0, err
	}
	return groups[0].Count, nil
}

func (w confined) Programs(ctx context.Context, q portfolio.Query) (portfolio.ProgramPage, error) {
	return w.Workspace.Programs(ctx, w.narrow(q))
}

func (w confined) Risks(ctx context.Context, q portfolio.Query) (portfolio.RiskPage, error) {
	return w.Workspace.Risks(ctx, w.narrow(q))
}

func (w confined) Milestones(ctx context.Context, q portfolio.Query) (portfolio.MilestonePage, error) {
	return w.Workspace.Milestones(ctx, w.narrow(q))
}

func (w confined) FindUpdates(ctx context.Context, search portfolio.UpdateSearch) (portfolio.UpdatePage, error) {
	search.Programs = w.narrow(search.Programs)
	return w.Workspace.FindUpdates(ctx, search)
}

func (w confined) Groups(ctx context.Context, q portfolio.Query, by portfolio.Field) ([]portfolio.Group, error) {
	return w.Workspace.Groups(ctx, w.narrow(q), by)
}
