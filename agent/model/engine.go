package model

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"charm.land/fantasy"
	"charm.land/fantasy/providers/openaicompat"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Options is what an engine needs. Endpoint and Workspace must be set.
type Options struct {
	Endpoint  portfolio.Endpoint
	Key       string // sent as a bearer token; "" sends none
	Workspace tools.Workspace
	Log       *slog.Logger  // detail of faults, never a key or a text of the portfolio; nil discards
	Client    *http.Client  // nil makes the one of NewClient
	Stall     time.Duration // the longest silence; 0 means UsualStall
	Pause     time.Duration // before a request is made a second and last time; 0 means usualPause

	// WithoutTools is told when the endpoint refuses tools, so that it need not be asked again; it may be nil.
	WithoutTools func()
}

// UsualStall is how long a model may be silent: loading one from a disk can take most of it.
const UsualStall = time.Minute

// usualPause is long enough for a busy endpoint, and short enough for the person who waits.
const usualPause = time.Second

// Engine answers questions with a language model. It is safe for concurrent use.
type Engine struct {
	o      Options
	model  fantasy.LanguageModel
	budget budget
	faults faults
}

// New makes an engine. It connects to nothing. It fails with EInvalid where the endpoint cannot be one, and with EEndpoint
// where nobody agreed to send questions to another computer.
func New(o Options) (*Engine, error) {
	if err := o.Endpoint.Validate(); err != nil {
		return nil, err
	}
	if !o.Endpoint.Allowed() {
		return nil, portfolio.Errorf(portfolio.EEndpoint, "%s runs on another computer. Agree in the settings of the engine to what leaves this one before you ask it.", o.Endpoint.Name)
	}
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	if o.Client == nil {
		o.Client = NewClient(o.Endpoint, o.Key)
	}
	if o.Stall == 0 {
		o.Stall = UsualStall
	}
	if o.Pause == 0 {
		o.Pause = usualPause
	}
	// The library takes the key from the environment of another program unless it is given one; the client decides what
	// is sent.
	provider, err := openaicompat.New(openaicompat.WithBaseURL(addressOf(o.Endpoint, "")), openaicompat.WithAPIKey("none"), openaicompat.WithHTTPClient(o.Client))
	if err != nil {
		return nil, fmt.Errorf("making a provider: %w", err)
	}
	model, err := provider.LanguageModel(context.Background(), o.Endpoint.Model)
	if err != nil {
		return nil, fmt.Errorf("making a language model: %w", err)
	}
	return &Engine{o: o, model: model, budget: budgetOf(o.Endpoint), faults: faults{o.Endpoint, o.Key, o.Stall}}, nil
}

// Label names an engine that talks to an endpoint: which model, where it is, and whether it has to do without tools.
func Label(e portfolio.Endpoint) string {
	label := fmt.Sprintf("%s %s (%s", e.Name, e.Model, e.Place())
	if e.Tools == portfolio.ToolsNo {
		label += ", without tools"
	}
	return label + ")"
}

// Label names the engine.
func (e *Engine) Label() string { return Label(e.o.Endpoint) }

// Answer implements agent.Engine. What was said before a fault went to the sink and stays; a proposal does not.
func (e *Engine) Answer(ctx context.Context, q agent.Question, sink agent.Sink) (agent.Reply, error) {
	a, err := e.begin(ctx, q, sink)
	if err != nil {
		return agent.Reply{}, err
	}
	if err := a.run(ctx); err != nil {
		a.writer.pause()
		return agent.Reply{}, e.fault(ctx, err)
	}
	return a.finish(), nil
}

// fault words what went wrong and keeps the detail in the log.
func (e *Engine) fault(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	if p, ok := errors.AsType[*fantasy.ProviderError](err); ok {
		e.o.Log.WarnContext(ctx, "language model", "endpoint", e.o.Endpoint.Name, "status", p.StatusCode, "title", p.Title)
	} else {
		e.o.Log.WarnContext(ctx, "language model", "endpoint", e.o.Endpoint.Name, "kind", fmt.Sprintf("%T", err))
	}
	return e.faults.sentence(err)
}
