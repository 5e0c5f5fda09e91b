package analyst

import (
	"regexp"
	"strings"
	"sync"

	"portfolio-ai/store/portfolio"
)

// draftForm is one way of asking for a draft. What stands in the group r is said of it: of which records, since when.
type draftForm struct {
	pattern *regexp.Regexp
	kind    portfolio.DraftKind
}

// Parts that the forms share.
const (
	draftVerbs = `(?:draft|write(?: up| out)?|prepare|compose|create|produce|generate|put together|formulate|word|work out)(?: (?:me|us))?(?: up)? `
	wantVerbs  = `(?:` + draftVerbs + `|(?:make|give|get|show|do|build|let)(?: (?:me|us))?(?: have)? |(?:i|we) (?:need|want) |(?:i am |i'm |we are |we're )?looking for )`
	someWords  = `(?:(?:an?|the|my|our|me|your|this week's|this|last week's|today's|new|next|first|full|good|proper|draft|quick|(?P<s>short|brief|concise|one[- ]paragraph|two[- ]line)|one[- ]page|(?P<e>monthly|fortnightly|bi-?weekly|quarterly)|possible|version of|draft of|draft for) )*`
	papers     = `(?:note|notes|paper|memo|report|brief|briefing|summary|update|pack|one[- ]pager|handout|round[- ]?up|overview|digest|review)`
	steerers   = `(?:steering(?:[- ](?:committee|group|board|co|meeting|team))?|steer[- ]?co|(?:program(?:me)? |executive |management |exec )?board|sponsors?|sponsor group|governance (?:board|committee|group)|executives|executive committee)(?: meeting)?`
	mails      = `(?:e-?mails?|mails?|message|letter)`
)

// draftForms is the table of them; the first that fits is it.
var draftForms = sync.OnceValue(func() []draftForm {
	form := func(kind portfolio.DraftKind, expression string) draftForm {
		expression = strings.NewReplacer("{draft}", draftVerbs, "{want}", wantVerbs, "{some}", someWords, "{paper}", papers, "{steering}", steerers, "{mail}", mails).Replace(expression)
		return draftForm{regexp.MustCompile(`(?is)^` + expression + `$`), kind}
	}
	return []draftForm{
		form(portfolio.DraftMail, `(?:{want})?{some}(?:risk )?escalation(?:[- ](?:{mail}|note|memo|text))?(?P<r>(?: .*)?)`),
		form(portfolio.DraftMail, `{want}{some}(?:risk )?{mail}\b(?: to [^:]*?)?,? (?:to escalate|(?:that|which) escalates?|escalating|for escalating|as an escalation of|for the escalation of)\b(?P<r>.*)`),
		form(portfolio.DraftMail, `{want}{some}{mail}\b(?P<r>.*\brisks?\b.*)`),
		form(portfolio.DraftMail, `escalate (?P<r>.+?)(?: (?:by|in an?|with an?|via|per|as an?) {mail})?`),
		form(portfolio.DraftMail, `{draft}{some}risk {mail}(?P<r>(?: .*)?)`),

		form(portfolio.DraftSteeringNote, `(?:{want})?{some}{steering}[- ]{paper}\b(?P<r>.*)`),
		form(portfolio.DraftSteeringNote, `{want}{some}{paper}\b(?P<r>.*?) (?:for|to) (?:(?:the|our|my|next|this week's|tomorrow's|today's) )*{steering}\b(?P<q>.*)`),
		form(portfolio.DraftSteeringNote, `(?:summari[sz]e|sum up|recap|wrap up|write up|brief|report on) (?P<r>.*?) ?(?:for|to) (?:(?:the|our|my|next|this week's|tomorrow's|today's) )*{steering}\b(?P<q>.*)`),

		form(portfolio.DraftWeeklySummary, `(?:{want})?{some}(?:weekly|week's)(?: (?:portfolio|program(?:me)?|management|status))?[- ]{paper}\b(?P<r>.*)`),
		form(portfolio.DraftWeeklySummary, `(?:{want})?{some}(?:portfolio )?{paper} (?:of|for|on|about) (?P<r>(?:this|last|the last|the past|the) week\b.*)`),
		form(portfolio.DraftWeeklySummary, `(?:{want})?{some}week in review(?P<r>.*)`),
		form(portfolio.DraftWeeklySummary, `{draft}{some}portfolio (?:status )?{paper}\b(?P<r>.*)`),
		form(portfolio.DraftWeeklySummary, `{draft}{some}(?:summary|round[- ]?up|digest|overview)(?: of the portfolio| for the portfolio)?\b(?P<r>.*)`),
		form(portfolio.DraftWeeklySummary, `(?:summari[sz]e|sum up|recap|wrap up) (?P<r>(?:this|last|the last|the past|the) week\b(?: (?:for|in|of|at|on) .*)?)`),

		form(portfolio.DraftStatusUpdate, `{draft}{some}(?:(?:weekly|program(?:me)?|project) )?(?:(?:status|progress)[- ](?:update|report|note|text)|update)s?\b(?P<r>.*)`),
		form(portfolio.DraftStatusUpdate, `(?:make|give|get|need|want|do)(?: (?:me|us))? {some}draft (?:of |for )?(?:an? |the )?(?:(?:status|progress)[- ](?:update|report|note)|update)\b(?P<r>.*)`),
	}
})

// anyDraft begins a wish for a draft of whatever.
var anyDraft = expression(`(?is)^(?:draft|compose|formulate)\b`)

// What is said of a draft that is there already: how long it is to be, and what it is to become.
var (
	shorter = expression(`(?i)\b(?:(?:make|keep|cut|get|do) (?:it|this|that|the draft|the text)(?: (?:a (?:bit|little)|much|even|down))*|that is|it is|that's|it's)?\s*(?:too long|shorter|shorten(?: (?:it|this|that))?|more (?:briefly|concise|compact)|briefer|brief|crisper|short|cut (?:it|this|that)(?: down)?|only the (?:essentials|main points|key (?:points|facts))|just the (?:essentials|main points|key (?:points|facts))|a shorter version|the short version|in short|condense (?:it|this)|trim (?:it|this)(?: down)?)\b`)
	longer  = expression(`(?i)\b(?:(?:make|keep) (?:it|this|that|the draft|the text)(?: (?:a (?:bit|little)|much|even))*)?\s*(?:longer|fuller|more detailed|(?:with|in|add) more details?|in full|the (?:long|full) version|expand (?:it|this)|lengthen (?:it|this))\b`)
	turning = expression(`(?i)\b(?:(?:turn|make|convert|change|rewrite|rephrase|put|do|write|draft|give me|show me)\s+(?:it|this|that|the draft|the same|the text)?\s*(?:into|as|in(?: the form of)?|to)?|as|into|in the form of|the same as|same as)\s+(?:an?|the)\s+(?:(?:short|brief) )?`)
)

// becoming are the words for what a draft is to become.
var becoming = []struct {
	words *regexp.Regexp
	kind  portfolio.DraftKind
}{
	{regexp.MustCompile(`(?i)^(?:` + steerers + `)(?:[- ]` + papers + `)?\b`), portfolio.DraftSteeringNote},
	{regexp.MustCompile(`(?i)^(?:weekly (?:portfolio )?` + papers + `|week in review|portfolio ` + papers + `)\b`), portfolio.DraftWeeklySummary},
	{regexp.MustCompile(`(?i)^(?:(?:risk )?escalation(?:[- ]` + mails + `)?|` + mails + `)\b`), portfolio.DraftMail},
	{regexp.MustCompile(`(?i)^(?:(?:status|progress)[- ](?:update|report|note)|update)\b`), portfolio.DraftStatusUpdate},
}
