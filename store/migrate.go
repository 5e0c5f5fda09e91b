package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"time"

	"github.com/golang-migrate/migrate/v4"
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
var current = schema{files: migrations.Files, newest: 5}

// migrateFile brings the file at path to the newest schema. An existing portfolio of an older one is copied first.
func migrateFile(ctx context.Context, path string, to schema, now time.Time) error {
	version, err := fileVersion(ctx, path)
	switch {
	case err != nil:
		return err
	case version == to.newest:
		return nil
	case version > to.newest:
		return portfolio.Errorf(portfolio.EStorage,
			"The portfolio %s was written by a newer version of Portfolio AI (schema %d, this one knows %d); it was left as it is. Install the newer version.",
			path, version, to.newest)
	}
	handle, err := connect(path, readWrite, 1)
	if err != nil {
		return err
	}
	return errors.Join(migrateFrom(ctx, handle, path, version, to, now), handle.Close())
}

// fileVersion reads the schema version of a file without changing it.
func fileVersion(ctx context.Context, path string) (int, error) {
	handle, err := connect(path, inspect, 1)
	if err != nil {
		return 0, err
	}
	version, err := schemaVersion(ctx, handle, path)
	return version, errors.Join(err, handle.Close())
}

// migrateFrom copies a portfolio that is at a version above 0 and runs the steps that it lacks.
func migrateFrom(ctx context.Context, handle *sql.DB, path string, version int, to schema, now time.Time) error {
	if version > 0 {
		if _, err := backupTo(ctx, handle, backupPath(path, now, "before-migration")); err != nil {
			return fmt.Errorf("copy before migration: %w", err)
		}
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
	return migrate.NewWithInstance("embedded", source, "sqlite", driver)
}

// schemaVersion reads the version of the schema: 0 for an empty file. It refuses an SQLite file that is something else,
// and one whose last migration did not end.
func schemaVersion(ctx context.Context, handle *sql.DB, path string) (int, error) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		return 0, nil
	}
	var tables, ours int
	err := handle.QueryRowContext(ctx,
		`SELECT count(*), coalesce(sum(name = 'schema_migrations'), 0) FROM sqlite_schema WHERE type = 'table'`).Scan(&tables, &ours)
	if err != nil {
		return 0, fileError(path, err)
	}
	if tables == 0 {
		return 0, nil
	}
	if ours == 0 {
		return 0, portfolio.Errorf(portfolio.EStorage,
			"%s is a database of another program; it was left as it is. Choose another data folder with --data-dir.", path)
	}
	var version int
	var dirty bool
	err = handle.QueryRowContext(ctx, `SELECT version, dirty FROM schema_migrations`).Scan(&version, &dirty)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, nil
	}
	if err != nil {
		return 0, fileError(path, err)
	}
	if dirty {
		// The failed step was rolled back as a whole, so the file is at the version before and the step can be tried again.
		return version - 1, forgetFailedStep(ctx, handle, path, version-1)
	}
	return version, nil
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
