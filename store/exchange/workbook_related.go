package exchange

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// relatedSheet is a sheet of our own export that holds what belongs to programs or stands beside them. It is known by its
// name and some of its columns, which are named as in JSON; a sheet of somebody else may have the same name.
type relatedSheet struct {
	name  string
	needs []string
	take  func(*related, *sheetRecords) error
}

// relatedSheets are all of them, in the order in which they are taken in.
var relatedSheets = []relatedSheet{
	{"risks", []string{"program_id", "title"}, func(r *related, s *sheetRecords) error {
		return takeChildren(r, s, &r.risks, func(p *portfolio.Incoming, at span) { p.Program.Risks = r.risksOf(p.Program.ID, at) })
	}},
	{"milestones", []string{"program_id", "name"}, func(r *related, s *sheetRecords) error {
		return takeChildren(r, s, &r.milestones, func(p *portfolio.Incoming, at span) { p.Program.Milestones = r.milestonesOf(p.Program.ID, at) })
	}},
	{"objectives", []string{"id", "name"}, func(r *related, s *sheetRecords) error {
		return takeRecords(r, s, &r.objectives, r.finishObjectives)
	}},
	{"status_updates", []string{"program_id", "text"}, func(r *related, s *sheetRecords) error {
		return takeRecords(r, s, &r.updates, func() { r.finishUpdates(r.programsByID()) })
	}},
	{"dependencies", []string{"from", "to"}, func(r *related, s *sheetRecords) error {
		return takeRecords(r, s, &r.dependencies, func() { r.finishDependencies(r.programsByID()) })
	}},
}

// relatedKind finds what a sheet holds, nil for a sheet that is none of our own export.
func (b *workbook) relatedKind(cells *sheetCells) *relatedSheet {
	first, err := b.rows(cells).next()
	if err != nil {
		return nil
	}
	for i, kind := range relatedSheets {
		lacks := func(column string) bool { return len(indexesOf(first.cells, column)) == 0 }
		if strings.EqualFold(cells.name, kind.name) && !slices.ContainsFunc(kind.needs, lacks) {
			return &relatedSheets[i]
		}
	}
	return nil
}

// readRelated takes in the sheets beside the programs, which have been taken in.
func (b *workbook) readRelated(ctx context.Context, beside []*sheetCells, c *collector) error {
	r := newRelated(c)
	for i := range relatedSheets {
		kind := &relatedSheets[i]
		for _, cells := range beside {
			if b.relatedKind(cells) != kind {
				continue
			}
			if cells.tooLong {
				return b.tooLong(cells)
			}
			c.sheet = cells.name
			if err := kind.take(&r, &sheetRecords{ctx: ctx, list: kind.name, rows: b.rows(cells)}); err != nil {
				return err
			}
		}
	}
	return nil
}

// sheetRecords is a sheet whose first row names the fields of its records.
type sheetRecords struct {
	ctx  context.Context
	list string
	rows rowReader
}

// recordsOf takes the rows of a sheet apart into the cells of records, without reading them.
func recordsOf[T any](s *sheetRecords, fields []field[T], c *collector) ([]*record, error) {
	first, err := s.rows.next()
	if err != nil {
		return nil, err
	}
	header, columns, headers := slices.Clone(first.cells), make([]string, len(first.cells)), map[string]string{}
	used := map[int]bool{}
	for _, f := range fields {
		if at := indexesOf(header, f.name); len(at) > 0 {
			columns[at[0]], headers[f.name], used[at[0]] = f.name, excerpt(header[at[0]]), true
		}
	}
	if unused := unreadHeaders(header, used); len(unused) > 0 {
		c.warn(0, "", "Columns that were not read: "+listed(unused)+".")
	}
	var records []*record
	err = eachRow(s.ctx, s.rows, func(row tableRow) {
		r := &record{row: row.number, columns: headers, cells: map[string]string{}, texts: map[string]string{}}
		for i, name := range columns {
			if name == "" {
				continue
			}
			r.cells[name] = row.cells[i]
			if fault := row.faults[i]; fault != "" {
				c.warn(row.number, headers[name], fault)
			}
		}
		records = append(records, r)
	})
	return records, err
}

// take reads the cells of records into the batch.
func (b *batch[T]) take(records []*record, warn warner) {
	b.records, b.things = records, make([]*T, len(records))
	for i := range b.things {
		b.things[i] = new(T)
	}
	b.fill(warn)
}

// takeRecords takes in records that stand beside the programs.
func takeRecords[T any](r *related, s *sheetRecords, b *batch[T], finish func()) error {
	records, err := recordsOf(s, b.fields, r.collector)
	if err != nil {
		return err
	}
	b.take(records, r.warn)
	finish()
	return nil
}

// takeChildren takes in records that belong to programs. One whose program is not in the file is left out. The programs
// report on the list, also those that have nothing in it.
func takeChildren[T any](r *related, s *sheetRecords, b *batch[T], attach func(*portfolio.Incoming, span)) error {
	records, err := recordsOf(s, b.fields, r.collector)
	if err != nil {
		return err
	}
	at, children := r.programsByID(), map[int][]*record{}
	for _, child := range records {
		program, ok := at[strings.TrimSpace(child.cells["program_id"])]
		if !ok {
			r.warn(child.row, child.column("program_id"), fmt.Sprintf("The row was left out: the program %q is not in the file.", excerpt(child.cells["program_id"])))
			continue
		}
		child.path = fmt.Sprintf("%s[%d].", s.list, len(children[program]))
		if len(children[program]) == 0 { // programs may share their texts as long as nobody adds to them
			own := map[string]string{}
			maps.Copy(own, r.file.Programs[program].Texts)
			r.file.Programs[program].Texts = own
		}
		child.texts = r.file.Programs[program].Texts
		children[program] = append(children[program], child)
	}
	records = records[:0]
	spans := make([]span, len(r.file.Programs))
	for i := range spans {
		spans[i].from = len(records)
		records = append(records, children[i]...)
		spans[i].to = len(records)
	}
	b.take(records, r.warn)
	for i := range spans {
		in := &r.file.Programs[i]
		attach(in, spans[i])
		in.Fields = append(in.Fields, s.list)
	}
	return nil
}
