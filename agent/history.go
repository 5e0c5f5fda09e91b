package agent

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// Bounds of titles, in characters: of one that is made of a question, and of one that a person gives.
const (
	maxTitle      = 60
	maxGivenTitle = 200
)

// maxDeleted bounds how many conversations Restore can bring back.
const maxDeleted = 20

// title cuts a question to the length of a title, at a word where there is one.
func title(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	runes := []rune(text)
	if len(runes) <= maxTitle {
		return text
	}
	cut := string(runes[:maxTitle-1])
	if at := strings.LastIndexByte(cut, ' '); at >= maxTitle/2 {
		cut = cut[:at]
	}
	return cut + "…"
}

// List gives all conversations without their messages: pinned ones, then the others, the last one talked in first.
func (t *Turns) List(ctx context.Context) ([]portfolio.Conversation, error) {
	return t.options.Journal.Conversations(ctx)
}

// Rename gives a conversation another title; an empty one is the first question again. It fails with EInvalid for a title
// that is too long, and with ENotFound.
func (t *Turns) Rename(ctx context.Context, conversationID, to string) error {
	to = strings.Join(strings.Fields(to), " ")
	if utf8.RuneCountInString(to) > maxGivenTitle {
		return portfolio.Invalidf("A title may have up to %d characters; shorten it.", maxGivenTitle)
	}
	if to == "" {
		c, err := t.options.Journal.Conversation(ctx, conversationID)
		if err != nil {
			return err
		}
		for _, m := range slices.Backward(c.Messages) {
			if m.Role == portfolio.RolePerson {
				to = title(m.Text)
			}
		}
	}
	if to == "" {
		return portfolio.Invalidf("Give the conversation a title.")
	}
	return t.options.Journal.RenameConversation(ctx, conversationID, to)
}

// Delete stops what is going on in a conversation and removes it. It fails with ENotFound. Until Close, Restore brings it
// back.
func (t *Turns) Delete(ctx context.Context, conversationID string) error {
	for _, running := range t.of(conversationID) {
		running.cancel()
		select {
		case <-running.over:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	c, err := t.options.Journal.Conversation(ctx, conversationID)
	if err != nil {
		return err
	}
	if err := t.options.Journal.DeleteConversation(ctx, conversationID); err != nil {
		return err
	}
	t.mu.Lock()
	defer t.mu.Unlock()
	t.deleted = append(t.deleted, c)
	t.deleted = t.deleted[max(0, len(t.deleted)-maxDeleted):]
	return nil
}

// Restore brings back a conversation that Delete removed, with what it proposed. It fails with ENotFound where it was not
// removed here, or too many others were after it.
func (t *Turns) Restore(ctx context.Context, conversationID string) error {
	t.mu.Lock()
	i := slices.IndexFunc(t.deleted, func(c portfolio.Conversation) bool { return c.ID == conversationID })
	if i < 0 {
		t.mu.Unlock()
		return portfolio.Errorf(portfolio.ENotFound, "This conversation can no longer be brought back.")
	}
	c := t.deleted[i]
	t.deleted = slices.Delete(t.deleted, i, i+1)
	t.mu.Unlock()
	err := t.options.Journal.RestoreConversation(ctx, c)
	if err != nil {
		t.mu.Lock()
		t.deleted = append(t.deleted, c)
		t.mu.Unlock()
	}
	return err
}

// of lists the turns of a conversation.
func (t *Turns) of(conversationID string) []*turn {
	t.mu.Lock()
	defer t.mu.Unlock()
	var found []*turn
	for _, running := range t.turns {
		if running.ref.ConversationID == conversationID {
			found = append(found, running)
		}
	}
	return found
}
