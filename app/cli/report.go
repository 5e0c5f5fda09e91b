package cli

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/report"
)

// reportOptions say what is reported, how, and where to.
type reportOptions struct {
	request       report.Request
	program, view string // by name or id; "" is the whole portfolio
	asJSON        bool
	keep          bool
	out           string // "" is standard output
}

// newReport makes the command that writes a report.
func newReport() *cobra.Command {
	var o reportOptions
	var asOf, since dayFlag
	c := &cobra.Command{
		Use:   "report [flags] KIND",
		Short: "Write a report as Markdown: executive, steering, program, risks, milestones or changes",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return wrongUsage("report takes one kind: executive, steering, program, risks, milestones or changes")
			}
			if err := report.Kind(args[0]).Validate(); err != nil {
				return usageError{err}
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			o.request.Kind, o.request.AsOf, o.request.Since = report.Kind(args[0]), asOf.day, since.day
			if (o.request.Kind == report.Program) != (o.program != "") {
				return wrongUsage("--program names the program of a program sheet, and only of that")
			}
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error { return writeReport(ctx, d, o, c.OutOrStdout()) })
		},
	}
	c.Flags().StringVar(&o.program, "program", "", "make the sheet of this `PROGRAM`, named by its name or id")
	c.Flags().StringVar(&o.view, "view", "", "report on the programs of this saved `VIEW` instead of all")
	c.Flags().Var(&asOf, "as-of", "report on the portfolio as it was at the end of this day")
	c.Flags().Var(&since, "since", "tell what changed from this day on, instead of since the last report that was kept")
	c.Flags().BoolVar(&o.asJSON, "json", false, "print the report as one JSON document")
	c.Flags().BoolVar(&o.keep, "keep", false, "keep the report in the list; the next one tells what changed since")
	c.Flags().StringVar(&o.out, "out", "", "write into this `FILE` instead of standard output")
	return c
}

// writeReport makes a report, keeps it where that is wanted, and writes it.
func writeReport(ctx context.Context, d *desk.Desk, o reportOptions, stdout io.Writer) (err error) {
	if o.request.Scope, err = d.ReportScope(ctx, o.program, o.view); err != nil {
		return err
	}
	made, err := makeReport(ctx, d, o)
	if err != nil {
		return err
	}
	write := func(out io.Writer) error {
		if o.asJSON {
			return printJSON(out, made)
		}
		_, err := io.WriteString(out, report.Markdown(made, ""))
		return err
	}
	if o.out != "" {
		return desk.WriteFile(o.out, write)
	}
	return write(stdout)
}

// makeReport makes a report, and keeps it where that is wanted.
func makeReport(ctx context.Context, d *desk.Desk, o reportOptions) (report.Report, error) {
	if !o.keep {
		return d.Store.MakeReport(ctx, o.request)
	}
	kept, err := d.Store.CreateReport(ctx, o.request)
	return kept.Report, err
}
