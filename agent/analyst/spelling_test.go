package analyst

import "testing"

func TestDistance_countsTypingErrors(t *testing.T) {
	cases := []struct {
		a, b string
		want int
	}{
		{"crossrail", "crossrail", 0}, {"crosrail", "crossrail", 1}, {"crossrial", "crossrail", 1}, {"crossrails", "crossrail", 1},
		{"mercurry", "mercury", 1}, {"wharehouse", "warehouse", 1}, {"abcdef", "uvwxyz", 3},
	}
	for _, c := range cases {
		if got := distance(c.a, c.b, 2); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
	}
}

func TestLexicon_noPhraseHasTwoMeanings(t *testing.T) {
	seen := map[string]bool{}
	tables := [][]entry{words, otherWords}
	for _, a := range adjectives {
		tables = append(tables, []entry{{a.words, span{}}})
	}
	for _, table := range tables {
		for _, e := range table {
			for _, key := range phrases(e.words) {
				if seen[key] {
					t.Errorf("%q stands in the vocabulary twice", key)
				}
				seen[key] = true
			}
		}
	}
}
