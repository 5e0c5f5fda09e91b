package exchange

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
)

// percentText is a number with a decimal point or comma, and perhaps a percent sign.
var percentText = regexp.MustCompile(`^([+-]?\d{1,9}(?:[.,]\d{1,15})?)\s*(%?)$`)

// readPercents reads a column of percentages and rounds them to whole ones. A column that has no percent sign, no number
// above 1 and at least one fraction is a column of fractions: 0.45 is 45 percent. In any other column a number between 0
// and 1 without a sign could be either, and stays not reported. It is a columnReader.
func readPercents(cells []string) []value {
	numbers := make([]float64, len(cells))
	signed := make([]bool, len(cells))
	fractions, signs, above := false, false, false
	for i, cell := range cells {
		numbers[i] = math.NaN()
		if m := percentText.FindStringSubmatch(strings.TrimSpace(cell)); m != nil {
			numbers[i], _ = strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
			signed[i] = m[2] != ""
			signs = signs || signed[i]
			above = above || numbers[i] > 1
			fractions = fractions || numbers[i] > 0 && numbers[i] < 1
		}
	}
	ofOne := fractions && !signs && !above
	values := make([]value, len(cells))
	for i, cell := range cells {
		n := numbers[i]
		if ofOne {
			n *= 100
		}
		switch {
		case saysNothing(cell):
		case math.IsNaN(n):
			values[i].problem = fmt.Sprintf("%q is not a percentage; it counts as not reported.", excerpt(cell))
		case n < 0 || n > 100:
			values[i].problem = fmt.Sprintf("%q is not between 0 and 100 percent; it counts as not reported.", excerpt(cell))
		case n > 0 && n < 1 && !signed[i] && !ofOne:
			values[i].problem = fmt.Sprintf("%q could be a fraction or a percentage; it counts as not reported.", excerpt(cell))
		default:
			values[i].text = strconv.Itoa(int(math.Round(n)))
		}
	}
	return withOriginals(cells, values)
}

// readCounts reads a column of whole numbers: instants and revisions of our own files. It is a columnReader.
func readCounts(cells []string) []value {
	values := make([]value, len(cells))
	for i, cell := range cells {
		if saysNothing(cell) {
			continue
		}
		if n, err := strconv.ParseInt(strings.TrimSpace(cell), 10, 64); err == nil && n >= 0 {
			values[i].text = strconv.FormatInt(n, 10)
		} else {
			values[i].problem = fmt.Sprintf("%q is not a whole number; it was left out.", excerpt(cell))
		}
	}
	return values
}
