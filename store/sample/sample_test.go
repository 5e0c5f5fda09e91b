package sample

import (
	"context"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func mustLoad(t *testing.T, db *store.DB) portfolio.Document {
	t.Helper()
	if err := Load(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	return document(t, db)
}

func document(t *testing.T, db *store.DB) portfolio.Document {
	t.Helper()
	d, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// asText gives a portfolio as text for comparison, revisions and times included.
func asText(t *testing.T, d portfolio.Document) string {
	t.Helper()
	data, err := json.MarshalIndent(d, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func activity(t *testing.T, db *store.DB) []portfolio.ChangeSet {
	t.Helper()
	sets, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	return sets
}

// distinct counts the values of a field, reported and not.
func distinct(programs []portfolio.Program, of func(portfolio.Program) string) (values, unreported int) {
	seen := map[string]bool{}
	for _, p := range programs {
		if v := of(p); v == "" {
			unreported++
		} else {
			seen[v] = true
		}
	}
	return len(seen), unreported
}

func TestLoad_isAPortfolioOfARealFirm(t *testing.T) {
	d := mustLoad(t, storetest.Open(t))
	if n := len(d.Programs); n != 40 {
		t.Errorf("%d programs", n)
	}
	if len(d.Objectives) != 6 || len(d.Dependencies) < 10 || len(d.StatusUpdates) < 200 {
		t.Errorf("%d objectives, %d dependencies, %d updates", len(d.Objectives), len(d.Dependencies), len(d.StatusUpdates))
	}
	tests := []struct {
		field              string
		of                 func(portfolio.Program) string
		values, unreported int
	}{
		{"product line", func(p portfolio.Program) string { return p.ProductLine }, 5, 0},
		{"team", func(p portfolio.Program) string { return p.Team }, 8, 1},
		{"owner", func(p portfolio.Program) string { return p.Owner }, 12, 1},
		{"status", func(p portfolio.Program) string { return string(p.Status) }, len(portfolio.Statuses), 2},
		{"stage", func(p portfolio.Program) string { return string(p.PipelineStage) }, len(portfolio.Stages), 1},
		{"launch date", func(p portfolio.Program) string { return map[bool]string{true: "some"}[p.LaunchDate != ""] }, 1, 3},
		{"progress", func(p portfolio.Program) string { return map[bool]string{true: "some"}[p.Progress != nil] }, 1, 3},
	}
	for _, test := range tests {
		if values, unreported := distinct(d.Programs, test.of); values != test.values || unreported != test.unreported {
			t.Errorf("%s: %d values and %d programs without, want %d and %d", test.field, values, unreported, test.values, test.unreported)
		}
	}
	completed := 0
	for _, p := range d.Programs {
		if p.Description == "" || len(p.StrategicObjectives) == 0 || !strings.HasPrefix(p.ID, "sample-") {
			t.Errorf("%s lacks something: %+v", p.ID, p)
		}
		if !p.Live() {
			completed++
		}
	}
	if completed != 5 {
		t.Errorf("%d programs are Completed, want 5", completed)
	}
}

func TestLoad_everyTextIsSaidOnce(t *testing.T) {
	said := map[string]string{}
	for _, u := range mustLoad(t, storetest.Open(t)).StatusUpdates {
		if other, ok := said[u.Text]; ok || u.Text == "" {
			t.Errorf("%s says the same as %s: %q", u.ID, other, u.Text)
		}
		said[u.Text] = u.ID
	}
}

func TestLoad_historyRunsThroughTheWholeYear(t *testing.T) {
	db := storetest.Open(t)
	d := mustLoad(t, db)
	sets, today := activity(t, db), db.Today()
	if oldest, newest := sets[len(sets)-1].AsOf, sets[0].AsOf; oldest != today.AddDays(-365) || newest.DaysUntil(today) > 10 || newest > today {
		t.Errorf("the history runs from %s to %s", oldest, newest)
	}
	created := map[portfolio.Date]int{}
	for i, s := range sets {
		if i > 0 && s.AsOf.DaysUntil(sets[i-1].AsOf) > 31 {
			t.Errorf("nothing happened between %s and %s", s.AsOf, sets[i-1].AsOf)
		}
		set, err := db.ChangeSet(t.Context(), s.ID)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range set.Changes {
			if c.Entity == portfolio.EntityProgram && c.Field == portfolio.WholeRecord {
				created[s.AsOf]++
			}
		}
	}
	if len(created) != 2 || created[today.AddDays(-365)] != 37 || created[today.AddDays(-198)] != 3 {
		t.Errorf("programs were created on %v", created)
	}
	for _, u := range d.StatusUpdates {
		if u.Date > today || u.Date < today.AddDays(-365) {
			t.Errorf("%s is of %s", u.ID, u.Date)
		}
	}
}

func TestLoad_tellsOfSlipsRecoveriesAndClosedRisks(t *testing.T) {
	d := mustLoad(t, storetest.Open(t))
	var slipped, done, closed, moved, recovered int
	colours := map[string][]portfolio.Status{}
	slices.SortFunc(d.StatusUpdates, func(a, b portfolio.StatusUpdate) int { return strings.Compare(string(a.Date), string(b.Date)) })
	for _, u := range d.StatusUpdates {
		if u.LaunchDate != "" {
			moved++
		}
		if all := colours[u.ProgramID]; u.Status != "" && (len(all) == 0 || all[len(all)-1] != u.Status) {
			colours[u.ProgramID] = append(all, u.Status)
		}
	}
	for _, all := range colours {
		if strings.Contains(words(all), "On Track,At Risk,Off Track,At Risk,On Track") {
			recovered++
		}
	}
	for _, p := range d.Programs {
		for _, m := range p.Milestones {
			if m.Slip() > 0 {
				slipped++
			}
			if m.Status == portfolio.MilestoneDone {
				done++
			}
		}
		for _, r := range p.Risks {
			if r.Status == portfolio.RiskClosed {
				closed++
			}
		}
	}
	if slipped < 15 || done < 60 || closed < 15 || moved < 8 || recovered < 1 {
		t.Errorf("%d slipped and %d done milestones, %d closed risks, %d moved launches, %d recovered programs", slipped, done, closed, moved, recovered)
	}
}

func words(all []portfolio.Status) string {
	texts := make([]string, 0, len(all))
	for _, s := range all {
		texts = append(texts, string(s))
	}
	return strings.Join(texts, ",")
}

func TestLoad_someGreenProgramsAreContradictedByTheFactsAndMostAreNot(t *testing.T) {
	db := storetest.Open(t)
	contradictions := map[string]bool{}
	green, contradicted := 0, 0
	for _, p := range mustLoad(t, db).Programs {
		if p.Status != portfolio.OnTrack {
			continue
		}
		green++
		health := portfolio.Assess(p, db.Today())
		if !portfolio.Contradicted(p.Status, health.Assessed) {
			continue
		}
		contradicted++
		var rules []string
		for _, reason := range health.Reasons {
			rules = append(rules, string(reason.Rule))
		}
		contradictions[strings.Join(rules, "+")] = true
	}
	if contradicted < 6 || contradicted != len(contradictions) || green < 3*contradicted {
		t.Errorf("%d of %d green programs are contradicted: %v", contradicted, green, contradictions)
	}
}

func TestLoad_oneDependencyIsViolated(t *testing.T) {
	d := mustLoad(t, storetest.Open(t))
	launch := map[string]portfolio.Date{}
	for _, p := range d.Programs {
		launch[p.ID] = p.LaunchDate
	}
	var violated []string
	for _, dependency := range d.Dependencies {
		if from, to := launch[dependency.From], launch[dependency.To]; from != "" && to != "" && from > to {
			violated = append(violated, dependency.ID)
		}
	}
	if !slices.Equal(violated, []string{"sample-spare-parts-after-remote-diagnostics"}) {
		t.Errorf("violated: %v", violated)
	}
}

func TestLoad_refusesAPortfolioThatIsNotEmpty(t *testing.T) {
	refused := func(t *testing.T, db *store.DB) {
		t.Helper()
		before := asText(t, document(t, db))
		if err := Load(t.Context(), db); portfolio.ErrorCode(err) != portfolio.EConflict {
			t.Errorf("got %v, want a conflict", err)
		}
		if asText(t, document(t, db)) != before {
			t.Error("something was written")
		}
	}
	t.Run("loaded before", func(t *testing.T) {
		db := storetest.Open(t)
		mustLoad(t, db)
		refused(t, db)
	})
	t.Run("a program by hand", func(t *testing.T) {
		db := storetest.Open(t)
		storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora"})
		refused(t, db)
	})
	t.Run("an archived program", func(t *testing.T) {
		db := storetest.Open(t)
		storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora", ArchivedAt: new(portfolio.Millis(1))})
		refused(t, db)
	})
	t.Run("a later history", func(t *testing.T) {
		db := storetest.Open(t)
		mustLoad(t, db)
		if err := Remove(t.Context(), db); err != nil {
			t.Fatal(err)
		}
		refused(t, db)
	})
}

func TestLoad_worksAgainOnceEverythingIsUndone(t *testing.T) {
	db := storetest.Open(t)
	storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora"})
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustLoad(t, db)
}

func TestLoad_keepsAnObjectiveOfTheSameName(t *testing.T) {
	db := storetest.Open(t)
	w := store.Write{Actor: portfolio.ByPerson, Why: "test", AsOf: db.Today().AddDays(-400)}
	mine, err := db.SaveObjective(t.Context(), w, portfolio.Objective{Name: "enter NEW markets", Description: "mine"})
	if err != nil {
		t.Fatal(err)
	}
	mustLoad(t, db)
	if err := Remove(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	if left := document(t, db).Objectives; len(left) != 1 || left[0] != mine {
		t.Errorf("left are %+v", left)
	}
}

func TestLoad_stoppedHalfWayLeavesNothing(t *testing.T) {
	db := storetest.Open(t)
	ctx, stop := context.WithCancel(t.Context())
	writes := 0
	db.OnChange(func(store.Changed) {
		if writes++; writes == 10 {
			stop()
		}
	})
	if err := Load(ctx, db); portfolio.ErrorCode(err) != portfolio.ECancelled {
		t.Fatalf("got %v, want that it was stopped", err)
	}
	if counts, err := db.Counts(t.Context()); err != nil || counts.Programs+counts.Objectives+counts.StatusUpdates > 0 {
		t.Errorf("left are %+v (%v)", counts, err)
	}
	mustLoad(t, db)
}

func TestRemove_takesTheSampleAwayAndNothingElse(t *testing.T) {
	db := storetest.Open(t)
	sampled := mustLoad(t, db)
	mine := storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"Enter new markets", "Mine"}})
	storetest.MustRisk(t, db, portfolio.Risk{ProgramID: mine.ID, Title: "Vendor late"})
	storetest.MustRisk(t, db, portfolio.Risk{ProgramID: "sample-atlas-billing", Title: "Added by hand"})
	moved := sampled.Programs[0].Risks[0]
	moved.ProgramID = mine.ID
	storetest.MustRisk(t, db, moved)
	w := store.Write{Actor: portfolio.ByPerson, Why: "test"}
	if _, err := db.SaveDependency(t.Context(), w, portfolio.Dependency{From: mine.ID, To: "sample-atlas-billing"}); err != nil {
		t.Fatal(err)
	}
	before := asText(t, document(t, db))

	if err := Remove(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	left := document(t, db)
	if len(left.Programs) != 1 || left.Programs[0].ID != mine.ID || len(left.Programs[0].Risks) != 1 || left.Programs[0].Risks[0].Title != "Vendor late" {
		t.Errorf("left are the programs %+v", left.Programs)
	}
	if len(left.Objectives) != 2 || len(left.StatusUpdates)+len(left.Dependencies) > 0 {
		t.Errorf("left are %+v, %d updates, %d dependencies", left.Objectives, len(left.StatusUpdates), len(left.Dependencies))
	}
	removed := asText(t, left)
	if err := Remove(t.Context(), db); err != nil || asText(t, document(t, db)) != removed {
		t.Errorf("a second removal: %v", err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if asText(t, document(t, db)) != before {
		t.Error("undo did not bring everything back")
	}
}

func TestLoaded_isTrueWhileAProgramOfTheSampleIsThere(t *testing.T) {
	db := storetest.Open(t)
	want := func(want bool) {
		t.Helper()
		if got, err := Loaded(t.Context(), db); err != nil || got != want {
			t.Errorf("got %v (%v), want %v", got, err, want)
		}
	}
	want(false)
	d := mustLoad(t, db)
	want(true)
	w := store.Write{Actor: portfolio.ByPerson, Why: "test"}
	for _, p := range d.Programs[1:] {
		if err := db.DeleteProgram(t.Context(), w, p.ID, p.Revision); err != nil {
			t.Fatal(err)
		}
	}
	want(true)
	if err := Remove(t.Context(), db); err != nil {
		t.Fatal(err)
	}
	want(false)
}
