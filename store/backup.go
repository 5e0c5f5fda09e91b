package store

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// backupFolder lies beside the portfolio file.
const backupFolder = "backups"

// Backup writes a whole copy of the portfolio beside it and gives its path. why is a short word for the file's name.
func (db *DB) Backup(ctx context.Context, why string) (string, error) {
	path, err := backupTo(ctx, db.writer, backupPath(db.path, db.Now(), why))
	if err != nil {
		return "", db.wrote(ctx, err)
	}
	return path, nil
}

// backupPath names a copy by the time to the millisecond, so that names sort by age, and never gives the name of a copy
// that is there already.
func backupPath(path string, now time.Time, why string) string {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	stamp := strings.ReplaceAll(now.UTC().Format("20060102-150405.000"), ".", "-")
	for n := 1; ; n++ {
		again := ""
		if n > 1 {
			again = fmt.Sprintf("-%d", n)
		}
		name := filepath.Join(filepath.Dir(path), backupFolder, fmt.Sprintf("%s-%s-%s%s%s", base, stamp, why, again, filepath.Ext(path)))
		if _, err := os.Lstat(name); err != nil {
			return name
		}
	}
}

// backupTo copies the whole database of handle into the file at path. The copy appears under its name only when it is
// complete and on the disk, so that a half copy never looks like a backup.
func backupTo(ctx context.Context, handle *sql.DB, path string) (string, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return "", fmt.Errorf("make the backup folder: %w", err)
	}
	part := path + ".part"
	// SQLite writes into an existing empty file, and so keeps its mode.
	if err := os.WriteFile(part, nil, 0o600); err != nil {
		return "", fmt.Errorf("begin the backup: %w", err)
	}
	if err := vacuumInto(ctx, handle, part); err != nil {
		_ = os.Remove(part) // the reason for the failure matters more
		return "", err
	}
	if err := os.Rename(part, path); err != nil {
		return "", fmt.Errorf("finish the backup: %w", err)
	}
	return path, nil
}

// vacuumInto writes the copy and waits until the disk has it.
func vacuumInto(ctx context.Context, handle *sql.DB, path string) error {
	if _, err := handle.ExecContext(ctx, `VACUUM INTO ?`, path); err != nil {
		return fmt.Errorf("copy the portfolio: %w", err)
	}
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return fmt.Errorf("open the copy: %w", err)
	}
	if err := file.Sync(); err != nil {
		_ = file.Close()
		return fmt.Errorf("store the copy: %w", err)
	}
	return file.Close()
}
