package store

import (
	"context"

	"portfolio-ai/store/portfolio"
)

const selectDependency = `SELECT x.id, x.from_id, x.to_id, x.note, x.created_at, x.updated_at, x.revision FROM dependencies x`

// scanDependency reads a row of selectDependency.
func scanDependency(row scanner) (d portfolio.Dependency, err error) {
	return d, row.Scan(&d.ID, &d.From, &d.To, &d.Note, &d.CreatedAt, &d.UpdatedAt, &d.Revision)
}

// dependencies is how dependencies are read.
var dependencies = kind[portfolio.Dependency]{portfolio.EntityDependency, selectDependency, scanDependency,
	func(d portfolio.Dependency) (string, int64) { return d.Note, d.Revision }}

// SaveDependency creates a dependency (ID "") or changes its note. It fails with EInvalid where it would close a cycle,
// with EConflict where the two programs are joined already or Revision is not the stored one.
func (db *DB) SaveDependency(ctx context.Context, w Write, d portfolio.Dependency) (portfolio.Dependency, error) {
	return saveOne(ctx, db, w, dependencies, d, record{d.ID, d.Revision}, (*tx).saveDependency)
}

// saveDependency creates a dependency or changes the note of the stored one.
func (t *tx) saveDependency(before *portfolio.Dependency, d portfolio.Dependency) (id string, err error) {
	if before != nil {
		d.From, d.To = before.From, before.To
	}
	if err := d.Validate(); err != nil {
		return "", err
	}
	if before == nil {
		if err := t.checkDependency(d); err != nil {
			return "", err
		}
	}
	return save(t, portfolio.EntityDependency, before, d)
}

// DeleteDependency deletes a dependency. It fails with EConflict where revision is not the stored one.
func (db *DB) DeleteDependency(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, dependencies, record{id, revision}, (*tx).deleteDependency)
}

// deleteDependency deletes a dependency; nothing hangs on it.
func (t *tx) deleteDependency(d portfolio.Dependency) error {
	return t.drop(portfolio.EntityDependency, d)
}

// checkDependency refuses a dependency between programs that do not exist, that exists, or that closes a cycle.
func (t *tx) checkDependency(d portfolio.Dependency) error {
	for _, id := range []string{d.From, d.To} {
		if _, err := programs.one(t.ctx, t, id); err != nil {
			return err
		}
	}
	var joined, cycle bool
	err := t.QueryRowContext(t.ctx, `WITH RECURSIVE after(id) AS (
			SELECT ?2 UNION SELECT to_id FROM dependencies JOIN after ON from_id = after.id
		) SELECT EXISTS (SELECT 1 FROM dependencies WHERE from_id = ?1 AND to_id = ?2), EXISTS (SELECT 1 FROM after WHERE id = ?1)`,
		d.From, d.To).Scan(&joined, &cycle)
	switch {
	case err != nil:
		return err
	case joined:
		return portfolio.Errorf(portfolio.EConflict, "These two programs are joined already.")
	case cycle:
		return portfolio.Invalidf("This dependency would close a cycle: the program that it waits for already waits for it.")
	}
	return nil
}
