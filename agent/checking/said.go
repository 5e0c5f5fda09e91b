package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// said is what a part of a sentence says of the records that it counts or names.
type said struct {
	noun     portfolio.Entity // "" where it names none
	own      facets
	values   []value // owners, teams and so on, and records that narrow
	cues     []portfolio.Field
	average  bool
	sum      bool
	whole    bool // says that nothing narrows
	other    bool
	topic    portfolio.Topic
	changed  bool
	by       portfolio.Field          // "5 teams": how many values of a field
	empty    bool                     // says nothing that narrows
	spoken   map[portfolio.Field]bool // the fields of which words are named
	assessed bool                     // ends speaking of what the facts say
}

// value is a text of a field that narrows what is counted; of a record its id.
type value struct {
	text   string
	fields []portfolio.Field
	not    bool
}

// reading turns mentions into what they say, in order.
type reading struct {
	c       *checker
	ms      []mention
	text    string
	noun    portfolio.Entity // of the number
	out     *said
	union   map[portfolio.Field]bool // the fields of which words are named
	outer   *reading                 // of the programs, where this one is of what belongs to them
	least   int
	tallied bool // what belongs to the programs is bounded by a count of it that they hold
	not     bool
	lack    bool
	assess  bool
	lastEnd int // of the content before, behind which "or" goes on
	lastNot bool
	op      portfolio.Op
	subject bool // a program is named of which something is counted
}

// say reads what some mentions of a unit say. The noun is inherited where they name none.
func (c *checker) say(u *unit, ms []mention, noun portfolio.Entity, number int) *said {
	return c.sayFrom(u, ms, noun, number, false)
}

// sayFrom is say in a sentence that spoke before of what the facts say.
func (c *checker) sayFrom(u *unit, ms []mention, noun portfolio.Entity, number int, assessed bool) *said {
	r := &reading{c: c, ms: ms, text: u.text, out: &said{own: facets{}}, union: map[portfolio.Field]bool{}}
	r.out.noun, r.assess = nounOf(ms, number), assessed
	r.noun = r.out.noun
	if r.noun == "" {
		r.noun = noun
	}
	child := r.noun == portfolio.EntityRisk || r.noun == portfolio.EntityMilestone
	for _, m := range ms {
		r.subject = r.subject || child && m.kind == aRecord && m.refs[0].entity == portfolio.EntityProgram
	}
	r.all()
	r.out.spoken, r.out.assessed = r.union, r.assess
	r.out.empty = len(r.out.own) == 0 && len(r.out.values) == 0
	return r.out
}

// nounOf finds the noun of a number: the first behind it, else the last before it.
func nounOf(ms []mention, number int) portfolio.Entity {
	var before portfolio.Entity
	for i, m := range ms {
		if m.is(senseNoun) {
			if m.from > number {
				return m.entry.entity
			}
			before = m.entry.entity
		}
		if i > 0 && ms[i-1].from == number && m.is(senseCue) && m.entry.fields[0] == portfolio.FieldLaunchDate {
			return portfolio.EntityProgram // "3 launches"
		}
	}
	return before
}

// facets gives where a facet of a field goes: to the records that are read of, or to the programs that they belong to.
func (r *reading) facets(f portfolio.Field) facets {
	if info, ok := f.Info(); r.outer != nil && ok && info.Of == portfolio.EntityProgram {
		return r.outer.out.own
	}
	return r.out.own
}

// all reads the mentions. What stands behind "with open risks" is said of the risks.
func (r *reading) all() {
	from, entity := r.belonging()
	for i := range r.ms[:from] {
		r.read(i)
	}
	if from == len(r.ms) {
		return
	}
	of := &reading{c: r.c, text: r.text, ms: r.ms[from+1:], noun: entity, out: &said{own: facets{}}, outer: r, union: map[portfolio.Field]bool{}}
	for i := range of.ms {
		of.read(i)
	}
	for _, v := range of.out.values {
		if x := among(v.text); entity == portfolio.EntityRisk && slices.Contains(v.fields, portfolio.FieldRiskOwner) {
			x.not = v.not
			of.out.own.narrow(portfolio.FieldRiskOwner, x) // "with risks owned by Ada" are those of Ada
			continue
		}
		r.out.values = append(r.out.values, v)
	}
	r.out.cues = append(r.out.cues, of.out.cues...)
	if of.tallied {
		return
	}
	none := r.ms[from].is(senseLack)
	if _, open := of.out.own[portfolio.FieldRiskStatus]; !open && entity == portfolio.EntityRisk {
		r.out.own["implied "+relation(entity)] = related(none, of.least, with(with(facets{}, openRisk()), of.out.own))
	}
	r.out.own[relation(entity)] = related(none, of.least, of.out.own)
}

// belonging finds where the records that belong to the counted programs begin: "with open High risks"; the end of the
// mentions where none are named.
func (r *reading) belonging() (int, portfolio.Entity) {
	if r.noun != portfolio.EntityProgram {
		return len(r.ms), ""
	}
	with := -1
	for i, m := range r.ms {
		switch {
		case m.is(senseWith, senseLack):
			with = i
		case m.is(senseNoun) && m.entry.entity == portfolio.EntityProgram:
			with = -1
		case m.is(senseNoun) && with >= 0:
			return with, m.entry.entity
		case m.is(senseJoin) && m.entry.rank > 2:
			with = -1
		}
	}
	return len(r.ms), ""
}

// read takes one mention in.
func (r *reading) read(i int) {
	m := r.ms[i]
	if r.lastNot && m.from >= r.lastEnd && goesOn(r.text[r.lastEnd:m.from]) {
		r.not = true
	}
	switch m.kind {
	case aValue:
		r.out.values = append(r.out.values, value{m.value, r.narrowed(m.fields, i), r.not})
		r.content(m)
	case aRecord:
		r.record(i)
	case aDate:
		r.date(i)
	case aNumber:
		r.number(i)
	case aPhrase:
		r.phrase(i)
	}
}

// goesOn reports whether a text joins to what stands before it.
func goesOn(between string) bool {
	switch strings.Trim(between, " ,*") {
	case "", "or", "nor", "/", "or in", "or of", "or at":
		return strings.Trim(between, " *") != ""
	}
	return false
}

// narrowed keeps the fields of a value that the word beside it names, where it names one of them.
func (r *reading) narrowed(fields []portfolio.Field, i int) []portfolio.Field {
	for _, at := range []int{i - 1, i + 1} {
		if at < 0 || at >= len(r.ms) || !r.ms[at].is(senseCue) {
			continue
		}
		var both []portfolio.Field
		for _, f := range fields {
			if slices.Contains(r.ms[at].entry.fields, f) {
				both = append(both, f)
			}
		}
		if len(both) > 0 {
			return both
		}
	}
	return fields
}

// content ends what a denial before it reaches.
func (r *reading) content(m mention) { r.lastEnd, r.lastNot, r.not = m.to, r.not, false }

// exceptions are the words right before a program that a count leaves out.
var exceptions = []string{"except", "except for", "excluding", "other than", "besides", "apart from", "without"}

// excepts reports whether a text ends with a word that leaves out what follows, perhaps as one of several.
func excepts(before string) bool {
	text := strings.ToLower(strings.TrimRight(before, " *_[“\""))
	if at := strings.LastIndex(text, "except"); at >= 0 && !strings.ContainsAny(text[at:], ".;:") {
		return true
	}
	return slices.ContainsFunc(exceptions, func(w string) bool { return strings.HasSuffix(text, w) })
}

// record takes a program as narrowing what belongs to it. Programs in a count of programs are examples, but for those that it
// leaves out: "3 programs of Team A except Atlas".
func (r *reading) record(i int) {
	m := r.ms[i]
	counted := r.noun == portfolio.EntityProgram || r.noun == ""
	if counted && !(r.not && excepts(r.text[:m.from])) || m.refs[0].entity != portfolio.EntityProgram {
		return
	}
	ids := value{fields: []portfolio.Field{portfolio.FieldID}, not: r.not, text: fold(m.refs[0].id)}
	r.out.values = append(r.out.values, ids)
	r.content(m)
}

// phrase takes a phrase of the lexicon in.
func (r *reading) phrase(i int) {
	m := r.ms[i]
	switch e := m.entry; e.sense {
	case senseWord:
		r.word(i)
	case senseGroup:
		r.group(m)
	case senseCue:
		r.out.cues = append(r.out.cues, e.fields...)
		r.cue(i)
	case senseNot, senseNeither:
		r.not = true
	case senseLack:
		r.lack = true
	case senseUnsaid:
		r.unsaid(i)
	case senseAssessed:
		r.assess = true
	case senseDeclared:
		r.assess = false
	case senseCompare:
		r.op = e.op
	case senseAverage:
		r.out.average = true
	case senseSum:
		r.out.sum = true
	case senseWhole:
		r.out.whole = true
	case senseOther:
		r.out.other = true
	case senseTopic:
		r.out.topic = e.topic
	case senseChanged:
		r.out.changed = true
	case senseDistinct:
		r.out.by = e.fields[0]
	case senseJoin:
		r.not = r.not && e.rank == 0
		if e.rank > 1 {
			r.lack, r.op = false, ""
		}
	default:
	}
}

// cue takes the name of a field in: behind "without" it is not reported, in the records of the noun.
func (r *reading) cue(i int) {
	m := r.ms[i]
	if i > 0 && r.ms[i-1].is(senseWith) && (i+1 == len(r.ms) || r.ms[i+1].kind == aPhrase) && article[strings.TrimSpace(r.text[r.ms[i-1].to:m.from])] {
		f := r.fitting(m.entry.fields)
		x := among("")
		x.not = true
		r.facets(f).narrow(f, x)
		r.content(m)
		return
	}
	if !r.lack {
		return
	}
	f := r.fitting(m.entry.fields)
	if f != "" {
		r.facets(f).narrow(f, among(""))
		r.union[f] = true
		r.lack = false
		r.content(m)
	}
}

// article stands before a field that something has: "with an owner".
var article = map[string]bool{"a": true, "an": true, "any": true, "some": true}

// fitting gives the first of some fields that the records said of can have.
func (r *reading) fitting(fields []portfolio.Field) portfolio.Field {
	e := r.noun
	if e == "" {
		e = portfolio.EntityProgram
	}
	for _, f := range fields {
		if info, ok := f.Info(); ok && info.Of == e {
			return f
		}
	}
	for _, f := range fields {
		if info, ok := f.Info(); ok && info.Of == portfolio.EntityProgram {
			return f
		}
	}
	return ""
}

// unsaid takes "not reported" in: of the field that is named before it, or else of the status.
func (r *reading) unsaid(i int) {
	f := portfolio.FieldStatus
	if r.assess {
		f = portfolio.FieldAssessed
	}
	if n := len(r.out.cues); n > 0 {
		f = r.out.cues[n-1]
	} else if i+1 < len(r.ms) && r.ms[i+1].is(senseCue) {
		f = r.ms[i+1].entry.fields[0]
	}
	r.facets(f).narrow(f, among(""))
	r.union[f] = true
	r.content(r.ms[i])
}
