package cli

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// formatJSON is the format that can be written so far, and the default.
const formatJSON = "json"

// newExport makes the command that writes the portfolio into a file.
func newExport() *cobra.Command {
	var format, out string
	c := &cobra.Command{
		Use:   "export [flags]",
		Short: "Write the whole portfolio as JSON, so that an import takes it in again whole",
		Args:  noArguments,
		RunE: func(c *cobra.Command, _ []string) error {
			if format != formatJSON {
				return wrongUsage("export cannot write %q; it writes %s", format, formatJSON)
			}
			return export(c, out)
		},
	}
	c.Flags().StringVar(&format, "format", formatJSON, "the format of the file")
	c.Flags().StringVar(&out, "out", "", "write into this `FILE` instead of standard output")
	return c
}

// noArguments refuses what follows the flags.
func noArguments(c *cobra.Command, args []string) error {
	if len(args) > 0 {
		return wrongUsage("%s takes no argument and got %q", c.Name(), args[0])
	}
	return nil
}

// export writes the portfolio to standard output or into a file, which appears only when it is whole.
func export(c *cobra.Command, path string) (err error) {
	d, err := openDesk(c)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, d.Close()) }()
	if path == "" {
		return d.ExportJSON(c.Context(), c.OutOrStdout())
	}
	return exportFile(c, d, path)
}

// exportFile writes beside the file first and then puts the whole in its place.
func exportFile(c *cobra.Command, d *desk.Desk, path string) error {
	var whole bytes.Buffer
	if err := d.ExportJSON(c.Context(), &whole); err != nil {
		return err
	}
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
