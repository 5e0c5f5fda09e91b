package app

import (
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// keeps has the page kept that is drawn from the opening of a session.
func keeps(t *testing.T, s *session, change func(*KeptPage)) {
	t.Helper()
	opening, err := (&Desk{s}).Opening()
	if err != nil {
		t.Fatal(err)
	}
	page := KeptPage{Key: opening.Key, Day: opening.State.Today, Code: "/assets/index.js", Stored: `[["theme","dark"]]`, Lang: "en", HTML: "<p>As it was</p>"}
	if change != nil {
		change(&page)
	}
	if err := newWindow(s, nil, nil).KeepPage(page); err != nil {
		t.Fatal(err)
	}
}

func TestKeptPage_isInThePageWhereItWouldBeDrawnTheSame(t *testing.T) {
	const shown, hidden = ">", " data-another-day>"
	cases := map[string]struct {
		kept func(*KeptPage)
		then func(*testing.T, *session)
		mark string // "" where the kept page is not shown
	}{
		"nothing happened":                 {mark: shown},
		"another day, on which it holds":   {kept: func(p *KeptPage) { p.Day, p.AnyDay = "2020-01-02", true }, mark: hidden},
		"another day, on which it may not": {kept: func(p *KeptPage) { p.Day = "2020-01-02" }},
		"another program wrote its code":   {kept: func(p *KeptPage) { p.Code = "/assets/index-of-before.js" }},
		"there was no desk":                {kept: func(p *KeptPage) { p.Key = "" }},
		"a program was written": {then: func(t *testing.T, s *session) {
			if _, err := (&Programs{s}).Save(portfolio.Program{Name: "Avocet"}); err != nil {
				t.Fatal(err)
			}
		}},
		"a setting was changed": {then: func(t *testing.T, s *session) {
			if err := (&Desk{s}).SetFiscalYearStart(10); err != nil {
				t.Fatal(err)
			}
		}},
		"a view was saved": {then: func(t *testing.T, s *session) {
			if _, err := (&Views{s}).Save(portfolio.SavedView{Name: "Mine", Page: portfolio.ViewOfPrograms, Query: portfolio.Query{Of: portfolio.EntityProgram}}); err != nil {
				t.Fatal(err)
			}
		}},
		"the file is damaged": {then: func(t *testing.T, s *session) {
			if err := os.WriteFile(filepath.Join(s.dataDir, keptPageFile), []byte(`{"key":`), 0o600); err != nil {
				t.Fatal(err)
			}
		}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			s, _ := openSession(t)
			<-s.ahead // what is read while the window is made is from before
			keeps(t, s, c.kept)
			if c.then != nil {
				c.then(t, s)
			}
			page := servePage(t, s, "/")
			_, inRoot, _ := strings.Cut(page, `<div id="root">`)
			if c.mark == "" {
				if !strings.HasPrefix(inRoot, "</div>") {
					t.Errorf("a page that no longer holds is shown:\n%s", page)
				}
				return
			}
			want := `<div id="kept" data-stored="[[&#34;theme&#34;,&#34;dark&#34;]]" data-theme="" data-lang="en"` + c.mark + "<p>As it was</p></div></div>"
			if !strings.HasPrefix(inRoot, want) {
				t.Errorf("the page is\n%s\nwant in it\n%s", page, want)
			}
			if strings.Contains(page, openingID) {
				t.Errorf("the page has its opening besides:\n%s", page)
			}
		})
	}
}

func TestClosing_waitsUntilThePageIsKeptAndNotForEver(t *testing.T) {
	for name, answers := range map[string]bool{"the page answers": true, "the page hangs": false} {
		t.Run(name, func(t *testing.T) {
			s, d := openSession(t)
			w := newWindow(s, nil, nil)
			quit := make(chan struct{})
			if err := w.KeepPage(KeptPage{}); err != nil { // when it was drawn, not for closing
				t.Fatal(err)
			}
			if !w.holdBack(func() { close(quit) }) {
				t.Fatal("the window closes without having its page kept")
			}
			awaitA[Closing](t, d)
			if !w.holdBack(func() { t.Error("quit twice") }) {
				t.Error("a second request closes the window at once")
			}
			if answers {
				if err := w.KeepPage(KeptPage{}); err != nil {
					t.Fatal(err)
				}
			}
			select {
			case <-quit:
			case <-time.After(10 * time.Second):
				t.Fatal("the window is not closed")
			}
			if w.holdBack(nil) {
				t.Error("the window is held back again")
			}
		})
	}
}

func TestClosing_isNotHeldBackWhereThereIsNoDesk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSession(desk.Build{Version: "1.2.3"}, file, newFakeDesktop(), slog.New(slog.DiscardHandler))
	t.Cleanup(s.close)
	w := newWindow(s, nil, nil)
	if w.holdBack(nil) {
		t.Error("before the desk is open")
	}
	s.open(t.Context())
	if w.holdBack(nil) {
		t.Error("where it could not be opened")
	}
}
