// Package windowtest opens the program's real window on a screen of its own (a virtual X display with its own message
// and accessibility buses), reads it as a screen reader does and types and clicks as a person does. It knows nothing of
// the program but the path of its binary: what a screen reader cannot find here, it cannot find at all.
//
// The test itself has the build tag windowtest, because it needs the binary that `make build` leaves in build/bin.
package windowtest
