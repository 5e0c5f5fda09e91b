package analyst

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// always are the topics that an answer about all changes counts even where there are none.
var always = []portfolio.Topic{
	portfolio.TopicNewPrograms, portfolio.TopicStatus, portfolio.TopicLaunch, portfolio.TopicCompleted, portfolio.TopicNewRisks, portfolio.TopicClosedRisks, portfolio.TopicUpdates,
}

// companions are fields that change along with something that is told anyway.
var companions = map[portfolio.Entity][]string{
	portfolio.EntityProgram: {"last_update"}, portfolio.EntityMilestone: {"status", "baseline_date"},
}

// changes writes what changed in a period, by topic, and cites the programs.
func (w *writer) changes(ctx context.Context, in intent) error {
	changes, err := w.changesIn(ctx, &in)
	if err != nil {
		return err
	}
	p := in.period
	if in.moved.op != "" {
		changes = slices.DeleteFunc(changes, func(c portfolio.Change) bool { return !in.moved.holds(float64(movedBy(c))) })
	}
	if in.inverted {
		return w.unchanged(ctx, in, changes)
	}
	changes = slices.DeleteFunc(changes, func(c portfolio.Change) bool { return slices.Contains(companions[c.Entity], c.Field) })
	all := changes
	if in.ranked {
		changes = furthest(changes)
	}
	by := map[portfolio.Topic][]portfolio.Change{}
	var programs []string
	for _, c := range changes {
		by[portfolio.TopicOf(c)] = append(by[portfolio.TopicOf(c)], c)
		if c.ProgramID != "" && !slices.Contains(programs, c.ProgramID) {
			programs = append(programs, c.ProgramID)
		}
	}
	when := "from " + day(p.Since) + " to " + day(p.Until)
	whose := w.whose(p.Programs)
	switch {
	case in.ranked && len(changes) > 0 && len(p.Only) == 1:
		w.figure(string(p.Only[0]), float64(len(changes)))
		w.paragraph("%s%s: **%s**%s. The furthest:", capital(when), whose, w.counts(p.Only[0], len(all)), direction(p))
	case len(p.Only) > 0:
		w.onlyTopics(p, by, when, whose)
	default:
		w.allTopics(by, len(programs), in.ids, when, whose)
	}
	if in.counts {
		return nil
	}
	for _, topic := range portfolio.Topics {
		w.topic(topic, by[topic], len(p.Only) == 1)
	}
	w.citeChanged(p, changes)
	return nil
}

// changesIn reads the changes of a question. Its period begins behind the first day that the log tells of where it asks for all
// moves, or for moves since an earlier day: what came to be on the first day did not move. Where nobody said a time, and no
// launch moved in the usual days, it is all that is known.
func (w *writer) changesIn(ctx context.Context, in *intent) ([]portfolio.Change, error) {
	began, err := w.tools.Workspace.Began(ctx, "")
	if err != nil {
		return nil, err
	}
	p := &in.period
	launches := slices.Equal(p.Only, []portfolio.Topic{portfolio.TopicLaunch})
	if in.first || p.Since <= began && (launches || slices.Equal(p.Only, []portfolio.Topic{portfolio.TopicStatus})) {
		p.Since = min(began.AddDays(1), p.Until)
	}
	changes, err := w.tools.ListChanges(ctx, *p)
	if in.vague != "" && launches && len(changes) == 0 && !in.inverted && err == nil {
		in.vague = "You did not say since when. No launch moved so in the last 7 days, so I took all that is recorded."
		p.Since = min(began.AddDays(1), p.Until)
		changes, err = w.tools.ListChanges(ctx, *p)
	}
	if in.vague != "" && err == nil {
		w.paragraph("%s", in.vague)
	}
	return changes, err
}

// furthest keeps the moves of a date that went furthest.
func furthest(changes []portfolio.Change) []portfolio.Change {
	most := 0
	for _, c := range changes {
		most = max(most, movedBy(c))
	}
	return slices.DeleteFunc(changes, func(c portfolio.Change) bool { return movedBy(c) < most })
}

// movedBy gives by how many days a date moved, either way.
func movedBy(c portfolio.Change) int {
	before, after := portfolio.Date(textOf(c.Before)), portfolio.Date(textOf(c.After))
	if before == "" || after == "" {
		return 0
	}
	n := before.DaysUntil(after)
	return max(n, -n)
}

// unchanged lists the programs of which nothing changed in a period.
func (w *writer) unchanged(ctx context.Context, in intent, changes []portfolio.Change) error {
	q := in.query
	for _, c := range changes {
		if !slices.ContainsFunc(q.Where, func(x portfolio.Condition) bool { return same(x, isNot(portfolio.FieldID, c.ProgramID)) }) && c.ProgramID != "" {
			q.Where = append(q.Where, isNot(portfolio.FieldID, c.ProgramID))
		}
	}
	l, err := w.rows(ctx, intent{query: q}, nil)
	if err != nil {
		return err
	}
	w.figure("programs without a change", float64(l.total))
	w.paragraph("**%s** had no such change from %s to %s.", portfolio.CountOf(l.total, "program", "programs"), day(in.period.Since), day(in.period.Until))
	if l.total > 0 && !in.counts {
		w.table(l)
	}
	return nil
}

// whose says whose changes are told: " for programs in team Payments".
func (w *writer) whose(q portfolio.Query) string {
	some := w.scope.Words(false)
	if len(q.Where)+len(q.AnyOf)+len(q.Related) == 0 && q.Text == "" {
		if some != "" {
			return " for the " + some
		}
		return ""
	}
	if len(q.Where) == 1 && q.Where[0].Field == portfolio.FieldID {
		return " for " + w.describe.values(q.Where[0])
	}
	q.Of = portfolio.EntityProgram
	if some != "" {
		some = " of the " + some
	}
	return " for " + w.describe.phrase(q, true) + some
}

// allTopics counts the changes by topic. Named are the programs that the question names.
func (w *writer) allTopics(by map[portfolio.Topic][]portfolio.Change, programs int, named []string, when, whose string) {
	w.figure("programs changed", float64(programs))
	var counted []string
	for _, topic := range portfolio.Topics {
		n := len(by[topic])
		if n > 0 || slices.Contains(always, topic) {
			w.figure(string(topic), float64(n))
		}
		if n > 0 {
			counted = append(counted, w.counts(topic, n))
		}
	}
	if len(counted) == 0 {
		for _, id := range named {
			w.citeProgram(id, w.directory.name(id))
		}
		w.paragraph("**Nothing changed**%s %s.", whose, when)
		return
	}
	w.paragraph("%s%s, **%s** changed: %s.", capital(when), whose, portfolio.CountOf(programs, "program", "programs"), series(counted, "and"))
}

// onlyTopics counts the changes of the topics that are asked for; the first figure is all of them together.
func (w *writer) onlyTopics(p tools.Period, by map[portfolio.Topic][]portfolio.Change, when, whose string) {
	total, label := 0, string(p.Only[0])
	var counted []string
	for _, topic := range p.Only {
		total += len(by[topic])
		counted = append(counted, w.counts(topic, len(by[topic])))
	}
	if len(p.Only) > 1 {
		label = "changes"
	}
	w.figure(label, float64(total))
	if len(p.Only) > 1 {
		for _, topic := range p.Only {
			w.figure(string(topic), float64(len(by[topic])))
		}
	}
	var which string
	switch {
	case len(p.Before) > 0 && len(p.After) > 0:
		which = " from " + series(p.Before, "or") + " to " + series(p.After, "or")
	case len(p.Before) > 0:
		which = " from " + series(p.Before, "or")
	case len(p.After) > 0:
		which = " to " + series(p.After, "or")
	default:
		which = direction(p)
	}
	w.paragraph("%s%s: **%s**%s.", capital(when), whose, series(counted, "and"), which)
}

// direction says which way changes went that are asked for.
func direction(p tools.Period) string {
	return map[tools.Trend]string{tools.TrendWorse: " for the worse", tools.TrendBetter: " for the better"}[p.Trend]
}

// counts says how many changes of a topic there are.
func (w *writer) counts(topic portfolio.Topic, n int) string {
	words := string(topic)
	if n == 1 {
		words = singular[topic]
	}
	return strconv.Itoa(n) + " " + words
}

// singular names one change of a topic.
var singular = map[portfolio.Topic]string{
	portfolio.TopicNewPrograms: "new program", portfolio.TopicGonePrograms: "deleted program", portfolio.TopicStatus: "status change",
	portfolio.TopicLaunch: "launch move", portfolio.TopicProgress: "progress change", portfolio.TopicOwner: "owner change", portfolio.TopicStage: "stage change",
	portfolio.TopicCompleted: "completed milestone", portfolio.TopicMilestone: "milestone move", portfolio.TopicNewRisks: "new risk",
	portfolio.TopicSeverity: "severity change", portfolio.TopicNewMilestones: "new milestone",
	portfolio.TopicClosedRisks: "closed risk", portfolio.TopicUpdates: "update posted", portfolio.TopicOther: "other change",
}

// topic lists the changes of a topic.
func (w *writer) topic(topic portfolio.Topic, changes []portfolio.Change, alone bool) {
	if len(changes) == 0 {
		return
	}
	if !alone {
		w.paragraph("\n**%s**", capital(string(topic)))
	}
	for i, c := range changes {
		if i < shownRows {
			w.say("- %s\n", w.changed(topic, c))
		}
	}
	w.more(len(changes))
}

// changed writes one change.
func (w *writer) changed(topic portfolio.Topic, c portfolio.Change) string {
	name := c.Label
	if _, ok := w.directory.byID[fold(c.ProgramID)]; ok {
		name = programLink(c.ProgramID, w.directory.name(c.ProgramID))
	} else {
		name = plain(name)
	}
	from, to := valueText(c.Before), valueText(c.After)
	switch topic {
	case portfolio.TopicNewPrograms, portfolio.TopicGonePrograms:
		return name
	case portfolio.TopicLaunch, portfolio.TopicMilestone:
		moved := slip(textOf(c.Before), textOf(c.After))
		if topic == portfolio.TopicMilestone {
			name += ", " + plain(c.Label)
		}
		return name + ": " + from + " → " + to + moved
	case portfolio.TopicCompleted:
		return name + ": " + plain(c.Label) + ", " + to
	case portfolio.TopicSeverity:
		return name + ", " + plain(c.Label) + ": " + from + " → " + to
	case portfolio.TopicNewRisks, portfolio.TopicClosedRisks, portfolio.TopicNewMilestones:
		return name + ": " + plain(c.Label)
	case portfolio.TopicUpdates:
		return name + ": " + plain(cut(textOf(c.After), 200))
	case portfolio.TopicOther:
		return name + ": " + w.otherChange(c, from, to)
	}
	return name + ": " + from + " → " + to
}

// otherChange names the record and the field of a change that has no topic of its own.
func (w *writer) otherChange(c portfolio.Change, from, to string) string {
	what := c.Entity.Words()
	if c.Entity != portfolio.EntityProgram {
		what += " " + plain(cut(c.Label, 80))
	}
	switch {
	case c.Field != portfolio.WholeRecord:
		return what + ", " + strings.ReplaceAll(c.Field, "_", " ") + ": " + from + " → " + to
	case from == notReportedText:
		return "new " + what
	}
	return "deleted " + what
}

// slip says how far a day moved: " (+14 days)".
func slip(before, after string) string {
	if before == "" || after == "" {
		return ""
	}
	n := portfolio.Date(before).DaysUntil(portfolio.Date(after))
	sign := "+"
	if n < 0 {
		sign, n = "-", -n
	}
	return " (" + sign + portfolio.CountOf(n, "day", "days") + ")"
}

// textOf reads a JSON text; "" for anything else.
func textOf(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) != nil {
		return ""
	}
	return text
}

// valueText writes a JSON value of a record for people.
func valueText(value json.RawMessage) string {
	var list []string
	text := textOf(value)
	if _, err := portfolio.ParseDate(text); err == nil {
		return day(portfolio.Date(text))
	}
	switch {
	case text != "":
		return plain(cut(text, 120))
	case len(value) == 0 || string(value) == "null" || string(value) == `""` || string(value) == "[]":
		return notReportedText
	case json.Unmarshal(value, &list) == nil:
		return plain(strings.Join(list, ", "))
	}
	return plain(cut(string(value), 120))
}

// citeChanged cites the programs that changed, or the risks or milestones where only those were asked for.
func (w *writer) citeChanged(p tools.Period, changes []portfolio.Change) {
	for _, entity := range []portfolio.Entity{ofRisk, ofMilestone} {
		only := len(p.Only) > 0 && !slices.ContainsFunc(p.Only, func(t portfolio.Topic) bool { return !slices.Contains(nounTopics[entity], t) })
		if !only {
			continue
		}
		for _, c := range changes {
			w.cite(portfolio.Citation{Type: c.Entity, ID: c.ID, Label: c.Label, ProgramID: c.ProgramID})
		}
		return
	}
	for _, c := range changes {
		if _, ok := w.directory.byID[fold(c.ProgramID)]; ok {
			w.citeProgram(c.ProgramID, w.directory.name(c.ProgramID))
		}
	}
}
