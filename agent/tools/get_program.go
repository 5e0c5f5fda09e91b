package tools

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// GetProgramTool is the name of GetProgram.
const GetProgramTool Name = "get_program"

// ProgramRef names a program. Fields are those that the answer is about, so that a later question can ask for the same of
// another program; empty is the whole record.
type ProgramRef struct {
	ID     string            `json:"id"`
	Fields []portfolio.Field `json:"fields,omitempty"`
}

// GetProgram gives one program with its risks, milestones and updates. It fails with ENotFound.
func (s Set) GetProgram(ctx context.Context, ref ProgramRef) (portfolio.ProgramDetail, error) {
	return call(ctx, s, GetProgramTool, ref, func(ctx context.Context, ref ProgramRef) (portfolio.ProgramDetail, int, error) {
		detail, err := s.Workspace.Program(ctx, ref.ID)
		return detail, 1, err
	})
}
