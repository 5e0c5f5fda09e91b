package analyst

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// ending is what people put behind a wish.
var ending = expression(`(?i)(?:[\s,;:.?!]*\b(?:please|pls|plz|thanks a lot|many thanks|thanks|thank you|thx|tx|ta|cheers|for me|right away|right now|asap))*[\s.?!]*$`)

// because begins the reason of a wish, at its end or before it.
var (
	because      = expression(`(?i)[,;]?\s+(?:because(?: of)?|on account of|owing to|given that|reason:)\s+`)
	becauseFirst = expression(`(?i)^(?:because(?: of)?|on account of|owing to|given that)\s+([^:"“,]+),\s*(?:please )?(.+)$`)
)

// therefore matches a wish behind its reason: "Ada leaves us, so Atlas should go to Grace".
var therefore = expression(`(?i)^(.+?)(?:[,;.:–-]+ ?| )(?:so|hence|therefore|thus|that's why|that is why|which is why|which means)(?: that)?,? (?:please |then )?(.+)$`)

// reasoned understands a wish with its reason, where one is said: "mark Atlas at risk because the vendor slipped". What
// follows the reason may be a further wish, of which it is none. What stands in quotation marks or behind a colon is a text
// of the portfolio, and holds no reason.
func (c *commander) reasoned(wish string) ([]order, bool) {
	if m := becauseFirst().FindStringSubmatch(wish); m != nil {
		orders, ok := c.wished(m[2])
		return justified(orders, m[1]), ok
	}
	for _, at := range because().FindAllStringIndex(wish, -1) {
		head, why := wish[:at[0]], wish[at[1]:]
		if strings.ContainsAny(head, ":“") || strings.Count(head, `"`)%2 != 0 {
			break
		}
		orders, ok := c.wished(head)
		if !ok {
			continue
		}
		for _, joint := range joints().FindAllStringIndex(why, -1) {
			if next := why[joint[1]:]; hardVerb(next) {
				if more, ok := c.reasoned(next); ok {
					return append(justified(orders, why[:joint[0]]), more...), true
				}
			}
		}
		return justified(orders, why), true
	}
	if orders, ok := c.wished(wish); ok {
		return orders, true
	}
	if orders, ok := c.withReason(wish); ok {
		return orders, true
	}
	if m := therefore().FindStringSubmatch(wish); m != nil {
		orders, ok := c.wished(m[2])
		return justified(orders, m[1]), ok
	}
	return nil, false
}

// justified gives orders their reason.
func justified(orders []order, why string) []order {
	for i := range orders {
		orders[i].why = strings.TrimSpace(ending().ReplaceAllString(why, ""))
	}
	return orders
}

// wished understands a wish without what people put behind it.
func (c *commander) wished(wish string) ([]order, bool) {
	orders, ok := c.orders(ending().ReplaceAllString(wish, ""))
	if ok && orders[0].entity == portfolio.EntityStatusUpdate {
		return c.orders(wish) // the text of an update stays as it is
	}
	return orders, ok
}

// parting matches what else may part a wish from the reason for it.
var parting = expression(`(?i)\s*(?:[,;(]|\s[-–—]\s|[.!]\s|\b(?:because(?: of)?|due to|owing to|given(?: that)?|now that|since|as|after|for)\b)\s*`)

// further matches the beginning of what is a second wish rather than a reason.
var further = expression(`(?i)^(?:and|then|also|but|or|plus)\b`)

// withReason understands a wish behind which its reason stands without a word that only begins reasons: "mark X red, the
// vendor slipped".
func (c *commander) withReason(wish string) ([]order, bool) {
	if strings.Contains(wish, ":") { // what stands behind a colon is a text of its own
		return nil, false
	}
	for _, at := range parting().FindAllStringIndex(wish, -1) {
		reason := strings.TrimSpace(ending().ReplaceAllString(wish[at[1]:], ""))
		if at[0] == 0 || further().MatchString(reason) || hardVerb(reason) {
			continue
		}
		try := &commander{frame: c.frame}
		orders, ok := try.orders(ending().ReplaceAllString(wish[:at[0]], ""))
		if !ok {
			continue
		}
		c.notes = append(c.notes, try.notes...)
		return justified(orders, strings.TrimRight(reason, ")")), true
	}
	return nil, false
}
