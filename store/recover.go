package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"portfolio-ai/store/portfolio"
)

// beside are the files that belong to a portfolio file, by what follows its name. The journal must never stay without it:
// SQLite would read what is written in it into whatever comes in the place of the file.
var beside = []string{"-wal", "-shm", "-journal"}

// lost says that there is no portfolio at path where there should be one: backups of it are there. It is nil where none was
// there before.
func lost(path, what string) error {
	if len(backupFiles(path)) == 0 {
		return nil
	}
	return portfolio.Errorf(portfolio.EDamaged, "%s, but there are backups of it. Restore one of them, or move the folder with the backups away to begin with an empty portfolio.", what)
}

// PutInPlace puts a backup in the place of a portfolio that cannot be opened. What was there stays beside it, under the
// name that is given; "" where there was nothing. Nobody may have it open. It fails with EStorage for a file that is no
// backup or is damaged, and with ENewer, and leaves everything as it was.
func PutInPlace(ctx context.Context, path, file string) (aside string, err error) {
	seen, err := new(shelf).look(ctx, file, path)
	switch {
	case err != nil:
		return "", err
	case seen.Problem != "":
		return "", portfolio.Errorf(portfolio.EStorage, "%s", seen.Problem)
	}
	fresh := path + ".part"
	if err := copySound(ctx, file, fresh); err != nil {
		_ = os.Remove(fresh) // the reason for the failure matters more
		return "", err
	}
	return swap(ctx, path, fresh)
}

// BeginAnew puts an empty portfolio in the place of one that cannot be opened, as PutInPlace does.
func BeginAnew(ctx context.Context, path string) (aside string, err error) {
	fresh := path + ".part"
	_ = os.Remove(fresh) // of an attempt that did not come to its end
	db, err := Open(ctx, fresh)
	if err != nil {
		return "", err
	}
	if err := db.Close(); err != nil {
		return "", err
	}
	return swap(ctx, path, fresh)
}

// swap puts the file fresh, which is in the same folder, in the place of a portfolio. There is a whole file under the name
// at every moment.
func swap(ctx context.Context, path, fresh string) (aside string, err error) {
	err = alone(ctx, path, func() error {
		aside, err = setAside(path, time.Now())
		if err != nil {
			return err
		}
		if err := syncFile(fresh); err != nil {
			return err
		}
		if err := os.Rename(fresh, path); err != nil {
			return fmt.Errorf("put the backup in place: %w", err)
		}
		return syncFolder(filepath.Dir(path))
	})
	return aside, err
}

// setAside copies what is at path to a name of its own, and moves what belongs to it there.
func setAside(path string, now time.Time) (aside string, err error) {
	if _, err := os.Lstat(path); errors.Is(err, os.ErrNotExist) {
		return "", removeBeside(path)
	}
	ending := filepath.Ext(path)
	aside = path[:len(path)-len(ending)] + "-damaged-" + now.UTC().Format("20060102-150405") + ending
	if err := os.Link(path, aside); err != nil && copyFile(path, aside) != nil {
		return "", portfolio.Errorf(portfolio.EStorage, "What is at %s cannot be kept under another name (%s); nothing was changed.", path, reason(err))
	}
	for _, end := range beside {
		if err := os.Rename(path+end, aside+end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return "", portfolio.Errorf(portfolio.EStorage, "%s cannot be moved (%s); close what has it open.", path+end, reason(err))
		}
	}
	return aside, syncFolder(filepath.Dir(path))
}

// removeBeside removes what belongs to a file that is not there.
func removeBeside(path string) error {
	for _, end := range beside {
		if err := os.Remove(path + end); err != nil && !errors.Is(err, os.ErrNotExist) {
			return portfolio.Errorf(portfolio.EStorage, "%s cannot be removed (%s).", path+end, reason(err))
		}
	}
	return nil
}
