package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"portfolio-ai/store/portfolio"
)

// checkup is a check in progress: what it reads, all at one moment, and what it found.
type checkup struct {
	*sql.Tx
	ctx    context.Context
	db     *DB
	report portfolio.CheckReport
}

// checks are all the checks of a portfolio. Each notes problems; an error means that it could not be done.
var checks = []func(*checkup) error{
	(*checkup).file, (*checkup).references, (*checkup).foldedNames, (*checkup).milestones, (*checkup).cycles, (*checkup).revisions,
	(*checkup).changeSets, (*checkup).logRows, (*checkup).records, (*checkup).lists, (*checkup).health, (*checkup).search,
}

// Check looks for anything in the file that contradicts itself: pages and indexes of SQLite, references, search
// indexes, the rules of the vocabulary, the change log, and whether the log explains every record as it stands. It
// changes nothing. An error means that the check could not be made; a damaged file is a problem in the report.
func (db *DB) Check(ctx context.Context) (portfolio.CheckReport, error) {
	return db.CheckTelling(ctx, func(int, int) {})
}

// CheckTelling is Check, and tells how many of its parts are done.
func (db *DB) CheckTelling(ctx context.Context, progress func(done, total int)) (portfolio.CheckReport, error) {
	t, err := db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return portfolio.CheckReport{}, fmt.Errorf("begin to check: %w", err)
	}
	defer func() { _ = t.Rollback() }() // nothing was written
	c := &checkup{Tx: t, ctx: ctx, db: db, report: portfolio.CheckReport{Problems: []portfolio.Problem{}}}
	for i, check := range checks {
		progress(i, len(checks))
		if err := c.done(check(c)); err != nil {
			return c.report, err
		}
	}
	if c.report.Counts, err = db.Counts(ctx); c.done(err) != nil {
		return c.report, fmt.Errorf("count the records: %w", err)
	}
	c.report.OK = len(c.report.Problems) == 0
	return c.report, nil
}

// QuickCheck asks SQLite whether the pages of the file hold, in a fraction of the time of Check. It gives the first problem, ""
// where there is none. An error means that it could not be made.
func (db *DB) QuickCheck(ctx context.Context) (string, error) {
	lines, err := collect(ctx, db.reader, scanText, `PRAGMA quick_check(1)`)
	switch {
	case portfolio.ErrorCode(fileError(db.path, err)) == portfolio.EDamaged:
		return portfolio.ErrorMessage(fileError(db.path, err)), nil
	case err != nil:
		return "", fmt.Errorf("check the file quickly: %w", err)
	case len(lines) > 0 && lines[0] != "ok":
		return lines[0], nil
	}
	return "", nil
}

// found notes a problem.
func (c *checkup) found(where, what string, args ...any) {
	c.report.Problems = append(c.report.Problems, portfolio.Problem{Where: where, What: fmt.Sprintf(what, args...)})
}

// done notes an error that says that the file is damaged as a problem, and gives back any other.
func (c *checkup) done(err error) error {
	driver, ok := errors.AsType[*sqlite.Error](err)
	// The questions are always the same: one that SQLite does not understand meets tables that are otherwise than they were made.
	if !ok || driver.Code()&0xff != sqlite3.SQLITE_CORRUPT && driver.Code()&0xff != sqlite3.SQLITE_ERROR {
		return err
	}
	damaged := portfolio.Problem{Where: "file", What: "Parts of it cannot be read, because the file is damaged."}
	if !slices.Contains(c.report.Problems, damaged) {
		c.report.Problems = append(c.report.Problems, damaged)
	}
	return nil
}

// each notes the same problem for every record of an entity of which a query gives the id.
func (c *checkup) each(entity portfolio.Entity, what, query string) error {
	ids, err := collect(c.ctx, c, scanText, query)
	if err != nil {
		return err
	}
	for _, id := range ids {
		c.found(recordOf(entity, id), "%s", what)
	}
	return nil
}

// recordOf names a record in a report.
func recordOf(entity portfolio.Entity, id string) string { return entity.Words() + " " + id }

// file asks SQLite whether pages, indexes and constraints hold. It asks the writer: of a connection that may only read,
// SQLite does not check the constraints.
func (c *checkup) file() error {
	lines, err := collect(c.ctx, c.db.writer, scanText, `PRAGMA integrity_check`)
	if err != nil {
		return fmt.Errorf("check the file: %w", err)
	}
	for _, line := range lines {
		if line != "ok" {
			c.found("file", "SQLite says: %s.", line)
		}
	}
	return nil
}

// references looks for rows that point to rows that are not there.
func (c *checkup) references() error {
	type broken struct {
		table, parent string
		row           sql.NullInt64
	}
	scan := func(row scanner) (b broken, err error) { return b, row.Scan(&b.table, &b.row, &b.parent) }
	rows, err := collect(c.ctx, c, scan, `SELECT "table", rowid, parent FROM pragma_foreign_key_check`)
	if err != nil {
		return fmt.Errorf("check the references: %w", err)
	}
	for _, b := range rows {
		where := b.table
		if b.row.Valid { // a table without row ids has none to tell
			where = fmt.Sprintf("%s, row %d", b.table, b.row.Int64)
		}
		c.found(where, "It belongs to a row of %s that is not there.", b.parent)
	}
	return nil
}

// search asks the search indexes whether they hold what their tables hold. The question is put as a write, which is
// taken back.
func (c *checkup) search() error {
	t, err := c.db.writer.BeginTx(c.ctx, nil)
	if err != nil {
		return fmt.Errorf("begin to check the search: %w", err)
	}
	defer func() { _ = t.Rollback() }() // nothing is to be kept
	for _, index := range []string{"programs_search", "risks_search", "milestones_search", "messages_search", "conversations_search"} {
		_, err := t.ExecContext(c.ctx, fmt.Sprintf(`INSERT INTO %s (%s, rank) VALUES ('integrity-check', 1)`, index, index))
		driver, ok := errors.AsType[*sqlite.Error](err)
		switch {
		case ok && driver.Code()&0xff == sqlite3.SQLITE_CORRUPT:
			c.found(index, "The search index does not hold what the records hold.")
		case err != nil:
			return fmt.Errorf("check %s: %w", index, err)
		}
	}
	return nil
}

// foldedNames compares the names by which lists are sorted with the names that they come from.
func (c *checkup) foldedNames() error {
	for _, entity := range portfolio.Entities {
		table := tables[entity]
		for field, key := range table.folded {
			type named struct{ id, name, key string }
			scan := func(row scanner) (n named, err error) { return n, row.Scan(&n.id, &n.name, &n.key) }
			query := fmt.Sprintf(`SELECT id, %s, %s FROM %s ORDER BY id`, table.column(field), key, table.name)
			for n, err := range stream(c.ctx, c, scan, query) {
				if err != nil {
					return fmt.Errorf("check the names: %w", err)
				}
				if want := portfolio.Fold(n.name); n.key != want {
					c.found(recordOf(entity, n.id), "It is sorted as %q, and its %s makes %q.", n.key, field, want)
				}
			}
		}
	}
	return nil
}

// milestones looks for those that are Done without a completion date, or the reverse.
func (c *checkup) milestones() error {
	return c.each(portfolio.EntityMilestone, "It is Done without a completion date, or has one without being Done.",
		`SELECT id FROM milestones WHERE (status = 'Done') <> (completed_date IS NOT NULL) ORDER BY id`)
}

// cycles looks for programs in a circle of dependencies: those that are left when every dependency is taken away that
// begins or ends a chain.
func (c *checkup) cycles() error {
	left, err := collect(c.ctx, c, scanDependency, selectDependency+` ORDER BY x.id`)
	if err != nil {
		return fmt.Errorf("read the dependencies: %w", err)
	}
	for before := len(left) + 1; len(left) < before; {
		before = len(left)
		waited, waiting := map[string]bool{}, map[string]bool{}
		for _, d := range left {
			waited[d.From], waiting[d.To] = true, true
		}
		left = slices.DeleteFunc(left, func(d portfolio.Dependency) bool { return !waiting[d.From] || !waited[d.To] })
	}
	for _, d := range left {
		c.found(recordOf(portfolio.EntityDependency, d.ID), "It is part of a circle: the program %s waits for itself.", d.From)
	}
	return nil
}

// revisions looks for records that a change set wrote which there cannot have been yet. A first import keeps the
// revisions of its file and reserves their numbers.
func (c *checkup) revisions() error {
	for _, entity := range portfolio.Entities {
		err := c.each(entity, "Its revision is one that no change set had yet.", fmt.Sprintf(
			`SELECT id FROM %s WHERE revision NOT BETWEEN 1 AND (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change_sets') ORDER BY id`,
			tables[entity].name))
		if err != nil {
			return fmt.Errorf("check the revisions: %w", err)
		}
	}
	return nil
}

// lists compares what lists show of the risks and milestones of programs with those.
func (c *checkup) lists() error {
	return c.each(portfolio.EntityProgram, "What lists show of its risks and milestones is not what it has.", `SELECT id FROM programs x
		WHERE (open_risks, open_high_risks) IS NOT (SELECT count(*), count(*) FILTER (WHERE severity = 'High')
			FROM risks WHERE program_id = x.id AND status IN ('Open', 'Mitigating'))
		OR (milestones_done, milestones_total, next_milestone) IS NOT (SELECT count(completed_date), count(*), min(due_date) FILTER (WHERE completed_date IS NULL)
			FROM milestones WHERE program_id = x.id) ORDER BY id`)
}

// health compares the stored assessments with those of today's rules. A program that was written after midnight is
// assessed for its day before the others are.
func (c *checkup) health() error {
	var kept string
	err := c.QueryRowContext(c.ctx, `SELECT value FROM settings WHERE name = ?`, assessedOn).Scan(&kept)
	if err != nil && !errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("read the day of the assessments: %w", err)
	}
	day, _, _ := strings.Cut(kept, "/")
	ids, err := collect(c.ctx, c, scanText, `SELECT id FROM programs ORDER BY id`)
	if err != nil {
		return fmt.Errorf("list the programs: %w", err)
	}
	for some := range slices.Chunk(ids, assessedAtOnce) {
		list, err := json.Marshal(some)
		if err != nil {
			return fmt.Errorf("list programs: %w", err)
		}
		programs, err := factsOf(c.ctx, c, string(list))
		if err != nil {
			return fmt.Errorf("read the facts of programs: %w", err)
		}
		for _, p := range programs {
			if err := c.assessment(p, portfolio.Date(day), c.db.Today()); err != nil {
				return err
			}
		}
	}
	return nil
}

// assessment compares the stored assessment of a program with those of some days.
func (c *checkup) assessment(p *assessed, days ...portfolio.Date) error {
	for _, day := range days {
		if ok, err := p.holds(portfolio.Assess(p.Program, day)); ok || err != nil {
			return err
		}
	}
	c.found(recordOf(portfolio.EntityProgram, p.ID), "Its stored assessment, %q, is not what its facts say.", p.status)
	return nil
}

// holds reports whether the stored assessment is the one given.
func (a *assessed) holds(h portfolio.Health) (bool, error) {
	reasons, err := json.Marshal(h.Reasons)
	if err != nil {
		return false, fmt.Errorf("write the reasons of an assessment: %w", err)
	}
	return a.status == string(h.Assessed) && a.reasons == string(reasons) && a.until == string(h.Until), nil
}

// stream reads a query row by row.
func stream[R any](ctx context.Context, q querier, scan func(scanner) (R, error), query string, args ...any) iter.Seq2[R, error] {
	return func(yield func(R, error) bool) {
		var none R
		rows, err := q.QueryContext(ctx, query, args...)
		if err != nil {
			yield(none, err)
			return
		}
		defer func() { _ = rows.Close() }() // rows.Err reports what matters
		for rows.Next() {
			if record, err := scan(rows); !yield(record, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, err)
		}
	}
}
