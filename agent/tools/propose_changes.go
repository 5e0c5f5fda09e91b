package tools

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// ProposeChangesTool is the name of ProposeChanges.
const ProposeChangesTool Name = "propose_changes"

// Wish is one wanted change. Field is the JSON name of a field, WholeRecord to create or delete a record, or
// "status_update" to post one. ID is the record's, or the program's for a posted update; a record to create has none.
// ProgramID is the program of a risk or a milestone. Value is what the field shall hold, the fields of the record to
// create, or null to delete. Why is the reason that is shown beside the row, where one is known.
type Wish struct {
	Entity    portfolio.Entity `json:"entity"`
	ID        string           `json:"id"`
	ProgramID string           `json:"program_id"`
	Field     string           `json:"field"`
	Value     json.RawMessage  `json:"value"`
	Why       string           `json:"why,omitempty"`
}

// Wishes is the arguments of ProposeChanges.
type Wishes struct {
	Changes []Wish `json:"changes"`
}

// Proposed is what a proposal would hold. Title says what applying it does ("Change 3 launch dates"), "" where there is
// nothing to change. Same lists the wishes that are so already, as rows whose Before is After.
type Proposed struct {
	Title   string
	Changes []portfolio.Change
	Same    []portfolio.Change
}

// ProposeChanges reads what the records hold now and makes the rows of a proposal. It writes nothing. It fails with
// EInvalid where a value breaks a rule of the vocabulary, with ENotFound where a record is not there. A kind of change that a
// person has switched off is refused before anything is read, with EInvalid: every way to a proposal leads through here.
func (s Set) ProposeChanges(ctx context.Context, w Wishes) (Proposed, error) {
	return call(ctx, s, ProposeChangesTool, w, func(ctx context.Context, w Wishes) (Proposed, int, []Observation, error) {
		var out Proposed
		for _, wish := range w.Changes {
			if err := portfolio.CheckProposable(s.Never, wish.kind()); err != nil {
				return out, 0, nil, err
			}
		}
		known, err := s.programs(ctx, each(w.Changes, Wish.program))
		if err != nil {
			return out, 0, nil, err
		}
		for _, wish := range w.Changes {
			row, err := s.propose(ctx, known, wish)
			if err != nil {
				return out, 0, nil, err
			}
			if wish.Field != portfolio.WholeRecord && bytes.Equal(row.Before, row.After) {
				out.Same = append(out.Same, row)
				continue
			}
			out.Changes = append(out.Changes, row)
		}
		if len(out.Changes) > 0 {
			out.Title = titleOf(out.Changes, func(id string) string { return known[id].Name })
		}
		return out, len(out.Changes), []Observation{{Changes: slices.Concat(out.Changes, out.Same)}}, nil
	})
}

// programs reads programs by their ids, all at once. Those that are not there are left out.
func (s Set) programs(ctx context.Context, ids []string) (map[string]portfolio.Program, error) {
	rows, err := s.programRows(ctx, ids)
	known := map[string]portfolio.Program{}
	for _, row := range rows {
		known[row.ID] = row.Program
	}
	return known, err
}

// programRows reads the rows of programs by their ids, as programs does.
func (s Set) programRows(ctx context.Context, ids []string) ([]portfolio.ProgramRow, error) {
	slices.Sort(ids)
	ids = slices.DeleteFunc(slices.Compact(ids), func(id string) bool { return id == "" })
	var rows []portfolio.ProgramRow
	for some := range slices.Chunk(ids, portfolio.MaxPage) {
		page, err := s.Workspace.Programs(ctx, portfolio.Query{Of: portfolio.EntityProgram, Limit: portfolio.MaxPage,
			Where: []portfolio.Condition{{Field: portfolio.FieldID, Op: portfolio.OpIs, Values: some}}})
		if err != nil {
			return nil, err
		}
		rows = append(rows, page.Rows...)
	}
	return rows, nil
}

// kind says what the wish would do.
func (w Wish) kind() portfolio.ProposalKind {
	row := portfolio.Change{Entity: w.Entity, Field: w.Field, After: w.Value}
	if w.ID != "" {
		row.Before = json.RawMessage("{}")
	}
	return row.Kind()
}

// program gives the id of the program that a wish concerns.
func (w Wish) program() string {
	if w.Entity == portfolio.EntityRisk || w.Entity == portfolio.EntityMilestone {
		return w.ProgramID
	}
	return w.ID
}

// propose makes the row of one wish.
func (s Set) propose(ctx context.Context, known map[string]portfolio.Program, w Wish) (portfolio.Change, error) {
	p, ok := known[w.program()]
	if !ok {
		return portfolio.Change{}, portfolio.NotFound(portfolio.EntityProgram, w.program())
	}
	row := portfolio.Change{Entity: w.Entity, ID: w.ID, Label: p.Name, ProgramID: p.ID, Field: w.Field, Before: json.RawMessage("null"),
		Why: portfolio.WhyLine(w.Why)}
	switch {
	case w.Entity == portfolio.EntityStatusUpdate:
		row.After = w.Value
		var text string
		if err := json.Unmarshal(w.Value, &text); err != nil {
			return row, portfolio.Invalidf("A status update needs a text.")
		}
		return row, portfolio.StatusUpdate{ProgramID: p.ID, Date: "2000-01-01", Text: text}.Validate()
	case w.Entity == portfolio.EntityProgram:
		return proposed(row, p, w)
	case w.ID == "" && w.Entity == portfolio.EntityRisk:
		return created(row, portfolio.Risk{ProgramID: p.ID, Status: portfolio.RiskOpen}, w)
	case w.ID == "" && w.Entity == portfolio.EntityMilestone:
		return created(row, portfolio.Milestone{ProgramID: p.ID, Status: portfolio.MilestonePlanned}, w)
	}
	detail, err := s.Workspace.Program(ctx, p.ID)
	if err != nil {
		return row, err
	}
	for _, r := range detail.Program.Risks {
		if w.Entity == portfolio.EntityRisk && r.ID == w.ID {
			row.Label = r.Title
			return proposed(row, r, w)
		}
	}
	for _, m := range detail.Program.Milestones {
		if w.Entity == portfolio.EntityMilestone && m.ID == w.ID {
			row.Label = m.Name
			return proposed(row, m, w)
		}
	}
	return row, portfolio.NotFound(w.Entity, w.ID)
}

// changeable are the fields that a proposal can change. The others are kept by the store.
var changeable = map[portfolio.Entity][]string{
	portfolio.EntityProgram: {"name", "description", "status", "owner", "team", "product_line", "pipeline_stage", "strategic_objectives",
		"start_date", "launch_date", "progress"},
	portfolio.EntityRisk:      {"title", "description", "severity", "likelihood", "status", "owner", "mitigation", "review_date"},
	portfolio.EntityMilestone: {"name", "due_date", "completed_date", "status"},
}

// checkChangeable refuses a field that a record does not have, or that is not for people to change.
func checkChangeable(entity portfolio.Entity, field string) error {
	if !slices.Contains(changeable[entity], field) {
		return portfolio.Invalidf("A %s has no field %q that could be changed; use one of %s.", entity.Words(), field, strings.Join(changeable[entity], ", "))
	}
	return nil
}

// record is what a proposal can change.
type record interface {
	portfolio.Program | portfolio.Risk | portfolio.Milestone
	Validate() error
}

// proposed makes the row that changes one field of a record, or deletes it.
func proposed[R record](row portfolio.Change, before R, w Wish) (portfolio.Change, error) {
	held, err := json.Marshal(before)
	if err != nil {
		return row, err
	}
	if w.Field == portfolio.WholeRecord {
		if len(w.Value) > 0 && string(w.Value) != "null" {
			return row, portfolio.Invalidf("Field %q with a value creates a risk or a milestone and takes no id; with null it deletes the record of the id.", portfolio.WholeRecord)
		}
		row.Before, row.After = held, json.RawMessage("null")
		return row, nil
	}
	fields := map[string]json.RawMessage{}
	if err := json.Unmarshal(held, &fields); err != nil {
		return row, err
	}
	if err := checkChangeable(w.Entity, w.Field); err != nil {
		return row, err
	}
	row.Before = fields[w.Field]
	after := before
	if err := json.Unmarshal(object(w.Field, w.Value), &after); err != nil {
		return row, readable(err, w)
	}
	if err := settled(after, w).Validate(); err != nil {
		return row, err
	}
	changed, err := json.Marshal(after)
	if err != nil {
		return row, err
	}
	if err := json.Unmarshal(changed, &fields); err != nil {
		return row, err
	}
	row.After = fields[w.Field]
	return row, nil
}

// settled brings a milestone into the state that the store gives it when it takes the change.
func settled[R record](after R, w Wish) interface{ Validate() error } {
	if m, ok := any(after).(portfolio.Milestone); ok {
		if w.Field == "completed_date" && m.CompletedDate != "" {
			return m.Reconciled(portfolio.Milestone{}, "")
		}
		before := m
		before.CompletedDate = ""
		return m.Reconciled(before, "2000-01-01")
	}
	return after
}

// created makes the row that creates a record.
func created[R record](row portfolio.Change, after R, w Wish) (portfolio.Change, error) {
	values := map[string]json.RawMessage{}
	if err := json.Unmarshal(w.Value, &values); err != nil {
		return row, portfolio.Invalidf("A new %s is given as an object of its fields: %s.", w.Entity.Words(), strings.Join(changeable[w.Entity], ", "))
	}
	for field := range values {
		if err := checkChangeable(w.Entity, field); err != nil {
			return row, err
		}
	}
	if err := json.Unmarshal(w.Value, &after); err != nil {
		return row, readable(err, w)
	}
	if err := after.Validate(); err != nil {
		return row, err
	}
	value, err := json.Marshal(after)
	if err != nil {
		return row, err
	}
	row.After = value
	switch r := any(after).(type) {
	case portfolio.Risk:
		row.Label = r.Title
	case portfolio.Milestone:
		row.Label = r.Name
	}
	return row, nil
}

// readable keeps the sentence of a value that is not in the vocabulary, and makes one of a value of the wrong kind.
func readable(err error, w Wish) error {
	if portfolio.ErrorCode(err) == portfolio.EInvalid {
		return err
	}
	return portfolio.Invalidf("%s is no value for the field %q of a %s.", w.Value, w.Field, w.Entity.Words())
}

// object writes a JSON object with one field.
func object(field string, value json.RawMessage) []byte {
	out, err := json.Marshal(map[string]json.RawMessage{field: value})
	if err != nil {
		return nil // the value is not JSON, which reading it will say
	}
	return out
}
