package checking

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// quoted finds the stretches of a unit that quote a long text of a record that its block names or follows.
func (c *checker) quoted(block []*unit, u *unit) []reach {
	out := c.echoes(u)
	for r := range c.named(block) {
		for _, t := range c.index.records[r].texts() {
			text := clean(t.value)
			out = append(out, quotes(u.text, text)...)
			out = append(out, inCell(u, text)...)
			if i := slices.Index(block, u); i > 0 {
				out = append(out, tail(block[i-1].text, u.text, text)...)
			}
		}
	}
	return out
}

// inCell finds a text, however short, that fills a cell of a row.
func inCell(u *unit, quoted string) []reach {
	return slices.DeleteFunc(slices.Clone(u.cells), func(r reach) bool {
		return strings.TrimSpace(u.text[r.from:r.to]) != quoted || !strings.ContainsFunc(quoted, unicode.IsLetter)
	})
}

// tail finds the end of a text that was cut where a sentence of it had just begun: "…; Category D …".
func tail(before, text, quoted string) []reach {
	end, cut := strings.CutSuffix(strings.TrimSpace(text), "…")
	words := strings.Fields(before)
	if !cut || strings.TrimSpace(end) == "" || len(words) < leastQuoted {
		return nil
	}
	if !strings.Contains(quoted, strings.Join(words[len(words)-leastQuoted:], " ")+" "+strings.TrimSpace(end)) {
		return nil
	}
	return []reach{{0, len(text)}}
}

// named gives the records that a block names, and those that it follows.
func (c *checker) named(block []*unit) map[ref]bool {
	out := map[ref]bool{}
	note := func(refs []ref) {
		for _, r := range refs {
			if c.index.records[r] != nil {
				out[r] = true
			}
		}
	}
	for _, m := range c.context {
		note(m.refs)
	}
	for _, u := range block {
		for _, l := range u.links {
			note([]ref{l.ref})
		}
		ts := tokens(u.text)
		free := make([]bool, len(ts))
		for i := range ts {
			if m, n := c.index.nameAt(ts, i, free); n > 0 {
				note(m.refs)
			}
		}
	}
	return out
}

// example ends what stands before an example of a question.
var example = regexp.MustCompile(`(?i)(for instance|for example|as in|such as|or as|e\.g\.)[ ,:]*$`)

// echoes finds the stretches in quotation marks that repeat words of the question, or are examples of one.
func (c *checker) echoes(u *unit) []reach {
	var out []reach
	for at := 0; ; {
		from := strings.Index(u.text[at:], "“")
		to := strings.Index(u.text[at:], "”")
		if from < 0 || to < from {
			return out
		}
		if said := u.text[at+from+len("“") : at+to]; strings.Contains(fold(c.evidence.Question), fold(said)) || example.MatchString(u.text[:at+from]) {
			out = append(out, reach{at + from, at + to})
		}
		at += to + len("”")
	}
}

// leastQuoted is how many words a part of a text has at least that counts as a quote: fewer are not told from what anybody
// would write.
const leastQuoted = 4

// quotes finds the stretches of a text that stand in another one word by word.
func quotes(text, quoted string) []reach {
	words := wordForm.FindAllStringIndex(text, -1)
	var out []reach
	for i := 0; i+leastQuoted <= len(words); {
		n := leastQuoted
		if !strings.Contains(quoted, text[words[i][0]:words[i+n-1][1]]) {
			i++
			continue
		}
		for i+n < len(words) && strings.Contains(quoted, text[words[i][0]:words[i+n][1]]) {
			n++
		}
		out = append(out, reach{words[i][0], words[i+n-1][1]})
		i += n
	}
	for _, s := range sentences(quoted) { // a short sentence is quoted whole: "Three partners signed."
		short := strings.TrimSpace(quoted[s.from:s.to])
		if at := strings.Index(text, short); at >= 0 && len(short) > 2*leastQuoted {
			out = append(out, reach{at, at + len(short)})
		}
	}
	return append(out, behindColon(text, quoted)...)
}

// behindColon finds a text, however short, that stands whole behind a colon: "mitigation: Hire two".
func behindColon(text, quoted string) []reach {
	if !strings.ContainsFunc(quoted, unicode.IsLetter) {
		return nil
	}
	at := strings.Index(text, ": "+quoted)
	if at < 0 {
		return nil
	}
	from := at + len(": ")
	to := from + len(quoted)
	if to < len(text) && !strings.ContainsRune(",;.", rune(text[to])) {
		return nil
	}
	return []reach{{from, to}}
}

// wordForm is a word with the marks that are written on to it.
var wordForm = regexp.MustCompile(`\S+`)
