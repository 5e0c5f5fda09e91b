package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// governmentFile finds a year of the Government Major Projects Portfolio, which is not part of this repository.
func governmentFile(t *testing.T, year string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-"+year+".csv")
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the public data is not there (%v)", err)
	}
	return path
}

// importResult is what "import --json" prints.
type importResult struct {
	Files []struct {
		File                    string
		New, Changed, Unchanged int
		Rejected                []struct {
			Sheet  string // in workbooks only
			Row    int
			Reason string
		}
		Warnings []struct {
			Sheet           string // in workbooks only
			Row             int
			Column, Message string
		}
	}
}

func TestImport_twoYearsOfTheGovernmentPortfolioHaveTheirPublishedFigures(t *testing.T) {
	dataDir := t.TempDir()
	first, second := governmentFile(t, "2021"), governmentFile(t, "2022")
	steps := []struct {
		args                    []string
		new, changed, unchanged int
		statuses                map[portfolio.Status]int
	}{
		{[]string{"--dry-run", "--as-of", "2021-03-31", first}, 184, 0, 0, map[portfolio.Status]int{}},
		{[]string{"--as-of", "2021-03-31", first}, 184, 0, 0,
			map[portfolio.Status]int{portfolio.OnTrack: 12 + 29, portfolio.AtRisk: 84, portfolio.OffTrack: 44 + 7, "": 8}},
		{[]string{"--as-of", "2021-03-31", first}, 0, 0, 184, nil},
		{[]string{"--dry-run", "--as-of", "2022-03-31", second}, 76, 159, 0, nil},
		{[]string{"--as-of", "2022-03-31", second}, 76, 159, 0, nil},
		{[]string{"--as-of", "2022-03-31", second}, 0, 0, 235, nil},
		{[]string{second}, 0, 0, 235, nil},
	}
	for _, step := range steps {
		printed := mustRun(t, append([]string{"--data-dir", dataDir, "import", "--json"}, step.args...)...)
		result := decode[importResult](t, printed)
		if len(result.Files) != 1 {
			t.Fatalf("%q: %d files", step.args, len(result.Files))
		}
		file := result.Files[0]
		if file.File != step.args[len(step.args)-1] || file.New != step.new || file.Changed != step.changed || file.Unchanged != step.unchanged || len(file.Rejected) != 0 {
			t.Errorf("%q: %d new, %d changed, %d unchanged, %d rejected; want %d, %d, %d, 0",
				step.args, file.New, file.Changed, file.Unchanged, len(file.Rejected), step.new, step.changed, step.unchanged)
		}
		if step.statuses != nil && !maps.Equal(programs(t, dataDir), step.statuses) {
			t.Errorf("%q: %v, want %v", step.args, programs(t, dataDir), step.statuses)
		}
	}
	total := 0
	for _, n := range programs(t, dataDir) {
		total += n
	}
	if total != 260 {
		t.Errorf("%d programs after both years, want 260", total)
	}
}

func TestImport_jsonHasExactlyTheNamesThatScriptsRead(t *testing.T) {
	path := write(t, "a.csv", "name,rag\nA,purple\n,Red\n")
	var document struct{ Files []json.RawMessage }
	printed := mustRun(t, "--data-dir", t.TempDir(), "import", "--json", path)
	if err := json.Unmarshal([]byte(printed), &document); err != nil {
		t.Fatal(err)
	}
	var file struct{ Rejected, Warnings []json.RawMessage }
	if err := json.Unmarshal(document.Files[0], &file); err != nil {
		t.Fatal(err)
	}
	for object, want := range map[string]string{
		printed:                   "files",
		string(document.Files[0]): "changed file new rejected unchanged warnings",
		string(file.Rejected[0]):  "reason row",
		string(file.Warnings[0]):  "column message row",
	} {
		if got := members(t, json.RawMessage(object)); got != want {
			t.Errorf("members %q, want %q", got, want)
		}
	}
}

func TestImport_printsWhatCameInAndWhatDidNot(t *testing.T) {
	rows := []string{"key,name,rag,colour"}
	for i := range 30 {
		rows = append(rows, fmt.Sprintf("K%d,Program %d,purple,x", i, i))
	}
	path := write(t, "a.csv", strings.Join(append(rows, "K1,Again,Red,x"), "\n"))
	dataDir := t.TempDir()
	printed := mustRun(t, "--data-dir", dataDir, "import", "--map", "owner=colour", path)
	for _, want := range []string{
		path + ": 30 new, 0 changed, 0 unchanged, 1 rejected\n",
		`row 32 rejected: It has the same external_id as row 3: "K1".`,
		`row 2, rag: "purple" is not a known status`,
		"… and 10 more warnings\n",
		"The portfolio as it was before is in " + dataDir,
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not in\n%s", want, printed)
		}
	}
	if dry := mustRun(t, "--data-dir", dataDir, "import", "--dry-run", path); !strings.Contains(dry, "dry run; nothing was changed") {
		t.Errorf("a dry run prints\n%s", dry)
	}
}

func TestImport_dryRunListsWhatWouldChangeFieldByField(t *testing.T) {
	dataDir := t.TempDir()
	rows := func(owner string) string {
		lines := []string{"key,name,owner"}
		for i := range 23 {
			lines = append(lines, fmt.Sprintf("K%d,Program %d,%s", i, i, owner))
		}
		return strings.Join(lines, "\n")
	}
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", rows("Ada")))
	path := write(t, "b.csv", rows("Bo")+"\nK99,Another,Bo\n")
	printed := mustRun(t, "--data-dir", dataDir, "import", "--dry-run", path)
	for _, want := range []string{
		path + ": 1 new, 23 changed, 0 unchanged, 0 rejected\n  row 2 changes Program 0\n    owner: Ada -> Bo\n  row 3 changes Program 1\n",
		"  … and 3 more changed programs\nThis was a dry run; nothing was changed.\n",
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not in\n%s", want, printed)
		}
	}
	var result struct {
		Files []struct{ Changes []portfolio.Change }
	}
	document := mustRun(t, "--data-dir", dataDir, "import", "--dry-run", "--json", "--changes", path)
	if err := json.Unmarshal([]byte(document), &result); err != nil {
		t.Fatal(err)
	}
	changes := result.Files[0].Changes
	if len(changes) != 24 || changes[0].Label != "Program 0" || changes[0].Field != "owner" || string(changes[0].After) != `"Bo"` || !changes[23].Creates() {
		t.Errorf("got %+v", changes)
	}
	if same := mustRun(t, "--data-dir", dataDir, "import", "--dry-run", "--json", "--changes", write(t, "a.csv", rows("Ada"))); !strings.Contains(same, `"changes": []`) {
		t.Errorf("nothing changes, and it prints\n%s", same)
	}
}

func TestImport_aFieldMappedToNoColumnIsNotRead(t *testing.T) {
	path, dataDir := write(t, "a.csv", "name,owner,rag\nA,Bo,red\n"), t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", "--map", "owner=", "--map", "team=owner", path)
	exported := mustRun(t, "--data-dir", dataDir, "export", "--format", "json")
	if !strings.Contains(exported, `"owner": ""`) || !strings.Contains(exported, `"team": "Bo"`) {
		t.Errorf("got\n%s", exported)
	}
}

// A milestone is Done exactly when it has a completion date, whatever files say of it one after the other.
func TestImport_statusAndCompletionOfAMilestoneStayTogether(t *testing.T) {
	dataDir := t.TempDir()
	for _, step := range []struct{ milestone, want string }{
		{`"status": "Planned"`, "Planned "},
		{`"completed_date": "2026-01-02"`, "Done 2026-01-02"},
		{`"due_date": "2026-02-01"`, "Done 2026-01-02"},
		{`"status": "Done"`, "Done 2026-01-02"},
		{`"status": "Missed"`, "Missed "},
		{`"status": "Done"`, "Missed "},
	} {
		mustRun(t, "--data-dir", dataDir, "import", write(t, "a.json", `[{"id": "P", "name": "A", "milestones": [{"id": "M", "name": "Beta", `+step.milestone+`}]}]`))
		d, err := desk.Open(t.Context(), desk.Options{DataDir: dataDir})
		if err != nil {
			t.Fatal(err)
		}
		detail, err := d.Store.Program(t.Context(), "P")
		if err != nil || len(detail.Program.Milestones) != 1 {
			t.Fatalf("%s: %+v, %v", step.milestone, detail, err)
		}
		if m := detail.Program.Milestones[0]; string(m.Status)+" "+string(m.CompletedDate) != step.want {
			t.Errorf("after %s it is %s %s, want %s", step.milestone, m.Status, m.CompletedDate, step.want)
		}
		if err := d.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// badFiles makes the files that no portfolio can be read from.
func badFiles(t *testing.T) map[string]string {
	t.Helper()
	huge := filepath.Join(t.TempDir(), "huge.csv")
	f, err := os.Create(huge)
	if err != nil {
		t.Fatal(err)
	}
	out := bufio.NewWriterSize(f, 1<<20)
	block := bytes.Repeat([]byte("x"), 1<<20)
	for range 200 {
		if _, err := out.Write(block); err != nil {
			t.Fatal(err)
		}
	}
	if err := out.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	return map[string]string{
		"an empty file":             write(t, "empty.csv", ""),
		"a binary file":             write(t, "binary.csv", "\x7fELF\x02\x01\x01\x00\x00\x00"),
		"a CSV of 200 MB in a line": huge,
		"a CSV with 10,000 columns": write(t, "wide.csv", strings.Repeat("name,", 9_999)+"x\n"),
		"a missing file":            filepath.Join(t.TempDir(), "missing.csv"),
		"a folder":                  t.TempDir(),
		"JSON that is cut off":      write(t, "cut.json", `[{"name": "A"`),
		"a file of an unknown kind": write(t, "a.docx", "words"),
		"a table without any name":  write(t, "nameless.csv", "colour\nred\n"),
	}
}

func TestImport_badInputIsOneSentenceAndChangesNothing(t *testing.T) {
	fresh, used := filepath.Join(t.TempDir(), "data"), t.TempDir()
	good := write(t, "good.csv", "name,rag\nA,Green\n")
	mustRun(t, "--data-dir", used, "import", good)
	before := contents(t, used)
	for name, path := range badFiles(t) {
		t.Run(name, func(t *testing.T) {
			began := time.Now()
			mustFail(t, exitFailure, "--data-dir", fresh, "import", path)
			mustFail(t, exitFailure, "--data-dir", used, "import", good, path)
			if took := time.Since(began); took > 30*time.Second {
				t.Errorf("the refusals took %v", took)
			}
			if left := contents(t, fresh); len(left) > 0 {
				t.Errorf("left behind: %v", slices.Collect(maps.Keys(left)))
			}
			if after := contents(t, used); !maps.Equal(after, before) {
				t.Errorf("the data folder changed: %v", slices.Collect(maps.Keys(after)))
			}
		})
	}
}

func TestRun_dataFolderThatCannotBeUsedIsOneSentence(t *testing.T) {
	good := write(t, "good.csv", "name,rag\nA,Green\n")
	file := write(t, "a-file", "not a folder")
	t.Run("a file in place of the folder", func(t *testing.T) {
		mustFail(t, exitFailure, "--data-dir", file, "import", good)
		mustFail(t, exitFailure, "--data-dir", filepath.Join(file, "below"), "ask", "how many programs?")
		if left := contents(t, filepath.Dir(file)); len(left) != 1 || left[file] != "not a folder" {
			t.Errorf("the folder changed: %v", left)
		}
	})
	t.Run("a portfolio that is not SQLite", func(t *testing.T) {
		dataDir := t.TempDir()
		mustRun(t, "--data-dir", dataDir, "import", "--dry-run", good)
		file := kept(t, dataDir)[0] // the portfolio, empty
		if err := os.WriteFile(file, bytes.Repeat([]byte("no database "), 500), 0o600); err != nil {
			t.Fatal(err)
		}
		before := contents(t, dataDir)
		mustFail(t, exitFailure, "--data-dir", dataDir, "import", good)
		mustFail(t, exitFailure, "--data-dir", dataDir, "ask", "how many programs?")
		if after := contents(t, dataDir); !maps.Equal(after, before) {
			t.Errorf("the data folder changed: %v", slices.Collect(maps.Keys(after)))
		}
	})
	t.Run("a folder that may not be written to", func(t *testing.T) {
		if os.Getuid() == 0 {
			t.Skip("running as root, who may write everywhere")
		}
		dataDir := t.TempDir()
		if err := os.Chmod(dataDir, 0o500); err != nil {
			t.Fatal(err)
		}
		mustFail(t, exitFailure, "--data-dir", dataDir, "import", good)
		if left := contents(t, dataDir); len(left) > 0 {
			t.Errorf("left behind: %v", slices.Collect(maps.Keys(left)))
		}
	})
}

// kept lists the files of a data folder.
func kept(t *testing.T, dataDir string) []string {
	return slices.Sorted(maps.Keys(contents(t, dataDir)))
}

// Whenever an import is stopped, the portfolio has all of the file or nothing of it.
func TestImport_stoppedAtAnyMomentIsAllOrNothing(t *testing.T) {
	rows := []string{"key,name,rag,comment"}
	for i := range 500 {
		rows = append(rows, fmt.Sprintf("K%d,Program %d,Green,fine", i, i))
	}
	path := write(t, "a.csv", strings.Join(rows, "\n"))
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "first.csv", "key,name\nK,First\n"))
	files := kept(t, dataDir)
	stopped := 0
	for wait := time.Millisecond; ; wait *= 2 {
		ctx, cancel := context.WithTimeout(t.Context(), wait)
		var stdout, stderr bytes.Buffer
		code := Run(ctx, []string{"--data-dir", dataDir, "import", path}, &stdout, &stderr, "1.2.3", "")
		cancel()
		if code == exitOK {
			if got := programs(t, dataDir)[portfolio.OnTrack]; got != 500 {
				t.Errorf("%d programs came in, want 500", got)
			}
			break
		}
		stopped++
		if got := programs(t, dataDir); got[portfolio.OnTrack] != 0 || got[""] != 1 {
			t.Fatalf("stopped after %v: half of the file is in the portfolio: %v", wait, got)
		}
		if after := kept(t, dataDir); !slices.Equal(after, files) {
			t.Fatalf("stopped after %v: the files of the data folder are %v, want %v", wait, after, files)
		}
		if stdout.Len() > 0 || strings.Count(stderr.String(), "\n") != 1 || !strings.Contains(strings.ToLower(stderr.String()), "stopped") {
			t.Errorf("stopped after %v: %q, %q", wait, stdout.String(), stderr.String())
		}
	}
	if stopped == 0 {
		t.Error("no import was stopped")
	}
}
