package store

import (
	"encoding/json"
	"fmt"
	"slices"

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

// fieldsOf takes a record apart. Children and anything else that the table does not hold are left out.
func fieldsOf(entity portfolio.Entity, record any) (fields, error) {
	data, err := json.Marshal(record)
	if err != nil {
		return nil, fmt.Errorf("take a %s apart: %w", entity, err)
	}
	all := fields{}
	if err := json.Unmarshal(data, &all); err != nil {
		return nil, fmt.Errorf("take a %s apart: %w", entity, err)
	}
	kept := fields{}
	for _, name := range slices.Concat(bookkeeping, tables[entity].logged) {
		kept[name] = all[name]
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
	var s *string
	if json.Unmarshal(f[name], &s) != nil || s == nil {
		return ""
	}
	return *s
}

// number reads a field that is a whole number; 0 for null.
func (f fields) number(name string) int64 {
	var n *int64
	if json.Unmarshal(f[name], &n) != nil || n == nil {
		return 0
	}
	return *n
}

// sqlValue gives a JSON value as SQL takes it: text, whole number or nil.
func sqlValue(value json.RawMessage) (any, error) {
	var decoded any
	if err := json.Unmarshal(value, &decoded); err != nil {
		return nil, fmt.Errorf("read a stored value: %w", err)
	}
	switch v := decoded.(type) {
	case nil, string:
		return v, nil
	case float64:
		return int64(v), nil
	default:
		return nil, fmt.Errorf("a value of type %T has no column", v)
	}
}
