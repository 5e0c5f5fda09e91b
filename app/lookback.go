package app

import (
	"context"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// LookBack shows the whole portfolio as of a past day, read-only, until Today. The window gets the new state as an event
// and fetches everything again.
func (d *Desk) LookBack(day string) (DeskState, error) {
	return call(d.s, "Desk.LookBack", func(ctx context.Context, desk *desk.Desk) (DeskState, error) {
		past, err := portfolio.ParseDate(day)
		if err != nil {
			return DeskState{}, err
		}
		if err := desk.LookBack(ctx, past); err != nil {
			return DeskState{}, err
		}
		return d.s.showAnew(), nil
	})
}

// Today shows the portfolio of today again.
func (d *Desk) Today() (DeskState, error) {
	return call(d.s, "Desk.Today", func(_ context.Context, desk *desk.Desk) (DeskState, error) {
		desk.Today()
		return d.s.showAnew(), nil
	})
}

// showAnew tells the window that everything it shows may be another by now.
func (s *session) showAnew() DeskState {
	state := s.state()
	s.emit(state)
	s.emit(DataChanged{Entities: portfolio.Entities})
	return state
}
