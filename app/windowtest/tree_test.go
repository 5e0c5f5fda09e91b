//go:build linux

package windowtest

import (
	"slices"
	"testing"
)

func TestElement_saysItsTextWithTheElementsInTheirPlaces(t *testing.T) {
	link := &Element{Role: RoleLink, Name: "Harbour Tunnel"}
	tests := []struct {
		name    string
		element *Element
		want    string
	}{
		{"text alone", &Element{Text: "Saved"}, "Saved"},
		{"a name where there is no text", link, "Harbour Tunnel"},
		{"an element within the text", &Element{Text: "See " + objectMark + ".", Children: []*Element{link}}, "See Harbour Tunnel."},
		{"elements without a text around them", &Element{Children: []*Element{link, {Text: "late"}}}, "Harbour Tunnel late"},
		{
			"a text that runs on through its elements",
			&Element{Text: "See " + objectMark + " now", Children: []*Element{{Text: "See " + objectMark, Children: []*Element{link}}, {Text: "now"}}},
			"See Harbour Tunnel now",
		},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.element.Says(); got != test.want {
				t.Errorf("it says %q, want %q", got, test.want)
			}
		})
	}
}

func TestElement_findsByRoleAndNameFromTheTopDown(t *testing.T) {
	heading := &Element{Role: RoleHeading, Name: "Programs"}
	link := &Element{Role: RoleLink, Name: "Programs"}
	panel := &Element{Role: RoleLandmark, Children: []*Element{link, heading}}
	link.Parent, heading.Parent = panel, panel

	if got := panel.Find(RoleHeading, "Programs"); got != heading {
		t.Errorf("found %v", got)
	}
	if got := panel.Find(RoleButton, "Programs"); got != nil {
		t.Errorf("found %v where there is nothing", got)
	}
	if got := (*Element)(nil).Find(RoleLink, "Programs"); got != nil {
		t.Errorf("found %v in nothing", got)
	}
	if got := heading.Within(RoleLandmark); got != panel {
		t.Errorf("the heading is within %v", got)
	}
	if got := slices.Collect(panel.All()); !slices.Equal(got, []*Element{panel, link, heading}) {
		t.Errorf("went through %v", got)
	}
}

func TestElement_givesWhatHasTheKeyboard(t *testing.T) {
	const focused = States(1 << StateFocused)
	field := &Element{Role: RoleEntry, Name: "Owner", States: focused}
	tests := []struct {
		name string
		page *Element
		want *Element
	}{
		{"something on the page, which has it too", &Element{Role: RolePage, States: focused, Children: []*Element{field, {Role: RoleLink}}}, field},
		{"the page alone", &Element{Role: RolePage, States: focused, Children: []*Element{{Role: RoleLink}}}, nil},
		{"nothing", &Element{Role: RolePage}, nil},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := test.page.Focused(); got != test.want {
				t.Errorf("it is %v", got)
			}
		})
	}
}

func TestStates_areInTwoHalves(t *testing.T) {
	states := statesOf([]uint32{1<<StateChecked | 1<<StateFocused, 1})
	if got := states.String(); got != "checked focused" {
		t.Errorf("the states are %q", got)
	}
	if states.Has(StateSelected) || !states.Has(32) {
		t.Errorf("the states are %b", states)
	}
}
