package store

import (
	"fmt"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestRisks_areOrderedByScoreWithThoseThatHaveNoneLast(t *testing.T) {
	db := openTemp(t)
	program := mustSave(t, db, portfolio.Program{Name: "Aurora"})
	for title, grade := range map[string][2]portfolio.Level{
		"nine": {portfolio.High, portfolio.High}, "two": {portfolio.Low, portfolio.Medium}, "three": {portfolio.High, portfolio.Low},
		"four": {portfolio.Medium, portfolio.Medium}, "unlikely": {portfolio.High, ""}, "mild": {"", portfolio.High},
	} {
		if _, err := db.SaveRisk(t.Context(), person, portfolio.Risk{ProgramID: program.ID, Title: title, Severity: grade[0], Likelihood: grade[1]}); err != nil {
			t.Fatal(err)
		}
	}
	page, err := db.Risks(t.Context(), portfolio.Query{Sort: []portfolio.Order{{Field: portfolio.FieldRiskScore, Desc: true}, {Field: portfolio.FieldRiskTitle}}})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, row := range page.Rows {
		got = append(got, fmt.Sprintf("%s %s", row.Title, asJSON(t, row.Score)))
	}
	if want := "nine 9, four 4, three 3, two 2, mild null, unlikely null"; strings.Join(got, ", ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, ", "), want)
	}
}

func TestMilestones_areOrderedBySlipAndNameTheOwnerOfTheirProgram(t *testing.T) {
	db := openTemp(t)
	program := mustSave(t, db, portfolio.Program{Name: "Aurora", Owner: "Maria Lopez"})
	for name, due := range map[string]portfolio.Date{"later": "2026-03-31", "earlier": "2026-02-25", "same": "2026-03-01", "undated": ""} {
		m := portfolio.Milestone{ProgramID: program.ID, Name: name, DueDate: due, BaselineDate: "2026-03-01"}
		if _, err := db.SaveMilestone(t.Context(), person, m); err != nil {
			t.Fatal(err)
		}
	}
	slipped := []portfolio.Condition{{Field: portfolio.FieldMilestoneSlip, Op: portfolio.OpOver, Values: []string{"29"}}}
	for want, q := range map[string]portfolio.Query{
		"later same earlier undated": {Sort: []portfolio.Order{{Field: portfolio.FieldMilestoneSlip, Desc: true}}},
		"later":                      {Where: slipped},
	} {
		page, err := db.Milestones(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, row := range page.Rows {
			got = append(got, row.Name)
			if row.ProgramOwner != "Maria Lopez" {
				t.Errorf("the program of %s is owned by %q", row.Name, row.ProgramOwner)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("got %v, want %s", got, want)
		}
	}
}
