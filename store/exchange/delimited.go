package exchange

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// readDelimited reads a table of programs.
func readDelimited(ctx context.Context, s *source, options Options) (portfolio.IncomingFile, error) {
	delimiter, err := detectDelimiter(s)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	if file, ok, err := readJira(ctx, s, delimiter, options); ok || err != nil {
		return file, err
	}
	rows, err := newDelimitedRows(s, delimiter)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	t, err := findHeader(s.name, rows, options.Mapping)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	if err := t.mapHeader(options.Mapping); err != nil {
		return portfolio.IncomingFile{}, err
	}
	if rows, err = newDelimitedRows(s, delimiter); err != nil {
		return portfolio.IncomingFile{}, err
	}
	c := newCollector()
	if err := t.readRows(ctx, rows, c); err != nil {
		return portfolio.IncomingFile{}, err
	}
	t.collect(c)
	return c.finish(), nil
}

// delimitedRows gives the rows of a delimited text.
type delimitedRows struct {
	scanner   *recordScanner
	delimiter byte
}

// newDelimitedRows begins with the first row of the text.
func newDelimitedRows(s *source, delimiter byte) (delimitedRows, error) {
	in, err := s.text()
	if err != nil {
		return delimitedRows{}, err
	}
	return delimitedRows{newRecordScanner(in, delimiter), delimiter}, nil
}

// next gives the next row. What our own export made inert for spreadsheets is as it was.
func (d delimitedRows) next() (tableRow, error) {
	raw, err := d.scanner.next()
	if err != nil {
		return tableRow{}, err
	}
	row := tableRow{number: raw.line}
	row.cells, row.broken = raw.cells(d.delimiter)
	for i, cell := range row.cells {
		row.cells[i] = lively(cell)
	}
	row.filled = len(row.cells) - blanks(row.cells)
	return row, nil
}
