package analyst

import (
	"strings"
	"testing"
)

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

func TestLexicon_noPhraseStandsInTheVocabularyTwice(t *testing.T) {
	seen := map[string]bool{}
	for _, e := range vocabulary() {
		for _, key := range phrases(e.words) {
			if seen[key] {
				t.Errorf("%q stands in the vocabulary twice", key)
			}
			seen[key] = true
		}
	}
}

func TestSilentWords_areOfAKindAndLeaveAdverbsToTheirEnding(t *testing.T) {
	for _, e := range silentWords() {
		word := strings.TrimSpace(e.words)
		if e.span.kind != kFiller {
			t.Errorf("%q is in a group of no kind", word)
		}
		if coloured(word) && !strings.Contains(word, " ") {
			t.Errorf("%q says nothing by its ending", word)
		}
	}
}
