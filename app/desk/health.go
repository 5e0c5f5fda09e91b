package desk

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// Health lists all programs with their assessments by name, or only the one that the text names. It fails as ProgramNamed
// does.
func (d *Desk) Health(ctx context.Context, program string) ([]portfolio.ProgramRow, error) {
	if program == "" {
		return d.Store.AllPrograms(ctx, portfolio.Query{Of: portfolio.EntityProgram})
	}
	row, err := d.ProgramNamed(ctx, program)
	if err != nil {
		return nil, err
	}
	return []portfolio.ProgramRow{row}, nil
}

// ProgramNamed finds the program that a text names: by its id, its key in the file it came from, or its name without regard
// to case. It fails with ENotFound where there is none, and with EInvalid where several have the name.
func (d *Desk) ProgramNamed(ctx context.Context, text string) (portfolio.ProgramRow, error) {
	for _, field := range []portfolio.Field{portfolio.FieldID, portfolio.FieldExternalID, portfolio.FieldName} {
		found, err := d.Store.AllPrograms(ctx, portfolio.Query{Of: portfolio.EntityProgram,
			Where: []portfolio.Condition{{Field: field, Op: portfolio.OpIs, Values: []string{text}}}})
		switch {
		case err != nil:
			return portfolio.ProgramRow{}, err
		case len(found) == 1:
			return found[0], nil
		case len(found) > 1:
			return portfolio.ProgramRow{}, portfolio.Invalidf("%d programs are named %q; say which one by its id.", len(found), text)
		}
	}
	return portfolio.ProgramRow{}, portfolio.NotFound(portfolio.EntityProgram, text)
}
