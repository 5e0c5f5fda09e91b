package exchange

import (
	"cmp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// jiraProgramFields are the fields of a program with days as Jira writes them.
var jiraProgramFields = withJiraDays(programFields)

// jiraMilestoneFields are those of a milestone, likewise.
var jiraMilestoneFields = withJiraDays(milestoneFields)

// withJiraDays has the days among the fields read as Jira writes them.
func withJiraDays[T any](fields []field[T]) []field[T] {
	fields = slices.Clone(fields)
	for i, f := range fields {
		if strings.HasSuffix(f.name, "_date") || f.name == "last_update" {
			fields[i].read = readJiraDays
		}
	}
	return fields
}

// jiraDone are the categories of a status that mean done. What the others mean for a program, only people can say.
var jiraDone = []string{"done", "complete", "fertig", "erledigt"}

// done reports whether the issue is done. Where the export has no category of its status, nobody knows.
func (i *jiraIssue) done() bool {
	return slices.Contains(jiraDone, portfolio.Fold(i.said[jiraCategory]))
}

// collect reads all values and takes in programs with their milestones.
func (j *jiraExport) collect() {
	records, programs := make([]*record, len(j.epics)), make([]*program, len(j.epics))
	for i, epic := range j.epics {
		r := epic.record
		if strings.TrimSpace(r.cells["name"]) == "" {
			r.cells["name"] = epic.said[jiraEpicName]
		}
		if portfolio.Fold(r.cells["owner"]) == "unassigned" || portfolio.Fold(r.cells["owner"]) == "nicht zugewiesen" {
			r.cells["owner"] = ""
		}
		_, mapped := r.cells["status"]
		if !mapped && epic.done() {
			r.cells["status"] = string(portfolio.StatusCompleted)
		}
		records[i], programs[i] = r, newProgram()
	}
	fill(jiraProgramFields, records, programs, j.warn)
	milestones := j.milestones()
	newest, others := j.comments()
	for i, epic := range j.epics {
		p := *programs[i].Program
		p.Milestones, p.Risks = milestones[i], []portfolio.Risk{}
		in := portfolio.Incoming{Row: epic.record.row, Program: p, Fields: epic.reported(len(milestones[i]) > 0), Texts: epic.record.texts}
		if in.Updates = programs[i].updates(); in.Updates == nil && newest[i].Text != "" { // a column that was mapped to it goes first
			in.Updates = newest[i : i+1]
		}
		j.add(in, true)
	}
	j.joinEpics()
	j.count("Issues that are no epics were not read: %d. They can come in as milestones of their epics.", j.other)
	j.count("Of the comments, the newest of each epic became a status update; %d others were not read.", others)
}

// reported lists the fields of a program that the epic reports on.
func (i *jiraIssue) reported(milestones bool) []string {
	var fields []string
	for name := range i.record.cells {
		if !bookkeeping[name] {
			fields = append(fields, name)
		}
	}
	if milestones {
		fields = append(fields, "milestones")
	}
	slices.Sort(fields)
	return fields
}

// milestones makes a milestone of each issue and gives, for each epic, those below it.
func (j *jiraExport) milestones() [][]portfolio.Milestone {
	below := make([][]portfolio.Milestone, len(j.epics))
	records, things := make([]*record, len(j.issues)), make([]*portfolio.Milestone, len(j.issues))
	for i, issue := range j.issues {
		cells := map[string]string{"id": issue.key, "name": issue.record.cells["name"]}
		if due, ok := issue.record.cells["launch_date"]; ok {
			cells["due_date"] = due
		}
		if issue.done() {
			cells["completed_date"] = issue.said[jiraResolved]
		}
		records[i] = &record{row: issue.record.row, cells: cells, columns: map[string]string{
			"due_date": issue.record.columns["launch_date"], "completed_date": issue.record.columns[jiraResolved],
		}, texts: issue.record.texts}
		things[i] = &portfolio.Milestone{}
	}
	fill(jiraMilestoneFields, records, things, j.warn)
	find := j.epicFinder()
	lost, undated := 0, 0
	seen := map[string]bool{}
	for i, issue := range j.issues {
		m := *things[i]
		epic, ok := find(issue)
		switch {
		case !ok:
			lost++
			continue
		case m.Name == "":
			j.warn(issue.record.row, issue.record.columns["name"], "The milestone was left out: it has no name.")
			continue
		case seen[m.ID]:
			j.warn(issue.record.row, issue.record.columns["external_id"], "The milestone was left out: another one has the key "+excerpt(m.ID)+".")
			continue
		case m.CompletedDate != "":
			m.Status = portfolio.MilestoneDone
		case issue.done():
			undated++
		}
		seen[m.ID] = true
		below[epic] = append(below[epic], m)
	}
	j.count("Issues whose epic is not in the file were not read: %d.", lost)
	j.count("Milestones that are done without a day on which they were resolved: %d. How they stand was left alone.", undated)
	return below
}

// maxAbove is how many issues above one its epic is looked for.
const maxAbove = 10

// epicFinder gives a function that finds the epic of an issue: linked to, or above its parent.
func (j *jiraExport) epicFinder() func(*jiraIssue) (int, bool) {
	epics, issues := map[string]int{}, map[string]*jiraIssue{}
	for i, epic := range j.epics {
		for _, name := range []string{epic.key, epic.id} {
			if _, found := epics[name]; !found && name != "" {
				epics[name] = i
			}
		}
	}
	for _, issue := range j.issues {
		issues[issue.key] = issue
		if issue.id != "" {
			issues[issue.id] = issue
		}
	}
	return func(issue *jiraIssue) (int, bool) {
		for n := 0; n < maxAbove && issue != nil; n++ {
			for _, above := range []string{issue.said[jiraEpic], issue.said[jiraParent]} {
				if epic, ok := epics[above]; ok && above != "" {
					return epic, true
				}
			}
			issue = issues[cmp.Or(issue.said[jiraParent], issue.said[jiraEpic])]
		}
		return 0, false
	}
}

// joinEpics makes dependencies of the links with which an epic blocks another.
func (j *jiraExport) joinEpics() {
	taken, joined, lost := map[string]bool{}, map[[2]string]bool{}, 0
	for _, in := range j.file.Programs {
		taken[in.Program.ExternalID] = true
	}
	join := func(first, then string) {
		switch {
		case !taken[first] || !taken[then]:
			lost++
		case first != then && !joined[[2]string{first, then}]:
			joined[[2]string{first, then}] = true
			j.file.Dependencies = append(j.file.Dependencies, portfolio.Dependency{From: first, To: then})
		}
	}
	for _, epic := range j.epics {
		for _, key := range epic.lists[jiraBlocks] {
			join(epic.key, strings.TrimSpace(key))
		}
		for _, key := range epic.lists[jiraBlockedBy] {
			join(strings.TrimSpace(key), epic.key)
		}
	}
	j.count("Links to issues that are no epics of this file were not read: %d.", lost)
}
