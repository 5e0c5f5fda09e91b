package main

import (
	"os"
	"strings"
	"testing"
)

const log = `# Changelog

Words before the first release.

## [Unreleased]

### Added

- What comes next.

## [1.2.0] - 2026-03-31

### Added

- A board.

### Fixed

- Its edges.

## [1.2.0-rc1] - 2026-03-01

### Added

- A part of a board.

## [1.1.0] - 2026-01-31

- The first one.
`

func TestNotes_areTheSectionOfTheReleaseAndOfNoOther(t *testing.T) {
	for version, want := range map[string]string{
		"v1.2.0":     "### Added\n\n- A board.\n\n### Fixed\n\n- Its edges.\n",
		"1.2.0-rc1":  "### Added\n\n- A part of a board.\n",
		"Unreleased": "### Added\n\n- What comes next.\n",
	} {
		if got, err := notes(log, version); err != nil || got != want {
			t.Errorf("%s: %q (%v), want %q", version, got, err, want)
		}
	}
}

func TestNotes_refusesAReleaseOfWhichNothingIsSaid(t *testing.T) {
	for _, c := range []struct{ log, version, says string }{
		{log, "1.3.0", `says nothing of "1.3.0"`},
		{log, "1", `says nothing of "1"`},
		{log, "", `says nothing of ""`},
		{"## [1.0.0] - 2026-01-31\n\n### Added\n\n", "1.0.0", `says nothing of "1.0.0"`},
		{"## [1.1.0] - 2026-02-28\n\n- New.\n\n## 1.0.0\n\n- Old.\n", "1.1.0", `line 5 of the change log is "## 1.0.0"`},
	} {
		if got, err := notes(c.log, c.version); err == nil || !strings.Contains(err.Error(), c.says) {
			t.Errorf("%q: %q (%v), want an error with %q", c.version, got, err, c.says)
		}
	}
}

func TestNotes_canBeCutFromOurChangelog(t *testing.T) {
	ours, err := os.ReadFile("../../CHANGELOG.md")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := notes(string(ours), "Unreleased"); err != nil {
		t.Error(err)
	}
}
