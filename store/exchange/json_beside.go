package exchange

import "portfolio-ai/store/portfolio"

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

// finishBeside takes in the records that stand beside the programs. One that points to a program which is not in the
// file, or that says nothing, is left out.
func (j *jsonRecords) finishBeside() {
	at := map[string]int{}
	for i, in := range j.file.Programs {
		if in.Program.ID != "" {
			at[in.Program.ID] = i
		}
	}
	for i, o := range j.objectives.things {
		if o.Name == "" {
			r := j.objectives.records[i]
			j.warn(r.row, r.column("name"), "The objective was left out: it has no name.")
			continue
		}
		j.file.Objectives = append(j.file.Objectives, *o)
	}
	for i, u := range j.updates.things {
		r := j.updates.records[i]
		program, ok := at[u.ProgramID]
		switch {
		case !ok:
			j.warn(r.row, r.column("program_id"), "The status update was left out: its program is not in the file.")
		case u.Text == "":
			j.warn(r.row, r.column("text"), "The status update was left out: it has no text.")
		default:
			j.file.Programs[program].Updates = append(j.file.Programs[program].Updates, *u)
		}
	}
	for i, d := range j.dependencies.things {
		_, hasFrom := at[d.From]
		_, hasTo := at[d.To]
		if r := j.dependencies.records[i]; !hasFrom || !hasTo {
			j.warn(r.row, r.column("from"), "The dependency was left out: one of its programs is not in the file.")
			continue
		}
		j.file.Dependencies = append(j.file.Dependencies, *d)
	}
}
