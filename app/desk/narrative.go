package desk

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"portfolio-ai/agent"
	"portfolio-ai/agent/markdown"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

// NarrativeDraft is a text that could stand before a report: Markdown, without links to records. Claims are the figures,
// dates, names and words in it; one that is not bound was not found in what the report was made of.
type NarrativeDraft struct {
	Text   string            `json:"text"`
	Engine string            `json:"engine"` // label of what drafted it
	Claims []portfolio.Claim `json:"claims"`
}

// wishes are the drafts that are asked for, by the kind of report.
var wishes = map[report.Kind]string{
	report.Executive: "Draft a short weekly summary", report.Steering: "Draft a short steering note", report.Program: "Draft a short status update",
	report.Risks: "Draft a short steering note", report.Milestones: "Draft a short weekly summary", report.Changes: "Draft a short weekly summary",
}

// DraftNarrative drafts the narrative of a kept report from the portfolio as the report shows it, and checks it. Engine is the
// id of what drafts it, "" the built-in analyst. Nothing is kept, and nothing is proposed. It fails with ENotFound where the
// report is gone, or its program, and as an engine does.
func (d *Desk) DraftNarrative(ctx context.Context, id, engine string) (NarrativeDraft, error) {
	kept, err := d.Store.Report(ctx, id)
	if err != nil {
		return NarrativeDraft{}, err
	}
	q, err := d.narrativeQuestion(ctx, kept.Head)
	if err != nil {
		return NarrativeDraft{}, err
	}
	then, err := d.Store.AsReported(ctx, id)
	if err != nil {
		return NarrativeDraft{}, err
	}
	v := viewOf(then)
	defer v.leave(d)
	on := func() *view {
		v.use()
		return v
	}
	var drafter agent.Engine = analystOn{d, on}
	if engine != "" {
		if drafter, err = d.answering(ctx, engine, on); err != nil {
			return NarrativeDraft{}, err
		}
	}
	reply, err := drafter.Answer(ctx, q, nowhere{})
	if err != nil {
		return NarrativeDraft{}, err
	}
	return narrativeOf(reply.Text, drafter.Label(), agent.Check(ctx, q, reply)), nil
}

// narrativeQuestion asks for the narrative of a report: of its scope as it was then, on its day, since the day from which it
// counts.
func (d *Desk) narrativeQuestion(ctx context.Context, of report.Head) (q agent.Question, err error) {
	q = agent.Question{Text: wishes[of.Kind], Today: of.AsOf, Never: portfolio.ProposalKinds, Scope: agent.Scope{ProgramID: of.Scope.Program}}
	if of.Since != "" && of.Kind != report.Program {
		q.Text += " since " + string(of.Since)
	}
	if of.Scope.View != "" {
		programs, err := d.Store.ReportedScope(ctx, of.ID)
		if err != nil {
			return q, err
		}
		q.Scope.Programs, q.Scope.View = &programs, of.ScopeName
	}
	q.FiscalYearStart, err = d.FiscalYearStart(ctx)
	return q, err
}

// narrativeOf takes from an answer what can stand before a report: what is below its heading, without links.
func narrativeOf(text, engine string, claims []portfolio.Claim) NarrativeDraft {
	head := 0
	if at := strings.Index("\n"+text, "\n## "); at >= 0 {
		head = len(text)
		if line := strings.IndexByte(text[at:], '\n'); line >= 0 {
			head = at + line
		}
		head += len(text[head:]) - len(strings.TrimLeft(text[head:], "\n"))
	}
	plain, at := markdown.Unlink(text)
	start := at(head)
	n := NarrativeDraft{Text: strings.TrimRight(plain[start:], "\n "), Engine: engine, Claims: []portfolio.Claim{}}
	for _, c := range claims {
		c.From, c.To = at(c.From)-start, at(c.To)-start
		if c.From >= 0 && c.To <= len(n.Text) {
			n.Claims = append(n.Claims, c)
		}
	}
	slices.SortFunc(n.Claims, func(a, b portfolio.Claim) int { return cmp.Or(cmp.Compare(a.From, b.From), cmp.Compare(a.To, b.To)) })
	return n
}

// nowhere is a sink for an answer that nobody watches while it is made.
type nowhere struct{}

// Text implements agent.Sink.
func (nowhere) Text(string) {}

// Step implements agent.Sink.
func (nowhere) Step(portfolio.Step) {}
