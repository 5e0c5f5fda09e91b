package report

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// event is a change with what is needed to tell it.
type event struct {
	portfolio.Change
	topic   portfolio.Topic
	program string // the name of the program that it is about; of an objective, its own
}

// told gives what changed, by the order of topics and within it by program, without what only comes along with another
// change. The programs that came into the scope or left it without being new or deleted are not in it; see joined.
func (s Snapshot) told() []event {
	names := map[string]string{}
	for _, p := range s.Before.Programs {
		names[p.ID] = p.Name
	}
	for _, p := range s.Now.Programs {
		names[p.ID] = p.Name
	}
	var out []event
	echo := echoes(s.Changes)
	for _, c := range s.Changes {
		if echo(c) {
			continue
		}
		out = append(out, event{c, portfolio.TopicOf(c), cmp.Or(names[c.ProgramID], c.Label)})
	}
	slices.SortStableFunc(out, func(a, b event) int {
		return slices.Index(portfolio.Topics, a.topic) - slices.Index(portfolio.Topics, b.topic)
	})
	return out
}

// echoes finds the changes that another one brings along: the day of the last update with the update, the status Done with
// the date of completion.
func echoes(all []portfolio.Change) func(portfolio.Change) bool {
	type field struct{ id, name string }
	changed := map[field]bool{}
	for _, c := range all {
		changed[field{c.ID, c.Field}] = true
	}
	return func(c portfolio.Change) bool {
		return c.Entity == portfolio.EntityProgram && c.Field == "last_update" && changed[field{c.ID, string(portfolio.EntityStatusUpdate)}] ||
			c.Entity == portfolio.EntityMilestone && c.Field == "status" && changed[field{c.ID, "completed_date"}]
	}
}

// joined gives the programs that are in one portfolio and not in another, though they were neither made nor deleted: they
// meet now what the scope asks for, or no longer.
func (s Snapshot) joined(in, notIn []portfolio.Program) []*program {
	known := map[string]bool{}
	for _, p := range notIn {
		known[p.ID] = true
	}
	for _, c := range s.Changes {
		known[c.ID] = known[c.ID] || c.Entity == portfolio.EntityProgram && c.Field == portfolio.WholeRecord
	}
	var out []*program
	for _, p := range in {
		if !known[p.ID] {
			out = append(out, &program{Program: p, key: portfolio.Fold(p.Name)})
		}
	}
	slices.SortFunc(out, byName)
	return out
}

// tellings say a change in an English clause, by topic. A topic without one is told field by field.
var tellings = map[portfolio.Topic]func(event) string{
	portfolio.TopicNewPrograms:  func(event) string { return "new in the portfolio" },
	portfolio.TopicGonePrograms: func(event) string { return "deleted" },
	portfolio.TopicStatus:       func(e event) string { return fmt.Sprintf("%s, was %s", value(e.After), value(e.Before)) },
	portfolio.TopicLaunch:       func(e event) string { return "launch " + e.moved() },
	portfolio.TopicCompleted: func(e event) string {
		return fmt.Sprintf("milestone %s completed on %s", e.Label, value(e.After))
	},
	portfolio.TopicMilestone:     func(e event) string { return fmt.Sprintf("milestone %s %s", e.Label, e.moved()) },
	portfolio.TopicNewMilestones: func(e event) string { return "new milestone " + e.Label },
	portfolio.TopicNewRisks: func(e event) string {
		return fmt.Sprintf("new risk %s (severity %s)", e.Label, value(e.record()["severity"]))
	},
	portfolio.TopicClosedRisks: func(e event) string { return fmt.Sprintf("risk %s closed", e.Label) },
	portfolio.TopicSeverity: func(e event) string {
		return fmt.Sprintf("risk %s is %s, was %s", e.Label, value(e.After), value(e.Before))
	},
	portfolio.TopicUpdates: func(e event) string { return "update: " + value(e.After) },
}

// tell says the change without its program.
func (e event) tell() string {
	if telling, ok := tellings[e.topic]; ok {
		return telling(e)
	}
	about := ""
	if e.Entity != portfolio.EntityProgram && e.Label != e.program {
		about = e.Entity.Words() + " " + e.Label + ": "
	}
	switch {
	case e.Creates():
		return "new " + e.Entity.Words() + " " + e.Label
	case e.Deletes():
		return e.Entity.Words() + " " + e.Label + " deleted"
	}
	const short = 60 // characters of a value that can be told beside another one
	if max(utf8.RuneCountInString(value(e.Before)), utf8.RuneCountInString(value(e.After))) > short {
		return about + e.FieldWords() + " changed"
	}
	return fmt.Sprintf("%s%s is %s, was %s", about, e.FieldWords(), value(e.After), value(e.Before))
}

// moved says where a date went: "moved from 2026-09-01 to 2026-10-01 (30 days later)".
func (e event) moved() string {
	from, to := day(e.Before), day(e.After)
	switch {
	case from == "":
		return "set to " + value(e.After)
	case to == "":
		return "no longer reported, was " + value(e.Before)
	}
	way := "later"
	days := from.DaysUntil(to)
	if days < 0 {
		days, way = -days, "earlier"
	}
	return fmt.Sprintf("moved from %s to %s (%s %s)", from, to, portfolio.CountOf(days, "day", "days"), way)
}

// tone says whether the change is good news.
func (e event) tone() Tone {
	switch e.topic {
	case portfolio.TopicStatus:
		var s portfolio.Status
		if json.Unmarshal(e.After, &s) == nil {
			return toneOf(s)
		}
	case portfolio.TopicLaunch, portfolio.TopicMilestone:
		return redWhere(day(e.Before) != "" && day(e.Before) < day(e.After))
	case portfolio.TopicCompleted, portfolio.TopicClosedRisks:
		return Green
	case portfolio.TopicNewRisks:
		return redWhere(value(e.record()["severity"]) == string(portfolio.High))
	default:
	}
	return Neutral
}

// weight orders changes of one topic: the higher the graver.
func (e event) weight() int {
	switch e.topic {
	case portfolio.TopicStatus:
		if i := slices.Index(portfolio.Statuses, portfolio.Status(value(e.After))); i >= 0 {
			return len(portfolio.Statuses) - i
		}
		return 0 // no longer reported
	case portfolio.TopicLaunch, portfolio.TopicMilestone:
		return day(e.Before).DaysUntil(day(e.After))
	case portfolio.TopicNewRisks:
		return -rank(portfolio.Level(value(e.record()["severity"])))
	default:
		return 0
	}
}

// ref is the record that the change is about, nil where it is gone or has no page.
func (e event) ref() *Ref {
	switch {
	case e.Deletes():
		return nil
	case e.Entity == portfolio.EntityProgram, e.Entity == portfolio.EntityRisk, e.Entity == portfolio.EntityMilestone:
		return &Ref{e.Entity, e.ID, e.ProgramID}
	case e.ProgramID != "":
		return &Ref{portfolio.EntityProgram, e.ProgramID, e.ProgramID}
	}
	return nil
}

// record gives the fields of a record that came.
func (e event) record() map[string]json.RawMessage {
	fields := map[string]json.RawMessage{}
	_ = json.Unmarshal(e.After, &fields) // what is no record has no fields
	return fields
}

// day reads a value as a day; not reported where it is none.
func day(raw json.RawMessage) (d portfolio.Date) {
	if json.Unmarshal(raw, &d) != nil {
		return ""
	}
	return d
}

// unsaid stands in a sentence where nothing is reported.
const unsaid = "not reported"

// value writes a JSON value as it stands in a sentence.
func value(raw json.RawMessage) string {
	var s string
	var list []string
	switch {
	case len(raw) == 0 || string(raw) == "null" || string(raw) == `""` || string(raw) == "[]":
		return unsaid
	case json.Unmarshal(raw, &s) == nil:
		return s
	case json.Unmarshal(raw, &list) == nil:
		return strings.Join(list, ", ")
	}
	return string(raw)
}
