package checking

import (
	"context"
	"slices"
	"strings"
	"time"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Evidence is what an answer may stand on: what the tools gave for it, where that can be computed again, and what the
// question set. An answer may leave out what its question said.
type Evidence struct {
	Observed        []tools.Observation
	Workspace       tools.Workspace // nil: nothing is computed again, and no derived figure is bound
	Today           portfolio.Date
	FiscalYearStart time.Month // 0 is April
	Question        string
	Scope           string // the program that the question is about; "" is all
}

// index finds records and values of the evidence by their names.
type index struct {
	records map[ref]*record
	names   map[string][]name // by the first word
}

// name is a name with what it stands for.
type name struct {
	tokens []token
	refs   []ref
	value  string // folded; "" for a record
	fields []portfolio.Field
	short  bool // the first word of a longer name
}

// newIndex reads the observations. The names of programs of which they hold only the id are read anew.
func newIndex(ctx context.Context, e Evidence) *index {
	x := &index{records: map[ref]*record{}, names: map[string][]name{}}
	values := map[string][]portfolio.Field{}
	for i := range e.Observed {
		x.observe(&e.Observed[i], values)
	}
	if ids := x.nameless(e.Observed); len(ids) > 0 && e.Workspace != nil {
		page, err := e.Workspace.Programs(ctx, portfolio.Query{Of: portfolio.EntityProgram, Limit: portfolio.MaxPage,
			Where: []portfolio.Condition{{Field: portfolio.FieldID, Op: portfolio.OpIs, Values: ids}}})
		if err == nil { // else their names stay unknown, and what is said of them unbound
			for _, row := range page.Rows {
				x.record(ref{portfolio.EntityProgram, row.ID}, row.Name)
			}
		}
	}
	for r, known := range x.records {
		x.add(known.name, name{refs: []ref{r}})
	}
	for v, fields := range values {
		x.add(v, name{value: fold(v), fields: fields})
	}
	x.shorten()
	return x
}

// nameless lists the ids of programs that the observations name without their records, up to a page of them.
func (x *index) nameless(observed []tools.Observation) []string {
	var ids []string
	seen := map[string]bool{}
	note := func(id string) {
		if _, known := x.records[ref{portfolio.EntityProgram, id}]; id != "" && !known && !seen[id] && len(ids) < portfolio.MaxPage {
			seen[id] = true
			ids = append(ids, id)
		}
	}
	for _, o := range observed {
		for _, c := range slices.Concat(o.Query.Where, o.Period.Programs.Where) {
			if c.Field == portfolio.FieldID && c.Op == portfolio.OpIs {
				for _, id := range c.Values {
					note(id)
				}
			}
		}
		for _, g := range o.Groups {
			if o.By == portfolio.FieldID {
				note(g.Value)
			}
		}
		for _, c := range o.Changes {
			note(c.ProgramID)
		}
	}
	for _, r := range x.records {
		note(r.program)
	}
	return ids
}

// observe keeps the records and values of one observation.
func (x *index) observe(o *tools.Observation, values map[string][]portfolio.Field) {
	note := func(f portfolio.Field, v string) {
		if v != "" && !slices.Contains(values[v], f) {
			values[v] = append(values[v], f)
		}
	}
	for i := range o.Programs {
		p := &o.Programs[i]
		x.record(ref{portfolio.EntityProgram, p.ID}, p.Name).row = p
		noteProgram(p.Program, note)
	}
	for i := range o.Risks {
		r := &o.Risks[i]
		x.risk(r)
		note(portfolio.FieldRiskOwner, r.Owner)
	}
	for i := range o.Milestones {
		m := &o.Milestones[i]
		x.milestone(m)
		note(portfolio.FieldOwner, m.ProgramOwner)
	}
	if d := o.Detail; d != nil {
		x.detail(d, note)
	}
	for i := range o.Changes {
		x.change(&o.Changes[i], note)
	}
	noteAsked(o, note)
}

// noteAsked notes the values that were asked for or counted by.
func noteAsked(o *tools.Observation, note func(portfolio.Field, string)) {
	if textual(o.By) {
		for _, g := range o.Groups {
			note(o.By, g.Value)
		}
	}
	for _, c := range slices.Concat(o.Query.Where, o.Period.Programs.Where) {
		if textual(c.Field) && (c.Op == portfolio.OpIs || c.Op == portfolio.OpIsNot) {
			for _, v := range c.Values {
				note(c.Field, v)
			}
		}
	}
}

// textual reports whether the values of a field are texts that people write, and no ids.
func textual(f portfolio.Field) bool {
	info, ok := f.Info()
	return ok && (info.Kind == portfolio.KindText || info.Kind == portfolio.KindList) && f != portfolio.FieldID
}

func noteProgram(p portfolio.Program, note func(portfolio.Field, string)) {
	note(portfolio.FieldOwner, p.Owner)
	note(portfolio.FieldTeam, p.Team)
	note(portfolio.FieldProductLine, p.ProductLine)
	for _, o := range p.StrategicObjectives {
		note(portfolio.FieldObjective, o)
	}
}

// record gives the record of a ref, made where it is new.
func (x *index) record(r ref, called string) *record {
	known := x.records[r]
	if known == nil {
		known = &record{ref: r, name: called}
		x.records[r] = known
	}
	return known
}

func (x *index) risk(r *portfolio.RiskRow) {
	known := x.record(ref{portfolio.EntityRisk, r.ID}, r.Title)
	known.risk, known.program = &r.Risk, r.ProgramID
	if r.ProgramName != "" {
		x.record(ref{portfolio.EntityProgram, r.ProgramID}, r.ProgramName)
	}
}

func (x *index) milestone(m *portfolio.MilestoneRow) {
	known := x.record(ref{portfolio.EntityMilestone, m.ID}, m.Name)
	known.milestone, known.program = &m.Milestone, m.ProgramID
	if m.ProgramName != "" {
		p := x.record(ref{portfolio.EntityProgram, m.ProgramID}, m.ProgramName)
		p.owner = m.ProgramOwner
	}
}

func (x *index) detail(d *portfolio.ProgramDetail, note func(portfolio.Field, string)) {
	x.record(ref{portfolio.EntityProgram, d.Program.ID}, d.Program.Name).detail = d
	noteProgram(d.Program, note)
	for i := range d.Program.Risks {
		x.risk(&portfolio.RiskRow{Risk: d.Program.Risks[i]})
		note(portfolio.FieldRiskOwner, d.Program.Risks[i].Owner)
	}
	for i := range d.Program.Milestones {
		x.milestone(&portfolio.MilestoneRow{Milestone: d.Program.Milestones[i]})
	}
	for _, u := range d.Updates {
		note(fieldUpdateAuthor, u.Author)
	}
}

// change keeps a change with its record; of a risk or a milestone with its program too.
func (x *index) change(c *portfolio.Change, note func(portfolio.Field, string)) {
	r := ref{c.Entity, c.ID}
	if c.Entity == portfolio.EntityStatusUpdate {
		r = ref{portfolio.EntityProgram, c.ProgramID}
	}
	known := x.record(r, c.Label)
	known.changes = append(known.changes, c)
	known.program = c.ProgramID
	if c.Entity == portfolio.EntityProgram && (c.Field == "owner" || c.Field == "team" || c.Field == "product_line") {
		note(portfolio.Field(c.Field), textOf(c.Before))
		note(portfolio.Field(c.Field), textOf(c.After))
	}
}

// add makes a name findable.
func (x *index) add(text string, n name) {
	n.tokens = tokens(text)
	if len(n.tokens) == 0 {
		return
	}
	first := n.tokens[0].word
	for i, o := range x.names[first] {
		if n.value == "" && o.value == "" && sameTokens(o.tokens, n.tokens) {
			x.names[first][i].refs = slices.Concat(o.refs, n.refs)
			return
		}
	}
	x.names[first] = append(x.names[first], n)
}

func sameTokens(a, b []token) bool {
	return slices.EqualFunc(a, b, func(x, y token) bool { return x.word == y.word })
}

// shorten lets the first word of a program's name, and either word of a person's, stand for it where it is that of no other.
func (x *index) shorten() {
	short := map[string][]name{}
	for _, list := range x.names {
		for _, n := range list {
			person := slices.Contains(n.fields, portfolio.FieldOwner) || slices.Contains(n.fields, portfolio.FieldRiskOwner)
			if len(n.tokens) < 2 || !person && (len(n.refs) != 1 || n.refs[0].entity != portfolio.EntityProgram) {
				continue
			}
			short[n.tokens[0].raw] = append(short[n.tokens[0].raw], n)
			if last := n.tokens[len(n.tokens)-1].raw; person {
				short[last] = append(short[last], n)
			}
		}
	}
	for raw, full := range short {
		ts := tokens(raw)
		if len(full) != 1 || len(raw) < 3 || len(ts) != 1 || !ts[0].capital() || x.has(ts) {
			continue
		}
		if e, n := phraseAt(ts, 0, true); n > 0 && e != nil {
			continue
		}
		n := full[0]
		n.tokens, n.short = ts, true
		x.names[ts[0].word] = append(x.names[ts[0].word], n)
	}
}

// has reports whether there is a name of just these words.
func (x *index) has(ts []token) bool {
	return slices.ContainsFunc(x.names[ts[0].word], func(n name) bool { return sameTokens(n.tokens, ts) })
}

// nameAt reads the longest name that begins at a token. One word must be written as it is, several only where all of them
// are words of the lexicon.
func (x *index) nameAt(ts []token, at int, used []bool) (mention, int) {
	var best *name
	for i := range x.names[ts[at].word] {
		n := &x.names[ts[at].word][i]
		if at+len(n.tokens) > len(ts) || best != nil && len(best.tokens) > len(n.tokens) || best != nil && len(best.tokens) == len(n.tokens) && best.value == "" {
			continue
		}
		exact, same, free := true, true, true
		for j, t := range n.tokens {
			same = same && ts[at+j].word == t.word
			exact = exact && ts[at+j].raw == t.raw
			free = free && !used[at+j]
		}
		if same && free && (exact || len(n.tokens) > 1 && !common(n.tokens)) {
			best = n
		}
	}
	if best == nil {
		return mention{}, 0
	}
	m := mention{kind: aRecord, refs: best.refs}
	if best.value != "" {
		m = mention{kind: aValue, value: best.value, fields: best.fields}
	}
	return m, len(best.tokens)
}

// common reports whether all words of a name are words of the lexicon.
func common(ts []token) bool {
	for _, t := range ts {
		if len(lexicon()[t.word]) == 0 {
			return false
		}
	}
	return true
}

// clean makes a text one line, as answers quote it.
func clean(text string) string { return strings.Join(strings.Fields(text), " ") }
