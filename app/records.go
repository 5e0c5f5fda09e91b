package app

import (
	"context"
	"fmt"

	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Records writes fields of many records at once.
type Records struct{ s *session }

// editRows bounds an edit of many records: more than a person marks, pastes or drags.
const editRows = 100_000

// Edit writes changes of fields as one step: an edit in a cell, a paste, a drag, a bulk edit. Rows are refused alone.
func (r *Records) Edit(changes []portfolio.Change) (portfolio.EditResult, error) {
	return call(r.s, "Records.Edit", func(ctx context.Context, d *desk.Desk) (portfolio.EditResult, error) {
		if len(changes) == 0 || len(changes) > editRows {
			return portfolio.EditResult{}, portfolio.Invalidf("An edit has 1 to %d rows.", editRows)
		}
		return d.Shown().Edit(ctx, byHand(editReason(changes)), changes)
	})
}

// editReason says in the log what an edit does: "Edit program Rail", "Edit 12 programs".
func editReason(changes []portfolio.Change) string {
	type record struct {
		entity portfolio.Entity
		id     string
	}
	records, entities := map[record]bool{}, map[portfolio.Entity]bool{}
	for _, c := range changes {
		records[record{c.Entity, c.ID}], entities[c.Entity] = true, true
	}
	what := changes[0].Entity.Words()
	if len(entities) > 1 {
		what = "record"
	}
	if len(records) == 1 {
		return "Edit " + what + " " + changes[0].Label
	}
	return fmt.Sprintf("Edit %d %ss", len(records), what)
}
