package cli

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store/report"
)

// reported runs the command and gives the report.
func reported(t *testing.T, args ...string) (r report.Report) {
	t.Helper()
	out := mustRun(t, append(args, "--json")...)
	if err := json.Unmarshal([]byte(out), &r); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReport_writesEveryKindAsMarkdown(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "sample")
	for _, kind := range report.Kinds {
		args := []string{"--data-dir", dir, "report", string(kind)}
		if kind == report.Program {
			args = append(args, "--program", "remote diagnostics")
		}
		text := mustRun(t, args...)
		if !strings.HasPrefix(text, "# ") || !strings.Contains(text, "\nData as of ") || !strings.HasSuffix(text, "\n") {
			t.Errorf("%s is\n%s", kind, text)
		}
		if again := mustRun(t, args...); again != text {
			t.Errorf("%s is another one the second time", kind)
		}
		path := filepath.Join(t.TempDir(), "report.md")
		if said := mustRun(t, append(args, "--out", path)...); said != "" {
			t.Errorf("it says %q", said)
		}
		if written, err := os.ReadFile(path); err != nil || string(written) != text {
			t.Errorf("the file holds something else (%v)", err)
		}
	}
}

func TestReport_nextOneTellsWhatChangedSinceTheOneThatWasKept(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "import", write(t, "a.csv", "name,status\nAurora,On Track\n"))
	if r := reported(t, "--data-dir", dir, "report", "executive"); r.Since != "" {
		t.Errorf("the first counts since %s", r.Since)
	}
	mustRun(t, "--data-dir", dir, "report", "executive", "--keep")
	mustRun(t, "--data-dir", dir, "import", write(t, "a.csv", "name,status\nAurora,Off Track\n"))
	for range 2 { // it is not kept, so the second tells the same
		text := mustRun(t, "--data-dir", dir, "report", "executive")
		if !strings.Contains(text, "### Since the last report of ") || !strings.Contains(text, "\n- Aurora: Off Track, was On Track\n") {
			t.Errorf("it is\n%s", text)
		}
	}
}

func TestReport_ofThePublicPortfolioCountsItsSecondYear(t *testing.T) {
	dir := t.TempDir()
	twoYears(t, dir)
	r := reported(t, "--data-dir", dir, "report", "changes", "--as-of", "2022-03-31", "--since", "2021-04-01")
	got := map[string]string{}
	for _, block := range r.Pages[0].Blocks {
		if block.Figures != nil {
			for _, f := range block.Figures.Items {
				got[f.Label] = f.Value + " " + f.Delta
			}
		}
	}
	for label, want := range map[string]string{"Status changes": "75 ", "New programs": "76 ", "Programs": "260 +76"} {
		if got[label] != want {
			t.Errorf("%s is %q, want %q", label, got[label], want)
		}
	}
}

func TestReport_refusesWhatItCannotMake(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "sample")
	for _, c := range []struct {
		code int
		says string
		args []string
	}{
		{exitUsage, "one kind", nil},
		{exitUsage, "horoscope", []string{"horoscope"}},
		{exitUsage, "--program", []string{"program"}},
		{exitUsage, "--program", []string{"risks", "--program", "Remote Diagnostics"}},
		{exitFailure, "nobody", []string{"program", "--program", "nobody"}},
		{exitFailure, "nowhere", []string{"risks", "--view", "nowhere"}},
		{exitFailure, "not past", []string{"risks", "--as-of", "2999-01-01"}},
		{exitFailure, "cannot be written", []string{"risks", "--out", filepath.Join(dir, "no", "folder.md")}},
	} {
		if said := mustFail(t, c.code, append([]string{"--data-dir", dir, "report"}, c.args...)...); !strings.Contains(said, c.says) {
			t.Errorf("%q says %q, want %q in it", c.args, said, c.says)
		}
	}
}
