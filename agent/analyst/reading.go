package analyst

import (
	"slices"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// frame is what a question is understood in.
type frame struct {
	today     portfolio.Date
	fiscal    time.Month // in which a fiscal year begins
	directory *directory
	ids       map[string]string // words of the question that are ids of programs
	scope     string            // program that the person looks at; "" for the whole portfolio
	among     bool              // the question is about some of the programs; the tools list no others
	before    subject
	same      map[portfolio.Field]string // what "she" and "the same team" stand for
	parts     map[string]intent          // parts of a wish that were understood already: many patterns try the same ones
	found     map[string][]string        // and the records that they named
}

// reading is a question on its way to an intent.
type reading struct {
	frame
	tokens []token
	spans  []span       // what the grammar has left of it
	asks   bool         // it ends with a question mark
	goesOn bool         // the question goes on from the answer before
	but    string       // the program that "what else" leaves out; "" for none
	used   map[int]bool // spans that the intent took in, by their first token
	intent intent
}

// confirming matches a question that asks to confirm a fact; approving, what is confirmed to carry it out.
var (
	confirming = expression(`(?is)^(?:please |kindly |could you |can you |would you )*confirm ((?:the|which|what|how|who|when|whether|if)\b.+)$`)
	approving  = expression(`(?i)^the (?:changes?|proposals?|edits?|drafts?|rows?)\b`)
)

// read understands a question, or a wish for a draft or a change.
func read(text string, f frame) intent {
	if m := confirming().FindStringSubmatch(text); m != nil && !approving().MatchString(m[1]) {
		text = m[1]
	}
	if in, ok := f.draft(text); ok {
		return in
	}
	text = rephrased(f.withoutOpening(text))
	if in, ok := f.stated(text); ok {
		return in
	}
	if in, ok := f.command(text); ok {
		return in
	}
	return f.question(text)
}

// question understands a question.
func (f frame) question(text string) intent {
	text = rephrased(f.withoutOccasions(text))
	if m := leaves().FindStringSubmatch(text); m != nil && f.before.known() {
		text = "except the " + m[1]
	}
	if besides().MatchString(text) {
		text = placing().ReplaceAllString(text, "compare ")
	}
	r := f.begin(text)
	r.others()
	r.nowadays()
	r.remaining()
	r.degrees()
	r.settleStages()
	r.achieved()
	if r.lateness() || r.outlooks() {
		return r.intent
	}
	if !r.quotes() && r.namesChild() {
		return r.intent
	}
	r.apply(grammar)
	r.understand()
	return r.intent
}

// nowadays drops "these days" beside what is asked of today: "who runs Atlas these days".
func (r *reading) nowadays() {
	if !r.has(kWho) && !r.has(kCount) && !r.has(kAverage) && !r.has(kMost) && !r.has(kAdj) {
		return
	}
	r.spans = slices.DeleteFunc(r.spans, func(s span) bool { return s.kind == kPast && strings.EqualFold(s.text, "these days") })
}

// remaining takes "have left" of milestones and risks as those still to do: of people it says that they are gone.
func (r *reading) remaining() {
	if !r.names(ofMilestone) && !r.names(ofRisk) {
		return
	}
	for i, s := range r.spans {
		if left, ok := english().phrases["left"]; ok && s.kind == kAbsent && (strings.EqualFold(s.text, "have left") || strings.EqualFold(s.text, "has left")) {
			r.spans[i].kind, r.spans[i].adj = left.kind, left.adj
		}
	}
}

// begin cuts a text into what its words mean, each by itself.
func (f frame) begin(text string) *reading {
	r := &reading{frame: f, tokens: tokenise(text, f.ids), used: map[int]bool{}, asks: strings.HasSuffix(strings.TrimSpace(text), "?")}
	covered := r.match()
	fixed, notes := correct(r.tokens, covered, f.directory)
	if !slices.Equal(fixed, r.tokens) {
		r.tokens = fixed
		covered = r.match()
	}
	covered, r.intent.notes = attributes(unspoilt(r.tokens, covered)), notes
	r.spans = slices.DeleteFunc(covered, func(s span) bool {
		return s.kind == kFiller || s.kind == kUnknown && coloured(strings.ToLower(s.text))
	})
	return r
}

// degrees drops what only ends a question for progress: "done" in "how much of Atlas is done", and takes "everything"
// behind another noun as "all".
func (r *reading) degrees() {
	late := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kAdj && s.adj.label == overdueLabel })
	if late > 0 && firstWord(r.spans[late-1].text) == "how" && (r.has(kAverage) || r.overdues() > 1) {
		r.spans = slices.Delete(r.spans, late, late+1) // "how late are they on average" asks for a number, not for the late ones
	}
	r.slipAsNumber()
	launches := !r.names(ofMilestone) && slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kField && s.event && s.field == portfolio.FieldLaunchDate })
	asked, noun, kept := false, false, r.spans[:0:0]
	for i, s := range r.spans {
		asked = asked || s.kind == kField && s.field == portfolio.FieldProgress && firstWord(s.text) == "how"
		if s.kind == kAdj && r.onlyEnds(i, asked, launches) {
			continue
		}
		if s.kind == kNoun && noun && strings.EqualFold(s.text, "everything") {
			s.kind = kAll
		}
		noun = noun || s.kind == kNoun
		kept = append(kept, s)
	}
	r.spans = kept
}

// slipAsNumber takes "the average slip" as the number that milestones have, where no time is named in which something slipped.
func (r *reading) slipAsNumber() {
	past := r.first(kPast)
	if past < 0 || !r.has(kAverage) || r.has(kNoun) || r.has(kPeriod) {
		return
	}
	if s := &r.spans[past]; slices.Contains(slipNumbers, strings.ToLower(s.text)) {
		*s = span{kind: kField, field: portfolio.FieldMilestoneSlip, from: s.from, to: s.to, text: s.text}
	}
}

// slipNumbers are the words for a slip as a number.
var slipNumbers = []string{"slip", "slips", "slippage"}

// onlyEnds reports whether the adjective at i tests nothing: in a question for progress, or for launches.
func (r *reading) onlyEnds(i int, progress, launches bool) bool {
	s, next := r.spans[i], kUnknown
	if i+1 < len(r.spans) {
		next = r.spans[i+1].kind
	}
	switch {
	case launches && s.adj.label == string(portfolio.MilestonePlanned): // "how many launches are planned for May"
		return true
	case next == kField && strings.EqualFold(s.text, "current"): // "the current progress"
		return true
	case s.adj.label == "Done" && firstWord(s.text) == "reached" && r.has(kField) && r.has(kProgram): // "which stage has Atlas reached"
		return true
	case s.adj.label == "Done", s.adj.label == string(portfolio.StatusCompleted):
		return progress && next != kFollow && next != kNoun // but not "finished ones excluded"
	}
	return false
}

// achieved makes "what did Atlas complete" a question for its milestones.
func (r *reading) achieved() {
	for i := 1; i < len(r.spans); i++ {
		s, before := r.spans[i], r.spans[i-1]
		verb := s.kind == kAdj && (s.adj.label == "Done" || s.adj.label == string(portfolio.StatusCompleted)) && !strings.HasSuffix(strings.ToLower(s.text), "ed")
		if verb && before.kind == kProgram && r.says("did") && !r.has(kNoun) && !r.has(kField) {
			r.spans = slices.Insert(slices.Clone(r.spans), i+1, span{kind: kNoun, entity: ofMilestone, from: s.from, to: s.to, text: s.text})
			return
		}
	}
}

// wereToBe reports whether something is said that was to be done by now, of which "but is not" says nothing more.
func (r *reading) wereToBe() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kAdj && s.adj.label == overdueLabel && strings.Contains(s.text, " ") && r.used[s.from]
	})
}

// overdues counts the words for what is late.
func (r *reading) overdues() int {
	n := 0
	for _, s := range r.spans {
		if s.kind == kAdj && s.adj.label == overdueLabel {
			n++
		}
	}
	return n
}

// unspoilt gives the words back as they were written that mean nothing as corrected either.
func unspoilt(tokens []token, covered []span) []span {
	for i, s := range covered {
		if was := tokens[s.from].was; s.kind == kUnknown && was != "" {
			covered[i].text = was
		}
	}
	return covered
}

// match covers the tokens with the meanings that fit best.
func (r *reading) match() []span {
	at, ok := r.today.Time()
	if !ok {
		at = time.Time{}
	}
	m := matcher{tokens: r.tokens, ids: r.ids, persons: r.same, directory: r.directory, calendar: calendar{tokens: r.tokens, today: at, fiscal: r.fiscal, near: r.near(r.tokens)}}
	return cover(r.tokens, m.spans())
}

// has reports whether a kind occurs.
func (r *reading) has(k kind) bool { return r.first(k) >= 0 }

// first finds the first span of a kind, -1 where there is none.
func (r *reading) first(k kind) int {
	return slices.IndexFunc(r.spans, func(s span) bool { return s.kind == k })
}

// count counts the spans of a kind.
func (r *reading) count(k kind) int {
	n := 0
	for _, s := range r.spans {
		if s.kind == k {
			n++
		}
	}
	return n
}

// use marks a span as taken in.
func (r *reading) use(s span) {
	r.used[s.from] = true
	if s.note != "" {
		r.note(s.note)
	}
}

// note tells people how something was read, once.
func (r *reading) note(text string) {
	if !slices.Contains(r.intent.notes, text) {
		r.intent.notes = append(r.intent.notes, text)
	}
}

// silent are the kinds that need no place in an intent to have been understood: they shape the question.
const silent = "LCWwtyvJHIBURaspqfeGYENcil"

// leftovers lists what was not taken in, in the words of the question.
func (r *reading) leftovers() []string {
	var out []string
	for _, s := range r.spans {
		quiet := strings.IndexByte(silent, byte(s.kind)) >= 0 && s.kind != kNoun || s.kind == kCompare && loose[s.text]
		if !r.used[s.from] && !quiet && !r.saysNothing(s) {
			out = append(out, s.text)
		}
	}
	return out
}

// saysNothing reports whether a span that was not taken in says nothing besides what the rest of the question does.
func (r *reading) saysNothing(s span) bool {
	word := strings.ToLower(s.text)
	switch s.kind {
	case kWrite:
		return r.intent.act == actWhy || r.asks && word == "put" // "which team did we put on it?"
	case kOpinion: // "why is it so bad"
		return r.intent.act == actWhy
	case kNot: // "why do the facts put it at risk", "should have been done but are not"
		return r.intent.act == actWhy || s.to == len(r.tokens) && r.wereToBe()
	case kMost: // "what was said last of Atlas", "is X further than Y"
		said := s.field == "" && slices.Contains(calendarEnds, word) && slices.Contains(r.intent.fields, portfolio.FieldLastUpdate)
		return said || r.intent.act == actCompare
	case kCompare: // "under which category does it fall"
		return r.intent.act == actCompare || s.from == 0
	case kOutlook: // "what else besides Atlas is red"
		return elseWords[word]
	case kAbout: // "no owner named"
		return s.to == len(r.tokens)
	case kUnknown: // "Jonas: which risks are his"
		return r.has(kValue) && slices.Contains(pronouns, word)
	case kNoun:
		return r.sameNoun(s)
	case kField:
		return r.sameField(s)
	}
	return false
}

// loose are comparisons that are also mere prepositions.
var loose = map[string]bool{"exactly": true, "precisely": true, "to": true, "from": true, "through": true, "past": true, "over": true, "following": true, "up to": true}

// sameNoun reports whether a noun only says again what the query asks for.
func (r *reading) sameNoun(s span) bool {
	return s.entity == r.intent.query.Of || s.entity == ofProgram
}

// ofGroup reports whether words for an owner stand beside the field that is grouped by, and only say what its groups do with their
// programs: "how many each department looks after".
func (r *reading) ofGroup(s span) bool {
	i := slices.IndexFunc(r.spans, func(other span) bool { return other.from == s.from })
	beside := func(j int) bool { return j >= 0 && j < len(r.spans) && r.spans[j].field == r.intent.by }
	return s.field == portfolio.FieldOwner && (r.intent.by == portfolio.FieldTeam || r.intent.by == portfolio.FieldProductLine) && (beside(i-1) || beside(i+1))
}

// sameField reports whether a field is tested, shown or grouped by anyway.
func (r *reading) sameField(s span) bool {
	if r.ofGroup(s) || r.intent.by == s.field || slices.Contains(r.intent.fields, s.field) {
		return true
	}
	for _, c := range r.intent.query.Where {
		if c.Field == s.field {
			return true
		}
	}
	return false
}
