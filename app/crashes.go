package app

import (
	"log/slog"

	"github.com/wailsapp/wails/v2/pkg/logger"

	"portfolio-ai/app/desk/faults"
)

// Crashes tells of crashes, from reports that stay on this computer. They are there for a portfolio that cannot be opened, too.
type Crashes struct{ s *session }

// Untold gives the newest report that the person was not told of; the zero report where there is none.
func (c *Crashes) Untold() (faults.Report, error) {
	return guard(c.s, "Crashes.Untold", func() (faults.Report, error) {
		<-c.s.ready // it is looked for as the desk opens
		return c.s.crashes.Untold()
	})
}

// Told keeps that the person was told: they looked at the report, or closed what says that there is one.
func (c *Crashes) Told() error {
	_, err := guard(c.s, "Crashes.Told", func() (struct{}, error) { return struct{}{}, c.s.crashes.Told() })
	return err
}

// Delete deletes a report.
func (c *Crashes) Delete(name string) error {
	_, err := guard(c.s, "Crashes.Delete", func() (struct{}, error) { return struct{}{}, c.s.crashes.Delete(name) })
	return err
}

// watchCrashes has the next crash written down, and makes a report of the last one.
func (s *session) watchCrashes() {
	if err := s.crashes.Watch(); err != nil {
		s.log.Error("watch for crashes", "error", err)
	}
}

// leaveCrashes says that the program ends as it should.
func (s *session) leaveCrashes() {
	if err := s.crashes.Close(); err != nil {
		s.log.Error("leave off watching for crashes", "error", err)
	}
}

// quiet is the log of the window system. Its errors may quote what a call was given: the log says only that there were some.
// What ends the program goes to a person's eyes as it is, before there is a window.
type quiet struct {
	log *slog.Logger
	logger.Logger
}

// Error says that the window system had a fault.
func (q quiet) Error(message string) { q.log.Error("the window system", "characters", len(message)) }
