package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// RestoreOptions say how a backup is put back. Rows is how many of the differences are told.
type RestoreOptions struct {
	Mode   portfolio.RestoreMode
	DryRun bool
	Rows   int
}

// RestoreBackup puts a backup back, of any schema up to this program's, after a copy of what is there; or says what that would
// change. It happens in one transaction: whoever reads meanwhile sees all of it or nothing. It fails with EStorage for a file
// that is no backup or is damaged, with ENewer, and then nothing is changed.
func (db *DB) RestoreBackup(ctx context.Context, file string, o RestoreOptions) (result portfolio.RestoreResult, err error) {
	if err := db.mayWrite(); err != nil {
		return result, err
	}
	old, err := db.openBackup(ctx, file)
	if err != nil {
		return result, err
	}
	defer func() { err = db.wrote(ctx, errors.Join(err, old.discard())) }()
	if result, err = db.compareBackup(ctx, old, o); err != nil {
		return result, err
	}
	if o.DryRun {
		return result, nil
	}
	safety, err := db.Backup(ctx, portfolio.BeforeRestore)
	if err != nil {
		return result, err
	}
	result.Safety = safety.Path
	why := "Restore the backup of " + result.Backup.WrittenAt.Time().Local().Format("2006-01-02 15:04")
	if o.Mode == portfolio.RestoreMerge {
		result.Refused, err = db.merge(ctx, old, "Merge: "+why)
		return result, err
	}
	return result, db.replace(ctx, old, why)
}

// openedBackup is a copy of a backup, brought to today's schema, which can only be read.
type openedBackup struct {
	*DB
	of portfolio.Backup
}

// openBackup gives a backup as a portfolio of today's schema: a copy in a temporary folder, which discard removes. The file
// itself stays as it is.
func (db *DB) openBackup(ctx context.Context, file string) (_ *openedBackup, err error) {
	seen, err := db.shelf.look(ctx, file, db.path)
	switch {
	case err != nil:
		return nil, err
	case seen.Problem != "":
		return nil, portfolio.Errorf(portfolio.EStorage, "%s", seen.Problem)
	}
	folder, err := os.MkdirTemp("", "portfolio-ai-*")
	if err != nil {
		return nil, portfolio.Errorf(portfolio.EStorage, "No room for a copy of the backup (%s); free some space in the folder for temporary files.", reason(err))
	}
	old := &openedBackup{&DB{Now: db.Now, path: filepath.Join(folder, "portfolio.db"), folder: folder}, seen.Backup}
	defer func() {
		if err != nil {
			err = errors.Join(err, old.discard())
		}
	}()
	if err := copySound(ctx, file, old.path); err != nil {
		return nil, err
	}
	if err := migrateCopy(ctx, old.path, current); err != nil {
		return nil, db.wrote(ctx, err)
	}
	old.reader, err = connect(old.path, read, readers)
	return old, err
}

// copySound copies a backup, through SQLite so that nothing that lies beside it is forgotten, and checks every page of it.
func copySound(ctx context.Context, file, path string) error {
	source, err := connect(file, inspect, 1)
	if err != nil {
		return err
	}
	if err = os.WriteFile(path, nil, 0o600); err == nil {
		if err = sound(ctx, source, file); err == nil {
			_, err = source.ExecContext(ctx, `VACUUM INTO ?`, path)
		}
	}
	if err := errors.Join(err, source.Close()); err != nil {
		if ctx.Err() != nil {
			return portfolio.Errorf(portfolio.ECancelled, "Stopped; nothing was changed.")
		}
		if code := portfolio.ErrorCode(fileError(file, err)); code == portfolio.EStorage || code == portfolio.EDamaged {
			return portfolio.Errorf(portfolio.EStorage, "The backup %s is damaged and cannot be restored; choose another. Nothing was changed.", file)
		}
		return fmt.Errorf("read the backup: %w", err)
	}
	return nil
}

// replace puts everything that the backup holds in the place of everything that the portfolio holds, and notes in its log
// that this was done. It works on a connection of its own: one that was stopped in the middle may not let go of the backup.
func (db *DB) replace(ctx context.Context, old *openedBackup, why string) error {
	handle, err := connect(db.path, readWrite, 1)
	if err != nil {
		return err
	}
	set, err := db.replaceOn(ctx, handle, old.path, why)
	if err := errors.Join(err, handle.Close()); err != nil {
		return err
	}
	db.announce(Changed{ChangeSet: set, Entities: portfolio.Entities, Proposals: true})
	return db.Reassess(context.WithoutCancel(ctx)) // it is done; nobody can stop it any more
}

// replaceOn is replace on a handle of one connection. It gives the change set that tells of it.
func (db *DB) replaceOn(ctx context.Context, handle *sql.DB, backup, why string) (int64, error) {
	if _, err := handle.ExecContext(ctx, `ATTACH DATABASE ? AS backup`, backup); err != nil {
		return 0, fmt.Errorf("attach the backup: %w", err)
	}
	t, err := handle.BeginTx(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("begin to restore: %w", err)
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	newest, err := scalar[int64](ctx, t, `SELECT coalesce(max(seq), 0) FROM main.sqlite_sequence WHERE name = 'change_sets'`)
	if err != nil {
		return 0, err
	}
	if err := replaceTables(ctx, t); err != nil {
		return 0, err
	}
	set, err := noteRestore(ctx, t, newest, why, db.Now())
	if err != nil {
		return 0, err
	}
	before := db.seen.Swap(set) // before others can see it, so that it is not taken for theirs
	if err := t.Commit(); err != nil {
		db.seen.Store(before)
		return 0, fmt.Errorf("commit: %w", err)
	}
	return set, nil
}

// noteRestore writes the change set that tells of the restore. It has no rows, so that undo passes it by: what is in the log
// before it explains what is there. Its number is above all that either portfolio had, so that everybody sees that there is
// something new; its day is the newest of the log, so that facts of the next day can still come in.
func noteRestore(ctx context.Context, t *sql.Tx, newest int64, why string, now time.Time) (int64, error) {
	_, err := t.ExecContext(ctx, `UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'change_sets'`, newest)
	if err != nil {
		return 0, fmt.Errorf("number the restore: %w", err)
	}
	done, err := t.ExecContext(ctx, `INSERT INTO change_sets (id, actor, why, written_at, as_of)
		VALUES (1 + max(?, (SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = 'change_sets')), ?, ?, ?, coalesce(nullif((`+newestAsOf+`), ''), ?))`,
		newest, portfolio.ByPerson, why, portfolio.MillisOf(now), portfolio.DateOf(now))
	if err != nil {
		return 0, fmt.Errorf("note the restore: %w", err)
	}
	return done.LastInsertId()
}

// replaceTables fills every table with the rows of the backup's. Meanwhile no trigger is in force, and the search indexes are
// written anew at the end.
func replaceTables(ctx context.Context, t *sql.Tx) error {
	tables, err := collect(ctx, t, scanText, ownTables)
	if err != nil {
		return fmt.Errorf("list the tables: %w", err)
	}
	triggers, err := withoutTriggers(ctx, t)
	if err != nil {
		return err
	}
	statements := []string{`PRAGMA defer_foreign_keys = ON`}
	for _, table := range tables {
		columns, err := collect(ctx, t, scanText, `SELECT name FROM pragma_table_info(?) ORDER BY cid`, table)
		if err != nil {
			return fmt.Errorf("list the columns of %s: %w", table, err)
		}
		list := strings.Join(columns, ", ")
		statements = append(statements, `DELETE FROM main.`+table, fmt.Sprintf(`INSERT INTO main.%s (%s) SELECT %s FROM backup.%s`, table, list, list, table))
	}
	statements = append(statements, `DELETE FROM main.sqlite_sequence`, `INSERT INTO main.sqlite_sequence SELECT * FROM backup.sqlite_sequence`)
	statements = append(statements, searchAnew...)
	for _, statement := range slices.Concat(statements, triggers) {
		if _, err := t.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("restore (%s): %w", statement, err)
		}
	}
	return nil
}

// searchAnew writes the search indexes from what their tables hold. That of conversations is no index of a table: it keeps
// titles itself.
var searchAnew = []string{
	`INSERT INTO programs_search (programs_search) VALUES ('rebuild')`,
	`INSERT INTO risks_search (risks_search) VALUES ('rebuild')`,
	`INSERT INTO milestones_search (milestones_search) VALUES ('rebuild')`,
	`INSERT INTO messages_search (messages_search) VALUES ('rebuild')`,
	`DELETE FROM conversations_search`,
	`INSERT INTO conversations_search (title, conversation_id) SELECT title, id FROM conversations`,
}

// ownTables lists the tables that hold what people wrote.
const ownTables = `SELECT name FROM pragma_table_list
	WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' AND name <> 'schema_migrations' ORDER BY name`

// withoutTriggers takes all triggers out of force within a transaction, and gives the statements that bring them back.
func withoutTriggers(ctx context.Context, t *sql.Tx) (back []string, err error) {
	back, err = collect(ctx, t, scanText, `SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name`)
	if err != nil {
		return nil, fmt.Errorf("list the triggers: %w", err)
	}
	for _, trigger := range back {
		name := strings.Fields(trigger)[2] // CREATE TRIGGER name
		if _, err := t.ExecContext(ctx, `DROP TRIGGER main.`+name); err != nil {
			return nil, fmt.Errorf("put %s out of force: %w", name, err)
		}
	}
	return back, nil
}

// scalar reads one value.
func scalar[V any](ctx context.Context, q querier, query string, args ...any) (value V, err error) {
	err = q.QueryRowContext(ctx, query, args...).Scan(&value)
	return value, err
}
