package analyst

import (
	"context"
	"fmt"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// large makes a portfolio of n programs with a risk and a milestone each.
func large(tb testing.TB, n int) *store.DB {
	tb.Helper()
	nouns := []string{"Ledger", "Portal", "Gateway", "Harbour", "Signal", "Catalogue", "Archive", "Turbine", "Beacon", "Corridor"}
	verbs := []string{"Renewal", "Migration", "Expansion", "Consolidation", "Pilot", "Rollout", "Upgrade"}
	file := portfolio.IncomingFile{Name: "large"}
	for i := range n {
		id := fmt.Sprintf("p%05d", i)
		progress := i % 101
		p := portfolio.Program{
			ID: id, Name: fmt.Sprintf("%s %s %d", nouns[i%len(nouns)], verbs[i%len(verbs)], i), Status: portfolio.Statuses[i%4],
			PipelineStage: portfolio.Stages[i%5], Owner: fmt.Sprintf("Owner %d", i%200), Team: fmt.Sprintf("Team %d", i%40),
			ProductLine: fmt.Sprintf("Line %d", i%12), Progress: &progress,
			LaunchDate: portfolio.Date("2025-01-01").AddDays(i % 900),
			Risks:      []portfolio.Risk{{ID: id + "r", ProgramID: id, Title: "Risk of " + id, Severity: portfolio.Levels[i%3], Status: portfolio.RiskOpen}},
			Milestones: []portfolio.Milestone{{ID: id + "m", ProgramID: id, Name: "Milestone", DueDate: portfolio.Date("2025-06-01").AddDays(i % 500), Status: portfolio.MilestonePlanned}},
		}
		file.Programs = append(file.Programs, portfolio.Incoming{Row: i + 1, Program: p, Fields: []string{
			"name", "status", "pipeline_stage", "owner", "team", "product_line", "progress", "launch_date", "risks", "milestones",
		}})
	}
	db := storetest.Open(tb)
	if _, err := db.Import(context.Background(), []portfolio.IncomingFile{file}, store.ImportOptions{}); err != nil {
		tb.Fatal(err)
	}
	return db
}

// BenchmarkAnswer times whole answers over ten thousand programs.
func BenchmarkAnswer(b *testing.B) {
	a := New(large(b, 10_000))
	for _, question := range []string{
		"how many programs are red?", "list the red programs owned by Owner 7", "which programs launch in the next 30 days?",
		"overdue milestones by team", "open high risks without mitigation in Team 3", "who owns Ledger Renewal 210?",
		"status of Turbine Upgrad 37", "list all amber programs", "top 10 programs by open risks",
		"what needs my attention?", "summarise the portfolio", "what changed since 2026-01-01 for Team 3?", "why is Ledger Renewal 210 red?",
		"draft a status update for Ledger Renewal 210", "write the weekly summary", "prepare a steering note for Team 3", "escalation mail for the high risks of Team 3",
		"set the status of Ledger Renewal 210 to At Risk", "move all launches in June of Team 3 by 2 weeks",
	} {
		b.Run(question, func(b *testing.B) {
			for b.Loop() {
				conversation(b, a, "2026-02-02", question)
			}
		})
	}
}

// BenchmarkChecked times the check of whole answers over ten thousand programs, which comes on top of BenchmarkAnswer.
func BenchmarkChecked(b *testing.B) {
	a := New(large(b, 10_000))
	for _, question := range []string{
		"how many programs are red?", "list the red programs owned by Owner 7", "overdue milestones by team", "who owns Ledger Renewal 210?", "list all amber programs",
		"what needs my attention?", "summarise the portfolio", "what changed since 2026-01-01 for Team 3?", "why is Ledger Renewal 210 red?",
	} {
		s := questioned{today: "2026-02-02"}
		reply := conversation(b, a, s.today, question)
		b.Run(question, func(b *testing.B) {
			for b.Loop() {
				s.checks(exam{Ask: question}, reply, reply.Text)
			}
		})
	}
}
