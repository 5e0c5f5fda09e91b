package exchange

import (
	"context"
	"encoding/xml"
	"errors"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// maxStrings is how many different texts a workbook may have.
const maxStrings = 4_000_000

// workbook is an open XLSX file. It is read part by part and not by the library that writes it: that one tells a reader of
// rows neither the type nor the format of a cell, takes broken XML for the end of the sheet, and keeps every part in memory.
type workbook struct {
	*parts
	sheets    []sheetPart
	open      int  // the index of the sheet that was open when the workbook was saved
	from1904  bool // days are counted from 1904 and not from 1900
	formats   []numberFormat
	texts     []string // that cells point to
	textLeft  int      // bytes of text that the cells may still hold
	cellsLeft int      // cells that may still be kept
}

// sheetPart is a sheet of a workbook that holds cells.
type sheetPart struct {
	name   string
	part   string
	hidden bool
}

// The last parts of the types of relations. The rest of them is one of two addresses that mean the same.
const (
	relationBook    = "/officeDocument"
	relationSheet   = "/worksheet"
	relationStyles  = "/styles"
	relationStrings = "/sharedStrings"
)

// openWorkbook reads everything but the cells.
func openWorkbook(ctx context.Context, s *source) (*workbook, error) {
	p, err := openParts(s)
	if err != nil {
		return nil, err
	}
	b := &workbook{parts: p, textLeft: maxFile, cellsLeft: maxCells}
	main, err := b.mainPart()
	if err != nil {
		return nil, err
	}
	relations, err := b.relations(main)
	if err != nil {
		return nil, err
	}
	if err := b.readBook(main, relations); err != nil {
		return nil, err
	}
	for _, id := range slices.Sorted(maps.Keys(relations)) {
		var err error
		switch r := relations[id]; r.kind {
		case relationStyles:
			err = b.readStyles(r.part)
		case relationStrings:
			err = b.readTexts(ctx, r.part)
		}
		if err != nil {
			return nil, err
		}
	}
	return b, nil
}

// mainPart finds the part that lists the sheets.
func (b *workbook) mainPart() (string, error) {
	if !b.has("_rels/.rels") {
		return "", portfolio.Invalidf("%s is %s; %s.", b.file, b.kindOfArchive(), kindsThatWork)
	}
	roots, err := b.relations("")
	if err != nil {
		return "", err
	}
	for _, r := range roots {
		switch {
		case r.kind != relationBook:
		case strings.HasSuffix(partName(r.part), ".bin"):
			return "", portfolio.Invalidf("%s is a binary workbook (XLSB); save it as XLSX and import that.", b.file)
		default:
			return r.part, nil
		}
	}
	return "", portfolio.Invalidf("%s is no workbook; %s.", b.file, kindsThatWork)
}

// kindOfArchive names an archive that is no Office document.
func (b *workbook) kindOfArchive() string {
	if b.has("content.xml") && b.has("mimetype") {
		return "an OpenDocument file (such as ODS)"
	}
	return "a ZIP archive and no workbook"
}

// relation is what one part says of another.
type relation struct{ kind, part string }

// relations reads the relations of a part by their id. What lies outside of the file is not among them.
func (b *workbook) relations(of string) (map[string]relation, error) {
	found := map[string]relation{}
	folder, file := path.Split(of)
	list := folder + "_rels/" + file + ".rels"
	err := b.read(list, []string{"Relationships"}, func(x *xmlPart) visitors {
		return visitors{"Relationship": func(start xml.StartElement) error {
			kind, target := attribute(start, "Type"), strings.ReplaceAll(attribute(start, "Target"), `\`, "/")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("/", folder, target)
			}
			if attribute(start, "TargetMode") != "External" {
				found[attribute(start, "Id")] = relation{kind[max(strings.LastIndex(kind, "/"), 0):], strings.TrimPrefix(path.Clean(target), "/")}
			}
			return x.skip(start)
		}}
	})
	return found, err
}

// readBook reads the list of sheets. Those without cells, such as charts, are left out.
func (b *workbook) readBook(main string, relations map[string]relation) error {
	open, at := 0, 0
	err := b.read(main, []string{"workbook", "sheets", "bookViews"}, func(x *xmlPart) visitors {
		return visitors{
			"workbookPr": func(start xml.StartElement) error {
				value := attribute(start, "date1904")
				b.from1904 = value == "1" || value == "true"
				return x.skip(start)
			},
			"workbookView": func(start xml.StartElement) error {
				open, _ = strconv.Atoi(attribute(start, "activeTab")) // the first one where it is not told
				return x.skip(start)
			},
			"sheet": func(start xml.StartElement) error {
				r, state := relations[attribute(start, "id")], attribute(start, "state")
				if at == open {
					b.open = len(b.sheets)
				}
				at++
				if r.kind == relationSheet {
					b.sheets = append(b.sheets, sheetPart{attribute(start, "name"), r.part, state == "hidden" || state == "veryHidden"})
				}
				return x.skip(start)
			},
		}
	})
	switch {
	case err != nil:
		return err
	case at == 0:
		return portfolio.Invalidf("%s is an Office document, but no workbook; %s.", b.file, kindsThatWork)
	case len(b.sheets) == 0:
		return portfolio.Invalidf("%s has no sheet with cells; there is nothing to import.", b.file)
	}
	return nil
}

// readTexts reads the texts that cells point to.
func (b *workbook) readTexts(ctx context.Context, part string) error {
	return b.read(part, []string{"sst"}, func(x *xmlPart) visitors {
		return visitors{"si": func(xml.StartElement) error {
			text, err := x.richText()
			b.texts = append(b.texts, text)
			if len(b.texts) > maxStrings {
				return portfolio.Invalidf("%s has more than %d different texts, which is too much for a workbook of programs.", b.file, maxStrings)
			}
			return errors.Join(err, ctx.Err())
		}}
	})
}

// readStyles reads how the numbers of each style look.
func (b *workbook) readStyles(part string) error {
	codes := map[int]string{}
	return b.read(part, []string{"styleSheet", "numFmts", "cellXfs"}, func(x *xmlPart) visitors {
		return visitors{
			"numFmt": func(start xml.StartElement) error {
				if id, err := strconv.Atoi(attribute(start, "numFmtId")); err == nil {
					codes[id] = attribute(start, "formatCode")
				}
				return x.skip(start)
			},
			"xf": func(start xml.StartElement) error {
				id, _ := strconv.Atoi(attribute(start, "numFmtId")) // general where it is not told
				b.formats = append(b.formats, formatOf(id, codes[id]))
				return x.skip(start)
			},
		}
	})
}

// escapes are the characters that XML cannot hold, as workbooks spell them: _x000D_.
var escapes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescaped gives a text as the person sees it.
func unescaped(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escapes.ReplaceAllStringFunc(text, func(escape string) string {
		code, err := strconv.ParseUint(escape[2:6], 16, 32)
		if err != nil {
			return escape
		}
		return string(rune(code))
	})
}
