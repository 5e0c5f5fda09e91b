package checking

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"portfolio-ai/store/portfolio"
)

// span is a day or a period that a text names. Without a year it repeats every year, and lo and hi hold "MM-DD".
type span struct {
	reach
	lo, hi   string // ISO, both included
	yearless bool
}

const monthNames = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`

// dateForms are the ways in which dates are written, the longest first.
var dateForms = []struct {
	form *regexp.Regexp
	read func(m []string) (lo, hi string)
}{
	{regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`), func(m []string) (string, string) { return day(m[1], m[2], m[3]) }},
	{regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + monthNames + `),? (\d{4})\b`), func(m []string) (string, string) { return day(m[3], month(m[2]), m[1]) }},
	{regexp.MustCompile(`(?i)\b(` + monthNames + `) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`), func(m []string) (string, string) { return day(m[3], month(m[1]), m[2]) }},
	{regexp.MustCompile(`\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b`), func(m []string) (string, string) { return day(m[3], m[2], m[1]) }},
	{regexp.MustCompile(`\b(\d{1,2})/(\d{1,2})/(\d{4})\b`), func(m []string) (string, string) { return day(m[3], m[2], m[1]) }},
	{regexp.MustCompile(`(?i)\b(` + monthNames + `) (\d{4})\b`), func(m []string) (string, string) { return months(m[2], month(m[1]), 1) }},
	{regexp.MustCompile(`(?i)\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? (` + monthNames + `)(?:\s|\b)`), func(m []string) (string, string) { return yearless(month(m[2]), m[1]) }},
	{regexp.MustCompile(`(?i)\b(` + monthNames + `) (\d{1,2})(?:st|nd|rd|th)?\b`), func(m []string) (string, string) { return yearless(month(m[1]), m[2]) }},
	{regexp.MustCompile(`\bQ([1-4])(?: of)? (\d{4})\b`), func(m []string) (string, string) { return quarter(m[2], m[1]) }},
	{regexp.MustCompile(`(?i)\b(?:in|by|of|since|until|before|after|during|late|early|mid|for|end of) (20\d\d)\b`), func(m []string) (string, string) { return m[1] + "-01-01", m[1] + "-12-31" }},
	{regexp.MustCompile(`\b(?:in|by|of|since|until|before|after|during|late|early|mid) (January|February|March|April|May|June|July|August|September|October|November|December)\b`), func(m []string) (string, string) {
		return month(m[1]) + "-01", month(m[1]) + "-31"
	}},
}

// day writes an ISO day of a year, a month and a day; "" where there is no such day.
func day(y, m, d string) (lo, hi string) {
	text := fmt.Sprintf("%04s-%02s-%02s", y, m, d)
	if _, err := portfolio.ParseDate(text); err != nil {
		return "", ""
	}
	return text, text
}

func yearless(m, d string) (lo, hi string) {
	if _, err := portfolio.ParseDate(fmt.Sprintf("2024-%02s-%02s", m, d)); err != nil {
		return "", ""
	}
	text := fmt.Sprintf("%02s-%02s", m, d)
	return text, text
}

// month gives the number of a month by its name.
func month(name string) string {
	at := strings.Index("janfebmaraprmayjunjulaugsepoctnovdec", strings.ToLower(name[:3]))
	return fmt.Sprintf("%02d", at/3+1)
}

// months is a period of some months from the first of one.
func months(y, m string, n int) (lo, hi string) {
	t, err := time.Parse("2006-01", y+"-"+m)
	if err != nil {
		return "", ""
	}
	return string(portfolio.DateOf(t)), string(portfolio.DateOf(t.AddDate(0, n, -1)))
}

func quarter(y, q string) (lo, hi string) {
	n, err := strconv.Atoi(q)
	if err != nil {
		return "", ""
	}
	return months(y, fmt.Sprintf("%02d", n*3-2), 3)
}

// fiscalForm is a fiscal year, perhaps with a quarter before it: FY2026/27, FY27, Q1 FY27.
var fiscalForm = regexp.MustCompile(`\b(?:Q([1-4])(?: of)? )?FY ?(\d{2,4})(?:/(\d{2,4}))?\b`)

// spans finds the dates and periods of a text. A fiscal year begins in a month; it is named by the year in which it ends,
// or by both.
func spans(text string, fiscal time.Month) []span {
	var out []span
	taken := func(r reach) bool {
		for _, s := range out {
			if r.from < s.to && s.from < r.to {
				return true
			}
		}
		return false
	}
	if !strings.ContainsAny(text, "0123456789") && !strings.ContainsAny(text, "JFMASOND") {
		return nil
	}
	for _, m := range fiscalForm.FindAllStringSubmatchIndex(text, -1) {
		if lo, hi := fiscalSpan(group3(text, m), fiscal); lo != "" {
			out = append(out, span{reach: reach{m[0], m[1]}, lo: lo, hi: hi})
		}
	}
	for _, f := range dateForms {
		for _, m := range f.form.FindAllStringSubmatchIndex(text, -1) {
			groups := make([]string, len(m)/2)
			for i := range groups {
				groups[i] = text[m[2*i]:m[2*i+1]]
			}
			lo, hi := f.read(groups)
			r := reach{m[0], m[1]}
			if len(groups) == 2 { // without the word before it
				r.from = m[2]
			}
			r.to -= len(text[r.from:r.to]) - len(strings.TrimRight(text[r.from:r.to], " "))
			if len(groups) == 2 && measuredIn.MatchString(text[r.to:]) { // "in 2071 days"
				continue
			}
			if lo != "" && !taken(r) {
				out = append(out, span{r, lo, hi, len(lo) == len("01-02")})
			}
		}
	}
	return out
}

// group3 gives the groups of a match of fiscalForm; "" for one that is not there.
func group3(text string, m []int) [3]string {
	var out [3]string
	for i := range out {
		if m[2*i+2] >= 0 {
			out[i] = text[m[2*i+2]:m[2*i+3]]
		}
	}
	return out
}

// fiscalSpan gives the days of a fiscal year or of a quarter of it.
func fiscalSpan(g [3]string, fiscal time.Month) (lo, hi string) {
	name := g[1]
	if g[2] != "" {
		name = g[2]
	}
	year, err := strconv.Atoi(name)
	if err != nil {
		return "", ""
	}
	if year < 100 {
		year += 2000
	}
	start := time.Date(year, fiscal, 1, 0, 0, 0, 0, time.UTC)
	if fiscal != time.January {
		start = start.AddDate(-1, 0, 0)
	}
	length := 12
	if g[0] != "" {
		start, length = start.AddDate(0, 3*(int(g[0][0]-'1')), 0), 3
	}
	return string(portfolio.DateOf(start)), string(portfolio.DateOf(start.AddDate(0, length, -1)))
}

// measuredIn finds a unit directly behind a number.
var measuredIn = regexp.MustCompile(`^ ?(days?|weeks?|months?|points|programs?|risks?|milestones?|%)`)

// has reports whether a day lies in the span.
func (s span) has(d string) bool {
	if d == "" {
		return false
	}
	if s.yearless && len(d) == len("2006-01-02") {
		d = d[len("2006-"):]
	}
	return d >= s.lo && d <= s.hi
}

// day reports whether the span is a single day.
func (s span) day() bool { return s.lo == s.hi }
