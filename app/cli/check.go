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

// newCheck makes the command that looks for what contradicts itself in the portfolio file.
func newCheck() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "check [flags]",
		Short: "Check that the portfolio file is sound, and that its history explains what is in it",
		Args:  noArguments,
		RunE:  func(c *cobra.Command, _ []string) error { return check(c, asJSON) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// check prints the report and fails where there is a problem.
func check(c *cobra.Command, asJSON bool) error {
	report, err := checked(c)
	if err != nil {
		return err
	}
	if asJSON {
		err = printJSON(c.OutOrStdout(), report)
	} else {
		err = printCheck(c.OutOrStdout(), report)
	}
	if err == nil && !report.OK {
		return portfolio.Errorf(portfolio.EStorage, "The portfolio is not sound (%s); restore a backup, or keep a copy of the file as it is.", portfolio.CountOf(len(report.Problems), "problem", "problems"))
	}
	return err
}

// checked opens the portfolio and checks it. A file that cannot be opened is a problem like others; one of a newer program
// is none, for that program finds it sound.
func checked(c *cobra.Command) (report portfolio.CheckReport, err error) {
	err = onDesk(c, func(ctx context.Context, d *desk.Desk) (err error) {
		report, err = d.Store.Check(ctx)
		return err
	})
	if code := portfolio.ErrorCode(err); code == portfolio.EStorage || code == portfolio.EDamaged {
		return portfolio.CheckReport{Problems: []portfolio.Problem{{Where: "file", What: portfolio.ErrorMessage(err)}}}, nil
	}
	return report, err
}

// printCheck prints the problems, or that there is none.
func printCheck(out io.Writer, report portfolio.CheckReport) error {
	var text strings.Builder
	for i, p := range report.Problems {
		if i == shown {
			fmt.Fprintf(&text, "… and %d more problems\n", len(report.Problems)-shown)
			break
		}
		fmt.Fprintf(&text, "%s: %s\n", oneLine(p.Where), oneLine(p.What))
	}
	if report.OK {
		fmt.Fprintf(&text, "Sound: %s\n", contentsOf(report.Counts))
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// contentsOf says what a portfolio holds: "40 programs, 1 risk".
func contentsOf(c portfolio.Counts) string {
	return strings.Join([]string{
		portfolio.CountOf(c.Programs, "program", "programs"), portfolio.CountOf(c.Risks, "risk", "risks"), portfolio.CountOf(c.Milestones, "milestone", "milestones"),
		portfolio.CountOf(c.Objectives, "objective", "objectives"), portfolio.CountOf(c.StatusUpdates, "status update", "status updates"),
		portfolio.CountOf(c.Dependencies, "dependency", "dependencies"), portfolio.CountOf(c.ChangeSets, "change set", "change sets"),
	}, ", ")
}
