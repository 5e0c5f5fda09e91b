// Package desk puts the parts together: it opens the store, builds the engine that answers and hands it the store to
// read. The window and the command line both work on a desk; it knows neither of them.
package desk

import (
	"context"
	"errors"
	"log/slog"
	"path/filepath"
	"sync"
	"sync/atomic"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// The store serves the agent as it is.
var (
	_ agent.Journal   = (*store.DB)(nil)
	_ tools.Workspace = (*store.DB)(nil)
)

// Options say how to open a desk. DataDir must be set; see DataDir for the usual one.
type Options struct {
	DataDir string
	Log     *slog.Logger // nil discards
	Keys    Keychain     // where the keys of engines are kept; nil is the keychain of the system
}

// Desk is an open portfolio with the engine that answers questions about it.
type Desk struct {
	Store *store.DB

	log   *slog.Logger
	today *view
	past  atomic.Pointer[view] // the past day that is looked at; nil today
	keys  *keys

	settingEndpoints sync.Mutex // held while the list of endpoints is read and written anew
}

// Open opens the portfolio of a data folder and creates it where there is none. It fails with EStorage, EDamaged or
// ENewer.
func Open(ctx context.Context, o Options) (*Desk, error) {
	db, err := store.Open(ctx, filepath.Join(o.DataDir, fileName))
	if err != nil {
		return nil, err
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Keys == nil {
		o.Keys = systemKeychain{}
	}
	return &Desk{Store: db, log: o.Log, today: viewOf(db), keys: newKeys(o.Keys)}, nil
}

// Close closes the portfolio. Turns must be closed before.
func (d *Desk) Close() error {
	d.Today()
	return d.Store.Close()
}

// EngineLabel names the engine that answers unless a question asks for another: the built-in analyst.
func (d *Desk) EngineLabel() string { return d.today.Label() }

// Turns makes a runner of conversations about what is shown, which reports to events. Pace is as in agent.Options.
func (d *Desk) Turns(events agent.Events, pace int) *agent.Turns {
	return d.turns(events, pace, d.used, func() portfolio.Date { return d.Shown().Today() })
}

// turns makes a runner of conversations about a view, on its day.
func (d *Desk) turns(events agent.Events, pace int, on about, today func() portfolio.Date) *agent.Turns {
	return agent.NewTurns(agent.Options{
		Engine: analystOn{d, on}, Journal: d.Store, Events: events, Log: d.log, Now: time.Now, Pace: pace,
		Today:  today,
		Never:  d.neverProposed,
		Others: func(ctx context.Context, id string) (agent.Engine, error) { return d.answering(ctx, id, on) },
		FiscalYearStart: func() time.Month {
			month, err := d.FiscalYearStart(context.Background())
			if err != nil {
				d.log.Error("read a preference", "error", err)
				return usualFiscalYearStart
			}
			return month
		},
	})
}

// AskRequest is one question from outside the window. The zero Today is the clock's day; the zero ConversationID begins
// a conversation. Engine names what answers, as EngineNamed takes it.
type AskRequest struct {
	Question       string
	Engine         string
	Today          portfolio.Date
	ConversationID string
}

// atOnce delivers an answer as fast as it is made.
const atOnce = 1 << 20

// Ask asks one question and waits for the answer, handing its text to write as it comes. The conversation is stored
// as one from the window is. When ctx ends, the turn is stopped and what was said so far is kept.
func (d *Desk) Ask(ctx context.Context, request AskRequest, write func(text string)) (portfolio.Message, error) {
	engineID, err := d.EngineNamed(ctx, request.Engine)
	if err != nil {
		return portfolio.Message{}, err
	}
	on, err := d.on(ctx, request.Today)
	if err != nil {
		return portfolio.Message{}, err
	}
	defer on.leave(d)
	waiting := &waiter{write: write, done: make(chan portfolio.Message, 1)}
	turns := d.turns(waiting, atOnce, func() *view { on.use(); return on }, on.Today)
	defer turns.Close()
	ref, err := turns.Send(ctx, request.ConversationID, request.Question, agent.Scope{}, engineID)
	if err != nil {
		return portfolio.Message{}, err
	}
	select {
	case answer := <-waiting.done:
		return answered(answer)
	case <-ctx.Done():
		stopErr := turns.Stop(ref.TurnID)
		answer := <-waiting.done
		return answer, errors.Join(portfolio.Errorf(portfolio.ECancelled, "Stopped."), stopErr)
	}
}

// answered turns a failed turn into an error.
func answered(m portfolio.Message) (portfolio.Message, error) {
	if m.State == portfolio.TurnFailed {
		return m, portfolio.Errorf(portfolio.EInternal, "%s", m.Error)
	}
	return m, nil
}

// waiter passes one answer on.
type waiter struct {
	write func(text string)
	done  chan portfolio.Message
}

// ChatProgress writes what came.
func (w *waiter) ChatProgress(p agent.ChatProgress) {
	if p.Text != "" {
		w.write(p.Text)
	}
}

// ChatFinished hands the whole answer over.
func (w *waiter) ChatFinished(f agent.ChatFinished) { w.done <- f.Message }
