package desk

import (
	"context"
	"os"
	"runtime/debug"

	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// ImportOptions say how files come in. Nobody needs what was read afterwards: Consume is always on.
type ImportOptions = store.ImportOptions

// ImportFile is a file to take in, and how it is read. Where Key is set, its mapping and its sheet are remembered for
// files of the same layout.
type ImportFile struct {
	Path string `json:"path"`
	Key  string `json:"key"`
	exchange.Options
}

// FilesAt are files that are all read in the same way, and whose mapping is not remembered.
func FilesAt(o exchange.Options, paths ...string) []ImportFile {
	files := make([]ImportFile, len(paths))
	for i, path := range paths {
		files[i] = ImportFile{Path: path, Options: o}
	}
	return files
}

// FilePreview is a file before it is taken in: what it looks like, the sheet that a person chose, "" where its columns chose it,
// the fields that its columns can be read into, how a person mapped them when a file of this layout last came in, and the day
// before which the portfolio takes no facts any more.
type FilePreview struct {
	Layout     portfolio.FileLayout        `json:"layout"`
	Sheet      string                      `json:"sheet"`
	Fields     []string                    `json:"fields"`
	Remembered *portfolio.RememberedLayout `json:"remembered" ts_type:"portfolio.RememberedLayout | null"`
	NewestAsOf portfolio.Date              `json:"newest_as_of" ts_type:"string | null"`
}

// PreviewFile looks at a file, of a workbook at the sheet of the name, "" for the one that is chosen by its columns. Nothing
// is taken in.
func (d *Desk) PreviewFile(ctx context.Context, path, sheet string) (FilePreview, error) {
	layout, err := exchange.Inspect(ctx, path, sheet)
	if err != nil {
		return FilePreview{}, err
	}
	return d.previewOf(ctx, layout, sheet)
}

// PreviewFileAsBefore looks at a file as a person last read one like it: of a workbook at the sheet that they chose last, where
// a sheet of that name and layout is there again. Nothing is taken in.
func (d *Desk) PreviewFileAsBefore(ctx context.Context, path string) (FilePreview, error) {
	layout, err := exchange.Inspect(ctx, path, "")
	if err != nil {
		return FilePreview{}, err
	}
	last, err := d.Store.ImportLayout(ctx, layout.Key)
	if err != nil {
		return FilePreview{}, err
	}
	chosen, err := d.Store.ChosenSheets(ctx, layout.Sheets)
	if err != nil {
		return FilePreview{}, err
	}
	looked := map[string]bool{}
	for _, before := range chosen {
		if last != nil && before.UsedAt < last.UsedAt {
			break // the sheet that the columns choose was read after it
		}
		if looked[before.Sheet] {
			continue
		}
		looked[before.Sheet] = true
		switch other, err := exchange.Inspect(ctx, path, before.Sheet); {
		case ctx.Err() != nil:
			return FilePreview{}, ctx.Err()
		case err == nil && other.Key == before.Key: // one that cannot be read any more is not what was read then
			return d.previewOf(ctx, other, before.Sheet)
		}
	}
	return d.previewOf(ctx, layout, "")
}

// previewOf adds to the layout of a file what the desk knows about it.
func (d *Desk) previewOf(ctx context.Context, layout portfolio.FileLayout, sheet string) (p FilePreview, err error) {
	p = FilePreview{Layout: layout, Sheet: sheet, Fields: exchange.MappableFields()}
	if p.Layout.Key != "" {
		if p.Remembered, err = d.Store.ImportLayout(ctx, p.Layout.Key); err != nil {
			return p, err
		}
		if p.Remembered != nil {
			p.Remembered.Mapping = exchange.Respelled(p.Layout, p.Remembered.Mapping)
		}
	}
	p.NewestAsOf, err = d.Store.NewestAsOf(ctx)
	return p, err
}

// Import reads files and takes them in as one change set. A file that cannot be read fails the whole import.
func (d *Desk) Import(ctx context.Context, files []ImportFile, o ImportOptions) (portfolio.ImportResult, error) {
	read, err := ReadFiles(ctx, files, o.Progress)
	if err != nil {
		return portfolio.ImportResult{}, err
	}
	result, err := d.TakeIn(ctx, read, o)
	if err != nil || o.DryRun {
		return result, err
	}
	for _, file := range files {
		if file.Key == "" {
			continue
		}
		if err := d.Store.RememberLayout(ctx, file.Key, file.Sheet, file.Mapping); err != nil {
			d.log.Error("remember how columns were mapped", "error", err) // the import is done, and that counts
		}
	}
	return result, nil
}

// ReadFiles reads files for TakeIn, and tells of each that it is being read as nothing done of nothing. It needs no open
// desk, so that files which cannot be read do not create a portfolio.
func ReadFiles(ctx context.Context, files []ImportFile, progress func(file string, done, total int)) ([]portfolio.IncomingFile, error) {
	if sizeOf(files) >= largeFiles {
		defer beFrugal()()
	}
	var read []portfolio.IncomingFile
	for _, file := range files {
		if progress != nil {
			progress(file.Path, 0, 0)
		}
		one, err := exchange.Read(ctx, file.Path, file.Options)
		if err != nil {
			return nil, err
		}
		read = append(read, one)
	}
	if portfolio.CountIncoming(read) >= manyPrograms {
		debug.FreeOSMemory() // reading takes more memory than what was read
	}
	return read, nil
}

// From so many bytes and programs on, memory is what an import runs out of, and not time.
const (
	largeFiles   = 4 << 20
	manyPrograms = 20_000
)

// sizeOf adds up files. One that cannot be looked at counts nothing: reading it says why.
func sizeOf(files []ImportFile) int64 {
	var size int64
	for _, file := range files {
		if info, err := os.Stat(file.Path); err == nil {
			size += info.Size()
		}
	}
	return size
}

// TakeIn takes files that were read into the portfolio as one change set. What they hold is gone then.
func (d *Desk) TakeIn(ctx context.Context, files []portfolio.IncomingFile, o ImportOptions) (portfolio.ImportResult, error) {
	if portfolio.CountIncoming(files) >= manyPrograms {
		defer beFrugal()()
	}
	o.Consume = true
	return d.Store.Import(ctx, files, o)
}
