package report

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// Kinds lists the kinds, in the order in which a window offers them.
var Kinds = []Kind{Executive, Steering, Program, Risks, Milestones, Changes}

// Validate fails with EInvalid for a kind that there is not.
func (k Kind) Validate() error {
	if !slices.Contains(Kinds, k) {
		return portfolio.Invalidf("There is no report %q; choose executive, steering, program, risks, milestones or changes.", string(k))
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
	Executive:  {"Executive summary", maker.executive},
	Steering:   {"Steering pack", maker.steering},
	Program:    {"Program sheet", maker.sheet},
	Risks:      {"Risk register", maker.register},
	Milestones: {"Milestone look-ahead", maker.lookAhead},
	Changes:    {"Changes", maker.changes},
}

// maker makes the pages of one report.
type maker struct {
	Snapshot
	facts
	before *facts                            // nil where there is nothing to compare with
	events []event                           // what changed since
	said   map[string]portfolio.StatusUpdate // the newest of each program, by its id
}

// Make makes a report of a kind from a snapshot, always the same from the same. It fails with EInvalid for a kind that there
// is not, and for a program sheet of anything but one program.
func Make(kind Kind, s Snapshot) (Report, error) {
	if err := kind.Validate(); err != nil {
		return Report{}, err
	}
	if kind == Program && len(s.Now.Programs) != 1 {
		return Report{}, portfolio.Invalidf("A program sheet is about one program; choose it.")
	}
	m := maker{Snapshot: s, facts: factsOf(s.Now), said: map[string]portfolio.StatusUpdate{}}
	for _, u := range slices.Backward(s.Now.Updates) {
		m.said[u.ProgramID] = u
	}
	if s.Before != nil {
		before := factsOf(*s.Before)
		m.before, m.events = &before, s.told()
	}
	return Report{Kind: kind, Title: templates[kind].title, Scope: s.Scope, AsOf: s.Now.Day, Since: s.Since, Pages: templates[kind].pages(m)}, nil
}
