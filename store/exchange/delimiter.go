package exchange

import (
	"bufio"
	"errors"
	"io"
	"strings"
)

// delimiters are the candidates; the first one stands for a table of one column.
var delimiters = []byte{',', ';', '\t', '|'}

// sampleRows is how many rows decide the delimiter.
const sampleRows = 100

// detectDelimiter chooses the delimiter under which most rows have the same number of cells, at least two; where that
// is a tie, the one under which more columns are known, then the one that makes more columns.
func detectDelimiter(s *source) (byte, error) {
	in, err := s.text()
	if err != nil {
		return 0, err
	}
	var sample strings.Builder
	if _, err := io.CopyN(&sample, in, sampleSize); err != nil && !errors.Is(err, io.EOF) {
		return 0, err
	}
	best, bestScore := delimiters[0], delimiterScore{}
	for _, d := range delimiters {
		if score := scoreDelimiter(sample.String(), d); score.beats(bestScore) {
			best, bestScore = d, score
		}
	}
	return best, nil
}

// delimiterScore says how well a delimiter cuts the sample into a table.
type delimiterScore struct {
	regular float64 // share of rows with the most frequent number of cells; 0 where that number is 1
	known   int     // most columns with a known header in one row
	columns int     // the most frequent number of cells
}

func (s delimiterScore) beats(other delimiterScore) bool {
	switch {
	case s.regular != other.regular:
		return s.regular > other.regular
	case s.known != other.known:
		return s.known > other.known
	}
	return s.columns > other.columns
}

// scoreDelimiter cuts the sample with a delimiter. The last row is left out where the sample may have cut it off.
func scoreDelimiter(sample string, delimiter byte) delimiterScore {
	scanner := newRecordScanner(bufio.NewReader(strings.NewReader(sample)), delimiter)
	rows, sizes := 0, map[int]int{}
	var score delimiterScore
	for rows < sampleRows {
		record, err := scanner.next()
		if err != nil || record.unclosed {
			break
		}
		cells, err := record.cells(delimiter)
		if err != nil {
			continue
		}
		rows++
		sizes[len(cells)]++
		if rows <= headerSearch {
			score.known = max(score.known, knownHeaders(cells))
		}
	}
	for size, n := range sizes {
		if n > sizes[score.columns] || n == sizes[score.columns] && size > score.columns {
			score.columns = size
		}
	}
	if score.columns > 1 {
		score.regular = float64(sizes[score.columns]) / float64(rows)
	}
	return score
}
