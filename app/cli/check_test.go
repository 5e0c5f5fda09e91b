package cli

import (
	"bytes"
	"os"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestCheck_saysThatAPortfolioIsSoundAndWhatItHolds(t *testing.T) {
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", "name,rag\nA,Green\nB,Red\n"))
	if got, want := mustRun(t, "--data-dir", dataDir, "check"), "Sound: 2 programs, 0 risks, 0 milestones, 0 objectives, 0 status updates, 0 dependencies, 1 change set\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	text := mustRun(t, "--data-dir", dataDir, "check", "--json")
	report := decode[portfolio.CheckReport](t, text)
	if !report.OK || len(report.Problems) > 0 || report.Counts.Programs != 2 || members(t, []byte(text)) != "counts ok problems" || !strings.Contains(text, `"problems": []`) {
		t.Errorf("got %s", text)
	}
}

// broken gives a data folder whose portfolio says something of a program that its history does not say.
func broken(t *testing.T) string {
	t.Helper()
	dataDir := t.TempDir()
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.csv", "name,description\nAurora,word for word\n"))
	file := portfolioFile(t, dataDir)
	content, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, bytes.Replace(content, []byte("word for word"), []byte("word for Word"), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	return dataDir
}

// portfolioFile finds the portfolio in a data folder.
func portfolioFile(t *testing.T, dataDir string) string {
	t.Helper()
	for _, file := range kept(t, dataDir) {
		if strings.HasSuffix(file, "portfolio.db") {
			return file
		}
	}
	t.Fatalf("no portfolio among %v", kept(t, dataDir))
	return ""
}

func TestCheck_unsoundPortfolioEndsWithOneAndNamesTheProblem(t *testing.T) {
	dataDir := broken(t)
	got := run(t, "--data-dir", dataDir, "check")
	if got.code != exitFailure || !strings.Contains(got.stdout, `"word for Word"`) || !strings.HasPrefix(got.stderr, "The portfolio is not sound (1 problem)") {
		t.Errorf("got %+v", got)
	}
	got = run(t, "--data-dir", dataDir, "check", "--json")
	report := decode[portfolio.CheckReport](t, got.stdout)
	if got.code != exitFailure || report.OK || len(report.Problems) != 1 || !strings.HasPrefix(report.Problems[0].Where, "program ") {
		t.Errorf("got %+v", got)
	}
}

func TestCheck_fileThatCannotBeOpenedIsAProblem(t *testing.T) {
	dataDir := broken(t)
	if err := os.WriteFile(portfolioFile(t, dataDir), bytes.Repeat([]byte("no database "), 500), 0o600); err != nil {
		t.Fatal(err)
	}
	got := run(t, "--data-dir", dataDir, "check", "--json")
	report := decode[portfolio.CheckReport](t, got.stdout)
	if got.code != exitFailure || report.OK || len(report.Problems) != 1 || report.Problems[0].Where != "file" {
		t.Errorf("got %+v", got)
	}
}
