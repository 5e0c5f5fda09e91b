package agent

import (
	"context"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestTurn_eventsAreNumberedSpacedAndEndWithOneFinishAfterTheJournalHasIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		text := strings.Repeat("zwölf ", 50)
		d := newDesk(t, says(text), 40)
		ref := d.ask(t, "how many?")
		time.Sleep(time.Minute)

		events := d.window.all()
		if len(events) != 9 { // 300 characters, 40 an event, and the finish
			t.Fatalf("heard %d events, want 9", len(events))
		}
		for i, e := range events {
			var seq int64
			if e.progress != nil {
				seq = e.progress.Seq
			} else {
				seq = e.finished.Seq
			}
			if seq != int64(i+1) {
				t.Errorf("event %d has seq %d", i+1, seq)
			}
			if i > 0 && e.at.Sub(events[i-1].at) < eventGap {
				t.Errorf("event %d came %v after the one before", i+1, e.at.Sub(events[i-1].at))
			}
		}
		last := d.window.finish(t)
		if last.stored != portfolio.TurnDone {
			t.Errorf("at the finish the journal had the answer as %q", last.stored)
		}
		if got := d.window.text(); got != text || last.finished.Message.Text != text || d.journal.answer(ref).Text != text {
			t.Errorf("events, finish and journal do not all hold the answer: %q", got)
		}
		if last.finished.Message.State != portfolio.TurnDone || !last.finished.Message.Understood {
			t.Errorf("finished as %+v", last.finished.Message)
		}
	})
}

func TestTurn_firstTextComesAtOnceAndATypicalAnswerWithinHalfASecond(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says(strings.Repeat("x", 4000)), 0)
		start := time.Now()
		d.ask(t, "list everything")
		time.Sleep(time.Minute)
		events := d.window.all()
		if first := events[0].at.Sub(start); first > time.Millisecond {
			t.Errorf("first event after %v", first)
		}
		if end := events[len(events)-1].at.Sub(start); end > 400*time.Millisecond {
			t.Errorf("finished after %v", end)
		}
	})
}

func TestTurn_manySmallDeltasAreCoalesced(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, scripted(func(_ context.Context, _ Question, sink Sink) (Reply, error) {
			for range 100 {
				sink.Text("a")
				time.Sleep(time.Millisecond)
			}
			return Reply{Text: strings.Repeat("a", 100)}, nil
		}), 0)
		d.ask(t, "go")
		time.Sleep(time.Minute)
		if n := len(d.window.all()); n > 6 {
			t.Errorf("100 deltas in 100 ms became %d events", n)
		}
	})
}

func TestTurn_stepsComeInOrderAndOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, scripted(func(_ context.Context, _ Question, sink Sink) (Reply, error) {
			steps := []portfolio.Step{{Tool: "one"}, {Tool: "two"}, {Tool: "three"}}
			for _, s := range steps {
				sink.Step(s)
				time.Sleep(20 * time.Millisecond)
			}
			return Reply{Steps: steps}, nil
		}), 0)
		d.ask(t, "go")
		time.Sleep(time.Minute)
		var tools []string
		for _, e := range d.window.all() {
			if e.progress != nil {
				for _, s := range e.progress.Steps {
					tools = append(tools, s.Tool)
				}
			}
		}
		if got := strings.Join(tools, " "); got != "one two three" {
			t.Errorf("steps came as %q", got)
		}
		if n := len(d.window.finish(t).finished.Message.Steps); n != 3 {
			t.Errorf("the answer has %d steps", n)
		}
	})
}

func TestStop_keepsTheTextSoFarAndNothingComesAfter(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says(strings.Repeat("0123456789", 100)), 10)
		ref := d.ask(t, "list")
		time.Sleep(100 * time.Millisecond)
		shown := d.window.text()
		if err := d.Stop(ref.TurnID); err != nil {
			t.Fatal(err)
		}
		time.Sleep(eventGap)
		last := d.window.finish(t)
		if last.finished.Message.State != portfolio.TurnStopped || last.finished.Message.Text != shown {
			t.Errorf("stopped as %q with %q, want the %d characters shown before",
				last.finished.Message.State, last.finished.Message.Text, len(shown))
		}
		if got := d.journal.answer(ref); got.State != portfolio.TurnStopped || got.Text != shown {
			t.Errorf("stored %q as %q", got.Text, got.State)
		}
		heard := len(d.window.all())
		time.Sleep(time.Minute)
		if n := len(d.window.all()); n != heard {
			t.Errorf("%d events came after the stop", n-heard)
		}
	})
}

func TestStop_doesNotWaitForAnEngineThatDoesNotListen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, scripted(func(_ context.Context, _ Question, sink Sink) (Reply, error) {
			sink.Text("thinking")
			time.Sleep(time.Hour)
			sink.Text(" too late")
			return Reply{Text: "thinking too late"}, nil
		}), 0)
		ref := d.ask(t, "go")
		time.Sleep(time.Second)
		_ = d.Stop(ref.TurnID)
		time.Sleep(eventGap)
		if got := d.window.finish(t).finished.Message.Text; got != "thinking" {
			t.Errorf("kept %q", got)
		}
		time.Sleep(2 * time.Hour)
		d.window.finish(t)
	})
}

func TestStop_ofATurnThatIsOverChangesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says("done"), 0)
		ref := d.ask(t, "go")
		time.Sleep(time.Minute)
		if err := d.Stop(ref.TurnID); err != nil {
			t.Errorf("Stop: %v", err)
		}
		if got := d.journal.answer(ref).State; got != portfolio.TurnDone {
			t.Errorf("state became %q", got)
		}
	})
}

func TestTurn_faultsBecomeASentenceAndTheConversationGoesOn(t *testing.T) {
	cases := map[string]struct {
		engine scripted
		want   string
	}{
		"panic":          {func(context.Context, Question, Sink) (Reply, error) { panic("boom") }, "Something went wrong"},
		"internal error": {func(context.Context, Question, Sink) (Reply, error) { return Reply{}, errDisk }, "Something went wrong"},
		"sentence": {func(context.Context, Question, Sink) (Reply, error) {
			return Reply{}, portfolio.Errorf(portfolio.EStorage, "The file is damaged.")
		}, "The file is damaged."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				d := newDesk(t, scripted(func(ctx context.Context, q Question, sink Sink) (Reply, error) {
					sink.Text("so far")
					time.Sleep(time.Second)
					return c.engine(ctx, q, sink)
				}), 0)
				ref := d.ask(t, "go")
				time.Sleep(time.Minute)
				m := d.window.finish(t).finished.Message
				if m.State != portfolio.TurnFailed || !strings.HasPrefix(m.Error, c.want) || m.Text != "so far" {
					t.Errorf("finished as %q, error %q, text %q", m.State, m.Error, m.Text)
				}
				if strings.Contains(m.Error, "boom") || strings.Contains(m.Error, "disk full") {
					t.Errorf("the sentence shows what is for the log: %q", m.Error)
				}
				if _, err := d.Send(t.Context(), ref.ConversationID, "again", Scope{}, ""); err != nil {
					t.Errorf("next question refused: %v", err)
				}
				time.Sleep(time.Minute)
			})
		})
	}
}

func TestTurn_anAnswerThatCannotBeStoredIsShownAsFailedAndStaysReadable(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says("the answer"), 0)
		d.journal.refuse = errDisk
		ref := d.ask(t, "go")
		time.Sleep(time.Minute)
		m := d.window.finish(t).finished.Message
		if m.State != portfolio.TurnFailed || m.Text != "the answer" || !strings.Contains(m.Error, "could not be stored") {
			t.Errorf("finished as %q, error %q, text %q", m.State, m.Error, m.Text)
		}
		c, err := d.Open(t.Context(), ref.ConversationID)
		if err != nil || c.Messages[1].State != portfolio.TurnFailed || c.Messages[1].Text != "the answer" {
			t.Errorf("opened as %+v, %v", c.Messages, err)
		}
	})
}
