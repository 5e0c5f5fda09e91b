package app

import (
	"cmp"
	"context"
	"slices"
	"sync"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// mostEarly is how many tickets are remembered that were given up before their read began. Few are: each call of the window
// runs at once, only not in the order of the calls.
const mostEarly = 64

// longestTicket bounds a ticket, in bytes: some are remembered.
const longestTicket = 200

// reads are the reads under way that the window may give up, each by the ticket that the window made for it: a search whose
// text was typed over, a list that was left. A ticket names one read, so giving it up never stops a newer one, in whatever
// order the calls come. The zero value is ready.
type reads struct {
	mu    sync.Mutex
	stops map[string]context.CancelFunc
	early []string // given up before they began, the newest last
}

// begin gives the context of a read; done ends it. A read without a ticket cannot be given up.
func (r *reads) begin(ctx context.Context, ticket string) (next context.Context, done context.CancelFunc) {
	if ticket == "" {
		return ctx, func() {}
	}
	next, stop := context.WithCancel(ctx)
	r.mu.Lock()
	defer r.mu.Unlock()
	if slices.Contains(r.early, ticket) {
		stop()
		return next, stop
	}
	if r.stops == nil {
		r.stops = map[string]context.CancelFunc{}
	}
	r.stops[ticket] = stop
	return next, func() {
		stop()
		r.mu.Lock()
		defer r.mu.Unlock()
		delete(r.stops, ticket)
	}
}

// giveUp stops the read of a ticket, now or as soon as it begins.
func (r *reads) giveUp(ticket string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if stop, ok := r.stops[ticket]; ok {
		stop()
		return
	}
	r.early = append(r.early[max(0, len(r.early)-mostEarly+1):], ticket)
}

// read is call for a body that only reads, and that the window may give up by its ticket: it then fails with ECancelled.
func read[T any](s *session, name, ticket string, body func(context.Context, *desk.Desk) (T, error)) (T, error) {
	return work(s, name, ticket, func(ctx context.Context, d *desk.Desk) (T, error) {
		result, err := body(ctx, d)
		return result, cmp.Or(err, ctx.Err())
	})
}

// work is read for a body that leaves something, a file or a report: what it left before it was given up stays, and is given.
func work[T any](s *session, name, ticket string, body func(context.Context, *desk.Desk) (T, error)) (T, error) {
	return call(s, name, func(ctx context.Context, d *desk.Desk) (T, error) {
		ctx, done := s.reads.begin(ctx, ticket)
		defer done()
		result, err := body(ctx, d)
		if err != nil && ctx.Err() != nil {
			var none T
			return none, portfolio.Errorf(portfolio.ECancelled, "Nobody waits for this any more.")
		}
		return result, err
	})
}

// GiveUp stops a read that the window no longer waits for.
func (d *Desk) GiveUp(ticket string) error {
	return run(d.s, "Desk.GiveUp", func(context.Context, *desk.Desk) error {
		if len(ticket) > longestTicket {
			return portfolio.Invalidf("A ticket has at most %d characters.", longestTicket)
		}
		d.s.reads.giveUp(ticket)
		return nil
	})
}
