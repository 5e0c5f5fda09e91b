package model

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
)

// Preview is what asking a question would send. Body is the first request, byte for byte but for its indentation; what the
// model then reads with the tools is sent as well, in the same way.
type Preview struct {
	Address  string           `json:"address"`
	Messages []PreviewMessage `json:"messages"`
	Tools    []PreviewTool    `json:"tools"`
	Body     string           `json:"body"`
}

// PreviewMessage is a message of a preview.
type PreviewMessage struct {
	Role string `json:"role"`
	Text string `json:"text"`
}

// PreviewTool is a tool that the model would be offered.
type PreviewTool struct {
	Name        string `json:"name"`
	Description string `json:"description"`
}

// errHeld ends a request that is only looked at.
var errHeld = errors.New("held back to be looked at")

// held keeps a request instead of sending it.
type held struct {
	address string
	body    []byte
}

// RoundTrip implements http.RoundTripper.
func (h *held) RoundTrip(r *http.Request) (*http.Response, error) {
	var err error
	h.address = r.URL.String()
	if h.body, err = io.ReadAll(r.Body); err != nil {
		return nil, err
	}
	return nil, errors.Join(errHeld, r.Body.Close())
}

// Show makes the first request that a question would lead to, and sends nothing.
func Show(ctx context.Context, o Options, q agent.Question) (Preview, error) {
	kept := &held{}
	o.Client = &http.Client{Transport: kept}
	o.Endpoint.AgreedTo = o.Endpoint.BaseURL // nothing leaves
	e, err := New(o)
	if err != nil {
		return Preview{}, err
	}
	a, err := e.begin(ctx, q, nowhere{})
	if err != nil {
		return Preview{}, err
	}
	if _, err := a.stream(ctx); !errors.Is(err, errHeld) {
		return Preview{}, err
	}
	return kept.preview()
}

// preview reads the request.
func (h *held) preview() (Preview, error) {
	var sent struct {
		Messages []struct {
			Role    string `json:"role"`
			Content string `json:"content"`
		} `json:"messages"`
		Tools []struct {
			Function PreviewTool `json:"function"`
		} `json:"tools"`
	}
	if err := json.Unmarshal(h.body, &sent); err != nil {
		return Preview{}, err
	}
	var body bytes.Buffer
	if err := json.Indent(&body, h.body, "", "  "); err != nil {
		return Preview{}, err
	}
	p := Preview{Address: h.address, Messages: []PreviewMessage{}, Tools: []PreviewTool{}, Body: body.String()}
	for _, m := range sent.Messages {
		p.Messages = append(p.Messages, PreviewMessage{Role: m.Role, Text: m.Content})
	}
	for _, t := range sent.Tools {
		p.Tools = append(p.Tools, t.Function)
	}
	return p, nil
}

// nowhere is a sink for an answer that nobody gets.
type nowhere struct{}

func (nowhere) Text(string)         {}
func (nowhere) Step(portfolio.Step) {}
