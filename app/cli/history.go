package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// newUndo makes the command that takes the newest step back.
func newUndo() *cobra.Command {
	return &cobra.Command{
		Use:   "undo",
		Short: "Take the newest change back, as one step",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				set, err := d.Store.Undo(ctx)
				return stepDone(c.OutOrStdout(), "Undone", set, err)
			})
		},
	}
}

// newRedo makes the command that puts the step back that was undone last.
func newRedo() *cobra.Command {
	return &cobra.Command{
		Use:   "redo",
		Short: "Put back what was undone last",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				set, err := d.Store.Redo(ctx)
				return stepDone(c.OutOrStdout(), "Redone", set, err)
			})
		},
	}
}

// stepDone says in a line what was undone or redone.
func stepDone(out io.Writer, done string, set portfolio.ChangeSet, err error) error {
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(out, "%s: %s (%s, as of %s)\n", done, set.Why, portfolio.CountOf(set.Count, "change", "changes"), set.AsOf)
	return err
}

// changeList is what "changes --json" prints.
type changeList struct {
	Since   portfolio.Date     `json:"since"`
	Until   portfolio.Date     `json:"until"`
	Changes []portfolio.Change `json:"changes"`
}

// newChanges makes the command that lists what changed between two days.
func newChanges() *cobra.Command {
	var since, until dayFlag
	var asJSON bool
	c := &cobra.Command{
		Use:   "changes --since DATE [flags]",
		Short: "List what changed between two days, both included, field by field",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if since.day == "" {
				return wrongUsage("changes needs --since DATE")
			}
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				list := changeList{Since: since.day, Until: until.day}
				var err error
				if list.Changes, err = d.Store.Changes(ctx, since.day, until.day); err != nil {
					return err
				}
				if asJSON {
					return printJSON(c.OutOrStdout(), list)
				}
				return printChanges(c.OutOrStdout(), list.Changes)
			})
		},
	}
	c.Flags().Var(&since, "since", "the first day")
	c.Flags().Var(&until, "until", "the last day (default: the end of the history)")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// printChanges prints one line a change, then how many there are.
func printChanges(out io.Writer, changes []portfolio.Change) error {
	var text strings.Builder
	for _, c := range changes {
		text.WriteString(changeLine(c) + "\n")
	}
	fmt.Fprintf(&text, "%s\n", portfolio.CountOf(len(changes), "change", "changes"))
	_, err := io.WriteString(out, text.String())
	return err
}

// changeLine says a change in a line: "program Aurora: status: On Track -> At Risk".
func changeLine(c portfolio.Change) string {
	record := c.Entity.Words() + " " + oneLine(c.Label)
	switch {
	case c.Field == string(portfolio.EntityStatusUpdate):
		return "program " + oneLine(c.Label) + ": update posted: " + valueText(c.After)
	case c.Field != portfolio.WholeRecord:
		return record + ": " + c.Field + ": " + valueText(c.Before) + " -> " + valueText(c.After)
	case valueText(c.Before) == notReported:
		return record + ": new"
	default:
		return record + ": deleted"
	}
}
