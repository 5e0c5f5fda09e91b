package model

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"strings"
	"syscall"
	"time"

	"portfolio-ai/store/portfolio"
)

// Connecting is quick where it works at all; waiting for the first words is the business of the stall limit.
const connectTimeout = 5 * time.Second

// errElsewhere is an address that says it is this computer and leads to another.
var errElsewhere = errors.New("the address leads to another computer")

// NewClient makes the only client that talks to an endpoint. It goes to the endpoint's address and to no other: no
// redirect is followed; what says it is this computer goes to no other, and through no proxy. It sends the key, where
// there is one, and of its own accord nothing that tells of this computer or of its environment.
func NewClient(e portfolio.Endpoint, key string) *http.Client {
	dialer := &net.Dialer{Timeout: connectTimeout}
	t := &http.Transport{
		TLSHandshakeTimeout: connectTimeout, ForceAttemptHTTP2: true, MaxIdleConns: 4, IdleConnTimeout: time.Minute,
		Proxy: http.ProxyFromEnvironment,
	}
	if e.Place() == portfolio.ThisComputer {
		t.Proxy = nil
		dialer.Control = onlyLoopback
	}
	t.DialContext = dialer.DialContext
	return &http.Client{Transport: plainly{t, key}}
}

// onlyLoopback refuses a connection that leaves this computer, whatever its name was resolved to.
func onlyLoopback(_, address string, _ syscall.RawConn) error {
	to, err := netip.ParseAddrPort(address)
	if err != nil || !to.Addr().Unmap().IsLoopback() {
		return errElsewhere
	}
	return nil
}

// plainly sends requests with these headers only. The library would add the key of another program from the environment
// (OPENAI_API_KEY), and what system this is.
type plainly struct {
	next http.RoundTripper
	key  string
}

// RoundTrip implements http.RoundTripper.
func (p plainly) RoundTrip(r *http.Request) (*http.Response, error) {
	sent := r.Clone(r.Context())
	sent.Header = http.Header{"User-Agent": {"portfolio-ai"}}
	for _, kept := range []string{"Accept", "Content-Type"} {
		if v := r.Header.Get(kept); v != "" {
			sent.Header.Set(kept, v)
		}
	}
	if p.key != "" {
		sent.Header.Set("Authorization", "Bearer "+p.key)
	}
	response, err := p.next.RoundTrip(sent)
	switch {
	case err != nil:
		return nil, err
	case response.StatusCode >= 300 && response.StatusCode < 400:
		err = errRedirect
	case response.StatusCode < 300 && strings.HasPrefix(response.Header.Get("Content-Type"), "text/html"):
		err = errPage
	default:
		return response, nil
	}
	return nil, errors.Join(err, response.Body.Close())
}

// CloseIdleConnections lets the client close what it does not need any more.
func (p plainly) CloseIdleConnections() {
	if c, ok := p.next.(interface{ CloseIdleConnections() }); ok {
		c.CloseIdleConnections()
	}
}

// addressOf gives the address of a path of an endpoint.
func addressOf(e portfolio.Endpoint, path string) string {
	return strings.TrimRight(e.BaseURL, "/") + path
}
