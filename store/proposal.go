package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"portfolio-ai/store/portfolio"
)

// A proposal is from whom the answer is that it came with; a person has deleted that of an applied one, perhaps.
const selectProposal = `SELECT x.id, x.conversation_id, x.turn_id, coalesce((SELECT m.engine FROM messages m
	WHERE m.conversation_id = x.conversation_id AND m.turn_id = x.turn_id AND m.role = 'assistant'), ''),
	x.title, x.state, x.changes, x.created_at, x.change_set_id, x.decision FROM proposals x`

// scanProposal reads a row of selectProposal.
func scanProposal(row scanner) (p portfolio.Proposal, err error) {
	var changes string
	var decision sql.Null[string]
	if err := row.Scan(&p.ID, &p.ConversationID, &p.TurnID, &p.From, &p.Title, &p.State, &changes, &p.CreatedAt, &p.ChangeSetID, &decision); err != nil {
		return p, err
	}
	if decision.Valid {
		if err := json.Unmarshal([]byte(decision.V), &p.Decision); err != nil {
			return p, fmt.Errorf("read a decision: %w", err)
		}
	}
	return p, json.Unmarshal([]byte(changes), &p.Changes)
}

// Proposals lists what waits for a decision, oldest first.
func (db *DB) Proposals(ctx context.Context) ([]portfolio.Proposal, error) {
	return collect(ctx, db.reader, scanProposal, selectProposal+` WHERE x.state = 'waiting' ORDER BY x.created_at, x.id`)
}

// Proposal reads one proposal. It fails with ENotFound.
func (db *DB) Proposal(ctx context.Context, id string) (portfolio.Proposal, error) {
	found, err := collect(ctx, db.reader, scanProposal, selectProposal+` WHERE x.id = ?`, id)
	if err != nil {
		return portfolio.Proposal{}, err
	}
	if len(found) == 0 {
		return portfolio.Proposal{}, portfolio.Errorf(portfolio.ENotFound, "There is no proposal %q.", id)
	}
	return found[0], nil
}

// saveProposal stores a proposal with the answer that makes it; one that is stored already stays as it is.
func saveProposal(ctx context.Context, t writing, p *portfolio.Proposal) error {
	if p == nil {
		return nil
	}
	changes, err := json.Marshal(p.Changes)
	if err != nil {
		return fmt.Errorf("keep a proposal: %w", err)
	}
	_, err = t.ExecContext(ctx, `INSERT INTO proposals (id, conversation_id, turn_id, title, state, changes, created_at)
		VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`, p.ID, p.ConversationID, p.TurnID, p.Title, p.State, string(changes), p.CreatedAt)
	return err
}

// Discard takes a waiting proposal off the list. It fails with ENotFound, and with EConflict where it no longer waits.
func (db *DB) Discard(ctx context.Context, id string) error {
	p, err := db.Proposal(ctx, id)
	if err != nil {
		return err
	}
	return db.deciding(ctx, func() error {
		done, err := db.writer.ExecContext(ctx, `UPDATE proposals SET state = 'discarded' WHERE id = ? AND state = 'waiting'`, id)
		if err != nil {
			return db.wrote(ctx, fmt.Errorf("discard a proposal: %w", err))
		}
		if n, err := done.RowsAffected(); err != nil || n == 0 {
			return errors.Join(err, decided(p))
		}
		return nil
	})
}

// deciding runs a write after which other proposals may wait than before, and tells the listeners where they do.
func (db *DB) deciding(ctx context.Context, write func() error) error {
	db.proposing.Lock()
	defer db.proposing.Unlock()
	if err := write(); err != nil {
		return err
	}
	_ = db.tellWaiting(ctx, db.reader, false) // the write is done; where this fails, the watch will tell
	return nil
}

// tellWaiting tells the listeners where other proposals wait than they know of. The caller holds db.proposing.
func (db *DB) tellWaiting(ctx context.Context, from querier, external bool) error {
	waiting, err := waitingIDs(ctx, from)
	if err != nil || waiting == db.waiting {
		return err
	}
	db.waiting = waiting
	db.announce(Changed{Entities: []portfolio.Entity{}, Proposals: true, External: external})
	return nil
}

// waitingIDs gives the ids of the proposals that wait as one text.
func waitingIDs(ctx context.Context, from querier) (string, error) {
	ids, err := collect(ctx, from, func(row scanner) (id string, err error) { return id, row.Scan(&id) },
		`SELECT id FROM proposals WHERE state = 'waiting' ORDER BY id`)
	return strings.Join(ids, " "), err
}

// decided says that a proposal waits no longer.
func decided(p portfolio.Proposal) error {
	return portfolio.Errorf(portfolio.EConflict, "The proposal %q has been decided on already.", p.Title)
}
