package analyst

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// weekNumber reads "calendar week 12", "CW12", "KW 12 2026" and "week 12 of 2026": the week of that number by ISO 8601, of this year
// unless another one is named.
func (c calendar) weekNumber(i int) found {
	n := c.skip(i, "the", "calendar", "calender", "cal", "iso")
	word, number := c.word(i+n), ""
	for _, short := range []string{"cw", "kw", "wk", "w", "week"} {
		if rest, ok := strings.CutPrefix(word, short); ok && (rest == "" && short != "w" || isNumber(rest)) {
			number = rest
		} else {
			continue
		}
		n++
		if number == "" {
			n += c.skip(i+n, "no", "nr", "number")
			number = c.word(i + n)
			n++
		}
		break
	}
	week, err := strconv.Atoi(number)
	if err != nil || week < 1 || week > 53 {
		return found{}
	}
	y, named := c.today.Year(), false
	rest := n + c.skip(i+n, "of", "in", ",")
	if year, ok := c.yearAt(i + rest); ok {
		y, n, named = year, rest+1, true
	}
	fourth := time.Date(y, time.January, 4, 0, 0, 0, 0, time.UTC) // is in the first week
	monday := fourth.AddDate(0, 0, -(int(fourth.Weekday())+6)%7+7*(week-1))
	return isPeriod(n, period{from: portfolio.DateOf(monday), to: portfolio.DateOf(monday.AddDate(0, 0, 6)), yearless: !named})
}

// partOfMonth reads "the second half of March" and "the beginning of next month", with the days that it was taken for.
func (c calendar) partOfMonth(i int) found {
	n := c.skip(i, "the")
	at := slices.Index(halfWords, c.word(i+n))
	switch {
	case at >= 0 && c.word(i+n+1) == "half":
		n += 2
	case slices.Contains([]string{"beginning", "start"}, c.word(i+n)) && n > 0:
		at, n = 0, n+1
	default:
		return found{}
	}
	of := c.skip(i+n, "of", "in")
	f := c.whole(i + n + of)
	first, ok := f.span.period.from.Time()
	if of == 0 || f.n == 0 || !ok || f.span.period.from.DaysUntil(f.span.period.to) > 31 {
		return found{}
	}
	p := period{from: f.span.period.from, to: dayOf(first.Year(), first.Month(), 15), yearless: f.span.period.yearless}
	if at == 1 {
		p.from, p.to = p.to.AddDays(1), f.span.period.to
	}
	n += of + f.n
	out := isPeriod(n, p)
	out.span.note = "I took “" + rawText(c.tokens[i:i+n]) + "” as " + day(p.from) + " to " + day(p.to) + "."
	return out
}
