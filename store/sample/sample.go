// Package sample writes a made-up portfolio with a year of history, so that a person can try everything before their
// own programs are in. It writes through the change log as people do and knows no SQL.
//
// All dates count from the day on which it is loaded. The ids of its records begin with "sample-" and stay the same from
// version to version, because Remove knows by them what the sample brought.
package sample

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// Load writes the sample into a portfolio without programs, one change set for each day on which something happened.
// It fails with EConflict where there are programs, or where the history already tells of days within the year of the
// sample. When it fails half way, it takes back what it wrote.
func Load(ctx context.Context, db *store.DB) error {
	today := db.Today()
	if err := checkEmpty(ctx, db, today); err != nil {
		return err
	}
	story, err := readScript()
	if err != nil {
		return err
	}
	steps, err := plot(ctx, db, story, today)
	if err != nil {
		return err
	}
	written := 0
	for _, o := range calendar(today) {
		due := 0
		for due < len(steps) && steps[due].on <= o.on {
			due++
		}
		if err := write(ctx, db, o, today, steps[:due]); err != nil {
			return errors.Join(err, takeBack(context.WithoutCancel(ctx), db, written))
		}
		if due > 0 {
			written++
		}
		steps = steps[due:]
	}
	return nil
}

// write writes the steps of one occasion as one change set.
func write(ctx context.Context, db *store.DB, o occasion, today portfolio.Date, steps []step) error {
	w := store.Write{Actor: portfolio.ByPerson, Why: o.why, AsOf: o.on.on(today)}
	_, err := db.Batch(ctx, w, func(b *store.Batch) error {
		for _, s := range steps {
			if err := s.write(b); err != nil {
				return fmt.Errorf("%s, day %d: %w", s.of, s.on, err)
			}
		}
		return nil
	})
	return err
}

// takeBack undoes the newest change sets, so that loading can be tried again.
func takeBack(ctx context.Context, db *store.DB, sets int) error {
	for range sets {
		if _, err := db.Undo(ctx); err != nil {
			return fmt.Errorf("take the sample back: %w", err)
		}
	}
	return nil
}

// checkEmpty refuses a portfolio that holds programs or facts of a later day than the first of the sample.
func checkEmpty(ctx context.Context, db *store.DB, today portfolio.Date) error {
	counts, err := db.Counts(ctx)
	if err != nil {
		return err
	}
	if counts.Programs > 0 {
		return portfolio.Errorf(portfolio.EConflict, "The sample is only loaded into an empty portfolio, and this one holds %d programs; open a new data folder for it with --data-dir.", counts.Programs)
	}
	newest, err := newestFacts(ctx, db)
	if err != nil {
		return err
	}
	if newest > firstDay.on(today) {
		return portfolio.Errorf(portfolio.EConflict, "The sample tells of the past year, and the history of this portfolio already reaches to %s; open a new data folder for it with --data-dir, or undo what was written.", newest)
	}
	return nil
}

// activityPage is how many change sets are looked at together.
const activityPage = 100

// newestFacts gives the day that the newest change set in force is as of; not reported where there is none.
func newestFacts(ctx context.Context, db *store.DB) (portfolio.Date, error) {
	for before := int64(0); ; {
		sets, err := db.Activity(ctx, portfolio.ActivityFilter{}, before, activityPage)
		if err != nil || len(sets) == 0 {
			return "", err
		}
		i := slices.IndexFunc(sets, func(s portfolio.ChangeSet) bool { return !s.Undone && s.Reverts == nil })
		if i >= 0 {
			return sets[i].AsOf, nil
		}
		before = sets[len(sets)-1].ID
	}
}

// Loaded reports whether any program of the sample is in the portfolio.
func Loaded(ctx context.Context, db *store.DB) (bool, error) {
	story, err := readScript()
	if err != nil {
		return false, err
	}
	for _, p := range story.programs {
		_, err := db.Program(ctx, programID(p.ID))
		if portfolio.ErrorCode(err) != portfolio.ENotFound {
			return err == nil, err
		}
	}
	return false, nil
}

// Remove deletes what the sample brought, with what was added to its programs since, as one change set. An objective
// stays where another program serves it. Where nothing of the sample is left it does nothing.
func Remove(ctx context.Context, db *store.DB) error {
	story, err := readScript()
	if err != nil {
		return err
	}
	document, err := db.Document(ctx)
	if err != nil {
		return fmt.Errorf("find the sample: %w", err)
	}
	leaving := leavers(document, story.ids())
	_, err = db.Batch(ctx, store.Write{Actor: portfolio.ByPerson, Why: "Remove the sample portfolio"}, func(b *store.Batch) error {
		for _, r := range leaving {
			if err := b.Delete(r.entity, r.id); err != nil {
				return err
			}
		}
		return nil
	})
	return err
}

// stored is a record of the portfolio.
type stored struct {
	entity portfolio.Entity
	id     string
}

// leavers lists the records of the sample, in an order in which they can be deleted one after the other. What hangs on a
// program goes with it and is not listed.
func leavers(document portfolio.Document, ours map[string]bool) (out []stored) {
	served := map[string]bool{}
	for _, p := range document.Programs {
		if ours[p.ID] {
			out = append(out, stored{portfolio.EntityProgram, p.ID})
			continue
		}
		for _, name := range p.StrategicObjectives {
			served[name] = true
		}
		for _, r := range p.Risks {
			if ours[r.ID] { // moved to a program that stays
				out = append(out, stored{portfolio.EntityRisk, r.ID})
			}
		}
		for _, m := range p.Milestones {
			if ours[m.ID] {
				out = append(out, stored{portfolio.EntityMilestone, m.ID})
			}
		}
	}
	for _, o := range document.Objectives {
		if ours[o.ID] && !served[o.Name] {
			out = append(out, stored{portfolio.EntityObjective, o.ID})
		}
	}
	return out
}
