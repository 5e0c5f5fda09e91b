package app

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/agent/model/modeltest"
	"portfolio-ai/app/desk"
	"portfolio-ai/app/desk/faults"
	"portfolio-ai/store/portfolio"
)

// marked is a text that is put wherever a person can put one, and looked for in all that is kept of faults.
const marked = "Kestrel-Handover"

func TestFaults_leaveNoTextAndNoKeyInLogAndReports(t *testing.T) {
	dataDir, d := t.TempDir(), newFakeDesktop()
	var stderr bytes.Buffer
	s := newSession(desk.Build{Version: "1.2.3"}, dataDir, d, faults.NewLog(faults.Both{&stderr, faults.File(dataDir)}))
	s.open(t.Context())
	defer s.close()

	program, err := (&Programs{s}).Save(portfolio.Program{Name: marked, Owner: marked, Description: marked})
	if err != nil {
		t.Fatal(err)
	}
	askAModelThatFails(t, s, d)
	sentence := portfolio.Invalidf("%s is not right.", marked)
	for name, body := range map[string]func() (struct{}, error){
		"Test.Text":   func() (struct{}, error) { panic("program " + marked) },
		"Test.Error":  func() (struct{}, error) { panic(fmt.Errorf("program %s: %w", marked, sentence)) },
		"Test.Record": func() (struct{}, error) { panic(program) },
		"Test.Path": func() (struct{}, error) {
			_, err := os.ReadFile(filepath.Join(dataDir, marked))
			return struct{}{}, err
		},
		"Test.Internal": func() (struct{}, error) { return struct{}{}, errors.New("the program " + marked) },
	} {
		if _, err := guard(s, name, body); err == nil || strings.Contains(portfolio.ErrorMessage(err), marked) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := s.desk.Store.Close(); err != nil { // from here on everything is a fault
		t.Fatal(err)
	}
	if _, err := (&Programs{s}).Get(marked); err == nil {
		t.Error("a closed portfolio is read")
	}
	if _, err := (&Chat{s}).Send(marked, marked, agent.Scope{}, ""); err == nil {
		t.Error("a closed portfolio is asked")
	}

	if report, err := (&Crashes{s}).Untold(); err != nil || strings.Contains(report.Text, marked) || !strings.Contains(report.Text, "crashes_test.go") {
		t.Errorf("told of %+v (%v)", report, err)
	}
	for _, method := range []string{"Test.Text", "Test.Path", "Programs.Get", "Chat.Send", "language model"} {
		if !strings.Contains(stderr.String(), method) {
			t.Errorf("the log does not tell of %s", method)
		}
	}
	expectNowhere(t, marked, stderr.String(), filepath.Join(dataDir, "logs"), filepath.Join(dataDir, "crashes"))
}

// askAModelThatFails sets up an endpoint that refuses every question, marked in its name, its address and its key.
func askAModelThatFails(t *testing.T, s *session, d *fakeDesktop) {
	t.Helper()
	endpoint := modeltest.New(t)
	engines := &Engines{s}
	saved, err := engines.Save(portfolio.Endpoint{Name: marked, BaseURL: endpoint.BaseURL() + "/" + marked, Model: marked, Tools: portfolio.ToolsYes, UsesKey: true})
	if err != nil {
		t.Fatal(err)
	}
	if err := engines.KeepKey(saved.ID, marked, desk.KeyInSession); err != nil {
		t.Fatal(err)
	}
	if _, err := (&Chat{s}).Send("", "What of "+marked+"?", agent.Scope{}, saved.ID); err != nil {
		t.Fatal(err)
	}
	if m := awaitA[agent.ChatFinished](t, d).Message; m.State != portfolio.TurnFailed {
		t.Errorf("the model answered %+v", m)
	}
}

// expectNowhere fails where a text stands in what was printed, or in a file of the folders or its name.
func expectNowhere(t *testing.T, text, printed string, folders ...string) {
	t.Helper()
	if strings.Contains(printed, text) {
		t.Errorf("printed:\n%s", printed)
	}
	for _, folder := range folders {
		files := 0
		err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() {
				return err
			}
			files++
			content, err := os.ReadFile(path)
			if strings.Contains(path+string(content), text) {
				t.Errorf("%s holds:\n%s", path, content)
			}
			return err
		})
		if err != nil || files == 0 {
			t.Errorf("%s: %d files (%v)", folder, files, err)
		}
	}
}
