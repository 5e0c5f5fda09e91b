package store

import (
	"context"
	"strings"

	"portfolio-ai/store/portfolio"
)

const selectMilestone = `SELECT ` + milestoneColumns + ` FROM milestones x`

const milestoneColumns = `x.id, x.program_id, x.name, coalesce(x.due_date, ''), coalesce(x.baseline_date, ''), coalesce(x.completed_date, ''),
	x.status, x.created_at, x.updated_at, x.revision`

func milestoneTargets(m *portfolio.Milestone) []any {
	return []any{&m.ID, &m.ProgramID, &m.Name, &m.DueDate, &m.BaselineDate, &m.CompletedDate,
		&m.Status, &m.CreatedAt, &m.UpdatedAt, &m.Revision}
}

// scanMilestone reads a row of selectMilestone.
func scanMilestone(row scanner) (m portfolio.Milestone, err error) {
	return m, row.Scan(milestoneTargets(&m)...)
}

// SaveMilestone creates a milestone (ID "") or writes the fields that differ, with status, completion date and baseline
// brought together as portfolio.Milestone.Reconciled says. It fails with EConflict where Revision is not the stored one.
func (db *DB) SaveMilestone(ctx context.Context, w Write, m portfolio.Milestone) (portfolio.Milestone, error) {
	m.Name = strings.TrimSpace(m.Name)
	id, err := saveChild(ctx, db, w, portfolio.EntityMilestone, child[portfolio.Milestone]{
		record: m, id: m.ID, program: m.ProgramID, label: m.Name, revision: m.Revision,
		read: func(q querier, id string) (portfolio.Milestone, int64, error) {
			stored, err := one(ctx, q, scanMilestone, portfolio.EntityMilestone, selectMilestone, id)
			return stored, stored.Revision, err
		},
		settle: func(before, after portfolio.Milestone) (portfolio.Milestone, error) {
			after = after.Reconciled(before, db.Today())
			return after, after.Validate()
		},
	})
	if err != nil {
		return m, err
	}
	return one(ctx, db.reader, scanMilestone, portfolio.EntityMilestone, selectMilestone, id)
}

// DeleteMilestone deletes a milestone. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteMilestone(ctx context.Context, w Write, id string, revision int64) error {
	_, err := db.write(ctx, w, func(t *tx) error {
		stored, err := one(ctx, t, scanMilestone, portfolio.EntityMilestone, selectMilestone, id)
		if err != nil {
			return err
		}
		if err := checkRevision(portfolio.EntityMilestone, stored.Name, revision, stored.Revision); err != nil {
			return err
		}
		return t.drop(portfolio.EntityMilestone, stored)
	})
	return err
}
