package analyst

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// quarterWords and halfWords are the spoken forms of Q1 and H1.
var (
	quarterWords = []string{"first", "second", "third", "fourth"}
	halfWords    = []string{"first", "second"}
)

// part reads "Q2", "second quarter": its number from 1 and its length in tokens.
func (c calendar) part(i int, letter string, spoken []string, unit string) (part, n int) {
	w := c.word(i)
	if number, ok := strings.CutPrefix(w, letter); ok {
		if p, err := strconv.Atoi(number); err == nil && p >= 1 && p <= len(spoken) {
			return p, 1
		}
	}
	if p := slices.Index(spoken, w); p >= 0 && c.word(i+1) == unit {
		return p + 1, 2
	}
	return 0, 0
}

// quarter reads "Q1 2026", "Q1 FY2026/27", "the second quarter of 2026" and "Q3".
func (c calendar) quarter(i int) found {
	lead := c.skip(i, "the")
	p, n := c.part(i+lead, "q", quarterWords, "quarter")
	if n == 0 && c.word(i+lead) == "last" && c.word(i+lead+1) == "quarter" && c.word(i+lead+2) == "of" {
		p, n = len(quarterWords), 2
	}
	return c.partOfYear(i, lead+n, p, 3)
}

// half reads "H2 2026" and "the first half of FY2026/27".
func (c calendar) half(i int) found {
	lead := c.skip(i, "the")
	p, n := c.part(i+lead, "h", halfWords, "half")
	return c.partOfYear(i, lead+n, p, 6)
}

// partOfYear reads the year behind a quarter or half; without one it is this year's.
func (c calendar) partOfYear(i, n, part, length int) found {
	if part == 0 {
		return found{}
	}
	rest := n + c.skip(i+n, "of", "the", "in", ",")
	if c.word(i+rest) == "year" && rest > n { // "the first half of the year"
		f := isPeriod(rest+1, months(c.today.Year(), time.January+time.Month((part-1)*length), length))
		f.span.period.yearless = true
		return f
	}
	offset := time.Month((part - 1) * length)
	if start, m := c.fiscalStartAt(i + rest); m > 0 {
		return isPeriod(rest+m, months(start, c.fiscal+offset, length))
	}
	if y, ok := c.yearAt(i + rest); ok {
		return isPeriod(rest+1, months(y, time.January+offset, length))
	}
	if slices.Contains([]string{"this", "next", "last"}, c.word(i+rest)) && c.word(i+rest+1) == "year" {
		y := c.today.Year() + slices.Index([]string{"last", "this", "next"}, c.word(i+rest)) - 1
		return isPeriod(rest+2, months(y, time.January+offset, length))
	}
	y := c.today.Year()
	if first, ok := c.near.from.Time(); ok { // "and in Q2?" is of the year that was spoken of
		y = first.Year()
	}
	p := months(y, time.January+offset, length)
	p.yearless = true
	return isPeriod(n, p)
}

// fiscalStartAt reads a fiscal year, "FY2026/27", "FY 2026", "financial year 2026-27", "FY27/28": the calendar year in
// which it begins, and its length in tokens. Of a single year, "financial year 2026" begins in it, and "FY27" ends in it.
func (c calendar) fiscalStartAt(i int) (start, n int) {
	text := ""
	switch w := c.word(i); {
	case strings.HasPrefix(w, "fy"):
		text, n = strings.TrimPrefix(w, "fy"), 1
	case (w == "fiscal" || w == "financial") && c.word(i+1) == "year":
		n = 2
	case w == "fiscal" || w == "financial":
		n = 1
	default: // "2026/27" says it by itself
		y, ok := c.yearAt(i)
		next, ok2 := c.integer(i+1, 2)
		if ok && ok2 && next == (y+1)%100 {
			return y, 2
		}
		return 0, 0
	}
	if text == "" {
		n += c.skip(i+n, "of")
		text = c.word(i + n)
		n++
	}
	y, err := strconv.Atoi(text)
	if err != nil || len(text) != 2 && len(text) != 4 {
		return 0, 0
	}
	if len(text) == 2 {
		y += 2000
	}
	switch {
	case c.followedBy(i+n, y+1):
		n++
	case strings.HasPrefix(c.word(i), "fy") && c.fiscal != time.January:
		y--
	}
	return y, n
}

// followedBy reports whether token i is a year, in two digits or in four.
func (c calendar) followedBy(i, year int) bool {
	short, ok := c.integer(i, 2)
	long, ok2 := c.integer(i, 4)
	return ok && short == year%100 || ok2 && long == year
}

func (c calendar) fiscalYear(i int) found {
	lead := c.skip(i, "the")
	start, n := c.fiscalStartAt(i + lead)
	if n == 0 {
		return found{}
	}
	f := isPeriod(lead+n, months(start, c.fiscal, 12))
	if n <= 2 && strings.HasPrefix(c.word(i+lead), "fy") && c.fiscal != time.January { // one year stands for two
		if _, spelt := c.integer(i+lead+n-1, 2); !spelt || n == 1 {
			f.span.note = "I read “" + rawText(c.tokens[i+lead:i+lead+n]) + "” as the fiscal year that ends on " + day(f.span.period.to) + "."
		}
	}
	return f
}

var weekdays = []string{"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}

// named reads today, tomorrow, yesterday and weekdays: the next one, or with "last" the one before today.
func (c calendar) named(i int) found {
	day := portfolio.DateOf(c.today)
	if offset, ok := map[string]int{"today": 0, "tomorrow": 1, "yesterday": -1}[c.word(i)]; ok {
		d := day.AddDays(offset)
		return isPeriod(1, period{from: d, to: d})
	}
	if before := c.word(i - 1); c.word(i) == "now" && (before == "between" || before == "from" || before == "until" || before == "since") {
		return isPeriod(1, period{from: day, to: day})
	}
	lead := c.skip(i, "next", "last", "this", "coming", "on")
	w := slices.Index(weekdays, c.word(i+lead))
	if w < 0 {
		return found{}
	}
	ahead := (w - int(c.today.Weekday()) + 7) % 7
	if c.word(i) == "last" {
		ahead -= 7
	}
	d := day.AddDays(ahead)
	return isPeriod(lead+1, period{from: d, to: d})
}

// shifts are the words that choose a calendar unit near today.
var shifts = map[string]int{
	"this": 0, "current": 0, "next": 1, "coming": 1, "last": -1, "previous": -1, "past": -1, "prior": -1, "following": 1,
}

// relative reads "this quarter", "next month", "last fiscal year".
func (c calendar) relative(i int) found {
	lead := c.skip(i, "the", "later", "earlier", "in")
	shift, ok := shifts[c.word(i+lead)]
	if !ok {
		return found{}
	}
	n := lead + 1
	fiscal := c.skip(i+n, "fiscal", "financial") > 0
	if c.word(i+n) == "calendar" || fiscal {
		n++
	}
	if _, dated := c.yearAt(i + n + 2); dated && c.word(i+n+1) == "of" { // "the last quarter of 2025" is no quarter near today
		return found{}
	}
	f := c.shifted(i+n, shift, n, fiscal)
	if c.skip(i, "later") > 0 && f.n > 0 {
		f.span.period.from = portfolio.DateOf(c.today)
	}
	if c.skip(i, "earlier") > 0 && f.n > 0 {
		f.span.period.to = portfolio.DateOf(c.today)
	}
	return f
}

// shortUnits are the units of the calendar as people shorten them.
var shortUnits = map[string]string{"wk": "week", "mth": "month", "mnth": "month", "qtr": "quarter", "yr": "year"}

// shifted reads a calendar unit at token i as the one that lies shift units from today; n tokens stand before it.
func (c calendar) shifted(i, shift, n int, fiscal bool) found {
	unit := c.word(i)
	if long, ok := shortUnits[unit]; ok {
		unit = long
	}
	y, m := c.today.Year(), c.today.Month()
	first := time.January
	if fiscal { // count months from the start of the fiscal year
		first = c.fiscal
		if m < first {
			y--
		}
		m = (m-first+12)%12 + 1
	}
	if length := map[string]int{"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]; length > 0 {
		index := (int(m)-1)/length + shift
		return isPeriod(n+1, months(y, first+time.Month(index*length), length))
	}
	if unit != "week" {
		return found{}
	}
	monday := c.today.AddDate(0, 0, -(int(c.today.Weekday())+6)%7+7*shift)
	return isPeriod(n+1, period{from: portfolio.DateOf(monday), to: portfolio.DateOf(monday.AddDate(0, 0, 6))})
}
