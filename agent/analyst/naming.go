package analyst

import "portfolio-ai/store/portfolio"

// fieldNames are the fields as answers call them.
var fieldNames = map[portfolio.Field]string{
	portfolio.FieldElapsed: "time elapsed",
	portfolio.FieldID:      "id", portfolio.FieldExternalID: "external id", portfolio.FieldName: "name", portfolio.FieldStatus: "status",
	portfolio.FieldStage: "pipeline stage", portfolio.FieldOwner: "owner", portfolio.FieldTeam: "team",
	portfolio.FieldProductLine: "product line", portfolio.FieldObjective: "objective", portfolio.FieldStartDate: "start date",
	portfolio.FieldLaunchDate: "launch date", portfolio.FieldProgress: "progress", portfolio.FieldLastUpdate: "last update",
	portfolio.FieldOpenRisks: "open risks", portfolio.FieldOpenHighRisks: "open High risks", portfolio.FieldNextMilestone: "next milestone",
	portfolio.FieldAssessed: "assessed health", fieldReasons: "reasons",
	portfolio.FieldRiskTitle: "title", portfolio.FieldRiskSeverity: "severity", portfolio.FieldRiskLikelihood: "likelihood",
	portfolio.FieldRiskStatus: "status", portfolio.FieldRiskOwner: "risk owner", portfolio.FieldRiskMitigation: "mitigation",
	portfolio.FieldRiskReview: "review date", portfolio.FieldRiskRecorded: "date recorded", portfolio.FieldRiskScore: "score", portfolio.FieldMilestoneSlip: "slip", portfolio.FieldMilestoneName: "name", portfolio.FieldMilestoneStatus: "status",
	portfolio.FieldMilestoneDue: "due date", portfolio.FieldMilestoneBaseline: "baseline date",
	portfolio.FieldMilestoneCompleted: "completion date", fieldDescription: "description",
}

// nameOf gives the name of a field.
func nameOf(f portfolio.Field) string {
	if name, ok := fieldNames[f]; ok {
		return name
	}
	return string(f)
}

// article puts "a" or "an" before a word.
func article(word string) string {
	switch word[0] {
	case 'a', 'e', 'i', 'o', 'u':
		return "an " + word
	}
	return "a " + word
}
