package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// headerSearch is among how many rows the header is looked for: files often begin with a title.
const headerSearch = 10

// table is what a text or a sheet holds, once its header has been found.
type table struct {
	title   string // what sentences call it: "a.csv"
	header  []string
	line    int  // the number of the header's row
	below   bool // something stands above the header
	columns []column
	places  map[string]int // of a column among columns, by field
	unused  []string       // headers that nothing is read from
	records []*record
	unnamed map[int]bool // columns without a header in which something stands
}

// findHeader chooses, among the first rows, the one that names most columns. A row below another can only be the header
// if it has more cells filled than all rows above it, as below a title: a row of data has not.
func findHeader(title string, rows rowReader, mapping map[string]string) (*table, error) {
	t := &table{title: title, unnamed: map[int]bool{}}
	widest, best := 0, 0
	for n := range headerSearch {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		if row.broken != nil {
			continue
		}
		if len(row.cells) > maxColumns {
			return nil, portfolio.Invalidf("%s has %d columns; a table of programs may have up to %d.", title, len(row.cells), maxColumns)
		}
		if known := knownColumns(row.cells, mapping); t.header == nil || row.filled > widest && known > best {
			t.header, t.line, t.below, best = slices.Clone(row.cells), row.number, n > 0, known
		}
		widest = max(widest, row.filled)
	}
	return t, nil
}

// blanks counts the cells in which nothing stands.
func blanks(cells []string) int {
	n := 0
	for _, cell := range cells {
		if strings.TrimSpace(cell) == "" {
			n++
		}
	}
	return n
}

// knownColumns counts the columns that would be read if a row were the header.
func knownColumns(cells []string, mapping map[string]string) int {
	known := knownHeaders(cells)
	for _, h := range mapping {
		if _, isKnown := fieldOfHeader()[headerKey(h)]; !isKnown && len(indexesOf(cells, h)) > 0 {
			known++
		}
	}
	return known
}

// mapHeader decides what the columns report on. A file whose columns do not say which program a row is about is refused.
func (t *table) mapHeader(mapping map[string]string) (err error) {
	if t.columns, t.unused, err = mapColumns(t.title, t.header, mapping); err != nil {
		return err
	}
	if !t.has("name") && !t.has("id") && !t.has("external_id") {
		return portfolio.Invalidf("%s has no column that holds the name of a program; its columns are: %s.", t.title, listed(t.header))
	}
	return nil
}

// has reports whether a column reports on the field.
func (t *table) has(field string) bool {
	for _, c := range t.columns {
		if c.field == field {
			return true
		}
	}
	return false
}

// readRows reads the rows below the header.
func (t *table) readRows(ctx context.Context, rows rowReader, c *collector) error {
	if t.below {
		c.warn(0, "", fmt.Sprintf("What stands above the header in row %d was not read.", t.line))
	}
	if len(t.unused) > 0 {
		c.warn(0, "", "Columns that were not read: "+strings.Join(excerpts(t.unused), ", ")+".")
	}
	headers := map[string]string{}
	t.places = map[string]int{}
	for n, column := range t.columns {
		headers[column.field] = excerpt(column.header)
		t.places[column.field] = n
	}
	return eachRow(ctx, rows, func(row tableRow) {
		switch {
		case row.number <= t.line:
		case row.broken != nil:
			c.rejectBroken(row)
		case t.isTitle(row):
			c.warn(row.number, "", fmt.Sprintf("%q is merged over several columns; it was taken for a title and not read.", excerpt(row.cells[row.across.from])))
		default:
			if r := t.record(row, c); r != nil {
				r.columns = headers
				t.records = append(t.records, r)
			}
		}
	})
}

// isTitle reports whether all that a row holds is one cell that is merged over columns of different headers.
func (t *table) isTitle(row tableRow) bool {
	headers := map[string]bool{}
	for i := row.across.from; i < min(row.across.to, len(t.header)); i++ {
		headers[headerKey(t.header[i])] = true
	}
	return len(headers) > 1
}

// record takes the cells of a row apart. It is nil for a row without any content, and for one with content beyond the
// last column, whose cells may all be in the wrong place. A row that ends early does not report on what it lacks.
func (t *table) record(row tableRow, c *collector) *record {
	line, cells, last := row.number, row.cells, -1
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" && row.faults[i] == "" {
			continue
		}
		last = i
		if i < len(t.header) && strings.TrimSpace(t.header[i]) == "" {
			t.unnamed[i] = true
		}
	}
	switch {
	case last < 0:
		return nil
	case last >= len(t.header):
		c.reject(line, "The row has %d cells and the header %d.", last+1, len(t.header))
		return nil
	case len(cells) < len(t.header):
		c.warn(line, "", fmt.Sprintf("The row has %d cells and the header %d; what is missing was left alone.", len(cells), len(t.header)))
	}
	r := &record{row: line, layout: t.places, values: make([]string, len(t.columns))}
	for n, column := range t.columns {
		var said []string
		reported := false
		for _, i := range column.indexes {
			if i < len(cells) {
				reported = true
				said = appendNew(said, cells[i])
			}
			if fault := row.faults[i]; fault != "" {
				c.warn(line, excerpt(column.header), fault)
			}
		}
		switch {
		case !reported:
			r.missing |= 1 << n
		case len(said) > 1:
			c.warn(line, excerpt(column.header), fmt.Sprintf("The columns of this name differ (%q, %q); it counts as not reported.", excerpt(said[0]), excerpt(said[1])))
		default:
			r.values[n] = strings.Join(said, "")
		}
	}
	return r
}

// appendNew adds a cell that says something which has not been said yet.
func appendNew(said []string, cell string) []string {
	text := readTexts([]string{cell})[0].text
	if text == "" {
		return said
	}
	for _, s := range said {
		if readTexts([]string{s})[0].text == text {
			return said
		}
	}
	return append(said, cell)
}

// collect reads the cells of all rows and takes the programs in.
func (t *table) collect(c *collector) {
	first, n := len(c.file.Programs), len(t.records)
	c.file.Programs = slices.Grow(c.file.Programs, n)
	read := c.file.Programs[first : first+n] // the values are read to where the programs will stand: a large file is not held twice
	programs, things := make([]program, n), make([]*program, n)
	for i := range things {
		programs[i].Program = &read[i].Program
		things[i] = &programs[i]
	}
	fill(programFields, t.records, things, c.warn)
	c.count("Columns without a header that were not read: %d.", len(t.unnamed))
	var fields []string // of the row before: most rows report on the same ones and share the list
	for i, r := range t.records {
		p := things[i]
		t.records[i] = nil // what it holds is read
		fields = t.reportedFields(r, fields)
		c.days[p.asOf] = true
		in := portfolio.Incoming{Row: r.row, Program: *p.Program, Fields: fields, Updates: p.updates(), Texts: r.texts}
		c.add(in, t.has("name"))
	}
}

// reportedFields lists the fields of a program that the row reports on; the list of another row, where that is the same. An
// empty key says nothing.
func (t *table) reportedFields(r *record, other []string) []string {
	fields := make([]string, 0, len(t.columns))
	for _, column := range t.columns {
		cell, ok := r.cell(column.field)
		if ok && !bookkeeping[column.field] && (column.field != "external_id" || strings.TrimSpace(cell) != "") {
			fields = append(fields, column.field)
		}
	}
	if slices.Equal(fields, other) {
		return other
	}
	return slices.Clip(fields)
}

// excerpts shortens cells for a message.
func excerpts(cells []string) []string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = excerpt(cell)
	}
	return out
}
