package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// twoPrograms gives a data folder with two programs.
func twoPrograms(t *testing.T) string {
	t.Helper()
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", "id,name,rag\na,Aurora,Green\nb,Beacon,Red\n"))
	return dataDir
}

func TestBackup_printsThePathAndWhatIsInIt(t *testing.T) {
	dataDir := twoPrograms(t)
	lines := strings.Split(mustRun(t, "--data-dir", dataDir, "backup"), "\n")
	if _, err := os.Stat(lines[0]); err != nil || !strings.HasPrefix(lines[1], "Sound: 2 programs, ") || filepath.Dir(lines[0]) != filepath.Join(dataDir, "backups") {
		t.Errorf("got %q (%v)", lines, err)
	}
	there := filepath.Join(t.TempDir(), "mine.pfbackup")
	b := decode[portfolio.Backup](t, mustRun(t, "--data-dir", dataDir, "backup", "--json", there))
	if b.Path != there || b.Counts.Programs != 2 {
		t.Errorf("got %+v", b)
	}
}

func TestBackup_oneThatHoldsMoreIsReplacedOnlyWithForce(t *testing.T) {
	full, there := twoPrograms(t), filepath.Join(t.TempDir(), "mine.pfbackup")
	mustRun(t, "--data-dir", full, "backup", there)
	empty := t.TempDir()
	if got := mustFail(t, exitFailure, "--data-dir", empty, "backup", there); !strings.Contains(got, "2 programs") {
		t.Errorf("got %q", got)
	}
	mustRun(t, "--data-dir", empty, "backup", "--force", there)
}

func TestRestore_saysWhatItChangesThenDoesItAndTellsWhereTheOldStateIs(t *testing.T) {
	dataDir, there := twoPrograms(t), filepath.Join(t.TempDir(), "then.pfbackup")
	mustRun(t, "--data-dir", dataDir, "backup", there)
	mustRun(t, "--data-dir", dataDir, "import", write(t, "b.csv", "id,name,owner\na,Aurora,Ada\nc,Cobalt,Bo\n"))
	then := mustRun(t, "--data-dir", dataDir, "export")
	dry := mustRun(t, "--data-dir", dataDir, "restore", "--dry-run", there)
	for _, want := range []string{"program Cobalt: goes\n", "program Aurora: owner Ada -> not reported\n", "Would restore the backup of ", ": 0 records come back, 1 changes, 1 goes\n"} {
		if !strings.Contains(dry, want) {
			t.Errorf("a dry run says %q, want %q in it", dry, want)
		}
	}
	if mustRun(t, "--data-dir", dataDir, "export") != then {
		t.Error("a dry run changed something")
	}
	done := mustRun(t, "--data-dir", dataDir, "restore", there)
	_, safety, ok := strings.Cut(strings.TrimSpace(done), "What was there before is in ")
	if now := mustRun(t, "--data-dir", dataDir, "export"); !ok || strings.Contains(now, "Cobalt") {
		t.Fatalf("restored: %s\n%s", done, now)
	}
	mustRun(t, "--data-dir", dataDir, "restore", safety)
	if mustRun(t, "--data-dir", dataDir, "export") != then {
		t.Error("the safety copy does not hold what was there")
	}
	mustRun(t, "--data-dir", dataDir, "check")
}

func TestRestore_mergeIsOneStepToUndo(t *testing.T) {
	dataDir, there := twoPrograms(t), filepath.Join(t.TempDir(), "then.pfbackup")
	mustRun(t, "--data-dir", dataDir, "backup", there)
	mustRun(t, "--data-dir", dataDir, "undo")
	mustRun(t, "--data-dir", dataDir, "import", write(t, "b.csv", "id,name\nc,Cobalt\n"))
	then := mustRun(t, "--data-dir", dataDir, "export")
	if got := mustRun(t, "--data-dir", dataDir, "restore", "--merge", there); !strings.Contains(got, ": 2 records come back, 0 change, 0 go\n") {
		t.Errorf("got %q", got)
	}
	if now := mustRun(t, "--data-dir", dataDir, "export"); !strings.Contains(now, "Aurora") || !strings.Contains(now, "Cobalt") {
		t.Errorf("merged is %s", now)
	}
	mustRun(t, "--data-dir", dataDir, "undo")
	if mustRun(t, "--data-dir", dataDir, "export") != then {
		t.Error("a merge is not undone as one step")
	}
}

func TestRestore_takesThePlaceOfAPortfolioThatCannotBeOpenedAndKeepsIt(t *testing.T) {
	for name, ruin := range map[string]func(file string) error{
		"damaged":   func(file string) error { return os.WriteFile(file, bytes.Repeat([]byte("no database "), 500), 0o600) },
		"cut off":   func(file string) error { return os.Truncate(file, 3*4096+17) },
		"empty":     func(file string) error { return os.Truncate(file, 0) },
		"gone":      os.Remove,
		"encrypted": func(file string) error { return os.WriteFile(file, bytes.Repeat([]byte("\x8f\x03\xa1"), 4096), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dataDir := twoPrograms(t)
			then := mustRun(t, "--data-dir", dataDir, "export")
			b := decode[portfolio.Backup](t, mustRun(t, "--data-dir", dataDir, "backup", "--json"))
			if err := ruin(filepath.Join(dataDir, "portfolio.db")); err != nil {
				t.Fatal(err)
			}
			before, _ := os.ReadFile(filepath.Join(dataDir, "portfolio.db"))
			mustFail(t, exitFailure, "--data-dir", dataDir, "export")
			mustFail(t, exitFailure, "--data-dir", dataDir, "restore", "--merge", b.Path)
			if after, _ := os.ReadFile(filepath.Join(dataDir, "portfolio.db")); !bytes.Equal(before, after) {
				t.Fatal("what was refused changed the file")
			}
			mustRun(t, "--data-dir", dataDir, "restore", b.Path)
			if mustRun(t, "--data-dir", dataDir, "export") != then {
				t.Error("not all came back")
			}
			aside, err := filepath.Glob(filepath.Join(dataDir, "portfolio-damaged-*.db"))
			if err != nil || len(aside) != map[bool]int{true: 0, false: 1}[name == "gone"] {
				t.Fatalf("kept are %q (%v)", aside, err)
			}
			for _, file := range aside {
				if kept, err := os.ReadFile(file); err != nil || !bytes.Equal(kept, before) {
					t.Errorf("the damaged file is kept with %d bytes of %d (%v)", len(kept), len(before), err)
				}
			}
			mustRun(t, "--data-dir", dataDir, "check")
		})
	}
}

func TestRestore_whatCannotBeRestoredIsOneSentenceAndChangesNothing(t *testing.T) {
	dataDir := twoPrograms(t)
	then := mustRun(t, "--data-dir", dataDir, "export")
	for _, file := range []string{write(t, "letter.txt", "Dear Ada"), write(t, "empty.pfbackup", ""), filepath.Join(t.TempDir(), "not there")} {
		mustFail(t, exitFailure, "--data-dir", dataDir, "restore", file)
	}
	mustFail(t, exitUsage, "--data-dir", dataDir, "restore")
	mustFail(t, exitUsage, "--data-dir", dataDir, "backup", "a", "b")
	if mustRun(t, "--data-dir", dataDir, "export") != then {
		t.Error("something changed")
	}
}
