package analyst

import (
	"strings"

	"portfolio-ai/store/portfolio"
)

// entry gives phrases, separated by "|", one meaning.
type entry struct {
	words string
	span  span
}

// field makes the meaning of a word for a field.
func field(f portfolio.Field) span { return span{kind: kField, field: f} }

// event makes the meaning of a verb for what happens on the day in a field.
func event(f portfolio.Field) span { return span{kind: kField, field: f, event: true} }

func noun(e portfolio.Entity) span { return span{kind: kNoun, entity: e} }

func compares(op portfolio.Op) span { return span{kind: kCompare, op: op} }

func most(desc bool) span { return span{kind: kMost, desc: desc} }

func mostOf(f portfolio.Field, desc bool) span { return span{kind: kMost, field: f, desc: desc} }

func ordinal(n float64) span { return span{kind: kOrdinal, number: n} }

func absent(topic string) span { return span{kind: kAbsent, topic: topic} }

// words is the vocabulary besides the adjectives: what people call the things that a portfolio holds and the ways in which
// they ask for them. A longer phrase wins over a shorter one.
var words = []entry{
	{"prog|progs|proj|projs|prj|prjs|program|programs|programme|programmes|project|projects|initiative|initiatives|scheme|schemes|workstream|workstreams|everything" +
		"|undertaking|undertakings|endeavour|endeavours|endeavor|endeavors|venture|ventures|work stream|work streams|stream of work|streams of work|piece of work|pieces of work|pgm|pgms|prgm|prgms|prog s|programs of work|programmes of work|rollouts|change programs|change programmes|change projects|progms|proyects|pojects|efforts", noun(ofProgram)},
	{"how risky is|how risky are|how risky|risk|risks|threat|threats|issue|issues|danger|dangers|hazard|hazards|uncertainty|uncertainties|what could go wrong|what can go wrong|what might go wrong|what may go wrong|could go wrong|can go wrong|might go wrong|risk register|risk log|risk list" +
		"|bite us|could bite us|can bite us|might bite us|may bite us|could still bite us|can still bite us|might still bite us|come back to bite us|could come back to bite us|could hurt us|can hurt us|might hurt us|could still hurt us|" +
		"could trip us up|can trip us up|might trip us up|could blow up|can blow up|might blow up|could go south|might go south|could sink us|could kill us|could hit us|might hit us|could derail|might derail|can derail|could still go wrong|can still go wrong|might still go wrong|" +
		"exposure|exposures|perils|pitfalls|pitfall|red flag items|things that may go wrong|things that could go wrong|things that can go wrong" +
		"|showstopper|showstoppers|show stopper|show stoppers|vulnerabilities|vulnerability|risk item|risk items|risk entry|risk entries|risks and issues|raid log|open points of risk|known unknowns", noun(ofRisk)},
	{"milestone|milestones|key date|key dates|key event|key events|stage gate|stage gates|quality gate|quality gates|deliverable|deliverables|checkpoint|checkpoints" +
		"|waypoint|waypoints|way point|way points|toll gate|toll gates|tollgate|tollgates|decision gate|decision gates|decision point|decision points|control point|control points|staging post|staging posts|interim target|interim targets|interim date|interim dates|intermediate date|intermediate dates|intermediate goal|intermediate goals|intermediate step|intermediate steps|landmark|landmarks|ms s|mstone|mstones|mile stone|mile stones", noun(ofMilestone)},

	{"their state|its state|state of each|status|statuses|rated|rated as|health|rag|rag status|rating|ratings|colour|color|colours|colors|delivery confidence|rag rating|confidence rating|delivery confidence rating|confidence assessment|confidence level|" +
		"health status|traffic light", field(portfolio.FieldStatus)},
	{"stage|stages|phase|phases|pipeline stage|pipeline stages|pipeline" +
		"|lifecycle stage|lifecycle stages|life cycle stage|life cycle stages|lifecycle|life cycle|lifecycle phase|delivery stage|delivery phase|delivery stages|delivery phases|project phase|project phases|project stage|project stages|programme stage|programme phase|program stage|program phase|step in the pipeline|point in the pipeline|place in the pipeline|position in the pipeline", field(portfolio.FieldStage)},
	{"owner|owners|owned by|owned|owns|own|lead|leads|led by|run by|manager|managers|managed by|responsible|responsible for|in charge of|" +
		"in charge|sro|senior responsible owner|senior responsible officer|program manager|programme manager|project manager|headed by|heads|heading|heading up|is heading up|leads on|" +
		"in the hands of|driven by|steered by|handled by|taken care of by|looked after by|program owner|program owners|programme owner|accountable|accountable for|looks after|owning|responsibility|responsibility of|whose responsibility|under whom|under whose lead|who reports on it|reports on it|on whose watch|point person|contact|contact person|contact for|go to person|responsible person|person in charge|anyone assigned to|anybody assigned to|someone assigned to|somebody assigned to|who is assigned to|anyone in charge of|anybody in charge of|person|people" +
		"|spearhead|spearheads|spearheading|spearheaded by|champion|champions|championing|championed by|fronting|fronted by|babysitting|babysits|juggle|juggles|juggled|juggling|shepherding|shepherds|steward|stewards|stewarding|captain|captains|overseeing|supervising|supervises|supervised by|directing|directed by|coordinating|coordinates|coordinated by|co ordinating|co ordinated by|orchestrating|at the helm of|at the wheel of|in the driving seat of|in the driving seat|on the hook for|answerable for|answers for|answering for|carries the can for|holding the reins of|minding|minds|custodian|custodians|program lead|programme lead|project lead|program leads|programme leads|project leads|delivery lead|delivery leads|delivery manager|delivery managers|program director|programme director|project director|program directors|programme directors|project directors|product owner|product owners|leader|leaders|program leader|programme leader|project leader|person responsible|persons responsible|people responsible|who is the boss|is the boss of|in command of|charged with|entrusted with|assigned owner|named owner", field(portfolio.FieldOwner)},
	{"team|teams|department|departments|dept|depts|ministry|ministries|unit|units|organisation|organisations|organization|" +
		"organizations|group|groups|body|bodies|division|divisions|agency|agencies" +
		"|squad|squads|tribe|tribes|directorate|directorates|branch|branches|section|sections|workgroup|workgroups|working group|working groups|subteam|subteams|sub team|sub teams|org unit|org units|delivery team|delivery teams|government department|government departments|govt department|govt departments|govt dept|govt depts|whitehall department|whitehall departments", field(portfolio.FieldTeam)},
	{"product line|product lines|line|lines|category|categories|report category|business line|business lines|product|products|line of business|" +
		"product area|area|areas|segment|segments" +
		"|domain|domains|sector|sectors|vertical|verticals|product family|product families|product group|product groups|business area|business areas|business segment|business segments|business domain|business domains|value stream|value streams|type of project|type of programme|type of program|types of project|types of programme|types of program|project type|project types|programme type|programme types|program type|program types|kind of project|kinds of project|pillar|pillars", field(portfolio.FieldProductLine)},
	{"strategic objective|strategic objectives|objective|objectives|goal|goals|strategic goal|strategic goals|supporting|supports|support|" +
		"contributing to|contribute to|contributes to|serve|serves|serving|works towards|work towards|working towards|works toward|contribute towards|contributes towards|help us|helps us|helps|that help|that helps|helping|aim at|aims at|aiming at|aim for|aims for|aligned with|aligned to|linked to|tied to|strategy" +
		"|ambition|ambitions|strategic theme|strategic themes|theme|themes|strategic aim|strategic aims|strategic priority|strategic priorities|okr|okrs|strategic target|strategic targets|strategic pillar|strategic pillars|strategic direction|strategic directions|corporate objective|corporate objectives|corporate goal|corporate goals|company goal|company goals|business objective|business objectives|business goal|business goals|furthering|furthers|advancing|promoting|promotes|underpinning|underpin|underpins|feed into|feeds into|feeding into|geared to|geared towards|aimed at|dedicated to|in support of|in aid of|pay into|pays into|paying into|deliver on|delivers on|delivering on|meant for|work on the objective|working on the objective", field(portfolio.FieldObjective)},
	{"kickoff|kickoff date|kick off day|been running|been going on|been under way|been around|running since|how long has|how long have|for how long has|for how long have|how long is|start date|start dates|start|began date|starting date|kick off date", field(portfolio.FieldStartDate)},
	{"started|starting|starts|began|begin|begins|beginning|kicked off|kicks off|kick off", event(portfolio.FieldStartDate)},
	{"launch date|launch dates|end date|end dates|due date|due dates|go live date|go live dates|finish date|completion date|target date|" +
		"delivery date|deadline|deadlines|date of launch|planned launch|planned end|launch day|dates|date" +
		"|launch window|landing date|release date|release dates|target end|target end date|end point|finish line|date of completion|date of delivery|date of go live|rollout date|roll out date|planned date|planned dates|planned end date|planned launch date|planned finish date|scheduled end|scheduled end date|scheduled finish|scheduled launch|scheduled launch date|projected end date|projected end|closing date|closure date|final date|finishing date|projected finish", field(portfolio.FieldLaunchDate)},
	{"eta|etas|planned finish|planned completion|planned delivery|expected completion|expected finish|expected launch|target launch|putting live|put live|going into production|go into production|goes into production|roll out|rolls out|rolling out|rolled out|will be done|will be finished|will be completed|will be complete|will be live|will be ready|be done|be finished|be live|be ready|get done|launch|launches|launching|go live|goes live|going live|go lives|due|ending|ends|end|finish|finishes|finishing|complete by|" +
		"completing|deliver|delivering|delivers|due to launch|due to end|due to finish|due to go live|scheduled|scheduled to launch|" +
		"due for launch|planned to launch|expected to launch|scheduled to go live|set to launch|to launch|land|lands|landing|" +
		"ship|ships|shipping|falling due|fall due|expected|scheduled for launch|scheduled to finish|scheduled to end|wrapping up|wrap up" +
		"|release|releases|releasing|be released|gets released|get released|get launched|gets launched|be launched|be shipped|be rolled out|gets rolled out|get rolled out|be delivered|gets delivered|get delivered|up and running|be up and running|come on stream|comes on stream|coming on stream|come online|comes online|coming online|go operational|goes operational|going operational|go into service|goes into service|going into service|enter service|enters service|entering service|go into operation|goes into operation|start operating|open for business|cut over|cutover|go out|goes out|going out|gets going|conclude|concludes|concluding|close out|closes out|closing out|wind up|winds up|winding up|come to an end|comes to an end|coming to an end|come to a close|comes to a close|reach the finish line|reaches the finish line|cross the line|crosses the line|cross the finish line|crosses the finish line|be through|be over|be out|gets finished|get finished|gets done|wrapped up by|hits the streets|hit the streets|debut|debuts|premiere|premieres|take off|takes off|taking off",
		event(portfolio.FieldLaunchDate)},
	{"switching on|switch on|switched on|turning on|coming to market|come to market|comes to market|hit the market|hits the market|see the light of day|opening its doors|out of the door|out the door", event(portfolio.FieldLaunchDate)},
	{"launched|ended|went live", field(portfolio.FieldLaunchDate)},
	{"completion percentage|completion percentage of|completion rate|completion rate of|progress percentage of|percentage of completion|percentage done of|pct|pct done|pct complete|how much of|how complete|how complete is|how complete are|how far along are|how far are|progress|completion|percent complete|percentage complete|% complete|% done|% completed|percent done|per cent done|per cent complete|degree of completion|how far|how far along|how far along is|how far is|how far has|progress percentage|" +
		"percentage" +
		"|headway|inroads|level of completion|state of completion|completeness|how advanced|how advanced is|how advanced are|how complete are we with|how far did|how far have|how far are we|how far are we with|how far have we got with|how far have we come with", field(portfolio.FieldProgress)},
	{"time elapsed|elapsed time|the time elapsed|share of time elapsed|share of the time elapsed|percentage of time elapsed|the share of time elapsed|elapsed|time gone|time that has passed|the time that has passed|time passed|time used up|time used|time spent|share of the time gone|the time gone|time already gone|" +
		"schedule elapsed|elapsed schedule|percent of time elapsed|percentage of the time elapsed|share of the schedule|the schedule elapsed|time run", field(portfolio.FieldElapsed)},
	{"last update|last updates|last status update|update date|last updated|" +
		"status update|status updates|update|updates|status text|latest status text|status note|latest note|last note|latest comment|last comment|any comment|any comments|comment|comments|commentary|remark|remarks|narrative|" +
		"what was said about|what was said on|was said about|was said on|what was reported on|what was reported about|what did we say about|what did we report on|what was last said about|latest word on|latest word|last word on|last word|word on|most recent word on|most recent word|most recent news on|most recent note|most recent comment|most recent statement on|latest statement on|last hear from|last heard from|last thing said|last words on|latest words on|last words about|final words on|most recent words on|hear from|heard from|report on|report about|say about|said about|reported about|wrote about|wrote on|" +
		"last report|reported on|last reported|last heard", field(portfolio.FieldLastUpdate)},
	{"updated|been updated|reported since|an update|a status update|any update|any updates|been an update", event(portfolio.FieldLastUpdate)},
	{"description|descriptions|aims|aim|summary of aims|purpose|scope", field(fieldDescription)},
	{"external id|external ids|reference|reference number|project number|project numbers", field(portfolio.FieldExternalID)},
	{"name|names|title|titles", field(portfolio.FieldName)},
	{"score|scores|risk score|risk scores|scored|scoring", field(portfolio.FieldRiskScore)},
	{"severity|severities|risk severity|risk severities", field(portfolio.FieldRiskSeverity)},
	{"likelihood|likelihoods|probability|probabilities", field(portfolio.FieldRiskLikelihood)},
	{"mitigation|mitigations|handled|addressed|tackled|countered|plan|action plan|response plan|mitigation plan|mitigation plans|countermeasure|countermeasures|mitigating action|mitigating actions", field(portfolio.FieldRiskMitigation)},
	{"the facts call|facts call|the rules call|rules call|the facts deem|the facts consider|the facts see as|the facts put at|the rules rate|the rules say|rules say|the rules deem|the rules consider|the rules put at|according to the rules|going by the rules|as per the rules|per the rules|under the rules|by the rules|the rules|rules|facts|the facts|in the facts|in the assessment|assessed|assessment|assessed status|assessed health|assessed as|assessed to be|assessed at|facts say|the facts say|facts rate|according to the facts|by the facts|going by the facts|do the facts rate as|do the facts say are|" +
		"computed health|calculated health|real status|true status|actual status|real health|actual health", field(portfolio.FieldAssessed)},
	{"risk status|risk statuses", field(portfolio.FieldRiskStatus)},
	{"risk owner|risk owners|owner of the risk|owners of the risk|owner of the risks|owners of the risks", field(portfolio.FieldRiskOwner)},
	{"age|ages|date recorded|dates recorded|recording date|recorded on|date raised|raised on|date opened|opened on", field(portfolio.FieldRiskRecorded)},
	{"review date|review dates|review|reviews|reviewed", field(portfolio.FieldRiskReview)},
	{"baseline|baseline date|original date", field(portfolio.FieldMilestoneBaseline)},
	{"milestone status", field(portfolio.FieldMilestoneStatus)},
	{"completed on|completed in|done in|finished in|achieved in|reached in|delivered in|hit in", event(portfolio.FieldMilestoneCompleted)},

	{"put a number on|put a figure on|put numbers on|put some numbers on|put an exact number on|put a rough number on|quantify|tot up|count up|tally up|add up|just the number|just the numbers|just a number|only the number|just the count|only a number|only the count|hw many|how mny|hw mny|cnt|nbr of|cnt of|how many|how many exactly|exactly how many|no of|nr of|num of|nos of|how manny|size of|size of the portfolio|how big is the portfolio|how large is the portfolio|count|the number of|number of|total number of|how much|quantity of|amount of|tally|sum|sum of|grand total|total|count of|what number of|how often|how many times", span{kind: kCount}},
	{"send me|send us|mail me|forward me|drop me|write me a list of|write me down|send over|spell out|read me|read out|recite|list|show|show me|give me|display|find|find me|get|get me|tell me|tell me about|see|let us see|i want to see|i would like to see|name the|pull up|break down|break|broken down|break it down|" +
		"bring up|open up|look up|print|enumerate|give us|show us|i need|fetch|details of|details on|details for|detail of|information on|" +
		"info on|the latest on|latest on|what is the latest on|news on|the word on|any word on|more about|tell me more about|overview of|describe|details about|information about|details" +
		"|listing|listings|listing of|a listing of|catalogue of|register of|roll call of|roster of|enumeration of|line up of", span{kind: kList}},
	{"what percentage|what percentage of|percentage of|what share|what share of|share of|what proportion|what proportion of|proportion of|" +
		"what % of|what %|% of|percent of all|as a percentage of all|as a percentage of|as a share of all|as a share of|as a proportion of|as percentage of|as a percentage|percentages of|percentage by|percentagewise|in relative terms|proportionally|proportionately|relative to how many they have|relative to its size|relative to their size|relative to size|percentage share of|proportion|proportions of|shares of|proportion that is|what fraction of|fraction of|what percent of|percent of|how many percent of|what per cent of" +
		"|how many percent|how many per cent|what percent|what per cent|how much percent|how much per cent|which percent|which percentage|which percentage of|which share|which share of|which proportion|which proportion of" +
		"|what slice|what slice of|slice of|what chunk|what chunk of|chunk of|what portion|what portion of|portion of|how big a share|how big a share of|how large a share|how large a share of|how big a part of|how large a part of|what fraction|fraction|" +
		"in percentage terms how many|what percentage share|how many in percent|how many in percent of|how high is the share|how high is the share of|how high is the percentage of|how big is the share of|how large is the share of|how big is the proportion of", span{kind: kCount, percent: true}},
	{"which|what|by how much|by how much did|hows|how is|how are|how does|how do|how|what are|which are|what is|which is|which of the|whats|which one|which ones|what one|which of the two|which of both|which of these two|which of those two|which one of the two|which of the three", span{kind: kWhich}},
	{"does anyone own|does anybody own|does anyone have|does anybody have|does anyone lead|does anyone run|is there anyone who has|is there anyone with|is there anyone who owns|whose baby is it|whose baby|whose is it|whose is|whose job is it|who does it belong to|who should i call|who do i call|who to call|who should i contact|who can i contact|who do i contact|who should i ask|who can i ask|who should i speak to|who do i speak to|who can i talk to|whom do i ask|who|whos|who is|who are|whom|who runs|whos running|who is running|who was running|who drives|who is driving|who handles|who is handling|who is on|who is behind|who looks after|who is looking after|who takes care of|who is taking care of|who has got", span{kind: kWho}},
	{"how many days left until|how many days are left to|how many days till|how many days before|how many more days until|how many weeks left until|how many weeks are left until|how many weeks till|how many weeks before|how many weeks to|how many months until|how many months left until|how many months till|how many months to|how many months before|how long till|how long before|how long to go until|how much time until|how much time is left until|how much time do we have until|how much longer until|how long do we have until|how long is it until|how long will it be until|how long will it take until|days left until|days till|weeks until|until when|from when|wheres|when|when is|when does|when will|when do|when are|when did|by when|how soon|how many days until|how long until|days until|how many days to|how many days are left until|how many weeks until|how old|how old is|how long ago|how long ago was|how recent|how recent is", span{kind: kWhen}},
	{"hold against|holds against|held against|have against|on what basis|on which basis|based on what|what is driving|driving|what lies behind|what stands behind|what led to|what is causing|causing|dragging|dragging down|what is dragging|pulling down|weighing on|what weighs on|what makes you say that|what makes you say|what makes you think that|what makes you think|why|why is|why are|what makes|reason|reasons|how come|explain why|explain|the reason for|what is wrong with|what is going on with|" +
		"what is the problem with|what is the matter with|what is happening with|what is wrong about|what is the trouble with|what is up with|" +
		"what for|blocking|holding up|what is holding up|holding back|what is holding back|since when|since when is|since when has|do the facts agree|facts agree|the facts agree|facts support|do the facts support|" +
		"wrong with|wrong|what is the matter|the matter|matter|why do we say|why do we call|why do you say|why do they say|why do you call|end up|ended up|what is making|making|makes it|problem with|the problem with|problem|the problem|problems with|issue with|issues with|what is the issue with|on what grounds|on which grounds|on what grounds is|justify|justification|justification of|justification for|can we trust|can i trust|do we trust|should we trust|should i trust|is it justified|what puts|puts|what turns|what keeps|keeps|what is keeping|keeping|what stops|what is stopping|stopping|what prevents|what is preventing|preventing|what speaks against|speaks against|speak against|facts speak against|what counts against|counts against|what is against|matter with|trouble with|the reason|the cause|cause|what causes|what caused|what drives|what is behind|how can it be that", span{kind: kWhy}},
	{"compare|comparison of|compare the|comparison between|comparison|versus|vs|than|differ|differs|disagree|higher|lower|bigger|larger|smaller|compare to|compare with|compares to|compares with|compared against|stack up against|measure up to|measure up against|more|fewer|compared with|compared to|against|differ from|" +
		"difference between|next to each other|against each other|beside each other|head to head|side by side", span{kind: kVersus}},
	{"typical|average|mean|avg|on average|averaged", span{kind: kAverage}},
	{"is|are|was|were|be|being|do|does|did|am|been", span{kind: kIs}},
	{"with|incl|have|has|having|had|that have|that has|which have|which has|whose|where|carrying|carry|carries|facing|face|" +
		"contain any|got|exposed to|that carry|showing|hold|holds|holding|include|includes|including", span{kind: kHave}},
	{"no|without|lacking|lack|lacks|zero|without any|with no|have no|has no|having no|had no|have not had|has not had|had not had|did not have|have not seen|has not seen|have not got any|do not have|does not have|not have|" +
		"do not have any|does not have any|not serving|not serving any|serving no|serve no|serves no|not supporting any|supporting no|support no|not linked to any|linked to no|not aligned with any|aligned with no|not contributing to any|contributing to no|not tied to any|do not serve any|does not serve any|do not serve|does not serve|not having|not with|with zero|not have any|free of|without an|without a|with none|that lack|have not got|" +
		"with missing|have never had|with not any|have zero|there is no|there are no|short of|miss|misses|never told us|never told|has not told us|have not told us|did not tell us|never gave|never gave us|have not given us|has not given us|did not give us|did not report|does not report|do not report|never report|never reported|never reports|have not reported|has not reported|never sent|never filled in|forget to set|forget to give|forget to put|forget to enter|forget to name|forgot to set|forgot to give|forgot to put|forgot to enter|forgot to name|have forgotten to set|failed to set|failed to give|failed to enter|failed to name|neglected to set|neglected to give|did not set|did not give|do not give|does not give|never set|never had|never had any|never got|have not set|has not set|have not named|has not named|nobody reports|no one reports|nobody gives|no one gives|nobody gave|no one gave|nobody states|no one states|nobody tells us|nobody told us|no one told us|has not filled in|have not filled in|did not fill in|not telling us" +
		"|devoid of|bereft of|wanting for|deprived of|crying out for|still without|has yet to get|have yet to get|yet to get|yet to have|have not been given|has not been given|not given any|without a single|without even|not a single|not even one|not one|has nobody as|have nobody as|in want of|in need of|still lack|still lacks|still lacking|still miss|still misses|still missing a|still missing an|are missing|is missing|are missing a|are missing an|is missing a|is missing an|missing a|missing an|came without|come without|comes without|left without|going without|do without|does without", span{kind: kNo}},
	{"nobody has|no one has|nobody have|nobody|no one|not|except|excluding|other than|apart from|but not|neither|never|besides|exclude|outside|outside of|rather than|not yet|" +
		"not in|ignoring|leaving out|leave out|aside from|anything but|all but|bar" +
		"|barring|with the exclusion of|to the exclusion of|never mind|forget about|discounting|discount|disregard|leave aside|minus the|less the|without counting|without looking at|nothing from|nothing of|none of the|not the|no longer counting|other than the", span{kind: kNot}},
	{"left out|excluded|not included|not counted|not considered|omitted|set aside|put aside|left aside|ignored|disregarded|not wanted|do not count", span{kind: kOut}},
	{"minus|save for|with the exception of|except for|not counting|not including|disregarding|skipping|omitting|setting aside|leaving aside|no longer", span{kind: kNot}},
	{"in|of|for|on|at|within|across|among|amongst|from the|inside|throughout|involving|related|belong|belong to|belongs to|belonging to|belonging|at the|over all|" +
		"concerned with|as|those of|those of the|those in|those in the|those from|the ones in|the ones of|the ones from|those for", span{kind: kIn}},
	{"by|per|for each|for every|in each|of each|by each|each|grouped by|group by|broken down by|split by|break down by|breakdown by|" +
		"split up by|according to|in every|per each|depending on|across the|across all|breakdown|breakdown of|counts|counts of|group those by|group them by|group these by|group it by|split them by|split those by|break them down by|break those down by|distribution|distribution of|split|split of|mix|mix of|spread|spread of|with each|in terms of|distributed across|distributed over|distributed among|spread over|spread across|divided into|divided by|based on" +
		"|for each and every|each and every|for every single|for each single|one line per|one row per|a row per|a line per|one line for each|one row for each|a line for each|a row for each|separately for each|individually for each|sorted into|divided over|divided among|divvied up by|shared among|shared between|shared out among|parted by|separated by|differentiated by|segmented by|stratified by|aggregated by|totalled by|summed by|counted by|tallied by|itemised by|listed by|seen by|viewed by|looked at by|cut along|sliced along|along the lines of|going by|by way of" +
		"|distribute|distribute over|distribute across|distributes|distributed|spread out|are split|is split|are distributed|is distributed|break down into|breaks down into|fall into which|divide up|divide up by|sliced by|cut by|carved up by|bucketed by|clustered by|grouped along|organised by|organized by|arranged by|chopped up by|chopped by", span{kind: kBy}},
	{"by year|per year|for each year|for every year|each year|in each year|by each year|every year|year by year|by calendar year|per calendar year|yearly|annually|across the years|over the years|" +
		"by launch year|by end year|by the year", span{kind: kUnit, unit: unitYear}},
	{"by quarter|per quarter|for each quarter|each quarter|in each quarter|every quarter|quarter by quarter|quarterly|by launch quarter|by the quarter|which quarter|what quarter|in which quarter|busiest quarter|busiest launch quarter", span{kind: kUnit, unit: unitQuarter}},
	{"by month|per month|for each month|each month|in each month|every month|month by month|monthly|by launch month|by the month|which month|what month|in which month|busiest month|busiest launch month", span{kind: kUnit, unit: unitMonth}},
	{"although|even though|though|despite|while|and|,|plus|as well as|also|both|but|and also|along with|together with|then|along with the", span{kind: kAnd}},
	{"or|nor|and or|either|or else|as well", span{kind: kOr}},
	{"also the closed and accepted ones|including closed and accepted|including closed and accepted ones|including the closed and accepted ones|closed and accepted included|closed and accepted ones included|not even a closed one|not even closed ones|not even one that is closed|open or not|open and otherwise|including closed|including the closed ones|including closed ones|incl closed|closed included|closed ones included|closed ones too|closed too|closed ones as well|also the closed ones|also closed ones|even closed ones|open and closed|open or closed|closed as well|all|every|at all|whatsoever|any status|all the|all of the|all of" +
		"|irrespective|" + every(ofNoAccount, "status|colour|color|rating|ratings|health|rag|rag status|state"), span{kind: kAll}},
	{every(ofNoAccount, "owner|team|department|stage|phase|date|launch date|severity|likelihood|product line|category|age|progress|size|who owns them|who runs them"), idle()},
	{"not reported|unreported|unknown|blank|empty|unset|undefined|not set|not given|not known|not available|not stated|" +
		"not recorded|not specified|missing|none|null|n a|not there|not filled in" +
		"|" + every("not been|not yet been|never been|not ever been|yet to be|still to be|not yet|nobody has|nobody has yet|nobody has ever|nobody|nobody ever|no one has|no one has yet|no one has ever|no one|no one ever|nobody had|we have not|we have never|we never|they have not|they have never|they never|has never been|have never been|was never|were never|had not been|not properly|not currently|currently not", "reported|given|set|stated|entered|recorded|named|filled in|decided|decided on|agreed|agreed on|assigned|provided|specified|defined|chosen|fixed|estimated|noted|noted down|logged|written|written down|put in|put down|supplied|submitted|documented|declared|confirmed|determined|maintained|kept"), span{kind: kMissing}},

	{"before|earlier than|prior to|ahead of|older than" +
		"|south of|well under|well below|shy of|just short of|less advanced than|not as far as", compares(portfolio.OpUnder)},
	{"after|later than|beyond|past|following|newer than|younger than" +
		"|upwards of|north of|well over|well above|tops|topping|surpass|surpasses|surpassing|exceed|exceeds|beyond the|more advanced than|further along than|higher up than", compares(portfolio.OpOver)},
	{"since|from|on or after|not before|starting from|at the earliest" +
		"|at a minimum|minimum of|min|no fewer|not fewer than|from and including|as from|onwards from|as of and after|on and after|and later|and after|and beyond|or beyond|or after|and older|and longer|and above that|plus or more", compares(portfolio.OpFrom)},
	{"until|till|on or before|no later than|not later than|not after|up to|at the latest|or earlier|or before|or sooner|through|by the end of|to|up until" +
		"|at a maximum|maximum of|max|not exceeding|no greater than|not greater than|not higher than|no higher than|no longer than|not longer than|not later|no later|up to and including|until and including|on and before|and earlier|and before|and lower|and below|and under|and less|and fewer|by no later than|by the latest", compares(portfolio.OpTo)},
	{"over|more than|above|greater than|exceeding|larger than|higher than|bigger than|>|in excess of|better than|further than|past the", compares(portfolio.OpOver)},
	{"under|less than|below|fewer than|lower than|smaller than|<|worse than|not even", compares(portfolio.OpUnder)},
	{"at least|no less than|not less than|a minimum of|>=|no fewer than|or longer|or later|or older|or more|or higher|or above|or over|and above|and up|upwards|not under|not below", compares(portfolio.OpFrom)},
	{"at most|no more than|not more than|a maximum of|<=|or less|or fewer|or lower|or below|or under|not over|not above", compares(portfolio.OpTo)},
	{"exactly|equal to|equals|precisely|just under exactly", compares(portfolio.OpIs)},
	{"between", span{kind: kCompare, op: portfolio.OpFrom, between: true}},

	{"highest number of|largest number of|greatest number of|biggest number of|most|largest|highest|biggest|greatest|top|maximum|best|farthest|furthest|the most|with the most" +
		"|longest list of|the longest list of|longest tail of|longest string of|longest queue of|largest pile of" +
		"|tops the list|heads the list|top of the list|at the top of the list|leads the list|leads the pack|leads the field|number one|by far the most|most of all|the most of all|the most of anyone|more than anyone|more than anyone else|more than anybody else|more than any other|the lion s share of|the bulk of|the biggest pile of|the biggest number of|the biggest share of|busiest|heaviest|most loaded|most overloaded|most stretched|biggest load of|heaviest load of|highest count of|highest amount of|largest amount of|largest count of|greatest amount of|biggest amount of|a record number of", most(true)},
	{"lowest number of|smallest number of|least|smallest|lowest|fewest|bottom|minimum|worst|the least|the fewest|with the fewest" +
		"|shortest list of|the shortest list of" +
		"|fewest of all|the least of all|smallest load of|lightest|lightest load of|lowest count of|lowest amount of|smallest amount of|smallest count of|less than anyone|less than anyone else|fewer than anyone else|fewer than any other|the least number of|least number of|the lowest number of|the smallest number of|minimal number of", most(false)},
	{"earlier|sooner|earliest|soonest|least far away|closest in time|first to|the earliest|nearest|next to", mostOf("", false)},
	{"longest|the longest", mostOf("", false)},
	{"oldest|longest ago|least recent|the oldest", mostOf("", false)},
	{"later|latest|newest|most recent|most recently|last|last to|furthest out|furthest in the future|furthest into the future|farthest in the future|furthest away|farthest away|furthest off|most distant|the latest", mostOf("", true)},
	{"come the furthest|come furthest|came furthest|got the furthest|got furthest|gone furthest|gone the furthest|fastest|fastest progress|further along|farther along|further ahead|further on|further advanced|more advanced|more complete|more progress|closer to done|closer to completion|nearer to completion|furthest ahead|furthest along in progress|furthest ahead in progress|most advanced|furthest along|closest to completion|most complete|nearest to completion|closest to done|closest to 100 percent|closest to 100 %|closest to a hundred percent|nearest to 100 %|nearest to 100 percent|closest to being done|closest to being finished|closest to the finish|closest to the finish line|nearest to done|closest to finishing|closest to finished", mostOf(portfolio.FieldProgress, true)},
	{"slowest|slowest progress|lagging most|lagging the most|less advanced|less complete|less far|further behind|furthest behind in progress|further behind in progress|least progress made|least advanced|least complete|furthest behind|least far along|least far", mostOf(portfolio.FieldProgress, false)},
	{"furthest behind its baseline|furthest behind their baseline|furthest behind baseline|furthest behind the baseline|furthest past its baseline|furthest off its baseline|furthest from its baseline|furthest off baseline|furthest from baseline|most behind baseline|most behind its baseline|worst against baseline|worst against its baseline", mostOf(portfolio.FieldMilestoneSlip, true)},
	{"latest update|latest updates|latest status update|most recent update|newest update|latest report|most recent status update",
		mostOf(portfolio.FieldLastUpdate, true)},
	{"longest without an update|longest without update|least recently updated|not been updated for the longest|not been updated the longest|" +
		"longest since an update|longest since last update", mostOf(portfolio.FieldLastUpdate, false)},
	{"updated more recently|more recently updated|was updated more recently|updated most recently|most recently updated|last updated first|recently updated", mostOf(portfolio.FieldLastUpdate, true)},
	{"worse off|in worse shape|in the worse shape|in worse condition|less healthy|in more trouble|in deeper trouble|more troubled", mostOf(portfolio.FieldReasons, true)},
	{"better off|in better shape|in the better shape|in better condition|healthier|in less trouble", mostOf(portfolio.FieldReasons, false)},
	{"nastiest|scariest|gravest|hairiest|most dangerous|most serious|most severe|most threatening|ugliest|most worrying risk", mostOf(portfolio.FieldRiskScore, true)},
	{"riskiest|most risky|most exposed|most at risk", mostOf(portfolio.FieldOpenRisks, true)},
	{"longest running|running the longest|running longest", mostOf(portfolio.FieldStartDate, false)},
	{"next launch|next launches|next to launch|launches next|launching next|next go live|next go lives|goes live next|go live next|" +
		"launch next|soonest launch|soonest to launch|first to launch|next up|next due|due next|ends next|end next", mostOf(portfolio.FieldLaunchDate, false)},
	{"started first|start first|starts first|began first|begun first|first started|first to start", mostOf(portfolio.FieldStartDate, false)},
	{"started last|start last|starts last|began last|last started|last to start|started most recently", mostOf(portfolio.FieldStartDate, true)},
	{"soonest launch on top|soonest launch first|earliest launch first|next launch first|soonest on top|earliest on top", span{kind: kOrder, field: portfolio.FieldLaunchDate, sorts: true}},
	{"newest launch first|latest launch first|latest launch on top|last launch first", span{kind: kOrder, field: portfolio.FieldLaunchDate, sorts: true, desc: true}},
	{"launches last|launch last|launching last|ends last|end last|ending last|finishes last|finish last|finishing last|goes live last|go live last|going live last|comes last to market|last to market|last to come to market|last to go live|last to launch|latest to market" +
		"|furthest from launching|furthest from launch|furthest from its launch|furthest from going live|farthest from launching|farthest from going live",
		span{kind: kMost, field: portfolio.FieldLaunchDate, event: true, desc: true}},
	{"launches first|launch first|launching first|ends first|end first|finishes first|finish first|goes live first|go live first|first to market|comes first to market|first to come to market|first to go live" +
		"|closest to launching|closest to launch|closest to its launch|closest to the launch|nearest to launch|nearest to launching|nearest to its launch|closest to going live|nearest to going live|closest to go live|closest to market|nearest to market|closest to landing",
		span{kind: kMost, field: portfolio.FieldLaunchDate, event: true}},
	{"next", span{kind: kNextVerb}},

	{"first|1st|first one|former", ordinal(1)},
	{"second|2nd|second one", ordinal(2)},
	{"third|3rd|third one", ordinal(3)},
	{"fourth|4th|fourth one", ordinal(4)},
	{"fifth|5th|fifth one", ordinal(5)},
	{"sixth|6th", ordinal(6)}, {"seventh|7th", ordinal(7)}, {"eighth|8th", ordinal(8)}, {"ninth|9th", ordinal(9)}, {"tenth|10th", ordinal(10)},
	{"last one|final one|very last|the last one", ordinal(-1)},

	{"sort|sorted|order|ordered|rank|ranked|arrange|arranged|sort them|sort those|order them|order those|sorted by|ordered by|sort by|order by|" +
		"rank by|ranked by|rank them|in order of|order of|sort these|sort it", span{kind: kSort}},
	{"ascending|increasing|ascending order|lowest first|smallest first|earliest first|oldest first|asc|soonest first", mostOf(orderOnly, false)},
	{"descending|decreasing|reverse|reversed|descending order|highest first|largest first|latest first|newest first|desc|" +
		"most first", mostOf(orderOnly, true)},

	{"who mentioned|who mentions|who brought up|who brings up|has anyone mentioned|did anyone mention|has anybody mentioned|did anybody mention|is mentioned|are mentioned|was mentioned|mention the word|mentioning the word|search the updates for|search updates for|search all updates for|search in the updates for|look through the updates for|search the status updates for|about|mentioning|mention|mentions|regarding|concerning|related to|relating to|relate to|relates to|pertain to|pertains to|pertaining to|containing|contain|contains|that mention|talking about|" +
		"dealing with|deals with|deal with|handles|has to do with|have to do with|touches on|matching|to do with|on the subject of|on the topic of|refer to|referring to", span{kind: kAbout, field: ""}},
	{"called|named|whose name contains|with a name containing|in whose name|with the name|with name|name contains|names containing|name containing|" +
		"whose name includes|titled|with the word|with the words|names contain|whose names contain|starting with the name", span{kind: kAbout, field: portfolio.FieldName}},

	{"it|its|this program|this programme|this project|that program|that programme|that project|this one|that one|the program|the programme|" +
		"the project|this|that particular one", span{kind: kIt}},
	{"those|them|these|they|the ones|of those|of these|of them|which of those|which of them|which of these|among those|among them|among these|" +
		"from those|those ones|the same|the same ones|of which", span{kind: kThose}},
	{"their", span{kind: kTheir}},
	{"what about|how about|what about the|how about the|what about those|and what about|and how about|and the|now|only|just|and only|now only|and now|narrow to|narrow it to|filter by|" +
		"filter to|limit to|restrict to|same question for|the same question for|same again for|same thing for|ditto for|likewise for|repeat for|repeat that for|same for|the same for|now for|and for|and in|ones", span{kind: kFollow}},

	{"thanks|thank you|thank you very much|many thanks|thanks in advance|thank you in advance|thx in advance|thanks a million|thanks a ton|thanks a bunch|cheers|great thanks|ok thanks", span{kind: kHelp, topic: thanks}},
	{"one pager|1 pager|one page summary|fact sheet|factsheet|summary|summarise|summarize|overview|how are we doing|how is it going|state of the portfolio|portfolio summary|portfolio overview|" +
		"status of the portfolio|portfolio status|how is the portfolio|how is the portfolio doing|dashboard|big picture|" +
		"how healthy is the portfolio|how healthy are we|how healthy|tell the board|what is the situation|situation|state of play|state of affairs|tell my boss|tell my manager|tell the steering committee|give me an overview|sum up|sum it up|brief me|briefing|brief|recap|one paragraph summary|one paragraph|paragraph|in one paragraph|in a paragraph|in a few sentences|in short|quick summary|short summary|executive summary|" +
		"summary of|summarise the|summarize the|sum up where we are|where we are|where we stand|tell me how we are doing|status summary|where do we stand|how does the portfolio look|health of the portfolio|portfolio health", span{kind: kSummary}},
	{"help|what can you do|what can i ask|how does this work|hello|hi|hey|good morning|good afternoon|who are you|what are you|" +
		"what do you know|what do you do|how do i use this|good evening|what questions can i ask", span{kind: kHelp}},
}

// thanks is the topic of words that only say it.
const thanks = "thanks"

// The fields that questions name or answers show and queries do not have.
const (
	fieldDescription portfolio.Field = "description"
	fieldReasons     portfolio.Field = "reasons" // of the assessment
	orderOnly        portfolio.Field = "order"   // a direction without a field: "ascending"
)

// ofNoAccount are the ways of saying that a field is of no account: "irrespective of colour", "whatever their status".
const ofNoAccount = "irrespective of|irrespective of the|irrespective of their|regardless of|regardless of the|regardless of their|independent of|independently of|independent of the|no matter the|no matter what|no matter which|no matter what the|no matter what their|whatever the|whatever their|whatever its|of whatever|of whichever|in whatever|in whichever|in any|of any|never mind the|never mind which"

// every joins each of some beginnings with each of the endings that may follow it; all are parted by "|".
func every(beginnings, endings string) string {
	var out []string
	for beginning := range strings.SplitSeq(beginnings, "|") {
		for ending := range strings.SplitSeq(endings, "|") {
			out = append(out, strings.TrimSpace(beginning+" "+ending))
		}
	}
	return strings.Join(out, "|")
}
