package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
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

// export writes the portfolio to standard output or into a file, which appears only when it is whole: beside it first,
// and then in its place.
func export(ctx context.Context, d *desk.Desk, o exportOptions, stdout io.Writer) error {
	if o.out == "" {
		return d.Export(ctx, stdout, o.format, o.asOf)
	}
	var whole bytes.Buffer
	if err := d.Export(ctx, &whole, o.format, o.asOf); err != nil {
		return err
	}
	path := o.out
	part, err := os.CreateTemp(filepath.Dir(path), ".export-*")
	if err != nil {
		return cannotWrite(path, err)
	}
	_, writeErr := part.Write(whole.Bytes())
	if err := errors.Join(writeErr, part.Sync(), part.Close()); err != nil {
		return errors.Join(cannotWrite(path, err), os.Remove(part.Name()))
	}
	if err := os.Rename(part.Name(), path); err != nil {
		return errors.Join(cannotWrite(path, err), os.Remove(part.Name()))
	}
	return nil
}

// cannotWrite says that a file could not be written, and why.
func cannotWrite(path string, err error) error {
	cause := err
	for next := errors.Unwrap(cause); next != nil; next = errors.Unwrap(cause) {
		cause = next
	}
	return portfolio.Errorf(portfolio.EStorage, "%s", fmt.Sprintf("%s cannot be written (%v); choose another place with --out.", path, cause))
}
