package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

const (
	// backupFolder lies beside the portfolio file, and holds the backups where no other folder was chosen.
	backupFolder = "backups"
	// BackupEnding ends the names of backups. They are SQLite databases like the portfolio itself.
	BackupEnding = ".pfbackup"
	// olderEnding ended the names of backups before they had an ending of their own.
	olderEnding = ".db"
	// unchecked follows the name of a backup that was not found sound yet.
	unchecked = ".unchecked"
	// backupRules is the file beside the portfolio that says where backups go. It is not in the portfolio, because who needs a
	// backup may have no portfolio that can be read.
	backupRules = "backups.json"
)

// rules are what a person said about backups.
type rules struct {
	Folder string           `json:"folder"` // "" for the usual one
	LetGo  portfolio.Millis `json:"let_go"` // the fuller backups that were written before are not held any longer
}

// rulesFor reads the rules for the portfolio at path. What cannot be read says nothing.
func rulesFor(path string) (r rules) {
	data, err := os.ReadFile(filepath.Join(filepath.Dir(path), backupRules))
	if err != nil || json.Unmarshal(data, &r) != nil {
		return rules{}
	}
	return r
}

// keepFor keeps the rules for the portfolio at path.
func (r rules) keepFor(path string) error {
	data, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("write the rules for backups: %w", err)
	}
	name := filepath.Join(filepath.Dir(path), backupRules)
	if err := writeWhole(name, append(data, '\n')); err != nil {
		return portfolio.Errorf(portfolio.EStorage, "Where backups go could not be kept in %s (%s).", filepath.Dir(path), reason(err))
	}
	return nil
}

// BackupFolder gives the folder into which backups go, and whether it is the usual one, beside the portfolio.
func (db *DB) BackupFolder() (folder string, usual bool) {
	folder = rulesFor(db.path).Folder
	return folderOr(folder, db.path), folder == ""
}

// folderOr gives the folder, or where there is none the usual one of a portfolio.
func folderOr(folder, path string) string {
	if folder != "" {
		return folder
	}
	return filepath.Join(filepath.Dir(path), backupFolder)
}

// SetBackupFolder has backups go into another folder from now on; "" is the usual one. Those that are there stay there. It
// fails with EInvalid for a folder that cannot be written to.
func (db *DB) SetBackupFolder(folder string) error {
	if folder != "" {
		if !filepath.IsAbs(folder) {
			return portfolio.Invalidf("%q is not the whole path of a folder.", folder)
		}
		probe, err := os.CreateTemp(folder, ".portfolio-ai-*")
		if err != nil {
			return portfolio.Invalidf("The folder %s cannot be written to (%s); choose another.", folder, reason(err))
		}
		if err := errors.Join(probe.Close(), os.Remove(probe.Name())); err != nil {
			return fmt.Errorf("try the folder of backups: %w", err)
		}
	}
	r := rulesFor(db.path)
	r.Folder = folder
	return r.keepFor(db.path)
}

// backupBeside copies the portfolio at path into the folder that was chosen, or where that is out of reach, as a disk that was
// taken away, into the usual one: a copy there is better than none. It is still to be checked, by checkCopy.
func backupBeside(ctx context.Context, handle *sql.DB, path string, now time.Time, why portfolio.BackupReason) (string, error) {
	folder := folderOr(rulesFor(path).Folder, path)
	usual := folderOr("", path)
	now = afterAll(path, now)
	if folder != usual {
		name := backupPath(folder, path, now, why)
		if _, err := os.Stat(folder); err == nil && copyUnchecked(ctx, handle, name) == nil {
			return name, nil
		}
		if err := ctx.Err(); err != nil {
			return "", err
		}
	}
	if err := makeFolder(usual); err != nil {
		return "", portfolio.Errorf(portfolio.EStorage, "The folder for backups %s cannot be made (%s); nothing was changed.", usual, reason(err))
	}
	name := backupPath(usual, path, now, why)
	return name, copyUnchecked(ctx, handle, name)
}

// afterAll gives a time after that of all backups: where the clock was set back, the newest must still be told from the oldest.
func afterAll(path string, now time.Time) time.Time {
	files := backupFiles(path) // by their names, and so by their time
	if len(files) == 0 {
		return now
	}
	if at, _, ok := backupNamed(filepath.Base(files[0]), baseOf(path)); ok && !now.Truncate(time.Millisecond).After(at) {
		return at.Add(time.Millisecond)
	}
	return now
}

// baseOf gives the name of a portfolio file without its ending, with which the names of its backups begin.
func baseOf(path string) string { return strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)) }

// stampLayout is the time in the name of a backup, in UTC, so that names sort by age.
const stampLayout = "20060102-150405.000"

// backupPath names a copy by the time to the millisecond, and never gives the name of a copy that is there already.
func backupPath(folder, path string, now time.Time, why portfolio.BackupReason) string {
	base := baseOf(path)
	stamp := strings.ReplaceAll(now.UTC().Format(stampLayout), ".", "-")
	for n := 1; ; n++ {
		again := ""
		if n > 1 {
			again = fmt.Sprintf("-%d", n)
		}
		name := filepath.Join(folder, fmt.Sprintf("%s-%s-%s%s%s", base, stamp, why, again, BackupEnding))
		_, err := os.Lstat(name)
		_, uncheckedErr := os.Lstat(name + unchecked)
		if err != nil && uncheckedErr != nil {
			return name
		}
	}
}

// backupNamed reads what the name of a backup says of a portfolio with a base name; false for another file.
func backupNamed(name, base string) (at time.Time, why portfolio.BackupReason, ok bool) {
	name = strings.TrimSuffix(name, unchecked)
	ending := filepath.Ext(name)
	rest, ours := strings.CutPrefix(strings.TrimSuffix(name, ending), base+"-")
	if !ours || ending != BackupEnding && ending != olderEnding || len(rest) <= len(stampLayout) {
		return at, "", false
	}
	stamp := []byte(rest[:len(stampLayout)])
	if stamp[len("20060102-150405")] != '-' {
		return at, "", false
	}
	stamp[len("20060102-150405")] = '.'
	at, err := time.Parse(stampLayout, string(stamp))
	why = portfolio.BackupReason(strings.TrimRight(strings.TrimPrefix(rest[len(stampLayout):], "-"), "-0123456789"))
	return at, why, err == nil
}

// backupFiles lists the files of backups of the portfolio at path by their names, the newest first: those in the folder that
// was chosen and those in the usual one.
func backupFiles(path string) []string {
	base := baseOf(path)
	folders := []string{folderOr("", path)}
	if chosen := rulesFor(path).Folder; chosen != "" && chosen != folders[0] {
		folders = append(folders, chosen)
	}
	var out []string
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			continue // it is out of reach, or there is none yet
		}
		for _, entry := range entries {
			if _, _, ok := backupNamed(entry.Name(), base); ok && entry.Type() == fs.FileMode(0) {
				out = append(out, filepath.Join(folder, entry.Name()))
			}
		}
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(filepath.Base(b), filepath.Base(a)) })
	return out
}
