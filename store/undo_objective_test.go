package store

import (
	"errors"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestUndoRedo_ofOneChangeSetInWhichProgramsAndTheirObjectivesChangeTogether(t *testing.T) {
	serving := func(names ...string) portfolio.Program {
		return portfolio.Program{ID: "p", Name: "Aurora", StrategicObjectives: names}
	}
	named := func(name string) portfolio.Objective { return portfolio.Objective{ID: "o", Name: name} }
	tests := map[string]func(*Batch) error{
		"a program takes an objective that is then renamed": func(b *Batch) error {
			return errors.Join(b.Program(serving("Net zero", "Trust")), b.Objective(named("Zero carbon")))
		},
		"an objective is renamed and the program then leaves it": func(b *Batch) error {
			return errors.Join(b.Objective(named("Zero carbon")), b.Program(serving("Trust")))
		},
		"an objective is renamed twice": func(b *Batch) error {
			return errors.Join(b.Objective(named("Zero carbon")), b.Program(serving("Zero carbon", "Trust")), b.Objective(named("Carbon free")))
		},
		"an objective goes and comes again under another id": func(b *Batch) error {
			return errors.Join(b.Delete(portfolio.EntityObjective, "o"), b.Program(serving("Net zero")))
		},
		"a program goes and comes again": func(b *Batch) error {
			return errors.Join(b.Delete(portfolio.EntityProgram, "p"), b.Objective(named("Zero carbon")), b.Program(serving("Zero carbon", "New")))
		},
	}
	for name, change := range tests {
		t.Run(name, func(t *testing.T) {
			db := openTemp(t)
			write := func(f func(*Batch) error) {
				t.Helper()
				if _, err := db.Batch(t.Context(), person, f); err != nil {
					t.Fatal(err)
				}
			}
			write(func(b *Batch) error {
				return errors.Join(b.Objective(named("Net zero")), b.Program(serving("Net zero")))
			})
			before := dump(t, db)
			write(change)
			after := dump(t, db)
			if _, err := db.Undo(t.Context()); err != nil || dump(t, db) != before {
				t.Errorf("undo (%v) gives\n%s\nwant\n%s", err, dump(t, db), before)
			}
			if _, err := db.Redo(t.Context()); err != nil || dump(t, db) != after {
				t.Errorf("redo (%v) gives\n%s\nwant\n%s", err, dump(t, db), after)
			}
		})
	}
}
