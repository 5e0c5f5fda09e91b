package exchange

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// incoming puts the programs of the plan together, with what joins them.
func (p *plan) incoming() portfolio.IncomingFile {
	p.describeProject()
	programs := p.programs
	if p.position > 0 && (len(programs) == 0 || len(p.project.milestones) > 0) {
		if len(programs) > 0 {
			p.warn(0, "", fmt.Sprintf("%d milestones stand beside the summary tasks of the first level; they are in a program that is the project itself.", len(p.project.milestones)))
		}
		programs = slices.Concat([]*planProgram{p.project}, programs)
	}
	taken := map[*planProgram]bool{}
	for _, program := range programs {
		taken[program] = true
		p.addProgram(program)
	}
	p.joinPrograms(taken)
	p.count("Tasks that are neither a program nor a milestone were not read: %d. They count in the progress of their program.", p.plainTasks)
	p.count("Inactive tasks were not read: %d.", p.inactive)
	p.count("Links to tasks of other files were not read: %d.", p.elsewhere)
	if v := readDays([]string{calendarDay(p.statusDate)})[0]; v.text != "" {
		p.file.ProposedAsOf = portfolio.Date(v.text)
	}
	return p.finish()
}

// describeProject fills in what the project says of itself where its own task, number 0, is not in the file.
func (p *plan) describeProject() {
	t := &p.project.task
	fileName := oneLine(p.fileName)
	if ext := strings.ToLower(filepath.Ext(fileName)); ext == ".xml" || ext == ".mpp" {
		fileName = fileName[:len(fileName)-len(ext)]
	}
	t.UID = cmp.Or(t.UID, "0")
	t.Name = cmp.Or(oneLine(p.title), oneLine(t.Name), fileName)
	t.Start, t.Finish = cmp.Or(t.Start, p.startDate), cmp.Or(t.Finish, p.finishDate)
	t.GUID = cmp.Or(t.GUID, p.key(p.guid))
}

// externalID is the key of a program. A UID is only one within its file, so the name of the project goes before it.
func (p *plan) externalID(t projectTask) string {
	return cmp.Or(t.GUID, p.project.task.Name+"/"+t.UID)
}

// addProgram takes a program in. What the file has no element for is not reported on.
func (p *plan) addProgram(program *planProgram) {
	t := program.task
	in := portfolio.Incoming{Row: program.row, Fields: []string{"external_id", "name"}, Program: portfolio.Program{
		ExternalID: p.externalID(t), Name: oneLine(t.Name), StrategicObjectives: []string{}, Risks: []portfolio.Risk{}, Milestones: program.milestones,
	}}
	if in.Program.Name == "" {
		p.reject(program.row, "Task UID %s has no name.", excerpt(t.UID))
		return
	}
	for _, i := range program.keyless {
		in.Program.Milestones[i].ID = p.project.task.Name + "/" + in.Program.Milestones[i].ID
	}
	for _, cell := range []struct {
		field, element, text string
		read                 columnReader
		set                  func(string)
	}{
		{"description", "Notes", t.Notes, readTexts, func(v string) { in.Program.Description = v }},
		{"start_date", "Start", calendarDay(t.Start), readDays, func(v string) { in.Program.StartDate = portfolio.Date(v) }},
		{"launch_date", "Finish", calendarDay(t.Finish), readDays, func(v string) { in.Program.LaunchDate = portfolio.Date(v) }},
		{"progress", "PercentComplete", t.PercentComplete, readPercents, func(v string) { in.Program.Progress = percentOf(v) }},
		{"owner", "Manager", p.ownerOf(t.UID), readLabels, func(v string) { in.Program.Owner = v }},
	} {
		if strings.TrimSpace(cell.text) == "" {
			continue
		}
		in.Fields = append(in.Fields, cell.field)
		cell.set(p.cell(cell.read, program.row, t.UID, cell.element, cell.text))
	}
	if len(program.milestones) > 0 {
		in.Fields = append(in.Fields, "milestones")
	}
	p.add(in, true)
}

// ownerOf names the people who are assigned to the task of a program, or else the manager of the whole project.
func (p *plan) ownerOf(uid string) string {
	var names []string
	for _, resource := range p.assigned[uid] {
		if name := p.people[resource]; name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return cmp.Or(strings.Join(names, ", "), oneLine(p.manager))
}

// joinPrograms makes a dependency of the links between tasks of two programs. Its note names the first of them.
func (p *plan) joinPrograms(taken map[*planProgram]bool) {
	type pair struct{ first, then *planProgram }
	at, more := map[pair]int{}, map[int]int{}
	for _, link := range p.links {
		first, then := p.tasks[link.first], p.tasks[link.then]
		if !taken[first.program] || !taken[then.program] || first.program == then.program {
			continue
		}
		joined := pair{first.program, then.program}
		if i, ok := at[joined]; ok {
			more[i]++
			continue
		}
		at[joined] = len(p.file.Dependencies)
		p.file.Dependencies = append(p.file.Dependencies, portfolio.Dependency{
			From: p.externalID(first.program.task), To: p.externalID(then.program.task), Note: excerpt(first.name) + " → " + excerpt(then.name),
		})
	}
	for i, n := range more {
		p.file.Dependencies[i].Note += fmt.Sprintf(" (+%d)", n)
	}
}
