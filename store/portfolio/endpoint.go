package portfolio

import (
	"net"
	"net/url"
	"slices"
	"strings"
)

// ToolUse says whether a model calls tools.
type ToolUse string

// The answers. ToolsUnknown is tried with tools, and without where the endpoint refuses them.
const (
	ToolsUnknown ToolUse = "unknown"
	ToolsYes     ToolUse = "yes"
	ToolsNo      ToolUse = "no"
)

// ToolUses lists the answers.
var ToolUses = []ToolUse{ToolsUnknown, ToolsYes, ToolsNo}

// Place is where an endpoint runs, seen from this program.
type Place string

// The places. Only an address that cannot leave the computer counts as this one.
const (
	ThisComputer    Place = "this computer"
	AnotherComputer Place = "another computer"
)

// Places lists them.
var Places = []Place{ThisComputer, AnotherComputer}

// Endpoint is a language model at an address, which a person chose as an engine. It is a preference, not a fact of the
// portfolio, and it never holds a key.
type Endpoint struct {
	ID         string  `json:"id"`
	Name       string  `json:"name"`     // unique without regard to case
	BaseURL    string  `json:"base_url"` // where /chat/completions and /models are below, such as http://localhost:11434/v1
	Model      string  `json:"model"`
	Context    int     `json:"context"` // tokens that the model can take; 0 is not known
	Tools      ToolUse `json:"tools"`
	UsesKey    bool    `json:"uses_key"`    // the endpoint asks for a key, which is kept elsewhere
	HideOwners bool    `json:"hide_owners"` // owners leave as "Owner 1" and come back as themselves
	AgreedTo   string  `json:"agreed_to"`   // the BaseURL that a person agreed to send to; of another computer only
}

// Place says where the endpoint runs.
func (e Endpoint) Place() Place {
	u, err := url.Parse(e.BaseURL)
	if err == nil && IsLoopback(u.Hostname()) {
		return ThisComputer
	}
	return AnotherComputer
}

// IsLoopback reports whether a host is this computer by what it says: localhost, or an address of the loopback network.
func IsLoopback(host string) bool {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if host == "localhost" || strings.HasSuffix(host, ".localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// What a context may be, in tokens: less has no room for a question with its facts, more is a slip of the finger.
const (
	leastContext = 2_000
	mostContext  = 100_000_000
)

// Allowed reports whether questions may be sent: to this computer always, to another once a person agreed to the address.
func (e Endpoint) Allowed() bool { return e.Place() == ThisComputer || e.AgreedTo == e.BaseURL }

// Validate checks that the endpoint can be named and reached. It fails with EInvalid.
func (e Endpoint) Validate() error {
	u, err := url.Parse(e.BaseURL)
	switch {
	case strings.TrimSpace(e.Name) == "":
		return Invalidf("An engine needs a name.")
	case err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return Invalidf("%q is not an address of an engine; write it like http://localhost:11434/v1.", e.BaseURL)
	case u.User != nil || u.RawQuery != "" || u.Fragment != "":
		return Invalidf("The address of an engine holds no user, key or query; a key is kept separately.")
	case u.Scheme == "http" && e.Place() == AnotherComputer && e.UsesKey:
		return Invalidf("A key is only sent over https, and %q is http.", e.BaseURL)
	case strings.TrimSpace(e.Model) == "":
		return Invalidf("Choose a model of the engine.")
	case slices.ContainsFunc([]string{e.Name, e.BaseURL, e.Model, e.AgreedTo}, func(text string) bool { return IsLonger(text, LongestName) }):
		return Invalidf("The name, the address and the model of an engine may have up to %d characters each.", LongestName)
	case e.Tools != "" && !slices.Contains(ToolUses, e.Tools):
		return Invalidf("%q does not say whether a model calls tools.", string(e.Tools))
	case e.Context != 0 && (e.Context < leastContext || e.Context > mostContext):
		return Invalidf("A context of %d tokens cannot be right; leave it empty where you do not know it.", e.Context)
	}
	return nil
}
