package analyst

import "regexp"

// rewording is a way of putting something of which the analyst reads another one: what matches is put as is written behind it.
type rewording struct {
	of func() *regexp.Regexp
	as string
}

// phrasings are those of questions.
var phrasings = []rewording{
	// a preposition at the beginning: "for what is Atlas waiting"
	{expression(`(?i)^(for|on|upon) (what|which programs?|which programmes?|which projects?|whom|which ones?) (is|are|does|do|must|has|have) (.+?) (to )?(waiting|wait|depending|depend|relying|rely|blocked|stuck)\b`), "$2 $3 $4 $5$6 $1"},
	// a verb that stands around what is to be left out: "only leave the green ones out"
	{expression(`(?i)(\w[\s,;–-]+)(?:(?:but|and|only|just|then|please|kindly|you can|you may|we can|i'd|let's)[\s,]+)*(?:leave|leaving|keep|keeping|filter|filtering|strip|stripping|cut|rule|ruling|sort|take|taking) ((?:the |all |any |those |that are |what is )[^,;:.?!]+?) (?:out|aside|away)(?: of (?:it|this|that|the list))?\s*([,;:.?!]|$)`), "${1}except $2$3"},
	// somebody else to whom the answer is to be told: "give the committee the red ones"
	{expression(`(?i)^(please |pls )?(give|show|tell|send|get|bring|read) (?:the|my|our|his|her) (?:\w+ )?` + asker + ` (the|all|a|an|every|which|what|how|who|any) `), "$1$2 me $3 "},
	// what may begin once something else is done
	{expression(`(?i)^(?:once|when|after|as soon as|if) (.+?) (?:is|has been|gets|goes|has|are) (?:through|done|live|finished|completed?|launched|over|gone live|out of the way),? (?:which|what) ?(?:programs?|programmes?|projects?|ones?|else|others?)? ?(?:can|could|may|will be able to|is able to|are able to) (?:then )?(?:go ahead|start|launch|proceed|follow|begin|go live|move|move on|continue)\b`), "what depends on $1"},
	// a question in the place of a field: "broken down by who owns them"
	{expression(`(?i)\bby (?:who|whom|whose)\b (?:owns|leads|runs|heads|has|is responsible for|is in charge of|looks after|they belong to|they are|is running|is leading)(?: (?:them|it|they|those|these))?\b`), "by owner"},
	{expression(`(?i)\bby (?:which|what|who) (?:team|department|unit|ministry|dept)?\s?(?:runs|owns|works on|has|they belong to|they are in|it belongs to|is running|is doing|does)(?: (?:them|it|those|these))?\b`), "by team"},
	{expression(`(?i)\bby (?:which|what) (?:stage|phase) (?:they|it|each|each one) (?:are|is|have|has)(?: in| at| reached| got to)?\b`), "by stage"},
	{expression(`(?i)\bby (?:what|which|how) (?:status|colour|color|healthy|rating|(?:we|they) (?:rate|are rated|are doing|stand))(?: (?:they|it|each)?\s?(?:are|is|have|has|them)(?: in| rated)?)?\b`), "by status"},
	{expression(`(?i)\bby (?:what|which) (?:product line|line|category|area|business line) (?:they|it|each) (?:are|is|belong|belongs|fall|falls)(?: to| in| into| under)?\b`), "by product line"},
	{expression(`(?i)\bby how (?:severe|serious|bad|grave|dangerous) (?:they|it|each)(?: are| is)?\b`), "by severity"},
	{expression(`(?i)\bby how (?:likely|probable) (?:they|it|each)(?: are| is)?(?: to happen)?\b`), "by likelihood"},
	{expression(`(?i)\bby how (?:far|far along|advanced|complete|much is done|much of it is done)(?: (?:they|it|each)(?: are| is| have got| has got| have come)?)?\b`), "by progress"},
	{expression(`(?i)\bby when (?:they|it|each)(?: are| is)? (?:launch|launches|launching|due|due to launch|end|ends|go live|goes live|finish|finishes)\b`), "by launch date"},
}

// rephrased puts a question as the analyst reads it.
func rephrased(text string) string {
	for _, p := range phrasings {
		text = p.of().ReplaceAllString(text, p.as)
	}
	return text
}
