package portfolio

// UpdateDigest is what happened to a program since its last status update: what the next one has to tell. Each record
// appears as it was then and as it is now; what changed and changed back is left out.
type UpdateDigest struct {
	Since      Date             `json:"since" ts_type:"string | null"` // the day of the last update; null where there never was one
	Days       int              `json:"days"`                          // from that day to today; 0 where there never was one
	Fields     []Change         `json:"fields"`                        // of the program itself
	Milestones []MilestoneEvent `json:"milestones"`
	Risks      []RiskEvent      `json:"risks"`
}

// MilestoneEvent is what happened to one milestone. Day is when it was completed, or is due now; Slip is by how many days
// a due date moved, negative where it came earlier, and 0 for other events.
type MilestoneEvent struct {
	ID   string          `json:"id"`
	Name string          `json:"name"`
	What MilestoneChange `json:"what" ts_type:"'done' | 'missed' | 'moved' | 'overdue'"`
	Day  Date            `json:"day" ts_type:"string | null"`
	Slip int             `json:"slip"`
}

// MilestoneChange is a kind of event in the life of a milestone.
type MilestoneChange string

// The events of milestones, in the order in which they are told.
const (
	MilestoneWasDone    MilestoneChange = "done"
	MilestoneWasMissed  MilestoneChange = "missed"  // a person declared it
	MilestoneWasMoved   MilestoneChange = "moved"   // to another due date
	MilestoneGotOverdue MilestoneChange = "overdue" // it was not on the day of the last update
)

// MilestoneChanges lists the events in that order.
var MilestoneChanges = []MilestoneChange{MilestoneWasDone, MilestoneWasMissed, MilestoneWasMoved, MilestoneGotOverdue}

// RiskEvent is what happened to one risk. Severity is that of today.
type RiskEvent struct {
	ID       string     `json:"id"`
	Title    string     `json:"title"`
	What     RiskChange `json:"what" ts_type:"'opened' | 'accepted' | 'closed'"`
	Severity Level      `json:"severity" ts_type:"'High' | 'Medium' | 'Low' | null"`
}

// RiskChange is a kind of event in the life of a risk.
type RiskChange string

// The events of risks. A risk that was closed and is open again was opened.
const (
	RiskWasOpened   RiskChange = "opened"
	RiskWasAccepted RiskChange = "accepted"
	RiskWasClosed   RiskChange = "closed"
)

// TrendPoint is the status that a program was declared to have from a day on, by an update or by hand. Progress is what
// the update of that day reported; nil where none did.
type TrendPoint struct {
	Date     Date   `json:"date"`
	Status   Status `json:"status" ts_type:"'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null"`
	Progress *int   `json:"progress" ts_type:"number | null"`
}
