package analyst

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// hearer keeps what was said so far.
type hearer struct{ said strings.Builder }

func (h *hearer) Text(delta string)     { h.said.WriteString(delta) }
func (*hearer) Step(portfolio.Step)     {}
func (h *hearer) has(words string) bool { return strings.Contains(h.said.String(), words) }

// secondPage fails the test where the second page of a list is read before something was said.
type secondPage struct {
	tools.Workspace
	check func()
}

func (s secondPage) Programs(ctx context.Context, q portfolio.Query) (portfolio.ProgramPage, error) {
	if q.After != "" {
		s.check()
	}
	return s.Workspace.Programs(ctx, q)
}

func TestAnswer_saysHowManyThereAreBeforeAllOfThemAreRead(t *testing.T) {
	db := storetest.Open(t)
	const many = portfolio.MaxPage + 1
	_, err := db.Batch(t.Context(), storetest.Person, func(b *store.Batch) error {
		for i := range many {
			if err := b.Program(portfolio.Program{Name: fmt.Sprintf("Program %03d", i), Status: portfolio.OffTrack}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	heard, pages := &hearer{}, 0
	a := New(secondPage{db, func() {
		pages++
		if !heard.has(fmt.Sprintf("**%d** ", many)) {
			t.Errorf("before the second page it has said %q", heard.said.String())
		}
	}})
	reply, err := a.Answer(t.Context(), agent.Question{Text: "Which programs are off track?", Today: "2026-02-02"}, heard)
	if err != nil || pages != 1 || len(reply.Citations) != many || reply.Text != heard.said.String() {
		t.Errorf("%d further pages, %d citations (%v)", pages, len(reply.Citations), err)
	}
}
