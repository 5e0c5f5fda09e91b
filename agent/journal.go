package agent

import (
	"context"

	"portfolio-ai/store/portfolio"
)

// Journal keeps conversations. It is safe for concurrent use, and what it has accepted survives the end of the program.
type Journal interface {
	// BeginTurn stores a question and the empty streaming answer to it, both in c.Messages, in one transaction. It creates
	// the conversation (ID, Title, CreatedAt, UpdatedAt) where the journal does not have it, and else keeps its title and
	// creation and raises its UpdatedAt.
	BeginTurn(ctx context.Context, c portfolio.Conversation) error

	// SaveMessage overwrites a stored message with the same ID, and fails with ENotFound where the journal does not have
	// it (any more).
	SaveMessage(ctx context.Context, m portfolio.Message) error

	// Conversation gives a conversation with its messages, in the order in which they were begun. It fails with ENotFound.
	Conversation(ctx context.Context, id string) (portfolio.Conversation, error)

	// Conversations lists all conversations without their messages: pinned ones, then the others, the last one talked in
	// first.
	Conversations(ctx context.Context) ([]portfolio.Conversation, error)

	// DeleteConversation removes a conversation with its messages. It fails with ENotFound.
	DeleteConversation(ctx context.Context, id string) error

	// RestoreConversation stores a conversation that was deleted, as Conversation gave it before, with what it proposes.
	RestoreConversation(ctx context.Context, c portfolio.Conversation) error

	// RenameConversation gives a conversation another title. It fails with ENotFound.
	RenameConversation(ctx context.Context, id, title string) error

	// StopStreaming marks every streaming message as stopped: at start-up they are what an earlier run left behind.
	StopStreaming(ctx context.Context) error
}
