//go:build windowtest && linux

package windowtest_test

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/app/windowtest"
)

// mostSteps is how often a person presses a key to get somewhere before giving up.
const mostSteps = 40

// spot is something that the keyboard can be at: what it is, and how its name begins. Cells, and rows that the keyboard
// is not at, have no name: they are known by what stands in them.
type spot struct {
	role windowtest.Role
	name string
}

func (s spot) String() string { return fmt.Sprintf("the %s %q", s.role, s.name) }

// is says whether an element is the spot.
func (s spot) is(e *windowtest.Element) bool {
	switch {
	case e == nil || e.Role != s.role:
		return false
	case e.Name == "":
		return strings.Contains(e.Says(), s.name)
	}
	return strings.HasPrefix(e.Name, s.name)
}

func title(name string) spot     { return spot{windowtest.RoleHeading, name} }
func row(name string) spot       { return spot{windowtest.RoleRow, name} }
func cell(name string) spot      { return spot{windowtest.RoleCell, name} }
func group(name string) spot     { return spot{windowtest.RoleGroup, name} }
func link(name string) spot      { return spot{windowtest.RoleLink, name} }
func button(name string) spot    { return spot{windowtest.RoleButton, name} }
func entry(name string) spot     { return spot{windowtest.RoleEntry, name} }
func comboBox(name string) spot  { return spot{windowtest.RoleComboBox, name} }
func option(name string) spot    { return spot{windowtest.RoleListItem, name} }
func checkBox(name string) spot  { return spot{windowtest.RoleCheckBox, name} }
func radio(name string) spot     { return spot{windowtest.RoleRadioButton, name} }
func menuRadio(name string) spot { return spot{windowtest.RoleRadioMenuItem, name} }
func dialog(name string) spot    { return spot{windowtest.RoleDialog, name} }

// keys presses keys, one chord after the other.
func (p person) keys(chords ...string) {
	p.t.Helper()
	if err := p.window.Keys(chords...); err != nil {
		p.t.Fatal(err)
	}
}

// writes types the text where the keyboard is.
func (p person) writes(text string) {
	p.t.Helper()
	if err := p.window.Write(text); err != nil {
		p.t.Fatal(err)
	}
}

// isAt waits until the keyboard is at a spot.
func (p person) isAt(at spot) {
	p.t.Helper()
	p.sees("the keyboard at "+at.String(), func(page *windowtest.Element) *windowtest.Element {
		if focused := page.Focused(); at.is(focused) {
			return focused
		}
		return nil
	})
}

// isIn waits until the keyboard is within a spot.
func (p person) isIn(around spot) {
	p.t.Helper()
	p.sees("the keyboard in "+around.String(), func(page *windowtest.Element) *windowtest.Element {
		if within := page.Focused().Within(around.role); around.is(within) {
			return within
		}
		return nil
	})
}

// walks waits for a spot, and presses a key until the keyboard is at it, each time only after it has moved on.
func (p person) walks(key string, to spot) {
	p.t.Helper()
	p.sees(to.String(), has(to))
	at := p.window.Read(p.t.Context()).Focused()
	var passed []string
	for range mostSteps {
		if to.is(at) {
			return
		}
		p.keys(key)
		at = p.sees("the keyboard to move on by "+key, func(page *windowtest.Element) *windowtest.Element {
			if now := page.Focused(); now != nil && !now.Is(at) {
				return now
			}
			return nil
		})
		passed = append(passed, fmt.Sprintf("%s %q", at.Role, cmp.Or(at.Name, at.Text)))
	}
	p.t.Fatalf("%s does not lead to %s, but to:\n%s", key, to, strings.Join(passed, "\n"))
}

// fills puts a text in place of the one in the field that the keyboard is in, and waits until it stands there.
func (p person) fills(field spot, text string) {
	p.t.Helper()
	p.isAt(field)
	p.keys("Control+a")
	p.writes(text)
	p.sees("the text in "+field.String(), func(page *windowtest.Element) *windowtest.Element {
		if at := page.Focused(); at != nil && at.Text == text {
			return at
		}
		return nil
	})
}

// goesTo opens a page by its shortcut: the keyboard is at its heading then.
func (p person) goesTo(page string, shortcut ...string) {
	p.t.Helper()
	p.keys(shortcut...)
	p.isAt(title(page))
}

// hears waits until a line that is spoken as it changes says the words.
func (p person) hears(words string) {
	p.t.Helper()
	p.sees("the spoken words "+words, func(page *windowtest.Element) *windowtest.Element {
		for element := range page.All() {
			if element.Role == windowtest.RoleStatus && element.Says() == words {
				return element
			}
		}
		return nil
	})
}

// has looks for a spot anywhere within an element that is in all of the states.
func has(wanted spot, states ...windowtest.State) find {
	return func(page *windowtest.Element) *windowtest.Element {
		for element := range page.All() {
			inState := func(state windowtest.State) bool { return element.States.Has(state) }
			if wanted.is(element) && !slices.ContainsFunc(states, func(state windowtest.State) bool { return !inState(state) }) {
				return element
			}
		}
		return nil
	}
}
