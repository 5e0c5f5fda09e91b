package portfolio

// Document is a whole portfolio as it is handed over in one file. Risks and milestones stand in their programs.
type Document struct {
	Programs      []Program
	Objectives    []Objective
	StatusUpdates []StatusUpdate
	Dependencies  []Dependency
}
