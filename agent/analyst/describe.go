package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// saying is a set of conditions that answers put in a word or two, before or after the noun.
type saying struct {
	of     portfolio.Entity
	clause clause
	before string
	after  string
}

// sayings are tried in order; the ones with more conditions come first.
var sayings = []saying{
	{of: ofProgram, clause: launchLate, after: "past their launch date"},
	{of: ofProgram, clause: differing, after: "whose declared and assessed health differ"},
	{of: ofProgram, clause: adjectiveCalled(understatedLabel), after: understatedLabel},
	{of: ofProgram, clause: belied, after: "declared better than the facts say"},
	{of: ofMilestone, clause: overdue, before: "overdue"},
	{of: ofProgram, clause: adjectiveCalled("stale"), after: "without an update for more than 30 days, or ever"},
	{of: ofProgram, clause: all(is(portfolio.FieldStatus, "At Risk", "Off Track")), before: "At Risk or Off Track"},
	{of: ofProgram, clause: all(live), before: "live"},
	{of: ofRisk, clause: all(openRisk), before: "open"},
	{of: ofMilestone, clause: all(notDone), before: "uncompleted"},
	{of: ofMilestone, clause: all(compare(portfolio.FieldMilestoneSlip, portfolio.OpOver, "0")), after: "later than their baseline"},
	{of: ofMilestone, clause: all(live), after: "of live programs"},
}

// adjectiveCalled gives what an adjective means of programs.
func adjectiveCalled(label string) clause {
	return adjectiveNamed(label).of[ofProgram]
}

// adjectiveNamed finds an adjective of the table by its label.
func adjectiveNamed(label string) *adjective {
	return &adjectives[slices.IndexFunc(adjectives, func(a adjective) bool { return a.label == label })]
}

// headFields are the fields whose words stand before the noun: "Off Track programs".
var headFields = []portfolio.Field{
	portfolio.FieldRiskStatus, portfolio.FieldRiskSeverity, portfolio.FieldStatus, portfolio.FieldMilestoneStatus,
}

// tails says a condition "is" behind the noun. What is not here is said as "with NAME VALUE".
var tails = map[portfolio.Field]string{
	portfolio.FieldTeam: "in team ", portfolio.FieldProductLine: "in product line ", portfolio.FieldOwner: "owned by ",
	portfolio.FieldStage: "in stage ", portfolio.FieldObjective: "serving ", portfolio.FieldRiskOwner: "owned by ", portfolio.FieldID: "of ",
	portfolio.FieldAssessed: "assessed ",
}

var nouns = map[portfolio.Entity][2]string{
	ofProgram: {"program", "programs"}, ofRisk: {"risk", "risks"}, ofMilestone: {"milestone", "milestones"},
}

// describer says queries in words, as Markdown. name gives the names of programs, write writes a text of the portfolio.
type describer struct {
	name  func(id string) string
	write func(text string) string
}

// head gives what stands before the noun and the noun itself: "open High risks".
func (d describer) head(q portfolio.Query, plural bool) string {
	head, _ := d.split(q)
	noun := nouns[q.Of][0]
	if plural {
		noun = nouns[q.Of][1]
	}
	return strings.Join(append(head, noun), " ")
}

// phrase says the whole query: "open High risks of programs in team MOD".
func (d describer) phrase(q portfolio.Query, plural bool) string {
	own, programs := q, portfolio.Query{Of: portfolio.EntityProgram, Today: q.Today}
	if q.Of != portfolio.EntityProgram {
		own.Where = nil
		for _, c := range q.Where {
			if entityOf(c.Field) == q.Of || c.Field == portfolio.FieldID || q.Of == portfolio.EntityMilestone && same(c, live) {
				own.Where = append(own.Where, c)
			} else {
				programs.Where = append(programs.Where, c)
			}
		}
	}
	_, tail := d.split(own)
	words := append([]string{d.head(own, plural)}, tail...)
	if len(programs.Where) > 0 {
		words = append(words, "of "+d.phrase(programs, true))
	}
	return strings.Join(words, " ")
}

// split sorts what a query asks into words before and after the noun.
func (d describer) split(q portfolio.Query) (head, tail []string) {
	left := clause{all: slices.Clone(q.Where), any: slices.Clone(q.AnyOf)}
	for _, s := range sayings {
		less, ok := left.minus(s.clause.on(q.Today))
		if s.of == q.Of && ok {
			left = less
			if s.before != "" {
				head = append(head, s.before)
			} else {
				tail = append(tail, s.after)
			}
		}
	}
	for _, f := range headFields {
		left.all = slices.DeleteFunc(left.all, func(c portfolio.Condition) bool {
			if c.Field != f || c.Op != portfolio.OpIs || slices.Contains(c.Values, "") || entityOf(f) != q.Of {
				return false
			}
			head = append(head, series(c.Values, "or"))
			return true
		})
	}
	left.all = slices.DeleteFunc(left.all, func(c portfolio.Condition) bool { return c.Field == idFields[q.Of] }) // its row names it
	tail = append(tail, d.conditions(left.all)...)
	for _, list := range left.any {
		var ways []string
		for _, c := range list {
			ways = append(ways, d.condition(c))
		}
		tail = append(tail, strings.Join(ways, " or "))
	}
	for _, related := range q.Related {
		tail = append(tail, d.related(related, q.Today))
	}
	for _, branches := range q.Either {
		tail = append(tail, d.either(q, branches))
	}
	if q.Text != "" {
		tail = append(tail, "that mention “"+d.write(q.Text)+"”")
	}
	return head, tail
}

// conditions says conditions one by one, but the two ends of a range together: "from … to …".
func (d describer) conditions(left []portfolio.Condition) (out []string) {
	for len(left) > 0 {
		c := left[0]
		left = left[1:]
		i := -1
		if c.Op == portfolio.OpFrom && c.Than == "" {
			i = slices.IndexFunc(left, func(o portfolio.Condition) bool { return o.Field == c.Field && o.Op == portfolio.OpTo && o.Than == "" })
		}
		if i < 0 {
			out = append(out, d.condition(c))
			continue
		}
		out = append(out, d.span(c, left[i]))
		left = slices.Delete(slices.Clone(left), i, i+1)
	}
	return out
}

// either says things of which one must be true: "either Off Track or with open High risks".
func (d describer) either(q portfolio.Query, branches []portfolio.Branch) string {
	var ways []string
	lead := ""
	for _, b := range branches {
		one := portfolio.Query{Of: q.Of, Today: q.Today, Text: b.Text, Where: b.Where, AnyOf: b.AnyOf, Related: b.Related}
		head, tail := d.split(one)
		if len(head) > 0 {
			lead, tail = "either ", append([]string{strings.Join(head, " ")}, tail...)
		}
		ways = append(ways, strings.Join(tail, " "))
	}
	return lead + series(ways, "or")
}

// minus leaves out the conditions of another clause. It reports false where one of them is not there.
func (c clause) minus(other clause) (clause, bool) {
	left := clause{all: slices.Clone(c.all), any: slices.Clone(c.any)}
	for _, o := range other.all {
		i := slices.IndexFunc(left.all, func(x portfolio.Condition) bool { return same(x, o) })
		if i < 0 {
			return clause{}, false
		}
		left.all = slices.Delete(left.all, i, i+1)
	}
	for _, list := range other.any {
		i := slices.IndexFunc(left.any, func(x []portfolio.Condition) bool { return slices.EqualFunc(x, list, same) })
		if i < 0 {
			return clause{}, false
		}
		left.any = slices.Delete(left.any, i, i+1)
	}
	return left, true
}

// same compares conditions; the order of values does not matter.
func same(a, b portfolio.Condition) bool {
	return a.Field == b.Field && a.Op == b.Op && a.Than == b.Than && slices.Equal(slices.Sorted(slices.Values(a.Values)), slices.Sorted(slices.Values(b.Values)))
}

// span says a range: "with launch date from 1 Jan 2025 to 31 Dec 2025".
func (d describer) span(from, to portfolio.Condition) string {
	if from.Values[0] == to.Values[0] {
		return having(from.Field) + " " + d.values(from)
	}
	return having(from.Field) + " from " + d.values(from) + " to " + d.values(to)
}

// related says a test on the records of a program: "with at least 2 open risks".
func (d describer) related(r portfolio.Related, day portfolio.Date) string {
	q := portfolio.Query{Of: r.Of, Today: day, Where: r.Where}
	switch {
	case r.None && r.AtLeast > 1:
		return "with fewer than " + number(float64(r.AtLeast)) + " " + d.phrase(q, true)
	case r.None:
		return "without any " + d.phrase(q, true)
	case r.AtLeast > 1:
		return "with at least " + number(float64(r.AtLeast)) + " " + d.phrase(q, true)
	}
	return "with " + d.phrase(q, true)
}

// comparisonWords say the operators; dates and numbers differ.
var comparisonWords = map[portfolio.Kind]map[portfolio.Op]string{
	portfolio.KindDate: {
		portfolio.OpFrom: "from", portfolio.OpTo: "up to", portfolio.OpOver: "after", portfolio.OpUnder: "before",
	},
	portfolio.KindNumber: {
		portfolio.OpFrom: "of at least", portfolio.OpTo: "of at most", portfolio.OpOver: "over", portfolio.OpUnder: "under",
	},
}

// thanWords say the operators between two fields.
var thanWords = map[portfolio.Kind]map[portfolio.Op]string{
	portfolio.KindDate: {
		portfolio.OpFrom: "on or after", portfolio.OpTo: "on or before", portfolio.OpOver: "after", portfolio.OpUnder: "before", portfolio.OpIs: "on", portfolio.OpIsNot: "not on",
	},
	portfolio.KindNumber: {
		portfolio.OpFrom: "at least", portfolio.OpTo: "at most", portfolio.OpOver: "above", portfolio.OpUnder: "below", portfolio.OpIs: "equal to", portfolio.OpIsNot: "other than",
	},
}

// condition says one condition behind the noun.
func (d describer) condition(c portfolio.Condition) string {
	name, values := nameOf(c.Field), d.values(c)
	if c.Than != "" {
		return "with " + name + " " + thanWords[kindOf(c.Field)][c.Op] + " the " + nameOf(c.Than)
	}
	missing := slices.Equal(c.Values, []string{""})
	switch {
	case missing && c.Op == portfolio.OpIs && c.Field == portfolio.FieldLastUpdate:
		return "that were never updated"
	case missing && c.Op == portfolio.OpIs:
		return "without " + article(name)
	case missing:
		return "with " + article(name)
	case c.Op == portfolio.OpContains:
		return "with “" + d.write(c.Values[0]) + "” in the " + name
	case c.Op == portfolio.OpIs && tails[c.Field] != "":
		return tails[c.Field] + values
	case c.Op == portfolio.OpIsNot && tails[c.Field] != "" && c.Field != portfolio.FieldID:
		return "not " + tails[c.Field] + values
	case c.Op == portfolio.OpIsNot && c.Field == portfolio.FieldID:
		return "except " + values
	case c.Op == portfolio.OpIs && kindOf(c.Field) == portfolio.KindNumber:
		return "with " + name + " " + values
	case c.Op == portfolio.OpIs:
		return "with " + name + " " + values
	case c.Op == portfolio.OpIsNot:
		return "with " + name + " other than " + values
	}
	return having(c.Field) + " " + comparisonWords[kindOf(c.Field)][c.Op] + " " + values
}

// having begins what is said of the value of a field: "with launch date", "recorded".
func having(f portfolio.Field) string {
	if f == portfolio.FieldRiskRecorded {
		return "recorded"
	}
	return "with " + nameOf(f)
}

// values writes the values of a condition.
func (d describer) values(c portfolio.Condition) string {
	if c.Field == portfolio.FieldID && len(c.Values) > few {
		return "the " + number(float64(len(c.Values))) + " programs before"
	}
	var out []string
	for _, v := range c.Values {
		switch {
		case v == "":
			out = append(out, notReportedText)
		case c.Field == portfolio.FieldID:
			out = append(out, d.write(d.name(v)))
		case kindOf(c.Field) == portfolio.KindDate:
			out = append(out, day(portfolio.Date(v)))
		case c.Field == portfolio.FieldProgress:
			out = append(out, v+" %")
		default:
			out = append(out, d.write(v))
		}
	}
	return series(out, "or")
}
