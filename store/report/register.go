package report

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// registerChanges is how many changes a risk register opens with.
const registerChanges = 8

// register lists the open risks: how many, which nobody does anything about, which were to be looked at again, and all.
func (m maker) register() []Page {
	register := []column[risk]{riskTitle, riskProgram, riskSeverity, riskLikelihood, riskScore, riskStatus, riskOwner, riskReview(m.day), riskMitigation}
	short := []column[risk]{riskTitle, riskProgram, riskSeverity, riskLikelihood, riskStatus, riskOwner}
	return []Page{
		{"Summary", []Block{m.opening(registerChanges, inRisks), m.count(riskMeasures), m.severities()}},
		{"What needs somebody", []Block{
			table("Without mitigation", "Every open risk has a mitigation.", m.unmitigated(), all, short...),
			table("Past the review date", "No open risk is past its review date.", m.pastReview(), all, append(slices.Clone(short), riskReview(m.day))...),
		}},
		{"All open risks", []Block{table("", "There are no open risks.", m.risks, all, register...)}},
	}
}

// riskMeasures are the figures of a register.
var riskMeasures = []measure{
	{"Open risks", Neutral, fewerIsBetter, func(f facts) int { return len(f.risks) }},
	{"Of High severity", Red, fewerIsBetter, func(f facts) int { return len(f.highRisks()) }},
	{"Without mitigation", Amber, fewerIsBetter, func(f facts) int { return len(f.unmitigated()) }},
	{"Past the review date", Amber, fewerIsBetter, func(f facts) int { return len(f.pastReview()) }},
	{"Without an owner", Amber, fewerIsBetter, func(f facts) int { return len(pick(f.risks, func(r risk) bool { return r.Owner == "" })) }},
}

// unmitigated gives the open risks against which nothing is planned.
func (f facts) unmitigated() []risk {
	return pick(f.risks, func(r risk) bool { return r.Mitigation == "" })
}

// pastReview gives the open risks that were to be looked at again before today.
func (f facts) pastReview() []risk {
	return pick(f.risks, func(r risk) bool { return r.ReviewDate != "" && r.ReviewDate < f.day })
}

// severities shows how many open risks of each severity are Open and how many Mitigating.
func (m maker) severities() Block {
	bars := &Bars{Items: []Bar{}}
	for _, l := range append(slices.Clone(portfolio.Levels), portfolio.LevelNotReported) {
		label, tone := string(l), toneOfLevel(l)
		if l == portfolio.LevelNotReported {
			label = notReported
		}
		b := Bar{Label: label, Segments: []Segment{}}
		for _, s := range []portfolio.RiskStatus{portfolio.RiskOpen, portfolio.RiskMitigating} {
			if n := len(pick(m.risks, func(r risk) bool { return r.Severity == l && r.Status == s })); n > 0 {
				b.Segments = append(b.Segments, Segment{string(s), n, tone})
			}
			tone = Neutral // what is being mitigated is less of an alarm
		}
		if len(b.Segments) > 0 {
			bars.Items = append(bars.Items, b)
		}
	}
	if len(bars.Items) == 0 {
		return Block{Title: "By severity", Text: &Text{[]string{"There are no open risks."}}}
	}
	return Block{Title: "By severity", Bars: bars}
}

// riskScore is severity times likelihood.
var riskScore = of("Score", CellNumber, 1, func(r risk) Cell {
	score := r.Score()
	if score == nil {
		return Cell{Tone: Unreported}
	}
	return number(*score)
})

// riskReview is the day on which a risk is to be looked at again, red where that was before today.
func riskReview(today portfolio.Date) column[risk] {
	return of("Review", CellDate, 2, func(r risk) Cell {
		return Cell{Text: string(r.ReviewDate), Tone: redWhere(r.ReviewDate != "" && r.ReviewDate < today)}
	})
}
