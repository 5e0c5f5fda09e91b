package store

import (
	"context"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Groups counts the records of a query by a field of theirs or of their program, the largest group first; by a word of
// the vocabulary in its order. By "" it gives one group over all of them. A program counts once in each objective.
func (db *DB) Groups(ctx context.Context, q portfolio.Query, by portfolio.Field) ([]portfolio.Group, error) {
	c, err := compile(q)
	if err != nil {
		return nil, err
	}
	value, order, from := "''", "1", sources[q.Of].from
	if by != "" {
		info, ok := by.Info()
		if !ok || info.Of != q.Of && info.Of != portfolio.EntityProgram {
			return nil, portfolio.Invalidf("%q cannot be grouped by.", string(by))
		}
		alias := c.alias(info.Of)
		value, order = "coalesce("+groupExpression(info, alias)+", '')", "2 DESC, 1"
		switch info.Kind {
		case portfolio.KindWord:
			order = "value = '', " + wordRank(info, "value")
		case portfolio.KindList:
			from += fmt.Sprintf(" LEFT JOIN program_objectives po ON po.program_id = %s.id LEFT JOIN objectives o ON o.id = po.objective_id", alias)
		case portfolio.KindDate, portfolio.KindNumber:
			order = "value = '', value"
		case portfolio.KindText:
			order = "count(*) DESC, value COLLATE NOCASE"
		}
	}
	progress := "NULL"
	if q.Of == portfolio.EntityProgram {
		progress = "x.progress"
	}
	query := fmt.Sprintf("SELECT %s AS value, count(*), avg(%s), count(%s) FROM %s%s", value, progress, progress, from, c.clause())
	if by != "" {
		query += " GROUP BY value ORDER BY " + order
	}
	scan := func(row scanner) (g portfolio.Group, err error) {
		return g, row.Scan(&g.Value, &g.Count, &g.Average, &g.Reported)
	}
	return collect(ctx, db.reader, scan, query, c.args...)
}

// groupExpression is the SQL of a field to group by.
func groupExpression(info portfolio.FieldInfo, alias string) string {
	if info.Kind == portfolio.KindList {
		return "o.name"
	}
	return expression(info, alias)
}

// wordRank is the place of a word in its vocabulary as SQL.
func wordRank(info portfolio.FieldInfo, column string) string {
	var b strings.Builder
	b.WriteString("CASE " + column)
	for i, w := range info.Words {
		fmt.Fprintf(&b, " WHEN '%s' THEN %d", w, i)
	}
	b.WriteString(" END")
	return b.String()
}

// Facets lists the fields that people filter by with the values that occur under the query; the condition on a field
// itself is left out of its own facet, so that a picker shows what else could be picked.
func (db *DB) Facets(ctx context.Context, q portfolio.Query) ([]portfolio.Facet, error) {
	facets := []portfolio.Facet{}
	for _, info := range portfolio.Fields {
		if info.Of != portfolio.EntityProgram || !info.Groups {
			continue
		}
		others := q
		others.Where = nil
		for _, condition := range q.Where {
			if condition.Field != info.Field {
				others.Where = append(others.Where, condition)
			}
		}
		groups, err := db.Groups(ctx, others, info.Field)
		if err != nil {
			return nil, err
		}
		facets = append(facets, portfolio.Facet{Field: info.Field, Groups: groups})
	}
	return facets, nil
}

// Names lists every program, risk, milestone and objective by name.
func (db *DB) Names(ctx context.Context) ([]portfolio.Named, error) {
	scan := func(row scanner) (n portfolio.Named, err error) {
		return n, row.Scan(&n.Entity, &n.ID, &n.Name, &n.ProgramID)
	}
	return collect(ctx, db.reader, scan, `
		SELECT 'program', id, name, id FROM programs WHERE archived_at IS NULL
		UNION ALL SELECT 'risk', r.id, r.title, p.id FROM risks r JOIN programs p ON p.id = r.program_id WHERE p.archived_at IS NULL
		UNION ALL SELECT 'milestone', m.id, m.name, p.id FROM milestones m JOIN programs p ON p.id = m.program_id WHERE p.archived_at IS NULL
		UNION ALL SELECT 'objective', id, name, '' FROM objectives`)
}
