package analyst

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// shownRows is how many rows of a list the text shows; all of them are cited.
const shownRows = 20

// writer composes one answer. What it writes goes to the sink at once.
type writer struct {
	sink      agent.Sink
	tools     tools.Set
	today     portfolio.Date
	directory *directory
	scope     agent.Scope
	describe  describer
	text      strings.Builder
	ends      string // line ends that are not written yet
	cited     map[string]bool
	reply     agent.Reply
}

// step records a tool call.
func (w *writer) step(s portfolio.Step) {
	w.reply.Steps = append(w.reply.Steps, s)
	w.sink.Step(s)
}

// say writes Markdown. Texts of the portfolio in it have gone through plain. Line ends wait for what follows them, at most
// two of them count: an answer ends with its last word and has no gaps.
func (w *writer) say(format string, args ...any) {
	text := w.ends + fmt.Sprintf(format, args...)
	body := strings.TrimRight(text, "\n")
	w.ends = text[len(body):]
	start := strings.TrimLeft(body, "\n")
	if start == "" {
		return
	}
	if before := len(body) - len(start); w.text.Len() > 0 {
		start = strings.Repeat("\n", min(before, 2)) + start
	}
	w.text.WriteString(start)
	w.sink.Text(start)
}

// paragraph writes a sentence or more and ends the paragraph.
func (w *writer) paragraph(format string, args ...any) { w.say(format+"\n\n", args...) }

// finish gives the reply.
func (w *writer) finish() agent.Reply {
	w.reply.Text = w.text.String()
	return w.reply
}

// cite names a record as one that the answer is about, once.
func (w *writer) cite(c portfolio.Citation) {
	key := string(c.Type) + " " + c.ID
	if w.cited[key] {
		return
	}
	w.cited[key] = true
	w.reply.Citations = append(w.reply.Citations, c)
}

func (w *writer) citeProgram(id, name string) {
	w.cite(portfolio.Citation{Type: portfolio.EntityProgram, ID: id, Label: name})
}

func (w *writer) citeRisk(r portfolio.RiskRow) {
	w.cite(portfolio.Citation{Type: portfolio.EntityRisk, ID: r.ID, Label: r.Title, ProgramID: r.ProgramID})
}

func (w *writer) citeMilestone(m portfolio.MilestoneRow) {
	w.cite(portfolio.Citation{Type: portfolio.EntityMilestone, ID: m.ID, Label: m.Name, ProgramID: m.ProgramID})
}

// figure states a number. One digit behind the point is kept.
func (w *writer) figure(label string, n float64) {
	w.reply.Figures = append(w.reply.Figures, portfolio.Figure{Label: label, Value: json.RawMessage(rounded(n))})
}

// date states a day.
func (w *writer) date(label string, d portfolio.Date) {
	if d != "" {
		w.reply.Figures = append(w.reply.Figures, portfolio.Figure{Label: label, Value: json.RawMessage(`"` + d + `"`)})
	}
}

// rounded writes a number with at most one digit behind the point.
func rounded(n float64) string {
	return strings.TrimSuffix(fmt.Sprintf("%.1f", n), ".0")
}

// answers tells how each act is written.
var answers = map[act]func(*writer, context.Context, intent) error{
	actList: (*writer).list, actCount: (*writer).count, actShare: (*writer).count, actEvery: (*writer).count,
	actGroup: (*writer).group, actTimes: (*writer).times, actAverage: (*writer).average, actDetail: (*writer).detail, actCheck: (*writer).check,
	actCompare: (*writer).compare, actVersus: (*writer).versus, actWhy: (*writer).why, actChanges: (*writer).changes, actAlert: (*writer).alert,
	actBrief: (*writer).brief, actForecast: (*writer).forecast, actWhatIf: (*writer).whatIf, actDepends: (*writer).dependencies, actSlips: (*writer).slips, actLateness: (*writer).lateness, actPropose: (*writer).propose, actLate: (*writer).late,
	actDraft: (*writer).draft, actDue: (*writer).due, actSummary: (*writer).summary, actPick: (*writer).pick, actChoose: (*writer).choose,
	actUpdates: (*writer).updates, actHelp: (*writer).help, actRefuse: (*writer).refuse, actUnknown: (*writer).unknown,
}

// answer writes what an intent asks for, after what was not understood of the question and how doubtful words were read.
func (w *writer) answer(ctx context.Context, in intent) error {
	if len(in.left) > 0 && in.act != actUnknown {
		w.paragraph("I did not understand %s, so I left it out.", quoted(in.left))
	}
	for _, note := range in.notes {
		w.paragraph("%s", note)
	}
	if w.confines(in) {
		if some, err := w.lead(ctx); err != nil || !some {
			return err
		}
	}
	return answers[in.act](w, ctx, in)
}

// quoted writes words of the question back.
func quoted(words []string) string {
	var out []string
	for _, word := range words {
		out = append(out, "“"+plain(word)+"”")
	}
	return series(out, "and")
}

// examples says what can be asked.
const examples = "I am the built-in analyst: I answer questions about your programs, risks and milestones from the data on this computer. For example:\n\n" +
	"- How many programs are not on track?\n" +
	"- List the red programs without an owner\n" +
	"- Which milestones are overdue?\n" +
	"- Which programs launch in the next 90 days?\n" +
	"- Open High risks without mitigation\n" +
	"- Average progress by team\n" +
	"- Top 5 programs by open risks\n" +
	"- What needs my attention?\n" +
	"- Why is … at risk?\n" +
	"- Which programs are declared green but the facts say otherwise?\n" +
	"- What changed since last week?\n" +
	"- When will … really launch?\n" +
	"- What if … slips by 6 weeks?\n" +
	"- What depends on …?\n" +
	"- Summarise the portfolio\n" +
	"- Draft a status update for …\n\n" +
	"I also propose changes, which you approve: “set the status of … to At Risk”, “move the launch of … by two weeks”, “close the risk … of …”."

// help says what can be asked.
func (w *writer) help(_ context.Context, in intent) error {
	w.paragraph("%s", cmp.Or(in.sentence, examples))
	return nil
}

// refuse says why a question is not answered.
func (w *writer) refuse(_ context.Context, in intent) error {
	w.reply.Understood = false
	w.paragraph("%s", in.sentence)
	return nil
}

// unknown says what was not understood.
func (w *writer) unknown(_ context.Context, in intent) error {
	w.reply.Understood = false
	if len(in.left) > 0 {
		w.paragraph("I did not understand %s.", quoted(in.left))
	} else {
		w.paragraph("I did not understand the question.")
	}
	w.paragraph("Ask me for programs, risks or milestones, for instance “which programs are off track?” or “overdue milestones by team”.")
	return nil
}

// choose asks which program was meant.
func (w *writer) choose(ctx context.Context, in intent) error {
	w.reply.Understood = false
	shown := in.ids[:min(len(in.ids), shownRows)]
	if _, err := w.tools.ListPrograms(ctx, tools.Query{Query: portfolio.Query{Today: w.today, Where: []portfolio.Condition{is(portfolio.FieldID, shown...)}}}); err != nil {
		return err
	}
	w.paragraph("“%s” fits %s. Which one do you mean?", plain(in.sentence), portfolio.CountOf(len(in.ids), "program", "programs"))
	for i, id := range in.ids {
		name := w.directory.name(id)
		w.citeProgram(id, name)
		if i < shownRows {
			w.say("%d. %s\n", i+1, programLink(id, name))
		}
	}
	w.more(len(in.ids))
	return nil
}

// more says how many rows are not shown.
func (w *writer) more(total int) {
	if total > shownRows {
		w.paragraph("… and %d more.", total-shownRows)
	}
}
