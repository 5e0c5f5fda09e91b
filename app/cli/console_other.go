//go:build !windows

package cli

// JoinConsole does nothing: only Windows parts programs with a window from the console.
func JoinConsole() {}
