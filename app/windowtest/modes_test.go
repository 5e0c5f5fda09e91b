//go:build windowtest && linux

package windowtest_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// anyMode runs a program where the system lets everybody read and write what is new. What is closed then was closed by us.
var anyMode = []string{"sh", "-c", `umask 0; exec "$@"`, "sh"}

// expectClosed fails where somebody else may read, write or list anything in the data folder.
func expectClosed(t *testing.T, dataDir string) {
	t.Helper()
	seen := 0
	err := filepath.WalkDir(dataDir, func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := entry.Info()
		if err != nil {
			return err
		}
		want := fs.FileMode(0o600)
		if info.IsDir() {
			want = 0o700 | fs.ModeDir
		}
		if info.Mode() != want {
			t.Errorf("%s has the mode %v instead of %v", path, info.Mode(), want)
		}
		seen++
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Logf("%d files and folders are for their owner only", seen)
}

// expectUsual fails where an exported file has not the mode of the system, which anyMode has open.
func expectUsual(t *testing.T, path string) {
	t.Helper()
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o666 {
		t.Errorf("%s: %v (%v), but nothing was to be kept from others", path, info, err)
	}
}
