package soak

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// A writer is this test binary once more, as a process of its own that can be ended at any moment. These variables of its
// environment say that it is one, where it writes, and what.
const (
	writerPath = "PORTFOLIO_AI_SOAK_WRITER"
	writerSeed = "PORTFOLIO_AI_SOAK_WRITER_SEED"
)

// said is what a writer says, one JSON object a line: that something is kept, as the window shows it to a person.
type said struct {
	ChangeSet int64  `json:"change_set,omitempty"` // was committed
	State     string `json:"state,omitempty"`      // of all records after it
	Backup    string `json:"backup,omitempty"`     // was made, of the records of State
	Setting   string `json:"setting,omitempty"`    // was kept
	Answer    string `json:"answer,omitempty"`     // the id of the conversation with a whole answer
	Restoring string `json:"restoring,omitempty"`  // the state that there will be, which is not kept yet
}

// rest are what a writer does besides the actions of a soak.
var rest = []action{
	{"back up", 6, (*soaker).backUp},
	{"keep a setting", 6, (*soaker).keepSetting},
	{"answer", 6, (*soaker).answer},
	{"restore a backup", 3, (*soaker).restoreBackup},
}

// setting is what a writer keeps numbers under.
const setting = "soak"

// TestWriter writes and says what is kept, until its process is ended.
func TestWriter(t *testing.T) {
	path := os.Getenv(writerPath)
	if path == "" {
		t.Skip("only the tests that end it start a writer")
	}
	seed, err := strconv.ParseUint(os.Getenv(writerSeed), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	s := &soaker{T: t, ctx: t.Context(), path: path, random: rand.New(rand.NewPCG(seed, 1)), clock: storetest.Now, says: json.NewEncoder(os.Stdout)}
	s.open()
	newest, err := s.db.Version(s.ctx)
	s.must(err)
	if last, err := s.db.ChangeSet(s.ctx, newest); err == nil && last.WrittenAt.Time().After(s.clock) {
		s.clock = last.WrittenAt.Time() // it goes on where the writer before was
	}
	s.clock = s.clock.Add(time.Hour)
	s.say(said{ChangeSet: newest, State: s.fingerprint()})
	for ; ; s.step++ {
		a := draw(s.random, append(rest, actions...))
		if a.name == "close and open" && s.chance(2) {
			continue // it is as long as ten edits
		}
		s.doing, s.now = a.name, s.document()
		s.clock = s.clock.Add(time.Second)
		_ = s.allow(a.do(s))
	}
}

// say tells whoever started the writer.
func (s *soaker) say(what said) {
	s.Helper()
	if s.says != nil {
		s.must(s.says.Encode(what))
	}
}

// fingerprint is short for the state.
func (s *soaker) fingerprint() string { s.Helper(); return fingerprint(s.T, s.db) }

// fingerprint is short for all records of a portfolio, revisions and times included.
func fingerprint(t *testing.T, db *store.DB) string {
	t.Helper()
	d, err := db.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	data, err := json.Marshal(d)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:8])
}

func (s *soaker) backUp() error {
	b, err := s.db.Backup(s.ctx, portfolio.BackupByHand)
	if err == nil {
		s.say(said{Backup: b.Path, State: s.fingerprint()})
	}
	return err
}

func (s *soaker) keepSetting() error {
	value := strconv.Itoa(s.step)
	err := s.db.SetSetting(s.ctx, setting, value)
	if err == nil {
		s.say(said{Setting: value})
	}
	return err
}

// answer keeps a question, and then its answer.
func (s *soaker) answer() error {
	id := fmt.Sprintf("conversation-%d-%x", s.step, s.random.Uint64())
	m := portfolio.Message{ID: id + "-m", ConversationID: id, TurnID: id, Role: portfolio.RoleAssistant, State: portfolio.TurnStreaming}
	if err := s.db.BeginTurn(s.ctx, portfolio.Conversation{ID: id, Title: "soak", Messages: []portfolio.Message{m}}); err != nil {
		return err
	}
	m.Text, m.State = id, portfolio.TurnDone
	err := s.db.SaveMessage(s.ctx, m)
	if err == nil {
		s.say(said{Answer: id})
	}
	return err
}

func (s *soaker) restoreBackup() error {
	list, err := s.db.Backups(s.ctx)
	if err != nil || len(list) == 0 {
		return errors.Join(err, errNothing)
	}
	b := one(s, list)
	if b.Problem != "" {
		s.Fatalf("%s: %s", b.Path, b.Problem)
	}
	mode := one(s, portfolio.RestoreModes)
	if mode == portfolio.RestoreReplace {
		// It cannot be undone, so whoever looks afterwards must know what it leads to.
		s.say(said{Restoring: stateOf(s.T, b.Path)})
	}
	_, err = s.db.RestoreBackup(s.ctx, b.Path, store.RestoreOptions{Mode: mode})
	return err
}

// stateOf opens a copy of a file, because opening may write to it, and gives the state of the portfolio in it, which must be
// sound.
func stateOf(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	defer func() { _ = os.RemoveAll(folder) }() // there are thousands
	copied := filepath.Join(folder, "portfolio.db")
	if err := os.WriteFile(copied, data, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := store.Open(t.Context(), copied)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	state := fingerprint(t, db)
	if report, err := db.Check(t.Context()); err != nil || !report.OK {
		t.Fatalf("%s is not sound: %+v (%v)", path, report.Problems, err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return state
}

// writer is a writer that runs, and what it said so far.
type writer struct {
	*testing.T
	process *exec.Cmd
	errors  strings.Builder
	ended   chan struct{}

	mu   sync.Mutex
	said []said
}

// startWriter starts a writer to the portfolio at path.
func startWriter(t *testing.T, path string, seed uint64) *writer {
	t.Helper()
	w := &writer{T: t, ended: make(chan struct{})}
	w.process = exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestWriter$", "-test.timeout=10m")
	w.process.Env = append(os.Environ(), writerPath+"="+path, writerSeed+"="+strconv.FormatUint(seed, 10), "TMPDIR="+t.TempDir())
	w.process.Stderr = &w.errors
	out, err := w.process.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.process.Start(); err != nil {
		t.Fatal(err)
	}
	go w.listen(out)
	return w
}

// listen notes what the writer says. A line that its end cut off says nothing.
func (w *writer) listen(out io.Reader) {
	defer close(w.ended)
	lines := bufio.NewReader(out)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			return
		}
		var one said
		if err := json.Unmarshal(line, &one); err != nil {
			fmt.Fprintf(&w.errors, "%s", line) // it failed, and the test says why
			continue
		}
		w.mu.Lock()
		w.said = append(w.said, one)
		w.mu.Unlock()
	}
}

// heard is what the writer said so far.
func (w *writer) heard() []said {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.said[:len(w.said):len(w.said)]
}

// kill ends the writer as kill -9 does and gives all that it had said. A writer that had ended by itself has failed.
func (w *writer) kill() []said {
	w.Helper()
	_ = w.process.Process.Kill() // it may have ended
	<-w.ended
	_ = w.process.Wait() // killed is an error
	if w.process.ProcessState.Exited() {
		w.Fatalf("the writer failed:\n%s", w.errors.String())
	}
	return w.heard()
}
