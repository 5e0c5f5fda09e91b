package tools

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"portfolio-ai/store/portfolio"
)

// changedField is what a wish changes, as a caller writes it.
type changedField string

// changedFields lists what can be changed of any record.
func changedFields() []changedField {
	out := []changedField{portfolio.WholeRecord, changedField(portfolio.EntityStatusUpdate)}
	for _, entity := range everyRecord {
		for _, field := range changeable[entity] {
			if !slices.Contains(out, changedField(field)) {
				out = append(out, changedField(field))
			}
		}
	}
	return out
}

// maxWishes bounds a proposal: a person is to read every row of it.
const maxWishes = 200

// wanted is one wanted change as a caller writes it; see Wish.
type wanted struct {
	Entity    portfolio.Entity `json:"entity"`
	ID        string           `json:"id,omitempty" jsonschema:"The id of the record to change or delete; for status_update that of the program. Left out where a risk or a milestone is created."`
	ProgramID string           `json:"program_id,omitempty" jsonschema:"The id of the program, where a risk or a milestone is created in it."`
	Field     changedField     `json:"field"`
	Value     json.RawMessage  `json:"value" jsonschema:"What the field shall hold: a word, a text, a number, a day as YYYY-MM-DD, a list of names for strategic_objectives, or null for not reported. For field *: an object of fields to create, or null to delete."`
	Why       string           `json:"why,omitempty" jsonschema:"The reason for this change, as the person gave it or as the records show it, in a few words."`
}

// wishing is the arguments of the tool in the catalogue.
type wishing struct {
	Changes []wanted `json:"changes" jsonschema:"The wanted changes, one for each field of each record."`
}

// ProposalFacts is a proposal as its caller is told of it. Title says what applying it would do; "" where all is so already.
// ID is set where the proposal is kept already.
type ProposalFacts struct {
	ID        string        `json:"proposal_id,omitempty"`
	Title     string        `json:"title"`
	Rows      []ChangeFacts `json:"rows"`
	AlreadySo []ChangeFacts `json:"already_so"`
	Note      string        `json:"note"`

	proposed Proposed
}

// Kept gives the output with the id under which its proposal is kept.
func (o Output) Kept(id string) Output {
	if p, ok := o.Result.(ProposalFacts); ok {
		p.ID = id
		o.Result = p
	}
	return o
}

func (p ProposalFacts) rows() int { return len(p.Rows) }

func (p ProposalFacts) citations() []portfolio.Citation {
	return citationsOf(slices.Concat(p.Rows, p.AlreadySo))
}

// What becomes of a proposal.
const (
	noteWaits   = "Nothing is changed. The proposal waits until a person applies or discards it in Portfolio AI; no tool can do that."
	noteNothing = "Nothing is proposed: every record holds the wanted value already."
)

// wishSchema describes the wanted changes without the kinds that are switched off; nil where none is left.
func wishSchema(never []portfolio.ProposalKind) *jsonschema.Schema {
	off := func(kinds ...portfolio.ProposalKind) bool {
		return !slices.ContainsFunc(kinds, func(k portfolio.ProposalKind) bool { return !slices.Contains(never, k) })
	}
	if off(portfolio.ProposalKinds...) {
		return nil
	}
	schema := schemaOf[wishing](reach{lists: append(slices.Clone(everyRecord), portfolio.EntityStatusUpdate), tests: everyRecord})
	changes := schema.Properties["changes"]
	changes.MinItems, changes.MaxItems = jsonschema.Ptr(1), jsonschema.Ptr(maxWishes)
	entity, field := changes.Items.Properties["entity"], changes.Items.Properties["field"]
	entity.Enum = slices.DeleteFunc(entity.Enum, func(word any) bool {
		if word == string(portfolio.EntityStatusUpdate) {
			return off(portfolio.ProposeUpdates)
		}
		return off(portfolio.ProposeFields, portfolio.ProposeRecords, portfolio.ProposeDeletes)
	})
	field.Enum = slices.DeleteFunc(field.Enum, func(word any) bool {
		switch word {
		case string(portfolio.EntityStatusUpdate):
			return off(portfolio.ProposeUpdates)
		case portfolio.WholeRecord:
			return off(portfolio.ProposeRecords, portfolio.ProposeDeletes)
		}
		return off(portfolio.ProposeFields)
	})
	return schema
}

// proposeChanges is the tool in the catalogue, or the one for whoever may not propose some kinds of changes. Its Arguments
// are nil where it may not be offered.
func proposeChanges(never ...portfolio.ProposalKind) Tool {
	schema := wishSchema(never)
	made := tool(ProposeChangesTool, schema, func(ctx context.Context, s Set, w wishing) (Result, error) {
		wishes, err := s.wishes(ctx, w.Changes)
		if err != nil {
			return nil, err
		}
		proposed, err := s.ProposeChanges(ctx, wishes)
		if err != nil {
			return nil, err
		}
		facts := ProposalFacts{Title: proposed.Title, Note: noteWaits, proposed: proposed}
		if len(proposed.Changes) == 0 {
			facts.Note = noteNothing
		}
		if facts.Rows, err = s.changeFacts(ctx, proposed.Changes); err != nil {
			return nil, err
		}
		facts.AlreadySo, err = s.changeFacts(ctx, proposed.Same)
		return facts, err
	})
	if len(never) > 0 {
		words := listed(each(never, portfolio.ProposalKind.Words))
		made.Description += "\n- The person has switched off proposals to " + words + ": never propose that, and say so where it is asked for."
	}
	return made
}

// wishes completes what a caller wrote: the program of a risk or a milestone is known by its id.
func (s Set) wishes(ctx context.Context, list []wanted) (Wishes, error) {
	var out Wishes
	for _, w := range list {
		wish := Wish{Entity: w.Entity, ID: w.ID, ProgramID: w.ProgramID, Field: string(w.Field), Value: w.Value, Why: w.Why}
		var err error
		switch {
		case w.Entity == portfolio.EntityProgram && w.ID == "":
			err = portfolio.Invalidf("A change of a program needs its id; a program cannot be created by a proposal.")
		case w.Entity == portfolio.EntityStatusUpdate && (w.Field != changedField(portfolio.EntityStatusUpdate) || w.ID == ""):
			err = portfolio.Invalidf("A status update is posted with field %q, the id of the program and the text as the value.", string(portfolio.EntityStatusUpdate))
		case w.Entity == portfolio.EntityRisk || w.Entity == portfolio.EntityMilestone:
			wish.ProgramID, err = s.programOf(ctx, w)
		}
		if err != nil {
			return out, err
		}
		out.Changes = append(out.Changes, wish)
	}
	return out, nil
}

// programOf gives the id of the program of a risk or a milestone, or of the one in which it is to be created.
func (s Set) programOf(ctx context.Context, w wanted) (string, error) {
	if w.ID == "" {
		if w.Field != portfolio.WholeRecord {
			return "", portfolio.Invalidf("A change of a %s needs its id; field %q creates one.", w.Entity.Words(), portfolio.WholeRecord)
		}
		if w.ProgramID == "" {
			return "", portfolio.Invalidf("A new %s needs program_id, the id of its program.", w.Entity.Words())
		}
		return w.ProgramID, nil
	}
	q := portfolio.Query{Of: w.Entity, Limit: 1}
	if w.Entity == portfolio.EntityRisk {
		q.Where = []portfolio.Condition{{Field: portfolio.FieldRiskID, Op: portfolio.OpIs, Values: []string{w.ID}}}
		page, err := s.Workspace.Risks(ctx, q)
		if err != nil {
			return "", err
		}
		if len(page.Rows) > 0 {
			return page.Rows[0].ProgramID, nil
		}
		return "", portfolio.NotFound(w.Entity, w.ID)
	}
	q.Where = []portfolio.Condition{{Field: portfolio.FieldMilestoneID, Op: portfolio.OpIs, Values: []string{w.ID}}}
	page, err := s.Workspace.Milestones(ctx, q)
	if err != nil {
		return "", err
	}
	if len(page.Rows) > 0 {
		return page.Rows[0].ProgramID, nil
	}
	return "", portfolio.NotFound(w.Entity, w.ID)
}
