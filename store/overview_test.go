package store_test

import (
	"fmt"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

// is is the condition that a field has one of the values.
func is(f portfolio.Field, values ...string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: portfolio.OpIs, Values: values}
}

// selections are the conditions that the overview is asked for with, from none to such that leave no program.
var selections = map[string][]portfolio.Condition{
	"everything":       nil,
	"one status":       {is(portfolio.FieldStatus, string(portfolio.AtRisk))},
	"no status":        {is(portfolio.FieldStatus, "")},
	"live and red":     {is(portfolio.FieldAssessed, string(portfolio.OffTrack)), is(portfolio.FieldStatus, string(portfolio.OnTrack), string(portfolio.AtRisk))},
	"two lines":        {is(portfolio.FieldProductLine, "Payments", "Billing & Revenue")},
	"no owner":         {is(portfolio.FieldOwner, "")},
	"one objective":    {is(portfolio.FieldObjective, "Enter new markets")},
	"nobody is called": {is(portfolio.FieldOwner, "Nobody")},
}

var groupings = []portfolio.Field{portfolio.FieldProductLine, portfolio.FieldOwner, portfolio.FieldTeam, portfolio.FieldStage, portfolio.FieldObjective}

// sampled opens the sample with programs that spell their owner in two ways and report next to nothing.
func sampled(t *testing.T) *store.DB {
	t.Helper()
	db := storetest.Open(t)
	if err := sample.Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	for i, owner := range []string{"Élan Roy", "élan roy", "MIA ROY", "Mia Roy"} {
		p := storetest.MustProgram(t, db, portfolio.Program{Name: fmt.Sprintf("Blank %d", i), Owner: owner})
		storetest.MustRisk(t, db, portfolio.Risk{ProgramID: p.ID, Title: "Nobody knows how bad"})
	}
	return db
}

func TestOverview_everyCountIsTheTotalOfItsList(t *testing.T) {
	db := sampled(t)
	for name, where := range selections {
		t.Run(name, func(t *testing.T) {
			l := lists{t, db, where}
			o := l.overview(portfolio.FieldProductLine)
			f := o.Figures
			for what, c := range map[string]struct{ shown, listed int }{
				"programs":           {f.Programs, l.programs("")},
				"on track":           {f.Statuses.OnTrack, l.programs("", is(portfolio.FieldStatus, string(portfolio.OnTrack)))},
				"at risk":            {f.Statuses.AtRisk, l.programs("", is(portfolio.FieldStatus, string(portfolio.AtRisk)))},
				"off track":          {f.Statuses.OffTrack, l.programs("", is(portfolio.FieldStatus, string(portfolio.OffTrack)))},
				"completed":          {f.Statuses.Completed, l.programs("", is(portfolio.FieldStatus, string(portfolio.StatusCompleted)))},
				"not reported":       {f.Statuses.NotReported, l.programs("", is(portfolio.FieldStatus, ""))},
				"launching in 30":    {f.Launching30, l.programs(portfolio.PresetLaunching30)},
				"launching in 60":    {f.Launching60, l.programs(portfolio.PresetLaunching60)},
				"launching in 90":    {f.Launching90, l.programs(portfolio.PresetLaunching90)},
				"open High risks":    {f.OpenHighRisks, l.openRisks(string(portfolio.High), string(portfolio.High), string(portfolio.Medium), string(portfolio.Low), "")},
				"overdue milestones": {f.OverdueMilestones, l.overdue()},
				"stale":              {f.Stale, l.programs(portfolio.PresetStale)},
				"attention":          {o.Attention.Total, l.programs(portfolio.PresetAttention)},
				"launch passed":      {o.Launches.Passed, l.programs(portfolio.PresetLaunchPassed)},
			} {
				if c.shown != c.listed {
					t.Errorf("%s: %d are shown, %d are listed", what, c.shown, c.listed)
				}
			}
			for _, cell := range o.Risks {
				if n := l.openRisks(string(cell.Severity), string(cell.Likelihood)); n != cell.Count {
					t.Errorf("risks %q and %q: %d are shown, %d are listed", cell.Severity, cell.Likelihood, cell.Count, n)
				}
			}
		})
	}
}

func TestOverview_everySegmentIsTheTotalOfItsList(t *testing.T) {
	db := sampled(t)
	for name, where := range selections {
		for _, by := range groupings {
			t.Run(fmt.Sprintf("%s by %s", name, by), func(t *testing.T) {
				l := lists{t, db, where}
				o := l.overview(by)
				all := 0
				for _, m := range append(o.Mix, o.Objectives...) {
					field := portfolio.FieldObjective
					if all++; all <= len(o.Mix) {
						field = by
					}
					s := m.Statuses
					counts := map[portfolio.Status]int{portfolio.OnTrack: s.OnTrack, portfolio.AtRisk: s.AtRisk, portfolio.OffTrack: s.OffTrack,
						portfolio.StatusCompleted: s.Completed, portfolio.StatusNotReported: s.NotReported}
					sum := 0
					for status, n := range counts {
						sum += n
						if listed := l.programs("", is(field, m.Value), is(portfolio.FieldStatus, string(status))); listed != n {
							t.Errorf("%s %q, %q: %d are shown, %d are listed", field, m.Value, status, n, listed)
						}
					}
					if sum != m.Count {
						t.Errorf("%s %q: %d in all, its statuses are %d", field, m.Value, m.Count, sum)
					}
				}
				for _, objective := range o.Unserved {
					if n := l.programs("", is(portfolio.FieldObjective, objective)); n != 0 {
						t.Errorf("%q is served by %d programs", objective, n)
					}
				}
			})
		}
	}
}

// lists counts what the lists of the window find within the conditions.
type lists struct {
	t     *testing.T
	db    *store.DB
	where []portfolio.Condition
}

func (l lists) overview(by portfolio.Field) portfolio.Overview {
	l.t.Helper()
	o, err := l.db.Overview(l.t.Context(), l.where, by)
	if err != nil {
		l.t.Fatal(err)
	}
	return o
}

func (l lists) programs(preset portfolio.Preset, further ...portfolio.Condition) int {
	l.t.Helper()
	page, err := l.db.Programs(l.t.Context(), portfolio.Query{Where: append(further, l.where...), Preset: preset})
	if err != nil {
		l.t.Fatal(err)
	}
	return page.Total
}

func (l lists) openRisks(severity string, likelihoods ...string) int {
	l.t.Helper()
	open := is(portfolio.FieldRiskStatus, string(portfolio.RiskOpen), string(portfolio.RiskMitigating))
	page, err := l.db.Risks(l.t.Context(), portfolio.Query{Where: append([]portfolio.Condition{
		open, is(portfolio.FieldRiskSeverity, severity), is(portfolio.FieldRiskLikelihood, likelihoods...)}, l.where...)})
	if err != nil {
		l.t.Fatal(err)
	}
	return page.Total
}

// overdue counts the rows of the milestone list that are marked overdue.
func (l lists) overdue() (n int) {
	l.t.Helper()
	page, err := l.db.Milestones(l.t.Context(), portfolio.Query{Where: l.where, Limit: portfolio.MaxPage})
	if err != nil {
		l.t.Fatal(err)
	}
	for _, m := range page.Rows {
		if m.Overdue {
			n++
		}
	}
	return n
}

func TestOverview_attentionIsTheGravestFirstAndLaunchesAreAroundToday(t *testing.T) {
	db := storetest.Open(t)
	for _, p := range []portfolio.Program{
		{Name: "Fine", Status: portfolio.OnTrack, LaunchDate: "2026-02-02", LastUpdate: "2026-02-01"},
		{Name: "Stale", Status: portfolio.OnTrack, LaunchDate: "2026-08-01"},
		{Name: "Passed", Status: portfolio.OnTrack, LaunchDate: "2026-01-01", LastUpdate: "2026-02-01"},
		{Name: "Long passed", Status: portfolio.OffTrack, LaunchDate: "2025-01-01"},
		{Name: "Over", Status: portfolio.StatusCompleted, LaunchDate: "2026-03-01", Progress: new(100)},
		{Name: "Blank"},
	} {
		storetest.MustProgram(t, db, p)
	}
	o := lists{t, db, nil}.overview(portfolio.FieldOwner)
	if got := programNames(o.Attention.Rows); got != "Long passed, Passed, Stale" || o.Attention.Unassessed != 1 {
		t.Errorf("attention: %s, %d not assessed", got, o.Attention.Unassessed)
	}
	if got := programNames(o.Launches.Rows); got != "Long passed, Passed, Fine, Stale" || o.Launches.Passed != 2 || o.Launches.Ahead != 2 {
		t.Errorf("launches: %s, %d passed, %d ahead", got, o.Launches.Passed, o.Launches.Ahead)
	}
	if f := o.Figures; f.Launching30 != 1 || f.Stale != 4 {
		t.Errorf("%d launch within 30 days, %d are stale; want 1 and 4", f.Launching30, f.Stale)
	}
}

func programNames(rows []portfolio.ProgramRow) (names string) {
	for i, r := range rows {
		if i > 0 {
			names += ", "
		}
		names += r.Name
	}
	return names
}

func TestOverview_lastChangesAreNetOfTheWeekAndOfItsPrograms(t *testing.T) {
	db := storetest.Open(t)
	write := func(day portfolio.Date, p portfolio.Program) portfolio.Program {
		t.Helper()
		saved, err := db.SaveProgram(t.Context(), store.Write{Actor: portfolio.ByPerson, Why: "test", AsOf: day}, p)
		if err != nil {
			t.Fatal(err)
		}
		return saved
	}
	today := db.Today()
	atlas := write(today.AddDays(-20), portfolio.Program{Name: "Atlas", Status: portfolio.OnTrack, Team: "Core", LaunchDate: "2026-06-01"})
	beacon := write(today.AddDays(-20), portfolio.Program{Name: "Beacon", Status: portfolio.OnTrack})
	atlas.Status = portfolio.OffTrack
	atlas = write(today.AddDays(-8), atlas) // before the week
	atlas.Status = portfolio.AtRisk
	atlas.LaunchDate = "2026-07-01"
	write(today.AddDays(-7), atlas)
	beacon.Status = portfolio.AtRisk
	beacon = write(today.AddDays(-3), beacon)
	beacon.Status = portfolio.OnTrack // and back
	write(today, beacon)
	storetest.MustRisk(t, db, portfolio.Risk{ProgramID: beacon.ID, Title: "Vendor"})

	for name, c := range map[string]struct {
		where []portfolio.Condition
		want  string
	}{
		"all programs": {nil, "status changes Atlas, launch moves Atlas, new risks Beacon, "},
		"one team":     {[]portfolio.Condition{is(portfolio.FieldTeam, "core")}, "status changes Atlas, launch moves Atlas, "},
	} {
		o := lists{t, db, c.where}.overview(portfolio.FieldOwner)
		got, counted := "", 0
		for _, row := range o.LastChanges.Rows {
			got += fmt.Sprintf("%s %s, ", row.Topic, row.Program)
		}
		for _, topic := range o.LastChanges.Topics {
			counted += topic.Count
		}
		if got != c.want || counted != len(o.LastChanges.Rows) || o.LastChanges.Since != today.AddDays(-7) {
			t.Errorf("%s since %s: %s and %d counted, want %s", name, o.LastChanges.Since, got, counted, c.want)
		}
	}
	if row := (lists{t, db, nil}).overview(portfolio.FieldOwner).LastChanges.Rows[0].Change; string(row.Before) != `"Off Track"` || string(row.After) != `"At Risk"` {
		t.Errorf("the status went from %s to %s", row.Before, row.After)
	}
}

func TestOverview_refusesWhatProgramsCannotBeGroupedOrFilteredBy(t *testing.T) {
	db := storetest.Open(t)
	for _, by := range []portfolio.Field{"", "nothing", portfolio.FieldName, portfolio.FieldRiskSeverity} {
		if _, err := db.Overview(t.Context(), nil, by); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("by %q: %v", by, err)
		}
	}
	if _, err := db.Overview(t.Context(), []portfolio.Condition{is(portfolio.FieldRiskSeverity, "High")}, portfolio.FieldOwner); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a filter on risks: %v", err)
	}
}

func TestPrograms_refusesAPresetOfOtherRecords(t *testing.T) {
	db := storetest.Open(t)
	for _, preset := range []portfolio.Preset{portfolio.PresetOverdue, "no such group"} {
		if _, err := db.Programs(t.Context(), portfolio.Query{Preset: preset}); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q: %v", preset, err)
		}
	}
}
