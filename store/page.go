package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	jsonv2 "github.com/go-json-experiment/json"

	"portfolio-ai/store/portfolio"
)

// page reads one page of a query. columns are read of x (and p) in the outer query only, so that the database does not
// compute them for rows that the page leaves out; targets says where they go.
func page[R any](ctx context.Context, db *DB, q portfolio.Query, columns string, targets func(*R) []any) (rows []R, next string, total int, err error) {
	c, err := compile(db.dated(q))
	if err != nil {
		return nil, "", 0, err
	}
	from, keys := sources[q.Of].from, sortKeys(q, c)
	var at cursor
	if q.After == "" {
		err = db.lists.QueryRowContext(ctx, "SELECT count(*) FROM "+from+c.clause(), c.args...).Scan(&at.Total)
		if err != nil {
			return nil, "", 0, fmt.Errorf("count %ss: %w", q.Of.Words(), err)
		}
	} else {
		if at, err = readCursor(q.After, len(keys)); err != nil {
			return nil, "", 0, err
		}
		c.after(keys, at.Keys)
	}
	limit := q.Limit
	if limit == 0 {
		limit = portfolio.DefaultPage
	}
	var record R // every row is read into this one, and copied
	into, values := targets(&record), make([]any, len(keys))
	for i := range values {
		into = append(into, &values[i])
	}
	read := 0
	scan := func(row scanner) (R, error) {
		err := row.Scan(into...)
		if read++; read == limit {
			at.Keys = slices.Clone(values)
		}
		return record, err
	}
	most := min(limit+1, max(at.Total, 0))
	if rows, err = collectUpTo(ctx, most, &db.lists, scan, pageSQL(from, c.clause(), columns, keys, limit+1), c.args...); err != nil {
		return nil, "", 0, fmt.Errorf("list %ss: %w", q.Of.Words(), err)
	}
	if len(rows) > limit {
		rows = rows[:limit]
		next, err = at.text()
	}
	return rows, next, at.Total, err
}

// dated gives the query with its day: the clock's where it says none.
func (db *DB) dated(q portfolio.Query) portfolio.Query {
	q.Today = cmp.Or(q.Today, db.Today())
	return q
}

// pageSQL finds the rows of a page first and then reads them, each followed by its sort keys.
func pageSQL(from, where, columns string, keys []sortKey, limit int) string {
	var picked, order, marks []string
	for i, key := range keys {
		name := fmt.Sprintf("k%d", i)
		picked = append(picked, key.sql+" AS "+name)
		order = append(order, key.by(name))
		marks = append(marks, "w."+name)
	}
	by := strings.Join(order, ", ")
	return fmt.Sprintf("WITH w AS MATERIALIZED (SELECT x.key AS row, %s FROM %s%s ORDER BY %s LIMIT %d) SELECT %s, %s FROM w CROSS JOIN %s WHERE x.key = w.row ORDER BY %s",
		strings.Join(picked, ", "), from, where, by, limit, columns, strings.Join(marks, ", "), from, by)
}

// Programs reads a page of programs. The children of a program are left out.
func (db *DB) Programs(ctx context.Context, q portfolio.Query) (p portfolio.ProgramPage, err error) {
	q.Of = portfolio.EntityProgram
	type row struct {
		portfolio.ProgramRow
		reasons string
	}
	const columns = programColumns + `, x.open_risks, x.open_high_risks, x.milestones_done, x.milestones_total, coalesce(x.next_milestone, ''),
		coalesce(x.assessed, ''), x.assessed_reasons`
	rows, next, total, err := page(ctx, db, q, columns, func(r *row) []any {
		return append(programTargets(&r.Program), &r.OpenRisks, &r.OpenHighRisks, &r.MilestonesDone, &r.MilestonesTotal, &r.NextMilestone,
			&r.Health.Assessed, &r.reasons)
	})
	if err != nil {
		return p, err
	}
	p = portfolio.ProgramPage{Rows: make([]portfolio.ProgramRow, len(rows)), Next: next, Total: total}
	reasons, byID := make([]string, len(rows)), make(map[string]*portfolio.Program, len(rows))
	for i, r := range rows {
		r.Risks, r.Milestones, r.StrategicObjectives = []portfolio.Risk{}, []portfolio.Milestone{}, []string{}
		p.Rows[i], reasons[i] = r.ProgramRow, r.reasons
		byID[r.ID] = &p.Rows[i].Program
	}
	// One array of arrays takes less time than a hundred arrays, and half of it with what is to become encoding/json/v2.
	all := make([][]portfolio.Reason, 0, len(rows))
	if err := jsonv2.Unmarshal([]byte("["+strings.Join(reasons, ",")+"]"), &all); err != nil {
		return p, fmt.Errorf("read the reasons of an assessment: %w", err)
	}
	for i := range p.Rows {
		p.Rows[i].Health.Reasons = all[i]
	}
	return p, readObjectives(ctx, &db.lists, byID)
}

// readObjectives fills in the names of the objectives that programs serve.
func readObjectives(ctx context.Context, q querier, programs map[string]*portfolio.Program) error {
	ids, err := json.Marshal(slices.Collect(maps.Keys(programs)))
	if err != nil {
		return fmt.Errorf("list programs: %w", err)
	}
	type served struct{ program, objective string }
	scan := func(row scanner) (s served, err error) { return s, row.Scan(&s.program, &s.objective) }
	names, err := collect(ctx, q, scan, `SELECT po.program_id, o.name FROM program_objectives po JOIN objectives o ON o.id = po.objective_id
		WHERE po.program_id IN (SELECT value FROM json_each(?)) ORDER BY o.name_key`, string(ids))
	if err != nil {
		return fmt.Errorf("list objectives: %w", err)
	}
	for _, s := range names {
		p := programs[s.program]
		p.StrategicObjectives = append(p.StrategicObjectives, s.objective)
	}
	return nil
}

// Risks reads a page of risks across programs.
func (db *DB) Risks(ctx context.Context, q portfolio.Query) (p portfolio.RiskPage, err error) {
	q.Of = portfolio.EntityRisk
	score := fmt.Sprintf(derived[portfolio.FieldRiskScore], "x")
	p.Rows, p.Next, p.Total, err = page(ctx, db, q, riskColumns+", p.name, "+score, func(r *portfolio.RiskRow) []any {
		return append(riskTargets(&r.Risk), &r.ProgramName, &r.Score)
	})
	return p, err
}

// Milestones reads a page of milestones across programs. Overdue counts from the day of the query.
func (db *DB) Milestones(ctx context.Context, q portfolio.Query) (p portfolio.MilestonePage, err error) {
	q.Of = portfolio.EntityMilestone
	today := db.dated(q).Today
	type row struct {
		portfolio.MilestoneRow
		programStatus portfolio.Status
	}
	rows, next, total, err := page(ctx, db, q, milestoneColumns+", p.name, p.owner, coalesce(p.status, '')", func(r *row) []any {
		return append(milestoneTargets(&r.Milestone), &r.ProgramName, &r.ProgramOwner, &r.programStatus)
	})
	p = portfolio.MilestonePage{Rows: make([]portfolio.MilestoneRow, len(rows)), Next: next, Total: total}
	for i, r := range rows {
		r.Overdue = r.Milestone.Overdue(portfolio.Program{Status: r.programStatus}, today)
		p.Rows[i] = r.MilestoneRow
	}
	return p, err
}
