package checking

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// checker holds one text against its evidence.
type checker struct {
	ctx      context.Context
	evidence Evidence
	index    *index
	sources  []*source
	question []*said
	changing bool // changes were read

	claims  []portfolio.Claim
	context []mention                    // the records that the last statements were about, for "it" and for lists below them
	shown   int                          // rows of the last list or table
	item    *said                        // what the list item before says
	items   int                          // rows of the list or table that follows the block
	columns map[string][]portfolio.Field // what the columns of tables stand for, by their names
	intros  map[*unit]*said              // what units that introduce others say
}

// Check finds the claims of an answer, in their order, and binds those that the evidence supports. It reads the text as
// Markdown in English. It never fails: what cannot be read or computed again stays unbound.
func Check(ctx context.Context, text string, e Evidence) []portfolio.Claim {
	if e.FiscalYearStart == 0 {
		e.FiscalYearStart = time.April
	}
	c := &checker{ctx: ctx, evidence: e, index: newIndex(ctx, e), intros: map[*unit]*said{}, columns: map[string][]portfolio.Field{}}
	for i := range e.Observed {
		c.sources = append(c.sources, &source{Observation: &e.Observed[i]})
		c.changing = c.changing || e.Observed[i].Tool == tools.ListChangesTool
	}
	if e.Question != "" {
		q := &unit{text: e.Question}
		c.question = []*said{c.say(q, c.mentions(q, nil), "", -1)}
	}
	if r := c.index.records[ref{portfolio.EntityProgram, e.Scope}]; r != nil {
		c.context = []mention{{kind: aRecord, refs: []ref{r.ref}}}
	}
	all := units(e.unplaced(text))
	for i := 0; i < len(all); {
		j := i + 1
		for j < len(all) && all[j].block == all[i].block {
			j++
		}
		c.block(all[i:j])
		i = j
	}
	slices.SortStableFunc(c.claims, func(a, b portfolio.Claim) int { return a.From - b.From })
	if e.Part {
		c.doubtWhole(text)
	}
	return slices.DeleteFunc(c.claims, func(x portfolio.Claim) bool {
		return x.From < 0 || x.To > len(text) || x.From >= x.To || !utf8.ValidString(text[x.From:x.To])
	})
}

// unplaced blanks the name of the part of the portfolio that an answer is about, byte for byte.
func (e Evidence) unplaced(text string) string {
	if e.Place == "" {
		return text
	}
	return strings.ReplaceAll(text, e.Place, strings.Repeat(" ", len(e.Place)))
}

// wholePortfolio matches a line about more than the tools saw.
var wholePortfolio = regexp.MustCompile(`(?im)^.*\b(?:(?:whole|entire|complete|full|overall) portfolio|portfolio[- ]wide|(?:whole|entire) (?:company|organi[sz]ation))\b.*$`)

// doubtWhole takes back what was bound of the whole portfolio where the tools saw a part of it.
func (c *checker) doubtWhole(text string) {
	for _, line := range wholePortfolio.FindAllStringIndex(text, -1) {
		for i, x := range c.claims {
			if x.From >= line[0] && x.To <= line[1] {
				c.claims[i].Bound = nil
			}
		}
	}
}

// block reads the sentences of a paragraph, a list item or a row.
func (c *checker) block(us []*unit) {
	var before []*said
	if us[0].item && c.item != nil && partly.MatchString(us[0].text) { // "of which High: 7" goes on from the item before
		before = []*said{c.item}
	}
	c.items = us[len(us)-1].items
	for _, u := range us {
		ms := c.mentions(u, c.quoted(us, u))
		if u.cells != nil {
			c.row(u, ms)
			c.shown++
			continue
		}
		if u.item && u.first {
			c.shown++
		} else if u.items > 0 {
			c.shown = 0
		}
		topics := slices.Concat(before, c.introduced(u))
		s := c.parse(u, ms, topics, len(before) > 0)
		c.sentence(s)
		says := s.said
		if len(s.chunks) > 0 {
			says = s.chunks[0].said
			says.noun = s.chunks[0].noun
		}
		c.intros[u] = says
		if c.item = nil; u.item {
			c.item = says
		}
		before = append([]*said{says}, before...)
	}
}

// partly begins a list item that is about a part of what the item before is about.
var partly = regexp.MustCompile(`(?i)^\W*(of which|of these|of those|of them|thereof|including)\b`)

// introduced gives what the sentence before a list and the headings say, and the question.
func (c *checker) introduced(u *unit) []*said {
	var out []*said
	for _, a := range u.above {
		if s := c.intros[a]; s != nil {
			out = append(out, s)
		}
	}
	return append(out, c.question...)
}

// claim states a claim of a unit.
func (c *checker) claim(u *unit, r reach, kind portfolio.ClaimKind, value string, b *portfolio.Binding) {
	if r.from >= r.to || r.to > len(u.text) {
		return
	}
	from, to := u.at[r.from], u.at[r.to-1]+1
	c.claims = append(c.claims, portfolio.Claim{From: from, To: to, Kind: kind, Value: value, Bound: b})
}

// cite names a record of the evidence.
func (c *checker) cite(r *record) *portfolio.Citation {
	out := &portfolio.Citation{Type: r.entity, ID: r.id, Label: r.name}
	if r.entity != portfolio.EntityProgram {
		out.ProgramID = r.program
	}
	return out
}

// cell binds to a field of a record.
func (c *checker) cell(r *record, f portfolio.Field) *portfolio.Binding {
	return &portfolio.Binding{Record: c.cite(r), Field: f}
}
