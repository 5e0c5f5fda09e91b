package exchange

import (
	"io"
	"strings"
)

// sheetRows gives the rows of a sheet. A cell that is merged stands in every column and row that it covers, as far as
// other cells of the row hold something and the sheet is wide.
type sheetRows struct {
	book    *workbook
	sheet   *sheetCells
	at      int     // the next row
	merges  []merge // that begin in rows to come
	active  []activeMerge
	cells   []string
	covered []bool
}

// activeMerge is a merge that covers cells of the row.
type activeMerge struct {
	merge
	text  string
	fault string
}

// rows gives the rows of a sheet from the first one.
func (b *workbook) rows(s *sheetCells) *sheetRows {
	return &sheetRows{book: b, sheet: s, merges: s.merges, cells: make([]string, s.width), covered: make([]bool, s.width)}
}

// next gives the next row in which something stands.
func (r *sheetRows) next() (tableRow, error) {
	if r.at == len(r.sheet.rows) {
		return tableRow{}, io.EOF
	}
	from := r.sheet.rows[r.at]
	r.at++
	clear(r.cells)
	row := tableRow{number: from.number, cells: r.cells}
	for _, c := range from.cells {
		if c.fault {
			row.set(int(c.column), "", c.text)
		} else {
			row.set(int(c.column), c.text, "")
		}
	}
	r.activate(row)
	if err := r.cover(&row); err != nil {
		return tableRow{}, err
	}
	return row, nil
}

// set puts a text or a fault into a cell.
func (t *tableRow) set(column int, text, fault string) {
	t.cells[column] = text
	if fault != "" {
		if t.faults == nil {
			t.faults = map[int]string{}
		}
		t.faults[column] = fault
	} else {
		delete(t.faults, column)
	}
}

// activate drops the merges that ended above the row and takes those that begin in it. Where nothing stands in the first
// cell of a merge, there is nothing to repeat.
func (r *sheetRows) activate(row tableRow) {
	kept := r.active[:0]
	for _, m := range r.active {
		if m.rows.to > row.number {
			kept = append(kept, m)
		}
	}
	for ; len(r.merges) > 0 && r.merges[0].rows.from <= row.number; r.merges = r.merges[1:] {
		m := activeMerge{merge: r.merges[0]}
		if m.rows.from != row.number || m.columns.from >= len(row.cells) || len(kept) == maxColumns {
			continue
		}
		m.text, m.fault = row.cells[m.columns.from], row.faults[m.columns.from]
		if m.text != "" || m.fault != "" {
			kept = append(kept, m)
		}
	}
	r.active = kept
}

// cover repeats the merged cells in the row and counts what is filled. Merges that lie over each other, which no
// spreadsheet makes, give way to the one that began first.
func (r *sheetRows) cover(row *tableRow) error {
	clear(r.covered)
	repeated := 0
	for _, m := range r.active {
		for column := m.columns.from; column < min(m.columns.to, len(row.cells)) && !r.covered[column]; column++ {
			r.covered[column] = true
			if m.rows.from != row.number || column != m.columns.from {
				row.set(column, m.text, m.fault)
				if err := r.book.spend(m.text); err != nil {
					return err
				}
			}
			if column != m.columns.from && strings.TrimSpace(m.text) != "" {
				repeated++
			}
		}
	}
	row.filled = len(row.cells) - blanks(row.cells) - repeated
	for _, m := range r.active {
		if row.filled == 1 && m.text != "" && m.columns.to-m.columns.from > 1 {
			row.across = m.columns
		}
	}
	return nil
}
