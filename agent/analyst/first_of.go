package analyst

import (
	"cmp"
	"slices"
)

// sized is what a group comes to: its value, "" where that is not reported, and a number that ranks it.
type sized interface {
	of() (value string, size float64)
}

// firstOf keeps the first of groups, the largest or the smallest first as is asked, with those that equal the last of them.
// What is not reported has no rank.
func firstOf[T sized](in intent, groups []T) []T {
	size := func(g T) float64 { _, n := g.of(); return n }
	groups = slices.DeleteFunc(groups, func(g T) bool { value, _ := g.of(); return value == "" })
	slices.SortStableFunc(groups, func(a, b T) int {
		if in.desc {
			a, b = b, a
		}
		return cmp.Compare(size(a), size(b))
	})
	n := min(max(in.limit, 1), len(groups))
	for n > 0 && n < len(groups) && size(groups[n]) == size(groups[n-1]) {
		n++
	}
	return groups[:n]
}
