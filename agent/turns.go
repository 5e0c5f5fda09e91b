package agent

import (
	"context"
	"crypto/rand"
	"log/slog"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// Options is what Turns needs. Everything but Others, Never, Pace and Today must be set.
type Options struct {
	Engine  Engine // answers unless a question asks for another
	Journal Journal
	Events  Events
	Log     *slog.Logger // faults whose detail is not for people
	Now     func() time.Time
	Today   func() portfolio.Date // the day that answers count from; nil means the day of Now

	// Others finds the engine of an id for one question. It fails with ENotFound, or says why the engine cannot be asked.
	Others func(ctx context.Context, id string) (Engine, error)

	FiscalYearStart func() time.Month               // the month in which the fiscal year begins; nil means April
	Never           func() []portfolio.ProposalKind // what may not be proposed; nil means that all may
	Pace            int                             // most characters of an answer in one event; 0 means DefaultPace
}

// DefaultPace shows an answer with a table of twenty rows in well under half a second, and still as it is written.
const DefaultPace = 400

// maxQuestion bounds a question, in characters: far above any question, far below a pasted file.
const maxQuestion = 8000

// Turns runs conversations: it begins turns, delivers their answers as events and keeps them in the journal. Its methods
// are safe for concurrent use. A conversation has one turn at a time.
type Turns struct {
	options Options
	life    context.Context // ends with Close
	end     context.CancelFunc
	running sync.WaitGroup

	mu       sync.Mutex
	closed   bool
	turns    map[string]*turn // by turn id; a turn stays while the journal does not hold its answer
	occupied map[string]bool  // conversations that have a turn now

	deleted []portfolio.Conversation // what Restore can bring back, the newest last
}

// NewTurns makes a runner. The caller calls Recover before the first turn where no other process shares the journal, and
// Close at the end.
func NewTurns(options Options) *Turns {
	if options.Pace <= 0 {
		options.Pace = DefaultPace
	}
	if options.Today == nil {
		options.Today = func() portfolio.Date { return portfolio.DateOf(options.Now()) }
	}
	if options.FiscalYearStart == nil {
		options.FiscalYearStart = func() time.Month { return time.April }
	}
	if options.Never == nil {
		options.Never = func() []portfolio.ProposalKind { return nil }
	}
	if options.Others == nil {
		options.Others = func(context.Context, string) (Engine, error) {
			return nil, portfolio.Errorf(portfolio.ENotFound, "There is no other engine here.")
		}
	}
	life, end := context.WithCancel(context.Background())
	return &Turns{
		options: options, life: life, end: end,
		turns: map[string]*turn{}, occupied: map[string]bool{},
	}
}

// Recover marks the answers that an earlier run left unfinished as stopped.
func (t *Turns) Recover(ctx context.Context) error { return t.options.Journal.StopStreaming(ctx) }

// Send asks a question in a conversation; "" begins a new one. An engine answers that is chosen by its id for this question,
// "" the usual one. It returns once the question is stored, and the answer comes as events. It fails with EInvalid for an
// empty or endless text or a scope that cannot be asked about, ENotFound for an unknown conversation or engine and
// EConflict while the conversation's last answer is still being given.
func (t *Turns) Send(ctx context.Context, conversationID, text string, scope Scope, engineID string) (TurnRef, error) {
	text = strings.TrimSpace(text)
	switch {
	case text == "":
		return TurnRef{}, portfolio.Invalidf("Write a question first.")
	case utf8.RuneCountInString(text) > maxQuestion:
		return TurnRef{}, portfolio.Invalidf("A question may have up to %d characters; shorten it.", maxQuestion)
	}
	if err := scope.Validate(); err != nil {
		return TurnRef{}, err
	}
	engine, err := t.engine(ctx, engineID)
	if err != nil {
		return TurnRef{}, err
	}
	conversation := portfolio.Conversation{ID: conversationID}
	if conversationID == "" {
		conversation.ID = rand.Text()
	}
	if err := t.occupy(conversation.ID); err != nil {
		return TurnRef{}, err
	}
	ref, err := t.begin(ctx, conversation, conversationID == "", Question{Text: text, Scope: scope}, engine)
	if err != nil {
		t.vacate(conversation.ID)
	}
	return ref, err
}

// engine finds the engine of an id; "" is the usual one.
func (t *Turns) engine(ctx context.Context, id string) (Engine, error) {
	if id == "" {
		return t.options.Engine, nil
	}
	return t.options.Others(ctx, id)
}

// occupy reserves a conversation for a turn.
func (t *Turns) occupy(conversationID string) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	switch {
	case t.closed:
		return portfolio.Errorf(portfolio.ENotReady, "The program is closing.")
	case t.occupied[conversationID]:
		return portfolio.Errorf(portfolio.EConflict, "The assistant is still answering here; stop it or wait for the end.")
	}
	t.occupied[conversationID] = true
	t.running.Add(1)
	return nil
}

// vacate gives a reserved conversation back.
func (t *Turns) vacate(conversationID string) {
	t.mu.Lock()
	delete(t.occupied, conversationID)
	t.mu.Unlock()
	t.running.Done()
}

// begin stores the question with its empty answer and starts the turn.
func (t *Turns) begin(ctx context.Context, c portfolio.Conversation, fresh bool, q Question, engine Engine) (TurnRef, error) {
	now := portfolio.MillisOf(t.options.Now())
	if fresh {
		c.Title, c.CreatedAt = title(q.Text), now
	} else {
		stored, err := t.options.Journal.Conversation(ctx, c.ID)
		if err != nil {
			return TurnRef{}, err
		}
		q.History, c = stored.Messages, stored
	}
	ref := TurnRef{ConversationID: c.ID, TurnID: rand.Text()}
	asked := portfolio.Message{
		ID: rand.Text(), ConversationID: c.ID, TurnID: ref.TurnID, Role: portfolio.RolePerson,
		Text: q.Text, State: portfolio.TurnDone, Understood: true, CreatedAt: now,
	}
	answer := portfolio.Message{
		ID: rand.Text(), ConversationID: c.ID, TurnID: ref.TurnID, Role: portfolio.RoleAssistant,
		Engine: engine.Label(), State: portfolio.TurnStreaming, CreatedAt: now,
	}
	c.UpdatedAt, c.Messages = now, []portfolio.Message{asked, answer}
	if err := t.options.Journal.BeginTurn(ctx, c); err != nil {
		return TurnRef{}, err
	}
	q.Today, q.FiscalYearStart, q.Never = t.options.Today(), t.options.FiscalYearStart(), t.options.Never()
	running := newTurn(t.life, ref, answer)
	t.mu.Lock()
	t.turns[ref.TurnID] = running
	t.mu.Unlock()
	go t.deliver(running, engine, q)
	return ref, nil
}

// Stop ends a turn: its text so far is kept and nothing more comes. A turn that is already over stays as it is.
func (t *Turns) Stop(turnID string) error {
	t.mu.Lock()
	running := t.turns[turnID]
	t.mu.Unlock()
	if running != nil {
		running.cancel()
	}
	return nil
}

// Open gives a conversation as it stands, an answer in progress with its text so far: events up to its Seq are in it.
func (t *Turns) Open(ctx context.Context, conversationID string) (portfolio.Conversation, error) {
	c, err := t.options.Journal.Conversation(ctx, conversationID)
	if err != nil {
		return c, err
	}
	if t.overlay(c.Messages) {
		return c, nil
	}
	// A turn ended between the two looks; the journal has its answer now.
	if c, err = t.options.Journal.Conversation(ctx, conversationID); err == nil {
		t.overlay(c.Messages)
	}
	return c, err
}

// overlay replaces streaming messages by what their turns have so far. It reports whether it found all of them.
func (t *Turns) overlay(messages []portfolio.Message) bool {
	t.mu.Lock()
	defer t.mu.Unlock()
	found := true
	for i, m := range messages {
		if m.State != portfolio.TurnStreaming {
			continue
		}
		if running := t.turns[m.TurnID]; running != nil {
			messages[i] = running.snapshot()
		} else {
			found = false
		}
	}
	return found
}

// Close stops all turns as Stop does and waits until they are stored. After it there are no events and no new turns.
func (t *Turns) Close() {
	t.mu.Lock()
	t.closed = true
	t.mu.Unlock()
	t.end()
	t.running.Wait()
}
