package analyst

import (
	"context"
	"strings"
	"sync"
	"time"
	"unicode"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Analyst is the built-in engine. It is safe for concurrent use.
type Analyst struct {
	workspace tools.Workspace

	mu        sync.Mutex
	version   int64 // of the portfolio that directory was made from
	directory *directory
}

// New makes an analyst of a portfolio. The clock only times its steps: the day of an answer comes with its question.
func New(workspace tools.Workspace) *Analyst {
	return &Analyst{workspace: workspace}
}

// Label names the engine.
func (a *Analyst) Label() string { return "Built-in analyst" }

// Answer implements agent.Engine.
func (a *Analyst) Answer(ctx context.Context, q agent.Question, sink agent.Sink) (agent.Reply, error) {
	d, err := a.look(ctx)
	if err != nil {
		return agent.Reply{}, err
	}
	q = scoped(q)
	ids, err := a.identifiers(ctx, q.Text, d)
	if err != nil {
		return agent.Reply{}, err
	}
	w := &writer{sink: sink, today: q.Today, directory: d, scope: q.Scope, describe: describer{d.name, plain}, cited: map[string]bool{}}
	w.reply.Evidence = &tools.Evidence{}
	w.tools = tools.Set{Workspace: tools.Confine(a.workspace, q.Scope.Programs), Record: w.step, Now: time.Now, Today: q.Today, Evidence: w.reply.Evidence, Never: q.Never}
	w.reply.Understood = true
	f := frame{today: q.Today, fiscal: q.FiscalYearStart, directory: d, ids: ids, scope: q.Scope.ProgramID, among: q.Scope.Programs != nil, before: subjectOf(q.History), parts: map[string]intent{}, found: map[string][]string{}}
	if f.among && !f.before.known() { // "these", "they"
		f.before.query = portfolio.Query{Of: ofProgram, Today: q.Today}
	}
	if f.fiscal == 0 {
		f.fiscal = usualFiscalStart
	}
	if f.same, err = a.samesOf(ctx, q.Text, f.before); err != nil {
		return agent.Reply{}, err
	}
	for _, part := range questions(q.Text) {
		in := read(part, f)
		w.reply.Understood = w.reply.Understood && len(in.left) == 0
		if err := w.answer(ctx, in); err != nil {
			return agent.Reply{}, err
		}
		f.before = subject{query: in.query}
	}
	return w.finish(), nil
}

// twoCounts is a question that counts twice.
var twoCounts = expression(`(?i)^(.*\bhow many\b.*?),?\s+and\s+(how many\b.*)$`)

// questions takes a question apart that asks for two counts; the second goes on from the first.
func questions(text string) []string {
	m := twoCounts().FindStringSubmatch(text)
	if m == nil {
		return []string{text}
	}
	return append(questions(m[1]), m[2])
}

// Prepare reads the names of the portfolio, so that the next question need not wait for them. It does nothing where
// nothing was written since they were read.
func (a *Analyst) Prepare(ctx context.Context) error {
	_, err := a.look(ctx)
	return err
}

// look gives the directory of the portfolio as it is now. It is made anew only when something was written.
func (a *Analyst) look(ctx context.Context) (*directory, error) {
	version, err := a.workspace.Version(ctx)
	if err != nil {
		return nil, err
	}
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.directory != nil && a.version == version {
		return a.directory, nil
	}
	names, err := a.workspace.Names(ctx)
	if err != nil {
		return nil, err
	}
	values, err := valuesIn(ctx, a.workspace)
	if err != nil {
		return nil, err
	}
	a.version, a.directory = version, newDirectory(names, values)
	return a.directory, nil
}

// identifiers finds the words of a question that are ids of programs, or keys from the files they came from, by the id
// of the program.
func (a *Analyst) identifiers(ctx context.Context, text string, d *directory) (map[string]string, error) {
	found := map[string]string{}
	var keys []string
	for _, word := range idLike().FindAllString(text, -1) {
		at, ok := d.byID[fold(word)]
		switch {
		case ok && !english().says(portfolio.Fold(word)):
			found[fold(word)] = d.programs[at].id
		case strings.ContainsFunc(word, unicode.IsLetter) && strings.ContainsFunc(word, unicode.IsDigit):
			keys = append(keys, word)
		}
	}
	if len(keys) == 0 {
		return found, nil
	}
	page, err := a.workspace.Programs(ctx, portfolio.Query{
		Of: portfolio.EntityProgram, Where: []portfolio.Condition{is(portfolio.FieldExternalID, keys...)},
	})
	if err != nil {
		return nil, err
	}
	for _, row := range page.Rows {
		found[fold(row.ExternalID)] = row.ID
	}
	return found, nil
}
