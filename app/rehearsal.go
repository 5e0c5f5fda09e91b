//go:build !dev

package app

// rehearsedPace leaves the delivery of answers at its usual pace.
func rehearsedPace() int { return 0 }

// rehearsedPick leaves the choice of files to the person.
func rehearsedPick() (string, bool) { return "", false }

// rehearsedDrop leaves it to the person which files are dropped.
func rehearsedDrop(string) bool { return false }

// rehearsedSave leaves the place of a file to the person.
func rehearsedSave() (string, bool) { return "", false }
