package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
)

// newSample makes the command that fills an empty portfolio with the sample, and says in a line what there is then.
func newSample() *cobra.Command {
	return &cobra.Command{
		Use:   "sample",
		Short: "Load a sample portfolio with a year of history into an empty one",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				if err := d.LoadSample(ctx); err != nil {
					return err
				}
				counts, err := d.Store.Counts(ctx)
				if err != nil {
					return err
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "Loaded the sample: %s\n", contentsOf(counts))
				return err
			})
		},
	}
}
