package analyst

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// period is a stretch of days, both ends included. An empty end is open.
type period struct {
	from, to portfolio.Date
	yearless bool // a month or day named without its year: the next one was taken
	ahead    bool // counts from today: "the next 30 days"
	end      bool // the last day of a longer period: "the end of March"
	ago      bool // a day counted back: "more than 30 days ago" is before it
}

// usualFiscalStart is the month in which a fiscal year begins where nobody says another.
const usualFiscalStart = time.April

// calendar recognises days and periods in a question, counted from its day.
type calendar struct {
	tokens []token
	today  time.Time
	fiscal time.Month // in which a fiscal year begins
	near   period     // that the answer before was about, where the question may go on from it
}

// found is a recognised stretch: the meaning of the first n tokens from where the search began.
type found struct {
	n    int
	span span
}

func isPeriod(n int, p period) found { return found{n, span{kind: kPeriod, period: p}} }

// at gives the longest period that begins at token i. n is 0 where there is none.
func (c calendar) at(i int) found {
	// Each looks for one way of saying a period.
	recognisers := []func(calendar, int) found{
		calendar.isoDay, calendar.dayMonth, calendar.monthDay, calendar.slashDay, calendar.month, calendar.year, calendar.quarter,
		calendar.half, calendar.season, calendar.holiday, calendar.third, calendar.weekOf, calendar.weekAround, calendar.weekNumber, calendar.partOfMonth, calendar.toDate, calendar.beside, calendar.fiscalYear, calendar.named, calendar.lately, calendar.relative, calendar.rolling, calendar.ago, calendar.length,
		calendar.edge, calendar.yearEnd, calendar.rest,
	}
	var best found
	for _, recognise := range recognisers {
		if f := recognise(c, i); f.n > best.n {
			best = f
		}
	}
	return best
}

// word gives the folded token i, "" behind the end.
func (c calendar) word(i int) string {
	if i < 0 || i >= len(c.tokens) {
		return ""
	}
	return c.tokens[i].word
}

// skip counts the tokens from i on that are one of the words.
func (c calendar) skip(i int, words ...string) int {
	n := 0
	for slices.Contains(words, c.word(i+n)) && c.word(i+n) != "" {
		n++
	}
	return n
}

// integer reads token i as a number of so many digits.
func (c calendar) integer(i, digits int) (int, bool) {
	w := c.word(i)
	n, err := strconv.Atoi(w)
	return n, err == nil && len(w) == digits
}

// yearAt reads a year between 1900 and 2199.
func (c calendar) yearAt(i int) (int, bool) {
	y, ok := c.integer(i, 4)
	return y, ok && y >= 1900 && y < 2200
}

var monthNames = []string{
	"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
}

// monthAt reads the name of a month, or its first three letters ("sept" too).
func (c calendar) monthAt(i int) (time.Month, bool) {
	w := c.word(i)
	for m, name := range monthNames {
		if w == name || w == name[:3] || w == "sept" && name == "september" {
			if w == "may" && c.tokens[i].raw == "may" { // "may" is a verb unless a date stands around it
				_, after := c.yearAt(i + 1)
				_, before := c.dayAt(i - 1)
				_, day := c.dayAt(i + 1)
				if !after && !before && !day && !slices.Contains([]string{"in", "of", "by", "mid", "before", "after", "since", "until", "for", "next", "last", "to", "and", "or", "through", "till"}, c.word(i-1)) {
					return 0, false
				}
			}
			return time.Month(m + 1), true
		}
	}
	return 0, false
}

// dayAt reads the day of a month: 5, 05, 5th.
func (c calendar) dayAt(i int) (int, bool) {
	w := c.word(i)
	for _, suffix := range []string{"st", "nd", "rd", "th"} {
		w = strings.TrimSuffix(w, suffix)
	}
	d, err := strconv.Atoi(w)
	return d, err == nil && d >= 1 && d <= 31 && len(w) <= 2
}

func date(y int, m time.Month, d int) portfolio.Date {
	return portfolio.DateOf(time.Date(y, m, d, 0, 0, 0, 0, time.UTC))
}

// oneDay makes a period of one day, and none where the month has no such day.
func oneDay(n, y int, m time.Month, d int) found {
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if t.Day() != d || m < 1 || m > 12 {
		return found{}
	}
	day := portfolio.DateOf(t)
	return isPeriod(n, period{from: day, to: day})
}

// months makes the period of n months from a month on.
func months(y int, m time.Month, n int) period {
	return period{from: date(y, m, 1), to: date(y, m+time.Month(n), 0)}
}

// isoDay reads 2026-03-15, and 2026-03 as a month.
func (c calendar) isoDay(i int) found {
	y, ok := c.yearAt(i)
	m, ok2 := c.integer(i+1, 2)
	if !ok || !ok2 || m < 1 || m > 12 {
		return found{}
	}
	if d, ok := c.integer(i+2, 2); ok {
		return oneDay(3, y, time.Month(m), d)
	}
	if strings.HasPrefix(c.word(i+1), "0") || m == 10 || m == 11 || m == 12 {
		return isPeriod(2, months(y, time.Month(m), 1))
	}
	return found{}
}

// dayMonth reads "15 March 2026", "15th of March".
func (c calendar) dayMonth(i int) found {
	n := c.skip(i, "the")
	d, ok := c.dayAt(i + n)
	n += 1 + c.skip(i+n+1, "of")
	m, ok2 := c.monthAt(i + n)
	if !ok || !ok2 {
		return found{}
	}
	return c.withYear(i, n+1, m, d)
}

// monthDay reads "March 15, 2026".
func (c calendar) monthDay(i int) found {
	m, ok := c.monthAt(i)
	n := 1 + c.skip(i+1, "the")
	d, ok2 := c.dayAt(i + n)
	if !ok || !ok2 {
		return found{}
	}
	return c.withYear(i, n+1, m, d)
}

// withYear reads the year behind a day, or takes the next such day.
func (c calendar) withYear(i, n int, m time.Month, d int) found {
	skipped := n + c.skip(i+n, ",")
	if y, ok := c.yearAt(i + skipped); ok {
		return oneDay(skipped+1, y, m, d)
	}
	y := c.today.Year()
	if m < c.today.Month() || m == c.today.Month() && d < c.today.Day() {
		y++
	}
	f := oneDay(n, y, m, d)
	f.span.period.yearless = true
	return f
}

// slashDay reads 15/03/2026, day first, unless only the other order makes a day.
func (c calendar) slashDay(i int) found {
	a, ok := c.dayAt(i)
	b, ok2 := c.dayAt(i + 1)
	y, ok3 := c.yearAt(i + 2)
	if !ok || !ok2 || !ok3 {
		return found{}
	}
	if b > 12 {
		a, b = b, a
	}
	f := oneDay(3, y, time.Month(b), a)
	if f.n > 0 && a <= 12 && a != b {
		f.span.note = "I read the date as day/month/year."
	}
	return f
}

// month reads "March 2026", "March of 2026" and "March".
func (c calendar) month(i int) found {
	m, ok := c.monthAt(i)
	if !ok {
		return found{}
	}
	n := 1 + c.skip(i+1, "of", ",")
	if y, ok := c.yearAt(i + n); ok {
		return isPeriod(n+1, months(y, m, 1))
	}
	y := c.today.Year()
	if m < c.today.Month() {
		y++
	}
	p := months(y, m, 1)
	p.yearless = true
	return isPeriod(1, p)
}

func (c calendar) year(i int) found {
	n := c.skip(i, "the", "year", "calendar")
	y, ok := c.yearAt(i + n)
	if !ok {
		return found{}
	}
	return isPeriod(n+1, months(y, time.January, 12))
}
