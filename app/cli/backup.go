package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
)

// newBackup makes the command that writes a verified copy of the portfolio.
func newBackup() *cobra.Command {
	var asJSON, force bool
	c := &cobra.Command{
		Use:   "backup [flags] [FILE]",
		Short: "Write a whole copy of the portfolio, opened and checked, beside it or to a file",
		Args:  atMostOneFile("backup"),
		RunE: func(c *cobra.Command, args []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				b, err := backUp(ctx, d.Store, args, force)
				if err != nil {
					return err
				}
				if asJSON {
					return printJSON(c.OutOrStdout(), b)
				}
				_, err = fmt.Fprintf(c.OutOrStdout(), "%s\nSound: %s\n", b.Path, contentsOf(b.Counts))
				return err
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	c.Flags().BoolVar(&force, "force", false, "replace a backup that holds more than the portfolio now")
	return c
}

// backUp makes the backup that the arguments ask for.
func backUp(ctx context.Context, db *store.DB, args []string, force bool) (portfolio.Backup, error) {
	if len(args) == 0 {
		return db.Backup(ctx, portfolio.BackupByHand)
	}
	return db.BackupTo(ctx, args[0], force)
}

// atMostOneFile refuses more than one argument.
func atMostOneFile(command string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > 1 {
			return wrongUsage("%s takes one file, not %d", command, len(args))
		}
		return nil
	}
}

// newRestore makes the command that puts a backup back.
func newRestore() *cobra.Command {
	var merge, dryRun, asJSON bool
	c := &cobra.Command{
		Use:   "restore [flags] FILE",
		Short: "Put a backup back, after a copy of what is there, or say what that would change",
		Args: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				return wrongUsage("restore needs the file of a backup")
			}
			return atMostOneFile("restore")(c, args)
		},
		RunE: func(c *cobra.Command, args []string) error {
			o := store.RestoreOptions{Mode: portfolio.RestoreReplace, DryRun: dryRun, Rows: shown}
			if merge {
				o.Mode = portfolio.RestoreMerge
			}
			return restore(c, args[0], o, asJSON)
		},
	}
	c.Flags().BoolVar(&merge, "merge", false, "bring back what is missing, and what was written later in the backup; delete nothing")
	c.Flags().BoolVar(&dryRun, "dry-run", false, "say what would change, and change nothing")
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// restore puts a backup back: into the portfolio, or in the place of one that cannot be opened.
func restore(c *cobra.Command, file string, o store.RestoreOptions, asJSON bool) error {
	if _, err := os.Stat(file); err != nil {
		return portfolio.Errorf(portfolio.EStorage, "There is no backup %s that can be read.", file)
	}
	err := onDesk(c, func(ctx context.Context, d *desk.Desk) error {
		if asJSON {
			o.Rows = 1 << 30
		}
		result, err := d.Store.RestoreBackup(ctx, file, o)
		if err != nil {
			return err
		}
		if asJSON {
			return printJSON(c.OutOrStdout(), result)
		}
		return printRestore(c.OutOrStdout(), result, o)
	})
	if portfolio.ErrorCode(err) != portfolio.EDamaged || o.DryRun || o.Mode == portfolio.RestoreMerge {
		return err
	}
	flag, flagErr := c.Flags().GetString(dataDirFlag)
	if flagErr != nil {
		return flagErr
	}
	aside, err := desk.PutInPlace(c.Context(), desk.DataDir(flag), file)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.OutOrStdout(), "Restored %s\nWhat was there is kept in %s\n", file, cmp.Or(aside, "no file: there was nothing"))
	return err
}

// printRestore says what a restore did, or would do.
func printRestore(out io.Writer, r portfolio.RestoreResult, o store.RestoreOptions) error {
	rows := 0
	for _, c := range r.Rows {
		if _, err := fmt.Fprintf(out, "%s\n", restoredLine(c)); err != nil {
			return err
		}
		rows++
	}
	verb := "Restored"
	if o.DryRun {
		verb = "Would restore"
	}
	more := ""
	if r.Comes+r.Changes+r.Goes > rows {
		more = fmt.Sprintf(" (the first %d above)", rows)
	}
	_, err := fmt.Fprintf(out, "%s the backup of %s: %s, %s, %s%s\n", verb, r.Backup.WrittenAt.Time().Local().Format("2006-01-02 15:04"),
		portfolio.CountOf(r.Comes, "record comes back", "records come back"), portfolio.CountOf(r.Changes, "changes", "change"), portfolio.CountOf(r.Goes, "goes", "go"), more)
	for _, refused := range r.Refused {
		if err == nil {
			_, err = fmt.Fprintf(out, "Not taken: %s\n", oneLine(refused.Reason))
		}
	}
	if err == nil && r.Safety != "" {
		_, err = fmt.Fprintf(out, "What was there before is in %s\n", r.Safety)
	}
	return err
}

// restoredLine tells a difference in a line.
func restoredLine(c portfolio.Change) string {
	switch {
	case c.Creates():
		return fmt.Sprintf("%s %s: comes back", c.Entity.Words(), oneLine(c.Label))
	case c.Deletes():
		return fmt.Sprintf("%s %s: goes", c.Entity.Words(), oneLine(c.Label))
	default:
		return fmt.Sprintf("%s %s: %s %s -> %s", c.Entity.Words(), oneLine(c.Label), c.FieldWords(), valueText(c.Before), valueText(c.After))
	}
}
