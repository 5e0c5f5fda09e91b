package analyst

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// mail writes a mail that escalates risks: what is reported of each, then of their programs.
func (w *writer) mail(ctx context.Context, in intent) error {
	found, err := w.tools.ListRisks(ctx, tools.Query{Query: in.query})
	if err != nil {
		return err
	}
	w.figure(w.describe.head(in.query, true), float64(found.Total))
	if found.Total == 0 {
		w.reply.Draft = nil
		w.paragraph("There are no %s, so there is nothing to escalate.", w.describe.phrase(in.query, true))
		return nil
	}
	var ids []string
	for _, r := range found.Rows {
		w.citeRisk(r)
		if !slices.Contains(ids, r.ProgramID) {
			ids = append(ids, r.ProgramID)
		}
	}
	if len(ids) == 1 {
		w.reply.Draft.ProgramID = ids[0]
	}
	if len(found.Rows) == 1 {
		r := found.Rows[0]
		w.title("Escalation: "+r.Title+" ("+r.ProgramName+")", "Escalation: "+riskLink(r)+" ("+programLink(r.ProgramID, r.ProgramName)+")")
	} else {
		text := strconv.Itoa(found.Total) + " " + w.describe.phrase(in.query, true)
		w.title("Escalation: "+text, "Escalation: "+text)
	}
	w.paragraph("### The %s", nouns[ofRisk][min(1, len(found.Rows)-1)])
	for i, r := range found.Rows {
		if i < shownRows {
			w.escalated(r, in.draft.Short)
		}
	}
	w.more(found.Total)
	if err := w.threatened(ctx, ids); err != nil {
		return err
	}
	w.decisions(w.unanswered(found.Rows))
	return nil
}

// escalated writes what is reported of one risk.
func (w *writer) escalated(r portfolio.RiskRow, short bool) {
	w.say("- %s of %s: %s", riskLink(r), programLink(r.ProgramID, r.ProgramName), riskFacts(r.Risk))
	w.say("\n")
	if strings.TrimSpace(r.Description) != "" && !short {
		w.say("  %s\n", plain(cut(r.Description, 300)))
	}
}

// threatened writes how the programs of the risks stand.
func (w *writer) threatened(ctx context.Context, ids []string) error {
	q := portfolio.Query{Of: ofProgram, Today: w.today, Where: []portfolio.Condition{is(portfolio.FieldID, ids...)}, Sort: portfolio.AttentionOrder}
	found, err := w.tools.ListPrograms(ctx, tools.Query{Query: q})
	if err != nil {
		return err
	}
	heading := "The program"
	if len(ids) > 1 {
		heading = "The programs"
	}
	w.paragraph("\n\n### %s", heading)
	for i, p := range found.Rows {
		w.citeProgram(p.ID, p.Name)
		if i >= shownRows {
			continue
		}
		w.figures(p.Program, portfolio.FieldProgress, portfolio.FieldLaunchDate)
		w.bothHealths(p.Program, p.Health)
		w.paragraph(". Progress is %s; the launch date is %s.", percent(p.Progress), w.launch(p.Program))
	}
	w.more(len(found.Rows))
	return nil
}

// unanswered says what is not reported of risks and somebody has to decide.
func (w *writer) unanswered(rows []portfolio.RiskRow) []string {
	var lines []string
	for i, r := range rows {
		if i >= shownRows {
			break
		}
		var missing []string
		if strings.TrimSpace(r.Mitigation) == "" {
			missing = append(missing, "mitigation")
		}
		if strings.TrimSpace(r.Owner) == "" {
			missing = append(missing, "owner")
		}
		for _, field := range missing {
			lines = append(lines, "The "+field+" of "+riskLink(r)+" is not reported.")
		}
	}
	return lines
}
