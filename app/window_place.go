package app

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/wailsapp/wails/v2/pkg/options"
)

// The window at its first start and at its smallest, in the units of the window system.
var (
	firstSize = size{1440, 900}
	leastSize = size{880, 560}
)

// placeFile is where the place of the window is kept, within the data folder. It is no setting of the portfolio, because
// the window needs its size before the portfolio is open.
const placeFile = "window.json"

// windowPlace is where the window was when it was last seen. At and Size are those of the window while it was neither
// maximised nor minimised. A place makes sense only on the Screens on which it was taken.
type windowPlace struct {
	Size      size   `json:"size"`
	At        *point `json:"at"` // nil: the system chooses
	Maximised bool   `json:"maximised"`
	Screens   []size `json:"screens"`
}

// readPlace reads where the window was. Whatever is wrong with the file, the window starts as at its first start: a
// place is not worth a failed start.
func readPlace(dataDir string) windowPlace {
	first := windowPlace{Size: firstSize}
	data, err := os.ReadFile(filepath.Join(dataDir, placeFile))
	if err != nil {
		return first
	}
	var kept windowPlace
	if json.Unmarshal(data, &kept) != nil || kept.Size.Width <= 0 || kept.Size.Height <= 0 {
		return first
	}
	kept.Size = size{max(kept.Size.Width, leastSize.Width), max(kept.Size.Height, leastSize.Height)}
	return kept
}

// write keeps the place.
func (p windowPlace) write(dataDir string) error {
	data, err := json.Marshal(p)
	if err != nil {
		return err
	}
	return writeWhole(dataDir, placeFile, data)
}

// writeWhole writes a file of the data folder. One that is renamed into its place is never half written.
func writeWhole(dataDir, name string, data []byte) error {
	part, err := os.CreateTemp(dataDir, name+"-*")
	if errors.Is(err, fs.ErrNotExist) {
		return nil // the portfolio makes the folder
	}
	if err != nil {
		return err
	}
	_, err = part.Write(data)
	if err = errors.Join(err, part.Close()); err == nil {
		err = os.Rename(part.Name(), filepath.Join(dataDir, name))
	}
	if err != nil {
		err = errors.Join(err, os.Remove(part.Name()))
	}
	return err
}

// placedOn says where the window can be put back on these screens; nil where its place may be on none of them. The
// window system does not say how screens lie beside each other: where there are several, a place holds as long as they
// are the same ones.
func (p windowPlace) placedOn(screens []size) *point {
	if p.At == nil || !slices.Equal(p.Screens, screens) {
		return nil
	}
	if len(screens) == 1 {
		screen := screens[0]
		reachable := p.At.X+p.Size.Width >= grip && p.At.X <= screen.Width-grip && p.At.Y >= 0 && p.At.Y <= screen.Height-grip
		if !reachable {
			return nil
		}
	}
	return p.At
}

// grip is how much of the window must be on the screen for a person to take hold of it.
const grip = 80

// placeKeeper puts the window where it was and remembers where it is.
type placeKeeper struct {
	dataDir string
	frame   frame
	log     *slog.Logger

	restoring sync.Once
	restored  chan struct{} // closed then; before, what is seen is not yet what the person chose
	mu        sync.Mutex
	place     windowPlace
}

// newPlaceKeeper reads where the window was.
func newPlaceKeeper(dataDir string, f frame, log *slog.Logger) *placeKeeper {
	return &placeKeeper{dataDir: dataDir, frame: f, log: log, place: readPlace(dataDir), restored: make(chan struct{})}
}

// openSize is the size with which the window opens.
func (k *placeKeeper) openSize() size { return k.place.Size }

// startState says how the window opens.
func (k *placeKeeper) startState() options.WindowStartState {
	if k.place.Maximised {
		return options.Maximised
	}
	return options.Normal
}

// restore moves the window to its place, once; it has its size from the start. A window that is larger than the screen
// on which it opened fills that screen instead.
func (k *placeKeeper) restore() {
	k.restoring.Do(func() {
		defer close(k.restored)
		now, err := k.frame.see()
		if err != nil {
			k.log.Warn("find the place of the window", "error", err)
			return
		}
		if k.place.Maximised {
			return // the window was opened so
		}
		if now.screen != (size{}) && (now.size.Width > now.screen.Width || now.size.Height > now.screen.Height) {
			k.frame.maximise()
			return
		}
		if at := k.place.placedOn(now.screens); at != nil {
			k.move(now.at, *at)
		}
	})
}

// How often the window is asked where it is now, and for how long in all until it has moved.
const (
	moveLook   = 10 * time.Millisecond
	moveWithin = time.Second
)

// move moves the window from where it is. Systems say where a window is counted from the corner of all screens, yet some
// move it counted from the corner of the screen on which it is, or of what a task bar leaves of that; where the window
// comes out elsewhere than asked, the difference is that corner.
func (k *placeKeeper) move(from, to point) {
	ask := to
	for range 2 {
		if from == to {
			return
		}
		k.frame.moveTo(ask)
		at := k.awaitMove(from)
		if at == from {
			return // the system places windows itself
		}
		ask = point{ask.X + to.X - at.X, ask.Y + to.Y - at.Y}
		from = at
	}
}

// awaitMove waits until the window is elsewhere, and says where it is then.
func (k *placeKeeper) awaitMove(from point) point {
	look := time.NewTicker(moveLook)
	defer look.Stop()
	deadline := time.After(moveWithin)
	for {
		select {
		case <-look.C:
			if now, err := k.frame.see(); err == nil && now.at != from {
				return now.at
			}
		case <-deadline:
			return from
		}
	}
}

// keep remembers where the window is; not before it is restored, when the old place still holds.
func (k *placeKeeper) keep() error {
	select {
	case <-k.restored:
	default:
		return nil
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	now, err := k.frame.see()
	if err != nil {
		return fmt.Errorf("find the place of the window: %w", err)
	}
	if now.state == frameElsewhere {
		return nil
	}
	k.place.Maximised = now.state == frameMaximised
	if now.state == frameNormal {
		k.place.Size, k.place.At, k.place.Screens = now.size, &now.at, now.screens
	}
	if err := k.place.write(k.dataDir); err != nil {
		return fmt.Errorf("keep the place of the window: %w", err)
	}
	return nil
}
