package analyst

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/agent"
	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// exam is one question of the evaluation set with what a right answer holds. Records are the ids of exactly the records
// that it cites, in the government portfolio external ids. Figure is its first figure, Groups are figures by label, Says
// stands in the text. After are the questions asked before in the same conversation.
type exam struct {
	Kind       string             `json:"kind"`
	Ask        string             `json:"ask"`
	After      []string           `json:"after"`
	Records    []string           `json:"records"`
	Figure     json.RawMessage    `json:"figure"`
	Groups     map[string]float64 `json:"groups"`
	Understood *bool              `json:"understood"`
	Says       string             `json:"says"`
}

// deaf is a sink that nobody reads.
type deaf struct{}

func (deaf) Text(string)         {}
func (deaf) Step(portfolio.Step) {}

// loaded opens a portfolio that holds a file.
func loaded(tb testing.TB, path string, asOf portfolio.Date) *store.DB {
	tb.Helper()
	db := storetest.Open(tb)
	file, err := exchange.Read(context.Background(), path, exchange.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := db.Import(context.Background(), []portfolio.IncomingFile{file}, store.ImportOptions{AsOf: asOf}); err != nil {
		tb.Fatal(err)
	}
	return db
}

// conversation asks questions one after the other, as in one conversation, and gives the last reply.
func conversation(tb testing.TB, a *Analyst, today portfolio.Date, questions ...string) agent.Reply {
	tb.Helper()
	var history []portfolio.Message
	var reply agent.Reply
	for _, text := range questions {
		var err error
		reply, err = a.Answer(context.Background(), agent.Question{Text: text, Today: today, History: history}, deaf{})
		if err != nil {
			tb.Fatalf("%s: %v", text, err)
		}
		history = append(history, portfolio.Message{Role: portfolio.RolePerson, Text: text}, portfolio.Message{
			Role: portfolio.RoleAssistant, Text: reply.Text, State: portfolio.TurnDone, Understood: reply.Understood,
			Citations: reply.Citations, Figures: reply.Figures, Steps: reply.Steps,
		})
	}
	return reply
}

// grade gives what is wrong with a reply; "" where it is right.
func (e exam) grade(reply agent.Reply, id func(portfolio.Citation) string) string {
	cited := []string{}
	for _, c := range reply.Citations {
		cited = append(cited, id(c))
	}
	slices.Sort(cited)
	want := slices.Clone(e.Records)
	slices.Sort(want)
	if !slices.Equal(cited, want) {
		return fmt.Sprintf("cites %v, want %v", cited, want)
	}
	if len(e.Figure) > 0 && (len(reply.Figures) == 0 || !equal(reply.Figures[0].Value, e.Figure)) {
		return fmt.Sprintf("figures %s, want %s first", figures(reply), e.Figure)
	}
	for label, value := range e.Groups {
		if !slices.ContainsFunc(reply.Figures, func(f portfolio.Figure) bool {
			return f.Label == label && string(f.Value) == rounded(value)
		}) {
			return fmt.Sprintf("figures %s, want %s = %v", figures(reply), label, value)
		}
	}
	if understood := e.Understood == nil || *e.Understood; reply.Understood != understood {
		return fmt.Sprintf("understood %v, want %v", reply.Understood, understood)
	}
	if !strings.Contains(strings.ToLower(reply.Text), strings.ToLower(e.Says)) {
		return fmt.Sprintf("does not say %q", e.Says)
	}
	return ""
}

// equal compares two JSON values, numbers by their size.
func equal(a, b json.RawMessage) bool {
	var x, y float64
	if json.Unmarshal(a, &x) == nil && json.Unmarshal(b, &y) == nil {
		return x == y
	}
	return string(a) == string(b)
}

func figures(reply agent.Reply) string {
	var out []string
	for _, f := range reply.Figures {
		out = append(out, f.Label+"="+string(f.Value))
	}
	return strings.Join(out, ", ")
}

// evaluate puts a set of questions and prints the accuracy by kind. Every answer must be right.
func evaluate(t *testing.T, set string, a *Analyst, today portfolio.Date, id func(portfolio.Citation) string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", set))
	if err != nil {
		t.Fatal(err)
	}
	var exams []exam
	if err := json.Unmarshal(data, &exams); err != nil {
		t.Fatal(err)
	}
	right, total := map[string]int{}, map[string]int{}
	for _, e := range exams {
		total[e.Kind]++
		reply := conversation(t, a, today, append(slices.Clone(e.After), e.Ask)...)
		if fault := e.grade(reply, id); fault != "" {
			t.Errorf("%s: %q %s\n%s", e.Kind, e.Ask, fault, cut(reply.Text, 300))
			continue
		}
		right[e.Kind]++
	}
	kinds := slices.SortedFunc(maps.Keys(total), cmp.Compare[string])
	sum := 0
	for _, kind := range kinds {
		t.Logf("%-14s %3d of %3d", kind, right[kind], total[kind])
		sum += right[kind]
	}
	t.Logf("%-14s %3d of %3d", "all", sum, len(exams))
}

func TestEvaluation_smallPortfolio(t *testing.T) {
	db := loaded(t, filepath.Join("testdata", "portfolio.json"), "2026-02-02")
	evaluate(t, "questions.json", New(db), "2026-02-02", func(c portfolio.Citation) string { return c.ID })
}

func TestEvaluation_governmentPortfolio(t *testing.T) {
	path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-2022.csv")
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the public data is not there: %v", err)
	}
	db := loaded(t, path, "2022-03-31")
	evaluate(t, "government.json", New(db), "2022-04-30", func(c portfolio.Citation) string {
		d, err := db.Program(context.Background(), c.ID)
		if err != nil {
			t.Fatal(err)
		}
		return d.Program.ExternalID
	})
}
