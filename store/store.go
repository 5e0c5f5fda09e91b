// Package store keeps the portfolio in one SQLite file. It is the only package that speaks SQL. Every write is one
// change set in the change log, in one transaction; every list is a portfolio.Query compiled to SQL.
package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	_ "modernc.org/sqlite" // registers the "sqlite" driver

	"portfolio-ai/store/portfolio"
)

// readers is how many connections may read at once. The window asks a handful of questions at a time.
const readers = 4

// DB is an open portfolio file. It is safe for concurrent use: writes queue for one connection, reads have their own.
type DB struct {
	// Now is the clock. Tests replace it before the first use.
	Now func() time.Time

	path   string
	opened os.FileInfo // the file as it was opened; nil of a copy
	writer *sql.DB
	reader *sql.DB
	lists  ready          // the reader, for what the window asks again and again
	past   portfolio.Date // the day on which a copy stands that can only be read
	folder string         // the temporary folder of such a copy, or of a backup that is compared

	seen atomic.Int64 // the newest change set that listeners know of or are about to

	backingUp sync.Mutex // held while a backup is written and others go
	shelf     shelf
	checking  sync.WaitGroup // copies that are checked on the side

	backupProblem atomic.Pointer[string]

	proposing sync.Mutex // held while what waits for a decision changes, until it is told
	waiting   string     // the ids of the proposals that listeners know to wait

	mu       sync.Mutex
	onChange []func(Changed)
}

// Changed says what a write touched; listeners fetch again what they show. A write that only touched proposals has no
// change set and no entities.
type Changed struct {
	ChangeSet int64
	Entities  []portfolio.Entity
	Proposals bool // other proposals wait than before
	External  bool // another process wrote
}

// Open opens the portfolio file at path, creates it (mode 0600, in a folder of mode 0700) where there is none, and
// brings its schema up to date after taking a copy. It fails and leaves the file as it was where it cannot be read or written
// (EStorage), is damaged, no portfolio, or gone or empty although there are backups of it (EDamaged), or comes from a newer
// version (ENewer).
func Open(ctx context.Context, path string) (*DB, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("locate %s: %w", path, err)
	}
	if err := prepareFile(path); err != nil {
		return nil, err
	}
	if err := migrateFile(ctx, path, current, time.Now()); err != nil {
		return nil, err
	}
	db := &DB{Now: time.Now, path: path}
	if db.opened, err = os.Stat(path); err != nil {
		return nil, fmt.Errorf("look at %s: %w", path, err)
	}
	if db.writer, err = connect(path, readWrite, 1); err != nil {
		return nil, err
	}
	if db.reader, err = connect(path, read, readers); err != nil {
		return nil, errors.Join(err, db.writer.Close())
	}
	db.lists.pool = db.reader
	if err := db.reader.PingContext(ctx); err != nil {
		return nil, errors.Join(fileError(path, err), db.Close())
	}
	if err := db.start(ctx); err != nil {
		return nil, errors.Join(fileError(path, err), db.Close())
	}
	return db, nil
}

// start brings what is stored to the day, and notes what is there.
func (db *DB) start(ctx context.Context) error {
	newest, err := db.Version(ctx)
	if err != nil {
		return err
	}
	db.seen.Store(newest)
	if db.waiting, err = waitingIDs(ctx, db.reader); err != nil {
		return err
	}
	return db.Reassess(ctx)
}

// Close waits for running statements and closes the file. Afterwards the file is whole by itself: its journal is gone.
func (db *DB) Close() error {
	if db.past != "" {
		return db.discard()
	}
	db.checking.Wait()
	err := db.reader.Close()
	// The last connection takes the journal away, and only one that may write can. The writer may have none just now: a
	// stopped transaction costs it its connection.
	ctx, done := context.WithTimeout(context.Background(), closingTime)
	defer done()
	return errors.Join(err, db.writer.PingContext(ctx), db.writer.Close())
}

// discard closes a copy and removes it.
func (db *DB) discard() error {
	var err error
	for _, pool := range []*sql.DB{db.reader, db.writer} {
		if pool != nil { // making the copy may have failed halfway
			err = errors.Join(err, pool.Close())
		}
	}
	return errors.Join(err, os.RemoveAll(db.folder))
}

// closingTime bounds how long closing waits for another process that holds the file.
const closingTime = 5 * time.Second

// Path is the absolute path of the file.
func (db *DB) Path() string { return db.path }

// Today is the calendar day of the clock in local time.
func (db *DB) Today() portfolio.Date { return portfolio.DateOf(db.Now()) }

// OnChange calls f after every committed write, on the goroutine that wrote.
func (db *DB) OnChange(f func(Changed)) {
	db.mu.Lock()
	defer db.mu.Unlock()
	db.onChange = append(db.onChange, f)
}

// announce tells the listeners of a committed write.
func (db *DB) announce(c Changed) {
	db.mu.Lock()
	listeners := db.onChange
	db.mu.Unlock()
	for _, f := range listeners {
		f(c)
	}
}

// longestPath is how many bytes the path of a new portfolio may have: SQLite takes 512, and the names of backups are longer.
const longestPath = 400

// prepareFile makes the folder and an empty file that only its owner can read, and reports in a sentence why it cannot.
func prepareFile(path string) error {
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return portfolio.Errorf(portfolio.EStorage, "%s is a folder, so no portfolio can be kept there; choose another data folder.", path)
		}
		if info.Size() == 0 {
			if err := lost(path, "The portfolio "+path+" is empty"); err != nil {
				return err
			}
		}
		closeToOthers(path, info.Mode())
		return checkWritable(path)
	}
	if err := lost(path, "The portfolio "+path+" is not there any more"); err != nil {
		return err
	}
	folder := filepath.Dir(path)
	if len(path) > longestPath {
		return portfolio.Errorf(portfolio.EStorage, "The path %s is too long for a portfolio and the backups beside it; choose another data folder with --data-dir.", path)
	}
	if err := makeFolder(folder); err != nil {
		return portfolio.Errorf(portfolio.EStorage, "The data folder %s cannot be created (%s); choose another with --data-dir.", folder, reason(err))
	}
	file, err := os.OpenFile(path, os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return portfolio.Errorf(portfolio.EStorage, "The data folder %s cannot be written to (%s); choose another with --data-dir.", folder, reason(err))
	}
	if err := file.Close(); err != nil {
		return fmt.Errorf("create %s: %w", path, err)
	}
	return nil
}

// closeToOthers makes a portfolio readable for its owner only, with the files that SQLite keeps beside it: one that was copied
// from elsewhere or unpacked may be open to everybody. Where that cannot be, it stays as it is.
func closeToOthers(path string, mode fs.FileMode) {
	const others = 0o077
	if mode.Perm()&others == 0 {
		return
	}
	for _, beside := range []string{"", "-wal", "-shm"} {
		_ = os.Chmod(path+beside, 0o600) // a file system without modes, or no such file
	}
}

// checkWritable opens an existing file for writing without changing it.
func checkWritable(path string) error {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return portfolio.Errorf(portfolio.EStorage, "The portfolio %s cannot be written to (%s); check its permissions.", path, reason(err))
	}
	return file.Close()
}

// access is what a connection may do.
type access int

const (
	inspect access = iota // look at a file that may not be ours: its journal mode, and so the file, stays as it is
	rescue                // read a copy of a damaged file: one that is shorter than its first page says is not refused as a whole
	read
	readWrite
)

// pragmas are set on every connection of an access, the patience first. FULL makes a commit survive a loss of power. What a
// statement may have to take back is kept in memory: an import runs tens of thousands of them.
var pragmas = map[access][]string{
	inspect:   {"busy_timeout(5000)"},
	rescue:    {"writable_schema(ON)"},
	read:      {"busy_timeout(5000)", "query_only(ON)"},
	readWrite: {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "foreign_keys(ON)", "temp_store(MEMORY)"},
}

// connect opens a pool on the file. The path goes through net/url: a raw #, ? or % would open another file or lose the
// pragmas. Immediate transactions keep two writers from deadlocking.
func connect(path string, to access, connections int) (*sql.DB, error) {
	query := url.Values{"_pragma": pragmas[to]}
	switch to {
	case read:
		query.Set("mode", "ro")
	case readWrite:
		query.Set("_txlock", "immediate")
	case inspect:
		query.Set("mode", "rw") // never makes one where there is none
	case rescue:
	}
	dsn := url.URL{Scheme: "file", OmitHost: true, Path: filepath.ToSlash(path), RawQuery: query.Encode()}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	db.SetMaxOpenConns(connections)
	return db, nil
}
