package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// ahead is what is wanted to know of the time ahead.
type ahead struct {
	lead     outlook              // actForecast: which figure is asked for first
	by       portfolio.Date       // actForecast: the chance to launch by this day; not reported is the plan
	slip     tools.SlipOf         // actWhatIf, without its program
	slips    []string             // actWhatIf: the programs that slip, each by itself
	yearless bool                 // actWhatIf: the day of the slip was named without its year
	depends  tools.DependenciesOf // actDepends, without its program
	pair     [2]string            // actDepends: does the first wait for the second?
}

// outlooks settles a question about the time ahead, or about what waits for what. It reports false where none is asked. It
// looks at the words before the grammar joins them: "delayed by 6 weeks" is a length here, and no test on overdue records.
func (r *reading) outlooks() bool {
	if len(r.spans) == 0 || r.spans[0].kind == kWrite && !r.supposes() || r.names(ofRisk) || r.names(ofMilestone) || r.has(kAbsent) {
		return false
	}
	act := r.aheadAct()
	if act == actUnknown {
		return false
	}
	raw := slices.Clone(r.spans)
	r.resolvePrograms()
	in := &r.intent
	if in.act == actChoose {
		return true
	}
	r.resolveAhead(act)
	if len(in.ids) == 0 && act != actDepends {
		if !r.asksAhead(aheadForecast, aheadP50, aheadP80, aheadWhatIf, aheadRoom) {
			r.spans = raw
			return false
		}
		in.act, in.sentence = actRefuse, "Of which program? Name it, as in “when will … really launch?” or “what if … slips by 6 weeks?”."
		return true
	}
	in.act = act
	switch act {
	case actForecast:
		r.settleForecast()
	case actWhatIf:
		r.settleSlip()
	default:
		r.settleDepends()
	}
	in.left = r.leftAhead()
	return true
}

// supposes reports whether a question begins with what may come, as in "if we push Atlas by a month": no wish, though it has
// the verb of one.
func (r *reading) supposes() bool {
	return r.asks && r.asksAhead(aheadWhatIf) || slices.Contains([]string{"if", "suppose", "supposing", "assume", "assuming", "imagine", "when"}, r.tokens[0].word)
}

// resolveAhead settles the program where none is named: the one that "it" is, or that the answer before was about.
func (r *reading) resolveAhead(act act) {
	in := &r.intent
	switch {
	case len(in.ids) > 0:
	case r.scope != "" && r.speaksOfIt():
		in.ids = []string{r.scope}
	case r.before.program != "" && (r.speaksOfIt() || r.before.act == act && (r.begins() || r.againAhead(act))):
		in.ids = []string{r.before.program}
	}
}

// aheadAct tells which of the three is asked for; actUnknown where none is.
func (r *reading) aheadAct() act {
	switch {
	case r.asksWhatIf():
		return actWhatIf
	case r.asksForecast():
		return actForecast
	case r.asksAhead(aheadWaits, aheadHolds, aheadNeeds, aheadWaiters, aheadLinks) || r.has(kOutlook) && r.asksWhoLaunchesEarly() || r.holdsUp() >= 0:
		return actDepends
	case r.needs() != "" || r.asksWhoSuffers():
		return actDepends
	case slices.Contains([]act{actForecast, actWhatIf, actDepends}, r.before.act) && r.againAhead(r.before.act):
		return r.before.act
	}
	return actUnknown
}

// asksAhead reports whether a word for one of the outlooks occurs.
func (r *reading) asksAhead(some ...outlook) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return slices.Contains(some, s.outlook) })
}

// says reports whether one of the words occurs.
func (r *reading) says(words ...string) bool {
	return slices.ContainsFunc(r.tokens, func(t token) bool { return slices.Contains(words, t.word) })
}

// speaksOfIt reports whether a question speaks of "it"; "how likely is it" is one word of the vocabulary.
func (r *reading) speaksOfIt() bool { return r.has(kIt) || r.says("it") }

// speaksOfPast reports whether a question speaks of a slip that came: "has it slipped". "Has to move" is another matter.
func (r *reading) speaksOfPast() bool {
	return r.says(came...) || !r.says("would", "if") && r.says("has", "have") && r.says("slipped", "moved", "been")
}

// one reports whether a question is about a program: it names one, speaks of "it", or is asked on the page of one.
func (r *reading) one() bool {
	return r.has(kProgram) || r.scope != "" && !r.names(ofProgram) || r.speaksOfIt() && r.before.program != ""
}

// The words of a slip that may come, and those that speak of one that came.
var (
	slipping = []string{"slip", "slips", "slipping", "slippage", "delay", "delays", "delayed", "postponed", "postponement", "late", "later", "moves", "move", "moved",
		"shifts", "shift", "shifted", "slide", "slides", "sliding", "pushed", "push", "launches", "launched", "lands", "launch", "slipped", "takes", "overruns"}
	slipNouns = []string{"slip", "slips", "slipping", "slippage", "delay", "delays", "postponement"}
	came      = []string{"did", "was", "since", "ago", "ever", "last"}
)

// asksWhatIf reports whether a question asks what a slip would do: it says "what if", "if … slips", or speaks of a slip of
// some length of a program.
func (r *reading) asksWhatIf() bool {
	slips, long := r.says(slipping...), r.has(kSpan)
	timed := long || slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kPeriod && max(s.period.from, s.period.to) > r.today })
	switch {
	case r.asksAhead(aheadRoom), roomWords().MatchString(wordsOf(r.tokens)):
		return slips || r.one()
	case r.asksAhead(aheadWhatIf):
		return slips || r.one() && timed
	case (r.says("if") || r.tokens[0].word == "should") && slips && timed:
		return r.one() && !r.speaksOfPast()
	}
	return r.spans[0].kind == kProgram && lateBy().MatchString(letters(r.spans)) || long && r.supposesSlip()
}

// supposesSlip reports whether a slip of a program is spoken of that has not come.
func (r *reading) supposesSlip() bool {
	over := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kCompare && s.op == portfolio.OpOver && !loose[s.text] })
	return r.one() && r.says(slipNouns...) && !r.speaksOfPast() && !over
}

// lateBy matches a length of time and "late" behind it: "Atlas 6 months late: what then?".
var lateBy = expression(`d[AS]`)

// asksForecast reports whether a question asks when a launch will land or how likely that is: it has a word for it, or asks
// when it really will.
func (r *reading) asksForecast() bool {
	launch := slices.ContainsFunc(r.spans, func(s span) bool { return s.field == portfolio.FieldLaunchDate && s.event })
	switch {
	case r.asksAhead(aheadForecast, aheadP50, aheadP80):
		return true
	case r.asksAhead(aheadOdds), launch && r.asksProbability():
		return r.one()
	}
	return r.has(kWhen) && r.doubts() && launch && !r.says("did", "was") && r.one()
}

// asksProbability reports whether a question has the word that is also the likelihood of a risk.
func (r *reading) asksProbability() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kField && s.field == portfolio.FieldRiskLikelihood })
}

// asksWhoLaunchesEarly reports whether programs are asked for that launch before what they wait for, without the word.
func (r *reading) asksWhoLaunchesEarly() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.outlook == aheadBroken && s.to-s.from > 3 })
}

// againAhead reports whether a question asks the same again of another program, another length or another day: "and by
// three months?", "and Atlas?".
func (r *reading) againAhead(of act) bool {
	only := !slices.ContainsFunc(r.spans, func(s span) bool { return !strings.ContainsRune("UfIBPpdDKjJcQ", rune(s.kind)) })
	timed := r.has(kSpan) || r.has(kPeriod) || r.has(kNumber) && r.before.ahead.slip.By > 0
	switch of {
	case actWhatIf:
		return only && (r.begins() && r.has(kProgram) || timed && (r.begins() || r.spans[0].kind == kBy || r.says("if")))
	case actForecast:
		return only && r.begins() && (r.has(kProgram) || r.has(kPeriod) || r.has(kOutlook))
	}
	return only && r.begins() && (r.has(kProgram) || r.asksAhead(aheadBroken))
}

// settleForecast settles which figure is asked for, and by which day.
func (r *reading) settleForecast() {
	a := &r.intent.ahead
	if r.asksProbability() {
		a.lead = aheadOdds
	}
	for _, s := range r.spans {
		switch {
		case s.kind == kOutlook:
			a.lead = max(a.lead, s.outlook)
			r.use(s)
		case s.kind == kPeriod:
			a.by = r.deadline(s)
			r.use(s)
		}
	}
}

// deadline gives the day by which something in a period is to have happened.
func (r *reading) deadline(s span) portfolio.Date {
	before := slices.ContainsFunc(r.spans, func(k span) bool { return k.kind == kCompare && k.op == portfolio.OpUnder && k.to == s.from })
	if before && !s.period.end && s.period.from != "" {
		return s.period.from.AddDays(-1)
	}
	if s.period.to != "" {
		return s.period.to
	}
	return s.period.from
}

// settleSlip settles how far a launch slips. What is not said is kept from the answer before, where that was about a slip.
func (r *reading) settleSlip() {
	in := &r.intent
	if r.before.act == actWhatIf {
		in.ahead.slip = r.before.ahead.slip
	}
	for _, s := range r.spans {
		switch s.kind {
		case kNumber: // "and three?"
			if r.before.act == actWhatIf && in.ahead.slip.By > 0 {
				in.ahead.slip.By = int(s.number)
				r.use(s)
			}
		case kSpan:
			in.ahead.slip, in.ahead.yearless = r.lengthOf(s), false
			r.use(s)
		case kPeriod:
			in.ahead.slip = tools.SlipOf{Until: r.arrival(s)}
			in.ahead.yearless = s.period.yearless
			r.use(s)
		}
	}
	in.ahead.slips = r.whoSlips()
}

// arrival gives the day that a launch slips to: the first of a period, or the first behind it in "past September".
func (r *reading) arrival(s span) portfolio.Date {
	past := slices.ContainsFunc(r.spans, func(k span) bool { return k.kind == kCompare && k.op == portfolio.OpOver && k.to == s.from })
	switch {
	case past && s.period.to != "":
		return s.period.to.AddDays(1)
	case s.period.from == "":
		return s.period.to
	}
	return s.period.from
}

// whoSlips gives the programs that slip, of those that are named: the ones behind "if", or else the first one, with those
// that "and" joins to it. The others are asked about.
func (r *reading) whoSlips() []string {
	if at := slices.IndexFunc(r.tokens, func(t token) bool { return t.word == "if" }); at >= 0 {
		if slips := r.joined(func(s span) bool { return s.from > at }); len(slips) > 0 {
			return slips
		}
	}
	if slips := r.joined(func(span) bool { return true }); len(slips) > 0 {
		return slips
	}
	return r.intent.ids[:1]
}

// joined lists the first program of which something holds, and those that "and" joins to it.
func (r *reading) joined(holds func(span) bool) []string {
	var out []string
	for i, s := range r.spans {
		switch {
		case len(out) > 0 && s.kind != kProgram && s.kind != kAnd:
			return out
		case s.kind == kProgram && len(s.ids) == 1 && holds(r.spans[i]):
			out = append(out, s.ids[0])
		}
	}
	return out
}

// slipUnits are the units that people count a slip in, in those of the tool.
var slipUnits = map[string]tools.SlipOf{
	"day": {By: 1, Unit: tools.SlipDays}, "week": {By: 1, Unit: tools.SlipWeeks}, "fortnight": {By: 2, Unit: tools.SlipWeeks},
	"month": {By: 1, Unit: tools.SlipMonths}, "quarter": {By: 3, Unit: tools.SlipMonths}, "year": {By: 12, Unit: tools.SlipMonths},
}

// lengthOf reads a length of time as a slip.
func (r *reading) lengthOf(s span) tools.SlipOf {
	at, _ := r.today.Time()
	number, unit, _ := calendar{tokens: r.tokens, today: at, fiscal: r.fiscal}.amount(s.from)
	slip := slipUnits[strings.TrimSuffix(unit, "s")]
	slip.By *= number
	return slip
}

// settleDepends settles which side is asked for. The verb tells it: "what depends on X" asks for what waits, "what does X
// depend on" for what is waited for; with a program on both sides it asks whether that is so.
func (r *reading) settleDepends() {
	in := &r.intent
	in.counts = slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kCount && !strings.EqualFold(s.text, "how much") })
	verb := slices.IndexFunc(r.spans, func(s span) bool { return s.outlook == aheadWaits || s.outlook == aheadHolds })
	if at := r.holdsUp(); verb < 0 && at >= 0 {
		verb = at
	}
	a := &in.ahead.depends
	if r.before.act == actDepends && verb < 0 && !r.asksAhead(aheadNeeds, aheadWaiters, aheadLinks) {
		*a = r.before.ahead.depends
	}
	a.Broken = a.Broken || r.asksAhead(aheadBroken)
	switch {
	case verb < 0 && r.needs() != "":
		a.Side = r.needs()
	case r.asksWhoSuffers():
		a.Side = tools.SideHoldsUp
	case r.asksAhead(aheadNeeds):
		a.Side = tools.SideWaitsFor
	case r.asksAhead(aheadWaiters):
		a.Side = tools.SideHoldsUp
	case verb >= 0 && len(in.ids) > 0:
		r.settleSide(verb)
	}
}

// anything are the words that stand for what is asked for.
var anything = []string{"anything", "something", "anyone", "anybody", "somebody", "others", "other", "any"}

// settleSide tells the side by where the programs stand beside the verb.
func (r *reading) settleSide(verb int) {
	a := &r.intent.ahead
	waits := r.spans[verb].outlook == aheadWaits
	var before, after []string
	for i, s := range r.spans {
		if s.kind != kProgram || len(s.ids) != 1 {
			continue
		}
		if i < verb {
			before = append(before, s.ids[0])
		} else {
			after = append(after, s.ids[0])
		}
	}
	if at := r.spans[verb].to; len(before) == 0 && at < len(r.tokens) && slices.Contains(anything, r.tokens[at].word) {
		before, after = after, nil // "blocked by anything on Atlas"
	}
	it := r.first(kIt)
	subject := len(before) > 0 || len(after) == 0 && it < verb
	switch {
	case len(before) > 0 && len(after) > 0 && waits:
		a.pair = [2]string{before[0], after[0]}
	case len(before) > 0 && len(after) > 0:
		a.pair = [2]string{after[0], before[0]}
	case subject == waits:
		a.depends.Side = tools.SideWaitsFor
	default:
		a.depends.Side = tools.SideHoldsUp
	}
}
