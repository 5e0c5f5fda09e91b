package agent

import (
	"context"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"portfolio-ai/store/portfolio"
)

func TestOpen_snapshotAndLaterEventsMakeTheWholeAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		text := strings.Repeat("0123456789", 30)
		d := newDesk(t, says(text), 7)
		ref := d.ask(t, "go")
		for _, wait := range []time.Duration{0, 31 * time.Millisecond, 200 * time.Millisecond, 500 * time.Millisecond} {
			time.Sleep(wait)
			c, err := d.Open(t.Context(), ref.ConversationID)
			if err != nil {
				t.Fatal(err)
			}
			m := c.Messages[1]
			if m.State != portfolio.TurnStreaming || !strings.HasPrefix(text, m.Text) {
				t.Fatalf("snapshot %q with %q", m.State, m.Text)
			}
			go func() {
				time.Sleep(time.Minute)
				joined := m.Text
				for _, e := range d.window.all() {
					if e.progress != nil && e.progress.Seq > m.Seq {
						joined += e.progress.Text
					}
				}
				if joined != text {
					t.Errorf("from seq %d on the answer became %q", m.Seq, joined)
				}
			}()
		}
		time.Sleep(2 * time.Minute)
	})
}

func TestOpen_whileTurnsEndAlwaysShowsALiveOrAFinishedAnswer(t *testing.T) {
	d := newDesk(t, says("short"), 0)
	var wait sync.WaitGroup
	for range 20 {
		ref := d.ask(t, "go")
		wait.Go(func() {
			for {
				c, err := d.Open(context.Background(), ref.ConversationID)
				if err != nil {
					t.Errorf("Open: %v", err)
					return
				}
				if m := c.Messages[1]; m.State == portfolio.TurnDone {
					if m.Text != "short" {
						t.Errorf("done with %q", m.Text)
					}
					return
				}
			}
		})
	}
	wait.Wait()
}

func TestSend_continuesAConversationWithItsHistory(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var asked []Question
		d := newDesk(t, scripted(func(_ context.Context, q Question, sink Sink) (Reply, error) {
			asked = append(asked, q)
			sink.Text("answer to " + q.Text)
			return Reply{Text: "answer to " + q.Text}, nil
		}), 0)
		first := d.ask(t, "  one  ")
		time.Sleep(time.Second)
		second, err := d.Send(t.Context(), first.ConversationID, "two", Scope{ProgramID: "p1"}, "")
		if err != nil || second.ConversationID != first.ConversationID {
			t.Fatalf("Send: %+v, %v", second, err)
		}
		time.Sleep(time.Second)
		synctest.Wait()
		last := asked[1]
		if len(last.History) != 2 || last.History[0].Text != "one" || last.History[1].Text != "answer to one" {
			t.Errorf("history is %+v", last.History)
		}
		if last.Scope.ProgramID != "p1" || last.Today != portfolio.DateOf(time.Now()) {
			t.Errorf("asked as %+v", last)
		}
		list, err := d.List(t.Context())
		if err != nil || len(list) != 1 || list[0].Title != "one" {
			t.Errorf("conversations: %+v, %v", list, err)
		}
	})
}

func TestSend_refusesWhatItCannotAnswer(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, hangs("…"), 0)
		ref := d.ask(t, "go")
		cases := map[string]struct {
			conversation, text string
			want               portfolio.Code
		}{
			"empty":   {"", " \n ", portfolio.EInvalid},
			"endless": {"", strings.Repeat("a", maxQuestion+1), portfolio.EInvalid},
			"unknown": {"nowhere", "hello", portfolio.ENotFound},
			"busy":    {ref.ConversationID, "hello", portfolio.EConflict},
		}
		for name, c := range cases {
			if _, err := d.Send(t.Context(), c.conversation, c.text, Scope{}, ""); portfolio.ErrorCode(err) != c.want {
				t.Errorf("%s: %v, want code %q", name, err, c.want)
			}
		}
		if _, err := d.Send(t.Context(), "", "another conversation", Scope{}, ""); err != nil {
			t.Errorf("a second conversation was refused: %v", err)
		}
	})
}

func TestTitle_isTheFirstQuestionCutAtAWord(t *testing.T) {
	cases := map[string]string{
		"short":                     "short",
		"two\nlines":                "two lines",
		strings.Repeat("word ", 20): strings.TrimSpace(strings.Repeat("word ", 11)) + "…",
		strings.Repeat("ü", 80):     strings.Repeat("ü", 59) + "…",
		"which programs of the Ministry " + strings.Repeat("x", 60): "which programs of the Ministry…",
	}
	for text, want := range cases {
		if got := title(text); got != want {
			t.Errorf("title(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestDelete_stopsTheAnswerFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, hangs("half an"), 0)
		ref := d.ask(t, "go")
		time.Sleep(time.Second)
		if err := d.Delete(t.Context(), ref.ConversationID); err != nil {
			t.Fatal(err)
		}
		if state := d.window.finish(t).finished.Message.State; state != portfolio.TurnStopped {
			t.Errorf("finished as %q", state)
		}
		if _, err := d.Open(t.Context(), ref.ConversationID); portfolio.ErrorCode(err) != portfolio.ENotFound {
			t.Errorf("still there: %v", err)
		}
	})
}

func TestClose_storesWhatRunsAndThenThereIsSilence(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, hangs("half an"), 0)
		ref := d.ask(t, "go")
		time.Sleep(time.Second)
		d.Close()
		if got := d.journal.answer(ref); got.State != portfolio.TurnStopped || got.Text != "half an" {
			t.Errorf("stored %q as %q", got.Text, got.State)
		}
		heard := len(d.window.all())
		if _, err := d.Send(t.Context(), "", "hello", Scope{}, ""); portfolio.ErrorCode(err) != portfolio.ENotReady {
			t.Errorf("Send after Close: %v", err)
		}
		time.Sleep(time.Minute)
		if n := len(d.window.all()); n != heard {
			t.Errorf("%d events came after Close", n-heard)
		}
	})
}

func TestRecover_marksWhatAnEarlierRunLeftBehindAsStopped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says("x"), 0)
		left := portfolio.Message{ID: "m", TurnID: "t", Role: portfolio.RoleAssistant, State: portfolio.TurnStreaming}
		_ = d.journal.BeginTurn(t.Context(), portfolio.Conversation{ID: "c", Messages: []portfolio.Message{left}})
		if err := d.Recover(t.Context()); err != nil {
			t.Fatal(err)
		}
		c, err := d.Open(t.Context(), "c")
		if err != nil || c.Messages[0].State != portfolio.TurnStopped {
			t.Errorf("opened as %+v, %v", c.Messages, err)
		}
	})
}

func TestSend_anotherEngineAnswersTheOneQuestionItIsChosenFor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, says("usual"), 0)
		other := named{says("other"), "Other"}
		d.options.Others = func(_ context.Context, id string) (Engine, error) {
			if id != "other" {
				return nil, portfolio.Errorf(portfolio.ENotFound, "There is no engine %q.", id)
			}
			return other, nil
		}
		ref := d.ask(t, "go")
		for _, c := range []struct{ id, text, label string }{{"other", "other", "Other"}, {"", "usual", "Scripted"}} {
			time.Sleep(time.Second)
			again, err := d.Send(t.Context(), ref.ConversationID, "go", Scope{}, c.id)
			if err != nil {
				t.Fatal(err)
			}
			time.Sleep(time.Second)
			if got := d.journal.answer(again); got.Text != c.text || got.Engine != c.label {
				t.Errorf("%q answered %q as %q", c.id, got.Text, got.Engine)
			}
		}
		if _, err := d.Send(t.Context(), ref.ConversationID, "go", Scope{}, "nobody"); portfolio.ErrorCode(err) != portfolio.ENotFound {
			t.Errorf("nobody: %v", err)
		}
		if _, err := d.Send(t.Context(), ref.ConversationID, "go", Scope{}, ""); err != nil {
			t.Errorf("after a refusal: %v", err)
		}
	})
}

// named is an engine with a name of its own.
type named struct {
	scripted
	label string
}

func (n named) Label() string { return n.label }

func TestDelete_canBeTakenBack(t *testing.T) {
	d := newDesk(t, says("answer"), 0)
	ref := d.ask(t, "one")
	if err := d.Delete(t.Context(), ref.ConversationID); err != nil {
		t.Fatal(err)
	}
	if err := d.Restore(t.Context(), ref.ConversationID); err != nil {
		t.Fatal(err)
	}
	c, err := d.Open(t.Context(), ref.ConversationID)
	if err != nil || c.Title != "one" || len(c.Messages) != 2 {
		t.Errorf("came back as %+v (%v)", c, err)
	}
	if err := d.Restore(t.Context(), ref.ConversationID); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("brought back twice: %v", err)
	}
}

func TestRename_keepsATitleOnOneLineAndAnEmptyOneIsTheFirstQuestion(t *testing.T) {
	d := newDesk(t, says("answer"), 0)
	ref := d.ask(t, "what is late")
	cases := []struct {
		to, want string
		code     portfolio.Code
	}{
		{"  Steering\n May ", "Steering May", ""},
		{strings.Repeat("a", maxGivenTitle+1), "Steering May", portfolio.EInvalid},
		{" ", "what is late", ""},
	}
	for _, c := range cases {
		if err := d.Rename(t.Context(), ref.ConversationID, c.to); portfolio.ErrorCode(err) != c.code {
			t.Errorf("rename to %q: %v", c.to, err)
		}
		if list, err := d.List(t.Context()); err != nil || list[0].Title != c.want {
			t.Errorf("renamed to %q it is %+v (%v)", c.to, list, err)
		}
	}
	if err := d.Rename(t.Context(), "nowhere", ""); portfolio.ErrorCode(err) != portfolio.ENotFound {
		t.Errorf("rename what is not there: %v", err)
	}
}

func TestAnswer_keepsTheTimeItTookAndTheTokensThatWereCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		d := newDesk(t, scripted(func(context.Context, Question, Sink) (Reply, error) {
			time.Sleep(1200 * time.Millisecond)
			return Reply{Text: "answer", Tokens: &portfolio.Tokens{In: 812, Out: 120}}, nil
		}), 0)
		ref := d.ask(t, "go")
		time.Sleep(time.Minute)
		m := d.journal.answer(ref)
		if m.TookMs != 1200 || m.Tokens == nil || *m.Tokens != (portfolio.Tokens{In: 812, Out: 120}) {
			t.Errorf("took %d ms and %+v", m.TookMs, m.Tokens)
		}
	})
}
