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
	if err := u.Validate(); err != nil {
		return u, err
	}
	u.ID = ""
	var id string
	_, err := db.write(ctx, w, func(t *tx) error {
		program, err := programs.one(ctx, t, u.ProgramID)
		if err != nil {
			return err
		}
		created, err := t.save(portfolio.EntityStatusUpdate, nil, u)
		if err != nil {
			return err
		}
		id = created.text("id")
		_, err = t.save(portfolio.EntityProgram, program, declared(program, u))
		return err
	})
	if err != nil {
		return u, err
	}
	return statusUpdates.one(ctx, db.reader, id)
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
