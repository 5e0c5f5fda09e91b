package exchange

import (
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// plan is what a file of Microsoft Project says, as programs and their milestones.
//
// Each summary task of the first outline level is a program, and so is each project that was inserted there. Milestones
// belong to the program below which they stand. Those that stand beside the programs, and all milestones of a plan
// without any summary task on the first level, belong to a program that is the project itself.
type plan struct {
	*collector
	title, fileName, guid, manager string
	startDate, finishDate          string
	statusDate                     string

	position   int // of the newest task, which people see as its number in the table of Microsoft Project
	project    *planProgram
	programs   []*planProgram
	current    *planProgram
	tasks      map[string]planTask // by UID
	guids      map[string]bool
	links      []planLink
	people     map[string]string   // resource UID -> name
	assigned   map[string][]string // task UID -> resource UIDs
	plainTasks int
	inactive   int
	elsewhere  int // links to tasks of other files
}

// planProgram is a program of a plan: its task and its milestones. The task of the project itself has number 0.
type planProgram struct {
	task       projectTask
	row        int
	milestones []portfolio.Milestone
	keyless    []int // milestones without a key of their own, whose id is made from that of the file
}

// planTask is what links need to know of a task.
type planTask struct {
	name    string
	program *planProgram
}

// planLink says that the task then waits for the task first; both are UIDs.
type planLink struct{ first, then string }

// newPlan begins the reading of a file of that name.
func newPlan(name string) *plan {
	project := &planProgram{}
	return &plan{fileName: name, collector: newCollector(), project: project, current: project, tasks: map[string]planTask{},
		guids: map[string]bool{}, people: map[string]string{}, assigned: map[string][]string{}}
}

// addTask takes the next task of the file.
func (p *plan) addTask(t projectTask) {
	level := outlineLevel(t.OutlineLevel)
	if level > 0 {
		p.position++
	}
	_, twice := p.tasks[t.UID]
	switch {
	case t.IsNull == "1" || t.ExternalTask == "1": // an empty line, or the shadow of a task of another file
		return
	case t.Active == "0":
		p.inactive++
		p.leaveOut(level, "")
		return
	case twice:
		p.leaveOut(level, "The task was left out: another one has the same UID "+excerpt(t.UID)+".")
		return
	case t.UID == "":
		p.leaveOut(level, "The task was left out: it has no UID.")
		return
	}
	t.GUID = p.key(t.GUID)
	switch {
	case level == 0:
		p.project.task = t
	case level == 1 && (t.Summary == "1" || t.IsSubproject == "1"):
		p.current = &planProgram{task: t, row: p.position}
		p.programs = append(p.programs, p.current)
	case level == 1:
		p.current = p.project
	}
	if level > 0 && p.current.task.UID != t.UID {
		p.addMilestone(t)
	}
	p.tasks[t.UID] = planTask{name: oneLine(t.Name), program: p.current}
	for _, link := range t.PredecessorLink {
		if link.CrossProject == "1" {
			p.elsewhere++
			continue
		}
		p.links = append(p.links, planLink{first: link.PredecessorUID, then: t.UID})
	}
}

// outlineLevel reads the level of a task. A task without one stands on the first.
func outlineLevel(text string) int {
	level, err := strconv.Atoi(strings.TrimSpace(text))
	if err != nil || level < 0 {
		return 1
	}
	return level
}

// leaveOut leaves out the newest task, and with a task of the first level all that stands below it.
func (p *plan) leaveOut(level int, why string) {
	if level == 1 {
		p.current = &planProgram{}
	}
	if why != "" {
		p.warn(p.position, "", why)
	}
}

// oneLine reads a name.
func oneLine(text string) string { return readLines([]string{text})[0].text }

// key gives a GUID that nothing before had in this file, "" where there is none: copied tasks share one.
func (p *plan) key(guid string) string {
	guid = strings.ToLower(strings.Trim(strings.TrimSpace(guid), "{}"))
	if strings.Trim(guid, "0-") == "" || p.guids[guid] {
		return ""
	}
	p.guids[guid] = true
	return guid
}

// addMilestone takes a task in that is no program. Only milestones are kept.
func (p *plan) addMilestone(t projectTask) {
	if t.Milestone != "1" {
		p.plainTasks++
		return
	}
	m := portfolio.Milestone{
		ID: t.GUID, Name: oneLine(t.Name),
		DueDate: portfolio.Date(p.cell(readDays, p.position, t.UID, "Finish", calendarDay(t.Finish))),
	}
	if m.Name == "" {
		p.warn(p.position, "Name of task UID "+excerpt(t.UID), "The milestone was left out: it has no name.")
		return
	}
	for _, b := range t.Baseline {
		if strings.TrimSpace(b.Number) == "0" {
			m.BaselineDate = portfolio.Date(p.cell(readDays, p.position, t.UID, "Baseline 0", calendarDay(b.Finish)))
		}
	}
	if strings.TrimSpace(t.PercentComplete) == "100" {
		m.CompletedDate = portfolio.Date(p.cell(readDays, p.position, t.UID, "ActualFinish", calendarDay(t.ActualFinish)))
		if m.CompletedDate == "" {
			p.warn(p.position, "ActualFinish of task UID "+excerpt(t.UID), "The milestone is 100 % complete without a day on which it was reached; its status was left alone.")
		} else {
			m.Status = portfolio.MilestoneDone
		}
	}
	if m.ID == "" {
		p.current.keyless = append(p.current.keyless, len(p.current.milestones))
		m.ID = t.UID
	}
	p.current.milestones = append(p.current.milestones, m)
}

// cell reads one value of a task and warns where it cannot be read.
func (p *plan) cell(read columnReader, row int, uid, element, cell string) string {
	v := read([]string{cell})[0]
	if v.problem != "" {
		p.warn(row, element+" of task UID "+excerpt(uid), v.problem)
	}
	return v.text
}

// calendarDay drops the time of day, which every date of a plan has.
func calendarDay(instant string) string {
	d, _, _ := strings.Cut(strings.TrimSpace(instant), "T")
	return d
}

// addResource remembers the name of a person.
func (p *plan) addResource(r projectResource) {
	if name := oneLine(r.Name); r.Type == resourceIsWork && name != "" {
		p.people[r.UID] = name
	}
}

// addAssignment remembers who works on a task that may be a program.
func (p *plan) addAssignment(a projectAssignment) {
	p.assigned[a.TaskUID] = append(p.assigned[a.TaskUID], a.ResourceUID)
}
