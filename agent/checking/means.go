package checking

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// bindMean binds a mean, or a share of two counts of the sentence.
func (c *checker) bindMean(s *statement, k *chunk, m mention) *portfolio.Binding {
	var out *portfolio.Binding
	take := func(x candidate) bool {
		if !k.averaging(s) || !k.agrees(x.of) || !x.verify() {
			return false
		}
		out = &x.binding
		return true
	}
	other := false
	for _, f := range meanFields {
		if s.speaksOf(f) {
			other = true
			c.means(m, f, take)
		}
	}
	if other {
		return out
	}
	if c.averages(m, take) || m.unit != percent {
		if out == nil && k.averaging(s) && m.unit == plain {
			return c.bindRatio(s, k, m)
		}
		return out
	}
	return c.bindShare(s, m)
}

// speaksOf reports whether a sentence names a field.
func (s *statement) speaksOf(f portfolio.Field) bool {
	return slices.ContainsFunc(s.ms, func(m mention) bool { return m.is(senseCue) && slices.Contains(m.entry.fields, f) })
}

// bindRatio binds how many records of one kind each of another kind has on average: one count of the sentence by another.
func (c *checker) bindRatio(s *statement, mean *chunk, m mention) *portfolio.Binding {
	for i, part := range s.chunks {
		for j, whole := range s.chunks {
			a, b := s.ms[part.number], s.ms[whole.number]
			if i == j || part == mean || whole == mean || a.decimals+b.decimals > 0 || a.unit != plain || b.unit != plain || b.num == 0 || part.noun == whole.noun || part.noun != mean.noun || !rounds(a.num/b.num, m) {
				continue
			}
			if c.bound(s, part) && c.bound(s, whole) {
				return &portfolio.Binding{Function: portfolio.FunctionAverage, Query: part.binding.Query}
			}
		}
	}
	return nil
}

// averaging reports whether a chunk or what stood before it speaks of a mean.
func (k *chunk) averaging(s *statement) bool {
	if k.said.average {
		return true
	}
	return slices.ContainsFunc(s.chunks, func(o *chunk) bool { return o.said.average }) || slices.ContainsFunc(s.topics, func(t *said) bool { return t.average })
}
