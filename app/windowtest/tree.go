//go:build linux

package windowtest

import (
	"cmp"
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/godbus/dbus/v5"
)

// The interfaces of AT-SPI that are spoken here. An object is asked only for what it says it has: WebKit may leave
// other questions unanswered.
const (
	accessibleInterface = "org.a11y.atspi.Accessible"
	textInterface       = "org.a11y.atspi.Text"
	actionInterface     = "org.a11y.atspi.Action"
	componentInterface  = "org.a11y.atspi.Component"
)

// replyWithin is how long an object may take to answer one question.
const replyWithin = 5 * time.Second

// Element is one object of the accessibility tree as it was when the tree was read.
type Element struct {
	Role     Role
	Name     string
	Text     string // what it says itself, with objectMark for what is no text
	States   States
	Parent   *Element
	Children []*Element

	object     dbus.BusObject
	interfaces []string
}

// objectMark stands in a text for an element within it: a link, a picture.
const objectMark = "\ufffc"

// reference names an accessible object: the connection that owns it and its path there.
type reference struct {
	Owner string
	Path  dbus.ObjectPath
}

// allWindows is the root of the tree: its children are the programs on the desktop.
var allWindows = reference{"org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root"}

// openAccessibilityBus connects to the bus on which programs show their windows to screen readers. The session bus
// knows where it is, and starts it where it does not run yet.
func openAccessibilityBus(ctx context.Context, sessionAddress string) (*dbus.Conn, error) {
	session, err := dbus.Connect(sessionAddress, dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("session bus: %w", err)
	}
	defer session.Close()
	var address string
	if err := session.Object("org.a11y.Bus", "/org/a11y/bus").CallWithContext(ctx, "org.a11y.Bus.GetAddress", 0).Store(&address); err != nil {
		return nil, fmt.Errorf("address of the accessibility bus: %w", err)
	}
	bus, err := dbus.Connect(address, dbus.WithContext(ctx))
	if err != nil {
		return nil, fmt.Errorf("accessibility bus: %w", err)
	}
	return bus, nil
}

// readTree reads an object and everything in it. Objects that vanish meanwhile are left out, and nil stands for the
// object itself where it has: whoever waits for something reads again.
func readTree(ctx context.Context, bus *dbus.Conn, ref reference, parent *Element) *Element {
	e := &Element{Parent: parent, object: bus.Object(ref.Owner, ref.Path)}
	children, err := e.read(ctx)
	if err != nil {
		return nil
	}
	e.Children = make([]*Element, len(children))
	var reading sync.WaitGroup
	for i, child := range children {
		reading.Go(func() { e.Children[i] = readTree(ctx, bus, child, e) })
	}
	reading.Wait()
	e.Children = slices.DeleteFunc(e.Children, func(child *Element) bool { return child == nil })
	return e
}

// read fills in the element and returns its children.
func (e *Element) read(ctx context.Context) ([]reference, error) {
	var children []reference
	var states []uint32
	for _, question := range []struct {
		method string
		answer any
	}{{"GetRole", &e.Role}, {"GetInterfaces", &e.interfaces}, {"GetState", &states}, {"GetChildren", &children}} {
		if err := e.call(ctx, accessibleInterface, question.method).Store(question.answer); err != nil {
			return nil, err
		}
	}
	e.States = statesOf(states)
	var name, count dbus.Variant
	for property, value := range map[string]*dbus.Variant{"Name": &name, "ChildCount": &count} {
		if err := e.call(ctx, "org.freedesktop.DBus.Properties", "Get", accessibleInterface, property).Store(value); err != nil {
			return nil, err
		}
	}
	e.Name, _ = name.Value().(string)
	if slices.Contains(e.interfaces, textInterface) {
		if err := e.call(ctx, textInterface, "GetText", int32(0), int32(-1)).Store(&e.Text); err != nil {
			return nil, err
		}
	}
	// The widget around a page counts the page among its children, yet leaves it out of the list of them.
	total, _ := count.Value().(int32)
	for i := int32(len(children)); i < total; i++ {
		var child reference
		if err := e.call(ctx, accessibleInterface, "GetChildAtIndex", i).Store(&child); err != nil {
			return nil, err
		}
		children = append(children, child)
	}
	return children, nil
}

func (e *Element) call(ctx context.Context, face, method string, args ...any) *dbus.Call {
	ctx, cancel := context.WithTimeout(ctx, replyWithin)
	defer cancel()
	return e.object.CallWithContext(ctx, face+"."+method, 0, args...)
}

// Press does what the element is there for: it follows a link, presses a button.
func (e *Element) Press(ctx context.Context) error {
	return e.ask(ctx, actionInterface, "DoAction", int32(0))
}

// Focus gives the keyboard to the element.
func (e *Element) Focus(ctx context.Context) error {
	return e.ask(ctx, componentInterface, "GrabFocus")
}

// ask calls a method that answers whether it did what it was asked.
func (e *Element) ask(ctx context.Context, face, method string, args ...any) error {
	var done bool
	if err := e.call(ctx, face, method, args...).Store(&done); err != nil {
		return fmt.Errorf("%s %q: %s: %w", e.Role, e.Name, method, err)
	}
	if !done {
		return fmt.Errorf("%s %q refused %s", e.Role, e.Name, method)
	}
	return nil
}

// All goes through the element and everything in it, from the top down.
func (e *Element) All() iter.Seq[*Element] {
	return func(yield func(*Element) bool) { e.walk(yield) }
}

func (e *Element) walk(yield func(*Element) bool) bool {
	if e == nil {
		return true
	}
	if !yield(e) {
		return false
	}
	for _, child := range e.Children {
		if !child.walk(yield) {
			return false
		}
	}
	return true
}

// Find gives the first element within e, or e itself, that has the role and the name; nil where there is none.
func (e *Element) Find(role Role, name string) *Element {
	for element := range e.All() {
		if element.Role == role && element.Name == name {
			return element
		}
	}
	return nil
}

// Focused gives what within the element has the keyboard; nil where it is elsewhere. A page has it together with the
// element on it that does.
func (e *Element) Focused() *Element {
	var at *Element
	for element := range e.All() {
		if element.States.Has(StateFocused) {
			at = element
		}
	}
	if at != nil && at.Role == RolePage {
		return nil
	}
	return at
}

// Is says whether both were read from the same object of the window, perhaps at different times.
func (e *Element) Is(other *Element) bool {
	return e != nil && other != nil && e.object.Destination() == other.object.Destination() && e.object.Path() == other.object.Path()
}

// Root gives the element around everything that was read: of a page, the desktop with all its windows.
func (e *Element) Root() *Element {
	for e != nil && e.Parent != nil {
		e = e.Parent
	}
	return e
}

// Within gives the nearest element around e that has the role; nil where there is none.
func (e *Element) Within(role Role) *Element {
	for around := e; around != nil; around = around.Parent {
		if around.Role == role {
			return around
		}
	}
	return nil
}

// Says gives all text of the element and of everything in it, in reading order.
func (e *Element) Says() string {
	if len(e.Children) == 0 {
		return cmp.Or(e.Text, e.Name)
	}
	between := strings.Split(e.Text, objectMark)
	if len(between) != len(e.Children)+1 {
		// The text runs on through some of the children: they say all of it themselves.
		between = slices.Repeat([]string{" "}, len(e.Children)+1)
	}
	var b strings.Builder
	b.WriteString(between[0])
	for i, child := range e.Children {
		b.WriteString(child.Says() + between[i+1])
	}
	return strings.TrimSpace(b.String())
}

// String draws the tree, a line an element.
func (e *Element) String() string {
	var b strings.Builder
	e.draw(&b, "")
	return b.String()
}

func (e *Element) draw(b *strings.Builder, indent string) {
	if e == nil {
		return
	}
	fmt.Fprintf(b, "%s%s %q", indent, e.Role, e.Name)
	if e.Text != "" && e.Text != e.Name {
		fmt.Fprintf(b, " says %q", e.Text)
	}
	if states := e.States.String(); states != "" {
		fmt.Fprintf(b, " [%s]", states)
	}
	b.WriteString("\n")
	for _, child := range e.Children {
		child.draw(b, indent+"  ")
	}
}
