package app

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

const builtPage = `<!doctype html><html><head><link rel="modulepreload" href="/assets/index.js" /></head><body><div id="root"></div></body></html>`

// servePage serves the page of the window at a path, as Wails asks for it.
func servePage(t *testing.T, s *session, path string) string {
	t.Helper()
	then := time.Unix(1_700_000_000, 0)
	built := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.ServeContent(w, r, "index.html", then, strings.NewReader(builtPage))
	})
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	if path == "/" {
		request.Header.Set("If-Modified-Since", then.UTC().Format(http.TimeFormat)) // as a page that is loaded anew asks
	}
	answer := httptest.NewRecorder()
	s.withOpening(built).ServeHTTP(answer, request)
	if answer.Code != http.StatusOK {
		t.Fatalf("%s answers %d", path, answer.Code)
	}
	return answer.Body.String()
}

// openingIn takes the opening out of a page.
func openingIn(t *testing.T, page string) Opening {
	t.Helper()
	_, rest, found := strings.Cut(page, `<script type="application/json" id="opening">`)
	data, after, ended := strings.Cut(rest, "<")
	if !found || !ended || after != "/script></body></html>" {
		t.Fatalf("no block of data at the end of the page:\n%s", page)
	}
	var opening Opening
	if err := json.Unmarshal([]byte(data), &opening); err != nil {
		t.Fatal(err)
	}
	return opening
}

// awaitAhead waits until what the first page begins with is read. A page that comes before is not held back for it for long,
// and a busy machine takes longer.
func awaitAhead(t *testing.T, s *session) {
	t.Helper()
	for deadline := time.Now().Add(10 * time.Second); len(s.ahead) == 0; time.Sleep(time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("nothing was read ahead")
		}
	}
}

func TestOpening_isInThePageAsTheWindowWouldReadIt(t *testing.T) {
	s, _ := openSession(t)
	awaitAhead(t, s)
	if opening := openingIn(t, servePage(t, s, "/")); !opening.State.Ready || opening.Programs != nil {
		t.Errorf("an empty portfolio opens with %+v", opening)
	}
	for _, name := range []string{"Bittern", "Avocet"} {
		if _, err := (&Programs{s}).Save(portfolio.Program{Name: name}); err != nil {
			t.Fatal(err)
		}
	}
	opening := openingIn(t, servePage(t, s, "/index.html"))
	byName := portfolio.Query{Of: portfolio.EntityProgram, Sort: []portfolio.Order{{Field: portfolio.FieldName}}}
	page, err := (&Programs{s}).Page(byName, "")
	if err != nil || len(page.Rows) != 2 || page.Rows[0].Name != "Avocet" {
		t.Fatalf("the list is %+v (%v)", page, err)
	}
	totals, err := (&Programs{s}).Groups(byName, portfolio.FieldStatus, "")
	if err != nil {
		t.Fatal(err)
	}
	facets, err := (&Programs{s}).Facets(byName, "")
	if err != nil {
		t.Fatal(err)
	}
	want := Opening{State: mustState(t, s), Views: []portfolio.SavedView{}, Programs: &ProgramList{Page: page, Totals: totals, Facets: facets}}
	want.Key = want.key()
	if !reflect.DeepEqual(opening, want) {
		t.Errorf("the page holds\n%+v, want\n%+v", opening, want)
	}
	if other := servePage(t, s, "/other/"); other != builtPage {
		t.Errorf("another page is changed:\n%s", other)
	}
}

func TestOpening_textOfRecordsStaysData(t *testing.T) {
	s, _ := openSession(t)
	awaitAhead(t, s)
	const name = `</script><script>alert(1)</script><!--`
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: name}); err != nil {
		t.Fatal(err)
	}
	if opening := openingIn(t, servePage(t, s, "/")); opening.Programs.Page.Rows[0].Name != name {
		t.Errorf("the program is called %q", opening.Programs.Page.Rows[0].Name)
	}
}

func TestOpening_isReadAnewWhereThePastIsShown(t *testing.T) {
	s, _, then := twoDays(t)
	if _, err := (&Desk{s}).LookBack(string(then)); err != nil {
		t.Fatal(err)
	}
	if opening := openingIn(t, servePage(t, s, "/")); opening.State.AsOf != then || opening.Programs.Page.Total != 1 {
		t.Errorf("the page opens on %q with %d programs", opening.State.AsOf, opening.Programs.Page.Total)
	}
}

func TestOpening_saysWhyThereIsNoDesk(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSession(desk.Build{Version: "1.2.3"}, file, newFakeDesktop(), slog.New(slog.DiscardHandler))
	s.open(t.Context())
	t.Cleanup(s.close)
	if opening := openingIn(t, servePage(t, s, "/")); opening.State.Ready || opening.State.Problem == "" {
		t.Errorf("the page opens with %+v", opening.State)
	}
}

func TestOpening_doesNotHoldThePageBackForADeskThatIsStillOpening(t *testing.T) {
	s := newSession(desk.Build{Version: "1.2.3"}, t.TempDir(), newFakeDesktop(), slog.New(slog.DiscardHandler))
	if page := servePage(t, s, "/"); page != builtPage {
		t.Errorf("the page holds what cannot be known yet:\n%s", page)
	}
}

func TestOpening_holdsWhatWasChosenAndWrittenBeforeItIsTaken(t *testing.T) {
	s, _ := openSession(t)
	awaitAhead(t, s)
	if err := (&Desk{s}).SetTheme(ThemeDark); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: "Avocet"}); err != nil {
		t.Fatal(err)
	}
	opening := openingIn(t, servePage(t, s, "/"))
	if opening.State.Theme != ThemeDark || opening.Programs == nil || opening.Programs.Page.Total != 1 {
		t.Errorf("the first page opens with %+v", opening)
	}
}

// A first page that comes before the desk is open asks for what it shows, and leaves what is read ahead where it is.
func TestOpening_ofALaterPageHoldsWhatWasChosenSince(t *testing.T) {
	s := newSession(desk.Build{Version: "1.2.3"}, t.TempDir(), newFakeDesktop(), slog.New(slog.DiscardHandler))
	if page := servePage(t, s, "/"); page != builtPage {
		t.Fatalf("the first page holds what cannot be known yet:\n%s", page)
	}
	s.open(t.Context())
	t.Cleanup(s.close)
	awaitAhead(t, s)
	if err := (&Desk{s}).SetTheme(ThemeDark); err != nil {
		t.Fatal(err)
	}
	if opening := openingIn(t, servePage(t, s, "/")); opening.State.Theme != ThemeDark {
		t.Errorf("the page opens with the theme %q", opening.State.Theme)
	}
}
