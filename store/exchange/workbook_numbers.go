package exchange

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"
	"github.com/xuri/nfp"
)

// numberFormat is what the format of a cell makes of its number.
type numberFormat int

const (
	plainNumber numberFormat = iota
	dayNumber                // days since 1900 or 1904, the time of day behind the point
	percentNumber
)

// builtInFormats are the formats that have a number and no code, from the first to the last.
var builtInFormats = []struct {
	from, to int
	format   numberFormat
}{
	{9, 10, percentNumber}, {14, 17, dayNumber}, {22, 22, dayNumber}, {27, 36, dayNumber}, {50, 58, dayNumber},
}

// maxFormatCode is how long the code of a format may be in the programs that write workbooks.
const maxFormatCode = 255

// formatOf says what a format does, from its code or else its number. A time without a day is a plain number.
func formatOf(id int, code string) numberFormat {
	if code == "" {
		for _, built := range builtInFormats {
			if id >= built.from && id <= built.to {
				return built.format
			}
		}
		return plainNumber
	}
	if len(code) > maxFormatCode {
		return plainNumber
	}
	parser := nfp.NumberFormatParser()
	sections := parser.Parse(code)
	if len(sections) == 0 {
		return plainNumber
	}
	var day, month, hour bool
	for _, token := range sections[0].Items {
		switch letter := strings.ToUpper(token.TValue + " ")[:1]; token.TType {
		case nfp.TokenTypePercent:
			return percentNumber
		case nfp.TokenTypeDateTimes, nfp.TokenTypeElapsedDateTimes:
			day = day || letter == "D" || letter == "Y" || letter == "E"
			month = month || letter == "M"
			hour = hour || letter == "H" || letter == "S"
		}
	}
	if day || month && !hour {
		return dayNumber
	}
	return plainNumber
}

// maxSerial is the number of the last day that a workbook can hold, at the end of the year 9999.
const maxSerial = 2_958_465

// show gives a number as text in the way its format means it: a day as YYYY-MM-DD, a share as 45%. A number that is no
// day stays a number.
func (f numberFormat) show(raw string, from1904 bool) string {
	n, err := strconv.ParseFloat(raw, 64)
	if err != nil || math.IsNaN(n) || math.Abs(n) >= 1e15 {
		return raw
	}
	const halfSecond = 0.5 / (24 * 60 * 60) // days that were computed may lack the last digits
	switch serial := math.Floor(n + halfSecond); {
	case f == dayNumber && serial <= maxSerial && (serial >= 1 || serial == 0 && from1904):
		if day, err := excelize.ExcelDateToTime(serial, from1904); err == nil {
			return day.Format(time.DateOnly)
		}
	case f == percentNumber:
		return shortNumber(n*100) + "%"
	}
	return shortNumber(n)
}

// shortNumber writes a number with the fifteen digits that spreadsheets keep.
func shortNumber(n float64) string {
	rounded, err := strconv.ParseFloat(strconv.FormatFloat(n, 'g', 15, 64), 64)
	if err != nil {
		rounded = n
	}
	return strconv.FormatFloat(rounded, 'f', -1, 64)
}
