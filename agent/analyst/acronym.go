package analyst

import (
	"slices"
	"strings"
)

// longestAcronym is how many words are tried as what an acronym stands for.
const longestAcronym = 8

// littleWords are left out of some acronyms, and give a letter in others: HMRC, but DfT.
var littleWords = []string{"of", "for", "and", "the"}

// spelt finds the words at token i whose first letters are a value that is written in capitals: "home office" for HO, "department
// for transport" for DFT. The longest that fits is it.
func (m matcher) spelt(i int) (span, bool) {
	if len(m.directory.acronyms) == 0 || slices.Contains(littleWords, m.tokens[i].word) {
		return span{}, false
	}
	for n := min(longestAcronym, len(m.tokens)-i); n > 1; n-- {
		words := m.tokens[i : i+n]
		if slices.Contains(littleWords, words[n-1].word) || !m.ownWords(words) {
			continue
		}
		for _, letters := range initials(words) {
			if at := m.directory.acronyms[letters]; len(at) > 0 {
				var values []value
				for _, v := range at {
					values = append(values, m.directory.values[v].value)
				}
				return weigh(span{kind: kValue, from: i, to: i + n, values: values, exact: true}, sureValue), true
			}
		}
	}
	return span{}, false
}

// ownWords reports whether words can be a name: those that are not of the vocabulary, behind a "ministry" or a "department" at
// most.
func (m matcher) ownWords(words []token) bool {
	own := 0
	for i, t := range words {
		s, known := english().phrases[t.word]
		switch {
		case !known || s.weak:
			own++
		case s.kind == kAbsent && i > 0:
			own++
		case slices.Contains(littleWords, t.word), s.kind == kField:
		default:
			return false
		}
	}
	return own > 0 && (own > 1 || len(words) > 2)
}

// initials gives the first letters of words, with those of little words and without. A word of two letters is an acronym itself.
func initials(words []token) []string {
	var all, without strings.Builder
	for _, t := range words {
		letters := t.word[:1]
		if len(t.word) == 2 && !slices.Contains(littleWords, t.word) {
			letters = t.word
		}
		all.WriteString(letters)
		if !slices.Contains(littleWords, t.word) {
			without.WriteString(letters)
		}
	}
	return []string{all.String(), without.String()}
}
