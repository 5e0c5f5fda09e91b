package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// assessedOn is the setting that holds for which day health is stored, and by which edition of the rules: "2026-02-02/1".
const assessedOn = "assessed_on"

// assessment is what assessedOn says for a day.
func assessment(day portfolio.Date) string {
	return fmt.Sprintf("%s/%d", day, portfolio.HealthEdition)
}

// assessedAtOnce bounds how many programs are read together for an assessment.
const assessedAtOnce = 500

// Reassess brings the stored health of all programs to the day of the clock, where it is of another one. Of a later day
// only the programs are looked at whose health may change by then. It does not touch the change log.
func (db *DB) Reassess(ctx context.Context) error {
	today := db.Today()
	kept, err := db.Setting(ctx, assessedOn)
	if err != nil || kept == assessment(today) {
		return err
	}
	t, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("begin to assess: %w", err))
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	if err := reassess(ctx, t, dayAssessed(kept), today); err != nil {
		return db.wrote(ctx, fmt.Errorf("assess the portfolio: %w", err))
	}
	if err := t.Commit(); err != nil {
		return db.wrote(ctx, fmt.Errorf("commit: %w", err))
	}
	db.announce(Changed{Entities: []portfolio.Entity{portfolio.EntityProgram}})
	return nil
}

// reassess assesses the programs whose health may differ between two days; a zero before stands for none.
func reassess(ctx context.Context, t *sql.Tx, before, today portfolio.Date) error {
	query, args := `SELECT id FROM programs`, []any{}
	if before != "" && before < today {
		query, args = query+` WHERE assessed_until <= ?`, []any{today}
	}
	ids, err := collect(ctx, t, scanText, query, args...)
	if err != nil {
		return err
	}
	if err := assess(ctx, t, ids, today); err != nil {
		return err
	}
	_, err = t.ExecContext(ctx, `INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`, assessedOn, assessment(today))
	return err
}

// assessTouched stores the health of the programs that a change set touched, in its transaction. Where the stored health is
// of another day, as after midnight or with a clock that was set back, that of all programs is brought to the day: two days in
// one file would not be told from each other later.
func (t *tx) assessTouched(today portfolio.Date) error {
	kept, err := scalar[string](t.ctx, t, `SELECT coalesce((SELECT value FROM settings WHERE name = ?), '')`, assessedOn)
	if err != nil {
		return err
	}
	if kept != assessment(today) {
		if err := reassess(t.ctx, t.Tx, dayAssessed(kept), today); err != nil {
			return err
		}
		t.touch(portfolio.EntityProgram)
	}
	return assess(t.ctx, t, slices.Sorted(maps.Keys(t.programs)), today)
}

// dayAssessed gives the day that assessedOn tells of, none where it was by other rules.
func dayAssessed(kept string) portfolio.Date {
	day, _, _ := strings.Cut(kept, "/")
	if kept != assessment(portfolio.Date(day)) {
		return ""
	}
	return portfolio.Date(day)
}

// writing is a transaction to read from and write to.
type writing interface {
	querier
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// assess computes the health of programs on a day and stores what differs. An id of a program that is gone is passed over.
func assess(ctx context.Context, t writing, ids []string, today portfolio.Date) error {
	for some := range slices.Chunk(ids, assessedAtOnce) {
		list, err := json.Marshal(some)
		if err != nil {
			return fmt.Errorf("list programs: %w", err)
		}
		judged, err := factsOf(ctx, t, string(list))
		if err != nil {
			return fmt.Errorf("read the facts of programs: %w", err)
		}
		for _, p := range judged {
			if err := storeHealth(ctx, t, p, portfolio.Assess(p.Program, today)); err != nil {
				return err
			}
		}
	}
	return nil
}

// assessed is a program with the facts that its assessment reads, and what is stored of it.
type assessed struct {
	portfolio.Program
	status, reasons, until string
}

// factsOf reads programs, of a JSON array of ids, with their risks and milestones.
func factsOf(ctx context.Context, q querier, ids string) ([]*assessed, error) {
	scan := func(row scanner) (*assessed, error) {
		a := &assessed{}
		return a, row.Scan(&a.ID, &a.Status, &a.StartDate, &a.LaunchDate, &a.Progress, &a.LastUpdate, &a.status, &a.reasons, &a.until)
	}
	const of = ` WHERE x.program_id IN (SELECT value FROM json_each(?)) ORDER BY x.program_id, x.id`
	list, err := collect(ctx, q, scan, `SELECT x.id, coalesce(x.status, ''), coalesce(x.start_date, ''), coalesce(x.launch_date, ''), x.progress,
		coalesce(x.last_update, ''), coalesce(x.assessed, ''), x.assessed_reasons, coalesce(x.assessed_until, '')
		FROM programs x WHERE x.id IN (SELECT value FROM json_each(?))`, ids)
	if err != nil {
		return nil, err
	}
	byID := make(map[string]*assessed, len(list))
	for _, a := range list {
		byID[a.ID] = a
	}
	risks, err := collect(ctx, q, scanRisk, selectRisk+of, ids)
	if err != nil {
		return nil, err
	}
	for _, r := range risks {
		byID[r.ProgramID].Risks = append(byID[r.ProgramID].Risks, r)
	}
	milestones, err := collect(ctx, q, scanMilestone, selectMilestone+of, ids)
	for _, m := range milestones {
		byID[m.ProgramID].Milestones = append(byID[m.ProgramID].Milestones, m)
	}
	return list, err
}

// bornColumns is how many columns bornHealth fills.
const bornColumns = 3

// bornHealth gives the columns that hold the health of a new program, as the facts in it alone have it: most programs of a
// large import have nothing else, and need not be written a second time. What risks and milestones say comes at the end of
// the change set.
func bornHealth(record fields, today portfolio.Date) ([]any, error) {
	p := portfolio.Program{
		Status: portfolio.Status(record.text("status")), StartDate: portfolio.Date(record.text("start_date")),
		LaunchDate: portfolio.Date(record.text("launch_date")), LastUpdate: portfolio.Date(record.text("last_update")),
	}
	if percent, err := strconv.Atoi(string(record["progress"])); err == nil {
		p.Progress = &percent
	}
	h := portfolio.Assess(p, today)
	reasons, err := json.Marshal(h.Reasons)
	if err != nil {
		return nil, fmt.Errorf("keep the reasons of an assessment: %w", err)
	}
	return []any{orNothing(string(h.Assessed)), string(reasons), orNothing(string(h.Until))}, nil
}

// orNothing gives NULL for a word or a day that is not reported.
func orNothing(text string) sql.NullString { return sql.NullString{String: text, Valid: text != ""} }

// storeHealth writes the health of a program where it differs from what is stored.
func storeHealth(ctx context.Context, t writing, p *assessed, h portfolio.Health) error {
	reasons, err := json.Marshal(h.Reasons)
	if err != nil {
		return fmt.Errorf("keep the reasons of an assessment: %w", err)
	}
	if p.status == string(h.Assessed) && p.reasons == string(reasons) && p.until == string(h.Until) {
		return nil
	}
	_, err = t.ExecContext(ctx, `UPDATE programs SET assessed = nullif(?, ''), assessed_reasons = ?, assessed_until = nullif(?, '') WHERE id = ?`,
		string(h.Assessed), string(reasons), string(h.Until), p.ID)
	if err != nil {
		return fmt.Errorf("keep an assessment: %w", err)
	}
	return nil
}

// storedHealth reads the health of one program.
func storedHealth(ctx context.Context, q querier, id string) (h portfolio.Health, err error) {
	var reasons string
	if err := q.QueryRowContext(ctx, `SELECT coalesce(assessed, ''), assessed_reasons FROM programs WHERE id = ?`, id).Scan(&h.Assessed, &reasons); err != nil {
		return h, fmt.Errorf("read the health of a program: %w", err)
	}
	return h, json.Unmarshal([]byte(reasons), &h.Reasons)
}
