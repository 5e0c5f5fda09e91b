package report

import (
	"encoding/json"
	"strconv"

	"portfolio-ai/store/portfolio"
)

// changesFirst is how many changes a report of changes opens with; its tables hold all of them.
const changesFirst = 8

// chapters are the pages of a report of changes, with their topics.
var chapters = []struct {
	title  string
	topics []portfolio.Topic
}{
	{"Programs", []portfolio.Topic{portfolio.TopicNewPrograms, portfolio.TopicGonePrograms, portfolio.TopicStatus, portfolio.TopicLaunch, portfolio.TopicProgress, portfolio.TopicStage, portfolio.TopicOwner}},
	{"Milestones", []portfolio.Topic{portfolio.TopicCompleted, portfolio.TopicMilestone, portfolio.TopicNewMilestones}},
	{"Risks", []portfolio.Topic{portfolio.TopicNewRisks, portfolio.TopicClosedRisks, portfolio.TopicSeverity}},
	{"Updates", []portfolio.Topic{portfolio.TopicUpdates}},
	{"Other changes", []portfolio.Topic{portfolio.TopicOther}},
}

// changes lists in what the portfolio differs from what it was, by topic. A chapter in which nothing happened is left out.
func (m maker) changes() []Page {
	summary := []Block{m.opening(changesFirst, inPrograms)}
	if len(m.events) > 0 {
		summary = append(summary, m.topicFigures(), m.figures())
	}
	pages := []Page{{"Summary", summary}}
	for _, chapter := range chapters {
		if blocks := m.topicTables(chapter.topics); len(blocks) > 0 {
			pages = append(pages, Page{chapter.title, blocks})
		}
	}
	return pages
}

// on gives the changes of a topic.
func (m maker) on(topic portfolio.Topic) []event {
	return pick(m.events, func(e event) bool { return e.topic == topic })
}

// topicFigures counts the changes of each topic that there are.
func (m maker) topicFigures() Block {
	f := &Figures{}
	for _, topic := range portfolio.Topics {
		if n := len(m.on(topic)); n > 0 {
			f.Items = append(f.Items, figure(capital(string(topic)), Neutral, n, nil, indifferent))
		}
	}
	return Block{Title: "What changed", Figures: f}
}

// topicTables lists the changes of topics, a table for each of which there are any.
func (m maker) topicTables(topics []portfolio.Topic) []Block {
	var blocks []Block
	for _, topic := range topics {
		if list := m.on(topic); len(list) > 0 {
			blocks = append(blocks, topicTable(topic, list))
		}
	}
	return blocks
}

// topicColumns are the columns behind the program, by topic. A topic without any is told in a sentence.
var topicColumns = map[portfolio.Topic][]column[event]{
	portfolio.TopicStatus:        {was(CellStatus), is(CellStatus)},
	portfolio.TopicLaunch:        {was(CellDate), is(CellDate), differs("days")},
	portfolio.TopicProgress:      {was(CellNumber).in("%"), is(CellNumber).in("%"), differs("points")},
	portfolio.TopicStage:         {was(CellStage), is(CellStage)},
	portfolio.TopicOwner:         {was(CellText), is(CellText)},
	portfolio.TopicMilestone:     {record("Milestone"), was(CellDate), is(CellDate), differs("days")},
	portfolio.TopicCompleted:     {record("Milestone"), of("Completed", CellDate, 3, func(e event) Cell { return valueCell(CellDate, e.After) })},
	portfolio.TopicNewMilestones: {record("Milestone"), of("Due", CellDate, 3, func(e event) Cell { return valueCell(CellDate, e.record()["due_date"]) })},
	portfolio.TopicSeverity:      {record("Risk"), was(CellLevel), is(CellLevel)},
	portfolio.TopicNewRisks:      {record("Risk"), of("Severity", CellLevel, 3, func(e event) Cell { return valueCell(CellLevel, e.record()["severity"]) })},
	portfolio.TopicClosedRisks:   {record("Risk")},
	portfolio.TopicUpdates:       {of("Update", CellText, 12, func(e event) Cell { return text(excerpt(value(e.After), excerptLength)) })},
}

// was and is are the columns of a value before and after, differs that of by how much it moved.
func was(kind CellKind) column[event] {
	return of("Before", kind, 3, func(e event) Cell { return valueCell(kind, e.Before) })
}

func is(kind CellKind) column[event] {
	return of("After", kind, 3, func(e event) Cell { return valueCell(kind, e.After) })
}

func differs(unit string) column[event] {
	return of("Difference", CellDelta, 2, func(e event) Cell { return e.difference() }).in(unit)
}

// record is the column of the risk or milestone that a change is about.
func record(label string) column[event] {
	return of(label, CellText, 6, func(e event) Cell { return Cell{Text: e.Label, Ref: e.ref()} })
}

// topicTable lists the changes of one topic.
func topicTable(topic portfolio.Topic, list []event) Block {
	columns := []column[event]{of("Program", CellText, 4, func(e event) Cell { return Cell{Text: e.program, Ref: e.programRef()} })}
	more, ok := topicColumns[topic]
	if !ok {
		more = []column[event]{of("Change", CellText, 10, func(e event) Cell { return Cell{Text: capital(e.tell()), Ref: e.ref()} })}
	}
	return table(capital(string(topic)), "", list, all, append(columns, more...)...)
}

// valueCell writes a value of the log as a cell; "" is not reported.
func valueCell(kind CellKind, raw json.RawMessage) Cell {
	said := value(raw)
	if said == unsaid {
		said = ""
	}
	switch kind {
	case CellStatus:
		return status(portfolio.Status(said))
	case CellLevel:
		return level(portfolio.Level(said))
	default:
		return Cell{Text: said, Tone: unreportedWhere(said == "")}
	}
}

// difference is by how many days or points a value moved; not reported where one of the two is.
func (e event) difference() Cell {
	if from, to := day(e.Before), day(e.After); from != "" && to != "" {
		days := from.DaysUntil(to)
		return Cell{Text: signed(days), Tone: redWhere(days > 0)}
	}
	from, err := strconv.Atoi(string(e.Before))
	to, err2 := strconv.Atoi(string(e.After))
	if err != nil || err2 != nil {
		return Cell{Tone: Unreported}
	}
	return Cell{Text: signed(to - from), Tone: redWhere(to < from)}
}

// programRef is the program of a change, nil where it is gone or there is none.
func (e event) programRef() *Ref {
	if e.ProgramID == "" || e.topic == portfolio.TopicGonePrograms {
		return nil
	}
	return &Ref{portfolio.EntityProgram, e.ProgramID, e.ProgramID}
}
