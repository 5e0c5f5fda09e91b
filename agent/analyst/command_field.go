package analyst

import (
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// writable is a field that a wish can set, in the words that people have for it.
type writable struct {
	words string // separated by "|"
	field portfolio.Field
}

// writables is the table of them; a field of a program may stand for its sister of a risk or a milestone.
var writables = []writable{
	{"status|rag status|rag|rating|colour|color", portfolio.FieldStatus},
	{"pipeline stage|stage|phase", portfolio.FieldStage},
	{"owner|lead|manager|program manager|programme manager|project manager|sro|responsible", portfolio.FieldOwner},
	{"team|department", portfolio.FieldTeam},
	{"product line|category", portfolio.FieldProductLine},
	{"start date|start", portfolio.FieldStartDate},
	{"launch dates|launch date|launch day|launch|launches|go-live date|go-live|go live date|go live|end date|release date|release|target date|finish date", portfolio.FieldLaunchDate},
	{"progress|completion|percentage|percent complete", portfolio.FieldProgress},
	{"description", fieldDescription},
	{"name|title", portfolio.FieldName},
	{"strategic objectives|strategic objective|objectives|objective", portfolio.FieldObjective},
	{"severity", portfolio.FieldRiskSeverity},
	{"likelihood|probability", portfolio.FieldRiskLikelihood},
	{"mitigation plan|mitigation", portfolio.FieldRiskMitigation},
	{"review date|review", portfolio.FieldRiskReview},
	{"due date|due day|deadline", portfolio.FieldMilestoneDue},
	{"completion date|completed date", portfolio.FieldMilestoneCompleted},
}

// fieldWords is the expression of all of them, the longer ones first.
var fieldWords = func() string {
	var all []string
	for _, w := range writables {
		for word := range strings.SplitSeq(w.words, "|") {
			all = append(all, regexp.QuoteMeta(word))
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return strings.Join(all, "|")
}()

// fieldCalled finds a field by its word.
func fieldCalled(word string) portfolio.Field {
	word = strings.ToLower(strings.Join(strings.Fields(word), " "))
	for _, w := range writables {
		if slices.Contains(strings.Split(w.words, "|"), word) {
			return w.field
		}
	}
	return ""
}

// fieldOf gives the field of a kind of record that a word means, with its JSON name. It reports false where the record
// has no such field.
func fieldOf(f portfolio.Field, entity portfolio.Entity) (portfolio.Field, string, bool) {
	if sister, ok := sisters[entity][f]; ok && !(entity == ofRisk && f == portfolio.FieldLaunchDate) {
		f = sister
	}
	if f == fieldDescription {
		return f, "description", entity != ofMilestone
	}
	_, name, found := strings.Cut(string(f), ".")
	if !found {
		name = string(f)
	}
	return f, name, entityOf(f) == entity
}

// value reads a text as the value of a field. It notes a fault and reports false where the text is none.
func (c *commander) value(f portfolio.Field, text string) (json.RawMessage, bool) {
	text = unquoted(text)
	info, _ := f.Info()
	empty := nothing[strings.ToLower(text)]
	switch {
	case empty && (info.Kind == portfolio.KindText || f == fieldDescription):
		return asJSON(""), true
	case empty && info.Kind == portfolio.KindList:
		return json.RawMessage("[]"), true
	case empty:
		return json.RawMessage("null"), true
	case info.Kind == portfolio.KindWord:
		return c.word(info, text)
	case info.Kind == portfolio.KindList:
		return c.list(f, text)
	case info.Kind == portfolio.KindNumber:
		return c.percent(text)
	case info.Kind == portfolio.KindDate:
		return c.day(text)
	}
	return asJSON(c.known(f, text)), true
}

// nothing are the words for a value that is not reported.
var nothing = map[string]bool{
	"nobody": true, "no one": true, "none": true, "not reported": true, "unassigned": true, "unknown": true, "nothing": true, "empty": true,
	"blank": true, "null": true, "no date": true, "not known": true,
}

// asJSON writes a text as JSON.
func asJSON(text string) json.RawMessage {
	out, err := json.Marshal(text)
	if err != nil {
		return json.RawMessage(`""`) // a text can always be written
	}
	return out
}

// list reads the names of objectives, of which a comma parts several.
func (c *commander) list(f portfolio.Field, text string) (json.RawMessage, bool) {
	var names []string
	for name := range strings.SplitSeq(text, ",") {
		names = append(names, c.known(f, unquoted(name)))
	}
	slices.Sort(names)
	out, err := json.Marshal(names)
	return out, err == nil
}

// word reads a word of the vocabulary, or one of the words that people use for it.
func (c *commander) word(info portfolio.FieldInfo, text string) (json.RawMessage, bool) {
	folded := portfolio.Fold(stageNoun().ReplaceAllString(text, ""))
	for _, w := range info.Words {
		if portfolio.Fold(w) == folded || strings.EqualFold(w, text) {
			return asJSON(w), true
		}
	}
	if s, ok := english().phrases[wordsOf(tokenise(folded, nil))]; ok && s.kind == kAdj {
		for entity, meaning := range s.adj.of {
			if len(meaning.all) != 1 || len(meaning.all[0].Values) != 1 || meaning.all[0].Op != portfolio.OpIs {
				continue
			}
			f, value := meaning.all[0].Field, meaning.all[0].Values[0]
			if f == info.Field || sisters[entity][f] == info.Field || slices.Contains(info.Words, value) {
				return asJSON(value), true
			}
		}
	}
	c.fail("“" + plain(text) + "” is not a " + nameOf(info.Field) + "; use " + series(info.Words, "or") + ".")
	return nil, false
}

// stageNoun is what people say beside a word of the vocabulary.
var stageNoun = expression(`(?i)^(?:the |stage |status |in |phase )+|(?: stage| phase| status| severity| likelihood)$`)

// digits matches a number, perhaps with a percent sign.
var digits = expression(`^(-?\d+(?:\.\d+)?)\s*(?:%|percent|per cent)?(?: (?:complete|done))?$`)

// percent reads the progress of a program.
func (c *commander) percent(text string) (json.RawMessage, bool) {
	if m := digits().FindStringSubmatch(strings.ToLower(text)); m != nil {
		if n, err := strconv.Atoi(m[1]); err == nil && n >= 0 && n <= 100 {
			return json.RawMessage(strconv.Itoa(n)), true
		}
	}
	if n, ok := numberWords[strings.ToLower(strings.TrimSuffix(strings.TrimSuffix(text, " percent"), " per cent"))]; ok && n <= 100 {
		return json.RawMessage(strconv.Itoa(n)), true
	}
	c.fail("Progress is a whole number from 0 to 100, not “" + plain(text) + "”.")
	return nil, false
}

// day reads one day.
func (c *commander) day(text string) (json.RawMessage, bool) {
	f := c.calendarOf(text)
	p := f.span.period
	switch {
	case f.n > 0 && p.from == p.to && p.from != "":
		if f.span.note != "" {
			c.notes = append(c.notes, f.span.note)
		}
		return asJSON(string(p.from)), true
	case f.n > 0 && p.from != "":
		c.fail("“" + plain(text) + "” is no single day; name one, as in 2027-03-15 or “the end of March 2027”.")
	default:
		c.fail("“" + plain(text) + "” is not a day of the calendar; write it as YYYY-MM-DD or as “15 March 2027”.")
	}
	return nil, false
}

// calendarOf reads a text as a period that it fills. n is 0 where it does not.
func (c *commander) calendarOf(text string) found {
	tokens := tokenise(strings.TrimSuffix(strings.TrimPrefix(strings.ToLower(text), "the day "), " instead"), nil)
	for i, t := range tokens {
		if t.word == "may" { // a month here, never the verb
			tokens[i].raw = "May"
		}
	}
	at, _ := c.today.Time()
	f := calendar{tokens: tokens, today: at, fiscal: c.fiscal}.at(0)
	if f.n != len(tokens) || f.span.kind != kPeriod {
		return found{}
	}
	return f
}

// teamNoun is what people say beside the name of a team.
var teamNoun = expression(`(?i)^(?:the )?(?:team )?(.+?)(?: team| department)?$`)

// known completes the name of a person or a team to the one that the portfolio has, where only one fits.
func (c *commander) known(f portfolio.Field, text string) string {
	if f == portfolio.FieldTeam {
		text = teamNoun().FindStringSubmatch(text)[1]
	}
	if f != portfolio.FieldOwner && f != portfolio.FieldTeam && f != portfolio.FieldProductLine && f != portfolio.FieldRiskOwner && f != portfolio.FieldObjective {
		return text
	}
	fits := func(values []value) string {
		only := ""
		for _, v := range values {
			if v.field != f && sisters[ofRisk][v.field] != f && sisters[ofRisk][f] != v.field {
				continue
			}
			if only != "" && !strings.EqualFold(only, v.text) {
				return ""
			}
			only = v.text
		}
		return only
	}
	tokens := tokenise(text, nil)
	if whole := fits(c.directory.valuesCalled(tokens)); whole != "" {
		return whole
	}
	if held := fits(c.directory.valuesHolding(tokens)); held != "" {
		c.notes = append(c.notes, "I took “"+plain(text)+"” as "+plain(held)+".")
		return held
	}
	return text
}

// quotes are the signs around a name or a text.
var quotes = expression(`^(?:"([^"]*)"|“([^”]*)”|„([^“]*)“|'(.*)')$`)

// unquoted takes the quotation marks off a text.
func unquoted(text string) string {
	text = strings.TrimSpace(text)
	if m := quotes().FindStringSubmatch(text); m != nil {
		return strings.TrimSpace(m[1] + m[2] + m[3] + m[4])
	}
	return text
}

// fail keeps the first fault.
func (c *commander) fail(sentence string) {
	if c.fault == "" {
		c.fault = sentence
	}
}
