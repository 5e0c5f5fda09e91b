package app

import (
	"context"

	"portfolio-ai/agent"
	"portfolio-ai/app/desk"
	"portfolio-ai/store/portfolio"
)

// Chat is the assistant.
type Chat struct{ s *session }

// Prepare begins to read ahead what the first question will need. The window calls it when its first page is drawn: before
// that, the page needs the computer more.
func (c *Chat) Prepare() error {
	return run(c.s, "Chat.Prepare", func(context.Context, *desk.Desk) error {
		c.s.written.Reset(0)
		return nil
	})
}

// Send asks a question; conversation "" begins a new one, and engine "" is the built-in analyst: else it is the id of one of
// Engines.List. The answer comes as events.
func (c *Chat) Send(conversationID, text string, scope agent.Scope, engine string) (agent.TurnRef, error) {
	return call(c.s, "Chat.Send", func(ctx context.Context, _ *desk.Desk) (agent.TurnRef, error) {
		return c.s.turns.Send(ctx, conversationID, text, scope, engine)
	})
}

// Stop ends a turn at once; what was said so far stays.
func (c *Chat) Stop(turnID string) error {
	return run(c.s, "Chat.Stop", func(context.Context, *desk.Desk) error { return c.s.turns.Stop(turnID) })
}

// Open reads a conversation. An answer that is still coming has its text so far and the number of its newest event.
func (c *Chat) Open(conversationID string) (portfolio.Conversation, error) {
	return call(c.s, "Chat.Open", func(ctx context.Context, _ *desk.Desk) (portfolio.Conversation, error) {
		return c.s.turns.Open(ctx, conversationID)
	})
}

// List reads all conversations without their messages: pinned ones, then the others, the last one talked in first.
func (c *Chat) List() ([]portfolio.Conversation, error) {
	return call(c.s, "Chat.List", func(ctx context.Context, _ *desk.Desk) ([]portfolio.Conversation, error) {
		return c.s.turns.List(ctx)
	})
}

// Find lists the conversations that hold every word of a text, in the order of List, each with what was found.
func (c *Chat) Find(text string) ([]portfolio.FoundConversation, error) {
	return call(c.s, "Chat.Find", func(ctx context.Context, d *desk.Desk) ([]portfolio.FoundConversation, error) {
		return d.Store.FindConversations(ctx, text)
	})
}

// Rename gives a conversation another title; "" is its first question again.
func (c *Chat) Rename(conversationID, title string) error {
	return run(c.s, "Chat.Rename", func(ctx context.Context, _ *desk.Desk) error {
		return c.s.turns.Rename(ctx, conversationID, title)
	})
}

// Pin lets a conversation stand first, or among the others again.
func (c *Chat) Pin(conversationID string, pinned bool) error {
	return run(c.s, "Chat.Pin", func(ctx context.Context, d *desk.Desk) error {
		return d.Store.PinConversation(ctx, conversationID, pinned)
	})
}

// Delete deletes a conversation; until the program ends, Restore brings it back.
func (c *Chat) Delete(conversationID string) error {
	return run(c.s, "Chat.Delete", func(ctx context.Context, _ *desk.Desk) error { return c.s.turns.Delete(ctx, conversationID) })
}

// Restore brings back a conversation that was deleted.
func (c *Chat) Restore(conversationID string) error {
	return run(c.s, "Chat.Restore", func(ctx context.Context, _ *desk.Desk) error { return c.s.turns.Restore(ctx, conversationID) })
}
