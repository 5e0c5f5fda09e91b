package desk

import (
	"context"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

// ReportScope finds the scope of a report by the names of a program and of a saved view; without either it is the whole
// portfolio. It fails with ENotFound where there is no such program or view.
func (d *Desk) ReportScope(ctx context.Context, program, view string) (s report.Scope, err error) {
	if program != "" {
		row, err := d.ProgramNamed(ctx, program)
		if err != nil {
			return s, err
		}
		s.Program = row.ID
	}
	if view == "" {
		return s, nil
	}
	views, err := d.Store.SavedViews(ctx)
	if err != nil {
		return s, err
	}
	for _, v := range views {
		if v.ID == view || portfolio.Fold(v.Name) == portfolio.Fold(view) {
			s.View = v.ID
			return s, nil
		}
	}
	return s, portfolio.Errorf(portfolio.ENotFound, "There is no saved view %q.", view)
}
