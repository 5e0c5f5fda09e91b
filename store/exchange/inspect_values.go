package exchange

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// The days and numbers that names of files hold.
var (
	dayInText    = regexp.MustCompile(`(?:^|\D)(\d{4})[-_.]?(\d{2})[-_.]?(\d{2})(?:\D|$)`)
	digitsInText = regexp.MustCompile(`\d+`)
)

const (
	mostlyShare  = 0.9 // of the values must fit
	wordsShare   = 0.6 // of the values of a vocabulary: files have words of their own
	leastValues  = 2   // fewer say nothing about a column
	proseLength  = 60  // characters, on the average: a description
	titleLength  = 80  // a name is shorter
	titleAtLeast = 4   // and longer than a code
)

// valueRules say by which values a column is known for what it holds, the surest first. A field that a header names, or a
// rule before, is not given twice.
var valueRules = []struct {
	field string
	fits  func(cells []string) bool
}{
	{"status", areWords(statusWords)},
	{"pipeline_stage", areWords(stageWords)},
	{"progress", arePercents},
	{"external_id", areKeys},
	{"name", areTitles},
	{"description", areProse},
}

// fieldsByValues decides by its values what a column holds that no header tells. Columns and result are by their place.
func fieldsByValues(columns map[int]*columnSeen, taken map[string]bool) map[int]string {
	found := map[int]string{}
	order := slices.Sorted(maps.Keys(columns))
	filled := map[int][]string{}
	for _, i := range order {
		filled[i] = slices.DeleteFunc(slices.Clone(columns[i].cells), saysNothing)
	}
	for field, i := range dateFields(order, filled, taken) {
		found[i] = field
	}
	for _, rule := range valueRules {
		for _, i := range order {
			if _, has := found[i]; !has && !taken[rule.field] && len(filled[i]) >= leastValues && rule.fits(filled[i]) {
				found[i] = rule.field
				break
			}
		}
	}
	return found
}

// dateFields gives the columns of days to launch and start: what is later on the whole is the launch.
func dateFields(order []int, filled map[int][]string, taken map[string]bool) map[string]int {
	type dated struct {
		at     int
		middle string
	}
	var columns []dated
	for _, i := range order {
		var days []string
		for _, v := range readDays(filled[i]) {
			if v.text != "" {
				days = append(days, v.text)
			}
		}
		if len(days) >= leastValues && mostly(len(days), len(filled[i])) {
			slices.Sort(days)
			columns = append(columns, dated{i, days[len(days)/2]})
		}
	}
	slices.SortStableFunc(columns, func(a, b dated) int { return cmp.Compare(b.middle, a.middle) })
	found := map[string]int{}
	for _, field := range []string{"launch_date", "start_date"} {
		if !taken[field] && len(columns) > 0 {
			found[field] = columns[0].at
			columns = columns[1:]
		}
	}
	return found
}

// mostly reports whether nearly all of a column fits.
func mostly(n, of int) bool { return of > 0 && float64(n) >= mostlyShare*float64(of) }

// areWords makes a rule of a vocabulary: most values are words of it, and more than one word occurs.
func areWords(v vocabulary) func([]string) bool {
	return func(cells []string) bool {
		n, words := 0, map[string]bool{}
		for _, value := range v.read(cells) {
			if value.text != "" {
				n++
				words[value.text] = true
			}
		}
		return float64(n) >= wordsShare*float64(len(cells)) && len(words) > 1
	}
}

// arePercents tells percentages from other numbers: they have a sign, or are all fractions.
func arePercents(cells []string) bool {
	n, signs, whole := 0, 0, 0
	for i, value := range readPercents(cells) {
		if value.text != "" {
			n++
		}
		if strings.HasSuffix(strings.TrimSpace(cells[i]), "%") {
			signs++
		}
		if !strings.ContainsAny(cells[i], ".,") {
			whole++
		}
	}
	return mostly(n, len(cells)) && (mostly(signs, len(cells)) || whole < len(cells)/2)
}

// areKeys tells keys: one word with a digit, short, and no two alike.
func areKeys(cells []string) bool {
	return allOf(cells, func(cell string) bool {
		return !strings.ContainsFunc(cell, unicode.IsSpace) && strings.ContainsFunc(cell, unicode.IsDigit) && strings.ContainsFunc(cell, unicode.IsLetter)
	}) && unique(cells)
}

// areTitles tells names: texts that are longer than codes and shorter than prose, and no two alike.
func areTitles(cells []string) bool {
	length := averageLength(cells)
	return length >= titleAtLeast && length <= titleLength && unique(cells) &&
		allOf(cells, func(cell string) bool { return strings.ContainsFunc(cell, unicode.IsLetter) })
}

// areProse tells texts of some length.
func areProse(cells []string) bool {
	return averageLength(cells) >= proseLength && allOf(cells, func(cell string) bool { return strings.Contains(cell, " ") })
}

// allOf reports whether nearly all values are such.
func allOf(cells []string, such func(string) bool) bool {
	n := 0
	for _, cell := range cells {
		if such(cell) {
			n++
		}
	}
	return mostly(n, len(cells))
}

// unique reports whether no two values are alike.
func unique(cells []string) bool {
	seen := map[string]bool{}
	for _, cell := range cells {
		key := portfolio.Fold(cell)
		if seen[key] {
			return false
		}
		seen[key] = true
	}
	return true
}

// averageLength is in characters.
func averageLength(cells []string) int {
	n := 0
	for _, cell := range cells {
		n += utf8.RuneCountInString(cell)
	}
	return n / max(1, len(cells))
}
