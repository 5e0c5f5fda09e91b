package exchange

import (
	"cmp"
	"context"
	"encoding/xml"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/portfolio"
)

// The limits of what is kept of sheets. Together with those of what is unzipped they bound the memory that a workbook
// takes, whatever the size of its file.
const (
	maxSheetRows = 120_000   // of a sheet
	maxCells     = 4_000_000 // of all sheets
)

// sheetCells are the cells of a sheet in which something stands, row by row.
type sheetCells struct {
	sheetPart
	rows    []sheetRow
	merges  []merge // by their first row
	width   int     // columns up to the last one in which something stands
	tooLong bool    // the sheet has more than is kept; rows are only the first ones
}

// sheetRow is a row in which something stands.
type sheetRow struct {
	number int // 1-based
	cells  []sheetCell
}

// sheetCell is a cell as text. A fault is a cell without a value; its text says why.
type sheetCell struct {
	column int32 // from 0
	fault  bool
	text   string
}

// merge is a rectangle of cells that look like one: the one at its left and top.
type merge struct{ rows, columns span }

// errLongSheet ends the reading of a sheet that goes on and on.
var errLongSheet = errors.New("the sheet is too long")

// sheetReader reads the cells of a sheet.
type sheetReader struct {
	*xmlPart
	ctx   context.Context
	book  *workbook
	cells *sheetCells
	row   int // the number of the newest row
	taken []sheetCell
}

// readSheet reads the cells of a sheet.
func (b *workbook) readSheet(ctx context.Context, s sheetPart) (*sheetCells, error) {
	cells := &sheetCells{sheetPart: s}
	err := b.read(s.part, []string{"worksheet", "sheetData", "mergeCells"}, func(x *xmlPart) visitors {
		r := &sheetReader{xmlPart: x, ctx: ctx, book: b, cells: cells}
		return visitors{"row": r.readRow, "mergeCell": r.readMerge}
	})
	if cells.tooLong {
		for _, row := range cells.rows[headerSearch:] {
			b.cellsLeft += len(row.cells)
		}
		cells.rows = slices.Clone(cells.rows[:headerSearch])
		return cells, nil
	}
	slices.SortStableFunc(cells.merges, func(a, b merge) int { return cmp.Compare(a.rows.from, b.rows.from) })
	return cells, err
}

// readRow reads a row. Rows and cells without a number follow the one before.
func (r *sheetReader) readRow(start xml.StartElement) error {
	number := r.row + 1
	if given := attribute(start, "r"); given != "" {
		var err error
		if number, err = strconv.Atoi(given); err != nil || number <= r.row || number > excelize.TotalRows {
			return fmt.Errorf("row %s follows row %d", excerpt(given), r.row)
		}
	}
	r.row = number
	r.taken = r.taken[:0]
	column := -1
	err := r.children(func(start xml.StartElement) error {
		if start.Name.Local != "c" {
			return r.skip(start)
		}
		next, err := r.columnAfter(column, attribute(start, "r"))
		if err != nil {
			return err
		}
		column = next
		return r.readCell(start, column)
	})
	if err != nil {
		return err
	}
	if len(r.taken) > 0 {
		r.cells.rows = append(r.cells.rows, sheetRow{number, slices.Clone(r.taken)})
		r.book.cellsLeft -= len(r.taken)
		if len(r.cells.rows) > maxSheetRows || r.book.cellsLeft < 0 && len(r.cells.rows) > headerSearch {
			r.cells.tooLong = true
			return errLongSheet
		}
	}
	return r.ctx.Err()
}

// columnAfter gives the column of a cell in the newest row.
func (r *sheetReader) columnAfter(column int, name string) (int, error) {
	next := column + 2
	if name != "" {
		var err error
		if next, _, err = excelize.CellNameToCoordinates(name); err != nil {
			return 0, fmt.Errorf("%q is not the name of a cell", excerpt(name))
		}
	}
	if next-1 <= column || next > excelize.MaxColumns {
		return 0, fmt.Errorf("the cells of row %d are not in order", r.row)
	}
	return next - 1, nil
}

// rawCell is a cell as the workbook spells it.
type rawCell struct {
	kind, style string
	value       string
	valued      bool // it has a value, perhaps ""
	formula     bool
}

// readCell reads a cell and keeps it if something stands in it.
func (r *sheetReader) readCell(start xml.StartElement, column int) error {
	raw := rawCell{kind: attribute(start, "t"), style: attribute(start, "s")}
	err := r.children(func(start xml.StartElement) (err error) {
		switch start.Name.Local {
		case "v":
			raw.value, err = r.text()
			raw.valued = true
		case "is":
			raw.value, err = r.richText()
		case "f":
			raw.formula = true
			err = r.skip(start)
		default:
			err = r.skip(start)
		}
		return err
	})
	if err != nil {
		return err
	}
	text, fault, err := r.book.show(raw)
	if err != nil || fault == "" && strings.TrimSpace(text) == "" {
		return err
	}
	r.cells.width = max(r.cells.width, column+1)
	if fault != "" {
		text = fmt.Sprintf(fault, cellName(column, r.row), excerpt(text))
	}
	r.taken = append(r.taken, sheetCell{int32(column), fault != "", text})
	return r.book.spend(text)
}

// cellName names a cell as people do: C7.
func cellName(column, row int) string {
	name, err := excelize.CoordinatesToCellName(column+1, row)
	if err != nil {
		return fmt.Sprintf("column %d of row %d", column+1, row)
	}
	return name
}

// The ways in which a cell has no value, to be filled in with the name of the cell and its text.
const (
	faultError   = "%s holds the error %s; it counts as not reported."
	faultFormula = "%s holds a formula without a result%s; it counts as not reported."
)

// show gives a cell as text, or the fault why it has no value.
func (b *workbook) show(c rawCell) (text, fault string, err error) {
	switch {
	case c.kind == "e":
		return c.value, faultError, nil
	case c.formula && (!c.valued || c.value == "" && c.kind != "str"):
		return "", faultFormula, nil
	}
	switch c.kind {
	case "s":
		if c.value == "" {
			return "", "", nil
		}
		i, err := strconv.Atoi(strings.TrimSpace(c.value))
		if err != nil || i < 0 || i >= len(b.texts) {
			return "", "", fmt.Errorf("a cell points to the text %s, and there is none", excerpt(c.value))
		}
		return b.texts[i], "", nil
	case "b":
		return map[string]string{"0": "FALSE", "1": "TRUE"}[strings.TrimSpace(c.value)], "", nil
	case "", "n":
		style, _ := strconv.Atoi(c.style) // the first one where it is not told
		format := plainNumber
		if style >= 0 && style < len(b.formats) {
			format = b.formats[style]
		}
		return format.show(strings.TrimSpace(c.value), b.from1904), "", nil
	case "str":
		return unescaped(c.value), "", nil
	default: // inlineStr, and d: a day as text
		return c.value, "", nil
	}
}

// spend takes a text from what the cells of the workbook may hold. Cells can share a text, so that a small file could
// speak without end.
func (b *workbook) spend(text string) error {
	if b.textLeft -= len(text); b.textLeft < 0 {
		return portfolio.Invalidf("%s holds more than %d MB of text in its cells; files of up to %d MB can be imported.", b.file, maxFile>>20, maxFile>>20)
	}
	return nil
}

// readMerge reads the name of a rectangle: A1:C1.
func (r *sheetReader) readMerge(start xml.StartElement) error {
	from, to, ok := strings.Cut(attribute(start, "ref"), ":")
	if ok {
		left, top, err := excelize.CellNameToCoordinates(from)
		right, bottom, err2 := excelize.CellNameToCoordinates(to)
		if err := errors.Join(err, err2); err != nil || right < left || bottom < top {
			return fmt.Errorf("%s is no rectangle of cells", excerpt(from+":"+to))
		}
		r.cells.merges = append(r.cells.merges, merge{rows: span{top, bottom + 1}, columns: span{left - 1, right}})
	}
	return r.skip(start)
}
