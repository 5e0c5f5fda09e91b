package analyst

import (
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestCalendar_readsPeriods(t *testing.T) {
	day := time.Date(2026, time.February, 2, 0, 0, 0, 0, time.UTC) // a Monday
	cases := map[string][2]portfolio.Date{
		"2026-03-15":                      {"2026-03-15", "2026-03-15"},
		"15 March 2026":                   {"2026-03-15", "2026-03-15"},
		"the 15th of March 2026":          {"2026-03-15", "2026-03-15"},
		"March 15, 2026":                  {"2026-03-15", "2026-03-15"},
		"15/03/2026":                      {"2026-03-15", "2026-03-15"},
		"03/15/2026":                      {"2026-03-15", "2026-03-15"},
		"2026-03":                         {"2026-03-01", "2026-03-31"},
		"March 2026":                      {"2026-03-01", "2026-03-31"},
		"march":                           {"2026-03-01", "2026-03-31"},
		"January":                         {"2027-01-01", "2027-01-31"},
		"Feb 2028":                        {"2028-02-01", "2028-02-29"},
		"2027":                            {"2027-01-01", "2027-12-31"},
		"Q1 2026":                         {"2026-01-01", "2026-03-31"},
		"second quarter of 2026":          {"2026-04-01", "2026-06-30"},
		"Q3":                              {"2026-07-01", "2026-09-30"},
		"Q1 FY2026/27":                    {"2026-04-01", "2026-06-30"},
		"Q4 of fiscal year 2026/27":       {"2027-01-01", "2027-03-31"},
		"H2 2026":                         {"2026-07-01", "2026-12-31"},
		"the first half of 2026":          {"2026-01-01", "2026-06-30"},
		"FY2026/27":                       {"2026-04-01", "2027-03-31"},
		"FY 2026-27":                      {"2026-04-01", "2027-03-31"},
		"FY26/27":                         {"2026-04-01", "2027-03-31"},
		"2026/27":                         {"2026-04-01", "2027-03-31"},
		"financial year 2026":             {"2026-04-01", "2027-03-31"},
		"the end of FY2026/27":            {"2027-03-31", "2027-03-31"},
		"start of next quarter":           {"2026-04-01", "2026-04-01"},
		"today":                           {"2026-02-02", "2026-02-02"},
		"tomorrow":                        {"2026-02-03", "2026-02-03"},
		"Easter 2026":                     {"2026-04-05", "2026-04-05"},
		"Christmas Eve 2026":              {"2026-12-24", "2026-12-24"},
		"mid March 2026":                  {"2026-03-10", "2026-03-20"},
		"friday":                          {"2026-02-06", "2026-02-06"},
		"last Monday":                     {"2026-01-26", "2026-01-26"},
		"last friday":                     {"2026-01-30", "2026-01-30"},
		"this week":                       {"2026-02-02", "2026-02-08"},
		"next week":                       {"2026-02-09", "2026-02-15"},
		"this month":                      {"2026-02-01", "2026-02-28"},
		"last month":                      {"2026-01-01", "2026-01-31"},
		"this quarter":                    {"2026-01-01", "2026-03-31"},
		"next quarter":                    {"2026-04-01", "2026-06-30"},
		"last quarter":                    {"2025-10-01", "2025-12-31"},
		"next year":                       {"2027-01-01", "2027-12-31"},
		"this fiscal year":                {"2025-04-01", "2026-03-31"},
		"next financial year":             {"2026-04-01", "2027-03-31"},
		"this fiscal quarter":             {"2026-01-01", "2026-03-31"},
		"the next 30 days":                {"2026-02-02", "2026-03-04"},
		"next thirty days":                {"2026-02-02", "2026-03-04"},
		"within 2 weeks":                  {"2026-02-02", "2026-02-16"},
		"in the next three months":        {"2026-02-02", "2026-05-02"},
		"within a year":                   {"2026-02-02", "2027-02-02"},
		"the last 30 days":                {"2026-01-03", "2026-02-02"},
		"past week":                       {"2026-01-26", "2026-02-01"},
		"30 days ago":                     {"2026-01-03", "2026-01-03"},
		"90 days from now":                {"2026-05-03", "2026-05-03"},
		"the rest of the year":            {"2026-02-02", "2026-12-31"},
		"so far this year":                {"2026-01-01", "2026-02-02"},
		"the second quarter of next year": {"2027-04-01", "2027-06-30"},
		"later this month":                {"2026-02-02", "2026-02-28"},
	}
	for text, want := range cases {
		tokens := tokenise(text, nil)
		f := calendar{tokens: tokens, today: day, fiscal: usualFiscalStart}.at(0)
		if f.n != len(tokens) || f.span.kind != kPeriod {
			t.Errorf("%q: read %d of %d words as %q", text, f.n, len(tokens), f.span.kind)
			continue
		}
		if got := [2]portfolio.Date{f.span.period.from, f.span.period.to}; got != want {
			t.Errorf("%q is %v, want %v", text, got, want)
		}
	}
}

func TestCalendar_theFiscalYearBeginsWhereItIsSet(t *testing.T) {
	day := time.Date(2026, time.February, 2, 0, 0, 0, 0, time.UTC)
	cases := []struct {
		text  string
		start time.Month
		want  [2]portfolio.Date
	}{
		{"FY27", time.April, [2]portfolio.Date{"2026-04-01", "2027-03-31"}},
		{"FY27", time.January, [2]portfolio.Date{"2027-01-01", "2027-12-31"}},
		{"FY2026/27", time.July, [2]portfolio.Date{"2026-07-01", "2027-06-30"}},
		{"this fiscal year", time.October, [2]portfolio.Date{"2025-10-01", "2026-09-30"}},
		{"this fiscal year", time.January, [2]portfolio.Date{"2026-01-01", "2026-12-31"}},
		{"Q1 FY2026/27", time.July, [2]portfolio.Date{"2026-07-01", "2026-09-30"}},
		{"this fiscal quarter", time.March, [2]portfolio.Date{"2025-12-01", "2026-02-28"}},
		{"this quarter", time.March, [2]portfolio.Date{"2026-01-01", "2026-03-31"}},
		{"the last month", time.April, [2]portfolio.Date{"2026-01-01", "2026-01-31"}},
		{"in the last month", time.April, [2]portfolio.Date{"2026-01-02", "2026-02-02"}},
	}
	for _, c := range cases {
		tokens := tokenise(c.text, nil)
		f := calendar{tokens: tokens, today: day, fiscal: c.start}.at(0)
		if got := [2]portfolio.Date{f.span.period.from, f.span.period.to}; f.n != len(tokens) || got != c.want {
			t.Errorf("%q with fiscal years from %s is %v, want %v", c.text, c.start, got, c.want)
		}
	}
}

func TestCalendar_readsNoPeriodWhereThereIsNone(t *testing.T) {
	for _, text := range []string{"31 February 2026", "12", "may i see", "the next one", "99/99/2026", "last program", "quarter"} {
		tokens := tokenise(text, nil)
		if f := (calendar{tokens: tokens, today: time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC), fiscal: usualFiscalStart}).at(0); f.n == len(tokens) {
			t.Errorf("%q was read as %+v", text, f.span.period)
		}
	}
}
