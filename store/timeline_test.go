package store

import (
	"fmt"
	"testing"

	"portfolio-ai/store/portfolio"
)

// mustTimeline reads the timeline of programs.
func mustTimeline(t *testing.T, db *DB, ids ...string) []portfolio.TimelineRow {
	t.Helper()
	rows, err := db.Timeline(t.Context(), ids)
	if err != nil {
		t.Fatal(err)
	}
	return rows
}

func TestTimeline_givesMilestonesAndBothSidesOfDependenciesInTheOrderOfTheIDs(t *testing.T) {
	db := openTemp(t)
	rail := mustSave(t, db, portfolio.Program{Name: "Rail", StartDate: "2026-01-01", LaunchDate: "2026-06-30", Status: portfolio.AtRisk})
	port := mustSave(t, db, portfolio.Program{Name: "Port", LaunchDate: "2026-05-31"})
	for _, m := range []portfolio.Milestone{{Name: "Undated"}, {Name: "Trial", DueDate: "2026-04-01"}, {Name: "Pilot", DueDate: "2026-03-01"}} {
		m.ProgramID, m.Status = rail.ID, portfolio.MilestonePlanned
		if _, err := db.SaveMilestone(t.Context(), person, m); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := db.SaveDependency(t.Context(), person, portfolio.Dependency{From: rail.ID, To: port.ID}); err != nil {
		t.Fatal(err)
	}

	rows := mustTimeline(t, db, port.ID, "gone", rail.ID)
	if len(rows) != 2 || rows[0].ProgramID != port.ID || rows[1].ProgramID != rail.ID {
		t.Fatalf("got %+v", rows)
	}
	var names []string
	for _, m := range rows[1].Milestones {
		names = append(names, m.Name)
	}
	if got := fmt.Sprint(names); got != "[Pilot Trial Undated]" || len(rows[0].Milestones) != 0 {
		t.Errorf("milestones %s and %v", got, rows[0].Milestones)
	}
	if len(rows[0].WaitsFor) != 1 || len(rows[0].HoldsUp) != 0 || len(rows[1].WaitsFor) != 0 || len(rows[1].HoldsUp) != 1 {
		t.Fatalf("links %+v", rows)
	}
	want := portfolio.LinkEnd{ID: rail.ID, Name: "Rail", Status: portfolio.AtRisk, StartDate: "2026-01-01", LaunchDate: "2026-06-30"}
	if got := rows[0].WaitsFor[0].Other; got != want {
		t.Errorf("Port waits for %+v", got)
	}
	if alone := mustTimeline(t, db, port.ID); len(alone) != 1 || len(alone[0].WaitsFor) != 1 {
		t.Errorf("without the other program, Port has %+v", alone)
	}
}

func TestTimeline_knowsTheFirstLaunchDateOfTheLog(t *testing.T) {
	db := openTemp(t)
	dated := mustSave(t, db, portfolio.Program{Name: "Dated", LaunchDate: "2026-06-30"})
	dated.LaunchDate = "2026-09-30"
	dated = mustSave(t, db, dated)
	late := mustSave(t, db, portfolio.Program{Name: "Dated late"})
	late.LaunchDate = "2027-01-31"
	mustSave(t, db, late)
	undone := mustSave(t, db, portfolio.Program{Name: "Undone"})
	undone.LaunchDate = "2027-05-31"
	mustSave(t, db, undone)
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	for i, want := range []portfolio.Date{"2026-06-30", "2027-01-31", ""} {
		if rows := mustTimeline(t, db, dated.ID, late.ID, undone.ID); rows[i].FirstLaunch != want {
			t.Errorf("row %d first launches %q, want %q", i, rows[i].FirstLaunch, want)
		}
	}
}

func TestTimeline_refusesMoreProgramsThanAPageHolds(t *testing.T) {
	_, err := openTemp(t).Timeline(t.Context(), make([]string, portfolio.MaxPage+1))
	if portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("got %v", err)
	}
}

func TestTimeline_ofAPastDayKnowsOnlyThatDay(t *testing.T) {
	db := openTemp(t)
	then := Write{Actor: portfolio.ByPerson, Why: "then", AsOf: "2026-01-10"}
	p, err := db.SaveProgram(t.Context(), then, portfolio.Program{Name: "Rail"})
	if err != nil {
		t.Fatal(err)
	}
	p.LaunchDate = "2026-06-30"
	mustSave(t, db, p)
	past, err := db.LookBack(t.Context(), "2026-01-15")
	if err != nil {
		t.Fatal(err)
	}
	defer mustClose(t, past)
	if rows := mustTimeline(t, past, p.ID); len(rows) != 1 || rows[0].FirstLaunch != "" {
		t.Errorf("got %+v", rows)
	}
}
