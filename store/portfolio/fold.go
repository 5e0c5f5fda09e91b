package portfolio

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Fold reduces a text to what matters when names are compared, sorted or searched: lower case, no accents, single
// spaces. "  Zürich  Süd " and "zurich sud" fold alike.
func Fold(text string) string {
	if isASCII(text) { // the common case, and nothing to take apart
		return strings.ToLower(strings.Join(strings.Fields(text), " "))
	}
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), text)
	if err != nil {
		plain = text
	}
	return strings.ToLower(strings.Join(strings.Fields(plain), " "))
}

// isASCII reports whether the text has no letters but the 26.
func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
