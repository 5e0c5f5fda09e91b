package store

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"

	"portfolio-ai/store/portfolio"
)

// manyChanges is from how many changes on an edit is a bulk change, before which a backup is made.
const manyChanges = 20

// Edit writes changes of fields as one change set, by the same code as the edit of one record: what a person typed into
// cells, pasted, dragged or changed in bulk. A row whose record holds something else than its Before, or that breaks a
// rule, is refused alone. It fails with EInvalid for a row that creates or deletes a record.
func (db *DB) Edit(ctx context.Context, w Write, changes []portfolio.Change) (portfolio.EditResult, error) {
	result := noRows()
	for _, c := range changes {
		if !isField(c) {
			return result, portfolio.Invalidf("Only fields of records can be edited together.")
		}
	}
	if len(changes) >= manyChanges {
		if _, err := db.BackupSoon(ctx, portfolio.BeforeBulk); err != nil {
			return result, err
		}
	}
	set, err := db.write(ctx, w, func(t *tx) error { return t.applyAll(changes, nil, &result) })
	result.ChangeSet = set
	return result, err
}

// noRows is the result before the first row.
func noRows() portfolio.EditResult {
	return portfolio.EditResult{Applied: []int{}, Refused: []portfolio.RefusedRow{}}
}

// applyAll carries out changes, or those that only names, counted from 1; see Apply.
func (t *tx) applyAll(changes []portfolio.Change, only []int, result *portfolio.EditResult) error {
	for _, record := range byRecord(changes, only) {
		if err := t.applyRows(record, result); err != nil {
			return err
		}
	}
	slices.Sort(result.Applied)
	slices.SortFunc(result.Refused, func(a, b portfolio.RefusedRow) int { return a.Row - b.Row })
	return nil
}

// refuse notes why a row, counted from 1, is not written. A fault of the database is no reason: it comes back.
func refuse(result *portfolio.EditResult, row int, err error) error {
	switch portfolio.ErrorCode(err) {
	case portfolio.EInvalid, portfolio.EConflict, portfolio.ENotFound:
		result.Refused = append(result.Refused, portfolio.RefusedRow{Row: row, Reason: portfolio.ErrorMessage(err)})
		return nil
	default:
		return err
	}
}

// recordRows are the rows for one record, with their numbers.
type recordRows struct {
	rows    []int
	changes []portfolio.Change
}

// byRecord joins the wanted rows of one record, because its fields hold together; their order stays.
func byRecord(changes []portfolio.Change, only []int) []*recordRows {
	type key struct {
		entity portfolio.Entity
		id     string
	}
	var out []*recordRows
	place := map[key]*recordRows{}
	for i, c := range changes {
		if only != nil && !slices.Contains(only, i+1) {
			continue
		}
		k := key{c.Entity, c.ID}
		// A record that comes or goes, and a posted update, stand alone.
		if p := place[k]; p != nil && isField(c) {
			p.rows, p.changes = append(p.rows, i+1), append(p.changes, c)
			continue
		}
		p := &recordRows{rows: []int{i + 1}, changes: []portfolio.Change{c}}
		if isField(c) {
			place[k] = p
		}
		out = append(out, p)
	}
	return out
}

// isField reports whether a row changes one field of a stored record.
func isField(c portfolio.Change) bool {
	return c.Field != portfolio.WholeRecord && c.Entity != portfolio.EntityStatusUpdate
}

// applyRows carries out the rows of one record, or notes why not. Faults of the database are errors.
func (t *tx) applyRows(p *recordRows, result *portfolio.EditResult) error {
	var accepted []int
	first := p.changes[0]
	if !isField(first) {
		if err := t.applyWhole(first); err != nil {
			return refuse(result, p.rows[0], err)
		}
		result.Applied = append(result.Applied, p.rows[0])
		return nil
	}
	keeper, ok := keepers[first.Entity]
	if !ok {
		return refuse(result, p.rows[0], portfolio.Invalidf("%q is no kind of record.", string(first.Entity)))
	}
	record, err := keeper.read(t, first.ID)
	for i, c := range p.changes {
		rowErr := err
		if rowErr == nil {
			rowErr = checkRow(record, c)
		}
		if rowErr != nil {
			if err := refuse(result, p.rows[i], rowErr); err != nil {
				return err
			}
			continue
		}
		record[c.Field] = c.After
		accepted = append(accepted, p.rows[i])
	}
	if len(accepted) == 0 {
		return nil
	}
	err = keeper.save(t, record)
	switch {
	case err == nil:
		result.Applied = append(result.Applied, accepted...)
		return nil
	case len(accepted) == 1:
		return refuse(result, accepted[0], err)
	}
	return t.applyApart(p, accepted, result)
}

// applyApart carries out rows of one record that cannot be written together, one after the other, so that only those are
// refused that break a rule.
func (t *tx) applyApart(p *recordRows, rows []int, result *portfolio.EditResult) error {
	for i, row := range p.rows {
		if !slices.Contains(rows, row) {
			continue
		}
		if err := t.applyRows(&recordRows{rows: []int{row}, changes: p.changes[i : i+1]}, result); err != nil {
			return err
		}
	}
	return nil
}

// checkRow refuses a row whose field there is not, or whose record holds something else than was read.
func checkRow(record fields, c portfolio.Change) error {
	if !slices.Contains(tables[c.Entity].logged, c.Field) {
		return portfolio.Invalidf("A %s has no field %q that could be changed.", c.Entity.Words(), c.Field)
	}
	if !sameJSON(record[c.Field], c.Before) {
		return changedMeanwhile(c.Entity, c.Label)
	}
	return nil
}

// sameJSON reports whether two values are equal; nil is null. Both writers of JSON that there are, Go and the
// window, give equal values equal texts but for spaces and the letters that HTML knows.
func sameJSON(a, b json.RawMessage) bool { return bytes.Equal(compact(a), compact(b)) }

// compact takes the spaces out of a value, and the letters that HTML knows.
func compact(value json.RawMessage) []byte {
	var out bytes.Buffer
	if len(value) == 0 || json.Compact(&out, value) != nil {
		return []byte("null")
	}
	var plain bytes.Buffer
	json.HTMLEscape(&plain, out.Bytes())
	return plain.Bytes()
}
