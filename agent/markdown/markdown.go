// Package markdown writes texts of the portfolio into answers: as they read, and without any markup of their own.
package markdown

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// marks are the characters that Markdown could take as its own, wherever they stand in a line.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "@", `\@`, "$", `\$`)

// underscores at the edge of a word, addresses that a reader would make links of, and entities.
var (
	underscore = regexp.MustCompile(`(^|[^\p{L}\p{N}])_|_($|[^\p{L}\p{N}])`)
	address    = regexp.MustCompile(`(?i)(https?|ftp|mailto|file|javascript|data|xmpp):`)
	www        = regexp.MustCompile(`(?i)\bwww\.`)
	entity     = regexp.MustCompile(`&(#?[\p{L}\p{N}]+;)`)
)

// Plain makes a text from the portfolio safe to stand in Markdown: it reads as it is written, on one line, and makes no
// link, image, table, emphasis or HTML.
func Plain(text string) string {
	if isPlain(text) {
		return text
	}
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	text = marks.Replace(text)
	for underscore.MatchString(text) {
		text = underscore.ReplaceAllStringFunc(text, func(m string) string { return strings.Replace(m, "_", "\x00", 1) })
	}
	text = strings.ReplaceAll(text, "\x00", `\_`)
	return Inert(text)
}

// harmless are the characters that mean nothing to Markdown in any place. Most names hold no others, and lists have thousands
// of names.
const harmless = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ,()'/+-%"

// isPlain reports whether a text holds only harmless characters and single spaces between words.
func isPlain(text string) bool {
	return strings.Trim(text, harmless) == "" && !strings.Contains(text, "  ") && strings.TrimSpace(text) == text
}

// Inert takes the addresses that a reader would make links of by itself, and the entities of a text, out of force. It reads
// as it is written.
func Inert(text string) string {
	text = address.ReplaceAllString(text, `$1\:`)
	text = www.ReplaceAllStringFunc(text, func(m string) string { return m[:3] + `\.` })
	return entity.ReplaceAllString(text, `\&$1`)
}

// Link writes a record as portfolio.Message says.
func Link(c portfolio.Citation) string {
	if c.ProgramID == "" || c.Type == portfolio.EntityProgram {
		return fmt.Sprintf("[%s](#/%s/%s)", Plain(c.Label), c.Type, pathPart(c.ID))
	}
	return fmt.Sprintf("[%s](#/%s/%s?program=%s)", Plain(c.Label), c.Type, pathPart(c.ID), pathPart(c.ProgramID))
}

// pathPart writes an id so that it can stand in the address of a link, whatever a file gave as id.
func pathPart(id string) string {
	var b strings.Builder
	for _, c := range []byte(id) {
		if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
