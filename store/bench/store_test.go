package bench

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// columns are what a list of programs shows.
const columns = `id, name, status, pipeline_stage, owner, team, launch_date, progress, last_update`

// reads are the questions that the window asks, each with the SQL that a person would type for the same rows.
var reads = []struct {
	name  string
	query portfolio.Query
	plain string
	rows  int
}{
	{
		name:  "first page by name",
		plain: `SELECT ` + columns + ` FROM programs ORDER BY name_key, id LIMIT 100`, rows: 100,
	},
	{
		name:  "filter by status",
		query: portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{"Off Track"}}}},
		plain: `SELECT ` + columns + ` FROM programs WHERE status = 'Off Track' ORDER BY name_key, id LIMIT 100`, rows: 100,
	},
	{
		name:  "sort by launch date",
		query: portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldLaunchDate, Desc: true}}},
		plain: `SELECT ` + columns + ` FROM programs ORDER BY launch_date DESC, id LIMIT 100`, rows: 100,
	},
	{
		name:  "search",
		query: portfolio.Query{Text: "warehouse robo"},
		plain: `SELECT ` + columns + ` FROM programs WHERE key IN (SELECT rowid FROM programs_search WHERE programs_search MATCH 'warehouse robo*') ORDER BY name_key, id LIMIT 100`,
		rows:  100,
	},
}

func BenchmarkRead(b *testing.B) {
	db := fill(b, programs)
	raw := plain(b, db.Path())
	for _, read := range reads {
		b.Run(read.name, func(b *testing.B) {
			beside(b, func() error {
				page, err := db.Programs(b.Context(), read.query)
				return expect(len(page.Rows), read.rows, err)
			}, func() error {
				n, err := readAll(b.Context(), raw, read.plain)
				return expect(n, read.rows, err)
			})
		})
	}
	b.Run("one program", func(b *testing.B) {
		const id = "p04999"
		beside(b, func() error {
			detail, err := db.Program(b.Context(), id)
			return expect(len(detail.Program.Risks)+len(detail.Program.Milestones), risks+milestones, err)
		}, func() error {
			total := -1 // the program itself
			for _, query := range []string{
				`SELECT * FROM programs WHERE id = ?`,
				`SELECT * FROM risks WHERE program_id = ?`,
				`SELECT * FROM milestones WHERE program_id = ?`,
				`SELECT * FROM status_updates WHERE program_id = ?`,
			} {
				n, err := readAll(b.Context(), raw, query, id)
				if err != nil {
					return err
				}
				total += n
			}
			return expect(total, risks+milestones, nil)
		})
	})
}

// BenchmarkImport takes a file of a usual size into a new portfolio. The reference inserts the same programs, risks and
// milestones in one transaction: no copy before, no change log, no look at what is there already.
func BenchmarkImport(b *testing.B) {
	const size = 200
	file := incoming(size)
	var r race
	for b.Loop() {
		db := storetest.Open(b)
		raw := plain(b, storetest.Open(b).Path())
		r.round(b, func() error {
			result, err := db.Import(b.Context(), []portfolio.IncomingFile{file}, store.ImportOptions{})
			if err != nil {
				return err
			}
			return expect(result.Files[0].New, size, nil)
		}, func() error {
			return insertAll(b.Context(), raw, file)
		})
	}
	r.report(b)
}

// expect fails where a measured read did not do the work that it is measured for.
func expect(got, want int, err error) error {
	if err == nil && got != want {
		return fmt.Errorf("%d rows, want %d", got, want)
	}
	return err
}

// readAll reads every value of a query and counts the rows.
func readAll(ctx context.Context, db *sql.DB, query string, args ...any) (n int, err error) {
	rows, err := db.QueryContext(ctx, query, args...)
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	names, err := rows.Columns()
	if err != nil {
		return 0, err
	}
	values := make([]any, len(names))
	targets := make([]any, len(names))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(targets...); err != nil {
			return 0, err
		}
		n++
	}
	return n, rows.Err()
}

// insertAll inserts what a file brings, without a change log.
func insertAll(ctx context.Context, db *sql.DB, file portfolio.IncomingFile) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	for _, in := range file.Programs {
		p := in.Program
		if _, err := tx.ExecContext(ctx, `INSERT INTO programs (id, name, name_key, description, status, pipeline_stage, owner, team, launch_date, created_at, updated_at, revision)
			VALUES (?, ?, ?, ?, nullif(?, ''), nullif(?, ''), ?, ?, ?, 0, 0, 0)`,
			p.ID, p.Name, p.Name, p.Description, p.Status, p.PipelineStage, p.Owner, p.Team, p.LaunchDate); err != nil {
			return err
		}
		for _, r := range p.Risks {
			if _, err := tx.ExecContext(ctx, `INSERT INTO risks (id, program_id, title, title_key, severity, status, created_at, updated_at, revision)
				VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)`, r.ID, p.ID, r.Title, r.Title, r.Severity, r.Status); err != nil {
				return err
			}
		}
		for _, m := range p.Milestones {
			if _, err := tx.ExecContext(ctx, `INSERT INTO milestones (id, program_id, name, name_key, due_date, baseline_date, status, created_at, updated_at, revision)
				VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 0)`, m.ID, p.ID, m.Name, m.Name, m.DueDate, m.DueDate, m.Status); err != nil {
				return err
			}
		}
	}
	return tx.Commit()
}
