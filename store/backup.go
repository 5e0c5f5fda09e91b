package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Backup writes a whole copy of the portfolio into the folder of backups, opens and checks it, and then lets those go that are
// no longer needed. Where nothing was written since the newest of them, that one is given instead.
func (db *DB) Backup(ctx context.Context, why portfolio.BackupReason) (portfolio.Backup, error) {
	b, _, err := db.copyFirst(ctx, why)
	if err == nil {
		err = db.thinOut(ctx)
	}
	return b, err
}

// BackupSoon is Backup for whoever cannot wait: the copy is there and on the disk when it returns, and is checked later, before
// an older one goes. It takes a fifth of the time.
func (db *DB) BackupSoon(ctx context.Context, why portfolio.BackupReason) (portfolio.Backup, error) {
	b, written, err := db.copyFirst(ctx, why)
	if written {
		db.checkSoon()
	}
	return b, err
}

// forgetCopy deletes a copy that nobody needs, whether it was checked meanwhile or not. Where that fails, it harms nobody: it is
// of what is there.
func (db *DB) forgetCopy(path string) {
	db.backingUp.Lock()
	defer db.backingUp.Unlock()
	for _, name := range []string{path, path + unchecked} {
		_ = os.Remove(name)
	}
}

// checkSoon checks what is not checked yet, on the side. Close waits for it.
func (db *DB) checkSoon() {
	db.checking.Go(func() { _ = db.thinOut(context.Background()) }) // BackupProblem tells of what goes wrong
}

// copyFirst writes a copy that is still to be checked, and says whether it did: where nothing was written since the newest
// backup, that one is given.
func (db *DB) copyFirst(ctx context.Context, why portfolio.BackupReason) (b portfolio.Backup, written bool, err error) {
	db.backingUp.Lock()
	defer db.backingUp.Unlock()
	defer func() { db.noteBackup(ctx, err) }()
	now, err := markOf(ctx, db.reader)
	if err != nil {
		return b, false, db.wrote(ctx, err)
	}
	newest, ok := db.newestBackup(ctx)
	if ok && newest.mark == now {
		newest.Path = strings.TrimSuffix(newest.Path, unchecked) // that it has once it is checked
		return newest.Backup, false, nil
	}
	source, err := connect(db.path, inspect, 1) // writers go on meanwhile
	if err != nil {
		return b, false, err
	}
	path, err := backupBeside(ctx, source, db.path, db.Now(), why)
	if err := errors.Join(err, source.Close()); err != nil {
		return b, false, db.wrote(ctx, err)
	}
	b, err = db.describe(context.WithoutCancel(ctx), path+unchecked)
	b.Path = path
	return b, true, err
}

// BackupProblem says in a sentence why the newest attempt at a backup failed; "" where it did not.
func (db *DB) BackupProblem() string {
	if problem := db.backupProblem.Load(); problem != nil {
		return *problem
	}
	return ""
}

// noteBackup keeps how an attempt ended. One that was stopped says nothing.
func (db *DB) noteBackup(ctx context.Context, err error) {
	if ctx.Err() != nil {
		return
	}
	problem := ""
	if err != nil {
		problem = portfolio.ErrorMessage(err)
	}
	db.backupProblem.Store(&problem)
}

// BackupTo writes a whole, verified copy of the portfolio to a path that a person chose. It never replaces a file that is
// no portfolio (EInvalid), and one that holds more only where the person said that it may (EConflict).
func (db *DB) BackupTo(ctx context.Context, path string, overFuller bool) (portfolio.Backup, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return portfolio.Backup{}, fmt.Errorf("locate %s: %w", path, err)
	}
	if err := db.mayReplace(ctx, path, overFuller); err != nil {
		return portfolio.Backup{}, err
	}
	source, err := connect(db.path, inspect, 1)
	if err != nil {
		return portfolio.Backup{}, err
	}
	if err := errors.Join(backupTo(ctx, source, path), source.Close()); err != nil {
		return portfolio.Backup{}, db.wrote(ctx, err)
	}
	return db.describe(ctx, path)
}

// describe says what a backup holds.
func (db *DB) describe(ctx context.Context, file string) (portfolio.Backup, error) {
	b, err := db.shelf.look(ctx, file, db.path)
	return b.Backup, err
}

// mayReplace refuses a path at which something is that a backup must not replace.
func (db *DB) mayReplace(ctx context.Context, path string, overFuller bool) error {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && info.Mode().IsRegular() && info.Size() == 0:
		return nil
	case err != nil:
		return portfolio.Errorf(portfolio.EStorage, "%s cannot be looked at (%s); choose another place.", path, reason(err))
	}
	if same, err := os.Stat(db.path); err == nil && os.SameFile(info, same) {
		return portfolio.Invalidf("%s is the portfolio itself; choose another file for the backup.", path)
	}
	there, err := db.describe(ctx, path)
	if err != nil || there.Problem != "" {
		return portfolio.Invalidf("%s is there already and is no backup of Portfolio AI; choose another name.", path)
	}
	counts, err := db.Counts(ctx)
	if err != nil {
		return db.wrote(ctx, err)
	}
	if !overFuller && there.Counts.Records() > counts.Records() {
		return portfolio.Errorf(portfolio.EConflict, "The backup %s holds %s, more than the %s of the portfolio now; it was left as it is.",
			path, recordsIn(there.Counts), recordsIn(counts))
	}
	return nil
}

// recordsIn says how much there is: "40 programs and 220 other records".
func recordsIn(c portfolio.Counts) string {
	return portfolio.CountOf(c.Programs, "program", "programs") + " and " + portfolio.CountOf(c.Records()-c.Programs, "other record", "other records")
}

// backupTo copies the whole database of handle into the file at path, which it replaces. The copy appears under its name only
// when it is complete, was opened and found sound, and is on the disk, so that a half copy never looks like a backup.
func backupTo(ctx context.Context, handle *sql.DB, path string) error {
	if err := copyUnchecked(ctx, handle, path); err != nil {
		return err
	}
	return checkCopy(ctx, path)
}

// copyUnchecked is backupTo for a copy that has the ending "unchecked" after its name until checkCopy takes it away.
func copyUnchecked(ctx context.Context, handle *sql.DB, path string) error {
	part := path + ".part"
	// SQLite writes into an existing empty file, and so keeps its mode.
	if err := os.WriteFile(part, nil, 0o600); err != nil {
		return fmt.Errorf("begin the backup: %w", err)
	}
	err := vacuumInto(ctx, handle, part)
	if err == nil {
		err = os.Rename(part, path+unchecked)
	}
	if err != nil {
		_ = os.Remove(part) // the reason for the failure matters more
		return fmt.Errorf("write the backup: %w", err)
	}
	return syncFolder(filepath.Dir(path))
}

// checkCopy gives a copy its name once it was opened and found sound. One that is not is of no use, and goes.
func checkCopy(ctx context.Context, path string) error {
	err := soundCopy(ctx, path+unchecked)
	if err == nil {
		err = os.Rename(path+unchecked, path)
	}
	if err != nil {
		_ = os.Remove(path + unchecked) // the reason for the failure matters more
		return fmt.Errorf("check the backup: %w", err)
	}
	return syncFolder(filepath.Dir(path))
}

// vacuumInto writes the copy and waits until the disk has it.
func vacuumInto(ctx context.Context, handle *sql.DB, path string) error {
	if _, err := handle.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return fmt.Errorf("copy the portfolio: %w", err)
	}
	return syncFile(path)
}

// soundCopy opens a copy and has SQLite check every page, index and reference of it.
func soundCopy(ctx context.Context, path string) error {
	handle, err := connect(path, inspect, 1)
	if err != nil {
		return err
	}
	return errors.Join(sound(ctx, handle, path), handle.Close())
}

// sound fails with EStorage where SQLite finds a page, an index or a reference broken.
func sound(ctx context.Context, handle *sql.DB, path string) error {
	for _, question := range []string{
		`PRAGMA integrity_check(1)`,
		`SELECT 'a row of ' || "table" || ' belongs to no row of ' || parent FROM pragma_foreign_key_check LIMIT 1`,
	} {
		lines, err := collect(ctx, handle, scanText, question)
		if err != nil {
			return fileError(path, err)
		}
		if len(lines) > 0 && lines[0] != "ok" {
			return portfolio.Errorf(portfolio.EStorage, "The copy %s is damaged (%s).", path, lines[0])
		}
	}
	return nil
}
