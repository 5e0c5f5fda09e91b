package store

import (
	"context"
	"strings"

	"portfolio-ai/store/portfolio"
)

const selectObjective = `SELECT ` + objectiveColumns + ` FROM objectives x`

const objectiveColumns = `x.id, x.name, x.description, x.created_at, x.updated_at, x.revision`

func objectiveTargets(o *portfolio.Objective) []any {
	return []any{&o.ID, &o.Name, &o.Description, &o.CreatedAt, &o.UpdatedAt, &o.Revision}
}

// scanObjective reads a row of selectObjective.
func scanObjective(row scanner) (o portfolio.Objective, err error) {
	return o, row.Scan(objectiveTargets(&o)...)
}

// objectives is how objectives are read.
var objectives = kind[portfolio.Objective]{portfolio.EntityObjective, selectObjective, scanObjective,
	func(o portfolio.Objective) (string, int64) { return o.Name, o.Revision }}

// objectiveFigures are what the programs of an objective come to, of the programs p, in the order of ObjectiveRow. Progress
// is weighted by the days from start to launch, at least one.
const objectiveFigures = `count(p.id),
	count(*) FILTER (WHERE p.status = 'On Track'), count(*) FILTER (WHERE p.status = 'At Risk'), count(*) FILTER (WHERE p.status = 'Off Track'),
	count(*) FILTER (WHERE p.status = 'Completed'), count(*) FILTER (WHERE p.id IS NOT NULL AND p.status IS NULL),
	sum(p.progress * ` + plannedDays + `) / sum(` + plannedDays + `) FILTER (WHERE p.progress IS NOT NULL),
	count(p.id) - count(p.progress * ` + plannedDays + `),
	coalesce(min(p.launch_date) FILTER (WHERE p.launch_date >= ? AND p.status IS NOT 'Completed'), ''), coalesce(sum(p.open_high_risks), 0)`

// plannedDays is how long the program p is planned to run; NULL where its start or launch is not reported.
const plannedDays = `max(julianday(p.launch_date) - julianday(p.start_date), 1.0)`

// Objectives lists all objectives by name with what the programs that serve each come to.
func (db *DB) Objectives(ctx context.Context) ([]portfolio.ObjectiveRow, error) {
	scan := func(row scanner) (o portfolio.ObjectiveRow, err error) {
		return o, row.Scan(append(objectiveTargets(&o.Objective), &o.Programs, &o.Statuses.OnTrack, &o.Statuses.AtRisk, &o.Statuses.OffTrack,
			&o.Statuses.Completed, &o.Statuses.NotReported, &o.Progress, &o.Unweighted, &o.NextLaunch, &o.OpenHighRisks)...)
	}
	return collect(ctx, db.reader, scan, `SELECT `+objectiveColumns+`, `+objectiveFigures+`
		FROM objectives x LEFT JOIN program_objectives po ON po.objective_id = x.id
		LEFT JOIN programs p ON p.id = po.program_id AND p.archived_at IS NULL
		GROUP BY x.key ORDER BY x.name_key`, db.Today())
}

// SaveObjective creates an objective (ID "") or renames and describes a stored one. The programs that serve it follow
// its name, in the same change set. It fails with EConflict where the name is taken or Revision is not the stored one.
func (db *DB) SaveObjective(ctx context.Context, w Write, o portfolio.Objective) (portfolio.Objective, error) {
	return saveOne(ctx, db, w, objectives, o, record{o.ID, o.Revision}, (*tx).saveObjective)
}

// saveObjective creates an objective or, over the stored one, writes what differs.
func (t *tx) saveObjective(before *portfolio.Objective, o portfolio.Objective) (id string, err error) {
	o.Name = strings.TrimSpace(o.Name)
	if err := o.Validate(); err != nil {
		return "", err
	}
	if err := t.checkObjectiveName(o); err != nil {
		return "", err
	}
	var served []portfolio.Program
	if before != nil && before.Name != o.Name {
		if served, err = t.programsServing(before.ID); err != nil {
			return "", err
		}
	}
	if id, err = save(t, portfolio.EntityObjective, before, o); err != nil {
		return "", err
	}
	return id, t.noteNewNames(served)
}

// DeleteObjective deletes an objective and takes it from the programs that serve it, as one change set. It fails with
// EConflict where revision is not the stored one.
func (db *DB) DeleteObjective(ctx context.Context, w Write, id string, revision int64) error {
	return removeOne(ctx, db, w, objectives, record{id, revision}, (*tx).deleteObjective)
}

// deleteObjective deletes an objective and takes it from the programs that serve it.
func (t *tx) deleteObjective(o portfolio.Objective) error {
	served, err := t.programsServing(o.ID)
	if err != nil {
		return err
	}
	for _, before := range served {
		after := before
		after.StrategicObjectives = without(before.StrategicObjectives, o.Name)
		if _, err := save(t, portfolio.EntityProgram, &before, after); err != nil {
			return err
		}
	}
	return t.drop(portfolio.EntityObjective, o)
}

// MergeObjectives makes one objective of two, as one change set: the programs that serve from serve into instead, and from
// goes to the trash. It fails with EInvalid for one objective twice, and with EConflict where a Revision is not the stored one.
func (db *DB) MergeObjectives(ctx context.Context, w Write, from, into portfolio.Objective) error {
	if from.ID == into.ID {
		return portfolio.Invalidf("An objective cannot be merged with itself; choose another one.")
	}
	_, err := db.write(ctx, w, func(t *tx) error {
		from, err := objectives.unchanged(t, from.ID, from.Revision)
		if err != nil {
			return err
		}
		into, err := objectives.unchanged(t, into.ID, into.Revision)
		if err != nil {
			return err
		}
		served, err := t.programsServing(from.ID)
		if err != nil {
			return err
		}
		for _, before := range served {
			after := before
			after.StrategicObjectives = append(without(without(before.StrategicObjectives, from.Name), into.Name), into.Name)
			if _, err := t.saveProgram(&before, after); err != nil {
				return err
			}
		}
		return t.drop(portfolio.EntityObjective, from)
	})
	return err
}

// checkObjectiveName refuses a name that another objective has.
func (t *tx) checkObjectiveName(o portfolio.Objective) error {
	taken, err := collect(t.ctx, t, scanText, `SELECT name FROM objectives WHERE name_key = ? AND id <> ?`, portfolio.Fold(o.Name), o.ID)
	if err != nil {
		return err
	}
	if len(taken) > 0 {
		return portfolio.Errorf(portfolio.EConflict, "There is an objective named %q already.", taken[0])
	}
	return nil
}

// programsServing reads the programs that serve an objective.
func (t *tx) programsServing(objectiveID string) ([]portfolio.Program, error) {
	return collect(t.ctx, t, scanProgram,
		selectProgram+` WHERE x.id IN (SELECT program_id FROM program_objectives WHERE objective_id = ?) ORDER BY x.id`, objectiveID)
}

// noteNewNames logs that programs, read before an objective was renamed, now name it otherwise.
func (t *tx) noteNewNames(before []portfolio.Program) error {
	for _, old := range before {
		now, err := programs.one(t.ctx, t, old.ID)
		if err != nil {
			return err
		}
		if _, err := save(t, portfolio.EntityProgram, &old, now); err != nil {
			return err
		}
	}
	return nil
}

// namedObjective is what an objective is known by.
type namedObjective struct{ id, name string }

// objectiveNamed finds an objective by its folded name, the zero value where there is none.
func (t *tx) objectiveNamed(key string) (namedObjective, error) {
	if known, ok := t.objectives[key]; ok {
		return known, nil
	}
	found, err := collect(t.ctx, t, func(row scanner) (o namedObjective, err error) { return o, row.Scan(&o.id, &o.name) },
		`SELECT id, name FROM objectives WHERE name_key = ?`, key)
	if err != nil || len(found) == 0 {
		return namedObjective{}, err
	}
	if t.objectives != nil {
		t.objectives[key] = found[0]
	}
	return found[0], nil
}

// objectiveID finds an objective by name and creates it where there is none.
func (t *tx) objectiveID(name string) (string, error) {
	known, err := t.objectiveNamed(portfolio.Fold(name))
	if err != nil || known.id != "" {
		return known.id, err
	}
	return save(t, portfolio.EntityObjective, nil, portfolio.Objective{Name: name})
}

// without gives the names but one.
func without(names []string, name string) []string {
	out := []string{}
	for _, n := range names {
		if n != name {
			out = append(out, n)
		}
	}
	return out
}
