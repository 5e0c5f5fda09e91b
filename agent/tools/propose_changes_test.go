package tools

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// furnished makes a portfolio of one program with a risk and a milestone.
func furnished(t *testing.T) *store.DB {
	t.Helper()
	db := storetest.Open(t)
	_, err := db.Batch(t.Context(), storetest.Person, func(b *store.Batch) error {
		return errors.Join(
			b.Program(portfolio.Program{ID: "atlas", Name: "Atlas", Status: portfolio.OnTrack, LaunchDate: "2026-06-01"}),
			b.Risk(portfolio.Risk{ID: "r", ProgramID: "atlas", Title: "Late vendor", Severity: portfolio.High, Status: portfolio.RiskOpen}),
			b.Milestone(portfolio.Milestone{ID: "m", ProgramID: "atlas", Name: "Pilot", DueDate: "2026-03-01", Status: portfolio.MilestonePlanned}),
		)
	})
	if err != nil {
		t.Fatal(err)
	}
	return db
}

func TestProposeChanges_rowsHoldWhatTheRecordsHoldAndNothingIsWritten(t *testing.T) {
	db := furnished(t)
	cases := map[string]struct {
		wish          Wish
		before, after string
	}{
		"a word":               {Wish{portfolio.EntityProgram, "atlas", "", "status", json.RawMessage(`"At Risk"`), ""}, `"On Track"`, `"At Risk"`},
		"a first value":        {Wish{portfolio.EntityProgram, "atlas", "", "progress", json.RawMessage(`40`), ""}, `null`, `40`},
		"a date":               {Wish{portfolio.EntityProgram, "atlas", "", "launch_date", json.RawMessage(`"2026-07-01"`), ""}, `"2026-06-01"`, `"2026-07-01"`},
		"a risk":               {Wish{portfolio.EntityRisk, "r", "atlas", "status", json.RawMessage(`"Closed"`), ""}, `"Open"`, `"Closed"`},
		"a milestone":          {Wish{portfolio.EntityMilestone, "m", "atlas", "completed_date", json.RawMessage(`"2026-02-01"`), ""}, `null`, `"2026-02-01"`},
		"a milestone's status": {Wish{portfolio.EntityMilestone, "m", "atlas", "status", json.RawMessage(`"Missed"`), ""}, `"Planned"`, `"Missed"`},
		"a posted update":      {Wish{portfolio.EntityStatusUpdate, "atlas", "", "status_update", json.RawMessage(`"All well"`), ""}, `null`, `"All well"`},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			set, steps := recorded(db)
			before, err := db.Version(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			p, err := set.ProposeChanges(t.Context(), Wishes{[]Wish{c.wish}})
			if err != nil || len(p.Changes) != 1 || len(p.Same) != 0 {
				t.Fatalf("proposed %+v, %v", p, err)
			}
			if row := p.Changes[0]; string(row.Before) != c.before || string(row.After) != c.after || row.ProgramID != "atlas" {
				t.Errorf("row %s → %s of %s", row.Before, row.After, row.ProgramID)
			}
			if after, err := db.Version(t.Context()); err != nil || after != before {
				t.Errorf("the portfolio went from version %d to %d, %v", before, after, err)
			}
			if len(*steps) != 1 {
				t.Errorf("%d steps", len(*steps))
			}
		})
	}
}

func TestProposeChanges_whatIsSoAlreadyIsNoChange(t *testing.T) {
	set, _ := recorded(furnished(t))
	p, err := set.ProposeChanges(t.Context(), Wishes{[]Wish{{portfolio.EntityProgram, "atlas", "", "status", json.RawMessage(`"On Track"`), ""}}})
	if err != nil || len(p.Changes) != 0 || len(p.Same) != 1 {
		t.Errorf("proposed %+v, %v", p, err)
	}
}

func TestProposeChanges_refusesWhatBreaksARule(t *testing.T) {
	cases := map[string]struct {
		wish Wish
		code portfolio.Code
		says string
	}{
		"progress":   {Wish{portfolio.EntityProgram, "atlas", "", "progress", json.RawMessage(`140`), ""}, portfolio.EInvalid, "0 to 100"},
		"word":       {Wish{portfolio.EntityProgram, "atlas", "", "status", json.RawMessage(`"Purple"`), ""}, portfolio.EInvalid, "Off Track, At Risk, On Track or Completed"},
		"kind":       {Wish{portfolio.EntityProgram, "atlas", "", "progress", json.RawMessage(`"much"`), ""}, portfolio.EInvalid, "progress"},
		"date":       {Wish{portfolio.EntityProgram, "atlas", "", "launch_date", json.RawMessage(`"2026-02-31"`), ""}, portfolio.EInvalid, "2026-02-31"},
		"field":      {Wish{portfolio.EntityProgram, "atlas", "", "budget", json.RawMessage(`1`), ""}, portfolio.EInvalid, "budget"},
		"no name":    {Wish{portfolio.EntityProgram, "atlas", "", "name", json.RawMessage(`" "`), ""}, portfolio.EInvalid, "needs a name"},
		"no title":   {Wish{portfolio.EntityRisk, "", "atlas", "*", json.RawMessage(`{"severity": "High"}`), ""}, portfolio.EInvalid, "needs a title"},
		"no text":    {Wish{portfolio.EntityStatusUpdate, "atlas", "", "status_update", json.RawMessage(`""`), ""}, portfolio.EInvalid, "needs a text"},
		"no program": {Wish{portfolio.EntityProgram, "nowhere", "", "status", json.RawMessage(`"At Risk"`), ""}, portfolio.ENotFound, "nowhere"},
		"no risk":    {Wish{portfolio.EntityRisk, "nowhere", "atlas", "status", json.RawMessage(`"Closed"`), ""}, portfolio.ENotFound, "nowhere"},
	}
	set, steps := recorded(furnished(t))
	for name, c := range cases {
		_, err := set.ProposeChanges(t.Context(), Wishes{[]Wish{c.wish}})
		if portfolio.ErrorCode(err) != c.code || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%s: %v, want %q with %q", name, err, c.code, c.says)
		}
	}
	if len(*steps) > 0 {
		t.Errorf("refused calls became steps: %+v", *steps)
	}
}

func TestListChanges_canBeConfinedToProgramsTopicsAndTrends(t *testing.T) {
	db := furnished(t)
	write := func(p portfolio.Program) portfolio.Program { return storetest.MustProgram(t, db, p) }
	other := write(portfolio.Program{Name: "Beacon", Team: "Growth", Status: portfolio.OffTrack, LaunchDate: "2026-05-01"})
	later := storetest.Now.AddDate(0, 0, 10)
	db.Now = func() time.Time { return later }
	other.Status, other.LaunchDate = portfolio.AtRisk, "2026-05-15"
	write(other)
	atlas, err := db.Program(t.Context(), "atlas")
	if err != nil {
		t.Fatal(err)
	}
	atlas.Program.Status = portfolio.OffTrack
	write(atlas.Program)
	growth := portfolio.Query{Where: []portfolio.Condition{{Field: portfolio.FieldTeam, Op: portfolio.OpIs, Values: []string{"Growth"}}}}
	cases := map[string]struct {
		period Period
		want   []string // program and field
	}{
		"everything":     {Period{}, []string{"Atlas status", "Beacon launch_date", "Beacon status"}},
		"one team":       {Period{Programs: growth}, []string{"Beacon launch_date", "Beacon status"}},
		"one topic":      {Period{Only: []portfolio.Topic{portfolio.TopicStatus}}, []string{"Atlas status", "Beacon status"}},
		"one outcome":    {Period{Only: []portfolio.Topic{portfolio.TopicStatus}, After: []string{"Off Track"}}, []string{"Atlas status"}},
		"for the worse":  {Period{Trend: TrendWorse}, []string{"Atlas status", "Beacon launch_date"}},
		"for the better": {Period{Trend: TrendBetter}, []string{"Beacon status"}},
	}
	for name, c := range cases {
		c.period.Since = portfolio.DateOf(later)
		set, _ := recorded(db)
		changes, err := set.ListChanges(t.Context(), c.period)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range changes {
			got = append(got, row.Label+" "+row.Field)
		}
		slices.Sort(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestListAttention_gravestFirstAndCountsWhatCannotBeJudged(t *testing.T) {
	db := storetest.Open(t)
	for _, p := range []portfolio.Program{
		{Name: "Fine", Status: portfolio.OnTrack, LaunchDate: "2026-08-01", LastUpdate: "2026-02-01"},
		{Name: "Stale", Status: portfolio.OnTrack, LaunchDate: "2026-08-01"},
		{Name: "Sooner", Status: portfolio.OnTrack, LaunchDate: "2026-07-01"},
		{Name: "Passed", Status: portfolio.OnTrack, LaunchDate: "2026-01-01", LastUpdate: "2026-02-01"},
		{Name: "Over", Status: portfolio.StatusCompleted, LaunchDate: "2026-01-01"},
		{Name: "Blank"},
	} {
		storetest.MustProgram(t, db, p)
	}
	set, _ := recorded(db)
	a, err := set.ListAttention(t.Context(), Query{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range a.Rows {
		got = append(got, row.Name)
	}
	if want := []string{"Passed", "Sooner", "Stale"}; !slices.Equal(got, want) || a.Unassessed != 1 {
		t.Errorf("%v and %d not assessed, want %v and 1", got, a.Unassessed, want)
	}
}

func TestExplainHealth_findsTheUpdateThatDeclaredTheStatus(t *testing.T) {
	db := furnished(t)
	for _, u := range []portfolio.StatusUpdate{
		{ProgramID: "atlas", Date: "2026-01-01", Text: "First red", Status: portfolio.OffTrack},
		{ProgramID: "atlas", Date: "2026-01-10", Text: "Still red", Status: portfolio.OffTrack},
		{ProgramID: "atlas", Date: "2026-01-20", Text: "No word on the status"},
	} {
		if _, err := db.PostUpdate(t.Context(), storetest.Person, u); err != nil {
			t.Fatal(err)
		}
	}
	set, _ := recorded(db)
	e, err := set.ExplainHealth(t.Context(), ProgramRef{ID: "atlas"})
	if err != nil || e.Declared == nil || e.Declared.Text != "Still red" {
		t.Errorf("declared by %+v, %v", e.Declared, err)
	}
	if e.Detail.Health.Assessed != portfolio.AtRisk {
		t.Errorf("assessed %q", e.Detail.Health.Assessed)
	}
}
