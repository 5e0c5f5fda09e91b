package model

import (
	"context"
	"fmt"
	"slices"
	"time"

	"charm.land/fantasy"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// mostSteps bounds the requests of one answer, mostCalls the tools that a model may call in one of them.
const (
	mostSteps = 12
	mostCalls = 16
)

// answer is one answer in the making.
type answer struct {
	engine   *Engine
	question agent.Question
	writer   *writer
	set      tools.Set
	owners   *standIns

	among    string            // how many programs the question is about; "" where it is about all
	rules    string            // what the model is told first
	offered  []fantasy.Tool    // none for a model without tools
	messages []fantasy.Message // after the rules; the question is among them
	words    int               // bytes that the model wrote into the answer
	bytes    int               // all bytes that it sent
	forgot   bool              // results of tools were taken back

	tokens *portfolio.Tokens // counted by the endpoint so far; nil where it counts none

	shortened bool // the conversation is left out in part, and the answer says so

	steps  []portfolio.Step
	wanted []wanted        // what the model wants changed so far
	draft  *agent.Proposed // what that makes as a proposal
}

// begin prepares an answer: what the model is told, what it remembers, what it may call.
func (e *Engine) begin(ctx context.Context, q agent.Question, sink agent.Sink) (*answer, error) {
	evidence := newEvidence()
	for _, c := range cited(q) {
		evidence.add(c)
	}
	a := &answer{engine: e, question: q}
	if e.o.Endpoint.HideOwners {
		owners, err := newStandIns(ctx, e.o.Workspace)
		if err != nil {
			return nil, err
		}
		a.owners = owners
	}
	a.writer = &writer{sink: sink, evidence: evidence, owners: a.owners}
	a.set = tools.Set{Workspace: tools.Confine(e.o.Workspace, q.Scope.Programs), Now: time.Now, Today: q.Today, Evidence: &tools.Evidence{}, Never: q.Never, Record: func(s portfolio.Step) {
		a.steps = append(a.steps, s)
		sink.Step(s)
	}}
	if err := a.lead(ctx); err != nil {
		return nil, err
	}
	if e.o.Endpoint.Tools != portfolio.ToolsNo {
		a.offered = offeredWithin(e.budget.tools(), q.Never)
	}
	if len(a.offered) == 0 {
		return a, a.withoutTools(ctx)
	}
	a.rules = blanksFor(q, a.among).rules()
	return a, a.recall(nil)
}

// lead begins an answer about a part of the portfolio with what it is about.
func (a *answer) lead(ctx context.Context) error {
	if a.question.Scope.Programs == nil {
		return nil
	}
	n, err := a.set.Part(ctx)
	if err != nil {
		return err
	}
	a.among = portfolio.CountOf(n, "program", "programs")
	a.writer.paragraph(a.question.Scope.Lead(n))
	return nil
}

// recall puts the conversation together: as much of it as fits, facts where there are any, and the question.
func (a *answer) recall(facts []fantasy.Message) error {
	question := said(fantasy.MessageRoleUser, a.question.Text)
	room := a.engine.budget.request() - a.besides() - weigh(question) - weighAll(facts)
	if room < 0 {
		return a.engine.faults.sentence(errTooLong)
	}
	if len(a.offered) > 0 {
		room /= 2 // the other half is for what the tools return
	}
	messages, left := remember(a.question.History, room)
	if left > 0 && !a.shortened {
		a.shortened = true
		a.writer.paragraph(fmt.Sprintf("*This conversation is longer than the model can take. Its first %s left out.*", portfolio.CountOf(left, "turn is", "turns are")))
	}
	a.messages = slices.Concat(messages, facts, []fantasy.Message{question})
	return nil
}

// besides estimates how many tokens a request has besides its messages.
func (a *answer) besides() int {
	n := tokensPerMessage + tokens(a.rules)
	for _, t := range a.offered {
		n += weighTool(t)
	}
	return n
}

// prompt gives what the next request sends, with owners hidden where that is wanted.
func (a *answer) prompt() fantasy.Prompt {
	out := fantasy.Prompt{said(fantasy.MessageRoleSystem, a.rules)}
	for _, m := range a.messages {
		out = append(out, a.owners.hideIn(m))
	}
	return out
}

// run lets the model call tools until it has an answer.
func (a *answer) run(ctx context.Context) error {
	for range mostSteps {
		forgot, fits := a.engine.budget.forget(a.messages, a.besides())
		a.forgot = a.forgot || forgot
		if !fits {
			return errTooLong
		}
		got, err := a.request(ctx)
		switch {
		case refusesTools(err) && len(a.offered) > 0 && len(a.steps) == 0:
			if a.engine.o.WithoutTools != nil {
				a.engine.o.WithoutTools()
			}
			if err := a.withoutTools(ctx); err != nil {
				return err
			}
			continue
		case err != nil:
			return err
		case len(got.calls) == 0:
			return a.end(got.reason)
		}
		a.writer.pause()
		a.writer.apart()
		a.messages = append(a.messages, got.message())
		results, err := a.use(ctx, got.calls)
		if err != nil {
			return err
		}
		a.messages = append(a.messages, results)
	}
	return errCircling
}

// end closes the text and says what a reader should know about it.
func (a *answer) end(reason fantasy.FinishReason) error {
	a.writer.pause()
	empty := a.writer.text.Len() == 0 || a.words == 0
	switch {
	case empty && a.draft != nil:
		a.writer.paragraph("Nothing changes before you approve it.")
	case reason == fantasy.FinishReasonContentFilter:
		return errUnwilling
	case empty:
		return errMute
	}
	if reason == fantasy.FinishReasonLength {
		a.writer.paragraph("*The model's answer was cut here: it reached the longest that its endpoint allows.*")
	}
	if a.forgot {
		a.writer.paragraph("*Not all that was read fitted into the model's context at once, so the answer may leave something out.*")
	}
	return nil
}

// finish gives the reply.
func (a *answer) finish() agent.Reply {
	return agent.Reply{
		Text: a.writer.text.String(), Understood: true, Citations: a.writer.citations, Steps: a.steps, Proposal: a.draft,
		Evidence: a.set.Evidence, Tokens: a.tokens,
	}
}
