package agent

import (
	"context"
	"time"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// Engine answers questions. Engines differ in how they understand and word things; the facts come from the same tools.
type Engine interface {
	// Label names the engine as people see it beside an answer.
	Label() string

	// Answer gives the whole reply, and on the way hands its text and its steps to the sink as they come. The text of the
	// reply is what the sink received. It returns soon after ctx ends.
	Answer(ctx context.Context, q Question, sink Sink) (Reply, error)
}

// Question is what an engine is asked. History holds the turns before this one, oldest first.
type Question struct {
	Text            string
	Today           portfolio.Date // the day that ages and dates count from
	FiscalYearStart time.Month     // the month in which the fiscal year begins; 0 is April
	Scope           Scope
	Never           []portfolio.ProposalKind // what may not be proposed
	History         []portfolio.Message
}

// Sink receives an answer while it is made. The runner's sink is safe for concurrent use and never blocks.
type Sink interface {
	Text(delta string)
	Step(step portfolio.Step)
}

// Reply is a whole answer. Text is Markdown without HTML; records are links as portfolio.Message says. Understood is false
// where the question was not answered, or only in part.
type Reply struct {
	Text       string
	Understood bool
	Citations  []portfolio.Citation
	Figures    []portfolio.Figure
	Steps      []portfolio.Step
	Proposal   *Proposed         // nil where nothing is proposed
	Draft      *portfolio.Draft  // nil where the text is not a draft
	Tokens     *portfolio.Tokens // nil where the engine counts none

	// Evidence is that of the tools.Set which the engine asked. What the text says is checked against it; nil leaves all of
	// it unchecked.
	Evidence *tools.Evidence
}

// Proposed is a change set that an answer proposes. Title says what applying it does: "Change 3 launch dates". The rows hold
// what the engine read as Before; nothing is written until a person approves.
type Proposed struct {
	Title   string
	Changes []portfolio.Change
}
