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
	return saveOne(ctx, db, w, risks, r, record{r.ID, r.Revision}, (*tx).saveRisk)
}

// saveRisk creates a risk or, over the stored one, writes what differs.
func (t *tx) saveRisk(before *portfolio.Risk, r portfolio.Risk) (id string, err error) {
	r.Title = strings.TrimSpace(r.Title)
	if r.Status == "" {
		r.Status = portfolio.RiskOpen
	}
	if err := r.Validate(); err != nil {
		return "", err
	}
	if err := t.mustHold(r.ProgramID); err != nil {
		return "", err
	}
	return save(t, portfolio.EntityRisk, before, r)
}

// DeleteRisk deletes a risk. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteRisk(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, risks, record{id, revision}, (*tx).deleteRisk)
}

// deleteRisk deletes a risk; nothing hangs on it.
func (t *tx) deleteRisk(r portfolio.Risk) error { return t.drop(portfolio.EntityRisk, r) }
