package analyst

import (
	"slices"
	"strings"
	"sync"
)

// lexicon finds the phrases of the vocabulary in a question.
type lexicon struct {
	phrases map[string]span // by its words, joined by spaces
	known   map[string]bool // every word that a misspelt one may stand for: those of the phrases that say something
	longest int             // words in the longest phrase
}

// english is the lexicon of the vocabulary. It is made when the first question needs it: most starts of the program ask none.
var english = sync.OnceValue(newLexicon)

func newLexicon() *lexicon {
	l := &lexicon{phrases: map[string]span{}, known: map[string]bool{}}
	for _, e := range vocabulary() {
		for _, key := range phrases(e.words) {
			l.add(key, e.span)
		}
	}
	return l
}

// vocabulary lists every phrase with its meaning, each once.
func vocabulary() []entry {
	all := slices.Concat(words, otherWords, changeWords, alertWords, outlookWords, silentWords())
	for i := range adjectives {
		all = append(all, entry{adjectives[i].words, span{kind: kAdj, adj: &adjectives[i]}})
	}
	return all
}

// add takes in a phrase.
func (l *lexicon) add(key string, meaning span) {
	l.phrases[key] = meaning
	words := strings.Fields(key)
	l.longest = max(l.longest, len(words))
	if meaning.kind == kFiller {
		return
	}
	for _, w := range words {
		l.known[w] = true
	}
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
