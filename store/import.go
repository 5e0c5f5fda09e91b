package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// ImportOptions say how files come in. The zero AsOf means today. Progress is told now and then how many programs of a
// file are done, Row what becomes of each row, in the order of the file but for those that its reader rejected, which come
// first; both may be nil. Consume says that nobody needs the programs of the files afterwards: each is forgotten as
// soon as it is in.
type ImportOptions struct {
	DryRun   bool
	Consume  bool
	AsOf     portfolio.Date
	Progress func(file string, done, total int)
	Row      func(portfolio.ImportedRow)
}

// progressEvery is how many programs come in between two reports of progress, and two looks at whether to stop.
const progressEvery = 100

// How many KiB of pages the connection that writes keeps: what SQLite does by itself, and while an import is under way.
const (
	usualCache  = 2_000
	importCache = 16 << 10
)

// errNothingKept ends a dry run: what it wrote is rolled back.
var errNothingKept = errors.New("dry run")

// Import takes files in as one change set, after a verified copy of the portfolio. A program is matched by external id,
// then by id, then by its exact name; what a file does not speak of stays, and nothing is ever deleted. Where nothing
// changes there is no change set and no copy. Rows that cannot come in are in the result; an error means that nothing did.
func (db *DB) Import(ctx context.Context, files []portfolio.IncomingFile, o ImportOptions) (result portfolio.ImportResult, err error) {
	kept := false
	if err := db.mayWrite(); err != nil {
		return result, err
	}
	if !o.DryRun {
		backup, written, err := db.copyFirst(ctx, portfolio.BeforeImport)
		if err != nil {
			return result, err
		}
		result.Backup = backup.Path
		defer func() {
			switch {
			case kept && written:
				db.checkSoon()
				return
			case kept:
				return
			case written:
				db.forgetCopy(result.Backup)
			}
			result.Backup = ""
		}()
	}
	var names []string
	for _, file := range files {
		names = append(names, filepath.Base(file.Name))
	}
	w := Write{Actor: portfolio.ByImport, Why: "Import " + strings.Join(names, ", "), AsOf: o.AsOf}
	defer db.roomFor(ctx, importCache)()
	set, err := db.write(ctx, w, func(t *tx) error {
		in, err := newImporter(t, o)
		if err != nil {
			return err
		}
		if portfolio.CountIncoming(files) >= indexLaterFrom {
			if err := t.indexLater(); err != nil {
				return err
			}
		}
		for i, file := range files {
			in.place = i
			one, err := in.file(file)
			if err != nil {
				return err
			}
			result.Files = append(result.Files, one)
		}
		if o.DryRun {
			return errNothingKept
		}
		return errors.Join(t.index(), in.reserveRevisions())
	})
	if errors.Is(err, errNothingKept) {
		return result, nil
	}
	kept = err == nil && set != 0
	return result, err
}

// roomFor lets the connection that writes keep so many KiB of pages, until the function that it gives is called: pages that
// find no room are written out and read in again.
func (db *DB) roomFor(ctx context.Context, size int) (back func()) {
	ctx = context.WithoutCancel(ctx)
	set := func(size int) {
		_, _ = db.writer.ExecContext(ctx, fmt.Sprintf(`PRAGMA cache_size = -%d`, size)) // only speed depends on it
	}
	set(size)
	return func() {
		set(usualCache)
		_, _ = db.writer.ExecContext(ctx, `PRAGMA shrink_memory`) // likewise
	}
}

// known is what matching needs to know of a stored program.
type known struct{ id, externalID string }

// importer is one import in progress.
type importer struct {
	*tx
	options    ImportOptions
	fresh      bool // the portfolio was empty: times and revisions of the file are kept
	byExternal map[string]string
	byID       map[string]bool
	byName     map[string]known   // the first program of a name
	namesakes  map[string][]known // the others
	stored     map[string]string  // how the file names a program -> id in the store
	maxRev     int64
	place      int                // of the file among the files
	heard      []portfolio.Change // what the row that comes in now wrote to the log, where somebody wants to know
}

// newImporter reads what programs there are.
func newImporter(t *tx, o ImportOptions) (*importer, error) {
	t.objectives = map[string]namedObjective{}
	in := &importer{tx: t, options: o, byExternal: map[string]string{}, byID: map[string]bool{}, byName: map[string]known{}, namesakes: map[string][]known{}}
	if o.Row != nil {
		t.logged = in.hear
	}
	type row struct {
		known
		name string
	}
	rows, err := collect(t.ctx, t, func(s scanner) (r row, err error) { return r, s.Scan(&r.id, &r.externalID, &r.name) },
		`SELECT id, external_id, name FROM programs`)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		in.learn(r.known, r.name)
	}
	in.fresh = len(rows) == 0
	return in, nil
}

// learn remembers a program for matching.
func (in *importer) learn(k known, name string) {
	in.byID[k.id] = true
	if _, taken := in.byName[name]; taken {
		in.namesakes[name] = append(in.namesakes[name], k)
	} else {
		in.byName[name] = k
	}
	if k.externalID != "" {
		in.byExternal[k.externalID] = k.id
	}
}

// file takes one file in.
func (in *importer) file(file portfolio.IncomingFile) (portfolio.FileResult, error) {
	result := portfolio.FileResult{File: file.Name, Rejected: append([]portfolio.Rejection{}, file.Rejected...),
		Warnings: append([]portfolio.Warning{}, file.Warnings...)}
	in.stored = nil
	if len(file.Dependencies) > 0 {
		in.stored = map[string]string{}
	}
	for _, r := range file.Rejected {
		if err := in.tell(portfolio.Incoming{Sheet: r.Sheet, Row: r.Row}, outcome{rejected: r.Reason}); err != nil {
			return result, err
		}
	}
	for _, o := range file.Objectives {
		if err := cmp.Or(portfolio.CheckID(portfolio.EntityObjective, o.ID), o.CheckTexts()); err != nil {
			result.Warnings = append(result.Warnings, portfolio.Warning{Message: err.Error()})
			continue
		}
		if err := in.objective(o); err != nil {
			return result, err
		}
	}
	for i, incoming := range file.Programs {
		if i%progressEvery == 0 {
			if err := in.ctx.Err(); err != nil {
				return result, err
			}
			in.report(file.Name, i, len(file.Programs))
		}
		if in.options.Consume {
			file.Programs[i] = portfolio.Incoming{}
		}
		in.heard = nil
		outcome, err := in.program(incoming)
		if err != nil {
			return result, fmt.Errorf("%s, row %d: %w", file.Name, incoming.Row, err)
		}
		outcome.count(incoming, &result)
		if err := in.tell(incoming, outcome); err != nil {
			return result, err
		}
	}
	in.report(file.Name, len(file.Programs), len(file.Programs))
	for _, d := range file.Dependencies {
		problem, err := in.dependency(d)
		if err != nil {
			return result, err
		}
		if problem != "" {
			result.Warnings = append(result.Warnings, portfolio.Warning{Message: problem})
		}
	}
	slices.SortStableFunc(result.Rejected, portfolio.Rejection.Compare)
	return result, nil
}

// report tells how far a file is.
func (in *importer) report(file string, done, total int) {
	if in.options.Progress != nil {
		in.options.Progress(file, done, total)
	}
}

// program takes one program in, with its updates, risks and milestones.
func (in *importer) program(incoming portfolio.Incoming) (outcome, error) {
	p := incoming.Program
	if wrong := wrongTexts(incoming); wrong != "" {
		return outcome{rejected: wrong}, nil
	}
	id, ambiguous := in.match(p)
	if ambiguous > 1 {
		return outcome{rejected: fmt.Sprintf("%d programs are named %q; add a column with their ids.", ambiguous, p.Name)}, nil
	}
	if err := p.Validate(); err != nil && id == "" {
		return outcome{rejected: err.Error()}, nil
	}
	if owner := in.byExternal[p.ExternalID]; id != "" && owner != "" && owner != id {
		return outcome{rejected: fmt.Sprintf("The key %q belongs to another program.", p.ExternalID)}, nil
	}
	var err error
	if p.StrategicObjectives, err = in.objectiveNames(p.StrategicObjectives); err != nil {
		return outcome{}, err
	}
	incoming.Program = p
	if id == "" {
		return in.newProgram(incoming)
	}
	return in.changedProgram(incoming, id)
}

// match finds the stored program that an incoming one is, "" for none. A name matches only where the two keys do not
// contradict each other; the second result counts the programs of that name.
func (in *importer) match(p portfolio.Program) (string, int) {
	if id := in.byExternal[p.ExternalID]; id != "" {
		return id, 1
	}
	if in.byID[p.ID] {
		return p.ID, 1
	}
	var found []string
	for _, k := range in.named(p.Name) {
		if p.ID == "" && (p.ExternalID == "" || k.externalID == "") {
			found = append(found, k.id)
		}
	}
	if len(found) == 1 {
		return found[0], 1
	}
	return "", len(found)
}

// named gives the programs of a name.
func (in *importer) named(name string) []known {
	first, ok := in.byName[name]
	if !ok {
		return nil
	}
	return append([]known{first}, in.namesakes[name]...)
}

// newProgram creates a program with all that the file says of it.
func (in *importer) newProgram(incoming portfolio.Incoming) (outcome, error) {
	p := incoming.Program
	if !in.fresh {
		p.CreatedAt, p.UpdatedAt, p.Revision = 0, 0, 0
	}
	in.maxRev = max(in.maxRev, p.Revision)
	updates := in.dated(incoming)
	if !slices.Contains(incoming.Fields, "last_update") {
		for _, u := range updates {
			p = declared(p, u)
		}
	}
	record, err := fieldsOf(portfolio.EntityProgram, p)
	if err != nil {
		return outcome{}, err
	}
	created, err := in.create(portfolio.EntityProgram, record, incoming.Texts)
	if err != nil {
		return outcome{}, err
	}
	id := created.text("id")
	in.learn(known{id, strings.Clone(p.ExternalID)}, strings.Clone(p.Name)) // a text of the file would keep its whole row in memory
	in.store(incoming.Program, id)
	out := outcome{id: id, created: true}
	for _, u := range updates {
		if err := in.post(id, u); err != nil {
			return out, err
		}
	}
	_, err = in.children(incoming, portfolio.ProgramDetail{Program: portfolio.Program{ID: id}}, &out)
	return out, err
}

// changedProgram writes what the file says otherwise of a stored program.
func (in *importer) changedProgram(incoming portfolio.Incoming, id string) (outcome, error) {
	out := outcome{id: id}
	before, err := programDetail(in.ctx, in, id)
	if err != nil {
		return out, err
	}
	out.name = before.Program.Name
	in.store(incoming.Program, id)
	given, err := fieldsOf(portfolio.EntityProgram, incoming.Program)
	if err != nil {
		return out, err
	}
	from, err := fieldsOf(portfolio.EntityProgram, before.Program)
	if err != nil {
		return out, err
	}
	to := fields{}
	for name, value := range from {
		to[name] = value
		if slices.Contains(incoming.Fields, name) && slices.Contains(tables[portfolio.EntityProgram].logged, name) {
			to[name] = given[name]
		}
	}
	for _, u := range in.dated(incoming) {
		if in.posted(before.Updates, u, incoming) {
			continue
		}
		if err := in.post(id, u); err != nil {
			return out, err
		}
		out.changed = true
		if slices.Contains(incoming.Fields, "last_update") || u.Date < portfolio.Date(to.text("last_update")) {
			continue
		}
		if to, err = declaredIn(to, u); err != nil {
			return out, err
		}
	}
	changed, err := in.update(portfolio.EntityProgram, from, to, incoming.Texts)
	if err != nil {
		return out, err
	}
	in.rekey(id, from.text("external_id"), to.text("external_id"))
	more, err := in.children(incoming, before, &out)
	out.changed = out.changed || changed || more
	return out, err
}

// store remembers which program the one of the file is, for the dependencies of the file.
func (in *importer) store(p portfolio.Program, id string) {
	if in.stored != nil {
		in.stored[cmp.Or(p.ID, p.ExternalID)] = id
	}
}

// rekey remembers that a program has another key by now: a later row of the file may bring the old one or the new one.
func (in *importer) rekey(id, before, after string) {
	if in.byExternal[before] == id {
		delete(in.byExternal, before)
	}
	if after != "" {
		in.byExternal[after] = id
	}
}

// reserveRevisions keeps the revisions that came with a file in the past: a revision is the number of a change set.
func (in *importer) reserveRevisions() error {
	_, err := in.exec(`UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'change_sets'`, in.maxRev)
	return err
}
