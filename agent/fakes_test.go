package agent

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"testing"
	"time"

	"portfolio-ai/store/portfolio"
)

// scripted is an engine that does what a test says.
type scripted func(ctx context.Context, q Question, sink Sink) (Reply, error)

func (scripted) Label() string { return "Scripted" }

func (s scripted) Answer(ctx context.Context, q Question, sink Sink) (Reply, error) {
	return s(ctx, q, sink)
}

// says is an engine that gives one text at once.
func says(text string) scripted {
	return func(_ context.Context, _ Question, sink Sink) (Reply, error) {
		sink.Text(text)
		return Reply{Text: text, Understood: true}, nil
	}
}

// hangs is an engine that gives a text and then nothing more until it is stopped.
func hangs(text string) scripted {
	return func(ctx context.Context, _ Question, sink Sink) (Reply, error) {
		sink.Text(text)
		<-ctx.Done()
		return Reply{}, ctx.Err()
	}
}

// memory is a journal that forgets with the test. It stands in for the store where a test runs on fake time.
type memory struct {
	mu            sync.Mutex
	conversations []portfolio.Conversation
	refuse        error // given by SaveMessage
}

var errDisk = errors.New("disk full")

func (j *memory) find(id string) *portfolio.Conversation {
	i := slices.IndexFunc(j.conversations, func(c portfolio.Conversation) bool { return c.ID == id })
	if i < 0 {
		return nil
	}
	return &j.conversations[i]
}

func (j *memory) BeginTurn(_ context.Context, c portfolio.Conversation) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if known := j.find(c.ID); known != nil {
		known.UpdatedAt = c.UpdatedAt
		known.Messages = append(known.Messages, c.Messages...)
		return nil
	}
	j.conversations = append(j.conversations, c)
	return nil
}

func (j *memory) SaveMessage(_ context.Context, m portfolio.Message) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.refuse != nil {
		return j.refuse
	}
	c := j.find(m.ConversationID)
	if c == nil {
		return portfolio.NotFound("message", m.ID)
	}
	i := slices.IndexFunc(c.Messages, func(known portfolio.Message) bool { return known.ID == m.ID })
	c.Messages[i] = m
	return nil
}

func (j *memory) Conversation(_ context.Context, id string) (portfolio.Conversation, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	c := j.find(id)
	if c == nil {
		return portfolio.Conversation{}, portfolio.NotFound("conversation", id)
	}
	copied := *c
	copied.Messages = slices.Clone(c.Messages)
	return copied, nil
}

func (j *memory) Conversations(context.Context) ([]portfolio.Conversation, error) {
	j.mu.Lock()
	defer j.mu.Unlock()
	return slices.Clone(j.conversations), nil
}

func (j *memory) DeleteConversation(_ context.Context, id string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.conversations = slices.DeleteFunc(j.conversations, func(c portfolio.Conversation) bool { return c.ID == id })
	return nil
}

func (j *memory) RestoreConversation(ctx context.Context, c portfolio.Conversation) error {
	return j.BeginTurn(ctx, c)
}

func (j *memory) RenameConversation(_ context.Context, id, title string) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	c := j.find(id)
	if c == nil {
		return portfolio.NotFound("conversation", id)
	}
	c.Title = title
	return nil
}

func (j *memory) StopStreaming(context.Context) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, c := range j.conversations {
		for i := range c.Messages {
			if c.Messages[i].State == portfolio.TurnStreaming {
				c.Messages[i].State = portfolio.TurnStopped
			}
		}
	}
	return nil
}

// answer gives the stored answer of a turn.
func (j *memory) answer(ref TurnRef) portfolio.Message {
	j.mu.Lock()
	defer j.mu.Unlock()
	for _, m := range j.find(ref.ConversationID).Messages {
		if m.TurnID == ref.TurnID && m.Role == portfolio.RoleAssistant {
			return m
		}
	}
	return portfolio.Message{}
}

// heard is one event as the window got it.
type heard struct {
	at       time.Time
	progress *ChatProgress
	finished *ChatFinished
	stored   portfolio.TurnState // what the journal had at that moment, of a finish
}

// window collects events.
type window struct {
	journal *memory
	mu      sync.Mutex
	events  []heard
}

func (w *window) ChatProgress(e ChatProgress) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.events = append(w.events, heard{at: time.Now(), progress: &e})
}

func (w *window) ChatFinished(e ChatFinished) {
	stored := w.journal.answer(TurnRef{ConversationID: e.ConversationID, TurnID: e.TurnID}).State
	w.mu.Lock()
	defer w.mu.Unlock()
	w.events = append(w.events, heard{at: time.Now(), finished: &e, stored: stored})
}

func (w *window) all() []heard {
	w.mu.Lock()
	defer w.mu.Unlock()
	return slices.Clone(w.events)
}

// text joins what progress events brought.
func (w *window) text() string {
	var text string
	for _, e := range w.all() {
		if e.progress != nil {
			text += e.progress.Text
		}
	}
	return text
}

// finish gives the only finish event and fails where there is none or more than one.
func (w *window) finish(t *testing.T) heard {
	t.Helper()
	var found []heard
	for _, e := range w.all() {
		if e.finished != nil {
			found = append(found, e)
		}
	}
	if len(found) != 1 {
		t.Fatalf("heard %d finish events, want exactly 1", len(found))
	}
	return found[0]
}

// desk is a runner with everything around it.
type desk struct {
	*Turns
	journal *memory
	window  *window
}

func newDesk(t *testing.T, engine Engine, pace int) desk {
	t.Helper()
	journal := &memory{}
	w := &window{journal: journal}
	turns := NewTurns(Options{
		Engine: engine, Journal: journal, Events: w, Now: time.Now, Pace: pace,
		Log: slog.New(slog.DiscardHandler),
	})
	t.Cleanup(turns.Close)
	return desk{turns, journal, w}
}

// ask sends a question in a new conversation.
func (d desk) ask(t *testing.T, text string) TurnRef {
	t.Helper()
	ref, err := d.Send(t.Context(), "", text, Scope{}, "")
	if err != nil {
		t.Fatalf("Send: %v", err)
	}
	return ref
}
