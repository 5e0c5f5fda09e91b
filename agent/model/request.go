package model

import (
	"context"
	"errors"
	"time"

	"charm.land/fantasy"

	"portfolio-ai/store/portfolio"
)

// The most that a model may send for one answer, in bytes: in words of the answer, and with its thoughts and its calls.
// Both are far beyond any answer that somebody reads.
const (
	mostWords = 60_000
	mostBytes = 1_000_000
)

// received is what one request brought.
type received struct {
	text   string
	calls  []fantasy.ToolCallPart
	reason fantasy.FinishReason
}

// message gives it as a message, for the next request.
func (r received) message() fantasy.Message {
	m := fantasy.Message{Role: fantasy.MessageRoleAssistant}
	if r.text != "" {
		m.Content = append(m.Content, fantasy.TextPart{Text: r.text})
	}
	for _, c := range r.calls {
		m.Content = append(m.Content, c)
	}
	return m
}

// request asks the model once, and a second time where that may help and nothing of the first was shown.
func (a *answer) request(ctx context.Context) (received, error) {
	got, err := a.stream(ctx)
	if err == nil || got.text != "" || !worthAgain(err) {
		return got, err
	}
	select {
	case <-time.After(a.engine.o.Pause):
		return a.stream(ctx)
	case <-ctx.Done():
		return got, ctx.Err()
	}
}

// stream makes one request and hands on the words of the answer as they come. A silence longer than the limit ends it.
func (a *answer) stream(ctx context.Context) (got received, err error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	silence := time.AfterFunc(a.engine.o.Stall, func() { cancel(errStalled) })
	defer silence.Stop()

	auto := fantasy.ToolChoiceAuto
	call := fantasy.Call{Prompt: a.prompt(), Tools: a.offered}
	if len(a.offered) > 0 {
		call.ToolChoice = &auto
	}
	parts, err := a.engine.model.Stream(ctx, call)
	if err == nil {
		a.writer.thought.again()
		for part := range parts {
			silence.Reset(a.engine.o.Stall)
			if err = a.part(&got, part); err != nil {
				break
			}
		}
	}
	if cause := context.Cause(ctx); errors.Is(cause, errStalled) {
		return got, cause
	}
	return got, err
}

// part takes in a piece of what the model sends.
func (a *answer) part(got *received, part fantasy.StreamPart) error {
	a.bytes += len(part.Delta)
	switch part.Type {
	case fantasy.StreamPartTypeTextDelta:
		got.text += part.Delta
		a.words += len(part.Delta)
		a.writer.write(part.Delta)
	case fantasy.StreamPartTypeToolCall:
		got.calls = append(got.calls, fantasy.ToolCallPart{ToolCallID: part.ID, ToolName: part.ToolCallName, Input: part.ToolCallInput})
	case fantasy.StreamPartTypeFinish:
		got.reason = part.FinishReason
		a.spend(part.Usage)
	case fantasy.StreamPartTypeError:
		return part.Error
	default: // thoughts, and calls that are not complete yet
	}
	if a.words > mostWords || a.bytes > mostBytes {
		return errEndless
	}
	return nil
}

// spend adds what an endpoint counted for a request. One that counts nothing says so with zeros.
func (a *answer) spend(u fantasy.Usage) {
	if u.InputTokens == 0 && u.OutputTokens == 0 {
		return
	}
	if a.tokens == nil {
		a.tokens = &portfolio.Tokens{}
	}
	a.tokens.In += int(u.InputTokens + u.CacheReadTokens)
	a.tokens.Out += int(u.OutputTokens)
}
