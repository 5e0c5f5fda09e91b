package analyst

import (
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// missing says that the records of a wish were not found.
func (c *commander) missing(what, text string) {
	c.fail("I found no " + what + " “" + plain(unquoted(text)) + "”, so I propose nothing.")
}

// targeted finds the records of a wish, or notes that there are none.
func (c *commander) targeted(text string) (target, portfolio.Entity, bool) {
	t, entity, ok := c.records(text)
	for _, child := range []portfolio.Entity{ofMilestone, ofRisk} {
		if !ok && len(c.choose) == 0 && ofSomething().MatchString(text) {
			t, ok = c.children(child, text)
			entity = child
		}
	}
	if !ok && len(c.choose) == 0 {
		c.missing("program or record", text)
	}
	return t, entity, ok
}

// ofSomething matches what may be a risk or a milestone of a program.
var ofSomething = expression(`(?i)\b(?:of|in|for|on|from)\b|'s `)

// set: "set the status of Atlas to At Risk", "change the owner of all programs of Growth from Maria to Dana".
func (c *commander) set(g groups) ([]order, bool) {
	f := fieldCalled(g["f"])
	var (
		t      target
		entity = ofProgram
		ok     bool
	)
	switch {
	case g["t"] == "":
		t, ok = c.subject()
	case f == portfolio.FieldMilestoneDue || f == portfolio.FieldMilestoneCompleted:
		if t, ok = c.children(ofMilestone, g["t"]); ok {
			entity = ofMilestone
			break
		}
		f = portfolio.FieldLaunchDate // of a program it is the day of its launch
		t, entity, ok = c.records(g["t"])
	case entityOf(f) == ofRisk:
		entity = ofRisk
		t, ok = c.children(ofRisk, g["t"])
	default:
		t, entity, ok = c.records(g["t"])
	}
	if !ok {
		if len(c.choose) == 0 {
			c.missing("program or record", g["t"])
		}
		return nil, false
	}
	return c.holds(t, entity, f, g["v"], g["a"])
}

// holds makes the order that a field of records shall hold a value, or move by a distance.
func (c *commander) holds(t target, entity portfolio.Entity, f portfolio.Field, text, from string) ([]order, bool) {
	f, name, ok := fieldOf(f, entity)
	if !ok {
		c.fail("A " + entity.Words() + " has no " + nameOf(f) + " that could be changed.")
		return nil, false
	}
	text, why := c.person(f, text)
	value, ok := c.value(f, text)
	if !ok {
		return nil, false
	}
	if from != "" {
		from = c.known(f, unquoted(from))
	}
	return []order{{target: t, entity: entity, field: name, value: value, from: from, why: why}}, true
}

// transfer: "transfer Atlas from Maria to Dana", "move Nova from 25 February to 15 March".
func (c *commander) transfer(g groups) ([]order, bool) {
	t, ok := c.programs(g["t"])
	if !ok {
		return nil, false
	}
	if was := c.calendarOf(g["a"]).span.period; was.from != "" && was.from == was.to {
		return c.holds(t, ofProgram, portfolio.FieldLaunchDate, g["v"], string(was.from))
	}
	for _, f := range []portfolio.Field{portfolio.FieldOwner, portfolio.FieldTeam} {
		for _, v := range c.directory.valuesHolding(tokenise(unquoted(g["a"]), nil)) {
			if v.field == f {
				return c.holds(t, ofProgram, f, g["v"], g["a"])
			}
		}
	}
	return c.holds(t, ofProgram, portfolio.FieldOwner, g["v"], g["a"])
}

// replace: "replace Maria with Dana on all programs".
func (c *commander) replace(g groups) ([]order, bool) {
	text := g["t"]
	if text == "" || strings.EqualFold(text, "owner") {
		text = "all programs"
	}
	return c.set(groups{"t": text, "f": "owner", "a": g["a"], "v": g["v"]})
}

// progressBy: "increase the progress of Beacon by 10".
func (c *commander) progressBy(g groups) ([]order, bool) {
	t, ok := c.programs(g["t"])
	m := points().FindStringSubmatch(g["v"])
	if !ok || m == nil {
		return nil, false
	}
	n, err := strconv.Atoi(m[1])
	if strings.HasPrefix(g["m"], "low") || strings.HasSuffix(g["m"], "crease") && g["m"][0] == 'd' || g["m"] == "reduce" || g["m"] == "cut" {
		n = -n
	}
	return []order{{target: t, entity: ofProgram, field: string(portfolio.FieldProgress), shift: shift{n, percentPoints}}}, err == nil
}

// points matches a difference of progress.
var points = expression(`(?i)^(\d+)\s*(?:%|percent|points|percentage points)?$`)

// percentPoints is the unit of a difference of progress.
const percentPoints = "points"

// should: "Atlas should be red", "Nova's owner should be Priya". Of one named program it is a wish, else a question.
func (c *commander) should(g groups) ([]order, bool) {
	if asksFirst(g["t"]) {
		return nil, false
	}
	t, ok := c.programs(g["t"])
	if !ok || !t.one {
		return nil, false
	}
	if g["f"] != "" {
		return c.set(g)
	}
	return c.become(g)
}

// whither asks back where something shall move to.
func (c *commander) whither(g groups) ([]order, bool) {
	if strings.HasPrefix(strings.ToLower(g["t"]), "of ") { // "slip of Atlas" asks
		return nil, false
	}
	if _, ok := c.programs(g["t"]); ok {
		c.fail("To which day, or by how long? Say for instance “move the launch of " + plain(g["t"]) + " by two weeks”.")
	}
	return nil, false
}

// whom asks back who shall own something.
func (c *commander) whom(g groups) ([]order, bool) {
	if _, ok := c.programs(g["t"]); ok {
		c.fail("To whom? Say for instance “assign " + plain(g["t"]) + " to …”.")
	}
	return nil, false
}

// rename: "rename Atlas to Atlas Mobile".
func (c *commander) rename(g groups) ([]order, bool) {
	t, entity, ok := c.targeted(g["t"])
	if !ok {
		return nil, false
	}
	if !t.one {
		c.fail("Only one record can get a name; name it.")
		return nil, false
	}
	return c.holds(t, entity, portfolio.FieldName, g["v"], "")
}

// unset: "clear the owner of Atlas".
func (c *commander) unset(g groups) ([]order, bool) {
	return c.set(groups{"t": g["t"], "f": g["f"], "v": "nothing"})
}

// remove: "delete Atlas". Only one named record can be deleted.
func (c *commander) remove(g groups) ([]order, bool) {
	t, entity, ok := c.targeted(g["t"])
	if !ok {
		return nil, false
	}
	if !t.one {
		c.fail("I propose to delete only one record at a time; name it.")
		return nil, false
	}
	return []order{{target: t, entity: entity, field: portfolio.WholeRecord}}, true
}

// assign: "assign Atlas to Dana", "give all red programs to the Platform team".
func (c *commander) assign(g groups) ([]order, bool) {
	t, entity, ok := c.targeted(g["t"])
	if !ok {
		return nil, false
	}
	f := portfolio.FieldOwner
	if isTeam().MatchString(g["v"]) && entity == ofProgram {
		f = portfolio.FieldTeam
	}
	return c.holds(t, entity, f, g["v"], "")
}

// isTeam matches what is called a team.
var isTeam = expression(`(?i)^(?:the )?team .+|.+ (?:team|department)$`)

// guesses are the fields that a value without the name of its field may be of, for programs.
var guesses = []portfolio.Field{portfolio.FieldStatus, portfolio.FieldStage, portfolio.FieldProgress, portfolio.FieldLaunchDate}

// doneWords say that a milestone is completed.
var doneWords = map[string]bool{"done": true, "complete": true, "completed": true, "achieved": true, "reached": true, "met": true, "finished": true, "delivered": true, "hit": true}

// become: "mark Atlas as red", "put all red programs into stage Planning", "bump Beacon to 60%", "move Atlas to team Growth".
func (c *commander) become(g groups) ([]order, bool) {
	t, entity, ok := c.targeted(g["t"])
	if !ok {
		return nil, false
	}
	fields := guesses
	if entity == ofMilestone && doneWords[strings.ToLower(g["v"])] {
		return []order{{target: t, entity: entity, field: "completed_date", value: asJSON(string(c.today))}}, true
	}
	if entity == ofRisk {
		fields = []portfolio.Field{portfolio.FieldRiskSeverity, portfolio.FieldRiskStatus, portfolio.FieldRiskLikelihood}
	}
	if entity == ofMilestone {
		fields = []portfolio.Field{portfolio.FieldMilestoneStatus, portfolio.FieldMilestoneDue}
	}
	for _, f := range fields {
		try := &commander{frame: c.frame}
		if orders, ok := try.holds(t, entity, f, g["v"], ""); ok {
			c.notes = append(c.notes, try.notes...)
			return orders, true
		}
	}
	switch value := unquoted(g["v"]); {
	case entity == ofProgram && isTeam().MatchString(value):
		return c.holds(t, entity, portfolio.FieldTeam, value, "")
	case digits().MatchString(value):
		_, _ = c.percent(value) // which says what is wrong with it
	case entity == ofProgram && len(c.calendarOf(value).span.period.from) > 0:
		_, _ = c.day(value)
	case entity == ofProgram && len(c.directory.valuesCalled(tokenise(value, nil))) > 0:
		return c.holds(t, entity, c.directory.valuesCalled(tokenise(value, nil))[0].field, value, "")
	default:
		c.fail("“" + plain(value) + "” is neither a status (" + series(texts(portfolio.Statuses), "or") + ") nor a stage (" + series(texts(portfolio.Stages), "or") + "), nor a date or a progress in percent.")
	}
	return nil, false
}

// post: "post an update on Atlas: all is well".
func (c *commander) post(g groups) ([]order, bool) {
	meant := c.subject
	if g["t"] != "" {
		meant = func() (target, bool) { return c.programs(g["t"]) }
	}
	t, ok := meant()
	if !ok {
		if len(c.choose) == 0 {
			c.missing("program", g["t"])
		}
		return nil, false
	}
	return []order{{target: t, entity: portfolio.EntityStatusUpdate, field: string(portfolio.EntityStatusUpdate), value: asJSON(unquoted(g["v"]))}}, true
}
