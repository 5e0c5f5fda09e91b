package bench

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"

	"portfolio-ai/store/portfolio"
)

// generator inserts made-up records. The first error stays in err and stops it.
type generator struct {
	ctx        context.Context
	tx         *sql.Tx
	random     *rand.Rand
	statements map[string]*sql.Stmt
	err        error
}

// insert inserts one row; into is the table with its columns.
func (g *generator) insert(into string, values ...any) {
	if g.err != nil {
		return
	}
	statement := g.statements[into]
	if statement == nil {
		statement, g.err = g.tx.PrepareContext(g.ctx, "INSERT INTO "+into+" VALUES (?"+strings.Repeat(", ?", len(values)-1)+")")
		if g.err != nil {
			return
		}
		g.statements[into] = statement
	}
	_, g.err = statement.ExecContext(g.ctx, values...)
}

// program inserts the i-th program with what hangs on it.
func (g *generator) program(i int) {
	id, name := programID(i), fmt.Sprintf("%s %s %d", pick(g, subjects), pick(g, efforts), i)
	var launch, progress any
	if day := g.random.IntN(1000); day >= 100 {
		launch, progress = firstDay.AddDays(day), day%41
	}
	g.insert(`programs (id, external_id, name, name_key, description, status, owner, team, product_line, pipeline_stage, start_date, launch_date, progress,
		last_update, created_at, updated_at, revision)`,
		id, fmt.Sprintf("X-%d", i), name, portfolio.Fold(name), g.text(20), word(g, portfolio.Statuses), pick(g, owners), pick(g, subjects), pick(g, lines),
		word(g, portfolio.Stages), firstDay.AddDays(-g.random.IntN(400)), launch, progress, firstDay.AddDays(-g.random.IntN(500)), 0, 0, 1)
	for k := range g.random.IntN(3) {
		g.insert("program_objectives (program_id, objective_id)", id, objectiveID((i+k*5)%objectives))
	}
	if i%3 == 2 {
		g.insert("dependencies (id, from_id, to_id, created_at, updated_at, revision)", fmt.Sprintf("d%06d", i), programID(i-1), id, 0, 0, 1)
	}
	for k := range risksEach {
		g.risk(id, fmt.Sprintf("r%06d-%d", i, k))
	}
	for k := range milestonesEach {
		g.milestone(id, fmt.Sprintf("m%06d-%d", i, k), k)
	}
	for k := range updatesEach {
		g.insert("status_updates (id, program_id, date, author, text, created_at, updated_at, revision)",
			fmt.Sprintf("u%06d-%d", i, k), id, firstDay.AddDays(k*30-500), pick(g, owners), g.text(15), 0, 0, 1)
	}
}

func (g *generator) risk(program, id string) {
	title := fmt.Sprintf("%s %s", pick(g, subjects), g.text(3))
	g.insert("risks (id, program_id, title, title_key, severity, likelihood, description, mitigation, owner, status, created_at, updated_at, revision)",
		id, program, title, portfolio.Fold(title), word(g, portfolio.Levels), word(g, portfolio.Levels), g.text(10), g.text(6),
		pick(g, owners), pick(g, portfolio.RiskStatuses), 0, 0, 1)
}

// milestone inserts the k-th milestone of a program. The first half are done.
func (g *generator) milestone(program, id string, k int) {
	name := fmt.Sprintf("Gate %d %s", k+1, g.text(1))
	due, status, completed := firstDay.AddDays(g.random.IntN(900)), portfolio.MilestonePlanned, any(nil)
	switch {
	case k < milestonesEach/2:
		due = firstDay.AddDays(k - 400)
		status, completed = portfolio.MilestoneDone, due
	case g.random.IntN(10) == 0:
		due = firstDay.AddDays(-400)
	}
	g.insert("milestones (id, program_id, name, name_key, due_date, baseline_date, completed_date, status, created_at, updated_at, revision)",
		id, program, name, portfolio.Fold(name), due, due, completed, status, 0, 0, 1)
}

// text makes n words of running text.
func (g *generator) text(n int) string {
	words := make([]string, n)
	for i := range words {
		words[i] = pick(g, fillers)
	}
	return strings.Join(words, " ")
}

func pick[T any](g *generator, list []T) T { return list[g.random.IntN(len(list))] }

// word picks a word of the vocabulary, and in one of ten cases NULL: not reported.
func word[W any](g *generator, words []W) any {
	if g.random.IntN(10) == 0 {
		return nil
	}
	return pick(g, words)
}

func programID(i int) string   { return fmt.Sprintf("p%06d", i) }
func objectiveID(i int) string { return fmt.Sprintf("o%02d", i) }
