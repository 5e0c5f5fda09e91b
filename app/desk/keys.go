package desk

import (
	"context"
	"errors"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/zalando/go-keyring"

	"portfolio-ai/store/portfolio"
)

// KeyVariable is the environment variable whose key is sent to every engine that uses one, whatever else is kept.
const KeyVariable = "PORTFOLIO_AI_API_KEY"

// KeyPlace is where the key of an engine is. It is never in the portfolio file, and so in no backup and no export.
type KeyPlace string

// The places.
const (
	KeyNowhere       KeyPlace = "nowhere"
	KeyInEnvironment KeyPlace = "environment"
	KeyInSession     KeyPlace = "session"  // in memory, gone when the program ends
	KeyInKeychain    KeyPlace = "keychain" // of the system
)

// KeyPlaces lists them.
var KeyPlaces = []KeyPlace{KeyNowhere, KeyInEnvironment, KeyInSession, KeyInKeychain}

// Keychain keeps secrets for the person. Get fails with keyring.ErrNotFound where there is none. Its methods may wait for
// the person, who may be asked to unlock it.
type Keychain interface {
	Get(account string) (string, error)
	Set(account, secret string) error
	Delete(account string) error
}

// systemKeychain is the keychain of the system: Keychain on macOS, Credential Manager on Windows, the Secret Service
// elsewhere.
type systemKeychain struct{}

// keychainService is what the keys are filed under.
const keychainService = "portfolio-ai"

func (systemKeychain) Get(account string) (string, error) {
	return keyring.Get(keychainService, account)
}
func (systemKeychain) Set(account, secret string) error {
	return keyring.Set(keychainService, account, secret)
}
func (systemKeychain) Delete(account string) error { return keyring.Delete(keychainService, account) }

// keychainTimeout is how long a keychain may take, the person who unlocks it included.
const keychainTimeout = 5 * time.Second

// keys finds and keeps the keys of engines. It is safe for concurrent use.
type keys struct {
	chain   Keychain
	timeout time.Duration

	mu      sync.Mutex
	session map[string]string // by endpoint
}

func newKeys(chain Keychain) *keys {
	return &keys{chain: chain, timeout: keychainTimeout, session: map[string]string{}}
}

// find gives the key of an engine and where it is: in the environment, else in this session, else in the keychain.
func (k *keys) find(ctx context.Context, id string) (string, KeyPlace, error) {
	if key := strings.TrimSpace(os.Getenv(KeyVariable)); key != "" {
		return key, KeyInEnvironment, nil
	}
	k.mu.Lock()
	key, ok := k.session[id]
	k.mu.Unlock()
	if ok {
		return key, KeyInSession, nil
	}
	key, err := waited(ctx, k.timeout, func() (string, error) { return k.chain.Get(id) })
	switch {
	case errors.Is(err, keyring.ErrNotFound):
		return "", KeyNowhere, nil
	case err != nil:
		return "", KeyNowhere, unusable(ctx, err)
	}
	return key, KeyInKeychain, nil
}

// longestKey bounds a key, in bytes; those of today have hundreds.
const longestKey = 10_000

// keep keeps a key in the keychain, or for this session only.
func (k *keys) keep(ctx context.Context, id, key string, in KeyPlace) error {
	key = strings.TrimSpace(key)
	if key == "" || strings.ContainsAny(key, "\r\n") {
		return portfolio.Invalidf("Enter the key as the engine's maker gave it, on one line.")
	}
	if len(key) > longestKey {
		return portfolio.Invalidf("A key has at most %d characters.", longestKey)
	}
	switch in {
	case KeyInSession:
	case KeyInKeychain:
		if _, err := waited(ctx, k.timeout, func() (string, error) { return "", k.chain.Set(id, key) }); err != nil {
			return unusable(ctx, err)
		}
	default:
		return portfolio.Invalidf("A key is kept in the keychain or for this session.")
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	delete(k.session, id)
	if in == KeyInSession {
		k.session[id] = key
	}
	return nil
}

// forget takes a key from the session and from the keychain. What cannot be read was not kept there by this program.
func (k *keys) forget(ctx context.Context, id string) error {
	k.mu.Lock()
	delete(k.session, id)
	k.mu.Unlock()
	_, err := waited(ctx, k.timeout, func() (string, error) {
		if _, err := k.chain.Get(id); err != nil {
			return "", nil //nolint:nilerr // see above
		}
		return "", k.chain.Delete(id)
	})
	if err != nil && !errors.Is(err, keyring.ErrNotFound) {
		return unusable(ctx, err)
	}
	return nil
}

// errKeychainWaits is a keychain that did not answer in time.
var errKeychainWaits = errors.New("the keychain did not answer")

// waited runs a call of a keychain, which knows no context, and leaves it behind when it takes too long.
func waited(ctx context.Context, limit time.Duration, call func() (string, error)) (string, error) {
	type result struct {
		text string
		err  error
	}
	results := make(chan result, 1)
	go func() {
		text, err := call()
		results <- result{text, err}
	}()
	timer := time.NewTimer(limit)
	defer timer.Stop()
	select {
	case r := <-results:
		return r.text, r.err
	case <-timer.C:
		return "", errKeychainWaits
	case <-ctx.Done():
		return "", ctx.Err()
	}
}

// unusable says what can be done without a keychain. The cause names commands and buses that help nobody.
func unusable(ctx context.Context, err error) error {
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case errors.Is(err, keyring.ErrSetDataTooBig):
		return portfolio.Invalidf("The key is longer than the keychain of this system takes.")
	case errors.Is(err, errKeychainWaits):
		return portfolio.Errorf(portfolio.EEndpoint, "The keychain of this system did not answer. Unlock it and try again, keep the key for this session only, or set %s.", KeyVariable)
	}
	return portfolio.Errorf(portfolio.EEndpoint, "The keychain of this system cannot be used. Keep the key for this session only, or set %s.", KeyVariable)
}
