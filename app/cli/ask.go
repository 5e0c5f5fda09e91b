package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// answer is what "ask --json" prints. Its names are fixed: scripts read them.
type answer struct {
	ConversationID string               `json:"conversation_id"`
	Engine         string               `json:"engine"`
	Understood     bool                 `json:"understood"`
	Answer         string               `json:"answer"`
	Citations      []portfolio.Citation `json:"citations"`
	Figures        []portfolio.Figure   `json:"figures"`
	Proposal       *proposal            `json:"proposal"` // null where nothing is proposed
	Steps          []portfolio.Step     `json:"steps"`
}

// proposal is what an answer proposes; "apply ID" carries it out.
type proposal struct {
	ID      string             `json:"id"`
	Title   string             `json:"title"`
	Changes []portfolio.Change `json:"changes"`
}

// newAsk makes the command that asks one question.
func newAsk() *cobra.Command {
	var request desk.AskRequest
	var today dayFlag
	var asJSON bool
	c := &cobra.Command{
		Use:   "ask [flags] QUESTION",
		Short: "Ask about the portfolio",
		Args: func(_ *cobra.Command, args []string) error {
			if strings.TrimSpace(strings.Join(args, " ")) == "" {
				return wrongUsage("ask needs a question")
			}
			return nil
		},
		RunE: func(c *cobra.Command, args []string) error {
			request.Question, request.Today = strings.Join(args, " "), today.day
			return onDesk(c, func(ctx context.Context, d *desk.Desk) error { return ask(ctx, d, request, asJSON, c.OutOrStdout()) })
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON document")
	c.Flags().Var(&today, "today", "the day that ages and dates count from")
	c.Flags().StringVar(&request.Engine, "engine", "", "the engine that answers, by the name it was set up with (default: the built-in analyst)")
	c.Flags().StringVar(&request.ConversationID, "conversation", "", "go on with this conversation")
	return c
}

// ask streams the answer, or prints it whole as JSON.
func ask(ctx context.Context, d *desk.Desk, request desk.AskRequest, asJSON bool, out io.Writer) error {
	var broken error // of the output, the first one
	write := func(text string) {
		if _, err := io.WriteString(out, text); broken == nil {
			broken = err
		}
	}
	if asJSON {
		write = func(string) {}
	}
	m, err := d.Ask(ctx, request, write)
	if err != nil {
		return err
	}
	if !asJSON {
		if !strings.HasSuffix(m.Text, "\n") {
			write("\n")
		}
		if m.Proposal != nil {
			write(fmt.Sprintf("\nTo apply: portfolio-ai apply %s\n", m.Proposal.ID))
		}
		return broken
	}
	return printJSON(out, answer{
		ConversationID: m.ConversationID, Engine: m.Engine, Understood: m.Understood, Answer: m.Text,
		Citations: emptyNotNull(m.Citations), Figures: emptyNotNull(m.Figures), Steps: emptyNotNull(m.Steps),
		Proposal: proposed(m.Proposal),
	})
}

// proposed takes from a proposal what is printed of it.
func proposed(p *portfolio.Proposal) *proposal {
	if p == nil {
		return nil
	}
	return &proposal{ID: p.ID, Title: p.Title, Changes: p.Changes}
}

// emptyNotNull makes a list that is written as [] where it holds nothing.
func emptyNotNull[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

// printJSON prints one document, indented, with a line end.
func printJSON[T any](out io.Writer, document T) error {
	encoder := json.NewEncoder(out)
	encoder.SetEscapeHTML(false) // the output is for scripts and people, not for a page
	encoder.SetIndent("", "  ")
	return encoder.Encode(document)
}
