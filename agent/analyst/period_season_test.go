package analyst

import (
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestCalendar_readsSeasonsAndPartsOfYears(t *testing.T) {
	cases := []struct {
		today, text string
		from, to    portfolio.Date
	}{
		{"2026-11-30", "this summer", "2026-06-01", "2026-08-31"},
		{"2026-11-30", "the summer", "2027-06-01", "2027-08-31"},
		{"2026-07-10", "the summer", "2026-06-01", "2026-08-31"},
		{"2026-07-10", "next summer", "2027-06-01", "2027-08-31"},
		{"2026-07-10", "last summer", "2025-06-01", "2025-08-31"},
		{"2026-07-10", "last autumn", "2025-09-01", "2025-11-30"},
		{"2026-07-10", "spring of next year", "2027-03-01", "2027-05-31"},
		{"2026-07-10", "spring 2028", "2028-03-01", "2028-05-31"},
		{"2026-11-30", "this winter", "2026-12-01", "2027-02-28"},
		{"2026-11-30", "next winter", "2026-12-01", "2027-02-28"},
		{"2026-11-30", "last winter", "2025-12-01", "2026-02-28"},
		{"2026-01-15", "this winter", "2025-12-01", "2026-02-28"},
		{"2026-01-15", "last winter", "2024-12-01", "2025-02-28"},
		{"2026-01-15", "next winter", "2026-12-01", "2027-02-28"},
		{"2026-01-15", "winter 2027/28", "2027-12-01", "2028-02-29"},
		{"2026-11-30", "early next year", "2027-01-01", "2027-03-31"},
		{"2026-11-30", "early in 2027", "2027-01-01", "2027-03-31"},
		{"2026-11-30", "mid 2027", "2027-05-01", "2027-08-31"},
		{"2026-11-30", "by mid 2027", "2027-06-30", "2027-06-30"},
		{"2026-11-30", "late 2027", "2027-10-01", "2027-12-31"},
		{"2026-11-30", "late January", "2027-01-21", "2027-01-31"},
		{"2026-11-30", "early March", "2027-03-01", "2027-03-10"},
		{"2026-11-30", "mid March", "2027-03-10", "2027-03-20"},
		{"2026-11-30", "before mid March", "2027-03-15", "2027-03-15"},
		{"2026-11-30", "late this quarter", "2026-12-01", "2026-12-31"},
		{"2026-11-30", "early summer", "2027-06-01", "2027-06-30"},
		{"2026-11-30", "the first week of January", "2027-01-01", "2027-01-07"},
		{"2026-11-30", "the last week of next month", "2026-12-25", "2026-12-31"},
		{"2026-11-30", "year to date", "2026-01-01", "2026-11-30"},
		{"2026-11-30", "earlier this month", "2026-11-01", "2026-11-30"},
		{"2026-11-30", "the first half of the year", "2026-01-01", "2026-06-30"},
	}
	for _, c := range cases {
		t.Run(c.text, func(t *testing.T) {
			day, _ := portfolio.Date(c.today).Time()
			at := calendar{tokens: tokenise(c.text, nil), today: day, fiscal: time.April}
			i := 0
			if word := at.word(0); word == "by" || word == "before" {
				i = 1
			}
			f := at.at(i)
			if p := f.span.period; p.from != c.from || p.to != c.to || i+f.n != len(at.tokens) {
				t.Errorf("%d tokens are %s to %s, want %s to %s", f.n, p.from, p.to, c.from, c.to)
			}
		})
	}
}
