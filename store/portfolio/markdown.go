package portfolio

import "strings"

// inMarkdown takes the meaning from what a reader of Markdown or HTML would not show as it stands.
var inMarkdown = strings.NewReplacer(`\`, `\\`, "|", `\|`, "*", `\*`, "_", `\_`, "`", "\\`", "[", `\[`, "]", `\]`, "<", "&lt;", "&", "&amp;", "\r", " ", "\n", " ")

// EscapeMarkdown writes a text so that Markdown shows it as it stands, on one line, in a cell of a table too.
func EscapeMarkdown(text string) string { return inMarkdown.Replace(text) }
