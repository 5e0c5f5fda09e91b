package app

import (
	"context"

	"github.com/wailsapp/wails/v2/pkg/runtime"
)

// desktop is what the window system does for us. The Wails runtime ends the program when it is called without its own
// context, so tests have another one.
type desktop interface {
	emit(name string, payload any)
	pickFiles(title string) ([]string, error)
	pickFile(title string, kind fileKind) (string, error)
	pickFolder(title string) (string, error)
	// onDrop calls f with the paths of files that are dropped on the window. It is called once, when the window has started.
	onDrop(f func(paths []string))
	saveFile(title, name string, kind fileKind) (string, error)
	openFolder(path string)
}

// wailsDesktop is the real desktop. Its context comes with the start of the window.
type wailsDesktop struct{ ctx context.Context }

func (d *wailsDesktop) emit(name string, payload any) { runtime.EventsEmit(d.ctx, name, payload) }

func (d *wailsDesktop) pickFiles(title string) ([]string, error) {
	if path, ok := rehearsedPick(); ok {
		return []string{path}, nil
	}
	return runtime.OpenMultipleFilesDialog(d.ctx, runtime.OpenDialogOptions{
		Title: title,
		Filters: []runtime.FileFilter{
			{DisplayName: "Portfolio files (CSV, TSV, XLSX, JSON, Microsoft Project XML)", Pattern: "*.csv;*.tsv;*.txt;*.xlsx;*.xlsm;*.json;*.xml"},
			{DisplayName: "All files", Pattern: "*"},
		},
	})
}

func (d *wailsDesktop) onDrop(f func(paths []string)) {
	runtime.OnFileDrop(d.ctx, func(_, _ int, paths []string) { f(paths) })
}

// fileKind is a kind of file as a dialog names it; its pattern is "*.md".
type fileKind struct{ name, pattern string }

func (d *wailsDesktop) saveFile(title, name string, kind fileKind) (string, error) {
	if path, ok := rehearsedSave(); ok {
		return path, nil
	}
	return runtime.SaveFileDialog(d.ctx, runtime.SaveDialogOptions{
		Title: title, DefaultFilename: name,
		Filters: []runtime.FileFilter{
			{DisplayName: kind.name, Pattern: kind.pattern},
			{DisplayName: "All files", Pattern: "*"},
		},
	})
}

func (d *wailsDesktop) pickFile(title string, kind fileKind) (string, error) {
	if path, ok := rehearsedPick(); ok {
		return path, nil
	}
	return runtime.OpenFileDialog(d.ctx, runtime.OpenDialogOptions{
		Title: title,
		Filters: []runtime.FileFilter{
			{DisplayName: kind.name, Pattern: kind.pattern},
			{DisplayName: "All files", Pattern: "*"},
		},
	})
}

func (d *wailsDesktop) pickFolder(title string) (string, error) {
	if path, ok := rehearsedPick(); ok {
		return path, nil
	}
	return runtime.OpenDirectoryDialog(d.ctx, runtime.OpenDialogOptions{Title: title, CanCreateDirectories: true})
}

func (d *wailsDesktop) openFolder(path string) { runtime.BrowserOpenURL(d.ctx, fileURL(path)) }
