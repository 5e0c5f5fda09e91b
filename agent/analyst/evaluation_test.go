package analyst

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// exam is one question of the evaluation set with what a right answer holds. Records are the ids of exactly the records
// that it cites, in the government portfolio external ids. Figure is its first figure, Groups are figures by label, Says
// stands in the text. After are the questions asked before in the same conversation. Of a draft, Draft says what it is, Tells
// stand in its text, and Omits do not.
type exam struct {
	Kind       string             `json:"kind"`
	Ask        string             `json:"ask"`
	After      []string           `json:"after"`
	Records    []string           `json:"records"`
	Figure     json.RawMessage    `json:"figure"`
	Groups     map[string]float64 `json:"groups"`
	Understood *bool              `json:"understood"`
	Says       string             `json:"says"`
	Values     []json.RawMessage  `json:"values"`    // are among its figures, in any order
	Cites      []string           `json:"cites"`     // in the place of Records where the answer may cite more than these
	Portfolio  string             `json:"portfolio"` // about which it is asked, where the set is about several
	Proposal   []row              `json:"proposal"`
	Title      string             `json:"title"`
	Fiscal     time.Month         `json:"fiscal"`
	Scope      string             `json:"scope"`
	Draft      *portfolio.Draft   `json:"draft"`
	Tells      []string           `json:"tells"`
	Omits      []string           `json:"omits"`
}

// row is a row of a proposal. Of a record to create, After holds the fields that matter.
type row struct {
	Entity portfolio.Entity `json:"entity"`
	ID     string           `json:"id"`
	Field  string           `json:"field"`
	Before json.RawMessage  `json:"before"`
	After  json.RawMessage  `json:"after"`
}

// asks makes the question of an exam, behind what was asked before.
func (e exam) asks(tb testing.TB, a *Analyst, today portfolio.Date) agent.Reply {
	tb.Helper()
	reply, err := e.tries(a, today)
	if err != nil {
		tb.Fatal(err)
	}
	return reply
}

// tries is asks where an answer may fail.
func (e exam) tries(a *Analyst, today portfolio.Date) (agent.Reply, error) {
	question := agent.Question{Today: today, FiscalYearStart: e.Fiscal, Scope: agent.Scope{ProgramID: e.Scope}}
	return tryConverse(a, question, append(slices.Clone(e.After), e.Ask)...)
}

// proposal gives what is wrong with what a reply proposes; "" where it is right.
func (e exam) proposal(reply agent.Reply) string {
	if len(e.Proposal) == 0 {
		if reply.Proposal != nil {
			return fmt.Sprintf("proposes %+v, want nothing", reply.Proposal.Changes)
		}
		return ""
	}
	if reply.Proposal == nil {
		return "proposes nothing"
	}
	if e.Title != "" && reply.Proposal.Title != e.Title {
		return fmt.Sprintf("the button says %q, want %q", reply.Proposal.Title, e.Title)
	}
	if len(reply.Proposal.Changes) != len(e.Proposal) {
		return fmt.Sprintf("proposes %d rows, want %d", len(reply.Proposal.Changes), len(e.Proposal))
	}
	for _, want := range e.Proposal {
		if !slices.ContainsFunc(reply.Proposal.Changes, want.is) {
			return fmt.Sprintf("no row %s %s %s → %s among %s", want.ID, want.Field, want.Before, want.After, rowsOf(reply.Proposal.Changes))
		}
	}
	return ""
}

// rowsOf lists rows for people.
func rowsOf(changes []portfolio.Change) string {
	out, err := json.Marshal(changes)
	if err != nil {
		return err.Error()
	}
	return string(out)
}

// is reports whether a change is the row.
func (r row) is(c portfolio.Change) bool {
	if r.Entity != c.Entity || r.ID != c.ID || r.Field != c.Field {
		return false
	}
	var want, got map[string]json.RawMessage
	if json.Unmarshal(r.After, &want) == nil && want != nil {
		if json.Unmarshal(c.After, &got) != nil {
			return false
		}
		for field, value := range want {
			if !sameValue(value, got[field]) {
				return false
			}
		}
		return true
	}
	if r.Field == portfolio.WholeRecord {
		return sameValue(r.After, c.After)
	}
	return sameValue(r.Before, c.Before) && sameValue(r.After, c.After)
}

// sameValue compares JSON values, however they are written; a missing one is null.
func sameValue(a, b json.RawMessage) bool {
	return shortest(a) == shortest(b)
}

// shortest gives a JSON value in its shortest form, without escapes; the bytes themselves where they are no JSON.
func shortest(value json.RawMessage) string {
	var text string
	if json.Unmarshal(value, &text) == nil {
		return strconv.Quote(text)
	}
	var out bytes.Buffer
	if json.Compact(&out, []byte(cmp.Or(string(value), "null"))) != nil {
		return string(value)
	}
	return out.String()
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
	return converse(tb, a, agent.Question{Today: today}, questions...)
}

// converse asks questions in the same conversation, all of them as of the day and the scope of one.
func converse(tb testing.TB, a *Analyst, question agent.Question, questions ...string) agent.Reply {
	tb.Helper()
	reply, err := tryConverse(a, question, questions...)
	if err != nil {
		tb.Fatal(err)
	}
	return reply
}

// tryConverse is converse where an answer may fail.
func tryConverse(a *Analyst, question agent.Question, questions ...string) (reply agent.Reply, err error) {
	var history []portfolio.Message
	for _, text := range questions {
		question.Text, question.History = text, history
		reply, err = a.Answer(context.Background(), question, deaf{})
		if err != nil {
			return reply, fmt.Errorf("%s: %w", text, err)
		}
		history = append(history, heard(text, reply)...)
	}
	return reply, nil
}

// heard makes the messages of one turn.
func heard(question string, reply agent.Reply) []portfolio.Message {
	return []portfolio.Message{{Role: portfolio.RolePerson, Text: question}, {
		Role: portfolio.RoleAssistant, Text: reply.Text, State: portfolio.TurnDone, Understood: reply.Understood,
		Citations: reply.Citations, Figures: reply.Figures, Steps: reply.Steps, Draft: reply.Draft,
	}}
}

// grade gives what is wrong with a reply; "" where it is right.
func (e exam) grade(reply agent.Reply, id func(portfolio.Citation) string) string {
	cited := []string{}
	for _, c := range reply.Citations {
		cited = append(cited, id(c))
	}
	if fault := e.citations(cited); fault != "" {
		return fault
	}
	if len(e.Figure) > 0 && (len(reply.Figures) == 0 || !equal(reply.Figures[0].Value, e.Figure)) {
		return fmt.Sprintf("figures %s, want %s first", figures(reply), e.Figure)
	}
	for _, value := range e.Values {
		if !slices.ContainsFunc(reply.Figures, func(f portfolio.Figure) bool { return equal(f.Value, value) }) {
			return fmt.Sprintf("figures %s, want %s among them", figures(reply), value)
		}
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
	if fault := e.drafted(reply); fault != "" {
		return fault
	}
	return e.proposal(reply)
}

// drafted gives what is wrong with a draft; "" where it is right. A subject that the exam leaves out is any.
func (e exam) drafted(reply agent.Reply) string {
	got := reply.Draft
	if got != nil && e.Draft != nil && e.Draft.Subject == "" {
		some := *got
		some.Subject, got = "", &some
	}
	if (got == nil) != (e.Draft == nil) || got != nil && *got != *e.Draft {
		return fmt.Sprintf("drafts %+v, want %+v", reply.Draft, e.Draft)
	}
	for _, text := range e.Tells {
		if !strings.Contains(reply.Text, text) {
			return fmt.Sprintf("does not tell %q", text)
		}
	}
	for _, text := range e.Omits {
		if strings.Contains(reply.Text, text) {
			return fmt.Sprintf("tells %q", text)
		}
	}
	return ""
}

// citations gives what is wrong with the records that a reply cites.
func (e exam) citations(cited []string) string {
	slices.Sort(cited)
	if e.Cites != nil {
		for _, id := range e.Cites {
			if !slices.Contains(cited, id) {
				return fmt.Sprintf("cites %v, want %s among them", cited, id)
			}
		}
		return ""
	}
	want := slices.Clone(e.Records)
	slices.Sort(want)
	if !slices.Equal(cited, want) {
		return fmt.Sprintf("cites %v, want %v", cited, want)
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
