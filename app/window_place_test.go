package app

import (
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/wailsapp/wails/v2/pkg/options"
)

var (
	laptop = size{1440, 900}
	wall   = size{3840, 2160}
)

// fakeFrame stands in for a window on a screen whose corner is at origin: it says where it is counted from the corner of
// all screens, and moves counted from that of its own.
type fakeFrame struct {
	mu        sync.Mutex
	now       sight
	origin    point
	stuck     bool // does not move
	moves     int
	maximised bool
	blind     error
}

func (f *fakeFrame) see() (sight, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.now, f.blind
}

func (f *fakeFrame) moveTo(at point) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.moves++
	if !f.stuck {
		f.now.at = point{f.origin.X + at.X, f.origin.Y + at.Y}
	}
}

func (f *fakeFrame) maximise() { f.maximised = true }
func (f *fakeFrame) raise()    {}

// onScreens is a window of a size in the middle of the first of the screens.
func onScreens(s size, screens ...size) *fakeFrame {
	return &fakeFrame{now: sight{at: point{200, 100}, size: s, screen: screens[0], screens: screens}}
}

// reopened gives what the next start does with a frame.
func reopened(t *testing.T, dir string, f *fakeFrame) *placeKeeper {
	t.Helper()
	k := newPlaceKeeper(dir, f, slog.New(slog.DiscardHandler))
	k.restore()
	return k
}

func TestWindowPlace_isTheSameAgainAtTheNextStart(t *testing.T) {
	dir := t.TempDir()
	first := onScreens(firstSize, laptop)
	k := reopened(t, dir, first)
	if k.place.Size != firstSize || k.startState() != options.Normal || first.moves != 0 {
		t.Errorf("the first start has %+v, moved %d times", k.place, first.moves)
	}
	first.now.at, first.now.size = point{40, 30}, size{1000, 700}
	if err := k.keep(); err != nil {
		t.Fatal(err)
	}

	second := onScreens(size{1000, 700}, laptop)
	if k = reopened(t, dir, second); k.place.Size != (size{1000, 700}) || second.now.at != (point{40, 30}) {
		t.Errorf("reopened with %+v at %+v", k.place.Size, second.now.at)
	}
}

func TestWindowPlace_maximisedKeepsTheSizeBefore(t *testing.T) {
	dir := t.TempDir()
	f := onScreens(firstSize, laptop)
	k := reopened(t, dir, f)
	f.now.at, f.now.size = point{40, 30}, size{1000, 700}
	if err := k.keep(); err != nil {
		t.Fatal(err)
	}
	f.now = sight{at: point{0, 0}, size: laptop, state: frameMaximised, screen: laptop, screens: []size{laptop}}
	if err := k.keep(); err != nil {
		t.Fatal(err)
	}
	f.now.state = frameElsewhere // minimised: nothing to remember
	if err := k.keep(); err != nil {
		t.Fatal(err)
	}

	next := onScreens(laptop, laptop)
	k = reopened(t, dir, next)
	if k.startState() != options.Maximised || k.place.Size != (size{1000, 700}) || next.moves != 0 {
		t.Errorf("reopened with %+v, moved %d times", k.place, next.moves)
	}
}

func TestWindowPlace_isNotTakenWhereItMayBeOffScreen(t *testing.T) {
	taken := size{1000, 700}
	cases := []struct {
		name    string
		at      point
		then    []size
		now     []size
		restore bool
	}{
		{"the same screen", point{300, 200}, []size{laptop}, []size{laptop}, true},
		{"partly over the left edge", point{-600, 200}, []size{laptop}, []size{laptop}, true},
		{"beyond the left edge", point{-950, 200}, []size{laptop}, []size{laptop}, false},
		{"beyond the right edge", point{1400, 200}, []size{laptop}, []size{laptop}, false},
		{"above the screen", point{300, -20}, []size{laptop}, []size{laptop}, false},
		{"below the screen", point{300, 880}, []size{laptop}, []size{laptop}, false},
		{"the second of two screens", point{1800, 200}, []size{laptop, wall}, []size{laptop, wall}, true},
		{"a screen that is gone", point{1800, 200}, []size{laptop, wall}, []size{laptop}, false},
		{"a screen of another size", point{300, 200}, []size{wall}, []size{laptop}, false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			if err := (windowPlace{Size: taken, At: &c.at, Screens: c.then}).write(dir); err != nil {
				t.Fatal(err)
			}
			f := onScreens(taken, c.now...)
			reopened(t, dir, f)
			if got := f.now.at == c.at; got != c.restore {
				t.Errorf("the window is at %+v", f.now.at)
			}
		})
	}
}

func TestWindowPlace_reachesAPlaceThatTheSystemCountsFromAnotherCorner(t *testing.T) {
	dir := t.TempDir()
	wanted := point{300, 200}
	if err := (windowPlace{Size: size{1000, 700}, At: &wanted, Screens: []size{laptop, wall}}).write(dir); err != nil {
		t.Fatal(err)
	}
	f := onScreens(size{1000, 700}, laptop, wall)
	f.origin = point{1440, 25}
	reopened(t, dir, f)
	if f.now.at != wanted {
		t.Errorf("the window is at %+v after %d moves", f.now.at, f.moves)
	}
}

func TestWindowPlace_staysWhereTheSystemPlacesWindowsItself(t *testing.T) {
	dir := t.TempDir()
	if err := (windowPlace{Size: size{1000, 700}, At: &point{300, 200}, Screens: []size{laptop}}).write(dir); err != nil {
		t.Fatal(err)
	}
	f := onScreens(size{1000, 700}, laptop)
	f.stuck = true
	reopened(t, dir, f)
	if f.moves != 1 {
		t.Errorf("moved %d times", f.moves)
	}
}

func TestWindowPlace_largerThanTheScreenFillsIt(t *testing.T) {
	dir := t.TempDir()
	if err := (windowPlace{Size: size{3000, 2000}, At: &point{10, 10}, Screens: []size{wall}}).write(dir); err != nil {
		t.Fatal(err)
	}
	f := onScreens(size{3000, 2000}, laptop)
	reopened(t, dir, f)
	if !f.maximised || f.moves != 0 {
		t.Errorf("maximised is %v after %d moves", f.maximised, f.moves)
	}
}

func TestReadPlace_neverFailsAStart(t *testing.T) {
	cases := map[string]struct {
		file string
		want size
	}{
		"no file":               {"", firstSize},
		"an empty file":         {" ", firstSize},
		"half a file":           {`{"size":{"Width":10`, firstSize},
		"a size that is none":   {`{"size":{"Width":-5,"Height":700}}`, firstSize},
		"smaller than sensible": {`{"size":{"Width":100,"Height":100}}`, leastSize},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			if c.file != "" {
				if err := os.WriteFile(filepath.Join(dir, placeFile), []byte(c.file), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			if got := readPlace(dir).Size; got != c.want {
				t.Errorf("opens with %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestWindowPlace_isNotKeptBeforeItWasRestoredNorWhereThereIsNoFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "later")
	f := onScreens(firstSize, laptop)
	k := newPlaceKeeper(dir, f, slog.New(slog.DiscardHandler))
	if err := k.keep(); err != nil || k.place.At != nil {
		t.Errorf("before: %+v (%v)", k.place, err)
	}
	k.restore()
	if err := k.keep(); err != nil {
		t.Errorf("without a folder: %v", err)
	}
	if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder was made: %v", err)
	}
	f.blind = errors.New("no screens")
	if err := k.keep(); !errors.Is(err, f.blind) {
		t.Errorf("without screens: %v", err)
	}
}
