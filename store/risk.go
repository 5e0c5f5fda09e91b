package store

import (
	"context"
	"strings"

	"portfolio-ai/store/portfolio"
)

const selectRisk = `SELECT ` + riskColumns + ` FROM risks x`

const riskColumns = `x.id, x.program_id, x.title, coalesce(x.severity, ''), coalesce(x.likelihood, ''), x.description, x.mitigation,
	x.owner, x.status, coalesce(x.review_date, ''), x.created_at, x.updated_at, x.revision`

func riskTargets(r *portfolio.Risk) []any {
	return []any{&r.ID, &r.ProgramID, &r.Title, &r.Severity, &r.Likelihood, &r.Description, &r.Mitigation,
		&r.Owner, &r.Status, &r.ReviewDate, &r.CreatedAt, &r.UpdatedAt, &r.Revision}
}

// scanRisk reads a row of selectRisk.
func scanRisk(row scanner) (r portfolio.Risk, err error) { return r, row.Scan(riskTargets(&r)...) }

// SaveRisk creates a risk (ID "") or writes the fields that differ. A new risk without a status is Open. It fails with
// EConflict where Revision is not the stored one.
func (db *DB) SaveRisk(ctx context.Context, w Write, r portfolio.Risk) (portfolio.Risk, error) {
	r.Title = strings.TrimSpace(r.Title)
	if r.Status == "" {
		r.Status = portfolio.RiskOpen
	}
	if err := r.Validate(); err != nil {
		return r, err
	}
	id, err := saveChild(ctx, db, w, portfolio.EntityRisk, child[portfolio.Risk]{
		record: r, id: r.ID, program: r.ProgramID, label: r.Title, revision: r.Revision,
		read: func(q querier, id string) (portfolio.Risk, int64, error) {
			stored, err := one(ctx, q, scanRisk, portfolio.EntityRisk, selectRisk, id)
			return stored, stored.Revision, err
		},
	})
	if err != nil {
		return r, err
	}
	return one(ctx, db.reader, scanRisk, portfolio.EntityRisk, selectRisk, id)
}

// DeleteRisk deletes a risk. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteRisk(ctx context.Context, w Write, id string, revision int64) error {
	_, err := db.write(ctx, w, func(t *tx) error {
		stored, err := one(ctx, t, scanRisk, portfolio.EntityRisk, selectRisk, id)
		if err != nil {
			return err
		}
		if err := checkRevision(portfolio.EntityRisk, stored.Title, revision, stored.Revision); err != nil {
			return err
		}
		return t.drop(portfolio.EntityRisk, stored)
	})
	return err
}
