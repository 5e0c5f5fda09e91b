package checking

import (
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// mention is something that a unit names: a record, a value, a date, a number, or a phrase of the lexicon.
type mention struct {
	reach
	tok, end int // the tokens that it takes
	kind     mentionKind
	refs     []ref // a record, or those that share the name
	linked   bool
	program  string // the program that a link names
	value    string // of a field, folded
	fields   []portfolio.Field
	num      float64
	decimals int
	unit     measure
	signed   bool
	span     span
	entry    *entry
	bracket  bool // stands in brackets
	bounds   bool // a number that bounds something else and is no figure itself
}

type mentionKind int

const (
	aRecord mentionKind = iota + 1
	aValue
	aDate
	aNumber
	aPhrase
	aName // capitalised, and nothing that is known
)

// is reports whether a mention is a phrase of a sense.
func (m mention) is(senses ...sense) bool {
	return m.kind == aPhrase && slices.Contains(senses, m.entry.sense)
}

// numerals are the numbers that are written as words.
var numerals = map[string]float64{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
	"thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
	"single": 1,
}

// notOne are words behind which "one" is no number.
var notOne = map[string]bool{"which": true, "this": true, "that": true, "the": true, "each": true, "no": true, "any": true, "every": true, "another": true, "other": true, "next": true, "only": true}

// scan is a unit on its way to mentions: a token is used once.
type scan struct {
	ts    []token
	used  []bool
	found []mention
}

// take notes a mention over the tokens that it touches.
func (s *scan) take(m mention) {
	for i, t := range s.ts {
		if t.from < m.to && m.from < t.to {
			if m.end == 0 {
				m.tok = i
			}
			m.end = i + 1
			s.used[i] = true
		}
	}
	if m.end > 0 {
		s.found = append(s.found, m)
	}
}

// each takes what a reader finds at unused tokens, from left to right.
func (s *scan) each(read func(i int) (mention, int)) {
	for i := 0; i < len(s.ts); i++ {
		if s.used[i] {
			continue
		}
		if m, n := read(i); n > 0 {
			m.reach = reach{s.ts[i].from, s.ts[i+n-1].to}
			s.take(m)
			i += n - 1
		}
	}
}

// free reports whether no token of a stretch is used.
func (s *scan) free(r reach) bool {
	for i, t := range s.ts {
		if s.used[i] && t.from < r.to && r.from < t.to {
			return false
		}
	}
	return true
}

// mentions finds what a unit mentions, in order. Skipped are the stretches that quote the portfolio.
func (c *checker) mentions(u *unit, skipped []reach) []mention {
	ts := tokens(u.text)
	s := &scan{ts: ts, used: make([]bool, len(ts))}
	for _, r := range skipped {
		for i, t := range ts {
			s.used[i] = s.used[i] || t.from < r.to && r.from < t.to
		}
	}
	for _, l := range u.links {
		s.take(mention{reach: l.reach, kind: aRecord, refs: []ref{l.ref}, linked: true, program: l.program})
	}
	s.each(func(i int) (mention, int) { return c.index.nameAt(ts, i, s.used) })
	for _, d := range spans(u.text, c.evidence.FiscalYearStart) {
		if s.free(d.reach) {
			s.take(mention{reach: d.reach, kind: aDate, span: d})
		}
	}
	s.each(func(i int) (mention, int) { return c.wordsAt(ts, i, s.used) })
	out := slices.Concat(s.found, unknownNames(u, ts, s.used))
	out = slices.DeleteFunc(out, func(m mention) bool { return m.is(senseFiller) })
	slices.SortStableFunc(out, func(a, b mention) int { return a.from - b.from })
	for i := range out {
		out[i].bounds = isParameter(out, i)
		out[i].bracket = inBrackets(u.text, 0, out[i].from)
	}
	return slices.DeleteFunc(slices.Clone(out), func(m mention) bool { return c.oneOf(u, out, m) })
}

// oneOf reports whether a number is the "one" of "one of them is Atlas", which names and does not count.
func (c *checker) oneOf(u *unit, ms []mention, m mention) bool {
	if m.kind != aNumber || fold(u.text[m.from:m.to]) != "one" {
		return false
	}
	for _, next := range ms {
		switch {
		case next.from <= m.from, next.is(senseVerb):
		default:
			return next.kind == aRecord
		}
	}
	return false
}

// wordsAt reads the number or the phrase of the lexicon that begins at a token.
func (c *checker) wordsAt(ts []token, i int, used []bool) (mention, int) {
	t := ts[i]
	if t.kind == numberToken {
		n, err := strconv.ParseFloat(strings.ReplaceAll(t.raw, ",", ""), 64)
		if err != nil {
			return mention{}, 0
		}
		m := mention{kind: aNumber, num: n, signed: i > 0 && (ts[i-1].raw == "+" || ts[i-1].raw == "-" && ts[i-1].to == t.from)}
		if _, after, ok := strings.Cut(t.raw, "."); ok {
			m.decimals = len(after)
		}
		return measured(m, ts, i, used)
	}
	if n, ok := numerals[t.word]; ok && (t.word != "one" || !pronoun(ts, i)) && !these(ts, i) {
		return measured(mention{kind: aNumber, num: n}, ts, i, used)
	}
	e, n := phraseAt(ts, i, !c.changing)
	if n == 0 || slices.Contains(used[i:i+n], true) {
		return mention{}, 0
	}
	return mention{kind: aPhrase, entry: e}, n
}

// pronoun reports whether "one" is no number: "which one", "Atlas is one of the red programs".
func pronoun(ts []token, i int) bool {
	if i == 0 {
		return false
	}
	before := ts[i-1].word
	one := i+1 < len(ts) && ts[i+1].word == "of"
	return notOne[before] || before == "for" || one && (before == "is" || before == "not" || before == "as" || before == "be" || before == ",")
}

// these reports whether a numeral stands for records that are named: "comparing the two: …".
func these(ts []token, i int) bool {
	if i+1 < len(ts) && things[ts[i+1].word] {
		return true
	}
	if i == 0 || i+1 < len(ts) && ts[i+1].kind != markToken {
		return false
	}
	switch ts[i-1].word {
	case "the", "these", "those", "all", "both":
		return true
	}
	return false
}

// things are what a text counts of itself: "two things stand out".
var things = map[string]bool{"things": true, "points": true, "items": true, "ways": true, "options": true, "aspects": true, "notes": true, "observations": true,
	"questions": true, "steps": true, "highlights": true, "takeaways": true, "examples": true, "areas": true, "facts": true, "topics": true}

// achieved are words behind a percentage that say that it is progress.
var achieved = map[string]bool{"done": true, "complete": true, "completed": true, "finished": true}

// measured reads the unit behind a number. It gives how many tokens both take.
func measured(m mention, ts []token, i int, used []bool) (mention, int) {
	for at := i + 1; at < len(ts) && at <= i+2 && !used[at]; at++ {
		if e, n := phraseAt(ts, at, true); n > 0 && e.sense == senseUnit {
			m.unit = e.unit
			end := at + n
			if m.unit == percent && end < len(ts) && !used[end] && achieved[ts[end].word] { // "80 % done" says no status
				end++
			}
			return m, end - i
		}
		if ts[at].word != "more" && ts[at].word != "full" && ts[at].word != "working" && ts[at].word != "calendar" {
			return m, 1
		}
	}
	return m, 1
}

// namers are words behind or before which a capital begins a name.
var namers = map[string]bool{
	"program": true, "programme": true, "project": true, "initiative": true, "risk": true, "milestone": true, "team": true, "owner": true,
	"called": true, "named": true, "by": true, "owns": true, "leads": true, "runs": true,
}

// unknownNames finds runs of capitalised words that name nothing known: two or more, or one beside a word that says that
// it is a name. In a heading any word may have a capital.
func unknownNames(u *unit, ts []token, used []bool) []mention {
	if u.heading {
		return nil
	}
	var out []mention
	for i := 0; i < len(ts); {
		if used[i] || !ts[i].capital() || i == 0 && starters()[ts[i].word] {
			i++
			continue
		}
		j := i
		for j < len(ts) && !used[j] && ts[j].capital() && (j == i || !strings.ContainsAny(u.text[ts[j-1].to:ts[j].from], ",;\x00")) {
			j++
		}
		beside := i > 0 && namers[ts[i-1].word] || j < len(ts) && namers[ts[j].word]
		run := u.text[ts[i].from:ts[j-1].to]
		if strings.ToUpper(run) != run && (j-i > 1 || beside && len(run) > 2) {
			out = append(out, mention{reach: reach{ts[i].from, ts[j-1].to}, tok: i, end: j, kind: aName})
		}
		i = j
	}
	return out
}
