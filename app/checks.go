package app

import (
	"context"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// CheckProgress says how many parts of a check of the portfolio file are done.
type CheckProgress struct {
	Done  int `json:"done"`
	Total int `json:"total"`
}

// CheckFile looks for anything in the portfolio file that contradicts itself. Progress comes as events; the ticket gives it up.
func (d *Desk) CheckFile(ticket string) (portfolio.CheckReport, error) {
	return read(d.s, "Desk.CheckFile", ticket, func(ctx context.Context, open *desk.Desk) (portfolio.CheckReport, error) {
		return open.Store.CheckTelling(ctx, func(done, total int) { d.s.emit(CheckProgress{Done: done, Total: total}) })
	})
}

// checkAfter is how long after the start the file is checked quickly: the first pages come before.
const checkAfter = 10 * time.Second

// checkQuickly checks the file once, on the side, and tells the window where it is damaged.
func (s *session) checkQuickly() {
	select {
	case <-s.life.Done():
		return
	case <-time.After(checkAfter):
	}
	damage, err := s.desk.Store.QuickCheck(s.life)
	if err != nil {
		if s.life.Err() == nil {
			s.log.Error("check the file", "error", err)
		}
		return
	}
	if damage != "" {
		s.damage.Store(&damage)
		s.emit(s.state())
	}
}
