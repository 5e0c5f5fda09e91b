package store

import (
	"math/rand/v2"
	"slices"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestRestore_bringsADeletedRecordBackWithAllThatWentWithIt(t *testing.T) {
	db := openTemp(t)
	a := mustSave(t, db, portfolio.Program{Name: "Aurora", ExternalID: "A1", StrategicObjectives: []string{"Reach"}})
	b := mustSave(t, db, portfolio.Program{Name: "Borealis"})
	risk, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: a.ID, Title: "Supplier"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.SaveMilestone(t.Context(), person, portfolio.Milestone{ProgramID: a.ID, Name: "Pilot", DueDate: "2026-05-01"}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.SaveDependency(t.Context(), person, portfolio.Dependency{From: a.ID, To: b.ID}); err != nil {
		t.Fatal(err)
	}
	if _, err := db.PostUpdate(t.Context(), person, portfolio.StatusUpdate{ProgramID: a.ID, Date: "2026-01-15", Text: "Fine.", Status: portfolio.OnTrack}); err != nil {
		t.Fatal(err)
	}
	before := recordsOf(t, db)
	a, err = programs.one(t.Context(), db.reader, a.ID)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.DeleteRisk(t.Context(), person, risk.ID, risk.Revision); err != nil {
		t.Fatal(err)
	}
	if err := db.DeleteProgram(t.Context(), person, a.ID, a.Revision); err != nil {
		t.Fatal(err)
	}

	trash, err := db.Trash(t.Context())
	if err != nil || len(trash) != 2 || trash[0].Label != "Aurora" || trash[0].Count != 4 || trash[1].Label != "Supplier" || trash[1].Program != "" {
		t.Fatalf("the trash holds %s (%v)", asJSON(t, trash), err)
	}
	restore := func(d portfolio.Deleted) error {
		return db.Restore(t.Context(), person, d.ChangeSet, d.Entity, d.ID)
	}
	if err := restore(trash[1]); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("a risk comes back without its program: %v", err)
	}
	for _, d := range trash {
		if err := restore(d); err != nil {
			t.Fatal(err)
		}
	}
	if rows := differences(before, recordsOf(t, db)); len(rows) != 0 {
		t.Errorf("after restoring, these differ: %v", rows)
	}
	if trash, err := db.Trash(t.Context()); err != nil || len(trash) != 0 {
		t.Errorf("the trash still holds %s (%v)", asJSON(t, trash), err)
	}
	if err := restore(trash[0]); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("it comes back twice: %v", err)
	}
	wantHealthStored(t, db, db.Today())
}

func TestDeletePrograms_isOneStepAndRefusesAloneWhatChanged(t *testing.T) {
	db := openTemp(t)
	a, b, c := mustSave(t, db, portfolio.Program{Name: "Aurora"}), mustSave(t, db, portfolio.Program{Name: "Borealis"}), mustSave(t, db, portfolio.Program{Name: "Cygnus"})
	for _, d := range []portfolio.Dependency{{From: a.ID, To: b.ID}, {From: b.ID, To: c.ID}} {
		if _, err := db.SaveDependency(t.Context(), person, d); err != nil {
			t.Fatal(err)
		}
	}
	c.Owner = "Ada"
	changed, err := db.SaveProgram(t.Context(), person, c)
	if err != nil {
		t.Fatal(err)
	}
	before := recordsOf(t, db)

	read := []portfolio.ReadRecord{{ID: a.ID, Revision: a.Revision}, {ID: c.ID, Revision: c.Revision}, {ID: "gone", Revision: 1}, {ID: b.ID, Revision: b.Revision}}
	result, err := db.DeletePrograms(t.Context(), person, read)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(result.Applied, []int{1, 4}) || len(result.Refused) != 2 || result.Refused[0].Row != 2 || result.Refused[1].Row != 3 {
		t.Fatalf("deleting gave %s", asJSON(t, result))
	}
	page, err := db.Programs(t.Context(), portfolio.Query{Of: portfolio.EntityProgram})
	if err != nil || page.Total != 1 || page.Rows[0].ID != changed.ID {
		t.Fatalf("what is left is %s (%v)", asJSON(t, page.Rows), err)
	}
	wantHealthStored(t, db, db.Today())

	trash, err := db.Trash(t.Context())
	if err != nil || len(trash) != 2 {
		t.Fatalf("the trash holds %s (%v)", asJSON(t, trash), err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if rows := differences(before, recordsOf(t, db)); len(rows) != 0 {
		t.Errorf("after undo, these differ: %v", rows)
	}

	if _, err := db.Redo(t.Context()); err != nil {
		t.Fatal(err)
	}
	trash, err = db.Trash(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range trash {
		if err := db.Restore(t.Context(), person, d.ChangeSet, d.Entity, d.ID); err != nil {
			t.Errorf("restore %s: %v", d.Label, err)
		}
	}
	if rows := differences(before, recordsOf(t, db)); len(rows) != 0 {
		t.Errorf("after restoring one by one, these differ: %v", rows)
	}
}

func TestRestore_givesAnObjectiveBackToTheProgramsThatServedIt(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", StrategicObjectives: []string{"Reach", "Trust"}})
	rows, err := db.Objectives(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := db.DeleteObjective(t.Context(), person, rows[0].ID, rows[0].Revision); err != nil {
		t.Fatal(err)
	}
	trash, err := db.Trash(t.Context())
	if err != nil || len(trash) != 1 {
		t.Fatalf("the trash holds %s (%v)", asJSON(t, trash), err)
	}
	if err := db.Restore(t.Context(), person, trash[0].ChangeSet, trash[0].Entity, trash[0].ID); err != nil {
		t.Fatal(err)
	}
	if d, err := db.Program(t.Context(), p.ID); err != nil || asJSON(t, d.Program.StrategicObjectives) != `["Reach","Trust"]` {
		t.Errorf("it serves %v (%v)", d.Program.StrategicObjectives, err)
	}
}

func TestRestore_refusesWhatHasNoPlaceAnyMore(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", ExternalID: "A1"})
	if err := db.DeleteProgram(t.Context(), person, p.ID, p.Revision); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "Successor", ExternalID: "A1"})
	trash, err := db.Trash(t.Context())
	if err != nil || len(trash) != 1 {
		t.Fatalf("the trash holds %s (%v)", asJSON(t, trash), err)
	}
	before := dump(t, db)
	if err := db.Restore(t.Context(), person, trash[0].ChangeSet, trash[0].Entity, trash[0].ID); portfolio.ErrorCode(err) != portfolio.EConflict {
		t.Errorf("two programs have one key: %v", err)
	}
	if dump(t, db) != before {
		t.Error("a refused restore changed something")
	}
}

func TestTrash_emptiesByRestoringAfterAnySequenceOfWrites(t *testing.T) {
	for seed := range uint64(5) {
		db := openTemp(t)
		random := rand.New(rand.NewPCG(seed, 17))
		for range 70 {
			randomWrite(t, db, random)
		}
		for range 20 {
			trash, err := db.Trash(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			for _, d := range trash {
				switch err := db.Restore(t.Context(), person, d.ChangeSet, d.Entity, d.ID); portfolio.ErrorCode(err) {
				case "", portfolio.ENotFound, portfolio.EConflict, portfolio.EInvalid:
				default:
					t.Fatalf("seed %d: %v", seed, err)
				}
			}
		}
		wantHealthStored(t, db, db.Today())
		state := dump(t, db)
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if dump(t, db) != state {
			t.Errorf("seed %d: undo and redo of a restore change something", seed)
		}
	}
}
