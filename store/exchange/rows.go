package exchange

import (
	"context"
	"errors"
	"io"
)

// tableRow is a row of a file as its reader gives it. The cells are good until the next row is read.
type tableRow struct {
	number int            // 1-based: the line of a text on which it begins, or the row of a sheet
	cells  []string       // in the order of the columns
	faults map[int]string // by column, why a cell has no value; its text is ""
	filled int            // cells in which something stands; one that is merged over several columns counts once
	across span           // the columns over which the only filled cell is merged; empty where it is not
	broken error          // why the row could not be cut into cells
}

// rowReader gives the rows of a table that are not blank, in their order; io.EOF after the last one.
type rowReader interface {
	next() (tableRow, error)
}

// eachRow hands over the rows that are left, until ctx is done.
func eachRow(ctx context.Context, rows rowReader, take func(tableRow)) error {
	for {
		row, err := rows.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		take(row)
	}
}

// rowSource is a text or a sheet, whose rows can be read from the first one as often as needed.
type rowSource struct {
	title string // what sentences call it: "a.csv"
	rows  func() (rowReader, error)
}

// headed is a source whose header has been found: an export of Jira, or else a table of programs.
type headed struct {
	rowSource
	jira  *jiraExport
	table *table
	known int // columns that would be read
}

// findHeader finds out what a source holds.
func (s rowSource) findHeader(options Options) (headed, error) {
	h := headed{rowSource: s}
	rows, err := s.rows()
	if err != nil {
		return h, err
	}
	if h.jira, err = findJira(s.title, rows, options); err != nil {
		return h, err
	}
	if h.jira != nil {
		h.known = knownColumns(h.jira.header, options.Mapping)
		return h, nil
	}
	if rows, err = s.rows(); err != nil {
		return h, err
	}
	if h.table, err = findHeader(s.title, rows, options.Mapping); err != nil {
		return h, err
	}
	h.known = knownColumns(h.table.header, options.Mapping)
	return h, nil
}

// findPrograms is findHeader for a source that is to be taken in: a table has to say which program a row is about.
func (s rowSource) findPrograms(options Options) (headed, error) {
	h, err := s.findHeader(options)
	if err == nil && h.table != nil {
		err = h.table.mapHeader(options.Mapping)
	}
	return h, err
}

// read reads the rows below the header.
func (h headed) read(ctx context.Context, c *collector) error {
	rows, err := h.rows()
	switch {
	case err != nil:
		return err
	case h.jira != nil:
		return h.jira.readRows(ctx, rows, c)
	}
	return h.table.readRows(ctx, rows, c)
}

// collect takes the programs of the rows that were read in.
func (h headed) collect(c *collector) {
	if h.jira != nil {
		h.jira.collect()
	} else {
		h.table.collect(c)
	}
}
