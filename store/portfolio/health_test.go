package portfolio

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

const healthDay Date = "2026-06-15"

func percent(n int) *int { return &n }

func TestAssess_findsWhatTheRulesSay(t *testing.T) {
	fresh := func(change func(*Program)) Program {
		p := Program{Status: OnTrack, LastUpdate: "2026-06-01"}
		change(&p)
		return p
	}
	for _, c := range []struct {
		name    string
		program Program
		want    Status
		rules   []HealthRule
	}{
		{"nothing is known", Program{}, StatusNotReported, nil},
		{"only a status is declared", Program{Status: OnTrack}, StatusNotReported, nil},
		{"a fresh update and nothing against it", fresh(func(*Program) {}), OnTrack, nil},
		{"an update 30 days old holds", Program{LastUpdate: "2026-05-16"}, OnTrack, nil},
		{"an update 31 days old is stale", Program{LastUpdate: "2026-05-15"}, AtRisk, []HealthRule{RuleStale}},
		{"never updated, but the launch is known", Program{LaunchDate: "2027-01-01"}, AtRisk, []HealthRule{RuleStale}},
		{"due today is not late", fresh(func(p *Program) { p.Milestones = []Milestone{{DueDate: healthDay, Status: MilestonePlanned}} }), OnTrack, nil},
		{"due yesterday is late", fresh(func(p *Program) { p.Milestones = []Milestone{{DueDate: "2026-06-14", Status: MilestonePlanned}} }), AtRisk, []HealthRule{RuleLateMilestone}},
		{"done late is not late", fresh(func(p *Program) {
			p.Milestones = []Milestone{{DueDate: "2026-06-01", CompletedDate: "2026-06-10", Status: MilestoneDone}}
		}), OnTrack, nil},
		{"slipped by 30 days", fresh(func(p *Program) { p.Milestones = []Milestone{{BaselineDate: "2026-07-01", DueDate: "2026-07-31"}} }), OnTrack, nil},
		{"slipped by 31 days", fresh(func(p *Program) { p.Milestones = []Milestone{{BaselineDate: "2026-07-01", DueDate: "2026-08-01"}} }), AtRisk, []HealthRule{RuleSlippedMilestone}},
		{"launch is today", fresh(func(p *Program) { p.LaunchDate = healthDay }), OnTrack, nil},
		{"launch was yesterday", fresh(func(p *Program) { p.LaunchDate = "2026-06-14" }), OffTrack, []HealthRule{RuleLaunchPassed}},
		{"launch was yesterday of a program without a status", fresh(func(p *Program) { p.Status, p.LaunchDate = "", "2026-06-14" }), OffTrack, []HealthRule{RuleLaunchPassed}},
		{"launched and completed", fresh(func(p *Program) { p.Status, p.LaunchDate = StatusCompleted, "2026-06-14" }), OnTrack, nil},
		{"an open High risk without mitigation", fresh(func(p *Program) { p.Risks = []Risk{{Severity: High, Status: RiskMitigating}} }), AtRisk, []HealthRule{RuleUnmitigatedRisk}},
		{"a High risk with mitigation", fresh(func(p *Program) { p.Risks = []Risk{{Severity: High, Status: RiskOpen, Mitigation: "second supplier"}} }), OnTrack, nil},
		{"a closed High risk, and a Medium one", fresh(func(p *Program) {
			p.Risks = []Risk{{Severity: High, Status: RiskClosed}, {Severity: Medium, Status: RiskOpen}}
		}), OnTrack, nil},
		{"19 points behind", fresh(func(p *Program) { p.StartDate, p.LaunchDate, p.Progress = "2026-03-07", "2026-09-23", percent(31) }), OnTrack, nil},
		{"20 points behind", fresh(func(p *Program) { p.StartDate, p.LaunchDate, p.Progress = "2026-03-07", "2026-09-23", percent(30) }), AtRisk, []HealthRule{RuleBehindPlan}},
		{"progress is not reported", fresh(func(p *Program) { p.StartDate, p.LaunchDate = "2026-01-01", "2026-07-01" }), OnTrack, nil},
		{"completed with work left", fresh(func(p *Program) { p.Status, p.Progress = StatusCompleted, percent(90) }), AtRisk, []HealthRule{RuleNotComplete}},
		{"completed with an open milestone", fresh(func(p *Program) { p.Status, p.Milestones = StatusCompleted, []Milestone{{Status: MilestonePlanned}} }), AtRisk, []HealthRule{RuleNotComplete}},
		{"completed with a missed milestone", fresh(func(p *Program) { p.Status, p.Milestones = StatusCompleted, []Milestone{{Status: MilestoneMissed}} }), OnTrack, nil},
		{"two reasons", Program{LastUpdate: "2026-01-01", Risks: []Risk{{Severity: High, Status: RiskOpen}}}, AtRisk, []HealthRule{RuleUnmitigatedRisk, RuleStale}},
		{"three reasons", Program{LastUpdate: "2026-01-01", Risks: []Risk{{Severity: High, Status: RiskOpen}},
			Milestones: []Milestone{{DueDate: "2026-01-01"}}}, OffTrack, []HealthRule{RuleLateMilestone, RuleUnmitigatedRisk, RuleStale}},
	} {
		t.Run(c.name, func(t *testing.T) {
			h := Assess(c.program, healthDay)
			var rules []HealthRule
			for _, r := range h.Reasons {
				rules = append(rules, r.Rule)
			}
			if h.Assessed != c.want || !slices.Equal(rules, c.rules) {
				t.Errorf("got %q for %v, want %q for %v", h.Assessed, rules, c.want, c.rules)
			}
		})
	}
}

func TestAssess_namesTheWorstOfWhatARuleFound(t *testing.T) {
	p := Program{LastUpdate: healthDay, Milestones: []Milestone{
		{ID: "a", Name: "Pilot", DueDate: "2026-06-10", BaselineDate: "2026-05-01"},
		{ID: "b", Name: "Design", DueDate: "2026-06-01", BaselineDate: "2026-06-01"},
		{ID: "c", Name: "Launch", DueDate: "2026-12-01", BaselineDate: "2026-07-01"},
	}}
	got := Assess(p, healthDay).Reasons
	want := []Reason{
		{Rule: RuleLateMilestone, Count: 2, Record: "b", Label: "Design", Date: "2026-06-01"},
		{Rule: RuleSlippedMilestone, Count: 2, Record: "c", Label: "Launch", Date: "2026-12-01", Amount: 153},
	}
	if !slices.Equal(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if text := got[0].Text(healthDay); text != "2 milestones are late: Design was due 2026-06-01, 14 days ago" {
		t.Errorf("says %q", text)
	}
}

// randomProgram makes a program whose days lie around healthDay.
func randomProgram(random *rand.Rand) Program {
	day := func() Date {
		if random.IntN(4) == 0 {
			return ""
		}
		return healthDay.AddDays(random.IntN(400) - 200)
	}
	p := Program{Status: append([]Status{""}, Statuses...)[random.IntN(5)], StartDate: day(), LaunchDate: day(), LastUpdate: day()}
	if random.IntN(3) > 0 {
		p.Progress = percent(random.IntN(101))
	}
	for range random.IntN(4) {
		m := Milestone{DueDate: day(), BaselineDate: day(), Status: MilestonePlanned}
		if random.IntN(3) == 0 {
			m.CompletedDate, m.Status = healthDay, MilestoneDone
		}
		p.Milestones = append(p.Milestones, m)
	}
	for range random.IntN(3) {
		p.Risks = append(p.Risks, Risk{Severity: Levels[random.IntN(3)], Status: RiskStatuses[random.IntN(4)]})
	}
	return p
}

func TestAssess_holdsUntilTheDayThatItNames(t *testing.T) {
	for seed := range uint64(400) {
		p := randomProgram(rand.New(rand.NewPCG(seed, 7)))
		today := Assess(p, healthDay)
		until := today.Until
		if until != "" && until <= healthDay {
			t.Fatalf("seed %d: holds until %s, which is not after %s", seed, until, healthDay)
		}
		for day := healthDay.AddDays(1); day < healthDay.AddDays(500) && (until == "" || day < until); day = day.AddDays(1) {
			if then := Assess(p, day); text(t, then) != text(t, today) {
				t.Fatalf("seed %d: %s on %s is %s on %s already (until %q)\n%s", seed, text(t, today), healthDay, text(t, then), day, until, fmt.Sprintf("%+v", p))
			}
		}
	}
}

func text(t *testing.T, h Health) string {
	t.Helper()
	data, err := json.Marshal(h)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
