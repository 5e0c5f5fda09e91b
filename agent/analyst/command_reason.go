package analyst

import (
	"regexp"
	"strings"
)

// ending is what people put behind a wish.
var ending = regexp.MustCompile(`(?i)(?:[\s,;:.?!]*\b(?:please|pls|plz|thanks a lot|many thanks|thanks|thank you|thx|tx|ta|cheers|for me|right away|right now|asap))*[\s.?!]*$`)

// because matches what may part a wish from the reason for it.
var because = regexp.MustCompile(`(?i)\s*(?:[,;(]|\s[-–—]\s|[.!]\s|\b(?:because(?: of)?|due to|owing to|given(?: that)?|now that|since|as|after|for)\b)\s*`)

// further matches the beginning of what is a second wish rather than a reason.
var further = regexp.MustCompile(`(?i)^(?:and|then|also|but|or|plus)\b`)

// withReason understands a wish behind which stands why it is made: "mark X red because the vendor slipped". The reason is
// told back and changes nothing.
func (c *commander) withReason(wish string) ([]order, bool) {
	if strings.Contains(wish, ":") { // what stands behind a colon is a text of its own
		return nil, false
	}
	for _, at := range because.FindAllStringIndex(wish, -1) {
		reason := strings.TrimSpace(ending.ReplaceAllString(wish[at[1]:], ""))
		if at[0] == 0 || further.MatchString(reason) || hardVerb(reason) {
			continue
		}
		try := &commander{frame: c.frame}
		orders, ok := try.orders(ending.ReplaceAllString(wish[:at[0]], ""))
		if !ok {
			continue
		}
		c.notes = append(c.notes, try.notes...)
		if reason = strings.TrimRight(reason, ")"); reason != "" {
			c.notes = append(c.notes, "The reason you gave: “"+plain(cut(reason, 200))+"”.")
		}
		return orders, true
	}
	return nil, false
}
