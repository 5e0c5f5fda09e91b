package model

import (
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/store/portfolio"
)

func TestClient_sendsTheKeyAndNothingFromTheEnvironment(t *testing.T) {
	t.Setenv("OPENAI_API_KEY", "key-of-another-program")
	t.Setenv("OPENAI_ORG_ID", "org-of-another-program")
	t.Setenv("OPENAI_CUSTOM_HEADERS", "X-Secret: of another program")
	t.Setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/of-another-program")
	for key, want := range map[string]string{"": "", "mine": "Bearer mine"} {
		s := modeltest.New(t, modeltest.Say("Hello"))
		e, err := New(Options{Endpoint: at(s), Key: key, Workspace: furnished(t)})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := ask(t.Context(), e, agent.Question{}); err != nil {
			t.Fatal(err)
		}
		header := s.Requests()[0].Header
		if got := header.Get("Authorization"); got != want {
			t.Errorf("authorization is %q, want %q", got, want)
		}
		var names []string
		for name := range header {
			names = append(names, name)
		}
		slices.Sort(names)
		allowed := []string{"Accept", "Accept-Encoding", "Authorization", "Content-Length", "Content-Type", "User-Agent"}
		if i := slices.IndexFunc(names, func(n string) bool { return !slices.Contains(allowed, n) }); i >= 0 {
			t.Errorf("sends %s: %s", names[i], header.Get(names[i]))
		}
		if header.Get("User-Agent") != "portfolio-ai" {
			t.Errorf("says it is %q", header.Get("User-Agent"))
		}
	}
}

func TestClient_followsNobodyElsewhere(t *testing.T) {
	elsewhere := modeltest.New(t, modeltest.Say("Hello from elsewhere"))
	s := modeltest.New(t, modeltest.Redirect(elsewhere.BaseURL()+"/chat/completions"))
	_, h, err := ask(t.Context(), engine(t, furnished(t), at(s)), agent.Question{})
	if portfolio.ErrorCode(err) != portfolio.EEndpoint || !strings.Contains(err.Error(), "is not followed") || h.text.String() != "" {
		t.Errorf("answered %q, %v", h.text.String(), err)
	}
	if visits := elsewhere.Visits(); len(visits) > 0 {
		t.Errorf("went to %v elsewhere", visits)
	}
}

func TestClient_whatSaysItIsThisComputerGoesToNoOther(t *testing.T) {
	for address, want := range map[string]error{"127.0.0.1:80": nil, "[::1]:80": nil, "192.0.2.7:80": errElsewhere, "[2001:db8::1]:80": errElsewhere} {
		if err := onlyLoopback("tcp", address, nil); err != want { //nolint:errorlint // it is compared with nil too
			t.Errorf("%s: %v, want %v", address, err, want)
		}
	}
	proxied := 0
	proxy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { proxied++ }))
	t.Cleanup(proxy.Close)
	t.Setenv("HTTP_PROXY", proxy.URL)
	t.Setenv("http_proxy", proxy.URL)
	s := modeltest.New(t, modeltest.Say("Hello"))
	if _, _, err := ask(t.Context(), engine(t, furnished(t), at(s)), agent.Question{}); err != nil || proxied != 0 {
		t.Errorf("%d requests went through a proxy, %v", proxied, err)
	}
}

func TestNew_sendsNothingToAnotherComputerUntilAPersonAgreed(t *testing.T) {
	e := portfolio.Endpoint{Name: "Far", BaseURL: "https://model.example/v1", Model: "m"}
	if _, err := New(Options{Endpoint: e}); portfolio.ErrorCode(err) != portfolio.EEndpoint || !strings.Contains(err.Error(), "Agree") {
		t.Errorf("err = %v", err)
	}
	e.AgreedTo = e.BaseURL
	if _, err := New(Options{Endpoint: e}); err != nil {
		t.Errorf("after agreeing: %v", err)
	}
	e.BaseURL = "https://other.example/v1"
	if _, err := New(Options{Endpoint: e}); portfolio.ErrorCode(err) != portfolio.EEndpoint {
		t.Errorf("agreed to another address: %v", err)
	}
}

func TestFault_neverRepeatsTheKey(t *testing.T) {
	const key = "sk-very-secret"
	for _, status := range []int{http.StatusBadRequest, http.StatusUnauthorized, http.StatusInternalServerError} {
		s := modeltest.New(t, modeltest.Refuse(status, "your key "+key+" is odd"))
		e, err := New(Options{Endpoint: at(s), Key: key, Workspace: furnished(t), Pause: 1})
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := ask(t.Context(), e, agent.Question{}); err == nil || strings.Contains(err.Error(), key) {
			t.Errorf("status %d: %v", status, err)
		}
	}
}
