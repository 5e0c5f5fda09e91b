package store

import (
	"regexp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Measures of a passage, in characters: what stands before the first word that was found, and all of it.
const (
	passageBefore = 32
	passageLength = 160
)

// unread is what a reader of Markdown does not see, each with what is seen in its place.
var unread = []struct {
	sign *regexp.Regexp
	seen string
}{
	{regexp.MustCompile(`!?\[((?:[^\]\\]|\\.)*)\]\([^)]*\)`), "$1"},
	{regexp.MustCompile("(?m)^\\s*(?:#+|[-*>]|\\d+\\.)\\s+|^[|:\x20-]+$"), " "}, // heads, bullets, and the line below a table's head
	{regexp.MustCompile(`\\([\\*_|\[\]` + "`" + `~<>#])`), "$1"},
	{regexp.MustCompile("\\*\\*|[|`]"), " "},
	{regexp.MustCompile(`\s+`), " "},
}

// passage gives the stretch around the first word that is marked as found in a text of Markdown, without the Markdown; nil
// where what is marked is not read.
func passage(marked string) []portfolio.Piece {
	for _, u := range unread {
		marked = u.sign.ReplaceAllString(marked, u.seen)
	}
	runes := []rune(strings.TrimSpace(marked))
	first := slices.Index(runes, foundFrom)
	if first < 0 {
		return nil
	}
	from := wordFrom(runes, max(0, first-passageBefore), first)
	to := min(len(runes), from+passageLength)
	if end := slices.Index(runes[first:], foundTo); first+end > to {
		to = first + end
	}
	pieces := pieces(runes[from:to])
	if from > 0 {
		pieces[0].Text = "…" + pieces[0].Text
	}
	if to < len(runes) {
		pieces[len(pieces)-1].Text += "…"
	}
	return pieces
}

// wordFrom gives the begin of the first word at or after a place, no later than last.
func wordFrom(runes []rune, at, last int) int {
	if at == 0 {
		return 0
	}
	for ; at < last; at++ {
		if runes[at-1] == ' ' {
			return at
		}
	}
	return last
}

// pieces splits a text at the signs around what was found. A text that ends within such a word ends it.
func pieces(runes []rune) []portfolio.Piece {
	var out []portfolio.Piece
	var text strings.Builder
	found := false
	flush := func(next bool) {
		if text.Len() > 0 {
			out = append(out, portfolio.Piece{Text: text.String(), Found: found})
			text.Reset()
		}
		found = next
	}
	for _, r := range runes {
		switch r {
		case foundFrom:
			flush(true)
		case foundTo:
			flush(false)
		default:
			text.WriteRune(r)
		}
	}
	flush(false)
	return out
}
