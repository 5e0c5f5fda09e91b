package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// keeper reads, saves and deletes the records of one entity whose kind is known only when the program runs: proposals
// and the trash go through it, and so through the same code as a hand edit.
type keeper struct {
	// read gives a record as the change log sees it. It fails with ENotFound.
	read func(t *tx, id string) (fields, error)
	// save creates the record, or writes it over the stored one.
	save func(t *tx, record fields) error
	// remove deletes a record with what hangs on it. It fails with ENotFound.
	remove func(t *tx, id string) error
}

// keepers has one keeper an entity.
var keepers = map[portfolio.Entity]keeper{
	portfolio.EntityProgram:      keeperOf(programs, (*tx).saveProgram, (*tx).deleteProgram),
	portfolio.EntityRisk:         keeperOf(risks, (*tx).saveRisk, (*tx).deleteRisk),
	portfolio.EntityMilestone:    keeperOf(milestones, (*tx).saveMilestone, (*tx).deleteMilestone),
	portfolio.EntityObjective:    keeperOf(objectives, (*tx).saveObjective, (*tx).deleteObjective),
	portfolio.EntityStatusUpdate: keeperOf(statusUpdates, (*tx).saveUpdate, (*tx).deleteUpdate),
	portfolio.EntityDependency:   keeperOf(dependencies, (*tx).saveDependency, (*tx).deleteDependency),
}

// keeperOf makes the keeper of a kind of record.
func keeperOf[R any](k kind[R], saveRecord func(*tx, *R, R) (string, error), remove func(*tx, R) error) keeper {
	return keeper{
		read: func(t *tx, id string) (fields, error) {
			stored, err := k.one(t.ctx, t, id)
			if err != nil {
				return nil, err
			}
			return fieldsOf(k.entity, stored)
		},
		save: func(t *tx, record fields) error {
			var after R
			if err := json.Unmarshal(record.whole(), &after); err != nil {
				if wrong, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
					return portfolio.Invalidf("A %s cannot hold a %s as its %s.", k.entity.Words(), wrong.Value, strings.ReplaceAll(wrong.Field, "_", " "))
				}
				return fmt.Errorf("read a %s: %w", k.entity.Words(), err)
			}
			return put(t, k, after, record.text("id"), saveRecord)
		},
		remove: func(t *tx, id string) error {
			stored, err := k.one(t.ctx, t, id)
			if err != nil {
				return err
			}
			return remove(t, stored)
		},
	}
}
