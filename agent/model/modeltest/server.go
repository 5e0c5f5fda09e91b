// Package modeltest is an OpenAI-compatible endpoint with a script in the place of a model: a real HTTP server that lists
// models and streams answers, and that fails in every way in which such servers fail.
package modeltest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

// Model is the model that every server has.
const Model = "scripted"

// Script answers one request for a chat.
type Script func(*Exchange)

// Message is a message as it came over the wire.
type Message struct {
	Role      string `json:"role"`
	Content   string `json:"content"`
	ToolCalls []struct {
		ID       string `json:"id"`
		Function struct {
			Name      string `json:"name"`
			Arguments string `json:"arguments"`
		} `json:"function"`
	} `json:"tool_calls"`
	ToolCallID string `json:"tool_call_id"`
}

// Request is a request for a chat as it came over the wire.
type Request struct {
	Header   http.Header `json:"-"`
	Body     string      `json:"-"`
	Model    string      `json:"model"`
	Stream   bool        `json:"stream"`
	Messages []Message   `json:"messages"`
	Tools    []struct {
		Function struct {
			Name        string          `json:"name"`
			Description string          `json:"description"`
			Parameters  json.RawMessage `json:"parameters"`
		} `json:"function"`
	} `json:"tools"`
}

// Last gives the newest message.
func (r Request) Last() Message {
	if len(r.Messages) == 0 {
		return Message{}
	}
	return r.Messages[len(r.Messages)-1]
}

// Server is a running endpoint. Its address for engines is URL + "/v1".
type Server struct {
	URL string

	mu       sync.Mutex
	scripts  []Script
	requests []Request
	visits   []string      // the paths of all requests
	gone     chan struct{} // closed at the end of the test
	left     chan struct{} // gets a token when a client hangs up
}

// New starts an endpoint whose answers follow the scripts, one a request; the last one goes on for all that follow.
func New(t testing.TB, scripts ...Script) *Server {
	t.Helper()
	s := &Server{scripts: scripts, gone: make(chan struct{}), left: make(chan struct{}, 100)}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /v1/models", s.models)
	mux.HandleFunc("POST /v1/chat/completions", s.chat)
	h := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.visits = append(s.visits, r.URL.Path)
		s.mu.Unlock()
		mux.ServeHTTP(w, r)
	}))
	s.URL = h.URL
	t.Cleanup(func() {
		close(s.gone)
		h.CloseClientConnections()
		h.Close()
	})
	return s
}

// BaseURL is the address that an engine is given.
func (s *Server) BaseURL() string { return s.URL + "/v1" }

// Requests gives the requests for chats so far.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]Request{}, s.requests...)
}

// Visits gives the paths that were asked for so far, chats or not.
func (s *Server) Visits() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string{}, s.visits...)
}

// Left gets a token whenever a client hangs up on an answer.
func (s *Server) Left() <-chan struct{} { return s.left }

func (s *Server) models(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = fmt.Fprintf(w, `{"object":"list","data":[{"id":%q,"object":"model"},{"id":"another","object":"model"}]}`, Model)
}

func (s *Server) chat(w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	request := Request{Header: r.Header.Clone(), Body: string(body)}
	if err := json.Unmarshal(body, &request); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	s.mu.Lock()
	number := len(s.requests)
	s.requests = append(s.requests, request)
	script := s.scripts[min(number, len(s.scripts)-1)]
	s.mu.Unlock()
	script(&Exchange{Request: request, w: w, r: r, server: s})
}
