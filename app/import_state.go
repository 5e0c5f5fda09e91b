package app

import (
	"context"
	"sync"

	"portfolio-ai/app/desk"
)

// imports are the import that is under way, or the check of one, and the newest check. The zero value is ready.
type imports struct {
	mu       sync.Mutex
	number   int                // of the newest that began
	stop     context.CancelFunc // stops what is under way; nil where nothing is
	checking bool               // that is a check
	check    *desk.ImportCheck
	checked  int // the number of check
}

// begin makes the import, or the check, that cancel stops; done ends it. A check under way is stopped by what begins after
// it: nobody waits for it any more. An import never is.
func (i *imports) begin(parent context.Context, check bool) (ctx context.Context, number int, done func()) {
	ctx, stop := context.WithCancel(parent)
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.stop != nil && i.checking {
		i.stop()
	}
	i.number++
	number = i.number
	i.stop, i.checking = stop, check
	return ctx, number, func() {
		stop()
		i.mu.Lock()
		defer i.mu.Unlock()
		if i.number == number {
			i.stop = nil
		}
	}
}

// cancel stops the import that is under way, which leaves the check to look at. Where none is, it stops and lets go of the
// check.
func (i *imports) cancel() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.stop != nil {
		i.stop()
	}
	if i.stop == nil || i.checking {
		i.check = nil
	}
}

// keep holds a check, unless a newer one began meanwhile.
func (i *imports) keep(number int, check *desk.ImportCheck) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.number == number {
		i.check, i.checked = check, number
	}
}

// kept gives the check of a number, nil where it is no longer held.
func (i *imports) kept(number int) *desk.ImportCheck {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.checked != number {
		return nil
	}
	return i.check
}

// forget lets go of the check.
func (i *imports) forget() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.check = nil
}
