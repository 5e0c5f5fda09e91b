package exchange

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

const (
	sampleValues = 5   // how many values of a column are shown
	judgedRows   = 300 // how many rows decide what a column holds
	judgedText   = 120 // bytes of a value that decide
)

// Inspect looks at a file without taking it in: its columns, what they seem to hold, and the day it speaks of. It reads the
// whole file and fails as Read does, but not where no column names the programs: a person can say which one does. Of a
// workbook it looks at the sheet of the name, or else at the one that Read chooses by its columns.
func Inspect(ctx context.Context, path, sheet string) (portfolio.FileLayout, error) {
	layout, err := reading(path, func(kind format, s *source) (portfolio.FileLayout, error) {
		switch kind {
		case formatDelimited:
			return inspectDelimited(ctx, s)
		case formatWorkbook:
			return inspectWorkbook(ctx, s, sheet)
		case formatProject:
			file, err := readProject(ctx, s)
			return fixedLayout(portfolio.FileOfProject, file), err
		default:
			file, err := readJSON(ctx, s)
			return fixedLayout(portfolio.FileOfJSON, file), err
		}
	})
	if err != nil {
		return layout, err
	}
	layout.File = path
	if layout.ProposedAsOf == "" {
		layout.ProposedAsOf = dayInName(filepath.Base(path))
	}
	switch {
	case layout.ProposedAsOf != "":
		layout.Year = 0
	case layout.Year == 0:
		layout.Year = yearInName(filepath.Base(path))
	}
	return layout, nil
}

// fixedLayout is that of a file whose fields have fixed names: it only has so many programs.
func fixedLayout(kind portfolio.FileKind, file portfolio.IncomingFile) portfolio.FileLayout {
	return portfolio.FileLayout{Kind: kind, Rows: len(file.Programs) + len(file.Rejected), Sheets: []string{}, Columns: []portfolio.FileColumn{}, ProposedAsOf: file.ProposedAsOf}
}

// inspectDelimited looks at a text.
func inspectDelimited(ctx context.Context, s *source) (portfolio.FileLayout, error) {
	from, err := delimitedSource(s)
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	found, err := from.findHeader(Options{})
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	return found.inspect(ctx, portfolio.FileOfText)
}

// inspectWorkbook looks at the sheet that is asked for, or else that knows most columns: what is mapped there chooses it when
// the workbook is read.
func inspectWorkbook(ctx context.Context, s *source, asked string) (portfolio.FileLayout, error) {
	b, err := openWorkbook(ctx, s)
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	shown, _, err := b.shownSheets(ctx, asked, newCollector())
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	from, err := b.among(shown, asked)
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	_, best, err := b.candidates(from, func(s rowSource) (headed, error) { return s.findHeader(Options{}) })
	if err == nil && best.cells.tooLong {
		err = b.tooLong(best.cells)
	}
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	layout, err := best.inspect(ctx, portfolio.FileOfWorkbook)
	layout.Sheet, layout.Sheets = best.cells.name, names(shown)
	return layout, err
}

// inspect looks at the rows below a header that was found.
func (h headed) inspect(ctx context.Context, kind portfolio.FileKind) (portfolio.FileLayout, error) {
	if h.jira != nil {
		c := newCollector()
		if err := h.read(ctx, c); err != nil {
			return portfolio.FileLayout{}, err
		}
		h.collect(c)
		return fixedLayout(portfolio.FileOfJira, c.finish()), nil
	}
	rows, err := h.rows()
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	look := newInspection(h.table.header)
	err = eachRow(ctx, rows, func(row tableRow) {
		if row.number > h.table.line && row.broken == nil {
			look.row(row.cells)
		}
	})
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	return look.layout(kind)
}

// columnSeen is what was seen under one header.
type columnSeen struct {
	header  string
	indexes []int
	cells   []string // of the rows that decide
	samples []string
	only    string // the value that all rows have
	varies  bool   // there is more than one
}

// inspection gathers what a table holds, row by row.
type inspection struct {
	header  []string
	columns []*columnSeen
	rows    int
}

// newInspection begins with a header. Columns without one cannot be read and are left out.
func newInspection(header []string) *inspection {
	look := &inspection{header: header}
	seen := map[string]bool{}
	for _, h := range header {
		if key := headerKey(h); key != "" && !seen[key] {
			seen[key] = true
			look.columns = append(look.columns, &columnSeen{header: strings.TrimSpace(h), indexes: indexesOf(header, h)})
		}
	}
	return look
}

// row takes the cells of a row in. A row without content is none.
func (look *inspection) row(cells []string) {
	if blanks(cells) == len(cells) {
		return
	}
	look.rows++
	for _, c := range look.columns {
		c.take(cells, look.rows <= judgedRows)
	}
}

// take sees what a row has under the header.
func (c *columnSeen) take(cells []string, judged bool) {
	text := ""
	for _, i := range c.indexes {
		if i < len(cells) && text == "" {
			text = strings.TrimSpace(cells[i])
		}
	}
	if judged {
		c.cells = append(c.cells, strings.ToValidUTF8(text[:min(len(text), judgedText)], ""))
	}
	if text == "" {
		return
	}
	c.varies = c.varies || c.only != "" && c.only != text
	c.only = text
	if len(c.samples) < sampleValues {
		if text = excerpt(text); !slices.Contains(c.samples, text) {
			c.samples = append(c.samples, text)
		}
	}
}

// layout says what was seen, with what each column seems to hold.
func (look *inspection) layout(kind portfolio.FileKind) (portfolio.FileLayout, error) {
	known, _, err := mapColumns("", look.header, nil)
	if err != nil {
		return portfolio.FileLayout{}, err
	}
	layout := portfolio.FileLayout{Kind: kind, Sheets: []string{}, Rows: look.rows, Key: layoutKey(kind, look.header), Columns: make([]portfolio.FileColumn, len(look.columns))}
	taken, unknown := map[string]bool{}, map[int]*columnSeen{}
	for i, c := range look.columns {
		out := portfolio.FileColumn{Header: c.header, Count: len(c.indexes), Samples: append([]string{}, c.samples...), Confidence: portfolio.NoProposal}
		at := slices.IndexFunc(known, func(k column) bool { return k.indexes[0] == c.indexes[0] })
		if at < 0 {
			unknown[i] = c
		} else {
			out.Field, out.Confidence = known[at].field, confidenceOf(c.header)
			taken[out.Field] = true
		}
		layout.Columns[i] = out
		if out.Field == fieldAsOf && c.only != "" && !c.varies {
			layout.ProposedAsOf = portfolio.Date(readDays([]string{c.only})[0].text)
		}
		if headerKey(c.header) == "year" && !c.varies {
			layout.Year = plausibleYear(c.only)
		}
	}
	for i, field := range fieldsByValues(unknown, taken) {
		layout.Columns[i].Field, layout.Columns[i].Confidence = field, portfolio.Likely
	}
	return layout, nil
}

// confidenceOf says how sure a known header is: its first synonym is as good as the name of the field.
func confidenceOf(header string) portfolio.Confidence {
	if fieldOfHeader()[headerKey(header)].rank <= 1 {
		return portfolio.Certain
	}
	return portfolio.Likely
}

// layoutKey is the same for tables of one kind with the same headers in the same order, however they are spelled.
func layoutKey(kind portfolio.FileKind, header []string) string {
	sum := sha256.New()
	_, _ = io.WriteString(sum, string(kind)) // a hash takes everything
	for _, h := range header {
		_, _ = io.WriteString(sum, "\n"+headerKey(h))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// dayInName finds the day that the name of a file says, "" for none or more than one: "status 2026-03-31.csv".
func dayInName(name string) portfolio.Date {
	var day portfolio.Date
	for _, m := range dayInText.FindAllStringSubmatch(name, -1) {
		d := dayOf(m[1], m[2], m[3])
		if d == "" || day != "" && d != day || checked(dayReading{dayFirst: d, monthFirst: d}, name).problem != "" {
			return ""
		}
		day = d
	}
	return day
}

// yearInName finds the year that the name of a file says, 0 for none or more than one: "gmpp-2021.csv".
func yearInName(name string) int {
	year := 0
	for _, digits := range digitsInText.FindAllString(name, -1) {
		y := plausibleYear(digits)
		if y != 0 && year != 0 && y != year {
			return 0
		}
		year = max(year, y)
	}
	return year
}

// plausibleYear reads a year of a portfolio, 0 for any other text.
func plausibleYear(text string) int {
	year, err := strconv.Atoi(text)
	if err != nil || len(text) != 4 || year < firstYear || year > lastYear {
		return 0
	}
	return year
}

// Respelled gives a mapping that was made for a file of the same layout with the headers as this file spells them.
func Respelled(layout portfolio.FileLayout, mapping map[string]string) map[string]string {
	out := map[string]string{}
	for field, header := range mapping {
		if header == "" {
			out[field] = ""
			continue
		}
		if i := slices.IndexFunc(layout.Columns, func(c portfolio.FileColumn) bool { return headerKey(c.Header) == headerKey(header) }); i >= 0 {
			out[field] = layout.Columns[i].Header
		}
	}
	return out
}
