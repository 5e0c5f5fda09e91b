package store

import (
	"context"
	"encoding/json"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// ofPrograms narrows a query to the programs of a JSON array of ids.
const ofPrograms = ` IN (SELECT value FROM json_each(?1))`

// Timeline gives what a timeline shows of programs beside their rows, in the order of the ids; an id that there is not is
// left out. It fails with EInvalid for more ids than a page of a list holds.
func (db *DB) Timeline(ctx context.Context, ids []string) ([]portfolio.TimelineRow, error) {
	if len(ids) > portfolio.MaxPage {
		return nil, portfolio.Invalidf("A timeline is read for at most %d programs at once.", portfolio.MaxPage)
	}
	list, err := json.Marshal(ids)
	if err != nil {
		return nil, fmt.Errorf("read a timeline: %w", err)
	}
	rows, err := firstLaunches(ctx, &db.lists, string(list))
	if err != nil {
		return nil, fmt.Errorf("read first launch dates: %w", err)
	}
	at := make(map[string]*portfolio.TimelineRow, len(rows))
	for i := range rows {
		at[rows[i].ProgramID] = &rows[i]
	}
	milestones, err := collect(ctx, &db.lists, scanMilestone,
		selectMilestone+` WHERE x.program_id`+ofPrograms+` ORDER BY x.due_date IS NULL, x.due_date, x.name_key, x.id`, string(list))
	if err != nil {
		return nil, fmt.Errorf("read the milestones of a timeline: %w", err)
	}
	for _, m := range milestones {
		if row := at[m.ProgramID]; row != nil {
			row.Milestones = append(row.Milestones, m)
		}
	}
	return rows, addLinks(ctx, &db.lists, string(list), at)
}

// firstLaunches begins the rows of a timeline with the oldest launch date of each program: what the record that was
// created held, else the first date that a later change set to it. Change sets that were undone do not count.
func firstLaunches(ctx context.Context, q querier, ids string) ([]portfolio.TimelineRow, error) {
	scan := func(row scanner) (portfolio.TimelineRow, error) {
		r := portfolio.TimelineRow{Milestones: []portfolio.Milestone{}, WaitsFor: []portfolio.Link{}, HoldsUp: []portfolio.Link{}}
		return r, row.Scan(&r.ProgramID, &r.FirstLaunch)
	}
	return collect(ctx, q, scan, `SELECT x.id, coalesce((
			SELECT day FROM (
				SELECT c.change_set_id AS at, CASE c.field WHEN '*' THEN c.after ->> 'launch_date' ELSE c.after ->> '$' END AS day
				FROM changes c JOIN change_sets s ON s.id = c.change_set_id
				WHERE c.entity = 'program' AND c.record_id = x.id AND c.field IN ('*', 'launch_date') AND s.state = 'applied' AND s.reverts IS NULL)
			WHERE day IS NOT NULL ORDER BY at LIMIT 1), '')
		FROM json_each(?1) wanted JOIN programs x ON x.id = wanted.value ORDER BY wanted.key`, ids)
}

// addLinks adds the dependencies that touch the programs, as each of them sees it.
func addLinks(ctx context.Context, q querier, ids string, at map[string]*portfolio.TimelineRow) error {
	type joined struct {
		portfolio.Dependency
		from, to portfolio.LinkEnd
	}
	scan := func(row scanner) (j joined, err error) {
		err = row.Scan(&j.ID, &j.From, &j.To, &j.Note, &j.CreatedAt, &j.UpdatedAt, &j.Revision,
			&j.from.Name, &j.from.Status, &j.from.StartDate, &j.from.LaunchDate,
			&j.to.Name, &j.to.Status, &j.to.StartDate, &j.to.LaunchDate)
		j.from.ID, j.to.ID = j.From, j.To
		return j, err
	}
	links, err := collect(ctx, q, scan, `SELECT x.id, x.from_id, x.to_id, x.note, x.created_at, x.updated_at, x.revision,
			f.name, coalesce(f.status, ''), coalesce(f.start_date, ''), coalesce(f.launch_date, ''),
			t.name, coalesce(t.status, ''), coalesce(t.start_date, ''), coalesce(t.launch_date, '')
		FROM dependencies x JOIN programs f ON f.id = x.from_id JOIN programs t ON t.id = x.to_id
		WHERE x.id IN (SELECT id FROM dependencies WHERE from_id`+ofPrograms+` UNION SELECT id FROM dependencies WHERE to_id`+ofPrograms+`)
		ORDER BY x.id`, ids)
	if err != nil {
		return fmt.Errorf("read the dependencies of a timeline: %w", err)
	}
	for _, j := range links {
		if row := at[j.To]; row != nil {
			row.WaitsFor = append(row.WaitsFor, portfolio.Link{Dependency: j.Dependency, Other: j.from})
		}
		if row := at[j.From]; row != nil {
			row.HoldsUp = append(row.HoldsUp, portfolio.Link{Dependency: j.Dependency, Other: j.to})
		}
	}
	return nil
}
