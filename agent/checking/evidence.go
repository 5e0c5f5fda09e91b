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

	// Part says that the tools saw only a part of the portfolio, so that nothing is known of the whole. Place names that part
	// as answers do, in Markdown; the words of its name are not read.
	Part  bool
	Place string
}

// index finds records and values of the evidence by their names.
type index struct {
	records map[ref]*record
	names   map[string][]name // by the first word

	surnames map[string][]name // those of people, by the last word
}

// name is a name with what it stands for.
type name struct {
	text   string
	tokens []token // nil until they are asked for
	refs   []ref
	value  string // folded; "" for a record
	fields []portfolio.Field
}

// newIndex reads the observations. The names of programs of which they hold only the id are read anew.
func newIndex(ctx context.Context, e Evidence) *index {
	x := &index{records: map[ref]*record{}, names: map[string][]name{}, surnames: map[string][]name{}}
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
			if c.Field == portfolio.FieldID && (c.Op == portfolio.OpIs || c.Op == portfolio.OpIsNot) {
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
	for i := range o.Updates {
		u := &o.Updates[i]
		known := x.record(ref{portfolio.EntityProgram, u.ProgramID}, u.ProgramName)
		known.updates = append(known.updates, u.StatusUpdate)
		note(fieldUpdateAuthor, u.Author)
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
	where := slices.Concat(o.Query.Where, o.Period.Programs.Where)
	for _, r := range o.Query.Related {
		where = append(where, r.Where...)
	}
	for _, c := range where {
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

// add makes a name findable by its first word; of a person by the last one too.
func (x *index) add(text string, n name) {
	n.text = text
	first, ok := firstToken(text)
	if !ok {
		return
	}
	x.names[first.word] = append(x.names[first.word], n)
	if n.person() {
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			last := strings.ToLower(text[i+1:])
			x.surnames[last] = append(x.surnames[last], n)
		}
	}
}

// person reports whether a name is that of somebody.
func (n *name) person() bool {
	return slices.Contains(n.fields, portfolio.FieldOwner) || slices.Contains(n.fields, portfolio.FieldRiskOwner)
}

// words gives the words of a name.
func (n *name) words() []token {
	if n.tokens == nil {
		n.tokens = tokens(n.text)
	}
	return n.tokens
}

// nameAt reads the longest name that begins at a token. One word must be written as it is, several only where all of them
// are words of the lexicon. The first word of a program's name, and either word of a person's, stand for it where they are
// those of no other.
func (x *index) nameAt(ts []token, at int, used []bool) (mention, int) {
	list := x.names[ts[at].word]
	best, length := -1, 0
	var refs []ref
	for i := range list {
		n := &list[i]
		words := n.words()
		if len(words) < length || !spells(ts, at, words, used) {
			continue
		}
		if len(words) > length {
			length, refs = len(words), nil
		} else if list[best].value == "" && n.value != "" {
			continue
		}
		best = i
		refs = append(refs, n.refs...)
	}
	switch {
	case best >= 0 && list[best].value != "":
		return mention{kind: aValue, value: list[best].value, fields: list[best].fields}, length
	case best >= 0:
		return mention{kind: aRecord, refs: refs}, length
	}
	return x.short(ts[at], used[at])
}

// short reads a single word that stands for a longer name.
func (x *index) short(t token, used bool) (mention, int) {
	if used || len(t.raw) < 3 || !t.capital() || len(lexicon()[t.word]) > 0 {
		return mention{}, 0
	}
	full := slices.DeleteFunc(slices.Clone(x.names[t.word]), func(n name) bool {
		return !n.person() && (len(n.refs) != 1 || n.refs[0].entity != portfolio.EntityProgram)
	})
	if full = append(full, x.surnames[t.word]...); len(full) != 1 {
		return mention{}, 0
	}
	if n := full[0]; n.value != "" {
		return mention{kind: aValue, value: n.value, fields: n.fields}, 1
	}
	return mention{kind: aRecord, refs: full[0].refs}, 1
}

// spells reports whether the words of a name stand at a token.
func spells(ts []token, at int, words []token, used []bool) bool {
	if at+len(words) > len(ts) {
		return false
	}
	exact := true
	for j, t := range words {
		if used[at+j] || ts[at+j].word != t.word {
			return false
		}
		exact = exact && ts[at+j].raw == t.raw
	}
	return exact || len(words) > 1 && !common(words)
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
