package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
)

// The words for what a question is about by itself: all of the portfolio, or the programs of its scope.
var (
	wholeWords  = expression(`(?i)\b(?:(?:in|of|across|over|for) )?(?:the |our |my )?(?:whole|entire|complete|full|overall) portfolio\b|\bportfolio[- ]wide\b`)
	placeWords  = expression(`(?i) (?:that are |which are )?(?:in|within|on|across|from) (?:the|this|my) (?:current )?(?:view|list|screen|selection|table|board|timeline)\b`)
	chosenWords = expression(`(?i)\b(?:all )?(?:of )?(?:the |these |those |my )?(?:selected|marked|ticked|highlighted|chosen|listed|shown|visible) (?:programs|programmes|projects|ones|rows)\b|\b(?:the|this|my) (?:current )?(?:selection|list|view)\b`)
)

// scoped settles what a question is about where it says so itself: "in the whole portfolio" lifts the scope, and "the
// selected ones" are all programs there is to ask about.
func scoped(q agent.Question) agent.Question {
	if q.Scope.Programs == nil {
		return q
	}
	if wholeWords().MatchString(q.Text) {
		q.Scope = agent.Scope{}
		return q
	}
	q.Text = chosenWords().ReplaceAllString(placeWords().ReplaceAllString(q.Text, ""), "all programs")
	return q
}

// lifted are the acts that say themselves what they are about, or are about nothing.
var lifted = []act{actUnknown, actHelp, actRefuse, actChoose, actDraft, actSummary, actChanges, actPick}

// confines reports whether an intent is about the programs of the scope, and its answer has to say so. What it names is
// found wherever it is.
func (w *writer) confines(in intent) bool {
	if w.scope.Programs == nil || len(in.ids) > 0 || slices.Contains(lifted, in.act) {
		return false
	}
	if in.act == actPropose {
		return slices.ContainsFunc(in.orders, func(o order) bool { return !tools.Named(o.target.query) })
	}
	return !tools.Named(in.query)
}

// lead begins an answer with the programs that it is about. It reports whether there are any.
func (w *writer) lead(ctx context.Context) (bool, error) {
	n, err := w.tools.Part(ctx)
	if err != nil {
		return false, err
	}
	w.paragraph("%s", w.scope.Lead(n))
	return n > 0, nil
}
