package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// mustBefore asks for what has to come before a program.
var mustBefore = expression(`^(?:what|which|who)\b.*\b(?:must|has to|have to|needs to|need to|should) (?:be )?(?:finish|finished|complete|completed|done|launch|land|live|happen|come|first)\b.*\bbefore\b`)

// roomWords ask how far a launch can slip: "how many weeks of delay can Atlas take before anything moves".
var roomWords = expression(`\bhow (?:many (?:days|weeks|months)|much|long|far)\b.*\b(?:can|could|may)\b.*\bbefore\b`)

// needing are the words for what programs wait for.
var needing = []string{"needs", "need", "requires", "require"}

// needs tells the side of what a program needs or is needed for: "who needs Frankfurt first", "what does Atlas need". It is ""
// where nobody asks that.
func (r *reading) needs() tools.Side {
	if r.has(kProgram) && mustBefore().MatchString(wordsOf(r.tokens)) {
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

// leftAhead lists what such a question holds besides.
func (r *reading) leftAhead() []string {
	var out []string
	for _, s := range r.spans {
		if !r.fitsAhead(s) {
			out = append(out, s.text)
		}
	}
	return out
}

// fitsAhead reports whether a span belongs in such a question.
func (r *reading) fitsAhead(s span) bool {
	act, taken := r.intent.act, r.used[s.from] || strings.IndexByte(silent, byte(s.kind)) >= 0
	switch s.kind {
	case kOutlook, kPast:
		return true
	case kMost:
		return taken || act == actWhatIf
	case kUnknown:
		unit := slipUnits[strings.TrimSuffix(strings.ToLower(s.text), "s")]
		return act == actWhatIf && (strings.EqualFold(s.text, "back") || unit.By > 0)
	case kOrdinal:
		return taken || act == actDepends && r.needs() != ""
	case kNoun:
		return s.entity == ofProgram
	case kField:
		return s.field == portfolio.FieldLaunchDate || act == actForecast && s.field == portfolio.FieldRiskLikelihood
	case kWrite:
		return act == actWhatIf
	case kCompare:
		return act != actDepends || s.between || r.needs() != ""
	case kAdj:
		return r.fitsAheadAs(s.adj.label)
	}
	return taken
}

// fitsAheadAs reports whether an adjective belongs in such a question.
func (r *reading) fitsAheadAs(label string) bool {
	switch label {
	case "Done", "Completed":
		return r.intent.act == actDepends
	case overdueLabel:
		return r.intent.act == actWhatIf || r.asksWhoSuffers()
	case "likely", "live":
		return r.intent.act == actForecast
	}
	return false
}
