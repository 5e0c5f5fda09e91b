package tools

import (
	"encoding/json"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestConfine_listsCountsAndTellsChangesOfSomeProgramsAndFindsAnyByName(t *testing.T) {
	set, steps := recorded(filled(t, 6))
	red := &portfolio.Query{Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{"Off Track"}}}}
	set.Workspace = Confine(set.Workspace, red)
	all := portfolio.Query{Of: portfolio.EntityProgram}

	some, err := set.ListPrograms(t.Context(), Query{Query: all})
	if err != nil || some.Total != 3 {
		t.Errorf("lists %d programs, %v; want 3", some.Total, err)
	}
	groups, err := set.CountBy(t.Context(), Grouping{Query: all})
	if err != nil || groups[0].Count != 3 {
		t.Errorf("counts %+v, %v; want 3", groups, err)
	}
	changes, err := set.ListChanges(t.Context(), Period{Since: "2026-02-01"})
	if err != nil || len(changes) != 3 {
		t.Errorf("tells %d changes, %v; want 3", len(changes), err)
	}
	for _, step := range *steps {
		var kept struct{ Within *portfolio.Query }
		if err := json.Unmarshal(step.Arguments, &kept); err != nil || kept.Within == nil || len(kept.Within.Where) != 1 {
			t.Errorf("%s keeps the arguments %s, %v; want the programs it was confined to", step.Tool, step.Arguments, err)
		}
	}

	named := all
	named.Where = []portfolio.Condition{{Field: portfolio.FieldName, Op: portfolio.OpIs, Values: []string{"Program 0001"}}}
	if some, err = set.ListPrograms(t.Context(), Query{Query: named}); err != nil || some.Total != 1 {
		t.Errorf("finds %d programs by the name of another, %v; want 1", some.Total, err)
	}
}

func TestConfine_toAllConfinesNothing(t *testing.T) {
	set, steps := recorded(filled(t, 4))
	set.Workspace = Confine(set.Workspace, nil)
	some, err := set.ListPrograms(t.Context(), Query{})
	if err != nil || some.Total != 4 {
		t.Errorf("lists %d programs, %v; want 4", some.Total, err)
	}
	var kept struct{ Within *portfolio.Query }
	if err := json.Unmarshal((*steps)[0].Arguments, &kept); err != nil || kept.Within != nil {
		t.Errorf("keeps %s, %v", (*steps)[0].Arguments, err)
	}
}
