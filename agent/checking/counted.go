package checking

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// skipped offers how many programs of a source report no value of the field that they are counted by.
func (c *checker) skipped(s *source, n int, take func(candidate) bool) bool {
	missing := func(gs []portfolio.Group) bool {
		sum := 0
		for _, g := range gs {
			sum += g.Count - g.Reported
		}
		return sum == n
	}
	if s.Query.Of != portfolio.EntityProgram || isList(s.By) || !missing(s.Groups) {
		return false
	}
	x := c.counted(s, "", "", portfolio.FunctionDifference, missing)
	x.of.narrow(portfolio.FieldProgress, among(""))
	return take(x)
}

// numbered offers how many records of a source have the number that it is counted by.
func (c *checker) numbered(s *source, n int, take func(candidate) bool) bool {
	if !slices.Contains(meanFields, s.By) {
		return false
	}
	having := func(gs []portfolio.Group) bool { return total(gs)-in(gs, "").Count == n }
	if !having(s.Groups) {
		return false
	}
	x := c.counted(s, "", "", portfolio.FunctionCount, having)
	some := among("")
	some.not = true
	x.of.narrow(s.By, some)
	x.binding.By = s.By
	return take(x)
}
