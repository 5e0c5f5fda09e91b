package store

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// diary is what a portfolio held at the end of each of some days.
type diary struct {
	days   []portfolio.Date
	states map[portfolio.Date]string
}

// keepDiary lets a portfolio live for some days, with a few random writes on each and now and then an undo or a redo.
func keepDiary(t *testing.T, db *DB, random *rand.Rand, days int) diary {
	t.Helper()
	clock := noon
	db.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
	d := diary{states: map[portfolio.Date]string{}}
	for range days {
		for range 1 + random.IntN(6) {
			randomWrite(t, db, random)
			if random.IntN(6) == 0 && todayWasWritten(t, db) {
				if _, err := db.Undo(t.Context()); err != nil && portfolio.ErrorCode(err) != portfolio.ENotFound {
					t.Fatal(err)
				}
			}
		}
		today := db.Today()
		if err := db.Reassess(t.Context()); err != nil {
			t.Fatal(err)
		}
		d.days, d.states[today] = append(d.days, today), dump(t, db)
		clock = clock.AddDate(0, 0, 1+random.IntN(3))
	}
	return d
}

// todayWasWritten reports whether an undo would take back something of today: what an undo takes back later is a
// correction of the past, and no copy of that day has it.
func todayWasWritten(t *testing.T, db *DB) bool {
	t.Helper()
	var day portfolio.Date
	if err := db.reader.QueryRowContext(t.Context(), `SELECT coalesce(max(as_of), '') FROM change_sets WHERE state = 'applied' AND reverts IS NULL`).Scan(&day); err != nil {
		t.Fatal(err)
	}
	return day == db.Today()
}

func TestLookBack_givesWhatACopyTakenThatDayHolds(t *testing.T) {
	for seed := range uint64(4) {
		db := openTemp(t)
		diary := keepDiary(t, db, rand.New(rand.NewPCG(seed, 11)), 12)
		for i, day := range diary.days {
			then, err := db.LookBack(t.Context(), day)
			if err != nil {
				t.Fatalf("seed %d, %s: %v", seed, day, err)
			}
			if got := dump(t, then); got != diary.states[day] {
				t.Errorf("seed %d: as of %s there is\n%s\nwant\n%s", seed, day, got, diary.states[day])
			}
			if then.Today() != day || then.AsOf() != day {
				t.Errorf("it stands on %s", then.Today())
			}
			if i%4 == 0 {
				wantHealthStored(t, then, day)
			}
			mustClose(t, then)
		}
		if got := dump(t, db); got != diary.states[diary.days[len(diary.days)-1]] {
			t.Errorf("seed %d: looking back changed the portfolio", seed)
		}
	}
}

func TestLookBack_canOnlyBeReadAndLeavesNothingBehind(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	db := openTemp(t)
	mustSave(t, db, portfolio.Program{Name: "Aurora"})
	then, err := db.LookBack(t.Context(), db.Today().AddDays(-1))
	if err != nil {
		t.Fatal(err)
	}
	if page, err := then.Programs(t.Context(), portfolio.Query{}); err != nil || page.Total != 0 {
		t.Errorf("the day before holds %d programs (%v)", page.Total, err)
	}
	for name, write := range map[string]func() error{
		"save": func() error {
			_, err := then.SaveProgram(t.Context(), person, portfolio.Program{Name: "X"})
			return err
		},
		"import": func() error { _, err := then.Import(t.Context(), nil, ImportOptions{}); return err },
		"undo":   func() error { _, err := then.Undo(t.Context()); return err },
		"set":    func() error { return then.SetSetting(t.Context(), "theme", "dark") },
	} {
		if err := write(); err == nil {
			t.Errorf("%s changes the past", name)
		}
	}
	mustClose(t, then)
	if left, err := filepath.Glob(filepath.Join(os.Getenv("TMPDIR"), "*")); err != nil || len(left) != 0 {
		t.Errorf("left behind: %v (%v)", left, err)
	}
}

func TestLookBack_refusesADayThatIsNotPast(t *testing.T) {
	db := openTemp(t)
	for _, day := range []portfolio.Date{db.Today(), db.Today().AddDays(1), "", "soon"} {
		if _, err := db.LookBack(t.Context(), day); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q: %v", day, err)
		}
	}
}

func TestAssuming_assessesTheSameRecordsAsOfAnotherDay(t *testing.T) {
	db := openTemp(t)
	p := mustSave(t, db, portfolio.Program{Name: "Aurora", LaunchDate: db.Today().AddDays(10)})
	for _, days := range []int{-400, 11} {
		day := db.Today().AddDays(days)
		then, err := db.Assuming(t.Context(), day)
		if err != nil {
			t.Fatal(err)
		}
		if dump(t, then) != dump(t, db) {
			t.Errorf("the records of %s differ", day)
		}
		d, err := then.Program(t.Context(), p.ID)
		passed := slices.ContainsFunc(d.Health.Reasons, func(r portfolio.Reason) bool { return r.Rule == portfolio.RuleLaunchPassed })
		if err != nil || passed != (days > 10) {
			t.Errorf("on %s it is %s (%v)", day, asJSON(t, d.Health), err)
		}
		mustClose(t, then)
	}
}
