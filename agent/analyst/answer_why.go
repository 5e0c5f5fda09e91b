package analyst

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// why writes what stands behind the health of a program: what is declared and in whose words, then what the facts say,
// each reason with its record.
func (w *writer) why(ctx context.Context, in intent) error {
	for _, id := range in.ids {
		if err := w.explain(ctx, id, in); err != nil {
			return err
		}
	}
	return nil
}

// explain writes what stands behind the health of one program.
func (w *writer) explain(ctx context.Context, id string, in intent) error {
	e, err := w.tools.ExplainHealth(ctx, tools.ProgramRef{ID: id})
	if err != nil {
		return err
	}
	d := e.Detail
	p := d.Program
	w.citeProgram(p.ID, p.Name)
	w.figures(p, portfolio.FieldProgress, portfolio.FieldLaunchDate)
	if in.really {
		w.really(d, in)
	}
	w.declared(e)
	w.assessed(d)
	if p.LaunchDate != "" {
		w.say("- Launch date: %s\n", w.launch(p))
	}
	if p.Progress != nil {
		w.say("- Progress: %d %%\n", *p.Progress)
	}
	if p.LastUpdate == "" {
		w.say("- Never updated\n")
	} else if p.LastUpdate.DaysUntil(w.today) > staleDays {
		w.say("- Last update: %s\n", w.age(p.LastUpdate))
	}
	w.troubles(d)
	return nil
}

// really answers whether the declared status holds: yes where the program is declared so and the facts say no worse.
func (w *writer) really(d portfolio.ProgramDetail, in intent) {
	p := d.Program
	asked := []string{string(p.Status)}
	for _, c := range in.check.all {
		if c.Field == portfolio.FieldStatus && c.Op == portfolio.OpIs {
			asked = c.Values
		}
	}
	declared := slices.Contains(asked, string(p.Status))
	switch {
	case declared && portfolio.Contradicted(p.Status, d.Health.Assessed):
		w.paragraph("**No.** It is declared %s, but the facts say %s.", p.Status, d.Health.Assessed)
	case declared && d.Health.Assessed == "":
		w.paragraph("**So it is declared**, and there are no facts to judge it by.")
	case declared:
		w.paragraph("**Yes.** It is declared so, and the facts do not say worse.")
	default:
		w.paragraph("**No.** It is not even declared so.")
	}
}

// declared writes the declared status and the update that declared it, or else the newest update.
func (w *writer) declared(e tools.Explanation) {
	p := e.Detail.Program
	w.say("\n\n%s is declared **%s**", programLink(p.ID, p.Name), reportedText(string(p.Status)))
	if u := e.Declared; u != nil {
		by := ""
		if u.Author != "" {
			by = " by " + plain(u.Author)
		}
		w.paragraph(", in the update of %s%s: %s", day(u.Date), by, plain(cut(u.Text, 600)))
		if e.Detail.Updates[0].ID != u.ID {
			w.newest(e.Detail)
		}
		return
	}
	w.paragraph(".")
	if len(e.Detail.Updates) == 0 {
		w.paragraph("No status update says why.")
		return
	}
	w.newest(e.Detail)
}

// assessed writes what the facts say of a program, with the record of each reason.
func (w *writer) assessed(d portfolio.ProgramDetail) {
	h := d.Health
	w.figure("reasons", float64(len(h.Reasons)))
	switch {
	case h.Assessed == "":
		w.paragraph("There are no facts to assess it by.")
		return
	case len(h.Reasons) == 0:
		w.paragraph("The facts say **%s**: no rule found anything.", h.Assessed)
		return
	}
	w.paragraph("The facts say **%s**:", h.Assessed)
	for _, r := range h.Reasons {
		w.say("- %s\n", w.reason(r, d.Program))
	}
}

// reason writes one reason, and cites the record that it names.
func (w *writer) reason(r portfolio.Reason, p portfolio.Program) string {
	for _, risk := range p.Risks {
		if risk.ID == r.Record {
			w.citeRisk(portfolio.RiskRow{Risk: risk})
		}
	}
	for _, m := range p.Milestones {
		if m.ID == r.Record {
			w.citeMilestone(portfolio.MilestoneRow{Milestone: m})
		}
	}
	return plain(capital(r.Text(w.today)))
}

// disagrees says that the facts say worse than what is declared, where they do.
func (w *writer) disagrees(d portfolio.ProgramDetail) {
	if !portfolio.Contradicted(d.Program.Status, d.Health.Assessed) {
		return
	}
	w.say("- The facts say **%s**: %s\n", d.Health.Assessed, w.inShort(d.Health))
}

// shortReasons says each rule's finding in a few words, without naming records.
var shortReasons = map[portfolio.HealthRule]func(portfolio.Reason, portfolio.Date) string{
	portfolio.RuleLateMilestone: func(r portfolio.Reason, _ portfolio.Date) string {
		return portfolio.CountOf(r.Count, "late milestone", "late milestones")
	},
	portfolio.RuleSlippedMilestone: func(r portfolio.Reason, _ portfolio.Date) string {
		return fmt.Sprintf("%s by up to %d days", portfolio.CountOf(r.Count, "milestone slipped", "milestones slipped"), r.Amount)
	},
	portfolio.RuleLaunchPassed: func(r portfolio.Reason, today portfolio.Date) string {
		return "launch passed " + portfolio.CountOf(r.Date.DaysUntil(today), "day", "days") + " ago"
	},
	portfolio.RuleUnmitigatedRisk: func(r portfolio.Reason, _ portfolio.Date) string {
		return portfolio.CountOf(r.Count, "open High risk", "open High risks") + " without mitigation"
	},
	portfolio.RuleBehindPlan: func(r portfolio.Reason, _ portfolio.Date) string {
		return fmt.Sprintf("progress %d points behind plan", r.Amount)
	},
	portfolio.RuleStale: func(r portfolio.Reason, today portfolio.Date) string {
		if r.Date == "" {
			return "never updated"
		}
		return "no update for " + portfolio.CountOf(r.Date.DaysUntil(today), "day", "days")
	},
	portfolio.RuleNotComplete: func(portfolio.Reason, portfolio.Date) string { return "declared Completed with work left" },
}

// inShort says the reasons of an assessment on one line.
func (w *writer) inShort(h portfolio.Health) string {
	var out []string
	for _, r := range h.Reasons {
		out = append(out, shortReasons[r.Rule](r, w.today))
	}
	return strings.Join(out, ", ")
}
