package store_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

func TestSlips_countDoneMilestonesByDaysFromTheirBaseline(t *testing.T) {
	db := storetest.Open(t)
	p := storetest.MustProgram(t, db, portfolio.Program{Name: "Atlas"})
	hidden := storetest.MustProgram(t, db, portfolio.Program{Name: "Hidden"})
	done := func(of portfolio.Program, baseline, completed portfolio.Date) {
		storetest.MustMilestone(t, db, portfolio.Milestone{
			ProgramID: of.ID, Name: "m", DueDate: baseline, BaselineDate: baseline, CompletedDate: completed, Status: portfolio.MilestoneDone,
		})
	}
	done(p, "2025-06-01", "2025-06-04")
	done(p, "2025-12-30", "2026-01-02") // over the end of the year, and on the day itself
	done(p, "2025-03-28", "2025-04-02") // over the change of the clocks
	done(p, "2025-06-01", "2025-05-30")
	done(p, "", "2025-05-30")           // no first plan
	done(p, "2026-01-01", "2026-02-01") // after the day
	done(p, "2026-02-20", "")           // not done
	done(hidden, "2025-06-01", "2025-06-04")
	archive(t, db, hidden.ID)
	h, err := db.Slips(t.Context(), "2026-01-02")
	if want := []portfolio.SlipCount{{Days: -2, Count: 1}, {Days: 3, Count: 2}, {Days: 5, Count: 1}}; err != nil || !slices.Equal(h.Slips, want) || h.Unmeasured != 1 {
		t.Errorf("slips %v, %d unmeasured, %v", h.Slips, h.Unmeasured, err)
	}
}

func TestDependencies_listsThoseAroundProgramsWithTheirLaunches(t *testing.T) {
	db := storetest.Open(t)
	ids := map[string]string{}
	for i, name := range []string{"A", "B", "C", "D", "E"} {
		ids[name] = storetest.MustProgram(t, db, portfolio.Program{Name: name, LaunchDate: portfolio.Date(fmt.Sprintf("2026-0%d-01", i+3))}).ID
	}
	for _, pair := range []string{"AB", "BC", "CD", "EC"} {
		if _, err := db.SaveDependency(t.Context(), storetest.Person, portfolio.Dependency{From: ids[pair[:1]], To: ids[pair[1:]]}); err != nil {
			t.Fatal(err)
		}
	}
	listed := func(around portfolio.Around) string {
		t.Helper()
		rows, err := db.Dependencies(t.Context(), around)
		if err != nil {
			t.Fatal(err)
		}
		var out []string
		for _, d := range rows {
			out = append(out, d.First.Name+d.Then.Name)
			if d.First.ID != d.From || d.Then.ID != d.To || d.First.Date == "" || d.Then.Date == "" {
				t.Errorf("row %+v", d)
			}
		}
		return strings.Join(out, " ")
	}
	for _, c := range []struct {
		around portfolio.Around
		want   string
	}{
		{portfolio.Around{}, "AB BC CD EC"},
		{portfolio.Around{Programs: []string{ids["B"]}}, "AB BC"},
		{portfolio.Around{Programs: []string{ids["A"], ids["D"]}}, "AB CD"},
		{portfolio.Around{Programs: []string{ids["B"]}, Onward: true}, "BC CD"},
		{portfolio.Around{Programs: []string{ids["D"]}, Onward: true}, ""},
		{portfolio.Around{Programs: []string{"nowhere"}}, ""},
	} {
		if got := listed(c.around); got != c.want {
			t.Errorf("%+v: %q, want %q", c.around, got, c.want)
		}
	}
	archive(t, db, ids["C"])
	if got := listed(portfolio.Around{Programs: []string{ids["A"]}, Onward: true}); got != "AB" {
		t.Errorf("with an archived program: %q", got)
	}
}

func TestSlipsAndDependencies_lookingBackShowsThoseOfTheDay(t *testing.T) {
	db := storetest.Open(t)
	on := func(day portfolio.Date) store.Write {
		return store.Write{Actor: portfolio.ByPerson, Why: "test", AsOf: day}
	}
	var ids []string
	for _, name := range []string{"A", "B"} {
		p, err := db.SaveProgram(t.Context(), on("2025-11-01"), portfolio.Program{Name: name, LaunchDate: "2026-05-01"})
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, p.ID)
	}
	m, err := db.SaveMilestone(t.Context(), on("2025-11-01"), portfolio.Milestone{ProgramID: ids[0], Name: "Pilot", DueDate: "2025-12-01", Status: portfolio.MilestonePlanned})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.SaveDependency(t.Context(), on("2025-12-01"), portfolio.Dependency{From: ids[0], To: ids[1]}); err != nil {
		t.Fatal(err)
	}
	m.CompletedDate, m.Status = "2025-12-09", portfolio.MilestoneDone
	if _, err := db.SaveMilestone(t.Context(), on("2025-12-10"), m); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[portfolio.Date][2]int{"2025-11-15": {0, 0}, "2025-12-05": {0, 1}, "2025-12-15": {1, 1}} {
		then, err := db.LookBack(t.Context(), day)
		if err != nil {
			t.Fatal(err)
		}
		h, err := then.Slips(t.Context(), day)
		if err != nil || h.Total() != want[0] {
			t.Errorf("%s: %d slips, %v", day, h.Total(), err)
		}
		if rows, err := then.Dependencies(t.Context(), portfolio.Around{}); err != nil || len(rows) != want[1] {
			t.Errorf("%s: %d dependencies, %v", day, len(rows), err)
		}
		if err := then.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// archive takes a program out of the portfolio.
func archive(t *testing.T, db *store.DB, id string) {
	t.Helper()
	d, err := db.Program(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	p, now := d.Program, portfolio.MillisOf(storetest.Now)
	p.ArchivedAt = &now
	if _, err := db.SaveProgram(context.Background(), storetest.Person, p); err != nil {
		t.Fatal(err)
	}
}
