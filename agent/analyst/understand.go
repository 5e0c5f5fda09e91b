package analyst

import (
	"slices"
	"strings"
	"unicode"
)

// understand settles the intent from what the grammar made.
func (r *reading) understand() {
	if r.refuse() || r.standing() {
		return
	}
	r.resolvePrograms()
	if r.intent.act == actChoose {
		return
	}
	r.goesOn = r.follows()
	r.collect()
	r.decide()
	r.intent.left = r.leftovers()
}

// Sentences for what is not answered.
const (
	noChanges = "I can only answer questions in this version; changing the portfolio from here is not available yet. " +
		"You can change the record on its page."
	noHistory = "I cannot look back yet: I answer from the portfolio as it is now, not from its history. Activity shows what changed."
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
	case first.kind == kWrite, first.kind == kField && first.text == "update" && len(r.spans) > 1:
		return say(noChanges)
	case i >= 0:
		return say("The portfolio does not hold " + r.spans[i].topic + ", so I cannot answer “" + r.spans[i].text + "”.")
	case r.has(kPast):
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
	case len(r.spans) == 0:
		r.intent.act = actHelp
	case r.has(kHelp) && only("GWJwLpUIF"):
		r.intent.act = actHelp
		if r.spans[r.first(kHelp)].topic == thanks {
			r.intent.sentence = "You are welcome."
		}
	case r.has(kSummary) && only("YLWJIUap"):
		r.intent.act = actSummary
	default:
		return false
	}
	return true
}
