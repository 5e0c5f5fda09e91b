package store

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// Changes lists what differs between the portfolio before the day since and at the end of the day until, field by field:
// a record that came or went is one row, a field that changed and changed back is none. What was undone is left out. The
// zero until is the end of the log. Rows are ordered by program.
func (db *DB) Changes(ctx context.Context, since, until portfolio.Date) ([]portfolio.Change, error) {
	changes, _, err := db.changesOf(ctx, since, until, nil)
	return changes, err
}

// changesOf is Changes of the programs that are picked, nil being all, those that are gone included. It gives the names of
// their programs as well, by id.
func (db *DB) changesOf(ctx context.Context, since, until portfolio.Date, only *compiled) ([]portfolio.Change, map[string]string, error) {
	if until != "" && until < since {
		return nil, nil, portfolio.Invalidf("The period ends on %s, before it begins on %s.", until, since)
	}
	picked, args := "", []any{since, until}
	if only != nil {
		picked, args = " AND c.program_id IN (SELECT x.id FROM programs x"+only.clause()+")", append(args, only.args...)
	}
	return changesWhere(ctx, db.reader, "s.state = 'applied' AND s.reverts IS NULL AND s.as_of >= ?1 AND (?2 = '' OR s.as_of <= ?2)"+picked, args...)
}

// changesAfter is what differs between the portfolio right after one change set and right after another, what was undone
// between them included: it tells how what somebody saw then differs from what they see now.
func (db *DB) changesAfter(ctx context.Context, before, after int64) ([]portfolio.Change, error) {
	changes, _, err := changesWhere(ctx, db.reader, "s.id > ? AND s.id <= ?", before, after)
	return changes, err
}

// changesWhere is Changes of the rows of the log, as c, of change sets, as s, for which a test holds.
func changesWhere(ctx context.Context, q querier, test string, args ...any) ([]portfolio.Change, map[string]string, error) {
	names := map[string]string{}
	scan := func(row scanner) (c portfolio.Change, err error) {
		var before, after, program string
		err = row.Scan(&c.Entity, &c.ID, &c.Label, &c.ProgramID, &c.Field, &before, &after, &program)
		c.Before, c.After = json.RawMessage(before), json.RawMessage(after)
		names[c.ProgramID] = program
		return c, err
	}
	rows, err := collect(ctx, q, scan, `SELECT c.entity, c.record_id, c.label, c.program_id, c.field, c.before, c.after, coalesce(p.name, '')
		FROM change_sets s JOIN changes c ON c.change_set_id = s.id LEFT JOIN programs p ON p.id = c.program_id
		WHERE `+test+` ORDER BY s.id, c.seq`, args...)
	if err != nil {
		return nil, nil, fmt.Errorf("read the change log: %w", err)
	}
	changes, err := net(rows)
	if err != nil {
		return nil, nil, err
	}
	folded := make(map[string]string, len(names))
	for id, name := range names {
		folded[id] = portfolio.Fold(name)
	}
	slices.SortStableFunc(changes, func(a, b portfolio.Change) int {
		return cmp.Or(cmp.Compare(folded[a.ProgramID], folded[b.ProgramID]), cmp.Compare(a.ProgramID, b.ProgramID))
	})
	for i, c := range changes {
		if changes[i], err = asPeopleSee(c, names[c.ProgramID]); err != nil {
			return nil, nil, err
		}
	}
	return changes, names, nil
}

// span is what a run of the log does to one record. First and last hold fields of a record that was there throughout;
// start and now hold the whole record where the log has it.
type span struct {
	entity       portfolio.Entity
	id, label    string
	program      string
	absent, gone bool // not there before, not there after
	start, now   fields
	first, last  fields
	seen         bool // a row of it came by
}

// net joins the rows of each record into what they come to. Records stay in the order in which they were first written.
func net(rows []portfolio.Change) ([]portfolio.Change, error) {
	type key struct {
		entity portfolio.Entity
		id     string
	}
	spans := map[key]*span{}
	var order []*span
	for _, row := range rows {
		k := key{row.Entity, row.ID}
		s := spans[k]
		if s == nil {
			s = &span{entity: row.Entity, id: row.ID, first: fields{}, last: fields{}}
			spans[k] = s
			order = append(order, s)
		}
		s.label, s.program = row.Label, row.ProgramID
		if err := s.take(row); err != nil {
			return nil, err
		}
	}
	out := []portfolio.Change{}
	for _, s := range order {
		out = append(out, s.changes()...)
	}
	return out, nil
}

// take follows one row of the log.
func (s *span) take(row portfolio.Change) error {
	first := !s.seen
	s.seen = true
	switch {
	case row.Field != portfolio.WholeRecord:
		s.takeField(row)
		return nil
	case sameJSON(row.Before, nil):
		s.absent, s.gone = s.absent || first, false
		s.now = fields{}
		return json.Unmarshal(row.After, &s.now)
	default:
		s.gone, s.now = true, nil
		if s.absent || s.start != nil {
			return nil
		}
		s.start = fields{}
		if err := json.Unmarshal(row.Before, &s.start); err != nil {
			return err
		}
		for field, value := range s.first {
			s.start[field] = value
		}
		return nil
	}
}

// takeField follows a row for one field.
func (s *span) takeField(row portfolio.Change) {
	if s.now != nil {
		s.now[row.Field] = row.After
		return
	}
	if _, ok := s.first[row.Field]; !ok {
		s.first[row.Field] = row.Before
	}
	s.last[row.Field] = row.After
}

// changes gives what the span comes to.
func (s *span) changes() []portfolio.Change {
	row := portfolio.Change{Entity: s.entity, ID: s.id, Label: s.label, ProgramID: s.program, Field: portfolio.WholeRecord,
		Before: json.RawMessage("null"), After: json.RawMessage("null")}
	switch {
	case s.absent && s.gone:
		return nil
	case s.absent:
		row.After = s.now.whole()
		return []portfolio.Change{row}
	case s.gone:
		row.Before = s.start.whole()
		return []portfolio.Change{row}
	}
	before, after := s.first, s.last
	if s.now != nil { // it went and came back
		before, after = s.start, s.now
	}
	var out []portfolio.Change
	for _, field := range tables[s.entity].logged {
		if was, ok := before[field]; ok && !sameJSON(was, after[field]) {
			row.Field, row.Before, row.After = field, was, after[field]
			out = append(out, row)
		}
	}
	return out
}
