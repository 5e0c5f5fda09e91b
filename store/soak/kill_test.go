package soak

import (
	"cmp"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"testing"
	"time"

	"portfolio-ai/store"
)

var kills = flag.Int("kills", 8, "end a writer so many times in the middle of what it does")

// Rounds: how often a writer starts on a portfolio of an older schema or an empty one, and how long one writes at most.
const (
	freshEvery    = 4
	longestLife   = 400 * time.Millisecond
	startingTakes = 250 * time.Millisecond // with the migration, on a busy machine
)

// older are portfolios as the program of each schema wrote them, packed.
func older(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob("../testdata/older/*.db.gz")
	if err != nil || len(files) == 0 {
		t.Fatalf("there are no portfolios of older schemas (%v)", err)
	}
	return files
}

// unpack puts one of them to a path.
func unpack(t *testing.T, file, path string) {
	t.Helper()
	in, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }() // it was only read
	unpacked, err := gzip.NewReader(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := io.ReadAll(unpacked)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// portfolioFile is a file that writers write to one after the other, and what is known to be kept in it.
type portfolioFile struct {
	*testing.T
	path    string
	known   []said          // of the last round
	checked map[string]bool // the backups that were found whole
	figures map[string]int
}

// freshFile begins a portfolio: an empty one, or one that the program of an older schema wrote.
func freshFile(t *testing.T, random *rand.Rand, figures map[string]int) *portfolioFile {
	t.Helper()
	f := &portfolioFile{T: t, path: filepath.Join(t.TempDir(), "portfolio.db"), checked: map[string]bool{}, figures: figures}
	if files := older(t); random.IntN(4) > 0 {
		file := files[random.IntN(len(files))]
		unpack(t, file, f.path)
		f.known = append(f.known, said{State: stateOf(t, f.path)})
		figures["older schemas"]++
	}
	return f
}

func TestKill_losesNothingThatWasShownAsSavedAndLeavesNoHalfChange(t *testing.T) {
	chosen := cmp.Or(*seed, rand.Uint64())
	t.Logf("repeat with -seed %d, as far as time repeats", chosen)
	random := rand.New(rand.NewPCG(chosen, 2))
	figures := map[string]int{}
	var f *portfolioFile
	for round := range *kills {
		starting := round%freshEvery == 0
		if starting {
			f = freshFile(t, random, figures)
		}
		w := startWriter(t, f.path, random.Uint64())
		if starting && random.IntN(2) == 0 {
			time.Sleep(time.Duration(random.Int64N(int64(startingTakes)))) // the moment is what is tried, nothing is waited for
		} else {
			w.awaitFirst()
			time.Sleep(time.Duration(random.Int64N(int64(longestLife))))
		}
		heard := w.kill()
		f.expect(heard, len(heard))
		figures["rounds"]++
	}
	t.Logf("%v", figures)
}

// awaitFirst waits until the writer said that the portfolio is open.
func (w *writer) awaitFirst() {
	w.Helper()
	for deadline := time.Now().Add(time.Minute); len(w.heard()) == 0; time.Sleep(time.Millisecond) {
		select {
		case <-w.ended:
			w.kill()
		default:
		}
		if time.Now().After(deadline) {
			w.kill()
			w.Fatal("the writer did not open the portfolio")
		}
	}
}

// expect opens the portfolio and fails where something of the first sure things that a writer said is not there, where
// something is half there, or where it is not sound. Later things may be there.
func (f *portfolioFile) expect(heard []said, sure int) {
	f.Helper()
	all := append(slices.Clone(f.known), heard...)
	sure += len(f.known)
	db, err := store.Open(f.Context(), f.path)
	if err != nil {
		f.Fatalf("it does not open: %v", err)
	}
	if report, err := db.Check(f.Context()); err != nil || !report.OK {
		f.Fatalf("it is not sound: %+v (%v)", report.Problems, err)
	}
	f.expectRest(db, all, sure)
	f.expectRecords(db, all, sure)
	newest, err := db.Version(f.Context())
	if err != nil {
		f.Fatal(err)
	}
	f.known = []said{{ChangeSet: newest, State: fingerprint(f.T, db)}}
	if err := db.Close(); err != nil {
		f.Fatal(err)
	}
	f.expectBackups(heard[:max(0, sure-len(all)+len(heard))])
}

// expectRecords compares the records with what they were after the newest change set. Of a change set that nobody
// heard of, taking it back must lead to the state before it.
func (f *portfolioFile) expectRecords(db *store.DB, all []said, sure int) {
	f.Helper()
	newest, err := db.Version(f.Context())
	if err != nil {
		f.Fatal(err)
	}
	state := fingerprint(f.T, db)
	var last said
	restoring := ""
	for i, one := range all {
		switch {
		case one.Restoring != "":
			restoring = one.Restoring
		case one.ChangeSet > newest && i < sure:
			f.Fatalf("change set %d was shown as saved, and the newest is %d", one.ChangeSet, newest)
		case one.State != "" && one.Backup == "" && one.ChangeSet <= newest:
			last, restoring = one, ""
			f.figures["change sets"]++
		}
	}
	if last.State == "" || state == last.State {
		return
	}
	if last.ChangeSet == newest && len(all) > 1 {
		f.Fatalf("after change set %d the records are other ones than were shown", newest)
	}
	f.figures["change sets that nobody had heard of"]++
	if state == restoring || f.comesBackTo(db, last.State) {
		return
	}
	f.Fatalf("change set %d after %d is there by half", newest, last.ChangeSet)
}

// comesBackTo takes the newest step back, or forth where it was a step back itself, and reports whether that leads to a state.
func (f *portfolioFile) comesBackTo(db *store.DB, state string) bool {
	_, err := db.Undo(f.Context())
	if err == nil && fingerprint(f.T, db) == state {
		return true
	}
	if err == nil {
		_, err = db.Redo(f.Context())
	} else {
		err = nil // there was nothing but the step that was taken back
	}
	if err == nil {
		_, err = db.Redo(f.Context())
	}
	return err == nil && fingerprint(f.T, db) == state
}

// expectRest looks for the settings and answers that were shown as kept. Those before a restore may be other ones now.
func (f *portfolioFile) expectRest(db *store.DB, all []said, sure int) {
	f.Helper()
	kept := -1
	var answers []string
	for i, one := range all {
		switch {
		case one.Restoring != "":
			kept, answers = -1, nil
		case one.Setting != "" && i < sure:
			number, err := strconv.Atoi(one.Setting)
			if err != nil {
				f.Fatal(err)
			}
			kept = number
			f.figures["settings"]++
		case one.Answer != "" && i < sure:
			answers = append(answers, one.Answer)
			f.figures["answers"]++
		}
	}
	if kept >= 0 {
		value, err := db.Setting(f.Context(), setting)
		if number, failed := strconv.Atoi(value); err != nil || failed != nil || number < kept {
			f.Fatalf("the setting %d was kept, and %q is there (%v)", kept, value, err)
		}
	}
	for _, id := range answers {
		c, err := db.Conversation(f.Context(), id)
		if err != nil || len(c.Messages) != 1 || c.Messages[0].Text != id {
			f.Fatalf("the answer %s was shown, and %+v is there (%v)", id, c, err)
		}
	}
}

// latestBackups is how many of the backups that a writer told of are surely still there: older ones may be let go.
const latestBackups = 3

// expectBackups looks for the newest backups that a writer told of, and whether all that have the name of one are whole.
func (f *portfolioFile) expectBackups(heard []said) {
	f.Helper()
	told := map[string]string{}
	for _, one := range slices.Backward(heard) {
		if one.Backup == "" || len(told) == latestBackups {
			continue
		}
		name := filepath.Base(one.Backup)
		told[name] = one.State
		if _, err := os.Stat(filepath.Join(filepath.Dir(f.path), "backups", name)); err != nil {
			f.Fatalf("a backup that was told of is gone: %v", err)
		}
	}
	files, err := filepath.Glob(filepath.Join(filepath.Dir(f.path), "backups", "*"+store.BackupEnding))
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if f.checked[name] {
			continue
		}
		if state := stateOf(f.T, file); told[name] != "" && told[name] != state {
			f.Fatal(fmt.Sprint(name, " holds other records than it was told to hold"))
		}
		f.checked[name] = true
		f.figures["backups"]++
	}
}
