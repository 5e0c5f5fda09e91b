package analyst

import (
	"regexp"
	"strings"
)

// asides are the parts of a question that say what it is for, who wants to know, or how welcome the answer is. They ask for
// nothing, so they are taken out before the words are read.
var asides = []func() *regexp.Regexp{
	// who wants to know
	expression(`(?i)^(?:my|our|the|his|her) (?:\w+ ){0,2}?` + asker + ` (?:just |also |now |really )*(?:wants?|needs?|would like|would love|asks?|asked|is asking|are asking|wonders?|wondered|is wondering)(?: me| us)? (?:to know|to see|to hear|to have|to get|for|about) `),
	expression(`(?i)^(?:my|our|the|his|her) (?:\w+ )?` + asker + `(?: (?:just|keeps?|is|are|has|have|been|also|now|still|always|constantly))* ` + wants + `(?: me| us)?(?: again)? (?:about|on|for|over|regarding|with) `),
	expression(`(?i)^(?:(?:my|our|the|his|her|some|a|an) )?(?:\w+ )?` + asker + `(?:'s \w+)? (?:\w+ ){1,6}?and (?:wants?|needs?|would like|asks?|asked|is asking|are asking|will want|will ask|insists?)(?: me| us)?(?: to know| to see| to hear| sight of| for| about| on)?[\s,:]+`),
	expression(`(?i)^(?:my|our|the|his|her) (?:\w+ )?(?:boss|manager|director|cfo|ceo|cio|coo|cto|vp|sponsor|board|chair|client|colleagues?|auditors?|minister) (?:just |also |now )?(?:is asking|are asking|asked|asks|wants|want|needs|need|would like|wanted|keeps asking)(?: me| us)?(?: to know| to see| to hear| for| about)?[\s,:]+`),
	expression(`(?i)^(?:i|we)(?:'m| am| are|'re| have| need| must)? ?(?:just )?(?:to )?(?:prepar(?:e|ing)|work(?:ing)? on|writ(?:e|ing)|put(?:ting)? together|build(?:ing)?|finish(?:ing)?|draft(?:ing)?) (?:my|our|the|a|an) [^,.:;?]{3,40}[,.:;]\s*`),
	expression(`(?i)^(?:a |just a |one |another )?(?:quick|short|simple|stupid|silly|last|final|small)(?: (?:one|question|q|thing))?[:,.–-]+\s*`),
	expression(`(?i)^(?:please |kindly |could you |can you |would you )*(?:please )?identify\b`),
	// what it is for
	expression(`(?i)(?:[\s,;–-]+(?:so|so that|because|as|since|which|that)|,)\s+(?:i|we)(?:'ll|'d)? (?:can|could|may|will|would|need to|have to|want to|must|should)? ?(?:then )?(?:send|forward|share|show|present|paste|print|mail|e-?mail|brief|circulate|distribute|bring|hand|pass|use|put|tell|copy|upload|prepare|explain)\b[^?:]*`),
	expression(`(?i)\s+(?:that |which )?(?:i|we) (?:can|could|may) (?:then )?(?:send|forward|share|show|present|paste|print|mail|e-?mail|circulate|distribute|bring|hand|pass|use|copy|upload)\b[^?:]*$`),
	expression(`(?i)[\s,;–-]*\b(?:for|to use in|to put in(?:to)?|to show (?:in|at)|as (?:input|preparation|prep) for|in preparation for|in time for) (?:my|our|the|a|an|this|next|tomorrow's|today's|tonight's|this week's|next week's|monday's|friday's) (?:\w+[- ]){0,2}?(?:meeting|call|deck|slides?|presentation|stand-?up|1:1|one[- ]on[- ]one|catch-?up|jour fixe|workshop|off-?site|town ?hall|board pack|minutes|agenda|interview)(?: (?:tomorrow|today|tonight|this (?:morning|afternoon|evening|week)|next week|later|on (?:mon|tues|wednes|thurs|fri)day|at \d+(?::\d+)?(?: ?[ap]m)?))*\b[,:]?`),
	// how long it is to be
	expression(`(?i)[\s,;–-]+(?:in|with|using) (?:at most |no more than |max(?:imum)? |about )?(?:one|two|three|four|five|ten|\d+) (?:short )?(?:sentences?|lines?|words?|bullets?|bullet points?|paragraphs?|slides?)\b`),
	// where it stands
	expression(`(?i)[\s,]+\b(?:in|from|by|per|as per|according to) (?:this (?:year|month|quarter|week)'s|the current|the latest|the present|the newest|the most recent|this|our latest|our current) (?:\w+ )?(?:return|report|submission|publication|release|edition|dataset|data set|snapshot|extract|figures|spreadsheet|register|export|file|list)\b`),
	// how welcome it is
	expression(`(?i)[\s,;–-]*\b(?:if|when|whenever) (?:you (?:can|could|have|get|find|know)|possible|that works)\b[^?]*$`),
	expression(`(?i)[\s,;–-]*\b(?:that |this |it )?would be (?:really |very |so )?(?:great|nice|good|helpful|appreciated|lovely|perfect|awesome|useful|enough)\b[^?]*$`),
	expression(`(?i)[\s,;.–-]*\b(?:it'?s|it is|this is|that'?s|that is) (?:really |very |quite |rather |kind of )?(?:urgent|important|for my boss)[.! ]*$`),
	expression(`(?i)[\s,;.–-]*\b(?:thanks?|thank you|thx)(?: you)? (?:in advance|so much|very much|a (?:lot|ton|bunch|million))\b[.! ]*|[\s,;.–-]*\bmuch appreciated\b[.! ]*`),
}

// plainly gives a text without its asides; the whole where nothing else would be left.
func plainly(text string) string {
	plain := text
	for _, aside := range asides {
		if rest := strings.TrimSpace(aside().ReplaceAllString(plain, " ")); hasLetters(rest) {
			plain = rest
		}
	}
	return plain
}
