package exchange

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// batch is the records of one kind, in the order of the file.
type batch[T any] struct {
	fields  []field[T]
	make    func() *T // how a record begins; nil for the zero value
	records []*record
	things  []*T
}

// newProgram is a program of which nothing is known.
func newProgram() *program { return &program{Program: &portfolio.Program{}} }

// jsonRecords gathers the records of a JSON file until all are there, and then reads their fields column by column.
type jsonRecords struct {
	related
	position map[string]int // of the newest record, by list, 1-based
	unread   map[string]bool
	programs batch[program]
	lists    []programLists // of the program of the same index
}

// programLists is what a program has beside its single values: the places of its children in their batch.
type programLists struct {
	reported   []string // fields that the file reports on
	objectives []string
	risks      span
	milestones span
}

// span is a range of a batch, its end not included.
type span struct{ from, to int }

func newJSONRecords() jsonRecords {
	return jsonRecords{
		related: newRelated(newCollector()), position: map[string]int{}, unread: map[string]bool{},
		programs: batch[program]{fields: programFields, make: newProgram},
	}
}

// unknown notes a member that nothing reads.
func (j *jsonRecords) unknown(name string) { j.unread[excerpt(name)] = true }

// origin is where an object stands in the file.
type origin struct {
	row   int
	path  string            // of its record: "risks[0]."
	list  string            // the same without the number: "risks[]."
	texts map[string]string // of its record
}

// add takes an object apart into the cells of a record. It returns the members named in lists, which are no single
// values, and false for anything but an object.
func (b *batch[T]) add(j *jsonRecords, raw json.RawMessage, from origin, lists ...string) (map[string]json.RawMessage, bool) {
	var members map[string]json.RawMessage
	if err := json.Unmarshal(raw, &members); err != nil || members == nil {
		return nil, false
	}
	r := &record{row: from.row, path: from.path, cells: map[string]string{}, texts: from.texts}
	rest := map[string]json.RawMessage{}
	for _, name := range slices.Sorted(maps.Keys(members)) {
		switch {
		case slices.Contains(lists, name):
			rest[name] = members[name]
		case !hasField(b.fields, name) || name == fieldComment || name == fieldAsOf:
			j.unknown(from.list + name)
		default:
			cell, problem := cellOf(name, members[name])
			if problem != "" {
				j.warn(r.row, r.column(name), problem)
			}
			r.cells[name] = cell
		}
	}
	b.records = append(b.records, r)
	thing := new(T)
	if b.make != nil {
		thing = b.make()
	}
	b.things = append(b.things, thing)
	return rest, true
}

// fill reads the cells of the batch.
func (b *batch[T]) fill(warn warner) { fill(b.fields, b.records, b.things, warn) }

// numbered are the fields that may be a number in JSON; all others are texts.
var numbered = []string{"id", "external_id", "progress", "created_at", "updated_at", "archived_at", "revision"}

// cellOf gives the text of a single value.
func cellOf(name string, raw json.RawMessage) (cell, problem string) {
	var text string
	if err := json.Unmarshal(raw, &text); err == nil {
		return text, ""
	}
	var number json.Number
	if slices.Contains(numbered, name) && json.Unmarshal(raw, &number) == nil {
		return number.String(), ""
	}
	return "", fmt.Sprintf("%s is not a value for %s; it counts as not reported.", excerpt(string(raw)), name)
}

// addProgram takes an element of the list of programs.
func (j *jsonRecords) addProgram(raw json.RawMessage) {
	row := j.next("programs")
	texts := map[string]string{}
	rest, ok := j.programs.add(j, raw, origin{row: row, texts: texts}, "strategic_objectives", "risks", "milestones")
	if !ok {
		j.reject(row, "%s is not a program.", excerpt(string(raw)))
		return
	}
	lists := programLists{objectives: []string{}}
	for name, cell := range j.programs.records[len(j.programs.records)-1].cells {
		if !bookkeeping[name] && (name != "external_id" || strings.TrimSpace(cell) != "") {
			lists.reported = append(lists.reported, name)
		}
	}
	if raw, ok := rest["strategic_objectives"]; ok {
		var names []string
		if err := json.Unmarshal(raw, &names); err != nil {
			j.warn(row, "strategic_objectives", excerpt(string(raw))+" is not a list of texts; it was left alone.")
		} else {
			lists.objectives = objectiveNames(names)
			lists.reported = append(lists.reported, "strategic_objectives")
		}
	}
	var reported bool
	if lists.risks, reported = addChildren(j, &j.risks, rest, "risks", row, texts); reported {
		lists.reported = append(lists.reported, "risks")
	}
	if lists.milestones, reported = addChildren(j, &j.milestones, rest, "milestones", row, texts); reported {
		lists.reported = append(lists.reported, "milestones")
	}
	slices.Sort(lists.reported)
	j.lists = append(j.lists, lists)
}

// addChildren takes the nested list of a program. It returns false where the program does not report on it.
func addChildren[T any](j *jsonRecords, b *batch[T], members map[string]json.RawMessage, list string, row int, texts map[string]string) (span, bool) {
	at := span{len(b.records), len(b.records)}
	raw, ok := members[list]
	if !ok || string(raw) == "null" {
		return at, false
	}
	var elements []json.RawMessage
	if err := json.Unmarshal(raw, &elements); err != nil {
		j.warn(row, list, excerpt(string(raw))+" is not a list; it was left alone.")
		return at, false
	}
	for i, element := range elements {
		path := list + "[" + strconv.Itoa(i) + "]"
		if _, ok := b.add(j, element, origin{row, path + ".", list + "[].", texts}); !ok {
			j.warn(row, path, excerpt(string(element))+" was left out: it is not an object.")
		}
	}
	at.to = len(b.records)
	return at, true
}

// next counts the records of a list.
func (j *jsonRecords) next(list string) int {
	j.position[list]++
	return j.position[list]
}

// addBeside takes an element of a list beside the programs.
func addBeside[T any](j *jsonRecords, b *batch[T], list string, raw json.RawMessage) {
	row := j.next(list)
	path := list + "[" + strconv.Itoa(row-1) + "]"
	if _, ok := b.add(j, raw, origin{row, path + ".", list + "[].", map[string]string{}}); !ok {
		j.warn(row, path, excerpt(string(raw))+" was left out: it is not an object.")
	}
}

func (j *jsonRecords) addObjective(raw json.RawMessage) {
	addBeside(j, &j.objectives, "objectives", raw)
}
func (j *jsonRecords) addUpdate(raw json.RawMessage) { addBeside(j, &j.updates, "status_updates", raw) }
func (j *jsonRecords) addDependency(raw json.RawMessage) {
	addBeside(j, &j.dependencies, "dependencies", raw)
}

// objectiveNames cleans a list of names, sorts it and leaves out what it has twice.
func objectiveNames(names []string) []string {
	clean := []string{}
	for _, name := range names {
		if name = strings.Join(strings.Fields(name), " "); name != "" {
			clean = append(clean, name)
		}
	}
	return sortedNames(clean)
}

// incoming reads all fields and puts the records together.
func (j *jsonRecords) incoming() portfolio.IncomingFile {
	j.programs.fill(j.warn)
	j.risks.fill(j.warn)
	j.milestones.fill(j.warn)
	j.objectives.fill(j.warn)
	j.updates.fill(j.warn)
	j.dependencies.fill(j.warn)
	for i, p := range j.programs.things {
		r, lists := j.programs.records[i], j.lists[i]
		p.StrategicObjectives = lists.objectives
		p.Risks = j.risksOf(p.ID, lists.risks)
		p.Milestones = j.milestonesOf(p.ID, lists.milestones)
		j.add(portfolio.Incoming{Row: r.row, Program: *p.Program, Fields: lists.reported, Texts: r.texts}, true)
	}
	j.finishObjectives()
	at := j.programsByID()
	j.finishUpdates(at)
	j.finishDependencies(at)
	if unread := slices.Sorted(maps.Keys(j.unread)); len(unread) > 0 {
		j.warn(0, "", "Fields that were not read: "+strings.Join(unread, ", ")+".")
	}
	return j.finish()
}
