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
// first rows are drawn. What is written to the portfolio between its reading and the page's listening for events is found
// by State.ChangeSet.
type Opening struct {
	State    DeskState             `json:"state"`
	Views    []portfolio.SavedView `json:"views"`
	Programs *ProgramList          `json:"programs"` // nil where there are none, or no desk
}

// ProgramList is the list of all programs as it begins: by name, with the figures around it.
type ProgramList struct {
	Page   portfolio.ProgramPage `json:"page"`
	Totals []portfolio.Group     `json:"totals"` // by status
	Facets []portfolio.Facet     `json:"facets"`
}

// Opening reads it. The window has it in its page; the method is bound so that the type is in the bindings.
func (d *Desk) Opening() (Opening, error) {
	return guard(d.s, "Desk.Opening", func() (Opening, error) {
		<-d.s.ready
		return d.s.opening(d.s.life)
	})
}

// opening reads what the window shows first of an open desk, or of one that could not be opened.
func (s *session) opening(ctx context.Context) (out Opening, err error) {
	out.State, out.Views = s.state(), []portfolio.SavedView{}
	if !out.State.Ready {
		return out, nil
	}
	if out.Views, err = s.desk.Store.SavedViews(ctx); err != nil || out.State.Counts.Programs == 0 {
		return out, err
	}
	all := portfolio.Query{Of: portfolio.EntityProgram, Sort: []portfolio.Order{{Field: portfolio.FieldName}}}
	shown, list := s.desk.Shown(), ProgramList{}
	if list.Page, err = shown.Programs(ctx, all); err != nil {
		return out, err
	}
	if list.Totals, err = shown.Groups(ctx, all, portfolio.FieldStatus); err != nil {
		return out, err
	}
	if list.Facets, err = shown.Facets(ctx, all); err != nil {
		return out, err
	}
	out.Programs = &list
	return out, nil
}

// readOpening reads the opening while the window is being made, for the first page that asks for it.
func (s *session) readOpening() {
	opening, err := s.opening(s.life)
	if err != nil {
		s.log.Error("read what the window opens with", "error", err)
	}
	s.ahead <- opening
}

// openingWithin is how long a page may be held back for its opening. One that comes without asks for it itself.
const openingWithin = 100 * time.Millisecond

// takeOpening gives the opening for a page: the one that was read ahead where nothing was written since, else a new one.
func (s *session) takeOpening(ctx context.Context) (Opening, bool) {
	ctx, done := context.WithTimeout(ctx, openingWithin)
	defer done()
	select {
	case <-s.ready:
	case <-ctx.Done():
		return Opening{}, false
	}
	if s.fault == nil && s.first.CompareAndSwap(false, true) {
		select {
		case opening := <-s.ahead:
			version, err := s.desk.Store.Version(ctx)
			if err == nil && version == opening.State.ChangeSet && s.desk.Shown().AsOf() == opening.State.AsOf {
				return opening, true
			}
		case <-ctx.Done():
			return Opening{}, false
		}
	}
	opening, err := s.opening(ctx)
	return opening, err == nil
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
		next.ServeHTTP(page, r)
		body := page.body.Bytes()
		if opening, ok := s.takeOpening(r.Context()); ok && page.status == http.StatusOK {
			if data, err := json.Marshal(opening); err == nil {
				block := []byte(`<script type="application/json" id="` + openingID + `">` + string(data) + "</script></body>")
				body = bytes.Replace(body, []byte("</body>"), block, 1)
			}
		}
		w.Header().Set("Content-Length", strconv.Itoa(len(body)))
		w.WriteHeader(page.status)
		_, _ = w.Write(body) // a page that went away needs none
	})
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
