package portfolio

// Overview is the state of some programs on a day. Every count in it is the total of a list: the programs, risks or
// milestones that meet the same conditions.
type Overview struct {
	Today       Date          `json:"today"`
	Figures     Figures       `json:"figures"`
	Mix         []StatusMix   `json:"mix"` // by the field that was asked for
	Attention   AttentionList `json:"attention"`
	Launches    LaunchList    `json:"launches"`
	Risks       []RiskCell    `json:"risks"` // the open risks by severity and likelihood; cells without any are left out
	Objectives  []StatusMix   `json:"objectives"`
	Unserved    []string      `json:"unserved"` // the objectives that none of the programs serves
	LastChanges RecentChanges `json:"last_changes"`
}

// Figures are the counts that an overview begins with.
type Figures struct {
	Programs          int         `json:"programs"`
	Statuses          StatusCount `json:"statuses"`
	Launching30       int         `json:"launching_30"` // live, with a launch date from today to so many days later
	Launching60       int         `json:"launching_60"`
	Launching90       int         `json:"launching_90"`
	OpenHighRisks     int         `json:"open_high_risks"`
	OverdueMilestones int         `json:"overdue_milestones"`
	Stale             int         `json:"stale"`
}

// StatusCount is how many programs have each declared status.
type StatusCount struct {
	OnTrack     int `json:"on_track"`
	AtRisk      int `json:"at_risk"`
	OffTrack    int `json:"off_track"`
	Completed   int `json:"completed"`
	NotReported int `json:"not_reported"`
}

// StatusMix is one value of a field and the statuses of the programs that have it. Value "" is not reported.
type StatusMix struct {
	Value    string      `json:"value"`
	Count    int         `json:"count"`
	Statuses StatusCount `json:"statuses"`
}

// AttentionList is the programs that need attention, the gravest first: some of them, and how many there are. Unassessed
// counts the live programs of which nothing is known that could be judged.
type AttentionList struct {
	Rows       []ProgramRow `json:"rows"`
	Total      int          `json:"total"`
	Unassessed int          `json:"unassessed"`
}

// LaunchList is the live programs by launch date around today: the last of those whose date has passed, then the next
// ones. Passed and Ahead count all of them.
type LaunchList struct {
	Rows   []ProgramRow `json:"rows"`
	Passed int          `json:"passed"`
	Ahead  int          `json:"ahead"`
}

// RiskCell is how many open risks have a severity and a likelihood.
type RiskCell struct {
	Severity   Level `json:"severity" ts_type:"'High' | 'Medium' | 'Low' | null"`
	Likelihood Level `json:"likelihood" ts_type:"'High' | 'Medium' | 'Low' | null"`
	Count      int   `json:"count"`
}

// RecentChanges is in what the programs differ from the day before Since: how many changes of each topic, and those that
// matter most.
type RecentChanges struct {
	Since  Date          `json:"since"`
	Topics []TopicCount  `json:"topics"`
	Rows   []TopicChange `json:"rows"`
}

// TopicCount is how many changes belong to a topic.
type TopicCount struct {
	Topic Topic `json:"topic"`
	Count int   `json:"count"`
}

// TopicChange is a change with its topic and the name of its program.
type TopicChange struct {
	Topic   Topic  `json:"topic"`
	Program string `json:"program"`
	Change  Change `json:"change"`
}

// Add counts programs of a status.
func (c *StatusCount) Add(status Status, n int) {
	switch status {
	case OnTrack:
		c.OnTrack += n
	case AtRisk:
		c.AtRisk += n
	case OffTrack:
		c.OffTrack += n
	case StatusCompleted:
		c.Completed += n
	case StatusNotReported:
		c.NotReported += n
	}
}
