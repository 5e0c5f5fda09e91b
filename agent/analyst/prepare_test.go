package analyst

import (
	"context"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// counted is a workspace that counts how often all names are read.
type counted struct {
	tools.Workspace
	names int
}

func (c *counted) Names(ctx context.Context) ([]portfolio.Named, error) {
	c.names++
	return c.Workspace.Names(ctx)
}

// nowhere takes an answer and forgets it.
type nowhere struct{}

func (nowhere) Text(string)         {}
func (nowhere) Step(portfolio.Step) {}

func TestPrepare_theNextQuestionReadsNoNames(t *testing.T) {
	db := storetest.Open(t)
	storetest.MustProgram(t, db, portfolio.Program{Name: "Aurora"})
	workspace := &counted{Workspace: db}
	a := New(workspace)
	for _, want := range []int{1, 1} {
		if err := a.Prepare(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := a.Answer(t.Context(), agent.Question{Text: "Who owns Aurora?", Today: "2026-02-02"}, nowhere{}); err != nil {
			t.Fatal(err)
		}
		if workspace.names != want {
			t.Errorf("the names were read %d times, want %d", workspace.names, want)
		}
	}
	storetest.MustProgram(t, db, portfolio.Program{Name: "Borealis"})
	if err := a.Prepare(t.Context()); err != nil || workspace.names != 2 {
		t.Errorf("after a write the names were read %d times, want 2 (%v)", workspace.names, err)
	}
}
