package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"portfolio-ai/store/portfolio"
)

const selectConversation = `SELECT x.id, x.title, x.pinned, x.created_at, x.updated_at FROM conversations x`

// scanConversation reads a row of selectConversation.
func scanConversation(row scanner) (portfolio.Conversation, error) {
	c := portfolio.Conversation{Messages: []portfolio.Message{}}
	return c, row.Scan(&c.ID, &c.Title, &c.Pinned, &c.CreatedAt, &c.UpdatedAt)
}

// scanMessage reads a message with its evidence.
func scanMessage(row scanner) (m portfolio.Message, err error) {
	var citations, figures, steps, claims, draft string
	var in, out sql.NullInt64
	if err := row.Scan(&m.ID, &m.ConversationID, &m.TurnID, &m.Role, &m.Text, &m.Engine, &m.State, &m.Error, &m.Understood,
		&citations, &figures, &steps, &claims, &draft, &m.TookMs, &in, &out, &m.CreatedAt); err != nil {
		return m, err
	}
	if in.Valid && out.Valid {
		m.Tokens = &portfolio.Tokens{In: int(in.Int64), Out: int(out.Int64)}
	}
	evidence := []struct {
		text string
		into any
	}{{citations, &m.Citations}, {figures, &m.Figures}, {steps, &m.Steps}, {claims, &m.Claims}, {draft, &m.Draft}}
	for _, e := range evidence {
		if err := json.Unmarshal([]byte(e.text), e.into); err != nil {
			return m, fmt.Errorf("read a message: %w", err)
		}
	}
	return m, nil
}

// BeginTurn stores a question and the still empty answer to it, both in c.Messages, in one transaction. It creates the
// conversation where there is none of this ID; else it keeps its title and raises its UpdatedAt.
func (db *DB) BeginTurn(ctx context.Context, c portfolio.Conversation) error {
	return db.addMessages(ctx, c)
}

// KeepTurn stores a turn that is over already, as BeginTurn does, and with it what it proposes.
func (db *DB) KeepTurn(ctx context.Context, c portfolio.Conversation) error {
	return db.deciding(ctx, func() error { return db.addMessages(ctx, c) })
}

// addMessages stores the messages of c, and what they propose, in its conversation.
func (db *DB) addMessages(ctx context.Context, c portfolio.Conversation) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	t, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("begin a turn: %w", err))
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	_, err = t.ExecContext(ctx, `INSERT INTO conversations (id, title, pinned, created_at, updated_at) VALUES (?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET updated_at = max(updated_at, excluded.updated_at)`, c.ID, c.Title, c.Pinned, c.CreatedAt, c.UpdatedAt)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("begin a turn: %w", err))
	}
	for _, m := range c.Messages {
		evidence, err := evidenceOf(m)
		if err != nil {
			return err
		}
		_, err = t.ExecContext(ctx, `INSERT INTO messages (id, conversation_id, turn_id, role, text, engine, state, error, understood, created_at, took_ms, tokens_in, tokens_out, citations, figures, steps, claims, draft)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
			append(append([]any{m.ID, c.ID, m.TurnID, m.Role, m.Text, m.Engine, m.State, m.Error, m.Understood, m.CreatedAt}, costOf(m)...), evidence...)...)
		if err != nil {
			return db.wrote(ctx, fmt.Errorf("store a message: %w", err))
		}
		if err := saveProposal(ctx, t, m.Proposal); err != nil {
			return db.wrote(ctx, err)
		}
	}
	return db.wrote(ctx, t.Commit())
}

// SaveMessage overwrites a stored message, and stores with it what it proposes. It fails with ENotFound where it is gone.
func (db *DB) SaveMessage(ctx context.Context, m portfolio.Message) error {
	if m.Proposal == nil {
		return db.saveMessage(ctx, m)
	}
	return db.deciding(ctx, func() error { return db.saveMessage(ctx, m) })
}

func (db *DB) saveMessage(ctx context.Context, m portfolio.Message) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	evidence, err := evidenceOf(m)
	if err != nil {
		return err
	}
	t, err := db.writer.BeginTx(ctx, nil)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("store a message: %w", err))
	}
	defer func() { _ = t.Rollback() }() // does nothing after a commit
	result, err := t.ExecContext(ctx, `UPDATE messages SET text = ?, engine = ?, state = ?, error = ?, understood = ?, took_ms = ?, tokens_in = ?, tokens_out = ?, citations = ?, figures = ?, steps = ?, claims = ?, draft = ? WHERE id = ?`,
		append(append(append([]any{m.Text, m.Engine, m.State, m.Error, m.Understood}, costOf(m)...), evidence...), m.ID)...)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("store a message: %w", err))
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return portfolio.Errorf(portfolio.ENotFound, "The conversation was deleted meanwhile.")
	}
	if err := saveProposal(ctx, t, m.Proposal); err != nil {
		return db.wrote(ctx, err)
	}
	return db.wrote(ctx, t.Commit())
}

// costOf gives the time and the tokens of a message as they are stored.
func costOf(m portfolio.Message) []any {
	if m.Tokens == nil {
		return []any{m.TookMs, nil, nil}
	}
	return []any{m.TookMs, m.Tokens.In, m.Tokens.Out}
}

// evidenceOf gives citations, figures, steps and claims as they are stored, JSON arrays and never null, and the draft.
func evidenceOf(m portfolio.Message) ([]any, error) {
	citations, err := jsonArray(m.Citations)
	if err != nil {
		return nil, err
	}
	figures, err := jsonArray(m.Figures)
	if err != nil {
		return nil, err
	}
	steps, err := jsonArray(m.Steps)
	if err != nil {
		return nil, err
	}
	claims, err := jsonArray(m.Claims)
	if err != nil {
		return nil, err
	}
	draft, err := json.Marshal(m.Draft)
	return []any{citations, figures, steps, claims, string(draft)}, err
}

// jsonArray writes a list, empty where it is nil.
func jsonArray[R any](list []R) (string, error) {
	if list == nil {
		return "[]", nil
	}
	data, err := json.Marshal(list)
	if err != nil {
		return "", fmt.Errorf("write a list: %w", err)
	}
	return string(data), nil
}

// Conversation gives a conversation with its messages, oldest first. It fails with ENotFound.
func (db *DB) Conversation(ctx context.Context, id string) (portfolio.Conversation, error) {
	found, err := collect(ctx, db.reader, scanConversation, selectConversation+` WHERE x.id = ?`, id)
	if err != nil {
		return portfolio.Conversation{}, err
	}
	if len(found) == 0 {
		return portfolio.Conversation{}, portfolio.Errorf(portfolio.ENotFound, "There is no conversation %q.", id)
	}
	found[0].Messages, err = collect(ctx, db.reader, scanMessage, `SELECT id, conversation_id, turn_id, role, text, engine, state, error, understood, citations, figures, steps, claims, draft, took_ms, tokens_in, tokens_out, created_at
		FROM messages WHERE conversation_id = ? ORDER BY key`, id)
	if err != nil {
		return found[0], err
	}
	proposals, err := collect(ctx, db.reader, scanProposal, selectProposal+` WHERE x.conversation_id = ?`, id)
	for i, p := range proposals {
		for j, m := range found[0].Messages {
			if m.TurnID == p.TurnID && m.Role == portfolio.RoleAssistant {
				found[0].Messages[j].Proposal = &proposals[i]
			}
		}
	}
	return found[0], err
}

// Conversations lists all conversations without their messages: pinned ones, then the others, the last one talked in first.
func (db *DB) Conversations(ctx context.Context) ([]portfolio.Conversation, error) {
	return collect(ctx, db.reader, scanConversation, selectConversation+` ORDER BY x.pinned DESC, x.updated_at DESC, x.id DESC`)
}

// DeleteConversation removes a conversation with its messages and with what still waits of it. It fails with ENotFound.
func (db *DB) DeleteConversation(ctx context.Context, id string) error {
	return db.deciding(ctx, func() error { return db.deleteConversation(ctx, id) })
}

func (db *DB) deleteConversation(ctx context.Context, id string) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	result, err := db.writer.ExecContext(ctx, `DELETE FROM conversations WHERE id = ?`, id)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("delete a conversation: %w", err))
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return portfolio.Errorf(portfolio.ENotFound, "There is no conversation %q.", id)
	}
	_, err = db.writer.ExecContext(ctx, `DELETE FROM proposals WHERE conversation_id = ? AND state <> 'applied'`, id)
	return db.wrote(ctx, err)
}

// StopStreaming marks every streaming message as stopped: at start-up they are what an earlier run left behind.
func (db *DB) StopStreaming(ctx context.Context) error {
	_, err := db.writer.ExecContext(ctx, `UPDATE messages SET state = 'stopped' WHERE state = 'streaming'`)
	return db.wrote(ctx, err)
}
