package desk

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"portfolio-ai/store/portfolio"
)

// fakeChain stands in for the keychain of the system, which a test must not write to.
type fakeChain struct {
	mu     sync.Mutex
	kept   map[string]string
	broken error         // given by every method
	waits  chan struct{} // every method waits for it, where it is not nil
}

func (f *fakeChain) begin() func() {
	if f.waits != nil {
		<-f.waits
	}
	f.mu.Lock()
	return f.mu.Unlock
}

func (f *fakeChain) Get(account string) (string, error) {
	defer f.begin()()
	if f.broken != nil {
		return "", f.broken
	}
	key, ok := f.kept[account]
	if !ok {
		return "", keyring.ErrNotFound
	}
	return key, nil
}

func (f *fakeChain) Set(account, key string) error {
	defer f.begin()()
	if f.broken == nil {
		f.kept[account] = key
	}
	return f.broken
}

func (f *fakeChain) Delete(account string) error {
	defer f.begin()()
	delete(f.kept, account)
	return f.broken
}

func newChain() *fakeChain { return &fakeChain{kept: map[string]string{}} }

func TestKeys_areFoundWhereTheyAreKept(t *testing.T) {
	t.Setenv(KeyVariable, "")
	chain := newChain()
	k := newKeys(chain)
	found := func(want string, at KeyPlace) {
		t.Helper()
		if key, place, err := k.find(t.Context(), "e"); err != nil || key != want || place != at {
			t.Errorf("found %q %s, %v; want %q %s", key, place, err, want, at)
		}
	}
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Error(err)
		}
	}
	found("", KeyNowhere)
	must(k.keep(t.Context(), "e", " one ", KeyInKeychain))
	found("one", KeyInKeychain)
	must(k.keep(t.Context(), "e", "two", KeyInSession))
	found("two", KeyInSession)
	t.Setenv(KeyVariable, "three")
	found("three", KeyInEnvironment)
	t.Setenv(KeyVariable, "")
	must(k.forget(t.Context(), "e"))
	found("", KeyNowhere)
	if len(chain.kept) > 0 {
		t.Error("the keychain still has a key")
	}
	for _, key := range []string{"", " ", "one\ntwo"} {
		if err := k.keep(t.Context(), "e", key, KeyInSession); portfolio.ErrorCode(err) != portfolio.EInvalid {
			t.Errorf("%q: %v", key, err)
		}
	}
}

func TestKeys_withoutAKeychainAPersonIsToldWhatToDo(t *testing.T) {
	t.Setenv(KeyVariable, "")
	never := make(chan struct{})
	t.Cleanup(func() { close(never) })
	for name, chain := range map[string]*fakeChain{
		"no bus":       {broken: errors.New(`exec: "dbus-launch": executable file not found in $PATH`)},
		"it is locked": {waits: never, kept: map[string]string{}},
	} {
		k := newKeys(chain)
		k.timeout = 20 * time.Millisecond
		_, _, err := k.find(t.Context(), "e")
		for what, err := range map[string]error{"find": err, "keep": k.keep(t.Context(), "e", "key", KeyInKeychain)} {
			if portfolio.ErrorCode(err) != portfolio.EEndpoint || !strings.Contains(err.Error(), "for this session") || strings.Contains(err.Error(), "dbus") {
				t.Errorf("%s, %s: %v", name, what, err)
			}
		}
		if err := k.keep(t.Context(), "e", "key", KeyInSession); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if key, place, err := k.find(t.Context(), "e"); key != "key" || place != KeyInSession || err != nil {
			t.Errorf("%s: found %q %s, %v", name, key, place, err)
		}
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := newKeys(&fakeChain{waits: never, kept: map[string]string{}}).find(ctx, "e"); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}
