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

// assessment is one program in what "health --json" prints.
type assessment struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	Declared portfolio.Status `json:"declared"`
	Assessed portfolio.Status `json:"assessed"`
	Reasons  []reason         `json:"reasons"`
}

// reason is why a program is assessed as it is; Text says it in English.
type reason struct {
	portfolio.Reason
	Text string `json:"text"`
}

// newHealth makes the command that puts assessed beside declared health.
func newHealth() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "health [flags] [PROGRAM]",
		Short: "Put what the facts say of programs beside what people declare, with reasons",
		RunE: func(c *cobra.Command, args []string) error {
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error {
				list, err := d.Health(ctx, strings.Join(args, " "))
				if err != nil {
					return err
				}
				assessments := assess(list, d.Store.Today())
				if asJSON {
					return printJSON(c.OutOrStdout(), map[string][]assessment{"programs": assessments})
				}
				return printHealth(c.OutOrStdout(), assessments)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	return c
}

// assess takes from programs what the command prints.
func assess(rows []portfolio.ProgramRow, today portfolio.Date) []assessment {
	out := []assessment{}
	for _, row := range rows {
		a := assessment{ID: row.ID, Name: row.Name, Declared: row.Status, Assessed: row.Health.Assessed, Reasons: []reason{}}
		for _, r := range row.Health.Reasons {
			a.Reasons = append(a.Reasons, reason{r, r.Text(today)})
		}
		out = append(out, a)
	}
	return out
}

// printHealth prints each program with its reasons below it.
func printHealth(out io.Writer, list []assessment) error {
	var text strings.Builder
	for _, a := range list {
		fmt.Fprintf(&text, "%s: declared %s, assessed %s\n", oneLine(a.Name), said(a.Declared), said(a.Assessed))
		for _, r := range a.Reasons {
			fmt.Fprintf(&text, "  - %s\n", oneLine(r.Text))
		}
	}
	if len(list) == 0 {
		text.WriteString("There are no programs.\n")
	}
	_, err := io.WriteString(out, text.String())
	return err
}

// said gives a status as it stands in a line.
func said(s portfolio.Status) string {
	if s == "" {
		return notReported
	}
	return string(s)
}
