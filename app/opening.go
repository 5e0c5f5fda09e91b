package app

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// Opening is what the window shows first. It is written into the page, so that nothing has to be asked for before the
// first rows are drawn. What is written to the portfolio between its reading and the page's listening for events is found
// by State.ChangeSet.
type Opening struct {
	State    DeskState             `json:"state"`
	Views    []portfolio.SavedView `json:"views"`
	Programs *ProgramList          `json:"programs"` // nil where there are none, or no desk
	Key      string                `json:"key"`      // tells what is drawn from it; "" where there is no desk
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
		return d.s.opening(d.s.life, nil)
	})
}

// opening reads what the window shows first of an open desk, or of one that could not be opened. A list that was read ahead
// is taken where it still holds.
func (s *session) opening(ctx context.Context, ahead *listAhead) (out Opening, err error) {
	out.State, out.Views = s.state(), []portfolio.SavedView{}
	if !out.State.Ready {
		return out, nil
	}
	if out.Views, err = s.desk.Store.SavedViews(ctx); err != nil {
		return out, err
	}
	out.Key = out.key()
	if out.State.Counts.Programs == 0 {
		return out, nil
	}
	if ahead != nil && ahead.changeSet == out.State.ChangeSet && out.State.AsOf == "" {
		out.Programs = &ahead.list
		return out, nil
	}
	list, err := readList(ctx, s.desk.Shown())
	out.Programs = &list
	return out, err
}

// readList reads the list of all programs as it begins.
func readList(ctx context.Context, shown *store.DB) (list ProgramList, err error) {
	all := portfolio.Query{Of: portfolio.EntityProgram, Sort: []portfolio.Order{{Field: portfolio.FieldName}}}
	if list.Page, err = shown.Programs(ctx, all); err != nil {
		return list, err
	}
	if list.Totals, err = shown.Groups(ctx, all, portfolio.FieldStatus); err != nil {
		return list, err
	}
	list.Facets, err = shown.Facets(ctx, all)
	return list, err
}

// listAhead is the list as it was when a change set was the newest one.
type listAhead struct {
	changeSet int64
	list      ProgramList
}

// readAhead reads the list while the window is being made, for the first page that asks for its opening.
func (s *session) readAhead() {
	defer close(s.ahead)
	changeSet, err := s.desk.Store.Version(s.life)
	if err != nil {
		s.log.Error("read what the window opens with", "error", err)
		return
	}
	list, err := readList(s.life, s.desk.Store)
	if err != nil {
		s.log.Error("read what the window opens with", "error", err)
		return
	}
	s.ahead <- &listAhead{changeSet, list}
}

// openingWithin is how long a page may be held back until the desk is open and the list is read ahead. One that comes
// without its opening asks for what it shows.
const openingWithin = 100 * time.Millisecond

// takeOpening gives the opening for a page; false where the page should not wait for it.
func (s *session) takeOpening(ctx context.Context) (Opening, bool) {
	late := time.After(openingWithin)
	select {
	case <-s.ready:
	case <-late:
		return Opening{}, false
	}
	var ahead *listAhead
	if s.fault == nil {
		select {
		case ahead = <-s.ahead: // nil for all pages but the first
		case <-late:
			return Opening{}, false
		}
	}
	opening, err := s.opening(ctx, ahead)
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
		whole := r.Clone(r.Context())
		whole.Header.Del("If-Modified-Since") // what was built is as old as before, what is written into it is not
		next.ServeHTTP(page, whole)
		w.Header().Del("Last-Modified")
		w.Header().Set("Cache-Control", "no-store")
		body := page.body.Bytes()
		if opening, ok := s.takeOpening(r.Context()); ok && page.status == http.StatusOK {
			body = withKept(body, s.dataDir, opening)
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
