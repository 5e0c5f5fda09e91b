package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// row states the claims of a table row: of a record, cell by cell and column by column, or of a group and its figures.
func (c *checker) row(u *unit, ms []mention) {
	var subjects []mention
	for _, m := range ms {
		if m.kind == aRecord && (m.linked || len(subjects) == 0 || u.cells[0].holds(m.from)) {
			subjects = append(subjects, m)
		}
	}
	if len(u.cells) == 2 && len(subjects) == 0 && len(c.context) == 1 { // a field and its value, below the name of a record
		label := strings.TrimSpace(u.text[u.cells[0].from:u.cells[0].to])
		if len(c.column(label)) > 0 {
			c.recordCell(u, u.cells[1], within(ms, u.cells[1]), c.context, label)
			return
		}
	}
	if at := nameColumn(u.head); len(subjects) == 0 && at >= 0 && at < len(u.cells) { // a record that nothing was read of
		name := u.cells[at]
		for name.from < name.to && u.text[name.from] == ' ' {
			name.from++
		}
		c.claim(u, name, portfolio.ClaimName, strings.TrimSpace(u.text[name.from:name.to]), nil)
		return
	}
	for i, r := range u.cells {
		head := ""
		if i < len(u.head) {
			head = u.head[i]
		}
		own := within(ms, r)
		text := strings.TrimSpace(u.text[r.from:r.to])
		if text == "" {
			continue
		}
		if len(subjects) > 0 {
			c.recordCell(u, r, own, subjects, head)
		} else {
			c.groupCell(u, r, own, head, i)
		}
	}
}

// nameColumn finds the column that names records.
func nameColumn(head []string) int {
	return slices.IndexFunc(head, func(h string) bool {
		e, n := phraseAt(tokens(h+" ."), 0, true)
		return n == 1 && len(tokens(h)) == 1 && e.sense == senseNoun && !strings.HasSuffix(h, "s") // "Programs" is a count
	})
}

// within gives the mentions of a stretch.
func within(ms []mention, r reach) []mention {
	var out []mention
	for _, m := range ms {
		if m.from >= r.from && m.to <= r.to {
			out = append(out, m)
		}
	}
	return out
}

// unsaid are the ways in which a cell says that it holds nothing.
var unsaid = map[string]bool{"": true, "not reported": true, "none": true, "-": true, "–": true, "—": true, "n/a": true, "unassigned": true, "unknown": true}

// textCell states the whole of a cell that holds the name of an owner, a team and so on which is not known by that name.
func (c *checker) textCell(u *unit, r reach, own, subjects []mention, fields []portfolio.Field) bool {
	if len(fields) == 0 || slices.ContainsFunc(own, func(m mention) bool { return m.kind == aValue || m.kind == aName || m.kind == aRecord }) {
		return false
	}
	for _, f := range fields {
		info, ok := f.Info()
		if !ok || !info.Nouns && f != portfolio.FieldRiskOwner {
			return false
		}
	}
	for r.from < r.to && u.text[r.from] == ' ' {
		r.from++
	}
	text := strings.TrimSpace(u.text[r.from:r.to])
	if !unsaid[strings.ToLower(text)] {
		r.to = r.from + len(text)
		c.claim(u, r, portfolio.ClaimName, text, c.rowCell(subjects, fields, func(x cell) bool { return alike(x.value, text) }))
	}
	return true
}

// ordinal are the names of columns that number the rows.
var ordinal = map[string]bool{"#": true, "no": true, "no.": true, "nr": true, "nr.": true, "rank": true, "№": true}

// recordCell states a cell of a row about a record as if it were a sentence of the column's name and the value.
func (c *checker) recordCell(u *unit, r reach, own, subjects []mention, head string) {
	if ordinal[strings.ToLower(head)] {
		return
	}
	fields := c.column(head)
	if c.textCell(u, r, own, subjects, fields) {
		return
	}
	changed := c.changedCell(subjects, fields, strings.TrimSpace(u.text[r.from:r.to]))
	for i, m := range own {
		if changed != nil && (m.kind == aValue || m.kind == aName) {
			c.claim(u, m.reach, portfolio.ClaimName, u.text[m.from:m.to], changed)
			continue
		}
		switch m.kind {
		case aRecord:
			c.claim(u, m.reach, portfolio.ClaimName, u.text[m.from:m.to], c.rowRecord(u, m, subjects))
		case aName:
			c.claim(u, m.reach, portfolio.ClaimName, u.text[m.from:m.to], nil)
		case aValue:
			c.claim(u, m.reach, portfolio.ClaimName, u.text[m.from:m.to], c.rowCell(subjects, pick(fields, m.fields), func(x cell) bool { return fold(x.value) == m.value }))
		case aDate:
			c.claim(u, m.reach, portfolio.ClaimDate, m.span.lo, c.rowCell(subjects, pick(fields, dateFields), func(x cell) bool { return m.span.has(x.value) }))
		case aNumber:
			c.claim(u, m.reach, portfolio.ClaimNumber, written(m), c.rowNumber(u, r, own, i, subjects, head))
		case aPhrase:
			if m.is(senseWord) {
				c.rowWord(u, own, i, subjects, fields)
			}
		}
	}
}

// changedCell binds the whole text of a cell before or after a change.
func (c *checker) changedCell(subjects []mention, fields []portfolio.Field, text string) *portfolio.Binding {
	if !slices.Contains(fields, "before or after") {
		return nil
	}
	for _, m := range subjects {
		for _, ref := range m.refs {
			r := c.index.records[ref]
			if r == nil {
				continue
			}
			for _, x := range r.cells() {
				if x.changed && alike(x.value, text) {
					return c.cell(r, x.field)
				}
			}
		}
	}
	return nil
}

// pick gives the fields of a column that can hold a kind of value; all that can where the column's name says nothing.
func pick(column, can []portfolio.Field) []portfolio.Field {
	if len(column) == 0 {
		return can
	}
	var both []portfolio.Field
	for _, f := range column {
		if slices.Contains(can, f) {
			both = append(both, f)
		}
	}
	if len(both) == 0 && slices.Contains(column, "before or after") {
		return can
	}
	return both
}

// column gives the fields that the name of a column stands for.
func (c *checker) column(head string) []portfolio.Field {
	fields, known := c.columns[head]
	if !known {
		fields = c.readColumn(head)
		c.columns[head] = fields
	}
	return fields
}

// readColumn reads the name of a column.
func (c *checker) readColumn(head string) []portfolio.Field {
	var out []portfolio.Field
	ms := c.mentions(&unit{text: head, heading: true}, nil)
	for _, m := range ms {
		switch {
		case m.is(senseCue):
			out = append(out, m.entry.fields...)
		case m.is(senseDistinct):
			out = append(out, m.entry.fields...)
		}
	}
	switch said := c.say(&unit{text: head}, ms, portfolio.EntityProgram, -1); {
	case strings.EqualFold(head, "before") || strings.EqualFold(head, "after"):
		return []portfolio.Field{"before or after"}
	case said.noun == portfolio.EntityRisk && strings.Contains(strings.ToLower(head), "high"):
		return []portfolio.Field{portfolio.FieldOpenHighRisks}
	case said.noun == portfolio.EntityRisk && strings.Contains(strings.ToLower(head), "open"):
		return []portfolio.Field{portfolio.FieldOpenRisks}
	}
	if strings.Contains(strings.ToLower(head), "status") {
		out = append(out, portfolio.FieldRiskStatus, portfolio.FieldMilestoneStatus)
	}
	return out
}

// rowCell binds a value of a row to the record that it is about.
func (c *checker) rowCell(subjects []mention, fields []portfolio.Field, fits func(cell) bool) *portfolio.Binding {
	for _, m := range subjects {
		for _, ref := range m.refs {
			r := c.index.records[ref]
			if r == nil {
				continue
			}
			for _, x := range r.cells() {
				if slices.Contains(fields, x.field) && fits(x) {
					return c.cell(r, x.field)
				}
			}
		}
	}
	return nil
}

// rowRecord binds a record of a row: the one that it is about by its name, a program beside one of its own by being that.
func (c *checker) rowRecord(u *unit, m mention, subjects []mention) *portfolio.Binding {
	s := &statement{u: u, ms: subjects, clauses: []clause{{reach: reach{0, len(u.text)}, subjects: []mention{m}}}}
	b := c.bindRecord(s, m)
	if b == nil || m.from == subjects[0].from || m.refs[0].entity != portfolio.EntityProgram {
		return b
	}
	first := c.index.records[subjects[0].refs[0]]
	if first == nil || first.entity == portfolio.EntityProgram {
		return b
	}
	if !slices.ContainsFunc(m.refs, func(r ref) bool { return r.id == first.program }) {
		return nil
	}
	return b
}

// rowNumber binds a number of a row about a record.
func (c *checker) rowNumber(u *unit, r reach, own []mention, i int, subjects []mention, head string) *portfolio.Binding {
	m, fields := own[i], c.column(head)
	if can := pick(fields, numberFields); len(fields) > 0 && len(can) > 0 || m.unit == percent {
		if b := c.rowCell(subjects, can, func(x cell) bool { return x.value == written(m) }); b != nil {
			return b
		}
	}
	prefix := head + ": "
	part := &unit{text: prefix + u.text[r.from:r.to]}
	named := c.mentions(&unit{text: prefix, heading: true}, nil)
	s := c.parse(part, append(named, shifted(own, r.from-len(prefix))...), c.introduced(u), false)
	for k := range s.clauses {
		s.clauses[k].subjects = append(slices.Clone(subjects), s.clauses[k].subjects...)
	}
	at := i + len(named)
	k := s.chunkAt(m.from - r.from + len(prefix))
	if k == nil || k.number != at {
		return c.bindMeasure(s, at)
	}
	if k.noun == portfolio.EntityRisk || k.noun == portfolio.EntityMilestone {
		k.said.values = append(k.said.values, value{text: fold(subjects[0].refs[0].id), fields: []portfolio.Field{portfolio.FieldID}})
	}
	if c.bound(s, k) {
		return k.binding
	}
	return c.bindNumber(s, s.ms[at])
}

// shifted moves mentions to where they stand in a part of their unit.
func shifted(ms []mention, from int) []mention {
	out := slices.Clone(ms)
	for i := range out {
		out[i].from -= from
		out[i].to -= from
		out[i].span.from -= from
		out[i].span.to -= from
	}
	return out
}

// rowWord states a word of a row about a record.
func (c *checker) rowWord(u *unit, own []mention, i int, subjects []mention, fields []portfolio.Field) {
	m := own[i]
	value, can := m.entry.values[0], m.entry.fields
	if value == "Completed" && subjects[0].refs[0].entity == portfolio.EntityMilestone {
		value = string(portfolio.MilestoneDone)
	}
	held := pick(fields, can)
	if len(held) == 0 {
		return
	}
	if len(fields) == 0 {
		held = held[:1]
	}
	c.claim(u, m.reach, portfolio.ClaimWord, value, c.rowCell(subjects, held, func(x cell) bool { return x.value == value }))
}
