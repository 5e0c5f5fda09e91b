package analyst

import (
	"strings"
	"sync"
)

// lexicon finds the phrases of the vocabulary in a question.
type lexicon struct {
	phrases map[string]span // by its words, joined by spaces
	known   map[string]bool // every word that a misspelt one may stand for: those of the phrases that say something
	open    map[string]bool // the words of silentText that may test a record all the same
	longest int             // words in the longest phrase
}

// english is the lexicon of the tables. It is made when the first question needs it: most starts of the program ask none.
var english = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{phrases: map[string]span{}, known: map[string]bool{}, open: map[string]bool{}}
	for _, table := range [][]entry{words, otherWords, changeWords, alertWords, outlookWords, spokenWords, idleWords} {
		for _, e := range table {
			l.add(e.words, e.span)
		}
	}
	for i := range adjectives {
		l.add(adjectives[i].words, span{kind: kAdj, adj: &adjectives[i]})
	}
	l.silence()
	return l
}

// add takes in phrases separated by "|". A phrase that is there already keeps its first meaning.
func (l *lexicon) add(list string, meaning span) {
	for _, key := range phrases(list) {
		if !l.put(key, meaning) {
			continue
		}
		for w := range strings.FieldsSeq(key) {
			l.known[w] = true
		}
	}
}

// put gives a phrase its meaning; false where it has one.
func (l *lexicon) put(key string, meaning span) bool {
	if _, taken := l.phrases[key]; taken {
		return false
	}
	l.phrases[key] = meaning
	l.longest = max(l.longest, strings.Count(key, " ")+1)
	return true
}

// phrases takes a list of phrases apart, into the words that questions are compared with.
func phrases(list string) []string {
	var out []string
	for phrase := range strings.SplitSeq(list, "|") {
		out = append(out, wordsOf(tokenise(phrase, nil)))
	}
	return out
}

// wordsOf joins the folded words of tokens.
func wordsOf(tokens []token) string {
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.word
	}
	return strings.Join(out, " ")
}

// find lists the phrases that begin at token i.
func (l *lexicon) find(tokens []token, i int) []span {
	var spans []span
	for n := 1; n <= l.longest && i+n <= len(tokens); n++ {
		if meaning, ok := l.phrases[wordsOf(tokens[i:i+n])]; ok {
			meaning.from, meaning.to = i, i+n
			spans = append(spans, meaning)
		}
	}
	return spans
}

// says reports whether a single word means something by itself.
func (l *lexicon) says(word string) bool {
	_, ok := l.phrases[word]
	return ok
}
