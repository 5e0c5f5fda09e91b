package desk

import (
	"cmp"
	"fmt"

	"portfolio-ai/store"
)

// Build is which program this is.
type Build struct {
	Version string
	Commit  string // that it was made of; "" where nobody said
	Schema  int    // that of its portfolio files, which is the newest it can open
}

// ThisBuild gives the build of the version and the commit that the linker wrote into the program.
func ThisBuild(version, commit string) Build {
	return Build{Version: version, Commit: commit, Schema: store.Schema()}
}

// String gives the build as one line: "1.2.0 (commit a6e624712, schema 9)".
func (b Build) String() string {
	return fmt.Sprintf("%s (commit %s, schema %d)", b.Version, cmp.Or(b.Commit, "unknown"), b.Schema)
}
