package exchange

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"portfolio-ai/store/portfolio"
)

// headerSearch is among how many rows the header is looked for: files often begin with a title.
const headerSearch = 10

// table is delimited text whose header has been found.
type table struct {
	header  []string
	columns []column
	records []*record
	unnamed map[int]bool // columns without a header in which something stands
}

// readDelimited reads a table of programs.
func readDelimited(ctx context.Context, s *source, options Options) (portfolio.IncomingFile, error) {
	delimiter, err := detectDelimiter(s)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	t, c := &table{unnamed: map[int]bool{}}, newCollector()
	skip, err := t.findHeader(s, delimiter, options, c)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	if err := t.readRows(ctx, s, delimiter, skip, c); err != nil {
		return portfolio.IncomingFile{}, err
	}
	t.collect(c)
	return c.finish(), nil
}

// findHeader chooses, among the first rows, the one that names most columns, and maps its columns. A row below another
// can only be the header if it has more cells filled than all rows above it, as below a title: a row of data has not.
// It returns how many rows stand before the first row of data.
func (t *table) findHeader(s *source, delimiter byte, options Options, c *collector) (int, error) {
	in, err := s.text()
	if err != nil {
		return 0, err
	}
	scanner := newRecordScanner(in, delimiter)
	widest, best, at, line := 0, 0, 0, 0
	for n := range headerSearch {
		raw, err := scanner.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, err
		}
		cells, err := raw.cells(delimiter)
		if err != nil {
			continue
		}
		if len(cells) > maxColumns {
			return 0, portfolio.Invalidf("%s has %d columns; a table of programs may have up to %d.", s.name, len(cells), maxColumns)
		}
		filled := len(cells) - blanks(cells)
		if known := knownColumns(cells, options.Mapping); t.header == nil || filled > widest && known > best {
			t.header, best, at, line = cells, known, n, raw.line
		}
		widest = max(widest, filled)
	}
	return at + 1, t.mapHeader(s.name, options, line, at, c)
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
func (t *table) mapHeader(name string, options Options, line, rowsAbove int, c *collector) error {
	columns, unused, err := mapColumns(name, t.header, options.Mapping)
	if err != nil {
		return err
	}
	t.columns = columns
	if !t.has("name") && !t.has("id") && !t.has("external_id") {
		return portfolio.Invalidf("%s has no column that holds the name of a program; its columns are: %s.", name, listed(t.header))
	}
	if rowsAbove > 0 {
		c.warn(0, "", fmt.Sprintf("What stands above the header in line %d was not read.", line))
	}
	if len(unused) > 0 {
		c.warn(0, "", "Columns that were not read: "+strings.Join(excerpts(unused), ", ")+".")
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
func (t *table) readRows(ctx context.Context, s *source, delimiter byte, skip int, c *collector) error {
	in, err := s.text()
	if err != nil {
		return err
	}
	headers := map[string]string{}
	for _, column := range t.columns {
		headers[column.field] = excerpt(column.header)
	}
	scanner := newRecordScanner(in, delimiter)
	for n := 0; ; n++ {
		raw, err := scanner.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		if n < skip {
			continue
		}
		cells, err := raw.cells(delimiter)
		if err != nil {
			c.reject(raw.line, "%s.", sentence(err.Error()))
			continue
		}
		if r := t.record(raw.line, cells, c); r != nil {
			r.columns = headers
			t.records = append(t.records, r)
		}
	}
}

// record takes the cells of a row apart. It is nil for a row without any content, and for one with content beyond the
// last column, whose cells may all be in the wrong place. A row that ends early does not report on what it lacks.
func (t *table) record(line int, cells []string, c *collector) *record {
	last := -1
	for i, cell := range cells {
		if strings.TrimSpace(cell) == "" {
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
	r := &record{row: line, cells: map[string]string{}, texts: map[string]string{}}
	for _, column := range t.columns {
		var said []string
		reported := false
		for _, i := range column.indexes {
			if i < len(cells) {
				reported = true
				said = appendNew(said, lively(cells[i]))
			}
		}
		switch {
		case !reported:
		case len(said) > 1:
			c.warn(line, excerpt(column.header), fmt.Sprintf("The columns of this name differ (%q, %q); it counts as not reported.", excerpt(said[0]), excerpt(said[1])))
			r.cells[column.field] = ""
		default:
			r.cells[column.field] = strings.Join(said, "")
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
	programs := make([]program, len(t.records))
	things := make([]*program, len(t.records))
	for i := range programs {
		things[i] = &programs[i]
	}
	fill(programFields, t.records, things, c.warn)
	if len(t.unnamed) > 0 {
		c.warn(0, "", fmt.Sprintf("Columns without a header that were not read: %d.", len(t.unnamed)))
	}
	days := map[portfolio.Date]bool{}
	for i, r := range t.records {
		p := things[i]
		days[p.asOf] = true
		in := portfolio.Incoming{Row: r.row, Program: p.Program, Fields: t.reportedFields(r), Texts: r.texts}
		if p.comment != "" {
			day := p.asOf
			if p.LastUpdate != "" {
				day = p.LastUpdate
			}
			in.Updates = []portfolio.StatusUpdate{{Date: day, Text: p.comment, Status: p.Status}}
		}
		c.add(in, t.has("name"))
	}
	if len(days) == 1 {
		for day := range days {
			c.file.ProposedAsOf = day
		}
	}
}

// reportedFields lists the fields of a program that the row reports on. An empty key says nothing.
func (t *table) reportedFields(r *record) []string {
	var fields []string
	for _, column := range t.columns {
		cell, ok := r.cells[column.field]
		if ok && !bookkeeping[column.field] && (column.field != "external_id" || strings.TrimSpace(cell) != "") {
			fields = append(fields, column.field)
		}
	}
	return fields
}

// excerpts shortens cells for a message.
func excerpts(cells []string) []string {
	out := make([]string, len(cells))
	for i, cell := range cells {
		out[i] = excerpt(cell)
	}
	return out
}

// sentence begins a text with a capital letter.
func sentence(text string) string {
	return strings.ToUpper(text[:1]) + text[1:]
}
