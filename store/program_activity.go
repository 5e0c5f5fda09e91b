package store

import (
	"context"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// touching finds the rows of the change log, as c, that are about a program or one of its records: ?1 is its id. A
// dependency belongs to both of its programs.
const touching = `(c.program_id = ?1 OR c.entity = 'dependency' AND
	(json_extract(c.before, '$.from') = ?1 OR json_extract(c.after, '$.from') = ?1) AND c.field = '*')`

// rowsOfProgram is how many rows of one change set are read for the activity of a program.
const rowsOfProgram = 50

// ProgramActivity lists the change sets that touched a program or its records, newest first, each with the first rows
// that did; Count says how many did. It gives at most limit of those before the number before, or of all where before
// is 0.
func (db *DB) ProgramActivity(ctx context.Context, programID string, before int64, limit int) ([]portfolio.ChangeSet, error) {
	sets, err := collect(ctx, db.reader, scanChangeSet, `SELECT x.id, x.actor, x.why, x.written_at, x.as_of, x.reverts, x.state <> 'applied', t.rows
		FROM (SELECT c.change_set_id AS id, count(*) AS rows FROM changes c WHERE `+touching+` AND (?2 = 0 OR c.change_set_id < ?2)
			GROUP BY c.change_set_id ORDER BY c.change_set_id DESC LIMIT ?3) t
		JOIN change_sets x ON x.id = t.id ORDER BY x.id DESC`, programID, before, limit)
	if err != nil {
		return nil, fmt.Errorf("list the activity of a program: %w", err)
	}
	for i := range sets {
		sets[i].Changes, err = collect(ctx, db.reader, scanChange, `SELECT c.entity, c.record_id, c.label, c.program_id, c.field, c.before, c.after,
				coalesce(p.name, '') FROM changes c LEFT JOIN programs p ON p.id = c.program_id
			WHERE `+touching+` AND c.change_set_id = ?2 ORDER BY c.seq LIMIT ?3`, programID, sets[i].ID, rowsOfProgram)
		if err != nil {
			return nil, fmt.Errorf("read what changed in a program: %w", err)
		}
	}
	return sets, nil
}
