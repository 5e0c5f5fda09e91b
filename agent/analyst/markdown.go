package analyst

import (
	"fmt"
	"regexp"
	"strconv"
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

// plain makes a text from the portfolio safe to stand in Markdown: it reads as it is written, on one line, and makes no
// link, image, table, emphasis or HTML.
func plain(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	text = marks.Replace(text)
	for underscore.MatchString(text) {
		text = underscore.ReplaceAllStringFunc(text, func(m string) string { return strings.Replace(m, "_", "\x00", 1) })
	}
	text = strings.ReplaceAll(text, "\x00", `\_`)
	text = address.ReplaceAllString(text, `$1\:`)
	text = www.ReplaceAllStringFunc(text, func(m string) string { return m[:3] + `\.` })
	return entity.ReplaceAllString(text, `\&$1`)
}

// cut shortens a long text at a word.
func cut(text string, most int) string {
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) <= most {
		return string(runes)
	}
	short := string(runes[:most])
	if i := strings.LastIndexByte(short, ' '); i > most/2 {
		short = short[:i]
	}
	return short + " …"
}

func programLink(id, name string) string {
	return fmt.Sprintf("[%s](#/program/%s)", plain(name), pathPart(id))
}

func riskLink(r portfolio.RiskRow) string {
	return fmt.Sprintf("[%s](#/risk/%s?program=%s)", plain(r.Title), pathPart(r.ID), pathPart(r.ProgramID))
}

func milestoneLink(m portfolio.MilestoneRow) string {
	return fmt.Sprintf("[%s](#/milestone/%s?program=%s)", plain(m.Name), pathPart(m.ID), pathPart(m.ProgramID))
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

const notReportedText = "not reported"

// day writes a date for people: 30 Jan 2026.
func day(d portfolio.Date) string {
	t, ok := d.Time()
	if !ok {
		return notReportedText
	}
	return t.Format("2 Jan 2006")
}

// reported writes a text of the portfolio, or that there is none.
func reportedText(text string) string {
	if strings.TrimSpace(text) == "" {
		return notReportedText
	}
	return plain(text)
}

func percent(p *int) string {
	if p == nil {
		return notReportedText
	}
	return strconv.Itoa(*p) + " %"
}

// table writes a Markdown table. Cells are Markdown already.
func table(head []string, rows [][]string) string {
	var b strings.Builder
	line := func(cells []string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	line(head)
	b.WriteString("|" + strings.Repeat(" --- |", len(head)) + "\n")
	for _, row := range rows {
		line(row)
	}
	return b.String()
}

// quantity writes a number with its noun.
func quantity(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// series joins words for a sentence: "a, b and c".
func series(words []string, link string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + link + " " + words[len(words)-1]
}
