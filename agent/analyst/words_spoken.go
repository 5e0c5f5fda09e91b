package analyst

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// spokenWords is what people say in passing for what a portfolio holds: pictures and idioms, where the tables before have the plain
// words.
var spokenWords = []entry{
	{"bite us|could bite us|can bite us|might bite us|may bite us|could still bite us|can still bite us|might still bite us|come back to bite us|could come back to bite us|could hurt us|can hurt us|might hurt us|could still hurt us|" +
		"could trip us up|can trip us up|might trip us up|could blow up|can blow up|might blow up|could go south|might go south|could sink us|could kill us|could hit us|might hit us|could derail|might derail|can derail|could still go wrong|can still go wrong|might still go wrong|" +
		"exposure|exposures|perils|pitfalls|pitfall|red flag items|things that may go wrong|things that could go wrong|things that can go wrong", noun(ofRisk)},
	{"undertaking|undertakings|endeavour|endeavours|endeavor|endeavors|venture|ventures|work stream|work streams|stream of work|streams of work|piece of work|pieces of work|pgm|pgms|prgm|prgms|prog s|programs of work|programmes of work|rollouts|change programs|change programmes|change projects|progms|proyects|pojects|efforts", noun(ofProgram)},
	{"showstopper|showstoppers|show stopper|show stoppers|vulnerabilities|vulnerability|risk item|risk items|risk entry|risk entries|risks and issues|raid log|open points of risk|known unknowns", noun(ofRisk)},
	{"waypoint|waypoints|way point|way points|toll gate|toll gates|tollgate|tollgates|decision gate|decision gates|decision point|decision points|control point|control points|staging post|staging posts|interim target|interim targets|interim date|interim dates|intermediate date|intermediate dates|intermediate goal|intermediate goals|intermediate step|intermediate steps|landmark|landmarks|ms s|mstone|mstones|mile stone|mile stones", noun(ofMilestone)},
	{"spearhead|spearheads|spearheading|spearheaded by|champion|champions|championing|championed by|fronting|fronted by|babysitting|babysits|juggling|juggles|shepherding|shepherds|steward|stewards|stewarding|captain|captains|overseeing|supervising|supervises|supervised by|directing|directed by|coordinating|coordinates|coordinated by|co ordinating|co ordinated by|orchestrating|at the helm of|at the wheel of|in the driving seat of|in the driving seat|on the hook for|answerable for|answers for|answering for|carries the can for|holding the reins of|minding|minds|custodian|custodians|program lead|programme lead|project lead|program leads|programme leads|project leads|delivery lead|delivery leads|delivery manager|delivery managers|program director|programme director|project director|program directors|programme directors|project directors|product owner|product owners|leader|leaders|program leader|programme leader|project leader|person responsible|persons responsible|people responsible|who is the boss|is the boss of|in command of|charged with|entrusted with|assigned owner|named owner", field(portfolio.FieldOwner)},
	{"squad|squads|tribe|tribes|directorate|directorates|branch|branches|section|sections|workgroup|workgroups|working group|working groups|subteam|subteams|sub team|sub teams|org unit|org units|delivery team|delivery teams|government department|government departments|govt department|govt departments|govt dept|govt depts|whitehall department|whitehall departments", field(portfolio.FieldTeam)},
	{"domain|domains|sector|sectors|vertical|verticals|product family|product families|product group|product groups|business area|business areas|business segment|business segments|business domain|business domains|value stream|value streams|type of project|type of programme|type of program|types of project|types of programme|types of program|project type|project types|programme type|programme types|program type|program types|kind of project|kinds of project|pillar|pillars", field(portfolio.FieldProductLine)},
	{"ambition|ambitions|strategic theme|strategic themes|theme|themes|strategic aim|strategic aims|strategic priority|strategic priorities|okr|okrs|strategic target|strategic targets|strategic pillar|strategic pillars|strategic direction|strategic directions|corporate objective|corporate objectives|corporate goal|corporate goals|company goal|company goals|business objective|business objectives|business goal|business goals|furthering|furthers|advancing|promoting|promotes|underpinning|underpin|underpins|feed into|feeds into|feeding into|geared to|geared towards|aimed at|dedicated to|in support of|in aid of|pay into|pays into|paying into|deliver on|delivers on|delivering on|meant for|work on the objective|working on the objective", field(portfolio.FieldObjective)},
	{"lifecycle stage|lifecycle stages|life cycle stage|life cycle stages|lifecycle|life cycle|lifecycle phase|delivery stage|delivery phase|delivery stages|delivery phases|project phase|project phases|project stage|project stages|programme stage|programme phase|program stage|program phase|step in the pipeline|point in the pipeline|place in the pipeline|position in the pipeline", field(portfolio.FieldStage)},
	{"release|releases|releasing|be released|gets released|get released|get launched|gets launched|be launched|be shipped|be rolled out|gets rolled out|get rolled out|be delivered|gets delivered|get delivered|up and running|be up and running|come on stream|comes on stream|coming on stream|come online|comes online|coming online|go operational|goes operational|going operational|go into service|goes into service|going into service|enter service|enters service|entering service|go into operation|goes into operation|start operating|open for business|cut over|cutover|go out|goes out|going out|gets going|conclude|concludes|concluding|close out|closes out|closing out|wind up|winds up|winding up|come to an end|comes to an end|coming to an end|come to a close|comes to a close|reach the finish line|reaches the finish line|cross the line|crosses the line|cross the finish line|crosses the finish line|be through|be over|be out|gets finished|get finished|gets done|wrapped up by|hits the streets|hit the streets|debut|debuts|premiere|premieres|take off|takes off|taking off", event(portfolio.FieldLaunchDate)},
	{"launch window|landing date|release date|release dates|target end|target end date|end point|finish line|date of completion|date of delivery|date of go live|rollout date|roll out date|planned date|planned dates|planned end date|planned launch date|planned finish date|scheduled end|scheduled end date|scheduled finish|scheduled launch|scheduled launch date|projected end date|projected end|closing date|closure date|final date|finishing date|projected finish", field(portfolio.FieldLaunchDate)},
	{missing("reported", "given", "set", "stated", "entered", "recorded", "named", "filled in", "decided", "decided on", "agreed", "agreed on", "assigned", "provided", "specified", "defined", "chosen", "fixed", "estimated", "noted", "noted down", "logged", "written", "written down", "put in", "put down", "supplied", "submitted", "documented", "declared", "confirmed", "determined", "maintained", "kept"), span{kind: kMissing}},
	{"listing|listings|listing of|a listing of|catalogue of|register of|roll call of|roster of|enumeration of|line up of", span{kind: kList}},
	{"how many percent|how many per cent|what percent|what per cent|how much percent|how much per cent|which percent|which percentage|which percentage of|which share|which share of|which proportion|which proportion of", span{kind: kCount, percent: true}},
	{"longest list of|the longest list of|longest tail of|longest string of|longest queue of|largest pile of", most(true)},
	{"shortest list of|the shortest list of", most(false)},
	{"have to live with|has to live with|had to live with|to live with", idle()},
	{"did somebody raise|did someone raise|did we raise|did anyone raise|did anybody raise|did they raise|have we raised|somebody raised|someone raised|we raised|did we add|did somebody add|did someone add|did we log|did somebody log|did someone log|did we record|did we open|did somebody open|have we added|have we logged|have we opened|was logged|were logged|have been logged|was recorded|were recorded|were entered|was entered|came to light|come to light|cropped up|surfaced|emerged|arose|have arisen|has arisen|have emerged|has emerged|have surfaced|has surfaced", span{kind: kPast, past: change{came: true}}},
	{"handy|to hand|ready to hand|at your fingertips|at my fingertips|within reach|lying about", idle()},
	{"headway|inroads|level of completion|state of completion|completeness|how advanced|how advanced is|how advanced are|how complete are we with|how far did|how far have|how far are we|how far are we with|how far have we got with|how far have we come with", field(portfolio.FieldProgress)},
	{"what slice|what slice of|slice of|what chunk|what chunk of|chunk of|what portion|what portion of|portion of|how big a share|how big a share of|how large a share|how large a share of|how big a part of|how large a part of|what fraction|fraction|" +
		"in percentage terms how many|what percentage share|how many in percent|how many in percent of|how high is the share|how high is the share of|how high is the percentage of|how big is the share of|how large is the share of|how big is the proportion of", span{kind: kCount, percent: true}},
	{"nastiest|scariest|gravest|hairiest|most dangerous|most serious|most severe|most threatening|ugliest|most worrying risk", mostOf(portfolio.FieldRiskScore, true)},
	{"knocked|knocked on|knocked back|get knocked|gets knocked|bumped|get bumped|gets bumped|shunted|dominoes|get dragged|gets dragged|be dragged|get delayed|gets delayed|be delayed|get late|get squeezed|gets squeezed", looks(aheadEffect)},
	{"planning to|are planning to|are we planning to|we are planning to|we plan to|do we plan to|plan to|plans to|are we going to|are we aiming to|aiming to|have going on|has going on|got going on|we have going on|on earth|in the world|the hell|the heck|on god's earth|in god's name|in heaven's name|the devil|" +
		"have behind it|has behind it|have behind them|has behind them|got behind it|got behind them|drowning in|swamped with|swamped by|buried in|buried under|snowed under with|up to his neck in|up to her neck in|up to their necks in|overloaded with|overwhelmed with|overwhelmed by|weighed down by|weighed down with|saddled with|burdened with|burdened by|landed with|stuck with|lumbered with|loaded with|laden with|blessed with|plagued by|beset by|" +
		"sanity check|quick sanity check|reality check|quick reality check|gut check|sense check|want sight of|sight of|line of sight on|line of sight to|between you and me|between us|entre nous|between ourselves", idle()},
	{"closest to launching|closest to launch|closest to its launch|closest to the launch|nearest to launch|nearest to launching|nearest to its launch|closest to going live|nearest to going live|closest to go live|closest to market|nearest to market|closest to landing", span{kind: kMost, field: portfolio.FieldLaunchDate, event: true}},
	{"furthest from launching|furthest from launch|furthest from its launch|furthest from going live|farthest from launching|farthest from going live", span{kind: kMost, field: portfolio.FieldLaunchDate, event: true, desc: true}},
	{"await|awaits|awaiting|hinge on|hinges on|hinging on|contingent on|conditional on|conditional upon|subject to|presuppose|presupposes|reliant on|chained to|coupled to|sitting behind|queueing behind|queuing behind|lined up behind|cannot start before|cannot start until|cannot proceed until|cannot finish before|cannot finish until", looks(aheadWaits)},
	{"fallout|the fallout|repercussion|repercussions|ramification|ramifications|knock ons|knockons|domino|chain reaction|side effect|side effects|collateral damage|what would it mean if|what does it mean if|what would that mean|what would it do to|what does it do to|what if we|what would be the effect if|what would be the impact if|what would be the consequence if", looks(aheadWhatIf)},
	{"devoid of|bereft of|wanting for|deprived of|crying out for|still without|has yet to get|have yet to get|yet to get|yet to have|have not been given|has not been given|not given any|without a single|without even|not a single|not even one|not one|has nobody as|have nobody as|in want of|in need of|still lack|still lacks|still lacking|still miss|still misses|still missing a|still missing an|are missing|is missing|are missing a|are missing an|is missing a|is missing an|missing a|missing an|came without|come without|comes without|left without|going without|do without|does without", span{kind: kNo}},
	{"barring|with the exclusion of|to the exclusion of|never mind|forget about|discounting|discount|disregard|leave aside|minus the|less the|without counting|without looking at|nothing from|nothing of|none of the|not the|no longer counting|other than the", span{kind: kNot}},
	{"tops the list|heads the list|top of the list|at the top of the list|leads the list|leads the pack|leads the field|number one|by far the most|most of all|the most of all|the most of anyone|more than anyone|more than anyone else|more than anybody else|more than any other|the lion s share of|the bulk of|the biggest pile of|the biggest number of|the biggest share of|busiest|heaviest|most loaded|most overloaded|most stretched|biggest load of|heaviest load of|highest count of|highest amount of|largest amount of|largest count of|greatest amount of|biggest amount of|a record number of", most(true)},
	{"fewest of all|the least of all|smallest load of|lightest|lightest load of|lowest count of|lowest amount of|smallest amount of|smallest count of|less than anyone|less than anyone else|fewer than anyone else|fewer than any other|the least number of|least number of|the lowest number of|the smallest number of|minimal number of", most(false)},
	{"upwards of|north of|well over|well above|tops|topping|surpass|surpasses|surpassing|exceed|exceeds|beyond the|more advanced than|further along than|higher up than", compares(portfolio.OpOver)},
	{"south of|well under|well below|shy of|just short of|less advanced than|not as far as", compares(portfolio.OpUnder)},
	{"at a minimum|minimum of|min|no fewer|not fewer than|from and including|as from|onwards from|as of and after|on and after|and later|and after|and beyond|or beyond|or after|and older|and longer|and above that|plus or more", compares(portfolio.OpFrom)},
	{"at a maximum|maximum of|max|not exceeding|no greater than|not greater than|not higher than|no higher than|no longer than|not longer than|not later|no later|up to and including|until and including|on and before|and earlier|and before|and lower|and below|and under|and less|and fewer|by no later than|by the latest", compares(portfolio.OpTo)},
	{"for each and every|each and every|for every single|for each single|one line per|one row per|a row per|a line per|one line for each|one row for each|a line for each|a row for each|separately for each|individually for each|sorted into|divided over|divided among|divvied up by|shared among|shared between|shared out among|parted by|separated by|differentiated by|segmented by|stratified by|aggregated by|totalled by|summed by|counted by|tallied by|itemised by|listed by|seen by|viewed by|looked at by|cut along|sliced along|along the lines of|going by|by way of", span{kind: kBy}},
	{"distribute|distribute over|distribute across|distributes|distributed|spread out|are split|is split|are distributed|is distributed|break down into|breaks down into|fall into which|divide up|divide up by|sliced by|cut by|carved up by|bucketed by|clustered by|grouped along|organised by|organized by|arranged by|chopped up by|chopped by", span{kind: kBy}},
	{"irrespective|" + whichever("status", "colour", "color", "rating", "ratings", "health", "rag", "rag status", "state"), span{kind: kAll}},
	{whichever("owner", "team", "department", "stage", "phase", "date", "launch date", "severity", "likelihood", "product line", "category", "age", "progress", "size", "who owns them", "who runs them"), idle()},
}

// whichever lists the ways of saying that a field is of no account: "irrespective of colour", "whatever their status".
func whichever(fields ...string) string {
	var out []string
	for _, said := range []string{"irrespective of", "irrespective of the", "irrespective of their", "regardless of", "regardless of the", "regardless of their", "independent of", "independently of", "independent of the", "no matter the", "no matter what", "no matter which", "no matter what the", "no matter what their", "whatever the", "whatever their", "whatever its", "of whatever", "of whichever", "in whatever", "in whichever", "in any", "of any", "never mind the", "never mind which"} {
		for _, field := range fields {
			out = append(out, said+" "+field)
		}
	}
	return strings.Join(out, "|")
}

// missing lists the ways of saying that nobody gave a value: "has not been set", "nobody has estimated", "yet to be named".
func missing(given ...string) string {
	var out []string
	for _, said := range []string{"not been", "not yet been", "never been", "not ever been", "yet to be", "still to be", "not yet", "nobody has", "nobody has yet", "nobody has ever", "nobody", "nobody ever", "no one has", "no one has yet", "no one has ever", "no one", "no one ever", "nobody had", "we have not", "we have never", "we never", "they have not", "they have never", "they never", "has never been", "have never been", "was never", "were never", "had not been", "not properly", "not currently", "currently not"} {
		for _, what := range given {
			out = append(out, said+" "+what)
		}
	}
	return strings.Join(out, "|")
}

// stillToDo lists the ways of saying that something is not done yet: "still has to reach", "have yet to complete".
func stillToDo(verbs ...string) string {
	var out []string
	for _, said := range []string{"still have to", "still has to", "still need to", "still needs to", "has still to", "have still to", "have yet to", "has yet to", "are yet to", "is yet to", "still to", "still must", "must still", "yet to", "still got to", "has got to", "have got to", "still going to", "still want to", "still wants to", "remain to", "remains to", "left to", "supposed to still"} {
		for _, verb := range verbs {
			out = append(out, said+" "+verb)
		}
	}
	return strings.Join(out, "|")
}

// wereToBe lists the ways of saying that something was to be done by now: "ought to have been done", "should be done by now".
func wereToBe(done ...string) string {
	var out []string
	for _, said := range []string{"should have been", "ought to have been", "was supposed to be", "were supposed to be", "is supposed to be", "are supposed to be", "was meant to be", "were meant to be", "was due to be", "were due to be", "was to be", "were to be", "must have been", "had to be", "should have got"} {
		for _, what := range done {
			out = append(out, said+" "+what, said+" "+what+" already", said+" "+what+" by now", said+" "+what+" by today", said+" already "+what)
		}
	}
	return strings.Join(out, "|")
}
