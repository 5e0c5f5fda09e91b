package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// shown is how many rejected rows and warnings of a file are printed one by one.
const shown = 20

// newImport makes the command that takes files in.
func newImport() *cobra.Command {
	options := desk.ImportOptions{Options: exchange.Options{Mapping: map[string]string{}}}
	var asOf dayFlag
	var asJSON bool
	var columns []string
	c := &cobra.Command{
		Use:   "import [flags] FILE...",
		Short: "Take CSV, XLSX, JSON, Jira and Microsoft Project XML files into the portfolio, as one step that can be undone",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrongUsage("import needs a file")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			options.AsOf = asOf.day
			for _, pair := range columns {
				field, column, ok := strings.Cut(pair, "=")
				if !ok || field == "" || column == "" {
					return wrongUsage("--map needs FIELD=COLUMN and got %q", pair)
				}
				options.Mapping[field] = column
			}
			return importFiles(c, args, options, asJSON)
		},
	}
	c.Flags().BoolVar(&options.DryRun, "dry-run", false, "say what would change and change nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	c.Flags().Var(&asOf, "as-of", "the day on which the facts of the files were true (default: today)")
	c.Flags().StringArrayVar(&columns, "map", nil, "read a field from another column than its header tells, as `FIELD=COLUMN`; may be repeated")
	c.Flags().BoolVar(&options.IssuesAsMilestones, "issues-as-milestones", false, "make milestones of the issues below the epics of a Jira export")
	return c
}

// importFiles reads the files before it opens the portfolio: files that cannot be read leave nothing behind.
func importFiles(c *cobra.Command, paths []string, options desk.ImportOptions, asJSON bool) error {
	files, err := desk.ReadFiles(c.Context(), paths, options.Options)
	if err != nil {
		return err
	}
	return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
		result, err := d.TakeIn(ctx, files, options)
		if err != nil {
			return err
		}
		for i := range result.Files {
			result.Files[i].File = paths[i] // as the person named it
		}
		if asJSON {
			return printJSON(c.OutOrStdout(), result)
		}
		return printImport(c.OutOrStdout(), result, options.DryRun)
	})
}

// printImport prints what an import did, or would do.
func printImport(out io.Writer, result portfolio.ImportResult, dryRun bool) error {
	var text strings.Builder
	for _, file := range result.Files {
		fmt.Fprintf(&text, "%s: %d new, %d changed, %d unchanged, %d rejected\n",
			file.File, file.New, file.Changed, file.Unchanged, len(file.Rejected))
		for i, r := range file.Rejected {
			if i == shown {
				fmt.Fprintf(&text, "  … and %d more rejected rows\n", len(file.Rejected)-shown)
				break
			}
			fmt.Fprintf(&text, "  %s rejected: %s\n", place(r.Sheet, r.Row, ""), r.Reason)
		}
		for i, w := range file.Warnings {
			if i == shown {
				fmt.Fprintf(&text, "  … and %d more warnings\n", len(file.Warnings)-shown)
				break
			}
			where := place(w.Sheet, w.Row, w.Column)
			if where != "" {
				where += ": "
			}
			fmt.Fprintf(&text, "  %s%s\n", where, w.Message)
		}
	}
	if dryRun {
		text.WriteString("This was a dry run; nothing was changed.\n")
	}
	if result.Backup != "" {
		fmt.Fprintf(&text, "The portfolio as it was before is in %s\n", result.Backup)
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// place says where in a file something is: "sheet Projects, row 7, RAG"; nothing for the whole file.
func place(sheet string, row int, column string) string {
	var parts []string
	if sheet != "" {
		parts = append(parts, "sheet "+sheet)
	}
	if row > 0 {
		parts = append(parts, fmt.Sprintf("row %d", row))
	}
	if column != "" {
		parts = append(parts, column)
	}
	return strings.Join(parts, ", ")
}
