package agent

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestTurn_whatAnEngineSaysWithoutEvidenceIsKeptUnbound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says("There are **3** programs; Atlas launches on 1 May 2026."), 0)
		ref := d.ask(t, "how many?")
		time.Sleep(time.Minute)
		stored := d.journal.answer(ref)
		if len(stored.Claims) < 2 {
			t.Fatalf("the journal holds %d claims", len(stored.Claims))
		}
		for _, c := range stored.Claims {
			if c.Bound != nil {
				t.Errorf("%q is bound", stored.Text[c.From:c.To])
			}
		}
		if finished := d.window.finish(t).finished.Message; len(finished.Claims) != len(stored.Claims) {
			t.Errorf("the window got %d claims of %d", len(finished.Claims), len(stored.Claims))
		}
	})
}

func TestTurn_anAnswerThatIsNotDoneClaimsNothing(t *testing.T) {
	engines := map[string]scripted{
		"stopped": hangs("There are 3 programs"),
		"failed": func(_ context.Context, _ Question, sink Sink) (Reply, error) {
			sink.Text("There are 3 programs")
			return Reply{}, errDisk
		},
	}
	for name, engine := range engines {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, engine, 0)
				ref := d.ask(t, "how many?")
				time.Sleep(time.Second)
				if err := d.Stop(ref.TurnID); err != nil {
					t.Fatal(err)
				}
				time.Sleep(time.Minute)
				if m := d.journal.answer(ref); m.State == portfolio.TurnDone || len(m.Claims) != 0 {
					t.Errorf("%s with %d claims", m.State, len(m.Claims))
				}
			})
		})
	}
}
