package exchange

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// Days outside these years are mistakes in a portfolio.
const (
	firstYear = 1900
	lastYear  = 2200
)

// The ways in which files write a day. A time of day behind it is dropped.
var (
	timeOfDay  = regexp.MustCompile(`(?i)[T ,]\s*\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?\s*([ap]\.?m\.?)?\s*(z|[+-]\d{2}:?\d{2})?$`)
	weekday    = regexp.MustCompile(`(?i)^(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+`)
	yearFirst  = regexp.MustCompile(`^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$`)
	yearPacked = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	yearLast   = regexp.MustCompile(`^(\d{1,2})([-./])(\d{1,2})([-./])(\d{4})$`)
	dayMonth   = regexp.MustCompile(`(?i)^(\d{1,2})(?:st|nd|rd|th)?[-./ ]*([a-z]+)[-./, ]*(\d{4})$`)
	monthDay   = regexp.MustCompile(`(?i)^([a-z]+)[-. ]*(\d{1,2})(?:st|nd|rd|th)?[,. ]+(\d{4})$`)
	shortYear  = regexp.MustCompile(`(?i)^\d{1,2}[-./ ]+(\d{1,2}|[a-z]{3,9})[-./ ]+\d{2}$`)
)

// monthNames finds a month by its first three letters, lower case.
var monthNames = func() map[string]time.Month {
	names := map[string]time.Month{}
	for m := time.January; m <= time.December; m++ {
		names[strings.ToLower(m.String()[:3])] = m
	}
	return names
}()

// dayReading is what one cell can mean. Both days are set where day and month could be either way round.
type dayReading struct {
	dayFirst, monthFirst portfolio.Date
	dotted               bool // 03.04.2026, which is written day first wherever it is written
	problem              string
}

// readDays reads a column of days. The order of day and month is decided by the column: a value that only reads one way
// round decides it for all. Where no value does, or where they disagree, the values that could be either stay not
// reported. It is a columnReader.
func readDays(cells []string) []value {
	readings := make([]dayReading, len(cells))
	var provesDay, provesMonth bool
	for i, cell := range cells {
		r := readDay(cell)
		readings[i] = r
		provesDay = provesDay || r.dayFirst != "" && r.monthFirst == ""
		provesMonth = provesMonth || r.dayFirst == "" && r.monthFirst != ""
	}
	values := make([]value, len(cells))
	for i, r := range readings {
		switch {
		case r.problem != "":
			values[i].problem = r.problem
		case r.dayFirst == r.monthFirst, r.monthFirst == "":
			values[i].text = string(r.dayFirst)
		case r.dayFirst == "":
			values[i].text = string(r.monthFirst)
		case provesDay && !provesMonth, r.dotted && !provesMonth:
			values[i].text = string(r.dayFirst)
		case provesMonth && !provesDay:
			values[i].text = string(r.monthFirst)
		default:
			values[i].problem = fmt.Sprintf("%q could be %s or %s, and the column does not tell; it counts as not reported.",
				excerpt(cells[i]), r.dayFirst, r.monthFirst) //nolint:gosec // a cell has one reading each
		}
	}
	return withOriginals(cells, values)
}

// readDay reads one cell without its column. A day that can be read in one way only and is certain (its month is named
// or its year comes first) has both sides equal, so that it proves nothing about the column.
func readDay(cell string) dayReading {
	if saysNothing(cell) {
		return dayReading{}
	}
	text := timeOfDay.ReplaceAllString(strings.TrimSpace(cell), "")
	text = weekday.ReplaceAllString(strings.TrimSpace(text), "")
	var r dayReading
	switch {
	case yearFirst.MatchString(text):
		m := yearFirst.FindStringSubmatch(text)
		r = certain(m[1], m[2], m[3])
	case yearPacked.MatchString(text):
		m := yearPacked.FindStringSubmatch(text)
		r = certain(m[1], m[2], m[3])
	case yearLast.MatchString(text):
		m := yearLast.FindStringSubmatch(text)
		r = dayReading{dayFirst: dayOf(m[5], m[3], m[1]), monthFirst: dayOf(m[5], m[1], m[3]), dotted: m[2] == "."}
	case dayMonth.MatchString(text):
		m := dayMonth.FindStringSubmatch(text)
		r = certain(m[3], monthNumber(m[2]), m[1])
	case monthDay.MatchString(text):
		m := monthDay.FindStringSubmatch(text)
		r = certain(m[3], monthNumber(m[1]), m[2])
	case shortYear.MatchString(text):
		return dayReading{problem: fmt.Sprintf("%q has a year of two digits, which could be any century; it counts as not reported.", excerpt(cell))}
	}
	return checked(r, cell)
}

// checked turns a reading that is no day, or none of a plausible year, into a problem.
func checked(r dayReading, cell string) dayReading {
	for _, day := range []portfolio.Date{r.dayFirst, r.monthFirst} {
		if t, ok := day.Time(); ok && (t.Year() < firstYear || t.Year() > lastYear) {
			return dayReading{problem: fmt.Sprintf("%q is outside the years %d to %d; it counts as not reported.", excerpt(cell), firstYear, lastYear)}
		}
	}
	if r.dayFirst == "" && r.monthFirst == "" {
		return dayReading{problem: fmt.Sprintf("%q is not a date; it counts as not reported.", excerpt(cell))}
	}
	return r
}

// certain is a day that reads one way only.
func certain(year, month, day string) dayReading {
	d := dayOf(year, month, day)
	return dayReading{dayFirst: d, monthFirst: d}
}

// dayOf makes a day of its parts, "" where there is no such day.
func dayOf(year, month, day string) portfolio.Date {
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date, err := portfolio.ParseDate(fmt.Sprintf("%s-%02d-%02d", year, m, d))
	if err != nil {
		return ""
	}
	return date
}

// monthNumber gives the number of a month that is written out or cut to three letters or more, "" for any other word.
func monthNumber(word string) string {
	word = strings.ToLower(word)
	if len(word) < 3 {
		return ""
	}
	m, ok := monthNames[word[:3]]
	if !ok || !strings.HasPrefix(strings.ToLower(m.String()), word) && word != "sept" {
		return ""
	}
	return strconv.Itoa(int(m))
}
