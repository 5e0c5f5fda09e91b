package tools

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// titleOf says what applying changes does, as the button says it: "Change 3 launch dates", "Change the status of Atlas".
// program names the program of an id.
func titleOf(changes []portfolio.Change, program func(id string) string) string {
	first, n := changes[0], len(changes)
	same := !slices.ContainsFunc(changes, func(c portfolio.Change) bool {
		return c.Entity != first.Entity || c.Field != first.Field || c.Creates() != first.Creates()
	})
	switch {
	case n == 1:
		return titleOfOne(first, program(first.ProgramID))
	case same && first.Field == string(portfolio.EntityStatusUpdate):
		return fmt.Sprintf("Post %d updates", n)
	case same && first.Creates():
		return fmt.Sprintf("Add %d %s", n, portfolio.Plural(first.Entity.Words()))
	case same && first.Deletes():
		return fmt.Sprintf("Delete %d %s", n, portfolio.Plural(first.Entity.Words()))
	case same && first.Field == "completed_date":
		return fmt.Sprintf("Complete %d milestones", n)
	case same && first.Entity == portfolio.EntityProgram:
		return fmt.Sprintf("Change %d %s", n, portfolio.Plural(first.FieldWords()))
	case same:
		return fmt.Sprintf("Change %d %s %s", n, first.Entity.Words(), portfolio.Plural(first.FieldWords()))
	case slices.ContainsFunc(changes, portfolio.Change.Deletes):
		return fmt.Sprintf("Make %d changes, deletions among them", n)
	case slices.ContainsFunc(changes, func(c portfolio.Change) bool { return c.Creates() || c.Entity == portfolio.EntityStatusUpdate }):
		return fmt.Sprintf("Make %d changes", n)
	}
	return fmt.Sprintf("Change %d fields", n)
}

// titleOfOne is the title of a single row.
func titleOfOne(c portfolio.Change, program string) string {
	switch {
	case c.Field == string(portfolio.EntityStatusUpdate):
		return "Post an update on " + program
	case c.Deletes() && c.Entity == portfolio.EntityProgram:
		return "Delete " + c.Label
	case c.Deletes():
		return "Delete the " + c.Entity.Words() + " " + c.Label
	case c.Creates():
		return "Add a " + c.Entity.Words() + " to " + program
	case c.Entity == portfolio.EntityMilestone && c.Field == "completed_date":
		return "Complete the milestone " + c.Label
	case c.Entity != portfolio.EntityProgram:
		return "Change the " + c.FieldWords() + " of the " + c.Entity.Words() + " " + c.Label
	}
	return "Change the " + c.FieldWords() + " of " + program
}
