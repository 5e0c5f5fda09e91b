package analyst

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// numberWords are the numbers that people write out.
var numberWords = map[string]int{
	"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90, "hundred": 100,
}

// count reads a whole number, in digits or as a word; "a" and "couple of" count as well where a unit follows.
func (c calendar) count(i int) (number, n int) {
	w := c.word(i)
	if v, err := strconv.Atoi(w); err == nil {
		return v, 1
	}
	if v, ok := numberWords[w]; ok {
		return v, 1
	}
	if w == "a" || w == "an" {
		if c.word(i+1) == "couple" {
			return 2, 2 + c.skip(i+2, "of")
		}
		if c.word(i+1) == "few" {
			return 0, 0
		}
		return 1, 1
	}
	if w == "couple" {
		return 2, 1 + c.skip(i+1, "of")
	}
	return 0, 0
}

// move goes n units from a day: calendar months and years, not thirty days.
func move(t time.Time, unit string, n int) (time.Time, bool) {
	switch unit {
	case "day", "days":
		return t.AddDate(0, 0, n), true
	case "week", "weeks":
		return t.AddDate(0, 0, 7*n), true
	case "fortnight", "fortnights":
		return t.AddDate(0, 0, 14*n), true
	case "month", "months":
		return addMonths(t, n), true
	case "quarter", "quarters":
		return addMonths(t, 3*n), true
	case "year", "years":
		return addMonths(t, 12*n), true
	}
	return t, false
}

// addMonths moves by whole months and stays within the month: a month after 31 January is the last day of February.
func addMonths(t time.Time, n int) time.Time {
	moved, _ := portfolio.DateOf(t).AddMonths(n).Time() // a day of the calendar is a date
	return moved
}

// amount reads "30 days", "a month": its number, its unit and its length in tokens.
func (c calendar) amount(i int) (number int, unit string, n int) {
	if half := 1 + c.skip(i+1, "a"); c.word(i) == "half" && c.word(i+half) == "year" {
		return 6, "months", half + 1
	}
	number, n = c.count(i)
	if n == 0 {
		return 0, "", 0
	}
	n += c.skip(i+n, "more", "calendar")
	unit = c.word(i + n)
	if long, ok := shortUnits[strings.TrimSuffix(unit, "s")]; ok {
		unit = long + "s"
	}
	if _, ok := move(c.today, unit, number); !ok {
		return 0, "", 0
	}
	return number, unit, n + 1
}

// leads are the words before an amount, and the direction in which it then runs.
var leads = map[string]int{
	"next": 1, "coming": 1, "within": 1, "in": 1, "over": 1, "following": 1, "upcoming": 1,
	"last": -1, "past": -1, "previous": -1, "recent": -1,
}

// rolling reads "the next 30 days", "within 2 months", "in the last week or so": today is one end, and is included.
func (c calendar) rolling(i int) found {
	n, direction := 0, 0
	for {
		w := c.word(i + n)
		if d, ok := leads[w]; ok && (direction == 0 || d == direction || w == "next" || w == "last" || w == "past" || w == "previous") {
			direction = d
		} else if w != "the" && w != "during" || n > 3 {
			break
		}
		n++
	}
	if direction == 0 {
		return found{}
	}
	number, unit, length := c.amount(i + n)
	if length == 0 || c.word(i+n+length) == "ago" || c.word(i) == "over" && n == 1 {
		return found{}
	}
	end, _ := move(c.today, unit, number*direction)
	p := period{from: portfolio.DateOf(c.today), to: portfolio.DateOf(end), ahead: true}
	if direction < 0 {
		p = period{from: p.to, to: p.from}
	}
	return isPeriod(n+length+c.skip(i+n+length, "from", "now"), p)
}

// lately reads "in the last month" and "over the past week" as the days up to today, where "last month" is the calendar's.
func (c calendar) lately(i int) found {
	n := c.skip(i, "in", "over", "during", "within", "for")
	if n == 0 || c.word(i+n) != "the" {
		return found{}
	}
	word, unit := c.word(i+n+1), c.word(i+n+2)
	long := unit == "year" || unit == "quarter"
	if word != "last" && word != "past" || unit != "week" && unit != "fortnight" && unit != "month" && !long {
		return found{}
	}
	if long && word == "last" && c.word(i) != "over" { // "in the last year" is that of the calendar
		return found{}
	}
	back, _ := move(c.today, unit, -1)
	return isPeriod(n+3, period{from: portfolio.DateOf(back), to: portfolio.DateOf(c.today)})
}

// ago reads "30 days ago" and "60 days from now" as a day.
func (c calendar) ago(i int) found {
	number, unit, n := c.amount(i)
	if n == 0 {
		return found{}
	}
	direction, extra := -1, 1
	switch {
	case c.word(i+n) == "ago":
	case c.word(i+n) == "from" && (c.word(i+n+1) == "now" || c.word(i+n+1) == "today"):
		direction, extra = 1, 2
	default:
		return found{}
	}
	end, _ := move(c.today, unit, number*direction)
	day := portfolio.DateOf(end)
	return isPeriod(n+extra, period{from: day, to: day, ago: direction < 0})
}

// length reads "30 days" as a length of time, with the day that lies so far back.
func (c calendar) length(i int) found {
	number, unit, n := c.amount(i)
	if n == 0 || c.word(i) == "a" && unit == "day" {
		return found{}
	}
	back, _ := move(c.today, unit, -number)
	ahead, _ := move(c.today, unit, number)
	return found{n, span{kind: kSpan, number: float64(number), period: period{from: portfolio.DateOf(back), to: portfolio.DateOf(ahead)}}}
}

// yearEnd reads "year end" and "the month end" as the last day of the one that runs.
func (c calendar) yearEnd(i int) found {
	n := c.skip(i, "the", "this")
	if !slices.Contains(edged, c.word(i+n)) || c.word(i+n+1) != "end" {
		return found{}
	}
	p := c.shifted(i+n, 0, 0, false).span.period
	p.from, p.end = p.to, true
	return isPeriod(n+2, p)
}

// edged are the stretches of the calendar that people speak of the end of.
var edged = []string{"week", "month", "quarter", "year"}

// edge reads "the end of March 2026" as its last day, "the start of" as its first.
func (c calendar) edge(i int) found {
	n := c.skip(i, "the")
	last := false
	switch c.word(i + n) {
	case "end", "close":
		last = true
	case "start", "beginning":
	default:
		return found{}
	}
	n += 1 + c.skip(i+n+1, "of", "the")
	f := c.at(i + n)
	if f.n == 0 && slices.Contains(edged, c.word(i+n)) {
		f = c.shifted(i+n, 0, 0, false)
	}
	if word := c.word(i + n); f.n == 0 && (word == "fiscal" || word == "financial") && c.word(i+n+1) != "" {
		f = c.shifted(i+n+1, 0, 1, true)
	}
	if f.n == 0 || f.span.kind != kPeriod {
		return found{}
	}
	p := f.span.period
	if last {
		p.from, p.end = p.to, true
	} else {
		p.to = p.from
	}
	return isPeriod(n+f.n, p)
}

// rest reads "the rest of this year" and "so far this month": from today on, or up to today.
func (c calendar) rest(i int) found {
	n := c.skip(i, "the")
	first, second := c.word(i+n), c.word(i+n+1)
	ahead := (first == "rest" || first == "remainder") && second == "of"
	back := first == "so" && second == "far"
	if !ahead && !back {
		return found{}
	}
	n += 2 + c.skip(i+n+2, "the", "in")
	f := c.relative(i + n)
	if today := portfolio.DateOf(c.today); f.n == 0 { // "the rest of February", where that is now
		f = c.whole(i + n)
		if p := f.span.period; f.n > 0 && (p.from > today || p.to < today) {
			return found{}
		}
	}
	if f.n == 0 {
		if c.word(i+n) != "year" {
			return found{}
		}
		f = isPeriod(1, months(c.today.Year(), time.January, 12))
	}
	p := f.span.period
	if ahead {
		p.from = portfolio.DateOf(c.today)
	} else {
		p.to = portfolio.DateOf(c.today)
	}
	return isPeriod(n+f.n, p)
}
