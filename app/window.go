package app

// Window is the frame around the page: where it is, and the menus that the system shows for it.
type Window struct {
	s     *session
	place *placeKeeper
	menus menuBar

	closing closing
}

// newWindow makes the frame of a session's page.
func newWindow(s *session, place *placeKeeper, menus menuBar) *Window {
	return &Window{s: s, place: place, menus: menus, closing: closing{done: make(chan struct{}, 1)}}
}

// KeepPlace remembers where the window is, for its next start. It waits until the window is where it was at its last one.
func (w *Window) KeepPlace() error {
	_, err := guard(w.s, "Window.KeepPlace", func() (struct{}, error) {
		select {
		case <-w.place.restored:
			return struct{}{}, w.place.keep()
		case <-w.s.life.Done():
			return struct{}{}, nil
		}
	})
	return err
}

// keepPlace is KeepPlace for a window that closes: it does so whether its place can be kept or not.
func (w *Window) keepPlace() {
	if err := w.place.keep(); err != nil {
		w.s.log.Warn("close the window", "error", err)
	}
}

// ShowMenus shows the menus of the page in the menu bar of the system. What is chosen there comes as an event.
func (w *Window) ShowMenus(menus []Menu) error {
	_, err := guard(w.s, "Window.ShowMenus", func() (struct{}, error) {
		bar, err := menuBarOf(menus, func(command string) { w.s.emit(MenuChosen{Command: command}) })
		if err != nil {
			return struct{}{}, err
		}
		w.menus.showMenus(bar)
		return struct{}{}, nil
	})
	return err
}
