package analyst

// outlook is what a word asks about the time ahead, or about what programs wait for. The zero value is nothing.
type outlook int

// The outlooks.
const (
	aheadForecast outlook = iota + 1 // "forecast": when a launch will land
	aheadP50
	aheadP80
	aheadOdds    // "how likely", "on time"
	aheadWhatIf  // "what if"
	aheadEffect  // "affects", "pushes": of what may happen
	aheadRoom    // "how much can it slip", "without pushing"
	aheadWaits   // "depends on": the subject waits for the object
	aheadHolds   // "blocks": the object waits for the subject
	aheadNeeds   // "prerequisites of": what is waited for
	aheadWaiters // "dependents of": what waits
	aheadLinks   // "dependencies"
	aheadBroken  // "violated"
)

// looks makes the meaning of words for an outlook.
func looks(o outlook) span { return span{kind: kOutlook, outlook: o} }

// onlyTwo tells people which percentiles there are.
const onlyTwo = "I give the P50 and the P80 only."

// outlookWords is the vocabulary of forecasts, what-ifs and dependencies.
var outlookWords = []entry{
	{"forecast|forecasts|forecasted|forecast for|predict|predicts|predicted|prediction|predictions|projection|projected|realistic|realistically|realistic launch date|" +
		"realistic date|realistic launch|likely launch date|likely launch|likely date|most likely|most likely date|most likely launch date|probable launch date|real launch date|" +
		"true launch date|best guess|best estimate|estimate|estimated|likely to land|for real|in reality|true launch|real launch|outlook|outlook for", looks(aheadForecast)},
	{"p50|p 50|median launch date|median date|50th percentile|50 percent date|even odds", looks(aheadP50)},
	{"p80|p 80|80th percentile|80 % confidence|80 percent confidence|80 % sure|80 percent sure|80 % certain|80 percent certain|fairly certain|fairly sure|reasonably sure|reasonably certain|pretty sure|pretty certain|almost certain|almost certainly|quite sure|quite certain|safely|80 percent date|a safe date|safe date", looks(aheadP80)},
	{"p10|p20|p25|p70|p75|p85|p90|p95|p99|90th percentile|95th percentile", span{kind: kOutlook, outlook: aheadForecast, note: onlyTwo}},
	{"how likely|how likely is|how likely is it|how likely is it that|how probable|how probable is|how probable is it|how probable is it that|what are the odds|what are the chances|what are the odds that|the odds|odds|" +
		"how sure are we about|how certain are we about|how confident are we about|how confident are we in|how sure can we be about|chance|chances|what is the chance|what is the chance that|how confident|how confident are we|how confident can we be|how sure|how sure are we|how certain|confidence|on time|in time|likely to|likely that|make it|" +
		"makes its date|holds its date|keeps its date|keeps its launch date|makes its launch date|meets its launch date|meets its date|hits its date|hits its launch date|meets its deadline|hits its deadline|make its date|hold its date|keep its date|keep its launch date|make its launch date|meet its launch date|meet its date|hit its date|hit its launch date|hit the date|meet its deadline|" +
		"hit its deadline|meet the deadline|punctual|punctually", looks(aheadOdds)},

	{"what if|what happens|what happens if|what happens when|what would happen if|what will happen if|what would happen|suppose|supposing|suppose that|let us say|let us assume|say that|assume|assuming|assume that|imagine|" +
		"if ever|knock on|knock on effect|knock on effects|domino effect|ripple effect|ripple effects|consequence|consequences|implication|implications" +
		"|fallout|the fallout|repercussion|repercussions|ramification|ramifications|knock ons|knockons|domino|chain reaction|side effect|side effects|collateral damage|what would it mean if|what does it mean if|what would that mean|what would it do to|what does it do to|what if we|what would be the effect if|what would be the impact if|what would be the consequence if", looks(aheadWhatIf)},
	{"impact|impacts|impacted|effect|effects|affect|affects|affected|else|what else|anything else|other|others|everything else|the rest|has to move|have to move|must move|needs to move|" +
		"need to move|wait|afford to wait|that hit|it hit|this hit|that hits|it hits|would hit|will hit|hurts|hurt|that hurt|touch|touches|that touch|pushed|pushes|pushing|get pushed|gets pushed|are pushed|is pushed|be pushed|breaks|another|moves|suffer|suffers|ripple|ripples|ripple through|hit by|be hit|be hit by|are hit|is hit|gets hit|get hit|whos hit|who is hit|who is hurt|what is hit|who suffers|elsewhere|delaying|postponing|moving|slid|slide|slides|sliding" +
		"|knocked|knocked on|knocked back|get knocked|gets knocked|bumped|get bumped|gets bumped|shunted|dominoes|get dragged|gets dragged|be dragged|get delayed|gets delayed|be delayed|get late|get squeezed|gets squeezed", looks(aheadEffect)},
	{"how much can|how far can|how long can|how much could|how far could|how long could|slack|how much slack|how much float|how much room|how much buffer|without pushing|without affecting|without moving|without breaking|without delaying|" +
		"before it pushes|before it affects|before it breaks|before anything moves|before others move|before something moves", looks(aheadRoom)},

	{"depend on|depends on|depended on|dependent on|depend upon|depends upon|dependent upon|wait for|waits for|waiting for|waiting on|wait on|waits on|rely on|relies on|relying on|" +
		"blocked by|being blocked by|held up by|being held up by|held back by|blocked on|gated by|stuck behind|stuck on|have to wait for|has to wait for|must wait for|needs to wait for|need to wait for|" +
		"cannot launch before|cannot launch until|cannot go live before|cannot go live until|launch only after|launches only after" +
		"|await|awaits|awaiting|hinge on|hinges on|hinging on|contingent on|conditional on|conditional upon|subject to|presuppose|presupposes|reliant on|chained to|coupled to|sitting behind|queueing behind|queuing behind|lined up behind|cannot start before|cannot start until|cannot proceed until|cannot finish before|cannot finish until", looks(aheadWaits)},
	{"blocks|block|holds up|hold up|hold back|holds back|gates|gating|stand in the way of|stands in the way of|must launch before|has to launch before|have to launch before|needs to launch before|" +
		"must go live before|have to go live before|has to go live before", looks(aheadHolds)},
	{"prerequisite|prerequisites|predecessor|predecessors|upstream|upstream of|preconditions|precondition", looks(aheadNeeds)},
	{"dependents|dependent|dependent programs|successor|successors|downstream|downstream of", looks(aheadWaiters)},
	{"dependency|dependencies|interdependency|interdependencies|dependency list|list of dependencies", looks(aheadLinks)},
	{"broken|violated|violation|violations|violate|violates|conflict|conflicts|conflicting|in conflict|inconsistent|out of order|too early|impossible|" +
		"launch before what they wait for|launches before what it waits for|planned before what they wait for|launch before those they wait for|launch before the ones they wait for|" +
		"launch before the program they wait for|launch before the programs they wait for|launching before what they wait for", looks(aheadBroken)},
}
