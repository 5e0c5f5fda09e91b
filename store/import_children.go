package store

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// wrongTexts says in a sentence which text of an incoming program or of its records is too long, "" where none is: a program
// does not come in halves.
func wrongTexts(incoming portfolio.Incoming) string {
	p := incoming.Program
	err := cmp.Or(portfolio.CheckID(portfolio.EntityProgram, p.ID), p.CheckTexts())
	for _, r := range p.Risks {
		err = cmp.Or(err, portfolio.CheckID(portfolio.EntityRisk, r.ID), r.CheckTexts())
	}
	for _, m := range p.Milestones {
		err = cmp.Or(err, portfolio.CheckID(portfolio.EntityMilestone, m.ID), m.CheckTexts())
	}
	for _, u := range incoming.Updates {
		err = cmp.Or(err, portfolio.CheckID(portfolio.EntityStatusUpdate, u.ID), u.CheckTexts())
	}
	if err == nil {
		return ""
	}
	return err.Error()
}

// dated gives the updates of an incoming program; those without a day are of the day of the import.
func (in *importer) dated(incoming portfolio.Incoming) []portfolio.StatusUpdate {
	updates := slices.Clone(incoming.Updates)
	for i := range updates {
		if updates[i].Date == "" {
			updates[i].Date = in.asOf
		}
	}
	return updates
}

// posted reports whether the feed holds an update already. One that the file gives no day for, in an import that is
// given none either, is the same as the newest of the feed if it says the same: importing a file again tomorrow
// changes nothing.
func (in *importer) posted(feed []portfolio.StatusUpdate, u portfolio.StatusUpdate, incoming portfolio.Incoming) bool {
	for i, old := range feed {
		if u.ID != "" && old.ID == u.ID || old.Date == u.Date && old.Text == u.Text {
			return true
		}
		undated := in.options.AsOf == "" && slices.ContainsFunc(incoming.Updates, func(x portfolio.StatusUpdate) bool { return x.Date == "" && x.Text == u.Text })
		if i == 0 && undated && old.Text == u.Text {
			return true
		}
	}
	return false
}

// post adds an update to the feed of a program.
func (in *importer) post(programID string, u portfolio.StatusUpdate) error {
	u.ProgramID = programID
	if !in.fresh {
		u.CreatedAt, u.UpdatedAt, u.Revision = 0, 0, 0
	}
	in.maxRev = max(in.maxRev, u.Revision)
	return takeIn(in.tx, portfolio.EntityStatusUpdate, u)
}

// declaredIn gives the fields of a program as they stand after an update.
func declaredIn(f fields, u portfolio.StatusUpdate) (fields, error) {
	given, err := fieldsOf(portfolio.EntityStatusUpdate, u)
	if err != nil {
		return nil, err
	}
	out := fields{}
	for name, value := range f {
		out[name] = value
	}
	out["last_update"] = quoted(string(u.Date))
	for _, name := range []string{"status", "progress", "launch_date"} {
		if string(given[name]) != "null" {
			out[name] = given[name]
		}
	}
	return out, nil
}

// children takes the risks and milestones of an incoming program in. It reports whether any was new or changed.
func (in *importer) children(incoming portfolio.Incoming, before portfolio.ProgramDetail, out *outcome) (bool, error) {
	changed := false
	for i, r := range incoming.Program.Risks {
		one, err := in.risk(r, before, textsOf(incoming.Texts, "risks", i), out)
		if err != nil {
			return changed, err
		}
		changed = changed || one
	}
	for i, m := range incoming.Program.Milestones {
		one, err := in.milestone(m, before, textsOf(incoming.Texts, "milestones", i), out)
		if err != nil {
			return changed, err
		}
		changed = changed || one
	}
	return changed, nil
}

// risk takes one risk in. A field that the file leaves empty keeps what the store has.
func (in *importer) risk(r portfolio.Risk, program portfolio.ProgramDetail, texts map[string]string, out *outcome) (bool, error) {
	r.ProgramID = program.Program.ID
	i := slices.IndexFunc(program.Program.Risks, func(old portfolio.Risk) bool {
		return isFrom(old.ID, r.ProgramID, r.ID) || r.ID == "" && old.Title == r.Title
	})
	if i < 0 {
		if r.Status == "" {
			r.Status = portfolio.RiskOpen
		}
		if !in.fresh {
			r.CreatedAt, r.UpdatedAt, r.Revision = 0, 0, 0
		}
		in.maxRev = max(in.maxRev, r.Revision)
		return addChild(in, portfolio.EntityRisk, r, named{r.ID, r.Title}, texts, r.Validate(), out)
	}
	return in.mergeChild(portfolio.EntityRisk, program.Program.Risks[i], r, texts)
}

// milestone takes one milestone in. A field that the file leaves empty keeps what the store has.
func (in *importer) milestone(m portfolio.Milestone, program portfolio.ProgramDetail, texts map[string]string, out *outcome) (bool, error) {
	m.ProgramID = program.Program.ID
	i := slices.IndexFunc(program.Program.Milestones, func(old portfolio.Milestone) bool {
		return isFrom(old.ID, m.ProgramID, m.ID) || m.ID == "" && old.Name == m.Name
	})
	if i < 0 {
		m = m.Reconciled(portfolio.Milestone{}, in.asOf)
		if !in.fresh {
			m.CreatedAt, m.UpdatedAt, m.Revision = 0, 0, 0
		}
		in.maxRev = max(in.maxRev, m.Revision)
		return addChild(in, portfolio.EntityMilestone, m, named{m.ID, m.Name}, texts, m.Validate(), out)
	}
	before := program.Program.Milestones[i]
	if m.DueDate == "" {
		m.DueDate = before.DueDate
	}
	if m.Status == "" && m.CompletedDate == "" { // the file does not say how it stands
		m.Status, m.CompletedDate = before.Status, before.CompletedDate
	}
	return in.mergeChild(portfolio.EntityMilestone, before, m.Reconciled(before, in.asOf), texts, "completed_date")
}

// textsOf picks, from the original texts of a file's program, those of its child number i: "risks[0].status" is the
// "status" of the first risk.
func textsOf(texts map[string]string, children string, i int) map[string]string {
	prefix := fmt.Sprintf("%s[%d].", children, i)
	out := map[string]string{}
	for name, text := range texts {
		if field, ok := strings.CutPrefix(name, prefix); ok {
			out[field] = text
		}
	}
	return out
}

// named is what a file calls a record.
type named struct{ id, label string }

// addChild creates a record of a program. One that breaks a rule is left out with a warning; one whose id another
// program's record has gets a new id.
func addChild[R any](in *importer, entity portfolio.Entity, record R, name named, texts map[string]string, invalid error, out *outcome) (bool, error) {
	if invalid != nil {
		out.warnings = append(out.warnings, fmt.Sprintf("The %s %q was left out: %s", entity.Words(), name.label, invalid))
		return false, nil
	}
	f, err := fieldsOf(entity, record)
	if err != nil {
		return false, err
	}
	for id := name.id; id != ""; id = derivedID(f.text("program_id"), id) {
		taken, err := isThere(in.ctx, in, entity, id)
		if err != nil {
			return false, err
		}
		if !taken {
			f["id"] = quoted(id)
			break
		}
	}
	if id := f.text("id"); id != name.id {
		out.warnings = append(out.warnings, fmt.Sprintf("The id %q of the %s %q belongs to another program's; it was stored as %q.", name.id, entity.Words(), name.label, id))
	}
	_, err = in.create(entity, f, texts)
	return err == nil, err
}

// derivedID is the id of a record whose own id another program's record has: made from the program, so that the same
// file finds the record again. A record that was moved may have taken that id along too; then it is derived once more.
func derivedID(programID, id string) string { return programID + "/" + id }

// isFrom reports whether the id of a stored record of a program is that of a file, or derived from it.
func isFrom(stored, programID, id string) bool {
	for derived := true; id != "" && derived; stored, derived = strings.CutPrefix(stored, derivedID(programID, "")) {
		if stored == id {
			return true
		}
	}
	return false
}

// mergeChild writes what the file says otherwise of a stored record; the decided fields are taken even where empty.
func (in *importer) mergeChild(entity portfolio.Entity, before, given any, texts map[string]string, decided ...string) (bool, error) {
	from, err := fieldsOf(entity, before)
	if err != nil {
		return false, err
	}
	said, err := fieldsOf(entity, given)
	if err != nil {
		return false, err
	}
	to := fields{}
	for name, value := range from {
		to[name] = value
		if v := string(said[name]); v != "null" && v != `""` || slices.Contains(decided, name) {
			to[name] = said[name]
		}
	}
	return in.update(entity, from, to, texts)
}

// objective takes one objective in by its id or its name.
func (in *importer) objective(o portfolio.Objective) error {
	taken, err := collect(in.ctx, in, scanText, `SELECT id FROM objectives WHERE id = ? OR name_key = ?`, o.ID, portfolio.Fold(o.Name))
	if err != nil || len(taken) > 0 || o.Validate() != nil {
		return err
	}
	if !in.fresh {
		o.CreatedAt, o.UpdatedAt, o.Revision = 0, 0, 0
	}
	in.maxRev = max(in.maxRev, o.Revision)
	return takeIn(in.tx, portfolio.EntityObjective, o)
}

// dependency takes one dependency in. One that is there already is left alone; one that would close a cycle is left out,
// and a sentence says so.
func (in *importer) dependency(d portfolio.Dependency) (problem string, err error) {
	from, to := in.stored[d.From], in.stored[d.To]
	if from == "" || to == "" {
		return "", nil
	}
	d.From, d.To = from, to
	switch err := cmp.Or(d.CheckTexts(), in.checkDependency(d)); portfolio.ErrorCode(err) {
	case "":
	case portfolio.EConflict:
		return "", nil
	case portfolio.EInvalid:
		return in.leftOut(d, err)
	default:
		return "", err
	}
	if !in.fresh {
		d.CreatedAt, d.UpdatedAt, d.Revision = 0, 0, 0
	}
	in.maxRev = max(in.maxRev, d.Revision)
	return "", takeIn(in.tx, portfolio.EntityDependency, d)
}

// leftOut says which dependency a rule keeps out.
func (in *importer) leftOut(d portfolio.Dependency, rule error) (string, error) {
	first, err := programs.one(in.ctx, in, d.From)
	if err != nil {
		return "", err
	}
	then, err := programs.one(in.ctx, in, d.To)
	return fmt.Sprintf("That %q waits for %q was left out: %s", then.Name, first.Name, rule), err
}
