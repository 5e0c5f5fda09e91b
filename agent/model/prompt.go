package model

import (
	"embed"
	"encoding/json"
	"regexp"
	"strings"
	"text/template"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
)

//go:embed prompts/*.md
var promptFiles embed.FS

// prompts are what the model is told, a file each. They are parsed once: a file that does not parse is a fault of the build.
var prompts = template.Must(template.ParseFS(promptFiles, "prompts/*.md"))

// rulesFor is what the rules are filled in with. Nothing in it is a text that somebody wrote into a record.
type rulesFor struct {
	Today           portfolio.Date
	FiscalYearStart string
	Open            string // the id of the program that is open, quoted; "" where there is none
	Shown, Total    int    // programs in the facts, for a model without tools
}

func newRulesFor(q agent.Question) rulesFor {
	r := rulesFor{Today: q.Today, FiscalYearStart: q.FiscalYearStart.String()}
	if harmlessID.MatchString(q.Scope.ProgramID) {
		r.Open = q.Scope.ProgramID
	}
	return r
}

// harmlessID is an id that cannot be read as a sentence. Ids can come from files.
var harmlessID = regexp.MustCompile(`^[\w.-]{1,64}$`)

// prompt fills in one of the files.
func prompt[T any](name string, with T) string {
	var b strings.Builder
	if err := prompts.ExecuteTemplate(&b, name, with); err != nil {
		panic(err) // the files and what fills them in are both ours, and the package's test tries each
	}
	return strings.TrimSpace(b.String())
}

// fixed gives one of the files that need nothing filled in.
func fixed(name string) string { return prompt(name, struct{}{}) }

// ownLink is a link of ours in an earlier answer.
var ownLink = regexp.MustCompile(`\[((?:\\.|[^\[\]\\])*)\]\(#/[^()\s]*\)`)

// escape is an escaped character in an earlier answer.
var escape = regexp.MustCompile(`\\([[:punct:]])`)

// asSaid gives an earlier answer as the model would have said it: names instead of links.
func asSaid(text string) string {
	return escape.ReplaceAllString(ownLink.ReplaceAllString(text, "$1"), "$1")
}

// encode writes what a model gets as data.
func encode[T any](value T) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(value)
	return strings.TrimSpace(b.String()), err
}
