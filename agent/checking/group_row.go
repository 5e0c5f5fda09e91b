package checking

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// relates matches what is counted by the records that hang on it.
var relates = regexp.MustCompile(`(?i)^\w+ (?:with|without)\b`)

// portions matches the name of a column that says what part of something else its cells are.
var portions = regexp.MustCompile(`(?i)\b(?:share|proportion|fraction|percentage)\b|^\s*(?:%|percent)\s*$`)

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
	prefix, suffix := head+": ", ""
	if relates.MatchString(head) { // "Programs with open risks: 3" counts programs, as "3 programs with open risks" does
		prefix, suffix = "", " "+strings.ToLower(head)
	}
	unreported := c.unreportedColumn(u.head, head)
	if unreported != nil {
		prefix = "" // its name says nothing of what is not reported
	}
	if !known {
		prefix = by + " " + label + ", " + prefix
	}
	text := prefix + u.text[r.from:r.to] + suffix
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
			if !c.bound(st, k) && m.unit == percent && portions.MatchString(head) {
				k.binding = c.rowShare(u, m)
			}
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

// rowShare binds a percentage of a row to two counts before it: what the first is of the second, both of the group that the row
// is about, or what the only one is of the count of all groups that introduces the table.
func (c *checker) rowShare(u *unit, m mention) *portfolio.Binding {
	from, to := u.at[u.cells[0].from], u.at[u.cells[len(u.cells)-1].to-1]
	var row []portfolio.Claim
	for _, x := range c.claims {
		if x.From >= from && x.To <= to+1 && x.Kind == portfolio.ClaimNumber {
			row = append(row, x)
		}
	}
	switch {
	case len(row) == 2 && counts(row[0]) && counts(row[1]) && row[0].Bound.Group == row[1].Bound.Group:
		return shareOf(row[0], row[1], m)
	case len(row) == 1 && counts(row[0]):
		definition := asked(*row[0].Bound.Query).key()
		for _, x := range c.claims {
			if x.From < from && counts(x) && x.Bound.By == "" && asked(*x.Bound.Query).key() == definition {
				return shareOf(row[0], x, m)
			}
		}
	}
	return nil
}

// counts reports whether a claim is bound to a count.
func counts(x portfolio.Claim) bool {
	return x.Bound != nil && x.Bound.Function == portfolio.FunctionCount && x.Bound.Query != nil
}

// shareOf binds a percentage that one count is of another.
func shareOf(part, whole portfolio.Claim, m mention) *portfolio.Binding {
	a, err := strconv.ParseFloat(part.Value, 64)
	b, err2 := strconv.ParseFloat(whole.Value, 64)
	if err != nil || err2 != nil || b == 0 || !rounds(100*a/b, m) {
		return nil
	}
	return &portfolio.Binding{Function: portfolio.FunctionShare, Query: part.Bound.Query, By: part.Bound.By, Group: part.Bound.Group}
}
