package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

// changesGoBack is how many days a report of changes goes back where there is neither a report before it nor a day to count
// from.
const changesGoBack = 30

// MakeReport makes a report without keeping it. It fails with EInvalid for a request that cannot be met, with ENotFound where
// its saved view or program is gone.
func (db *DB) MakeReport(ctx context.Context, r report.Request) (report.Report, error) {
	made, err := db.makeReport(ctx, r)
	return made.report, err
}

// madeReport is a report with what it was made of: the newest change set that is in it, and the query that found its programs.
type madeReport struct {
	report report.Report
	newest int64
	query  portfolio.Query
}

// makeReport makes a report for MakeReport and CreateReport.
func (db *DB) makeReport(ctx context.Context, r report.Request) (made madeReport, err error) {
	if err := r.Validate(); err != nil {
		return made, err
	}
	from := db
	if r.AsOf != "" && r.AsOf != db.Today() {
		if from, err = db.LookBack(ctx, r.AsOf); err != nil {
			return made, err
		}
		defer func() { err = errors.Join(err, from.Close()) }()
	}
	query, name, err := from.reportScope(ctx, r.Scope)
	if err != nil {
		return made, err
	}
	s, newest, err := from.snapshot(ctx, r, query)
	if err != nil {
		return made, err
	}
	s.Scope = name
	made = madeReport{newest: newest, query: query}
	made.report, err = report.Make(r.Kind, s)
	return made, err
}

// snapshot reads what a report of the programs of a query is made of, on the day on which the portfolio stands. It gives the
// newest change set that is in it.
func (db *DB) snapshot(ctx context.Context, r report.Request, query portfolio.Query) (s report.Snapshot, newest int64, err error) {
	o, err := db.originOf(ctx, r)
	if err != nil {
		return s, 0, err
	}
	s.Since, s.Last = o.since, o.last
	if s.Now, newest, err = db.portfolioOf(ctx, query); err != nil {
		return s, 0, fmt.Errorf("read what a report is about: %w", err)
	}
	if r.Kind == report.Program && len(s.Now.Programs) == 0 {
		return s, 0, noProgram(r.Scope.Program)
	}
	if s.Slips, err = db.Slips(ctx, s.Now.Day); err != nil {
		return s, 0, err
	}
	if o.since != "" {
		err = db.compare(ctx, &s, query, r.Scope == report.Scope{}, o, newest)
	}
	return s, newest, err
}

// origin is where the changes of a report begin: with a day, or where the last report of its kind and scope ended.
type origin struct {
	since portfolio.Date // the day that the report names; not reported where nothing is compared
	last  bool           // it is the as-of day of the last report
	set   int64          // the newest change set that was in that one
}

// originOf finds where the changes of a report begin: on the day that the request names, else where the last report ended. A
// report of changes begins somewhere in any case.
func (db *DB) originOf(ctx context.Context, r report.Request) (o origin, err error) {
	today := db.Today()
	switch {
	case r.Since > today:
		return o, portfolio.Invalidf("The changes begin on %s, after the day of the report, %s.", r.Since, today)
	case r.Since != "":
		return origin{since: r.Since}, nil
	}
	err = db.reader.QueryRowContext(ctx, `SELECT change_set, as_of FROM reports WHERE kind = ? AND view_id = ? AND program_id = ? AND as_of <= ?
		ORDER BY as_of DESC, created_at DESC, id DESC LIMIT 1`, r.Kind, r.Scope.View, r.Scope.Program, today).Scan(&o.set, &o.since)
	switch {
	case err == nil:
		o.last = true
		return o, nil
	case !errors.Is(err, sql.ErrNoRows):
		return o, fmt.Errorf("find the last report: %w", err)
	case r.Kind == report.Changes:
		return origin{since: today.AddDays(-changesGoBack)}, nil
	}
	return origin{}, nil
}

// before gives the portfolio as it was where the changes begin, to be closed.
func (db *DB) before(ctx context.Context, o origin) (*DB, error) {
	if o.last {
		return db.copyFor(ctx, o.since, func(t *tx, _ portfolio.Date) error { return t.takeBackTo(o.set) })
	}
	return db.copyFor(ctx, o.since.AddDays(-1), (*tx).takeBackAfter)
}

// changesFrom lists what changed from where the changes begin to a change set.
func (db *DB) changesFrom(ctx context.Context, o origin, newest int64) ([]portfolio.Change, error) {
	if o.last {
		return db.changesAfter(ctx, o.set, newest)
	}
	return db.Changes(ctx, o.since, db.Today())
}

// compare adds to a snapshot what its scope was before, and in what it differs.
func (db *DB) compare(ctx context.Context, s *report.Snapshot, query portfolio.Query, whole bool, o origin, newest int64) (err error) {
	then, err := db.before(ctx, o)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, then.Close()) }()
	before, _, err := then.portfolioOf(ctx, query)
	if err != nil {
		return fmt.Errorf("read what a report was about: %w", err)
	}
	s.Before = &before
	changes, err := db.changesFrom(ctx, o, newest)
	if err != nil {
		return err
	}
	in := map[string]bool{"": whole} // objectives belong to no program
	for _, p := range slices.Concat(before.Programs, s.Now.Programs) {
		in[p.ID] = true
	}
	s.Changes = slices.DeleteFunc(changes, func(c portfolio.Change) bool { return !in[c.ProgramID] })
	return nil
}

// reportScope gives the query for the programs of a scope as it is now, and its name. It fails with ENotFound where the view or
// program is gone.
func (db *DB) reportScope(ctx context.Context, s report.Scope) (portfolio.Query, string, error) {
	whole := portfolio.Query{Of: portfolio.EntityProgram}
	switch {
	case s.View != "":
		v, err := scanSavedView(db.reader.QueryRowContext(ctx, selectSavedView+` WHERE x.id = ?`, s.View))
		if errors.Is(err, sql.ErrNoRows) {
			return whole, "", portfolio.Errorf(portfolio.ENotFound, "There is no saved view %q any more.", s.View)
		}
		return v.Query, v.Name, err
	case s.Program != "":
		whole.Where = []portfolio.Condition{{Field: portfolio.FieldID, Op: portfolio.OpIs, Values: []string{s.Program}}}
		var name string
		err := db.reader.QueryRowContext(ctx, `SELECT name FROM programs WHERE id = ?`, s.Program).Scan(&name)
		if errors.Is(err, sql.ErrNoRows) {
			return whole, "", noProgram(s.Program)
		}
		return whole, name, err
	}
	return whole, report.Whole, nil
}

// noProgram says that a program is gone.
func noProgram(id string) error {
	return portfolio.Errorf(portfolio.ENotFound, "There is no program %q.", id)
}

// portfolioOf reads the programs that a query finds with what belongs to them, at one moment, and the newest change set of
// that moment.
func (db *DB) portfolioOf(ctx context.Context, q portfolio.Query) (p report.Portfolio, newest int64, err error) {
	p.Day, q.Today = db.Today(), db.Today()
	c, err := compile(q)
	if err != nil {
		return p, 0, err
	}
	t, err := db.reader.BeginTx(ctx, &sql.TxOptions{ReadOnly: true})
	if err != nil {
		return p, 0, fmt.Errorf("begin to read: %w", err)
	}
	defer func() { _ = t.Rollback() }() // nothing was written
	if err := t.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) FROM change_sets`).Scan(&newest); err != nil {
		return p, 0, err
	}
	ids, err := collect(ctx, t, scanText, "SELECT x.id FROM programs x"+c.clause(), c.args...)
	if err != nil {
		return p, 0, err
	}
	d, err := document(ctx, t)
	if err != nil {
		return p, 0, err
	}
	gather(&p, d, ids)
	return p, newest, nil
}

// gather takes out of a whole portfolio what belongs to the programs of the ids.
func gather(p *report.Portfolio, d portfolio.Document, ids []string) {
	in := make(map[string]bool, len(ids))
	for _, id := range ids {
		in[id] = true
	}
	launches := map[string]portfolio.Launch{}
	for _, one := range d.Programs {
		if one.ArchivedAt == nil {
			launches[one.ID] = portfolio.LaunchOf(one)
		}
		if in[one.ID] {
			p.Programs = append(p.Programs, one)
		}
	}
	for _, u := range d.StatusUpdates {
		if in[u.ProgramID] {
			p.Updates = append(p.Updates, u)
		}
	}
	slices.SortFunc(p.Updates, func(a, b portfolio.StatusUpdate) int {
		return cmp.Or(cmp.Compare(b.Date, a.Date), cmp.Compare(b.ID, a.ID))
	})
	for _, one := range d.Dependencies {
		first, there := launches[one.From]
		then, thereToo := launches[one.To]
		if there && thereToo && (in[one.From] || in[one.To]) {
			p.Dependencies = append(p.Dependencies, portfolio.DependencyRow{Dependency: one, First: first, Then: then})
		}
	}
	slices.SortFunc(p.Dependencies, func(a, b portfolio.DependencyRow) int {
		return cmp.Or(cmp.Compare(portfolio.Fold(a.First.Name), portfolio.Fold(b.First.Name)), cmp.Compare(portfolio.Fold(a.Then.Name), portfolio.Fold(b.Then.Name)), cmp.Compare(a.ID, b.ID))
	})
}
