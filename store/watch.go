package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"portfolio-ai/store/portfolio"
)

// looks are the pauses before each look that follows when the files were touched last. The first waits until they are still:
// a commit touches them several times. The others are there because the system tells of a commit before it can be read: what
// was written must reach the disk first, which takes seconds where the disk is busy, and nothing tells of its end.
var looks = [...]time.Duration{50 * time.Millisecond, 250 * time.Millisecond, time.Second, 5 * time.Second}

// lookAgain is the pause after which a watch that ended begins anew.
const lookAgain = time.Second

// Watch tells the listeners of OnChange what other processes write to the same file, until ctx ends. It learns of writes
// from the system and asks the database nothing while nobody writes. Where the system cannot watch, it looks once a second.
func (db *DB) Watch(ctx context.Context) {
	for {
		_ = db.watch(ctx) // whatever it was may have passed in a second
		select {
		case <-ctx.Done():
			return
		case <-time.After(lookAgain):
		}
	}
}

// watch looks once, and then whenever the files were touched, until something fails.
func (db *DB) watch(ctx context.Context) (err error) {
	// The version that a connection reports compares only with what the same connection reported before.
	conn, err := db.reader.Conn(ctx)
	if err != nil {
		return fmt.Errorf("watch the portfolio: %w", err)
	}
	defer func() { err = errors.Join(err, conn.Close()) }()
	var version int64
	if err := db.lookForOthers(ctx, conn, &version); err != nil {
		return err
	}
	watcher, err := fsnotify.NewWatcher()
	if err != nil {
		return fmt.Errorf("watch the portfolio: %w", err)
	}
	defer func() { err = errors.Join(err, watcher.Close()) }()
	if err := watcher.Add(filepath.Dir(db.path)); err != nil {
		return fmt.Errorf("watch the portfolio: %w", err)
	}
	return db.follow(ctx, conn, &version, watcher.Events, watcher.Errors)
}

// follow looks at once, for what was written before the watch began, and after each touch of the files, until something
// fails.
func (db *DB) follow(ctx context.Context, conn *sql.Conn, version *int64, touches <-chan fsnotify.Event, failures <-chan error) error {
	next := 0
	timer := time.NewTimer(0)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case touch := <-touches:
			if strings.HasPrefix(filepath.Base(touch.Name), filepath.Base(db.path)) {
				next = 0
				timer.Reset(looks[next])
			}
		case err := <-failures:
			return fmt.Errorf("watch the portfolio: %w", err)
		case <-timer.C:
			if err := db.lookForOthers(ctx, conn, version); err != nil {
				return err
			}
			if next++; next < len(looks) {
				timer.Reset(looks[next])
			}
		}
	}
}

// lookForOthers announces the change sets and the proposals that are there and were not announced, where the file has
// another version.
func (db *DB) lookForOthers(ctx context.Context, conn *sql.Conn, version *int64) error {
	before := *version
	if err := conn.QueryRowContext(ctx, `PRAGMA data_version`).Scan(version); err != nil || *version == before {
		return err
	}
	if err := db.lookForChangeSets(ctx, conn); err != nil {
		return err
	}
	db.proposing.Lock()
	defer db.proposing.Unlock()
	return db.tellWaiting(ctx, conn, true)
}

// lookForChangeSets announces the change sets that were not announced.
func (db *DB) lookForChangeSets(ctx context.Context, conn *sql.Conn) error {
	seen := db.seen.Load()
	var newest int64
	if err := conn.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM change_sets`).Scan(&newest); err != nil || newest <= seen {
		return err
	}
	entities, err := collect(ctx, conn, func(row scanner) (e portfolio.Entity, err error) { return e, row.Scan(&e) },
		`SELECT DISTINCT entity FROM changes WHERE change_set_id > ?`, seen)
	if err != nil {
		return err
	}
	if db.seen.CompareAndSwap(seen, newest) { // else somebody here wrote just now, and tells of both
		db.announce(Changed{ChangeSet: newest, Entities: entities, External: true})
	}
	return nil
}
