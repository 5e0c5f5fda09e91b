package store

import (
	"context"
	"errors"
	"io/fs"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"portfolio-ai/store/portfolio"
)

// fileError turns what the driver says of the file as a whole into a sentence. Codes, never texts, decide.
func fileError(path string, err error) error {
	driver, ok := errors.AsType[*sqlite.Error](err)
	if !ok {
		return err
	}
	sentences := map[int]string{
		sqlite3.SQLITE_NOTADB:   "%s is not a portfolio file, or it is damaged; it was left as it is. Restore a backup of it, or choose another data folder.",
		sqlite3.SQLITE_CORRUPT:  "The portfolio %s is damaged; it was left as it is. Restore a backup of it, or choose another data folder.",
		sqlite3.SQLITE_READONLY: "The portfolio %s cannot be written to; check its permissions or choose another data folder with --data-dir.",
		sqlite3.SQLITE_CANTOPEN: "The portfolio %s cannot be opened; check that its folder exists and can be written to.",
		sqlite3.SQLITE_BUSY:     "The portfolio %s is in use by another program; close that program and try again.",
		sqlite3.SQLITE_FULL:     "The disk that holds %s is full; nothing was changed. Make room and try again.",
		sqlite3.SQLITE_IOERR:    "The disk refused to read or write %s; nothing was changed. Make sure that it is not full and still connected, and try again.",
	}
	primary := driver.Code() & 0xff // the low byte
	if sentence, ok := sentences[primary]; ok {
		code := portfolio.EStorage
		if primary == sqlite3.SQLITE_NOTADB || primary == sqlite3.SQLITE_CORRUPT {
			code = portfolio.EDamaged
		}
		return portfolio.Errorf(code, sentence, path)
	}
	return err
}

// wrote turns an error of a write into one that a person can act on. The end of ctx rolls a transaction back from
// another goroutine, and what was running then fails in many ways; they all mean that it was stopped.
func (db *DB) wrote(ctx context.Context, err error) error {
	if err != nil && ctx.Err() != nil {
		return portfolio.Errorf(portfolio.ECancelled, "Stopped; nothing was changed.")
	}
	return fileError(db.path, err)
}

// reason gives the bare cause of a file system error: "permission denied" instead of "open /x: permission denied".
func reason(err error) string {
	if path, ok := errors.AsType[*fs.PathError](err); ok {
		return path.Err.Error()
	}
	return err.Error()
}
