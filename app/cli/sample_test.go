package cli

import (
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

func TestSample_fillsAnEmptyPortfolioOnce(t *testing.T) {
	dataDir := t.TempDir()
	said := mustRun(t, "--data-dir", dataDir, "sample")
	if !strings.HasPrefix(said, "Loaded the sample: 40 programs, ") || strings.Count(said, "\n") != 1 {
		t.Errorf("sample prints %q", said)
	}
	if got := programs(t, dataDir); got[portfolio.StatusCompleted] != 5 {
		t.Errorf("the portfolio holds %v", got)
	}
	if sentence := mustFail(t, exitFailure, "--data-dir", dataDir, "sample"); !strings.Contains(sentence, "40 programs") {
		t.Errorf("a second time: %q", sentence)
	}
	mustRun(t, "--data-dir", dataDir, "check")
}
