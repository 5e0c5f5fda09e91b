package app

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"portfolio-ai/store/portfolio"
)

// Opening is what the window shows first. It is written into the page, so that nothing has to be asked for before the
// first rows are drawn, unless they are in it themselves. What is written to the portfolio between its reading and the
// page's listening for events is found by State.ChangeSet.
type Opening struct {
	State    DeskState             `json:"state"`
	Views    []portfolio.SavedView `json:"views"`
	Programs *ProgramList          `json:"programs"` // nil where there are none, or where the window asks for them
	Key      string                `json:"key"`      // tells what is drawn from it; "" where there is no desk
}

// ProgramList is the list of all programs as it begins: by name, with the figures around it.
type ProgramList struct {
	Page   portfolio.ProgramPage `json:"page"`
	Totals []portfolio.Group     `json:"totals"` // by status
	Facets []portfolio.Facet     `json:"facets"`
}

// Opening reads it. The window has it in its page, unless that has in it what was drawn from the same before.
func (d *Desk) Opening() (Opening, error) {
	return guard(d.s, "Desk.Opening", func() (Opening, error) {
		<-d.s.ready
		opening, err := d.s.opening(d.s.life)
		if err == nil {
			err = d.s.addList(d.s.life, &opening)
		}
		return opening, err
	})
}

// opening reads what the window shows first, but for the list, of an open desk or of one that could not be opened.
func (s *session) opening(ctx context.Context) (out Opening, err error) {
	out.State, out.Views = s.state(), []portfolio.SavedView{}
	if !out.State.Ready {
		return out, nil
	}
	if out.Views, err = s.desk.Store.SavedViews(ctx); err != nil {
		return out, err
	}
	out.Key = out.key()
	return out, nil
}

// addList reads the list of all programs as it begins into an opening, where there are any.
func (s *session) addList(ctx context.Context, opening *Opening) error {
	if !opening.State.Ready || opening.State.Counts.Programs == 0 {
		return nil
	}
	all := portfolio.Query{Of: portfolio.EntityProgram, Sort: []portfolio.Order{{Field: portfolio.FieldName}}}
	shown := s.desk.Shown()
	var list ProgramList
	var err error
	if list.Page, err = shown.Programs(ctx, all); err != nil {
		return err
	}
	if list.Totals, err = shown.Groups(ctx, all, portfolio.FieldStatus); err != nil {
		return err
	}
	if list.Facets, err = shown.Facets(ctx, all); err != nil {
		return err
	}
	opening.Programs = &list
	return nil
}

// pageStart is what a page begins with: the page that was kept, or else the opening with its list. To read that takes longer
// than to show the other, and the computer has enough to do while a window is made.
type pageStart struct {
	opening Opening
	kept    *KeptPage
}

// pageStart reads it.
func (s *session) pageStart(ctx context.Context) (out pageStart, err error) {
	if out.opening, err = s.opening(ctx); err != nil {
		return out, err
	}
	if out.kept = keptFor(s.dataDir, out.opening); out.kept != nil {
		return out, nil
	}
	return out, s.addList(ctx, &out.opening)
}

// readAhead reads what the first page begins with while the window is being made.
func (s *session) readAhead() {
	defer close(s.ahead)
	start, err := s.pageStart(s.life)
	if err != nil {
		s.log.Error("read what the window opens with", "error", err)
		return
	}
	s.ahead <- &start
}

// openingWithin is how long a page may be held back until the desk is open and what it begins with is read ahead. One that
// comes without asks for what it shows.
const openingWithin = 100 * time.Millisecond

// takeStart gives what a page begins with; false where the page should not wait for it.
func (s *session) takeStart(ctx context.Context) (pageStart, bool) {
	first := s.asked.CompareAndSwap(false, true)
	late := time.After(openingWithin)
	select {
	case <-s.ready:
	case <-late:
		return pageStart{}, false
	}
	if first && s.problem() == nil {
		select {
		case ahead := <-s.ahead: // nil where it could not be read
			if ahead != nil && s.holds(ctx, ahead.opening) {
				return *ahead, true
			}
		case <-late:
			return pageStart{}, false
		}
	}
	start, err := s.pageStart(ctx)
	return start, err == nil
}

// holds reports whether nothing was written since an opening was read, and no past day is looked at.
func (s *session) holds(ctx context.Context, opening Opening) bool {
	newest, err := s.desk.Store.Version(ctx)
	return err == nil && newest == opening.State.ChangeSet && s.desk.Shown() == s.desk.Store
}

// openingID is the element of the page that holds the opening.
const openingID = "opening"

// withOpening writes the opening into the page of the window, which next serves as it was built. It is a block of data: no
// browser runs it, and JSON as Go writes it holds no "<" that could end it, whatever a record says.
func (s *session) withOpening(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodGet || r.URL.Path != "/" && r.URL.Path != "/index.html" {
			next.ServeHTTP(w, r)
			return
		}
		page := &pageBuffer{header: w.Header(), status: http.StatusOK}
		whole := r.Clone(r.Context())
		whole.Header.Del("If-Modified-Since") // what was built is as old as before, what is written into it is not
		next.ServeHTTP(page, whole)
		w.Header().Del("Last-Modified")
		w.Header().Set("Cache-Control", "no-store")
		body := page.body.Bytes()
		if start, ok := s.takeStart(r.Context()); ok && page.status == http.StatusOK {
			body = start.writeInto(body)
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.WriteHeader(page.status)
		_, _ = w.Write(body) // a page that went away needs none
	})
}

// writeInto writes the start into a built page.
func (p pageStart) writeInto(built []byte) []byte {
	if p.kept != nil && p.kept.drawnBy(built) {
		return p.kept.writeInto(built, p.opening.State.Today)
	}
	data, err := json.Marshal(p.opening)
	if err != nil {
		return built
	}
	block := `<script type="application/json" id="` + openingID + `">` + string(data) + "</script></body>"
	return bytes.Replace(built, []byte("</body>"), []byte(block), 1)
}

// pageBuffer keeps a response until it is whole.
type pageBuffer struct {
	header http.Header
	status int
	body   bytes.Buffer
}

// Header gives the headers of the response that the buffer is kept for.
func (p *pageBuffer) Header() http.Header { return p.header }

// WriteHeader notes the status.
func (p *pageBuffer) WriteHeader(status int) { p.status = status }

// Write keeps what is written.
func (p *pageBuffer) Write(data []byte) (int, error) { return p.body.Write(data) }
