package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/report"
)

// headOfReport is what a list shows of reports.
const headOfReport = `x.id, x.kind, x.title, x.view_id, x.program_id, x.scope, x.as_of, coalesce(x.since, ''), x.created_at`

// reportInto says where headOfReport goes.
func reportInto(h *report.Head) []any {
	return []any{&h.ID, &h.Kind, &h.Title, &h.Scope.View, &h.Scope.Program, &h.ScopeName, &h.AsOf, &h.Since, &h.CreatedAt}
}

// CreateReport makes a report and keeps it as it is. It is in no change set: the facts that it tells can be undone, what was
// handed over cannot. It fails as MakeReport does.
func (db *DB) CreateReport(ctx context.Context, r report.Request) (report.Kept, error) {
	if err := db.mayWrite(); err != nil {
		return report.Kept{}, err
	}
	from, err := db.makeReport(ctx, r)
	if err != nil {
		return report.Kept{}, err
	}
	made := from.report
	content, err := json.Marshal(made)
	if err != nil {
		return report.Kept{}, fmt.Errorf("write a report: %w", err)
	}
	query, err := json.Marshal(from.query)
	if err != nil {
		return report.Kept{}, fmt.Errorf("write what a report is about: %w", err)
	}
	k := report.Kept{Head: report.Head{
		ID: uuid.Must(uuid.NewV7()).String(), Kind: made.Kind, Title: made.Title, Scope: r.Scope, ScopeName: made.Scope,
		AsOf: made.AsOf, Since: made.Since, CreatedAt: portfolio.MillisOf(db.Now()),
	}, Report: made}
	_, err = db.writer.ExecContext(ctx, `INSERT INTO reports (id, kind, title, view_id, program_id, scope, as_of, since, created_at, change_set, query, content)
		VALUES (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)`,
		k.ID, k.Kind, k.Title, k.Scope.View, k.Scope.Program, k.ScopeName, k.AsOf, string(k.Since), k.CreatedAt, from.newest, string(query), string(content))
	if err != nil {
		return k, db.wrote(ctx, fmt.Errorf("keep a report: %w", err))
	}
	return k, nil
}

// Reports lists the kept reports, the newest first.
func (db *DB) Reports(ctx context.Context) ([]report.Head, error) {
	scan := func(row scanner) (h report.Head, err error) { return h, row.Scan(reportInto(&h)...) }
	list, err := collect(ctx, db.reader, scan, `SELECT `+headOfReport+` FROM reports x ORDER BY x.created_at DESC, x.id DESC`)
	if err != nil {
		return nil, fmt.Errorf("list reports: %w", err)
	}
	return list, nil
}

// Report gives a kept report as it was made. It fails with ENotFound where it is gone.
func (db *DB) Report(ctx context.Context, id string) (k report.Kept, err error) {
	var content string
	err = db.reader.QueryRowContext(ctx, `SELECT `+headOfReport+`, x.content, x.narrative FROM reports x WHERE x.id = ?`, id).
		Scan(append(reportInto(&k.Head), &content, &k.Narrative)...)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return k, noReport(id)
	case err != nil:
		return k, fmt.Errorf("read a report: %w", err)
	}
	if err := json.Unmarshal([]byte(content), &k.Report); err != nil {
		return k, fmt.Errorf("read the content of a report: %w", err)
	}
	return k, nil
}

// AsReported gives the portfolio as a kept report shows it, whatever was written or undone since, in the form that LookBack
// gives. It fails with ENotFound where the report is gone.
func (db *DB) AsReported(ctx context.Context, id string) (*DB, error) {
	var set int64
	var asOf portfolio.Date
	err := db.reader.QueryRowContext(ctx, `SELECT change_set, as_of FROM reports WHERE id = ?`, id).Scan(&set, &asOf)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, noReport(id)
	case err != nil:
		return nil, fmt.Errorf("read a report: %w", err)
	}
	return db.copyFor(ctx, asOf, func(t *tx, _ portfolio.Date) error { return t.takeBackTo(set) })
}

// ReportedScope gives the query that found the programs of a kept report when it was made, whatever became of its saved view
// since. Of a report that was kept without it, it is the query of its scope as it is now. It fails with ENotFound where the
// report is gone, or the view of such an old one.
func (db *DB) ReportedScope(ctx context.Context, id string) (q portfolio.Query, err error) {
	var scope report.Scope
	var query string
	err = db.reader.QueryRowContext(ctx, `SELECT view_id, program_id, query FROM reports WHERE id = ?`, id).Scan(&scope.View, &scope.Program, &query)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return q, noReport(id)
	case err != nil:
		return q, fmt.Errorf("read what a report is about: %w", err)
	case query == "":
		q, _, err = db.reportScope(ctx, scope)
		return q, err
	}
	if err := json.Unmarshal([]byte(query), &q); err != nil {
		return q, fmt.Errorf("read what a report is about: %w", err)
	}
	return q, nil
}

// DeleteReport forgets a kept report. It fails with ENotFound where it is gone.
func (db *DB) DeleteReport(ctx context.Context, id string) error {
	return db.changeReport(ctx, id, `DELETE FROM reports WHERE id = ?`, id)
}

// longestNarrative bounds a narrative, in bytes: it is a page, not a book.
const longestNarrative = 20_000

// SetNarrative writes the text that stands before a kept report; its content stays as it was. It fails with EInvalid for a
// text that is too long, with ENotFound where the report is gone.
func (db *DB) SetNarrative(ctx context.Context, id, text string) error {
	if len(text) > longestNarrative {
		return portfolio.Invalidf("The narrative is too long; keep it under %d characters.", longestNarrative)
	}
	return db.changeReport(ctx, id, `UPDATE reports SET narrative = ? WHERE id = ?`, text, id)
}

// changeReport runs a statement that changes one report. It fails with ENotFound where there is none of that id.
func (db *DB) changeReport(ctx context.Context, id, statement string, args ...any) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	done, err := db.writer.ExecContext(ctx, statement, args...)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("change a report: %w", err))
	}
	n, err := done.RowsAffected()
	if err != nil {
		return fmt.Errorf("change a report: %w", err)
	}
	if n == 0 {
		return noReport(id)
	}
	return nil
}

// noReport says that a report is gone.
func noReport(id string) error {
	return portfolio.Errorf(portfolio.ENotFound, "There is no report %q any more.", id)
}
