package analyst

import (
	"encoding/json"
	"regexp"
	"strings"

	"portfolio-ai/store/portfolio"
)

// riskStates are the statuses that verbs give to risks.
var riskStates = map[string]portfolio.RiskStatus{
	"close": portfolio.RiskClosed, "closed": portfolio.RiskClosed, "resolve": portfolio.RiskClosed, "resolved": portfolio.RiskClosed,
	"reopen": portfolio.RiskOpen, "re-open": portfolio.RiskOpen, "open": portfolio.RiskOpen, "accept": portfolio.RiskAccepted,
	"accepted": portfolio.RiskAccepted, "mitigate": portfolio.RiskMitigating, "mitigating": portfolio.RiskMitigating, "mitigated": portfolio.RiskMitigating,
}

// riskState: "close the risk Scope creep of Ledger", "accept all low risks of Ledger".
func (c *commander) riskState(g groups) ([]order, bool) {
	t, ok := c.children(ofRisk, g["t"])
	if !ok {
		if len(c.choose) == 0 {
			c.missing("risk", g["t"])
		}
		return nil, false
	}
	return []order{{target: t, entity: ofRisk, field: "status", value: asJSON(string(riskStates[strings.ToLower(g["v"])]))}}, true
}

// completeMilestone: "complete the milestone Pilot of Checkout on 3 February".
func (c *commander) completeMilestone(g groups) ([]order, bool) {
	t, ok := c.children(ofMilestone, g["t"])
	if !ok {
		if len(c.choose) == 0 && strings.Contains(strings.ToLower(g["t"]), "milestone") {
			c.missing("milestone", g["t"])
		}
		return nil, false
	}
	done := asJSON(string(c.today))
	if g["d"] != "" {
		if done, ok = c.day(g["d"]); !ok {
			return nil, false
		}
		if p := c.calendarOf(g["d"]).span.period; p.yearless && p.from > c.today { // nothing is completed in the future
			done = asJSON(string(yearBefore(p.from)))
		}
	}
	return []order{{target: t, entity: ofMilestone, field: "completed_date", value: done}}, true
}

// milestoneState: "mark the milestone Pilot of Checkout as done", "… as missed".
func (c *commander) milestoneState(g groups) ([]order, bool) {
	switch strings.ToLower(g["v"]) {
	case "missed", "planned":
		t, ok := c.children(ofMilestone, g["t"])
		if !ok {
			c.missing("milestone", g["t"])
			return nil, false
		}
		return c.holds(t, ofMilestone, portfolio.FieldMilestoneStatus, g["v"], "")
	}
	return c.completeMilestone(g)
}

// Parts of the rest of a wish that creates a record.
var (
	gravity    = expression(`(?i),?\s*(?:with |of |and )?severity:? (\w+)$`)
	mitigated  = expression(`(?i),?\s*(?:with|and) (?:the |a )?mitigation:? (?:"([^"]+)"|“([^”]+)”|'([^']+)'|(.+))$`)
	inQuotes   = expression(`"([^"]+)"|“([^”]+)”|(?:^|[\s:])'(.+?)'(?:$|[\s,.;:])`)
	dueOn      = expression(`(?i)[,;]?\s*\b(?:due|by|dated|on)(?: on| by)?\s+`)
	belongs    = expression(`(?i)^.*?\b(?:to|for|on|in|against|of)\s+(.+?)[\s,:;-]*$`)
	titleAfter = expression(`(?i)^\s*(?:to|for|on|in|against|of)\s+(.+?)(?:\s*:\s*|\s+-\s+|,?\s+(?:called|named|titled|that says|saying|that)\s+)(.+)$`)
	titleFirst = expression(`(?i)^\s*(?::|called|named|titled|about|that)?\s*(.+)\s+(?:to|for|on|in|against)\s+(.+)$`)
)

// titled takes apart the rest of a wish that creates a record: its title, and the program that it belongs to.
func (c *commander) titled(rest string) (title string, t target, ok bool) {
	if m := inQuotes().FindStringSubmatchIndex(rest); m != nil {
		parts := inQuotes().FindStringSubmatch(rest)
		title = strings.TrimSpace(parts[1] + parts[2] + parts[3])
		rest = strings.TrimSpace(rest[:m[0]] + " " + rest[m[1]:])
		rest = strings.TrimRight(regexp.MustCompile(`(?i)\s*(?:called|named|titled)\s*$`).ReplaceAllString(rest, ""), " ,:;")
		if whose := belongs().FindStringSubmatch(rest); whose != nil {
			t, ok = c.programs(whose[1])
			return title, t, ok
		}
		t, ok = c.subject()
		return title, t, ok
	}
	if m := titleAfter().FindStringSubmatch(rest); m != nil {
		if t, ok = c.programs(m[1]); ok {
			return strings.TrimSpace(m[2]), t, true
		}
	}
	if m := titleFirst().FindStringSubmatch(rest); m != nil {
		t, ok = c.programs(m[2])
		return m[1], t, ok
	}
	return "", target{}, false
}

// created makes the order for a new record of one program.
func (c *commander) created(entity portfolio.Entity, rest string, fields map[string]json.RawMessage, label string) ([]order, bool) {
	title, t, ok := c.titled(rest)
	switch {
	case !ok && len(c.choose) > 0:
		return nil, false
	case !ok || !t.one:
		c.fail("Say which program the " + nouns[entity][0] + " belongs to, and put its title in quotation marks: add a " + nouns[entity][0] + " “…” to ….")
		return nil, false
	}
	fields[label] = asJSON(title)
	value, err := json.Marshal(fields)
	return []order{{target: t, entity: entity, field: portfolio.WholeRecord, value: value}}, err == nil
}

// addRisk: "add a High risk 'Vendor insolvent' to Mercury".
func (c *commander) addRisk(g groups) ([]order, bool) {
	fields := map[string]json.RawMessage{}
	rest := g["r"]
	if m := gravity().FindStringSubmatchIndex(rest); m != nil {
		g = groups{"s": gravity().FindStringSubmatch(rest)[1]}
		rest = rest[:m[0]]
	}
	if s := g["s"]; s != "" && !strings.EqualFold(s, "open") && !strings.EqualFold(s, "new") {
		info, _ := portfolio.FieldRiskSeverity.Info()
		level, ok := c.word(info, s)
		if !ok {
			return nil, false
		}
		fields["severity"] = level
	}
	if m := mitigated().FindStringSubmatchIndex(rest); m != nil {
		parts := mitigated().FindStringSubmatch(rest)
		fields["mitigation"] = asJSON(strings.TrimSpace(parts[1] + parts[2] + parts[3] + parts[4]))
		rest = rest[:m[0]]
	}
	return c.created(ofRisk, rest, fields, "title")
}

// addMilestone: "add a milestone 'Pilot' due 3 June 2026 to Atlas".
func (c *commander) addMilestone(g groups) ([]order, bool) {
	fields, rest := map[string]json.RawMessage{}, g["r"]
	due, left, said := c.dueIn(rest)
	switch {
	case due != "":
		fields["due_date"], rest = asJSON(string(due)), left
	case said != "":
		_, _ = c.day(said)
		return nil, false
	}
	return c.created(ofMilestone, rest, fields, "name")
}

// dueIn finds "due 3 June 2026" in a text, and gives the text without it. said is what stands behind "due" where that is
// no day.
func (c *commander) dueIn(text string) (due portfolio.Date, left, said string) {
	for _, at := range dueOn().FindAllStringIndex(text, -1) {
		words := strings.Fields(text[at[1]:])
		for n := min(len(words), 6); n > 0; n-- {
			p := c.calendarOf(strings.TrimRight(strings.Join(words[:n], " "), ",.;")).span.period
			if p.from != "" && p.from == p.to {
				return p.from, strings.TrimSpace(text[:at[0]]) + " " + strings.Join(words[n:], " "), ""
			}
		}
		if strings.Contains(strings.ToLower(text[at[0]:at[1]]), "due") && said == "" {
			said = strings.Join(words[:min(len(words), 3)], " ")
		}
	}
	return "", text, said
}
