// Package migrations holds the steps from one schema to the next. A step is never edited once it has been released.
package migrations

import "embed"

// Files are the numbered SQL files, up and down.
//
//go:embed *.sql
var Files embed.FS
