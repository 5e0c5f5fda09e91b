package desk

import (
	"runtime/debug"
	"sync"
)

// frugalPercent is how much garbage, in percent of what is in use, may gather while files come in.
const frugalPercent = 25

// frugal counts who asked for a small heap.
var frugal struct {
	sync.Mutex
	users, before int
}

// beFrugal has garbage collected sooner, until the function that it gives is called. All programs of a file are in memory
// while it comes in, and twice as much for their garbage would not be.
func beFrugal() (enough func()) {
	frugal.Lock()
	defer frugal.Unlock()
	if frugal.users++; frugal.users == 1 {
		frugal.before = debug.SetGCPercent(frugalPercent)
	}
	return func() {
		frugal.Lock()
		defer frugal.Unlock()
		if frugal.users--; frugal.users == 0 {
			debug.SetGCPercent(frugal.before)
		}
	}
}
