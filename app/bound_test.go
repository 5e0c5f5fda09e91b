package app

import (
	"context"
	"encoding/json"
	"fmt"
	"log/slog"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/zalando/go-keyring"

	"portfolio-ai/agent"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

// mutedDesktop is a desktop whose dialogs are cancelled, and that tells nobody anything.
type mutedDesktop struct{}

func (mutedDesktop) emit(string, any)                                 {}
func (mutedDesktop) pickFiles(string) ([]string, error)               { return nil, nil }
func (mutedDesktop) pickFile(string, fileKind) (string, error)        { return "", nil }
func (mutedDesktop) pickFolder(string) (string, error)                { return "", nil }
func (mutedDesktop) saveFile(_, _ string, _ fileKind) (string, error) { return "", nil }
func (mutedDesktop) openFolder(string)                                {}
func (mutedDesktop) onDrop(func([]string))                            {}

// faultLog keeps what is logged as an error: a panic, or a fault that a person cannot act on.
type faultLog struct {
	slog.Handler
	mu     sync.Mutex
	faults []string
}

func (*faultLog) Enabled(context.Context, slog.Level) bool { return true }

// Handle keeps an error.
func (f *faultLog) Handle(_ context.Context, r slog.Record) error {
	if r.Level < slog.LevelError {
		return nil
	}
	line := r.Message
	r.Attrs(func(a slog.Attr) bool { line += fmt.Sprintf(" %s=%.300v", a.Key, a.Value); return true })
	f.mu.Lock()
	defer f.mu.Unlock()
	f.faults = append(f.faults, line)
	return nil
}

// taken gives the errors that were logged since it was called last.
func (f *faultLog) taken() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	out := f.faults
	f.faults = nil
	return out
}

// siege is a desk with a portfolio, and an attacker who can call everything that is bound.
type siege struct {
	session  *session
	bound    []any
	log      *faultLog
	folder   string // with files that nobody chose
	attacker *attacker
	program  string // the id of the one that the records belong to

	revisions map[string]int64 // of those records, as they are now
}

// secret stands in the files that nobody chose.
const secret = "Wolframsecret"

// besiege opens a desk for an attack.
func besiege(t testing.TB) *siege {
	t.Helper()
	keyring.MockInit()
	root := t.TempDir()
	g := &siege{log: &faultLog{Handler: slog.DiscardHandler}, folder: filepath.Join(root, "outside")}
	if err := os.MkdirAll(g.folder, 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(g.folder, "secret.csv"), []byte("name\n"+secret+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	makeFIFO(t, filepath.Join(g.folder, "fifo"))
	g.session = newSession(desk.Build{Version: "1.2.3"}, filepath.Join(root, "data"), mutedDesktop{}, slog.New(g.log))
	g.session.open(context.Background())
	t.Cleanup(g.session.close)
	w := newWindow(g.session, newPlaceKeeper(filepath.Join(root, "data"), &fakeFrame{}, slog.New(g.log)), &fakeMenuBar{})
	w.place.restore()
	g.bound = bound(g.session, w)
	g.attacker = &attacker{texts: hostileTexts(g.folder), known: knownTo(t, g.session)}
	g.program = g.attacker.usual(reflect.TypeFor[string]()).String()
	g.look(t)
	return g
}

// look reads how the records are now, and brings back what was deleted: what is not there, or was changed since, is refused
// before anything else is looked at.
func (g *siege) look(t testing.TB) {
	t.Helper()
	detail, err := (&Programs{g.session}).Get(g.program)
	for tries := 0; err != nil || len(detail.Program.Risks) == 0 || len(detail.Program.Milestones) == 0 || len(detail.Updates) == 0 || len(detail.Dependencies) == 0; tries++ {
		if _, undone := (&History{g.session}).Undo(); undone != nil || tries > 100 {
			t.Fatalf("what was deleted does not come back: %v, %v", undone, err)
		}
		detail, err = (&Programs{g.session}).Get(g.program)
	}
	g.revisions = map[string]int64{g.program: detail.Program.Revision}
	for _, r := range detail.Program.Risks {
		g.revisions[r.ID] = r.Revision
	}
	for _, m := range detail.Program.Milestones {
		g.revisions[m.ID] = m.Revision
	}
	for _, u := range detail.Updates {
		g.revisions[u.ID] = u.Revision
	}
	for _, d := range detail.Dependencies {
		g.revisions[d.ID] = d.Revision
	}
}

// sent gives an argument as the bridge of the window does: through JSON, and of the record as it is now. It is false where
// the bridge refuses it.
func (g *siege) sent(arg reflect.Value) (reflect.Value, bool) {
	data, err := json.Marshal(arg.Interface())
	got := reflect.New(arg.Type())
	if err != nil || json.Unmarshal(data, got.Interface()) != nil {
		return arg, false
	}
	if t := arg.Type(); t.Kind() == reflect.Struct {
		id, revision := got.Elem().FieldByName("ID"), got.Elem().FieldByName("Revision")
		if now, ok := g.revisions[textOf(id)]; ok && revision.IsValid() && revision.Int() > 0 {
			revision.SetInt(now)
		}
	}
	return got.Elem(), true
}

// textOf gives a text; "" for what is none.
func textOf(v reflect.Value) string {
	if !v.IsValid() || v.Kind() != reflect.String {
		return ""
	}
	return v.String()
}

// knownTo fills a desk, and gives its records.
func knownTo(t testing.TB, s *session) map[reflect.Type][]reflect.Value {
	t.Helper()
	known := map[reflect.Type][]reflect.Value{}
	if err := (&Files{s}).LoadSample(); err != nil {
		t.Fatal(err)
	}
	page, err := (&Programs{s}).Page(portfolio.Query{Of: portfolio.EntityProgram, Limit: 40}, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range page.Rows {
		detail, err := (&Programs{s}).Get(row.ID)
		if err != nil {
			t.Fatal(err)
		}
		p := detail.Program
		if len(p.Risks) == 0 || len(p.Milestones) == 0 || len(detail.Updates) == 0 || len(detail.Dependencies) == 0 {
			continue
		}
		view, err := (&Views{s}).Save(portfolio.SavedView{Name: "Mine", Page: portfolio.ViewOfPrograms, Query: hostileQueries()[0]})
		if err != nil {
			t.Fatal(err)
		}
		kept, err := (&Reports{s}).Create(report.Request{Kind: report.Executive}, "")
		if err != nil {
			t.Fatal(err)
		}
		change := portfolio.Change{Entity: portfolio.EntityProgram, ID: p.ID, Label: p.Name, Field: "owner", Before: []byte(`"x"`), After: []byte(`"y"`)}
		for _, v := range []any{p, p.Risks[0], p.Milestones[0], detail.Updates[0], detail.Dependencies[0], view, report.Request{Kind: report.Executive},
			change, portfolio.ReadRecord{ID: p.ID, Revision: p.Revision}, agent.Scope{}, portfolio.Condition{Field: portfolio.FieldOwner, Op: portfolio.OpIs, Values: []string{"x"}},
			p.ID, p.Risks[0].ID, p.Milestones[0].ID, view.ID, kept.ID, kept.Kind} {
			known[reflect.TypeOf(v)] = append(known[reflect.TypeOf(v)], reflect.ValueOf(v))
		}
		for _, q := range hostileQueries() {
			known[reflect.TypeFor[portfolio.Query]()] = append(known[reflect.TypeFor[portfolio.Query]()], reflect.ValueOf(q))
		}
		return known
	}
	t.Fatal("no program of the sample has all kinds of records")
	return nil
}

// answersWithin is how long a call may take, on a computer that has much else to do. longestSentence is how long an error may be, in bytes.
const (
	answersWithin   = 30 * time.Second
	longestSentence = 2_000
)

// attack calls a bound method. It says what is wrong with how it answered, "" where nothing is, and whether something was written.
func (g *siege) attack(method reflect.Value, args []reflect.Value) (wrong string, wrote bool) {
	before, err := g.session.desk.Store.Version(context.Background())
	if err != nil {
		return err.Error(), false
	}
	answered := make(chan []reflect.Value, 1)
	go func() { answered <- method.Call(args) }()
	select {
	case results := <-answered:
		after, err := g.session.desk.Store.Version(context.Background())
		if err != nil {
			return err.Error(), true
		}
		wrong, _ := results[len(results)-1].Interface().(error)
		return g.judge(wrong), after != before
	case <-time.After(answersWithin):
		return "no answer", true
	}
}

// judge says what is wrong with how a call ended, "" where nothing is.
func (g *siege) judge(err error) string {
	faults, sentence := g.log.taken(), portfolio.ErrorMessage(err)
	switch {
	case len(faults) > 0:
		return strings.Join(faults, "; ")
	case err == nil:
		return ""
	case portfolio.ErrorCode(err) == portfolio.EInternal:
		return fmt.Sprintf("a fault of ours: %.300s", err)
	case len(sentence) > longestSentence:
		return fmt.Sprintf("a sentence of %d bytes: %.100s", len(sentence), sentence)
	case strings.Contains(sentence, secret):
		return "it told the secret"
	}
	return ""
}

// methods gives the bound methods by their names.
func (g *siege) methods() map[string]reflect.Value {
	out := map[string]reflect.Value{}
	for _, area := range g.bound {
		v := reflect.ValueOf(area)
		for i := range v.NumMethod() {
			out[v.Type().Elem().Name()+"."+v.Type().Method(i).Name] = v.Method(i)
		}
	}
	delete(out, "Events.Catalog") // is for the bindings, and has no arguments
	return out
}

// tree lists what is below a folder, with sizes and times.
func tree(t testing.TB, folder string) string {
	t.Helper()
	var out strings.Builder
	err := filepath.Walk(folder, func(path string, info os.FileInfo, err error) error {
		if err == nil {
			fmt.Fprintln(&out, path, info.Mode(), info.Size(), info.ModTime())
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// tenth is of how many calls one is made under the race detector.
const tenth = 10

func TestBound_everyMethodStandsWhateverItIsCalledWith(t *testing.T) {
	g := besiege(t)
	outside, here := tree(t, g.folder), tree(t, ".")
	calls, refused := 0, 0
	methods := g.methods()
	for _, name := range slices.Sorted(maps.Keys(methods)) {
		method := methods[name]
		var parameters []reflect.Type
		for i := range method.Type().NumIn() {
			parameters = append(parameters, method.Type().In(i))
		}
		told := 0
		began := time.Now()
	next:
		for n, args := range g.attacker.args(parameters) {
			if underRace && n%tenth != 0 {
				continue // races are between calls, and not in what they are called with
			}
			calls++
			for i := range args {
				var ok bool
				if args[i], ok = g.sent(args[i]); !ok {
					refused++
					continue next
				}
			}
			wrong, wrote := g.attack(method, args)
			if wrong != "" {
				if told++; told <= 3 {
					t.Errorf("%s(%s): %s", name, shown(args), wrong)
				}
			}
			if wrote {
				g.look(t)
			}
		}
		if took := time.Since(began); took > time.Second {
			t.Logf("%s took %s", name, took.Round(time.Millisecond))
		}
	}
	t.Logf("%d calls of %d methods; the bridge refuses %d of them", calls, len(methods), refused)
	if now := tree(t, g.folder); now != outside {
		t.Errorf("the files outside were\n%s\nand are\n%s", outside, now)
	}
	if now := tree(t, "."); now != here {
		t.Errorf("the folder of the test was\n%s\nand is\n%s", here, now)
	}
	g.expectSound(t)
}

// expectSound finds nothing wrong with the portfolio, and nothing in it of what nobody chose.
func (g *siege) expectSound(t testing.TB) {
	t.Helper()
	checked, err := g.session.desk.Store.Check(context.Background())
	if err != nil || len(checked.Problems) > 0 {
		t.Errorf("the portfolio has %d problems, such as %.2000v (%v)", len(checked.Problems), checked.Problems, err)
	}
	found, err := g.session.desk.Store.Find(context.Background(), secret, 1)
	if err != nil || len(found) > 0 {
		t.Errorf("the secret is in the portfolio: %v (%v)", found, err)
	}
	entries, err := os.ReadDir(filepath.Dir(g.folder))
	if err != nil || len(entries) != 2 {
		t.Errorf("beside the data: %v (%v)", entries, err)
	}
}

// shown gives arguments as they can be read.
func shown(args []reflect.Value) string {
	var out []string
	for _, a := range args {
		text := fmt.Sprintf("%.60q", fmt.Sprintf("%+v", a.Interface()))
		if a.Kind() == reflect.Struct || a.Kind() == reflect.Slice || a.Kind() == reflect.Pointer {
			text = fmt.Sprintf("%.300s", fmt.Sprintf("%+v", a.Interface()))
		}
		out = append(out, text)
	}
	return strings.Join(out, ", ")
}
