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

// risks is how risks are read.
var risks = kind[portfolio.Risk]{portfolio.EntityRisk, selectRisk, scanRisk,
	func(r portfolio.Risk) (string, int64) { return r.Title, r.Revision }}

// SaveRisk creates a risk (ID "") or writes the fields that differ. A new risk without a status is Open. It fails with
// EConflict where Revision is not the stored one.
func (db *DB) SaveRisk(ctx context.Context, w Write, r portfolio.Risk) (portfolio.Risk, error) {
	return saveChild(ctx, db, w, risks, child[portfolio.Risk]{
		record: r, id: r.ID, program: r.ProgramID, revision: r.Revision,
		settle: func(_, after portfolio.Risk) (portfolio.Risk, error) {
			after.Title = strings.TrimSpace(after.Title)
			if after.Status == "" {
				after.Status = portfolio.RiskOpen
			}
			return after, after.Validate()
		},
	})
}

// DeleteRisk deletes a risk. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteRisk(ctx context.Context, w Write, id string, revision int64) error {
	return risks.remove(ctx, db, w, id, revision)
}
