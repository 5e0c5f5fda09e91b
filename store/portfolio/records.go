package portfolio

import "strings"

// Entity names a kind of record. The strings are those of the command line and of the change log.
type Entity string

// The entities.
const (
	EntityProgram      Entity = "program"
	EntityRisk         Entity = "risk"
	EntityMilestone    Entity = "milestone"
	EntityObjective    Entity = "objective"
	EntityDependency   Entity = "dependency"
	EntityStatusUpdate Entity = "status_update"
)

// Entities lists all of them, parents before the records that point to them.
var Entities = []Entity{EntityObjective, EntityProgram, EntityRisk, EntityMilestone, EntityStatusUpdate, EntityDependency}

// Words gives the entity as it stands in a sentence: "status update".
func (e Entity) Words() string { return strings.ReplaceAll(string(e), "_", " ") }

// Plural gives the plural of words that name something: "launch dates", "dependencies", "statuses".
func Plural(words string) string {
	switch {
	case strings.HasSuffix(words, "y"):
		return words[:len(words)-1] + "ies"
	case strings.HasSuffix(words, "es"): // "strategic objectives" are several already
		return words
	case strings.HasSuffix(words, "s"):
		return words + "es"
	}
	return words + "s"
}

// Program is one line of the portfolio. Field names are exact: files, the command line and the agent use them.
//
// Risks and Milestones travel with the program in files and on its page; in lists they are empty and the counts in
// ProgramRow stand in for them.
type Program struct {
	ID                  string      `json:"id"`
	ExternalID          string      `json:"external_id"` // the key in the file it came from; "" where there is none
	Name                string      `json:"name"`
	Description         string      `json:"description"`
	Status              Status      `json:"status" ts_type:"'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null"`
	Owner               string      `json:"owner"`        // "" is not reported
	Team                string      `json:"team"`         // "" is not reported
	ProductLine         string      `json:"product_line"` // "" is not reported
	PipelineStage       Stage       `json:"pipeline_stage" ts_type:"'Discovery' | 'Planning' | 'In Progress' | 'Launching' | 'Completed' | null"`
	StrategicObjectives []string    `json:"strategic_objectives"` // names of objectives, sorted
	StartDate           Date        `json:"start_date" ts_type:"string | null"`
	LaunchDate          Date        `json:"launch_date" ts_type:"string | null"`
	Progress            *int        `json:"progress" ts_type:"number | null"` // percent, 0 to 100; nil is not reported
	Risks               []Risk      `json:"risks"`
	Milestones          []Milestone `json:"milestones"`
	LastUpdate          Date        `json:"last_update" ts_type:"string | null"` // day of the newest posted status update
	CreatedAt           Millis      `json:"created_at"`
	UpdatedAt           Millis      `json:"updated_at"`
	ArchivedAt          *Millis     `json:"archived_at" ts_type:"number | null"` // nil while the program is in the portfolio
	Revision            int64       `json:"revision"`                            // the change set that last wrote the record
}

// Risk is something that may go wrong in a program.
type Risk struct {
	ID          string     `json:"id"`
	ProgramID   string     `json:"program_id"`
	Title       string     `json:"title"`
	Severity    Level      `json:"severity" ts_type:"'High' | 'Medium' | 'Low' | null"`
	Likelihood  Level      `json:"likelihood" ts_type:"'High' | 'Medium' | 'Low' | null"`
	Description string     `json:"description"`
	Mitigation  string     `json:"mitigation"`
	Owner       string     `json:"owner"`
	Status      RiskStatus `json:"status"`
	ReviewDate  Date       `json:"review_date" ts_type:"string | null"`
	CreatedAt   Millis     `json:"created_at"` // noon of the day on which it was there, where that is told of a past day
	UpdatedAt   Millis     `json:"updated_at"`
	Revision    int64      `json:"revision"`
}

// Milestone is a dated event of a program. BaselineDate is set once, from the first due date, so that a slip is
// recorded and not overwritten.
type Milestone struct {
	ID            string          `json:"id"`
	ProgramID     string          `json:"program_id"`
	Name          string          `json:"name"`
	DueDate       Date            `json:"due_date" ts_type:"string | null"`
	BaselineDate  Date            `json:"baseline_date" ts_type:"string | null"`
	CompletedDate Date            `json:"completed_date" ts_type:"string | null"`
	Status        MilestoneStatus `json:"status"`
	CreatedAt     Millis          `json:"created_at"`
	UpdatedAt     Millis          `json:"updated_at"`
	Revision      int64           `json:"revision"`
}

// Objective is a strategic goal that programs serve. Its name is unique without regard to case.
type Objective struct {
	ID          string `json:"id"`
	Name        string `json:"name"`
	Description string `json:"description"`
	CreatedAt   Millis `json:"created_at"`
	UpdatedAt   Millis `json:"updated_at"`
	Revision    int64  `json:"revision"`
}

// StatusUpdate is a dated report on a program. Status, Progress and LaunchDate are what it declares; each may be absent.
type StatusUpdate struct {
	ID         string `json:"id"`
	ProgramID  string `json:"program_id"`
	Date       Date   `json:"date"`
	Author     string `json:"author"`
	Text       string `json:"text"`
	Status     Status `json:"status" ts_type:"'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null"`
	Progress   *int   `json:"progress" ts_type:"number | null"`
	LaunchDate Date   `json:"launch_date" ts_type:"string | null"`
	CreatedAt  Millis `json:"created_at"`
	UpdatedAt  Millis `json:"updated_at"`
	Revision   int64  `json:"revision"`
}

// Dependency says that the program To cannot launch before the program From has. Cycles are refused.
type Dependency struct {
	ID        string `json:"id"`
	From      string `json:"from"` // program id
	To        string `json:"to"`   // program id
	Note      string `json:"note"`
	CreatedAt Millis `json:"created_at"`
	UpdatedAt Millis `json:"updated_at"`
	Revision  int64  `json:"revision"`
}

// ProgramRow is a program in a list: the record without its children, and what lists show of them.
type ProgramRow struct {
	Program
	OpenRisks       int    `json:"open_risks"`                             // Open or Mitigating
	OpenHighRisks   int    `json:"open_high_risks"`                        // of those, severity High
	MilestonesDone  int    `json:"milestones_done"`                        // status Done
	MilestonesTotal int    `json:"milestones_total"`                       // all
	NextMilestone   Date   `json:"next_milestone" ts_type:"string | null"` // earliest due date not yet completed
	Health          Health `json:"health"`
}

// RiskRow is a risk in a register across programs.
type RiskRow struct {
	Risk
	ProgramName string `json:"program_name"`
	Score       *int   `json:"score" ts_type:"number | null"` // severity times likelihood, 1 to 9; nil where one is not reported
}

// MilestoneRow is a milestone in a list across programs.
type MilestoneRow struct {
	Milestone
	ProgramName  string `json:"program_name"`
	ProgramOwner string `json:"program_owner"` // "" is not reported
	Overdue      bool   `json:"overdue"`       // due before today, no completion date, program live
}

// ObjectiveRow is an objective with what the programs that serve it come to.
type ObjectiveRow struct {
	Objective
	Programs      int          `json:"programs"`
	Statuses      StatusCounts `json:"statuses"`
	Progress      *float64     `json:"progress" ts_type:"number | null"`    // mean, each program weighted by its days from start to launch; nil where none counts
	Unweighted    int          `json:"unweighted"`                          // programs that Progress leaves out: progress, start or launch not reported
	NextLaunch    Date         `json:"next_launch" ts_type:"string | null"` // earliest launch date from today on of a live program
	OpenHighRisks int          `json:"open_high_risks"`
}

// StatusCounts says how many programs declare each status.
type StatusCounts struct {
	OnTrack     int `json:"on_track"`
	AtRisk      int `json:"at_risk"`
	OffTrack    int `json:"off_track"`
	Completed   int `json:"completed"`
	NotReported int `json:"not_reported"`
}

// Live reports whether the program still runs: its status is not Completed. A program whose status is not reported is live.
func (p Program) Live() bool { return p.Status != StatusCompleted }

// LaunchPassed reports whether the launch date of the program lies before the day, and the program is live.
func (p Program) LaunchPassed(today Date) bool {
	return p.LaunchDate != "" && p.LaunchDate < today && p.Live()
}

// Overdue reports whether the milestone of the program is overdue on the day: due before it, without a completion date,
// and the program live.
func (m Milestone) Overdue(p Program, today Date) bool {
	return m.DueDate != "" && m.DueDate < today && m.CompletedDate == "" && p.Live()
}

// Score weighs the risk: severity times likelihood, Low 1 to High 3; nil where one of them is not reported.
func (r Risk) Score() *int {
	weight := map[Level]int{Low: 1, Medium: 2, High: 3}
	score := weight[r.Severity] * weight[r.Likelihood]
	if score == 0 {
		return nil
	}
	return &score
}
