package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// Words around the risks of a mail.
var (
	mailLeads   = expression(`(?i)^(?:(?:about|on|for|of|regarding|concerning|with|covering|listing|naming|to (?:escalate|raise|flag|report)|escalating|that escalates?|which escalates?) )+`)
	mailEnds    = expression(`(?i)(?: |^)(?:by|in an?|via|to (?:the |our )?(?:sponsors?|steering (?:committee|board|group)|board|management|executives?|owners?))(?: e-?mail| mail)?$`)
	mailWhose   = expression(`(?i)^to (?:the )?(?:owners?|leads?|managers?|sponsors?) of (.+?) (?:about|on|regarding|concerning|with) (?:(?:its|the|their|all|open|high) )*risks?$`)
	onlyRisks   = expression(`(?i)^(?:(?:the|its|their|all|our|this|that|open|high) )*risks?$`)
	highWritten = expression(`(?i)\b(?:high|medium|low|all|open|closed|severity|severe)\b`)
)

// mail settles the risks that a mail escalates: those that are named or described, or else the open High risks of what the
// draft before, the question or the page is about.
func (f frame) mail(d portfolio.Draft, rest string, again bool) intent {
	rest = strings.Join(strings.Fields(mailEnds().ReplaceAllString(rest, "")), " ")
	if m := mailWhose().FindStringSubmatch(rest); m != nil {
		rest = m[1]
	}
	rest = mailLeads().ReplaceAllString(rest, "")
	c := &commander{frame: f}
	in := intent{act: actDraft, draft: d}
	switch {
	case again && rest == "" && f.before.query.Of == ofRisk:
		in.query = f.before.query
	case rest == "" || onlyRisks().MatchString(rest) && !strings.HasSuffix(strings.ToLower(rest), "this risk"):
		in.query = f.highRisks(again)
	case c.risks(&in, rest):
	case len(c.choose) > 0:
		return intent{act: actChoose, ids: c.choose, sentence: c.said}
	default:
		return intent{act: actRefuse, sentence: riskOfWhich}
	}
	in.notes = c.notes
	in.query.Of, in.query.Today, in.query.Sort = ofRisk, f.today, []portfolio.Order{{Field: portfolio.FieldRiskSeverity}}
	return in
}

// highRisks are the open High risks of the program that is open or was spoken of, or else of all.
func (f frame) highRisks(again bool) portfolio.Query {
	q := portfolio.Query{Where: []portfolio.Condition{openRisk, is(portfolio.FieldRiskSeverity, string(portfolio.High))}}
	switch {
	case again && f.before.program == "" && f.before.query.Of == ofProgram:
		q.Where, q.AnyOf, q.Related = slices.Concat(f.before.query.Where, q.Where), f.before.query.AnyOf, f.before.query.Related
	case again && f.before.program != "":
		q.Where = append([]portfolio.Condition{is(portfolio.FieldID, f.before.program)}, q.Where...)
	case f.scope != "":
		q.Where = append([]portfolio.Condition{is(portfolio.FieldID, f.scope)}, q.Where...)
	}
	return q
}

// risks finds the risks that a text names or describes, or the open High risks of the programs that it names.
func (c *commander) risks(in *intent, text string) bool {
	if t, ok := c.children(ofRisk, text); ok {
		in.query = t.query
		return true
	}
	if len(c.choose) > 0 {
		return false
	}
	asked := "list open High risks of " + strings.TrimSuffix(text, " risks")
	if highWritten().MatchString(text) && strings.Contains(strings.ToLower(text), "risk") {
		asked = "list " + text
	}
	found := c.question(asked)
	if found.act == actChoose {
		c.choose, c.said = found.ids, found.sentence
		return false
	}
	in.query = found.query
	return found.act == actList && found.query.Of == ofRisk && len(found.left) == 0 && !unnarrowed(found.query)
}
