package analyst

// carryOut matches the end of a text that says a fact first and then wishes it to be put into the portfolio: "… has reached 75 %,
// please put that in".
var carryOut = expression(`(?is)^(.+?)[\s,;:.–-]+(?:so |and |then |hence )?(?:please |pls |can you |could you )?(?:put|pop|slot|punch|type|key|write|post|jot|get|take|note down|mark|enter|record|change|update|note|log|save|reflect|adjust|move|correct|fix|set|book|amend)` +
	` (?:that|it|this|them|those|the launch(?:es)?|the launch dates?|the dates?|the status|the progress)(?: in| down| accordingly| too| everywhere| please| as well| for me| in the system| there)*[.!]*$`)

// toldBy matches who a fact is from: "Ada told me that …".
var toldBy = expression(`(?i)^(?:\w+ ){1,3}?(?:(?:has |have |had |just )*(?:told|tells|says|said|informed|informs|mentioned|mentions|reports|reported|writes|wrote|confirmed|confirms|lets|let))(?: me| us)?(?: know)?(?: that)?[ :,]+(?:the )?`)

// facts are the ways of saying a fact, with the wish that it comes to.
var facts = []rewording{
	{expression(`(?i)^(.+?) (?:has reached|have reached|reached|is now at|is now|is already at|is at|are at|stands at|is up to|has got to|got to|has made it to|made it to) (\d+ ?(?:%|per ?cent))(?: now| already| today| by now| as of today)?$`), "set the progress of $1 to $2"},
	{expression(`(?i)^(.+?) (?:both |all )?(?:launch(?:es)?|will launch|go(?:es)? live|will go live) (.+?) earlier(?: than (?:planned|expected|foreseen|scheduled|thought|before|we thought))?$`), "move the launch of $1 $2 earlier"},
	{expression(`(?i)^(.+?) (?:both |all )?(?:launch(?:es)?|will launch|go(?:es)? live|will go live) (.+?) later(?: than (?:planned|expected|foreseen|scheduled|thought|before|we thought))?$`), "push the launch of $1 back by $2"},
	{expression(`(?i)^(.+?) (?:both |all )?(?:slips?|slipped|has slipped|have slipped|is delayed|are delayed|will slip|moves?) by (.+?)$`), "push the launch of $1 back by $2"},
	{expression(`(?i)^(.+?) (?:is|are|has turned|have turned|turned|went|has gone|is now|are now)(?: now)? (red|amber|green|at risk|off track|on track|completed)$`), "set the status of $1 to $2"},
	{expression(`(?i)^(.+?) (?:has taken over|takes over|took over|now owns|now leads|is now the owner of|is the new owner of) (.+?)$`), "set the owner of $2 to $1"},
}

// stated understands a fact that is to be put into the portfolio as the change that it comes to.
func (f frame) stated(text string) (intent, bool) {
	m := carryOut().FindStringSubmatch(text)
	if m == nil {
		return intent{}, false
	}
	said := toldBy().ReplaceAllString(m[1], "")
	for _, way := range facts {
		if way.of().MatchString(said) {
			if in, ok := f.command(way.of().ReplaceAllString(said, way.as)); ok && in.act == actPropose {
				return in, true
			}
		}
	}
	return intent{}, false
}
