package portfolio

import "fmt"

// Health is what the facts say of a program, beside what people declare. Assessed is Off Track, At Risk, On Track or not
// reported, never Completed. Reasons are in the order of the rules.
type Health struct {
	Assessed Status   `json:"assessed" ts_type:"'Off Track' | 'At Risk' | 'On Track' | 'Completed' | null"`
	Reasons  []Reason `json:"reasons"`

	// Until is the first day on which the same facts may be assessed otherwise; not reported where time changes nothing.
	Until Date `json:"-"`
}

// HealthRule names a rule that found something.
type HealthRule string

// The rules. What each asks for is said beside it; all dates count from the day of the assessment.
const (
	RuleLateMilestone    HealthRule = "late_milestone"    // a milestone is overdue
	RuleSlippedMilestone HealthRule = "slipped_milestone" // a milestone is due more than 30 days after its baseline
	RuleLaunchPassed     HealthRule = "launch_passed"     // the launch date has passed and the program is live
	RuleUnmitigatedRisk  HealthRule = "unmitigated_risk"  // an open High risk has no mitigation
	RuleBehindPlan       HealthRule = "behind_plan"       // progress is 20 points or more behind the time elapsed from start to launch
	RuleStale            HealthRule = "stale"             // the last update is more than 30 days ago, or there never was one
	RuleNotComplete      HealthRule = "not_complete"      // status Completed with progress under 100 or open milestones
)

// HealthRules lists the rules in the order in which reasons are given.
var HealthRules = []HealthRule{RuleLateMilestone, RuleSlippedMilestone, RuleLaunchPassed, RuleUnmitigatedRisk, RuleBehindPlan, RuleStale, RuleNotComplete}

// Reason is what one rule found. Record and Label name the worst record that it found, "" for the program itself; Count
// is how many it found.
type Reason struct {
	Rule   HealthRule `json:"rule"`
	Count  int        `json:"count"`
	Record string     `json:"record"`
	Label  string     `json:"label"`
	Date   Date       `json:"date" ts_type:"string | null"` // when the milestone was due, the launch planned, the program last updated
	Amount int        `json:"amount"`                       // days slipped, points behind, or percent reported; 0 for other rules
}

// HealthEdition tells the rules of one version of the program from those of another. Raise it with every change to a rule
// or threshold, so that portfolios are assessed anew.
const HealthEdition = 1

// The thresholds of the assessment.
const (
	SlipDays   = 30 // a milestone may move this many days from its baseline
	StaleDays  = 30 // an update holds this many days
	BehindBy   = 20 // points of progress behind the time elapsed, from which on a program is behind its plan
	offReasons = 3  // this many reasons make a program Off Track
)

// finding is what one rule makes of a program: whether it had data to judge, what it found, and the first later day on
// which it may find otherwise.
type finding struct {
	judged bool
	reason *Reason
	until  Date
}

// assessments is the table of rules; each looks at a program with its risks and milestones on a day.
var assessments = map[HealthRule]func(Program, Date) finding{
	RuleLateMilestone: lateMilestone, RuleSlippedMilestone: slippedMilestone, RuleLaunchPassed: launchPassed,
	RuleUnmitigatedRisk: unmitigatedRisk, RuleBehindPlan: behindPlan, RuleStale: stale, RuleNotComplete: notComplete,
}

// Assess decides the health of a program, with its risks and milestones, on a day: Off Track where the launch has passed
// or three rules found something, At Risk for one or two, On Track for none, not reported where no rule had data.
func Assess(p Program, today Date) Health {
	h := Health{Reasons: []Reason{}}
	judged, launched := false, false
	for _, rule := range HealthRules {
		found := assessments[rule](p, today)
		judged = judged || found.judged
		h.Until = earlier(h.Until, found.until)
		if found.reason == nil {
			continue
		}
		found.reason.Rule = rule
		h.Reasons = append(h.Reasons, *found.reason)
		launched = launched || rule == RuleLaunchPassed
	}
	switch n := len(h.Reasons); {
	case !judged:
		h.Reasons = []Reason{} // that there never was an update says nothing of a program of which nothing is known
	case launched || n >= offReasons:
		h.Assessed = OffTrack
	case n > 0:
		h.Assessed = AtRisk
	default:
		h.Assessed = OnTrack
	}
	return h
}

// lateMilestone looks for overdue milestones; the worst is the one due first.
func lateMilestone(p Program, today Date) (f finding) {
	for _, m := range p.Milestones {
		f.judged = f.judged || m.DueDate != ""
		switch {
		case m.Overdue(p, today):
			f.note(m.ID, m.Name, m.DueDate, 0, f.reason == nil || m.DueDate < f.reason.Date)
		case m.DueDate != "" && m.CompletedDate == "" && p.Live():
			f.until = earlier(f.until, m.DueDate.AddDays(1))
		}
	}
	return f
}

// slippedMilestone looks for milestones that moved; the worst is the one that moved furthest.
func slippedMilestone(p Program, _ Date) (f finding) {
	for _, m := range p.Milestones {
		f.judged = f.judged || m.DueDate != "" && m.BaselineDate != ""
		if slip := m.Slip(); slip > SlipDays {
			f.note(m.ID, m.Name, m.DueDate, slip, f.reason == nil || slip > f.reason.Amount)
		}
	}
	return f
}

// launchPassed looks at the launch date of a live program.
func launchPassed(p Program, today Date) (f finding) {
	f.judged = p.LaunchDate != ""
	switch {
	case !f.judged || !p.Live():
	case p.LaunchDate < today:
		f.note("", "", p.LaunchDate, 0, true)
	default:
		f.until = p.LaunchDate.AddDays(1)
	}
	return f
}

// unmitigatedRisk looks for open High risks against which nothing is planned; it names the first by title.
func unmitigatedRisk(p Program, _ Date) (f finding) {
	for _, r := range p.Risks {
		f.judged = f.judged || r.Severity != ""
		if r.Status.Open() && r.Severity == High && r.Mitigation == "" {
			f.note(r.ID, r.Title, "", 0, f.reason == nil || Fold(r.Title) < Fold(f.reason.Label))
		}
	}
	return f
}

// behindPlan compares progress with the time elapsed from start to launch, which ends at the launch.
func behindPlan(p Program, today Date) (f finding) {
	length := p.StartDate.DaysUntil(p.LaunchDate)
	if p.Progress == nil || length <= 0 {
		return f
	}
	f.judged = true
	elapsed := min(max(p.StartDate.DaysUntil(today), 0), length)
	if behind := elapsed*100/length - *p.Progress; (elapsed*100 - *p.Progress*length) >= BehindBy*length {
		f.note("", "", "", behind, true)
		if elapsed < length {
			f.until = today.AddDays(1) // how far it is behind grows by the day
		}
		return f
	}
	// The first day on which the elapsed share reaches progress + BehindBy percent, where one does before the launch.
	if days := ((*p.Progress+BehindBy)*length + 99) / 100; days <= length {
		f.until = p.StartDate.AddDays(days)
	}
	return f
}

// stale looks at the age of the last update. One that never came is a reason, but no data.
func stale(p Program, today Date) (f finding) {
	f.judged = p.LastUpdate != ""
	if !f.judged || p.LastUpdate.DaysUntil(today) > StaleDays {
		f.note("", "", p.LastUpdate, 0, true)
		return f
	}
	f.until = p.LastUpdate.AddDays(StaleDays + 1)
	return f
}

// notComplete looks for work left in a program that is declared Completed.
func notComplete(p Program, _ Date) (f finding) {
	if p.Live() {
		return f
	}
	if p.Progress != nil {
		f.judged = true
		if *p.Progress < 100 {
			f.reason = &Reason{Amount: *p.Progress}
		}
	}
	for _, m := range p.Milestones {
		f.judged = true
		if m.Status != MilestonePlanned {
			continue
		}
		if f.reason == nil {
			f.reason = &Reason{Amount: 100}
		}
		if f.reason.Count == 0 {
			f.reason.Record, f.reason.Label = m.ID, m.Name
		}
		f.reason.Count++
	}
	return f
}

// note counts something that a rule found, and keeps it as the worst where it is.
func (f *finding) note(record, label string, date Date, amount int, worst bool) {
	if f.reason == nil {
		f.reason = &Reason{}
	}
	f.reason.Count++
	if worst {
		f.reason.Record, f.reason.Label, f.reason.Date, f.reason.Amount = record, label, date, amount
	}
}

// earlier gives the earlier of two days, where not reported is later than any.
func earlier(a, b Date) Date {
	if a == "" || b != "" && b < a {
		return b
	}
	return a
}

// Text says the reason in an English clause, as of the day: "2 milestones are late, first Pilot live (due 2026-10-01)".
func (r Reason) Text(today Date) string {
	switch r.Rule {
	case RuleLateMilestone:
		return fmt.Sprintf("%s late: %s was due %s, %s ago", CountOf(r.Count, "milestone is", "milestones are"), r.Label, r.Date, CountOf(r.Date.DaysUntil(today), "day", "days"))
	case RuleSlippedMilestone:
		return fmt.Sprintf("%s more than %d days from the baseline: %s by %d days", CountOf(r.Count, "milestone slipped", "milestones slipped"), SlipDays, r.Label, r.Amount)
	case RuleLaunchPassed:
		return fmt.Sprintf("the launch date %s has passed and the program is still live", r.Date)
	case RuleUnmitigatedRisk:
		return fmt.Sprintf("%s without mitigation: %s", CountOf(r.Count, "open High risk is", "open High risks are"), r.Label)
	case RuleBehindPlan:
		return fmt.Sprintf("progress is %d points behind the time elapsed from start to launch", r.Amount)
	case RuleStale:
		if r.Date == "" {
			return "there has never been a status update"
		}
		return fmt.Sprintf("the last status update is %s old", CountOf(r.Date.DaysUntil(today), "day", "days"))
	case RuleNotComplete:
		return r.notCompleteText()
	default:
		return string(r.Rule)
	}
}

// notCompleteText says what is left of a program that is declared Completed.
func (r Reason) notCompleteText() string {
	switch {
	case r.Count == 0:
		return fmt.Sprintf("it is declared Completed with progress at %d%%", r.Amount)
	case r.Amount == 100:
		return "it is declared Completed with " + CountOf(r.Count, "open milestone", "open milestones")
	default:
		return fmt.Sprintf("it is declared Completed with progress at %d%% and %s", r.Amount, CountOf(r.Count, "open milestone", "open milestones"))
	}
}

// CountOf puts a number before the right form of a word.
func CountOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// Slip counts the days from the baseline of a milestone to its due date: negative where it was pulled in, 0 where
// either is not reported.
func (m Milestone) Slip() int { return m.BaselineDate.DaysUntil(m.DueDate) }

// Contradicted reports whether the facts say worse of a live program than people declare.
func Contradicted(declared, assessed Status) bool {
	rank := map[Status]int{OnTrack: 1, AtRisk: 2, OffTrack: 3}
	return rank[declared] > 0 && rank[assessed] > rank[declared]
}
