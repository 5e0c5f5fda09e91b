package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// sentence states the claims of a sentence: its numbers first, because what narrows a count that is bound is bound with it.
func (c *checker) sentence(s *statement) {
	for _, k := range s.chunks {
		if !c.ofRecord(s, k) {
			c.bound(s, k)
		}
		m := s.ms[k.number]
		if k.binding == nil {
			k.binding = c.bindNumber(s, m)
		}
		c.claim(s.u, m.reach, portfolio.ClaimNumber, written(m), k.binding)
	}
	for i, m := range s.ms {
		switch {
		case m.kind == aRecord:
			c.claim(s.u, m.reach, portfolio.ClaimName, s.u.text[m.from:m.to], c.bindRecord(s, m))
		case m.kind == aName:
			c.claim(s.u, m.reach, portfolio.ClaimName, s.u.text[m.from:m.to], nil)
		case m.kind == aValue:
			c.claim(s.u, m.reach, portfolio.ClaimName, s.u.text[m.from:m.to], c.bindValue(s, m))
		case m.kind == aDate:
			c.claim(s.u, m.reach, portfolio.ClaimDate, m.span.lo, c.bindDate(s, m))
		case m.kind == aNumber && !c.figure(s.ms, i):
			c.claim(s.u, m.reach, portfolio.ClaimNumber, written(m), c.bindMeasure(s, i))
		case m.is(senseWord):
			c.word(s, i)
		case m.is(senseGroup):
			c.group(s, i)
		case m.is(senseLack) && c.none(s, i):
			c.claim(s.u, m.reach, portfolio.ClaimNumber, "0", c.bindNone(s, i))
		}
	}
	c.remember(s)
}

// written is a number as records hold it.
func written(m mention) string {
	if whole(m.num) {
		return itoa(int(m.num))
	}
	return strings.TrimRight(strings.TrimRight(formatFloat(m.num), "0"), ".")
}

// remember keeps which records the sentence was about.
func (c *checker) remember(s *statement) {
	var about []mention
	for _, m := range s.ms {
		if m.kind == aRecord {
			about = append(about, m)
		}
	}
	if len(about) > 0 && !s.u.item {
		c.context = about
	} else if len(s.chunks) > 0 && s.chunks[0].noun == portfolio.EntityProgram && !s.u.item {
		c.context = nil
	}
}

// subjects gives the records that a mention is said of: those of its clause, or those of the sentence before where this one
// names none and goes on from it.
func (c *checker) subjects(s *statement, m mention) []mention {
	k := s.clauseAt(m.from)
	if len(k.subjects) > 0 {
		return k.subjects
	}
	for _, x := range s.ms {
		if x.kind == aRecord {
			return nil
		}
		if x.kind == aName && x.from < m.from {
			return nil
		}
	}
	if s.u.item || c.goesOn(s) {
		return c.context
	}
	return nil
}

// goesOn reports whether a sentence that names no record is about those of the sentence before: it begins with a word that
// stands for them, or with the name of a field.
func (c *checker) goesOn(s *statement) bool {
	ts := tokens(s.u.text)
	if len(ts) == 0 || len(c.context) == 0 {
		return false
	}
	for _, m := range s.ms {
		if m.is(sensePronoun, senseCue, senseWord, senseAssessed, senseDeclared) && m.tok <= 3 {
			return true
		}
		if m.tok > 3 {
			break
		}
	}
	return !ts[0].capital() || starters()[ts[0].word] && !c.counting(s) || slices.ContainsFunc(s.ms, func(m mention) bool { return m.is(sensePronoun) })
}

// counting reports whether a sentence counts programs and is about none of them.
func (c *checker) counting(s *statement) bool {
	return slices.ContainsFunc(s.chunks, func(k *chunk) bool { return k.noun == portfolio.EntityProgram && k.said.noun != "" })
}

// records is how many records a sentence names.
func (s *statement) records() int {
	seen := map[ref]bool{}
	for _, m := range s.ms {
		if m.kind == aRecord {
			seen[m.refs[0]] = true
		}
	}
	return len(seen)
}

// matching gives the records of some mentions that satisfy a test: all of them must, each by one of those that share its
// name. It gives the first.
func (c *checker) matching(subjects []mention, test func(*record) (portfolio.Field, bool)) (*record, portfolio.Field) {
	var found *record
	var field portfolio.Field
	for _, m := range subjects {
		ok := false
		for _, r := range m.refs {
			known := c.index.records[r]
			if known == nil {
				continue
			}
			if f, fits := test(known); fits {
				ok = true
				if found == nil {
					found, field = known, f
				}
				break
			}
		}
		if !ok {
			return nil, ""
		}
	}
	return found, field
}

// holders are the subjects that can hold a value of some fields: a launch date is of programs, a severity of risks.
func (c *checker) holders(subjects []mention, fields []portfolio.Field) []mention {
	var out []mention
	for _, m := range subjects {
		if slices.ContainsFunc(fields, func(f portfolio.Field) bool { return entityOf(f) == m.refs[0].entity }) {
			out = append(out, m)
		}
	}
	return out
}

// entityOf gives the kind of record that has a field.
func entityOf(f portfolio.Field) portfolio.Entity {
	if info, ok := f.Info(); ok {
		return info.Of
	}
	if strings.HasPrefix(string(f), "risk.") {
		return portfolio.EntityRisk
	}
	return portfolio.EntityProgram
}

// bindCell binds a value to a cell of the records that it is said of. Fields are those that it can be of; where there are
// several records and as many values, each goes to its own.
func (c *checker) bindCell(s *statement, m mention, fields []portfolio.Field, fits func(cell) bool) *portfolio.Binding {
	subjects := c.holders(c.subjects(s, m), fields)
	if own := c.paired(s, m, subjects); own != nil {
		subjects = own
	}
	for _, some := range apart(subjects) {
		r, f := c.matching(some, func(r *record) (portfolio.Field, bool) {
			for _, x := range r.cells() {
				if slices.Contains(fields, x.field) && fits(x) {
					return x.field, true
				}
			}
			return "", false
		})
		if r != nil {
			return c.cell(r, f)
		}
	}
	return nil
}

// apart gives the risks and milestones among the subjects before their programs, which are named to say whose they are.
func apart(subjects []mention) [][]mention {
	var programs, children []mention
	for _, m := range subjects {
		if m.refs[0].entity == portfolio.EntityProgram {
			programs = append(programs, m)
		} else {
			children = append(children, m)
		}
	}
	return [][]mention{children, programs}
}

// paired gives the one record that a value belongs to, where a clause names several records and as many values of a kind:
// "Atlas and Beacon launch on 1 May and 2 June".
func (c *checker) paired(s *statement, m mention, subjects []mention) []mention {
	k := s.clauseAt(m.from)
	var alike []mention
	for _, x := range s.ms {
		if k.holds(x.from) && x.kind == m.kind && (m.kind != aPhrase || x.is(senseWord)) {
			alike = append(alike, x)
		}
	}
	at := slices.IndexFunc(alike, func(x mention) bool { return x.from == m.from })
	if len(subjects) > 1 && len(alike) == len(subjects) && at >= 0 && !slices.ContainsFunc(subjects, func(x mention) bool { return x.refs[0].entity != subjects[0].refs[0].entity }) {
		return subjects[at : at+1]
	}
	return nil
}

// cued narrows fields to those that a word beside the mention names: the nearest before it in its clause, else the nearest
// behind it.
func (c *checker) cued(s *statement, m mention, fields []portfolio.Field) []portfolio.Field {
	k := s.clauseAt(m.from)
	var best []portfolio.Field
	distance := -1
	for _, x := range s.ms {
		if !x.is(senseCue) || !k.holds(x.from) {
			continue
		}
		var both []portfolio.Field
		for _, f := range x.entry.fields {
			if slices.Contains(fields, f) {
				both = append(both, f)
			}
		}
		if len(both) == 0 {
			continue
		}
		d := m.from - x.to
		if d < 0 { // behind it counts only where nothing of the kind stands before
			d = 1000 + x.from - m.to
		}
		if distance < 0 || d < distance {
			best, distance = both, d
		}
	}
	if best == nil {
		return fields
	}
	return best
}
