package desk

import (
	"context"
	"sync"

	"portfolio-ai/agent/analyst"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// view is a portfolio that stands on a day, with the engine that answers questions about it.
type view struct {
	*store.DB
	*analyst.Analyst

	mu    sync.Mutex
	users int  // answers that read it
	left  bool // nobody looks at it any more; it is closed with its last user
}

// viewOf puts an engine beside a portfolio.
func viewOf(db *store.DB) *view { return &view{DB: db, Analyst: analyst.New(db)} }

// use keeps a view open until release. It reports false for one that nobody looks at any more.
func (v *view) use() bool {
	v.mu.Lock()
	defer v.mu.Unlock()
	if !v.left {
		v.users++
	}
	return !v.left
}

// release gives back what use took.
func (v *view) release(d *Desk) {
	v.mu.Lock()
	v.users--
	over := v.left && v.users == 0
	v.mu.Unlock()
	if over {
		v.close(d)
	}
}

// leave closes a view that is not the portfolio of today, once no answer reads it any more: a question about a past day is
// answered from that day.
func (v *view) leave(d *Desk) {
	if v == d.today {
		return
	}
	v.mu.Lock()
	v.left = true
	over := v.users == 0
	v.mu.Unlock()
	if over {
		v.close(d)
	}
}

func (v *view) close(d *Desk) {
	if err := v.Close(); err != nil {
		d.log.Error("remove a copy of the portfolio", "error", err)
	}
}

// on gives the portfolio assessed as of a day; the zero day, and the clock's, give the portfolio itself.
func (d *Desk) on(ctx context.Context, day portfolio.Date) (*view, error) {
	if day == "" || day == d.Store.Today() {
		return d.today, nil
	}
	db, err := d.Store.Assuming(ctx, day)
	if err != nil {
		return nil, err
	}
	return viewOf(db), nil
}

// shown is the view that the window shows.
func (d *Desk) shown() *view {
	if past := d.past.Load(); past != nil {
		return past
	}
	return d.today
}

// used gives the view that is shown, which stays open until it is released.
func (d *Desk) used() *view {
	for {
		if v := d.shown(); v.use() {
			return v
		}
	}
}

// Shown is the portfolio that the window shows: the one of today, or of the past day that LookBack went to.
func (d *Desk) Shown() *store.DB { return d.shown().DB }

// LookBack shows the portfolio as of a past day, read-only, until Today. It fails with EInvalid for a day that is not past.
func (d *Desk) LookBack(ctx context.Context, day portfolio.Date) error {
	past, err := d.Store.LookBack(ctx, day)
	if err != nil {
		return err
	}
	d.show(viewOf(past))
	return nil
}

// Prepare reads ahead what the next question will need. It is worth calling when something was written.
func (d *Desk) Prepare(ctx context.Context) error { return d.shown().Prepare(ctx) }

// Today shows the portfolio of today again.
func (d *Desk) Today() { d.show(nil) }

// show swaps what is shown; nil is today.
func (d *Desk) show(v *view) {
	if before := d.past.Swap(v); before != nil {
		before.leave(d)
	}
}
