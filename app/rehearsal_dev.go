//go:build dev

package app

import (
	"os"
	"path/filepath"
	"strings"
)

// slowPace is slow enough for a test to stop an answer, or to reload the window, in the middle of it.
const slowPace = 4

// rehearsedPace slows answers down where a test of the window asks for it.
func rehearsedPace() int {
	if os.Getenv("PORTFOLIO_AI_STREAM_PACE") == "slow" {
		return slowPace
	}
	return 0
}

// rehearsedPick answers the file dialog for a test that cannot reach it.
func rehearsedPick() (string, bool) {
	path := os.Getenv("PORTFOLIO_AI_PICK")
	return path, path != ""
}

// rehearsedDrop says that a file of a folder was dropped, for a test that can only tell the page of it.
func rehearsedDrop(path string) bool {
	folder := os.Getenv("PORTFOLIO_AI_DROP")
	return folder != "" && strings.HasPrefix(filepath.Clean(path), filepath.Clean(folder)+string(filepath.Separator))
}

// rehearsedSave answers the dialog that asks where to keep a file, for a test that cannot reach it.
func rehearsedSave() (string, bool) {
	path := os.Getenv("PORTFOLIO_AI_SAVE")
	return path, path != ""
}
