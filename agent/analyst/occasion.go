package analyst

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// A person often says why they ask: who wants to know, where they are about to go, what they have to prepare. Such an
// occasion stands in a part of its own, and its subject is the person, somebody who wants an answer of them, or the time
// before something of theirs; its verb or its noun is one of work with others. It filters nothing.

// Words of occasions, as parts of expressions.
const (
	// asker is a person who asks, or of whom another wants to know something.
	asker = `(?:boss|bosses|manager|managers|director|directors|md|vp|svp|evp|cfo|ceo|cio|coo|cto|cpo|chro|c-level|chair|chairman|chairwoman|chairperson|president|secretary|secretaries|ministers?|deputy|governor|governors|commissioner|auditors?|sponsor|sponsors|controllers?|head|heads|lead|leads|chief|principal|trustees?|directorate|board|exco|committee|cabinet|council|parliament|treasury|press|journalists?|investors?|shareholders?|regulators?|client|clients|customer|customers|colleagues?|team|teams|boys|girls|folks|people|guys|office|leadership|management|executives?|execs?|exec team|pmo|people upstairs|big boss|powers that be|assistant|successor|predecessor|partner|partners|wife|husband|dean|matron|consultants?|doctors?|surgeons?|nurses?|physicians?|clinicians?|engineers?|foreman|registrar|provost|mayor|clerk|officer|officers|advisers?|advisors?|accountants?|bankers?|lawyers?|analysts?|planners?|colonel|general|admiral|captain|superintendent|inspector|chancellor|ambassador|commander|steward|works council|unions?|somebody|someone|everybody|everyone|they|he|she)`
	// wants is what such a person does.
	wants = `(?:wants?|wanted|needs?|needed|asks?|asked|asking|would like|would love|keeps?|kept|rang|rings?|ringing|called|calls?|calling|phoned|phones|phoning|mailed|e-?mailed|wrote|writes|pinged|pings|texted|pesters?|pestering|pestered|chases?|chasing|chased|nags?|nagging|nagged|bugs?|bugging|bugged|hassl\w+|bother\w*|insists?|insisted|demands?|demanded|expects?|expected|is (?:in|at|on|around|back|here|coming|waiting)|are (?:in|at|on|around|back|here|coming|waiting)|waits?|waiting|is coming|are coming|comes?|came|visiting|drop(?:s|ped)? by|is after me|are after me|is on my back|are on my back|is breathing down my neck|is on the phone|is on the line|is in the room|is here|are here|grill(?:s|ed|ing)?|question(?:s|ed|ing)?|gets? nervous|is getting nervous|are getting nervous|worr(?:y|ies|ied)|is worried|are worried|complain(?:s|ed|ing)?|wonder(?:s|ed|ing)?|is curious|will ask|will want|is asking|are asking|meets?|told|tells?|said|says|mentioned|forwarded|sent|fancies|is keen|are keen|is interested|are interested|has (?:just )?(?:asked|called|rung|phoned)|have (?:just )?(?:asked|called|rung|phoned))`
	// works is what the person who asks does or has to do.
	works = `(?:brief|briefing|briefed|prepar\w+|prepping|prep|present|presenting|report|reporting|meet|meeting|met|see|seeing|speak|speaking|spoke|talk|talking|talked|chat|chatting|call|calling|ring|ringing|phone|phoning|mail|mailing|e-?mail|write|writing|draft|drafting|finish|finishing|put together|putting together|work on|working on|build|building|fill|filling|update|updating|send|sending|forward|share|sharing|show|showing|print|printing|paste|copy|upload|hand|pass|bring|circulate|distribute|explain|tell|inform|answer|reply|respond|defend|justify|walk|walking|run|running|rush|rushing|head|heading|step|stepping|go|going|leave|leaving|travel|travelling|fly|flying|drive|driving|sit|sitting|stand|standing|have|had|get|got|heard|hear|am|are|'m|'re|need|try|trying|want|join|joining|joined|host|hosting|chair|chairing|attend|attending|dial|dialling|come|coming|came|just came|be|being|been|start|forgot|forget|lost|missed|wonder|look|plan|use|put|give|take|discuss|raise|make|do|know)`
	// meeting is where people meet, and what is shown or kept of it.
	meeting = `meetings?|calls?|decks?|slides?|slide deck|presentations?|stand-?ups?|1:1s?|1-1s?|1on1s?|one[- ](?:to|on)[- ]ones?|bilats?|bilaterals?|catch-?ups?|jour fixe|workshops?|off-?sites?|away ?days?|town ?halls?|all-?hands|packs?|board packs?|minutes|agenda|interviews?`
	// gathering is what a person prepares for or goes to.
	gathering = `(?:` + meeting + `|briefings?|briefs?|hearings?|sessions?|committees?|steerco|steering|steering committee|steering group|board|exco|review meeting|governance|conference|seminar|lunch|dinner|breakfast|coffee|drinks|speech|pitch|memo|memos|e-?mails?|mail|letter|newsletter|bulletin|article|board paper|board papers|dossier|handout|hand-?out|summary|write-?up|report|reports|monthly report|weekly report|dashboard|spreadsheet|handover|hand-?over|audit committee|parliamentary question|pq|question time|press conference|ministers?|secretary|permanent secretary|chair|chairman|boss|director|cfo|ceo|coo|cio|cto|auditors?|treasury|parliament|press|leadership|ward round)`
	// when is a time that an event is said to be at.
	when = `(?: (?:tomorrow|today|tonight|later|later today|soon|now|shortly|this (?:morning|afternoon|evening|week)|next week|(?:on |this |next )?(?:mon|tues|wednes|thurs|fri)day(?: (?:morning|afternoon|evening))?|at (?:noon|\d+(?:[:.]\d+)?(?: ?[ap]m)?)|at (?:two|three|four|five|nine|ten|eleven|twelve)|in (?:an|half an|a|one|two|three|five|ten|fifteen|twenty|thirty|\d+) (?:hours?|minutes?|mins?|moments?|days?)))*`
)

var (
	// selves matches a part in which the person tells what they are or have just become.
	selves = expression(`(?i)^(?:(?:and|so|well|ok|okay|sorry|hi|hello|hey)[ ,]+)*(?:i|we)(?:'m|'re| am| are) (?:still |only |just |quite |rather |fairly |very |really |a bit |a little )*(?:new|standing in|covering|filling in|replacing|stuck|lost|late|in a hurry|in a rush|back|on|at|off|away|confused|curious|preparing|busy|on leave|not sure|no expert|not an expert|the new \w+|an? \w+)\b`)
	// opens matches a part that is an occasion by its subject.
	opens = expression(`(?i)^(?:(?:and|so|well|ok|okay|sorry|right|look|listen|hi|hello|hey|yes|because|as|since|cause|cos|coz|but|btw|fyi)[ ,]+)*(?:(?:i|we)(?:'ve|'m|'re|'ll|'d| am| are| have| had| will| would| was| were| need| must| just| still| only| now| also| really| urgently| to| got| about| going| gotta| should| can| could| want| have to| a bit)* ` + works + `\b|(?:my|our|the|his|her|your|some|a|an|this|that)? ?(?:\w+ ){0,2}?` + asker + `(?:'s|s')?(?: \w+)? (?:(?:just|now|also|still|again|always|really|constantly|already|is|are|has|have|has just|have just|will|keeps|keep) )*` + wants + `\b)`)
	// serves matches a phrase within a part that says for whom, for what or before what the answer is wanted.
	serves = expression(serving(gathering))
	// convenes matches such a phrase of a meeting, for which also a draft may be wanted.
	convenes = expression(serving(`(?:` + meeting + `)`))
	// circumstance matches a clause behind the question that says what the person does with the answer, or when.
	circumstance = expression(`(?i)[\s,;–-]+(?:so that|so|because|cause|cos|coz|as|since|before|while|when|once|until|if|in case|and then|then|which|that) (?:i|we|he|she|they|my \w+|our \w+|the (?:\w+ )?` + asker + `)(?:'ve|'m|'re|'ll|'d| am| are| have| had| will| would| may| might| must| just| still| only| need| to| can| could| should| want| then)* ` + works + `\b[^,;:.?!–]*`)
	// asides are what is said within a part of who wants to know, of what is done with the answer, of how long it is to be, of where
	// the facts stand, and of how welcome it is.
	asides = []func() *regexp.Regexp{
		expression(`(?i)^(?:my|our|the|his|her|some|a|an) (?:\w+ ){0,2}?` + asker + `(?:'s \w+)? (?:(?:\w+ ){1,6}?and )?(?:(?:just|also|now|really|still|always|constantly|keeps?|is|are|has|have|been) )*` + wants + `(?: me| us)?(?: again)?(?: to (?:know|see|hear|have|get)| sight of| about| for| on| over| regarding| with| (?P<q>which|what|how|who|whose|when|where|why|whether|if))[\s,:]`),
		expression(`(?i)[\s,;–-]+(?:so that |so |that |which )?(?:i|we) (?:can|could|may) (?:then )?(?:tell|brief|send|forward|share|show|present|paste|print|mail|e-?mail|circulate|distribute|bring|hand|pass|use|copy|upload)\b[^?:]*$`),
		expression(`(?i)[\s,;–-]+(?:in|with|using) (?:at most |no more than |max(?:imum)? |about )?(?:one|two|three|four|five|ten|\d+) (?:short )?(?:sentences?|lines?|words?|bullets?|bullet points?|paragraphs?|slides?)\b`),
		expression(`(?i)[\s,]+\b(?:in|from|by|per|as per|according to) (?:this (?:year|month|quarter|week)'s|the current|the latest|the present|the newest|the most recent|this|our latest|our current) (?:\w+ )?(?:return|report|submission|publication|release|edition|dataset|data set|snapshot|extract|figures|spreadsheet|register|export|file|list)\b`),
		expression(`(?i)[\s,;–-]*\b(?:(?:that |this |it )?would be (?:really |very |so )?(?:great|nice|good|helpful|appreciated|lovely|perfect|awesome|useful|enough)|(?:if|when|whenever) (?:you (?:can|could|have|get|find|know)|possible|that works))\b[^?]*$`),
	}
	// ofOccasions matches a word of an occasion by itself.
	ofOccasions = expression(`(?i)^(?:` + asker + `|` + wants + `|` + works + `|` + gathering + `)$`)
	// parted matches the signs between the parts of a question.
	parted = expression(`[.!?;:]+(?:\s+|$)|,\s+|\s+[–—-]+\s+|\n+|\s*\.\.+\s*|\s*…\s*`)
)

// serving is the expression for what is wanted for one of some gatherings.
func serving(at string) string {
	return `(?i)[\s,;–-]*\b(?:for|ahead of|before|in time for|as (?:input|preparation|prep) (?:for|to)|in preparation (?:for|of)|to prepare(?: for)?|to use in|to use for|to put in(?:to)?|to go in(?:to)?|to show (?:in|at|to)|to take to|to bring to|to send to|to give to|to present to|to present at|to share with|to brief|to tell|to mention in|to forward to|needed for|due at|due for) (?:my|our|the|a|an|this|that|next|tomorrow's|today's|tonight's|this week's|next week's|this afternoon's|this morning's|monday's|tuesday's|wednesday's|thursday's|friday's|his|her|their|your)(?: [\w'-]+){0,3}? ` + at + `(?: (?:with|about|by|of|to|from) (?:my |our |the |his |her )?[\w'-]+(?: secretary| minister| committee| board| team| office)?)?` + when + `(?:\s|[,:;.?!–-]|$)`
}

// withoutOpening takes the parts out that only say why something is asked or wished for, before the first that says more.
func (f frame) withoutOpening(text string) string {
	for {
		at := parted().FindStringIndex(text)
		if at == nil || !hasLetters(text[at[1]:]) || !f.isOccasion(text[:at[0]]) {
			return text
		}
		text = text[at[1]:]
	}
}

// isOccasion reports whether a part of a question only says why it is asked. One that may name a program says more.
func (f frame) isOccasion(part string) bool {
	part = strings.TrimSpace(part)
	return (selves().MatchString(part) || opens().MatchString(part) && !asks(part)) && !f.mayName(part)
}

// withoutOccasions gives a question without what only says why it is asked; the whole where nothing else would be left.
func (f frame) withoutOccasions(text string) string {
	var kept strings.Builder
	for rest := text; rest != ""; {
		end, next := len(rest), len(rest)
		if at := parted().FindStringIndex(rest); at != nil {
			end, next = at[0], at[1]
		}
		if !f.isOccasion(rest[:end]) {
			kept.WriteString(rest[:next])
		}
		rest = rest[next:]
	}
	plain := strings.TrimRight(kept.String(), " ,;:–-")
	for _, of := range []func() *regexp.Regexp{circumstance, serves} {
		if rest := drops(plain, of()); hasLetters(rest) {
			plain = rest
		}
	}
	if plain = plainly(strings.TrimSpace(plain)); !hasLetters(plain) {
		return text
	}
	return plain
}

// plainly gives a text without its asides; the whole where nothing else would be left.
func plainly(text string) string {
	for _, aside := range asides {
		if rest := strings.TrimSpace(aside().ReplaceAllString(text, " ${q} ")); hasLetters(rest) {
			text = rest
		}
	}
	return text
}

// mayName reports whether words other than those of occasions may stand for a program.
func (f frame) mayName(words string) bool {
	return slices.ContainsFunc(tokenise(words, f.ids), func(t token) bool {
		_, said := english().phrases[t.word]
		return !said && !ofOccasions().MatchString(t.word) && len(f.directory.byStem[t.stem]) > 0
	})
}

// drops takes out what an expression matches wherever it asks for nothing and tests nothing.
func drops(text string, of *regexp.Regexp) string {
	dated := happens(text)
	return of.ReplaceAllStringFunc(text, func(found string) string {
		if asks(found) || dated && untilThen().MatchString(found) {
			return found
		}
		if last := found[len(found)-1]; strings.ContainsRune(",:;.?!", rune(last)) {
			return string(last) + " "
		}
		return " "
	})
}

// untilThen matches a time before an occasion, which is a condition of what happens: "what launches before my trip".
var untilThen = expression(`(?i)^[\s,;–-]*(?:before|ahead of|in time for|until|once|when|due|needed)\b`)

// happens reports whether words say that something happens on a day.
func happens(words string) bool {
	tokens := tokenise(words, nil)
	for i := range tokens {
		if slices.ContainsFunc(english().find(tokens, i), func(s span) bool { return s.event || s.kind == kMost && s.field == portfolio.FieldLaunchDate }) {
			return true
		}
	}
	return false
}

// asks reports whether words ask for something or test it: they have a word for a record, a field, a condition or a question.
func asks(words string) bool {
	tokens := tokenise(words, nil)
	for i := range tokens {
		if slices.ContainsFunc(english().find(tokens, i), func(s span) bool {
			return strings.IndexByte("CWwtyvNAFMXZYcjEeqp", byte(s.kind)) >= 0 && !occasional[wordsOf(tokens[s.from:s.to])] && !ofOccasions().MatchString(wordsOf(tokens[s.from:s.to]))
		}) {
			return true
		}
	}
	return false
}

// occasional are words beside those of occasions that ask for something elsewhere.
var occasional = map[string]bool{
	"report on": true, "it": true, "this": true, "that": true, "them": true, "person": true, "hear from": true,
	"heard from": true, "when": true, "status update": true, "updates": true, "current": true, "unit": true, "line": true,
	"new": true, "late": true, "last": true, "turn": true, "went": true, "contact": true, "review": true, "reviews": true,
	"group": true, "body": true, "changed": true, "if": true, "deadline": true, "who": true, "happened": true,
	"becomes": true, "monthly": true, "weekly": true, "quarterly": true, "out": true, "end": true, "due": true,
}

// hasLetters reports whether something is left to read.
func hasLetters(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
