package app

import "github.com/wailsapp/wails/v2/pkg/runtime"

// frame is the window as a thing on the screen. Its methods must not be called before the window has started.
type frame interface {
	// see says where the window is now.
	see() (sight, error)
	// moveTo puts the upper left corner at the place, counted from the corner of the screen on which the window is.
	// That can happen a moment later, or not at all where the system places windows itself.
	moveTo(at point)
	maximise()
	// raise brings the window to the front, also out of the bar of minimised windows.
	raise()
}

// point is a place on the desktop, and size an extent, in the units of the window system.
type (
	point struct{ X, Y int }
	size  struct{ Width, Height int }
)

// sight is what can be seen of the window.
type sight struct {
	at      point
	size    size
	state   frameState
	screen  size   // the one on which the window is
	screens []size // all of them, in the order of the system
}

// frameState is how the window fills the screen.
type frameState int

const (
	frameNormal frameState = iota
	frameMaximised
	frameElsewhere // minimised or over the full screen: its size and place say nothing
)

func (d *wailsDesktop) see() (sight, error) {
	screens, err := runtime.ScreenGetAll(d.ctx)
	if err != nil {
		return sight{}, err
	}
	var out sight
	out.at.X, out.at.Y = runtime.WindowGetPosition(d.ctx)
	out.size.Width, out.size.Height = runtime.WindowGetSize(d.ctx)
	switch {
	case runtime.WindowIsFullscreen(d.ctx), runtime.WindowIsMinimised(d.ctx):
		out.state = frameElsewhere
	case runtime.WindowIsMaximised(d.ctx):
		out.state = frameMaximised
	}
	for _, screen := range screens {
		extent := size(screen.Size)
		out.screens = append(out.screens, extent)
		if screen.IsCurrent {
			out.screen = extent
		}
	}
	return out, nil
}

func (d *wailsDesktop) moveTo(at point) { runtime.WindowSetPosition(d.ctx, at.X, at.Y) }

func (d *wailsDesktop) maximise() { runtime.WindowMaximise(d.ctx) }

func (d *wailsDesktop) quit() { runtime.Quit(d.ctx) }

func (d *wailsDesktop) raise() {
	runtime.WindowShow(d.ctx)
	runtime.WindowUnminimise(d.ctx)
}
