package desk

import (
	"context"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model"
	"portfolio-ai/store/portfolio"
)

// about gives the view that a question is about, in use: the one of the moment in which it is asked.
type about func() *view

// answering gives the engine of an id for questions about a view, which is looked for when a question is asked. It
// connects to nothing. It fails with ENotFound for an engine that is not set up, and with EEndpoint for
// one on another computer that nobody agreed to.
func (d *Desk) answering(ctx context.Context, id string, on about) (agent.Engine, error) {
	e, err := d.endpoint(ctx, id)
	if err != nil {
		return nil, err
	}
	if _, err := model.New(d.modelOptions(e, "", d.today)); err != nil {
		return nil, err
	}
	return modelOn{d, e, on}, nil
}

// modelOptions says how a model answers questions about a view.
func (d *Desk) modelOptions(e portfolio.Endpoint, key string, on *view) model.Options {
	return model.Options{
		Endpoint: e, Key: key, Workspace: on.DB, Log: d.log,
		WithoutTools: func() {
			learned := func(e *portfolio.Endpoint) { e.Tools = portfolio.ToolsNo }
			if err := d.changeEndpoint(context.Background(), e.ID, learned); err != nil {
				d.log.Error("keep what an engine can do", "error", err)
			}
		},
	}
}

// analystOn is the built-in analyst.
type analystOn struct {
	desk *Desk
	on   about
}

// Label names the engine.
func (a analystOn) Label() string { return a.desk.EngineLabel() }

// Answer implements agent.Engine.
func (a analystOn) Answer(ctx context.Context, q agent.Question, sink agent.Sink) (agent.Reply, error) {
	v := a.on()
	defer v.release(a.desk)
	return v.Answer(ctx, q, sink)
}

// modelOn is a language model.
type modelOn struct {
	desk     *Desk
	endpoint portfolio.Endpoint
	on       about
}

// Label names the engine.
func (m modelOn) Label() string { return model.Label(m.endpoint) }

// Answer implements agent.Engine. The key is looked for only now, because a keychain may ask the person first.
func (m modelOn) Answer(ctx context.Context, q agent.Question, sink agent.Sink) (agent.Reply, error) {
	v := m.on()
	defer v.release(m.desk)
	key, err := m.desk.keyOf(ctx, m.endpoint)
	if err != nil {
		return agent.Reply{}, err
	}
	o := m.desk.modelOptions(m.endpoint, key, v)
	o.Client = model.NewClient(m.endpoint, key)
	defer o.Client.CloseIdleConnections()
	engine, err := model.New(o)
	if err != nil {
		return agent.Reply{}, err
	}
	return engine.Answer(ctx, q, sink)
}

// keyOf gives the key of an endpoint; "" of one that uses none. It fails with EEndpoint where the key is missing.
func (d *Desk) keyOf(ctx context.Context, e portfolio.Endpoint) (string, error) {
	if !e.UsesKey {
		return "", nil
	}
	key, place, err := d.keys.find(ctx, e.ID)
	if err == nil && place == KeyNowhere {
		err = portfolio.Errorf(portfolio.EEndpoint, "%s needs a key. Enter it in the settings of the engine, or set %s.", e.Name, KeyVariable)
	}
	return key, err
}

// trialLimit bounds the trial of an endpoint: some load the model first.
const trialLimit = model.UsualStall

// TryEndpoint asks an endpoint, kept or not, for its models and for a word. It sends nothing of the portfolio. key stands
// in for the one that is kept, "" does not.
func (d *Desk) TryEndpoint(ctx context.Context, e portfolio.Endpoint, key string) (model.Trial, error) {
	e, key, err := d.reachable(ctx, e, key)
	if err != nil {
		return model.Trial{}, err
	}
	return model.Try(ctx, e, key, trialLimit)
}

// listLimit bounds the question for the models of an endpoint.
const listLimit = 10 * time.Second

// ModelsOf lists the models of an endpoint, kept or not; see TryEndpoint.
func (d *Desk) ModelsOf(ctx context.Context, e portfolio.Endpoint, key string) ([]string, error) {
	if e.Model == "" {
		e.Model = "unknown" // it is to be chosen from the list
	}
	if e.Name == "" {
		e.Name = e.BaseURL
	}
	e, key, err := d.reachable(ctx, e, key)
	if err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(ctx, listLimit)
	defer cancel()
	names, err := model.Models(ctx, e, key)
	return append([]string{}, names...), err
}

// reachable checks an endpoint that a person entered and finds its key. A kept key goes only to the host that it was kept
// for.
func (d *Desk) reachable(ctx context.Context, e portfolio.Endpoint, key string) (portfolio.Endpoint, string, error) {
	e = model.Tidy(e)
	if err := e.Validate(); err != nil || key != "" || !e.UsesKey || e.ID == "" {
		return e, key, err
	}
	kept, err := d.endpoint(ctx, e.ID)
	if err != nil || hostOf(kept) != hostOf(e) {
		return e, "", err
	}
	key, err = d.keyOf(ctx, kept)
	return e, key, err
}

// LookForEngines finds engines that run on this computer, at the ports that they usually have. It asks no other computer.
func (d *Desk) LookForEngines(ctx context.Context) []model.Found {
	return model.Look(ctx, model.KnownEngines)
}

// Preview gives what asking an endpoint a question would send, and sends nothing.
func (d *Desk) Preview(ctx context.Context, id, conversationID, question string, scope agent.Scope) (model.Preview, error) {
	e, err := d.endpoint(ctx, id)
	if err != nil {
		return model.Preview{}, err
	}
	month, err := d.FiscalYearStart(ctx)
	if err != nil {
		return model.Preview{}, err
	}
	on := d.used()
	defer on.release(d)
	q := agent.Question{Text: question, Today: on.Today(), FiscalYearStart: month, Scope: scope, Never: d.neverProposed()}
	if conversationID != "" {
		c, err := d.Store.Conversation(ctx, conversationID)
		if err != nil {
			return model.Preview{}, err
		}
		q.History = c.Messages
	}
	return model.Show(ctx, d.modelOptions(e, "", on), q)
}
