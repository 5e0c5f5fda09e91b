package store

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// DocumentOf reads the programs of a query, in its order, with all that hangs on them: a document as Document reads it, of the
// objectives that one of them serves and the dependencies between two of them. What is deleted while it reads is left out.
func (db *DB) DocumentOf(ctx context.Context, q portfolio.Query) (d portfolio.Document, err error) {
	rows, err := db.AllPrograms(ctx, q)
	if err != nil {
		return d, err
	}
	whole, err := db.Document(ctx)
	if err != nil {
		return d, err
	}
	at := map[string]int{}
	for i, p := range whole.Programs {
		at[p.ID] = i
	}
	kept, served := map[string]bool{}, map[string]bool{}
	for _, row := range rows {
		i, ok := at[row.ID]
		if !ok {
			continue
		}
		p := whole.Programs[i]
		d.Programs = append(d.Programs, p)
		kept[p.ID] = true
		for _, name := range p.StrategicObjectives {
			served[name] = true
		}
	}
	d.Objectives = only(whole.Objectives, func(o portfolio.Objective) bool { return served[o.Name] })
	d.StatusUpdates = only(whole.StatusUpdates, func(u portfolio.StatusUpdate) bool { return kept[u.ProgramID] })
	d.Dependencies = only(whole.Dependencies, func(l portfolio.Dependency) bool { return kept[l.From] && kept[l.To] })
	return d, nil
}

// AllPrograms reads the programs of a query, in its order.
func (db *DB) AllPrograms(ctx context.Context, q portfolio.Query) ([]portfolio.ProgramRow, error) {
	return every(q, func(q portfolio.Query) ([]portfolio.ProgramRow, string, error) {
		page, err := db.Programs(ctx, q)
		return page.Rows, page.Next, err
	})
}

// AllRisks reads the risks of a query, in its order.
func (db *DB) AllRisks(ctx context.Context, q portfolio.Query) ([]portfolio.RiskRow, error) {
	return every(q, func(q portfolio.Query) ([]portfolio.RiskRow, string, error) {
		page, err := db.Risks(ctx, q)
		return page.Rows, page.Next, err
	})
}

// AllMilestones reads the milestones of a query, in its order.
func (db *DB) AllMilestones(ctx context.Context, q portfolio.Query) ([]portfolio.MilestoneRow, error) {
	return every(q, func(q portfolio.Query) ([]portfolio.MilestoneRow, string, error) {
		page, err := db.Milestones(ctx, q)
		return page.Rows, page.Next, err
	})
}

// every reads all pages of a query, whatever page it asks for.
func every[R any](q portfolio.Query, page func(portfolio.Query) (rows []R, next string, err error)) (all []R, err error) {
	q.After, q.Limit = "", portfolio.MaxRead
	for {
		rows, next, err := page(q)
		if err != nil {
			return nil, err
		}
		all = append(all, rows...)
		if next == "" {
			return all, nil
		}
		q.After = next
	}
}

// only keeps what passes.
func only[R any](all []R, passes func(R) bool) (kept []R) {
	for _, r := range all {
		if passes(r) {
			kept = append(kept, r)
		}
	}
	return kept
}
