package analyst

import (
	"context"
	"strings"

	"portfolio-ai/store/portfolio"
)

// updates writes the status updates that a search finds, newest first, and cites their programs.
func (w *writer) updates(ctx context.Context, in intent) error {
	page, err := w.tools.FindUpdates(ctx, in.search)
	if err != nil {
		return err
	}
	w.figure("updates", float64(page.Total))
	what := w.searched(in.search)
	switch page.Total {
	case 0:
		w.paragraph("No update%s.", what)
		return nil
	case 1:
		w.paragraph("**1** update%s:", what)
	default:
		w.paragraph("**%d** updates%s:", page.Total, what)
	}
	for i, u := range page.Rows {
		w.citeProgram(u.ProgramID, u.ProgramName)
		if i < shownRows {
			by := ""
			if u.Author != "" {
				by = ", by " + plain(u.Author)
			}
			w.say("- %s, update of %s%s: %s\n", programLink(u.ProgramID, u.ProgramName), day(u.Date), by, plain(around(u.Text, in.search.Any, 220)))
		}
	}
	w.more(page.Total)
	return nil
}

// searched says what a search looks for: " of programs in team MOD with “vendor”".
func (w *writer) searched(s portfolio.UpdateSearch) string {
	var out strings.Builder
	if s.Author != "" {
		out.WriteString(" by " + plain(s.Author))
	}
	switch {
	case s.Since != "" && s.Until != "":
		out.WriteString(" from " + day(s.Since) + " to " + day(s.Until))
	case s.Since != "":
		out.WriteString(" from " + day(s.Since))
	case s.Until != "":
		out.WriteString(" up to " + day(s.Until))
	}
	if len(s.Programs.Where)+len(s.Programs.AnyOf)+len(s.Programs.Related)+len(s.Programs.Either) > 0 {
		out.WriteString(" of " + w.describe.phrase(s.Programs, true))
	}
	var texts []string
	for _, text := range s.Any {
		texts = append(texts, "“"+plain(text)+"”")
	}
	if len(texts) > 0 {
		out.WriteString(" with " + series(texts, "or"))
	}
	return out.String()
}

// around gives the part of a text of so many letters in which the first of some words stands.
func around(text string, said []string, length int) string {
	folded := portfolio.Fold(text)
	at := -1
	for _, words := range said {
		for word := range strings.FieldsSeq(words) {
			if i := strings.Index(folded, portfolio.Fold(word)); i >= 0 && (at < 0 || i < at) {
				at = i
			}
		}
	}
	if at < length/2 || len(folded) != len(text) {
		return cut(text, length)
	}
	start := at - length/2
	if space := strings.IndexByte(text[start:], ' '); space >= 0 {
		start += space + 1
	}
	return "… " + cut(text[start:], length)
}
