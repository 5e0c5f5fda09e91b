package checking

import (
	"regexp"
	"strconv"

	"portfolio-ai/store/portfolio"
)

// slippedSince matches what milestones are said to have done behind their number: "2 milestones slipped more than 30 days".
var slippedSince = regexp.MustCompile(`(?i)^[^,;:)]*?\b(?:slipped|slipping|slip|moved out|pushed out|delayed)\b(?:[^,;:)]*?\b(?:more than|over) (\d+) days?\b)?`)

// slipped reports whether a chunk counts what slipped, and by more than how many days.
func (k *chunk) slipped() (over int, says bool) {
	found := slippedSince.FindStringSubmatch(k.text[min(k.ms[0].from, len(k.text)):])
	if found == nil {
		return 0, false
	}
	over, _ = strconv.Atoi(found[1]) // none is 0
	return over, true
}

// bindSlipped binds a count to the milestones of a program that are due later than their baseline by more than some days.
func (c *checker) bindSlipped(p *record, over, n int, out **portfolio.Binding) bool {
	if p == nil || p.detail == nil {
		return false
	}
	slipped := 0
	for _, m := range p.detail.Program.Milestones {
		if m.Slip() > over {
			slipped++
		}
	}
	if slipped != n {
		return false
	}
	*out = &portfolio.Binding{Record: c.cite(p), Function: portfolio.FunctionCount, Query: &portfolio.Query{
		Of: portfolio.EntityMilestone, Where: []portfolio.Condition{{Field: portfolio.FieldMilestoneSlip, Op: portfolio.OpOver, Values: []string{strconv.Itoa(over)}}},
	}}
	return true
}
