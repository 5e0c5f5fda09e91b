package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// soak writes n random things and returns the state before each and after the last.
func soak(t *testing.T, db *DB, random *rand.Rand, n int) []string {
	t.Helper()
	states := []string{dump(t, db)}
	for len(states) <= n {
		before := newestOrZero(t, db)
		randomWrite(t, db, random)
		if newestOrZero(t, db) != before {
			states = append(states, dump(t, db))
		}
	}
	return states
}

func newestOrZero(t *testing.T, db *DB) int64 {
	t.Helper()
	sets, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if len(sets) == 0 {
		return 0
	}
	return sets[0].ID
}

// pick gives a random stored program, and false where there is none.
func pick(t *testing.T, db *DB, random *rand.Rand) (portfolio.ProgramDetail, bool) {
	t.Helper()
	page, err := db.Programs(t.Context(), portfolio.Query{})
	if err != nil {
		t.Fatal(err)
	}
	if len(page.Rows) == 0 {
		return portfolio.ProgramDetail{}, false
	}
	d, err := db.Program(t.Context(), page.Rows[random.IntN(len(page.Rows))].ID)
	if err != nil {
		t.Fatal(err)
	}
	return d, true
}

// randomWrite does one thing that a person or an import may do. What the rules refuse is fine.
func randomWrite(t *testing.T, db *DB, random *rand.Rand) {
	t.Helper()
	ctx := t.Context()
	some, ok := pick(t, db, random)
	other, _ := pick(t, db, random)
	p := some.Program
	word := func() string { return fmt.Sprintf("w%d", random.IntN(6)) }
	if !ok || random.IntN(6) == 0 {
		mustSave(t, db, portfolio.Program{Name: word(), StrategicObjectives: []string{word(), word()}, Progress: ptr(random.IntN(100))})
		return
	}
	var err error
	switch random.IntN(11) {
	case 0:
		p.Name, p.StrategicObjectives = word(), []string{word()}
		_, err = db.SaveProgram(ctx, person, p)
	case 1:
		p.Status, p.Progress = portfolio.Statuses[random.IntN(4)], nil
		_, err = db.SaveProgram(ctx, person, p)
	case 2:
		err = db.DeleteProgram(ctx, person, p.ID, p.Revision)
	case 3:
		_, err = db.SaveRisk(ctx, person, portfolio.Risk{ProgramID: p.ID, Title: word(), Severity: portfolio.High})
	case 4:
		_, err = db.SaveMilestone(ctx, person, portfolio.Milestone{ProgramID: p.ID, Name: word(), DueDate: "2026-05-01"})
	case 5:
		if len(p.Milestones) > 0 {
			m := p.Milestones[0]
			m.Status, m.DueDate = portfolio.MilestoneStatuses[random.IntN(3)], m.DueDate.AddDays(random.IntN(9))
			_, err = db.SaveMilestone(ctx, person, m)
		}
	case 6:
		if len(p.Risks) > 0 {
			err = db.DeleteRisk(ctx, person, p.Risks[0].ID, p.Risks[0].Revision)
		}
	case 7:
		_, err = db.PostUpdate(ctx, person, portfolio.StatusUpdate{ProgramID: p.ID, Date: portfolio.Date("2026-01-01").AddDays(random.IntN(90)), Text: word(), Status: portfolio.AtRisk})
	case 8:
		_, err = db.SaveDependency(ctx, person, portfolio.Dependency{From: p.ID, To: other.Program.ID})
	case 9:
		err = renameOrDeleteObjective(t, db, random, word())
	case 10:
		_, err = db.Import(ctx, []portfolio.IncomingFile{{Name: "f.csv", Programs: []portfolio.Incoming{
			{Row: 2, Program: portfolio.Program{Name: word(), ExternalID: word(), Owner: word()}, Fields: []string{"name", "owner", "external_id"}},
			{Row: 3, Program: portfolio.Program{Name: word(), StrategicObjectives: []string{word()}}, Fields: []string{"name", "strategic_objectives"}},
		}}}, ImportOptions{})
	}
	switch portfolio.ErrorCode(err) {
	case "", portfolio.EInvalid, portfolio.EConflict:
	default:
		t.Fatal(err)
	}
}

func renameOrDeleteObjective(t *testing.T, db *DB, random *rand.Rand, name string) error {
	t.Helper()
	rows, err := db.Objectives(t.Context())
	if err != nil || len(rows) == 0 {
		return err
	}
	o := rows[random.IntN(len(rows))].Objective
	switch random.IntN(4) {
	case 0:
		return db.MergeObjectives(t.Context(), person, o, rows[random.IntN(len(rows))].Objective)
	case 1:
		return db.DeleteObjective(t.Context(), person, o.ID, o.Revision)
	}
	o.Name = name + "!"
	_, err = db.SaveObjective(t.Context(), person, o)
	return err
}

func TestUndoRedo_anySequenceOfWritesGoesBackAndForthExactly(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			db := openTemp(t)
			clock := noon
			db.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
			states := soak(t, db, rand.New(rand.NewPCG(seed, 1)), 40)
			for i := len(states) - 2; i >= 0; i-- {
				set, err := db.Undo(t.Context())
				if err != nil {
					t.Fatalf("undo to state %d: %v", i, err)
				}
				if got := dump(t, db); got != states[i] {
					t.Fatalf("undo of %d (%s) gives\n%s\nwant\n%s", set.ID, set.Why, got, states[i])
				}
			}
			if _, err := db.Undo(t.Context()); portfolio.ErrorCode(err) != portfolio.ENotFound {
				t.Errorf("undo of nothing: %v", err)
			}
			for i := 1; i < len(states); i++ {
				if _, err := db.Redo(t.Context()); err != nil {
					t.Fatalf("redo to state %d: %v", i, err)
				}
				if got := dump(t, db); got != states[i] {
					t.Fatalf("redo to state %d gives\n%s\nwant\n%s", i, got, states[i])
				}
			}
			if _, err := db.Redo(t.Context()); portfolio.ErrorCode(err) != portfolio.ENotFound {
				t.Errorf("redo of nothing: %v", err)
			}
		})
	}
}

func TestRedo_isGoneAfterANewWriteAndUndoPassesOverIt(t *testing.T) {
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "A"})
	afterA := dump(t, db)
	mustSave(t, db, portfolio.Program{Name: "B"})
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "C"})
	if _, err := db.Redo(t.Context()); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("redo after a write: %v", err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if dump(t, db) != afterA {
		t.Error("undo did not give the state before C")
	}
	if set, err := db.Redo(t.Context()); err != nil || set.Undone {
		t.Errorf("redo of C: %+v, %v", set, err)
	}
}

func TestUndo_isItselfInTheLogWithTheDayOfWhatItUndoes(t *testing.T) {
	db := openTemp(t)
	if _, err := db.SaveProgram(t.Context(), Write{Actor: portfolio.ByImport, Why: "x", AsOf: "2026-03-31"}, portfolio.Program{Name: "A"}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	sets, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 10)
	if err != nil || len(sets) != 2 || sets[0].Reverts == nil || *sets[0].Reverts != sets[1].ID || sets[0].AsOf != "2026-03-31" || !sets[1].Undone {
		t.Errorf("got %s (%v)", asJSON(t, sets), err)
	}
}
