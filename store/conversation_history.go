package store

import (
	"context"
	"fmt"

	"portfolio-ai/store/portfolio"
)

// RenameConversation gives a conversation another title. It fails with ENotFound.
func (db *DB) RenameConversation(ctx context.Context, id, title string) error {
	return db.changeConversation(ctx, id, `UPDATE conversations SET title = ? WHERE id = ?`, title)
}

// PinConversation lets a conversation stand first in lists, or among the others again. It fails with ENotFound.
func (db *DB) PinConversation(ctx context.Context, id string, pinned bool) error {
	return db.changeConversation(ctx, id, `UPDATE conversations SET pinned = ? WHERE id = ?`, pinned)
}

// changeConversation sets a value of a conversation.
func (db *DB) changeConversation(ctx context.Context, id, statement string, value any) error {
	if err := db.mayWrite(); err != nil {
		return err
	}
	result, err := db.writer.ExecContext(ctx, statement, value, id)
	if err != nil {
		return db.wrote(ctx, fmt.Errorf("change a conversation: %w", err))
	}
	if n, err := result.RowsAffected(); err != nil || n == 0 {
		return portfolio.Errorf(portfolio.ENotFound, "There is no conversation %q.", id)
	}
	return db.wrote(ctx, nil)
}

// RestoreConversation stores a conversation that was deleted, as Conversation gave it before, with all that it proposed.
func (db *DB) RestoreConversation(ctx context.Context, c portfolio.Conversation) error {
	return db.deciding(ctx, func() error { return db.addMessages(ctx, c) })
}

// Signs around a word that was found: no text has them.
const foundFrom, foundTo = '\x02', '\x03'

// FindConversations lists the conversations of which the title, or a message, holds every word of a text, the last one as a
// prefix, in the order of Conversations. A text without a word finds nothing.
func (db *DB) FindConversations(ctx context.Context, text string) ([]portfolio.FoundConversation, error) {
	found := []portfolio.FoundConversation{}
	if err := portfolio.CheckSearch(text); err != nil {
		return nil, err
	}
	match := searchTerms(text)
	if match == "" {
		return found, nil
	}
	whole := func(title string) []portfolio.Piece { return pieces([]rune(title)) }
	titles, err := db.marked(ctx, match, whole, `SELECT conversation_id, highlight(conversations_search, 0, char(2), char(3))
		FROM conversations_search WHERE conversations_search MATCH ?`)
	if err != nil {
		return nil, err
	}
	passages, err := db.marked(ctx, match, passage, `SELECT m.conversation_id, highlight(messages_search, 0, char(2), char(3))
		FROM messages_search JOIN messages m ON m.key = messages_search.rowid WHERE messages_search MATCH ? ORDER BY m.key DESC`)
	if err != nil {
		return nil, err
	}
	all, err := db.Conversations(ctx)
	if err != nil {
		return nil, err
	}
	for _, c := range all {
		title, passage := titles[c.ID], passages[c.ID]
		if title == nil && passage == nil {
			continue
		}
		if title == nil {
			title = []portfolio.Piece{{Text: c.Title}}
		}
		if passage == nil {
			passage = []portfolio.Piece{}
		}
		found = append(found, portfolio.FoundConversation{Conversation: c, Title: title, Passage: passage})
	}
	return found, nil
}

// marked gives by conversation what cut makes of the first text of a query in which something that can be read is marked:
// the address of a record is no word of an answer.
func (db *DB) marked(ctx context.Context, match string, cut func(string) []portfolio.Piece, query string) (map[string][]portfolio.Piece, error) {
	type line struct{ conversation, text string }
	scan := func(row scanner) (l line, err error) { return l, row.Scan(&l.conversation, &l.text) }
	passages := map[string][]portfolio.Piece{}
	for l, err := range stream(ctx, db.reader, scan, query, match) {
		if err != nil {
			return nil, fmt.Errorf("find conversations: %w", err)
		}
		if passages[l.conversation] != nil {
			continue
		}
		if pieces := cut(l.text); pieces != nil {
			passages[l.conversation] = pieces
		}
	}
	return passages, nil
}
