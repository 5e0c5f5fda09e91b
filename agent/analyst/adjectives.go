package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// adjective is a word that stands for conditions. What it means depends on what it is said of: an overdue milestone is
// another thing than an overdue program.
type adjective struct {
	label string // as answers say it; "" where the conditions are better said one by one
	words string // phrases, separated by "|"
	of    map[portfolio.Entity]clause
}

// Days in conditions that depend on the day of the question.
const (
	today   = "@today"
	staleBy = "@today-30"
)

// staleDays is how old the last update of a stale program is at least, less one.
const staleDays = 30

func is(f portfolio.Field, values ...string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: portfolio.OpIs, Values: values}
}

func isNot(f portfolio.Field, values ...string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: portfolio.OpIsNot, Values: values}
}

func compare(f portfolio.Field, op portfolio.Op, v string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: op, Values: []string{v}}
}

func all(conditions ...portfolio.Condition) clause { return clause{all: conditions} }

// Conditions that several words share.
var (
	live      = isNot(portfolio.FieldStatus, string(portfolio.StatusCompleted))
	completed = is(portfolio.FieldStatus, string(portfolio.StatusCompleted))
	openRisk  = is(portfolio.FieldRiskStatus, string(portfolio.RiskOpen), string(portfolio.RiskMitigating))
	notDone   = is(portfolio.FieldMilestoneCompleted, "")
	overdue   = all(compare(portfolio.FieldMilestoneDue, portfolio.OpUnder, today), notDone, live)
	belied    = clause{ // the facts say worse than what is declared
		all: []portfolio.Condition{
			is(portfolio.FieldStatus, string(portfolio.OnTrack), string(portfolio.AtRisk)),
			is(portfolio.FieldAssessed, string(portfolio.AtRisk), string(portfolio.OffTrack)),
		},
		any: [][]portfolio.Condition{{is(portfolio.FieldStatus, string(portfolio.OnTrack)), is(portfolio.FieldAssessed, string(portfolio.OffTrack))}},
	}
	differing = clause{
		all: []portfolio.Condition{
			is(portfolio.FieldStatus, texts(portfolio.AssessedStatuses)...), is(portfolio.FieldAssessed, texts(portfolio.AssessedStatuses)...),
		},
		any: unequal(portfolio.AssessedStatuses),
	}
	launchLate = all(compare(portfolio.FieldLaunchDate, portfolio.OpUnder, today), live)
)

// unequal says, value by value, that a program is not both declared and assessed so.
func unequal(statuses []portfolio.Status) [][]portfolio.Condition {
	var out [][]portfolio.Condition
	for _, s := range statuses {
		out = append(out, []portfolio.Condition{isNot(portfolio.FieldStatus, string(s)), isNot(portfolio.FieldAssessed, string(s))})
	}
	return out
}

// Short names of the entities, for the tables.
const (
	ofProgram   = portfolio.EntityProgram
	ofRisk      = portfolio.EntityRisk
	ofMilestone = portfolio.EntityMilestone
)

// meanings is what a word means of each kind of record.
type meanings = map[portfolio.Entity]clause

func status(values ...portfolio.Status) meanings {
	return meanings{ofProgram: all(is(portfolio.FieldStatus, texts(values)...))}
}

func stage(s portfolio.Stage) meanings {
	return meanings{ofProgram: all(is(portfolio.FieldStage, string(s)))}
}

func texts[W ~string](words []W) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// overdueLabel names what is late.
const overdueLabel = "overdue"

// beliedLabel names what the facts speak against.
const beliedLabel = "declared better than the facts say"

// understatedLabel names what the facts speak better of than is declared.
const understatedLabel = "declared worse than the facts say"

// adjectives is the table of them. The words follow the vocabulary of the product: red, amber and green are declared
// statuses, live is anything but Completed, stale is no update for more than 30 days or never.
var adjectives = []adjective{
	{label: "Off Track", words: "off track|offtrack|off the track|off the rails|red|reds|rag red|failing|in red|in the red|bright red|deep red|rated red|flagged red|red rated|red flagged|coloured red|colored red|red light|red lights|hopelessly late|gone off the rails|come off the rails|off the tracks|derailed|run aground|going down|going under|sinking|a mess|in a mess|failed", of: status(portfolio.OffTrack)},
	{label: "At Risk", words: "at risk|amber|ambers|yellow|rag amber|endangered|in amber|in yellow|rated amber|flagged amber|amber rated|amber flagged|coloured amber|orange|oranges|yellows|amber light|amber lights|on amber", of: status(portfolio.AtRisk)},
	{label: "On Track", words: "on track|ontrack|green|greens|rag green|on schedule|on course|healthy|fine|doing fine|doing well|going well|all good|all right|alright|in good shape|in green|rated green|flagged green|green rated|coloured green|green light|green lights|on green|on plan|to plan|according to plan|in good health|in good nick|in good order|doing okay|doing ok|going to plan|going according to plan|running smoothly|running well|sailing along|plain sailing|well on track|ticking along|ticking along nicely|without problems|problem free|looking good|looks good|look good|as planned", of: status(portfolio.OnTrack)},
	{label: "not on track", words: "amber or worse|yellow or worse|at risk or worse|amber or red|red or amber|not on track|not on schedule|not on course|not green|not healthy|in trouble|troubled|struggling|shaky|wobbly|wobbling|faltering|stuttering|creaking|limping|limping along|in difficulty|in difficulties|in rough shape|in rough waters|in rough water|on shaky ground|in hot water|sick|sickly|unhealthy|unwell|ailing badly|going bad|going badly|gone bad|doing badly|doing poorly|performing badly|performing poorly|not going well|not doing well|not well|in bad shape|in poor shape|looking bad|look bad|in a bad way|on the brink|" +
		"off course|off schedule|behind schedule|having problems|behind plan|behind the plan|in danger|in jeopardy|in bother|giving us trouble|giving us headaches|giving us grief|giving trouble|causing trouble|causing headaches|causing us trouble|going wrong|going south|going sideways|going off the rails|heading south|heading for trouble|going astray|in need of help|needing help|in distress|under the weather|not looking good|not in good shape|not fine|not ok|not okay|not all right|not going to plan|not according to plan|not as planned|red and amber|amber and red|reds and ambers|ambers and reds|red amber|amber red|red slash amber|either red or amber|either amber or red|problematic|ailing", of: status(portfolio.AtRisk, portfolio.OffTrack)},
	{label: "Completed", words: "through the door|over the line|over the finish line|across the line|across the finish line|past the finish line|in the can|done and dusted|put to rest|wrapped up and done|concluded|wound up|fully delivered|fully done|all done|all finished|already done|already finished|already completed|already complete|already delivered|already over|completed already|finished already|no longer live|no longer running|not live any more|already launched and done|landed already|already landed|already shipped|signed sealed and delivered|have launched|has launched|already launched|have gone live|has gone live|already live|already in production|completed|complete|finished|closed out", of: meanings{
		ofProgram:   all(completed),
		ofMilestone: all(is(portfolio.FieldMilestoneStatus, string(portfolio.MilestoneDone))),
	}},
	{label: "at least half done", words: "half done|half done or more|half finished|half complete|halfway|half way|halfway there|halfway done|at least half done|more than half done|over half done", of: meanings{
		ofProgram: all(compare(portfolio.FieldProgress, portfolio.OpFrom, "50")),
	}},
	{label: "live", words: every("still have to|still has to|still need to|still needs to|has still to|have still to|have yet to|has yet to|are yet to|is yet to|still to|still must|must still|yet to|still got to|has got to|have got to|still going to|still want to|still wants to|remain to|remains to|left to|supposed to still", "be launched|tick off|check off|reach|complete|finish|deliver|achieve|meet|hit|do|close|pass|launch|go live|be done|be finished|be completed|be reached|be delivered|come|happen|land|make") + "|without being completed|without them being completed|without it being completed|without being finished|without being done|without having been completed|and not completed|are working on right now|working on right now|working on at the moment|are working on at the moment|are working on now|working on now|currently working on|are currently working on|busy with|are busy with|busy with right now|busy on|in the middle of|in motion|in train|in the making|on foot|afoot|in the air|still up in the air|still in the works|still in flight|still in progress|still on the go|still under way|still underway|not over yet|not through|not through yet|not there yet|not complete yet|not completed yet|not finished yet|not done yet|not delivered|not yet delivered|not delivered yet|not reached|not yet reached|not reached yet|not achieved|not yet achieved|not met|not yet met|not hit yet|not yet hit|not concluded|not wrapped up|yet unfinished|as yet unfinished|as yet incomplete|still unfinished|still incomplete|still not done|still not finished|still not complete|still not completed|still not launched|still not live|that we still have|which we still have|we are still working on|being worked on right now|to come|still due|still outstanding|still missing|not launched|not yet launched|have not launched|has not launched|have not yet launched|not live yet|not yet live|not gone live|not in production|on the go|in the works|on their plate|on her plate|on his plate|in hand|on the books|still going|still alive|still live|still active|still in play|live|running|ongoing|still running|active|current|uncompleted|incomplete|unfinished|not completed|not complete|" +
		"not finished|still open|not yet completed|not yet complete|not yet finished|outstanding|not done|not yet done|left|remaining|pending|still ahead|to go", of: meanings{
		ofProgram: all(live), ofMilestone: all(notDone), ofRisk: all(openRisk),
	}},
	{label: overdueLabel, words: every(wereToBe, "done|done already|done by now|done by today|finished|finished already|finished by now|finished by today|completed|completed already|completed by now|completed by today|complete|complete already|complete by now|complete by today|ticked off|ticked off already|ticked off by now|ticked off by today|checked off|checked off already|checked off by now|checked off by today|wrapped up|wrapped up already|wrapped up by now|wrapped up by today|delivered|delivered already|delivered by now|delivered by today|reached|reached already|reached by now|reached by today|met|met already|met by now|met by today|achieved|achieved already|achieved by now|achieved by today|over|over already|over by now|over by today") + "|" + every(every(wereToBe, "already"), "done|finished|completed|complete|ticked off|checked off|wrapped up|delivered|reached|met|achieved|over") + "|come and gone|has come and gone|have come and gone|lapsed|has lapsed|have lapsed|expired|has expired|have expired|been and gone|tardy|belated|belatedly|past their date|past its date|past date|past the date|past their due|past the due date|beyond their due date|beyond its due date|beyond the due date|beyond their date|beyond its date|after their due date|overshot|already overdue|long overdue|should long be done|gone past their date|gone past its date|gone by|has gone by|have gone by|slipped past|dragging behind|trailing|lagging|lagging behind|falling behind|fallen behind|running behind|behind time|behind the clock|not on time|not in time|out of time|overran|overrun|overrunning|overdue|late|past due|delayed|running late|past their due date|past its due date|behind|in the past|lies in the past|already passed|has passed|have passed", of: meanings{
		ofMilestone: overdue, ofProgram: launchLate,
	}},
	{label: "past their launch date", words: "past their launch date|past its launch date|past launch|past the launch date|launch date passed|" +
		"launch date has passed|missed their launch date|missed its launch date|missed launch|missed their launch|should have launched|should have ended|should have ended already|should have finished|should have finished already|should be finished|should be finished already|should be done already|should be live already|should have gone live|should have launched already|were due to finish already|" +
		"past their end date|past its end date|past the end date", of: meanings{ofProgram: launchLate}},
	{label: "stale", words: "gone dark|gone silent|gone cold|radio silence|gone off the radar|off the radar|fallen silent|fell silent|not reporting any more|stopped reporting|stopped updating|have stopped reporting|has stopped reporting|behind on reporting|behind with reporting|behind on updates|behind with updates|late with their report|late with their reports|late with reporting|late with their update|late with their updates|late in reporting|long time no update|no fresh update|without a fresh update|without fresh news|without news|no news from|forgotten|neglected|stale|out of date|outdated|not up to date|not updated recently|no recent update|no recent updates|without a recent update|" +
		"without recent update|without recent updates|not recently updated|gone quiet|silent", of: meanings{
		ofProgram: {any: [][]portfolio.Condition{{
			compare(portfolio.FieldLastUpdate, portfolio.OpUnder, staleBy), is(portfolio.FieldLastUpdate, ""),
		}}},
	}},
	{label: "unowned", words: "not owned by anyone|not owned by anybody|owned by nobody|owned by no one|not led by anyone|led by nobody|run by nobody|not run by anyone|not assigned to anyone|assigned to nobody|assigned to no one|without anyone in charge|nobody is leading|no one is leading|nobody is running|no one is running|nobody is in charge of|no one is in charge of|nobody owns|no one owns|nobody runs|no one runs|nobody leads|no one leads|nobody is responsible for|no one is responsible for|without anybody at the helm|leaderless|headless|rudderless|with nobody at the wheel|with nobody in charge|with no one in charge|nobody s baby|no man s land|not taken by anyone|nobody has taken|not given to anyone|given to nobody|belonging to nobody|belong to nobody|belongs to nobody|belong to no one|belongs to no one|nobody is looking after|no one is looking after|nobody looks after|no one looks after|nobody takes care of|no one takes care of|nobody is taking care of|nobody feels responsible for|nobody is on|without anybody responsible|without anyone responsible|without somebody responsible|without a responsible person|without a person in charge|up for grabs|going spare|unowned|ownerless|unassigned|orphaned|orphan", of: meanings{
		ofProgram: all(is(portfolio.FieldOwner, "")), ofRisk: all(is(portfolio.FieldRiskOwner, "")),
	}},
	{label: "undated", words: "undated|unscheduled|dateless|open ended|not dated|not scheduled|not yet scheduled|not scheduled yet|not yet dated|not planned yet|not yet planned|without any date|with no date|with no dates|without dates|date to be confirmed|date tbc|date tbd|tbc|tbd", of: meanings{
		ofProgram: all(is(portfolio.FieldLaunchDate, "")), ofMilestone: all(is(portfolio.FieldMilestoneDue, "")),
	}},
	{label: "unmitigated", words: "nobody is doing anything about|nobody does anything about|no one is doing anything about|no one does anything about|nothing is being done about|nothing is done about|nobody has done anything about|we are doing nothing about|we do nothing about|left untreated|untreated|untackled|unhandled|uncovered|unmanaged|uncontrolled|not covered|not under control|not controlled|not managed|not treated|without any action|without action|without a response|with no response|with no action|with no plan|with nothing against it|with nothing against them|without anything against it|nobody has a plan for|no one has a plan for|nobody has a plan against|without any plan|nobody is dealing with|nobody is working on|nobody is mitigating|nobody deals with|no one is dealing with|unaddressed|not addressed|not tackled|not handled|not countered|not dealt with|not being mitigated|unmitigated|not mitigated", of: meanings{ofRisk: all(is(portfolio.FieldRiskMitigation, ""))}},
	{label: "mitigated", words: "mitigated", of: meanings{ofRisk: all(isNot(portfolio.FieldRiskMitigation, ""))}},
	{label: "unrated", words: "unrated|without rating|not rated", of: meanings{
		ofProgram: all(is(portfolio.FieldStatus, "")), ofRisk: all(is(portfolio.FieldRiskSeverity, "")),
	}},

	{label: "completed early", words: "completed early|finished early|done early|delivered early|achieved early|reached early|completed ahead of time|finished ahead of time|done ahead of time|completed ahead of schedule|finished ahead of schedule|delivered ahead of schedule|completed before time|done before time", of: meanings{
		ofMilestone: all(than(portfolio.FieldMilestoneCompleted, portfolio.OpUnder, portfolio.FieldMilestoneDue)),
	}},
	{label: "completed on time", words: "completed on time|finished on time|done on time|delivered on time|achieved on time|reached on time|completed in time|finished in time|done in time|delivered in time|met their due date|met its due date|met their due dates|kept their due date|hit their due date|hit its due date", of: meanings{
		ofMilestone: all(than(portfolio.FieldMilestoneCompleted, portfolio.OpTo, portfolio.FieldMilestoneDue)),
	}},
	{label: "completed late", words: "completed late|finished late|done late|delivered late|achieved late|reached late|completed too late|finished too late|done too late|delivered too late|came in late|met late|completed behind schedule|finished behind schedule|missed their due date|missed its due date|missed their due dates", of: meanings{
		ofMilestone: completedLate,
	}},
	{label: understatedLabel, words: "assessed better than declared|assessed better than they are declared|assessed better than it is declared|assessed better than reported|declared worse than assessed|declared worse than the facts say|reported worse than assessed|reported worse than the facts say|look worse than they are|better than declared|better than they are declared|too pessimistic|overly pessimistic|pessimistic|kiwi", of: meanings{
		ofProgram: {
			all: []portfolio.Condition{is(portfolio.FieldStatus, "At Risk", "Off Track"), is(portfolio.FieldAssessed, "On Track", "At Risk")},
			any: [][]portfolio.Condition{{is(portfolio.FieldStatus, "Off Track"), is(portfolio.FieldAssessed, "On Track")}},
		},
	}},
	{label: beliedLabel, words: "facts say otherwise|but the facts say otherwise|the facts say otherwise|facts disagree|the facts disagree|facts contradict|the facts contradict|" +
		"contradicted by the facts|contradicted|contradictory|contradiction|contradictions|contradict|hidden problem|hidden problems|hidden trouble|hidden risk|hiding problems|hide problems|hiding something|" +
		"problems nobody reports|watermelon|watermelons|contradictions between declared and assessed|difference between declared and assessed|gap between declared and assessed|gaps between declared and assessed|kidding ourselves|too optimistic|overly optimistic|optimistic|look better than they are|looks better than it is|" +
		"look better on paper than they are|better on paper than they are|worse than declared|worse than reported|worse than they say|worse than they look|declared better than they are|reported better than they are|" +
		"reported too well|rated too well|should rather be amber|should rather be red|should rather be amber or red|should rather be red or amber|should really be amber|should really be red|should really be amber or red|should actually be red|should actually be amber|should be amber|should be amber or red|should be red or amber|should be worse|ought to be red|ought to be amber|not really green|not really on track|not really|not truly green|should not be green|should be red|facts say worse|the facts say worse|facts do not agree|facts do not support|" +
		"not supported by the facts|only green on paper|green on paper|sugarcoated|sugar coated|misreported|do not match the facts|does not match the facts|mismatch|mismatches|at odds with the facts|look healthier than they are|healthier than they are|looks healthier than it is|look greener than they are|greener than they are|seem better than they are|that should not be|but should not be|which should not be|wrongly green|wrongly reported|wrongly rated|differ for the worse|differs for the worse|facts and the declared status differ for the worse|facts and declared status differ for the worse|facts are worse|the facts are worse", of: meanings{ofProgram: belied}},

	{label: "differing", words: "declared and assessed differ|declared and assessed health differ|declared and assessed status differ|facts and the declared status differ|facts and declared status differ|declared and assessed disagree|declared and assessed do not agree|" +
		"declared differs from assessed|declared health differs from assessed health|compare declared and assessed|compare declared and assessed health|compare declared with assessed|declared versus assessed|" +
		"declared vs assessed", of: meanings{ofProgram: differing}},
	{label: "not assessed", words: "not assessed|not be assessed|unassessed|without assessment|without an assessment|not yet assessed|never assessed", of: meanings{
		ofProgram: all(is(portfolio.FieldAssessed, "")),
	}},

	{label: "in Discovery", words: "in discovery|discovery stage|discovery phase|discovery", of: stage(portfolio.Discovery)},
	{label: "in Planning", words: "in planning|planning stage|planning phase|planning", of: stage(portfolio.Planning)},
	{label: "In Progress", words: "in progress|in flight|in delivery|underway|under way|being delivered", of: stage(portfolio.InProgress)},
	{label: "in Launching", words: "in launching|launching stage|launching phase|in launch stage|launch stage|launch phase", of: stage(portfolio.Launching)},
	{label: "in the Completed stage", words: "completed stage|complete stage|completed phase", of: stage(portfolio.StageCompleted)},

	{label: "High", words: "high|severe|serious|grave|gravest class|high level|high grade|rated high|ranked high|classed high|highly rated|high rated|top severity|high severity|highly severe|high impact", of: severity(portfolio.High)},
	{label: "Medium", words: "medium|moderate|middling|mid level|medium level|middle|rated medium|medium rated|medium sized|medium severity", of: severity(portfolio.Medium)},
	{label: "Low", words: "low|minor|slight|low level|low grade|rated low|low rated|negligible|harmless|low severity", of: severity(portfolio.Low)},
	{label: "likely", words: "rather likely|quite likely|very likely|highly likely|really likely|highly probable|very probable|probably happening|bound to happen|sure to happen|certain to happen|expected to happen|likely to hit|likely to bite|likely to happen|likely to occur|likely to materialise|likely|probable|high likelihood", of: likelihood(portfolio.High)},
	{label: "of Medium likelihood", words: "medium likelihood", of: likelihood(portfolio.Medium)},
	{label: "unlikely", words: "unlikely|improbable|not likely|not very likely|not probable|rather unlikely|quite unlikely|very unlikely|highly unlikely|far fetched|remote chance|unlikely to happen|unlikely to occur|unlikely to materialise|low likelihood", of: likelihood(portfolio.Low)},

	{label: "open", words: "open|unresolved|not closed", of: meanings{ofRisk: all(openRisk), ofMilestone: all(notDone), ofProgram: all(live)}},
	{label: "Mitigating", words: "mitigating|being mitigated|in mitigation|under mitigation|being worked on", of: riskStatus(portfolio.RiskMitigating)},
	{label: "Accepted", words: "live with|living with it|just live with|live with and accept|accepted and live with|put up with|putting up with|accepted|accept|accepts|accepting|did accept|did we accept|we accepted|tolerated|living with", of: riskStatus(portfolio.RiskAccepted)},
	{label: "Closed", words: "managed to close|manage to close|did we manage to close|have we managed to close|been able to close|were able to close|could we close|got rid of|put behind us|closed|resolved|did we resolve|closed off|put to bed|dealt with", of: riskStatus(portfolio.RiskClosed)},

	{label: "Planned", words: "planned", of: milestoneStatus(portfolio.MilestonePlanned)},
	{label: "Done", words: "done|behind us|ticked off|checked off|in the bag|under our belt|wrapped up|reach|achieve|achieved|reached|hit|met|delivered", of: meanings{
		ofMilestone: all(is(portfolio.FieldMilestoneStatus, string(portfolio.MilestoneDone))), ofProgram: all(completed),
	}},
	{label: "Missed", words: "missed", of: milestoneStatus(portfolio.MilestoneMissed)},
	{label: "upcoming", words: "has ahead|have ahead|still ahead of it|lying ahead|ahead in time|next in line|coming next|still ahead of us|ahead of us|in front of us|lie ahead|lies ahead|upcoming|coming|coming up|forthcoming|approaching", of: meanings{
		ofMilestone: all(compare(portfolio.FieldMilestoneDue, portfolio.OpFrom, today), notDone),
		ofProgram:   all(compare(portfolio.FieldLaunchDate, portfolio.OpFrom, today), live),
	}},
}

func severity(l portfolio.Level) meanings {
	return meanings{ofRisk: all(is(portfolio.FieldRiskSeverity, string(l)))}
}

func likelihood(l portfolio.Level) meanings {
	return meanings{ofRisk: all(is(portfolio.FieldRiskLikelihood, string(l)))}
}

func riskStatus(s portfolio.RiskStatus) meanings {
	return meanings{ofRisk: all(is(portfolio.FieldRiskStatus, string(s)))}
}

func milestoneStatus(s portfolio.MilestoneStatus) meanings {
	return meanings{ofMilestone: all(is(portfolio.FieldMilestoneStatus, string(s)))}
}

// on puts the day of the question into conditions.
func (c clause) on(day portfolio.Date) clause {
	out := clause{text: c.text, related: slices.Clone(c.related)}
	out.all = onDay(c.all, day)
	for _, list := range c.any {
		out.any = append(out.any, onDay(list, day))
	}
	return out
}

func onDay(conditions []portfolio.Condition, day portfolio.Date) []portfolio.Condition {
	out := slices.Clone(conditions)
	for i, c := range out {
		if len(c.Values) == 1 && strings.HasPrefix(c.Values[0], today) {
			d := day
			if c.Values[0] == staleBy {
				d = day.AddDays(-staleDays)
			}
			out[i].Values = []string{string(d)}
		}
	}
	return out
}

// not turns a clause round: what held everywhere must fail somewhere. It reports false where that cannot be said in one
// query.
func (c clause) not() (clause, bool) {
	if len(c.related)+len(c.either) > 0 || len(c.any) > 0 && len(c.all) > 0 || len(c.any) > 1 || c.text != "" {
		return clause{}, false
	}
	var options []portfolio.Condition
	if len(c.any) == 1 { // not (a or b): neither a nor b
		var out clause
		for _, condition := range c.any[0] {
			flipped := flip(condition)
			if len(flipped) == 1 {
				out.all = append(out.all, flipped[0])
			} else {
				out.any = append(out.any, flipped)
			}
		}
		return out, true
	}
	for _, condition := range c.all {
		if condition.Op == portfolio.OpContains {
			return clause{}, false
		}
		options = append(options, flip(condition)...)
	}
	if len(options) == 1 {
		return all(options...), true
	}
	return clause{any: [][]portfolio.Condition{options}}, true
}

// opposites pairs the operators. What is not before a day is on or after it, or has no day at all.
var opposites = map[portfolio.Op]portfolio.Op{
	portfolio.OpIs: portfolio.OpIsNot, portfolio.OpIsNot: portfolio.OpIs,
	portfolio.OpFrom: portfolio.OpUnder, portfolio.OpUnder: portfolio.OpFrom,
	portfolio.OpTo: portfolio.OpOver, portfolio.OpOver: portfolio.OpTo,
}

// flip gives the conditions of which one holds exactly where c does not.
func flip(c portfolio.Condition) []portfolio.Condition {
	turned := portfolio.Condition{Field: c.Field, Op: opposites[c.Op], Values: c.Values, Than: c.Than}
	if c.Than != "" {
		return []portfolio.Condition{turned} // of what has no such dates nothing is said either way
	}
	if c.Op == portfolio.OpIs || c.Op == portfolio.OpIsNot {
		return []portfolio.Condition{turned}
	}
	return []portfolio.Condition{turned, is(c.Field, "")}
}

// wereToBe is what is said before what was to be done by now.
const wereToBe = "should have been|ought to have been|was supposed to be|were supposed to be|is supposed to be|are supposed to be|was meant to be|were meant to be|was due to be|were due to be|was to be|were to be|must have been|had to be|should have got"
