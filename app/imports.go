package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Inspect looks at a file that the person chose, to be taken in: of a workbook at the sheet of the name, "" for the one that is chosen by its
// columns. The ticket gives it up.
func (f *Files) Inspect(path, sheet, ticket string) (desk.FilePreview, error) {
	return read(f.s, "Files.Inspect", ticket, func(ctx context.Context, d *desk.Desk) (desk.FilePreview, error) {
		if err := f.s.chosen.check(path); err != nil {
			return desk.FilePreview{}, err
		}
		return d.PreviewFile(ctx, path, sheet)
	})
}

// InspectAsBefore looks at a file that is to be taken in: of a workbook at the sheet that a person chose when they took in the
// last one like it, else as Inspect does. The ticket gives it up.
func (f *Files) InspectAsBefore(path, ticket string) (desk.FilePreview, error) {
	return read(f.s, "Files.InspectAsBefore", ticket, func(ctx context.Context, d *desk.Desk) (desk.FilePreview, error) {
		return d.PreviewFileAsBefore(ctx, path)
	})
}

// ImportCheck is what an import would do, in figures. Its rows are kept under the number until the next check, until the
// import is done, or until it is cancelled.
type ImportCheck struct {
	Number int               `json:"number"`
	Files  []desk.FileCounts `json:"files"`
}

// Check says what taking the files in would do. The zero asOf is today. Progress comes as events; the ticket gives it up.
func (f *Files) Check(files []desk.ImportFile, asOf, ticket string) (ImportCheck, error) {
	return read(f.s, "Files.Check", ticket, func(ctx context.Context, d *desk.Desk) (ImportCheck, error) {
		options, err := f.s.importOptions(files, asOf)
		if err != nil {
			return ImportCheck{}, err
		}
		number := f.s.imports.number()
		check, err := d.CheckImport(ctx, files, options)
		if err != nil {
			return ImportCheck{}, err
		}
		f.s.imports.keep(number, check)
		return ImportCheck{Number: number, Files: check.Counts}, nil
	})
}

// CheckRows gives rows of a part of a check, from the number of one on: those in which the text stands, "" being all. It
// fails with ENotFound where the files were checked again since.
func (f *Files) CheckRows(number int, part desk.CheckPart, text string, from int) (desk.CheckPage, error) {
	return call(f.s, "Files.CheckRows", func(context.Context, *desk.Desk) (desk.CheckPage, error) {
		check := f.s.imports.kept(number)
		if check == nil {
			return desk.CheckPage{}, portfolio.Errorf(portfolio.ENotFound, "The files were checked again meanwhile.")
		}
		return check.Page(part, text, from), nil
	})
}

// Import takes files in as one step, and says what that did. The zero asOf is today. Progress comes as events.
func (f *Files) Import(files []desk.ImportFile, asOf string) ([]desk.FileCounts, error) {
	return call(f.s, "Files.Import", func(ctx context.Context, d *desk.Desk) ([]desk.FileCounts, error) {
		options, err := f.s.importOptions(files, asOf)
		if err != nil {
			return nil, err
		}
		ctx, done := f.s.imports.begin(ctx)
		defer done()
		result, err := d.Import(ctx, files, options)
		if err != nil {
			return nil, err
		}
		f.s.imports.forget()
		return desk.CountsOf(result), nil
	})
}

// Cancel stops the import under way; nothing of it stays. Where none is, it lets go of the rows of the check.
func (f *Files) Cancel() error {
	return run(f.s, "Files.Cancel", func(context.Context, *desk.Desk) error {
		f.s.imports.cancel()
		return nil
	})
}

// mostFiles bounds what is taken in at once: more than a person picks.
const mostFiles = 1000

// importOptions are those of an import from the window, which is told how far it is. They fail with EInvalid for files that
// nobody chose.
func (s *session) importOptions(files []desk.ImportFile, asOf string) (desk.ImportOptions, error) {
	if len(files) > mostFiles {
		return desk.ImportOptions{}, portfolio.Invalidf("At most %d files are taken in at once.", mostFiles)
	}
	for _, file := range files {
		if err := s.chosen.check(file.Path); err != nil {
			return desk.ImportOptions{}, err
		}
		if portfolio.IsLonger(file.Key, portfolio.LongestName) {
			return desk.ImportOptions{}, portfolio.Invalidf("The layout of %q is none that can be remembered.", nameOf(file.Path))
		}
	}
	options := desk.ImportOptions{Progress: func(file string, done, total int) {
		s.emit(ImportProgress{File: file, Done: done, Total: total})
	}}
	if asOf == "" {
		return options, nil
	}
	var err error
	options.AsOf, err = portfolio.ParseDate(asOf)
	return options, err
}
