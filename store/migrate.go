package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/gofrs/flock"
	"github.com/golang-migrate/migrate/v4"
	"github.com/golang-migrate/migrate/v4/database"
	"github.com/golang-migrate/migrate/v4/database/sqlite"
	"github.com/golang-migrate/migrate/v4/source/iofs"

	"portfolio-ai/store/migrations"
	"portfolio-ai/store/portfolio"
)

// schema is a set of migrations and the number of the last one.
type schema struct {
	files  fs.FS
	newest int
}

// current is the schema that this program knows.
var current = schema{files: migrations.Files, newest: 12}

// Schema is the number of the newest migration: that of the files that this program writes. It refuses those of a newer one.
func Schema() int { return current.newest }

// migrateFile brings the file at path to the newest schema. An existing portfolio of an older one is copied first. Of
// several processes that want to, one does.
func migrateFile(ctx context.Context, path string, to schema, now time.Time) error {
	if _, done, err := look(ctx, path, to); done || err != nil {
		return err
	}
	return alone(ctx, path, func() error {
		// Another process may have done it meanwhile; what looked like a failed step was then one of its own under way.
		return takeSteps(ctx, path, to, func(handle *sql.DB, from version) error {
			if from.number == 0 || from.number == to.newest {
				return nil // it holds nothing yet, or only a mark of a step is taken away
			}
			return backUpBefore(ctx, handle, path, now)
		})
	})
}

// migrateCopy brings a copy that nobody else has to the newest schema.
func migrateCopy(ctx context.Context, path string, to schema) error {
	return takeSteps(ctx, path, to, func(*sql.DB, version) error { return nil })
}

// takeSteps runs the steps that the file at path lacks, where it lacks any, after first.
func takeSteps(ctx context.Context, path string, to schema, first func(handle *sql.DB, from version) error) error {
	from, done, err := look(ctx, path, to)
	if done || err != nil {
		return err
	}
	handle, err := connect(path, readWrite, 1)
	if err != nil {
		return err
	}
	if err = first(handle, from); err == nil {
		err = stepUp(ctx, handle, path, from, to)
	}
	return errors.Join(err, handle.Close())
}

// look reads at which version a file is, and whether nothing is to be done. It refuses a file of a newer program.
func look(ctx context.Context, path string, to schema) (at version, done bool, err error) {
	if at, err = fileVersion(ctx, path); err != nil {
		return at, false, err
	}
	if at.number > to.newest {
		return at, false, portfolio.Errorf(portfolio.ENewer,
			"The portfolio %s was written by a newer version of Portfolio AI (schema %d, this one knows %d); it was left as it is. Install the newer version.",
			path, at.number, to.newest)
	}
	return at, at.number == to.newest && !at.failed, nil
}

// version is where the schema of a file stands. After a step that failed, or that another process is taking, it is the one
// before that step, which is rolled back as a whole and can be tried again.
type version struct {
	number int // 0 is the state before the first migration
	failed bool
}

// lockLook is how often a process that waits for another one to migrate looks whether it is done.
const lockLook = 20 * time.Millisecond

// alone runs f while no other process does so on the same file. The lock is a file beside it, and ends with its process.
func alone(ctx context.Context, path string, f func() error) error {
	lock := flock.New(path+".lock", flock.SetPermissions(0o600))
	if _, err := lock.TryLockContext(ctx, lockLook); err != nil {
		return fmt.Errorf("wait to migrate %s: %w", path, err)
	}
	return errors.Join(f(), lock.Unlock())
}

// fileVersion reads the schema version of a file without changing it.
func fileVersion(ctx context.Context, path string) (version, error) {
	handle, err := connect(path, inspect, 1)
	if err != nil {
		return version{}, err
	}
	at, err := schemaVersion(ctx, handle, path)
	return at, errors.Join(err, handle.Close())
}

// backUpBefore backs up a portfolio whose schema is about to change.
func backUpBefore(ctx context.Context, handle *sql.DB, path string, now time.Time) error {
	copied, err := backupBeside(ctx, handle, path, now, portfolio.BeforeMigration)
	if err == nil {
		err = checkCopy(ctx, copied)
	}
	if err != nil {
		return fmt.Errorf("copy before migration: %w", fileError(path, err))
	}
	return nil
}

// stepUp runs the steps that a portfolio at a version lacks.
func stepUp(ctx context.Context, handle *sql.DB, path string, from version, to schema) error {
	if from.failed {
		if err := forgetFailedStep(ctx, handle, path, from.number); err != nil {
			return err
		}
	}
	if from.number == to.newest {
		return nil
	}
	m, err := migrator(handle, to)
	if err != nil {
		return fileError(path, err)
	}
	if err := m.Up(); err != nil {
		return fmt.Errorf("migrate %s: %w", path, fileError(path, err))
	}
	return nil
}

// migrator runs migrations on handle, which it closes when it is closed.
func migrator(handle *sql.DB, to schema) (*migrate.Migrate, error) {
	source, err := iofs.New(to.files, ".")
	if err != nil {
		return nil, fmt.Errorf("read migrations: %w", err)
	}
	driver, err := sqlite.WithInstance(handle, &sqlite.Config{})
	if err != nil {
		return nil, fmt.Errorf("prepare migrations: %w", err)
	}
	return migrate.NewWithInstance("embedded", source, "sqlite", &wholeSteps{Driver: driver, handle: handle, next: database.NilVersion})
}

// schemaVersion reads the version of the schema; that of an empty file is 0. It refuses an SQLite file that is something
// else.
func schemaVersion(ctx context.Context, handle *sql.DB, path string) (at version, err error) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		return at, nil
	}
	var tables, ours int
	err = handle.QueryRowContext(ctx,
		`SELECT count(*), coalesce(sum(name = 'schema_migrations'), 0) FROM sqlite_schema WHERE type = 'table'`).Scan(&tables, &ours)
	if err != nil {
		return at, fileError(path, err)
	}
	if tables == 0 {
		return at, nil
	}
	if ours == 0 {
		return at, portfolio.Errorf(portfolio.EDamaged,
			"%s is a database of another program; it was left as it is. Choose another data folder with --data-dir.", path)
	}
	err = handle.QueryRowContext(ctx, `SELECT version, dirty FROM schema_migrations`).Scan(&at.number, &at.failed)
	if errors.Is(err, sql.ErrNoRows) {
		return version{}, nil
	}
	if err != nil {
		return at, fileError(path, err)
	}
	if at.failed {
		at.number--
	}
	return at, nil
}

// forgetFailedStep records that the file is at version, where 0 is the state before the first migration.
func forgetFailedStep(ctx context.Context, handle *sql.DB, path string, version int) error {
	statement := `UPDATE schema_migrations SET version = ?1, dirty = 0`
	if version == 0 {
		statement = `DELETE FROM schema_migrations WHERE version > ?1`
	}
	if _, err := handle.ExecContext(ctx, statement, version); err != nil {
		return fileError(path, err)
	}
	return nil
}
