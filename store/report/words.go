package report

import (
	"fmt"
	"unicode"
	"unicode/utf8"
)

// counted puts a number before the right form of a word.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// capital begins a text with a capital letter.
func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// quoted marks a name within a sentence.
func quoted(name string) string { return "“" + name + "”" }
