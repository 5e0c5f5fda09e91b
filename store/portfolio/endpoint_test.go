package portfolio

import (
	"strings"
	"testing"
)

func TestEndpoint_runsWhereItsAddressLeads(t *testing.T) {
	for address, want := range map[string]Place{
		"http://localhost:11434/v1": ThisComputer, "http://LOCALHOST./v1": ThisComputer, "http://127.0.0.1/v1": ThisComputer,
		"http://127.9.9.9:1234": ThisComputer, "http://[::1]:8080/v1": ThisComputer, "http://ollama.localhost/v1": ThisComputer,
		"https://api.example/v1": AnotherComputer, "http://192.168.1.7:11434/v1": AnotherComputer, "http://0.0.0.0/v1": AnotherComputer,
		"http://localhost.example/v1": AnotherComputer, "http://127.0.0.1.example/v1": AnotherComputer, "::": AnotherComputer,
	} {
		e := Endpoint{BaseURL: address}
		if got := e.Place(); got != want || e.Allowed() != (want == ThisComputer) {
			t.Errorf("%s is %s, want %s; allowed %v", address, got, want, e.Allowed())
		}
	}
}

func TestEndpoint_refusesWhatCannotBeReachedOrWouldTellTheKey(t *testing.T) {
	good := Endpoint{Name: "Ollama", BaseURL: "http://localhost:11434/v1", Model: "m"}
	if err := good.Validate(); err != nil {
		t.Fatal(err)
	}
	for says, change := range map[string]func(*Endpoint){
		"needs a name":  func(e *Endpoint) { e.Name = " " },
		"an address of": func(e *Endpoint) { e.BaseURL = "localhost:11434" },
		"address of an": func(e *Endpoint) { e.BaseURL = "file:///etc/passwd" },
		"no user":       func(e *Endpoint) { e.BaseURL = "https://me:secret@api.example/v1" },
		"kept separate": func(e *Endpoint) { e.BaseURL = "https://api.example/v1?key=secret" },
		"only sent ove": func(e *Endpoint) { e.BaseURL, e.UsesKey = "http://api.example/v1", true },
		"Choose a mode": func(e *Endpoint) { e.Model = "" },
		"of 16 tokens":  func(e *Endpoint) { e.Context = 16 },
		"of 1000000000": func(e *Endpoint) { e.Context = 1e9 },
	} {
		e := good
		change(&e)
		if err := e.Validate(); ErrorCode(err) != EInvalid || !strings.Contains(err.Error(), says) {
			t.Errorf("%+v: %v, want %q", e, err, says)
		}
	}
}
