package desk

import (
	"context"

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
	var files []portfolio.IncomingFile
	for _, path := range paths {
		file, err := exchange.Read(ctx, path, o)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
}

// TakeIn takes files that were read into the portfolio as one change set.
func (d *Desk) TakeIn(ctx context.Context, files []portfolio.IncomingFile, o ImportOptions) (portfolio.ImportResult, error) {
	return d.Store.Import(ctx, files, store.ImportOptions{DryRun: o.DryRun, AsOf: o.AsOf, Progress: o.Progress})
}
