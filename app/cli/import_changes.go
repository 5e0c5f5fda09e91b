package cli

import (
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// fileChanges is what an import changes with one file: all rows of the change log for scripts, the changed programs for
// people.
type fileChanges struct {
	rows     []portfolio.Change
	programs []portfolio.ImportedRow // the first ones
	changed  int
}

// add takes in what becomes of a row.
func (c *fileChanges) add(r portfolio.ImportedRow, all bool) {
	if all {
		c.rows = append(c.rows, r.Changes...)
		return
	}
	if r.As != portfolio.ImportChanged {
		return
	}
	c.changed++
	if len(c.programs) < shown {
		c.programs = append(c.programs, r)
	}
}

// list tells the changed programs, field by field.
func (c *fileChanges) list(text *strings.Builder) {
	for _, r := range c.programs {
		fmt.Fprintf(text, "  row %d changes %s\n", r.Row, oneLine(r.Name))
		for _, change := range r.Changes {
			fmt.Fprintf(text, "    %s\n", changeOf(r.ID, change))
		}
	}
	if more := c.changed - len(c.programs); more > 0 {
		fmt.Fprintf(text, "  … and %s\n", portfolio.CountOf(more, "more changed program", "more changed programs"))
	}
}

// changeOf says a change in a line, without the name of the program that stands above it.
func changeOf(programID string, c portfolio.Change) string {
	if c.Entity != portfolio.EntityProgram && c.Field != string(portfolio.EntityStatusUpdate) || c.ID != programID {
		return changeLine(c)
	}
	return strings.TrimPrefix(changeLine(c), "program "+oneLine(c.Label)+": ")
}

// fileWithChanges is a file in what "import --json --changes" prints: that of an import, and the rows that the change log
// gets.
type fileWithChanges struct {
	portfolio.FileResult
	Changes []portfolio.Change `json:"changes"`
}

// withChanges puts the changes of each file beside its counts.
func withChanges(result portfolio.ImportResult, changes []fileChanges) map[string][]fileWithChanges {
	files := make([]fileWithChanges, len(result.Files))
	for i, file := range result.Files {
		files[i] = fileWithChanges{FileResult: file, Changes: append([]portfolio.Change{}, changes[i].rows...)}
	}
	return map[string][]fileWithChanges{"files": files}
}
