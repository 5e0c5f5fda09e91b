package store

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestPrograms_countsFollowEveryWriteToRisksAndMilestones(t *testing.T) {
	db := openTemp(t)
	random := rand.New(rand.NewPCG(3, 5))
	ids := []string{mustSave(t, db, portfolio.Program{Name: "Aurora"}).ID, mustSave(t, db, portfolio.Program{Name: "Beacon"}).ID}
	for range 60 {
		writeAtRandom(t, db, random, ids)
		page, err := db.Programs(t.Context(), portfolio.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range page.Rows {
			d, err := db.Program(t.Context(), row.ID)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := shown(row), counted(d.Program); got != want {
				t.Fatalf("%s shows %s, its records are %s", row.Name, got, want)
			}
		}
	}
}

// writeAtRandom adds, changes, moves or deletes a risk and a milestone, or takes the last write back.
func writeAtRandom(t *testing.T, db *DB, random *rand.Rand, ids []string) {
	t.Helper()
	ctx := t.Context()
	if random.IntN(6) == 0 {
		if _, err := db.Undo(ctx); err != nil && portfolio.ErrorCode(err) == portfolio.EInternal {
			t.Fatal(err)
		}
		return
	}
	d, err := db.Program(ctx, ids[random.IntN(2)])
	if err != nil {
		t.Fatal(err)
	}
	r := portfolio.Risk{ProgramID: d.Program.ID}
	m := portfolio.Milestone{ProgramID: d.Program.ID}
	if risks := d.Program.Risks; len(risks) > 0 && random.IntN(2) == 0 {
		r = risks[random.IntN(len(risks))]
		r.ProgramID = ids[random.IntN(2)]
	}
	if milestones := d.Program.Milestones; len(milestones) > 0 && random.IntN(2) == 0 {
		m = milestones[random.IntN(len(milestones))]
		m.ProgramID = ids[random.IntN(2)]
	}
	if r.ID != "" && random.IntN(3) == 0 {
		err = db.DeleteRisk(ctx, person, r.ID, r.Revision)
	} else {
		r.Title, r.Severity, r.Status = "Risk", portfolio.Levels[random.IntN(3)], portfolio.RiskStatuses[random.IntN(4)]
		_, err = db.SaveRisk(ctx, person, r)
	}
	if err != nil {
		t.Fatal(err)
	}
	if m.ID != "" && random.IntN(3) == 0 {
		err = db.DeleteMilestone(ctx, person, m.ID, m.Revision)
	} else {
		m.Name, m.DueDate = "Gate", []portfolio.Date{"", "2026-01-01", "2026-02-01"}[random.IntN(3)]
		m.CompletedDate = []portfolio.Date{"", "2026-01-15"}[random.IntN(2)]
		_, err = db.SaveMilestone(ctx, person, m)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// shown are the counts of a row of the list, and counted those of a program with its records.
func shown(r portfolio.ProgramRow) string {
	return fmt.Sprintf("%d open, %d High, %d of %d done, next %q", r.OpenRisks, r.OpenHighRisks, r.MilestonesDone, r.MilestonesTotal, r.NextMilestone)
}

func counted(p portfolio.Program) string {
	row := portfolio.ProgramRow{MilestonesTotal: len(p.Milestones)}
	for _, r := range p.Risks {
		if r.Status.Open() {
			row.OpenRisks++
			if r.Severity == portfolio.High {
				row.OpenHighRisks++
			}
		}
	}
	for _, m := range p.Milestones {
		switch {
		case m.Status == portfolio.MilestoneDone:
			row.MilestonesDone++
		case m.DueDate != "" && (row.NextMilestone == "" || m.DueDate < row.NextMilestone):
			row.NextMilestone = m.DueDate
		}
	}
	return shown(row)
}
