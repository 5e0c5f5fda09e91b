package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// objective finds a stored objective by name.
func objective(t *testing.T, db *DB, name string) portfolio.ObjectiveRow {
	t.Helper()
	rows, err := db.Objectives(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	i := slices.IndexFunc(rows, func(row portfolio.ObjectiveRow) bool { return row.Name == name })
	if i < 0 {
		t.Fatalf("there is no objective %q in %s", name, asJSON(t, rows))
	}
	return rows[i]
}

// randomServing fills a portfolio with programs that serve some of a few objectives.
func randomServing(t *testing.T, db *DB, random *rand.Rand) {
	t.Helper()
	for _, name := range []string{"a", "b", "c", "d"} {
		if _, err := db.SaveObjective(t.Context(), person, portfolio.Objective{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	for i := range 12 {
		p := portfolio.Program{Name: fmt.Sprintf("P%d", i)}
		for _, name := range []string{"a", "b", "c", "d"} {
			if random.IntN(2) == 0 {
				p.StrategicObjectives = append(p.StrategicObjectives, name)
			}
		}
		mustSave(t, db, p)
	}
}

// servedBy gives the objectives of each program, by the program's name.
func servedBy(t *testing.T, db *DB) map[string][]string {
	t.Helper()
	page, err := db.Programs(t.Context(), portfolio.Query{})
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]string{}
	for _, row := range page.Rows {
		out[row.Name] = row.StrategicObjectives
	}
	return out
}

func TestMergeObjectives_programsServeTheOtherAndUndoGivesBackExactlyWhatWas(t *testing.T) {
	for seed := range uint64(12) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 5))
			db := openTemp(t)
			clock := noon
			db.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
			randomServing(t, db, random)
			yesterday := db.Today()
			before, was := dump(t, db), servedBy(t, db)
			clock = clock.AddDate(0, 0, 1)

			from, into := objective(t, db, "a"), objective(t, db, []string{"b", "c", "d"}[random.IntN(3)])
			sets := newest(t, db)
			if err := db.MergeObjectives(t.Context(), person, from.Objective, into.Objective); err != nil {
				t.Fatal(err)
			}
			if newest(t, db) != sets+1 {
				t.Errorf("it took %d change sets", newest(t, db)-sets)
			}
			for name, now := range servedBy(t, db) {
				want := without(was[name], "a")
				if slices.Contains(was[name], "a") && !slices.Contains(want, into.Name) {
					want = append(want, into.Name)
				}
				slices.Sort(want)
				if !slices.Equal(now, want) {
					t.Errorf("%s serves %v, want %v", name, now, want)
				}
			}
			after := dump(t, db)

			then, err := db.LookBack(t.Context(), yesterday)
			if err != nil {
				t.Fatal(err)
			}
			if got := servedBy(t, then); fmt.Sprint(got) != fmt.Sprint(was) {
				t.Errorf("the day before, programs serve %v, want %v", got, was)
			}
			mustClose(t, then)
			if _, err := db.Undo(t.Context()); err != nil || dump(t, db) != before {
				t.Errorf("undo (%v) gives\n%s\nwant\n%s", err, dump(t, db), before)
			}
			if _, err := db.Redo(t.Context()); err != nil || dump(t, db) != after {
				t.Errorf("redo (%v) gives\n%s\nwant\n%s", err, dump(t, db), after)
			}
		})
	}
}

func TestMergeObjectives_logsEveryProgramAndPutsTheMergedOneIntoTheTrash(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"Faster", "Speed"}})
	mustSave(t, db, portfolio.Program{Name: "Beacon", StrategicObjectives: []string{"Speed"}})
	if err := db.MergeObjectives(t.Context(), person, objective(t, db, "Speed").Objective, objective(t, db, "Faster").Objective); err != nil {
		t.Fatal(err)
	}
	rows := strings.Join(loggedRows(t, db, newest(t, db)), "\n")
	for _, want := range []string{`["Faster","Speed"]`, `["Speed"]`, `["Faster"]`, "objective"} {
		if !strings.Contains(rows, want) {
			t.Errorf("the log does not say %s:\n%s", want, rows)
		}
	}
	trash, err := db.Trash(t.Context())
	if err != nil || len(trash) != 1 || trash[0].Label != "Speed" {
		t.Errorf("the trash holds %s (%v), want Speed", asJSON(t, trash), err)
	}
}

func TestMergeObjectives_refusesWhatMakesNoSenseOrChangedMeanwhile(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"Faster", "Speed"}})
	faster, speed := objective(t, db, "Faster").Objective, objective(t, db, "Speed").Objective
	renamed, err := db.SaveObjective(t.Context(), person, portfolio.Objective{ID: speed.ID, Name: "Pace", Revision: speed.Revision})
	if err != nil {
		t.Fatal(err)
	}
	before := dump(t, db)
	cases := map[string]struct {
		from, into portfolio.Objective
		want       portfolio.Code
	}{
		"with itself":      {faster, faster, portfolio.EInvalid},
		"renamed since":    {speed, faster, portfolio.EConflict},
		"into one renamed": {faster, speed, portfolio.EConflict},
		"one that is gone": {portfolio.Objective{ID: "gone"}, renamed, portfolio.ENotFound},
		"into one gone":    {faster, portfolio.Objective{ID: "gone"}, portfolio.ENotFound},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if err := db.MergeObjectives(t.Context(), person, c.from, c.into); portfolio.ErrorCode(err) != c.want {
				t.Errorf("got %v, want %s", err, c.want)
			}
		})
	}
	if dump(t, db) != before {
		t.Error("what was refused changed something")
	}
}

func TestObjectives_sayWhatTheirProgramsComeTo(t *testing.T) {
	db := openTemp(t)
	serving := []string{"Trust"}
	for _, p := range []portfolio.Program{
		{Name: "long", Status: portfolio.OnTrack, StartDate: "2026-01-01", LaunchDate: "2026-10-28", Progress: ptr(10), StrategicObjectives: serving}, // 300 days
		{Name: "short", Status: portfolio.AtRisk, StartDate: "2026-01-01", LaunchDate: "2026-04-11", Progress: ptr(90), StrategicObjectives: serving}, // 100 days
		{Name: "undated", LaunchDate: "2026-03-01", Progress: ptr(100), StrategicObjectives: serving},                                                 // no start
		{Name: "silent", Status: portfolio.OffTrack, StartDate: "2026-01-01", LaunchDate: "2027-01-01", StrategicObjectives: serving},                 // no progress
		{Name: "done", Status: portfolio.StatusCompleted, StartDate: "2026-01-01", LaunchDate: "2026-02-10", StrategicObjectives: serving},            // launches no more
		{Name: "elsewhere", Status: portfolio.OnTrack, StartDate: "2026-01-01", LaunchDate: "2026-02-05", Progress: ptr(50)},
	} {
		saved := mustSave(t, db, p)
		if p.Name == "long" || p.Name == "elsewhere" {
			if _, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: saved.ID, Title: "x", Severity: portfolio.High}); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := db.SaveObjective(t.Context(), person, portfolio.Objective{Name: "Nobody"}); err != nil {
		t.Fatal(err)
	}
	got := objective(t, db, "Trust")
	want := portfolio.StatusCounts{OnTrack: 1, AtRisk: 1, OffTrack: 1, Completed: 1, NotReported: 1}
	if got.Programs != 5 || got.Statuses != want || got.NextLaunch != "2026-03-01" || got.OpenHighRisks != 1 {
		t.Errorf("Trust is %s", asJSON(t, got))
	}
	if got.Progress == nil || *got.Progress != 30 || got.Unweighted != 3 { // (300*10 + 100*90) / 400
		t.Errorf("its progress is %s without %d, want 30 without 3", asJSON(t, got.Progress), got.Unweighted)
	}
	if nobody := objective(t, db, "Nobody"); nobody.Programs != 0 || nobody.Statuses != (portfolio.StatusCounts{}) || nobody.Progress != nil || nobody.NextLaunch != "" {
		t.Errorf("Nobody is %s", asJSON(t, nobody))
	}
}
