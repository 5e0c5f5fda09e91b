package app

import (
	"context"
	"errors"
	"io/fs"
	"os"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Files brings files in and out.
type Files struct{ s *session }

// Pick asks the person for files; none when they cancel.
func (f *Files) Pick() ([]string, error) {
	return call(f.s, "Files.Pick", func(context.Context, *desk.Desk) ([]string, error) {
		paths, err := f.s.desktop.pickFiles("Import programs")
		if paths == nil {
			paths = []string{}
		}
		return paths, err
	})
}

// Import takes files in as one step, or says what that would do. The zero asOf is today. Progress comes as events.
func (f *Files) Import(paths []string, dryRun bool, asOf string) (portfolio.ImportResult, error) {
	return call(f.s, "Files.Import", func(ctx context.Context, d *desk.Desk) (portfolio.ImportResult, error) {
		day := portfolio.Date("")
		if asOf != "" {
			var err error
			if day, err = portfolio.ParseDate(asOf); err != nil {
				return portfolio.ImportResult{}, err
			}
		}
		ctx, done := f.s.beginImport(ctx)
		defer done()
		return d.Import(ctx, paths, desk.ImportOptions{DryRun: dryRun, AsOf: day, Progress: func(file string, done, total int) {
			f.s.emit(ImportProgress{File: file, Done: done, Total: total})
		}})
	})
}

// SaveText asks the person where to keep a text, and writes it there. It gives the path, "" when they cancel. The name is the
// one that is suggested.
func (f *Files) SaveText(name, text string) (string, error) {
	return call(f.s, "Files.SaveText", func(context.Context, *desk.Desk) (string, error) {
		path, err := f.s.desktop.saveFile("Save as Markdown", name)
		if err != nil || path == "" {
			return "", err
		}
		err = os.WriteFile(path, []byte(text), 0o600)
		if fault, ok := errors.AsType[*fs.PathError](err); ok {
			return "", portfolio.Errorf(portfolio.EStorage, "%s cannot be written: %s. Choose another place.", fault.Path, fault.Err)
		}
		return path, err
	})
}

// LoadSample writes the sample portfolio into an empty one.
func (f *Files) LoadSample() error {
	return run(f.s, "Files.LoadSample", func(ctx context.Context, d *desk.Desk) error { return d.LoadSample(ctx) })
}

// RemoveSample deletes what the sample brought, as one step.
func (f *Files) RemoveSample() error {
	return run(f.s, "Files.RemoveSample", func(ctx context.Context, d *desk.Desk) error { return d.RemoveSample(ctx) })
}

// Cancel stops the import under way; nothing of it stays.
func (f *Files) Cancel() error {
	return run(f.s, "Files.Cancel", func(context.Context, *desk.Desk) error {
		f.s.mu.Lock()
		defer f.s.mu.Unlock()
		if f.s.stopImport != nil {
			f.s.stopImport()
		}
		return nil
	})
}

// beginImport makes the import that Cancel stops; done ends it.
func (s *session) beginImport(parent context.Context) (ctx context.Context, done func()) {
	ctx, stop := context.WithCancel(parent)
	s.mu.Lock()
	defer s.mu.Unlock()
	s.importNumber++
	number := s.importNumber
	s.stopImport = stop
	return ctx, func() {
		stop()
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.importNumber == number {
			s.stopImport = nil
		}
	}
}
