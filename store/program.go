package store

import (
	"context"
	"encoding/json"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// selectProgram reads programs, without their children, as x. Names of objectives come as a JSON array in the order of
// the names.
const selectProgram = `SELECT ` + programColumns + `,
	(SELECT json_group_array(name) FROM (SELECT o.name FROM program_objectives po JOIN objectives o ON o.id = po.objective_id
		WHERE po.program_id = x.id ORDER BY o.name_key)) FROM programs x`

const programColumns = `x.id, x.external_id, x.name, x.description, coalesce(x.status, ''), x.owner, x.team, x.product_line,
	coalesce(x.pipeline_stage, ''), coalesce(x.start_date, ''), coalesce(x.launch_date, ''), x.progress, coalesce(x.last_update, ''),
	x.created_at, x.updated_at, x.archived_at, x.revision`

// programTargets are the places that the columns of programColumns scan into.
func programTargets(p *portfolio.Program) []any {
	return []any{&p.ID, &p.ExternalID, &p.Name, &p.Description, &p.Status, &p.Owner, &p.Team, &p.ProductLine,
		&p.PipelineStage, &p.StartDate, &p.LaunchDate, &p.Progress, &p.LastUpdate,
		&p.CreatedAt, &p.UpdatedAt, &p.ArchivedAt, &p.Revision}
}

// scanProgram reads a row of selectProgram.
func scanProgram(row scanner) (portfolio.Program, error) {
	p := portfolio.Program{Risks: []portfolio.Risk{}, Milestones: []portfolio.Milestone{}}
	var objectives string
	if err := row.Scan(append(programTargets(&p), &objectives)...); err != nil {
		return p, err
	}
	return p, json.Unmarshal([]byte(objectives), &p.StrategicObjectives)
}

// programs is how programs are read, without what hangs on them.
var programs = kind[portfolio.Program]{portfolio.EntityProgram, selectProgram, scanProgram,
	func(p portfolio.Program) (string, int64) { return p.Name, p.Revision }}

// Program gives one program with its risks, milestones, updates and dependencies. It fails with ENotFound.
func (db *DB) Program(ctx context.Context, id string) (portfolio.ProgramDetail, error) {
	return programDetail(ctx, &db.lists, id)
}

// programDetail reads a program and all that hangs on it.
func programDetail(ctx context.Context, q querier, id string) (d portfolio.ProgramDetail, err error) {
	if d.Program, err = programs.one(ctx, q, id); err != nil {
		return d, err
	}
	if d.Program.Risks, err = collect(ctx, q, scanRisk, selectRisk+` WHERE x.program_id = ? ORDER BY x.title_key, x.id`, id); err != nil {
		return d, err
	}
	if d.Program.Milestones, err = collect(ctx, q, scanMilestone, selectMilestone+` WHERE x.program_id = ? ORDER BY x.due_date IS NULL, x.due_date, x.name_key, x.id`, id); err != nil {
		return d, err
	}
	if d.Updates, err = collect(ctx, q, scanStatusUpdate, selectStatusUpdate+` WHERE x.program_id = ? ORDER BY x.date DESC, x.key DESC`, id); err != nil {
		return d, err
	}
	if d.Dependencies, err = collect(ctx, q, scanDependency, selectDependency+` WHERE x.from_id = ?1 OR x.to_id = ?1 ORDER BY x.id`, id); err != nil {
		return d, err
	}
	d.Health, err = storedHealth(ctx, q, id)
	return d, err
}

// SaveProgram creates a program (ID "") or writes the fields that differ from the stored ones. Its Risks and Milestones
// are saved on their own. It fails with EConflict where Revision is not the stored one.
func (db *DB) SaveProgram(ctx context.Context, w Write, p portfolio.Program) (portfolio.Program, error) {
	return saveOne(ctx, db, w, programs, p, record{p.ID, p.Revision}, (*tx).saveProgram)
}

// saveProgram creates a program or, over the stored one, writes what differs.
func (t *tx) saveProgram(before *portfolio.Program, p portfolio.Program) (id string, err error) {
	p.Name = strings.TrimSpace(p.Name)
	if err := p.Validate(); err != nil {
		return "", err
	}
	if err := t.checkKey(p); err != nil {
		return "", err
	}
	if p.StrategicObjectives, err = t.objectiveNames(p.StrategicObjectives); err != nil {
		return "", err
	}
	return save(t, portfolio.EntityProgram, before, p)
}

// DeleteProgram deletes a program with everything that hangs on it, as one change set. It fails with EConflict where
// revision is not the stored one.
func (db *DB) DeleteProgram(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, programs, record{id, revision}, (*tx).deleteProgram)
}

// DeletePrograms deletes programs as DeleteProgram does, all as one change set. One that changed since it was read, or is
// gone, is refused alone; rows count from 1 in the order of read.
func (db *DB) DeletePrograms(ctx context.Context, w Write, read []portfolio.ReadRecord) (portfolio.EditResult, error) {
	result := noRows()
	if len(read) >= manyChanges {
		if _, err := db.BackupSoon(ctx, portfolio.BeforeBulk); err != nil {
			return result, err
		}
	}
	set, err := db.write(ctx, w, func(t *tx) error {
		for i, r := range read {
			stored, err := programs.unchanged(t, r.ID, r.Revision)
			if err == nil {
				err = t.deleteProgram(stored)
			}
			if err != nil {
				if err := refuse(&result, i+1, err); err != nil {
					return err
				}
				continue
			}
			result.Applied = append(result.Applied, i+1)
		}
		return nil
	})
	result.ChangeSet = set
	return result, err
}

// deleteProgram deletes a program and what hangs on it, the children first.
func (t *tx) deleteProgram(p portfolio.Program) error {
	d, err := programDetail(t.ctx, t, p.ID)
	if err != nil {
		return err
	}
	if err := dropAll(t, portfolio.EntityDependency, d.Dependencies); err != nil {
		return err
	}
	if err := dropAll(t, portfolio.EntityStatusUpdate, d.Updates); err != nil {
		return err
	}
	if err := dropAll(t, portfolio.EntityMilestone, d.Program.Milestones); err != nil {
		return err
	}
	if err := dropAll(t, portfolio.EntityRisk, d.Program.Risks); err != nil {
		return err
	}
	return t.drop(portfolio.EntityProgram, d.Program)
}

// checkKey refuses a key of a source that another program has.
func (t *tx) checkKey(p portfolio.Program) error {
	if p.ExternalID == "" {
		return nil
	}
	const other = `SELECT name FROM programs WHERE external_id = ? AND external_id <> '' AND id <> ?` // the index holds no ''
	taken, err := collect(t.ctx, t, scanText, other, p.ExternalID, p.ID)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		return portfolio.Errorf(portfolio.EConflict, "The key %q belongs to the program %q already.", p.ExternalID, taken[0])
	}
	return nil
}

// objectiveNames gives the names as the store spells them, each once, in the order in which it returns them. A name that
// is new stays as it is.
func (t *tx) objectiveNames(names []string) ([]string, error) {
	spelt := map[string]string{}
	for _, name := range names {
		key := portfolio.Fold(name)
		if key == "" || spelt[key] != "" {
			continue
		}
		spelt[key] = strings.TrimSpace(name)
		known, err := t.objectiveNamed(key)
		if err != nil {
			return nil, err
		}
		if known.id != "" {
			spelt[key] = known.name
		}
	}
	out := make([]string, 0, len(spelt))
	for _, name := range spelt {
		out = append(out, name)
	}
	slices.SortFunc(out, func(a, b string) int { return strings.Compare(portfolio.Fold(a), portfolio.Fold(b)) })
	return out, nil
}

// unlink takes all objectives from a program.
func (t *tx) unlink(programID string) error {
	_, err := t.exec(`DELETE FROM program_objectives WHERE program_id = ?`, programID)
	return err
}

// link makes a program that serves none serve the objectives of the JSON array of names, and creates those that are new.
func (t *tx) link(programID string, names json.RawMessage) error {
	var list []string
	if err := json.Unmarshal(names, &list); err != nil {
		return err
	}
	for _, name := range list {
		id, err := t.objectiveID(name)
		if err != nil {
			return err
		}
		if _, err := t.exec(`INSERT INTO program_objectives (program_id, objective_id) VALUES (?, ?)`, programID, id); err != nil {
			return err
		}
	}
	return nil
}

// scanText reads one text.
func scanText(row scanner) (text string, err error) {
	err = row.Scan(&text)
	return text, err
}
