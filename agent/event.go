package agent

import "portfolio-ai/store/portfolio"

// TurnRef names a turn that was begun, and the conversation it belongs to, which may be a new one.
type TurnRef struct {
	ConversationID string `json:"conversation_id"`
	TurnID         string `json:"turn_id"`
}

// ChatProgress carries what an answer gained since the event before. Seq is 1 in the first event of a turn and rises by
// one with each, the finish included.
type ChatProgress struct {
	ConversationID string           `json:"conversation_id"`
	TurnID         string           `json:"turn_id"`
	Seq            int64            `json:"seq"`
	Text           string           `json:"text"`  // to append
	Steps          []portfolio.Step `json:"steps"` // to append
}

// ChatFinished ends a turn. It comes exactly once, after the journal has the message, which is complete.
type ChatFinished struct {
	ConversationID string            `json:"conversation_id"`
	TurnID         string            `json:"turn_id"`
	Seq            int64             `json:"seq"`
	Message        portfolio.Message `json:"message"`
}

// Events is where a turn reports. The events of one turn come from one goroutine, in order; those of several turns may
// come at the same time. A method must not wait for the person.
type Events interface {
	ChatProgress(ChatProgress)
	ChatFinished(ChatFinished)
}
