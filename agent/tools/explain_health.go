package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// ExplainHealthTool is the name of ExplainHealth.
const ExplainHealthTool Name = "explain_health"

// Explanation is what stands behind the health of a program. Declared is the newest status update that declared the status
// that the program has now; nil where none did.
type Explanation struct {
	Detail   portfolio.ProgramDetail
	Declared *portfolio.StatusUpdate
}

// ExplainHealth gives one program with the update that declared its status. It fails with ENotFound.
func (s Set) ExplainHealth(ctx context.Context, ref ProgramRef) (Explanation, error) {
	return call(ctx, s, ExplainHealthTool, ref, func(ctx context.Context, ref ProgramRef) (Explanation, int, []Observation, error) {
		detail, err := s.Workspace.Program(ctx, ref.ID)
		e := Explanation{Detail: detail}
		for i, u := range detail.Updates {
			if u.Status != "" && u.Status == detail.Program.Status {
				e.Declared = &detail.Updates[i]
				break
			}
		}
		return e, 1, []Observation{{Detail: &detail}}, err
	})
}

// HealthFacts is what stands behind the health of a program. DeclaredBy is the newest status update that declared its
// status; null where none did. OpenRisks and OpenMilestones are those that still count, at most MaxRows each.
type HealthFacts struct {
	ID             string           `json:"id"`
	Name           string           `json:"name"`
	Status         portfolio.Status `json:"status"`
	DeclaredBy     *UpdateFacts     `json:"declared_by"`
	Assessed       portfolio.Status `json:"assessed"`
	Reasons        []string         `json:"reasons"`
	Contradicted   bool             `json:"contradicted"`
	Progress       *int             `json:"progress"`
	StartDate      portfolio.Date   `json:"start_date"`
	LaunchDate     portfolio.Date   `json:"launch_date"`
	LastUpdate     portfolio.Date   `json:"last_update"`
	OpenRisks      []RiskFacts      `json:"open_risks"`
	OpenMilestones []MilestoneFacts `json:"open_milestones"`
}

func (h HealthFacts) rows() int { return 1 }

func (h HealthFacts) citations() []portfolio.Citation {
	out := []portfolio.Citation{{Type: portfolio.EntityProgram, ID: h.ID, Label: h.Name}}
	for _, r := range h.OpenRisks {
		out = append(out, r.citation())
	}
	for _, m := range h.OpenMilestones {
		out = append(out, m.citation())
	}
	return out
}

// explainHealth is the tool in the catalogue.
func explainHealth() Tool {
	return tool(ExplainHealthTool, schemaOf[programArgument](ofPrograms), func(ctx context.Context, s Set, a programArgument) (Result, error) {
		row, err := s.row(ctx, a)
		if err != nil {
			return nil, err
		}
		e, err := s.ExplainHealth(ctx, ProgramRef{ID: row.ID})
		p := e.Detail.Program
		open := slices.DeleteFunc(slices.Clone(p.Risks), func(r portfolio.Risk) bool { return !r.Status.Open() })
		due := slices.DeleteFunc(slices.Clone(p.Milestones), func(m portfolio.Milestone) bool { return m.CompletedDate != "" })
		facts := HealthFacts{
			ID: p.ID, Name: p.Name, Status: p.Status, Assessed: row.Health.Assessed, Reasons: s.withReasons(row).Reasons,
			Contradicted: portfolio.Contradicted(p.Status, row.Health.Assessed), Progress: p.Progress, StartDate: p.StartDate,
			LaunchDate: p.LaunchDate, LastUpdate: p.LastUpdate,
			OpenRisks: risksOf(first(open), p.Name), OpenMilestones: s.milestonesOf(first(due), p),
		}
		if e.Declared != nil {
			declared := factsOfUpdate(*e.Declared, longText)
			facts.DeclaredBy = &declared
		}
		return facts, err
	})
}
