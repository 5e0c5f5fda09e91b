package store

import (
	"context"
	"database/sql"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// Document reads the whole portfolio as it is at one moment, archived programs included.
func (db *DB) Document(ctx context.Context) (d portfolio.Document, err error) {
	t, err := db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return d, fmt.Errorf("begin to read: %w", err)
	}
	defer func() { _ = t.Rollback() }() // nothing was written
	if d, err = document(ctx, t); err != nil {
		return d, fmt.Errorf("read the portfolio: %w", err)
	}
	return d, nil
}

// document reads everything and puts risks and milestones into their programs.
func document(ctx context.Context, q querier) (d portfolio.Document, err error) {
	if d.Programs, err = collect(ctx, q, scanProgram, selectProgram+` ORDER BY x.id`); err != nil {
		return d, err
	}
	risks, err := collect(ctx, q, scanRisk, selectRisk+` ORDER BY x.id`)
	if err != nil {
		return d, err
	}
	milestones, err := collect(ctx, q, scanMilestone, selectMilestone+` ORDER BY x.id`)
	if err != nil {
		return d, err
	}
	place := map[string]*portfolio.Program{}
	for i := range d.Programs {
		place[d.Programs[i].ID] = &d.Programs[i]
	}
	for _, r := range risks {
		place[r.ProgramID].Risks = append(place[r.ProgramID].Risks, r)
	}
	for _, m := range milestones {
		place[m.ProgramID].Milestones = append(place[m.ProgramID].Milestones, m)
	}
	if d.Objectives, err = collect(ctx, q, scanObjective, selectObjective+` ORDER BY x.id`); err != nil {
		return d, err
	}
	if d.StatusUpdates, err = collect(ctx, q, scanStatusUpdate, selectStatusUpdate+` ORDER BY x.id`); err != nil {
		return d, err
	}
	d.Dependencies, err = collect(ctx, q, scanDependency, selectDependency+` ORDER BY x.id`)
	return d, err
}
