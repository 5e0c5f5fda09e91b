package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// trendLength is how many points a trend has at most.
const trendLength = 12

// declaration is a status that somebody declared, in an update or by writing the field, and where the log has it.
type declaration struct {
	portfolio.TrendPoint
	posted   bool
	set, seq int64
}

// StatusTrend gives the status that a program was declared to have over time, the newest last: a point for each update
// that declares one and for each day on which it was changed by hand, at most one a day, the last twelve. It fails with
// ENotFound.
func (db *DB) StatusTrend(ctx context.Context, programID string) ([]portfolio.TrendPoint, error) {
	if _, err := programs.one(ctx, db.reader, programID); err != nil {
		return nil, err
	}
	scan := func(row scanner) (d declaration, err error) {
		return d, row.Scan(&d.Date, &d.Status, &d.Progress, &d.posted, &d.set, &d.seq)
	}
	said, err := collect(ctx, db.reader, scan, `SELECT u.date, u.status, u.progress, 1, coalesce((SELECT min(c.change_set_id) FROM changes c
			WHERE c.entity = 'status_update' AND c.record_id = u.id AND c.field = '*'), 0), -1
		FROM status_updates u WHERE u.program_id = ?1 AND u.status IS NOT NULL
		UNION ALL
		SELECT s.as_of, coalesce(json_extract(c.after, iif(c.field = '*', '$.status', '$')), ''), NULL, 0, s.id, c.seq
		FROM changes c JOIN change_sets s ON s.id = c.change_set_id
		WHERE c.entity = 'program' AND c.record_id = ?1 AND (c.field = 'status' OR c.field = '*' AND c.after <> 'null')
			AND s.state = 'applied' AND s.reverts IS NULL`, programID)
	if err != nil {
		return nil, fmt.Errorf("read the trend of a program: %w", err)
	}
	slices.SortFunc(said, func(a, b declaration) int {
		return cmp.Or(cmp.Compare(a.Date, b.Date), cmp.Compare(a.set, b.set), cmp.Compare(a.seq, b.seq))
	})
	return trendOf(said), nil
}

// trendOf joins declarations, in the order in which they were made, into points. A field that was written with the status
// that holds anyway, as posting an update does, is no point of its own; of several on one day the last one holds.
func trendOf(said []declaration) []portfolio.TrendPoint {
	points := []portfolio.TrendPoint{}
	for _, d := range said {
		last := len(points) - 1
		before := portfolio.Status("")
		if last >= 0 {
			before = points[last].Status
		}
		switch {
		case !d.posted && d.Status == before:
		case last >= 0 && points[last].Date == d.Date:
			points[last] = d.TrendPoint
		default:
			points = append(points, d.TrendPoint)
		}
	}
	return points[max(0, len(points)-trendLength):]
}
