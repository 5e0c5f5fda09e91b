package tools

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// wishOf is a wish of each kind, and the same as the arguments of the tool.
var wishOf = map[portfolio.ProposalKind]struct {
	wish      Wish
	arguments string
}{
	portfolio.ProposeFields: {Wish{portfolio.EntityProgram, "atlas", "", "status", json.RawMessage(`"At Risk"`), ""},
		`{"entity": "program", "id": "atlas", "field": "status", "value": "At Risk"}`},
	portfolio.ProposeRecords: {Wish{portfolio.EntityRisk, "", "atlas", "*", json.RawMessage(`{"title": "x"}`), ""},
		`{"entity": "risk", "program_id": "atlas", "field": "*", "value": {"title": "x"}}`},
	portfolio.ProposeDeletes: {Wish{portfolio.EntityRisk, "r", "atlas", "*", json.RawMessage(`null`), ""},
		`{"entity": "risk", "id": "r", "field": "*", "value": null}`},
	portfolio.ProposeUpdates: {Wish{portfolio.EntityStatusUpdate, "atlas", "", "status_update", json.RawMessage(`"x"`), ""},
		`{"entity": "status_update", "id": "atlas", "field": "status_update", "value": "x"}`},
}

func TestSet_refusesTheKindsThatAreSwitchedOffAndNoOther(t *testing.T) {
	db := furnished(t)
	for _, never := range portfolio.ProposalKinds {
		set, steps := recorded(db)
		set.Never = []portfolio.ProposalKind{never}
		for kind, c := range wishOf {
			_, typed := set.ProposeChanges(t.Context(), Wishes{[]Wish{c.wish}})
			_, named := set.Run(t.Context(), ProposeChangesTool, json.RawMessage(`{"changes": [`+c.arguments+`]}`))
			for way, err := range map[string]error{"typed": typed, "by name": named} {
				if off := portfolio.ErrorCode(err) == portfolio.EInvalid && strings.Contains(portfolio.ErrorMessage(err), kind.Words()+" is switched off"); off != (kind == never) || !off && err != nil {
					t.Errorf("%s is never proposed, %s %s: %v", never, kind, way, err)
				}
			}
		}
		if len(*steps) != 2*(len(wishOf)-1) {
			t.Errorf("%s: %d steps", never, len(*steps))
		}
		mixed := Wishes{[]Wish{wishOf[portfolio.ProposeFields].wish, wishOf[portfolio.ProposeDeletes].wish}}
		if p, err := set.ProposeChanges(t.Context(), mixed); (err != nil) != (never == portfolio.ProposeFields || never == portfolio.ProposeDeletes) || err != nil && len(p.Changes) > 0 {
			t.Errorf("%s: a proposal with other rows: %+v, %v", never, p, err)
		}
	}
}

func TestOffered_hasOnlyWhatMayBeProposed(t *testing.T) {
	tests := map[string]struct {
		never    []portfolio.ProposalKind
		has, not []string // words of the schema
	}{
		"all":        {nil, []string{`"*"`, `"status_update"`, `"launch_date"`, `"milestone"`}, nil},
		"no updates": {[]portfolio.ProposalKind{portfolio.ProposeUpdates}, []string{`"*"`, `"launch_date"`}, []string{`"status_update"`}},
		"no fields":  {[]portfolio.ProposalKind{portfolio.ProposeFields}, []string{`"*"`, `"status_update"`}, []string{`"launch_date"`}},
		"no deletes": {[]portfolio.ProposalKind{portfolio.ProposeDeletes}, []string{`"*"`, `"launch_date"`}, nil},
		"no records": {[]portfolio.ProposalKind{portfolio.ProposeDeletes, portfolio.ProposeRecords}, []string{`"launch_date"`}, []string{`"*"`}},
		"only updates": {[]portfolio.ProposalKind{portfolio.ProposeFields, portfolio.ProposeDeletes, portfolio.ProposeRecords},
			[]string{`"status_update"`}, []string{`"*"`, `"launch_date"`, `"milestone"`}},
	}
	for name, c := range tests {
		offered := Offered(c.never)
		if len(offered) != len(Names) {
			t.Errorf("%s: %d tools are offered", name, len(offered))
		}
		tool := offered[slices.IndexFunc(offered, func(t Tool) bool { return t.Name == ProposeChangesTool })]
		schema, err := json.Marshal(tool.Arguments)
		if err != nil {
			t.Fatal(err)
		}
		for _, word := range c.has {
			if !strings.Contains(string(schema), word) {
				t.Errorf("%s: %s is not offered", name, word)
			}
		}
		for _, word := range c.not {
			if strings.Contains(string(schema), word) {
				t.Errorf("%s: %s is offered", name, word)
			}
		}
		for _, kind := range portfolio.ProposalKinds {
			said := strings.Contains(tool.Description[len(ProposeChangesTool.Description()):], kind.Words())
			if said != slices.Contains(c.never, kind) {
				t.Errorf("%s: the description says %q", name, tool.Description)
			}
		}
	}
	none := Offered(portfolio.ProposalKinds)
	if len(none) != len(Names)-1 || slices.ContainsFunc(none, func(t Tool) bool { return t.Writes }) {
		t.Errorf("where nothing may be proposed, %s are offered", fmt.Sprint(len(none)))
	}
	if len(Catalog()) != len(Names) {
		t.Error("the catalogue lost a tool")
	}
}
