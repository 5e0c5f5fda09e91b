package model

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"portfolio-ai/agent"
	"portfolio-ai/agent/markdown"
	"portfolio-ai/store/portfolio"
)

// writer makes the text of an answer from what a model writes, as it comes. Nothing of the model's own is a link, an image
// or HTML in it; the exact names of records in evidence become links, and the answer cites them. It holds back what could
// still become a name or a link.
type writer struct {
	sink     agent.Sink
	evidence *evidence
	owners   *standIns

	pending string // what the model wrote and the answer does not have yet
	last    rune   // before pending
	program string // the id of the program that this line named last
	thought thought

	text      strings.Builder
	ends      string // white space that waits for what follows it
	citations []portfolio.Citation
}

// longest is the most that is held back, in bytes; no name and no link is that long.
const longest = 2000

// write takes in what the model wrote.
func (w *writer) write(delta string) {
	w.pending += strings.Map(readable, w.thought.strip(delta))
	w.release(false)
}

// readable drops what an answer has no use for: backticks, because it holds no code, and control characters.
func readable(r rune) rune {
	if r == '`' || r == utf8.RuneError || unicode.IsControl(r) && r != '\n' && r != '\t' || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069 {
		return -1
	}
	return r
}

// pause gives out what is held back: the model has nothing more to say for now.
func (w *writer) pause() {
	w.pending += strings.Map(readable, w.thought.rest())
	w.release(true)
}

// paragraph says something of our own, in Markdown, in a paragraph of its own.
func (w *writer) paragraph(text string) {
	w.pause()
	w.apart()
	w.emit(text)
	w.apart()
}

// apart ends the paragraph.
func (w *writer) apart() {
	if w.text.Len() > 0 {
		w.ends = "\n\n"
	}
	w.last, w.program = '\n', ""
}

// emit writes Markdown. White space at the end waits, so that an answer begins and ends with a word.
func (w *writer) emit(text string) {
	text = w.ends + text
	body := strings.TrimRightFunc(text, unicode.IsSpace)
	w.ends = text[len(body):]
	if w.text.Len() == 0 {
		body = strings.TrimLeft(body, "\n")
	}
	if body == "" {
		if w.text.Len() == 0 {
			w.ends = ""
		}
		return
	}
	w.text.WriteString(body)
	w.sink.Text(body)
}

// release gives out what is certain of pending; all of it at the end of a text.
func (w *writer) release(end bool) {
	if end {
		w.take(w.pending, true)
		return
	}
	cut := strings.LastIndexFunc(w.pending, unicode.IsSpace) + 1
	if at := unfinished.FindStringIndex(w.pending); at != nil {
		cut = min(cut, at[0])
	}
	if len(w.pending) >= longest { // it is no text of words; what could be the beginning of an address waits still
		cut = strings.LastIndexFunc(w.pending, func(r rune) bool { return !isWord(r) }) + 1
		if cut == 0 {
			cut = len(w.pending)
		}
	}
	w.take(w.pending[:cut], false)
}

// A link or an image of the model, and the beginning of one at the end of a text.
var (
	foreign    = regexp.MustCompile(`!?\[([^\[\]\n]{0,300})\]\([^()\n]{0,600}\)`)
	unfinished = regexp.MustCompile(`!?(?:\[[^\[\]\n]{0,300}(?:\](?:\([^()\n]{0,600})?)?)?$`)
)

// take moves a piece of pending into the answer, up to what could still become a name.
func (w *writer) take(piece string, end bool) {
	rest := w.pending[len(piece):]
	for foreign.MatchString(piece) {
		piece = foreign.ReplaceAllString(piece, "$1")
	}
	said := 0 // how much of piece is in the answer
	for at := 0; at < len(piece); {
		r, size := utf8.DecodeRuneInString(piece[at:])
		if !isWord(w.last) || !isWord(r) {
			name, wait := w.match(piece[at:], r, end)
			if wait {
				w.say(piece[said:at])
				w.pending = piece[at:] + rest
				return
			}
			if name != "" && w.name(name, piece[said:at]) {
				at += len(name)
				said = at
				w.last, _ = utf8.DecodeLastRuneInString(name)
				continue
			}
		}
		if r == '\n' {
			w.program = ""
		}
		w.last = r
		at += size
	}
	w.say(piece[said:])
	w.pending = rest
}

// match finds the longest known name that a text begins with, and reports whether more text could make it a longer one.
func (w *writer) match(text string, first rune, end bool) (name string, wait bool) {
	for _, names := range [][]string{w.evidence.beginning(first), w.owners.beginning(first)} {
		for _, candidate := range names {
			if !strings.HasPrefix(text, candidate) {
				if !end && strings.HasPrefix(candidate, text) {
					return "", true
				}
				continue
			}
			next, _ := utf8.DecodeRuneInString(text[len(candidate):])
			if len(text) == len(candidate) && !end {
				return "", true
			}
			if last, _ := utf8.DecodeLastRuneInString(candidate); len(text) > len(candidate) && isWord(last) && isWord(next) {
				continue
			}
			if len(candidate) > len(name) {
				name = candidate
			}
			break
		}
	}
	return name, false
}

// isWord reports whether a character belongs to a word.
func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// name writes a name as what it stands for, after the text before it. It reports false where the name is only a word.
func (w *writer) name(name, before string) bool {
	if owner, ok := w.owners.owner(name); ok {
		w.say(before)
		w.emit(markdown.Plain(owner))
		return true
	}
	found := w.evidence.of(name)
	programs := slices.DeleteFunc(slices.Clone(found), func(c portfolio.Citation) bool { return c.Type != portfolio.EntityProgram })
	if len(programs) == 1 {
		w.program = programs[0].ID
		w.link(programs[0], before)
		return true
	}
	if len(programs) > 1 { // nobody can say which one is meant
		for _, c := range programs {
			w.cite(c)
		}
		return false
	}
	// Many programs have a milestone of the same name, and some names are common words: the line must name the program.
	if len(found) == 1 && strings.ContainsFunc(name, unicode.IsSpace) {
		w.link(found[0], before)
		return true
	}
	for _, c := range found {
		if c.ProgramID == w.program {
			w.link(c, before)
			return true
		}
	}
	return false
}

// link writes a record as a link and cites it.
func (w *writer) link(c portfolio.Citation, before string) {
	w.say(before)
	if w.ends == "" && strings.HasSuffix(w.text.String(), "!") {
		w.ends = " " // together they would be an image
	}
	w.emit(markdown.Link(c))
	w.cite(c)
}

// cite names a record as one that the answer is about, once.
func (w *writer) cite(c portfolio.Citation) {
	if !slices.Contains(w.citations, c) {
		w.citations = append(w.citations, c)
	}
}

// say writes words of the model.
func (w *writer) say(text string) {
	if text != "" {
		w.emit(harmless(text))
	}
}

// harmless keeps the emphasis, the lists and the tables of a text and takes everything else out of force that Markdown
// gives to it.
func harmless(text string) string {
	var b strings.Builder
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		next := rune(0)
		if i+1 < len(runes) {
			next = runes[i+1]
		}
		switch {
		case r == '\\' && next < utf8.RuneSelf && unicode.In(next, unicode.Punct, unicode.Symbol):
			b.WriteRune(r)
			b.WriteRune(next)
			i++
		case r == '\\':
			b.WriteString(`\\`)
		case strings.ContainsRune("[]<~@", r):
			b.WriteRune('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return markdown.Inert(b.String())
}
