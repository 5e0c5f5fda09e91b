package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"time"

	"charm.land/fantasy"

	"portfolio-ai/store/portfolio"
)

// mostListed bounds the answer to a question for models, in bytes.
const mostListed = 4 << 20

// Models lists the models of an endpoint by name. It sends nothing of the portfolio. It fails with EEndpoint.
func Models(ctx context.Context, e portfolio.Endpoint, key string) ([]string, error) {
	client := NewClient(e, key)
	defer client.CloseIdleConnections()
	names, err := list(ctx, client, e)
	if err != nil {
		return nil, faults{e, key, probeTimeout}.sentence(err)
	}
	return names, nil
}

// list asks an endpoint for its models.
func list(ctx context.Context, client *http.Client, e portfolio.Endpoint) (names []string, err error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, addressOf(e, "/models"), nil)
	if err != nil {
		return nil, err
	}
	request.Header.Set("Accept", "application/json")
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer func() { _ = response.Body.Close() }() // it was only read
	body, err := io.ReadAll(io.LimitReader(response.Body, mostListed))
	if err != nil {
		return nil, err
	}
	if response.StatusCode != http.StatusOK {
		return nil, &fantasy.ProviderError{StatusCode: response.StatusCode, Message: string(body)}
	}
	var listed struct {
		Data []struct {
			ID string `json:"id"`
		} `json:"data"`
	}
	if err := json.Unmarshal(body, &listed); err != nil {
		return nil, errPage
	}
	for _, m := range listed.Data {
		if m.ID != "" {
			names = append(names, m.ID)
		}
	}
	slices.Sort(names)
	return names, nil
}

// Trial is what an endpoint turned out to do. Problem says in a sentence why it cannot be used; "" where it can.
type Trial struct {
	Problem string            `json:"problem"`
	Models  []string          `json:"models"`  // that it lists; none where it does not list any
	Streams bool              `json:"streams"` // words come as they are made
	Tools   portfolio.ToolUse `json:"tools"`
	Ms      float64           `json:"ms"` // until the first sign of an answer
}

// trialTool is offered to see whether a model calls tools.
const trialTool = "report"

// Try asks an endpoint for its models and its model for a word. It sends nothing of the portfolio, so that it needs no
// consent but a press of a button.
func Try(ctx context.Context, e portfolio.Endpoint, key string, limit time.Duration) (Trial, error) {
	trial := Trial{Models: []string{}, Tools: portfolio.ToolsUnknown}
	ctx, cancel := context.WithTimeoutCause(ctx, limit, errStalled)
	defer cancel()
	client := NewClient(e, key)
	defer client.CloseIdleConnections()
	e.AgreedTo = e.BaseURL
	engine, err := New(Options{Endpoint: e, Key: key, Client: client})
	if err != nil {
		return trial, err
	}
	engine.faults.stall = limit
	if names, err := list(ctx, client, e); err == nil { // not every endpoint lists its models
		trial.Models = append(trial.Models, names...)
	}
	for _, tools := range [][]fantasy.Tool{{trialCall()}, nil} {
		err = engine.try(ctx, &trial, tools)
		if !refusesTools(err) {
			break
		}
		trial.Tools = portfolio.ToolsNo
	}
	switch {
	case ctx.Err() != nil && errors.Is(context.Cause(ctx), errStalled):
		err = errStalled
	case ctx.Err() != nil:
		return trial, ctx.Err()
	}
	if err != nil {
		trial.Problem = portfolio.ErrorMessage(engine.faults.sentence(err))
	}
	return trial, nil
}

// trialCall is a tool without effect.
func trialCall() fantasy.FunctionTool {
	return fantasy.FunctionTool{Name: trialTool, Description: fixed("trial_tool.md"), InputSchema: map[string]any{
		"type": "object", "properties": map[string]any{"word": map[string]any{"type": "string"}}, "required": []string{"word"},
	}}
}

// try makes one request of a trial.
func (e *Engine) try(ctx context.Context, trial *Trial, tools []fantasy.Tool) error {
	start, pieces := time.Now(), 0
	call := fantasy.Call{Prompt: fantasy.Prompt{said(fantasy.MessageRoleUser, fixed("trial.md"))}, Tools: tools}
	parts, err := e.model.Stream(ctx, call)
	if err != nil {
		return err
	}
	for part := range parts {
		switch part.Type {
		case fantasy.StreamPartTypeError:
			return part.Error
		case fantasy.StreamPartTypeTextDelta, fantasy.StreamPartTypeReasoningDelta, fantasy.StreamPartTypeToolInputDelta:
			pieces++
		case fantasy.StreamPartTypeToolCall:
			trial.Tools = portfolio.ToolsYes
		default:
		}
		if trial.Ms == 0 {
			trial.Ms = float64(time.Since(start).Microseconds()) / 1000
		}
	}
	trial.Streams = pieces > 0
	return nil
}

// Found is an engine that runs on this computer.
type Found struct {
	Name    string   `json:"name"`
	BaseURL string   `json:"base_url"`
	Models  []string `json:"models"`
}

// Known is a program that runs models, with the port that it uses unless it is told another.
type Known struct {
	Name string
	Port int
}

// KnownEngines are those that Look looks for.
var KnownEngines = []Known{{"Ollama", 11434}, {"LM Studio", 1234}, {"llama.cpp", 8080}}

// probeTimeout bounds the look at one port.
const probeTimeout = time.Second

// Look finds the engines that run on this computer at known ports. It asks this computer and no other.
func Look(ctx context.Context, known []Known) []Found {
	found := make([]*Found, len(known))
	var all sync.WaitGroup
	for i, k := range known {
		all.Go(func() {
			ctx, cancel := context.WithTimeout(ctx, probeTimeout)
			defer cancel()
			e := portfolio.Endpoint{Name: k.Name, BaseURL: fmt.Sprintf("http://127.0.0.1:%d/v1", k.Port)}
			if names, err := Models(ctx, e, ""); err == nil {
				found[i] = &Found{Name: k.Name, BaseURL: e.BaseURL, Models: append([]string{}, names...)}
			}
		})
	}
	all.Wait()
	out := []Found{}
	for _, f := range found {
		if f != nil {
			out = append(out, *f)
		}
	}
	return out
}

// trimmed gives the address of an endpoint without what people paste along with it.
func trimmed(address string) string {
	address = strings.TrimRight(strings.TrimSpace(address), "/")
	return strings.TrimSuffix(address, "/chat/completions")
}

// Tidy brings an endpoint that a person entered into the form in which it is kept.
func Tidy(e portfolio.Endpoint) portfolio.Endpoint {
	e.Name, e.Model, e.BaseURL = strings.TrimSpace(e.Name), strings.TrimSpace(e.Model), trimmed(e.BaseURL)
	if e.Tools == "" {
		e.Tools = portfolio.ToolsUnknown
	}
	return e
}
