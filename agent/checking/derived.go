package checking

import (
	"math"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// source is an observation that figures can be taken from: what it is of, in facets, once that is asked for.
type source struct {
	*tools.Observation
	base   facets
	again  []portfolio.Group // the groups as the checker counts them itself; nil until then
	failed bool
	told   []told // the changes that are told by themselves; nil until they are asked for
}

// facets says what the source is of.
func (s *source) facets() facets {
	if s.base == nil {
		s.base = asked(s.Query)
	}
	return s.base
}

// candidate is a derived figure with what it is a figure of.
type candidate struct {
	of      facets
	binding portfolio.Binding
	verify  func() bool // computes it again
}

// sources gives the observations that count records of a kind; "" is any kind.
func (c *checker) sourcesOf(e portfolio.Entity) []*source {
	var out []*source
	for _, s := range c.sources {
		if s.Query.Of != "" && (e == "" || s.Query.Of == e) {
			out = append(out, s)
		}
	}
	return out
}

// counts offers every derived count that equals n, of records of a kind, until one is taken.
func (c *checker) counts(n int, e portfolio.Entity, take func(candidate) bool) bool {
	for _, s := range c.sourcesOf(e) {
		listed := s.Groups == nil
		if listed && s.Total == n && take(c.counted(s, "", "", portfolio.FunctionCount, func(gs []portfolio.Group) bool { return total(gs) == n })) {
			return true
		}
		if listed {
			continue
		}
		if total(s.Groups) == n && !isList(s.By) && take(c.counted(s, "", "", portfolio.FunctionCount, func(gs []portfolio.Group) bool { return total(gs) == n })) {
			return true
		}
		if c.skipped(s, n, take) || c.numbered(s, n, take) {
			return true
		}
		for _, g := range s.Groups {
			if s.By != "" && g.Count == n && take(c.counted(s, s.By, g.Value, portfolio.FunctionCount, func(gs []portfolio.Group) bool { return in(gs, g.Value).Count == n })) {
				return true
			}
			if c.unreported(s, g, n, take) {
				return true
			}
		}
	}
	return n == 0 && c.absent(e, take)
}

// absent offers none as the count of each value that a grouping does not have, while another one by the same field does.
func (c *checker) absent(e portfolio.Entity, take func(candidate) bool) bool {
	sources := slices.DeleteFunc(c.sourcesOf(e), func(s *source) bool { return s.By == "" })
	for _, s := range sources {
		for _, other := range sources {
			if other.By != s.By {
				continue
			}
			for _, g := range other.Groups {
				none := func(gs []portfolio.Group) bool { return in(gs, g.Value).Count == 0 }
				if none(s.Groups) && take(c.counted(s, s.By, g.Value, portfolio.FunctionCount, none)) {
					return true
				}
			}
		}
	}
	return false
}

// unreported offers how many programs of a group report their progress, and how many do not.
func (c *checker) unreported(s *source, g portfolio.Group, n int, take func(candidate) bool) bool {
	if s.Query.Of != portfolio.EntityProgram {
		return false
	}
	for _, not := range []bool{true, false} {
		of := func(g portfolio.Group) int {
			if not {
				return g.Reported
			}
			return g.Count - g.Reported
		}
		if of(g) != n || g.Reported == g.Count && !not {
			continue
		}
		k := c.counted(s, s.By, g.Value, portfolio.FunctionDifference, func(gs []portfolio.Group) bool { return of(in(gs, g.Value)) == n })
		x := among("")
		x.not = not
		k.of.narrow(portfolio.FieldProgress, x)
		if take(k) {
			return true
		}
	}
	return false
}

func isList(f portfolio.Field) bool {
	info, _ := f.Info()
	return info.Kind == portfolio.KindList
}

func total(gs []portfolio.Group) int {
	n := 0
	for _, g := range gs {
		n += g.Count
	}
	return n
}

// in finds the group of a value.
func in(gs []portfolio.Group, value string) portfolio.Group {
	i := slices.IndexFunc(gs, func(g portfolio.Group) bool { return g.Value == value })
	if i < 0 {
		return portfolio.Group{}
	}
	return gs[i]
}

// counted makes a candidate of a source, or of one group of it.
func (c *checker) counted(s *source, by portfolio.Field, value string, f portfolio.Function, same func([]portfolio.Group) bool) candidate {
	of := facets{}
	for field, x := range s.facets() {
		of[field] = x
	}
	if by != "" {
		x, _ := condition(portfolio.Condition{Field: by, Op: portfolio.OpIs, Values: []string{value}})
		of.narrow(by, x)
	}
	return candidate{of, portfolio.Binding{Function: f, Query: &s.Query, By: by, Group: value}, func() bool { return same(c.recount(s)) }}
}

// recount counts a source again, once.
func (c *checker) recount(s *source) []portfolio.Group {
	if s.again == nil && !s.failed {
		groups, err := []portfolio.Group(nil), error(nil)
		if c.evidence.Workspace != nil {
			q := s.Query
			q.Sort, q.Limit, q.After = nil, 0, ""
			groups, err = c.evidence.Workspace.Groups(c.ctx, q, s.By)
		}
		s.again, s.failed = groups, err != nil || groups == nil
	}
	return s.again
}

// meanFields are the numbers, besides progress, that are counted value by value, so that their mean can be computed.
var meanFields = []portfolio.Field{portfolio.FieldMilestoneSlip, portfolio.FieldRiskScore}

// meanOf computes the mean of the values that groups stand for, where any record reports one.
func meanOf(gs []portfolio.Group) (mean float64, ok bool) {
	sum, n := 0.0, 0
	for _, g := range gs {
		if v, err := strconv.ParseFloat(g.Value, 64); err == nil {
			sum, n = sum+v*float64(g.Count), n+g.Count
		}
	}
	if n == 0 {
		return 0, false
	}
	return sum / float64(n), true
}

// means offers every mean of a field that rounds to what is written.
func (c *checker) means(m mention, f portfolio.Field, take func(candidate) bool) bool {
	equal := func(gs []portfolio.Group) bool {
		mean, ok := meanOf(gs)
		return ok && rounds(mean, m)
	}
	for _, s := range c.sources {
		if s.By != f || !equal(s.Groups) {
			continue
		}
		x := c.counted(s, "", "", portfolio.FunctionAverage, equal)
		x.binding.By = f
		if take(x) {
			return true
		}
	}
	return false
}

// averages offers every mean of progress that rounds to what is written.
func (c *checker) averages(m mention, take func(candidate) bool) bool {
	equal := func(g portfolio.Group) bool { return g.Average != nil && rounds(*g.Average, m) }
	for _, s := range c.sourcesOf(portfolio.EntityProgram) {
		for _, g := range s.Groups {
			if equal(g) && take(c.counted(s, s.By, g.Value, portfolio.FunctionAverage, func(gs []portfolio.Group) bool { return equal(in(gs, g.Value)) })) {
				return true
			}
		}
	}
	return false
}

// rounds reports whether a number is written as a mention writes it.
func rounds(n float64, m mention) bool {
	scale := math.Pow(10, float64(m.decimals))
	return math.Abs(n-m.num) <= 0.5/scale+1e-9
}

// rows counts the rows of a whole list, or what belongs to a program whose record was read, that satisfy facets. It reports
// false where no list holds all that could.
func (c *checker) rows(e portfolio.Entity, of facets, values []value, take func(n int, b portfolio.Binding) bool) bool {
	for _, s := range c.sourcesOf(e) {
		if !s.Whole || !c.covers(s, of, values) {
			continue
		}
		n, known := 0, true
		for _, r := range s.refs() {
			meets, ok := c.meets(c.index.records[r], of)
			also, named := c.has(c.index.records[r], values)
			known = known && ok && named
			if meets && also {
				n++
			}
		}
		if known && take(n, portfolio.Binding{Function: portfolio.FunctionCount, Query: &s.Query}) {
			return true
		}
	}
	return false
}

// covers reports whether a list holds every record that facets find: what it is of says no more than they do.
func (c *checker) covers(s *source, of facets, values []value) bool {
	for f, x := range s.facets() {
		if own, ok := of[f]; ok && own.inside(x) {
			continue
		}
		if !x.not && x.in != nil && slices.ContainsFunc(values, func(v value) bool { return !v.not && slices.Contains(v.fields, f) && slices.Contains(x.in, v.text) }) {
			continue
		}
		return false
	}
	return true
}

// refs lists the records of a list.
func (s *source) refs() []ref {
	var out []ref
	for _, p := range s.Programs {
		out = append(out, ref{portfolio.EntityProgram, p.ID})
	}
	for _, r := range s.Risks {
		out = append(out, ref{portfolio.EntityRisk, r.ID})
	}
	for _, m := range s.Milestones {
		out = append(out, ref{portfolio.EntityMilestone, m.ID})
	}
	return out
}

// meets reports whether a record satisfies facets, those of its program included, and whether that is known.
func (c *checker) meets(r *record, fs facets) (meets, known bool) {
	if r == nil {
		return false, false
	}
	own, parent := facets{}, facets{}
	for f, x := range fs {
		if info, ok := f.Info(); ok && info.Of == portfolio.EntityProgram && r.entity != portfolio.EntityProgram {
			parent[f] = x
			continue
		}
		own[f] = x
	}
	meets, known = r.meets(own)
	if known && len(parent) > 0 {
		p := c.index.records[ref{portfolio.EntityProgram, r.program}]
		if p == nil {
			return false, false
		}
		also, ok := p.meets(parent)
		return meets && also, ok
	}
	return meets, known
}

// has reports whether a record holds values in one of their fields, and whether that is known.
func (c *checker) has(r *record, values []value) (has, known bool) {
	has = true
	for _, v := range values {
		holds := false
		for _, f := range v.fields {
			if f == portfolio.FieldID {
				holds, known = holds || fold(r.id) == v.text || fold(r.program) == v.text, true
				continue
			}
			meets, ok := c.meets(r, facets{f: among(v.text)})
			holds, known = holds || meets, known || ok
		}
		if !known {
			return false, false
		}
		has = has && holds != v.not
	}
	return has, true
}

// belonging counts the risks or milestones of a program whose whole record was read.
func (c *checker) belonging(p *record, e portfolio.Entity, of facets) (int, bool) {
	if p == nil {
		return 0, false
	}
	if p.detail == nil {
		return p.tally(e, of)
	}
	var all []ref
	for _, r := range p.detail.Program.Risks {
		all = append(all, ref{portfolio.EntityRisk, r.ID})
	}
	for _, m := range p.detail.Program.Milestones {
		all = append(all, ref{portfolio.EntityMilestone, m.ID})
	}
	n := 0
	for _, r := range all {
		if r.entity != e {
			continue
		}
		meets, known := c.meets(c.index.records[r], of)
		if !known {
			return 0, false
		}
		if meets {
			n++
		}
	}
	return n, true
}

// tally gives the counts that the row of a program holds itself.
func (r *record) tally(e portfolio.Entity, of facets) (int, bool) {
	if r.row == nil {
		return 0, false
	}
	high := with(openRisk(), facets{portfolio.FieldRiskSeverity: among(string(portfolio.High))})
	var field portfolio.Field
	switch key := of.key(); {
	case e == portfolio.EntityRisk && (key == openRisk().key() || len(of) == 0):
		field = portfolio.FieldOpenRisks
	case e == portfolio.EntityRisk && (key == high.key() || key == facets{portfolio.FieldRiskSeverity: among(string(portfolio.High))}.key()):
		field = portfolio.FieldOpenHighRisks
	case e == portfolio.EntityMilestone && len(of) == 0:
		field = fieldMilestonesTotal
	case e == portfolio.EntityMilestone && key == facets{portfolio.FieldMilestoneStatus: among(string(portfolio.MilestoneDone))}.key():
		field = fieldMilestonesDone
	default:
		return 0, false
	}
	v, _ := r.value(field)
	n, err := strconv.Atoi(v)
	return n, err == nil
}
