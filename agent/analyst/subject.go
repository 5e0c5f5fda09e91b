package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// resolvePrograms settles which programs are meant by name, by "it", or by what the person looks at. A name that fits
// several is asked back.
func (r *reading) resolvePrograms() {
	for i, s := range r.spans {
		if s.kind == kValue {
			r.namesOne(i)
		}
		if s = r.spans[i]; s.kind == kProgram && !r.resolveName(i) {
			r.intent.act, r.intent.ids, r.intent.sentence = actChoose, s.ids, s.text
			return
		}
	}
	if len(r.intent.ids) == 0 {
		r.resolveIt()
	}
}

// namesOne takes a value as the one program whose name holds it, where a single one is spoken of: "the scheduling programme".
func (r *reading) namesOne(i int) {
	s := r.spans[i]
	if i+1 >= len(r.spans) || s.from == 0 || !definites[r.tokens[s.from-1].word] {
		return
	}
	noun := r.spans[i+1]
	if noun.kind != kNoun || noun.entity != ofProgram || strings.HasSuffix(noun.text, "s") {
		return
	}
	if programs := r.directory.holding(r.tokens[s.from:s.to]); len(programs) == 1 {
		r.spans[i].kind, r.spans[i].ids = kProgram, r.directory.ids(programs)
	}
}

// resolveName settles one name. It is no name where it describes programs ("rail programs") or leaves one out ("except
// Crossrail"). It reports false where it fits several programs.
func (r *reading) resolveName(i int) bool {
	s := r.spans[i]
	condition := func(c portfolio.Condition) bool {
		r.spans[i] = span{kind: kClause, from: s.from, to: s.to, text: s.text, clause: all(c)}
		return true
	}
	switch {
	case r.spellsOut(i):
		return true
	case r.describes(i):
		text := s.text
		if lines := r.directory.productLines(r.tokens[s.from:s.to]); len(lines) == 1 { // "billing programs" are those of the product line
			r.spans[i] = span{kind: kValue, from: s.from, to: s.to, text: s.text, values: lines}
			return true
		}
		if s.to-s.from == 1 { // "prisons projects" are about a prison
			text = r.tokens[s.from].stem
		}
		return condition(compare(portfolio.FieldName, portfolio.OpContains, text))
	case i > 0 && within[strings.ToLower(r.spans[i-1].text)] && r.names(ofProgram): // programs are in no program
		r.spans[i].kind = kUnknown
		return true
	case len(s.ids) > 1:
		return false
	case i > 0 && r.spans[i-1].kind == kNot && !r.denies(i):
		return condition(is(portfolio.FieldID, s.ids[0]))
	}
	r.intent.ids = append(r.intent.ids, s.ids[0])
	r.use(s)
	if i+1 < len(r.spans) && strings.EqualFold(r.spans[i+1].text, "one") { // "the robotics one"
		r.use(r.spans[i+1])
	}
	return true
}

// spellsOut reports whether a name only spells out the value behind it, as in "the Cabinet Office (CO)", and takes it out.
func (r *reading) spellsOut(i int) bool {
	if i+1 == len(r.spans) || r.spans[i+1].kind != kValue || !r.tokens[r.spans[i+1].from].upper {
		return false
	}
	if len(r.spans[i].ids) == 1 && !(i > 0 && within[strings.ToLower(r.spans[i-1].text)] && r.names(ofProgram)) {
		return false
	}
	r.spans[i].kind = kFiller
	r.use(r.spans[i])
	if i > 0 && r.spans[i-1].kind == kUnknown {
		r.use(r.spans[i-1])
	}
	return true
}

// denies reports whether the "not" before a name belongs to what is said of it: "why is X not green" leaves nothing out.
func (r *reading) denies(i int) bool {
	return i > 1 && (r.spans[i-2].kind == kIs || r.spans[i-2].kind == kWhy) && i+1 < len(r.spans)
}

// within are the words before what programs are in.
var within = map[string]bool{"in": true, "at": true, "at the": true, "within": true}

// describes reports whether a name stands before "programs", or before "program" and fits several.
func (r *reading) describes(i int) bool {
	j := i + 1
	if j < len(r.spans) && strings.EqualFold(r.spans[j].text, "related") { // "prison related projects"
		j++
	}
	for j < len(r.spans) && r.spans[j].kind == kProgram { // "nuclear submarine projects"
		j++
	}
	if j >= len(r.spans) || r.spans[j].kind != kNoun || r.spans[j].entity != ofProgram {
		return false
	}
	if at := r.spans[i].from; at > 0 && definites[r.tokens[at-1].word] && !strings.HasSuffix(r.spans[j].text, "s") {
		return false // "the migration programme" is one, though two may be meant
	}
	return len(r.spans[i].ids) > 1 || strings.HasSuffix(r.spans[j].text, "s")
}

// definites are the words before one thing.
var definites = map[string]bool{"the": true, "this": true, "that": true, "our": true}

// resolveIt settles "it": the program that the person looks at, or else that the answer before was about. On the page of
// a program a question that names nothing else is about it too.
func (r *reading) resolveIt() {
	elsewhere := r.before.known() || r.names(ofProgram) || r.has(kValue) || r.has(kCount) && !r.has(kNoun)
	switch {
	case r.scope != "" && (r.has(kIt) || !elsewhere && !r.has(kAlert)): // what needs attention is asked of everything
		r.intent.ids = []string{r.scope}
	case r.before.program != "" && r.meansBefore():
		r.intent.ids = []string{r.before.program}
	}
}

// meansBefore reports whether a question is about the program that was spoken of: "why?", "its risks", "who is
// responsible?", "how many risks are open there?".
func (r *reading) meansBefore() bool {
	elsewhere := r.names(ofProgram) || r.has(kValue) || r.has(kAll) || r.has(kThose)
	switch {
	case r.has(kWhy) && len(r.spans) == 1, r.has(kIt):
		return true
	case r.tokens[len(r.tokens)-1].word == "there":
		return !r.names(ofProgram)
	}
	return bareField().MatchString(letters(r.spans)) || !elsewhere && r.theirs()
}

// bareField matches a question that names a field and nothing to have it.
var bareField = expression(`^[UfWwtJIL]*F[J]*$`)

// theirs reports whether a question speaks of "the risks" or "the milestones", which are those of the program that was
// spoken of.
func (r *reading) theirs() bool {
	if !r.names(ofRisk) && !r.names(ofMilestone) {
		return false
	}
	for i, t := range r.tokens {
		if t.word == "the" && i > 0 && i+1 < len(r.tokens) && slices.Contains([]string{"are", "about", "list", "show", "and", "me"}, r.tokens[i-1].word) {
			return true
		}
	}
	return false
}

// names reports whether a kind of record is named.
func (r *reading) names(e portfolio.Entity) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.entity == e })
}

// asksWhichOne reports whether a question picks out of what the answer before listed: "which one launches first?".
func (r *reading) asksWhichOne() bool {
	return strings.HasPrefix(strings.ToLower(r.spans[0].text), "which one")
}

// narrowsTo reports whether a question that names programs only says of which the risks or milestones of the answer before are
// wanted: "only those of Atlas", "and for Beacon?".
func (r *reading) narrowsTo(first span) bool {
	begins := strings.IndexByte("fUqI", byte(first.kind)) >= 0
	only := !slices.ContainsFunc(r.spans, func(s span) bool { return strings.IndexByte("fUqIPpRa", byte(s.kind)) < 0 })
	return begins && only && (r.before.query.Of == ofRisk || r.before.query.Of == ofMilestone)
}

// asksWhichHas reports whether a question picks out of the programs that the answer before listed: "which has the most risks?".
func (r *reading) asksWhichHas() bool {
	first := r.spans[0]
	has := len(r.spans) > 1 && first.kind == kWhich && r.spans[1].kind == kHave || first.kind == kHave && firstWord(first.text) == "which"
	return has && r.before.query.Of == ofProgram
}

// follows reports whether a question goes on from the answer before: it says so, or it names no records of its own.
func (r *reading) follows() bool {
	if r.before.query.Of == "" {
		return false
	}
	first := r.spans[0]
	if len(r.intent.ids) > 0 {
		return r.narrowsTo(first)
	}
	switch {
	case r.asksWhichOne(), r.asksWhichHas(), r.has(kThose), r.has(kOrdinal), r.has(kTheir) && !r.names(ofProgram), first.kind == kFollow, first.kind == kAnd:
		return true
	case strings.HasPrefix(strings.ToLower(first.text), "what"):
		return false // "what is late?" asks of everything
	}
	return !slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kNoun || s.event && (s.kind == kField || s.kind == kClause || s.kind == kOrder)
	})
}
