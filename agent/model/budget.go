package model

import (
	"strings"
	"unicode/utf8"

	"charm.land/fantasy"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
)

// usualContext is what a model is taken to hold, in tokens, where nobody said. The tools alone take more than half of it;
// what is smaller is offered the most important of them.
const usualContext = 16384

// The estimate of tokens. A token is taken to be 3 bytes: English has about 4, other languages and JSON fewer, so that the
// estimate errs on the safe side. Each message costs a few tokens more.
const (
	bytesPerToken    = 3
	tokensPerMessage = 8
)

// tokens estimates how many tokens a text has.
func tokens(text string) int { return (len(text) + bytesPerToken - 1) / bytesPerToken }

// weigh estimates how many tokens a message has.
func weigh(m fantasy.Message) int {
	n := tokensPerMessage
	for _, part := range m.Content {
		switch p := part.(type) {
		case fantasy.TextPart:
			n += tokens(p.Text)
		case fantasy.ToolCallPart:
			n += tokens(p.ToolName) + tokens(p.Input)
		case fantasy.ToolResultPart:
			n += tokensPerMessage + tokens(resultText(p))
		}
	}
	return n
}

// weighTool estimates how many tokens a tool has.
func weighTool(t fantasy.Tool) int {
	f, ok := t.(fantasy.FunctionTool)
	if !ok {
		return 0
	}
	schema, err := encode(f.InputSchema)
	if err != nil {
		return 0 // a schema of ours is JSON
	}
	return tokensPerMessage + tokens(f.Name) + tokens(f.Description) + tokens(schema)
}

// weighAll estimates how many tokens messages have.
func weighAll(messages []fantasy.Message) (n int) {
	for _, m := range messages {
		n += weigh(m)
	}
	return n
}

func resultText(p fantasy.ToolResultPart) string {
	switch out := p.Output.(type) {
	case fantasy.ToolResultOutputContentText:
		return out.Text
	case fantasy.ToolResultOutputContentError:
		return out.Error.Error()
	}
	return ""
}

// budget is what a request may hold, in tokens.
type budget struct {
	whole  int // the context of the model
	answer int // kept free for the answer
}

func budgetOf(e portfolio.Endpoint) budget {
	whole := e.Context
	if whole == 0 {
		whole = usualContext
	}
	return budget{whole: whole, answer: min(whole/4, 2048)}
}

// request is how many tokens a request may have.
func (b budget) request() int { return b.whole - b.answer }

// tools is how many tokens of a request the tools may take.
func (b budget) tools() int { return b.request() * 2 / 3 }

// result is how many tokens the result of one tool call may have, in a request that has so many besides its messages.
func (b budget) result(besides int) int { return max((b.request()-besides)/2, 200) }

// cutResult shortens the result of a tool to what fits.
func (b budget) cutResult(text string, besides int) (short string, cut bool) {
	most := b.result(besides) * bytesPerToken
	if len(text) <= most {
		return text, false
	}
	for most > 0 && !utf8.RuneStart(text[most]) {
		most--
	}
	return text[:most] + "\n" + fixed("cut.md"), true
}

// forget takes the results of the oldest tool calls away until the messages fit. It reports false where they never do.
func (b budget) forget(messages []fantasy.Message, besides int) (forgot, fits bool) {
	gone := fixed("forgotten.md")
	for _, m := range messages {
		for i, part := range m.Content {
			if weighAll(messages)+besides <= b.request() {
				return forgot, true
			}
			p, ok := part.(fantasy.ToolResultPart)
			if !ok || len(resultText(p)) <= len(gone) {
				continue
			}
			p.Output = fantasy.ToolResultOutputContentText{Text: gone}
			m.Content[i], forgot = p, true
		}
	}
	return forgot, weighAll(messages)+besides <= b.request()
}

// remember turns the turns before a question into messages, as many of the newest as fit into room. It gives the number
// of turns that are left out.
func remember(history []portfolio.Message, room int) (messages []fantasy.Message, left int) {
	turns := turnsOf(history)
	used := 0
	from := len(turns)
	for from > 0 {
		need := weighAll(turns[from-1])
		if used+need > room {
			break
		}
		used += need
		from--
	}
	if from > 0 {
		messages = append(messages, said(fantasy.MessageRoleUser, fixed("shortened.md")), said(fantasy.MessageRoleAssistant, "…"))
	}
	for _, turn := range turns[from:] {
		messages = append(messages, turn...)
	}
	return messages, from
}

// turnsOf pairs questions with their answers. A question without an answer gets an empty one: many models insist that the
// two sides take turns.
func turnsOf(history []portfolio.Message) (turns [][]fantasy.Message) {
	for _, m := range history {
		if m.Role == portfolio.RolePerson {
			turns = append(turns, []fantasy.Message{said(fantasy.MessageRoleUser, m.Text), said(fantasy.MessageRoleAssistant, "…")})
			continue
		}
		if text := strings.TrimSpace(asSaid(m.Text)); text != "" && len(turns) > 0 {
			turns[len(turns)-1][1] = said(fantasy.MessageRoleAssistant, text)
		}
	}
	return turns
}

// said makes a message of a text.
func said(role fantasy.MessageRole, text string) fantasy.Message {
	return fantasy.Message{Role: role, Content: []fantasy.MessagePart{fantasy.TextPart{Text: text}}}
}

// cited gives the records that earlier answers cite.
func cited(q agent.Question) (all []portfolio.Citation) {
	for _, m := range q.History {
		all = append(all, m.Citations...)
	}
	return all
}
