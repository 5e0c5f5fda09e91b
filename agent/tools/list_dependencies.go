package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// ListDependenciesTool is the name of ListDependencies.
const ListDependenciesTool Name = "list_dependencies"

// Side says from which side a program is looked at. The zero value is both.
type Side string

// The sides: what the program waits for, and what waits for it.
const (
	SideWaitsFor Side = "waits_for"
	SideHoldsUp  Side = "holds_up"
)

// Sides lists them.
var Sides = []Side{SideWaitsFor, SideHoldsUp}

// DependenciesOf is the arguments of ListDependencies. ID "" is every program, and then Side means nothing. Broken asks for
// those only that the plan breaks.
type DependenciesOf struct {
	ID     string `json:"id,omitempty"`
	Side   Side   `json:"side,omitempty"`
	Broken bool   `json:"broken,omitempty"`
}

// ListDependencies lists the dependencies of one program or of all, by what is waited for. It fails with ENotFound.
func (s Set) ListDependencies(ctx context.Context, of DependenciesOf) ([]portfolio.DependencyRow, error) {
	return call(ctx, s, ListDependenciesTool, of, func(ctx context.Context, of DependenciesOf) ([]portfolio.DependencyRow, int, []Observation, error) {
		var around portfolio.Around
		if of.ID != "" {
			if _, err := s.Workspace.Program(ctx, of.ID); err != nil {
				return nil, 0, nil, err
			}
			around.Programs = []string{of.ID}
		}
		rows, err := s.Workspace.Dependencies(ctx, around)
		if err != nil {
			return nil, 0, nil, err
		}
		rows = slices.DeleteFunc(rows, func(d portfolio.DependencyRow) bool {
			return of.Broken && !d.Broken() || of.ID != "" && (of.Side == SideWaitsFor && d.To != of.ID || of.Side == SideHoldsUp && d.From != of.ID)
		})
		observed, err := s.observe(ctx, joined(rows, of.ID))
		return rows, len(rows), observed, err
	})
}

// joined names the programs of dependencies, and one besides where there is one; some more than once.
func joined(rows []portfolio.DependencyRow, besides string) []string {
	ids := []string{}
	if besides != "" {
		ids = append(ids, besides)
	}
	for _, d := range rows {
		ids = append(ids, d.From, d.To)
	}
	return ids
}

// depending is the arguments of the tool in the catalogue.
type depending struct {
	ID     string `json:"id,omitempty" jsonschema:"The id of a program, or its exact name; every program where it is left out."`
	Side   Side   `json:"side,omitempty"`
	Broken bool   `json:"broken,omitempty" jsonschema:"Only dependencies that the plan breaks."`
	part
}

// DependencyFacts is a dependency as a caller is told of it: Program waits for WaitsFor.
type DependencyFacts struct {
	Program  LaunchFacts `json:"program"`
	WaitsFor LaunchFacts `json:"waits_for"`
	Note     reported    `json:"note"`
	Broken   bool        `json:"broken"`
	TooEarly int         `json:"too_early_days"`
}

func factsOfDependency(d portfolio.DependencyRow) DependencyFacts {
	return DependencyFacts{factsOfLaunch(d.Then), factsOfLaunch(d.First), cut(d.Note, shortText), d.Broken(), d.TooEarly()}
}

// DependenciesFacts lists dependencies. Total counts all that were found, of which Rows are a part.
type DependenciesFacts struct {
	Rows  []DependencyFacts `json:"rows"`
	Total int               `json:"total"`
}

func (f DependenciesFacts) rows() int { return len(f.Rows) }

func (f DependenciesFacts) citations() []portfolio.Citation {
	var out []portfolio.Citation
	for _, d := range f.Rows {
		out = append(out, d.Program.citation(), d.WaitsFor.citation())
	}
	return out
}

// listDependencies is the tool in the catalogue.
func listDependencies() Tool {
	return tool(ListDependenciesTool, schemaOf[depending](ofPrograms), func(ctx context.Context, s Set, a depending) (Result, error) {
		if a.ID != "" {
			row, err := s.row(ctx, programArgument{a.ID})
			if err != nil {
				return nil, err
			}
			a.ID = row.ID
		}
		rows, err := s.ListDependencies(ctx, DependenciesOf{a.ID, a.Side, a.Broken})
		return DependenciesFacts{each(of(a.part, rows), factsOfDependency), len(rows)}, err
	})
}
