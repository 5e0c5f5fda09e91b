package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Salvage reads what can be read of the damaged portfolio at path into a new one, and puts that in its place. The damaged file
// is kept beside it. It fails with EDamaged where nothing can be read, and leaves everything as it was.
func Salvage(ctx context.Context, path string) (result portfolio.Salvage, err error) {
	result.Doubtful = []portfolio.Problem{}
	folder, err := os.MkdirTemp("", "portfolio-ai-*")
	if err != nil {
		return result, portfolio.Errorf(portfolio.EStorage, "No room for a copy of the portfolio (%s); free some space in the folder for temporary files.", reason(err))
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	// SQLite works on a copy: it would write what is in the journal into the damaged file.
	damaged := filepath.Join(folder, "damaged.db")
	for _, end := range []string{"", "-wal"} {
		if err := copyFile(path+end, damaged+end); err != nil && (end == "" || !errors.Is(err, os.ErrNotExist)) {
			return result, portfolio.Errorf(portfolio.EStorage, "The portfolio %s cannot be read (%s).", path, reason(err))
		}
	}
	fresh := path + ".part"
	if err := salvageInto(ctx, fresh, damaged, &result); err != nil {
		return result, errors.Join(err, removeBeside(fresh), os.Remove(fresh))
	}
	result.Aside, err = swap(ctx, path, fresh)
	return result, err
}

// salvageInto fills a new portfolio at fresh.
func salvageInto(ctx context.Context, fresh, damaged string, result *portfolio.Salvage) (err error) {
	_ = os.Remove(fresh) // of an attempt that did not come to its end
	source, err := connect(damaged, rescue, 1)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, source.Close()) }()
	db, err := Open(ctx, fresh)
	if err != nil {
		return err
	}
	salvaged, err := db.salvage(ctx, source, result)
	if err == nil && salvaged == 0 {
		err = portfolio.Errorf(portfolio.EDamaged, "Nothing in the portfolio can be read any more; restore a backup of it.")
	}
	if err := errors.Join(err, db.Close()); err != nil {
		return err
	}
	return proved(ctx, fresh, result)
}

// salvage copies every row that can be read, and gives how many did.
func (db *DB) salvage(ctx context.Context, source *sql.DB, result *portfolio.Salvage) (rows int, err error) {
	t, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return 0, err
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	if _, err := t.ExecContext(ctx, `PRAGMA defer_foreign_keys = ON`); err != nil {
		return 0, err
	}
	triggers, err := withoutTriggers(ctx, t)
	if err != nil {
		return 0, err
	}
	tables, err := collect(ctx, t, scanText, ownTables)
	if err != nil {
		return 0, fmt.Errorf("list the tables: %w", err)
	}
	for _, table := range tables {
		copied, err := salvageTable(ctx, t, source, table, result)
		if err != nil {
			return 0, err
		}
		rows += copied
	}
	for _, statement := range slices.Concat(mendings, searchAnew, triggers) {
		if _, err := t.ExecContext(ctx, statement); err != nil {
			return 0, fmt.Errorf("mend what was salvaged (%s): %w", statement, err)
		}
	}
	return rows, t.Commit()
}

// mendings bring what belongs together in order again: rows whose parents were lost go, and what is counted is counted anew.
var mendings = []string{
	`DELETE FROM risks WHERE program_id NOT IN (SELECT id FROM programs)`,
	`DELETE FROM milestones WHERE program_id NOT IN (SELECT id FROM programs)`,
	`DELETE FROM status_updates WHERE program_id NOT IN (SELECT id FROM programs)`,
	`DELETE FROM dependencies WHERE from_id NOT IN (SELECT id FROM programs) OR to_id NOT IN (SELECT id FROM programs)`,
	`DELETE FROM program_objectives WHERE program_id NOT IN (SELECT id FROM programs) OR objective_id NOT IN (SELECT id FROM objectives)`,
	`DELETE FROM changes WHERE change_set_id NOT IN (SELECT id FROM change_sets)`,
	`UPDATE change_sets SET reverts = NULL, state = 'dropped' WHERE reverts NOT IN (SELECT id FROM change_sets)`,
	`UPDATE proposals SET change_set_id = NULL WHERE change_set_id NOT IN (SELECT id FROM change_sets)`,
	`DELETE FROM messages WHERE conversation_id NOT IN (SELECT id FROM conversations)`,
	`UPDATE programs SET (open_risks, open_high_risks) = (SELECT count(*), count(*) FILTER (WHERE severity = 'High')
		FROM risks WHERE program_id = programs.id AND status IN ('Open', 'Mitigating')),
		(milestones_done, milestones_total, next_milestone) = (SELECT count(completed_date), count(*), min(due_date) FILTER (WHERE completed_date IS NULL)
		FROM milestones WHERE program_id = programs.id)`,
	`DELETE FROM settings WHERE name = 'assessed_on'`, // so that all programs are assessed anew
	`UPDATE sqlite_sequence SET seq = max(seq, (SELECT max(r) FROM (SELECT max(revision) AS r FROM programs UNION ALL SELECT max(revision) FROM risks
		UNION ALL SELECT max(revision) FROM milestones UNION ALL SELECT max(revision) FROM objectives
		UNION ALL SELECT max(revision) FROM status_updates UNION ALL SELECT max(revision) FROM dependencies))) WHERE name = 'change_sets'`,
}

// salvageTable copies the rows of a table that can be read.
func salvageTable(ctx context.Context, t *sql.Tx, source *sql.DB, table string, result *portfolio.Salvage) (copied int, err error) {
	columns, err := collect(ctx, t, scanText, `SELECT name FROM pragma_table_info(?) ORDER BY cid`, table)
	if err != nil {
		return 0, fmt.Errorf("list the columns of %s: %w", table, err)
	}
	there, err := collect(ctx, source, scanText, `SELECT name FROM pragma_table_info(?)`, table)
	if err != nil { // not even what tables there are can be read
		result.Cut = true
		return 0, ctx.Err()
	}
	columns = slices.DeleteFunc(columns, func(c string) bool { return !slices.Contains(there, c) })
	if len(columns) == 0 {
		return 0, nil // of a schema that had no such table
	}
	key, err := collect(ctx, t, scanText, `SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk`, table)
	if err != nil {
		return 0, fmt.Errorf("find the key of %s: %w", table, err)
	}
	into, err := t.PrepareContext(ctx, fmt.Sprintf("INSERT OR IGNORE INTO %s (%s) VALUES (%s)", table, strings.Join(columns, ", "), marks(len(columns))))
	if err != nil {
		return 0, fmt.Errorf("prepare to salvage %s: %w", table, err)
	}
	defer func() { err = errors.Join(err, into.Close()) }()
	c := &copier{ctx: ctx, source: source, into: into, table: table, key: key, columns: columns}
	whole := c.all()
	result.Lost += c.refused
	if !whole {
		result.Cut = true
		var counted int // from an index that may be whole
		if source.QueryRowContext(ctx, `SELECT count(*) FROM `+table).Scan(&counted) == nil {
			result.Lost += max(0, counted-c.copied)
		}
	}
	return c.copied, ctx.Err()
}

// copier copies the rows of one table.
type copier struct {
	ctx     context.Context
	source  *sql.DB
	into    *sql.Stmt
	table   string
	key     []string
	columns []string

	copied  int
	refused int   // that break a rule of the table, so they were damaged
	last    int64 // key of the row that was read last, where it is a number
	failed  int   // how many reads came to no end
}

// all copies what can be read, and reports whether that is everything.
func (c *copier) all() bool {
	if c.isNumber() {
		return c.between(0, highestKey)
	}
	whole := c.rows("1", strings.Join(c.key, ", "))
	if !whole {
		c.rows("1", strings.Join(c.key, " DESC, ")+" DESC")
	}
	return whole
}

// isNumber reports whether the key is the number of the row.
func (c *copier) isNumber() bool { return c.key[0] == "key" || c.table == "change_sets" }

const (
	// highestKey is more than any row has: they are counted up from 1.
	highestKey = 1 << 40
	// mostFailures bounds how long a table is searched for more rows. Behind its last row there are none to find, and where that
	// cannot be read, nothing tells so.
	mostFailures = 3000
)

// between copies the rows whose keys lie in a range: upwards until one cannot be read, downwards until one cannot, and then
// each half of what is left, as only some pages of a table are damaged.
func (c *copier) between(low, high int64) bool {
	key := c.key[0]
	c.last = low - 1
	if c.rows(fmt.Sprintf("%s BETWEEN %d AND %d", key, low, high), key) {
		return true
	}
	low = c.last + 1
	c.last = high + 1
	c.rows(fmt.Sprintf("%s BETWEEN %d AND %d", key, low, high), key+" DESC")
	high = c.last - 1
	c.failed++
	if low < high && c.failed < mostFailures && c.ctx.Err() == nil {
		middle := low + (high-low)/2
		c.between(low, middle)
		c.between(middle+1, high)
	}
	return false
}

// rows copies the rows of a condition in an order until one cannot be read, and reports whether it read all.
func (c *copier) rows(where, order string) bool {
	//nolint:gosec // names of tables and columns that SQLite lists of a file that this program just made, and numbers
	query := fmt.Sprintf("SELECT %s, %s FROM %s WHERE %s ORDER BY %s", c.key[0], strings.Join(c.columns, ", "), c.table, where, order)
	rows, err := c.source.QueryContext(c.ctx, query)
	if err != nil {
		return false
	}
	defer func() { _ = rows.Close() }() // rows.Err says what matters
	values, targets := make([]any, 1+len(c.columns)), make([]any, 1+len(c.columns))
	for i := range values {
		targets[i] = &values[i]
	}
	for rows.Next() {
		if rows.Scan(targets...) != nil {
			c.refused++
			continue
		}
		if number, ok := values[0].(int64); ok {
			c.last = number
		}
		done, err := c.into.ExecContext(c.ctx, values[1:]...)
		if err != nil {
			c.refused++
			continue
		}
		if n, err := done.RowsAffected(); err == nil && n > 0 {
			c.copied++
		}
	}
	return rows.Err() == nil
}

// proved checks what was salvaged. Where records are otherwise than their history says, the history is of no use any more: a
// new one begins with the records.
func proved(ctx context.Context, fresh string, result *portfolio.Salvage) error {
	db, err := Open(ctx, fresh)
	if err != nil {
		return err
	}
	report, err := db.Check(ctx)
	if err == nil && !report.OK {
		result.Doubtful = report.Problems[:min(len(report.Problems), mostDoubtful)]
		err = db.forgetHistory(ctx, result)
	}
	result.History = report.OK
	if err == nil {
		result.Counts, err = db.Counts(ctx)
	}
	return errors.Join(err, db.Close())
}

// mostDoubtful is how many doubtful records are told.
const mostDoubtful = 50

// emptying takes the records and their history out of a portfolio, those that belong to others first.
var emptying = []string{
	`DELETE FROM changes`, `DELETE FROM proposals`, `DELETE FROM reports`, `DELETE FROM program_objectives`, `DELETE FROM dependencies`,
	`DELETE FROM status_updates`, `DELETE FROM milestones`, `DELETE FROM risks`, `DELETE FROM programs`, `DELETE FROM objectives`, `DELETE FROM change_sets`,
}

// forgetHistory replaces everything by the same records without their history. A record that breaks a rule is lost.
func (db *DB) forgetHistory(ctx context.Context, result *portfolio.Salvage) error {
	var records []difference
	for _, entity := range restoreOrder {
		for record, err := range everyRecord[entity](ctx, db.reader) {
			if err != nil {
				return fmt.Errorf("read what was salvaged: %w", err)
			}
			record["revision"], record["updated_at"] = json.RawMessage("0"), json.RawMessage("0")
			records = append(records, difference{entity: entity, then: record})
		}
	}
	t, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	for _, statement := range emptying {
		if _, err := t.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("forget the history: %w", err)
		}
	}
	if err := t.Commit(); err != nil {
		return err
	}
	_, err = db.write(ctx, Write{Actor: portfolio.ByPerson, Why: "Salvage what could be read"}, func(t *tx) error {
		refused := noRows()
		for i, record := range records {
			if err := t.takeOver(record); err != nil {
				if err := refuse(&refused, i, err); err != nil {
					return err
				}
				result.Lost++
			}
		}
		return nil
	})
	return err
}
