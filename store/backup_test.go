package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

func mustBackup(t *testing.T, db *DB) portfolio.Backup {
	t.Helper()
	b, err := db.Backup(t.Context(), portfolio.BackupByHand)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func mustList(t *testing.T, db *DB) []portfolio.Backup {
	t.Helper()
	list, err := db.Backups(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func TestBackup_isAWholePortfolioForItsOwnerOnly(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	b := mustBackup(t, db)
	if info, err := os.Stat(b.Path); err != nil || info.Mode().Perm() != 0o600 || info.Size() != b.Size {
		t.Errorf("the copy is %v (%v), told as %d bytes", info, err, b.Size)
	}
	if counts, err := db.Counts(t.Context()); err != nil || b.Counts != counts || b.Schema != Schema() || b.Reason != portfolio.BackupByHand || b.Problem != "" {
		t.Errorf("it is told as %+v, and the portfolio holds %+v (%v)", b, counts, err)
	}
	copied := mustOpen(t, b.Path)
	defer mustClose(t, copied)
	if dump(t, copied) != dump(t, db) {
		t.Error("the copy differs from the portfolio")
	}
}

func TestBackup_thatFailsLeavesNoHalfCopy(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := db.Backup(ctx, portfolio.BackupByHand); err == nil {
		t.Fatal("a stopped backup went through")
	}
	if left := backups(t, db); len(left) != 0 {
		t.Errorf("left %v", left)
	}
	if _, err := os.Stat(db.Path()); errors.Is(err, os.ErrNotExist) {
		t.Error("the portfolio is gone")
	}
}

func TestBackup_isMadeAgainOnlyWhereSomethingWasWritten(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	first := mustBackup(t, db)
	if again := mustBackup(t, db); again.Path != first.Path || len(backups(t, db)) != 1 {
		t.Errorf("a second copy of the same: %v", backups(t, db))
	}
	for name, write := range map[string]func() error{
		"a record": func() error {
			_, err := db.SaveProgram(t.Context(), person, portfolio.Program{Name: "New"})
			return err
		},
		"an undo":   func() error { _, err := db.Undo(t.Context()); return err },
		"a setting": func() error { return db.SetSetting(t.Context(), "theme", "dark") },
	} {
		before := mustBackup(t, db)
		if err := write(); err != nil {
			t.Fatal(err)
		}
		if after := mustBackup(t, db); after.Path == before.Path {
			t.Errorf("%s was written, and no new copy was made", name)
		}
	}
}

func TestBackup_comesBeforeWhatChangesMuch(t *testing.T) {
	db := openTemp(t)
	var changes []portfolio.Change
	var read []portfolio.ReadRecord
	for i := range manyChanges {
		p := mustSave(t, db, portfolio.Program{Name: fmt.Sprint("Program ", i)})
		changes = append(changes, portfolio.Change{Entity: portfolio.EntityProgram, ID: p.ID, Field: "owner", Before: json.RawMessage(`""`), After: json.RawMessage(`"Ada"`)})
		read = append(read, portfolio.ReadRecord{ID: p.ID})
	}
	reasons := func() (out []portfolio.BackupReason) {
		for _, b := range mustList(t, db) {
			out = append(out, b.Reason)
		}
		return out
	}
	if _, err := db.Edit(t.Context(), person, changes[1:]); err != nil || len(reasons()) != 0 {
		t.Errorf("an edit of %d rows made the backups %v (%v)", len(changes)-1, reasons(), err)
	}
	if _, err := db.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := db.Edit(t.Context(), person, changes); err != nil || !slices.Equal(reasons(), []portfolio.BackupReason{portfolio.BeforeBulk}) {
		t.Errorf("a bulk edit made the backups %v (%v)", reasons(), err)
	}
	for i, p := range mustDocument(t, db).Programs {
		read[i] = portfolio.ReadRecord{ID: p.ID, Revision: p.Revision}
	}
	if r, err := db.DeletePrograms(t.Context(), person, read); err != nil || len(r.Applied) != manyChanges || len(reasons()) != 2 {
		t.Errorf("a bulk deletion made the backups %v (%+v, %v)", reasons(), r, err)
	}
}

func mustDocument(t *testing.T, db *DB) portfolio.Document {
	t.Helper()
	d, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestBackupTo_neverReplacesWhatIsNoBackupNorWithoutAskingOneThatHoldsMore(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	folder := t.TempDir()
	full, other := filepath.Join(folder, "full"+BackupEnding), filepath.Join(folder, "letter.txt")
	if _, err := db.BackupTo(t.Context(), full, false); err != nil {
		t.Fatal(err)
	}
	write(t, other, "Dear Ada")
	list := mustDocument(t, db).Programs
	if err := db.DeleteProgram(t.Context(), person, list[0].ID, list[0].Revision); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]portfolio.Code{full: portfolio.EConflict, other: portfolio.EInvalid, db.Path(): portfolio.EInvalid} {
		before, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		_, err = db.BackupTo(t.Context(), path, false)
		after, readErr := os.ReadFile(path)
		if portfolio.ErrorCode(err) != want || readErr != nil || !slices.Equal(before, after) {
			t.Errorf("%s: %v, want %s and the file as it was (%v)", filepath.Base(path), err, want, readErr)
		}
	}
	if b, err := db.BackupTo(t.Context(), full, true); err != nil || b.Counts.Programs != len(list)-1 {
		t.Errorf("where the person said so: %+v (%v)", b, err)
	}
}

func TestSetBackupFolder_backupsGoThereAndWhereItIsGoneBesideThePortfolio(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	usual, _ := db.BackupFolder()
	chosen := filepath.Join(t.TempDir(), "Stick 100% #1")
	if err := db.SetBackupFolder(chosen); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Fatalf("a folder that there is not was taken (%v)", err)
	}
	if err := os.Mkdir(chosen, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := db.SetBackupFolder(chosen); err != nil {
		t.Fatal(err)
	}
	if b := mustBackup(t, db); filepath.Dir(b.Path) != chosen {
		t.Errorf("it went to %s", b.Path)
	}
	if err := os.Rename(chosen, chosen+" away"); err != nil {
		t.Fatal(err)
	}
	mustSave(t, db, portfolio.Program{Name: "Later"})
	if b := mustBackup(t, db); filepath.Dir(b.Path) != usual || b.Problem != "" {
		t.Errorf("without the folder it went to %+v", b)
	}
	if err := os.Rename(chosen+" away", chosen); err != nil {
		t.Fatal(err)
	}
	if list := mustList(t, db); len(list) != 2 {
		t.Errorf("listed are %+v, want those of both folders", list)
	}
}

// aged are backups by how old they are and how much they hold, the newest first.
func aged(noon time.Time, records int, ages ...time.Duration) (out []portfolio.Backup) {
	for _, age := range ages {
		out = append(out, portfolio.Backup{WrittenAt: portfolio.MillisOf(noon.Add(-age)), Counts: portfolio.Counts{Programs: records}})
	}
	return out
}

func TestSpare_keepsRecentDailyWeeklyAndMonthlyOnes(t *testing.T) {
	const hour, day = time.Hour, 24 * time.Hour
	var ages []time.Duration
	for i := range 3 * 365 * 24 {
		ages = append(ages, time.Duration(i)*hour)
	}
	all := aged(noon, 10, ages...)
	kept := 0
	oldest := time.Duration(0)
	for i, gone := range spare(all) {
		if !gone {
			kept++
			oldest = ages[i]
		} else if i < keepRecent {
			t.Errorf("the backup of %v ago goes", ages[i])
		}
	}
	if most := keepRecent + keepDaily + keepWeekly + keepMonthly; kept > most || kept < most-8 {
		t.Errorf("%d stay of one an hour, want about %d", kept, most)
	}
	if oldest < 300*day {
		t.Errorf("the oldest that stays is of %v ago, want about a year", oldest)
	}
	// What stays now stays later: thinning each hour leaves as many as thinning once.
	var each []portfolio.Backup
	for i := len(all) - 1; i >= 0; i-- {
		each = slices.Insert(each, 0, all[i])
		gone := spare(each)
		n := 0
		each = slices.DeleteFunc(each, func(portfolio.Backup) bool { n++; return gone[n-1] })
	}
	if len(each) < kept-1 || portfolio.MillisOf(noon)-each[len(each)-1].WrittenAt < portfolio.Millis((300*day).Milliseconds()) {
		t.Errorf("thinned out each hour %d stay, the oldest of %v", len(each), each[len(each)-1].WrittenAt.Time())
	}
}

func TestHold_fullerBackupsStayUntilAPersonLetsThemGo(t *testing.T) {
	var recent []time.Duration
	for i := range keepRecent {
		recent = append(recent, time.Duration(i)*time.Minute)
	}
	today := 2 * time.Hour // on the same day as the recent ones, so that the rule does not need it
	for _, c := range []struct {
		name      string
		now, then int
		letGo     portfolio.Millis
		held      bool
	}{
		{name: "as much", now: 100, then: 100},
		{name: "a little less", now: 91, then: 100},
		{name: "clearly less", now: 80, then: 100, held: true},
		{name: "empty", now: 0, then: 1, held: true},
		{name: "more", now: 100, then: 10},
		{name: "a person let it go", now: 0, then: 100, letGo: portfolio.MillisOf(noon)},
	} {
		list := slices.Concat(aged(noon, c.now, recent...), aged(noon, c.then, today))
		hold(list, c.letGo)
		for i, b := range list {
			if b.Held != (c.held && i == len(list)-1) {
				t.Errorf("%s: backup %d has held %v", c.name, i, b.Held)
			}
		}
	}
}

func TestThinOut_deletesOnlyWhatIsSpareAndReadable(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	clock := noon
	db.Now = func() time.Time { return clock }
	for range keepRecent + 3 {
		clock = clock.Add(time.Minute)
		mustSave(t, db, portfolio.Program{Name: "One more"})
		mustBackup(t, db)
	}
	if list := mustList(t, db); len(list) != keepRecent {
		t.Fatalf("%d stay, want %d", len(list), keepRecent)
	}
	folder, _ := db.BackupFolder()
	stranger, broken := filepath.Join(folder, "notes.db"), backupPath(folder, db.Path(), noon, portfolio.BackupByHand)
	write(t, stranger, "mine")
	write(t, broken, "not a database at all")
	for _, p := range mustDocument(t, db).Programs {
		if err := db.DeleteProgram(t.Context(), person, p.ID, p.Revision); err != nil {
			t.Fatal(err)
		}
	}
	for i := range keepRecent + 5 {
		clock = clock.Add(time.Minute)
		if err := db.SetSetting(t.Context(), "count", fmt.Sprint(i)); err != nil {
			t.Fatal(err)
		}
		mustBackup(t, db)
	}
	held := 0
	for _, b := range mustList(t, db) {
		if b.Held && b.Counts.Programs > 0 {
			held++
		}
	}
	if held == 0 {
		t.Error("an empty portfolio drove out every full backup")
	}
	for _, path := range []string{stranger, broken} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%s is gone", filepath.Base(path))
		}
	}
	if err := db.LetFullerGo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if list := mustList(t, db); slices.ContainsFunc(list, func(b portfolio.Backup) bool { return b.Held }) {
		t.Errorf("held after a person let them go: %+v", list)
	}
}

func TestBackup_isTheNewestAlsoWhereTheClockWasSetBack(t *testing.T) {
	db := openTemp(t)
	clock := noon
	db.Now = func() time.Time { return clock }
	for i := range keepRecent + 2 {
		mustSave(t, db, portfolio.Program{Name: fmt.Sprint("Program ", i)})
		made := mustBackup(t, db)
		if list := mustList(t, db); len(list) == 0 || list[0].Path != made.Path {
			t.Fatalf("backup %d is not the newest of its list", i)
		}
		clock = clock.Add(-time.Hour)
	}
}

func TestThinOut_deletesHalfCopiesThatNobodyWritesAnyMore(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	mustBackup(t, db)
	folder, _ := db.BackupFolder()
	old, fresh := filepath.Join(folder, "portfolio-1"+BackupEnding+".part"), filepath.Join(folder, "portfolio-2"+BackupEnding+".part")
	for path, age := range map[string]time.Duration{old: 2 * halfOld, fresh: time.Hour} {
		write(t, path, "half")
		if err := os.Chtimes(path, time.Now(), time.Now().Add(-age)); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.thinOut(t.Context()); err != nil {
		t.Fatal(err)
	}
	_, oldErr := os.Stat(old)
	if _, err := os.Stat(fresh); err != nil || oldErr == nil {
		t.Errorf("the old half is there: %v; the fresh one: %v", oldErr == nil, err)
	}
}

func TestBackups_listsDamagedAndNewerOnesWithTheReason(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	folder, _ := db.BackupFolder()
	newer := mustBackup(t, db)
	execute(t, newer.Path, `UPDATE schema_migrations SET version = version + 1`)
	older := filepath.Join(folder, "portfolio-20250101-080000-000-before-import.db")
	if _, err := db.BackupTo(t.Context(), older, false); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{"portfolio-20260101-080000-000-on-quit.pfbackup": "garbage", "portfolio-20260101-080001-000-on-quit.pfbackup": "", "other-20260101-080001-000-on-quit.pfbackup": "not ours"} {
		write(t, filepath.Join(folder, name), content)
	}
	var told []string
	for _, b := range mustList(t, db) {
		told = append(told, fmt.Sprintf("%s %d %v", b.Reason, b.Counts.Programs, b.Problem != ""))
	}
	slices.Sort(told)
	if want := []string{"before-import 5 false", "by-hand 0 true", "on-quit 0 true", "on-quit 0 true"}; !slices.Equal(told, want) {
		t.Errorf("told are %q, want %q", told, want)
	}
}

func TestBackup_leavesNoOtherFiles(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	mustBackup(t, db)
	mustList(t, db)
	folder, _ := db.BackupFolder()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasSuffix(path, BackupEnding) {
			t.Errorf("left %s", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
