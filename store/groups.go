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
	c, err := compile(db.dated(q))
	if err != nil {
		return nil, err
	}
	in := grouping{key: "''", value: "member", order: "1", from: sources[q.Of].from}
	if by != "" {
		info, ok := by.Info()
		if !ok || info.Of != q.Of && info.Of != portfolio.EntityProgram {
			return nil, portfolio.Invalidf("%q cannot be grouped by.", string(by))
		}
		in.of(info, c.alias(info.Of), c.expression(info, c.alias(info.Of)))
	}
	progress := "NULL"
	if q.Of == portfolio.EntityProgram {
		progress = "x.progress"
	}
	grouped := fmt.Sprintf("SELECT %s AS member, count(*) AS records, avg(%s) AS average, count(%s) AS reported FROM %s%s",
		in.key, progress, progress, in.from, c.clause())
	if by != "" {
		grouped += " GROUP BY 1"
	}
	scan := func(row scanner) (g portfolio.Group, err error) {
		return g, row.Scan(&g.Value, &g.Count, &g.Average, &g.Reported)
	}
	return collect(ctx, &db.lists, scan, "SELECT "+in.value+" AS value, records, average, reported FROM ("+grouped+") ORDER BY "+in.order, c.args...)
}

// grouping is the SQL to group by a field. Records are grouped by what an index may hold; only groups are named and sorted.
type grouping struct {
	key   string // what the records are grouped by
	from  string // where it is found
	value string // what a key stands for; '' is not reported
	order string // of the groups
}

// of groups by a field of the table alias, which reads as an expression.
func (in *grouping) of(info portfolio.FieldInfo, alias, expression string) {
	in.key, in.value, in.order = expression, "coalesce(member, '')", "records DESC, value"
	switch info.Kind {
	case portfolio.KindWord:
		in.order = "value = '', " + wordRank(info, "member")
	case portfolio.KindList:
		in.key, in.value = "po.objective_id", "coalesce((SELECT o.name FROM objectives o WHERE o.id = member), '')"
		in.from += fmt.Sprintf(" LEFT JOIN program_objectives po ON po.program_id = %s.id", alias)
	case portfolio.KindDate, portfolio.KindNumber:
		in.order = "value = '', value"
	case portfolio.KindText:
		in.order = "records DESC, value COLLATE NOCASE"
	}
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

// nameQueries read the names of each kind of record, with the program that it belongs to. Almost no program is archived, so that
// what belongs to one is left out faster than what belongs to another is looked up.
var nameQueries = []struct {
	of    portfolio.Entity
	query string
}{
	{portfolio.EntityProgram, `SELECT id, name, id FROM programs WHERE archived_at IS NULL`},
	{portfolio.EntityRisk, `SELECT id, title, program_id FROM risks WHERE program_id NOT IN (SELECT id FROM programs WHERE archived_at IS NOT NULL)`},
	{portfolio.EntityMilestone, `SELECT id, name, program_id FROM milestones WHERE program_id NOT IN (SELECT id FROM programs WHERE archived_at IS NOT NULL)`},
	{portfolio.EntityObjective, `SELECT id, name, '' FROM objectives`},
}

// Names lists every program, risk, milestone and objective by name.
func (db *DB) Names(ctx context.Context) ([]portfolio.Named, error) {
	out := []portfolio.Named{}
	for _, kind := range nameQueries {
		n := portfolio.Named{Entity: kind.of}
		scan := func(row scanner) (portfolio.Named, error) { return n, row.Scan(&n.ID, &n.Name, &n.ProgramID) }
		some, err := collect(ctx, db.reader, scan, kind.query)
		if err != nil {
			return nil, fmt.Errorf("list the names of %ss: %w", kind.of.Words(), err)
		}
		out = append(out, some...)
	}
	return out, nil
}
