package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"

	"portfolio-ai/store/portfolio"
)

// toldFields are the fields of a program whose change is worth a line in a status update, in the order of the lines.
var toldFields = []string{"name", "status", "pipeline_stage", "progress", "start_date", "launch_date", "owner", "team", "product_line", linked}

// declaredFields are the fields of a program that posting an update writes.
var declaredFields = []string{"status", "launch_date", "progress", "last_update"}

// SinceLastUpdate tells what happened to a program since its newest status update, or since it came into the portfolio
// where there is none. A program that came with a last update but without its text counts from the day after it. It
// fails with ENotFound.
func (db *DB) SinceLastUpdate(ctx context.Context, programID string) (portfolio.UpdateDigest, error) {
	digest := portfolio.UpdateDigest{Fields: []portfolio.Change{}, Milestones: []portfolio.MilestoneEvent{}, Risks: []portfolio.RiskEvent{}}
	d, err := db.Program(ctx, programID)
	if err != nil {
		return digest, err
	}
	from, err := db.newestUpdate(ctx, d)
	if err != nil {
		return digest, fmt.Errorf("find the last update: %w", err)
	}
	rows, err := db.rowsSince(ctx, programID, from)
	if err != nil {
		return digest, fmt.Errorf("read what happened to a program: %w", err)
	}
	changes, err := net(rows)
	if err != nil {
		return digest, err
	}
	today := db.Today()
	if digest.Since = from.day; from.day != "" {
		digest.Days = max(0, from.day.DaysUntil(today))
	}
	if err := tell(&digest, d.Program, changes); err != nil {
		return digest, err
	}
	for _, m := range d.Program.Milestones {
		if m.Overdue(d.Program, today) && m.DueDate >= from.day {
			digest.Milestones = append(digest.Milestones, portfolio.MilestoneEvent{ID: m.ID, Name: m.Name, What: portfolio.MilestoneGotOverdue, Day: m.DueDate})
		}
	}
	slices.SortStableFunc(digest.Milestones, func(a, b portfolio.MilestoneEvent) int {
		return cmp.Compare(slices.Index(portfolio.MilestoneChanges, a.What), slices.Index(portfolio.MilestoneChanges, b.What))
	})
	return digest, nil
}

// place is a row of the change log: what comes after it is news. Day is that of the update which was posted there.
type place struct {
	day   portfolio.Date
	set   int64
	seq   int64
	later portfolio.Date // only facts of later days are news; not reported where all are
}

// newestUpdate finds where the newest update of a program was posted.
func (db *DB) newestUpdate(ctx context.Context, d portfolio.ProgramDetail) (place, error) {
	if len(d.Updates) > 0 && d.Updates[0].Date >= d.Program.LastUpdate {
		from, err := db.creation(ctx, portfolio.EntityStatusUpdate, d.Updates[0].ID)
		from.day = d.Updates[0].Date
		return from, err
	}
	if d.Program.LastUpdate != "" {
		return place{day: d.Program.LastUpdate, later: d.Program.LastUpdate}, nil
	}
	from, err := db.creation(ctx, portfolio.EntityProgram, d.Program.ID)
	from.seq = math.MaxInt64
	return from, err
}

// creation finds where a record was created. An import brings a program in no order of its events, so that nothing else in
// it is news.
func (db *DB) creation(ctx context.Context, entity portfolio.Entity, id string) (p place, err error) {
	var actor portfolio.Actor
	err = db.reader.QueryRowContext(ctx, `SELECT s.id, c.seq, s.actor FROM changes c JOIN change_sets s ON s.id = c.change_set_id
		WHERE c.entity = ? AND c.record_id = ? AND c.field = '*' AND c.before = 'null' AND s.reverts IS NULL AND s.state = 'applied'
		ORDER BY s.id, c.seq LIMIT 1`, entity, id).Scan(&p.set, &p.seq, &actor)
	if errors.Is(err, sql.ErrNoRows) {
		return place{}, nil
	}
	if actor == portfolio.ByImport {
		p.seq = math.MaxInt64
	}
	return p, err
}

// rowsSince reads what was written about a program after a place, without what the update that was posted there declared.
func (db *DB) rowsSince(ctx context.Context, programID string, from place) ([]portfolio.Change, error) {
	posting := true
	scan := func(row scanner) (c portfolio.Change, err error) {
		var before, after string
		var set int64
		if err := row.Scan(&set, &c.Entity, &c.ID, &c.Label, &c.ProgramID, &c.Field, &before, &after); err != nil {
			return c, err
		}
		c.Before, c.After = json.RawMessage(before), json.RawMessage(after)
		posting = posting && set == from.set && c.Entity == portfolio.EntityProgram && slices.Contains(declaredFields, c.Field)
		if posting {
			c.Entity = ""
		}
		return c, nil
	}
	rows, err := collect(ctx, db.reader, scan, `SELECT s.id, c.entity, c.record_id, c.label, c.program_id, c.field, c.before, c.after
		FROM changes c JOIN change_sets s ON s.id = c.change_set_id
		WHERE c.program_id = ?1 AND s.state = 'applied' AND s.reverts IS NULL AND s.as_of > ?4 AND (s.id > ?2 OR s.id = ?2 AND c.seq > ?3)
		ORDER BY s.id, c.seq`, programID, from.set, from.seq, from.later)
	return slices.DeleteFunc(rows, func(c portfolio.Change) bool { return c.Entity == "" }), err
}

// tell sorts changes of a program and its records into what an update says of them.
func tell(digest *portfolio.UpdateDigest, p portfolio.Program, changes []portfolio.Change) error {
	for _, c := range changes {
		switch c.Entity {
		case portfolio.EntityProgram:
			if slices.Contains(toldFields, c.Field) {
				digest.Fields = append(digest.Fields, c)
			}
		case portfolio.EntityMilestone:
			i := slices.IndexFunc(p.Milestones, func(m portfolio.Milestone) bool { return m.ID == c.ID })
			if i < 0 {
				continue
			}
			if event, ok := milestoneEvent(p.Milestones[i], c); ok {
				digest.Milestones = append(digest.Milestones, event)
			}
		case portfolio.EntityRisk:
			i := slices.IndexFunc(p.Risks, func(r portfolio.Risk) bool { return r.ID == c.ID })
			if i < 0 {
				continue
			}
			what, err := riskChange(c)
			if err != nil {
				return err
			}
			if what != "" {
				digest.Risks = append(digest.Risks, portfolio.RiskEvent{ID: c.ID, Title: p.Risks[i].Title, What: what, Severity: p.Risks[i].Severity})
			}
		}
	}
	slices.SortStableFunc(digest.Fields, func(a, b portfolio.Change) int {
		return cmp.Compare(slices.Index(toldFields, a.Field), slices.Index(toldFields, b.Field))
	})
	return nil
}

// milestoneEvent reads the change of one field of a milestone, as it stands now, as an event.
func milestoneEvent(m portfolio.Milestone, c portfolio.Change) (portfolio.MilestoneEvent, bool) {
	event := portfolio.MilestoneEvent{ID: m.ID, Name: m.Name}
	switch {
	case c.Field == "completed_date" && sameJSON(c.Before, nil) && m.CompletedDate != "":
		event.What, event.Day = portfolio.MilestoneWasDone, m.CompletedDate
	case c.Field == "status" && m.Status == portfolio.MilestoneMissed:
		event.What, event.Day = portfolio.MilestoneWasMissed, m.DueDate
	case c.Field == "due_date":
		var before portfolio.Date
		if json.Unmarshal(c.Before, &before) != nil || before == "" || m.DueDate == "" {
			return event, false
		}
		event.What, event.Day, event.Slip = portfolio.MilestoneWasMoved, m.DueDate, before.DaysUntil(m.DueDate)
	default:
		return event, false
	}
	return event, true
}

// riskChange reads the creation of a risk or the change of its status as an event; "" for what is none.
func riskChange(c portfolio.Change) (portfolio.RiskChange, error) {
	var before, after portfolio.RiskStatus
	switch {
	case c.Field == "status":
		if err := errors.Join(json.Unmarshal(c.Before, &before), json.Unmarshal(c.After, &after)); err != nil {
			return "", fmt.Errorf("read the status of a risk: %w", err)
		}
	case c.Field == portfolio.WholeRecord && sameJSON(c.Before, nil):
		var risk portfolio.Risk
		if err := json.Unmarshal(c.After, &risk); err != nil {
			return "", fmt.Errorf("read a new risk: %w", err)
		}
		after = risk.Status
	}
	switch {
	case after == portfolio.RiskClosed:
		return portfolio.RiskWasClosed, nil
	case after == portfolio.RiskAccepted:
		return portfolio.RiskWasAccepted, nil
	case after.Open() && !before.Open():
		return portfolio.RiskWasOpened, nil
	}
	return "", nil
}
