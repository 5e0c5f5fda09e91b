package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Slips says how far the milestones landed from their baseline that were completed up to a day. The database counts them, in
// one pass, so that a large portfolio is no long list.
func (db *DB) Slips(ctx context.Context, until portfolio.Date) (h portfolio.SlipHistory, err error) {
	type slip struct {
		days  *int // nil without a baseline
		count int
	}
	scan := func(row scanner) (s slip, err error) { return s, row.Scan(&s.days, &s.count) }
	slips, err := collect(ctx, &db.lists, scan, `SELECT CAST(julianday(x.completed_date) - julianday(x.baseline_date) AS INTEGER) AS days, count(*)
		FROM milestones x WHERE x.completed_date <= ? AND x.program_id NOT IN (SELECT id FROM programs WHERE archived_at IS NOT NULL)
		GROUP BY days ORDER BY days`, until)
	if err != nil {
		return h, fmt.Errorf("count the slips of milestones: %w", err)
	}
	for _, s := range slips {
		if s.days == nil {
			h.Unmeasured = s.count
			continue
		}
		h.Slips = append(h.Slips, portfolio.SlipCount{Days: *s.days, Count: s.count})
	}
	return h, nil
}

// Dependencies lists dependencies with the launches of their programs, by the names of these: what is waited for, then what
// waits. Those of archived programs are left out.
func (db *DB) Dependencies(ctx context.Context, around portfolio.Around) ([]portfolio.DependencyRow, error) {
	ids, err := json.Marshal(around.Programs)
	if err != nil {
		return nil, fmt.Errorf("list programs: %w", err)
	}
	with, where, args := "", []string{"f.archived_at IS NULL", "t.archived_at IS NULL"}, []any{string(ids)}
	switch {
	case len(around.Programs) == 0:
		args = nil
	case around.Onward:
		with = `WITH RECURSIVE around(id) AS (SELECT value FROM json_each(?) UNION SELECT to_id FROM dependencies JOIN around ON from_id = around.id) `
		where = append(where, "x.from_id IN (SELECT id FROM around)")
	default:
		with = `WITH around(id) AS (SELECT value FROM json_each(?)) `
		where = append(where, "(x.from_id IN (SELECT id FROM around) OR x.to_id IN (SELECT id FROM around))")
	}
	scan := func(row scanner) (d portfolio.DependencyRow, err error) {
		err = row.Scan(&d.ID, &d.From, &d.To, &d.Note, &d.CreatedAt, &d.UpdatedAt, &d.Revision,
			&d.First.Name, &d.First.Status, &d.First.Date, &d.Then.Name, &d.Then.Status, &d.Then.Date)
		d.First.ID, d.Then.ID = d.From, d.To
		return d, err
	}
	list, err := collect(ctx, &db.lists, scan, with+`SELECT x.id, x.from_id, x.to_id, x.note, x.created_at, x.updated_at, x.revision,
		f.name, coalesce(f.status, ''), coalesce(f.launch_date, ''), t.name, coalesce(t.status, ''), coalesce(t.launch_date, '')
		FROM dependencies x JOIN programs f ON f.id = x.from_id JOIN programs t ON t.id = x.to_id
		WHERE `+strings.Join(where, " AND ")+` ORDER BY f.name_key, t.name_key, x.id`, args...)
	if err != nil {
		return nil, fmt.Errorf("list dependencies: %w", err)
	}
	return list, nil
}
