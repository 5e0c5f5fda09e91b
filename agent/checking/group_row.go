package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// groupCell states a cell of a row that is about no record: a figure of the group that the first cell and the column name.
func (c *checker) groupCell(u *unit, r reach, own []mention, head string, i int) {
	if i == 0 {
		for _, m := range own {
			if m.kind == aName {
				c.claim(u, m.reach, portfolio.ClaimName, u.text[m.from:m.to], nil)
			}
		}
		return
	}
	label := strings.TrimSpace(u.text[u.cells[0].from:u.cells[0].to])
	by := ""
	if len(u.head) > 0 {
		by = u.head[0]
	}
	// The cell is read as the sentence that it stands for: "Team Growth, Programs: 5".
	group, known := c.groupOf(by, label)
	prefix := head + ": "
	unreported := c.unreportedColumn(u.head, head)
	if unreported != nil {
		prefix = "" // its name says nothing of what is not reported
	}
	if !known {
		prefix = by + " " + label + ", " + prefix
	}
	text := prefix + u.text[r.from:r.to]
	s := &unit{text: text}
	st := c.parse(s, c.mentions(s, nil), c.introduced(u), false)
	for n, k := range st.chunks {
		if k.number >= 0 && st.ms[k.number].from >= len(prefix) {
			if n == 0 && len(st.topics) > 0 && len(u.above) > 0 {
				k.must = append(k.must, st.topics[0])
			}
			m := st.ms[k.number]
			group.narrow(k.said)
			unreported.narrow(k.said)
			if k.noun == "" {
				k.noun = portfolio.EntityProgram
			}
			c.bound(st, k)
			at := reach{m.from - len(prefix) + r.from, m.to - len(prefix) + r.from}
			c.claim(u, at, portfolio.ClaimNumber, written(m), k.binding)
			c.groupName(u, label, k.binding)
		}
	}
}

// unreportedColumn gives the group of a column that is named "Not reported" beside columns that are named by the values of
// a field; nil for any other column.
func (c *checker) unreportedColumn(heads []string, head string) *groupLabel {
	if !strings.EqualFold(head, "not reported") {
		return nil
	}
	for _, s := range c.sources {
		if s.By != "" && slices.ContainsFunc(s.Groups, func(g portfolio.Group) bool { return g.Value != "" && slices.Contains(heads[1:], g.Value) }) {
			return &groupLabel{s.By, ""}
		}
	}
	return nil
}

// groupOf says the label of a row as a value of the field that its column names, where a count was made by that.
func (c *checker) groupOf(head, label string) (*groupLabel, bool) {
	fields := c.column(head)
	for _, s := range c.sources {
		if s.By == "" || !slices.Contains(fields, s.By) && !strings.EqualFold(head, "program") {
			continue
		}
		for _, g := range s.Groups {
			same := alike(g.Value, label)
			if s.By == portfolio.FieldID {
				r := c.index.records[ref{portfolio.EntityProgram, g.Value}]
				same = r != nil && alike(r.name, label)
			}
			if same || g.Value == "" && strings.EqualFold(label, "not reported") {
				return &groupLabel{s.By, g.Value}, true
			}
		}
	}
	return nil, false
}

// groupLabel is the group that a row is about.
type groupLabel struct {
	by    portfolio.Field
	value string
}

// narrow makes what a cell says be of the group. A nil group narrows nothing.
func (g *groupLabel) narrow(s *said) {
	if g == nil {
		return
	}
	info, _ := g.by.Info()
	if g.value == "" || info.Kind == portfolio.KindWord {
		s.own[g.by] = among(g.value)
		return
	}
	s.values = append(s.values, value{text: fold(g.value), fields: []portfolio.Field{g.by}})
}

// groupName states the name of a group beside the first figure of its row.
func (c *checker) groupName(u *unit, label string, b *portfolio.Binding) {
	at := u.cells[0]
	if slices.ContainsFunc(c.claims, func(x portfolio.Claim) bool { return at.from < len(u.at) && x.From == u.at[at.from] }) {
		return
	}
	ms := c.mentions(&unit{text: label}, nil)
	if len(ms) > 0 && ms[0].kind == aValue {
		c.claim(u, at, portfolio.ClaimName, label, b)
	}
}
