package analyst

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

type quiet struct{}

func (quiet) Text(string)         {}
func (quiet) Step(portfolio.Step) {}

// TestProbe answers the questions of a file, for a look by eye.
func TestProbe(t *testing.T) {
	path := os.Getenv("PROBE")
	if path == "" {
		t.Skip()
	}
	db := storetest.Open(t)
	data := os.Getenv("PROBE_DATA")
	file, err := exchange.Read(context.Background(), data, exchange.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Import(context.Background(), []portfolio.IncomingFile{file}, store.ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	f, _ := os.Open(path)
	lines := bufio.NewScanner(f)
	a := New(db)
	var history []portfolio.Message
	for lines.Scan() {
		q := lines.Text()
		if q == "" {
			history = nil
			continue
		}
		r, err := a.Answer(context.Background(), agent.Question{Text: q, Today: "2026-02-02", History: history}, quiet{})
		if err != nil {
			fmt.Printf("\n##### %s\nERROR %v\n", q, err)
			continue
		}
		text := r.Text
		if len(text) > 700 {
			text = text[:700] + "…"
		}
		fmt.Printf("\n##### %s\n[understood %v, %d citations, figures", q, r.Understood, len(r.Citations))
		for i, f := range r.Figures {
			if i < 6 {
				fmt.Printf(" %s=%s;", f.Label, f.Value)
			}
		}
		fmt.Printf("]\n%s", text)
		history = append(history, portfolio.Message{Role: portfolio.RolePerson, Text: q},
			portfolio.Message{Role: portfolio.RoleAssistant, Text: r.Text, Citations: r.Citations, Figures: r.Figures, Steps: r.Steps, State: portfolio.TurnDone})
	}
}
