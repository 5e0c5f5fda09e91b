package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// How many backups stay: the newest ones, and the newest of each of the last days, weeks and months.
const (
	keepRecent  = 24
	keepDaily   = 14
	keepWeekly  = 8
	keepMonthly = 12
)

// clearlyLess is the part of what an older backup holds under which a newer one does not stand for it.
const clearlyLess = 0.9

// spans are the stretches of time of which the newest backup stays, with how many of them.
var spans = []struct {
	most int
	of   func(time.Time) string
}{
	{keepDaily, func(t time.Time) string { return t.Format(time.DateOnly) }},
	{keepWeekly, func(t time.Time) string {
		year, week := t.ISOWeek()
		return fmt.Sprint(year, "/", week)
	}},
	{keepMonthly, func(t time.Time) string { return t.Format("2006-01") }},
}

// spare says of backups, the newest first, which the rule no longer needs.
func spare(backups []portfolio.Backup) []bool {
	needed := make([]bool, len(backups))
	for i := range min(keepRecent, len(backups)) {
		needed[i] = true
	}
	for _, span := range spans {
		had := map[string]bool{}
		for i, b := range backups {
			name := span.of(b.WrittenAt.Time().Local())
			if !had[name] && len(had) < span.most {
				had[name], needed[i] = true, true
			}
		}
	}
	out := make([]bool, len(backups))
	for i := range out {
		out[i] = !needed[i]
	}
	return out
}

// hold marks those backups, the newest first, that the rule lets go and that stay all the same: everything that was written
// since holds clearly less, as after many records were deleted by mistake. Backups that were written before let go are no
// longer held.
func hold(backups []portfolio.Backup, letGo portfolio.Millis) {
	most := 0 // records in one of the backups that were written since
	spared := spare(backups)
	for i, b := range backups {
		fuller := float64(most) < clearlyLess*float64(b.Counts.Records())
		backups[i].Held = spared[i] && fuller && b.WrittenAt > letGo
		if !spared[i] || backups[i].Held {
			most = max(most, b.Counts.Records())
		}
	}
}

// thinOut checks what is not checked yet, and then deletes the backups that the rule no longer needs and that are not held: an
// older one goes after all newer ones were found sound. One that cannot be read stays: a person may save more of it than the
// program. So does one that cannot be deleted now.
func (db *DB) thinOut(ctx context.Context) (err error) {
	db.backingUp.Lock()
	defer db.backingUp.Unlock()
	defer func() {
		if err != nil {
			db.noteBackup(ctx, err)
		}
	}()
	removeHalves(db.path)
	for _, file := range backupFiles(db.path) {
		if path, ok := strings.CutSuffix(file, unchecked); ok {
			if err := checkCopy(ctx, path); err != nil {
				return db.wrote(ctx, err)
			}
		}
	}
	backups, err := db.Backups(ctx)
	if err != nil {
		return err
	}
	for i, spared := range spare(backups) {
		b := backups[i]
		if !spared || b.Held || b.Problem != "" {
			continue
		}
		_ = os.Remove(b.Path) // the next backup tries again
	}
	return nil
}

// halfOld is how old a half copy is that nobody writes any more.
const halfOld = 24 * time.Hour

// removeHalves deletes what is left of copies whose program ended while it wrote them.
func removeHalves(path string) {
	for _, folder := range []string{folderOr("", path), folderOr(rulesFor(path).Folder, path)} {
		halves, err := filepath.Glob(filepath.Join(escaped(folder), escaped(baseOf(path))+"-*"+BackupEnding+".part"))
		if err != nil {
			continue
		}
		for _, half := range halves {
			if info, err := os.Stat(half); err == nil && time.Since(info.ModTime()) > halfOld {
				_ = os.Remove(half) // the next backup tries again
			}
		}
	}
}

// escaped gives a path as a pattern that matches it alone.
func escaped(path string) string {
	return strings.NewReplacer("[", "[[]", "*", "[*]", "?", "[?]").Replace(path)
}

// LetFullerGo has the rule apply to the backups again that are held because what was written since holds clearly less.
func (db *DB) LetFullerGo(ctx context.Context) error {
	r := rulesFor(db.path)
	r.LetGo = portfolio.MillisOf(db.Now())
	if err := r.keepFor(db.path); err != nil {
		return err
	}
	return db.thinOut(ctx)
}
