//go:build linux

package windowtest

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"io"
	"slices"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
)

// screen is a connection to an X display: it takes pictures and presses keys.
type screen struct {
	conn *xgb.Conn
	root xproto.Window
	keys map[rune]key
}

// key is a key of the keyboard, with or without Shift.
type key struct {
	code    xproto.Keycode
	shifted bool
}

// shiftKeysym and returnKeysym are the X names of the two keys that stand for no character of their own.
const (
	shiftKeysym  = 0xffe1
	returnKeysym = 0xff0d
)

// openScreen connects to a display. The library's remarks about the connection go into the log.
func openScreen(display string, remarks io.Writer) (*screen, error) {
	xgb.Logger.SetOutput(remarks)
	conn, err := xgb.NewConnDisplay(display)
	if err != nil {
		return nil, fmt.Errorf("display %s: %w", display, err)
	}
	s := &screen{conn: conn, root: xproto.Setup(conn).DefaultScreen(conn).Root}
	if err := xtest.Init(conn); err != nil {
		return nil, fmt.Errorf("XTEST on display %s: %w", display, err)
	}
	if s.keys, err = readKeys(conn); err != nil {
		return nil, err
	}
	return s, nil
}

func (s *screen) close() { s.conn.Close() }

// readKeys learns which key makes which character. Characters of Latin-1 are their own keysyms.
func readKeys(conn *xgb.Conn) (map[rune]key, error) {
	first, last := xproto.Setup(conn).MinKeycode, xproto.Setup(conn).MaxKeycode
	reply, err := xproto.GetKeyboardMapping(conn, first, byte(last-first+1)).Reply()
	if err != nil {
		return nil, fmt.Errorf("keyboard of the display: %w", err)
	}
	keys := map[rune]key{}
	perKey := int(reply.KeysymsPerKeycode)
	for i, sym := range reply.Keysyms {
		level := i % perKey
		if level > 1 || sym == 0 {
			continue
		}
		char := rune(sym)
		if sym == returnKeysym {
			char = '\n'
		}
		if _, known := keys[char]; !known {
			keys[char] = key{code: first + xproto.Keycode(i/perKey), shifted: level == 1}
		}
	}
	return keys, nil
}

// typeText presses the keys for text, one after the other; a line feed is the Enter key.
func (s *screen) typeText(text string) error {
	for _, char := range text {
		k, ok := s.keys[char]
		if !ok {
			return fmt.Errorf("no key types %q", char)
		}
		if err := s.press(k); err != nil {
			return fmt.Errorf("type %q: %w", char, err)
		}
	}
	return nil
}

func (s *screen) press(k key) error {
	if k.shifted {
		return s.chord(k.code, s.keys[shiftKeysym].code)
	}
	return s.chord(k.code)
}

// chord presses a key while others are held.
func (s *screen) chord(code xproto.Keycode, held ...xproto.Keycode) error {
	for _, modifier := range held {
		if err := s.fake(xproto.KeyPress, modifier); err != nil {
			return err
		}
	}
	if err := errors.Join(s.fake(xproto.KeyPress, code), s.fake(xproto.KeyRelease, code)); err != nil {
		return err
	}
	for _, modifier := range slices.Backward(held) {
		if err := s.fake(xproto.KeyRelease, modifier); err != nil {
			return err
		}
	}
	return nil
}

// fake makes the keyboard send an event.
func (s *screen) fake(kind byte, code xproto.Keycode) error {
	return xtest.FakeInputChecked(s.conn, kind, byte(code), 0, s.root, 0, 0, 0).Check()
}

// focus gives the keyboard to the window in front: to a dialog where one is open. There is no window manager that would
// do it.
func (s *screen) focus() error {
	windows, err := s.shown()
	if err != nil {
		return err
	}
	// Tips and menus ask no window manager for their place, and take no keyboard.
	windows = slices.DeleteFunc(windows, func(window shownWindow) bool { return window.unmanaged })
	if len(windows) == 0 {
		return errNoWindow
	}
	window := windows[len(windows)-1].id
	return xproto.SetInputFocusChecked(s.conn, xproto.InputFocusPointerRoot, window, xproto.TimeCurrentTime).Check()
}

// shownWindow is a window that shows on the screen.
type shownWindow struct {
	id        xproto.Window
	size      *xproto.GetGeometryReply
	unmanaged bool // a tip or a menu
}

var errNoWindow = errors.New("no window shows on the display")

// shown lists the windows that show on the screen, the one in front last.
func (s *screen) shown() ([]shownWindow, error) {
	tree, err := xproto.QueryTree(s.conn, s.root).Reply()
	if err != nil {
		return nil, fmt.Errorf("windows of the display: %w", err)
	}
	var windows []shownWindow
	for _, window := range tree.Children {
		attributes, err := xproto.GetWindowAttributes(s.conn, window).Reply()
		if err != nil || attributes.MapState != xproto.MapStateViewable {
			continue // it went away, or does not show
		}
		if geometry, err := xproto.GetGeometry(s.conn, xproto.Drawable(window)).Reply(); err == nil {
			windows = append(windows, shownWindow{window, geometry, attributes.OverrideRedirect})
		}
	}
	return windows, nil
}

// largest finds the visible window that covers most of the screen.
func (s *screen) largest() (xproto.Window, *xproto.GetGeometryReply, error) {
	windows, err := s.shown()
	if err != nil {
		return 0, nil, err
	}
	if len(windows) == 0 {
		return 0, nil, errNoWindow
	}
	found := slices.MaxFunc(windows, func(a, b shownWindow) int { return area(a.size) - area(b.size) })
	return found.id, found.size, nil
}

func area(g *xproto.GetGeometryReply) int { return int(g.Width) * int(g.Height) }

// picture takes a picture of the largest window.
func (s *screen) picture() (*image.RGBA, error) {
	window, size, err := s.largest()
	if err != nil {
		return nil, err
	}
	reply, err := xproto.GetImage(s.conn, xproto.ImageFormatZPixmap, xproto.Drawable(window), 0, 0, size.Width, size.Height, ^uint32(0)).Reply()
	if err != nil {
		return nil, fmt.Errorf("picture of the window: %w", err)
	}
	width, height := int(size.Width), int(size.Height)
	picture := image.NewRGBA(image.Rect(0, 0, width, height))
	for i := range width * height {
		blueGreenRed := reply.Data[4*i : 4*i+3]
		picture.SetRGBA(i%width, i/width, color.RGBA{R: blueGreenRed[2], G: blueGreenRed[1], B: blueGreenRed[0], A: 255})
	}
	return picture, nil
}
