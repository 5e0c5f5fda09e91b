package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// twoYears imports the government portfolios of 2021 and 2022 and gives the export after the first.
func twoYears(t *testing.T, dir string) string {
	t.Helper()
	first := ""
	for _, year := range []string{"2021", "2022"} {
		mustRun(t, "--data-dir", dir, "import", "--as-of", year+"-03-31", governmentFile(t, year))
		if first == "" {
			first = mustRun(t, "--data-dir", dir, "export")
		}
	}
	return first
}

func TestChanges_ofTheSecondYearAre75StatusesAnd76NewPrograms(t *testing.T) {
	dir := t.TempDir()
	twoYears(t, dir)
	var list changeList
	out := mustRun(t, "--data-dir", dir, "changes", "--since", "2021-04-01", "--until", "2022-03-31", "--json")
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	statuses, created := 0, 0
	for _, c := range list.Changes {
		if c.Entity != portfolio.EntityProgram {
			continue
		}
		switch c.Field {
		case "status":
			statuses++
		case portfolio.WholeRecord:
			created++
		}
	}
	if statuses != 75 || created != 76 {
		t.Errorf("it lists %d status changes and %d new programs, want 75 and 76", statuses, created)
	}
	lines := mustRun(t, "--data-dir", dir, "changes", "--since", "2021-04-01", "--until", "2022-03-31")
	if got := strings.Count(lines, ": status: "); got != 75 {
		t.Errorf("the list for people has %d status changes, want 75", got)
	}
	if got := strings.Count(lines, ": new\n"); got != 76 {
		t.Errorf("the list for people has %d new programs, want 76", got)
	}
	if out := mustRun(t, "--data-dir", dir, "changes", "--since", "2022-04-01"); out != "0 changes\n" {
		t.Errorf("since then there is %q", out)
	}
}

func TestExport_asOfAPastDayGivesTheBytesOfThatDay(t *testing.T) {
	dir := t.TempDir()
	first := twoYears(t, dir)
	if got := mustRun(t, "--data-dir", dir, "export", "--as-of", "2021-12-31"); got != first {
		t.Error("the portfolio of 2021 looks otherwise after the import of 2022")
	}
	if got := mustRun(t, "--data-dir", dir, "export", "--format", "csv", "--as-of", "2021-12-31"); strings.Count(got, "\r\n") < 185 {
		t.Errorf("the table of 2021 has %d lines", strings.Count(got, "\r\n"))
	}
	mustFail(t, exitFailure, "--data-dir", dir, "export", "--as-of", "2999-01-01")
	mustFail(t, exitUsage, "--data-dir", dir, "export", "--as-of", "yesterday")
}

func TestUndo_takesAWholeImportBackAndRedoPutsItBack(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "import", write(t, "a.json", exported))
	after := mustRun(t, "--data-dir", dir, "export")
	if out := mustRun(t, "--data-dir", dir, "undo"); !strings.HasPrefix(out, "Undone: Import a.json (") {
		t.Errorf("undo says %q", out)
	}
	if out := mustRun(t, "--data-dir", dir, "export"); strings.Contains(out, "Aurora") {
		t.Error("the program is still there")
	}
	mustRun(t, "--data-dir", dir, "redo")
	if got := mustRun(t, "--data-dir", dir, "export"); got != after {
		t.Errorf("redo gives\n%s\nwant\n%s", got, after)
	}
	if got := mustFail(t, exitFailure, "--data-dir", dir, "redo"); got != "There is nothing to redo." {
		t.Errorf("a second redo says %q", got)
	}
}

func TestHealth_putsAssessedBesideDeclaredWithReasons(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "import", write(t, "a.json", exported))
	var list struct{ Programs []assessment }
	if err := json.Unmarshal([]byte(mustRun(t, "--data-dir", dir, "health", "--json", "aurora")), &list); err != nil {
		t.Fatal(err)
	}
	if len(list.Programs) != 1 || list.Programs[0].Declared != portfolio.OnTrack || list.Programs[0].Assessed != portfolio.OffTrack || len(list.Programs[0].Reasons) != 4 {
		t.Errorf("got %+v", list.Programs)
	}
	for _, name := range []string{"Aurora", "A", "AURORA"} {
		if out := mustRun(t, "--data-dir", dir, "health", name); !strings.HasPrefix(out, "Aurora: declared On Track, assessed Off Track\n  - 1 milestone is late: Pilot was due 2026-03-01") {
			t.Errorf("%s: %q", name, out)
		}
	}
	if out := mustRun(t, "--data-dir", dir, "health"); !strings.Contains(out, "Beacon: declared not reported, assessed not reported\n") {
		t.Errorf("got %q", out)
	}
	mustFail(t, exitFailure, "--data-dir", dir, "health", "Nobody")
}

func TestProposals_areListedAndAppliedFromTheCommandLine(t *testing.T) {
	dir := t.TempDir()
	mustRun(t, "--data-dir", dir, "import", write(t, "a.json", exported))
	if out := mustRun(t, "--data-dir", dir, "proposals"); out != "Nothing waits for a decision.\n" {
		t.Errorf("got %q", out)
	}
	var asked answer
	if err := json.Unmarshal([]byte(mustRun(t, "--data-dir", dir, "ask", "--json", "set the status of Aurora to At Risk")), &asked); err != nil || asked.Proposal == nil {
		t.Fatalf("no proposal in %+v (%v)", asked, err)
	}
	if out := mustRun(t, "--data-dir", dir, "proposals"); !strings.Contains(out, "1. program Aurora: status: On Track -> At Risk\n") {
		t.Errorf("got %q", out)
	}
	if out := mustRun(t, "--data-dir", dir, "apply", asked.Proposal.ID); !strings.Contains(out, "1 row applied, 0 refused") {
		t.Errorf("got %q", out)
	}
	if out := mustRun(t, "--data-dir", dir, "export"); !strings.Contains(out, `"status": "At Risk"`) {
		t.Errorf("the status is not set:\n%s", out)
	}
	mustFail(t, exitFailure, "--data-dir", dir, "apply", asked.Proposal.ID)
	mustFail(t, exitFailure, "--data-dir", dir, "apply", "nobody")
	mustFail(t, exitUsage, "--data-dir", dir, "apply")
	mustRun(t, "--data-dir", dir, "undo")
	if out := mustRun(t, "--data-dir", dir, "export"); !strings.Contains(out, `"status": "On Track"`) {
		t.Errorf("undo does not take it back:\n%s", out)
	}
}

func TestHistoryCommands_refuseWrongUsage(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	for _, args := range [][]string{{"changes"}, {"changes", "--since", "soon"}, {"undo", "x"}, {"redo", "x"}, {"proposals", "x"}, {"apply", "--only", "one", "x"}} {
		mustFail(t, exitUsage, append([]string{"--data-dir", dir}, args...)...)
	}
}
