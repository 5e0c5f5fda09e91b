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

// newProposals makes the command that lists what waits for a decision.
func newProposals() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "proposals [flags]",
		Short: "List the changes that were proposed and wait for a decision",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				waiting, err := d.Store.Proposals(ctx)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(c.OutOrStdout(), map[string][]portfolio.Proposal{"proposals": waiting})
				}
				return printProposals(c.OutOrStdout(), waiting)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// printProposals prints each proposal with its numbered rows.
func printProposals(out io.Writer, waiting []portfolio.Proposal) error {
	var text strings.Builder
	for _, p := range waiting {
		fmt.Fprintf(&text, "%s  %s (from %s)\n", p.ID, oneLine(p.Title), oneLine(p.From))
		for i, change := range p.Changes {
			fmt.Fprintf(&text, "  %d. %s\n", i+1, changeLine(change))
			if change.Why != "" {
				fmt.Fprintf(&text, "     why: %s\n", oneLine(change.Why))
			}
		}
	}
	if len(waiting) == 0 {
		text.WriteString("Nothing waits for a decision.\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// newApply makes the command that carries a proposal out.
func newApply() *cobra.Command {
	var only []int
	var asJSON bool
	c := &cobra.Command{
		Use:   "apply [flags] ID",
		Short: "Carry out a proposal, all of it or some of its rows, as one step",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage(`apply needs the id of one proposal; "portfolio-ai proposals" lists them`)
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				result, err := d.Store.Apply(ctx, args[0], only)
				if err != nil {
					return err
				}
				return printApplied(c.OutOrStdout(), result, asJSON)
			})
		},
	}
	c.Flags().IntSliceVar(&only, "only", nil, "apply only these rows, counted from 1")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// printApplied says what became of the rows. It fails where every row was refused.
func printApplied(out io.Writer, result portfolio.ApplyResult, asJSON bool) error {
	if asJSON {
		if err := printJSON(out, result); err != nil {
			return err
		}
	} else {
		var text strings.Builder
		fmt.Fprintf(&text, "%s: %s applied, %d refused\n", oneLine(result.Proposal.Title), portfolio.CountOf(len(result.Applied), "row", "rows"), len(result.Refused))
		for _, r := range result.Refused {
			fmt.Fprintf(&text, "  row %d: %s\n", r.Row, r.Reason)
		}
		if _, err := io.WriteString(out, text.String()); err != nil {
			return err
		}
	}
	if len(result.Applied) == 0 {
		return portfolio.Errorf(portfolio.EConflict, "Every row was refused, so nothing was changed.")
	}
	return nil
}
