package checking

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// bindDistinct binds how many values of a field occur.
func (c *checker) bindDistinct(k *chunk, n int, out **portfolio.Binding) bool {
	if k.said.by == "" {
		return false
	}
	count := func(gs []portfolio.Group) int {
		return len(slices.DeleteFunc(slices.Clone(gs), func(g portfolio.Group) bool { return g.Value == "" }))
	}
	for _, s := range c.sources {
		if s.Groups != nil && (s.By == k.said.by || k.said.by == portfolio.FieldStatus && strings.HasSuffix(string(s.By), "status")) && count(s.Groups) == n && k.agrees(s.facets()) && count(c.recount(s)) == n {
			*out = &portfolio.Binding{Function: portfolio.FunctionDistinct, Query: &s.Query, By: s.By}
			return true
		}
	}
	return false
}

// bindShape binds a number that says how many rows follow, or are not shown, or records are named, and nothing of what they
// are.
func (c *checker) bindShape(s *statement, k *chunk, n int, out **portfolio.Binding) bool {
	more := slices.ContainsFunc(k.ms, func(m mention) bool { return m.is(senseMore) })
	top := slices.ContainsFunc(k.ms, func(m mention) bool { return m.is(senseTop) })
	bare := k.said.empty && k.said.topic == ""
	switch {
	case more:
		return c.bindMore(n, out)
	case n > 0 && bare && k.said.noun == "" && k.said.by == "" && s.records() == n, // "comparing two: Atlas and Beacon"
		n > 0 && c.items == n && (top || bare || k.said.by != ""):
		*out = &portfolio.Binding{Function: portfolio.FunctionCount}
		k.loose = true
		return true
	}
	return false
}

// bindMore binds how many rows are not shown.
func (c *checker) bindMore(n int, out **portfolio.Binding) bool {
	for _, src := range c.sources {
		listed := src.Groups == nil && src.Changes == nil && (src.Total-c.shown == n || c.picked(src, n+c.shown))
		if c.shown > 0 && (listed || src.Changes != nil && slices.Contains(src.lengths(), n+c.shown)) {
			*out = &portfolio.Binding{Function: portfolio.FunctionDifference, Query: &src.Query}
			return true
		}
	}
	return false
}

// picked reports whether so many of the milestones of a whole list slipped: what an answer about slips picks from it.
func (c *checker) picked(src *source, n int) bool {
	return src.Whole && src.Milestones != nil && n == slipped(src)
}

// slipped is how many of the milestones of a list are due later than their baseline.
func slipped(src *source) int {
	n := 0
	for _, m := range src.Milestones {
		if m.Slip() > 0 {
			n++
		}
	}
	return n
}
