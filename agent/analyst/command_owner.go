package analyst

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// namesPeople are the fields whose values are the names of people or of teams.
var namesPeople = map[portfolio.Field]bool{portfolio.FieldOwner: true, portfolio.FieldRiskOwner: true, portfolio.FieldTeam: true}

// behindName parts the name of a person from what is said of it. The words in the second group may also be part of a name.
var behindName = expression(`(?i)\s*[,;(]\s*|\s[-–—]\s|\s(?:until|till|while|whilst|because|as|since|after|before|during|so|who|when|if|due to|given|effective|starting|temporarily|instead|now that|from now|in order to|on behalf of)\b|\s(for|from|to|in|on|with)\b`)

// reasonFirst is what begins a reason and says nothing by itself.
var reasonFirst = expression(`(?i)^[\s,;(–—-]*(?:(?:because(?: of)?|as|since|now that|due to|given(?: that)?|so)\s+)?`)

// asOwner says again what a new owner becomes.
var asOwner = expression(`(?i)^as (?:the |its |their |an? )?(?:new )?(?:owner|lead|leader|manager|program(?:me)? manager|project manager|sro)s?\b[\s,;]*|^instead\b[\s,;]*`)

// longestPerson is how many words the name of a person has at most.
const longestPerson = 5

// person takes a name from what stands behind it: "Ada Lind for a review" is Ada Lind, and the rest is why. A name that the
// portfolio has is taken whole.
func (c *commander) person(f portfolio.Field, text string) (name, why string) {
	text = strings.TrimSpace(text)
	if !namesPeople[f] || quotes().MatchString(text) || c.calls(f, text) {
		return text, ""
	}
	words := strings.Fields(text)
	for n := len(words) - 1; n > 0; n-- {
		known := strings.TrimRight(strings.Join(words[:n], " "), ",;")
		if c.calls(f, known) || f == portfolio.FieldTeam && c.calls(f, teamNoun().FindStringSubmatch(known)[1]) {
			return known, reasonOf(strings.Join(words[n:], " "))
		}
	}
	if f == portfolio.FieldTeam {
		return text, ""
	}
	for _, at := range behindName().FindAllStringSubmatchIndex(text, -1) {
		first, rest := strings.TrimSpace(text[:at[0]]), strings.TrimSpace(text[at[0]:])
		next := strings.TrimSpace(text[at[1]:])
		mayBeName := at[2] >= 0 && !lowerCase(next) // "Centre for Data"
		if first == "" || mayBeName || len(strings.Fields(first)) > longestPerson {
			continue
		}
		return first, reasonOf(rest)
	}
	return text, ""
}

// calls reports whether a text is a value of a field, in full.
func (c *commander) calls(f portfolio.Field, text string) bool {
	for _, v := range c.directory.valuesCalled(tokenise(text, nil)) {
		if v.field == f || namesPeople[f] && f != portfolio.FieldTeam && v.field != portfolio.FieldTeam && namesPeople[v.field] {
			return true
		}
	}
	return false
}

// reasonOf writes what stands behind a name as a reason; "" where it only says again what the name becomes.
func reasonOf(rest string) string {
	rest = asOwner().ReplaceAllString(strings.TrimSpace(rest), "")
	rest = strings.TrimSpace(ending().ReplaceAllString(reasonFirst().ReplaceAllString(rest, ""), ""))
	if !strings.Contains(rest, "(") {
		rest = strings.TrimRight(rest, ")")
	}
	return rest
}

// lowerCase reports whether a text begins with a small letter.
func lowerCase(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	return unicode.IsLower(first)
}

// takesOver: "Priya Nair takes over Brand Refresh". Only somebody whom the portfolio knows does: else it is no wish.
func (c *commander) takesOver(g groups) ([]order, bool) {
	owner := c.known(portfolio.FieldOwner, g["v"])
	if !c.calls(portfolio.FieldOwner, owner) {
		return nil, false
	}
	t, ok := c.programs(g["t"])
	if !ok || !t.one {
		return nil, false
	}
	orders, ok := c.holds(t, ofProgram, portfolio.FieldOwner, owner, "")
	return justified(orders, reasonOf(g["r"])), ok
}

// handed: "Brand Refresh goes to Priya Nair for the time being".
func (c *commander) handed(g groups) ([]order, bool) {
	name, why := c.person(portfolio.FieldOwner, g["v"])
	if orders, ok := c.takesOver(groups{"v": name, "t": g["t"], "r": why}); ok {
		return orders, true
	}
	team, why := c.person(portfolio.FieldTeam, g["v"])
	if !c.calls(portfolio.FieldTeam, teamNoun().FindStringSubmatch(team)[1]) {
		return nil, false
	}
	t, ok := c.programs(g["t"])
	if !ok || !t.one {
		return nil, false
	}
	orders, ok := c.holds(t, ofProgram, portfolio.FieldTeam, team, "")
	return justified(orders, why), ok
}

// launchesNow: "Atlas now launches on 30 June" tells of a day that is to be recorded.
func (c *commander) launchesNow(g groups) ([]order, bool) {
	if asksFirst(g["t"]) {
		return nil, false
	}
	t, ok := c.programs(g["t"])
	if !ok || !t.one {
		return nil, false
	}
	return c.holds(t, ofProgram, portfolio.FieldLaunchDate, g["v"], "")
}

// milestoneDone: "Security test of Customer Portal passed". Of one milestone it is a wish, else a question.
func (c *commander) milestoneDone(g groups) ([]order, bool) {
	if asksFirst(g["t"]) {
		return nil, false
	}
	try := &commander{frame: c.frame}
	t, ok := try.children(ofMilestone, g["t"])
	if !ok || !t.one || len(t.query.Where[0].Values) != 1 {
		return nil, false
	}
	return c.completeMilestone(g)
}

// asksFirst reports whether a text begins like a question.
func asksFirst(text string) bool {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	s, ok := english().phrases[first]
	return ok && strings.ContainsRune("WwtyLC", rune(s.kind))
}

// riskNow: "the licence risk of Frankfurt is low now" tells of a severity or a status that is to be recorded.
func (c *commander) riskNow(g groups) ([]order, bool) {
	if asksFirst(g["t"]) {
		return nil, false
	}
	t, ok := c.children(ofRisk, g["t"])
	if !ok || !t.one {
		return nil, false
	}
	if g["w"] != "" {
		return c.holds(t, ofRisk, portfolio.FieldRiskStatus, g["w"], "")
	}
	return c.holds(t, ofRisk, portfolio.FieldRiskSeverity, g["v"], "")
}
