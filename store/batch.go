package store

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// Batch writes many records as one change set. Its methods write what is given over what is stored, whatever its
// revision: who uses them has just read the records, or makes them.
type Batch struct{ t *tx }

// Batch runs f as one change set; an error of f undoes everything. It returns the number of the change set, 0 where
// nothing changed.
func (db *DB) Batch(ctx context.Context, w Write, f func(*Batch) error) (int64, error) {
	return db.write(ctx, w, func(t *tx) error { return f(&Batch{t}) })
}

// Program creates a program, under its id where it has one, or writes the fields that differ.
func (b *Batch) Program(p portfolio.Program) error {
	return put(b.t, programs, p, p.ID, (*tx).saveProgram)
}

// Risk creates a risk or writes the fields that differ.
func (b *Batch) Risk(r portfolio.Risk) error { return put(b.t, risks, r, r.ID, (*tx).saveRisk) }

// Milestone creates a milestone or writes the fields that differ.
func (b *Batch) Milestone(m portfolio.Milestone) error {
	return put(b.t, milestones, m, m.ID, (*tx).saveMilestone)
}

// Objective creates an objective or writes the fields that differ.
func (b *Batch) Objective(o portfolio.Objective) error {
	return put(b.t, objectives, o, o.ID, (*tx).saveObjective)
}

// Dependency creates a dependency or changes its note.
func (b *Batch) Dependency(d portfolio.Dependency) error {
	return put(b.t, dependencies, d, d.ID, (*tx).saveDependency)
}

// Update posts a status update, or corrects the posted one of its id.
func (b *Batch) Update(u portfolio.StatusUpdate) error {
	return put(b.t, statusUpdates, u, u.ID, (*tx).saveUpdate)
}

// Delete deletes a record with what hangs on it. It fails with ENotFound.
func (b *Batch) Delete(entity portfolio.Entity, id string) error {
	return keepers[entity].remove(b.t, id)
}

// put writes a record over the stored one of its id, or creates it.
func put[R any](t *tx, k kind[R], after R, id string, save func(*tx, *R, R) (string, error)) error {
	stored, err := k.one(t.ctx, t, id)
	before := &stored
	if portfolio.ErrorCode(err) == portfolio.ENotFound {
		before, err = nil, nil
	}
	if err == nil {
		_, err = save(t, before, after)
	}
	return err
}
