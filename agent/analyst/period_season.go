package analyst

import (
	"slices"
	"time"

	"portfolio-ai/store/portfolio"
)

// seasons are the months in which they begin; each lasts three.
var seasons = map[string]time.Month{
	"spring": time.March, "summer": time.June, "autumn": time.September, "fall": time.September, "winter": time.December,
}

// season reads "this spring", "summer 2026", "winter 2026/27", "next autumn" and "the summer of next year", with the months
// that it was taken for. Without a word for the year it is the one that runs or comes next.
func (c calendar) season(i int) found {
	n := c.skip(i, "the", "in", "this", "coming", "next", "last", "past")
	first, ok := seasons[c.word(i+n)]
	if !ok || c.word(i+n) == "fall" && n == 0 {
		return found{}
	}
	y, length, named := c.seasonYear(i+n, first)
	if !named {
		y += c.seasonShift(c.word(i+n-1), first)
	}
	named = named || n > 0 && c.word(i+n-1) != "the" && c.word(i+n-1) != "in"
	f := isPeriod(n+length, months(y, first, 3))
	f.span.period.yearless = !named
	f.span.note = "I took “" + rawText(c.tokens[i:i+n+length]) + "” as " + first.String() + " to " + ((first+1)%12 + 1).String() + "."
	return f
}

// seasonYear reads the year behind a season at token i: the one in which it begins. Without one it is the season of this year,
// of winter the one that runs or begins this year.
func (c calendar) seasonYear(i int, first time.Month) (y, n int, named bool) {
	rest := i + 1 + c.skip(i+1, "of", "in", "the")
	if y, ok := c.yearAt(rest); ok {
		n := rest + 1 - i
		if _, ok := c.integer(rest+1, 2); ok && first == time.December {
			n++
		}
		return y, n, true
	}
	if shift, ok := shifts[c.word(rest)]; ok && c.word(rest+1) == "year" {
		return c.today.Year() + shift, rest + 2 - i, true
	}
	y = c.today.Year()
	if first == time.December && c.today.Month() < time.March {
		y--
	}
	return y, 1, false
}

// seasonShift gives by how many years the word before a season moves it.
func (c calendar) seasonShift(word string, first time.Month) int {
	begun, over := first <= c.today.Month(), first+2 < c.today.Month()
	if first == time.December {
		begun, over = c.today.Month() < time.March || c.today.Month() == time.December, false
	}
	switch {
	case (word == "last" || word == "past") && !over:
		return -1
	case word == "next" && begun:
		return 1
	case over && word != "this" && word != "last" && word != "past":
		return 1
	}
	return 0
}

// thirds are the words for the parts of a month, a quarter or a year.
var thirds = map[string]int{"early": 0, "mid": 1, "middle": 1, "late": 2}

// coming are the verbs of what comes late in a year.
var coming = []string{"launch", "launches", "launching", "launched", "due", "live", "start", "starts", "starting", "started", "end", "ends", "ending", "finish", "finishes", "finishing", "land", "lands", "landing"}

// bounding are the words before a period that ask for one of its ends.
var bounding = []string{"between", "from", "since", "after", "until", "till", "before", "by", "to", "and"}

// third reads "early next year", "mid March", "in late summer": of a year the first and the last quarter and the months from
// May to August, of a quarter or season its months, of a month ten days. What is bounded by the middle is so by its middle.
func (c calendar) third(i int) found {
	part, ok := thirds[c.word(i)]
	if !ok {
		return found{}
	}
	n := 1 + c.skip(i+1, "in", "of", "the", "on")
	if c.word(i) == "late" && c.word(i+1) == "in" && !slices.Contains(coming, c.word(i-1)) { // "were late in March" says how they were
		return found{}
	}
	f := c.whole(i + n)
	if f.n == 0 || f.span.kind != kPeriod || f.span.period.from == "" || f.span.period.to == "" {
		return found{}
	}
	p := f.span.period
	first, _ := p.from.Time() // the calendar made it
	year, month := first.Year(), first.Month()
	bounded := slices.Contains(bounding, c.word(i-1))
	switch length := p.from.DaysUntil(p.to) + 1; {
	case length < 28:
		return found{}
	case length < 32:
		p.from, p.to = dayOf(year, month, []int{1, 10, 21}[part]), dayOf(year, month, []int{10, 20, 0}[part])
		if part == 1 && bounded {
			p.from, p.to = dayOf(year, month, 15), dayOf(year, month, 15)
		}
	case length < 100:
		one := months(year, month+time.Month(part), 1)
		p.from, p.to = one.from, one.to
	case length > 360:
		one := months(year, month+time.Month([]int{0, 4, 9}[part]), []int{3, 4, 3}[part])
		p.from, p.to = one.from, one.to
		if part == 1 && bounded {
			p.from = months(year, month+5, 1).to
			p.to = p.from
		}
	default:
		return found{}
	}
	if bare := slices.Contains(edged, c.word(i+n)); bare && p.to < portfolio.DateOf(c.today) { // "by mid year" is the next one
		p.from, p.to, p.yearless = yearAfter(p.from), yearAfter(p.to), true
	}
	f = isPeriod(n+f.n, p)
	f.span.note = "I took “" + rawText(c.tokens[i:i+f.n]) + "” as " + day(p.from) + " to " + day(p.to) + "."
	return f
}

// whole reads a month, quarter, season or year that has early, middle and late days.
func (c calendar) whole(i int) found {
	best := found{}
	for _, recognise := range []func(calendar, int) found{calendar.month, calendar.year, calendar.quarter, calendar.season, calendar.fiscalYear, calendar.relative} {
		if f := recognise(c, i); f.n > best.n {
			best = f
		}
	}
	if word := c.word(i); best.n == 0 && (word == "month" || word == "quarter" || word == "year") {
		return c.shifted(i, 0, 0, false)
	}
	return best
}

// dayOf gives the day of a month; 0 is its last.
func dayOf(y int, m time.Month, d int) portfolio.Date {
	if d == 0 {
		m++
	}
	return date(y, m, d)
}

// weekOf reads "the first week of March" as its first seven days, "the last week of the year" as its last.
func (c calendar) weekOf(i int) found {
	n := c.skip(i, "the")
	at := slices.Index([]string{"first", "second", "third", "fourth", "last"}, c.word(i+n))
	if at < 0 || c.word(i+n+1) != "week" || c.word(i+n+2) != "of" && c.word(i+n+2) != "in" {
		return found{}
	}
	n += 3
	f := c.whole(i + n + c.skip(i+n, "the"))
	if n += c.skip(i+n, "the"); f.n == 0 || f.span.period.from == "" {
		return found{}
	}
	p := f.span.period
	if at == 4 {
		p.from = p.to.AddDays(-6)
	} else {
		p.from = p.from.AddDays(7 * at)
		p.to = p.from.AddDays(6)
	}
	return isPeriod(n+f.n, p)
}

// weekAround reads "the week of 16 March" and "the week beginning on 16 March" as the seven days from the Monday before it, or from it.
func (c calendar) weekAround(i int) found {
	n := c.skip(i, "the")
	if c.word(i+n) != "week" && c.word(i+n) != "wk" {
		return found{}
	}
	begins := slices.Contains([]string{"beginning", "starting", "commencing"}, c.word(i+n+1))
	if word := c.word(i + n + 1); !begins && word != "of" && word != "around" {
		return found{}
	}
	n += 2 + c.skip(i+n+2, "on", "the")
	f := calendar{tokens: c.tokens, today: c.today, fiscal: c.fiscal}.dayAlone(i + n)
	day, ok := f.span.period.from.Time()
	if f.n == 0 || !ok {
		return found{}
	}
	if !begins {
		day = day.AddDate(0, 0, -(int(day.Weekday())+6)%7)
	}
	return isPeriod(n+f.n, period{from: portfolio.DateOf(day), to: portfolio.DateOf(day.AddDate(0, 0, 6)), yearless: f.span.period.yearless})
}

// dayAlone reads a day by its date.
func (c calendar) dayAlone(i int) found {
	for _, recognise := range []func(calendar, int) found{calendar.isoDay, calendar.dayMonth, calendar.monthDay, calendar.slashDay, calendar.holiday} {
		if f := recognise(c, i); f.n > 0 && f.span.period.from == f.span.period.to {
			return f
		}
	}
	return found{}
}

// toDate reads "year to date" and "YTD" as the days from its first one up to today.
func (c calendar) toDate(i int) found {
	unit, n := c.word(i), 3
	if short, ok := map[string]string{"ytd": "year", "mtd": "month", "qtd": "quarter"}[unit]; ok {
		unit, n = short, 1
	} else if c.word(i+1) != "to" || c.word(i+2) != "date" || !slices.Contains(edged, unit) {
		return found{}
	}
	at := calendar{tokens: []token{{word: unit}}, today: c.today, fiscal: c.fiscal}
	p := at.shifted(0, 0, 0, false).span.period
	p.to = portfolio.DateOf(c.today)
	return isPeriod(n, p)
}
