package analyst

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// longestName bounds how many words of a question are tried as one name.
const longestName = 14

// manyPrograms is how many names a shortened name may fit before it is no name any more but a topic.
const manyPrograms = 60

// Weights of a token in a span, by how sure its meaning is. The spans that cover a question are chosen to weigh most
// together; a span of several words gets something on top, so that "on track" beats "on" and "track".
const (
	perToken    = 10
	togetherBy  = 3
	sureName    = 6
	sureValue   = 5
	surePeriod  = 5
	shortened   = -3
	likeAFiller = -4
)

func weigh(s span, bonus int) span {
	n := s.to - s.from
	s.weight = n*perToken + (n-1)*togetherBy + bonus
	if n > 2 { // one long phrase is surer than two short ones
		s.weight++
	}
	return s
}

// matcher finds every meaning that a stretch of a question may have.
type matcher struct {
	tokens    []token
	ids       map[string]string // words that are ids of programs
	persons   map[portfolio.Field]string
	directory *directory
	calendar  calendar
}

// spans lists the candidates.
func (m matcher) spans() []span {
	var out []span
	for i := range m.tokens {
		for _, s := range english().find(m.tokens, i) {
			bonus := 0
			if s.kind == kFiller || s.weak {
				bonus = likeAFiller
			}
			out = append(out, weigh(s, bonus))
		}
		if f := m.calendar.at(i); f.n > 0 {
			f.span.from, f.span.to = i, i+f.n
			out = append(out, weigh(f.span, surePeriod))
		}
		if s, ok := m.number(i); ok {
			out = append(out, s)
		}
		if s, ok := m.fraction(i); ok {
			out = append(out, s)
		}
		if s, ok := m.reference(i); ok {
			out = append(out, s)
		}
		if s, ok := m.quotation(i); ok {
			out = append(out, s)
		}
		if s, ok := m.joined(i); ok {
			out = append(out, s)
		}
		if s, ok := m.spelt(i); ok {
			out = append(out, s)
		}
		for j := i + 1; j <= min(len(m.tokens), i+longestName); j++ {
			out = append(out, m.names(i, j)...)
		}
	}
	return out
}

// joined reads two words as the one that names hold: "check-out" for "checkout".
func (m matcher) joined(i int) (span, bool) {
	if i+1 >= len(m.tokens) {
		return span{}, false
	}
	whole := newToken(m.tokens[i].word + m.tokens[i+1].word)
	if len(whole.word) < 6 || english().says(whole.word) {
		return span{}, false
	}
	programs := m.directory.holding([]token{whole})
	if len(programs) == 0 || len(programs) > manyPrograms {
		return span{}, false
	}
	return weigh(span{kind: kProgram, from: i, to: i + 2, ids: m.directory.ids(programs)}, shortened), true
}

// number reads "50", "12.5", "50 %", "fifty percent".
func (m matcher) number(i int) (span, bool) {
	n, err := strconv.ParseFloat(m.tokens[i].word, 64)
	if err != nil {
		spelt, ok := numberWords[m.tokens[i].word]
		if !ok {
			return span{}, false
		}
		n = float64(spelt)
	}
	return m.share(i, n)
}

// fractions are the parts of a whole that people name, in percent.
var fractions = map[string]float64{"half": 50, "a half": 50, "a third": 33, "two thirds": 67, "a quarter": 25, "three quarters": 75}

// fraction reads "a quarter done" as a percentage.
func (m matcher) fraction(i int) (span, bool) {
	for n := 2; n > 0; n-- {
		if i+n >= len(m.tokens) {
			continue
		}
		percent, ok := fractions[wordsOf(m.tokens[i:i+n])]
		if ok && m.calendar.word(i+n) == "of" && m.owned(i+n+1) {
			exact := map[float64]float64{33: 100.0 / 3, 67: 200.0 / 3}
			return weigh(span{kind: kNumber, from: i, to: i + n, number: cmp.Or(exact[percent], percent), percent: true}, surePeriod+1), true
		}
		if ok && slices.Contains([]string{"done", "complete", "completed", "finished", "through"}, m.calendar.word(i+n)) {
			return weigh(span{kind: kNumber, from: i, to: i + n, number: percent, percent: true}, surePeriod+1), true
		}
	}
	return span{}, false
}

// owned reports whether "their programs", or what kind of records, stands at a token.
func (m matcher) owned(i int) bool {
	i += m.calendar.skip(i, "their", "its", "the", "all", "them")
	s, ok := english().phrases[m.calendar.word(i)]
	return ok && s.kind == kNoun || m.calendar.word(i-1) == "them"
}

// share makes the span of a number, with the percent sign behind it.
func (m matcher) share(i int, n float64) (span, bool) {
	s := span{kind: kNumber, from: i, to: i + 1, number: n}
	switch next := m.calendar.word(i + 1); {
	case next == "%" || next == "percent":
		s.percent, s.to = true, i+2
	case next == "per" && m.calendar.word(i+2) == "cent":
		s.percent, s.to = true, i+3
	}
	return weigh(s, 1), true
}

// quotation gives what stands between quotation marks as text to look for.
func (m matcher) quotation(i int) (span, bool) {
	q := m.tokens[i].quoted
	if q == 0 || i > 0 && m.tokens[i-1].quoted == q {
		return span{}, false
	}
	j := i
	for j < len(m.tokens) && m.tokens[j].quoted == q {
		j++
	}
	return weigh(span{kind: kQuoted, from: i, to: j}, 4), true
}

// names lists what tokens i to j may be called in the portfolio: the name or value in full, or else a shortened one.
func (m matcher) names(i, j int) []span {
	tokens := m.tokens[i:j]
	if joins(tokens[0].word) || joins(tokens[len(tokens)-1].word) {
		return nil
	}
	if id, ok := m.ids[fold(tokens[0].raw)]; ok && len(tokens) == 1 {
		return []span{weigh(span{kind: kProgram, from: i, to: j, ids: []string{id}, exact: true}, sureName)}
	}
	out := m.inFull(i, j)
	switch {
	case len(out) > 0 && out[0].weight > len(tokens)*perToken:
		return out
	case len(tokens) > 2 && !hasOwn(tokens) && len(m.directory.valuesWith(tokens)) > 0 && !m.edged(tokens): // "cost to serve" is in an objective
		return append(out, weigh(span{kind: kValue, from: i, to: j, values: m.directory.valuesWith(tokens)}, shortened+1))
	case len(tokens) == 1 && m.heldOf(i):
		return out
	case m.distinctive(tokens), m.idleEnd(tokens):
		return append(out, m.shortened(i, j)...)
	}
	return append(out, m.begun(i, j)...)
}

// begun lists the programs whose name begins with the words, where these are no name by themselves.
func (m matcher) begun(i, j int) (out []span) {
	tokens := m.tokens[i:j]
	switch {
	case len(tokens) > 1 && (capitals(tokens) || hasOwn(tokens)): // "Zero Trust" begins a name, though "zero" is a word
		if programs := m.directory.beginning(tokens); len(programs) == 1 || len(programs) > 0 && capitals(tokens) {
			out = append(out, weigh(span{kind: kProgram, from: i, to: j, ids: m.directory.ids(programs)}, shortened+togetherBy+1))
		}
	case len(tokens) > 1 && isNumber(tokens[len(tokens)-1].word): // "Type 26" begins a name
		if programs := m.directory.beginning(tokens); len(programs) > 0 {
			out = append(out, weigh(span{kind: kProgram, from: i, to: j, ids: m.directory.ids(programs)}, shortened))
		}
	}
	return out
}

// inFull lists the programs and values that are called exactly so.
func (m matcher) inFull(i, j int) []span {
	tokens := m.tokens[i:j]
	if len(tokens) == 1 && m.common(i) {
		return nil
	}
	var out []span
	if programs := m.directory.whole(tokens); len(programs) > 0 && !ofPrograms(tokens) {
		bonus := sureName
		if len(m.directory.valuesHolding(tokens)) > 0 { // "infrastructure" is rather the product line than the programme
			bonus = shortened
		}
		out = append(out, weigh(span{kind: kProgram, from: i, to: j, ids: m.directory.ids(programs), exact: true}, bonus))
	}
	if values := m.directory.valuesCalled(tokens); len(values) > 0 {
		out = append(out, weigh(span{kind: kValue, from: i, to: j, values: values, exact: true}, sureValue))
	}
	return out
}

// shortened lists the value and the programs whose name holds the words.
func (m matcher) shortened(i, j int) []span {
	tokens := m.tokens[i:j]
	var out []span
	if values := m.directory.valuesHolding(tokens); len(values) > 0 {
		out = append(out, weigh(span{kind: kValue, from: i, to: j, values: values}, shortened+1))
	} else if values := m.directory.valuesNear(tokens); len(values) > 0 {
		out = append(out, weigh(span{kind: kValue, from: i, to: j, values: values}, shortened))
	}
	if ofPrograms(tokens) {
		return out
	}
	if values := m.directory.valuesAll(tokens); len(out) == 0 && m.amongValues(i) && len(values) > 0 { // programs are in no program
		return append(out, weigh(span{kind: kValue, from: i, to: j, values: values}, shortened+1))
	}
	programs := m.directory.nearly(tokens)
	if len(programs) > 0 && len(programs) <= manyPrograms {
		bonus := shortened
		if len(tokens) > 1 && len(m.directory.adjoining(tokens)) > 0 {
			bonus += togetherBy + 1
		}
		if len(programs) == 1 && m.definite(i) {
			bonus += 2
		}
		out = append(out, weigh(span{kind: kProgram, from: i, to: j, ids: m.directory.ids(programs)}, bonus))
	}
	return out
}

// amongValues reports whether what stands before token i makes it rather the value of a field than the name of a program: "in",
// "than", or a value that "and" joins to it.
func (m matcher) amongValues(i int) bool {
	switch m.calendar.word(i - 1) {
	case "in", "than":
		return true
	case "and", "or", ",", "vs", "versus", "nor":
		return i > 1 && len(m.directory.inValue[m.tokens[i-2].stem]) > 0 && len(m.directory.byStem[m.tokens[i-2].stem]) == 0 || i > 1 && len(m.directory.valuesCalled(m.tokens[i-2:i-1])) > 0
	}
	return false
}

// heldOf reports whether a word for what portfolios do not hold asks for it of something: "the customer of Atlas".
func (m matcher) heldOf(i int) bool {
	s, ok := english().phrases[m.tokens[i].word]
	return ok && s.kind == kAbsent && (m.calendar.word(i+1) == "of" || m.calendar.word(i+1) == "for")
}

// definite reports whether "the" stands before a word that nothing puts into a group: "when does the portal launch", not
// "programs of the portal".
func (m matcher) definite(i int) bool {
	return m.calendar.word(i-1) == "the" && !slices.Contains([]string{"in", "of", "for", "from", "by", "at", "within", "across"}, m.calendar.word(i-2))
}

// joins reports whether a word stands between names rather than in one.
func joins(word string) bool { return word == "," || word == "and" || word == "%" }

// ofPrograms reports whether a stretch ends with the plural of "program": it speaks of several, and names none.
func ofPrograms(tokens []token) bool {
	last := tokens[len(tokens)-1]
	return generic[last.stem] && last.stem != last.word
}

// common reports whether a single word is rather itself than a name: it is in the vocabulary, and not written like a
// name (a capital within the sentence, an acronym, or quotation marks).
func (m matcher) common(i int) bool {
	t := m.tokens[i]
	if !english().says(t.word) || t.quoted > 0 || t.upper {
		return false
	}
	return i == 0 || !unicode.IsUpper([]rune(t.raw)[0])
}

// distinctive reports whether a stretch can be a shortened name: it neither begins nor ends with a word of the
// vocabulary, unless that stands within a longer stretch that has other words.
func (m matcher) distinctive(tokens []token) bool {
	return hasOwn(tokens) && !m.edged(tokens)
}

// edged reports whether a stretch begins or ends with a word that stands between names.
func (m matcher) edged(tokens []token) bool {
	first, last := tokens[0].word, tokens[len(tokens)-1].word
	edge := func(word string) bool {
		s, ok := english().phrases[word]
		return ok && strings.ContainsRune("_UIJXZWLRpaHK", rune(s.kind))
	}
	return edge(first) || edge(last)
}

// idleEnd reports whether a stretch that begins or ends with a word that mostly says nothing stands so in a name: "prison estate".
func (m matcher) idleEnd(tokens []token) bool {
	edges := []token{tokens[0], tokens[len(tokens)-1]}
	idle := func(t token) bool { s := english().phrases[t.word]; return s.kind == kFiller && s.weak }
	return len(tokens) > 1 && slices.ContainsFunc(edges, idle) && hasOwn(tokens) && len(m.directory.adjoining(tokens)) > 0
}

// hasOwn reports whether a stretch has a word that is not of the vocabulary.
func hasOwn(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		s, ok := english().phrases[t.word]
		return (!ok || s.weak) && !isNumber(t.word)
	})
}

// capitals reports whether each word is written with a capital.
func capitals(tokens []token) bool {
	return !slices.ContainsFunc(tokens, func(t token) bool { return !unicode.IsUpper([]rune(t.raw)[0]) })
}

func isNumber(word string) bool {
	_, err := strconv.ParseFloat(word, 64)
	return err == nil
}

// cover chooses spans that do not overlap and weigh most together. Tokens without any become kUnknown.
func cover(tokens []token, candidates []span) []span {
	ending := make([][]span, len(tokens)+1)
	for _, s := range candidates {
		ending[s.to] = append(ending[s.to], s)
	}
	best := make([]int, len(tokens)+1)
	last := make([]span, len(tokens)+1)
	for end := 1; end <= len(tokens); end++ {
		best[end] = best[end-1]
		last[end] = span{kind: kUnknown, from: end - 1, to: end}
		for _, s := range ending[end] {
			if w := best[s.from] + s.weight; w > best[end] {
				best[end], last[end] = w, s
			}
		}
	}
	var out []span
	for end := len(tokens); end > 0; end = last[end].from {
		s := last[end]
		s.text = rawText(tokens[s.from:s.to])
		out = append(out, s)
	}
	slices.Reverse(out)
	return out
}
