package report

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// Markdown writes a report as text, with its narrative ("" for none), which is Markdown already. The same report gives the
// same text.
func Markdown(r Report, narrative string) string {
	w := &markdown{}
	w.line("# " + escaped(r.Title) + ": " + escaped(r.Scope))
	w.line("Data as of " + string(r.AsOf) + ".")
	if narrative = strings.TrimSpace(narrative); narrative != "" {
		w.line(narrative)
	}
	for _, p := range r.Pages {
		if p.Title != r.Title {
			w.line("## " + escaped(p.Title))
		}
		for _, b := range p.Blocks {
			w.block(b)
		}
	}
	return w.String()
}

// markdown is a text under way.
type markdown struct{ strings.Builder }

// line writes a paragraph.
func (w *markdown) line(text string) {
	if w.Len() > 0 {
		w.WriteString("\n")
	}
	w.WriteString(text + "\n")
}

// escaped writes a text that may begin a line as it stands.
func escaped(text string) string {
	text = portfolio.EscapeMarkdown(strings.TrimSpace(text))
	digits := strings.TrimLeftFunc(text, unicode.IsDigit)
	switch {
	case strings.HasPrefix(text, "#"), strings.HasPrefix(text, ">"), strings.HasPrefix(text, "-"), strings.HasPrefix(text, "+"),
		strings.HasPrefix(text, "~"), strings.HasPrefix(text, "="):
		return `\` + text
	case digits != text && (strings.HasPrefix(digits, ".") || strings.HasPrefix(digits, ")")):
		return text[:len(text)-len(digits)] + `\` + digits
	}
	return text
}

// block writes one block.
func (w *markdown) block(b Block) {
	if b.Title != "" {
		w.line("### " + escaped(b.Title))
	}
	switch {
	case b.Figures != nil:
		w.figures(*b.Figures)
	case b.Text != nil:
		for _, p := range b.Text.Paragraphs {
			w.line(escaped(p))
		}
	case b.List != nil:
		items := make([]string, len(b.List.Items))
		for i, item := range b.List.Items {
			items[i] = "- " + escaped(item.Text)
		}
		w.line(strings.Join(items, "\n"))
	case b.Table != nil:
		w.table(*b.Table)
	case b.Bars != nil:
		w.bars(*b.Bars)
	case b.Timeline != nil:
		w.timeline(*b.Timeline)
	}
}

// rows writes a table.
func (w *markdown) rows(heads []string, align []Align, rows [][]string) {
	rule := make([]string, len(heads))
	for i := range heads {
		heads[i] = portfolio.EscapeMarkdown(heads[i])
		rule[i] = map[Align]string{AlignStart: "---", AlignEnd: "---:"}[align[i]]
	}
	lines := []string{"| " + strings.Join(heads, " | ") + " |", "| " + strings.Join(rule, " | ") + " |"}
	for _, row := range rows {
		for i := range row {
			row[i] = portfolio.EscapeMarkdown(cmp.Or(row[i], "–"))
		}
		lines = append(lines, "| "+strings.Join(row, " | ")+" |")
	}
	w.line(strings.Join(lines, "\n"))
}

// table writes a table and its note.
func (w *markdown) table(t Table) {
	heads, align := make([]string, len(t.Columns)), make([]Align, len(t.Columns))
	for i, c := range t.Columns {
		heads[i], align[i] = c.Label, c.Align
	}
	rows := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		for j, c := range r.Cells {
			cell := c.Text
			if unit := t.Columns[j].Unit; cell != "" && unit != "" {
				cell += spaced(unit)
			}
			rows[i] = append(rows[i], cell)
		}
	}
	if len(rows) > 0 {
		w.rows(heads, align, rows)
	}
	if t.Note != "" {
		w.line(escaped(t.Note))
	}
}

// spaced puts a space before a unit that is a word.
func spaced(unit string) string {
	if unit == "%" {
		return unit
	}
	return " " + unit
}

// figures writes figures as a table, with how they differ where that is known.
func (w *markdown) figures(f Figures) {
	heads, align := []string{"Figure", "Value"}, []Align{AlignStart, AlignEnd}
	compared := false
	for _, one := range f.Items {
		compared = compared || one.Delta != ""
	}
	if compared {
		heads, align = append(heads, "Change"), append(align, AlignEnd)
	}
	rows := make([][]string, len(f.Items))
	for i, one := range f.Items {
		value := one.Value
		if one.Unit != "" && value != "" {
			value += spaced(one.Unit)
		}
		rows[i] = []string{one.Label, value}
		if compared {
			rows[i] = append(rows[i], one.Delta)
		}
	}
	w.rows(heads, align, rows)
}

// bars writes each bar as a line.
func (w *markdown) bars(b Bars) {
	lines := make([]string, len(b.Items))
	for i, bar := range b.Items {
		parts := make([]string, len(bar.Segments))
		for j, s := range bar.Segments {
			parts[j] = strconv.Itoa(s.Value) + " " + portfolio.EscapeMarkdown(s.Label)
		}
		lines[i] = "- " + escaped(bar.Label) + ": " + cmp.Or(strings.Join(parts, ", "), "none")
	}
	w.line(strings.Join(lines, "\n"))
}

// timeline writes a timeline as a table.
func (w *markdown) timeline(t Timeline) {
	rows := make([][]string, len(t.Rows))
	for i, r := range t.Rows {
		progress := ""
		if r.Progress != nil {
			progress = strconv.Itoa(*r.Progress) + "%"
		}
		var markers []string
		for _, m := range r.Milestones {
			if m.Date >= t.From && m.Date <= t.To {
				markers = append(markers, fmt.Sprintf("%s %s (%s)", m.Date, m.Label, m.State))
			}
		}
		rows[i] = []string{r.Label, string(r.Start), string(r.End), progress, strings.Join(markers, "; ")}
	}
	w.rows([]string{"Program", "Start", "Launch", "Progress", "Milestones from " + string(t.From) + " to " + string(t.To)},
		[]Align{AlignStart, AlignStart, AlignStart, AlignEnd, AlignStart}, rows)
	if t.Note != "" {
		w.line(escaped(t.Note))
	}
}
