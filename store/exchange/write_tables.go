package exchange

import (
	"bufio"
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/portfolio"
)

// Format is a form in which a portfolio is written into a file.
type Format string

// The formats. Only JSON holds everything; CSV holds the programs, Markdown is for reading.
const (
	JSON     Format = "json"
	CSV      Format = "csv"
	XLSX     Format = "xlsx"
	Markdown Format = "md"
)

// Formats lists them.
var Formats = []Format{CSV, XLSX, JSON, Markdown}

// Write writes a portfolio, as of a day, in a format. Programs stand in the order of the document but for JSON.
func Write(out io.Writer, format Format, d portfolio.Document, asOf portfolio.Date) error {
	switch format {
	case JSON:
		return WriteJSON(out, d)
	case CSV:
		return writeCSV(out, sheetOf("programs", programColumns, d.Programs))
	case XLSX:
		return writeXLSX(out, sheetsOf(d))
	case Markdown:
		return writeMarkdown(out, fmt.Sprintf("Portfolio as of %s", asOf), fmt.Sprintf("%d programs", len(d.Programs)), sheetOf("", programsToRead, d.Programs))
	default:
		return portfolio.Invalidf("%q is no format that can be written.", string(format))
	}
}

// WriteRisks writes a register of risks as of a day, in the order of its rows. JSON is for whole portfolios.
func WriteRisks(out io.Writer, format Format, rows []portfolio.RiskRow, asOf portfolio.Date) error {
	return writeRegister(out, format, fmt.Sprintf("Risks as of %s", asOf), fmt.Sprintf("%d risks", len(rows)), sheetOf("risks", riskRegister, rows))
}

// WriteMilestones writes milestones as WriteRisks writes risks.
func WriteMilestones(out io.Writer, format Format, rows []portfolio.MilestoneRow, asOf portfolio.Date) error {
	return writeRegister(out, format, fmt.Sprintf("Milestones as of %s", asOf), fmt.Sprintf("%d milestones", len(rows)), sheetOf("milestones", milestoneRegister, rows))
}

// writeRegister writes one table.
func writeRegister(out io.Writer, format Format, title, count string, s sheet) error {
	switch format {
	case CSV:
		return writeCSV(out, s)
	case XLSX:
		return writeXLSX(out, []sheet{s})
	case Markdown:
		return writeMarkdown(out, title, count, s)
	default:
		return portfolio.Invalidf("A list of %s is written as CSV, XLSX or Markdown, not as %q.", s.name, string(format))
	}
}

// formulaSigns begin what a spreadsheet would run as a formula.
const formulaSigns = "=+-@\t\r"

// inert takes the power from a text that a spreadsheet would run: an apostrophe makes it a text.
func inert(text string) string {
	if text != "" && strings.ContainsRune(formulaSigns, rune(text[0])) {
		return "'" + text
	}
	return text
}

// lively gives a text back as it was before it was made inert.
func lively(text string) string {
	if len(text) > 1 && text[0] == '\'' && strings.ContainsRune(formulaSigns, rune(text[1])) {
		return text[1:]
	}
	return text
}

// plain gives a cell as text.
func (c cell) plain() string {
	if c.number != nil {
		return strconv.Itoa(*c.number)
	}
	return cmp.Or(c.text, string(c.day))
}

// writeCSV writes a table as UTF-8, marked as such so that spreadsheets read it right, with the line ends of RFC 4180.
func writeCSV(out io.Writer, s sheet) error {
	if _, err := io.WriteString(out, "\ufeff"); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	w := csv.NewWriter(out)
	w.UseCRLF = true
	lines := [][]string{s.columns}
	for _, row := range s.rows {
		line := make([]string, len(row))
		for i, c := range row {
			line[i] = inert(c.plain())
		}
		lines = append(lines, line)
	}
	if err := w.WriteAll(lines); err != nil {
		return fmt.Errorf("write the table: %w", err)
	}
	return nil
}

// writeXLSX writes a workbook of one sheet a table, with real dates and numbers, a bold first row that stays, and filters.
func writeXLSX(out io.Writer, sheets []sheet) (err error) {
	book := excelize.NewFile()
	defer func() { err = cmp.Or(err, book.Close()) }()
	styles, err := newStyles(book)
	if err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	for i, s := range sheets {
		if i == 0 {
			err = book.SetSheetName(book.GetSheetName(0), s.name)
		} else {
			_, err = book.NewSheet(s.name)
		}
		if err == nil {
			err = styles.fill(book, s)
		}
		if err != nil {
			return fmt.Errorf("write the sheet %s: %w", s.name, err)
		}
	}
	if _, err := book.WriteTo(out); err != nil {
		return fmt.Errorf("write the workbook: %w", err)
	}
	return nil
}

// styles are the looks of cells in one workbook.
type styles struct{ header, day int }

func newStyles(book *excelize.File) (s styles, err error) {
	if s.header, err = book.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}}); err != nil {
		return s, err
	}
	format := "yyyy-mm-dd"
	s.day, err = book.NewStyle(&excelize.Style{CustomNumFmt: &format})
	return s, err
}

// columnWidth is the width of a column in characters: enough for a name and a date.
const columnWidth = 18

// fill writes a table into its sheet. It streams, so that memory does not grow with the number of rows.
func (s styles) fill(book *excelize.File, table sheet) error {
	last, err := excelize.CoordinatesToCellName(len(table.columns), len(table.rows)+1)
	if err != nil {
		return err
	}
	if err := book.AutoFilter(table.name, "A1:"+last, nil); err != nil { // before the stream, which takes it along
		return err
	}
	w, err := book.NewStreamWriter(table.name)
	if err != nil {
		return err
	}
	if err := w.SetColWidth(1, len(table.columns), columnWidth); err != nil {
		return err
	}
	if err := w.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	header := make([]any, len(table.columns))
	for i, name := range table.columns {
		header[i] = excelize.Cell{StyleID: s.header, Value: name}
	}
	if err := w.SetRow("A1", header); err != nil {
		return err
	}
	for i, row := range table.rows {
		values := make([]any, len(row))
		for j, c := range row {
			values[j] = s.value(c)
		}
		if err := w.SetRow("A"+strconv.Itoa(i+2), values); err != nil {
			return err
		}
	}
	return w.Flush()
}

// value gives a cell as the workbook takes it. A text is a text there, whatever it begins with.
func (s styles) value(c cell) any {
	if day, ok := c.day.Time(); ok {
		return excelize.Cell{StyleID: s.day, Value: day}
	}
	if c.number != nil {
		return *c.number
	}
	if c.text == "" {
		return nil
	}
	return c.text
}

// writeMarkdown writes a table for reading, with the names of its columns in the words of people.
func writeMarkdown(out io.Writer, title, count string, s sheet) error {
	w := bufio.NewWriter(out)
	_, _ = fmt.Fprintf(w, "# %s\n\n%s\n\n", title, count) // Flush reports the first error
	for _, name := range s.columns {
		_, _ = w.WriteString("| " + heading(name) + " ")
	}
	_, _ = w.WriteString("|\n" + strings.Repeat("| --- ", len(s.columns)) + "|\n")
	for _, row := range s.rows {
		for _, c := range row {
			_, _ = w.WriteString("| " + markdownCell(c.plain()) + " ")
		}
		_, _ = w.WriteString("|\n")
	}
	return w.Flush()
}

// heading makes "due_date" into "Due date".
func heading(column string) string {
	words := strings.ReplaceAll(column, "_", " ")
	return strings.ToUpper(words[:1]) + words[1:]
}

// markdownCell gives a text as it stands in a table; a dash where it is not reported.
func markdownCell(text string) string {
	if text == "" {
		return "–"
	}
	return portfolio.EscapeMarkdown(text)
}
