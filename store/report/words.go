package report

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// capital begins a text with a capital letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// excerptLength bounds how much of what a person wrote stands in a table of many programs, in characters; the sheet of the
// program has all of it.
const excerptLength = 280

// excerpt brings a text to one line, and cuts it with an ellipsis where it is longer than length.
func excerpt(s string, length int) string {
	runes := []rune(strings.Join(strings.Fields(s), " "))
	if len(runes) <= length {
		return string(runes)
	}
	return strings.TrimRight(string(runes[:length-1]), " ") + "…"
}

// quoted marks a name within a sentence.
func quoted(name string) string { return "“" + name + "”" }
