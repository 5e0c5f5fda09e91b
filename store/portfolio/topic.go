package portfolio

// Topic is a kind of change that people ask for by itself.
type Topic string

// The topics. Every change belongs to exactly one.
const (
	TopicNewPrograms   Topic = "new programs"
	TopicGonePrograms  Topic = "deleted programs"
	TopicStatus        Topic = "status changes"
	TopicLaunch        Topic = "launch moves"
	TopicProgress      Topic = "progress changes"
	TopicOwner         Topic = "owner changes"
	TopicStage         Topic = "stage changes"
	TopicCompleted     Topic = "completed milestones"
	TopicMilestone     Topic = "milestone moves"
	TopicNewRisks      Topic = "new risks"
	TopicClosedRisks   Topic = "closed risks"
	TopicSeverity      Topic = "severity changes"
	TopicNewMilestones Topic = "new milestones"
	TopicUpdates       Topic = "updates posted"
	TopicOther         Topic = "other changes"
)

// Topics lists the topics in the order in which people read them.
var Topics = []Topic{
	TopicNewPrograms, TopicGonePrograms, TopicStatus, TopicLaunch, TopicCompleted, TopicMilestone, TopicNewRisks, TopicClosedRisks, TopicSeverity,
	TopicUpdates, TopicProgress, TopicStage, TopicOwner, TopicNewMilestones, TopicOther,
}

// WeightyTopics are the topics of what moves a portfolio, the weightiest first; what is short tells these and counts the others.
var WeightyTopics = []Topic{
	TopicStatus, TopicLaunch, TopicNewPrograms, TopicGonePrograms, TopicCompleted, TopicNewRisks, TopicClosedRisks,
}

// fieldTopics are the topics of fields that have one.
var fieldTopics = map[Entity]map[string]Topic{
	EntityProgram: {
		"status": TopicStatus, "launch_date": TopicLaunch, "progress": TopicProgress, "owner": TopicOwner, "pipeline_stage": TopicStage,
	},
	EntityMilestone: {"due_date": TopicMilestone},
	EntityRisk:      {"severity": TopicSeverity},
}

// TopicOf gives the topic of a change. What comes along with another change of the same record (the status Done with the
// date of completion, the day of the last update with the update) is TopicOther.
func TopicOf(c Change) Topic {
	created := isNull(c.Before) && c.Field == WholeRecord
	switch {
	case c.Entity == EntityStatusUpdate && c.Field == string(EntityStatusUpdate):
		return TopicUpdates
	case c.Entity == EntityProgram && created:
		return TopicNewPrograms
	case c.Entity == EntityProgram && c.Field == WholeRecord:
		return TopicGonePrograms
	case c.Entity == EntityRisk && created:
		return TopicNewRisks
	case c.Entity == EntityMilestone && created:
		return TopicNewMilestones
	case c.Entity == EntityRisk && c.Field == "status" && string(c.After) == `"`+string(RiskClosed)+`"`:
		return TopicClosedRisks
	case c.Entity == EntityMilestone && c.Field == "completed_date" && isNull(c.Before):
		return TopicCompleted
	}
	if topic, ok := fieldTopics[c.Entity][c.Field]; ok {
		return topic
	}
	return TopicOther
}

// isNull reports whether a JSON value is null or absent.
func isNull(value []byte) bool { return len(value) == 0 || string(value) == "null" }
