package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// outcome is what a run of the program left on its outputs.
type outcome struct {
	code           int
	stdout, stderr string
}

// run runs the program.
func run(t *testing.T, args ...string) outcome {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code := Run(context.Background(), args, &stdout, &stderr, "1.2.3", "a6e624712")
	return outcome{code, stdout.String(), stderr.String()}
}

// mustRun runs the program and fails the test unless it succeeds without a word on standard error.
func mustRun(t *testing.T, args ...string) string {
	t.Helper()
	got := run(t, args...)
	if got.code != exitOK || got.stderr != "" {
		t.Fatalf("%q: exit code %d, %q", args, got.code, got.stderr)
	}
	return got.stdout
}

// mustFail runs the program and returns the sentence with which it fails.
func mustFail(t *testing.T, code int, args ...string) string {
	t.Helper()
	got := run(t, args...)
	if got.code != code || got.stdout != "" {
		t.Fatalf("%q: exit code %d, want %d; standard output %q", args, got.code, code, got.stdout)
	}
	if strings.Count(got.stderr, "\n") != 1 || !strings.HasSuffix(got.stderr, ".\n") {
		t.Fatalf("%q: %q is not one sentence", args, got.stderr)
	}
	return strings.TrimSpace(got.stderr)
}

// write puts a file into a temporary folder.
func write(t *testing.T, name, content string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// contents gives the files below a folder with their content, empty for a folder that does not exist.
func contents(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if path == folder && os.IsNotExist(err) {
			return nil
		}
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		files[path] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// programs gives how many programs of the data folder there are by status.
func programs(t *testing.T, dataDir string) map[portfolio.Status]int {
	t.Helper()
	d, err := desk.Open(t.Context(), desk.Options{DataDir: dataDir})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = d.Close() }()
	groups, err := d.Store.Groups(t.Context(), portfolio.Query{Of: portfolio.EntityProgram}, portfolio.FieldStatus)
	if err != nil {
		t.Fatal(err)
	}
	counts := map[portfolio.Status]int{}
	for _, g := range groups {
		counts[portfolio.Status(g.Value)] = g.Count
	}
	return counts
}

// decode reads one JSON document that has exactly the members of T.
func decode[T any](t *testing.T, text string) T {
	t.Helper()
	var document T
	decoder := json.NewDecoder(strings.NewReader(text))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&document); err != nil {
		t.Fatalf("%v in %s", err, text)
	}
	if decoder.More() {
		t.Fatalf("more than one document in %s", text)
	}
	return document
}

// members gives the names in a JSON object, sorted.
func members(t *testing.T, object json.RawMessage) string {
	t.Helper()
	var all map[string]json.RawMessage
	if err := json.Unmarshal(object, &all); err != nil {
		t.Fatal(err)
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func TestWants_theWindowTakesOnlyTheDataFolder(t *testing.T) {
	tests := []struct {
		args []string
		want bool
	}{
		{nil, false},
		{[]string{"--data-dir", "x"}, false},
		{[]string{"--data-dir=x"}, false},
		{[]string{"--data-dir"}, true},
		{[]string{"--version"}, true},
		{[]string{"--help"}, true},
		{[]string{"-h"}, true},
		{[]string{"--nonsense"}, true},
		{[]string{"help"}, true},
		{[]string{"nonsense"}, true},
		{[]string{"--data-dir", "x", "ask", "how many?"}, true},
		{[]string{"import", "--data-dir", "x", "a.csv"}, true},
	}
	for _, test := range tests {
		if got := Wants(test.args); got != test.want {
			t.Errorf("Wants(%q) = %v, want %v", test.args, got, test.want)
		}
	}
}

func TestWindowDataDir_flagGoesBeforeTheEnvironment(t *testing.T) {
	t.Setenv(desk.DataDirVariable, "/from/environment")
	if got := WindowDataDir([]string{"--data-dir", "/from/flag"}); got != "/from/flag" {
		t.Errorf("with the flag: %s", got)
	}
	if got := WindowDataDir(nil); got != "/from/environment" {
		t.Errorf("without the flag: %s", got)
	}
}

func TestRun_versionAndHelp(t *testing.T) {
	want := fmt.Sprintf("portfolio-ai 1.2.3 (commit a6e624712, schema %d)\n", store.Schema())
	if got := mustRun(t, "--version"); got != want {
		t.Errorf("--version prints %q, want %q", got, want)
	}
	for _, args := range [][]string{{"help"}, {"--help"}, {"help", "import"}, {"import", "--help"}} {
		if got := mustRun(t, args...); !strings.Contains(got, "import") || !strings.Contains(got, "--data-dir") {
			t.Errorf("%q prints %q", args, got)
		}
	}
}

func TestRun_aFileOfANewerProgramIsRefusedByEveryCommandAndLeftAlone(t *testing.T) {
	dir := filepath.Dir(storetest.Newer(t))
	before := contents(t, dir)
	for _, args := range [][]string{
		{"ask", "How many programs are there?"}, {"proposals"}, {"apply", "1"}, {"undo"}, {"redo"}, {"changes", "--since", "2026-01-01"},
		{"health"}, {"import", write(t, "a.csv", "name\nA\n")}, {"export"}, {"sample"}, {"check"}, {"mcp"},
	} {
		message := mustFail(t, exitFailure, append([]string{"--data-dir", dir}, args...)...)
		if !strings.Contains(message, "written by a newer version of Portfolio AI") || !strings.Contains(message, "Install the newer version.") {
			t.Errorf("%q says %q", args, message)
		}
	}
	if after := contents(t, dir); !maps.Equal(after, before) {
		t.Errorf("the folder was changed: it holds %v", slices.Sorted(maps.Keys(after)))
	}
}

func TestRun_wrongUsageExitsWithTwo(t *testing.T) {
	dataDir := filepath.Join(t.TempDir(), "data")
	file := write(t, "a.csv", "name\nA\n")
	tests := []struct {
		args []string
		want string
	}{
		{[]string{"nonsense"}, `There is no command "nonsense"`},
		{[]string{"--nonsense"}, "--nonsense"},
		{[]string{"help", "nonsense"}, `There is no command "nonsense"`},
		{[]string{"ask"}, "Ask needs a question"},
		{[]string{"ask", "  "}, "Ask needs a question"},
		{[]string{"ask", "--today", "tomorrow", "how many?"}, "YYYY-MM-DD"},
		{[]string{"import"}, "Import needs a file"},
		{[]string{"import", "--as-of", "31/03/2021", file}, "YYYY-MM-DD"},
		{[]string{"import", "--map", "status", file}, "FIELD=COLUMN"},
	}
	for _, test := range tests {
		message := mustFail(t, exitUsage, append([]string{"--data-dir", dataDir}, test.args...)...)
		if !strings.Contains(message, test.want) {
			t.Errorf("%q: %q, want it to hold %q", test.args, message, test.want)
		}
	}
	if left := contents(t, dataDir); len(left) > 0 {
		t.Errorf("wrong usage left %d files in the data folder", len(left))
	}
}

func TestRun_dataFolderComesFromTheEnvironment(t *testing.T) {
	dataDir := filepath.Join(t.TempDir(), "data")
	t.Setenv(desk.DataDirVariable, dataDir)
	mustRun(t, "import", write(t, "a.csv", "name,rag\nA,Green\n"))
	if got := programs(t, dataDir); got[portfolio.OnTrack] != 1 {
		t.Errorf("the data folder of the environment holds %v", got)
	}
}
