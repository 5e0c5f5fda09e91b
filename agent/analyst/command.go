package analyst

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"sync"

	"portfolio-ai/store/portfolio"
)

// order is one wish to change something, understood: which records, which field, and what it shall hold.
type order struct {
	target target
	entity portfolio.Entity // of the record that changes or comes to be
	field  string           // JSON name; WholeRecord creates a record, or deletes it where value is nil
	value  json.RawMessage
	shift  shift  // moves the day that the field holds instead of setting it
	from   string // only where the field holds this text
	why    string // as the person said it
}

// shift is a distance between days. The zero value is none.
type shift struct {
	n    int
	unit string
}

// polite is what people put before a wish. It makes a wish also of a question: "could you set …?".
var polite = expression(`(?i)^(?:(?:ok|okay|hi|hello|hey|now|then|and|also|so|well|great|alright|right|next|please to|please|pls|plz|kindly)[,!.]* |(?:can|could|would|will) (?:you|u|ya) (?:please |pls |kindly |now |just )?|` +
	`(?:i'd like you to|i would like you to|i want you to|i need you to|go ahead and|would you mind|i want to|i'd like to|i would like to|i need to|we need to|we want to|we have to|(?:we|you|i) (?:can|may|should)(?: now| finally| also)?|let's|let us|just) )+`)

// asked tells a polite wish from a question by its first words.
var asked = expression(`(?i)\b(?:can|could|would|will) you\b`)

// besides matches a wish to see records beside each other, and leaves one to see the answer before without some of its records:
// neither changes anything.
var (
	besides = expression(`(?i)\b(?:side by side|next to each other|against each other|beside each other|head to head)\b`)
	placing = expression(`(?i)^(?:please )?(?:put|place|set|lay|hold) `)
	leaves  = expression(`(?i)^(?:drop|remove|hide|skip|ignore|forget|exclude|leave out|take out|take away|filter out|delete) (?:the |all |all the )?(?P<r>.*\bones?|.*\bof them)$`)
)

// commander understands one wish.
type commander struct {
	frame
	notes  []string
	fault  string   // why the wish cannot be fulfilled
	choose []string // programs that a name fits
	said   string   // the name
	lost   bool     // a record was not found
}

// command understands a wish to change something. It reports false where the text is none, which it then may be a question.
func (f frame) command(text string) (intent, bool) {
	text = strings.TrimSpace(strings.NewReplacer("’", "'", "‘", "'", " -> ", " to ", " => ", " to ", " → ", " to ").Replace(text))
	wish := polite().ReplaceAllString(text, "")
	if besides().MatchString(wish) || f.before.known() && leaves().MatchString(wish) {
		return intent{}, false
	}
	if q := strings.HasSuffix(wish, "?"); q && !asked().MatchString(text) {
		return intent{}, false
	}
	wish = strings.TrimRight(wish, "? ")
	c := &commander{frame: f}
	orders, ok := c.reasoned(wish)
	switch {
	case ok:
		return intent{act: actPropose, orders: orders, notes: c.notes}, true
	case c.elsewhere(wish) != "":
		return intent{act: actRefuse, sentence: c.elsewhere(wish)}, true
	case !hardVerb(wish):
		return intent{}, false
	case len(c.choose) > 0:
		return intent{act: actChoose, ids: c.choose, sentence: c.said}, true
	case c.fault != "":
		return intent{act: actRefuse, sentence: c.fault}, true
	}
	return intent{}, false
}

// elsewhere gives where a wish can be fulfilled that is not one for a proposal; "" for any other.
func (c *commander) elsewhere(wish string) string {
	first, rest, _ := strings.Cut(strings.ToLower(wish), " ")
	if to, _, _ := strings.Cut(rest, " "); to == "me" || to == "us" { // "send me the owners" asks for them
		return ""
	}
	return elsewhere[first]
}

// approval says who approves.
const approval = "Only you can approve a proposal: use its button, or the command “apply”."

// elsewhere says where to do what is not done by proposals.
var elsewhere = map[string]string{
	"apply": approval, "approve": approval, "confirm": approval,
	"undo":    "I cannot undo; use Undo in the window or the command “undo”.",
	"redo":    "I cannot redo; use Redo in the window or the command “redo”.",
	"archive": "I cannot archive a program; do it on its page.",
	"merge":   "I cannot merge records; objectives can be merged on their page.",
	"import":  "I cannot import files; drop one on the window or use the command “import”.",
	"export":  "I cannot write files; export from the window or use the command “export”.",
	"send":    "I cannot send anything: this program does not use the network.",
	"email":   "I cannot send anything: this program does not use the network.",
	"mail":    "I cannot send anything: this program does not use the network.",
}

// softVerbs begin questions as well as wishes.
var softVerbs = []string{"open", "note", "give", "make", "record", "report", "complete", "call", "status", "update", "finish", "let", "turn", "file"}

// hardVerb reports whether a text begins with a word that only begins wishes, and with no longer phrase that says something else,
// as "put a number on" does.
func hardVerb(text string) bool {
	tokens := tokenise(text, nil)
	if len(tokens) == 0 {
		return false
	}
	first, said := tokens[0].word, english().find(tokens, 0)
	if len(said) > 0 {
		if longest := said[len(said)-1]; longest.to > 1 && longest.kind != kWrite && longest.kind != kFiller {
			return false
		}
	}
	return slices.Contains(wishVerbs, first) || !slices.Contains(softVerbs, first) && len(said) > 0 && said[0].kind == kWrite
}

// wishVerbs are verbs of wishes that mean something else within a question.
var wishVerbs = []string{"set", "flag", "mark", "tick", "slip", "rate", "declare", "defer", "pull", "bring", "hand", "log", "rename"}

// joints are the words between two wishes.
var joints = expression(`(?i)\s*(?:[,;]\s*(?:and |then )?|\s(?:and then|and|then)\s)\s*`)

// orders understands one wish, or two that are joined.
func (c *commander) orders(wish string) ([]order, bool) {
	if !strings.ContainsAny(wish, ":\"“") {
		for _, at := range joints().FindAllStringIndex(wish, -1) {
			if both, ok := c.both(wish[:at[0]], wish[at[1]:]); ok {
				return both, true
			}
		}
	}
	return c.single(wish)
}

// both understands two wishes. The second may leave out its verb, and speak of "it".
func (c *commander) both(first, second string) ([]order, bool) {
	try := &commander{frame: c.frame}
	left, ok := try.single(first)
	if !ok {
		return nil, false
	}
	if ids := left[0].target.ids(); len(ids) == 1 {
		try.before = subject{program: ids[0]}
		try.scope = ""
	}
	verb, _, _ := strings.Cut(first, " ")
	for _, text := range []string{second, verb + " " + second} {
		if right, ok := try.orders(text); ok {
			c.notes = append(c.notes, try.notes...)
			return append(left, right...), true
		}
	}
	return nil, false
}

// single understands one wish: a command, or what comes to one.
func (c *commander) single(wish string) ([]order, bool) {
	if orders, ok := c.commanded(wish); ok {
		return orders, true
	}
	return c.reworded(wish)
}

// commanded understands a command by the first pattern that fits.
func (c *commander) commanded(wish string) ([]order, bool) {
	for _, p := range patterns() {
		for _, re := range p.forms {
			m := re.FindStringSubmatch(wish)
			if m == nil {
				continue
			}
			g := groups{}
			for i, name := range re.SubexpNames() {
				if name != "" && m[i] != "" {
					g[name] = strings.TrimSpace(m[i])
				}
			}
			if orders, ok := p.build(c, g); ok {
				return orders, true
			}
		}
	}
	return nil, false
}

// groups are the parts of a wish: t for what changes, f for the field, v for the value, a for what it holds now.
type groups map[string]string

// pattern is one way of putting a wish. Forms are its expression, once with the shortest and once with the longest target,
// because names hold words like "to" and "of".
type pattern struct {
	forms []*regexp.Regexp
	build func(c *commander, g groups) ([]order, bool)
}

func newPattern(expression string, build func(*commander, groups) ([]order, bool)) pattern {
	expression = strings.NewReplacer("{field}", `(?P<f>`+fieldWords+`)`, "{set}", settings, "{move}", movings, "{become}", becomings).Replace(expression)
	p := pattern{build: build}
	for _, form := range []string{expression, strings.ReplaceAll(expression, "(?P<t>.+?)", "(?P<t>.+)")} {
		p.forms = append(p.forms, regexp.MustCompile(`(?is)^`+form+`$`))
	}
	return p
}

// Verbs that many patterns share.
const (
	becomings = `(?:set|change|update|make|put|adjust|turn|bring|raise|lower|bump|move|switch|get|mark|flag|declare|rate|report|call|flip|swing|tip|downgrade|upgrade|promote|demote|re-?label|re-?rate|reclassify|regrade|knock|treat)`
	settings  = `(?:set|change|update|make|put|adjust|edit|modify|correct|fix|turn|bring|raise|lower|increase|decrease|reduce|bump|move|switch|get|enter|record)`
	movings   = `(?:move|push|postpone|delay|shift|reschedule|slip|defer|bring|pull|advance|extend|bump|put|set|re-?plan|re-?date|re-?time|change|hold|nudge|inch|shunt|kick|knock|slide|stretch|pencil|schedule)`
)

// patterns is the table of wishes; the first that fits is it. It is made when the first wish needs it.
var patterns = sync.OnceValue(func() []pattern {
	return []pattern{
		newPattern(`(?:post|add|write|record|log|send|enter|publish|leave|file|share|note)(?: \w+){0,3}? (?:update|this|following)(?: \w+)? (?:on|for|to|about|against) (?P<t>[^:\n]+?)(?:\s*:\s*|,? saying:? (?:that )?|,? that says:? )(?P<v>.+)`, (*commander).post),
		newPattern(`(?:post|add|write|record|publish|log)(?: an?| the| this| new| status)*(?: update)? ["“](?P<v>[^"”]+)["”](?: as an? (?:status )?update)? (?:on|to|for|about) (?P<t>.+)`, (*commander).post),
		newPattern(`(?:status )?(?:update|note) (?:on|for|of) (?P<t>[^:\n]+?)\s*:\s*(?P<v>.+)`, (*commander).post),
		newPattern(`(?:post|add|write|record|publish)(?: \w+){0,2}? update\s*:\s*(?P<v>.+)`, (*commander).post),
		newPattern(`post (?:on|to|for) (?P<t>[^:\n]+?)\s*:\s*(?P<v>.+)`, (*commander).post),
		newPattern(`(?:add|create|log|raise|record|open|register|note|enter|insert|file) (?:an?|the|another|one)?\s*(?:new )?(?P<s>[\w]+(?:[- ]severity)?)?\s*risk\b(?P<r>.*)`, (*commander).addRisk),
		newPattern(`(?:add|create|log|record|enter|insert|plan|schedule|set up) (?:an?|the|another|one)?\s*(?:new )?milestone\b(?P<r>.*)`, (*commander).addMilestone),
		newPattern(`(?:an? |another |one more )?(?:new |further |additional )?(?P<s>high|medium|low|new)(?:[- ]severity)? risk\b(?P<r> (?:for|on|in|to|against|at)\b[^:]*:.+)`, (*commander).addRisk),
		newPattern(`(?:an? |another |one more )?new milestone\b(?P<r> (?:for|on|in|to|of|at)\b[^:]*:.+)`, (*commander).addMilestone),

		newPattern(`(?:change|switch|transfer|move|reassign|set|update) (?:the )?{field} (?:of|for|on|in) (?P<t>.+?) from (?P<a>.+?) (?:to|into) (?P<v>.+)`, (*commander).set),
		newPattern(`(?:change|switch|transfer|move|reassign) (?P<t>.+?) from (?P<a>.+?) to (?P<v>.+)`, (*commander).transfer),
		newPattern(`replace (?P<a>.+?) (?:with|by) (?P<v>.+?)(?: as (?:the )?owner)?(?: (?:on|in|for|of|as owner of) (?P<t>.+?))?`, (*commander).replace),
		newPattern(`add (?P<t>.+?) to (?P<v>(?:the )?(?:team .+|.+ team))`, (*commander).assign),
		newPattern(`(?P<m>increase|raise|bump|lower|decrease|reduce|cut) (?:the )?progress (?:of|for|on) (?P<t>.+?) by (?P<v>.+)`, (*commander).progressBy),
		newPattern(`rename (?P<t>.+?) (?:to|as|into) (?P<v>.+)`, (*commander).rename),
		newPattern(`(?:clear|remove|delete|unset|blank|empty) (?:the )?{field} (?:of|from|for|on) (?P<t>.+)`, (*commander).unset),
		newPattern(`(?:delete|remove|erase|drop|trash|get rid of) (?P<t>.+)`, (*commander).remove),

		newPattern(`(?:mark|set|flag|report|record|tick|declare|log) (?P<t>.*\bmilestones?\b.*?) (?:as |to |to be |off as )?(?P<v>done|complete|completed|achieved|reached|hit|met|finished|delivered|missed|planned)(?: (?:on|as of|since|as at) (?P<d>.+))?`, (*commander).milestoneState),
		newPattern(`(?:complete|finish|tick off|check off|tick|sign off|achieve|mark off|close|close out|close off) (?P<t>.+?)(?: (?:on|as of|as at) (?P<d>.+))?`, (*commander).completeMilestone),
		newPattern(`(?P<v>close|reopen|re-open|accept|resolve|mitigate) (?:out |off |down |up )?(?P<t>.+)`, (*commander).riskState),
		newPattern(`(?:mark|set|flag|move) (?P<t>.*\brisks?\b.*?) (?:as|to) (?P<v>open|closed|accepted|mitigating|mitigated|resolved)`, (*commander).riskState),

		newPattern(`make (?P<v>.+?) (?:the )?(?:new )?{field} (?:of|for) (?P<t>.+)`, (*commander).set),
		newPattern(`{set} (?:the )?{field} (?:of|for|on|in) (?P<t>.+?) (?:to|as|=|at|into) (?P<v>.+)`, (*commander).set),
		newPattern(`{set} (?P<t>.+?)(?:'s|s') {field} (?:to|as|=|at|into) (?P<v>.+)`, (*commander).set),
		newPattern(`{set} (?:the )?{field} (?:to|=|as) (?P<v>.+?) (?:for|on|of|in) (?P<t>.+)`, (*commander).set),
		newPattern(`{set} (?P<t>.+?) {field} (?:to|=|at|as|into) (?P<v>.+)`, (*commander).set),
		newPattern(`{set} (?:the )?{field} (?:to|=|as|at) (?P<v>.+)`, (*commander).set),
		newPattern(`(?P<m>{move}(?: (?:back|out|forward|in|up|off))?) (?P<x>.+)`, (*commander).move),
		newPattern(`(?:assign|reassign|give|hand over|hand|transfer|pass) (?P<t>.+?) (?:over )?to (?P<v>.+)`, (*commander).assign),
		newPattern(`{become} (?P<t>.+?) (?:as|to be) (?P<v>.+?)`, (*commander).become),
		newPattern(`{become} (?P<t>.+?)(?: back| up| down| over)? (?:to|into|=) (?:the )?(?:stage |phase |status |pipeline stage )?(?P<v>.+?)`, (*commander).become),
		newPattern(`{become} (?P<t>.+?) (?P<v>(?:at|on|off)[ -](?:risk|track)|red|amber|yellow|green|completed?|done|\d+ ?(?:%|percent))`, (*commander).become),
		newPattern(`{become} (?P<t>.+?) (?:in|at|on) (?:the )?(?:stage |phase |status |pipeline stage )?(?P<v>.+?)`, (*commander).become),
		newPattern(`(?P<t>[^:"]+?)(?::|,) (?:please )?{set} (?:the )?(?:its )?{field} (?:to|=|as|at) (?P<v>.+)`, (*commander).set),
		newPattern(`(?P<t>.+?)(?:'s|s') {field} (?:should|must|needs to|has to) (?:now )?be (?P<v>.+)`, (*commander).should),
		newPattern(`(?P<t>.+?) (?:should|must|needs to|has to) (?:now )?(?:be|read|say|show) (?:in |at |set to |marked )?(?P<v>.+)`, (*commander).should),
		newPattern(`(?:the )?new {field} (?:for|of) (?P<t>.+?)(?:\s*:\s*|\s+is\s+|,\s+)(?P<v>.+)`, (*commander).should),
		newPattern(`(?P<t>.+?)(?:'s|s')? {field} (?:is|are|stands at) now(?: at)? (?P<v>.+)`, (*commander).should),
		newPattern(`(?P<t>.+?)(?:'s|s')? {field} (?:to|=) (?P<v>.+)`, (*commander).should),
		newPattern(`(?:the )?{field} (?:of|for|on) (?P<t>.+?) (?:is|are|stands at) now(?: at)? (?P<v>.+)`, (*commander).should),
		newPattern(`(?P<t>.+?) (?:is|stands) (?:now|up|down) (?:at|to) (?P<v>\d+ ?(?:%|percent|per cent))(?: (?:done|complete))?`, (*commander).should),
		newPattern(`(?P<t>.+?) (?:is|stands|has reached|reached|has got to) (?:now )?(?:at )?(?P<v>\d+ ?(?:%|percent|per cent))(?: (?:done|complete))?(?: now)?[\s,;.–-]+(?:(?:so |and )?(?:please |pls |kindly )?(?:change|update|set|mark|adjust|fix|record|note|correct|amend)(?: (?:it|that|this|accordingly|the progress))*|(?:and |which )?(?:should|must|needs to) be (?:recorded|updated|set|noted|changed|corrected)(?: (?:as such|so|accordingly))?)`, (*commander).should),
		newPattern(`let (?P<v>.+?) (?:run|own|lead|take over|have|look after|manage|handle) (?P<t>.+?)(?P<r> (?:for|until|while|because|as|since|from)\b.*)?`, (*commander).takesOver),
		newPattern(`(?:the )?(?P<t>[^:]*\brisk\b[^:]*?) (?:is|has become|became|went|turned)(?: now)? (?:(?P<w>closed|accepted|mitigated|open)|(?P<v>high|medium|low))(?: severity)?(?: now| again)`, (*commander).riskNow),
		newPattern(`(?P<a>.+?) (?:hands|passes|gives|transfers|is handing|is passing|handed|passed) (?P<t>.+?) (?:over |on )?to (?P<v>.+)`, (*commander).handed),
		newPattern(`(?P<t>.+?) (?:now (?:launches|goes live|ends|finishes)|(?:launches|goes live|ends|finishes) now|will now (?:launch|go live|end|finish)|is now (?:due|planned|scheduled)(?: to launch| to go live| for launch)?) (?:on |for |by )?(?P<v>.+)`, (*commander).launchesNow),
		newPattern(`(?P<t>.+?) (?:should|must|needs to|has to|is to|shall) (?:now )?(?:go|move|be moved|be handed|be given|belong|be transferred|be assigned|be reassigned|pass)(?: over)? to (?P<v>.+)`, (*commander).handed),
		newPattern(`(?P<v>.+?) (?:takes over|takes on|is taking over|is taking on|will take over|will take on|took over|picks up|is now (?:in charge of|responsible for|the owner of|owner of|the lead of|leading|running)|now (?:owns|leads|runs)|will (?:own|lead|run)) (?P<t>.+?)(?P<r>(?:\s*[,;(]|\s+(?:for|as|until|till|while|because|since|from|after|during|so|when|starting)\b).*)?`, (*commander).takesOver),
		newPattern(`(?P<v>.+?) (?:takes|will take|is taking|took) (?P<t>.+?) over(?P<r> .+)?`, (*commander).takesOver),
		newPattern(`(?P<t>.+?) (?:goes|moves|passes|is handed|is passed|has been handed|was handed|is going|is now|went)(?: over)? (?:to|with|under) (?P<v>.+)`, (*commander).handed),
		newPattern(`(?P<t>.+?) (?:is|was|has been|got|have been)? ?(?:now )?(?:done|completed?|achieved|reached|met|finished|delivered|passed)(?: (?:for|of|on|in) (?P<p>.+?))?(?: (?:on|as of|as at) (?P<d>.+))?`, (*commander).milestoneDone),
		newPattern(`(?:the )?{field} of (?P<t>.+?) (?:should|must|needs to|has to|is to) (?:now )?be (?P<v>.+)`, (*commander).set),
		newPattern(`(?:the )?(?P<t>milestone .+?) (?:is|was|has been|got) (?:now )?(?P<v>done|completed?|achieved|reached|hit|met|finished|delivered|missed)(?: (?:on|as of) (?P<d>.+))?`, (*commander).milestoneState),
		newPattern(`(?P<t>.+?) (?:moves|goes|advances|changes|switches) (?:on )?(?:to|into) (?:the )?(?:(?P<f>pipeline stage|stage|phase|status) )?(?P<v>.+?)`, (*commander).should),
		newPattern(`(?P<t>.+?) (?:is|has gone|has turned|has become|has moved|went|turned|became|goes)(?: now| back| to| in| again)* (?P<v>red|amber|yellow|green|completed?|done|at risk|on track|off track)(?: again| now)*[\s,;.–-]+(?:so |and )?(?:please |pls |kindly )?(?:change|update|set|mark|adjust|fix|record|note|correct|amend)(?: (?:it|that|this|them|accordingly|the status|its status))*`, (*commander).should),
		newPattern(`(?:move|push|postpone|delay|shift|reschedule|slip|defer|advance|extend) (?P<t>.+)`, (*commander).whither),
		newPattern(`(?:assign|reassign|transfer|hand over) (?P<t>.+)`, (*commander).whom),
	}
})
