package portfolio

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Fold reduces a text to what matters when names are compared, sorted or searched: lower case, no accents, single
// spaces. "  Zürich  Süd " and "zurich sud" fold alike.
func Fold(text string) string {
	plain, _, err := transform.String(transform.Chain(norm.NFKD, runes.Remove(runes.In(unicode.Mn))), text)
	if err != nil {
		plain = text
	}
	return strings.ToLower(strings.Join(strings.Fields(plain), " "))
}
