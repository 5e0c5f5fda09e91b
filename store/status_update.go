package store

import (
	"context"

	"portfolio-ai/store/portfolio"
)

const selectStatusUpdate = `SELECT x.id, x.program_id, x.date, x.author, x.text, coalesce(x.status, ''), x.progress, coalesce(x.launch_date, ''),
	x.created_at, x.updated_at, x.revision FROM status_updates x`

// scanStatusUpdate reads a row of selectStatusUpdate.
func scanStatusUpdate(row scanner) (u portfolio.StatusUpdate, err error) {
	return u, row.Scan(&u.ID, &u.ProgramID, &u.Date, &u.Author, &u.Text, &u.Status, &u.Progress, &u.LaunchDate,
		&u.CreatedAt, &u.UpdatedAt, &u.Revision)
}

// statusUpdates is how status updates are read.
var statusUpdates = kind[portfolio.StatusUpdate]{portfolio.EntityStatusUpdate, selectStatusUpdate, scanStatusUpdate,
	func(u portfolio.StatusUpdate) (string, int64) { return u.Text, u.Revision }}

// PostUpdate posts a status update. In the same change set the program takes over what the update declares, and
// last_update becomes its day; an update dated before last_update changes only the feed.
func (db *DB) PostUpdate(ctx context.Context, w Write, u portfolio.StatusUpdate) (portfolio.StatusUpdate, error) {
	u.ID = ""
	return saveOne(ctx, db, w, statusUpdates, u, record{}, (*tx).saveUpdate)
}

// SaveUpdate corrects a posted update. The program stays as it is: what it took over, it took over then. It fails with
// EConflict where Revision is not the stored one.
func (db *DB) SaveUpdate(ctx context.Context, w Write, u portfolio.StatusUpdate) (portfolio.StatusUpdate, error) {
	if u.ID == "" {
		return u, portfolio.NotFound(portfolio.EntityStatusUpdate, u.ID)
	}
	return saveOne(ctx, db, w, statusUpdates, u, record{u.ID, u.Revision}, (*tx).saveUpdate)
}

// saveUpdate posts an update or, over the stored one, corrects it.
func (t *tx) saveUpdate(before *portfolio.StatusUpdate, u portfolio.StatusUpdate) (id string, err error) {
	if before != nil {
		u.ProgramID = before.ProgramID
	}
	if err := u.Validate(); err != nil {
		return "", err
	}
	program, err := programs.one(t.ctx, t, u.ProgramID)
	if err != nil {
		return "", err
	}
	if id, err = save(t, portfolio.EntityStatusUpdate, before, u); err != nil || before != nil {
		return id, err
	}
	_, err = save(t, portfolio.EntityProgram, &program, declared(program, u))
	return id, err
}

// DeleteUpdate takes a posted update out of the feed. The program stays as it is. It fails with EConflict where revision
// is not the stored one.
func (db *DB) DeleteUpdate(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, statusUpdates, record{id, revision}, (*tx).deleteUpdate)
}

// deleteUpdate deletes an update; nothing hangs on it.
func (t *tx) deleteUpdate(u portfolio.StatusUpdate) error {
	return t.drop(portfolio.EntityStatusUpdate, u)
}

// declared gives the program as it stands after the update.
func declared(p portfolio.Program, u portfolio.StatusUpdate) portfolio.Program {
	if u.Date < p.LastUpdate {
		return p
	}
	p.LastUpdate = u.Date
	if u.Status != "" {
		p.Status = u.Status
	}
	if u.Progress != nil {
		p.Progress = u.Progress
	}
	if u.LaunchDate != "" {
		p.LaunchDate = u.LaunchDate
	}
	return p
}
