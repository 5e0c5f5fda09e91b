package exchange

import (
	"fmt"

	"portfolio-ai/store/portfolio"
)

// objectiveFields are the fields of an objective.
var objectiveFields = []field[portfolio.Objective]{
	{"id", readLines, func(o *portfolio.Objective, v string) { o.ID = v }},
	{"name", readLines, func(o *portfolio.Objective, v string) { o.Name = v }},
	{"description", readTexts, func(o *portfolio.Objective, v string) { o.Description = v }},
	{"created_at", readCounts, func(o *portfolio.Objective, v string) { o.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(o *portfolio.Objective, v string) { o.UpdatedAt = millisOf(v) }},
	{"revision", readCounts, func(o *portfolio.Objective, v string) { o.Revision = int64(millisOf(v)) }},
}

// updateFields are the fields of a status update.
var updateFields = []field[portfolio.StatusUpdate]{
	{"id", readLines, func(u *portfolio.StatusUpdate, v string) { u.ID = v }},
	{"program_id", readLines, func(u *portfolio.StatusUpdate, v string) { u.ProgramID = v }},
	{"date", readDays, func(u *portfolio.StatusUpdate, v string) { u.Date = portfolio.Date(v) }},
	{"author", readLabels, func(u *portfolio.StatusUpdate, v string) { u.Author = v }},
	{"text", readTexts, func(u *portfolio.StatusUpdate, v string) { u.Text = v }},
	{"status", statusWords.read, func(u *portfolio.StatusUpdate, v string) { u.Status = portfolio.Status(v) }},
	{"progress", readPercents, func(u *portfolio.StatusUpdate, v string) { u.Progress = percentOf(v) }},
	{"launch_date", readDays, func(u *portfolio.StatusUpdate, v string) { u.LaunchDate = portfolio.Date(v) }},
	{"created_at", readCounts, func(u *portfolio.StatusUpdate, v string) { u.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(u *portfolio.StatusUpdate, v string) { u.UpdatedAt = millisOf(v) }},
	{"revision", readCounts, func(u *portfolio.StatusUpdate, v string) { u.Revision = int64(millisOf(v)) }},
}

// dependencyFields are the fields of a dependency.
var dependencyFields = []field[portfolio.Dependency]{
	{"id", readLines, func(d *portfolio.Dependency, v string) { d.ID = v }},
	{"from", readLines, func(d *portfolio.Dependency, v string) { d.From = v }},
	{"to", readLines, func(d *portfolio.Dependency, v string) { d.To = v }},
	{"note", readTexts, func(d *portfolio.Dependency, v string) { d.Note = v }},
	{"created_at", readCounts, func(d *portfolio.Dependency, v string) { d.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(d *portfolio.Dependency, v string) { d.UpdatedAt = millisOf(v) }},
	{"revision", readCounts, func(d *portfolio.Dependency, v string) { d.Revision = int64(millisOf(v)) }},
}

// related are the records of a file that belong to its programs or stand beside them.
type related struct {
	*collector
	risks        batch[portfolio.Risk]
	milestones   batch[portfolio.Milestone]
	objectives   batch[portfolio.Objective]
	updates      batch[portfolio.StatusUpdate]
	dependencies batch[portfolio.Dependency]
}

func newRelated(c *collector) related {
	return related{
		collector:    c,
		risks:        batch[portfolio.Risk]{fields: riskFields},
		milestones:   batch[portfolio.Milestone]{fields: milestoneFields},
		objectives:   batch[portfolio.Objective]{fields: objectiveFields},
		updates:      batch[portfolio.StatusUpdate]{fields: updateFields},
		dependencies: batch[portfolio.Dependency]{fields: dependencyFields},
	}
}

// programsByID finds the programs that were taken in.
func (r *related) programsByID() map[string]int {
	at := map[string]int{}
	for i, in := range r.file.Programs {
		if in.Program.ID != "" {
			at[in.Program.ID] = i
		}
	}
	return at
}

// finishObjectives takes in the objectives. One without a name is left out.
func (r *related) finishObjectives() {
	for i, o := range r.objectives.things {
		if o.Name == "" {
			from := r.objectives.records[i]
			r.warn(from.row, from.column("name"), "The objective was left out: it has no name.")
			continue
		}
		r.file.Objectives = append(r.file.Objectives, *o)
	}
}

// finishUpdates takes in the status updates. One that says nothing, or whose program is not in the file, is left out.
func (r *related) finishUpdates(at map[string]int) {
	for i, u := range r.updates.things {
		from := r.updates.records[i]
		program, ok := at[u.ProgramID]
		switch {
		case !ok:
			r.warn(from.row, from.column("program_id"), "The status update was left out: its program is not in the file.")
		case u.Text == "":
			r.warn(from.row, from.column("text"), "The status update was left out: it has no text.")
		default:
			r.file.Programs[program].Updates = append(r.file.Programs[program].Updates, *u)
		}
	}
}

// finishDependencies takes in the dependencies. One of a program that is not in the file is left out.
func (r *related) finishDependencies(at map[string]int) {
	for i, d := range r.dependencies.things {
		_, hasFrom := at[d.From]
		_, hasTo := at[d.To]
		if from := r.dependencies.records[i]; !hasFrom || !hasTo {
			r.warn(from.row, from.column("from"), "The dependency was left out: one of its programs is not in the file.")
			continue
		}
		r.file.Dependencies = append(r.file.Dependencies, *d)
	}
}

// risksOf gives the risks of a program. One without a title is left out.
func (r *related) risksOf(programID string, at span) []portfolio.Risk {
	risks := []portfolio.Risk{}
	for i := at.from; i < at.to; i++ {
		risk, from := r.risks.things[i], r.risks.records[i]
		if risk.Title == "" {
			r.warn(from.row, from.column("title"), "The risk was left out: it has no title.")
			continue
		}
		risk.ProgramID = programID
		risks = append(risks, *risk)
	}
	return risks
}

// milestonesOf gives the milestones of a program. One without a name is left out. A milestone is Done if and only if it
// has a completion date: a date makes it Done, and Done without a date says nothing. Where a file says nothing of the
// status of a risk or a milestone it stays "", and the store keeps what it has.
func (r *related) milestonesOf(programID string, at span) []portfolio.Milestone {
	milestones := []portfolio.Milestone{}
	for i := at.from; i < at.to; i++ {
		m, from := r.milestones.things[i], r.milestones.records[i]
		if m.Name == "" {
			r.warn(from.row, from.column("name"), "The milestone was left out: it has no name.")
			continue
		}
		m.ProgramID = programID
		said := m.Status
		switch {
		case m.CompletedDate != "":
			m.Status = portfolio.MilestoneDone
			if said != "" && said != portfolio.MilestoneDone {
				r.warn(from.row, from.column("status"), fmt.Sprintf("%s contradicts the completion date %s; it counts as Done.", said, m.CompletedDate))
			}
		case said == portfolio.MilestoneDone:
			m.Status = ""
			r.warn(from.row, from.column("status"), "Done needs a completion date; the status was left alone.")
		}
		milestones = append(milestones, *m)
	}
	return milestones
}
