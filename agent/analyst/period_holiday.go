package analyst

import (
	"time"

	"portfolio-ai/store/portfolio"
)

// holiday reads the days that people name instead of a date: "Christmas", "New Year", "Easter 2026". Without a year it is this
// year's; what asks for the past takes the last one.
func (c calendar) holiday(i int) found {
	n := 1
	var on func(year int) portfolio.Date
	switch w := c.word(i); {
	case w == "christmas" || w == "xmas":
		eve := c.word(i+1) == "eve"
		on = func(y int) portfolio.Date {
			return portfolio.DateOf(time.Date(y, time.December, map[bool]int{true: 24, false: 25}[eve], 0, 0, 0, 0, time.UTC))
		}
	case w == "new" && c.word(i+1) == "year":
		n = 2
		on = func(y int) portfolio.Date {
			return portfolio.DateOf(time.Date(y, time.January, 1, 0, 0, 0, 0, time.UTC))
		}
	case w == "valentine" || w == "valentines":
		on = func(y int) portfolio.Date {
			return portfolio.DateOf(time.Date(y, time.February, 14, 0, 0, 0, 0, time.UTC))
		}
	case w == "easter":
		on = easter
	default:
		return found{}
	}
	n += c.skip(i+n, "day", "eve", "sunday")
	y, named := c.yearAt(i + n)
	if _, iso := c.integer(i+n+1, 2); iso { // "Christmas 2025-12-25" has a day of its own
		named = false
	}
	if named {
		n++
	} else {
		y = c.today.Year()
	}
	d := on(y)
	return isPeriod(n, period{from: d, to: d, yearless: !named})
}

// easter gives Easter Sunday of a year, by the rule of Gauss in the form of Butcher.
func easter(y int) portfolio.Date {
	a, b, c := y%19, y/100, y%100
	h := (19*a + b - b/4 - (b-(b+8)/25+1)/3 + 15) % 30
	l := (32 + 2*(b%4) + 2*(c/4) - h - c%4) % 7
	m := (a + 11*h + 22*l) / 451
	sum := h + l - 7*m + 114
	return portfolio.DateOf(time.Date(y, time.Month(sum/31), sum%31+1, 0, 0, 0, 0, time.UTC))
}
