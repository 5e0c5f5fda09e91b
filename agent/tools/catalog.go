package tools

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"

	"portfolio-ai/store/portfolio"
)

// Tool is a tool as models and other programs see it.
type Tool struct {
	Name        Name
	Title       string // a few words for people: "List programs"
	Description string

	// Writes says that the tool makes a proposal, which waits until a person decides. No tool changes the portfolio.
	Writes bool

	// Arguments describes the JSON object that Set.Run takes. It is shared and must not be changed.
	Arguments *jsonschema.Schema

	run func(ctx context.Context, s Set, arguments json.RawMessage) (Result, error)
}

// Catalog lists the tools in the order of Names. Everybody who offers them to a model or to another program offers these.
var Catalog = sync.OnceValue(func() []Tool {
	return []Tool{
		listPrograms(), listRisks(), listMilestones(), getProgram(), countBy(), explainHealth(), listChanges(), listAttention(),
		listDependencies(), whatIfSlip(), forecastLaunch(), proposeChanges(),
	}
})

// Offered lists the tools for whoever may not propose some kinds of changes: without ProposeChangesTool where none is left,
// else with one that neither offers nor describes them. Set.Run refuses them all the same.
func Offered(never []portfolio.ProposalKind) []Tool {
	all := slices.Clone(Catalog())
	if len(never) == 0 {
		return all
	}
	at := slices.IndexFunc(all, func(t Tool) bool { return t.Name == ProposeChangesTool })
	if all[at] = proposeChanges(never...); all[at].Arguments == nil {
		return slices.Delete(all, at, at+1)
	}
	return all
}

// tool describes a tool whose arguments are an A.
func tool[A any](name Name, schema *jsonschema.Schema, run func(context.Context, Set, A) (Result, error)) Tool {
	words := strings.ReplaceAll(string(name), "_", " ")
	return Tool{
		Name: name, Title: strings.ToUpper(words[:1]) + words[1:], Description: name.Description(), Arguments: schema,
		Writes: name == ProposeChangesTool,
		run: func(ctx context.Context, s Set, raw json.RawMessage) (Result, error) {
			var arguments A
			if err := read(schema, raw, &arguments); err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			return run(ctx, s, arguments)
		},
	}
}

// Result is what a tool tells its caller: one of the types of this package, which marshals to JSON.
type Result interface {
	rows() int
	citations() []portfolio.Citation
}

// Output is what a call of a tool gave. Rows counts the rows in the result, Citations are the records in it, each once;
// a count cites none. Proposal is what ProposeChangesTool would change; nil for other tools and where all is so already.
type Output struct {
	Result    Result
	Rows      int
	Citations []portfolio.Citation
	Proposal  *Proposed
}

// JSON gives the result as callers are told it, on one line.
func (o Output) JSON() (json.RawMessage, error) { return plain(o.Result) }

// plain writes JSON with "&" and the like as they are, as a model is to repeat them.
func plain[V any](value V) (json.RawMessage, error) {
	var out bytes.Buffer
	encoder := json.NewEncoder(&out)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(value); err != nil {
		return nil, fmt.Errorf("write the result of a tool: %w", err)
	}
	return bytes.TrimSpace(out.Bytes()), nil
}

// Run runs a tool by its name on JSON arguments, as its schema describes them; none are an empty object. An argument that
// is null or "" counts as left out. It fails with ENotFound for a tool or a record that there is not and with EInvalid for
// arguments that do not fit, in a sentence that says what would.
func (s Set) Run(ctx context.Context, name Name, arguments json.RawMessage) (Output, error) {
	at := slices.IndexFunc(Catalog(), func(t Tool) bool { return t.Name == name })
	if at < 0 {
		return Output{}, portfolio.Errorf(portfolio.ENotFound, "There is no tool %q; there are %s.", string(name), listed(Names))
	}
	result, err := Catalog()[at].run(ctx, s, arguments)
	if err != nil {
		return Output{}, err
	}
	out := Output{Result: result, Rows: result.rows(), Citations: distinct(result.citations())}
	if p, ok := result.(ProposalFacts); ok && len(p.proposed.Changes) > 0 {
		out.Proposal = &p.proposed
	}
	return out, nil
}

// distinct leaves each record once.
func distinct(citations []portfolio.Citation) []portfolio.Citation {
	out := make([]portfolio.Citation, 0, len(citations))
	known := map[portfolio.Citation]bool{}
	for _, c := range citations {
		key := portfolio.Citation{Type: c.Type, ID: c.ID}
		if !known[key] {
			known[key] = true
			out = append(out, c)
		}
	}
	return out
}

// listed names words for a sentence: "a, b and c".
func listed[W ~string](words []W) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	if len(out) < 2 {
		return strings.Join(out, "")
	}
	return strings.Join(out[:len(out)-1], ", ") + " and " + out[len(out)-1]
}
