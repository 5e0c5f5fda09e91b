package tools

import (
	"encoding/json"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestEvidence_everyToolLeavesWhatItGave(t *testing.T) {
	db := furnished(t)
	cases := map[Name]struct {
		call func(Set) error
		gave func(Observation) bool
	}{
		ListProgramsTool: {
			func(s Set) error { _, err := s.ListPrograms(t.Context(), Query{}); return err },
			func(o Observation) bool { return len(o.Programs) == o.Total && o.Total > 0 && o.Whole },
		},
		ListRisksTool: {
			func(s Set) error { _, err := s.ListRisks(t.Context(), Query{}); return err },
			func(o Observation) bool { return len(o.Risks) == o.Total && o.Query.Of == portfolio.EntityRisk },
		},
		ListMilestonesTool: {
			func(s Set) error { _, err := s.ListMilestones(t.Context(), Query{}); return err },
			func(o Observation) bool {
				return len(o.Milestones) == o.Total && o.Query.Of == portfolio.EntityMilestone
			},
		},
		CountByTool: {
			func(s Set) error {
				_, err := s.CountBy(t.Context(), Grouping{Query: portfolio.Query{Of: portfolio.EntityProgram}, By: portfolio.FieldStatus})
				return err
			},
			func(o Observation) bool { return len(o.Groups) > 0 && o.By == portfolio.FieldStatus },
		},
		GetProgramTool: {
			func(s Set) error { _, err := s.GetProgram(t.Context(), ProgramRef{ID: "atlas"}); return err },
			func(o Observation) bool { return o.Detail != nil && o.Detail.Program.ID == "atlas" },
		},
		ExplainHealthTool: {
			func(s Set) error { _, err := s.ExplainHealth(t.Context(), ProgramRef{ID: "atlas"}); return err },
			func(o Observation) bool { return o.Detail != nil && o.Detail.Program.ID == "atlas" },
		},
		ListAttentionTool: {
			func(s Set) error { _, err := s.ListAttention(t.Context(), Query{}); return err },
			func(o Observation) bool { return o.Query.Of == portfolio.EntityProgram && len(o.Query.Where) > 0 },
		},
		ListChangesTool: {
			func(s Set) error { _, err := s.ListChanges(t.Context(), Period{Since: "2026-01-01"}); return err },
			func(o Observation) bool { return o.Period.Since == "2026-01-01" },
		},
		ListDependenciesTool: {
			func(s Set) error {
				_, err := s.ListDependencies(t.Context(), DependenciesOf{ID: "atlas"})
				return err
			},
			func(o Observation) bool { return len(o.Programs) > 0 },
		},
		WhatIfSlipTool: {
			func(s Set) error { _, err := s.WhatIfSlip(t.Context(), SlipOf{ID: "atlas", By: 10}); return err },
			func(o Observation) bool { return len(o.Programs) > 0 },
		},
		ForecastLaunchTool: {
			func(s Set) error { _, err := s.ForecastLaunch(t.Context(), ForecastOf{ID: "atlas"}); return err },
			func(o Observation) bool { return o.Detail != nil && o.Detail.Program.ID == "atlas" },
		},
		ProposeChangesTool: {
			func(s Set) error {
				_, err := s.ProposeChanges(t.Context(), Wishes{[]Wish{{portfolio.EntityProgram, "atlas", "", "progress", json.RawMessage(`41`), ""}}})
				return err
			},
			func(o Observation) bool { return len(o.Changes) == 1 && string(o.Changes[0].After) == "41" },
		},
	}
	for _, name := range Names {
		t.Run(string(name), func(t *testing.T) {
			evidence := &Evidence{}
			if err := cases[name].call(Set{Workspace: db, Now: time.Now, Record: func(portfolio.Step) {}, Evidence: evidence}); err != nil {
				t.Fatal(err)
			}
			observed := evidence.Observations()
			if len(observed) == 0 || evidence.Workspace() == nil {
				t.Fatal("it leaves no evidence")
			}
			if o := observed[0]; o.Tool != name || !cases[name].gave(o) {
				t.Errorf("it leaves %+v", o)
			}
		})
	}
}

func TestEvidence_aFailedCallLeavesNone(t *testing.T) {
	set, _ := recorded(furnished(t))
	set.Evidence = &Evidence{}
	if _, err := set.GetProgram(t.Context(), ProgramRef{ID: "nowhere"}); err == nil {
		t.Fatal("found a program that is not there")
	}
	if observed := set.Evidence.Observations(); len(observed) != 0 {
		t.Errorf("it leaves %+v", observed)
	}
}

func TestEvidence_whatAnEngineDoesWithItsRowsChangesNone(t *testing.T) {
	set, _ := recorded(furnished(t))
	set.Evidence = &Evidence{}
	programs, err := set.ListPrograms(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	programs.Rows[0].Name = "Another"
	if got := set.Evidence.Observations()[0].Programs[0].Name; got == "Another" {
		t.Errorf("the evidence now says %q", got)
	}
}
