package checking

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word, a number or a mark of a text.
type token struct {
	reach
	raw  string // as written
	word string // in lower case
	kind tokenKind
}

type tokenKind int

const (
	wordToken tokenKind = iota
	numberToken
	markToken
)

// capital reports whether a word begins with a capital.
func (t token) capital() bool {
	r, _ := utf8.DecodeRuneInString(t.raw)
	return t.kind == wordToken && unicode.IsUpper(r)
}

// tokens takes a text apart. An apostrophe within a word belongs to it, a possessive ending is a token of its own, and a
// hyphen between words is none.
func tokens(s string) []token {
	var out []token
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case unicode.IsSpace(r) || r == 0:
			i += size
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			t := one(s, i)
			i = t.to
			if t.kind == wordToken {
				if stem, ending := possessive(t); ending.to > 0 {
					out = append(out, stem, ending)
					continue
				}
			}
			out = append(out, t)
		case r == '-' && i > 0 && i+1 < len(s) && isWordByte(s[i-1]) && isWordByte(s[i+1]):
			i += size
		default:
			out = append(out, token{reach{i, i + size}, s[i : i+size], s[i : i+size], markToken})
			i += size
		}
	}
	return out
}

// firstToken gives the first token of a text.
func firstToken(s string) (token, bool) {
	s = strings.TrimLeft(s, " ")
	if end := strings.IndexByte(s, ' '); end > 0 {
		s = s[:end]
	}
	ts := tokens(s)
	if len(ts) == 0 {
		return token{}, false
	}
	return ts[0], true
}

func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// one reads the word or number that begins at a byte.
func one(s string, from int) token {
	i, digits, letters := from, false, false
	for i < len(s) {
		r, size := utf8.DecodeRuneInString(s[i:])
		next, _ := utf8.DecodeRuneInString(s[i+size:])
		switch {
		case unicode.IsLetter(r):
			letters = true
		case unicode.IsDigit(r):
			digits = true
		case (r == '\'' || r == '’' || r == '_') && letters && unicode.IsLetter(next):
		case (r == '.' || r == ',') && digits && !letters && unicode.IsDigit(next):
		default:
			return finished(s, from, i, digits && !letters)
		}
		i += size
	}
	return finished(s, from, i, digits && !letters)
}

func finished(s string, from, to int, number bool) token {
	t := token{reach{from, to}, s[from:to], strings.ToLower(s[from:to]), wordToken}
	if number {
		t.kind = numberToken
	}
	return t
}

// possessive splits an ending like 's from a word.
func possessive(t token) (stem, ending token) {
	for _, mark := range []string{"'s", "’s", "n't", "n’t"} {
		if len(t.raw) > len(mark) && strings.HasSuffix(t.raw, mark) {
			at := len(t.raw) - len(mark)
			stem = token{reach{t.from, t.from + at}, t.raw[:at], strings.ToLower(t.raw[:at]), wordToken}
			ending = token{reach{t.from + at, t.to}, t.raw[at:], strings.ReplaceAll(mark, "’", "'"), wordToken}
			return stem, ending
		}
	}
	return t, token{}
}
