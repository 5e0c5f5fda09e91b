//go:build linux

package windowtest

import (
	"context"
	"fmt"
	"image"

	"github.com/jezek/xgb/xproto"
)

// Run runs a program on the desktop until it ends, and says how; env is added to the desktop's environment.
func (d *Desktop) Run(ctx context.Context, env []string, program string, args ...string) error {
	process, err := d.start(ctx, command{name: program, args: args, env: env})
	if err != nil {
		return err
	}
	<-process.done
	return process.err
}

// leastWindow is the least side, in pixels, of what counts as a window of a program: tips and menus are smaller.
const leastWindow = 300

// CountWindows counts the windows that show on the desktop.
func (d *Desktop) CountWindows() (int, error) {
	windows, err := d.screen.shown()
	if err != nil {
		return 0, err
	}
	count := 0
	for _, window := range windows {
		if window.size.Width >= leastWindow && window.size.Height >= leastWindow {
			count++
		}
	}
	return count, nil
}

// Frame gives where the window is on the screen, and its size.
func (w *Window) Frame() (image.Rectangle, error) {
	_, size, err := w.desktop.screen.largest()
	if err != nil {
		return image.Rectangle{}, err
	}
	x, y := int(size.X), int(size.Y)
	return image.Rect(x, y, x+int(size.Width), y+int(size.Height)), nil
}

// SetFrame moves and resizes the window, as its edges do under a mouse.
func (w *Window) SetFrame(to image.Rectangle) error {
	screen := w.desktop.screen
	window, _, err := screen.largest()
	if err != nil {
		return err
	}
	const which = xproto.ConfigWindowX | xproto.ConfigWindowY | xproto.ConfigWindowWidth | xproto.ConfigWindowHeight
	values := []uint32{uint32(to.Min.X), uint32(to.Min.Y), uint32(to.Dx()), uint32(to.Dy())}
	return xproto.ConfigureWindowChecked(screen.conn, window, which, values).Check()
}

// LeaveKeyboard takes the keyboard away from every window.
func (w *Window) LeaveKeyboard() error {
	conn := w.desktop.screen.conn
	return xproto.SetInputFocusChecked(conn, xproto.InputFocusNone, xproto.InputFocusNone, xproto.TimeCurrentTime).Check()
}

// HasKeyboard says whether the window has the keyboard.
func (w *Window) HasKeyboard() (bool, error) {
	screen := w.desktop.screen
	window, _, err := screen.largest()
	if err != nil {
		return false, err
	}
	focus, err := xproto.GetInputFocus(screen.conn).Reply()
	if err != nil {
		return false, fmt.Errorf("focus of the display: %w", err)
	}
	if focus.Focus == window {
		return true, nil
	}
	// A toolkit gives it to a window within its own.
	tree, err := xproto.QueryTree(screen.conn, window).Reply()
	if err != nil {
		return false, fmt.Errorf("windows within the window: %w", err)
	}
	for _, child := range tree.Children {
		if child == focus.Focus {
			return true, nil
		}
	}
	return false, nil
}

// AskToClose does what the close button of a window does, and waits for the program to end; it says how.
func (w *Window) AskToClose(ctx context.Context) error {
	if err := w.desktop.screen.askToClose(); err != nil {
		return err
	}
	select {
	case <-w.process.done:
		return w.process.err
	case <-ctx.Done():
		return fmt.Errorf("waiting for the window to close: %w", ctx.Err())
	}
}

// askToClose sends the largest window what window managers send for their close button.
func (s *screen) askToClose() error {
	window, _, err := s.largest()
	if err != nil {
		return err
	}
	var atoms [2]xproto.Atom
	for i, name := range []string{"WM_PROTOCOLS", "WM_DELETE_WINDOW"} {
		reply, err := xproto.InternAtom(s.conn, false, uint16(len(name)), name).Reply()
		if err != nil {
			return fmt.Errorf("atom %s: %w", name, err)
		}
		atoms[i] = reply.Atom
	}
	message := xproto.ClientMessageEvent{
		Format: 32, Window: window, Type: atoms[0],
		Data: xproto.ClientMessageDataUnionData32New([]uint32{uint32(atoms[1]), xproto.TimeCurrentTime, 0, 0, 0}),
	}
	return xproto.SendEventChecked(s.conn, false, window, xproto.EventMaskNoEvent, string(message.Bytes())).Check()
}
