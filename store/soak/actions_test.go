package soak

import (
	"strings"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// action is one thing that may happen to a portfolio.
type action struct {
	name   string
	weight int
	do     func(*soaker) error
}

// actions are all the ways in which a portfolio is written.
var actions = []action{
	{"create a program", 8, (*soaker).createProgram},
	{"change a program", 12, (*soaker).changeProgram},
	{"delete a program", 5, (*soaker).deleteProgram},
	{"save a risk", 10, (*soaker).saveRisk},
	{"delete a risk", 3, (*soaker).deleteRisk},
	{"save a milestone", 10, (*soaker).saveMilestone},
	{"delete a milestone", 3, (*soaker).deleteMilestone},
	{"save an objective", 4, (*soaker).saveObjective},
	{"delete an objective", 2, (*soaker).deleteObjective},
	{"post an update", 10, (*soaker).postUpdate},
	{"correct an update", 3, (*soaker).correctUpdate},
	{"delete an update", 2, (*soaker).deleteUpdate},
	{"save a dependency", 6, (*soaker).saveDependency},
	{"delete a dependency", 2, (*soaker).deleteDependency},
	{"write a batch", 4, (*soaker).batch},
	{"import", 4, (*soaker).importFile},
	{"stop an import", 1, (*soaker).stopImport},
	{"undo", 8, (*soaker).undo},
	{"redo", 6, (*soaker).redo},
	{"undo and redo", 3, (*soaker).undoAndRedo},
	{"restore", 4, (*soaker).restore},
	{"decide a proposal", 6, (*soaker).proposal},
	{"let a day pass", 2, (*soaker).nextDay},
	{"close and open", 1, (*soaker).reopen},
}

// manyPrograms is how many programs are enough: from there on each new one costs an old one.
const manyPrograms = 40

// names are few, so that records meet; some are made to break what handles text.
var names = []string{
	"Aurora", "aurora", "Zürich  Süd", "zurich sud", `<b>"bold"</b> & 'co'`, "日本語 プログラム", "line\u2028separator", "100%_*", "tab\tand\nline",
	strings.Repeat("very long ", 40), "\u0130stanbul", "ﬁne", "a\u0301 combining", "Robert'); DROP TABLE programs;--", "😀", "0",
}

// one picks one of a list at random.
func one[R any](s *soaker, list []R) R { return list[s.random.IntN(len(list))] }

// chance is true once in n times.
func (s *soaker) chance(n int) bool { return s.random.IntN(n) == 0 }

// day gives a day around today, or none.
func (s *soaker) day() portfolio.Date {
	if s.chance(5) {
		return ""
	}
	return s.db.Today().AddDays(s.random.IntN(120) - 60)
}

// percent gives some progress, or none.
func (s *soaker) percent() *int {
	if s.chance(4) {
		return nil
	}
	return new(s.random.IntN(101))
}

// write is by a person, mostly of today; a day before the newest facts is refused.
func (s *soaker) write() store.Write {
	w := store.Write{Actor: portfolio.ByPerson, Why: s.doing}
	if s.chance(10) {
		w.AsOf = s.db.Today().AddDays(s.random.IntN(4) - 2)
	}
	return w
}

// errNothing says that there is no record to do it to.
var errNothing = portfolio.Errorf(portfolio.ENotFound, "There is none.")

// guarded calls save with the revision that is stored, or now and then with an older one, which must be refused.
func (s *soaker) guarded(revision int64, save func(w store.Write, revision int64) error) error {
	s.Helper()
	if !s.chance(15) {
		return save(s.write(), revision)
	}
	err := save(store.Write{Actor: portfolio.ByPerson, Why: s.doing}, revision-1)
	if code := portfolio.ErrorCode(err); code != portfolio.EConflict && code != portfolio.EInvalid {
		s.Fatalf("step %d, %s: what was read before the last change was written over it (%v)", s.step, s.doing, err)
	}
	return err
}

// guardedIf is guarded for a record that is stored; a new one has no revision to be wrong.
func (s *soaker) guardedIf(id string, revision int64, save func(w store.Write, revision int64) error) error {
	s.Helper()
	if id == "" {
		return save(s.write(), 0)
	}
	return s.guarded(revision, save)
}
