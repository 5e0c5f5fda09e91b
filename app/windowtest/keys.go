//go:build linux

package windowtest

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/jezek/xgb/xproto"
)

// namedKeys are the X names of the keys that make no character, as a chord names them.
var namedKeys = map[string]rune{
	"Shift": shiftKeysym, "Control": 0xffe3, "Alt": 0xffe9,
	"Enter": '\n', "Escape": 0xff1b, "Tab": 0xff09, "Space": ' ', "Delete": 0xffff, "F2": 0xffbf,
	"Left": 0xff51, "Up": 0xff52, "Right": 0xff53, "Down": 0xff54, "Home": 0xff50, "End": 0xff57,
}

// Keys gives the keyboard to the window and presses chords, one after the other: "g", "Control+z", "Shift+Right".
func (w *Window) Keys(chords ...string) error {
	if err := w.desktop.screen.focus(); err != nil {
		return err
	}
	for _, chord := range chords {
		if err := w.desktop.screen.pressChord(chord); err != nil {
			return fmt.Errorf("press %s: %w", chord, err)
		}
	}
	return nil
}

// Write types the text into whatever has the keyboard within the window; a line feed is the Enter key.
func (w *Window) Write(text string) error {
	if err := w.desktop.screen.focus(); err != nil {
		return err
	}
	return w.desktop.screen.typeText(text)
}

// pressChord presses the last key of a chord while those before it are held.
func (s *screen) pressChord(chord string) error {
	var held []xproto.Keycode
	names := strings.Split(chord, "+")
	for i, name := range names {
		char, named := namedKeys[name]
		if !named {
			char, _ = utf8.DecodeRuneInString(name)
		}
		k, ok := s.keys[char]
		if !ok || !named && utf8.RuneCountInString(name) != 1 {
			return fmt.Errorf("no key is called %q", name)
		}
		if i < len(names)-1 {
			held = append(held, k.code)
			continue
		}
		if k.shifted {
			held = append(held, s.keys[shiftKeysym].code)
		}
		return s.chord(k.code, held...)
	}
	return nil
}
