package agent

import (
	"fmt"
	"slices"

	"portfolio-ai/agent/markdown"
	"portfolio-ai/store/portfolio"
)

// Scope is what a question is about. The zero value is the whole portfolio.
type Scope struct {
	ProgramID string `json:"program_id"` // the program whose page is open: "it"

	// Programs finds the programs that the question is about; nil is all of them. What a question names is found wherever it
	// is. View is the name of the saved view that they are, "" for none.
	Programs *portfolio.Query `json:"programs,omitempty"`
	View     string           `json:"view,omitempty"`
}

// Validate checks that the programs of the scope can be asked for. It fails with EInvalid.
func (s Scope) Validate() error {
	if s.Programs == nil {
		return nil
	}
	return portfolio.Query{Of: portfolio.EntityProgram, Within: s.Programs}.Validate()
}

// Selected reports whether somebody picked the programs one by one.
func (s Scope) Selected() bool {
	return s.Programs != nil && slices.ContainsFunc(s.Programs.Where, func(c portfolio.Condition) bool { return c.Field == portfolio.FieldID })
}

// Words says in Markdown which programs the scope holds, behind their number or "the": "selected programs", "programs in
// the view “Mine”". It is "" for all of them.
func (s Scope) Words(one bool) string {
	noun := "programs"
	if one {
		noun = "program"
	}
	switch {
	case s.Programs == nil:
		return ""
	case s.Selected():
		return "selected " + noun
	case s.View != "":
		return noun + s.Place()
	}
	return noun + " in the list on screen"
}

// Lead begins an answer about n programs of the scope: "*Of the 4 selected programs:*".
func (s Scope) Lead(n int) string {
	if n == 0 {
		return "There are no " + s.Words(false) + "."
	}
	return fmt.Sprintf("*Of the %d %s:*", n, s.Words(n == 1))
}

// Place says in Markdown in which view the programs are: " in the view “Mine”"; "" without a view.
func (s Scope) Place() string {
	if s.View == "" {
		return ""
	}
	return " in the view “" + markdown.Plain(s.View) + "”"
}
