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

// milestones is how milestones are read.
var milestones = kind[portfolio.Milestone]{portfolio.EntityMilestone, selectMilestone, scanMilestone,
	func(m portfolio.Milestone) (string, int64) { return m.Name, m.Revision }}

// SaveMilestone creates a milestone (ID "") or writes the fields that differ, with status, completion date and baseline
// brought together as portfolio.Milestone.Reconciled says. It fails with EConflict where Revision is not the stored one.
func (db *DB) SaveMilestone(ctx context.Context, w Write, m portfolio.Milestone) (portfolio.Milestone, error) {
	return saveOne(ctx, db, w, milestones, m, record{m.ID, m.Revision}, (*tx).saveMilestone)
}

// saveMilestone creates a milestone or, over the stored one, writes what differs.
func (t *tx) saveMilestone(before *portfolio.Milestone, m portfolio.Milestone) (id string, err error) {
	var stored portfolio.Milestone
	if before != nil {
		stored = *before
	}
	m.Name = strings.TrimSpace(m.Name)
	m = m.Reconciled(stored, t.asOf)
	if err := m.Validate(); err != nil {
		return "", err
	}
	if err := t.mustHold(m.ProgramID); err != nil {
		return "", err
	}
	return save(t, portfolio.EntityMilestone, before, m)
}

// DeleteMilestone deletes a milestone. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteMilestone(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, milestones, record{id, revision}, (*tx).deleteMilestone)
}

// deleteMilestone deletes a milestone; nothing hangs on it.
func (t *tx) deleteMilestone(m portfolio.Milestone) error {
	return t.drop(portfolio.EntityMilestone, m)
}
