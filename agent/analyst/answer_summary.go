package analyst

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// summaryDays is how far a summary looks ahead, and changeDays how far back.
const (
	summaryDays = 30
	changeDays  = 7
)

// summary writes the state of the portfolio, or of a part of it, as one paragraph. Every number is a figure.
func (w *writer) summary(ctx context.Context, in intent) error {
	q, total, err := w.state(ctx, in.query)
	if err != nil || total == 0 {
		return err
	}
	return w.lately(ctx, q)
}

// state writes how many programs there are, how they are declared and assessed, and what a portfolio manager looks at
// first. It gives the query as it can be said of all kinds of records, and how many programs it finds.
func (w *writer) state(ctx context.Context, q portfolio.Query) (portfolio.Query, int, error) {
	q.Of, q.Today, q.Sort = portfolio.EntityProgram, w.today, nil
	if len(q.Related) > 0 || q.Text != "" { // which cannot be said of risks and milestones
		page, err := w.tools.ListPrograms(ctx, tools.Query{Query: q})
		if err != nil {
			return q, 0, err
		}
		q = portfolio.Query{Of: q.Of, Today: q.Today, Where: []portfolio.Condition{is(portfolio.FieldID, idsOf(page.Rows)...)}}
	}
	declared, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: portfolio.FieldStatus})
	if err != nil {
		return q, 0, err
	}
	total := 0
	for _, g := range declared {
		total += g.Count
	}
	w.figure("programs", float64(total))
	w.say("%s **%s**", w.holds(q), portfolio.CountOf(total, "program", "programs"))
	if total > 0 {
		w.say(": %s", w.mix(declared, ""))
	}
	if total == 0 {
		w.paragraph(".")
		return q, 0, nil
	}
	assessed, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: portfolio.FieldAssessed})
	if err != nil {
		return q, total, err
	}
	w.say(". The facts say %s.", w.mix(assessed, "assessed "))
	return q, total, w.watched(ctx, q)
}

// idsOf lists the ids of programs.
func idsOf(rows []portfolio.ProgramRow) []string {
	out := []string{}
	for _, r := range rows {
		out = append(out, r.ID)
	}
	return out
}

// holds begins a summary.
func (w *writer) holds(q portfolio.Query) string {
	if whose := w.whose(q); whose != "" {
		return capital(strings.TrimPrefix(whose, " for ")) + ":"
	}
	return "The portfolio holds"
}

// mix says how many programs there are of each status, and states it.
func (w *writer) mix(groups []portfolio.Group, label string) string {
	var out []string
	for _, g := range groups {
		w.figure(label+groupName(g.Value), float64(g.Count))
		out = append(out, strconv.Itoa(g.Count)+" "+strings.Replace(groupName(g.Value), "Not", "not", 1))
	}
	return series(out, "and")
}

// watched counts what a portfolio manager looks at first.
func (w *writer) watched(ctx context.Context, programs portfolio.Query) error {
	var out []string
	for _, q := range w.watch(programs) {
		n, err := w.total(ctx, q.query)
		if err != nil {
			return err
		}
		w.figure(q.label, float64(n))
		words := q.label
		if n == 1 {
			words = q.one
		}
		out = append(out, strconv.Itoa(n)+" "+words)
	}
	w.say(" The watch list: %s.", series(out, "and"))
	return nil
}

// watching is one thing that a summary counts.
type watching struct {
	label, one string
	query      portfolio.Query
}

// watch lists what a portfolio manager looks at first, within the programs of a query.
func (w *writer) watch(programs portfolio.Query) []watching {
	soon := days(portfolio.FieldLaunchDate, period{from: w.today, to: w.today.AddDays(summaryDays)})
	stale := adjectiveCalled("stale").on(w.today)
	of := func(e portfolio.Entity, c clause) portfolio.Query {
		q := programs
		q.Of, q.Where, q.AnyOf = e, slices.Clone(q.Where), slices.Clone(q.AnyOf)
		add(&q, c)
		return q
	}
	return []watching{
		{"launches in the next 30 days", "launch in the next 30 days", of(portfolio.EntityProgram, clause{all: append(soon.all, live)})},
		{"programs past their launch date", "program past its launch date", of(portfolio.EntityProgram, launchLate.on(w.today))},
		{"overdue milestones", "overdue milestone", of(portfolio.EntityMilestone, overdue.on(w.today))},
		{"open High risks", "open High risk", of(portfolio.EntityRisk, all(openRisk, is(portfolio.FieldRiskSeverity, string(portfolio.High))))},
		{"live programs without an update for more than 30 days, or ever", "live program without an update for more than 30 days, or ever",
			of(portfolio.EntityProgram, clause{all: []portfolio.Condition{live}, any: stale.any})},
	}
}

// lately counts what changed in the last days.
func (w *writer) lately(ctx context.Context, programs portfolio.Query) error {
	changes, err := w.tools.ListChanges(ctx, tools.Period{Since: w.today.AddDays(-changeDays), Until: w.today, Programs: programs})
	if err != nil {
		return err
	}
	by := map[portfolio.Topic]int{}
	for _, c := range changes {
		by[portfolio.TopicOf(c)]++
	}
	var out []string
	for _, topic := range always {
		w.figure(string(topic), float64(by[topic]))
		if by[topic] > 0 {
			out = append(out, w.counts(topic, by[topic]))
		}
	}
	if len(out) == 0 {
		w.say(" In the last 7 days nothing of note changed.")
		return nil
	}
	w.say(" The last 7 days brought %s.", series(out, "and"))
	return nil
}

// brief writes one program as a paragraph.
func (w *writer) brief(ctx context.Context, in intent) error {
	d, err := w.program(ctx, in.ids[0])
	if err != nil {
		return err
	}
	p := d.Program
	w.figures(p, portfolio.FieldProgress, portfolio.FieldLaunchDate)
	w.bothHealths(p, d.Health)
	w.say(". %s", w.manned(p))
	w.say(" Progress is %s; the launch date is %s.", percent(p.Progress), w.launch(p))
	risks, late := openRisks(p, false), overdueMilestones(p, w.today)
	high := len(openRisks(p, true))
	w.figure("open risks", float64(len(risks)))
	w.figure("open High risks", float64(high))
	w.figure("overdue milestones", float64(len(late)))
	w.say(" It has %s (%d High) and %s.", portfolio.CountOf(len(risks), "open risk", "open risks"), high, portfolio.CountOf(len(late), "overdue milestone", "overdue milestones"))
	if len(d.Updates) > 0 && d.Updates[0].Text != "" {
		w.say(" The update of %s says: %s", day(d.Updates[0].Date), plain(cut(d.Updates[0].Text, 400)))
	} else {
		w.say(" The last update was %s.", lastUpdate(w, p))
	}
	return nil
}

// lastUpdate says when a program was last updated.
func lastUpdate(w *writer, p portfolio.Program) string {
	if p.LastUpdate == "" {
		return "never"
	}
	return "on " + w.age(p.LastUpdate)
}

// manned says who answers for a program and where it stands.
func (w *writer) manned(p portfolio.Program) string {
	owner := "Its owner is " + reportedText(p.Owner)
	if p.Team != "" {
		owner += " in team " + plain(p.Team)
	}
	if p.PipelineStage != "" {
		owner += ", its stage " + string(p.PipelineStage)
	}
	return owner + "."
}
