package analyst

import (
	"cmp"
	"regexp"
	"strings"

	"portfolio-ai/store/portfolio"
)

// movedField takes the name of a date apart from the records whose date it is.
var movedField = []func() *regexp.Regexp{
	expression(`(?i)^(?:the |a )?(?P<f>launch dates|launch date|launch day|launch|go-live date|go-live|go live date|go live|end date|start date|start|due date|deadline|release date|release|review date|date) (?:of|for) (?P<t>.+)$`),
	expression(`(?i)^(?P<t>.+?)(?:'s|s')(?: planned)? (?P<f>launch date|launch|go-live date|go-live|go live|end date|start date|start|due date|deadline|release date|release|date)$`),
	expression(`(?i)^(?P<t>.+) (?P<f>launch date|launch|go-live date|go-live|go live|end date|start date|due date|deadline)$`),
}

// ownField is a date whose records nobody names: "push the launch by two weeks".
var ownField = expression(`(?i)^(?:the|its|their|this|these|those|all|all the) (?P<f>launch dates?|launch|launches|go-live dates?|go-live|go live|end dates?|start dates?|start|release dates?|release)$`)

// earlier and later are the words that give a move its direction; a move goes later where nobody says.
var (
	earlier = expression(`(?i)\b(?:earlier|forward|forwards|sooner|ahead)\b`)
	pulls   = expression(`(?i)^(?:(?:advance|pull|bring)(?: in| up)?|\w+ (?:forward|up))$`)
	towards = expression(`(?i)^(?:(?:back|out|forward|forwards|off|on|in|up) )*(?:to|until|till|on|onto|for)\s+(.+)$`)
	howFar  = expression(`(?i)^(?:(?:back|out|forward|forwards|off|in|later|earlier|ahead|up) )*(?:by |another |for )?(?:another )?(.+?)(?: (?:later|earlier|back|out|forward|forwards|sooner|ahead))*$`)
)

// move: "move the launch of Atlas to 15 March 2027", "push Delta back by two weeks", "bring Nova forward a month", "move all
// launches in June by 2 weeks". Where the target ends and the day begins is found by trying.
func (c *commander) move(g groups) ([]order, bool) {
	words := strings.Fields(g["x"])
	for i := len(words) - 1; i > 0; i-- {
		try := &commander{frame: c.frame}
		when := strings.Join(words[i:], " ")
		s, to, ok := try.when(when)
		if !ok || c.shorter(words, i) {
			continue
		}
		if s.n > 0 && pulls().MatchString(g["m"]) {
			s.n = -s.n
		}
		orders, ok := try.moved(strings.Join(words[:i], " "), s, to)
		if ok {
			c.notes = append(c.notes, try.notes...)
			return orders, true
		}
		c.take(try)
	}
	return c.badDay(words)
}

// take keeps why an attempt failed.
func (c *commander) take(try *commander) {
	if len(c.choose) == 0 {
		c.choose, c.said = try.choose, try.said
	}
	c.fail(try.fault)
}

// shorter reports whether a longer stretch, which begins with one more word, is a time as well: "back two weeks" is taken
// before "two weeks".
func (c *commander) shorter(words []string, i int) bool {
	if i < 2 {
		return false
	}
	_, _, ok := c.when(strings.Join(words[i-1:], " "))
	return ok
}

// when reads where to or how far something moves. Exactly one of the results is set.
func (c *commander) when(text string) (s shift, to portfolio.Date, ok bool) {
	if m := towards().FindStringSubmatch(text); m != nil {
		p := c.calendarOf(m[1]).span.period
		if p.from != "" && p.from == p.to {
			return shift{}, p.from, true
		}
	}
	m := howFar().FindStringSubmatch(text)
	if m == nil {
		return shift{}, "", false
	}
	tokens := tokenise(m[1], nil)
	at, _ := c.today.Time()
	n, unit, length := calendar{tokens: tokens, today: at, fiscal: c.fiscal}.amount(0)
	if length == 0 || length != len(tokens) {
		return shift{}, "", false
	}
	rest := strings.Replace(text, m[1], "", 1)
	if earlier().MatchString(rest) {
		n = -n
	}
	return shift{n, unit}, "", true
}

// moved makes the order of a move.
func (c *commander) moved(text string, s shift, to portfolio.Date) ([]order, bool) {
	f, t, entity, ok := c.dated(text)
	if !ok && f == portfolio.FieldMilestoneDue {
		if t, ok = c.children(ofMilestone, text); ok {
			entity = ofMilestone
		}
	}
	if !ok {
		return nil, false
	}
	if entity == ofProgram && f == portfolio.FieldMilestoneDue {
		f = portfolio.FieldLaunchDate
	}
	if entity == ofMilestone {
		f = portfolio.FieldMilestoneDue
	}
	if entity == ofRisk {
		f = portfolio.FieldRiskReview
	}
	_, name, ok := fieldOf(f, entity)
	if !ok {
		return nil, false
	}
	made := order{target: t, entity: entity, field: name, shift: s}
	if s == (shift{}) {
		made.value = asJSON(string(to))
	}
	return []order{made}, true
}

// dated finds the records whose date moves, and which of their dates: the launch where nobody says.
func (c *commander) dated(text string) (portfolio.Field, target, portfolio.Entity, bool) {
	named := func(word string) portfolio.Field {
		return cmp.Or(fieldCalled(strings.TrimSuffix(word, "s")), portfolio.FieldLaunchDate)
	}
	if m := ownField().FindStringSubmatch(text); m != nil {
		t, ok := c.subject()
		return named(m[1]), t, ofProgram, ok
	}
	f := portfolio.FieldLaunchDate
	for _, form := range movedField {
		if m := form().FindStringSubmatch(text); m != nil {
			text, f = m[form().SubexpIndex("t")], named(m[form().SubexpIndex("f")])
			break
		}
	}
	t, entity, ok := c.targeted(text)
	return f, t, entity, ok
}

// badDay says what is wrong with a move whose target is known and whose day is none: "to 31 February".
func (c *commander) badDay(words []string) ([]order, bool) {
	for i := len(words) - 1; i > 0; i-- {
		if !strings.EqualFold(words[i], "to") || i+1 == len(words) {
			continue
		}
		value := strings.Join(words[i+1:], " ")
		try := &commander{frame: c.frame}
		_, known := try.moved(strings.Join(words[:i], " "), shift{n: 1, unit: "day"}, "")
		if known && dateLike().MatchString(value) {
			_, _ = c.day(value)
		}
	}
	return nil, false
}

// dateLike matches what was meant as a day or a period.
var dateLike = expression(`(?i)\d|january|february|march|april|may|june|july|august|september|october|november|december|quarter|month|year`)
