package model

import "strings"

// thought drops what a model thinks aloud between <think> and </think> before it answers. Endpoints that know thinking
// models keep it apart by themselves; others leave it in the text.
type thought struct {
	state thinking
	held  string
}

type thinking int

const (
	thinkingMaybe thinking = iota // nothing was said yet
	thinkingAloud
	thinkingOver
)

const thinkBegins, thinkEnds = "<think>", "</think>"

// strip gives what is said of a piece of text.
func (t *thought) strip(delta string) string {
	if t.state == thinkingOver {
		return delta
	}
	t.held += delta
	if t.state == thinkingMaybe {
		begin := strings.TrimSpace(t.held)
		switch {
		case strings.HasPrefix(begin, thinkBegins):
			t.state = thinkingAloud
		case strings.HasPrefix(thinkBegins, begin):
			return ""
		default:
			return t.rest()
		}
	}
	if _, said, over := strings.Cut(t.held, thinkEnds); over {
		t.state, t.held = thinkingOver, ""
		return said
	}
	return ""
}

// rest gives what is held and is no thought, at the end of a text. The next text may begin with another thought.
func (t *thought) rest() string {
	held := t.held
	if t.state == thinkingAloud {
		held = ""
	}
	t.state, t.held = thinkingOver, ""
	return held
}

// again makes ready for another text.
func (t *thought) again() { *t = thought{} }
