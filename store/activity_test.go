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

// wholeLog reads every change set with its rows, newest first.
func wholeLog(t *testing.T, db *DB) []portfolio.ChangeSet {
	t.Helper()
	heads, err := db.Activity(t.Context(), portfolio.ActivityFilter{}, 0, 10_000)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]portfolio.ChangeSet, len(heads))
	for i, head := range heads {
		if out[i], err = db.ChangeSet(t.Context(), head.ID); err != nil {
			t.Fatal(err)
		}
	}
	return out
}

// wanted says by hand whether a filter asks for a change set; names are those of the programs that are there.
func wanted(f portfolio.ActivityFilter, set portfolio.ChangeSet, names map[string]string) bool {
	holds := func(text string) bool { return strings.Contains(strings.ToLower(text), strings.ToLower(f.Text)) }
	some := func(test func(portfolio.Change) bool) bool { return slices.ContainsFunc(set.Changes, test) }
	kind := func(c portfolio.Change) portfolio.Entity {
		if c.Field == string(portfolio.EntityStatusUpdate) { // shown as a change of its program
			return portfolio.EntityStatusUpdate
		}
		return c.Entity
	}
	named := func(c portfolio.Change) bool { // an update is known by its text
		return holds(c.Label) || holds(names[c.ProgramID]) || kind(c) == portfolio.EntityStatusUpdate && holds(string(c.After))
	}
	day := portfolio.DateOf(time.UnixMilli(int64(set.WrittenAt)))
	return (len(f.Actors) == 0 || slices.Contains(f.Actors, set.Actor)) &&
		(len(f.Entities) == 0 || some(func(c portfolio.Change) bool { return slices.Contains(f.Entities, kind(c)) })) &&
		(f.Program == "" || some(func(c portfolio.Change) bool { return c.ProgramID == f.Program })) &&
		(f.Text == "" || holds(set.Why) || some(named)) &&
		(f.Since == "" || day >= f.Since) && (f.Until == "" || day <= f.Until)
}

// randomFilter narrows by some of what a filter can narrow by.
func randomFilter(random *rand.Rand, log []portfolio.ChangeSet) portfolio.ActivityFilter {
	var f portfolio.ActivityFilter
	sometimes := func() bool { return random.IntN(3) == 0 }
	if sometimes() {
		f.Actors = portfolio.Actors[:1+random.IntN(len(portfolio.Actors))]
	}
	if sometimes() {
		from := random.IntN(len(portfolio.Entities))
		f.Entities = portfolio.Entities[from : from+1+random.IntN(len(portfolio.Entities)-from)]
	}
	if changes := log[random.IntN(len(log))].Changes; sometimes() {
		f.Program = changes[random.IntN(len(changes))].ProgramID
	}
	if sometimes() {
		f.Text = []string{"W1", "w", "test", "!", "%"}[random.IntN(5)]
	}
	start := portfolio.DateOf(noon)
	if sometimes() {
		f.Since = start.AddDays(random.IntN(20))
	}
	if sometimes() {
		f.Until = max(f.Since, start).AddDays(random.IntN(20))
	}
	return f
}

func TestActivity_givesWhatTheFilterLeavesOfTheWholeLog(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			db, random := openTemp(t), rand.New(rand.NewPCG(seed, 3))
			keepDiary(t, db, random, 12)
			names := map[string]string{}
			page, err := db.Programs(t.Context(), portfolio.Query{})
			if err != nil {
				t.Fatal(err)
			}
			for _, row := range page.Rows {
				names[row.ID] = row.Name
			}
			log, found := wholeLog(t, db), 0
			for range 200 {
				f := randomFilter(random, log)
				var want, got []int64
				for _, set := range log {
					if wanted(f, set, names) {
						want = append(want, set.ID)
					}
				}
				for before, size := int64(0), 1+random.IntN(9); ; {
					sets, err := db.Activity(t.Context(), f, before, size)
					if err != nil {
						t.Fatal(err)
					}
					for _, set := range sets {
						got = append(got, set.ID)
					}
					if len(sets) < size {
						break
					}
					before = sets[len(sets)-1].ID
				}
				if !slices.Equal(got, want) {
					t.Fatalf("%s gives %v, want %v", asJSON(t, f), got, want)
				}
				found += len(got)
			}
			if found == 0 {
				t.Error("no filter left anything: the test shows nothing")
			}
		})
	}
}

func TestActivity_refusesAFilterThatMakesNoSense(t *testing.T) {
	db := openTemp(t)
	for name, f := range map[string]portfolio.ActivityFilter{
		"nobody":          {Actors: []portfolio.Actor{"ghost"}},
		"no record":       {Entities: []portfolio.Entity{"budget"}},
		"ends before yet": {Since: "2026-02-02", Until: "2026-02-01"},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := db.Activity(t.Context(), f, 0, 10); portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("got %v, want an invalid-input sentence", err)
			}
		})
	}
}

func TestActivity_aPageIsReadFromTheEndOfTheLogByIndexes(t *testing.T) {
	db := openTemp(t)
	whole := portfolio.ActivityFilter{Actors: portfolio.Actors[:1], Entities: portfolio.Entities[:2], Program: "p", Text: "x", Since: "2026-01-01", Until: "2026-02-01"}
	query, args, err := activitySQL(whole, 7, 50)
	if err != nil {
		t.Fatal(err)
	}
	scan := func(row scanner) (detail string, err error) {
		var id, parent, unused int
		return detail, row.Scan(&id, &parent, &unused, &detail)
	}
	plan, err := collect(t.Context(), db.reader, scan, "EXPLAIN QUERY PLAN "+query, args...)
	if err != nil {
		t.Fatal(err)
	}
	for _, step := range plan {
		scansLog := strings.HasPrefix(step, "SCAN c") || strings.HasPrefix(step, "SCAN x")
		if scansLog || strings.Contains(step, "TEMP B-TREE FOR ORDER BY") {
			t.Errorf("the plan reads more than it shows: %s\n%s", step, strings.Join(plan, "\n"))
		}
	}
}
