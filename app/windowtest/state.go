//go:build linux

package windowtest

import "strings"

// State is something that is so of an element or is not. The numbers are those of AT-SPI's AtspiStateType.
type State uint

// The states that tell a person where the keyboard is and what is chosen.
const (
	StateChecked  State = 4
	StateExpanded State = 10
	StateFocused  State = 12
	StatePressed  State = 20
	StateSelected State = 23
)

var stateNames = map[State]string{
	StateChecked: "checked", StateExpanded: "expanded", StateFocused: "focused", StatePressed: "pressed",
	StateSelected: "selected",
}

// States is the set of what is so of an element, a bit a state.
type States uint64

// statesOf puts together the two halves in which AT-SPI hands the set over, the lower one first.
func statesOf(halves []uint32) States {
	var set States
	for i, half := range halves {
		set |= States(half) << (32 * i)
	}
	return set
}

// Has says whether the state is in the set.
func (s States) Has(state State) bool { return s&(1<<state) != 0 }

// String names those of the states that are known here, in the order of their numbers.
func (s States) String() string {
	var names []string
	for state := range State(64) {
		if name, known := stateNames[state]; known && s.Has(state) {
			names = append(names, name)
		}
	}
	return strings.Join(names, " ")
}
