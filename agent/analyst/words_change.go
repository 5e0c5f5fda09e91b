package analyst

import (
	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// change is what a word for something that happened asks for.
type change struct {
	topics []portfolio.Topic // empty: whatever happened
	trend  tools.Trend
	back   bool // asks how things were, not what happened since
	came   bool // records that came to be: those of the kind that is named
	turns  bool // only with a status behind it: "turned red"
	last   bool // counts from the last report, which nobody recorded
}

// looksBack is the meaning of words that ask how things were.
var looksBack = span{kind: kPast, past: change{back: true}}

// happened makes the meaning of words for changes of some topics.
func happened(topics ...portfolio.Topic) span { return span{kind: kPast, past: change{topics: topics}} }

// turned makes the meaning of words for changes in one direction.
func turned(trend tools.Trend, topics ...portfolio.Topic) span {
	return span{kind: kPast, past: change{topics: topics, trend: trend}}
}

// changeWords are the words for what happened.
var changeWords = []entry{
	{"changed|changes|what changed|has changed|have changed|difference|differences|what is new|what is different|any news|news from|news about|news of|any news from|any news about|any news of|" +
		"happened|has happened|what happened|what has happened|movement|movements|moved|shifted|developments|did i miss|have i missed|i missed|anything new|something new|new", happened()},
	{"since the last report|since last report|since the last update|since last update|since our last report|since my last report|since last time|" +
		"since the last time|since i last looked|since my last visit|since the last meeting|since our last meeting|since the last review|" +
		"since the last steering|since the previous report|since we last met|since we last spoke|since i was last here|since the last steering committee",
		span{kind: kPast, past: change{last: true}}},
	{"status change|status changes|changes of status|changes in status|change of status|change in status|changed status|changed their status|" +
		"changed its status", happened(portfolio.TopicStatus)},
	{"go from|goes from|going from|gone from|went from|turned from|entered|advanced to|passed to|passed into|passed on to|graduated to|progressed to|moved into|went into|moved on to|turned|went|became|switched to|moved to|gone|become|flipped to|flipped|turn|turns|did it turn", span{kind: kPast, past: change{topics: []portfolio.Topic{portfolio.TopicStatus}, turns: true}}},
	{"went wrong|gone wrong|went badly|get worse|gets worse|getting worse|worsen|worsens|deteriorate|deteriorates|got worse|worsened|deteriorated|gone worse|become worse|declined|downgraded|worse", turned(tools.TrendWorse, portfolio.TopicStatus)},
	{"get better|gets better|getting better|improve|improves|improving|recover|recovers|recovering|got better|improved|recovered|upgraded|become better|gone better", turned(tools.TrendBetter, portfolio.TopicStatus)},
	{"due later than their baseline|due later than its baseline|due later than the baseline|due after their baseline|due after the baseline|due after its baseline|moved against baseline|moved against their baseline|moved against its baseline|moved against the baseline|moved from their baseline|moved from its baseline|moved from baseline|moved from the baseline|off baseline|off their baseline|off its baseline|missed their baseline|missed its baseline|missed baseline|behind baseline|behind their baseline|later than baseline|later than their baseline|later than planned|past baseline|past their baseline|beyond baseline|beyond their baseline|slipped|slip|slips|slippage|launch slips|have slipped|moved out|moved back|pushed back|were postponed|was postponed|been postponed|got postponed|" +
		"postponed|were delayed|was delayed|been pushed back|slipping|launch slippage", turned(tools.TrendWorse, portfolio.TopicLaunch)},
	{"pulled in|moved earlier|brought forward|been brought forward|accelerated", turned(tools.TrendBetter, portfolio.TopicLaunch)},
	{"launch moves|launch changes|moved launches|launch date changes|changes of launch date|changed launch dates|changed launch date|moved launch dates|launches moved", happened(portfolio.TopicLaunch)},
	{"new program|new programs|new programme|new programmes|new project|new projects|programs added|added programs|programs were added|programs were created|" +
		"joined the portfolio|joined|newly added|projects added|programmes added|entered the portfolio|added to the portfolio", happened(portfolio.TopicNewPrograms)},
	{"programs were deleted|deleted programs|were deleted|left the portfolio", happened(portfolio.TopicGonePrograms)},
	{"new milestone|new milestones|milestones added|milestones were added", happened(portfolio.TopicNewMilestones)},
	{"new risk|new risks|risks added|risks raised|risks opened|newly raised|risks were raised|risks were added|raised risks|risks were opened|risks came up|" +
		"risks have come up|risks have been added|risks have been raised", happened(portfolio.TopicNewRisks)},
	{"were raised|was raised|raised|were added|was added|added|have been raised|have been added|has been added|were created|was created|have been created|created|" +
		"were opened|came in|came up|have come up|have appeared|appeared" +
		"|did somebody raise|did someone raise|did we raise|did anyone raise|did anybody raise|did they raise|have we raised|somebody raised|someone raised|we raised|did we add|did somebody add|did someone add|did we log|did somebody log|did someone log|did we record|did we open|did somebody open|have we added|have we logged|have we opened|was logged|were logged|have been logged|was recorded|were recorded|were entered|was entered|came to light|come to light|cropped up|surfaced|emerged|arose|have arisen|has arisen|have emerged|has emerged|have surfaced|has surfaced", span{kind: kPast, past: change{came: true}}},
	{"lately|recently|of late|in recent days|these days", happened()},
	{"did we finish|did we complete|did we achieve|did we deliver|got done|did we get done", happened(portfolio.TopicCompleted)},
	{"did we close|have we closed|we closed|got closed|risks did we close|risk closures|closures", happened(portfolio.TopicClosedRisks)},
	{"updates posted|posted updates|updates were posted|were posted|posted|status updates posted|new updates|new status updates|updates came in", happened(portfolio.TopicUpdates)},
	{"owner changes|changes of owner|changed owner|changed owners|changed hands|new owners|new owner", happened(portfolio.TopicOwner)},
	{"stage changes|changed stage|moved stage|changed stages", happened(portfolio.TopicStage)},
	{"progress changes|progress made|made progress", happened(portfolio.TopicProgress)},
	{"milestone moves|milestone slips|milestone slippage", happened(portfolio.TopicMilestone)},
}

// alertWords ask what to look at first.
var alertWords = []entry{
	{"problems|the problems|troubles|worries|what worries|worries you|worries you most|worries me|worries us|worries us most|worry you|pain points|headaches|sore spots|bottlenecks|needs attention|need attention|needs my attention|need my attention|needs our attention|need our attention|attention|requires attention|require attention|requires my attention|" +
		"should i worry|should i worry about|should i worry about most|should i worry about first|should we worry about|worry about|worry about most|worry most about|worry most|be worried about|worried about|look first|look at first|look into first|focus on|focus first|" +
		"focus on first|my focus|on my radar|radar|step in|intervene|help first|needs help|need help|most urgent|urgent|urgently|worrying|concerning me|concerned about|concerns me|concerns|" +
		"biggest problems|biggest problem|biggest concerns|top concerns|trouble spots|hot spots|hotspots|problem programs|problem children|worst program|worst programme|worst project|worst programs|worst programmes|flag|flags|got flagged|get flagged|raise a flag|raises a flag|red flags|red flag|warning signs|warning sign|doing worst|doing the worst|performing worst|performs worst|worst performing|worst off|in the worst shape|most troubled|most problematic|" +
		"fires|on fire|burning|fire|hurting|hurt most|keeps me awake|keep me awake|keep me up at night|watch list|watchlist|act on|acted on|action first|look at today|deal with first|tackle first|escalation|escalations", span{kind: kAlert}},
}
