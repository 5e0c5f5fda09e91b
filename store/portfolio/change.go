package portfolio

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Actor is who is behind a change set.
type Actor string

// The actors.
const (
	ByPerson Actor = "person"
	ByImport Actor = "import"
	ByAgent  Actor = "agent" // proposed by the agent, approved by a person
)

// Actors lists all of them.
var Actors = []Actor{ByPerson, ByImport, ByAgent}

// WholeRecord is the Field of a change that creates or deletes a record: Before or After is null, the other one holds
// the record.
const WholeRecord = "*"

// Change is one row of a change set or of a proposal. For a field of a program, ID and Label are the program's; for a
// posted status update (Field "status_update", After its text) they are the program's too; else they are the record's own.
// Why is the reason of a row of a proposal, where one is known; the rows of a change set have none, its head has.
type Change struct {
	Entity    Entity          `json:"entity"`
	ID        string          `json:"id"`
	Label     string          `json:"label"`
	ProgramID string          `json:"program_id"`
	Field     string          `json:"field"`
	Before    json.RawMessage `json:"before" ts_type:"unknown"`
	After     json.RawMessage `json:"after" ts_type:"unknown"`
	Why       string          `json:"why,omitempty"`
}

// longestWhy bounds why a row changes, in characters: it stands beside its row.
const longestWhy = 200

// WhyLine brings what was said of why a row changes to one line of bounded length.
func WhyLine(text string) string {
	text = strings.Join(strings.FieldsFunc(text, func(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) }), " ")
	if utf8.RuneCountInString(text) <= longestWhy {
		return text
	}
	return string([]rune(text)[:longestWhy-1]) + "…"
}

// FieldWords names what the row changes as it stands in a sentence: "launch date", "the risk".
func (c Change) FieldWords() string {
	switch {
	case c.Field == WholeRecord && c.Entity == EntityProgram:
		return "the whole program"
	case c.Field == WholeRecord:
		return "the " + c.Entity.Words()
	}
	return strings.ReplaceAll(c.Field, "_", " ")
}

// Creates reports whether the row makes a record.
func (c Change) Creates() bool { return c.Field == WholeRecord && isNull(c.Before) }

// Deletes reports whether the row takes a record away.
func (c Change) Deletes() bool { return c.Field == WholeRecord && isNull(c.After) }

// ChangeSet is one write: undone as one step, shown as one entry in Activity.
type ChangeSet struct {
	ID        int64    `json:"id"`
	Actor     Actor    `json:"actor"`
	Why       string   `json:"why"`
	WrittenAt Millis   `json:"written_at"`
	AsOf      Date     `json:"as_of"`                           // the day on which its facts were true
	Reverts   *int64   `json:"reverts" ts_type:"number | null"` // the change set that this one undoes or redoes
	Undone    bool     `json:"undone"`
	Count     int      `json:"count"` // rows
	Changes   []Change `json:"changes"`
}
