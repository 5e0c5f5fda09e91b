package app

import (
	"context"
	"sync"

	"portfolio-ai/app/desk"
)

// imports are the import that is under way, and the newest check of one. The zero value is ready.
type imports struct {
	mu    sync.Mutex
	stop  *context.CancelFunc // stops the import under way; nil where none is
	begun int                 // checks that began
	check *desk.ImportCheck
	last  int // the number of check; of what began before it, nothing is kept any more
}

// begin makes the import that cancel stops; done ends it.
func (i *imports) begin(parent context.Context) (ctx context.Context, done func()) {
	ctx, stop := context.WithCancel(parent)
	i.mu.Lock()
	defer i.mu.Unlock()
	i.stop = &stop
	return ctx, func() {
		stop()
		i.mu.Lock()
		defer i.mu.Unlock()
		if i.stop == &stop {
			i.stop = nil
		}
	}
}

// cancel stops the import that is under way, which leaves the check to look at. Where none is, it lets go of the check.
func (i *imports) cancel() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.stop != nil {
		(*i.stop)()
		return
	}
	i.check, i.last = nil, i.begun
}

// number gives the number of a check that begins.
func (i *imports) number() int {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.begun++
	return i.begun
}

// keep holds a check, unless one that began after it is held or was let go of.
func (i *imports) keep(number int, check *desk.ImportCheck) {
	i.mu.Lock()
	defer i.mu.Unlock()
	if number > i.last {
		i.check, i.last = check, number
	}
}

// kept gives the check of a number, nil where it is no longer held.
func (i *imports) kept(number int) *desk.ImportCheck {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.last != number {
		return nil
	}
	return i.check
}

// forget lets go of the check, and of what is under way now and not yet kept.
func (i *imports) forget() {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.check, i.last = nil, i.begun
}
