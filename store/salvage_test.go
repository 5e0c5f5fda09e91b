package store

import (
	"flag"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"portfolio-ai/store/portfolio"
)

// flips is how many places of a file are damaged, one after the other. It takes about a second for 20.
var flips = flag.Int("flips", 60, "how many places of a portfolio file are damaged at random")

// written gives the bytes of a portfolio file that holds a bit of everything, and what it shows.
func written(t *testing.T) (content []byte, shows string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "portfolio.db")
	db, err := Open(t.Context(), path) // by the clock, as the files are opened again
	if err != nil {
		t.Fatal(err)
	}
	fill(t, db)
	soak(t, db, rand.New(rand.NewPCG(1, 1)), 30)
	shows = dump(t, db)
	mustClose(t, db)
	if content, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return content, shows
}

// A byte that was changed anywhere is either told by the check, or it changes nothing that is shown.
func TestOpen_neverShowsAWrongFigureAsRightWhateverByteIsDamaged(t *testing.T) {
	content, shows := written(t)
	random := rand.New(rand.NewPCG(7, 7))
	refused, told, harmless := 0, 0, 0
	for i := range *flips {
		place, with := random.IntN(len(content)), byte(1+random.IntN(255))
		if i == 0 {
			with = 0 // the file as it is, of which nothing is to be told
		}
		damaged := slices.Clone(content)
		damaged[place] ^= with
		path := filepath.Join(t.TempDir(), "portfolio.db")
		write(t, path, string(damaged))
		db, err := Open(t.Context(), path)
		if err != nil {
			if code := portfolio.ErrorCode(err); code != portfolio.EDamaged && code != portfolio.ENewer {
				t.Errorf("byte %d ^ %d: refused with %v", place, with, err)
			}
			refused++
			continue
		}
		report, err := db.Check(t.Context())
		switch {
		case err != nil && portfolio.ErrorCode(fileError(path, err)) == portfolio.EInternal:
			t.Errorf("byte %d ^ %d: the check could not be made: %v", place, with, err)
		case i == 0 && (err != nil || !report.OK):
			t.Fatalf("the whole file is told to be damaged: %+v (%v)", report.Problems, err)
		case err != nil || !report.OK:
			told++
		case dump(t, db) != shows:
			t.Errorf("byte %d ^ %d: something else is shown, and the check finds nothing", place, with)
		default:
			harmless++
		}
		if err := db.Close(); err != nil && portfolio.ErrorCode(fileError(path, err)) == portfolio.EInternal {
			t.Errorf("byte %d ^ %d: close: %v", place, with, err)
		}
	}
	t.Logf("of %d damaged bytes %d files were refused, %d problems told, %d changed nothing", *flips, refused, told, harmless)
}

func TestSalvage_savesEverythingOfAFileThatIsWhole(t *testing.T) {
	content, shows := written(t)
	path := filepath.Join(t.TempDir(), "portfolio.db")
	write(t, path, string(content))
	result, err := Salvage(t.Context(), path)
	if err != nil || result.Lost != 0 || result.Cut || !result.History {
		t.Fatalf("got %+v (%v)", result, err)
	}
	db := mustOpen(t, path)
	defer mustClose(t, db)
	if dump(t, db) != shows {
		t.Error("something is otherwise")
	}
	if kept, err := os.ReadFile(result.Aside); err != nil || !slices.Equal(kept, content) {
		t.Errorf("the damaged file is not kept as it was (%v)", err)
	}
	mustBeSound(t, db)
}

func TestSalvage_savesWhatCanBeReadOfADamagedFileAndIsSound(t *testing.T) {
	content, _ := written(t)
	random := rand.New(rand.NewPCG(3, 3))
	saved, nothing := 0, 0
	for range *flips / 5 {
		damaged := slices.Clone(content)
		from := 4096 + random.IntN(len(damaged)-2*4096) // not the first page: without it, SQLite knows of no table
		for i := range 2000 {
			damaged[from+i] = byte(random.IntN(256))
		}
		path := filepath.Join(t.TempDir(), "portfolio.db")
		write(t, path, string(damaged))
		result, err := Salvage(t.Context(), path)
		if err != nil {
			if portfolio.ErrorCode(err) != portfolio.EDamaged {
				t.Fatalf("damage at %d: %v", from, err)
			}
			if now, err := os.ReadFile(path); err != nil || !slices.Equal(now, damaged) {
				t.Fatalf("damage at %d: the file was changed although nothing was salvaged (%v)", from, err)
			}
			nothing++
			continue
		}
		db := mustOpen(t, path)
		if report, err := db.Check(t.Context()); err != nil || !report.OK {
			t.Errorf("damage at %d: what was salvaged is not sound: %+v (%v)", from, report.Problems, err)
		}
		if counts, err := db.Counts(t.Context()); err != nil || counts.Records() != result.Counts.Records() || counts.Records() == 0 {
			t.Errorf("damage at %d: salvaged %+v, told %+v (%v)", from, counts, result.Counts, err)
		}
		mustClose(t, db)
		saved++
	}
	if saved == 0 {
		t.Error("nothing was saved of any file")
	}
	t.Logf("salvaged %d files, of %d nothing could be read", saved, nothing)
}

func TestSalvage_savesTheRecordsOfAFileWhoseEndIsMissing(t *testing.T) {
	content, _ := written(t)
	for _, missing := range []int{4096, len(content) / 5} {
		path := filepath.Join(t.TempDir(), "portfolio.db")
		write(t, path, string(content[:len(content)-missing]))
		if db, err := Open(t.Context(), path); portfolio.ErrorCode(err) != portfolio.EDamaged {
			t.Fatalf("without %d bytes it is opened (%v, %v)", missing, db, err)
		}
		if result, err := Salvage(t.Context(), path); err != nil || result.Counts.Programs < 5 {
			t.Errorf("without %d bytes: %+v (%v)", missing, result, err)
		}
	}
}

func TestSalvage_ofNoPortfolioIsRefusedAndChangesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "portfolio.db")
	write(t, path, "Dear Ada, this is a letter and no database at all.")
	if _, err := Salvage(t.Context(), path); portfolio.ErrorCode(err) != portfolio.EDamaged {
		t.Errorf("got %v", err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 && len(entries) != 2 { // and the lock
		t.Errorf("left %v (%v)", entries, err)
	}
}
