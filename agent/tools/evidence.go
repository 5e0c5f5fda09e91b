package tools

import (
	"context"
	"slices"
	"sync"

	"portfolio-ai/store/portfolio"
)

// Observation is what one call of a tool gave: records with all their fields, or figures with what they are figures of.
// What a tool does not give is empty.
type Observation struct {
	Tool Name

	// Query is what was listed or counted, and Total how many records it finds. Whole is true where all of them were read.
	Query      portfolio.Query
	Total      int
	Whole      bool
	Programs   []portfolio.ProgramRow
	Risks      []portfolio.RiskRow
	Milestones []portfolio.MilestoneRow

	// Groups are the records of Query by a field; By "" is one group over all of them.
	By     portfolio.Field
	Groups []portfolio.Group

	// Updates are the newest of the Total updates that Search finds.
	Updates []portfolio.UpdateRow
	Search  portfolio.UpdateSearch

	Detail  *portfolio.ProgramDetail // a program with everything that belongs to it
	Period  Period                   // what Changes lie in
	Changes []portfolio.Change       // what changed, or what a proposal would change
}

// Evidence is what the tools gave in one turn, in the order in which they gave it, and where it can be asked again. The
// zero value is ready to be put into a Set. It is safe for concurrent use.
type Evidence struct {
	mu        sync.Mutex
	workspace Workspace
	observed  []Observation
}

// Observations lists what was observed so far.
func (e *Evidence) Observations() []Observation {
	e.mu.Lock()
	defer e.mu.Unlock()
	return slices.Clone(e.observed)
}

// Workspace is the portfolio that was observed; nil where nothing was.
func (e *Evidence) Workspace() Workspace {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.workspace
}

// add keeps what a call gave. A nil Evidence keeps nothing.
func (e *Evidence) add(w Workspace, observed ...Observation) {
	if e == nil {
		return
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.workspace, e.observed = w, append(e.observed, observed...)
}

// observe reads programs that an answer may name, by their ids, as evidence; nothing where nobody keeps it.
func (s Set) observe(ctx context.Context, ids []string) ([]Observation, error) {
	if s.Evidence == nil || len(ids) == 0 {
		return nil, nil
	}
	rows, err := s.programRows(ctx, ids)
	return []Observation{{Programs: rows}}, err
}
