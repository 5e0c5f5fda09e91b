package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"portfolio-ai/agent/model"
	"portfolio-ai/store/portfolio"
)

// endpointsSetting is where the chosen endpoints are kept, as a JSON list. Keys are elsewhere; see keys.
const endpointsSetting = "endpoints"

// Engine is something that can answer, as a person chooses it. The built-in analyst has the ID "" and no endpoint.
type Engine struct {
	ID       string              `json:"id"`
	Label    string              `json:"label"`
	Place    portfolio.Place     `json:"place"`
	Allowed  bool                `json:"allowed"` // questions may be sent; see portfolio.Endpoint
	Endpoint *portfolio.Endpoint `json:"endpoint" ts_type:"portfolio.Endpoint | null"`
}

// Engines lists what can answer, the built-in analyst first. It connects to nothing.
func (d *Desk) Engines(ctx context.Context) ([]Engine, error) {
	kept, err := d.endpoints(ctx)
	if err != nil {
		return nil, err
	}
	all := []Engine{{Label: d.EngineLabel(), Place: portfolio.ThisComputer, Allowed: true}}
	for _, e := range kept {
		all = append(all, engineOf(e))
	}
	return all, nil
}

func engineOf(e portfolio.Endpoint) Engine {
	return Engine{ID: e.ID, Label: model.Label(e), Place: e.Place(), Allowed: e.Allowed(), Endpoint: &e}
}

// endpoints reads the chosen endpoints, by name.
func (d *Desk) endpoints(ctx context.Context) ([]portfolio.Endpoint, error) {
	text, err := d.Store.Setting(ctx, endpointsSetting)
	if err != nil || text == "" {
		return nil, err
	}
	var all []portfolio.Endpoint
	if err := json.Unmarshal([]byte(text), &all); err != nil {
		return nil, fmt.Errorf("read the engines: %w", err)
	}
	return all, nil
}

// endpoint finds an endpoint by its id. It fails with ENotFound.
func (d *Desk) endpoint(ctx context.Context, id string) (portfolio.Endpoint, error) {
	all, err := d.endpoints(ctx)
	if err != nil {
		return portfolio.Endpoint{}, err
	}
	if i := byID(all, id); i >= 0 {
		return all[i], nil
	}
	return portfolio.Endpoint{}, portfolio.Errorf(portfolio.ENotFound, "This engine is not set up any more. Choose another one.")
}

func byID(all []portfolio.Endpoint, id string) int {
	return slices.IndexFunc(all, func(e portfolio.Endpoint) bool { return e.ID == id })
}

// EngineNamed finds the id of an engine by its id or its name without regard to case; "" is the built-in analyst. It
// fails with ENotFound.
func (d *Desk) EngineNamed(ctx context.Context, name string) (string, error) {
	if name == "" || strings.EqualFold(name, d.EngineLabel()) {
		return "", nil
	}
	all, err := d.endpoints(ctx)
	if err != nil {
		return "", err
	}
	names := []string{d.EngineLabel()}
	for _, e := range all {
		if e.ID == name || portfolio.Fold(e.Name) == portfolio.Fold(name) {
			return e.ID, nil
		}
		names = append(names, e.Name)
	}
	return "", portfolio.Errorf(portfolio.ENotFound, "There is no engine %q; there is %s.", name, strings.Join(names, ", "))
}

// SaveEndpoint keeps a new endpoint (ID "") or a changed one. What a person agreed to stays only while the address stays,
// and so does a kept key while the host stays: neither may go to somebody else. It fails with EInvalid.
func (d *Desk) SaveEndpoint(ctx context.Context, e portfolio.Endpoint) (Engine, error) {
	e = model.Tidy(e)
	if err := e.Validate(); err != nil {
		return Engine{}, err
	}
	d.settingEndpoints.Lock()
	defer d.settingEndpoints.Unlock()
	all, err := d.endpoints(ctx)
	if err != nil {
		return Engine{}, err
	}
	if slices.ContainsFunc(all, func(other portfolio.Endpoint) bool {
		return other.ID != e.ID && portfolio.Fold(other.Name) == portfolio.Fold(e.Name)
	}) || portfolio.Fold(e.Name) == portfolio.Fold(d.EngineLabel()) {
		return Engine{}, portfolio.Errorf(portfolio.EConflict, "There is an engine named %q already.", e.Name)
	}
	e.AgreedTo = ""
	i := byID(all, e.ID)
	switch {
	case e.ID == "":
		e.ID = rand.Text()
		all = append(all, e)
	case i < 0:
		return Engine{}, portfolio.Errorf(portfolio.ENotFound, "This engine was removed meanwhile.")
	default:
		before := all[i]
		if before.BaseURL == e.BaseURL {
			e.AgreedTo = before.AgreedTo
		}
		if hostOf(before) != hostOf(e) || !e.UsesKey {
			if err := d.keys.forget(ctx, e.ID); err != nil {
				return Engine{}, err
			}
		}
		all[i] = e
	}
	return engineOf(e), d.keepEndpoints(ctx, all)
}

// hostOf gives the host and port that an endpoint's key goes to, with how it goes there.
func hostOf(e portfolio.Endpoint) string {
	u, err := url.Parse(e.BaseURL)
	if err != nil {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// keepEndpoints writes the list.
func (d *Desk) keepEndpoints(ctx context.Context, all []portfolio.Endpoint) error {
	slices.SortStableFunc(all, func(a, b portfolio.Endpoint) int {
		return strings.Compare(portfolio.Fold(a.Name), portfolio.Fold(b.Name))
	})
	data, err := json.Marshal(all)
	if err != nil {
		return fmt.Errorf("write the engines: %w", err)
	}
	return d.Store.SetSetting(ctx, endpointsSetting, string(data))
}

// changeEndpoint changes one endpoint of the list as it is now. It fails with ENotFound.
func (d *Desk) changeEndpoint(ctx context.Context, id string, change func(*portfolio.Endpoint)) error {
	d.settingEndpoints.Lock()
	defer d.settingEndpoints.Unlock()
	all, err := d.endpoints(ctx)
	if err != nil {
		return err
	}
	i := byID(all, id)
	if i < 0 {
		return portfolio.Errorf(portfolio.ENotFound, "This engine was removed meanwhile.")
	}
	change(&all[i])
	return d.keepEndpoints(ctx, all)
}

// RemoveEndpoint forgets an endpoint and its key. What it answered stays.
func (d *Desk) RemoveEndpoint(ctx context.Context, id string) error {
	d.settingEndpoints.Lock()
	defer d.settingEndpoints.Unlock()
	all, err := d.endpoints(ctx)
	if err != nil {
		return err
	}
	i := byID(all, id)
	if i < 0 {
		return nil
	}
	return errors.Join(d.keepEndpoints(ctx, slices.Delete(all, i, i+1)), d.keys.forget(ctx, id))
}

// Agree keeps that a person agreed to send questions, and what the tools read for them, to the address that an endpoint
// has now; false takes it back. The person has seen what leaves: see Preview.
func (d *Desk) Agree(ctx context.Context, id, address string, agreed bool) error {
	var changed bool
	err := d.changeEndpoint(ctx, id, func(e *portfolio.Endpoint) {
		if changed = agreed && e.BaseURL != address; !changed {
			e.AgreedTo = ""
			if agreed {
				e.AgreedTo = e.BaseURL
			}
		}
	})
	if err == nil && changed {
		return portfolio.Errorf(portfolio.EConflict, "The address of this engine changed meanwhile; look at it again.")
	}
	return err
}

// KeepKey keeps the key of an endpoint in the keychain of the system, or for this session only.
func (d *Desk) KeepKey(ctx context.Context, id, key string, in KeyPlace) error {
	e, err := d.endpoint(ctx, id)
	if err != nil {
		return err
	}
	if !e.UsesKey {
		return portfolio.Invalidf("%s is set up without a key.", e.Name)
	}
	return d.keys.keep(ctx, id, key, in)
}

// ForgetKey takes the key of an endpoint out of the session and of the keychain.
func (d *Desk) ForgetKey(ctx context.Context, id string) error { return d.keys.forget(ctx, id) }

// KeyPlace says where the key of an endpoint is.
func (d *Desk) KeyPlace(ctx context.Context, id string) (KeyPlace, error) {
	e, err := d.endpoint(ctx, id)
	if err != nil || !e.UsesKey {
		return KeyNowhere, err
	}
	_, place, err := d.keys.find(ctx, id)
	return place, err
}
