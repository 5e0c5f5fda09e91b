package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"portfolio-ai/store/portfolio"
)

// Backups lists the backups that there are of the portfolio, the newest first, with what each holds.
func (db *DB) Backups(ctx context.Context) ([]portfolio.Backup, error) {
	return db.shelf.list(ctx, db.path)
}

// BackupsOf lists the backups of the portfolio at path, the newest first. There need be no portfolio any more.
func BackupsOf(ctx context.Context, path string) ([]portfolio.Backup, error) {
	return new(shelf).list(ctx, path)
}

// newestBackup gives the newest backup that can be read.
func (db *DB) newestBackup(ctx context.Context) (seenBackup, bool) {
	for _, file := range backupFiles(db.path) {
		if b, err := db.shelf.look(ctx, file, db.path); err == nil && b.Problem == "" {
			return b, true
		}
	}
	return seenBackup{}, false
}

// seenBackup is a backup with the mark of what was written last to it.
type seenBackup struct {
	portfolio.Backup
	mark string
}

// shelf knows what is in the backups that it has read, until their files change: to read what a large one holds takes a while.
// The zero value is ready.
type shelf struct {
	mu   sync.Mutex
	seen map[seenFile]seenBackup
}

// seenFile tells a file from what it was before.
type seenFile struct {
	path    string
	size    int64
	changed time.Time
}

// list reads what the backups of the portfolio at path hold, the newest first.
func (s *shelf) list(ctx context.Context, path string) ([]portfolio.Backup, error) {
	out := []portfolio.Backup{}
	for _, file := range backupFiles(path) {
		b, err := s.look(ctx, file, path)
		if err != nil {
			return nil, err
		}
		out = append(out, b.Backup)
	}
	hold(out, rulesFor(path).LetGo)
	return out, nil
}

// look reads what a file holds that may be a backup of the portfolio at path. One that cannot be read has a Problem.
func (s *shelf) look(ctx context.Context, file, path string) (b seenBackup, err error) {
	b.Path = file
	at, why, ok := backupNamed(filepath.Base(file), baseOf(path))
	info, err := os.Stat(file)
	if err != nil {
		b.Problem = fmt.Sprintf("It cannot be read (%s).", reason(err))
		return b, nil
	}
	if !ok {
		at = info.ModTime()
	}
	b.WrittenAt, b.Size = portfolio.MillisOf(at), info.Size()
	if why.Known() {
		b.Reason = why
	}
	key := seenFile{file, info.Size(), info.ModTime()}
	s.mu.Lock()
	before, known := s.seen[key]
	s.mu.Unlock()
	if known {
		return before, nil
	}
	if err := b.read(ctx); ctx.Err() != nil {
		return b, portfolio.Errorf(portfolio.ECancelled, "Stopped; nothing was changed.")
	} else if err != nil {
		b.Problem = portfolio.ErrorMessage(err)
		return b, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.seen == nil {
		s.seen = map[seenFile]seenBackup{}
	}
	s.seen[key] = b
	return b, nil
}

// read opens the file and counts what is in it.
func (b *seenBackup) read(ctx context.Context) error {
	handle, err := connect(b.Path, inspect, 1)
	if err != nil {
		return err
	}
	return errors.Join(b.readFrom(ctx, handle), handle.Close())
}

func (b *seenBackup) readFrom(ctx context.Context, handle *sql.DB) error {
	at, err := schemaVersion(ctx, handle, b.Path)
	switch {
	case err != nil:
		return notABackup(b.Path)
	case at.number == 0:
		return portfolio.Errorf(portfolio.EStorage, "%s holds nothing.", b.Path)
	case at.number > current.newest:
		return newerBackup(b.Path, at.number)
	}
	b.Schema = at.number
	if b.Counts, err = countsIn(ctx, handle); err != nil {
		return notABackup(b.Path)
	}
	b.mark, err = markOf(ctx, handle)
	if err != nil { // of an older schema: it is not what the portfolio is now
		b.mark = ""
	}
	return ctx.Err()
}

// notABackup says that a file cannot be restored.
func notABackup(path string) error {
	return portfolio.Errorf(portfolio.EStorage, "%s is no backup of Portfolio AI, or it is damaged.", path)
}

// newerBackup says that a file needs a newer program.
func newerBackup(path string, schema int) error {
	return portfolio.Errorf(portfolio.ENewer, "The backup %s was written by a newer version of Portfolio AI (schema %d, this one knows %d); install the newer version to restore it.",
		path, schema, current.newest)
}

// markOf gives a text that is another one whenever something was written that a backup should have.
func markOf(ctx context.Context, q querier) (mark string, err error) {
	err = q.QueryRowContext(ctx, `SELECT json_array(
		(SELECT group_concat(name || ' ' || seq, ',') FROM (SELECT name, seq FROM sqlite_sequence ORDER BY name)),
		(SELECT group_concat(state, '') FROM (SELECT state FROM change_sets WHERE state <> 'applied' ORDER BY id)),
		(SELECT group_concat(id || state, ',') FROM (SELECT id, state FROM proposals ORDER BY id)),
		(SELECT group_concat(id || title || pinned, ',') FROM (SELECT id, title, pinned FROM conversations ORDER BY id)),
		(SELECT group_concat(id || updated_at, ',') FROM (SELECT id, updated_at FROM saved_views ORDER BY id)),
		(SELECT group_concat(id || length(narrative), ',') FROM (SELECT id, narrative FROM reports ORDER BY id)),
		(SELECT group_concat(name || '=' || value, ',') FROM (SELECT name, value FROM settings ORDER BY name)))`).Scan(&mark)
	return mark, err
}
