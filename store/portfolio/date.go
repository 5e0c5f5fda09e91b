package portfolio

import (
	"bytes"
	"encoding/json"
	"strconv"
	"time"
)

// Date is a calendar day as ISO 8601 text, "2026-09-15", without a time or a zone. The zero value means not reported.
// Dates of this form sort as text.
type Date string

// isoDate is the layout of a Date.
const isoDate = "2006-01-02"

// ParseDate reads an ISO day between the years 1000 and 9999. It fails with EInvalid.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(isoDate, text)
	if err != nil || t.Year() < 1000 {
		return "", Invalidf("%q is not a date; write it as YYYY-MM-DD", text)
	}
	return Date(t.Format(isoDate)), nil
}

// DateOf gives the calendar day of t in t's own zone.
func DateOf(t time.Time) Date { return Date(t.Format(isoDate)) }

// Time gives midnight UTC of the day, and false where the date is not reported.
func (d Date) Time() (time.Time, bool) {
	t, err := time.Parse(isoDate, string(d))
	return t, err == nil
}

// AddDays moves the day by n, which may be negative, within the years 1000 to 9999. A date that is not reported stays so.
func (d Date) AddDays(n int) Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	return written(t.AddDate(0, 0, n))
}

// The first and the last day that can be written.
const (
	firstDate = Date("1000-01-01")
	lastDate  = Date("9999-12-31")
)

// written gives the day of t, or the nearest that can be written.
func written(t time.Time) Date {
	switch {
	case t.Year() < 1000:
		return firstDate
	case t.Year() > 9999:
		return lastDate
	}
	return DateOf(t)
}

// AddMonths moves the day by n months and stays within the month: a month after 31 January is the last day of February.
// A date that is not reported stays so.
func (d Date) AddMonths(n int) Date {
	t, ok := d.Time()
	if !ok {
		return d
	}
	moved := t.AddDate(0, n, 0)
	if moved.Day() != t.Day() {
		moved = moved.AddDate(0, 0, -moved.Day())
	}
	return written(moved)
}

// DaysUntil counts the days from d to other: positive when other is later. It is 0 where either is not reported.
func (d Date) DaysUntil(other Date) int {
	from, ok := d.Time()
	to, ok2 := other.Time()
	if !ok || !ok2 {
		return 0
	}
	return int(to.Sub(from).Hours() / 24)
}

// MarshalJSON writes null where the date is not reported.
func (d Date) MarshalJSON() ([]byte, error) { return marshalWord(d) }

// UnmarshalJSON takes an ISO day, null or "".
func (d *Date) UnmarshalJSON(data []byte) error {
	if bytes.Equal(data, []byte("null")) {
		*d = ""
		return nil
	}
	text, err := strconv.Unquote(string(data)) // which is faster; a text with escapes of JSON is for the decoder
	if err != nil && json.Unmarshal(data, &text) != nil {
		return Invalidf("a date must be a text like 2026-09-15")
	}
	if text == "" {
		*d = ""
		return nil
	}
	parsed, err := ParseDate(text)
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Millis is an instant in milliseconds since 1970-01-01 UTC.
type Millis int64

// MillisOf gives the instant of t, cut to the millisecond.
func MillisOf(t time.Time) Millis { return Millis(t.UnixMilli()) }

// Day gives the day of the instant where the program runs.
func (m Millis) Day() Date { return DateOf(time.UnixMilli(int64(m))) }

// Time gives the instant in UTC.
func (m Millis) Time() time.Time { return time.UnixMilli(int64(m)).UTC() }
