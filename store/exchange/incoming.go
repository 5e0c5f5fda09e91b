package exchange

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// maxMessages is how many warnings of one file are kept; one more counts the rest.
const maxMessages = 10_000

// collector gathers what a reader makes of a file.
type collector struct {
	file    portfolio.IncomingFile
	sheet   string // the sheet of a workbook that is being taken in, "" in other files
	dropped int
	seen    map[recordKey]first
	days    map[portfolio.Date]bool // on which the facts of the rows were true, "" for a row that does not say
}

// recordKey is what tells two programs of a file apart.
type recordKey struct{ field, value string }

// first is the first program of a file that has a key.
type first struct {
	sheet          string
	row            int
	id, externalID bool // whether it has these
}

func newCollector() *collector {
	return &collector{seen: map[recordKey]first{}, days: map[portfolio.Date]bool{}}
}

// warn notes a value that could not be read. Row 0 is the file or the sheet as a whole.
func (c *collector) warn(row int, column, message string) {
	if len(c.file.Warnings) >= maxMessages {
		c.dropped++
		return
	}
	c.file.Warnings = append(c.file.Warnings, portfolio.Warning{Sheet: c.sheet, Row: row, Column: column, Message: message})
}

// reject notes a row that cannot be taken in.
func (c *collector) reject(row int, format string, args ...any) {
	c.file.Rejected = append(c.file.Rejected, portfolio.Rejection{Sheet: c.sheet, Row: row, Reason: fmt.Sprintf(format, args...)})
}

// rejectBroken notes a row that could not be cut into cells.
func (c *collector) rejectBroken(row tableRow) {
	reason := row.broken.Error()
	c.reject(row.number, "%s.", strings.ToUpper(reason[:1])+reason[1:])
}

// count notes how many of something were not read, where there are any.
func (c *collector) count(format string, n int) {
	if n > 0 {
		c.warn(0, "", fmt.Sprintf(format, n))
	}
}

// add takes a program in, or rejects it. A program needs a name where the file has names at all, and no other program
// of the file may have its id or its key. Two programs may share a name if their ids or their keys tell them apart.
func (c *collector) add(in portfolio.Incoming, named bool) {
	p := in.Program
	in.Sheet = c.sheet
	this := first{sheet: c.sheet, row: in.Row, id: p.ID != "", externalID: p.ExternalID != ""}
	switch {
	case named && p.Name == "":
		c.reject(in.Row, "The name is empty.")
		return
	case p.Name == "" && !this.id && !this.externalID:
		c.reject(in.Row, "Neither a key nor a name says which program this is.")
		return
	}
	keys := []recordKey{{"id", p.ID}, {"external_id", p.ExternalID}, {"name", p.Name}}
	for _, key := range keys {
		other, found := c.seen[key]
		apart := key.field == "name" && (this.id && other.id || this.externalID && other.externalID)
		if found && key.value != "" && !apart {
			c.reject(in.Row, "It has the same %s as %s: %q.", key.field, other.place(c.sheet), excerpt(key.value))
			return
		}
	}
	for _, key := range keys {
		if _, found := c.seen[key]; !found {
			c.seen[key] = this
		}
	}
	c.file.Programs = append(c.file.Programs, in)
}

// place says where the program is, for a message about a row of a sheet.
func (f first) place(from string) string {
	if f.sheet != from {
		return fmt.Sprintf("row %d of the sheet %s", f.row, excerpt(f.sheet))
	}
	return fmt.Sprintf("row %d", f.row)
}

// finish puts rejections and warnings in the order of the file.
func (c *collector) finish() portfolio.IncomingFile {
	slices.SortStableFunc(c.file.Warnings, func(a, b portfolio.Warning) int {
		return cmp.Or(cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	slices.SortStableFunc(c.file.Rejected, portfolio.Rejection.Compare)
	if len(c.days) == 1 {
		for day := range c.days {
			c.file.ProposedAsOf = day
		}
	}
	c.sheet = ""
	if len(c.file.Programs)+len(c.file.Rejected) == 0 {
		c.warn(0, "", "The file holds no programs.")
	}
	if c.dropped > 0 {
		c.file.Warnings = append(c.file.Warnings, portfolio.Warning{Message: fmt.Sprintf("There are %d more warnings.", c.dropped)})
	}
	return c.file
}
