package analyst

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// token is one word of a question.
type token struct {
	raw    string // as written, for telling people about it
	word   string // folded: lower case, no accents
	stem   string // word without a plural s, for names and values
	quoted int    // number of the quotation it stands in, from 1; 0 outside
	upper  bool   // written in capitals only, like an acronym
	was    string // as written, of a token that was corrected
}

// pieces cuts a text into numbers, words and the signs that carry meaning.
var pieces = expression(`\d+\.\d+|[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?|[<>]=?|[%,&"]`)

// grouped is a number with thousands separators.
var grouped = expression(`\b\d{1,3}(?:,\d{3})+\b`)

// plainQuotes writes the quotation marks of all countries as those of a keyboard.
var plainQuotes = strings.NewReplacer("’", "'", "‘", "'", "“", `"`, "”", `"`, "„", `"`, "«", `"`, "»", `"`)

// shortWords are the words that people write with a stroke; spelledOut finds them.
var (
	shortWords = map[string]string{"w/o": "without", "w/": "with", "b/c": "because"}
	spelledOut = expression(`(?i)\b(?:w/o|b/c)\b|\bw/`)
)

// contractions are the spoken forms that hide a word.
var contractions = map[string][]string{
	"can't": {"can", "not"}, "cannot": {"can", "not"}, "won't": {"will", "not"}, "what's": {"what", "is"},
	"who's": {"who", "is"}, "where's": {"where", "is"}, "that's": {"that", "is"}, "it's": {"it", "is"},
	"there's": {"there", "is"}, "let's": {"let", "us"}, "i'd": {"i", "would"}, "i'm": {"i", "am"},
	"isnt": {"is", "not"}, "arent": {"are", "not"}, "wasnt": {"was", "not"}, "werent": {"were", "not"}, "dont": {"do", "not"}, "doesnt": {"does", "not"},
	"didnt": {"did", "not"}, "hasnt": {"has", "not"}, "havent": {"have", "not"}, "hadnt": {"had", "not"}, "cant": {"can", "not"}, "wont": {"will", "not"},
	"couldnt": {"could", "not"}, "shouldnt": {"should", "not"}, "wouldnt": {"would", "not"}, "nothing": {"no", "programs"}, "wo": {"without"}, "thats": {"that", "is"}, "r": {"are"}, "theres": {"there", "is"},
	"we're": {"we", "are"}, "they're": {"they", "are"}, "how's": {"how", "is"}, "when's": {"when", "is"},
}

// idLike is a word that may be the id of a record or the key of a row: letters and digits, perhaps joined by - or _.
var idLike = expression(`[\p{L}\p{N}]+(?:[_-][\p{L}\p{N}]+)*`)

// fold is how ids are compared.
func fold(id string) string { return strings.ToLower(id) }

// tokenise cuts a text into tokens. Names of records go through it as well, so that the two can be compared. Words that
// are ids stay whole.
func tokenise(text string, ids map[string]string) []token {
	text = spelledOut().ReplaceAllStringFunc(plainQuotes.Replace(text), func(short string) string { return shortWords[strings.ToLower(short)] })
	pieces := pieces()
	if len(ids) > 0 {
		pieces = withIDs(ids)
	}
	text = grouped().ReplaceAllStringFunc(text, func(n string) string { return strings.ReplaceAll(n, ",", "") })
	var tokens []token
	quotes, quote := 0, 0
	balanced := strings.Count(text, `"`)%2 == 0
	for _, raw := range pieces.FindAllString(text, -1) {
		if raw == `"` {
			switch {
			case !balanced:
			case quote == 0:
				quotes++
				quote = quotes
			default:
				quote = 0
			}
			continue
		}
		expanded := []token{newToken(raw)}
		if _, ok := ids[fold(raw)]; !ok {
			expanded = expand(raw)
		}
		for _, t := range expanded {
			t.quoted = quote
			tokens = append(tokens, t)
		}
	}
	return tokens
}

// withIDs makes the pattern that keeps ids whole.
func withIDs(ids map[string]string) *regexp.Regexp {
	var quoted []string
	for id := range ids {
		quoted = append(quoted, regexp.QuoteMeta(id))
	}
	slices.SortFunc(quoted, func(a, b string) int { return len(b) - len(a) })
	return regexp.MustCompile(`(?i:\b(?:` + strings.Join(quoted, "|") + `)\b)|` + pieces().String())
}

// expand makes the tokens of one piece: contractions fall apart, a possessive 's is dropped.
func expand(raw string) []token {
	lower := strings.ToLower(raw)
	if words, ok := contractions[lower]; ok {
		var out []token
		for _, w := range words {
			out = append(out, newToken(w))
		}
		return out
	}
	if base, ok := strings.CutSuffix(lower, "n't"); ok {
		return []token{newToken(base), newToken("not")}
	}
	if i := strings.IndexByte(raw, '\''); i > 0 {
		if tail := lower[i+1:]; tail == "s" || tail == "ll" || tail == "ve" || tail == "re" || tail == "d" {
			raw = raw[:i]
		} else {
			raw = raw[:i] + raw[i+1:]
		}
	}
	if raw == "&" {
		return []token{newToken("and")}
	}
	return []token{newToken(raw)}
}

func newToken(raw string) token {
	word := portfolio.Fold(raw)
	return token{raw: raw, word: word, stem: stem(word), upper: isUpper(raw)}
}

// stem takes a plural s off a word, so that "prisons" finds "prison". It is no linguist: both sides go through it.
func stem(word string) string {
	switch {
	case len(word) > 4 && strings.HasSuffix(word, "ies"):
		return word[:len(word)-3] + "y"
	case len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}

// isUpper reports whether a word is written in capitals, with at least two letters.
func isUpper(raw string) bool {
	letters := 0
	for _, r := range raw {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 1
}

// rawText joins tokens as a person wrote them, near enough to recognise.
func rawText(tokens []token) string {
	words := make([]string, len(tokens))
	for i, t := range tokens {
		words[i] = t.raw
	}
	return strings.Join(words, " ")
}
