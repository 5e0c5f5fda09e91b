package store

import (
	"testing"

	"portfolio-ai/store/portfolio"
)

// differ compares two fields of programs.
func differ(f portfolio.Field, op portfolio.Op, other portfolio.Field) []portfolio.Condition {
	return []portfolio.Condition{{Field: f, Op: op, Than: other}}
}

func TestPrograms_comparesFieldsAndTakesWholeAlternatives(t *testing.T) {
	db := openTemp(t)
	fill(t, db)
	mustSave(t, db, portfolio.Program{Name: "Half", StartDate: "2026-01-01", LaunchDate: "2026-03-02", Progress: ptr(40)})
	mustSave(t, db, portfolio.Program{Name: "Upside", StartDate: "2026-03-02", LaunchDate: "2026-01-01", Progress: ptr(1)})
	red := portfolio.Branch{Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{"Off Track"}}}}
	atRisk := portfolio.Branch{Related: []portfolio.Related{{Of: portfolio.EntityRisk, Where: []portfolio.Condition{{Field: portfolio.FieldRiskSeverity, Op: portfolio.OpIs, Values: []string{"High"}}}}}}
	billing := portfolio.Branch{Text: "billing", Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{"On Track"}}}}
	overdue := []portfolio.Condition{{Field: portfolio.FieldMilestoneCompleted, Op: portfolio.OpOver, Than: portfolio.FieldMilestoneDue}}
	finds(t, db, []finding{
		{"launch before start", portfolio.Query{Where: differ(portfolio.FieldLaunchDate, portfolio.OpUnder, portfolio.FieldStartDate)}, "Upside"},
		{"less progress than time elapsed", portfolio.Query{Today: "2026-01-31", Where: differ(portfolio.FieldProgress, portfolio.OpUnder, portfolio.FieldElapsed)}, "Half"},
		{"more progress than time elapsed", portfolio.Query{Today: "2026-01-15", Where: differ(portfolio.FieldProgress, portfolio.OpOver, portfolio.FieldElapsed)}, "Half"},
		{"half of the time is over", portfolio.Query{Today: "2026-01-31", Where: []portfolio.Condition{{Field: portfolio.FieldElapsed, Op: portfolio.OpIs, Values: []string{"50"}}}}, "Half"},
		{"a milestone completed after it was due", portfolio.Query{Related: []portfolio.Related{{Of: portfolio.EntityMilestone, Where: overdue}}}, "Aurora"},
		{"red, or with a High risk", portfolio.Query{Either: [][]portfolio.Branch{{red, atRisk}}}, "Aurora beacon"},
		{"green and about billing, or red", portfolio.Query{Either: [][]portfolio.Branch{{billing, red}}}, "Aurora beacon"},
		{"two choices at once", portfolio.Query{Either: [][]portfolio.Branch{{red, atRisk}, {billing}}}, "Aurora"},
	})
}

func TestPrograms_refusesWhatCannotBeCompared(t *testing.T) {
	db := openTemp(t)
	for name, q := range map[string]portfolio.Query{
		"a date and a number":    {Where: differ(portfolio.FieldLaunchDate, portfolio.OpOver, portfolio.FieldProgress)},
		"two texts":              {Where: differ(portfolio.FieldOwner, portfolio.OpOver, portfolio.FieldTeam)},
		"a field of a milestone": {Where: differ(portfolio.FieldLaunchDate, portfolio.OpOver, portfolio.FieldMilestoneDue)},
		"a value besides":        {Where: []portfolio.Condition{{Field: portfolio.FieldLaunchDate, Op: portfolio.OpOver, Values: []string{"2026-01-01"}, Than: portfolio.FieldStartDate}}},
		"a choice of nothing":    {Either: [][]portfolio.Branch{{}}},
		"a branch that is wrong": {Either: [][]portfolio.Branch{{{Where: differ("budget", portfolio.OpOver, portfolio.FieldStartDate)}}}},
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := db.Programs(t.Context(), q); portfolio.ErrorCode(err) != portfolio.EInvalid {
				t.Errorf("got %v, want an invalid-input sentence", err)
			}
		})
	}
}
