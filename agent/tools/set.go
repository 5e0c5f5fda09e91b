package tools

import (
	"cmp"
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// Name names a tool, in steps and towards models.
type Name string

//go:embed *.md
var descriptions embed.FS

// Description is what a person or a model reads to learn what a tool does. It is the file NAME.md.
func (n Name) Description() string {
	text, err := descriptions.ReadFile(string(n) + ".md")
	if err != nil {
		panic(err) // a tool without its file is a fault of the build, and the package's test finds it
	}
	return strings.TrimSpace(string(text))
}

// Names lists the tools.
var Names = []Name{
	ListProgramsTool, ListRisksTool, ListMilestonesTool, GetProgramTool, CountByTool, ExplainHealthTool, ListChangesTool, ListAttentionTool,
	ListDependenciesTool, WhatIfSlipTool, ForecastLaunchTool, ProposeChangesTool,
}

// Set is the tools over one portfolio for one turn. Each call hands a step to Record when it has ended well, and keeps what
// it gave in Evidence; nil keeps nothing, and then nothing that is said of it counts as checked. Today is the day that
// answers count from; not reported means the day of Now. Never is what a person does not want to be proposed.
type Set struct {
	Workspace Workspace
	Record    func(portfolio.Step)
	Now       func() time.Time
	Today     portfolio.Date
	Evidence  *Evidence
	Never     []portfolio.ProposalKind
}

// today is the day that answers count from.
func (s Set) today() portfolio.Date { return cmp.Or(s.Today, portfolio.DateOf(s.Now())) }

// call runs a tool and records it. Arguments are kept as JSON, so that a later turn can take them up again.
func call[A, R any](ctx context.Context, s Set, name Name, arguments A, run func(context.Context, A) (R, int, []Observation, error)) (R, error) {
	start := s.Now()
	result, rows, observed, err := run(ctx, arguments)
	if err != nil {
		return result, fmt.Errorf("%s: %w", name, err)
	}
	encoded, err := encode(s, arguments)
	if err != nil {
		return result, fmt.Errorf("%s: encoding the arguments: %w", name, err)
	}
	took := float64(s.Now().Sub(start).Microseconds()) / 1000
	for i := range observed {
		observed[i].Tool = name
	}
	s.Evidence.add(s.Workspace, observed...)
	s.Record(portfolio.Step{Tool: string(name), Arguments: encoded, Rows: rows, Ms: took})
	return result, nil
}

// encode writes arguments as a step keeps them: with the programs that a query was confined to, so that it can be asked again.
func encode[A any](s Set, arguments A) (json.RawMessage, error) {
	encoded, err := json.Marshal(arguments)
	part, some := s.Workspace.(confined)
	if err != nil || !some {
		return encoded, err
	}
	kept := map[string]json.RawMessage{}
	if err := json.Unmarshal(encoded, &kept); err != nil {
		return nil, err
	}
	for _, asked := range []string{"query", "programs"} {
		if kept[asked] != nil {
			if kept["within"], err = json.Marshal(part.within); err != nil {
				return nil, err
			}
			break
		}
	}
	return json.Marshal(kept)
}

// Query is the arguments of the listing tools. What Query.Of says is replaced by what the tool lists, and Query.After and
// Query.Limit are the tool's own. Limit bounds the rows; 0 asks for all.
type Query struct {
	Query portfolio.Query `json:"query"`
	Limit int             `json:"limit"`

	// Found is told how many records there are as soon as that is known, before the rows; it may be nil.
	Found func(total int) `json:"-"`
}

// pages collects the rows of all pages up to the limit. fetch gives one page. The first is small, because it says how many
// there are; what is behind it is read in large ones.
func pages[R any](q Query, fetch func(portfolio.Query) (rows []R, next string, total int, err error)) ([]R, int, error) {
	query, collected := q.Query, []R{}
	query.After = ""
	for {
		query.Limit = portfolio.MaxPage
		if query.After != "" {
			query.Limit = portfolio.MaxRead
		}
		if q.Limit > 0 {
			query.Limit = min(query.Limit, q.Limit-len(collected))
		}
		rows, next, total, err := fetch(query)
		if err != nil {
			return nil, 0, err
		}
		if q.Found != nil && query.After == "" {
			q.Found(total)
		}
		collected = append(collected, rows...)
		if next == "" || q.Limit > 0 && len(collected) >= q.Limit {
			return collected, total, nil
		}
		query.After = next
	}
}
