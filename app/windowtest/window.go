//go:build linux

package windowtest

import (
	"context"
	"errors"
	"fmt"
	"image"
	"slices"
	"time"

	"github.com/godbus/dbus/v5"
)

// lookEvery is the pause between two looks at a window in which something is awaited.
const lookEvery = 100 * time.Millisecond

// Window is the window of a program on a desktop.
type Window struct {
	desktop *Desktop
	process *process
	bus     *dbus.Conn
}

// OpenWindow starts a program on the desktop; env is added to the desktop's environment. The window may not show yet.
func (d *Desktop) OpenWindow(ctx context.Context, env []string, program string, args ...string) (*Window, error) {
	bus, err := openAccessibilityBus(ctx, d.sessionBus)
	if err != nil {
		return nil, err
	}
	process, err := d.start(ctx, command{name: program, args: args, env: env})
	if err != nil {
		return nil, errors.Join(err, bus.Close())
	}
	return &Window{desktop: d, process: process, bus: bus}, nil
}

// Close ends the program.
func (w *Window) Close() error { return errors.Join(w.process.end(), w.bus.Close()) }

// Read reads the page in the window; nil where there is none yet.
func (w *Window) Read(ctx context.Context) *Element {
	for element := range readTree(ctx, w.bus, allWindows, nil).All() {
		if element.Role == RolePage {
			return element
		}
	}
	return nil
}

// Wait reads the page again and again until find finds something in it, and returns that. It fails when the program
// has ended or ctx is done, with the page as it was at last; what says what was awaited.
func (w *Window) Wait(ctx context.Context, what string, find func(page *Element) *Element) (*Element, error) {
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	var page *Element
	for {
		// What was read when the time ran out has holes in it.
		if read := w.Read(ctx); read != nil && ctx.Err() == nil {
			page = read
			if found := find(page); found != nil {
				return found, nil
			}
		}
		select {
		case <-look.C:
		case <-w.process.done:
			return nil, fmt.Errorf("waiting for %s: the program ended: %w", what, w.process.err)
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for %s: %w; the page at last:\n%s", what, ctx.Err(), page)
		}
	}
}

// Type gives the keyboard to the element and types the text; a line feed is the Enter key.
func (w *Window) Type(ctx context.Context, into *Element, text string) error {
	if err := w.desktop.screen.focus(); err != nil {
		return err
	}
	if err := into.Focus(ctx); err != nil {
		return err
	}
	return w.desktop.screen.typeText(text)
}

// Picture takes a picture of the window as it is.
func (w *Window) Picture() (*image.RGBA, error) { return w.desktop.screen.picture() }

// Painted waits until the window has stopped changing and shows more than an empty page, and returns the picture.
func (w *Window) Painted(ctx context.Context) (*image.RGBA, error) {
	hasHeading := func(page *Element) *Element {
		for element := range page.All() {
			if element.Role == RoleHeading {
				return element
			}
		}
		return nil
	}
	if _, err := w.Wait(ctx, "a heading", hasHeading); err != nil {
		return nil, err
	}
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	var before []uint8
	for same := 0; ; {
		picture, err := w.Picture()
		if err != nil {
			return nil, err
		}
		if slices.Equal(before, picture.Pix) && !blank(picture) {
			same++
		} else {
			same = 0
		}
		if same == samePictures {
			return picture, nil
		}
		before = picture.Pix
		select {
		case <-look.C:
		case <-ctx.Done():
			return nil, fmt.Errorf("waiting for the window to be painted: %w", ctx.Err())
		}
	}
}

// samePictures is how many times in a row a window must look the same to count as painted.
const samePictures = 3

// blank says whether a picture has one colour only.
func blank(picture *image.RGBA) bool {
	for i := 4; i < len(picture.Pix); i += 4 {
		if !slices.Equal(picture.Pix[i:i+3], picture.Pix[:3]) {
			return false
		}
	}
	return true
}
