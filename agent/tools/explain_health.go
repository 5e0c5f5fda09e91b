package tools

import (
	"context"

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
	return call(ctx, s, ExplainHealthTool, ref, func(ctx context.Context, ref ProgramRef) (Explanation, int, error) {
		detail, err := s.Workspace.Program(ctx, ref.ID)
		e := Explanation{Detail: detail}
		for i, u := range detail.Updates {
			if u.Status != "" && u.Status == detail.Program.Status {
				e.Declared = &detail.Updates[i]
				break
			}
		}
		return e, 1, err
	})
}
