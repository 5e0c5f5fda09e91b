//go:build unix

package app

import (
	"syscall"
	"testing"
)

// makeFIFO makes a pipe with a name: whoever opens it to read waits until somebody writes.
func makeFIFO(t testing.TB, path string) {
	t.Helper()
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Fatal(err)
	}
}
