package model

import (
	"embed"
	"encoding/json"
	"regexp"
	"strconv"
	"strings"

	"portfolio-ai/agent"
	"portfolio-ai/store/portfolio"
)

// promptFiles are what the model is told, a file each.
//
//go:embed prompts/*.md
var promptFiles embed.FS

// blanks is what the rules are filled in with. Nothing in it is a text that somebody wrote into a record.
type blanks struct {
	today           portfolio.Date
	fiscalYearStart string
	open            string // the id of the program that is open; "" where there is none
	part            string // how many programs the tools see; "" where they see all
	never           string // what may not be proposed, in words; "" where all may
	shown, total    int    // programs in the facts, for a model without tools
}

func blanksFor(q agent.Question, part string) blanks {
	b := blanks{part: part, today: q.Today, fiscalYearStart: q.FiscalYearStart.String()}
	var never []string
	for _, kind := range q.Never {
		never = append(never, kind.Words())
	}
	b.never = strings.Join(never, ", ")
	if harmlessID.MatchString(q.Scope.ProgramID) {
		b.open = q.Scope.ProgramID
	}
	return b
}

// harmlessID is an id that cannot be read as a sentence. Ids can come from files.
var harmlessID = regexp.MustCompile(`^[\w.-]{1,64}$`)

// fill fills in one of the files.
func (b blanks) fill(name string) string {
	return strings.NewReplacer(
		"{TODAY}", string(b.today), "{FISCAL YEAR START}", b.fiscalYearStart, "{OPEN}", b.open, "{PART}", b.part, "{NEVER}", b.never,
		"{SHOWN}", strconv.Itoa(b.shown), "{TOTAL}", strconv.Itoa(b.total),
	).Replace(fixed(name))
}

// rules gives the rules for a model with tools.
func (b blanks) rules() string {
	text := b.fill("rules.md")
	if b.never != "" {
		text += "\n" + b.fill("never.md")
	}
	if b.open != "" {
		text += "\n" + b.fill("open.md")
	}
	return text + b.partRule()
}

// partRule says that the tools, or the facts, are of a part of the portfolio, where they are.
func (b blanks) partRule() string {
	if b.part == "" {
		return ""
	}
	return "\n" + b.fill("part.md")
}

// fixed gives one of the files as it is. One that is not there is a fault of the build.
func fixed(name string) string {
	text, err := promptFiles.ReadFile("prompts/" + name)
	if err != nil {
		panic(err)
	}
	return strings.TrimSpace(string(text))
}

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
