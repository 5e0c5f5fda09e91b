package report

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// Kinds lists the kinds that can be made.
var Kinds = []Kind{Executive}

// Validate fails with EInvalid for a kind that there is not.
func (k Kind) Validate() error {
	if !slices.Contains(Kinds, k) {
		return portfolio.Invalidf("There is no report %q.", string(k))
	}
	return nil
}

// template is how one kind of report is made.
type template struct {
	title string
	pages func(maker) []Page
}

// templates is the table of kinds.
var templates = map[Kind]template{
	Executive: {"Executive summary", maker.executive},
}

// maker makes the pages of one report.
type maker struct {
	Snapshot
	facts
	before *facts // nil where there is nothing to compare with
}

// Make makes a report of a kind from a snapshot, always the same from the same. It fails with EInvalid for a kind that there
// is not.
func Make(kind Kind, s Snapshot) (Report, error) {
	if err := kind.Validate(); err != nil {
		return Report{}, err
	}
	m := maker{Snapshot: s, facts: factsOf(s.Now)}
	r := Report{Kind: kind, Title: templates[kind].title, Scope: s.Scope, AsOf: s.Now.Day}
	if s.Before != nil {
		before := factsOf(*s.Before)
		m.before, r.Since = &before, s.Before.Day
	}
	r.Pages = templates[kind].pages(m)
	return r, nil
}
