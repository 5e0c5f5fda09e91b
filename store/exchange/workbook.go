package exchange

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// candidate is a sheet that may hold programs.
type candidate struct {
	headed
	cells *sheetCells
}

// readWorkbook reads the programs of a workbook, and what our own export puts on sheets of their own beside them. The
// sheet is read that is asked for, or else that knows most columns, and every other one of the same columns; the rest is
// named in a warning.
func readWorkbook(ctx context.Context, s *source, options Options) (portfolio.IncomingFile, error) {
	b, err := openWorkbook(ctx, s)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	c := newCollector()
	shown, beside, err := b.shownSheets(ctx, options.Sheet, c)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	chosen, err := b.choose(ctx, shown, options, c)
	if err != nil {
		return portfolio.IncomingFile{}, err
	}
	for _, sheet := range chosen {
		c.sheet = sheet.cells.name
		if err := sheet.read(ctx, c); err != nil {
			return portfolio.IncomingFile{}, err
		}
		sheet.cells.rows = nil // what was read has them now
		sheet.collect(c)
	}
	if err := b.readRelated(ctx, beside, c); err != nil {
		return portfolio.IncomingFile{}, err
	}
	return c.finish(), nil
}

// shownSheets reads the cells of the sheets that are not hidden and not empty: those that may hold programs, and those of
// our own export that hold what belongs to them. The sheet that is asked for is one of the first, whatever it is.
func (b *workbook) shownSheets(ctx context.Context, asked string, c *collector) (shown, beside []*sheetCells, err error) {
	var hidden []string
	for _, part := range b.sheets {
		if part.hidden && !part.isNamed(asked) {
			hidden = append(hidden, part.name)
			continue
		}
		cells, err := b.readSheet(ctx, part)
		switch {
		case err != nil:
			return nil, nil, err
		case len(cells.rows) == 0:
		case b.relatedKind(cells) != nil && !part.isNamed(asked):
			beside = append(beside, cells)
		default:
			shown = append(shown, cells)
		}
	}
	if len(hidden) > 0 {
		c.warn(0, "", "Hidden sheets were not read: "+listed(hidden)+".")
	}
	if len(shown) == 0 {
		return nil, nil, portfolio.Invalidf("%s has nothing in a sheet that is shown; there is nothing to import.", b.file)
	}
	return shown, beside, nil
}

// isNamed reports whether the sheet has the name, "" being the name of none.
func (s sheetPart) isNamed(name string) bool { return name != "" && strings.EqualFold(s.name, name) }

// among gives the sheets to choose from: all that are shown, or the one that is asked for.
func (b *workbook) among(shown []*sheetCells, asked string) ([]*sheetCells, error) {
	if asked == "" {
		return shown, nil
	}
	at := slices.IndexFunc(shown, func(cells *sheetCells) bool { return cells.isNamed(asked) })
	if at < 0 {
		return nil, portfolio.Invalidf("%s has no sheet %q in which something stands; its sheets are: %s.", b.file, excerpt(asked), listed(names(shown)))
	}
	return shown[at : at+1], nil
}

// choose decides which sheets are read as programs, and says so where there was a choice.
func (b *workbook) choose(ctx context.Context, shown []*sheetCells, options Options, c *collector) ([]candidate, error) {
	from, err := b.among(shown, options.Sheet)
	if err != nil {
		return nil, err
	}
	found, best, err := b.candidates(from, func(s rowSource) (headed, error) { return s.findPrograms(options) })
	if err != nil {
		return nil, err
	}
	alike := []candidate{best}
	if best.table != nil {
		alike = slices.DeleteFunc(found, func(one candidate) bool { return one.table == nil || one.table.layout() != best.table.layout() })
	}
	chosen, err := b.chooseAlike(ctx, alike, c)
	if err != nil {
		return nil, err
	}
	nameUnread(shown, alike, c)
	for _, one := range chosen {
		if one.cells.tooLong {
			return nil, b.tooLong(one.cells)
		}
	}
	return chosen, nil
}

// candidates looks for the headers of sheets and gives those that have one, and which of them knows most columns. Where none
// has, the error says why.
func (b *workbook) candidates(shown []*sheetCells, look func(rowSource) (headed, error)) (found []candidate, best candidate, err error) {
	var refusals []error
	for _, cells := range shown {
		title := fmt.Sprintf("The sheet %s of %s", excerpt(cells.name), b.file)
		one, err := look(rowSource{title, func() (rowReader, error) { return b.rows(cells), nil }})
		if err != nil {
			refusals = append(refusals, err)
			continue
		}
		found = append(found, candidate{one, cells})
	}
	switch {
	case len(found) == 0 && len(shown) == 1:
		return nil, best, refusals[0]
	case len(found) == 0:
		return nil, best, portfolio.Invalidf("%s has no sheet with the columns of programs; its sheets are: %s.", b.file, listed(names(shown)))
	}
	best = found[0]
	for _, one := range found[1:] {
		if one.known > best.known {
			best = one
		}
	}
	return found, best, nil
}

// tooLong says that a sheet cannot be read whole.
func (b *workbook) tooLong(cells *sheetCells) error {
	return portfolio.Invalidf("The sheet %s of %s has more than %d rows, or the workbook more than %d cells; that is more than can be imported.",
		excerpt(cells.name), b.file, maxSheetRows, maxCells)
}

// layout tells tables apart by the columns that are read of them.
func (t *table) layout() string {
	var out strings.Builder
	for _, c := range t.columns {
		fmt.Fprintf(&out, "%s=%s\n", c.field, headerKey(c.header))
	}
	return out.String()
}

// chooseAlike decides between sheets of the same columns. Each may hold a part of the portfolio: all are read. Or each
// holds the portfolio of another day: the one is read that was open when the workbook was saved, else the first.
func (b *workbook) chooseAlike(ctx context.Context, alike []candidate, c *collector) ([]candidate, error) {
	if len(alike) == 1 {
		return alike, nil
	}
	var cells []*sheetCells
	for _, one := range alike {
		cells = append(cells, one.cells)
	}
	repeated, err := repeats(ctx, alike)
	if err != nil {
		return nil, err
	}
	if !repeated {
		c.warn(0, "", "Sheets of the same columns, which were all read: "+listed(names(cells))+".")
		return alike, nil
	}
	at := max(0, slices.IndexFunc(alike, func(one candidate) bool { return one.cells.part == b.sheets[b.open].part }))
	c.warn(0, "", fmt.Sprintf("The sheets %s hold the same programs; of these only %s was read.", listed(names(cells)), excerpt(cells[at].name)))
	return alike[at : at+1], nil
}

// repeats reports whether two of the sheets have more than half of their programs in common.
func repeats(ctx context.Context, alike []candidate) (bool, error) {
	var all []map[string]bool
	for _, one := range alike {
		keys, err := one.keys(ctx)
		if err != nil {
			return false, err
		}
		for _, other := range all {
			common := 0
			for key := range keys {
				if other[key] {
					common++
				}
			}
			if 2*common > min(len(keys), len(other)) {
				return true, nil
			}
		}
		all = append(all, keys)
	}
	return false, nil
}

// keys are the values of the first column that tells programs apart.
func (one candidate) keys(ctx context.Context) (map[string]bool, error) {
	at := 0
	for _, field := range []string{"name", "external_id", "id"} {
		for _, column := range one.table.columns {
			if column.field == field {
				at = column.indexes[0]
			}
		}
	}
	rows, err := one.rows()
	if err != nil {
		return nil, err
	}
	keys := map[string]bool{}
	return keys, eachRow(ctx, rows, func(row tableRow) {
		if key := strings.TrimSpace(row.cells[at]); row.number > one.table.line && key != "" {
			keys[key] = true
		}
	})
}

// nameUnread says which sheets have other columns than those that are read.
func nameUnread(shown []*sheetCells, alike []candidate, c *collector) {
	unread := slices.DeleteFunc(slices.Clone(shown), func(cells *sheetCells) bool {
		return slices.ContainsFunc(alike, func(one candidate) bool { return one.cells == cells })
	})
	if len(unread) > 0 {
		c.warn(0, "", "Sheets that were not read: "+listed(names(unread))+".")
	}
}

// names gives the names of sheets.
func names(sheets []*sheetCells) []string {
	out := make([]string, len(sheets))
	for i, s := range sheets {
		out[i] = s.name
	}
	return out
}
