package app

import (
	"cmp"
	"context"
	"encoding/base64"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/exchange"
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
		f.s.chosen.add(paths)
		return paths, err
	})
}

// SaveText asks the person where to keep a text in Markdown, and writes it there. It gives the path, "" when they cancel. The
// name is the one that is suggested.
func (f *Files) SaveText(name, text string) (string, error) {
	return call(f.s, "Files.SaveText", func(context.Context, *desk.Desk) (string, error) {
		return f.save("Save as Markdown", fileName(strings.TrimSuffix(name, ".md"))+".md", exportKinds[exchange.Markdown], func(out io.Writer) error {
			_, err := io.WriteString(out, text)
			return err
		})
	})
}

// largestDrawing bounds what the window draws and the program writes, in bytes.
const largestDrawing = 64 << 20

// drawn names, by the ends of their names, the kinds of files that the window draws.
var drawn = map[string]fileKind{
	".pptx": {"PowerPoint presentation", "*.pptx"},
	".pdf":  {"PDF document", "*.pdf"},
	".svg":  {"SVG drawing", "*.svg"},
	".png":  {"PNG picture", "*.png"},
}

// SaveFile asks the person where to keep a file that the window drew, a presentation or a PDF, and writes it there and nowhere
// else. Data is the file in base64. It gives the path, "" when they cancel. The name, with its ending, is the one that is
// suggested; it fails with EInvalid for a kind of file that the window does not draw, and for one that is too large.
func (f *Files) SaveFile(name, data string) (string, error) {
	return call(f.s, "Files.SaveFile", func(context.Context, *desk.Desk) (string, error) {
		end := filepath.Ext(name)
		kind, ok := drawn[end]
		switch {
		case !ok:
			return "", portfolio.Invalidf("%q is no kind of file that can be saved.", name)
		case base64.StdEncoding.DecodedLen(len(data)) > largestDrawing:
			return "", portfolio.Invalidf("The file is larger than %d MB; choose a smaller scope.", largestDrawing>>20)
		}
		whole, err := base64.StdEncoding.DecodeString(data)
		if err != nil {
			return "", portfolio.Invalidf("The file came in pieces; try again.")
		}
		return f.save("Save as "+kind.name, fileName(strings.TrimSuffix(name, end))+end, kind, func(out io.Writer) error {
			_, err := out.Write(whole)
			return err
		})
	})
}

// save asks the person where to keep a file, and has it written there. It gives the path, "" when they cancel.
func (f *Files) save(title, name string, kind fileKind, write func(io.Writer) error) (string, error) {
	path, err := f.s.desktop.saveFile(title, name, kind)
	if err != nil || path == "" {
		return "", err
	}
	if err := desk.WriteFile(path, write); err != nil {
		return "", err
	}
	f.s.noteSaved(path)
	return path, nil
}

// noteSaved keeps where a file was written last.
func (s *session) noteSaved(path string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.saved = path
}

// ShowSaved opens the folder of the file that was saved last. The window cannot have any other folder opened.
func (f *Files) ShowSaved() error {
	return run(f.s, "Files.ShowSaved", func(context.Context, *desk.Desk) error {
		f.s.mu.Lock()
		path := f.s.saved
		f.s.mu.Unlock()
		if path == "" {
			return portfolio.Invalidf("No file was saved since the window opened.")
		}
		f.s.desktop.openFolder(filepath.Dir(path))
		return nil
	})
}

// exportKinds names the formats in the dialog that asks where to keep a file.
var exportKinds = map[exchange.Format]fileKind{
	exchange.XLSX:     {"Excel workbook", "*.xlsx"},
	exchange.CSV:      {"CSV table", "*.csv"},
	exchange.JSON:     {"Portfolio AI portfolio", "*.json"},
	exchange.Markdown: {"Markdown", "*.md"},
}

// ExportRequest is what is to be written into a file. Of is the list that is shown, nil for the whole portfolio.
type ExportRequest struct {
	Format exchange.Format  `json:"format"`
	AsOf   portfolio.Date   `json:"as_of" ts_type:"string"` // the zero day is today
	Of     *portfolio.Query `json:"of"`
	Name   string           `json:"name"` // that is suggested for the file, without its ending
}

// Export asks the person where to keep a file, and writes it there. It gives the path, "" when they cancel. The window may give
// it up by its ticket; then there is no file.
func (f *Files) Export(o ExportRequest, ticket string) (string, error) {
	return work(f.s, "Files.Export", ticket, func(ctx context.Context, d *desk.Desk) (string, error) {
		kind, ok := exportKinds[o.Format]
		if !ok {
			return "", portfolio.Invalidf("%q is no format that can be written.", string(o.Format))
		}
		if o.AsOf != "" {
			if _, err := portfolio.ParseDate(string(o.AsOf)); err != nil {
				return "", err
			}
		}
		return f.save("Export", fileName(o.Name)+"."+string(o.Format), kind, func(out io.Writer) error {
			return d.Export(ctx, out, desk.ExportOptions{Format: o.Format, AsOf: o.AsOf, Of: o.Of})
		})
	})
}

// longestName is the most characters that a suggested name has: some systems refuse long ones.
const longestName = 100

// fileName makes a text into the name of a file that every system takes.
func fileName(text string) string {
	name := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '-'
		}
		return r
	}, text)
	name = strings.Join(strings.Fields(name), " ")
	if runes := []rune(name); len(runes) > longestName {
		name = string(runes[:longestName])
	}
	name = strings.Trim(name, " .…")
	return cmp.Or(name, "Portfolio")
}

// LoadSample writes the sample portfolio into an empty one.
func (f *Files) LoadSample() error {
	return run(f.s, "Files.LoadSample", func(ctx context.Context, d *desk.Desk) error { return d.LoadSample(ctx) })
}

// RemoveSample deletes what the sample brought, as one step.
func (f *Files) RemoveSample() error {
	return run(f.s, "Files.RemoveSample", func(ctx context.Context, d *desk.Desk) error { return d.RemoveSample(ctx) })
}
