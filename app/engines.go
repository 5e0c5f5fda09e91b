package app

import (
	"context"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Engines is what can answer: the built-in analyst, and the language models that a person set up. Nothing here connects to
// anything but Try, Models and Look, each when its button is pressed.
type Engines struct{ s *session }

// List lists what can answer, the built-in analyst first. It has the id "".
func (e *Engines) List() ([]desk.Engine, error) {
	return call(e.s, "Engines.List", func(ctx context.Context, d *desk.Desk) ([]desk.Engine, error) { return d.Engines(ctx) })
}

// Save keeps a new endpoint (id "") or overwrites a kept one. A changed address has to be agreed to anew.
func (e *Engines) Save(endpoint portfolio.Endpoint) (desk.Engine, error) {
	return call(e.s, "Engines.Save", func(ctx context.Context, d *desk.Desk) (desk.Engine, error) { return d.SaveEndpoint(ctx, endpoint) })
}

// Remove forgets an endpoint and its key.
func (e *Engines) Remove(id string) error {
	return run(e.s, "Engines.Remove", func(ctx context.Context, d *desk.Desk) error { return d.RemoveEndpoint(ctx, id) })
}

// Try asks an endpoint, kept or not, for its models and for a word, and says what it does. It sends nothing of the
// portfolio. key stands in for the one that is kept, "" does not.
func (e *Engines) Try(endpoint portfolio.Endpoint, key string) (model.Trial, error) {
	return call(e.s, "Engines.Try", func(ctx context.Context, d *desk.Desk) (model.Trial, error) {
		return d.TryEndpoint(ctx, endpoint, key)
	})
}

// Models lists the models of an endpoint, kept or not. Its model need not be chosen yet; key is as in Try.
func (e *Engines) Models(endpoint portfolio.Endpoint, key string) ([]string, error) {
	return call(e.s, "Engines.Models", func(ctx context.Context, d *desk.Desk) ([]string, error) { return d.ModelsOf(ctx, endpoint, key) })
}

// Look finds engines that run on this computer. It asks no other.
func (e *Engines) Look() ([]model.Found, error) {
	return call(e.s, "Engines.Look", func(ctx context.Context, d *desk.Desk) ([]model.Found, error) { return d.LookForEngines(ctx), nil })
}

// Preview gives exactly what asking a question in a conversation would send, and sends nothing.
func (e *Engines) Preview(id, conversationID, question string, scope agent.Scope) (model.Preview, error) {
	return call(e.s, "Engines.Preview", func(ctx context.Context, d *desk.Desk) (model.Preview, error) {
		return d.Preview(ctx, id, conversationID, question, scope)
	})
}

// Agree keeps that the person agreed to send questions to the address of an endpoint on another computer, which they saw;
// false takes it back.
func (e *Engines) Agree(id, address string, agreed bool) error {
	return run(e.s, "Engines.Agree", func(ctx context.Context, d *desk.Desk) error { return d.Agree(ctx, id, address, agreed) })
}

// KeyPlace says where the key of an endpoint is. It may ask the keychain of the system.
func (e *Engines) KeyPlace(id string) (desk.KeyPlace, error) {
	return call(e.s, "Engines.KeyPlace", func(ctx context.Context, d *desk.Desk) (desk.KeyPlace, error) { return d.KeyPlace(ctx, id) })
}

// KeepKey keeps the key of an endpoint in the keychain of the system or for this session. No method gives it back.
func (e *Engines) KeepKey(id, key string, in desk.KeyPlace) error {
	return run(e.s, "Engines.KeepKey", func(ctx context.Context, d *desk.Desk) error { return d.KeepKey(ctx, id, key, in) })
}

// ForgetKey takes the key of an endpoint out of the session and of the keychain.
func (e *Engines) ForgetKey(id string) error {
	return run(e.s, "Engines.ForgetKey", func(ctx context.Context, d *desk.Desk) error { return d.ForgetKey(ctx, id) })
}
