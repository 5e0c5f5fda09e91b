package analyst

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// propose writes what would change, before and after, and hands the rows over for approval. Nothing is written.
func (w *writer) propose(ctx context.Context, in intent) error {
	var wishes []tools.Wish
	for _, o := range in.orders {
		made, done, err := w.wishes(ctx, o)
		if done || err != nil {
			return err
		}
		wishes = append(wishes, made...)
	}
	if len(wishes) == 0 {
		w.reply.Understood = len(w.reply.Citations) > 0
		w.paragraph("There is nothing to change.")
		return nil
	}
	p, err := w.tools.ProposeChanges(ctx, tools.Wishes{Changes: wishes})
	if portfolio.ErrorCode(err) == portfolio.EInvalid {
		w.reply.Understood = false
		w.paragraph("%s", plain(portfolio.ErrorMessage(err)))
		return nil
	}
	if err != nil {
		return err
	}
	w.same(p)
	if len(p.Changes) == 0 {
		w.citeRows(p.Same)
		return nil
	}
	w.citeRows(p.Changes)
	w.figure("changes", float64(len(p.Changes)))
	w.paragraph("%s? Nothing changes before you approve it.", plain(p.Title))
	w.beforeAfter(p.Changes)
	w.reply.Proposal = &agent.Proposed{Title: p.Title, Changes: p.Changes}
	return nil
}

// citeRows cites the records that rows are about: the program where a record is new.
func (w *writer) citeRows(rows []portfolio.Change) {
	for _, c := range rows {
		if c.ID != "" && (c.Entity == ofRisk || c.Entity == ofMilestone) {
			w.cite(portfolio.Citation{Type: c.Entity, ID: c.ID, Label: c.Label, ProgramID: c.ProgramID})
			continue
		}
		w.citeProgram(c.ProgramID, w.directory.name(c.ProgramID))
	}
}

// held is a record that a wish is about, with what its fields hold.
type held struct {
	id, program, label string
	values             map[string]json.RawMessage
	cite               func()
}

// wishes makes the wishes of an order from the records that it is about. It reports done where the answer is complete
// without a proposal: the records are not there, or not clear.
func (w *writer) wishes(ctx context.Context, o order) (wishes []tools.Wish, done bool, err error) {
	found, err := w.held(ctx, o.target.query)
	if err != nil {
		return nil, false, err
	}
	if len(found) == 0 {
		w.reply.Understood = false
		w.paragraph("There is no record that “%s” describes, so there is nothing to change.", plain(o.target.text))
		return nil, true, nil
	}
	if o.target.one && len(found) > 1 {
		w.which(o, found)
		return nil, true, nil
	}
	var undated, others []held
	why := cmp.Or(o.why, w.rule(o))
	for _, h := range found {
		wish := tools.Wish{Entity: o.entity, ID: h.id, ProgramID: h.program, Field: o.field, Value: o.value, Why: why}
		if o.field == portfolio.WholeRecord && o.value != nil {
			wish.ID, wish.ProgramID = "", h.program
		}
		current := textOf(h.values[o.field])
		if o.shift.unit == percentPoints && len(h.values[o.field]) > 0 {
			current = strings.TrimPrefix(string(h.values[o.field]), "null")
		}
		switch {
		case o.from != "" && !strings.EqualFold(current, o.from):
			others = append(others, h)
			continue
		case o.shift != (shift{}) && current == "":
			undated = append(undated, h)
			continue
		case o.shift.unit == percentPoints:
			n, err := strconv.Atoi(current)
			if err != nil {
				return nil, false, err
			}
			wish.Value = json.RawMessage(strconv.Itoa(n + o.shift.n))
		case o.shift != (shift{}):
			t, _ := portfolio.Date(current).Time()
			to, _ := move(t, o.shift.unit, o.shift.n)
			wish.Value = asJSON(string(portfolio.DateOf(to)))
		}
		if o.value == nil && o.shift == (shift{}) {
			wish.Value = json.RawMessage("null")
		}
		wishes = append(wishes, wish)
	}
	w.leftOut(o, undated, others, len(wishes))
	return wishes, false, nil
}

// rule says by which rule the records of an order were picked: "open Low risk of Ledger"; "" where they were named.
func (w *writer) rule(o order) string {
	q := o.target.query
	if o.from != "" {
		f := portfolio.Field(o.field)
		if o.entity != ofProgram {
			f = portfolio.Field(string(o.entity) + "." + o.field)
		}
		if info, ok := f.Info(); ok && info.Of == q.Of {
			q.Where = append(slices.Clone(q.Where), is(f, o.from))
		}
	}
	named := o.target.one || len(o.target.ids()) > 0 && q.Of == ofProgram && o.from == ""
	if named || len(q.Where)+len(q.AnyOf)+len(q.Related) == 0 && q.Text == "" {
		return ""
	}
	return describer{w.directory.name, func(text string) string { return text }}.phrase(q, false)
}

// leftOut says which records keep what they hold: those without a date to move, and those that hold something else.
func (w *writer) leftOut(o order, undated, others []held, left int) {
	if len(undated) > 0 {
		for _, h := range undated {
			h.cite()
		}
		w.paragraph("%s without anything to move, so %s left out: %s.", capital(portfolio.CountOf(len(undated), "record is", "records are")), itIs(len(undated)), labels(undated))
	}
	if len(others) > 0 && left == 0 {
		for _, h := range others {
			h.cite()
		}
		w.paragraph("The %s of %s is not %s.", strings.ReplaceAll(o.field, "_", " "), labels(others), plain(o.from))
	}
}

// itIs joins a pronoun and a verb for n records.
func itIs(n int) string {
	if n == 1 {
		return "it is"
	}
	return "they are"
}

// labels names a few records.
func labels(records []held) string {
	var out []string
	for i, h := range records {
		if i < few {
			out = append(out, plain(h.label))
		}
	}
	if n := len(records) - few; n > 0 {
		out = append(out, portfolio.CountOf(n, "other", "others"))
	}
	return series(out, "and")
}

// held reads the records that an order is about.
func (w *writer) held(ctx context.Context, q portfolio.Query) ([]held, error) {
	var out []held
	keep := func(id, program, label string, record any, cite func()) error {
		data, err := json.Marshal(record)
		if err != nil {
			return err
		}
		h := held{id: id, program: program, label: label, cite: cite}
		if err := json.Unmarshal(data, &h.values); err != nil {
			return err
		}
		out = append(out, h)
		return nil
	}
	switch q.Of {
	case ofRisk:
		page, err := w.tools.ListRisks(ctx, tools.Query{Query: q})
		for _, r := range page.Rows {
			if err := keep(r.ID, r.ProgramID, r.Title, r.Risk, func() { w.citeRisk(r) }); err != nil {
				return nil, err
			}
		}
		return out, err
	case ofMilestone:
		page, err := w.tools.ListMilestones(ctx, tools.Query{Query: q})
		for _, m := range page.Rows {
			if err := keep(m.ID, m.ProgramID, m.Name, m.Milestone, func() { w.citeMilestone(m) }); err != nil {
				return nil, err
			}
		}
		return out, err
	}
	page, err := w.tools.ListPrograms(ctx, tools.Query{Query: q})
	for _, p := range page.Rows {
		if err := keep(p.ID, p.ID, p.Name, p.Program, func() { w.citeProgram(p.ID, p.Name) }); err != nil {
			return nil, err
		}
	}
	return out, err
}

// which asks which record was meant.
func (w *writer) which(o order, found []held) {
	w.reply.Understood = false
	w.paragraph("“%s” fits %s. Which one do you mean?", plain(o.target.text), portfolio.CountOf(len(found), nouns[o.entity][0], nouns[o.entity][1]))
	for i, h := range found {
		h.cite()
		if i < shownRows {
			w.say("%d. %s (%s)\n", i+1, plain(h.label), plain(w.directory.name(h.program)))
		}
	}
	w.more(len(found))
}

// same says which wishes are so already.
func (w *writer) same(p tools.Proposed) {
	switch n := len(p.Same); {
	case n == 0:
		return
	case n == 1 && len(p.Changes) == 0:
		c := p.Same[0]
		w.paragraph("The %s of %s is already **%s**, so there is nothing to change.", c.FieldWords(), plain(c.Label), valueText(c.After))
	case len(p.Changes) == 0:
		w.paragraph("All %d are so already, so there is nothing to change.", n)
	default:
		w.paragraph("%s so already.", capital(portfolio.CountOf(n, "other is", "others are")))
	}
}

// beforeAfter writes the rows as a table.
func (w *writer) beforeAfter(changes []portfolio.Change) {
	var rows [][]string
	for i, c := range changes {
		if i < shownRows {
			rows = append(rows, []string{w.recordName(c), c.FieldWords(), before(c), after(c)})
		}
	}
	w.say("%s\n", table([]string{"Record", "Field", "Before", "After"}, rows))
	w.more(len(changes))
}

// recordName names the record of a row: the program, and the risk or milestone in it.
func (w *writer) recordName(c portfolio.Change) string {
	program := programLink(c.ProgramID, w.directory.name(c.ProgramID))
	if c.Entity == ofRisk || c.Entity == ofMilestone {
		return program + ", " + plain(c.Label)
	}
	return program
}

// before writes what a row takes away.
func before(c portfolio.Change) string {
	if c.Field == portfolio.WholeRecord && len(c.Before) > 0 && string(c.Before) != "null" {
		return plain(c.Label)
	}
	if c.Field == portfolio.WholeRecord || c.Entity == portfolio.EntityStatusUpdate {
		return "none"
	}
	return valueText(c.Before)
}

// after writes what a row brings.
func after(c portfolio.Change) string {
	if c.Field != portfolio.WholeRecord {
		return valueText(c.After)
	}
	var made struct {
		Severity portfolio.Level `json:"severity"`
		DueDate  portfolio.Date  `json:"due_date"`
	}
	if string(c.After) == "null" || json.Unmarshal(c.After, &made) != nil {
		return "deleted"
	}
	parts := []string{plain(c.Label)}
	if made.Severity != "" {
		parts = append(parts, string(made.Severity))
	}
	if made.DueDate != "" {
		parts = append(parts, "due "+day(made.DueDate))
	}
	return strings.Join(parts, ", ")
}
