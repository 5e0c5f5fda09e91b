package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const exported = `[
 {"id": "A", "name": "Aurora", "status": "On Track", "progress": 40, "strategic_objectives": ["Net zero", "Trust"], "launch_date": "2026-05-01",
  "risks": [{"id": "r1", "title": "Vendor <late>", "severity": "High", "status": "Mitigating"}],
  "milestones": [{"id": "m1", "name": "Pilot", "due_date": "2026-03-01", "baseline_date": "2026-02-01", "status": "Planned"}]},
 {"id": "B", "external_id": "K2", "name": "Beacon", "status": null, "strategic_objectives": []}
]`

func TestExport_importedIntoAnEmptyPortfolioGivesTheSameBytes(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	mustRun(t, "--data-dir", first, "import", write(t, "a.json", exported))
	mustRun(t, "--data-dir", first, "import", write(t, "b.json", strings.Replace(exported, "40", "45", 1))) // so that revisions differ
	path := filepath.Join(t.TempDir(), "export.json")
	mustRun(t, "--data-dir", first, "export", "--format", "json", "--out", path)
	mustRun(t, "--data-dir", second, "import", path)
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := mustRun(t, "--data-dir", second, "export"); got != string(want) {
		t.Errorf("the export of the import is\n%s\nwant\n%s", got, want)
	}
	if !strings.Contains(string(want), `"progress": 45`) || !strings.HasSuffix(string(want), "}\n") || strings.Contains(string(want), "\\u003c") {
		t.Errorf("the export is\n%s", want)
	}
	// An edit after it must not meet a revision that came with the file.
	if out := mustRun(t, "--data-dir", second, "import", write(t, "c.json", strings.Replace(exported, "40", "50", 1))); !strings.Contains(out, "1 changed") {
		t.Errorf("got %s", out)
	}
}

func TestExport_whatCannotBeWrittenIsOneSentenceAndLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	mustFail(t, exitFailure, "--data-dir", dir, "export", "--out", filepath.Join(dir, "no", "such", "folder.json"))
	mustFail(t, exitUsage, "--data-dir", dir, "export", "--format", "docx")
	mustFail(t, exitUsage, "--data-dir", dir, "export", "x")
}
