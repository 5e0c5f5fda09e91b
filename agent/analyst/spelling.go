package analyst

import (
	"maps"
	"slices"
	"strings"
	"sync"
)

// correct replaces words that mean nothing by the one word of the vocabulary or of the portfolio that they are a form of or
// a typing error away from, or by the two words of a name that they run together. It tells what it did, and leaves a word
// alone where two would fit.
func correct(tokens []token, covered []span, d *directory) (corrected []token, notes []string) {
	unknown := map[int]bool{}
	for _, s := range covered {
		if s.kind == kUnknown && tokens[s.from].quoted == 0 {
			unknown[s.from] = true
		}
	}
	for i, t := range tokens {
		words := []string(nil)
		if unknown[i] {
			words = d.meant(t.word)
		}
		if len(words) == 0 {
			corrected = append(corrected, t)
			continue
		}
		for _, word := range words {
			fixed := newToken(word)
			fixed.raw, fixed.was = word, t.raw
			corrected = append(corrected, fixed)
		}
		if said := strings.Join(words, " "); !english().known[said] || !english().says(said) && len(d.byStem[stem(said)])+len(d.inValue[stem(said)]) > 0 && said != t.word {
			notes = append(notes, "I read “"+t.raw+"” as “"+said+"”.")
		}
	}
	return corrected, notes
}

// meant gives the word or the words that an unknown word stands for; nil where there are none or several.
func (d *directory) meant(word string) []string {
	if root, ok := d.root(word); ok {
		return []string{root}
	}
	if whole, ok := withoutVowels()[word]; ok {
		return []string{whole}
	}
	if swapped := swappedEnd(word); english().says(swapped) {
		return []string{swapped}
	}
	if limit := slips(word); limit > 0 {
		if near, ok := d.nearest(word, limit); ok {
			return []string{near}
		}
	}
	return d.blend(word)
}

// vowels are what people leave out of a word to write it shorter.
var vowels = strings.NewReplacer("a", "", "e", "", "i", "", "o", "", "u", "")

// withoutVowels gives the nouns and fields of the vocabulary by what is left of them without vowels: "prgrms".
var withoutVowels = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, phrase := range slices.Sorted(maps.Keys(english().phrases)) {
		s := english().phrases[phrase]
		bare := vowels.Replace(phrase)
		if (s.kind == kNoun || s.kind == kField) && len(bare) > 3 && bare != phrase && !strings.Contains(phrase, " ") && out[bare] == "" {
			out[bare] = phrase
		}
	}
	return out
})

// swappedEnd puts the last two letters of a short word the other way round: "hwo" is "how".
func swappedEnd(word string) string {
	if len(word) != 3 {
		return ""
	}
	return word[:1] + word[2:] + word[1:2]
}

// endings are those of a verb, and what stands in their place in its bare form.
var endings = []struct{ end, with string }{{"ing", ""}, {"ing", "e"}, {"ed", ""}, {"ed", "e"}, {"ement", "e"}, {"ation", "e"}}

// root finds the bare form of a verb in the names and values: "retiring" is in "Retire legacy systems".
func (d *directory) root(word string) (string, bool) {
	for _, e := range endings {
		bare, ok := strings.CutSuffix(word, e.end)
		if !ok || len(bare) < 4 {
			continue
		}
		if bare += e.with; len(d.inValue[bare])+len(d.byStem[bare]) > 0 {
			return bare, true
		}
	}
	return "", false
}

// shortestPart is how many letters each part of a blend has at least.
const shortestPart = 2

// longestBlend is how many letters a blend has at most: longer words are words of their own.
const longestBlend = 7

// blend finds the two words that stand next to each other in a name and that a word runs together, each shortened: "latam"
// for "Latin America".
func (d *directory) blend(word string) []string {
	if len(word) < 5 || len(word) > longestBlend || english().says(word) {
		return nil
	}
	var out []string
	for _, p := range d.programs {
		for i := 1; i < len(p.stems); i++ {
			first, second := p.stems[i-1], p.stems[i]
			if !blends(word, first, second) {
				continue
			}
			if out != nil && (out[0] != first || out[1] != second) {
				return nil
			}
			out = []string{first, second}
		}
	}
	return out
}

// blends reports whether a word is the beginning of one word and of another behind it.
func blends(word, first, second string) bool {
	for cut := shortestPart; cut <= len(word)-shortestPart; cut++ {
		if strings.HasPrefix(first, word[:cut]) && strings.HasPrefix(second, word[cut:]) {
			return true
		}
	}
	return false
}

// slips is how many typing errors a word may have: none in a short one.
func slips(word string) int {
	switch n := len([]rune(word)); {
	case n < 4 || isNumber(word):
		return 0
	case n < 8:
		return 1
	}
	return 2
}

// nearest finds the one word with the fewest typing errors. The first letter must be right, and an adverb is none of another word.
func (d *directory) nearest(word string, limit int) (string, bool) {
	short := len(word) < 5                      // the vocabulary alone mends short words: names have too many of them
	best, found := limit+1, map[string]string{} // by stem: "risk" and "risks" are no doubt
	consider := func(candidate string) {
		if candidate == "" || candidate[0] != word[0] || len(candidate) < 4 || strings.HasSuffix(word, "ly") && !strings.HasSuffix(candidate, "ly") {
			return
		}
		n := distance(word, candidate, best)
		if n < best {
			best, found = n, map[string]string{}
		}
		if n == best && n <= limit {
			if known, ok := found[stem(candidate)]; !ok || candidate < known {
				found[stem(candidate)] = candidate
			}
		}
	}
	for w := range english().known {
		if s, ok := english().phrases[w]; !ok || s.kind != kAbsent && s.kind != kForeign && s.kind != kOpinion {
			consider(w)
		}
	}
	for w := range d.byStem {
		if !short {
			consider(w)
		}
	}
	for w := range d.inValue {
		if !short {
			consider(w)
		}
	}
	return oneOf(found)
}

// oneOf gives the one word that was found, or the first of several that mean the same.
func oneOf(found map[string]string) (string, bool) {
	words := slices.Sorted(maps.Values(found))
	for _, w := range words {
		first, one := english().phrases[words[0]], english().phrases[w]
		if w != words[0] && (one.kind == 0 || one.kind != first.kind || one.entity != first.entity || one.field != first.field || one.adj != first.adj || one.op != first.op) {
			return "", false
		}
	}
	if len(words) == 0 {
		return "", false
	}
	return words[0], true
}

// distance counts the typing errors between two words: a letter more, less, other, or two swapped. It gives limit+1 once
// it is sure to be more.
func distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	before, row, next := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(x); i++ {
		next[0] = i
		least := i
		for j := 1; j <= len(y); j++ {
			cost := 1
			if x[i-1] == y[j-1] {
				cost = 0
			}
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+cost)
			if i > 1 && j > 1 && x[i-1] == y[j-2] && x[i-2] == y[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
			least = min(least, next[j])
		}
		if least > limit {
			return limit + 1
		}
		before, row, next = row, next, before
	}
	return row[len(y)]
}
