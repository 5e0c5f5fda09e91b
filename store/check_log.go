package store

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"slices"

	"portfolio-ai/store/portfolio"
)

// changeSets looks for facts in force that were written after facts of a later day.
func (c *checkup) changeSets() error {
	type jump struct {
		id            int64
		asOf, earlier portfolio.Date
	}
	scan := func(row scanner) (j jump, err error) { return j, row.Scan(&j.id, &j.asOf, &j.earlier) }
	jumps, err := collect(c.ctx, c, scan, `SELECT id, as_of, before FROM (
			SELECT id, as_of, max(as_of) OVER (ORDER BY id ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before
			FROM change_sets WHERE state = 'applied' AND reverts IS NULL)
		WHERE as_of < before ORDER BY id`)
	if err != nil {
		return fmt.Errorf("check the change sets: %w", err)
	}
	for _, j := range jumps {
		c.found(fmt.Sprintf("change set %d", j.id), "It is as of %s, although facts as of %s were written before it.", j.asOf, j.earlier)
	}
	return nil
}

// logRow is a row of the change log with what its change set says.
type logRow struct {
	logged
	set, seq  int64
	writtenAt int64
}

const selectLogRow = `SELECT c.entity, c.record_id, c.field, c.before, c.after, c.change_set_id, c.seq, s.written_at
	FROM changes c JOIN change_sets s ON s.id = c.change_set_id`

// scanLogRow reads a row of selectLogRow.
func scanLogRow(row scanner) (l logRow, err error) {
	var before, after string
	err = row.Scan(&l.Entity, &l.ID, &l.Field, &before, &after, &l.set, &l.seq, &l.writtenAt)
	l.Before, l.After = json.RawMessage(before), json.RawMessage(after)
	return l, err
}

// logRows looks for rows of the change log that could not be read back.
func (c *checkup) logRows() error {
	for row, err := range stream(c.ctx, c, scanLogRow, selectLogRow+` ORDER BY c.change_set_id, c.seq`) {
		if err != nil {
			return fmt.Errorf("read the change log: %w", err)
		}
		if wrong := row.wrong(); wrong != "" {
			c.found(fmt.Sprintf("change set %d, row %d", row.set, row.seq), "%s", wrong)
		}
	}
	return nil
}

// wrong says what is wrong with a row of the log, "" where nothing is.
func (l logRow) wrong() string {
	table, known := tables[l.Entity]
	before, after := string(l.Before) == "null", string(l.After) == "null"
	switch {
	case !known:
		return fmt.Sprintf("There is no kind of record %q.", l.Entity)
	case !json.Valid(l.Before) || !json.Valid(l.After):
		return "What it says is not JSON."
	case l.Field != portfolio.WholeRecord && !slices.Contains(table.logged, l.Field):
		return fmt.Sprintf("A %s has no field %q.", l.Entity.Words(), l.Field)
	case l.Field != portfolio.WholeRecord:
		return ""
	case before == after:
		return "It neither creates nor deletes the record that it holds."
	}
	for _, side := range []json.RawMessage{l.Before, l.After} {
		record := fields{}
		if err := json.Unmarshal(side, &record); err != nil || len(record) > 0 && record.text("id") != l.ID {
			return "It does not hold the record that it names."
		}
	}
	return ""
}

// everyRecord reads all records of an entity by id.
var everyRecord = map[portfolio.Entity]func(context.Context, querier) iter.Seq2[fields, error]{
	portfolio.EntityProgram:      programs.every,
	portfolio.EntityRisk:         risks.every,
	portfolio.EntityMilestone:    milestones.every,
	portfolio.EntityObjective:    objectives.every,
	portfolio.EntityStatusUpdate: statusUpdates.every,
	portfolio.EntityDependency:   dependencies.every,
}

// every reads all records of the kind by id, as the change log sees them.
func (k kind[R]) every(ctx context.Context, q querier) iter.Seq2[fields, error] {
	scan := func(row scanner) (fields, error) {
		record, err := k.scan(row)
		if err != nil {
			return nil, err
		}
		return fieldsOf(k.entity, record)
	}
	return stream(ctx, q, scan, k.query+` ORDER BY x.id`)
}

// records compares every record with what the change log in force says that it is: that a record was created and not
// deleted if and only if it is there, the value of each field, and which change set wrote it last.
func (c *checkup) records() error {
	for _, entity := range portfolio.Entities {
		if err := c.explained(entity); err != nil {
			return fmt.Errorf("compare the %ss with the change log: %w", entity.Words(), err)
		}
	}
	return nil
}

// explained walks through the records of an entity and through the log of that entity side by side.
func (c *checkup) explained(entity portfolio.Entity) error {
	nextRecord, stopRecords := iter.Pull2(everyRecord[entity](c.ctx, c))
	defer stopRecords()
	nextTold, stopTold := iter.Pull2(c.told(entity))
	defer stopTold()
	record, err, haveRecord := nextRecord()
	told, err2, haveTold := nextTold()
	for haveRecord || haveTold {
		if err != nil {
			return err
		}
		if err2 != nil {
			return err2
		}
		id, logID := record.text("id"), told.text("id")
		switch {
		case !haveTold || haveRecord && id < logID:
			c.found(recordOf(entity, id), "It is there, but not in the change log.")
			record, err, haveRecord = nextRecord()
		case !haveRecord || logID < id:
			c.found(recordOf(entity, logID), "It is in the change log, but not there.")
			told, err2, haveTold = nextTold()
		default:
			c.compare(entity, record, told)
			record, err, haveRecord = nextRecord()
			told, err2, haveTold = nextTold()
		}
	}
	return nil
}

// compare notes the fields of a record that are not as the log tells them. A field that the log never heard of came with
// a later version of the program and is not compared.
func (c *checkup) compare(entity portfolio.Entity, record, told fields) {
	for _, field := range slices.Concat(tables[entity].logged, bookkeeping) {
		if want, ok := told[field]; ok && !sameJSON(record[field], want) {
			c.found(recordOf(entity, record.text("id")), "Its %s is %s, and the change log says %s.", field, record[field], want)
		}
	}
}

// told gives the records of an entity, by id, as the change log in force tells them.
func (c *checkup) told(entity portfolio.Entity) iter.Seq2[fields, error] {
	rows := stream(c.ctx, c, scanLogRow, selectLogRow+` WHERE c.entity = ? AND s.state = 'applied' AND s.reverts IS NULL
		ORDER BY c.record_id, c.change_set_id, c.seq`, entity)
	return func(yield func(fields, error) bool) {
		var id string
		record := fields{}
		for row, err := range rows {
			if err != nil {
				yield(nil, err)
				return
			}
			if row.ID != id && record.text("id") != "" && !yield(record, nil) {
				return
			}
			if row.ID != id {
				id, record = row.ID, fields{}
			}
			record = row.follow(record)
		}
		if record.text("id") != "" {
			yield(record, nil)
		}
	}
}

// follow gives a record as it is after the row, empty where the row deletes it.
func (l logRow) follow(record fields) fields {
	if l.Field == portfolio.WholeRecord {
		record = fields{}
		if json.Unmarshal(l.After, &record) != nil || record == nil {
			return fields{} // deleted; a row that cannot be read is a problem that logRows notes
		}
		return record
	}
	record["id"] = quoted(l.ID)
	record[l.Field] = l.After
	record["revision"] = json.RawMessage(fmt.Sprint(l.set))
	record["updated_at"] = json.RawMessage(fmt.Sprint(l.writtenAt))
	return record
}
