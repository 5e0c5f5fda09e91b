package analyst

import (
	"slices"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// understand settles the intent from what the grammar made.
func (r *reading) understand() {
	if r.refuse() || r.standing() {
		return
	}
	r.resolvePrograms()
	if r.intent.act == actChoose || r.updates() || r.changes() || r.sums() || r.alerts() {
		return
	}
	r.goesOn = r.follows()
	r.collect()
	r.decide()
	r.intent.left = r.leftovers()
}

// Sentences for what is not answered.
const (
	noWish = "I understood that something is to change, but not what. Say for instance “set the status of … to At Risk”, " +
		"“move the launch of … to 15 March”, “close the risk … of …” or “post an update on …: …”."
	noAdvice  = "That is yours to decide: I say what the portfolio holds, and propose a change only where you ask for one, as in “move the launch of … by two weeks”."
	noHistory = "I cannot show how things were on a past day; the window can look back. I can say what changed: ask “what changed since …?”."
	noGerman  = "I understand and answer English only. Please ask in English."
)

// refuse handles what is no question about the portfolio as it is.
func (r *reading) refuse() bool {
	say := func(sentence string) bool {
		r.intent.act, r.intent.sentence = actRefuse, sentence
		return true
	}
	if len(r.spans) == 0 {
		return false
	}
	first := r.spans[0]
	known := len(r.spans) - r.count(kUnknown) - r.count(kForeign)
	switch i := r.first(kAbsent); {
	case r.count(kForeign) >= 2 && r.count(kForeign) >= known || foreignScript(r.tokens):
		return say(noGerman)
	case first.kind == kWrite && r.asks:
		return say(noAdvice)
	case first.kind == kWrite:
		return say(noWish)
	case i >= 0:
		return say("The portfolio does not hold " + r.spans[i].topic + ", so I cannot answer “" + r.spans[i].text + "”.")
	case slices.ContainsFunc(r.spans, func(s span) bool { return s.past.back }):
		return say(noHistory)
	}
	return false
}

// foreignScript reports whether most letters are not Latin.
func foreignScript(tokens []token) bool {
	latin, other := 0, 0
	for _, t := range tokens {
		for _, c := range t.word {
			if unicode.Is(unicode.Latin, c) {
				latin++
			} else if unicode.IsLetter(c) {
				other++
			}
		}
	}
	return other > latin
}

// standing handles help and the summary, which ask for nothing in particular.
func (r *reading) standing() bool {
	only := func(kinds string) bool {
		return !slices.ContainsFunc(r.spans, func(s span) bool { return !strings.ContainsRune(kinds, rune(s.kind)) })
	}
	switch {
	case len(r.spans) == 0 && r.before.program != "" && r.doubts(): // "really?"
		r.intent.act, r.intent.ids, r.intent.really = actWhy, []string{r.before.program}, true
	case len(r.spans) == 0:
		r.intent.act = actHelp
	case r.has(kHelp) && only("GWJwLpUIF"):
		r.intent.act = actHelp
		if r.spans[r.first(kHelp)].topic == thanks {
			r.intent.sentence = "You are welcome."
		}
	case r.has(kSummary) && only("YLWJIUapN") && !r.names(ofRisk) && !r.names(ofMilestone):
		r.intent.act = actSummary
	default:
		return false
	}
	return true
}

// sums settles a summary of one program or of some.
func (r *reading) sums() bool {
	again := r.before.act == actSummary && r.begins() && r.has(kValue)
	if !r.has(kSummary) && !again || r.names(ofRisk) || r.names(ofMilestone) || r.has(kField) || len(r.intent.ids) > 1 {
		return false
	}
	r.goesOn = r.has(kThose) && r.before.query.Of != ""
	r.spans = slices.DeleteFunc(r.spans, func(s span) bool { return s.kind == kOpinion })
	r.collect()
	r.intent.act = actSummary
	if len(r.intent.ids) == 1 {
		r.intent.act = actBrief
	}
	r.intent.left = r.leftovers()
	return true
}

// alertsBy counts what needs attention by a field: "which team is worst off".
func (r *reading) alertsBy(by portfolio.Field) {
	r.collect()
	add(&r.intent.query, all(portfolio.NeedsAttention...))
	r.intent.act, r.intent.by, r.intent.fields = actGroup, by, nil
	for _, s := range r.spans {
		if s.kind == kAlert || s.kind == kMost || s.kind == kField && s.field == by {
			r.use(s)
		}
	}
	r.intent.left = r.leftovers()
}

// alertsAgain reports whether a question asks once more what needs attention; "why the first one?" asks something else.
func (r *reading) alertsAgain() bool {
	if r.before.act != actAlert || r.has(kWhy) && r.has(kOrdinal) {
		return false
	}
	return (r.begins() || r.has(kOrdinal)) && !r.has(kThose) && !r.has(kWhich) && !r.has(kWho) && !r.has(kField)
}

// alerts settles what needs attention; why one program does is another question.
func (r *reading) alerts() bool {
	again := r.alertsAgain()
	if !r.has(kAlert) && !again || len(r.intent.ids) > 0 || r.names(ofRisk) || r.names(ofMilestone) {
		return false
	}
	if by := r.groupNoun(); by != "" {
		r.alertsBy(by)
		return true
	}
	r.goesOn = again && !r.has(kValue) || r.has(kThose) && r.before.query.Of != ""
	r.spans = slices.DeleteFunc(r.spans, func(s span) bool {
		return s.kind == kMost && s.field == "" || s.kind == kOrdinal || s.kind == kPeriod || s.kind == kOpinion
	})
	r.collect()
	r.intent.limit = r.limit(ofProgram)
	r.intent.act = actAlert
	r.intent.left = r.leftovers()
	return true
}
