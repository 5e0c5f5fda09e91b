package app

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"html"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"portfolio-ai/store/portfolio"
)

// keptPageFile is where the page is kept that the window opened with, within the data folder.
const keptPageFile = "page.json"

// KeptPage is the page that the window opened with, as it was on the screen. The window shows it again at its next start,
// before the code runs that draws it, where it would be drawn the same: from the same portfolio and settings. On another
// day it is shown only where what can be otherwise then is marked in it; that is hidden.
type KeptPage struct {
	Key    string         `json:"key"`                  // of the opening from which it was drawn
	Day    portfolio.Date `json:"day" ts_type:"string"` // on which it was drawn
	AnyDay bool           `json:"any_day"`              // what can be otherwise on another day is marked in it
	Code   string         `json:"code"`                 // address of the code that drew it
	Stored string         `json:"stored"`               // what the window itself had stored: widths of columns, say
	Theme  string         `json:"theme"`                // as the page names it; "" for that of the system
	Lang   string         `json:"lang"`                 // of its words
	HTML   string         `json:"html"`
}

// largestPage bounds what is kept of a page, in bytes; one has some hundred thousand.
const largestPage = 16 << 20

// Closing asks the page to draw itself as it will open the next time, and to have that kept.
type Closing struct{}

// KeepPage keeps the page for the next start.
func (w *Window) KeepPage(page KeptPage) error {
	_, err := guard(w.s, "Window.KeepPage", func() (struct{}, error) {
		defer w.closing.kept()
		if len(page.HTML)+len(page.Stored) > largestPage {
			return struct{}{}, portfolio.Invalidf("The page is too large to be kept.")
		}
		data, err := json.Marshal(page)
		if err != nil {
			return struct{}{}, err
		}
		return struct{}{}, writeWhole(w.s.dataDir, keptPageFile, data)
	})
	return err
}

// key tells what a page is drawn from: two openings with the same key are drawn the same, but for what depends on the day.
func (o Opening) key() string {
	state := o.State
	state.Today = ""
	data, err := json.Marshal(struct {
		State DeskState
		Views []portfolio.SavedView
	}{state, o.Views})
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// keptFor reads the page that was kept, where it would be drawn the same from an opening; else nil.
func keptFor(dataDir string, opening Opening) *KeptPage {
	data, err := os.ReadFile(filepath.Join(dataDir, keptPageFile))
	if err != nil {
		return nil // there was no start before
	}
	var kept KeptPage
	if json.Unmarshal(data, &kept) != nil || opening.Key == "" || kept.Key != opening.Key {
		return nil
	}
	if kept.Day != opening.State.Today && !kept.AnyDay {
		return nil
	}
	return &kept
}

// drawnBy reports whether the code of a built page drew it.
func (k KeptPage) drawnBy(built []byte) bool { return bytes.Contains(built, []byte(`"`+k.Code+`"`)) }

// rootElement is where the window is drawn.
const rootElement = `<div id="root"></div>`

// writeInto puts it into a built page, as that is shown today.
func (k KeptPage) writeInto(built []byte, today portfolio.Date) []byte {
	mark := ""
	if k.Day != today {
		mark = " data-another-day"
	}
	page := `<div id="root"><div id="kept" data-stored="` + html.EscapeString(k.Stored) + `" data-theme="` + html.EscapeString(k.Theme) +
		`" data-lang="` + html.EscapeString(k.Lang) + `"` + mark + ">" + k.HTML + "</div></div>"
	return bytes.Replace(built, []byte(rootElement), []byte(page), 1)
}

// keepWithin is how long a window that closes waits for its page to be kept.
const keepWithin = 2 * time.Second

// closing holds a window back that is to close until its page is kept.
type closing struct {
	asked atomic.Bool
	done  chan struct{} // gets one when the page was kept after it was asked for
	over  atomic.Bool   // nothing is waited for any more
}

// kept notes that the page was kept.
func (c *closing) kept() {
	if !c.asked.Load() {
		return
	}
	select {
	case c.done <- struct{}{}:
	default: // it was kept before
	}
}

// holdBack has the page of a window that is to close kept, and says whether the window waits for that; it is then closed
// by quit. Closing it again does not change that, and no page can hold it back for longer than keepWithin.
func (w *Window) holdBack(quit func()) bool {
	if w.closing.over.Load() {
		return false
	}
	select {
	case <-w.s.ready:
	default:
		return false
	}
	if w.s.problem() != nil {
		return false
	}
	if !w.closing.asked.CompareAndSwap(false, true) {
		return true
	}
	go func() {
		w.s.emit(Closing{})
		select {
		case <-w.closing.done:
		case <-time.After(keepWithin):
		}
		w.closing.over.Store(true)
		quit()
	}()
	return true
}
