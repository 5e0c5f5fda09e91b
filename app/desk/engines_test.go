package desk

import (
	"bytes"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// openDesk opens a desk on a folder with a keychain of the test.
func openDesk(t *testing.T, dir string, chain Keychain) *Desk {
	t.Helper()
	d, err := Open(t.Context(), Options{DataDir: dir, Keys: chain})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := d.Close(); err != nil {
			t.Error(err)
		}
	})
	return d
}

// endpointAt is an endpoint on a scripted server.
func endpointAt(s *modeltest.Server) portfolio.Endpoint {
	return portfolio.Endpoint{Name: "Scripted", BaseURL: s.BaseURL() + "/ ", Model: modeltest.Model}
}

func mustSave(t *testing.T, d *Desk, e portfolio.Endpoint) Engine {
	t.Helper()
	saved, err := d.SaveEndpoint(t.Context(), e)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func TestEngines_theAnalystIsFirstAndChosenEndpointsAreKept(t *testing.T) {
	dir := t.TempDir()
	s := modeltest.New(t, modeltest.Say("Hello"))
	d, err := Open(t.Context(), Options{DataDir: dir, Keys: newChain()})
	if err != nil {
		t.Fatal(err)
	}
	saved := mustSave(t, d, endpointAt(s))
	if saved.Endpoint.BaseURL != s.BaseURL() || saved.Label != "Scripted scripted (this computer)" || !saved.Allowed {
		t.Errorf("saved %+v", saved)
	}
	for name, want := range map[string]portfolio.Code{"SCRIPTED": portfolio.EConflict, "Built-in analyst": portfolio.EConflict, "": portfolio.EInvalid} {
		e := endpointAt(s)
		e.Name = name
		if _, err := d.SaveEndpoint(t.Context(), e); portfolio.ErrorCode(err) != want {
			t.Errorf("another %q: %v", name, err)
		}
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	d = openDesk(t, dir, newChain())
	all, err := d.Engines(t.Context())
	if err != nil || len(all) != 2 || all[0].ID != "" || all[0].Label != "Built-in analyst" || *all[1].Endpoint != *saved.Endpoint {
		t.Fatalf("engines %+v, %v", all, err)
	}
	if err := d.RemoveEndpoint(t.Context(), saved.ID); err != nil {
		t.Fatal(err)
	}
	if all, err := d.Engines(t.Context()); err != nil || len(all) != 1 {
		t.Errorf("engines %+v, %v", all, err)
	}
	if visits := s.Visits(); len(visits) > 0 {
		t.Errorf("setting an engine up went to %v", visits)
	}
}

func TestAsk_theEngineThatIsNamedAnswersAndIsNamedBesideTheAnswer(t *testing.T) {
	s := modeltest.New(t, modeltest.Call("", "count_by", `{"of":"program"}`), modeltest.Say("There are none."))
	d := openDesk(t, t.TempDir(), newChain())
	mustSave(t, d, endpointAt(s))
	var ids []string
	for engine, want := range map[string]string{"": "Built-in analyst", "scripted": "Scripted scripted (this computer)", "built-in analyst": "Built-in analyst"} {
		m, err := d.Ask(t.Context(), AskRequest{Question: "How many programs are there?", Engine: engine}, func(string) {})
		if err != nil || m.Engine != want || m.State != portfolio.TurnDone || len(m.Steps) == 0 {
			t.Errorf("%q: %+v, %v", engine, m, err)
		}
		ids = append(ids, m.ConversationID)
	}
	if _, err := d.Ask(t.Context(), AskRequest{Question: "How many?", Engine: "nobody"}, func(string) {}); portfolio.ErrorCode(err) != portfolio.ENotFound || !strings.Contains(err.Error(), "Built-in analyst, Scripted") {
		t.Errorf("nobody: %v", err)
	}
	// Another engine takes a conversation over.
	m, err := d.Ask(t.Context(), AskRequest{Question: "And now?", Engine: "Scripted", ConversationID: ids[0]}, func(string) {})
	if err != nil || m.ConversationID != ids[0] || m.Text != "There are none." {
		t.Errorf("%+v, %v", m, err)
	}
	if body := s.Requests()[len(s.Requests())-1].Body; !strings.Contains(body, "How many programs are there?") {
		t.Errorf("the model got %s", body)
	}
}

func TestAsk_aFaultIsASentenceAndTheConversationGoesOn(t *testing.T) {
	s := modeltest.New(t, modeltest.Cut("Half an "), modeltest.Say("Whole."))
	d := openDesk(t, t.TempDir(), newChain())
	mustSave(t, d, endpointAt(s))
	m, err := d.Ask(t.Context(), AskRequest{Question: "How?", Engine: "Scripted"}, func(string) {})
	if err == nil || m.State != portfolio.TurnFailed || m.Text != "Half an" || !strings.Contains(m.Error, "broke off") {
		t.Errorf("%+v, %v", m, err)
	}
	m, err = d.Ask(t.Context(), AskRequest{Question: "Again?", Engine: "Scripted", ConversationID: m.ConversationID}, func(string) {})
	if err != nil || m.Text != "Whole." {
		t.Errorf("%+v, %v", m, err)
	}
}

func TestAgree_anotherComputerIsAskedOnlyAfterAPersonAgreedToItsAddress(t *testing.T) {
	d := openDesk(t, t.TempDir(), newChain())
	far := mustSave(t, d, portfolio.Endpoint{Name: "Far", BaseURL: "https://model.example/v1", Model: "m", AgreedTo: "https://model.example/v1"})
	if far.Allowed || far.Place != portfolio.AnotherComputer {
		t.Errorf("saved as %+v", far)
	}
	allowed := func() bool {
		_, err := d.answering(t.Context(), far.ID, d.used)
		if err != nil && portfolio.ErrorCode(err) != portfolio.EEndpoint {
			t.Error(err)
		}
		return err == nil
	}
	if _, err := d.Ask(t.Context(), AskRequest{Question: "How?", Engine: "Far"}, func(string) {}); portfolio.ErrorCode(err) != portfolio.EEndpoint || !strings.Contains(err.Error(), "Agree") {
		t.Errorf("asked before: %v", err)
	}
	if shown, err := d.Preview(t.Context(), far.ID, "", "How is Aurora?", agent.Scope{}); err != nil || !strings.Contains(shown.Body, "How is Aurora?") {
		t.Errorf("preview %+v, %v", shown, err)
	}
	if err := d.Agree(t.Context(), far.ID, "https://other.example/v1", true); portfolio.ErrorCode(err) != portfolio.EConflict || allowed() {
		t.Errorf("agreed to another address: %v", err)
	}
	if err := d.Agree(t.Context(), far.ID, far.Endpoint.BaseURL, true); err != nil || !allowed() {
		t.Errorf("agreed, but not allowed: %v", err)
	}
	moved := *far.Endpoint
	moved.Model = "another"
	if mustSave(t, d, moved); !allowed() {
		t.Error("another model needs another consent")
	}
	moved.BaseURL = "https://model.example/v2"
	if mustSave(t, d, moved); allowed() {
		t.Error("the consent went along to another address")
	}
	if err := d.Agree(t.Context(), far.ID, moved.BaseURL, true); err != nil || !allowed() {
		t.Error(err)
	}
	if err := d.Agree(t.Context(), far.ID, moved.BaseURL, false); err != nil || allowed() {
		t.Errorf("the consent cannot be taken back: %v", err)
	}
}

func TestKey_isSentToItsHostAndIsInNoFileOfOurs(t *testing.T) {
	const key = "sk-0123456789-very-secret"
	t.Setenv(KeyVariable, "")
	for _, in := range []KeyPlace{KeyInKeychain, KeyInSession} {
		var log bytes.Buffer
		dir, chain := t.TempDir(), newChain()
		d, err := Open(t.Context(), Options{DataDir: dir, Keys: chain, Log: slog.New(slog.NewTextHandler(&log, nil))})
		if err != nil {
			t.Fatal(err)
		}
		s := modeltest.New(t, modeltest.Refuse(401, "wrong key "+key), modeltest.Refuse(500, "the key "+key+" broke me"), modeltest.Refuse(500, key), modeltest.Say("Your key is "+key[:3]+"."))
		e := endpointAt(s)
		e.UsesKey = true
		saved := mustSave(t, d, e)
		if _, err := d.Ask(t.Context(), AskRequest{Question: "How?", Engine: "Scripted"}, func(string) {}); err == nil || !strings.Contains(err.Error(), "needs a key") || len(s.Visits()) > 0 {
			t.Errorf("without a key: %v", err)
		}
		if err := d.KeepKey(t.Context(), saved.ID, key, in); err != nil {
			t.Fatal(err)
		}
		if place, err := d.KeyPlace(t.Context(), saved.ID); err != nil || place != in {
			t.Errorf("the key is in %q, %v", place, err)
		}
		for range 3 {
			_, _ = d.Ask(t.Context(), AskRequest{Question: "How?", Engine: "Scripted"}, func(string) {}) // it fails twice, which is what is wanted
		}
		for _, r := range s.Requests() {
			if r.Header.Get("Authorization") != "Bearer "+key || strings.Contains(r.Body, key) {
				t.Errorf("sent %v", r.Header)
			}
		}
		if _, err := d.Store.Backup(t.Context(), portfolio.BackupByHand); err != nil {
			t.Fatal(err)
		}
		export, err := os.Create(filepath.Join(dir, "export.json"))
		if err != nil {
			t.Fatal(err)
		}
		if err := d.Export(t.Context(), export, ExportOptions{Format: exchange.JSON}); err != nil {
			t.Fatal(err)
		}
		if err := export.Close(); err != nil {
			t.Fatal(err)
		}
		moved := *saved.Endpoint
		moved.BaseURL = "http://127.0.0.1:1/v1"
		mustSave(t, d, moved)
		if place, err := d.KeyPlace(t.Context(), saved.ID); err != nil || place != KeyNowhere || len(chain.kept) > 0 {
			t.Errorf("the key went along to another host: %q, %v", place, err)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
		files := 0
		err = filepath.WalkDir(dir, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			files++
			data, err := os.ReadFile(path)
			if bytes.Contains(data, []byte(key)) {
				t.Errorf("%s holds the key", filepath.Base(path))
			}
			return err
		})
		if err != nil || files < 3 || strings.Contains(log.String(), key) {
			t.Errorf("%d files, %v; the log says %s", files, err, log.String())
		}
	}
}

func TestTryAndModels_aKeptKeyGoesToNoOtherHost(t *testing.T) {
	t.Setenv(KeyVariable, "")
	home, other := modeltest.New(t, modeltest.Say("ready")), modeltest.New(t, modeltest.Say("ready"))
	d := openDesk(t, t.TempDir(), newChain())
	e := endpointAt(home)
	e.UsesKey = true
	saved := mustSave(t, d, e)
	if err := d.KeepKey(t.Context(), saved.ID, "secret", KeyInSession); err != nil {
		t.Fatal(err)
	}
	for server, want := range map[*modeltest.Server]string{home: "Bearer secret", other: ""} {
		tried := *saved.Endpoint
		tried.BaseURL = server.BaseURL()
		trial, err := d.TryEndpoint(t.Context(), tried, "")
		if err != nil || trial.Problem != "" || !trial.Streams {
			t.Errorf("%+v, %v", trial, err)
		}
		if got := server.Requests()[0].Header.Get("Authorization"); got != want {
			t.Errorf("sent %q, want %q", got, want)
		}
	}
	names, err := d.ModelsOf(t.Context(), portfolio.Endpoint{BaseURL: other.BaseURL()}, "")
	if err != nil || !slices.Contains(names, modeltest.Model) {
		t.Errorf("models %v, %v", names, err)
	}
}

func TestAsk_anEndpointThatRefusesToolsIsRememberedForIt(t *testing.T) {
	s := modeltest.New(t, modeltest.RefuseTools(modeltest.Say("Hello.")))
	d := openDesk(t, t.TempDir(), newChain())
	mustSave(t, d, endpointAt(s))
	for i, want := range []string{"Scripted scripted (this computer)", "Scripted scripted (this computer, without tools)"} {
		m, err := d.Ask(t.Context(), AskRequest{Question: "How?", Engine: "Scripted"}, func(string) {})
		if err != nil || m.Engine != want || !strings.Contains(m.Text, "does not use tools") {
			t.Errorf("answer %d: %+v, %v", i, m, err)
		}
	}
	if n := len(s.Requests()); n != 3 {
		t.Errorf("%d requests, want 3", n)
	}
}

// ends passes on how turns ended.
type ends chan portfolio.Message

func (e ends) ChatProgress(agent.ChatProgress)   {}
func (e ends) ChatFinished(f agent.ChatFinished) { e <- f.Message }

func TestTurns_anAnswerAboutAPastDayKeepsToItThoughTheWindowMovesOn(t *testing.T) {
	asked, goOn := make(chan struct{}), make(chan struct{})
	slow := func(x *modeltest.Exchange) {
		close(asked)
		<-goOn
		modeltest.Call("", "count_by", `{"of":"program"}`)(x)
	}
	s := modeltest.New(t, slow, modeltest.SayBack())
	d := openDesk(t, t.TempDir(), newChain())
	if err := d.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	id := mustSave(t, d, endpointAt(s)).ID
	finished := make(ends, 1)
	turns := d.Turns(finished, 0)
	t.Cleanup(turns.Close)
	past := portfolio.DateOf(time.Now().AddDate(0, -11, 0))
	if err := d.LookBack(t.Context(), past); err != nil {
		t.Fatal(err)
	}
	if _, err := turns.Send(t.Context(), "", "How many?", agent.Scope{}, id); err != nil {
		t.Fatal(err)
	}
	<-asked
	d.Today()
	close(goOn)
	select {
	case m := <-finished:
		if m.State != portfolio.TurnDone || m.Steps[0].Tool != "count_by" {
			t.Errorf("finished as %+v", m)
		}
	case <-time.After(20 * time.Second):
		t.Fatal("no answer")
	}
	if system := s.Requests()[0].Messages[0].Content; !strings.Contains(system, "Today is "+string(past)) {
		t.Errorf("the model was told %q", system)
	}
}
