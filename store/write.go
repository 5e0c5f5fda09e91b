package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/google/uuid"

	"portfolio-ai/store/portfolio"
)

// Write says who writes, why, and on which day the facts were true. The zero AsOf means today.
type Write struct {
	Actor portfolio.Actor
	Why   string
	AsOf  portfolio.Date

	reverts int64 // the change set that this write undoes or redoes
}

// tx is one change set in the making. All writes to records go through its create, update and remove, which keep the
// tables and the change log in step.
type tx struct {
	*sql.Tx
	ctx      context.Context
	set      int64
	asOf     portfolio.Date
	now      portfolio.Millis
	today    portfolio.Date
	seq      int
	touched  []portfolio.Entity
	programs map[string]bool // ids of the programs whose health may have changed

	prepared   map[string]*sql.Stmt      // an import runs the same few statements thousands of times
	unindexed  *unindexed                // nil where new records come into the search index at once
	objectives map[string]namedObjective // by folded name, in an import, which renames none; else nil
	logged     func(portfolio.Change)    // is told each row of the change log; may be nil
}

// write runs f as one change set. A change set that ends up with no rows leaves no trace. It returns the number of the
// change set, 0 where nothing changed. Errors of f undo everything.
func (db *DB) write(ctx context.Context, w Write, f func(*tx) error) (int64, error) {
	t, err := db.begin(ctx, w)
	if err != nil {
		return 0, db.wrote(ctx, err)
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	if err := f(t); err != nil {
		return 0, db.wrote(ctx, err)
	}
	if t.seq == 0 {
		return 0, nil
	}
	if err := t.assessTouched(db.Today()); err != nil {
		return 0, db.wrote(ctx, fmt.Errorf("assess what was written: %w", err))
	}
	before := db.seen.Swap(t.set) // before others can see it, so that it is not taken for theirs
	if err := t.Commit(); err != nil {
		db.seen.Store(before)
		return 0, db.wrote(ctx, fmt.Errorf("commit: %w", err))
	}
	if before < t.set-1 {
		db.announce(Changed{ChangeSet: t.set - 1, Entities: portfolio.Entities, External: true})
	}
	db.announce(Changed{ChangeSet: t.set, Entities: t.touched})
	return t.set, nil
}

// begin starts a transaction with an empty change set in it.
func (db *DB) begin(ctx context.Context, w Write) (*tx, error) {
	if err := db.mayWrite(); err != nil {
		return nil, err
	}
	sqlTx, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("begin: %w", err)
	}
	t := newTx(ctx, sqlTx, db.Now())
	if err := t.open(w, db.Today()); err != nil {
		return nil, errors.Join(err, sqlTx.Rollback())
	}
	return t, nil
}

// newTx wraps a transaction.
func newTx(ctx context.Context, sqlTx *sql.Tx, now time.Time) *tx {
	return &tx{Tx: sqlTx, ctx: ctx, now: portfolio.MillisOf(now), today: portfolio.DateOf(now), programs: map[string]bool{}, prepared: map[string]*sql.Stmt{}}
}

// open decides the day of the change set and writes its head. Facts older than the newest ones are refused: looking
// back would tell another story than was told that day.
func (t *tx) open(w Write, today portfolio.Date) error {
	newest, err := t.newestAsOf()
	if err != nil {
		return err
	}
	t.asOf = w.AsOf
	switch {
	case w.AsOf == "":
		t.asOf = max(today, newest) // a clock that was set back does not keep people from working
	case w.AsOf < newest:
		return portfolio.Invalidf("The portfolio already holds facts as of %s, so facts as of %s can no longer be added before them.", newest, w.AsOf)
	}
	result, err := t.exec(`INSERT INTO change_sets (actor, why, written_at, as_of, reverts) VALUES (?, ?, ?, ?, nullif(?, 0))`,
		w.Actor, w.Why, t.now, t.asOf, w.reverts)
	if err != nil {
		return err
	}
	if t.set, err = result.LastInsertId(); err != nil || w.reverts != 0 {
		return err
	}
	// What was undone before a new write can no longer be redone.
	_, err = t.exec(`UPDATE change_sets SET state = 'dropped' WHERE state = 'undone'`)
	return err
}

const newestAsOf = `SELECT coalesce(max(as_of), '') FROM change_sets WHERE state = 'applied' AND reverts IS NULL`

// newestAsOf is the newest day that facts in force are as of; not reported for an empty log.
func (t *tx) newestAsOf() (portfolio.Date, error) {
	var newest portfolio.Date
	err := t.QueryRowContext(t.ctx, newestAsOf).Scan(&newest)
	return newest, err
}

// statement prepares a statement once; it is closed with the transaction.
func (t *tx) statement(ctx context.Context, query string) (*sql.Stmt, error) {
	if s, ok := t.prepared[query]; ok {
		return s, nil
	}
	s, err := t.PrepareContext(ctx, query)
	if err == nil {
		t.prepared[query] = s
	}
	return s, err
}

// exec runs one statement of the change set.
func (t *tx) exec(query string, args ...any) (sql.Result, error) {
	return t.ExecContext(t.ctx, query, args...)
}

// ExecContext runs one statement within the change set.
func (t *tx) ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error) {
	s, err := t.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return s.ExecContext(ctx, args...)
}

// QueryContext reads rows within the change set.
func (t *tx) QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error) {
	s, err := t.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return nil, err
	}
	return s.QueryContext(ctx, args...)
}

// QueryRowContext reads one row within the change set.
func (t *tx) QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row {
	s, err := t.statement(ctx, query) //nolint:sqlclosecheck // closed with the transaction
	if err != nil {
		return t.Tx.QueryRowContext(ctx, query, args...) // fails in the same way, and says so
	}
	return s.QueryRowContext(ctx, args...)
}

// create adds a record. An empty id gets a new one; created_at, updated_at and revision that are 0 get those of this
// change set.
func (t *tx) create(entity portfolio.Entity, record fields, sources map[string]string) (fields, error) {
	if record.text("id") == "" {
		record["id"] = quoted(uuid.Must(uuid.NewV7()).String())
	}
	for name, value := range map[string]int64{"created_at": int64(t.bornAt()), "updated_at": int64(t.now), "revision": t.set} {
		if record.number(name) == 0 {
			record[name] = json.RawMessage(fmt.Sprint(value))
		}
	}
	if err := t.insert(entity, record); err != nil {
		return nil, err
	}
	source := ""
	if len(sources) > 0 {
		data, err := json.Marshal(sources)
		if err != nil {
			return nil, fmt.Errorf("keep original texts: %w", err)
		}
		source = string(data)
	}
	return record, t.log(entity, record, portfolio.WholeRecord, nil, record.whole(), source, 0, 0)
}

// bornAt is the instant that the age of new records counts from: now, or noon of the past day on which they are said to
// have been there.
func (t *tx) bornAt() portfolio.Millis {
	day, ok := t.asOf.Time()
	if !ok || t.asOf >= t.today {
		return t.now
	}
	return portfolio.MillisOf(time.Date(day.Year(), day.Month(), day.Day(), 12, 0, 0, 0, time.Local))
}

// insert writes the row of a record and its links.
func (t *tx) insert(entity portfolio.Entity, record fields) error {
	in := insertions[entity]
	values := make([]any, 0, len(in.values)+bornColumns)
	for _, v := range in.values {
		if v.folded {
			values = append(values, portfolio.Fold(record.text(v.field)))
			continue
		}
		value, err := sqlValue(record[v.field])
		if err != nil {
			return err
		}
		values = append(values, value)
	}
	if entity == portfolio.EntityProgram {
		health, err := bornHealth(record, t.today)
		if err != nil {
			return err
		}
		values = append(values, health...)
	}
	if _, err := t.exec(in.statement, values...); err != nil {
		return fmt.Errorf("create a %s: %w", entity.Words(), err)
	}
	if objectives, ok := record[linked]; ok && entity == portfolio.EntityProgram {
		return t.link(record.text("id"), objectives)
	}
	return nil
}

// update writes the fields of after that differ from before and logs a row for each. It reports whether any did.
func (t *tx) update(entity portfolio.Entity, before, after fields, sources map[string]string) (bool, error) {
	changed := fields{}
	for _, field := range tables[entity].logged {
		if !bytes.Equal(before[field], after[field]) {
			changed[field] = after[field]
		}
	}
	if len(changed) == 0 {
		return false, nil
	}
	if err := t.put(entity, before.text("id"), changed, t.set, int64(t.now)); err != nil {
		return false, err
	}
	for _, field := range tables[entity].logged {
		if _, ok := changed[field]; !ok {
			continue
		}
		if err := t.log(entity, before, field, before[field], after[field], sources[field], before.number("revision"), before.number("updated_at")); err != nil {
			return false, err
		}
	}
	return true, nil
}

// put writes some fields of one record in one statement, because rules hold between them, and who last wrote it, when.
func (t *tx) put(entity portfolio.Entity, id string, values fields, revision, updatedAt int64) error {
	if err := t.indexBefore(entity, id); err != nil {
		return err
	}
	table := tables[entity]
	assignments, args := []string{"revision = ?", "updated_at = ?"}, []any{revision, updatedAt}
	for _, field := range table.stored() {
		value, ok := values[field]
		if !ok {
			continue
		}
		plain, err := sqlValue(value)
		if err != nil {
			return err
		}
		assignments, args = append(assignments, table.column(field)+" = ?"), append(args, plain)
		if folded, ok := table.folded[field]; ok {
			assignments, args = append(assignments, folded+" = ?"), append(args, portfolio.Fold(values.text(field)))
		}
	}
	statement := fmt.Sprintf("UPDATE %s SET %s WHERE id = ?", table.name, strings.Join(assignments, ", "))
	if _, err := t.exec(statement, append(args, id)...); err != nil {
		return fmt.Errorf("change a %s: %w", entity.Words(), err)
	}
	if objectives, ok := values[linked]; ok {
		if err := t.unlink(id); err != nil {
			return err
		}
		return t.link(id, objectives)
	}
	return nil
}

// remove deletes a record whose children are gone already.
func (t *tx) remove(entity portfolio.Entity, record fields) error {
	if err := t.delete(entity, record.text("id")); err != nil {
		return err
	}
	return t.log(entity, record, portfolio.WholeRecord, record.whole(), nil, "", record.number("revision"), record.number("updated_at"))
}

// delete takes the row of a record and its links out of the tables.
func (t *tx) delete(entity portfolio.Entity, id string) error {
	if err := t.indexBefore(entity, id); err != nil {
		return err
	}
	if entity == portfolio.EntityProgram {
		if err := t.unlink(id); err != nil {
			return err
		}
	}
	if _, err := t.exec(fmt.Sprintf("DELETE FROM %s WHERE id = ?", tables[entity].name), id); err != nil {
		return fmt.Errorf("delete a %s: %w", entity.Words(), err)
	}
	return nil
}

// log writes one row of the change log. A nil value is null.
func (t *tx) log(entity portfolio.Entity, record fields, field string, before, after json.RawMessage, source string, revision, updatedAt int64) error {
	table := tables[entity]
	program := ""
	if table.program != "" {
		program = record.text(table.program)
	}
	t.seq++
	t.touch(entity)
	t.touchProgram(entity, program, field, before, after)
	_, err := t.exec(`INSERT INTO changes (change_set_id, seq, entity, record_id, label, program_id, field, before, after, source, revision_before, updated_before)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		t.set, t.seq, entity, record.text("id"), shortened(record.text(table.label)), program, field, orNull(before), orNull(after), source, revision, updatedAt)
	if err != nil {
		return fmt.Errorf("log a change: %w", err)
	}
	if t.logged != nil {
		t.logged(portfolio.Change{Entity: entity, ID: record.text("id"), Label: shortened(record.text(table.label)), ProgramID: program,
			Field: field, Before: json.RawMessage(orNull(before)), After: json.RawMessage(orNull(after))})
	}
	return nil
}

// touch notes that records of an entity are other ones now.
func (t *tx) touch(entity portfolio.Entity) {
	if !slices.Contains(t.touched, entity) {
		t.touched = append(t.touched, entity)
	}
}

// touchProgram notes that the health of a program may have changed: of both where a risk or milestone moved.
func (t *tx) touchProgram(entity portfolio.Entity, program, field string, before, after json.RawMessage) {
	switch entity {
	case portfolio.EntityProgram, portfolio.EntityRisk, portfolio.EntityMilestone:
		t.programs[program] = true
		if field == "program_id" {
			t.programs[fields{field: before}.text(field)] = true // undo logs the row of the program that it moved from
			t.programs[fields{field: after}.text(field)] = true
		}
	case portfolio.EntityObjective, portfolio.EntityStatusUpdate, portfolio.EntityDependency: // no rule reads them
	}
}

// orNull gives the text of a JSON value, "null" where there is none.
func orNull(value json.RawMessage) string {
	if value == nil {
		return "null"
	}
	return string(value)
}

// quoted gives a text as JSON.
func quoted(text string) json.RawMessage {
	data, err := json.Marshal(text)
	if err != nil {
		panic(err) // a string always marshals
	}
	return data
}

// labelLength is how much of a long text stands in for a record, in characters.
const labelLength = 80

// shortened cuts a label at a character, not in one.
func shortened(text string) string {
	text, _, _ = strings.Cut(text, "\n")
	if utf8.RuneCountInString(text) <= labelLength {
		return text
	}
	return string([]rune(text)[:labelLength-1]) + "…"
}
