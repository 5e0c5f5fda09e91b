package analyst

import (
	"regexp"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
)

// mustBefore asks for what has to come before a program.
var mustBefore = regexp.MustCompile(`^(?:what|which|who)\b.*\b(?:must|has to|have to|needs to|need to|should) (?:be )?(?:finish|finished|complete|completed|done|launch|land|live|happen|come|first)\b.*\bbefore\b`)

// roomWords ask how far a launch can slip: "how many weeks of delay can Atlas take before anything moves".
var roomWords = regexp.MustCompile(`\bhow (?:many (?:days|weeks|months)|much|long|far)\b.*\b(?:can|could|may)\b.*\bbefore\b`)

// needing are the words for what programs wait for.
var needing = []string{"needs", "need", "requires", "require"}

// needs tells the side of what a program needs or is needed for: "who needs Frankfurt first", "what does Atlas need". It is ""
// where nobody asks that.
func (r *reading) needs() tools.Side {
	if r.has(kProgram) && mustBefore.MatchString(wordsOf(r.tokens)) {
		return tools.SideWaitsFor
	}
	at := slices.IndexFunc(r.tokens, func(t token) bool { return slices.Contains(needing, t.word) })
	program := r.first(kProgram)
	if at < 1 || program < 0 || strings.IndexByte("Ww", byte(r.spans[0].kind)) < 0 || r.has(kAlert) || r.has(kAdj) && r.spans[r.first(kAdj)].from < at {
		return ""
	}
	if r.spans[program].from > at {
		return tools.SideHoldsUp
	}
	return tools.SideWaitsFor
}

// holdsUp finds "holding up" and the like behind a program: what X holds up, where "what is holding up X" asks why. It is
// -1 where nobody asks that.
func (r *reading) holdsUp() int {
	for i, s := range r.spans {
		if s.kind != kWhy || !slices.Contains([]string{"blocking", "holding up", "holding back"}, strings.ToLower(s.text)) {
			continue
		}
		subject := i - 1
		if subject > 0 && r.spans[subject].kind == kIs {
			subject--
		}
		if subject >= 0 && (r.spans[subject].kind == kProgram || r.spans[subject].kind == kIt) {
			return i
		}
	}
	return -1
}

// asksWhoSuffers reports whether a question asks what a delay of a program would touch, without saying how long it is: "which
// programs are hit when Atlas is late".
func (r *reading) asksWhoSuffers() bool {
	return r.has(kProgram) && r.asksAhead(aheadEffect) && r.says("hit", "affected", "impacted", "suffer", "suffers", "hurt", "touched") && r.says(slipping...) && !r.has(kSpan) && !r.has(kPeriod)
}
