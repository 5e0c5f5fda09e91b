package portfolio

import "encoding/json"

// Role is who speaks in a conversation.
type Role string

// The roles.
const (
	RolePerson    Role = "person"
	RoleAssistant Role = "assistant"
)

// TurnState is how far an answer has come.
type TurnState string

// The states of a turn. An answer that was streaming when the program ended is Stopped at the next start.
const (
	TurnStreaming TurnState = "streaming"
	TurnDone      TurnState = "done"
	TurnStopped   TurnState = "stopped" // by the person; the text so far is kept
	TurnFailed    TurnState = "failed"  // Error says why in a sentence
)

// Citation names a record that an answer names, lists or picks out. ProgramID is set for risks and milestones.
type Citation struct {
	Type      Entity `json:"type"`
	ID        string `json:"id"`
	Label     string `json:"label"`
	ProgramID string `json:"program_id,omitempty"`
}

// Figure is a number or a date that an answer states. Value is a JSON number or an ISO day.
type Figure struct {
	Label string          `json:"label"`
	Value json.RawMessage `json:"value" ts_type:"number | string"`
}

// Step is one tool call of a turn: what was asked of the portfolio, how many rows came back, and how long it took.
type Step struct {
	Tool      string          `json:"tool"`
	Arguments json.RawMessage `json:"arguments" ts_type:"unknown"`
	Rows      int             `json:"rows"`
	Ms        float64         `json:"ms"`
}

// Message is one side of a turn, as stored and as shown. Text of the assistant is Markdown in which a record is a link
// to "#/TYPE/ID" ("#/program/ID", "#/risk/ID?program=PID"); it never holds HTML.
type Message struct {
	ID             string     `json:"id"`
	ConversationID string     `json:"conversation_id"`
	TurnID         string     `json:"turn_id"` // joins a question and its answer
	Role           Role       `json:"role"`
	Text           string     `json:"text"`
	Engine         string     `json:"engine"` // label of the engine that answered; "" for the person
	State          TurnState  `json:"state"`
	Error          string     `json:"error"`
	Understood     bool       `json:"understood"`
	Citations      []Citation `json:"citations"`
	Figures        []Figure   `json:"figures"`
	Steps          []Step     `json:"steps"`
	Claims         []Claim    `json:"claims"`                             // what Text states, checked when the answer was done; empty before
	Proposal       *Proposal  `json:"proposal" ts_type:"Proposal | null"` // what the answer proposes; nil for none
	Draft          *Draft     `json:"draft" ts_type:"Draft | null"`       // what Text drafts for others; nil where it only answers
	TookMs         int64      `json:"took_ms"`                            // from the question to the end of its answer; 0 until then
	Tokens         *Tokens    `json:"tokens" ts_type:"Tokens | null"`     // nil where the engine counts none
	CreatedAt      Millis     `json:"created_at"`
	Seq            int64      `json:"seq"` // newest event of a streaming answer that Text already holds
}

// Tokens is what an endpoint counted for an answer, over all requests that it took: what the model read and what it wrote.
type Tokens struct {
	In  int `json:"in"`
	Out int `json:"out"`
}

// Conversation is a list of turns. Title is the first question, cut short, until a person gives another. Pinned ones stand
// first in lists.
type Conversation struct {
	ID        string    `json:"id"`
	Title     string    `json:"title"`
	Pinned    bool      `json:"pinned"`
	CreatedAt Millis    `json:"created_at"`
	UpdatedAt Millis    `json:"updated_at"`
	Messages  []Message `json:"messages"` // oldest first; empty in lists
}

// FoundConversation is a conversation that holds what was looked for. Title is its title, Passage a stretch of the newest
// message that holds it, without Markdown; empty where only the title does.
type FoundConversation struct {
	Conversation Conversation `json:"conversation"`
	Title        []Piece      `json:"title"`
	Passage      []Piece      `json:"passage"`
}

// Piece is a part of a text, and whether it is what was looked for.
type Piece struct {
	Text  string `json:"text"`
	Found bool   `json:"found"`
}
