package portfolio

// TimelineRow is what a timeline shows of a program beside its row in a list.
type TimelineRow struct {
	ProgramID   string      `json:"program_id"`
	FirstLaunch Date        `json:"first_launch" ts_type:"string | null"` // the oldest launch date that the change log knows
	Milestones  []Milestone `json:"milestones"`                           // the earliest due first, those without a due date last
	WaitsFor    []Link      `json:"waits_for"`                            // programs that must launch before this one
	HoldsUp     []Link      `json:"holds_up"`                             // programs that cannot launch before this one
}

// Link is a dependency as one of its programs sees it: with the other program, which need not be in the same list.
type Link struct {
	Dependency Dependency `json:"dependency"`
	Other      LinkEnd    `json:"other"`
}

// LinkEnd is the program on the other side of a dependency.
type LinkEnd struct {
	ID         string `json:"id"`
	Name       string `json:"name"`
	Status     Status `json:"status" ts_type:"'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null"`
	StartDate  Date   `json:"start_date" ts_type:"string | null"`
	LaunchDate Date   `json:"launch_date" ts_type:"string | null"`
}
