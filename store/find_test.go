package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestFind_programsFirstAndTheLikeliestOfEachKindFirst(t *testing.T) {
	db := openTemp(t)
	rail := mustSave(t, db, portfolio.Program{Name: "Rail Freight", Owner: "Zoë Ångström", StrategicObjectives: []string{"Freight by rail"}})
	mustSave(t, db, portfolio.Program{Name: "Light Rail"})
	mustSave(t, db, portfolio.Program{Name: "Aurora", Description: "Moves rail depots."})
	if _, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: rail.ID, Title: "Rail strike", Status: portfolio.RiskOpen}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.SaveMilestone(t.Context(), person, portfolio.Milestone{ProgramID: rail.ID, Name: "First rail laid", Status: portfolio.MilestonePlanned}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, text string
		limit      int
		want       string
	}{
		{"kinds in order, names before descriptions", "rail", 10,
			"program Rail Freight, program Light Rail, program Aurora, risk Rail strike in Rail Freight, milestone First rail laid in Rail Freight, objective Freight by rail"},
		{"the limit holds for each kind", "rail", 1, "program Rail Freight, risk Rail strike in Rail Freight, milestone First rail laid in Rail Freight, objective Freight by rail"},
		{"the last word is a prefix", "rail fr", 10, "program Rail Freight"},
		{"accents and case do not matter", "zoe ANGSTROM", 10, "program Rail Freight"},
		{"signs of the search language are plain text", `rail" OR *`, 10, ""},
		{"no word finds nothing", "  ", 10, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			found, err := db.Find(t.Context(), c.text, c.limit)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, f := range found {
				text := string(f.Entity) + " " + f.Name
				if f.ProgramName != "" {
					text += " in " + f.ProgramName
				}
				got = append(got, text)
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("%q finds\n%s\nwant\n%s", c.text, strings.Join(got, ", "), c.want)
			}
		})
	}
}

func TestFind_endsWithItsContext(t *testing.T) {
	db := openTemp(t)
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if _, err := db.Find(ctx, "rail", 10); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v, want that it was stopped", err)
	}
}
