package desk

import (
	"context"
	"os"
	"runtime/debug"

	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// ImportOptions say how files are read and how they come in.
type ImportOptions struct {
	exchange.Options
	DryRun   bool
	AsOf     portfolio.Date
	Progress func(file string, done, total int)
}

// Import reads files and takes them in as one change set. A file that cannot be read fails the whole import.
func (d *Desk) Import(ctx context.Context, paths []string, o ImportOptions) (portfolio.ImportResult, error) {
	files, err := ReadFiles(ctx, paths, o.Options)
	if err != nil {
		return portfolio.ImportResult{}, err
	}
	return d.TakeIn(ctx, files, o)
}

// ReadFiles reads files for TakeIn. It needs no open desk, so that files which cannot be read do not create a portfolio.
func ReadFiles(ctx context.Context, paths []string, o exchange.Options) ([]portfolio.IncomingFile, error) {
	if sizeOf(paths) >= largeFiles {
		defer beFrugal()()
	}
	var files []portfolio.IncomingFile
	for _, path := range paths {
		file, err := exchange.Read(ctx, path, o)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	if programsIn(files) >= manyPrograms {
		debug.FreeOSMemory() // reading takes more memory than what was read
	}
	return files, nil
}

// From so many bytes and programs on, memory is what an import runs out of, and not time.
const (
	largeFiles   = 4 << 20
	manyPrograms = 20_000
)

// sizeOf adds up files. One that cannot be looked at counts nothing: reading it says why.
func sizeOf(paths []string) int64 {
	var size int64
	for _, path := range paths {
		if info, err := os.Stat(path); err == nil {
			size += info.Size()
		}
	}
	return size
}

// programsIn counts the programs of files.
func programsIn(files []portfolio.IncomingFile) int {
	n := 0
	for _, file := range files {
		n += len(file.Programs)
	}
	return n
}

// TakeIn takes files that were read into the portfolio as one change set. What they hold is gone then.
func (d *Desk) TakeIn(ctx context.Context, files []portfolio.IncomingFile, o ImportOptions) (portfolio.ImportResult, error) {
	if programsIn(files) >= manyPrograms {
		defer beFrugal()()
	}
	return d.Store.Import(ctx, files, store.ImportOptions{DryRun: o.DryRun, Consume: true, AsOf: o.AsOf, Progress: o.Progress})
}
