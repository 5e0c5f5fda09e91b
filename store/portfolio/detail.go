package portfolio

// ProgramDetail is a program with everything its page shows: its risks, its milestones, its feed of status updates
// (newest first) and the programs that it waits for or holds up.
type ProgramDetail struct {
	Program      Program        `json:"program"`
	Health       Health         `json:"health"`
	Updates      []StatusUpdate `json:"updates"`
	Dependencies []Dependency   `json:"dependencies"`
}

// Named is a record with the name that people use for it. ProgramID is its own id for a program and "" for an objective.
type Named struct {
	Entity    Entity `json:"entity"`
	ID        string `json:"id"`
	Name      string `json:"name"`
	ProgramID string `json:"program_id"`
}

// Found is a record that a search found, with the name of the program that it belongs to; "" for a program and an objective.
type Found struct {
	Named
	ProgramName string `json:"program_name"`
}

// Counts says how much a portfolio holds, for first-run, backups and checks.
type Counts struct {
	Programs      int `json:"programs"`
	Risks         int `json:"risks"`
	Milestones    int `json:"milestones"`
	Objectives    int `json:"objectives"`
	StatusUpdates int `json:"status_updates"`
	Dependencies  int `json:"dependencies"`
	ChangeSets    int `json:"change_sets"`
}
