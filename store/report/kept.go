package report

import "portfolio-ai/store/portfolio"

// Scope says which programs a report is about, by the id of a saved view or of a program. The zero value is the whole
// portfolio.
type Scope struct {
	View    string `json:"view"`
	Program string `json:"program"`
}

// Whole names the scope of the whole portfolio.
const Whole = "Whole portfolio"

// Validate fails with EInvalid for a scope of two things.
func (s Scope) Validate() error {
	if s.View != "" && s.Program != "" {
		return portfolio.Invalidf("A report is about a saved view or about a program, not about both.")
	}
	return nil
}

// Request asks for a report.
type Request struct {
	Kind  Kind           `json:"kind" ts_type:"'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes'"`
	Scope Scope          `json:"scope"`
	AsOf  portfolio.Date `json:"as_of" ts_type:"string | null"` // the zero day is today
	Since portfolio.Date `json:"since" ts_type:"string | null"` // changes count from the begin of this day; the zero day stands for the last report of the kind and scope
}

// Validate fails with EInvalid for a request that cannot be met.
func (r Request) Validate() error {
	if err := r.Kind.Validate(); err != nil {
		return err
	}
	switch {
	case r.Kind == Program && r.Scope.Program == "":
		return portfolio.Invalidf("A program sheet is about one program; choose it.")
	case r.Kind != Program && r.Scope.Program != "":
		return portfolio.Invalidf("Only a program sheet is about one program; choose a saved view or the whole portfolio.")
	}
	return r.Scope.Validate()
}

// Head is what a list of kept reports shows of one.
type Head struct {
	ID        string           `json:"id"`
	Kind      Kind             `json:"kind" ts_type:"'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes'"`
	Title     string           `json:"title"`
	Scope     Scope            `json:"scope"`
	ScopeName string           `json:"scope_name"`
	AsOf      portfolio.Date   `json:"as_of"`
	Since     portfolio.Date   `json:"since" ts_type:"string | null"`
	CreatedAt portfolio.Millis `json:"created_at"`
}

// Kept is a report that was handed over. It never changes with the data; the narrative is the person's to write, as Markdown
// like an answer, "" where there is none.
type Kept struct {
	Head
	Report    Report `json:"report"`
	Narrative string `json:"narrative"`
}
