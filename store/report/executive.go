package report

import (
	"cmp"
	"slices"

	"portfolio-ai/store/portfolio"
)

// How much an executive summary shows: what fits one page.
const (
	executiveChanges   = 6
	executiveAttention = 5
	executiveLaunches  = 6
	executiveRisks     = 5
	executiveTimeline  = 8
)

// executive is one page: what changed, figures, what needs attention, what launches, what may go wrong.
func (m maker) executive() []Page {
	blocks := []Block{
		m.opening(executiveChanges, inPrograms),
		m.figures(),
		m.mix(),
		m.attentionTable("Needs attention", executiveAttention),
		table("Launches in the next 90 days", "No launch in the next 90 days.", m.launching(90), executiveLaunches,
			programName(4), programLaunch(m.day), programStatus, programProgress, programOwner),
		table("Top risks", "No open High risk.", m.highRisks(), executiveRisks, riskTitle, riskProgram, riskLikelihood, riskOwner, riskMitigation),
	}
	return []Page{{Title: "Executive summary", Blocks: append(blocks, m.timeline("The next launches", m.ahead(), executiveTimeline, near)...)}}
}

// ahead gives the live programs whose launch is still to come, the soonest first.
func (f facts) ahead() []*program {
	return byLaunch(pick(f.live(), func(p *program) bool { return p.LaunchDate >= f.day }))
}

// attentionTable lists what needs attention, with the reasons.
func (m maker) attentionTable(title string, limit int) Block {
	return table(title, "Nothing needs attention.", m.attention(), limit, programName(4), programStatus, programAssessed, programLaunch(m.day), programOwner, programWhy(m.day))
}

// measure is a figure and how it is counted.
type measure struct {
	label string
	tone  Tone
	taste taste
	count func(facts) int
}

// declared makes the measure of the programs that declare a status.
func declared(label string, s portfolio.Status, t taste) measure {
	return measure{label, toneOf(s), t, func(f facts) int { return len(f.having(s)) }}
}

// measures are the figures of the whole scope.
var measures = []measure{
	{"Programs", Neutral, indifferent, func(f facts) int { return len(f.programs) }},
	declared("Off Track", portfolio.OffTrack, fewerIsBetter),
	declared("At Risk", portfolio.AtRisk, fewerIsBetter),
	declared("On Track", portfolio.OnTrack, moreIsBetter),
	declared("Completed", portfolio.StatusCompleted, moreIsBetter),
	declared("Status not reported", portfolio.StatusNotReported, fewerIsBetter),
	{"Need attention", Amber, fewerIsBetter, func(f facts) int { return len(f.attention()) }},
	{"Open High risks", Red, fewerIsBetter, func(f facts) int { return len(f.highRisks()) }},
	{"Overdue milestones", Red, fewerIsBetter, func(f facts) int { return len(f.overdue()) }},
	{"Launch in 90 days", Neutral, indifferent, func(f facts) int { return len(f.launching(90)) }},
	{"No update in 30 days", Amber, fewerIsBetter, func(f facts) int { return len(f.stale()) }},
}

// figures counts the scope.
func (m maker) figures() Block { return m.count(measures) }

// count takes measures now, beside what they were.
func (m maker) count(of []measure) Block {
	f := &Figures{}
	for _, one := range of {
		var before *int
		if m.before != nil {
			n := one.count(*m.before)
			before = &n
		}
		f.Items = append(f.Items, figure(one.label, one.tone, one.count(m.facts), before, one.taste))
	}
	return Block{Title: "Figures", Figures: f}
}

// mix sets what is declared beside what is assessed of the live programs.
func (m maker) mix() Block {
	live := m.live()
	assessed := func(p *program) portfolio.Status { return p.health.Assessed }
	return Block{Title: "The " + portfolio.CountOf(len(live), "live program", "live programs"), Bars: &Bars{[]Bar{
		bar("Declared", live, declaredStatus), bar("Assessed", live, assessed),
	}}}
}

// notReported is what stands where nothing is.
const notReported = "Not reported"

// declaredStatus is the status of a program, for a bar.
func declaredStatus(p *program) portfolio.Status { return p.Status }

// bar shows how many programs have each status.
func bar(label string, programs []*program, of func(*program) portfolio.Status) Bar {
	b := Bar{Label: label, Segments: []Segment{}}
	for _, s := range append(slices.Clone(portfolio.Statuses), portfolio.StatusNotReported) {
		if n := len(pick(programs, func(p *program) bool { return of(p) == s })); n > 0 {
			b.Segments = append(b.Segments, Segment{cmp.Or(string(s), notReported), n, toneOf(s)})
		}
	}
	return b
}
