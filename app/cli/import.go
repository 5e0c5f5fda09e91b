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
	options, reading := desk.ImportOptions{}, exchange.Options{Mapping: map[string]string{}}
	var asOf dayFlag
	var output importOutput
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
				if !ok || field == "" {
					return wrongUsage("--map needs FIELD=COLUMN and got %q", pair)
				}
				reading.Mapping[field] = column
			}
			return importFiles(c, desk.FilesAt(reading, args...), options, output)
		},
	}
	c.Flags().BoolVar(&options.DryRun, "dry-run", false, "say what would change and change nothing")
	c.Flags().BoolVar(&output.json, "json", false, "print one JSON document")
	c.Flags().BoolVar(&output.changes, "changes", false, "with --json, list every change too")
	c.Flags().Var(&asOf, "as-of", "the day on which the facts of the files were true (default: today)")
	c.Flags().StringArrayVar(&columns, "map", nil, "read a field from another column than its header tells, as `FIELD=COLUMN`; FIELD= does not read it; may be repeated")
	c.Flags().StringVar(&reading.Sheet, "sheet", "", "read the programs of a workbook from the sheet `NAME` (default: the one whose columns are known best)")
	c.Flags().BoolVar(&reading.IssuesAsMilestones, "issues-as-milestones", false, "make milestones of the issues below the epics of a Jira export")
	return c
}

// importOutput says how an import is told: as a JSON document, and in that with every change.
type importOutput struct{ json, changes bool }

// importFiles reads the files before it opens the portfolio: files that cannot be read leave nothing behind. How a person
// mapped columns in the window plays no part: the same command does the same on every computer.
func importFiles(c *cobra.Command, files []desk.ImportFile, options desk.ImportOptions, output importOutput) error {
	read, err := desk.ReadFiles(c.Context(), files, nil)
	if err != nil {
		return err
	}
	return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
		changes := make([]fileChanges, len(read))
		if output.changes && output.json || options.DryRun && !output.json {
			options.Row = func(r portfolio.ImportedRow) { changes[r.File].add(r, output.json) }
		}
		result, err := d.TakeIn(ctx, read, options)
		if err != nil {
			return err
		}
		for i := range result.Files {
			result.Files[i].File = files[i].Path // as the person named it
		}
		switch {
		case output.json && output.changes:
			return printJSON(c.OutOrStdout(), withChanges(result, changes))
		case output.json:
			return printJSON(c.OutOrStdout(), result)
		}
		return printImport(c.OutOrStdout(), result, changes, options.DryRun)
	})
}

// printImport prints what an import did, or would do.
func printImport(out io.Writer, result portfolio.ImportResult, changes []fileChanges, dryRun bool) error {
	var text strings.Builder
	for at, file := range result.Files {
		fmt.Fprintf(&text, "%s: %d new, %d changed, %d unchanged, %d rejected\n",
			file.File, file.New, file.Changed, file.Unchanged, len(file.Rejected))
		changes[at].list(&text)
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
