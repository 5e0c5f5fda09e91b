package cli

import (
	"context"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// exportOptions say what is written and where; the zero asOf is today.
type exportOptions struct {
	format exchange.Format
	asOf   portfolio.Date
	out    string // "" is standard output
}

// newExport makes the command that writes the portfolio into a file.
func newExport() *cobra.Command {
	var o exportOptions
	var format string
	var asOf dayFlag
	c := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the whole portfolio, as it is or as it was; an import takes JSON in again whole",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			o.format, o.asOf = exchange.Format(format), asOf.day
			if !slices.Contains(exchange.Formats, o.format) {
				return wrongUsage("export cannot write %q; it writes csv, xlsx, json or md", format)
			}
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error { return export(ctx, d, o, c.OutOrStdout()) })
		},
	}
	c.Flags().StringVar(&format, "format", string(exchange.JSON), "the format of the file: csv, xlsx, json or md")
	c.Flags().Var(&asOf, "as-of", "write the portfolio as it was at the end of this day")
	c.Flags().StringVar(&o.out, "out", "", "write into this `FILE` instead of standard output")
	return c
}

// noArguments refuses what follows the flags.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUsage("%s takes no argument and got %q", c.Name(), args[0])
	}
	return nil
}

// export writes the portfolio to standard output or into a file.
func export(ctx context.Context, d *desk.Desk, o exportOptions, stdout io.Writer) error {
	write := func(out io.Writer) error {
		return d.Export(ctx, out, desk.ExportOptions{Format: o.format, AsOf: o.asOf})
	}
	if o.out == "" {
		return write(stdout)
	}
	return desk.WriteFile(o.out, write)
}
