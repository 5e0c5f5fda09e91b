package bench

import (
	"context"
	"fmt"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// wanted is how many times the time of the reference a list and one program may take.
const wanted = 2

// work is something that the window asks of the store, with the SQL that a person would write for the same result. Both
// give a number of records, and they must agree; of the reference it is the number of rows of the first statement.
type work struct {
	name      string
	wanted    float64 // 0 is none
	ours      func(ctx context.Context, db *store.DB) (int, error)
	reference []statement
	write     bool
}

// listed are the columns of a row in the list of programs.
const listed = `x.id, x.external_id, x.name, x.description, x.status, x.owner, x.team, x.product_line, x.pipeline_stage, x.start_date, x.launch_date,
	x.progress, x.last_update, x.created_at, x.updated_at, x.archived_at, x.revision, x.open_risks, x.open_high_risks, x.milestones_done, x.milestones_total,
	x.next_milestone, x.assessed, x.assessed_reasons, (SELECT json_group_array(o.name) FROM program_objectives po JOIN objectives o ON o.id = po.objective_id
		WHERE po.program_id = x.id)`

// list is the first page of the programs that a query finds, with their total. The reference finds the rows of the page
// first, on an index where one serves, and reads them then.
func list(name string, q portfolio.Query, where, order string, args ...any) work {
	from := " FROM programs x WHERE x.archived_at IS NULL" + where
	return work{
		name: name, wanted: wanted,
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			page, err := db.Programs(ctx, q)
			return len(page.Rows), err
		},
		reference: []statement{
			{"WITH page AS MATERIALIZED (SELECT x.key" + from + " ORDER BY " + order + " LIMIT 100) SELECT " + listed +
				" FROM page JOIN programs x ON x.key = page.key ORDER BY " + order, args},
			{"SELECT count(*)" + from, args},
		},
	}
}

// afterRow is the page after the program id in the list by name. Its cursor is written here as the store writes it, because
// leafing to it would take longer than everything else.
func afterRow(id string) work {
	var q portfolio.Query
	w := list("list: a page in the middle", portfolio.Query{}, " AND (x.name_key, x.id) > (SELECT name_key, id FROM programs WHERE id = ?)", "x.name_key, x.id", id)
	w.reference = w.reference[:1] // the total is that of the first page
	w.ours = func(ctx context.Context, db *store.DB) (int, error) {
		if q.After == "" {
			d, err := db.Program(ctx, id)
			if err != nil {
				return 0, err
			}
			q.After = fmt.Sprintf(`{"keys": [%q, %q], "total": 1}`, portfolio.Fold(d.Program.Name), id)
		}
		page, err := db.Programs(ctx, q)
		return len(page.Rows), err
	}
	return w
}

func is(field portfolio.Field, value string) []portfolio.Condition {
	return []portfolio.Condition{{Field: field, Op: portfolio.OpIs, Values: []string{value}}}
}

func by(field portfolio.Field, desc bool) []portfolio.Order {
	return []portfolio.Order{{Field: field, Desc: desc}, {Field: portfolio.FieldName}}
}

// matching are the programs whose text holds the words, the last one as a prefix.
const matching = ` AND x.key IN (SELECT rowid FROM programs_search WHERE programs_search MATCH ?)`

// ranked is the order of the vocabulary.
const ranked = `CASE x.status WHEN 'Off Track' THEN 0 WHEN 'At Risk' THEN 1 WHEN 'On Track' THEN 2 WHEN 'Completed' THEN 3 END NULLS LAST, x.name_key, x.id`

// works are measured on a portfolio of n programs.
func works(n int) []work {
	id := programID(n / 2)
	return []work{
		list("list: first page by name", portfolio.Query{}, "", "x.name_key, x.id"),
		afterRow(id),
		list("list: one status", portfolio.Query{Where: is(portfolio.FieldStatus, "Off Track")}, " AND x.status = ?", "x.name_key, x.id", "Off Track"),
		list("list: one owner", portfolio.Query{Where: is(portfolio.FieldOwner, "maria lopez")}, " AND nullif(x.owner, '') = ? COLLATE NOCASE", "x.name_key, x.id", "maria lopez"),
		list("list: by launch date", portfolio.Query{Sort: by(portfolio.FieldLaunchDate, false)}, "", "x.launch_date NULLS LAST, x.name_key, x.id"),
		list("list: by launch date, latest first", portfolio.Query{Sort: by(portfolio.FieldLaunchDate, true)}, "", "x.launch_date DESC, x.name_key, x.id"),
		list("list: by status", portfolio.Query{Sort: by(portfolio.FieldStatus, false)}, "", ranked),
		list("list: by progress", portfolio.Query{Sort: by(portfolio.FieldProgress, false)}, "", "x.progress NULLS LAST, x.name_key, x.id"),
		list("search: warehouse robo, by name", portfolio.Query{Text: "warehouse robo"}, matching, "x.name_key, x.id", `"warehouse" "robo"*`),
		list("search: wa, by name", portfolio.Query{Text: "wa"}, matching, "x.name_key, x.id", `"wa"*`),
		program(id),
		groups("figures: programs by status", portfolio.FieldStatus, "x.status"),
		groups("figures: programs by stage", portfolio.FieldStage, "x.pipeline_stage"),
		groups("figures: programs by owner", portfolio.FieldOwner, "x.owner COLLATE NOCASE"),
		facets(),
		names(),
		edit(id),
	}
}

// program is the page of one program, with all that hangs on it.
func program(id string) work {
	of := func(query string) statement { return statement{query, []any{id}} }
	return work{
		name: "one program with all that hangs on it", wanted: wanted,
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			d, err := db.Program(ctx, id)
			return len(d.Program.Risks), err
		},
		reference: []statement{
			of(`SELECT * FROM risks WHERE program_id = ? ORDER BY title_key, id`),
			of(`SELECT ` + listed + ` FROM programs x WHERE x.id = ?`),
			of(`SELECT * FROM milestones WHERE program_id = ? ORDER BY due_date NULLS LAST, name_key, id`),
			of(`SELECT * FROM status_updates WHERE program_id = ? ORDER BY date DESC, key DESC`),
			of(`SELECT * FROM dependencies WHERE from_id = ?1 OR to_id = ?1 ORDER BY id`),
		},
	}
}

// grouped counts programs by an expression, with the mean of their progress.
func grouped(expression, join string) statement {
	return statement{SQL: fmt.Sprintf(`SELECT %s, count(*), avg(x.progress), count(x.progress) FROM programs x%s
		WHERE x.archived_at IS NULL GROUP BY 1 ORDER BY 2 DESC`, expression, join)}
}

// groups counts programs by a field.
func groups(name string, field portfolio.Field, expression string) work {
	return work{
		name: name,
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			groups, err := db.Groups(ctx, portfolio.Query{Of: portfolio.EntityProgram}, field)
			return len(groups), err
		},
		reference: []statement{grouped(expression, "")},
	}
}

// facets are the values that the filters of the list offer.
func facets() work {
	w := work{
		name: "filters: the values of every field",
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			facets, err := db.Facets(ctx, portfolio.Query{Of: portfolio.EntityProgram})
			return len(facets[0].Groups), err
		},
	}
	for _, column := range []string{"status", "pipeline_stage", "owner COLLATE NOCASE", "team COLLATE NOCASE", "product_line COLLATE NOCASE", "assessed"} {
		w.reference = append(w.reference, grouped("x."+column, ""))
	}
	w.reference = append(w.reference, grouped("o.name", ` LEFT JOIN program_objectives po ON po.program_id = x.id LEFT JOIN objectives o ON o.id = po.objective_id`))
	return w
}

// names is what questions are understood with.
func names() work {
	return work{
		name: "every name, for questions",
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			names, err := db.Names(ctx)
			return len(names), err
		},
		reference: []statement{{SQL: `SELECT 'program', id, name, id FROM programs UNION ALL SELECT 'risk', id, title, program_id FROM risks
			UNION ALL SELECT 'milestone', id, name, program_id FROM milestones UNION ALL SELECT 'objective', id, name, '' FROM objectives`}},
	}
}

// edit changes one field of a program through the change log, and assesses it. The reference writes the same rows, but
// leaves the assessment as it is.
func edit(id string) work {
	return work{
		name: "one edit, logged and assessed", write: true,
		ours: func(ctx context.Context, db *store.DB) (int, error) {
			d, err := db.Program(ctx, id)
			if err != nil {
				return 0, err
			}
			progress := 1
			if d.Program.Progress != nil {
				progress = (*d.Program.Progress + 1) % 101
			}
			d.Program.Progress = &progress
			_, err = db.SaveProgram(ctx, store.Write{Actor: portfolio.ByPerson, Why: "measure"}, d.Program)
			return 1, err
		},
		reference: []statement{
			{`SELECT ` + listed + ` FROM programs x WHERE x.id = ?`, []any{id}},
			{SQL: `INSERT INTO change_sets (actor, why, written_at, as_of) VALUES ('person', 'measure', 1, '2026-01-01')`},
			{`INSERT INTO changes (change_set_id, seq, entity, record_id, label, program_id, field, before, after, revision_before, updated_before)
				SELECT (SELECT max(id) FROM change_sets), 1, 'program', id, name, id, 'progress', coalesce(progress, 'null'), (coalesce(progress, 0) + 1) % 101,
				revision, updated_at FROM programs WHERE id = ?`, []any{id}},
			{`UPDATE programs SET progress = (coalesce(progress, 0) + 1) % 101, updated_at = updated_at + 1, revision = (SELECT max(id) FROM change_sets)
				WHERE id = ?`, []any{id}},
			{`SELECT ` + listed + ` FROM programs x WHERE x.id = ?`, []any{id}},
		},
	}
}
