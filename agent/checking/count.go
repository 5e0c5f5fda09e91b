package checking

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// effective says a chunk with what it takes over: its own words win over those before it, field by field.
func (k *chunk) effective() (facets, []value) {
	of, values := maps.Clone(k.said.own), slices.Clone(k.said.values)
	for _, m := range k.must {
		for f, x := range m.own {
			if _, ok := of[f]; !ok {
				of[f] = x
			} else if both := (facets{f: of[f]}); !k.said.spoken[f] { // "2 programs past their launch date" of the red ones are red
				if both.narrow(f, x); both[f].in == nil || len(both[f].in) > 0 {
					of[f] = both[f]
				}
			}
		}
		for _, v := range m.values {
			if !slices.ContainsFunc(values, func(o value) bool { return shareField(o, v) }) {
				values = append(values, v)
			}
		}
	}
	return of, values
}

func shareField(a, b value) bool {
	return slices.ContainsFunc(a.fields, func(f portfolio.Field) bool { return slices.Contains(b.fields, f) })
}

// agrees reports whether a definition is what a chunk says: it asks nothing that is not said here, in what is taken over
// or in what stood before, and all that is said here and taken over is in it.
func (k *chunk) agrees(def facets) bool {
	of, values := k.effective()
	used := make([]bool, len(values))
	for f, d := range def {
		if own, ok := of[f]; ok {
			if !own.says(d) && !k.narrowedBefore(f, own, d) {
				return false
			}
			continue
		}
		if own, ok := of["implied "+f]; ok && own.equal(d) {
			continue
		}
		if part, ok := strings.CutPrefix(d.opaque, contains); ok && strings.Contains(fold(k.text), part) {
			continue
		}
		said, found := valuesOf(f, values, used)
		switch {
		case found && (said.not != d.not || !slices.Equal(said.in, d.in)):
			return false
		case found, k.implied(f, d), !k.said.whole && k.before(f, d):
			continue
		default:
			return false
		}
	}
	for f := range of {
		_, there := def[f]
		if base, implied := implication(f); implied {
			_, there = def[base]
		} else if _, either := of["implied "+f]; either && !there {
			there = false
		}
		if !there {
			return false
		}
	}
	return !slices.Contains(used, false)
}

// narrowedBefore reports whether what a group implies of a field, within what stood before, is a condition: of the red
// programs those past their launch date are red.
func (k *chunk) narrowedBefore(f portfolio.Field, own, d facet) bool {
	if k.said.spoken[f] {
		return false
	}
	for _, s := range k.may {
		if x, ok := s.own[f]; ok {
			both := facets{f: own}
			both.narrow(f, x)
			if both[f].equal(d) {
				return true
			}
		}
	}
	return false
}

// implication gives the field that a key "implied …" stands beside.
func implication(f portfolio.Field) (portfolio.Field, bool) {
	const prefix = "implied "
	if len(f) > len(prefix) && f[:len(prefix)] == prefix {
		return f[len(prefix):], true
	}
	return f, false
}

// says reports whether a phrase means a facet: a day without a year means that of any.
func (f facet) says(d facet) bool {
	if f.opaque != "yearless" {
		return f.equal(d)
	}
	same := func(short, day string) bool {
		return short == "" && day == "" || len(short) >= 5 && len(day) == 10 && (short == day[5:] || short[3:] == "31" && short[:2] == day[5:7])
	}
	return d.ranged && same(f.lo, d.lo) && same(f.hi, d.hi)
}

// valuesOf joins the values that are said of a text field, and marks them as used.
func valuesOf(f portfolio.Field, values []value, used []bool) (facet, bool) {
	var in []string
	not, found := false, false
	for i, v := range values {
		if slices.Contains(v.fields, f) || f == portfolio.FieldRiskOwner && slices.Contains(v.fields, portfolio.FieldOwner) || f == portfolio.FieldOwner && slices.Contains(v.fields, portfolio.FieldRiskOwner) {
			in, not, found, used[i] = append(in, v.text), v.not, true, true
		}
	}
	out := among(in...)
	out.not = not
	return out, found
}

// implied reports whether a condition goes without saying: launches are those of live programs, risks are open ones, and
// what is ranked or bounded by a field reports it.
func (k *chunk) implied(f portfolio.Field, d facet) bool {
	has := func(field portfolio.Field) bool {
		return slices.ContainsFunc(slices.Concat([]*said{k.said}, k.must, k.may), func(s *said) bool {
			_, ok := s.own[field]
			return ok || slices.Contains(s.cues, field)
		})
	}
	alive := live()[portfolio.FieldStatus]
	switch {
	case f == portfolio.FieldStatus && d.equal(alive):
		return has(portfolio.FieldLaunchDate) || has(portfolio.FieldMilestoneDue) || has(portfolio.FieldAssessed)
	case f == portfolio.FieldRiskStatus && k.noun == portfolio.EntityRisk:
		return d.equal(openRisk()[f])
	case f == portfolio.FieldMilestoneCompleted && d.equal(among("")):
		return has(portfolio.FieldMilestoneDue)
	case d.not && slices.Equal(d.in, []string{""}):
		return has(f)
	}
	return false
}

// before reports whether what stood before says a condition.
func (k *chunk) before(f portfolio.Field, d facet) bool {
	for _, s := range k.may {
		if x, ok := s.own[f]; ok {
			return x.says(d)
		}
		used := make([]bool, len(s.values))
		if x, ok := valuesOf(f, s.values, used); ok {
			return x.not == d.not && slices.Equal(x.in, d.in)
		}
		for field, x := range s.own {
			if base, ok := implication(field); ok && base == f && x.equal(d) {
				return true
			}
		}
	}
	return false
}

// bindCount binds the number of a chunk to a derived figure; nil where none is what the chunk says.
func (c *checker) bindCount(s *statement, k *chunk) *portfolio.Binding {
	m := s.ms[k.number]
	n := int(m.num)
	if m.unit == percent || m.decimals > 0 || k.said.average {
		return c.bindMean(s, k, m)
	}
	var out *portfolio.Binding
	take := func(x candidate) bool {
		if !k.agrees(x.of) || !x.verify() {
			return false
		}
		out = &x.binding
		return true
	}
	ways := []func() bool{
		func() bool { return c.bindDistinct(k, n, &out) },
		func() bool { return c.bindShape(s, k, n, &out) },
	}
	if k.said.by == "" { // "5 owners" counts no records
		ways = append([]func() bool{
			func() bool { return c.bindChanges(s, k, n, &out) },
			func() bool { return k.said.topic == "" && c.counts(n, k.noun, take) },
			func() bool { return k.said.topic == "" && c.bindSum(k, n, &out) },
			func() bool { return k.said.topic == "" && c.bindRows(s, k, n, &out) },
		}, ways...)
	}
	for _, way := range ways {
		if way() {
			return out
		}
	}
	return nil
}

// bindShare binds a percentage that one count of the sentence is of another.
func (c *checker) bindShare(s *statement, m mention) *portfolio.Binding {
	for i, part := range s.chunks {
		for j, whole := range s.chunks {
			a, b := s.ms[part.number], s.ms[whole.number]
			if i == j || a.unit != plain || b.unit != plain || b.num == 0 || !rounds(100*a.num/b.num, m) {
				continue
			}
			if c.bound(s, part) && c.bound(s, whole) {
				return &portfolio.Binding{Function: portfolio.FunctionShare, Query: part.binding.Query, By: part.binding.By, Group: part.binding.Group}
			}
		}
	}
	return nil
}

// bound binds the number of a chunk where that was not tried yet.
func (c *checker) bound(s *statement, k *chunk) bool {
	if k.binding == nil {
		k.binding = c.bindCount(s, k)
	}
	return k.binding != nil
}

// bindSum binds the sum of some groups of a count: the programs that are At Risk and those that are Off Track.
func (c *checker) bindSum(k *chunk, n int, out **portfolio.Binding) bool {
	of, _ := k.effective()
	for _, s := range c.sourcesOf(k.noun) {
		x, ok := of[s.By]
		if s.Groups == nil || s.By == "" || !ok || x.in == nil && !x.ranged || x.not || isList(s.By) {
			continue
		}
		sum := func(gs []portfolio.Group) int {
			sum := 0
			for _, g := range gs {
				if x.ranged && x.fits(s.By, g.Value) || !x.ranged && slices.Contains(x.in, fold(g.Value)) {
					sum += g.Count
				}
			}
			return sum
		}
		def := maps.Clone(s.facets())
		def.narrow(s.By, x)
		if sum(s.Groups) == n && k.agrees(def) && sum(c.recount(s)) == n {
			*out = &portfolio.Binding{Function: portfolio.FunctionSum, Query: &s.Query, By: s.By}
			return true
		}
	}
	return false
}

// bindRows binds a count to records that were read: those that belong to a program that the sentence names, or the rows of
// a list that holds all of them.
func (c *checker) bindRows(s *statement, k *chunk, n int, out **portfolio.Binding) bool {
	of, values := k.effective()
	delete(of, "implied "+relation(portfolio.EntityRisk))
	if k.noun != portfolio.EntityProgram && k.noun != "" {
		for _, p := range c.programsOf(s, k) {
			if c.bindBelonging(p, k, of, n, out) {
				return true
			}
		}
	}
	if k.noun == "" || len(of) == 0 && len(values) == 0 {
		return false
	}
	return c.rows(k.noun, of, values, func(got int, b portfolio.Binding) bool {
		if got != n {
			return false
		}
		*out = &b
		return true
	})
}

// programsOf gives the programs that a chunk counts the risks or milestones of.
func (c *checker) programsOf(s *statement, k *chunk) []*record {
	subjects := c.subjects(s, s.ms[k.number])
	var out []*record
	for _, m := range k.ms {
		if m.kind == aRecord {
			subjects = append(subjects, m)
		}
	}
	for _, m := range append(subjects, c.context...) {
		r := c.index.records[m.refs[0]]
		if r != nil && r.entity != portfolio.EntityProgram {
			r = c.index.records[ref{portfolio.EntityProgram, r.program}]
		}
		if r != nil && !slices.Contains(out, r) && (len(out) == 0 || slices.ContainsFunc(subjects, func(s mention) bool { return s.from == m.from })) {
			out = append(out, r)
		}
	}
	if len(out) > 1 { // a count of one of several is that of the one in its own clause
		for _, m := range s.clauseAt(s.ms[k.number].from).subjects {
			if r := c.index.records[m.refs[0]]; r != nil && r.entity == portfolio.EntityProgram {
				return []*record{r}
			}
		}
	}
	return out
}

// bindBelonging binds a count to the risks or milestones of a program. Risks without a word on their status are the open
// ones, or all.
func (c *checker) bindBelonging(p *record, k *chunk, of facets, n int, out **portfolio.Binding) bool {
	if over, says := k.slipped(); says && k.noun == portfolio.EntityMilestone {
		return c.bindSlipped(p, over, n, out)
	}
	own := maps.Clone(of)
	for f := range own {
		if info, ok := f.Info(); ok && info.Of == portfolio.EntityProgram && f != portfolio.FieldStatus {
			delete(own, f)
		}
	}
	ways := []facets{own}
	if _, ok := own[portfolio.FieldRiskStatus]; k.noun == portfolio.EntityRisk && !ok {
		ways = append(ways, with(maps.Clone(own), openRisk()))
	}
	for _, way := range ways {
		got, known := c.belonging(p, k.noun, way)
		if k.said.other && known && k.noun == portfolio.EntityRisk {
			high, _ := c.belonging(p, k.noun, with(maps.Clone(way), facets{portfolio.FieldRiskSeverity: among(string(portfolio.High))}))
			got -= high
		}
		if known && got == n {
			*out = &portfolio.Binding{Record: c.cite(p), Function: portfolio.FunctionCount, Query: &portfolio.Query{Of: k.noun}}
			return true
		}
	}
	return false
}

// whole reports whether a number is one.
func whole(n float64) bool { return n == math.Trunc(n) }

func itoa(n int) string { return strconv.Itoa(n) }
