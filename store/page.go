package store

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// sortKey is one column of the order of a list.
type sortKey struct {
	sql  string
	desc bool
}

// sortKeys spells an order out. Each field gives two keys, not reported last and then its value; the id ends every
// order, so that it is total and a page can begin after any row.
func sortKeys(q portfolio.Query, c *compiled) []sortKey {
	order := q.Sort
	if len(order) == 0 {
		order = sources[q.Of].order
	}
	var keys []sortKey
	for _, o := range order {
		info, _ := o.Field.Info() // validated
		column := expression(info, c.alias(info.Of))
		value := column
		switch {
		case folded[o.Field] != "":
			value = c.alias(info.Of) + "." + folded[o.Field]
			keys = append(keys, sortKey{value, o.Desc}) // a name is always there
			continue
		case info.Kind == portfolio.KindWord:
			value = wordRank(info, column)
		case info.Kind == portfolio.KindText:
			value = column + " COLLATE NOCASE"
		}
		keys = append(keys, sortKey{"(" + column + " IS NULL)", false}, sortKey{value, o.Desc})
	}
	return append(keys, sortKey{"x.id", false})
}

// after adds the test that a row comes after the one that the cursor marks.
func (c *compiled) after(keys []sortKey, cursor string) error {
	values, err := cursorValues(cursor, len(keys))
	if err != nil {
		return err
	}
	var ways []string
	var args []any
	var equal []string
	var equalArgs []any
	for i, key := range keys {
		if values[i] != nil { // beyond a value that is not reported there is nothing in this key
			sign := ">"
			if key.desc {
				sign = "<"
			}
			ways = append(ways, "("+strings.Join(append(equal[:len(equal):len(equal)], key.sql+" "+sign+" ?"), " AND ")+")")
			args = append(append(args, equalArgs...), values[i])
		}
		equal = append(equal, key.sql+" IS ?")
		equalArgs = append(equalArgs, values[i])
	}
	c.and("("+strings.Join(ways, " OR ")+")", args...)
	return nil
}

// page reads one page of a query. columns are read of x (and p) in the outer query only, so that the database does not
// compute them for rows that the page leaves out; targets says where they go.
func page[R any](ctx context.Context, db *DB, q portfolio.Query, columns string, targets func(*R) []any) (rows []R, next string, total int, err error) {
	c, err := compile(q)
	if err != nil {
		return nil, "", 0, err
	}
	from := sources[q.Of].from
	if err := db.reader.QueryRowContext(ctx, "SELECT count(*) FROM "+from+c.clause(), c.args...).Scan(&total); err != nil {
		return nil, "", 0, fmt.Errorf("count %ss: %w", q.Of.Words(), err)
	}
	keys := sortKeys(q, c)
	if q.After != "" {
		if err := c.after(keys, q.After); err != nil {
			return nil, "", 0, err
		}
	}
	limit := q.Limit
	if limit == 0 {
		limit = portfolio.DefaultPage
	}
	var picked, order, marks []string
	for i, key := range keys {
		direction := ""
		if key.desc {
			direction = " DESC"
		}
		picked = append(picked, fmt.Sprintf("%s AS k%d", key.sql, i))
		order = append(order, fmt.Sprintf("k%d%s", i, direction))
		marks = append(marks, fmt.Sprintf("w.k%d", i))
	}
	by := strings.Join(order, ", ")
	query := fmt.Sprintf("WITH w AS MATERIALIZED (SELECT x.key AS row, %s FROM %s%s ORDER BY %s LIMIT %d) SELECT %s, %s FROM w CROSS JOIN %s WHERE x.key = w.row ORDER BY %s",
		strings.Join(picked, ", "), from, c.clause(), by, limit+1, columns, strings.Join(marks, ", "), from, by)
	var cursors []string
	scan := func(row scanner) (record R, err error) {
		values := make([]any, len(keys))
		into := targets(&record)
		for i := range values {
			into = append(into, &values[i])
		}
		if err := row.Scan(into...); err != nil {
			return record, err
		}
		cursor, err := cursorText(values)
		cursors = append(cursors, cursor)
		return record, err
	}
	if rows, err = collect(ctx, db.reader, scan, query, c.args...); err != nil {
		return nil, "", 0, fmt.Errorf("list %ss: %w", q.Of.Words(), err)
	}
	if len(rows) > limit {
		rows, next = rows[:limit], cursors[limit-1]
	}
	return rows, next, total, nil
}

// Programs reads a page of programs. The children of a program are left out.
func (db *DB) Programs(ctx context.Context, q portfolio.Query) (p portfolio.ProgramPage, err error) {
	q.Of = portfolio.EntityProgram
	type row struct {
		portfolio.ProgramRow
		objectives, reasons string
	}
	columns := programColumns + `,
		(SELECT count(*) FROM risks r WHERE r.program_id = x.id AND r.status IN ('Open', 'Mitigating')),
		(SELECT count(*) FROM risks r WHERE r.program_id = x.id AND r.status IN ('Open', 'Mitigating') AND r.severity = 'High'),
		(SELECT count(*) FROM milestones m WHERE m.program_id = x.id AND m.status = 'Done'),
		(SELECT count(*) FROM milestones m WHERE m.program_id = x.id),
		coalesce((SELECT min(m.due_date) FROM milestones m WHERE m.program_id = x.id AND m.completed_date IS NULL), ''),
		coalesce(x.assessed, ''), x.assessed_reasons`
	rows, next, total, err := page(ctx, db, q, columns, func(r *row) []any {
		return append(programTargets(&r.Program, &r.objectives), &r.OpenRisks, &r.OpenHighRisks, &r.MilestonesDone, &r.MilestonesTotal, &r.NextMilestone,
			&r.Health.Assessed, &r.reasons)
	})
	if err != nil {
		return p, err
	}
	p = portfolio.ProgramPage{Rows: make([]portfolio.ProgramRow, len(rows)), Next: next, Total: total}
	for i, r := range rows {
		r.Risks, r.Milestones = []portfolio.Risk{}, []portfolio.Milestone{}
		if err := json.Unmarshal([]byte(r.objectives), &r.StrategicObjectives); err != nil {
			return p, fmt.Errorf("read objectives: %w", err)
		}
		if err := json.Unmarshal([]byte(r.reasons), &r.Health.Reasons); err != nil {
			return p, fmt.Errorf("read the reasons of an assessment: %w", err)
		}
		p.Rows[i] = r.ProgramRow
	}
	return p, nil
}

// Risks reads a page of risks across programs.
func (db *DB) Risks(ctx context.Context, q portfolio.Query) (p portfolio.RiskPage, err error) {
	q.Of = portfolio.EntityRisk
	p.Rows, p.Next, p.Total, err = page(ctx, db, q, riskColumns+", p.name", func(r *portfolio.RiskRow) []any {
		return append(riskTargets(&r.Risk), &r.ProgramName)
	})
	return p, err
}

// Milestones reads a page of milestones across programs. Overdue counts from the day of the query.
func (db *DB) Milestones(ctx context.Context, q portfolio.Query) (p portfolio.MilestonePage, err error) {
	q.Of = portfolio.EntityMilestone
	today := q.Today
	if today == "" {
		today = db.Today()
	}
	type row struct {
		portfolio.MilestoneRow
		programStatus portfolio.Status
	}
	rows, next, total, err := page(ctx, db, q, milestoneColumns+", p.name, coalesce(p.status, '')", func(r *row) []any {
		return append(milestoneTargets(&r.Milestone), &r.ProgramName, &r.programStatus)
	})
	p = portfolio.MilestonePage{Rows: make([]portfolio.MilestoneRow, len(rows)), Next: next, Total: total}
	for i, r := range rows {
		r.Overdue = r.Milestone.Overdue(portfolio.Program{Status: r.programStatus}, today)
		p.Rows[i] = r.MilestoneRow
	}
	return p, err
}

// cursorText writes the place of a row in an order, and cursorValues reads it back.
func cursorText(values []any) (string, error) {
	data, err := json.Marshal(values)
	if err != nil {
		return "", fmt.Errorf("mark the end of a page: %w", err)
	}
	return string(data), nil
}

func cursorValues(text string, n int) ([]any, error) {
	var values []any
	if err := json.Unmarshal([]byte(text), &values); err != nil || len(values) != n {
		return nil, portfolio.Invalidf("This page marker belongs to another list.")
	}
	return values, nil
}
