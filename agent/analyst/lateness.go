package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// latenessWords ask by how much something that is named came late: "how late is Atlas", "by how much did its launch slip".
var latenessWords = expression(`\bhow (?:very )?(?:late|delayed|overdue|badly delayed|far behind|far off|far out)\b|` +
	`\b(?:by )?how (?:much|far|many days|many weeks|many months|big|large|long|badly)\b.*\b(?:slip|slips|slipped|slipping|slippage|late|later|delay|delays|delayed|behind|overdue|moved|move|shift|shifted|slide|drifted|drift|postponed|pushed back|pushed out)\b|` +
	`\b(?:slip|slippage|slippages|delay|delays|lateness|drift) (?:of|on|in|for|at|with)\b|\b(?:current|total|whole|overall) (?:slip|slippage|delay|lateness)\b|` +
	`\b(?:late|behind|delayed|overdue|slipped|slipping)\b.*\bby how (?:much|many|far)\b`)

// notLateness are the words of questions for a slip that may come, or that many have on average.
var notLateness = []string{"can", "could", "may", "might", "would", "will", "if", "average", "mean", "avg", "afford", "without"}

// lateness settles a question for how late something is that it names: programs, or one or a few milestones. It reports false
// where none is asked.
func (r *reading) lateness() bool {
	if !r.asksLateness() {
		return false
	}
	raw := slices.Clone(r.spans)
	in := &r.intent
	if !r.names(ofMilestone) || r.has(kUnknown) {
		if found := r.childrenNamed(); len(found) > 0 && found[0].entity == ofMilestone {
			r.aboutChildren(found)
			in.act = actLateness
			in.left = nil
			return true
		}
	}
	r.resolvePrograms()
	if in.act == actChoose {
		return true
	}
	if len(in.ids) == 0 {
		r.spans = raw
		return false
	}
	in.act = actLateness
	r.latePeriod()
	return true
}

// asksLateness reports whether the words ask how late something is, and not for a mean, a list or what may come.
func (r *reading) asksLateness() bool {
	if len(r.spans) == 0 || !latenessWords().MatchString(wordsOf(r.tokens)) || r.says(notLateness...) {
		return false
	}
	return !r.has(kSpan) && !r.has(kAverage) && !r.names(ofRisk) && !r.names(ofProgram)
}

// latePeriod settles the days in which launches are looked at that moved, and what was not understood.
func (r *reading) latePeriod() {
	in := &r.intent
	for i, s := range r.spans {
		switch {
		case s.kind == kPeriod && s.period.from != "" && in.period.Since == "":
			in.period = r.within(i)
		case s.kind == kUnknown && slipUnits[strings.TrimSuffix(strings.ToLower(s.text), "s")].By == 0 || s.kind == kValue || s.kind == kQuoted || s.kind == kOpinion:
			in.left = append(in.left, s.text)
		}
	}
	if in.period.Until == "" || in.period.Until > r.today {
		in.period.Until = r.today
	}
	in.period.Only = []portfolio.Topic{portfolio.TopicLaunch}
}

// within gives the days of a period of the past: those of "since October" reach until today.
func (r *reading) within(i int) tools.Period {
	days := r.backward(r.spans[i].period)
	if i > 0 && r.spans[i-1].kind == kCompare && r.spans[i-1].op == portfolio.OpFrom {
		days.to = r.today
	}
	return tools.Period{Since: days.from, Until: days.to}
}
