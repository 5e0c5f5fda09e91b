package model

import (
	"context"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"regexp"
	"strings"
	"syscall"
	"time"

	"charm.land/fantasy"

	"portfolio-ai/store/portfolio"
)

// The faults that are ours to notice.
var (
	errStalled   = errors.New("the model said nothing for too long")
	errEndless   = errors.New("the answer did not end")
	errCircling  = errors.New("the model used tools without end")
	errTooLong   = errors.New("the question does not fit into the context")
	errMute      = errors.New("the model said nothing at all")
	errUnwilling = errors.New("the endpoint filtered the answer")
	errRedirect  = errors.New("the address sends its visitors on")
	errPage      = errors.New("a page for people came instead of an answer")
)

// noTools is how endpoints say that a model cannot call tools: Ollama, llama.cpp, vLLM, OpenRouter and others.
var noTools = regexp.MustCompile(`(?i)not support(ing|ed)? (the use of )?(tool|function)|support tool use|tools? (param|parameter|calls?|calling|choice|is|are)\b.*(requires?|not|un)\s?-?-?(jinja|support|allowed|enable)|tool.{0,40}(not supported|unsupported)`)

// refusesTools reports whether an endpoint refused a request because of the tools in it.
func refusesTools(err error) bool {
	p, ok := errors.AsType[*fantasy.ProviderError](err)
	return ok && p.StatusCode >= 400 && p.StatusCode != http.StatusUnauthorized && noTools.MatchString(p.Message)
}

// worthAgain reports whether the same request may well succeed a moment later.
func worthAgain(err error) bool {
	p, ok := errors.AsType[*fantasy.ProviderError](err)
	return ok && p.IsRetryable()
}

// faults words faults for a person: what happened at this endpoint and what to do.
type faults struct {
	endpoint portfolio.Endpoint
	key      string
	stall    time.Duration
}

// sentence gives an error as a portfolio.Error. What a person stopped, and what is one already, stays as it is.
func (f faults) sentence(err error) error {
	if _, ok := errors.AsType[*portfolio.Error](err); ok || err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	if p, ok := errors.AsType[*fantasy.ProviderError](err); ok && p.StatusCode != 0 {
		return portfolio.Errorf(portfolio.EEndpoint, "%s", f.status(p))
	}
	return portfolio.Errorf(portfolio.EEndpoint, "%s", f.broken(err))
}

// broken words what happened without an answer to read.
func (f faults) broken(err error) string {
	name, at := f.name(), f.endpoint.BaseURL
	var dns *net.DNSError
	var reached net.Error
	var garbled *json.SyntaxError
	switch {
	case errors.Is(err, errStalled):
		return fmt.Sprintf("%s said nothing for %s. Ask again, or choose a smaller model or another engine.", name, spell(f.stall))
	case errors.Is(err, errEndless):
		return fmt.Sprintf("%s came to no end, so its answer was cut. Ask more narrowly, or choose another model.", name)
	case errors.Is(err, errCircling):
		return fmt.Sprintf("%s kept reading the portfolio without coming to an answer. Ask more narrowly, or choose another model.", name)
	case errors.Is(err, errTooLong):
		return fmt.Sprintf("The question and what it needs do not fit into the context of %s. Begin a new conversation, or raise the context in the settings of the engine.", name)
	case errors.Is(err, errMute):
		return fmt.Sprintf("%s gave an empty answer. Ask again, or choose another model.", name)
	case errors.Is(err, errUnwilling):
		return fmt.Sprintf("%s held its answer back by a filter of its own. Word the question differently, or choose another engine.", name)
	case errors.Is(err, errElsewhere):
		return fmt.Sprintf("%s says it is this computer and leads to another, so nothing was sent.", at)
	case errors.Is(err, errRedirect):
		return fmt.Sprintf("%s sends its visitors on to another address, which is not followed. Enter that address in the settings of the engine if you trust it.", at)
	case errors.Is(err, errPage) || errors.As(err, &garbled):
		return fmt.Sprintf("%s sent something that is no answer. Check that %s is the address of an OpenAI-compatible endpoint; it usually ends with /v1.", name, at)
	case errors.Is(err, syscall.ECONNREFUSED):
		return fmt.Sprintf("Nothing answers at %s. Start the engine there, or choose another one.", at)
	case errors.As(err, &dns):
		return fmt.Sprintf("The address %s is not known. Check it in the settings of the engine, and the network.", at)
	case isCertificate(err):
		return fmt.Sprintf("The certificate of %s is not trusted, so nothing was sent. Check the address in the settings of the engine.", at)
	case errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, syscall.ECONNRESET):
		return fmt.Sprintf("The connection to %s broke off before the answer was complete. Ask again.", name)
	case errors.As(err, &reached):
		return fmt.Sprintf("%s cannot be reached at %s. Check the address and the network.", name, at)
	}
	if p, ok := errors.AsType[*fantasy.ProviderError](err); ok {
		return fmt.Sprintf("%s stopped its answer: %s Ask again.", name, f.quote(p.Message))
	}
	return fmt.Sprintf("%s answered in a way that is not understood. Ask again, or choose another engine.", name)
}

// status words an answer with an HTTP status that is no success.
func (f faults) status(p *fantasy.ProviderError) string {
	name, said := f.name(), f.quote(p.Message)
	switch code := p.StatusCode; {
	case code == http.StatusUnauthorized || code == http.StatusForbidden:
		return fmt.Sprintf("%s does not accept the key. Enter it anew in the settings of the engine.", name)
	case p.IsContextTooLarge() || code == http.StatusRequestEntityTooLarge || tooLarge.MatchString(p.Message):
		return f.broken(errTooLong)
	case code == http.StatusNotFound && strings.Contains(strings.ToLower(p.Message), "model"):
		return fmt.Sprintf("%s has no model %q. Choose one of its models in the settings of the engine.", f.endpoint.Name, f.endpoint.Model)
	case code == http.StatusNotFound || code == http.StatusMethodNotAllowed:
		return fmt.Sprintf("There is no chat at %s. Check the address in the settings of the engine; it usually ends with /v1.", f.endpoint.BaseURL)
	case code == http.StatusTooManyRequests:
		return fmt.Sprintf("%s takes no more questions for now. Wait a minute and ask again. It said: %s", name, said)
	case code >= 500:
		return fmt.Sprintf("%s failed at its end. Ask again; if it happens again, look at what the engine reports. It said: %s", name, said)
	}
	return fmt.Sprintf("%s refused the question. It said: %s", name, said)
}

// tooLarge is how endpoints say that a request is longer than the context.
var tooLarge = regexp.MustCompile(`(?i)exceed.{0,40}context|context (size|length|window).{0,40}(exceed|large|small|reach)|too many tokens|prompt is too long`)

// name names the engine in a sentence.
func (f faults) name() string { return Label(f.endpoint) }

// longestQuote is how much of what an endpoint said is passed on, in characters.
const longestQuote = 200

// quote passes on what an endpoint said, as one line and without the key that it may have repeated.
func (f faults) quote(text string) string {
	if f.key != "" {
		text = strings.ReplaceAll(text, f.key, "…")
	}
	runes := []rune(strings.Join(strings.Fields(text), " "))
	if len(runes) > longestQuote {
		runes = append(runes[:longestQuote], '…')
	}
	if len(runes) == 0 {
		return "nothing."
	}
	return "“" + string(runes) + "”."
}

// isCertificate reports whether the other side could not prove who it is.
func isCertificate(err error) bool {
	var unknown x509.UnknownAuthorityError
	var host x509.HostnameError
	var invalid x509.CertificateInvalidError
	return errors.As(err, &unknown) || errors.As(err, &host) || errors.As(err, &invalid)
}

// spell writes a duration in seconds, as people say it.
func spell(d time.Duration) string {
	if d == time.Second {
		return "a second"
	}
	return fmt.Sprintf("%.3g seconds", d.Seconds())
}
