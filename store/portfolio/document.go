package portfolio

import (
	"cmp"
	"slices"
)

// Document is a whole portfolio as it is handed over in one file. Risks and milestones stand in their programs.
type Document struct {
	Programs      []Program
	Objectives    []Objective
	StatusUpdates []StatusUpdate
	Dependencies  []Dependency
}

// SortByName puts the programs in the order in which people list them.
func (d Document) SortByName() {
	keys := map[string]string{} // folding a name takes longer than to compare it
	for _, p := range d.Programs {
		keys[p.ID] = Fold(p.Name)
	}
	slices.SortFunc(d.Programs, func(a, b Program) int {
		return cmp.Or(cmp.Compare(keys[a.ID], keys[b.ID]), cmp.Compare(a.ID, b.ID))
	})
}
