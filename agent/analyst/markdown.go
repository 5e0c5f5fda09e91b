package analyst

import (
	"strconv"
	"strings"

	"portfolio-ai/agent/markdown"
	"portfolio-ai/store/portfolio"
)

// plain writes a text of the portfolio; see markdown.Plain.
func plain(text string) string { return markdown.Plain(text) }

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
	return markdown.Link(portfolio.Citation{Type: portfolio.EntityProgram, ID: id, Label: name})
}

func riskLink(r portfolio.RiskRow) string {
	return markdown.Link(portfolio.Citation{Type: portfolio.EntityRisk, ID: r.ID, Label: r.Title, ProgramID: r.ProgramID})
}

func milestoneLink(m portfolio.MilestoneRow) string {
	return markdown.Link(portfolio.Citation{Type: portfolio.EntityMilestone, ID: m.ID, Label: m.Name, ProgramID: m.ProgramID})
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

// series joins words for a sentence: "a, b and c".
func series(words []string, link string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + link + " " + words[len(words)-1]
}
