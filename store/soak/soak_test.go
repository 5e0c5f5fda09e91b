// Package soak writes to a portfolio at random for a while and then asks whether it is sound, or ends the process that writes
// at a random moment and looks for what it had shown as saved. It has tests only:
//
//	go test ./store/soak -soak 10m -timeout 20m
//	go test ./store/soak -seed 42
//	go test ./store/soak -run Kill -kills 200
//	go test -tags powerloss ./store/soak -run PowerLoss -power-losses 100
package soak

import (
	"context"
	"encoding/json"
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

var (
	duration = flag.Duration("soak", 2*time.Second, "write at random for this long")
	seed     = flag.Uint64("seed", 0, "write what this seed makes; 0 draws one")
)

// leastSteps are made however slow the machine is.
const leastSteps = 100

// soaker is a run in progress.
type soaker struct {
	*testing.T
	ctx    context.Context
	db     *store.DB
	path   string
	random *rand.Rand
	clock  time.Time
	now    portfolio.Document // as it is before the step
	step   int
	doing  string
	says   *json.Encoder // tells what is kept; nil in a soak
}

func TestSoak_afterAnyWritesThePortfolioIsSound(t *testing.T) {
	chosen := *seed
	if chosen == 0 {
		chosen = rand.Uint64()
	}
	t.Logf("repeat with -seed %d", chosen)
	s := &soaker{T: t, ctx: t.Context(), path: filepath.Join(t.TempDir(), "portfolio.db"), random: rand.New(rand.NewPCG(chosen, 0)), clock: storetest.Now}
	s.open()
	t.Cleanup(func() { s.must(s.db.Close()) })
	outcomes := map[string]map[portfolio.Code]int{}
	checkpoint := leastSteps
	for until := time.Now().Add(*duration); s.step < leastSteps || time.Now().Before(until); s.step++ {
		a := draw(s.random, actions)
		s.doing, s.now = a.name, s.document()
		s.clock = s.clock.Add(time.Second)
		code := portfolio.ErrorCode(s.allow(a.do(s)))
		if outcomes[a.name] == nil {
			outcomes[a.name] = map[portfolio.Code]int{}
		}
		outcomes[a.name][code]++
		if s.step == checkpoint {
			s.check()
			checkpoint *= 2
		}
	}
	s.check()
	t.Logf("%d steps; what became of them: %v", s.step, outcomes)
	for _, a := range actions {
		if s.step > 100*leastSteps && outcomes[a.name][""] == 0 {
			t.Errorf("%q never succeeded", a.name)
		}
	}
}

// draw picks one of some actions by its weight.
func draw(random *rand.Rand, from []action) action {
	total := 0
	for _, a := range from {
		total += a.weight
	}
	at := random.IntN(total)
	for _, a := range from {
		if at -= a.weight; at < 0 {
			return a
		}
	}
	panic("the weights do not add up")
}

// open opens the file under the clock of the soak.
func (s *soaker) open() {
	s.Helper()
	db, err := store.Open(s.ctx, s.path)
	s.must(err)
	db.Now = func() time.Time { return s.clock }
	s.db = db
	if s.says != nil {
		db.OnChange(func(c store.Changed) {
			if c.ChangeSet != 0 {
				s.say(said{ChangeSet: c.ChangeSet, State: s.fingerprint()})
			}
		})
	}
	s.must(db.Reassess(s.ctx))
}

// must ends the soak with an error, and says how to come back to it.
func (s *soaker) must(err error) {
	s.Helper()
	if err != nil {
		s.Fatalf("step %d, %s: %v", s.step, s.doing, err)
	}
}

// allow passes over what the rules refuse, and gives it back.
func (s *soaker) allow(err error) error {
	s.Helper()
	switch portfolio.ErrorCode(err) {
	case "", portfolio.EInvalid, portfolio.EConflict, portfolio.ENotFound:
	default:
		s.must(err)
	}
	return err
}

// document reads the whole portfolio.
func (s *soaker) document() portfolio.Document {
	s.Helper()
	d, err := s.db.Document(s.ctx)
	s.must(err)
	return d
}

// state is the whole portfolio as text, revisions and times included.
func (s *soaker) state() string {
	s.Helper()
	data, err := json.Marshal(s.document())
	s.must(err)
	return string(data)
}

// check asks whether the portfolio is sound, and whether it is so looked at from a past day.
func (s *soaker) check() {
	s.Helper()
	s.sound(s.db)
	day := s.db.Today().AddDays(-1 - s.random.IntN(30))
	past, err := s.db.LookBack(s.ctx, day)
	s.must(err)
	s.doing = "looking back to " + string(day)
	s.sound(past)
	s.must(past.Close())
}

// sound ends the soak where a portfolio has a problem, and keeps the file.
func (s *soaker) sound(db *store.DB) {
	s.Helper()
	report, err := db.Check(s.ctx)
	s.must(err)
	if report.OK {
		return
	}
	kept := filepath.Join(os.TempDir(), "portfolio-soak.db")
	_ = os.Remove(kept) // of an earlier failure
	if copied, err := db.Backup(s.ctx, portfolio.BackupByHand); err == nil {
		_ = os.Rename(copied.Path, kept) // on another disk the problems must do
	}
	s.Fatalf("after step %d, %s, %d problems (a copy is in %s): %+v", s.step, s.doing, len(report.Problems), kept, report.Problems[:min(5, len(report.Problems))])
}
