package exchange

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"slices"

	"portfolio-ai/store/portfolio"
)

// documentFile is a portfolio.Document as it is written: the keys stand in this order.
type documentFile struct {
	Format        string                   `json:"format"`
	Version       int                      `json:"version"`
	Programs      []portfolio.Program      `json:"programs"`
	Objectives    []portfolio.Objective    `json:"objectives"`
	StatusUpdates []portfolio.StatusUpdate `json:"status_updates"`
	Dependencies  []portfolio.Dependency   `json:"dependencies"`
}

// WriteJSON writes a portfolio in our own format, every list sorted by id and with a line end after the last line, so that
// the same portfolio gives the same bytes. Read takes the file in again. The document is not changed.
func WriteJSON(out io.Writer, d portfolio.Document) error {
	file := documentFile{
		Format:        documentFormat,
		Version:       documentVersion,
		Programs:      sortedBy(d.Programs, func(p portfolio.Program) string { return p.ID }),
		Objectives:    sortedBy(d.Objectives, func(o portfolio.Objective) string { return o.ID }),
		StatusUpdates: sortedBy(d.StatusUpdates, func(u portfolio.StatusUpdate) string { return u.ID }),
		Dependencies:  sortedBy(d.Dependencies, func(d portfolio.Dependency) string { return d.ID }),
	}
	for i := range file.Programs {
		p := &file.Programs[i]
		p.StrategicObjectives = sortedNames(append([]string{}, p.StrategicObjectives...))
		p.Risks = sortedBy(p.Risks, func(r portfolio.Risk) string { return r.ID })
		p.Milestones = sortedBy(p.Milestones, func(m portfolio.Milestone) string { return m.ID })
	}
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false) // the file is no page
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(file); err != nil {
		return fmt.Errorf("write the portfolio: %w", err)
	}
	return nil
}

// sortedBy gives a sorted copy, which is never nil.
func sortedBy[T any](list []T, id func(T) string) []T {
	out := append([]T{}, list...)
	slices.SortFunc(out, func(a, b T) int { return cmp.Compare(id(a), id(b)) })
	return out
}
