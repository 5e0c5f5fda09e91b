package exchange

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// maxUnclosed is how many quotes that nobody closes are worked around before the file is given up.
const maxUnclosed = 10

// tableFault is why a file as a whole is no table, without the name of the file.
type tableFault struct{ reason string }

func (f tableFault) Error() string { return f.reason }

// rawRecord is the text of one row, line breaks in quoted cells included.
type rawRecord struct {
	line     int // of the file, 1-based, on which the row begins
	text     string
	unclosed bool // a quote opens in this line and is never closed; only this line is in text
}

// recordScanner cuts delimited text into rows without holding more than one. It counts lines as editors do: CR, LF and
// CRLF each end one.
type recordScanner struct {
	in        *bufio.Reader
	delimiter byte
	line      int // on which the next row begins
	unclosed  int
	buf       []byte
}

func newRecordScanner(in *bufio.Reader, delimiter byte) *recordScanner {
	return &recordScanner{in: in, delimiter: delimiter, line: 1}
}

// place is where the scanner stands inside a row.
type place int

const (
	cellStart place = iota
	inCell
	inQuotes
	afterQuote // a quote inside quotes: it closes them, unless another quote follows
)

// next gives the next row that is not blank; io.EOF after the last one.
func (s *recordScanner) next() (rawRecord, error) {
	for {
		record, err := s.scan()
		if err != nil || strings.TrimSpace(record.text) != "" {
			return record, err
		}
	}
}

// scan reads up to the end of a line that is not inside quotes.
func (s *recordScanner) scan() (rawRecord, error) {
	start, at, firstLine := s.line, cellStart, 0
	s.buf = s.buf[:0]
	for {
		b, err := s.in.ReadByte()
		switch {
		case errors.Is(err, io.EOF) && at == inQuotes:
			return s.giveUpQuote(start, firstLine)
		case errors.Is(err, io.EOF) && len(s.buf) > 0:
			return rawRecord{line: start, text: string(s.buf)}, nil
		case err != nil:
			return rawRecord{}, err
		case b == 0:
			return rawRecord{}, errBinary
		}
		if s.endsLine(b) {
			s.line++
			if at != inQuotes {
				return rawRecord{line: start, text: strings.TrimSuffix(string(s.buf), "\r")}, nil
			}
			if firstLine == 0 {
				firstLine = len(s.buf) + 1
			}
		}
		s.buf = append(s.buf, b)
		if len(s.buf) > maxRow {
			if at == inQuotes && firstLine > 0 {
				return s.giveUpQuote(start, firstLine)
			}
			return rawRecord{}, tableFault{fmt.Sprintf("the row that begins on line %d is longer than %d MB; "+
				"a table of programs has one row per program", start, maxRow>>20)}
		}
		at = s.step(at, b)
	}
}

// endsLine reports whether b ends a line: LF does, and CR without an LF behind it.
func (s *recordScanner) endsLine(b byte) bool {
	if b != '\r' {
		return b == '\n'
	}
	following, err := s.in.Peek(1)
	return err != nil || following[0] != '\n'
}

// step moves on by one byte. A quote means something only at the start of a cell and inside quotes.
func (s *recordScanner) step(at place, b byte) place {
	switch {
	case at == inQuotes:
		if b == '"' {
			return afterQuote
		}
		return inQuotes
	case at == afterQuote && b == '"', at == cellStart && b == '"':
		return inQuotes
	case b == s.delimiter:
		return cellStart
	case at == cellStart && b == ' ':
		return cellStart
	default:
		return inCell
	}
}

// giveUpQuote cuts a row whose quote is never closed after its first line, so that the rows behind it are read. The
// scanner goes on with the second line.
func (s *recordScanner) giveUpQuote(start, firstLine int) (rawRecord, error) {
	if s.unclosed++; s.unclosed > maxUnclosed {
		return rawRecord{}, tableFault{fmt.Sprintf("more than %d quotes are opened and never closed, the last one on line %d", maxUnclosed, start)}
	}
	if firstLine == 0 {
		firstLine = len(s.buf)
	}
	rest := bytes.Clone(s.buf[firstLine:])
	s.in = bufio.NewReader(io.MultiReader(bytes.NewReader(rest), s.in))
	s.line = start + 1
	return rawRecord{line: start, text: string(s.buf[:firstLine]), unclosed: true}, nil
}

// errQuotes says that the quotes of a row do not match.
var errQuotes = errors.New("the quotes in this row do not match")

// cells cuts a row into its cells. A quote inside a cell without quotes stands for itself.
func (r rawRecord) cells(delimiter byte) ([]string, error) {
	if r.unclosed {
		return nil, errors.New("a quote that opens in this row is never closed")
	}
	cells, err := parseRecord(r.text, delimiter, false)
	if errors.Is(err, csv.ErrBareQuote) {
		cells, err = parseRecord(r.text, delimiter, true)
	}
	if err != nil {
		return nil, errQuotes
	}
	return cells, nil
}

// parseRecord parses text that must hold exactly one row.
func parseRecord(text string, delimiter byte, lazy bool) ([]string, error) {
	in := csv.NewReader(strings.NewReader(text))
	in.Comma = rune(delimiter)
	in.FieldsPerRecord = -1
	in.LazyQuotes = lazy
	in.TrimLeadingSpace = delimiter != '\t' // a tab is white space too, and an empty cell must stay one
	cells, err := in.Read()
	if err != nil {
		return nil, err
	}
	if _, err := in.Read(); !errors.Is(err, io.EOF) {
		return nil, errQuotes
	}
	return cells, nil
}
