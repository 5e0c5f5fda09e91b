package agent

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"runtime/debug"
	"sync"
	"time"

	"portfolio-ai/agent/checking"
	"portfolio-ai/store/portfolio"
)

// eventGap is the least time between two events of a turn: faster than the eye, slow enough for any window.
const eventGap = 30 * time.Millisecond

// saveTimeout bounds the storing of an answer, which goes on when the turn was stopped.
const saveTimeout = 10 * time.Second

// turn is one answer on its way. The engine writes into waiting; the delivery goroutine moves that into message, event by
// event.
type turn struct {
	ref    TurnRef
	ctx    context.Context // ends when the turn is stopped
	cancel context.CancelFunc
	news   chan struct{} // holds a token while waiting has something new
	over   chan struct{} // closed after the last event

	mu      sync.Mutex
	waiting struct {
		text  []rune
		steps []portfolio.Step
	}
	message portfolio.Message // as far as events have told it
}

func newTurn(parent context.Context, ref TurnRef, answer portfolio.Message) *turn {
	ctx, cancel := context.WithCancel(parent)
	return &turn{
		ref: ref, ctx: ctx, cancel: cancel, message: answer,
		news: make(chan struct{}, 1), over: make(chan struct{}),
	}
}

// Text takes in a piece of the answer; it makes turn a Sink.
func (t *turn) Text(delta string) {
	t.mu.Lock()
	t.waiting.text = append(t.waiting.text, []rune(delta)...)
	t.mu.Unlock()
	t.tell()
}

// Step takes in a step of the answer; it makes turn a Sink.
func (t *turn) Step(step portfolio.Step) {
	t.mu.Lock()
	t.waiting.steps = append(t.waiting.steps, step)
	t.mu.Unlock()
	t.tell()
}

func (t *turn) tell() {
	select {
	case t.news <- struct{}{}:
	default:
	}
}

// next moves up to pace characters and all steps from waiting into the message and gives them as an event. It reports
// false where nothing waits.
func (t *turn) next(pace int) (ChatProgress, bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	n := min(pace, len(t.waiting.text))
	if n == 0 && len(t.waiting.steps) == 0 {
		return ChatProgress{}, false
	}
	text, steps := string(t.waiting.text[:n]), t.waiting.steps
	t.waiting.text, t.waiting.steps = t.waiting.text[n:], nil
	t.message.Text += text
	t.message.Steps = append(t.message.Steps, steps...)
	t.message.Seq++
	if steps == nil {
		steps = []portfolio.Step{}
	}
	return ChatProgress{
		ConversationID: t.ref.ConversationID, TurnID: t.ref.TurnID, Seq: t.message.Seq, Text: text, Steps: steps,
	}, true
}

// snapshot gives the message as far as events have told it.
func (t *turn) snapshot() portfolio.Message {
	t.mu.Lock()
	defer t.mu.Unlock()
	m := t.message
	m.Citations = append([]portfolio.Citation{}, m.Citations...)
	m.Figures = append([]portfolio.Figure{}, m.Figures...)
	m.Steps = append([]portfolio.Step{}, m.Steps...)
	m.Claims = append([]portfolio.Claim{}, m.Claims...)
	return m
}

// outcome is how an engine came back, and what its reply claims.
type outcome struct {
	reply  Reply
	claims []portfolio.Claim
	err    error
}

// deliver runs a turn to its end. It is the one goroutine that emits the turn's events.
func (t *Turns) deliver(running *turn, engine Engine, q Question) {
	defer t.running.Done()
	defer close(running.over)
	defer running.cancel()

	results := make(chan outcome, 1)
	go func() { results <- t.ask(running, engine, q) }()

	gap := time.NewTimer(0)
	defer gap.Stop()
	open, ended := false, (*outcome)(nil)
	for running.ctx.Err() == nil {
		if open {
			if event, ok := running.next(t.options.Pace); ok {
				t.options.Events.ChatProgress(event)
				open = false
				gap.Reset(eventGap)
			} else if ended != nil {
				break
			}
		}
		select {
		case <-gap.C:
			open = true
		case <-running.news:
		case result := <-results:
			ended, results = &result, nil
		case <-running.ctx.Done():
		}
	}
	event := t.finish(running, ended)
	if !open {
		<-gap.C
	}
	t.options.Events.ChatFinished(event)
}

// ask runs the engine, checks what it replied, and turns a panic into an error.
func (t *Turns) ask(running *turn, engine Engine, question Question) (result outcome) {
	defer func() {
		if fault := recover(); fault != nil {
			result = outcome{err: fmt.Errorf("engine panicked: %v\n%s", fault, debug.Stack())}
		}
	}()
	reply, err := engine.Answer(running.ctx, question, running)
	if err != nil {
		return outcome{err: err}
	}
	return outcome{reply: reply, claims: t.check(running.ctx, question, reply)}
}

// check holds a reply against its evidence. A fault of the checker leaves the answer as it is, with nothing said of it.
func (t *Turns) check(ctx context.Context, question Question, reply Reply) (claims []portfolio.Claim) {
	defer func() {
		if fault := recover(); fault != nil {
			t.options.Log.Error("check an answer", "fault", fault, "stack", string(debug.Stack()))
			claims = nil
		}
	}()
	return Check(ctx, question, reply)
}

// Check holds a reply to a question against the evidence that it came with.
func Check(ctx context.Context, question Question, reply Reply) []portfolio.Claim {
	evidence := checking.Evidence{
		Today: question.Today, FiscalYearStart: question.FiscalYearStart, Question: question.Text, Scope: question.Scope.ProgramID,
		Part: question.Scope.Programs != nil, Place: question.Scope.Place(),
	}
	if reply.Evidence != nil {
		evidence.Observed, evidence.Workspace = reply.Evidence.Observations(), reply.Evidence.Workspace()
	}
	return checking.Check(ctx, reply.Text, evidence)
}

// finish settles what the message became, stores it, frees the conversation and gives the last event. A turn that ended
// before its engine did was stopped.
func (t *Turns) finish(running *turn, ended *outcome) ChatFinished {
	m := running.snapshot()
	switch {
	case running.ctx.Err() != nil || ended == nil:
		m.State = portfolio.TurnStopped
	case ended.err != nil:
		m.State, m.Error = portfolio.TurnFailed, t.sentence(ended.err)
	default:
		m.State, m.Text, m.Understood = portfolio.TurnDone, ended.reply.Text, ended.reply.Understood
		m.Citations, m.Figures, m.Steps = ended.reply.Citations, ended.reply.Figures, ended.reply.Steps
		m.Claims, m.Proposal, m.Draft, m.Tokens = ended.claims, t.proposal(m, ended.reply.Proposal), ended.reply.Draft, ended.reply.Tokens
	}
	m.TookMs = int64(portfolio.MillisOf(t.options.Now()) - m.CreatedAt)
	m.Seq++

	ctx, cancel := context.WithTimeout(context.WithoutCancel(running.ctx), saveTimeout)
	defer cancel()
	err := t.options.Journal.SaveMessage(ctx, m)
	if err != nil {
		m.State = portfolio.TurnFailed
		m.Error = "The answer could not be stored and will be gone after a restart. " + t.sentence(err)
	}
	running.mu.Lock()
	running.message = m
	running.mu.Unlock()

	t.mu.Lock()
	if err == nil || portfolio.ErrorCode(err) == portfolio.ENotFound {
		delete(t.turns, running.ref.TurnID)
	}
	delete(t.occupied, running.ref.ConversationID)
	t.mu.Unlock()
	return ChatFinished{
		ConversationID: running.ref.ConversationID, TurnID: running.ref.TurnID, Seq: m.Seq, Message: running.snapshot(),
	}
}

// proposal makes what waits for a decision of what an answer proposes; nil of none.
func (t *Turns) proposal(m portfolio.Message, proposed *Proposed) *portfolio.Proposal {
	if proposed == nil {
		return nil
	}
	return &portfolio.Proposal{
		ID: rand.Text(), ConversationID: m.ConversationID, TurnID: m.TurnID, From: m.Engine, Title: proposed.Title,
		State: portfolio.ProposalWaiting, Changes: proposed.Changes, CreatedAt: portfolio.MillisOf(t.options.Now()),
	}
}

// sentence words an error for people; what they cannot act on goes to the log.
func (t *Turns) sentence(err error) string {
	if e, ok := errors.AsType[*portfolio.Error](err); ok {
		return e.Message
	}
	t.options.Log.Error("turn failed", "error", err)
	return "Something went wrong while answering. Ask again; the log says more."
}
