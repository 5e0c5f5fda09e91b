package model

import (
	"context"
	"fmt"

	"charm.land/fantasy"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// facts is what a model without tools knows of the portfolio.
type facts struct {
	ByStatus map[string]int           `json:"programs_by_status"`
	Open     *portfolio.ProgramDetail `json:"open_program,omitempty"`
	Programs []fact                   `json:"programs"` // those that need attention first
}

// fact is a program in a few words.
type fact struct {
	Name      string           `json:"name"`
	Status    portfolio.Status `json:"status"`
	Assessed  portfolio.Status `json:"assessed_health"`
	Stage     portfolio.Stage  `json:"stage"`
	Owner     string           `json:"owner"`
	Team      string           `json:"team"`
	Launch    portfolio.Date   `json:"launch_date"`
	Progress  *int             `json:"progress"`
	OpenRisks int              `json:"open_risks"`
	Milestone portfolio.Date   `json:"next_milestone"`
}

// notReportedWord stands for the value of a group that is not reported.
const notReportedWord = "not reported"

// withoutTools prepares the answer of a model that cannot call tools: it gets what fits of the portfolio as facts, and the
// answer says so.
func (a *answer) withoutTools(ctx context.Context) error {
	a.offered = nil
	found, total, err := a.facts(ctx)
	if err != nil {
		return err
	}
	rules := blanksFor(a.question, a.among)
	rules.total = total
	question := said(fantasy.MessageRoleUser, a.question.Text)
	for {
		rules.shown = len(found.Programs)
		a.rules = rules.fill("without_tools.md") + rules.partRule()
		data, err := encode(found)
		if err != nil {
			return err
		}
		message := said(fantasy.MessageRoleUser, fixed("facts.md")+"\n"+data)
		most := (a.engine.budget.request() - a.besides() - weigh(question)) * 2 / 3 // the rest is for the conversation
		if heavy := weigh(message); heavy > most && len(found.Programs) > 0 {
			found.Programs = found.Programs[:len(found.Programs)*max(most, 0)/(heavy+1)]
			continue
		}
		a.writer.paragraph(fmt.Sprintf("*This model does not use tools. It answers from a summary of %d of %s.*", rules.shown, portfolio.CountOf(total, "program", "programs")))
		return a.recall([]fantasy.Message{message, said(fantasy.MessageRoleAssistant, "…")})
	}
}

// mostFacts bounds the programs that are read as facts; few models take as many.
const mostFacts = portfolio.MaxPage

// facts reads a summary of the portfolio through the tools, and gives the number of programs in all.
func (a *answer) facts(ctx context.Context) (found facts, total int, err error) {
	found.ByStatus = map[string]int{}
	all := portfolio.Query{Of: portfolio.EntityProgram, Today: a.question.Today}
	groups, err := a.set.CountBy(ctx, tools.Grouping{Query: all, By: portfolio.FieldStatus})
	if err != nil {
		return found, 0, err
	}
	for _, g := range groups {
		if g.Value == "" {
			g.Value = notReportedWord
		}
		found.ByStatus[g.Value] = g.Count
	}
	all.Sort = portfolio.AttentionOrder
	page, err := a.set.ListPrograms(ctx, tools.Query{Query: all, Limit: mostFacts})
	if err != nil {
		return found, 0, err
	}
	for _, p := range page.Rows {
		a.writer.evidence.add(portfolio.Citation{Type: portfolio.EntityProgram, ID: p.ID, Label: p.Name})
		found.Programs = append(found.Programs, fact{
			Name: p.Name, Status: p.Status, Assessed: p.Health.Assessed, Stage: p.PipelineStage, Owner: p.Owner, Team: p.Team, Launch: p.LaunchDate,
			Progress: p.Progress, OpenRisks: p.OpenRisks, Milestone: p.NextMilestone,
		})
	}
	if id := a.question.Scope.ProgramID; id != "" {
		detail, err := a.set.GetProgram(ctx, tools.ProgramRef{ID: id})
		if err != nil && portfolio.ErrorCode(err) != portfolio.ENotFound {
			return found, 0, err
		}
		if err == nil {
			found.Open = &detail
		}
	}
	return found, page.Total, nil
}
