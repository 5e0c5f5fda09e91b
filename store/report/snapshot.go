package report

import "portfolio-ai/store/portfolio"

// Snapshot is what a report is made of, read at one moment.
type Snapshot struct {
	Scope   string // "Whole portfolio", the name of a saved view or of a program
	Now     Portfolio
	Before  *Portfolio         // the same scope at the last report, or on the day that a person chose; nil where this is the first
	Since   portfolio.Date     // the day that changes count from; not reported where this is the first
	Last    bool               // Since is the as-of day of the last report of this kind and scope, not a day that a person chose
	Changes []portfolio.Change // in what the programs of the two differ, by program
	Slips   portfolio.SlipHistory
}

// Portfolio is the programs of a scope at the end of a day, with their risks and milestones, and what else belongs to them.
// What a person archived is not in it.
type Portfolio struct {
	Day          portfolio.Date
	Programs     []portfolio.Program
	Updates      []portfolio.StatusUpdate // newest first
	Dependencies []portfolio.DependencyRow
}
