package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// wholeDump gives every row of every table that a person's data is in.
func wholeDump(t *testing.T, db *DB) string {
	t.Helper()
	var out strings.Builder
	tables, err := collect(t.Context(), db.reader, scanText, `SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`)
	if err != nil {
		t.Fatal(err)
	}
	for _, table := range tables {
		columns, err := collect(t.Context(), db.reader, scanText, `SELECT name FROM pragma_table_info(?) ORDER BY cid`, table)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := collect(t.Context(), db.reader, scanText, fmt.Sprintf(`SELECT json_array(%s) FROM %s ORDER BY 1`, strings.Join(columns, ", "), table))
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&out, "%s\n%s\n", table, strings.Join(rows, "\n"))
	}
	return out.String()
}

func mustBeSound(t *testing.T, db *DB) {
	t.Helper()
	report, err := db.Check(t.Context())
	if err != nil || !report.OK {
		t.Fatalf("not sound: %+v (%v)", report.Problems, err)
	}
}

func mustRestore(t *testing.T, db *DB, file string, mode portfolio.RestoreMode) portfolio.RestoreResult {
	t.Helper()
	told, err := db.RestoreBackup(t.Context(), file, RestoreOptions{Mode: mode, DryRun: true, Rows: 1000})
	if err != nil {
		t.Fatal(err)
	}
	before := wholeDump(t, db)
	if told.Safety != "" || wholeDump(t, db) != before {
		t.Fatal("a dry run wrote something")
	}
	done, err := db.RestoreBackup(t.Context(), file, RestoreOptions{Mode: mode, Rows: 1000})
	if err != nil {
		t.Fatal(err)
	}
	if told.Comes != done.Comes || told.Changes != done.Changes || told.Goes != done.Goes || len(told.Rows) != len(done.Rows) {
		t.Errorf("told was %d/%d/%d, done %d/%d/%d", told.Comes, told.Changes, told.Goes, done.Comes, done.Changes, done.Goes)
	}
	mustBeSound(t, db)
	return done
}

func TestRestore_replacePutsEverythingBackWhateverWasWrittenSince(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			random := rand.New(rand.NewPCG(seed, 1))
			db := openTemp(t)
			fill(t, db)
			soak(t, db, random, 20)
			if err := db.SetSetting(t.Context(), "theme", "dark"); err != nil {
				t.Fatal(err)
			}
			if err := db.Reassess(t.Context()); err != nil { // by the clock of the tests
				t.Fatal(err)
			}
			then, file := wholeDump(t, db), filepath.Join(t.TempDir(), "then"+BackupEnding)
			if _, err := db.BackupTo(t.Context(), file, false); err != nil {
				t.Fatal(err)
			}
			soak(t, db, random, 20)
			if err := db.SetSetting(t.Context(), "theme", "light"); err != nil {
				t.Fatal(err)
			}
			now := wholeDump(t, db)
			version, _ := db.Version(t.Context())
			told := []Changed{}
			db.OnChange(func(c Changed) { told = append(told, c) })
			done := mustRestore(t, db, file, portfolio.RestoreReplace)
			if got := withoutNote(t, db); got != then {
				t.Fatalf("restored is otherwise:\n%s", firstDifference(got, then))
			}
			if after, _ := db.Version(t.Context()); after <= version || len(told) != 1 || told[0].ChangeSet != after {
				t.Errorf("the version went from %d to %d, told %+v", version, after, told)
			}
			mustRestore(t, db, done.Safety, portfolio.RestoreReplace)
			if got := withoutNote(t, db); got != now {
				t.Error("the copy that was made before does not bring back what was there")
			}
			if _, err := db.Undo(t.Context()); err != nil {
				t.Errorf("nothing can be undone after a restore: %v", err)
			}
			mustBeSound(t, db)
		})
	}
}

// firstDifference gives the lines in which two dumps begin to differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return a[i] + "\nand not\n" + b[i]
		}
	}
	return fmt.Sprintf("%d lines and not %d", len(a), len(b))
}

// withoutNote is the dump of a portfolio without what the newest restore noted of itself.
func withoutNote(t *testing.T, db *DB) string {
	t.Helper()
	newest, err := db.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(wholeDump(t, db), "\n")
	return strings.Join(slices.DeleteFunc(lines, func(line string) bool {
		return strings.HasPrefix(line, fmt.Sprintf(`[%d,"person","Restore the backup of `, newest))
	}), "\n")
}

func TestRestore_mergeBringsBackWhatIsMissingAndTheNewerOfTwoAndIsOneStep(t *testing.T) {
	db := openTemp(t)
	clock := noon
	db.Now = func() time.Time { clock = clock.Add(time.Second); return clock }
	fill(t, db)
	list := mustDocument(t, db).Programs
	aurora := list[slices.IndexFunc(list, func(p portfolio.Program) bool { return p.Name == "Aurora" })]
	granite := list[slices.IndexFunc(list, func(p portfolio.Program) bool { return p.Name == "Granite" })]
	if _, err := db.PostUpdate(t.Context(), person, portfolio.StatusUpdate{ProgramID: aurora.ID, Date: "2026-02-01", Text: "Fine", Status: portfolio.AtRisk}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "then"+BackupEnding)
	if _, err := db.BackupTo(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	aurora, err := db.SaveProgram(t.Context(), person, reread(t, db, aurora.ID, func(p *portfolio.Program) { p.Status = portfolio.OffTrack }))
	if err != nil {
		t.Fatal(err)
	}
	if err := db.DeleteProgram(t.Context(), person, granite.ID, granite.Revision); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "New since"})
	before := dump(t, db)
	done := mustRestore(t, db, file, portfolio.RestoreMerge)
	if done.Comes != 1 || done.Changes != 0 || done.Goes != 0 || len(done.Refused) != 0 {
		t.Errorf("merged %+v", done)
	}
	names := []string{}
	for _, p := range mustDocument(t, db).Programs {
		names = append(names, p.Name)
		if p.ID == aurora.ID && p.Status != portfolio.OffTrack {
			t.Errorf("an older state won: %s", p.Status)
		}
	}
	slices.Sort(names)
	if want := []string{"Aurora", "Cobalt 100%", "Granite", "New since", "beacon", "Élan"}; !slices.Equal(names, want) {
		t.Errorf("programs are %q, want %q", names, want)
	}
	if _, err := db.Undo(t.Context()); err != nil || dump(t, db) != before {
		t.Errorf("a merge is not undone as one step (%v)", err)
	}
	// The other way round: what was written later in the backup wins.
	newer := filepath.Join(t.TempDir(), "newer"+BackupEnding)
	if _, err := db.BackupTo(t.Context(), newer, false); err != nil {
		t.Fatal(err)
	}
	mustRestore(t, db, file, portfolio.RestoreReplace)
	done = mustRestore(t, db, newer, portfolio.RestoreMerge)
	if got := reread(t, db, aurora.ID, func(*portfolio.Program) {}); got.Status != portfolio.OffTrack || done.Changes != 1 || done.Comes != 1 {
		t.Errorf("Aurora is %s after %+v", got.Status, done)
	}
}

// reread gives the stored program, changed.
func reread(t *testing.T, db *DB, id string, change func(*portfolio.Program)) portfolio.Program {
	t.Helper()
	list := mustDocument(t, db).Programs
	p := list[slices.IndexFunc(list, func(p portfolio.Program) bool { return p.ID == id })]
	change(&p)
	return p
}

func TestRestore_mergeRefusesAloneWhatBreaksARuleByNow(t *testing.T) {
	db := openTemp(t)
	gone := mustSave(t, db, portfolio.Program{Name: "Gone", ExternalID: "K1"})
	if _, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: gone.ID, Title: "Its risk"}); err != nil {
		t.Fatal(err)
	}
	other := mustSave(t, db, portfolio.Program{Name: "Lost"})
	file := filepath.Join(t.TempDir(), "then"+BackupEnding)
	if _, err := db.BackupTo(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	for _, p := range []portfolio.Program{gone, other} {
		if err := db.DeleteProgram(t.Context(), person, p.ID, p.Revision); err != nil {
			t.Fatal(err)
		}
	}
	mustSave(t, db, portfolio.Program{Name: "Has its key", ExternalID: "K1"})
	done := mustRestore(t, db, file, portfolio.RestoreMerge)
	if len(done.Refused) != 2 || !strings.Contains(done.Refused[0].Reason, "K1") {
		t.Errorf("refused are %+v, want the program with the key of another and its risk", done.Refused)
	}
	if got := reread(t, db, other.ID, func(*portfolio.Program) {}); got.Name != "Lost" {
		t.Errorf("%q did not come back", "Lost")
	}
}

func TestRestore_takesABackupOfAnyOlderSchema(t *testing.T) {
	for number := 1; number < Schema(); number++ {
		t.Run(fmt.Sprint("schema ", number), func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "old.db")
			write(t, file, "")
			handle, err := connect(file, readWrite, 1)
			if err != nil {
				t.Fatal(err)
			}
			m, err := migrator(handle, current)
			if err != nil {
				t.Fatal(err)
			}
			if err := m.Migrate(uint(number)); err != nil {
				t.Fatal(err)
			}
			if err := handle.Close(); err != nil {
				t.Fatal(err)
			}
			old, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			db := openTemp(t)
			fill(t, db)
			done := mustRestore(t, db, file, portfolio.RestoreReplace)
			if counts, err := db.Counts(t.Context()); err != nil || counts.Programs != 0 || done.Goes == 0 || done.Backup.Schema != number {
				t.Errorf("restored %+v: %+v (%v)", done, counts, err)
			}
			if now, err := os.ReadFile(file); err != nil || !slices.Equal(old, now) {
				t.Errorf("the backup itself was changed (%v)", err)
			}
		})
	}
}

func TestRestore_refusesWhatIsNoBackupAndChangesNothing(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	copyOf := func(name string) string {
		if _, err := db.BackupTo(t.Context(), at(name), true); err != nil {
			t.Fatal(err)
		}
		return at(name)
	}
	execute(t, copyOf("newer"), `UPDATE schema_migrations SET version = version + 1`)
	execute(t, copyOf("rows of nobody"), `PRAGMA foreign_keys = OFF; DELETE FROM programs`)
	damaged, err := os.ReadFile(copyOf("damaged"))
	if err != nil {
		t.Fatal(err)
	}
	for i := 3 * 4096; i < len(damaged)/2; i++ {
		damaged[i] ^= 0x5a
	}
	write(t, at("damaged"), string(damaged))
	write(t, at("half"), string(damaged[:2*4096]))
	write(t, at("letter"), "Dear Ada")
	write(t, at("empty"), "")
	foreign, err := connect(at("foreign"), readWrite, 1)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := foreign.ExecContext(t.Context(), `CREATE TABLE notes (x)`); err != nil {
		t.Fatal(err)
	}
	if err := foreign.Close(); err != nil {
		t.Fatal(err)
	}
	before := wholeDump(t, db)
	for _, name := range []string{"newer", "rows of nobody", "damaged", "half", "letter", "empty", "foreign", "not there"} {
		for _, mode := range portfolio.RestoreModes {
			_, err := db.RestoreBackup(t.Context(), at(name), RestoreOptions{Mode: mode})
			if code := portfolio.ErrorCode(err); code != portfolio.EStorage && code != portfolio.ENewer {
				t.Errorf("%s, %s: %v", name, mode, err)
			}
			if wholeDump(t, db) != before || len(backups(t, db)) != 0 {
				t.Fatalf("%s, %s: something was written", name, mode)
			}
		}
	}
}

func TestRestore_thatIsStoppedChangesNothing(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	file := filepath.Join(t.TempDir(), "then"+BackupEnding)
	if _, err := db.BackupTo(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "New since"})
	before := wholeDump(t, db)
	for wait := range 40 {
		ctx, cancel := context.WithTimeout(t.Context(), time.Duration(wait)*time.Millisecond)
		_, err := db.RestoreBackup(ctx, file, RestoreOptions{Mode: portfolio.RestoreReplace})
		cancel()
		if err == nil {
			break
		}
		if code := portfolio.ErrorCode(err); code != portfolio.ECancelled {
			t.Fatalf("stopped after %d ms: %v", wait, err)
		}
		if wholeDump(t, db) != before {
			t.Fatalf("stopped after %d ms it changed something", wait)
		}
	}
	mustBeSound(t, db)
}

func TestRestore_othersWhoReadSeeItAndTheirWatchTells(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	file := filepath.Join(t.TempDir(), "then"+BackupEnding)
	if _, err := db.BackupTo(t.Context(), file, false); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		mustSave(t, db, portfolio.Program{Name: "New since"})
	}
	other := mustOpen(t, db.Path())
	defer mustClose(t, other)
	seen, _ := other.Version(t.Context())
	mustRestore(t, db, file, portfolio.RestoreReplace)
	counts, err := other.Counts(t.Context())
	if now, _ := other.Version(t.Context()); err != nil || counts.Programs != 5 || now <= seen {
		t.Errorf("another sees %+v at version %d after %d (%v)", counts, now, seen, err)
	}
}
