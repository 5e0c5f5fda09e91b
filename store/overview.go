package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// How many rows the lists of an overview have, and how far back its changes go.
const (
	overviewRows   = 8
	passedLaunches = 3
	recentDays     = 7
)

// Overview gives the state of the programs that meet all conditions, with their statuses by a field. It fails with
// EInvalid for a field that programs are not grouped by.
func (db *DB) Overview(ctx context.Context, where []portfolio.Condition, by portfolio.Field) (portfolio.Overview, error) {
	if info, ok := by.Info(); !ok || info.Of != portfolio.EntityProgram || !info.Groups {
		return portfolio.Overview{}, portfolio.Invalidf("%q cannot be grouped by.", string(by))
	}
	o := portfolio.Overview{Today: db.Today()}
	v := overview{DB: db, ctx: ctx, programs: portfolio.Query{Of: portfolio.EntityProgram, Where: where, Today: o.Today}}
	o.Mix = v.mix(by)
	o.Objectives = v.mix(portfolio.FieldObjective)
	o.Unserved = v.unserved(o.Objectives)
	o.Risks = v.risks()
	o.Figures = v.figures()
	o.Attention = v.attention()
	o.Launches = v.launches()
	o.LastChanges = v.lastChanges()
	for _, cell := range o.Risks {
		if cell.Severity == portfolio.High {
			o.Figures.OpenHighRisks += cell.Count
		}
	}
	return o, v.err
}

// overview reads the parts of an overview, one after the other: at once they take longer, because the database in Go
// spends its time waiting for itself. The first error stays in err, and what is read after it means nothing.
type overview struct {
	*DB
	ctx      context.Context // it lasts as long as one call
	programs portfolio.Query
	err      error
}

// keep notes the first error.
func (v *overview) keep(doing string, err error) {
	if err != nil && v.err == nil {
		v.err = fmt.Errorf("%s: %w", doing, err)
	}
}

// of asks for the programs of a preset, or for those milestones or risks of the programs.
func (v *overview) of(entity portfolio.Entity, preset portfolio.Preset) portfolio.Query {
	q := v.programs
	q.Of, q.Preset = entity, preset
	return q
}

// with narrows a query by further conditions.
func with(q portfolio.Query, conditions ...portfolio.Condition) portfolio.Query {
	q.Where = slices.Concat(q.Where, conditions)
	return q
}

// count counts what a query finds.
func (v *overview) count(q portfolio.Query) (n int) {
	c, err := compile(q)
	if err == nil {
		err = v.lists.QueryRowContext(v.ctx, "SELECT count(*) FROM "+sources[q.Of].from+c.clause(), c.args...).Scan(&n)
	}
	v.keep("count "+q.Of.Words()+"s", err)
	return n
}

// figures counts what the overview begins with, but for the risks.
func (v *overview) figures() portfolio.Figures {
	f := portfolio.Figures{
		Launching30:       v.count(v.of(portfolio.EntityProgram, portfolio.PresetLaunching30)),
		Launching60:       v.count(v.of(portfolio.EntityProgram, portfolio.PresetLaunching60)),
		Launching90:       v.count(v.of(portfolio.EntityProgram, portfolio.PresetLaunching90)),
		OverdueMilestones: v.count(v.of(portfolio.EntityMilestone, portfolio.PresetOverdue)),
		Stale:             v.count(v.of(portfolio.EntityProgram, portfolio.PresetStale)),
	}
	statuses, err := v.Groups(v.ctx, v.programs, portfolio.FieldStatus)
	v.keep("count statuses", err)
	for _, g := range statuses {
		f.Programs += g.Count
		f.Statuses.Add(portfolio.Status(g.Value), g.Count)
	}
	return f
}

// mix counts the statuses of the programs by a field: in the order of the vocabulary for its words, else the value of
// most programs first; not reported last. A program counts once in each objective.
func (v *overview) mix(by portfolio.Field) []portfolio.StatusMix {
	c, err := compile(v.programs)
	if err != nil {
		v.keep("group programs", err)
		return nil
	}
	info, _ := by.Info() // checked
	in := grouping{from: sources[portfolio.EntityProgram].from}
	in.of(info, "x", c.expression(info, "x"))
	type part struct {
		value  string
		status portfolio.Status
		count  int
	}
	scan := func(row scanner) (p part, err error) { return p, row.Scan(&p.value, &p.status, &p.count) }
	parts, err := collect(v.ctx, &v.lists, scan, fmt.Sprintf(`SELECT %s, coalesce(status, ''), records
		FROM (SELECT %s AS member, x.status AS status, count(*) AS records FROM %s%s GROUP BY 1, 2) ORDER BY 1`, in.value, in.key, in.from, c.clause()), c.args...)
	v.keep("group programs", err)

	mixes := map[string]*portfolio.StatusMix{}
	for _, p := range parts {
		if !v.chosen(by, p.value) {
			continue
		}
		key := withoutCase(p.value)
		if mixes[key] == nil {
			mixes[key] = &portfolio.StatusMix{Value: p.value}
		}
		mixes[key].Count += p.count
		mixes[key].Statuses.Add(p.status, p.count)
	}
	out := make([]portfolio.StatusMix, 0, len(mixes))
	for _, m := range mixes {
		out = append(out, *m)
	}
	slices.SortFunc(out, func(a, b portfolio.StatusMix) int { return inOrder(info, a, b) })
	return out
}

// withoutCase folds a text as far as the database does that compares it without regard to case.
func withoutCase(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 'A' && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, text)
}

// inOrder compares two values of a field by their place in the overview.
func inOrder(info portfolio.FieldInfo, a, b portfolio.StatusMix) int {
	none := func(m portfolio.StatusMix) int { return map[bool]int{true: 1}[m.Value == ""] }
	if byPlace := cmp.Compare(none(a), none(b)); byPlace != 0 {
		return byPlace
	}
	if info.Kind == portfolio.KindWord {
		return cmp.Compare(slices.Index(info.Words, a.Value), slices.Index(info.Words, b.Value))
	}
	return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(portfolio.Fold(a.Value), portfolio.Fold(b.Value)))
}

// chosen reports whether the conditions leave room for a value of a field. A program that serves a chosen objective serves
// others too, which nobody asked for.
func (v *overview) chosen(f portfolio.Field, value string) bool {
	for _, c := range v.programs.Where {
		is := func(wanted string) bool { return portfolio.Fold(wanted) == portfolio.Fold(value) }
		if c.Field == f && c.Op == portfolio.OpIs && !slices.ContainsFunc(c.Values, is) {
			return false
		}
	}
	return true
}

// unserved lists the objectives that none of the programs serves.
func (v *overview) unserved(served []portfolio.StatusMix) []string {
	names, err := collect(v.ctx, &v.lists, scanText, `SELECT name FROM objectives ORDER BY name_key`)
	v.keep("list objectives", err)
	return slices.DeleteFunc(names, func(name string) bool {
		return !v.chosen(portfolio.FieldObjective, name) ||
			slices.ContainsFunc(served, func(m portfolio.StatusMix) bool { return m.Value == name })
	})
}

// risks counts the open risks of the programs by severity and likelihood.
func (v *overview) risks() []portfolio.RiskCell {
	open := portfolio.Condition{Field: portfolio.FieldRiskStatus, Op: portfolio.OpIs, Values: []string{string(portfolio.RiskOpen), string(portfolio.RiskMitigating)}}
	c, err := compile(with(v.of(portfolio.EntityRisk, ""), open))
	if err != nil {
		v.keep("count risks", err)
		return nil
	}
	scan := func(row scanner) (r portfolio.RiskCell, err error) {
		return r, row.Scan(&r.Severity, &r.Likelihood, &r.Count)
	}
	cells, err := collect(v.ctx, &v.lists, scan, `SELECT coalesce(x.severity, ''), coalesce(x.likelihood, ''), count(*)
		FROM `+sources[portfolio.EntityRisk].from+c.clause()+` GROUP BY 1, 2 ORDER BY 1, 2`, c.args...)
	v.keep("count risks", err)
	return cells
}

// page reads the first rows of a query for programs.
func (v *overview) page(q portfolio.Query, limit int, order ...portfolio.Order) portfolio.ProgramPage {
	q.Limit, q.Sort = limit, order
	p, err := v.Programs(v.ctx, q)
	v.keep("list programs", err)
	return p
}

// attention lists the programs that need attention.
func (v *overview) attention() portfolio.AttentionList {
	p := v.page(v.of(portfolio.EntityProgram, portfolio.PresetAttention), overviewRows, portfolio.AttentionOrder...)
	return portfolio.AttentionList{Rows: p.Rows, Total: p.Total, Unassessed: v.count(with(v.programs, portfolio.Unassessed...))}
}

// launches lists the last launches that passed and the next ones.
func (v *overview) launches() portfolio.LaunchList {
	upcoming := []portfolio.Condition{portfolio.Live, {Field: portfolio.FieldLaunchDate, Op: portfolio.OpFrom, Values: []string{string(v.programs.Today)}}}
	passed := v.page(v.of(portfolio.EntityProgram, portfolio.PresetLaunchPassed), passedLaunches, portfolio.Order{Field: portfolio.FieldLaunchDate, Desc: true})
	slices.Reverse(passed.Rows)
	ahead := v.page(with(v.programs, upcoming...), overviewRows-len(passed.Rows), portfolio.Order{Field: portfolio.FieldLaunchDate})
	return portfolio.LaunchList{Rows: append(passed.Rows, ahead.Rows...), Passed: passed.Total, Ahead: ahead.Total}
}

// lastChanges reads in what the programs differ from a week ago. Without conditions it is all programs, those that are
// gone included.
func (v *overview) lastChanges() portfolio.RecentChanges {
	recent := portfolio.RecentChanges{Since: v.programs.Today.AddDays(-recentDays), Topics: []portfolio.TopicCount{}, Rows: []portfolio.TopicChange{}}
	only, err := v.only()
	v.keep("pick programs", err)
	changes, names, err := v.changesOf(v.ctx, recent.Since, v.programs.Today, only)
	v.keep("read recent changes", err)
	byTopic := map[portfolio.Topic][]portfolio.Change{}
	for _, c := range changes {
		topic := portfolio.TopicOf(c)
		byTopic[topic] = append(byTopic[topic], c)
	}
	for _, topic := range portfolio.Topics {
		if n := len(byTopic[topic]); n > 0 && topic != portfolio.TopicOther {
			recent.Topics = append(recent.Topics, portfolio.TopicCount{Topic: topic, Count: n})
		}
	}
	for _, topic := range portfolio.WeightyTopics {
		for _, c := range byTopic[topic][:min(len(byTopic[topic]), overviewRows-len(recent.Rows))] {
			recent.Rows = append(recent.Rows, portfolio.TopicChange{Topic: topic, Program: names[c.ProgramID], Change: c})
		}
	}
	return recent
}

// only picks the programs whose changes are wanted; nil is all of them.
func (v *overview) only() (*compiled, error) {
	if len(v.programs.Where) == 0 {
		return nil, nil
	}
	return compile(v.programs)
}
