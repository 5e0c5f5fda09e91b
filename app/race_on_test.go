//go:build race

package app

// underRace says that the race detector is on, with which SQLite takes ten times as long.
const underRace = true
