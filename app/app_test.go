package app

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// event is what the window would have got.
type event struct {
	name    string
	payload any
}

// fakeDesktop stands in for the window system.
type fakeDesktop struct {
	mu        sync.Mutex
	events    []event
	told      chan event
	picked    []string
	drop      func(paths []string) // what the program does with dropped files
	saved     string
	suggested string // the name of the last file that was to be saved
	opened    string
}

func newFakeDesktop() *fakeDesktop { return &fakeDesktop{told: make(chan event, 1000)} }

func (d *fakeDesktop) emit(name string, payload any) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.events = append(d.events, event{name, payload})
	d.told <- event{name, payload}
}

func (d *fakeDesktop) onDrop(f func([]string))            { d.drop = f }
func (d *fakeDesktop) pickFiles(string) ([]string, error) { return d.picked, nil }
func (d *fakeDesktop) saveFile(_, name string, _ fileKind) (string, error) {
	d.suggested = name
	return d.saved, nil
}
func (d *fakeDesktop) pickFile(string, fileKind) (string, error) {
	if len(d.picked) == 0 {
		return "", nil
	}
	return d.picked[0], nil
}
func (d *fakeDesktop) pickFolder(title string) (string, error) { return d.pickFile(title, fileKind{}) }
func (d *fakeDesktop) openFolder(path string)                  { d.opened = path }

// openSession opens a desk on a temporary folder, as the start of the window does.
func openSession(t *testing.T) (*session, *fakeDesktop) {
	t.Helper()
	d := newFakeDesktop()
	s := newSession(desk.Build{Version: "1.2.3"}, t.TempDir(), d, slog.New(slog.DiscardHandler))
	s.open(context.Background())
	t.Cleanup(s.close)
	return s, d
}

// mustState reads the state of the desk.
func mustState(t *testing.T, s *session) DeskState {
	t.Helper()
	state, err := (&Desk{s}).State()
	if err != nil {
		t.Fatal(err)
	}
	return state
}

// awaitA waits for an event with a payload of the type.
func awaitA[P any](t *testing.T, d *fakeDesktop) P {
	t.Helper()
	deadline := time.After(10 * time.Second)
	for {
		select {
		case e := <-d.told:
			if payload, ok := e.payload.(P); ok {
				return payload
			}
		case <-deadline:
			t.Fatalf("no event %s", eventNames[reflect.TypeFor[P]()])
		}
	}
}

func TestEvents_catalogueNamesEachPayloadOnce(t *testing.T) {
	catalog := reflect.TypeFor[EventCatalog]()
	if len(eventNames) != catalog.NumField() {
		t.Errorf("%d payload types for %d events", len(eventNames), catalog.NumField())
	}
	seen := map[string]bool{}
	for _, name := range eventNames {
		if name == "" || seen[name] {
			t.Errorf("the name %q is empty or used twice", name)
		}
		seen[name] = true
	}
}

func TestCall_waitsForTheDesk(t *testing.T) {
	s := newSession(desk.Build{}, t.TempDir(), newFakeDesktop(), slog.New(slog.DiscardHandler))
	answered := make(chan error)
	go func() {
		_, err := (&Programs{s}).Page(portfolio.Query{}, "")
		answered <- err
	}()
	select {
	case err := <-answered:
		t.Fatalf("answered before the desk was open: %v", err)
	case <-time.After(30 * time.Millisecond):
	}
	s.open(context.Background())
	t.Cleanup(s.close)
	if err := <-answered; err != nil {
		t.Error(err)
	}
}

func TestCall_turnsAPanicIntoAnErrorWithoutItsDetail(t *testing.T) {
	s, _ := openSession(t)
	err := run(s, "x", func(context.Context, *desk.Desk) error { panic("secret") })
	if portfolio.ErrorCode(err) != portfolio.EInternal || strings.Contains(err.Error(), "secret") {
		t.Errorf("got %v", err)
	}
}

func TestCall_saysWhyThereIsNoDesk(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "portfolio.db"), []byte(strings.Repeat("no database\n", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	s := newSession(desk.Build{}, dir, newFakeDesktop(), slog.New(slog.DiscardHandler))
	s.open(context.Background())
	t.Cleanup(s.close)
	if _, err := (&Programs{s}).Page(portfolio.Query{}, ""); portfolio.ErrorCode(err) != portfolio.ENotReady || !strings.Contains(err.Error(), "not a portfolio file") {
		t.Errorf("got %v", err)
	}
	if state := mustState(t, s); state.Ready || !strings.Contains(state.Problem, "not a portfolio file") {
		t.Errorf("got %+v", state)
	}
}

func TestOpen_saysThatTheFileIsOfANewerProgramAndLeavesItAlone(t *testing.T) {
	path := storetest.Newer(t)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	s := newSession(desk.ThisBuild("1.2.3", ""), filepath.Dir(path), newFakeDesktop(), slog.New(slog.DiscardHandler))
	s.open(context.Background())
	t.Cleanup(s.close)
	state := mustState(t, s)
	if state.Ready || !strings.Contains(state.Problem, "newer version of Portfolio AI") || state.Schema == 0 {
		t.Errorf("got %+v", state)
	}
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: "Aurora"}); portfolio.ErrorCode(err) != portfolio.ENotReady {
		t.Errorf("a program was saved: %v", err)
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, before) {
		t.Errorf("the file was changed (%v)", err)
	}
}

func TestFormatError_isAJSONTextThatHidesFaultsOfOurs(t *testing.T) {
	cases := []struct {
		err  error
		want portfolio.Error
	}{
		{portfolio.Invalidf("A program needs a name."), portfolio.Error{Code: portfolio.EInvalid, Message: "A program needs a name."}},
		{errors.New("sql: secret"), portfolio.Error{Code: portfolio.EInternal, Message: portfolio.ErrorMessage(nil)}},
	}
	for _, c := range cases {
		text, ok := formatError(c.err).(string)
		if !ok {
			t.Fatalf("%v is no text", formatError(c.err))
		}
		var got portfolio.Error
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != c.want {
			t.Errorf("got %s (%v), want %+v", text, err, c.want)
		}
	}
}

func TestBoundMethods_giveListsNeverNull(t *testing.T) {
	s, d := openSession(t)
	results := map[string]any{}
	keep := func(name string) func(any, error) {
		return func(value any, err error) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
			results[name] = value
		}
	}
	programs, err := (&Programs{s}).Page(portfolio.Query{}, "")
	keep("Programs.Page")(programs, err)
	risks, err := (&Risks{s}).Page(portfolio.Query{}, "")
	keep("Risks.Page")(risks, err)
	milestones, err := (&Milestones{s}).Page(portfolio.Query{}, "")
	keep("Milestones.Page")(milestones, err)
	objectives, err := (&Objectives{s}).List()
	keep("Objectives.List")(objectives, err)
	activity, err := (&History{s}).Activity(portfolio.ActivityFilter{}, 0, 10)
	keep("History.Activity")(activity, err)
	chats, err := (&Chat{s}).List()
	keep("Chat.List")(chats, err)
	facets, err := (&Programs{s}).Facets(portfolio.Query{Of: portfolio.EntityProgram}, "")
	keep("Programs.Facets")(facets, err)
	picked, err := (&Files{s}).Pick()
	keep("Files.Pick")(picked, err)
	saved, err := (&Programs{s}).Save(portfolio.Program{Name: "Aurora"})
	keep("Programs.Save")(saved, err)
	detail, err := (&Programs{s}).Get(saved.ID)
	keep("Programs.Get")(detail, err)
	files := dropOn(d, csvFile(t))
	look, err := (&Files{s}).Inspect(files[0].Path, "", "")
	keep("Files.Inspect")(look, err)
	check, err := (&Files{s}).Check(files, "", "")
	keep("Files.Check")(check, err)
	checked, err := (&Files{s}).CheckRows(check.Number, desk.CheckUnchanged, "", 0)
	keep("Files.CheckRows")(checked, err)
	result, err := (&Files{s}).Import(files, "")
	keep("Files.Import")(result, err)
	for name, value := range results {
		data, err := json.Marshal(value)
		if err != nil {
			t.Fatal(err)
		}
		for _, list := range []string{"rows", "groups", "risks", "milestones", "strategic_objectives", "updates", "dependencies", "files", "columns", "fields", "samples", "changes"} {
			if strings.Contains(string(data), `"`+list+`":null`) || string(data) == "null" {
				t.Errorf("%s gives a list that is null: %s", name, data)
			}
		}
	}
	if changed := awaitA[DataChanged](t, d); changed.ChangeSet == 0 {
		t.Errorf("got %+v", changed)
	}
}

func csvFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "programs.csv")
	if err := os.WriteFile(path, []byte("name,status\nBeacon,Red\nCobalt,Green\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestChat_streamsInOrderAndEndsOnceAfterTheAnswerIsStored(t *testing.T) {
	s, d := openSession(t)
	if _, err := (&Files{s}).Import(dropOn(d, csvFile(t)), ""); err != nil {
		t.Fatal(err)
	}
	chat := &Chat{s}
	ref, err := chat.Send("", "How many programs are off track?", agent.Scope{}, "")
	if err != nil {
		t.Fatal(err)
	}
	finished := awaitA[agent.ChatFinished](t, d)
	stored, err := chat.Open(ref.ConversationID)
	if err != nil || len(stored.Messages) != 2 || stored.Messages[1].Text != finished.Message.Text || stored.Messages[1].State != portfolio.TurnDone {
		t.Fatalf("stored %+v (%v)", stored, err)
	}
	var text string
	var seq int64
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, e := range d.events {
		switch p := e.payload.(type) {
		case agent.ChatProgress:
			seq++
			text += p.Text
			if p.Seq != seq || p.TurnID != ref.TurnID {
				t.Errorf("event %d of turn %s came as number %d of %s", seq, ref.TurnID, p.Seq, p.TurnID)
			}
		case agent.ChatFinished:
			if p.Seq != seq+1 {
				t.Errorf("the finish is number %d after %d", p.Seq, seq)
			}
		}
	}
	if text != finished.Message.Text || !strings.Contains(text, "1") {
		t.Errorf("streamed %q, stored %q", text, finished.Message.Text)
	}
}

func TestDesk_keepsTheTheme(t *testing.T) {
	s, d := openSession(t)
	bound := &Desk{s}
	if err := bound.SetTheme(ThemeDark); err != nil || mustState(t, s).Theme != ThemeDark {
		t.Errorf("theme is %s (%v)", mustState(t, s).Theme, err)
	}
	if err := bound.SetTheme("pink"); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("a theme that is none: %v", err)
	}
	if err := bound.OpenFolder(); err != nil || d.opened != s.dataDir {
		t.Errorf("opened %q (%v)", d.opened, err)
	}
}

func TestHistory_undoesAndRedoes(t *testing.T) {
	s, _ := openSession(t)
	if _, err := (&Programs{s}).Save(portfolio.Program{Name: "Aurora"}); err != nil {
		t.Fatal(err)
	}
	h := &History{s}
	if _, err := h.Undo(); err != nil || mustState(t, s).Counts.Programs != 0 {
		t.Errorf("undo: %v", err)
	}
	if _, err := h.Redo(); err != nil || mustState(t, s).Counts.Programs != 1 {
		t.Errorf("redo: %v", err)
	}
}

func TestTypeScriptName_makesIdentifiers(t *testing.T) {
	for word, want := range map[string]string{"On Track": "OnTrack", "risk.due_date": "RiskDueDate", "is_not": "IsNot"} {
		if got := typeScriptName(word); got != want {
			t.Errorf("%q gives %q, want %q", word, got, want)
		}
	}
}

func TestFiles_saveTextWritesWhereThePersonSays(t *testing.T) {
	s, d := openSession(t)
	bound := &Files{s}
	if err := bound.ShowSaved(); portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Errorf("nothing was saved: %v", err)
	}
	if path, err := bound.SaveText("a.md", "text"); path != "" || err != nil {
		t.Errorf("cancelled: %q, %v", path, err)
	}
	d.saved = filepath.Join(t.TempDir(), "a.md")
	if path, err := bound.SaveText("../What: now?.md", "ümläut"); path != d.saved || err != nil {
		t.Fatalf("saved as %q, %v", path, err)
	}
	if d.suggested != "-What- now-.md" {
		t.Errorf("suggested %q", d.suggested)
	}
	if text, err := os.ReadFile(d.saved); err != nil || string(text) != "ümläut" {
		t.Errorf("wrote %q, %v", text, err)
	}
	if err := bound.ShowSaved(); err != nil || d.opened != filepath.Dir(d.saved) {
		t.Errorf("opened %q (%v)", d.opened, err)
	}
	d.saved = filepath.Join(d.saved, "below a file.md")
	if _, err := bound.SaveText("a.md", "text"); portfolio.ErrorCode(err) != portfolio.EStorage {
		t.Errorf("a place that cannot be: %v", err)
	}
}

func TestFileName_isOneThatEverySystemTakes(t *testing.T) {
	for text, want := range map[string]string{"Risks 2026-11-30": "Risks 2026-11-30", `a/b\c:d*e?f"g<h>i|j`: "a-b-c-d-e-f-g-h-i-j", "..": "Portfolio", "": "Portfolio", "Ümläut. ": "Ümläut",
		"Late?  Why…": "Late- Why", strings.Repeat("ü", 300): strings.Repeat("ü", longestName)} {
		if got := fileName(text); got != want {
			t.Errorf("%q gives %q, want %q", text, got, want)
		}
	}
}

func TestFiles_exportRefusesWhatItCannotWrite(t *testing.T) {
	s, d := openSession(t)
	bound := &Files{s}
	d.saved = filepath.Join(t.TempDir(), "a")
	for _, request := range []ExportRequest{
		{Format: "exe"}, {Format: exchange.CSV, AsOf: "yesterday"},
		{Format: exchange.JSON, Of: &portfolio.Query{Of: portfolio.EntityRisk}}, {Format: exchange.CSV, Of: &portfolio.Query{Of: portfolio.EntityProgram, Limit: -1, Where: []portfolio.Condition{{Field: "nonsense"}}}},
	} {
		if path, err := bound.Export(request, ""); portfolio.ErrorCode(err) != portfolio.EInvalid || path != "" {
			t.Errorf("%+v: %q, %v", request, path, err)
		}
	}
	if left, err := os.ReadDir(filepath.Dir(d.saved)); err != nil || len(left) != 0 {
		t.Errorf("%d files are left (%v)", len(left), err)
	}
}
