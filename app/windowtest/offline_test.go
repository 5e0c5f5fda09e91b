//go:build windowtest && linux

package windowtest_test

import (
	"context"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/app/windowtest"
)

// A day's work in the window, in which no button is pressed that says it connects.
func TestWindow_aDayOfWorkReachesNoNetworkAndIsKeptFromOthers(t *testing.T) {
	dataDir, files := filepath.Join(t.TempDir(), "data"), t.TempDir()
	p := sitDownOffline(t, dataDir)
	p.sees("the first run", firstRun)
	p.importsBirds()

	p.goesTo("Programs", "g", "p")
	p.walks("Down", row("Bittern"))
	p.walks("Right", cell("At Risk"))
	p.keys("F2")
	p.isAt(comboBox("Status of Bittern"))
	p.writes("off\n")
	p.isAt(cell("Off Track"))
	p.hears("Saved")

	p.goesTo("Programs", "g", "p")
	p.press(windowtest.RoleButton, "Export")
	p.press(windowtest.RoleButton, "Export…")
	p.savesInFileChooser("Export", filepath.Join(files, "programs.xlsx"))

	p.goesTo("Reports", "g", "e")
	p.press(windowtest.RoleButton, "New report")
	p.press(windowtest.RoleButton, "Make report")
	p.sees("the report", heading("Executive summary"))
	for format, dialog := range map[string]string{"PowerPoint": "Save as PowerPoint presentation", "PDF": "Save as PDF document", "Markdown": "Save as Markdown"} {
		p.press(windowtest.RoleButton, format)
		p.savesInFileChooser(dialog, filepath.Join(files, format))
	}

	p.opensEveryPage()
	p.goesTo("Settings", "Control+,") // all its sections are on the page
	p.sees("the last section", heading("About"))

	for _, asked := range []struct{ question, answer string }{
		{"Which programs are Off Track?", "Bittern"},
		{"Draft a status update for Avocet", "Avocet"},
		{"Set the progress of Bittern to 60", "Progress"},
	} {
		p.asks(asked.question)
		p.sees("the answer to "+asked.question, inAssistant(saying(asked.answer)))
	}
	p.press(windowtest.RoleButton, "Change the progress of Bittern")
	p.sees("that it is applied", inAssistant(saying("Applied")))

	expectUsual(t, filepath.Join(files, "programs.xlsx"))
	expectClosed(t, dataDir)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if err := p.window.AskToClose(ctx); err != nil {
		t.Fatal(err)
	}
	expectClosed(t, dataDir) // now with what is written as the window closes
}

// opensEveryPage opens each page of the window by its key.
func (p person) opensEveryPage() {
	p.t.Helper()
	for _, page := range []struct{ title, key string }{
		{"Overview", "o"}, {"Programs", "b"}, {"Programs", "t"}, {"Programs", "p"}, {"Risks", "r"}, {"Milestones", "m"},
		{"Objectives", "j"}, {"Reports", "e"}, {"Activity", "a"},
	} {
		p.goesTo(page.title, "g", page.key)
	}
	p.goesTo("Programs", "g", "p")
	p.walks("Down", row("Avocet"))
	p.keys("Enter")
	p.isAt(title("Avocet"))
}

// savesInFileChooser waits for the dialog of the system that asks where to keep a file, and gives it the path.
func (p person) savesInFileChooser(title, path string) {
	p.t.Helper()
	at := func() *windowtest.Element {
		return p.window.Read(p.t.Context()).Root().Find(windowtest.RoleFileChooser, title).Focused()
	}
	soon(p.t, "the keyboard in the dialog "+title, func() (bool, error) {
		err := p.window.Keys()
		return at() != nil, err
	})
	p.keys("Control+a")
	p.writes(path)
	soon(p.t, path+" in the dialog "+title, func() (bool, error) {
		field := at()
		return field != nil && field.Text == path, nil
	})
	p.keys("Enter")
	soon(p.t, "the file "+path, func() (bool, error) {
		found, err := filepath.Glob(path + "*")
		return len(found) > 0, err
	})
}

// The same on the command line, and as the server of another assistant.
func TestCommands_reachNoNetworkAndKeepWhatTheyWriteFromOthers(t *testing.T) {
	watch, dataDir := watchNetwork(t), filepath.Join(t.TempDir(), "data")
	exported := filepath.Join(t.TempDir(), "programs.xlsx")
	defer watch.judge(t)
	in := func(args ...string) []string { return append([]string{"--data-dir", dataDir}, args...) }
	watch.run(t, "", in("import", "--as-of", birdsAsOf, birds)...)
	var asked struct{ Proposal struct{ ID string } }
	if err := json.Unmarshal([]byte(watch.run(t, "", in("ask", "--json", "Set the progress of Bittern to 60")...)), &asked); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{
		{"ask", "Which programs are Off Track?"},
		{"ask", "Draft a status update for Avocet"},
		{"proposals"},
		{"apply", asked.Proposal.ID},
		{"undo"},
		{"redo"},
		{"changes", "--since", "2026-01-01"},
		{"health"},
		{"check"},
		{"report", "executive", "--keep"},
		{"export", "--format", "xlsx", "--out", exported},
		{"backup"},
	} {
		watch.run(t, "", in(args...)...)
	}
	messages := strings.Join([]string{
		`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}`,
		`{"jsonrpc":"2.0","method":"notifications/initialized"}`,
		`{"jsonrpc":"2.0","id":2,"method":"tools/list"}`,
		`{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"list_programs","arguments":{}}}`,
	}, "\n") + "\n"
	if out := watch.run(t, messages, in("mcp")...); !strings.Contains(out, "Avocet") {
		t.Errorf("mcp answers %s", out)
	}
	expectUsual(t, exported)
	expectClosed(t, dataDir)
}

// The tests above would see a program that does connect.
func TestNetwork_isSeenWhereItIsUsed(t *testing.T) {
	watch := watchNetwork(t)
	if err := watch.shell(t, "echo >/dev/tcp/127.0.0.1/9"); err == nil {
		t.Error("something answers in a network without interfaces")
	}
	if found, _ := watch.found(t); len(found) == 0 {
		t.Error("a connection passed unseen")
	}
	for _, call := range []string{
		`socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC|SOCK_NONBLOCK, IPPROTO_IP) = 3`,
		`sendto(3, "x", 1, 0, {sa_family=AF_INET6, sin6_port=htons(53)}, 28) = 1`,
		`connect(3, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0`,
		`bind(3, {sa_family=AF_UNIX, sun_path="/tmp/open-door"}, 18) = 0`,
		`listen(3, 128) = 0`,
		`socket(AF_PACKET, SOCK_RAW, 0) = 3`,
		`io_uring_setup(8, {flags=0}) = 3`,
	} {
		if !ofNetwork.MatchString(call) || because(call) != "" {
			t.Errorf("passes unseen: %s", call)
		}
	}
}
