package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// trashed are the deletions in force that people made, as x: what went along with its program, or with a program that it
// joined to another, comes back with that.
const trashed = ` FROM changes x JOIN change_sets s ON s.id = x.change_set_id
	WHERE x.field = '*' AND x.after = 'null' AND s.state = 'applied' AND s.reverts IS NULL
	AND (x.entity = 'program' OR NOT EXISTS (SELECT 1 FROM changes p WHERE p.change_set_id = x.change_set_id AND p.entity = 'program' AND p.field = '*'
		AND p.after = 'null' AND p.record_id IN (x.program_id, coalesce(x.before ->> '$.from', x.program_id))))`

// trashPage bounds the trash.
const trashPage = 500

// Trash lists what was deleted and is not there again, the last deleted first.
func (db *DB) Trash(ctx context.Context) ([]portfolio.Deleted, error) {
	scan := func(row scanner) (d portfolio.Deleted, err error) {
		return d, row.Scan(&d.ChangeSet, &d.Entity, &d.ID, &d.Label, &d.ProgramID, &d.Program, &d.DeletedAt)
	}
	all, err := collect(ctx, db.reader, scan, `SELECT x.change_set_id, x.entity, x.record_id, x.label, x.program_id,
		coalesce((SELECT name FROM programs WHERE id = x.program_id), ''), s.written_at`+trashed+` ORDER BY x.change_set_id DESC, x.seq LIMIT ?`, trashPage)
	if err != nil {
		return nil, fmt.Errorf("read the trash: %w", err)
	}
	out := []portfolio.Deleted{}
	for _, d := range all {
		there, err := isThere(ctx, db.reader, d.Entity, d.ID)
		if err != nil {
			return nil, err
		}
		again := slices.ContainsFunc(out, func(o portfolio.Deleted) bool { return o.Entity == d.Entity && o.ID == d.ID })
		if there || again {
			continue
		}
		rows, err := deletedWith(ctx, db.reader, d.ChangeSet, d.Entity, d.ID)
		if err != nil {
			return nil, err
		}
		d.Count = len(rows)
		out = append(out, d)
	}
	return out, nil
}

// Restore brings a deleted record back with all that went with it, as a change set of its own. It fails with ENotFound
// where it is not in the trash or its program is gone, and with EConflict where something else has its name by now.
func (db *DB) Restore(ctx context.Context, w Write, set int64, entity portfolio.Entity, id string) error {
	_, err := db.write(ctx, w, func(t *tx) error {
		rows, err := deletedWith(t.ctx, t, set, entity, id)
		if err != nil {
			return err
		}
		if len(rows) == 0 {
			return portfolio.Errorf(portfolio.ENotFound, "This %s is not in the trash.", entity.Words())
		}
		slices.Reverse(rows) // parents were deleted last
		for i, row := range rows {
			if err := t.bringBack(row, i == 0); err != nil {
				return err
			}
		}
		if entity == portfolio.EntityObjective {
			return t.serveAgain(set, rows[0].Label)
		}
		return nil
	})
	return err
}

// deletedWith reads the rows of a change set that deleted a record and what hung on it, in the order of the log.
func deletedWith(ctx context.Context, q querier, set int64, entity portfolio.Entity, id string) ([]portfolio.Change, error) {
	scan := func(row scanner) (c portfolio.Change, err error) {
		var before string
		err = row.Scan(&c.Entity, &c.ID, &c.Label, &c.ProgramID, &before)
		c.Before = json.RawMessage(before)
		return c, err
	}
	return collect(ctx, q, scan, `SELECT entity, record_id, label, program_id, before FROM changes
		WHERE change_set_id = ?1 AND field = '*' AND after = 'null'
		AND (entity = ?2 AND record_id = ?3 OR ?2 = 'program' AND (program_id = ?3 OR entity = 'dependency' AND before ->> '$.from' = ?3)) ORDER BY seq`,
		set, entity, id)
}

// isThere reports whether a record is there.
func isThere(ctx context.Context, q querier, entity portfolio.Entity, id string) (there bool, err error) {
	err = q.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM `+tables[entity].name+` WHERE id = ?)`, id).Scan(&there)
	return there, err
}

// bringBack creates a deleted record again. Of what only went along, a dependency that no longer fits is left out.
func (t *tx) bringBack(row portfolio.Change, wanted bool) error {
	record := fields{}
	if err := json.Unmarshal(row.Before, &record); err != nil {
		return fmt.Errorf("read a deleted record: %w", err)
	}
	record["revision"], record["updated_at"] = json.RawMessage("0"), json.RawMessage("0")
	there, err := isThere(t.ctx, t, row.Entity, row.ID)
	switch {
	case err != nil:
		return err
	case there && wanted:
		return portfolio.Errorf(portfolio.EConflict, "The %s %q is there again already.", row.Entity.Words(), row.Label)
	case there:
		return nil
	}
	if err := t.checkReturn(row.Entity, record); err != nil {
		if row.Entity == portfolio.EntityDependency && !wanted && portfolio.ErrorCode(err) != portfolio.EInternal {
			return nil
		}
		return err
	}
	_, err = t.create(row.Entity, record, nil)
	return err
}

// checkReturn refuses a record whose place is taken or gone.
func (t *tx) checkReturn(entity portfolio.Entity, record fields) error {
	switch entity {
	case portfolio.EntityProgram:
		return t.checkKey(portfolio.Program{ID: record.text("id"), ExternalID: record.text("external_id")})
	case portfolio.EntityObjective:
		return t.checkObjectiveName(portfolio.Objective{ID: record.text("id"), Name: record.text("name")})
	case portfolio.EntityDependency:
		return t.checkDependency(portfolio.Dependency{From: record.text("from"), To: record.text("to")})
	case portfolio.EntityRisk, portfolio.EntityMilestone, portfolio.EntityStatusUpdate:
		if err := t.mustHold(record.text("program_id")); err != nil {
			return portfolio.Errorf(portfolio.ErrorCode(err), "The program that it belongs to was deleted; restore that first.")
		}
	}
	return nil
}

// serveAgain gives an objective back to the programs from which its deletion took it.
func (t *tx) serveAgain(set int64, name string) error {
	ids, err := collect(t.ctx, t, scanText, `SELECT record_id FROM changes WHERE change_set_id = ? AND entity = 'program' AND field = ?`, set, linked)
	if err != nil {
		return err
	}
	for _, id := range ids {
		p, err := programs.one(t.ctx, t, id)
		if portfolio.ErrorCode(err) == portfolio.ENotFound {
			continue
		}
		if err != nil {
			return err
		}
		after := p
		after.StrategicObjectives = append(slices.Clone(p.StrategicObjectives), name)
		if _, err := t.saveProgram(&p, after); err != nil {
			return err
		}
	}
	return nil
}
