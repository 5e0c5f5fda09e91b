package store

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"portfolio-ai/store/portfolio"
)

// fields is a record as the change log sees it: JSON name to JSON value.
type fields map[string]json.RawMessage

// table says how a kind of record lies in SQL. Columns carry the JSON names of the record unless named says otherwise.
type table struct {
	name    string
	label   string            // the field that people know the record by
	program string            // the field that names its program; "" for an objective
	folded  map[string]string // columns kept folded for sorting, by the field they come from
	named   map[string]string // columns whose name cannot be the JSON name
	logged  []string          // the fields that the change log compares, in the order in which people read them
}

// bookkeeping are the columns that every record has and that the change log does not compare.
var bookkeeping = []string{"id", "created_at", "updated_at", "revision"}

var tables = map[portfolio.Entity]table{
	portfolio.EntityProgram: {
		name: "programs", label: "name", program: "id", folded: map[string]string{"name": "name_key"},
		logged: []string{"name", "status", "pipeline_stage", "owner", "team", "product_line", "start_date", "launch_date", "progress",
			"last_update", "strategic_objectives", "description", "external_id", "archived_at"},
	},
	portfolio.EntityRisk: {
		name: "risks", label: "title", program: "program_id", folded: map[string]string{"title": "title_key"},
		logged: []string{"title", "severity", "likelihood", "status", "owner", "mitigation", "review_date", "description", "program_id"},
	},
	portfolio.EntityMilestone: {
		name: "milestones", label: "name", program: "program_id", folded: map[string]string{"name": "name_key"},
		logged: []string{"name", "due_date", "completed_date", "status", "baseline_date", "program_id"},
	},
	portfolio.EntityObjective: {
		name: "objectives", label: "name", folded: map[string]string{"name": "name_key"},
		logged: []string{"name", "description"},
	},
	portfolio.EntityStatusUpdate: {
		name: "status_updates", label: "text", program: "program_id",
		logged: []string{"date", "author", "text", "status", "progress", "launch_date", "program_id"},
	},
	portfolio.EntityDependency: {
		name: "dependencies", label: "note", program: "to", named: map[string]string{"from": "from_id", "to": "to_id"},
		logged: []string{"from", "to", "note"},
	},
}

// linked is the one field that lies in a table of its own.
const linked = "strategic_objectives"

// column gives the SQL name of a logged field.
func (t table) column(field string) string {
	if name, ok := t.named[field]; ok {
		return name
	}
	return field
}

// stored are the logged fields that are columns of the table.
func (t table) stored() []string {
	return slices.DeleteFunc(slices.Clone(t.logged), func(f string) bool { return f == linked })
}

// keptFields are, by entity, the fields that the table and the change log hold.
var keptFields = func() map[portfolio.Entity][]string {
	kept := map[portfolio.Entity][]string{}
	for entity, t := range tables {
		kept[entity] = slices.Concat(bookkeeping, t.logged)
	}
	return kept
}()

// insertion is the statement that adds a record, and where its values come from: a field, which is folded for some columns.
// The health of a program follows them.
type insertion struct {
	statement string
	values    []insertedValue
}

type insertedValue struct {
	field  string
	folded bool
}

// insertions has the insertion of every entity.
var insertions = func() map[portfolio.Entity]insertion {
	all := map[portfolio.Entity]insertion{}
	for entity, t := range tables {
		var columns []string
		var in insertion
		for _, field := range slices.Concat(bookkeeping, t.stored()) {
			columns, in.values = append(columns, t.column(field)), append(in.values, insertedValue{field: field})
			if folded, ok := t.folded[field]; ok {
				columns, in.values = append(columns, folded), append(in.values, insertedValue{field, true})
			}
		}
		if entity == portfolio.EntityProgram {
			columns = append(columns, "assessed", "assessed_reasons", "assessed_until")
		}
		in.statement = fmt.Sprintf("INSERT INTO %s (%s) VALUES (?%s)", t.name, strings.Join(columns, ", "), strings.Repeat(", ?", len(columns)-1))
		all[entity] = in
	}
	return all
}()

// fieldsOf takes a record apart. Children and anything else that the table does not hold are left out.
func fieldsOf(entity portfolio.Entity, record any) (fields, error) {
	data, err := json.Marshal(record)
	if err != nil {
		return nil, fmt.Errorf("take a %s apart: %w", entity, err)
	}
	names := keptFields[entity]
	kept := make(fields, len(names))
	for _, name := range names {
		kept[name] = nil
	}
	in := jsontext.NewDecoder(bytes.NewBuffer(data))
	if _, err := in.ReadToken(); err != nil {
		return nil, fmt.Errorf("take a %s apart: %w", entity, err)
	}
	for in.PeekKind() == '"' {
		name, err := in.ReadToken()
		if err != nil {
			return nil, fmt.Errorf("take a %s apart: %w", entity, err)
		}
		field := name.String() // a token is good until the next one
		value, err := in.ReadValue()
		if err != nil {
			return nil, fmt.Errorf("take a %s apart: %w", entity, err)
		}
		if _, ok := kept[field]; ok {
			kept[field] = json.RawMessage(value.Clone())
		}
	}
	return kept, nil
}

// whole puts a record together as one JSON object with its keys in order.
func (f fields) whole() json.RawMessage {
	data, err := json.Marshal(f)
	if err != nil {
		panic(err) // every value came out of json.Marshal or json.Unmarshal
	}
	return data
}

// text reads a field that is a text; "" for null.
func (f fields) text(name string) string {
	s, err := plainText(f[name])
	if err != nil {
		return ""
	}
	return s
}

// plainText reads a JSON text; "" for null. Most need no more than their quotes taken off.
func plainText(value json.RawMessage) (s string, err error) {
	if n := len(value); n > 1 && value[0] == '"' && value[n-1] == '"' && utf8.Valid(value) && bytes.IndexByte(value, '\\') < 0 {
		return string(value[1 : n-1]), nil
	}
	return s, json.Unmarshal(value, &s)
}

// number reads a field that is a whole number; 0 for null.
func (f fields) number(name string) int64 {
	n, err := strconv.ParseInt(string(f[name]), 10, 64)
	if err != nil {
		return 0
	}
	return n
}

// sqlValue gives a JSON value as SQL takes it: text, whole number or nil.
func sqlValue(value json.RawMessage) (any, error) {
	if len(value) > 0 && value[0] == '"' {
		return plainText(value)
	}
	if n, err := strconv.ParseInt(string(value), 10, 64); err == nil {
		return n, nil
	}
	var decoded any
	if err := json.Unmarshal(value, &decoded); err != nil {
		return nil, fmt.Errorf("read a stored value: %w", err)
	}
	switch v := decoded.(type) {
	case nil:
		return nil, nil
	case float64:
		return int64(v), nil
	default:
		return nil, fmt.Errorf("a value of type %T has no column", v)
	}
}
