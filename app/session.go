// Package app is the window: it binds the desk to the web view and is the only package that imports Wails. Each bound
// struct is one area of the product; its methods are thin and go through call.
package app

import (
	"context"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/app/desk"
	"portfolio-ai/app/desk/faults"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// session is what the bound structs share. A call can come before the desk is open: it waits for ready.
type session struct {
	build   desk.Build
	dataDir string
	desktop desktop
	log     *slog.Logger
	crashes *faults.Crashes

	ready chan struct{} // closed when desk or problem is set
	once  sync.Once
	desk  *desk.Desk
	turns *agent.Turns
	fault atomic.Pointer[fault] // why there is no desk; nil where there is one

	background sync.WaitGroup // what goes on while the window is open
	written    *time.Timer    // runs out when nothing was written for a while, or when the window asks

	ahead chan *pageStart // what the first page begins with, once; closed then
	asked atomic.Bool     // a page was asked for: what was read ahead is for no other, as settings may have changed since

	reads reads // what the window may give up

	imports imports

	backUpEvery time.Duration

	recovering sync.Mutex             // held while a person has a portfolio that cannot be opened replaced
	damage     atomic.Pointer[string] // what the quick check found
	chosen     chosenFiles

	mu     sync.Mutex
	life   context.Context // ends when the window closes
	end    context.CancelFunc
	saved  string // path of the file that was written last where a person said; "" before
	fuller string // path of the backup that holds more than the one that the person last wanted there; "" where none does
}

// newSession makes a session whose desk is not open yet.
func newSession(build desk.Build, dataDir string, d desktop, log *slog.Logger) *session {
	life, end := context.WithCancel(context.Background())
	return &session{build: build, dataDir: dataDir, desktop: d, log: log, crashes: faults.NewCrashes(dataDir, build.String()), ready: make(chan struct{}), ahead: make(chan *pageStart, 1), written: stopped(), backUpEvery: backUpEvery, life: life, end: end}
}

// fault is why a desk could not be opened.
type fault struct{ error }

// open opens the desk and lets the waiting calls go on. What went wrong is kept for the window to show.
func (s *session) open(ctx context.Context) {
	s.once.Do(func() {
		defer close(s.ready)
		s.desktop.onDrop(s.dropped)
		s.watchCrashes()
		s.tryOpen(ctx)
	})
}

// tryOpen opens the desk, or keeps why it cannot be opened.
func (s *session) tryOpen(ctx context.Context) {
	d, err := desk.Open(ctx, desk.Options{DataDir: s.dataDir, Log: s.log})
	if err != nil {
		s.fault.Store(&fault{err})
		s.log.Error("open the desk", "error", err)
		return
	}
	s.watchCrashes() // where there was no data folder before
	events := &emitter{s}
	s.desk, s.turns = d, d.Turns(events, rehearsedPace())
	if err := s.turns.Recover(ctx); err != nil {
		s.log.Error("recover conversations", "error", err)
	}
	d.Store.OnChange(func(c store.Changed) {
		s.emit(DataChanged{ChangeSet: c.ChangeSet, Entities: c.Entities, Proposals: c.Proposals, External: c.External})
		s.written.Reset(calm)
	})
	for _, f := range []func(){s.readAhead, s.prepare, s.watch, s.followDays, s.backUp, s.checkQuickly} {
		s.background.Go(f)
	}
	s.fault.Store(nil)
}

// problem is why there is no desk; nil where there is one.
func (s *session) problem() error {
	if f := s.fault.Load(); f != nil {
		return f.error
	}
	return nil
}

// watch lets the window show what other processes write to its file.
func (s *session) watch() { s.desk.Store.Watch(s.life) }

// calm is how long nothing may be written before names are read ahead: an import would have them read again and again.
const calm = time.Second

// stopped makes a timer that runs when it is reset.
func stopped() *time.Timer {
	timer := time.NewTimer(0)
	timer.Stop()
	return timer
}

// prepare reads ahead, when the window asks and after writes, what the next question will need.
func (s *session) prepare() {
	defer s.written.Stop()
	for {
		select {
		case <-s.life.Done():
			return
		case <-s.written.C:
		}
		if err := s.desk.Prepare(s.life); err != nil && s.life.Err() == nil {
			s.log.Error("read names ahead", "error", err)
		}
	}
}

// dayCheck is how often the day is looked at: a computer that slept through midnight must notice too.
const dayCheck = time.Minute

// followDays assesses the portfolio anew when a day begins, and tells the window.
func (s *session) followDays() {
	day := s.desk.Store.Today()
	ticker := time.NewTicker(dayCheck)
	defer ticker.Stop()
	for {
		select {
		case <-s.life.Done():
			return
		case <-ticker.C:
		}
		if today := s.desk.Store.Today(); today != day {
			day = today
			if err := s.desk.Store.Reassess(s.life); err != nil {
				s.log.Error("assess the portfolio", "error", err)
			}
			s.emit(s.state())
		}
	}
}

// close ends what runs and closes the desk.
func (s *session) close() {
	s.end()
	<-s.ready
	defer s.leaveCrashes()
	if s.problem() != nil {
		return
	}
	s.background.Wait()
	s.turns.Close()
	s.backUpNow(context.Background(), portfolio.BackupOnQuit)
	if err := s.desk.Close(); err != nil {
		s.log.Error("close the desk", "error", err)
	}
}

// call runs the body of a bound method that needs the desk: it waits for it, says why there is none, and gives the body
// a context that ends with the window.
func call[T any](s *session, name string, body func(context.Context, *desk.Desk) (T, error)) (T, error) {
	return guard(s, name, func() (result T, err error) {
		<-s.ready
		if err := s.problem(); err != nil {
			return result, portfolio.Errorf(portfolio.ENotReady, "%s", portfolio.ErrorMessage(err))
		}
		return body(s.life, s.desk)
	})
}

// guard runs the body of any bound method. It turns a panic into an error, because the web view would wait for ever, and
// keeps the detail of a fault of ours in the log.
func guard[T any](s *session, name string, body func() (T, error)) (result T, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			stack := debug.Stack()
			s.log.Error("panic in a bound method", "method", name, "panic", fault, "stack", string(stack))
			if err := s.crashes.Caught(name, fault, stack); err != nil {
				s.log.Error("keep the report of a crash", "error", err)
			}
			err = portfolio.Errorf(portfolio.EInternal, "%s", portfolio.ErrorMessage(nil))
		}
	}()
	result, err = body()
	if portfolio.ErrorCode(err) == portfolio.EInternal {
		s.log.Error("bound method failed", "method", name, "error", err)
	}
	return result, err
}

// run is call for a body without a result.
func run(s *session, name string, body func(context.Context, *desk.Desk) error) error {
	_, err := call(s, name, func(ctx context.Context, d *desk.Desk) (struct{}, error) { return struct{}{}, body(ctx, d) })
	return err
}
