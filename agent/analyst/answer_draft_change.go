package analyst

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// changedInProgram writes one change of the program that a draft is of.
func (w *writer) changedInProgram(c portfolio.Change) string {
	topic := portfolio.TopicOf(c)
	from, to := valueText(c.Before), valueText(c.After)
	record := plain(c.Label)
	switch c.Entity {
	case portfolio.EntityRisk:
		row := portfolio.RiskRow{Risk: portfolio.Risk{ID: c.ID, Title: c.Label, ProgramID: c.ProgramID}}
		w.citeRisk(row)
		record = riskLink(row)
	case portfolio.EntityMilestone:
		row := portfolio.MilestoneRow{Milestone: portfolio.Milestone{ID: c.ID, Name: c.Label, ProgramID: c.ProgramID}}
		w.citeMilestone(row)
		record = milestoneLink(row)
	}
	switch topic {
	case portfolio.TopicNewPrograms:
		return "New in the portfolio"
	case portfolio.TopicNewRisks, portfolio.TopicClosedRisks, portfolio.TopicNewMilestones:
		return capital(singular[topic]) + ": " + record
	case portfolio.TopicCompleted:
		return capital(singular[topic]) + ": " + record + ", " + to
	case portfolio.TopicMilestone:
		return "Due date of " + record + ": " + from + " → " + to + slip(textOf(c.Before), textOf(c.After))
	case portfolio.TopicSeverity:
		return "Severity of " + record + ": " + from + " → " + to
	case portfolio.TopicUpdates:
		return "Update posted: " + plain(cut(textOf(c.After), 200))
	case portfolio.TopicLaunch:
		return "Launch date: " + from + " → " + to + slip(textOf(c.Before), textOf(c.After))
	}
	field := capital(strings.ReplaceAll(c.Field, "_", " "))
	switch {
	case c.Entity == portfolio.EntityProgram:
		return field + ": " + from + " → " + to
	case c.Field == portfolio.WholeRecord:
		return capital(w.otherChange(c, from, to))
	case c.Entity == portfolio.EntityRisk, c.Entity == portfolio.EntityMilestone:
		return field + " of " + record + ": " + from + " → " + to
	}
	return capital(w.otherChange(c, from, to))
}
