package exchange

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// readDelimited reads a text that is a table of programs, or an export of Jira.
func readDelimited(ctx context.Context, s *source, options Options) (portfolio.IncomingFile, error) {
	from, err := delimitedSource(s)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	programs, err := from.findPrograms(options)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	c := newCollector()
	if err := programs.read(ctx, c); err != nil {
		return portfolio.IncomingFile{}, err
	}
	programs.collect(c)
	return c.finish(), nil
}

// delimitedSource finds out how the rows of a text are delimited.
func delimitedSource(s *source) (rowSource, error) {
	delimiter, err := detectDelimiter(s)
	return rowSource{s.name, func() (rowReader, error) {
		in, err := s.text()
		if err != nil {
			return nil, err
		}
		return delimitedRows{newRecordScanner(in, delimiter), delimiter}, nil
	}}, err
}

// delimitedRows gives the rows of a delimited text.
type delimitedRows struct {
	scanner   *recordScanner
	delimiter byte
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
