package analyst

import (
	"context"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Nothing that no record says is put up for a decision.
const nothingToDecide = "No record says that anything waits for a decision."

// namedToDecide is how many records a line about several names; all of them are counted.
const namedToDecide = 10

// decisionsOf writes what of one program needs a decision: where what is declared and what the facts say differ, what is
// past its day, what is not reported.
func (w *writer) decisionsOf(d portfolio.ProgramDetail, short bool) {
	p := d.Program
	name := programLink(p.ID, p.Name)
	var lines []string
	if portfolio.Contradicted(p.Status, d.Health.Assessed) {
		lines = append(lines, name+" is declared "+string(p.Status)+", but the facts say "+string(d.Health.Assessed)+".")
	}
	if p.LaunchPassed(w.today) {
		lines = append(lines, name+" is past its launch date of "+day(p.LaunchDate)+".")
	}
	for _, r := range openRisks(p, true) {
		if strings.TrimSpace(r.Mitigation) == "" {
			lines = append(lines, riskLink(portfolio.RiskRow{Risk: r})+" is an open High risk without mitigation.")
		}
	}
	if !short {
		for _, m := range overdueMilestones(p, w.today) {
			lines = append(lines, milestoneLink(portfolio.MilestoneRow{Milestone: m})+" was due "+day(m.DueDate)+" and is not done.")
		}
		for _, missing := range missingOf(p) {
			lines = append(lines, "The "+missing+" of "+name+" is not reported.")
		}
	}
	w.decisions(lines)
}

// missingOf names what somebody has to report of a live program.
func missingOf(p portfolio.Program) []string {
	var out []string
	for _, f := range []struct {
		name string
		none bool
	}{{"status", p.Status == ""}, {"owner", strings.TrimSpace(p.Owner) == ""}, {"launch date", p.LaunchDate == ""}, {"progress", p.Progress == nil}} {
		if f.none && p.Live() {
			out = append(out, f.name)
		}
	}
	return out
}

// decisions writes the lines that need a decision.
func (w *writer) decisions(lines []string) {
	w.paragraph("\n\n### To decide")
	if len(lines) == 0 {
		w.paragraph("%s", nothingToDecide)
		return
	}
	for _, line := range lines {
		w.say("- %s\n", line)
	}
}

// decisionsIn writes what of several programs needs a decision, counted and named.
func (w *writer) decisionsIn(ctx context.Context, programs portfolio.Query) error {
	var lines []string
	for _, of := range []struct {
		label string
		said  clause
	}{{"programs " + beliedLabel, belied}, {"programs past their launch date", launchLate.on(w.today)}} {
		q := partOf(programs, ofProgram, of.said)
		found, err := w.tools.ListPrograms(ctx, tools.Query{Query: q, Limit: namedToDecide})
		if err != nil {
			return err
		}
		var names []string
		for _, p := range found.Rows {
			w.citeProgram(p.ID, p.Name)
			names = append(names, programLink(p.ID, p.Name))
		}
		w.figure(of.label, float64(found.Total))
		lines = w.toDecide(lines, q, names, found.Total)
	}
	q := partOf(programs, ofRisk, all(openRisk, is(portfolio.FieldRiskSeverity, string(portfolio.High)), is(portfolio.FieldRiskMitigation, "")))
	found, err := w.tools.ListRisks(ctx, tools.Query{Query: q, Limit: namedToDecide})
	if err != nil {
		return err
	}
	var names []string
	for _, r := range found.Rows {
		w.citeRisk(r)
		names = append(names, riskLink(r))
	}
	w.figure("open High risks without mitigation", float64(found.Total))
	w.decisions(w.toDecide(lines, q, names, found.Total))
	return nil
}

// phrased says what some records are.
func (w *writer) phrased(q portfolio.Query, n int) string {
	if n == 1 {
		return strings.Replace(w.describe.phrase(q, false), "past their launch date", "past its launch date", 1)
	}
	return w.describe.phrase(q, true)
}

// toDecide adds a line that counts and names records, where there are any.
func (w *writer) toDecide(lines []string, q portfolio.Query, names []string, total int) []string {
	if total == 0 {
		return lines
	}
	line := "**" + strconv.Itoa(total) + "** " + w.phrased(q, total) + ": " + strings.Join(names, ", ")
	if total > len(names) {
		line += ", …"
	}
	return append(lines, line)
}
