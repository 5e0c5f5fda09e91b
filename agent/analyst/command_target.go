package analyst

import (
	"regexp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// target is the records that a wish is about. One says that a single record is meant.
type target struct {
	query portfolio.Query
	one   bool
	text  string // as said
}

// ids gives the programs that a target names by their ids.
func (t target) ids() []string {
	for _, c := range t.query.Where {
		if c.Field == portfolio.FieldID && c.Op == portfolio.OpIs {
			return c.Values
		}
	}
	return nil
}

// several are the words for what the answer before named.
var several = expression(`(?i)^(?:all (?:of )?)?(?:them|those|these|they)(?: (?:all|programs|programmes|projects|milestones|risks))?$`)

// programs finds the programs that a text names or describes.
func (c *commander) programs(text string) (target, bool) {
	text = unquoted(strings.Join(strings.Fields(text), " "))
	if text == "" || strings.EqualFold(text, "me") || strings.EqualFold(text, "us") {
		return target{}, false
	}
	if several().MatchString(text) && len(c.before.citations) > 0 {
		return c.cited(text)
	}
	if c.among && several().MatchString(text) {
		text = allPrograms
	}
	if t, ok := c.nth(text); ok {
		return t, true
	}
	if strings.EqualFold(text, "that") || strings.EqualFold(text, "this") {
		text = "it"
	}
	return c.described(text)
}

// described finds the programs that a part of a wish describes.
func (c *commander) described(text string) (target, bool) {
	in := c.part(text)
	switch {
	case in.act == actChoose:
		c.choose, c.said = in.ids, in.sentence
		return target{}, false
	case len(in.left) > 0 || in.query.Of != ofProgram || in.act == actRefuse || in.act == actHelp || in.act == actUnknown || len(in.fields) > 0:
		c.lost = true
		return target{}, false
	case len(in.ids) > 0:
		q := portfolio.Query{Of: ofProgram, Today: c.today, Where: []portfolio.Condition{is(portfolio.FieldID, in.ids...)}}
		c.notes = append(c.notes, in.notes...)
		return target{q, len(in.ids) == 1, text}, true
	case len(in.query.Where)+len(in.query.AnyOf)+len(in.query.Related) == 0 && in.query.Text == "" && !everything().MatchString(text):
		c.lost = true
		return target{}, false
	}
	c.notes = append(c.notes, in.notes...)
	return target{in.query, false, text}, true
}

// part understands a part of a wish as the records that it describes, once. What "it" stands for may differ between two
// wishes that are joined.
func (c *commander) part(text string) intent {
	key := c.scope + "\n" + c.before.program + "\n" + text
	in, known := c.parts[key]
	if !known {
		in = c.question("list " + text)
		c.parts[key] = in
	}
	return in
}

// allPrograms names the programs that can be asked about, in a scope only its own.
const allPrograms = "all programs"

// everything says that all programs are meant.
var everything = expression(`(?i)\b(?:all|every|everything|each)\b`)

// ordinals are the ways of naming one of the records before: "the second one".
var ordinals = expression(`(?i)^(?:the )?(first|second|third|fourth|fifth|last)(?: one| risk| milestone| program| programme)?$`)

// nth gives the record that an ordinal picks out of the answer before.
func (c *commander) nth(text string) (target, bool) {
	m := ordinals().FindStringSubmatch(text)
	if m == nil || len(c.before.citations) == 0 {
		return target{}, false
	}
	n := slices.Index([]string{"first", "second", "third", "fourth", "fifth"}, strings.ToLower(m[1]))
	if n < 0 {
		n = len(c.before.citations) - 1
	}
	if n >= len(c.before.citations) {
		return target{}, false
	}
	picked := *c
	picked.before.citations = c.before.citations[n : n+1]
	t, ok := picked.cited(text)
	t.one = true
	return t, ok
}

// cited gives the records that the answer before named, where they are of one kind.
func (c *commander) cited(text string) (target, bool) {
	first := c.before.citations[0].Type
	var ids []string
	for _, cite := range c.before.citations {
		if cite.Type != first {
			return target{}, false
		}
		ids = append(ids, cite.ID)
	}
	f := portfolio.FieldID
	if first != ofProgram {
		f = idFields[first]
	}
	return target{portfolio.Query{Of: first, Today: c.today, Where: []portfolio.Condition{is(f, ids...)}}, false, text}, true
}

// childForms are the ways of naming one risk or milestone: n is its name, t its program.
var childForms = []func() *regexp.Regexp{
	expression(`(?i)^(?:the |that |this )?(?:open |high |medium |low )*(?:risk|milestone)(?: called| named| about| that)? (?P<n>.+) (?:of|in|on|for|from) (?P<t>.+)$`),
	expression(`(?i)^(?:the |that |this )?(?P<n>.+?) (?:risk|milestone) (?:of|in|on|for|from) (?P<t>.+)$`),
	expression(`(?i)^(?P<t>.+?)(?:'s|s') (?:risk |milestone )?(?P<n>.+?)(?: risk| milestone)?$`),
	expression(`(?i)^(?:the |that |this )?(?:risk|milestone)(?: called| named| about)? (?P<n>.+)$`),
	expression(`(?i)^(?:the |that |this )?(?P<n>.+?) (?:risk|milestone)$`),
	expression(`(?i)^(?:the )?(?P<n>.+) (?:of|in|on|for|from) (?P<t>.+)$`),
	expression(`(?i)^(?:the )?(?P<n>.+)$`),
}

// pluralChildren are the words that begin the description of several risks or milestones.
var pluralChildren = expression(`(?i)\b(?:all|every|each)\b.*\b(?:risk|milestone)s?\b|\b(?:risks|milestones)\b`)

// children finds the risks or milestones that a text names or describes.
func (c *commander) children(entity portfolio.Entity, text string) (target, bool) {
	text = strings.Join(strings.Fields(text), " ")
	if firstWord(text) == "of" { // "a schedule of work" names no milestone
		c.lost = true
		return target{}, false
	}
	if several().MatchString(text) && len(c.before.citations) > 0 && c.before.citations[0].Type == entity {
		return c.cited(text)
	}
	if t, ok := c.nth(text); ok { // "the second" of what the answer before named is no record that is called so
		return t, t.query.Of == entity
	}
	if pluralChildren().MatchString(text) {
		in := c.part(text)
		if in.act == actChoose {
			c.choose, c.said = in.ids, in.sentence
			return target{}, false
		}
		ok := in.query.Of == entity && len(in.left) == 0 && in.act == actList
		return target{in.query, false, text}, ok
	}
	other := map[portfolio.Entity]string{ofRisk: "milestone", ofMilestone: "risk"}[entity]
	for _, form := range childForms {
		m := form().FindStringSubmatch(text)
		if m == nil || strings.Contains(strings.ToLower(text), other) {
			continue
		}
		g := groups{}
		for i, name := range form().SubexpNames() {
			g[name] = m[i]
		}
		if found := c.child(entity, g["n"], g["t"]); len(found) > 0 {
			q := portfolio.Query{Of: entity, Today: c.today, Where: []portfolio.Condition{is(idFields[entity], found...)}}
			return target{q, true, unquoted(g["n"])}, true
		}
		if len(c.choose) > 0 {
			return target{}, false
		}
	}
	c.lost = true
	return target{}, false
}

// child finds the records of one name: in the named program, else in the one that is spoken of, else in all.
func (c *commander) child(entity portfolio.Entity, name, program string) []string {
	stems := stemsOf(tokenise(unquoted(name), nil))
	stems = slices.DeleteFunc(stems, func(s string) bool { return s == "the" || s == "a" || s == nouns[entity][0] })
	if len(stems) == 0 {
		return nil
	}
	var within []string
	switch {
	case program != "":
		t, ok := c.programs(program)
		if within = t.ids(); !ok || len(within) != 1 {
			return nil
		}
	case c.scope != "":
		within = []string{c.scope}
	case c.before.program != "":
		within = []string{c.before.program}
	}
	found := c.called(entity, stems, within)
	if len(found) == 0 && program == "" {
		found = c.called(entity, stems, nil)
	}
	return found
}

// called is childrenCalled, which looks once for the same.
func (c *commander) called(entity portfolio.Entity, stems, within []string) []string {
	key := string(entity) + "\n" + strings.Join(stems, " ") + "\n" + strings.Join(within, " ")
	ids, known := c.found[key]
	if !known {
		ids = c.directory.childrenCalled(entity, stems, within)
		c.found[key] = ids
	}
	return ids
}

// childrenCalled lists the risks or milestones whose name is made of the stems, or else holds them all, within programs;
// nil programs are all.
func (d *directory) childrenCalled(entity portfolio.Entity, stems []string, within []string) []string {
	var whole, holding []string
	for _, child := range d.children() {
		switch {
		case child.entity != entity || within != nil && !slices.Contains(within, child.program):
		case slices.Equal(child.stems, stems):
			whole = append(whole, child.id)
		case heldIn(stems, child.stems):
			holding = append(holding, child.id)
		}
	}
	if len(whole) > 0 {
		return whole
	}
	return holding
}

// heldIn reports whether each stem is one of a name, but for typing errors.
func heldIn(stems, name []string) bool {
	for _, s := range stems {
		limit := slips(s)
		if !slices.ContainsFunc(name, func(n string) bool { return n == s || limit > 0 && distance(s, n, limit) <= limit }) {
			return false
		}
	}
	return true
}

// records finds the records of a wish: a risk or a milestone where it says so, else programs.
func (c *commander) records(text string) (target, portfolio.Entity, bool) {
	lower := strings.ToLower(text)
	for _, entity := range []portfolio.Entity{ofRisk, ofMilestone} {
		if strings.Contains(lower, nouns[entity][0]) {
			t, ok := c.children(entity, text)
			if ok {
				return t, entity, true
			}
		}
	}
	t, ok := c.programs(text)
	if ok && t.query.Of != ofProgram {
		return t, t.query.Of, true
	}
	return t, ofProgram, ok
}

// subject gives the program that a wish without a target is about: the one that is open or was spoken of.
//
// Where neither is there it is about the programs of the scope, if those are some.
func (c *commander) subject() (target, bool) {
	if c.among && c.scope == "" && c.before.program == "" {
		return c.programs(allPrograms)
	}
	return c.programs("it")
}
