package checking

import (
	"maps"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// meanings is the table of the phrases that answers are made of. It is the vocabulary of CONTEXT.md in the words that
// people and models use for it, not the wording of one engine.
func meanings() []meaning {
	out := slices.Concat(vocabulary(), comparisons(), grammar())
	for _, t := range portfolio.Topics {
		out = append(out, meaning{string(t), entry{sense: senseTopic, topic: t}})
	}
	return out
}

// vocabulary is the words for values, fields and groups.
func vocabulary() []meaning {
	return append(names(), []meaning{
		word("off track|red|offtrack|in the red|rated red", "Off Track", statusFields...),
		word("at risk|amber|yellow", "At Risk", statusFields...),
		word("on track|green|ontrack|on schedule|on course", "On Track", statusFields...),
		word("completed|complete|finished", "Completed", portfolio.FieldStatus, portfolio.FieldStage, portfolio.FieldMilestoneStatus),
		word("discovery", "Discovery", portfolio.FieldStage), word("planning", "Planning", portfolio.FieldStage), word("in progress", "In Progress", portfolio.FieldStage),
		word("launching stage|stage launching", "Launching", portfolio.FieldStage),
		word("high|high severity|high rated", "High", portfolio.FieldRiskSeverity, portfolio.FieldRiskLikelihood), word("medium|medium severity", "Medium", portfolio.FieldRiskSeverity, portfolio.FieldRiskLikelihood), word("low|low severity", "Low", portfolio.FieldRiskSeverity, portfolio.FieldRiskLikelihood),
		word("mitigating|being mitigated", "Mitigating", portfolio.FieldRiskStatus), word("accepted", "Accepted", portfolio.FieldRiskStatus), word("closed", "Closed", portfolio.FieldRiskStatus),
		word("planned", "Planned", portfolio.FieldMilestoneStatus), word("done", "Done", portfolio.FieldMilestoneStatus), word("missed", "Missed", portfolio.FieldMilestoneStatus),
		group("not on track|not green|in trouble|off schedule|troubled|not on schedule", ofPrograms(func(portfolio.Date) facets {
			return facets{portfolio.FieldStatus: among(string(portfolio.AtRisk), string(portfolio.OffTrack))}
		})),
		group("live|active|ongoing|running|still open|uncompleted|outstanding|unfinished|not yet completed|not yet done", func(portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityProgram: live(), portfolio.EntityMilestone: {portfolio.FieldMilestoneCompleted: among("")}, portfolio.EntityRisk: openRisk()}
		}),
		group("open|unresolved", func(portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityRisk: openRisk(), portfolio.EntityMilestone: {portfolio.FieldMilestoneCompleted: among("")}}
		}),
		group("overdue|late|past due|behind schedule|delayed", func(d portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityMilestone: overdue(d), portfolio.EntityProgram: launchPassed(d)}
		}),
		group("past their launch date|past its launch date|past the launch date|past their launch dates|past launch|launch date has passed|launch dates have passed|launch date passed|should have launched|missed their launch date", ofPrograms(launchPassed)),
		group("stale|without an update for more than 30 days , or ever|not updated for more than 30 days|no update for more than 30 days|no update in the last 30 days|gone quiet|without a recent update", ofPrograms(stale)),
		group("later than their baseline|later than its baseline|later than the baseline", func(portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityMilestone: {portfolio.FieldMilestoneSlip: numbers(1, endless)}}
		}),
		group("unmitigated|not mitigated|unaddressed", func(portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityRisk: notReported(portfolio.FieldRiskMitigation)}
		}),
		group("unowned|ownerless|unassigned|nobody owns|no one owns|nobody is accountable", func(portfolio.Date) map[portfolio.Entity]facets {
			return map[portfolio.Entity]facets{portfolio.EntityProgram: notReported(portfolio.FieldOwner), portfolio.EntityRisk: notReported(portfolio.FieldRiskOwner)}
		}),
		group("need attention|needs attention|needing attention|need your attention|require attention|requires attention", ofPrograms(func(portfolio.Date) facets {
			return asked(portfolio.Query{Of: portfolio.EntityProgram, Where: portfolio.NeedsAttention})
		})),
		group("could not be assessed|cannot be assessed|not assessed|unassessed", ofPrograms(func(portfolio.Date) facets {
			return asked(portfolio.Query{Of: portfolio.EntityProgram, Where: portfolio.Unassessed})
		})),
		group("declared better than the facts say|contradicted|contradicted by the facts", ofPrograms(func(portfolio.Date) facets { return asked(contradicted) })),
		group("declared worse than the facts say|assessed better than declared", ofPrograms(func(portfolio.Date) facets { return asked(understated) })),
		group("whose declared and assessed health differ|declared and assessed differently", ofPrograms(func(portfolio.Date) facets { return asked(differing()) })),
		group("never updated|were never updated|no update at all|never been updated", ofPrograms(func(portfolio.Date) facets { return notReported(portfolio.FieldLastUpdate) })),
	}...)
}

// comparisons is the phrases that compare two fields of a record: "with completion date after the due date".
func comparisons() []meaning {
	names := map[portfolio.Field]string{
		portfolio.FieldStartDate: "start date", portfolio.FieldLaunchDate: "launch date", portfolio.FieldLastUpdate: "last update", portfolio.FieldMilestoneDue: "due date",
		portfolio.FieldMilestoneBaseline: "baseline date", portfolio.FieldMilestoneCompleted: "completion date", portfolio.FieldRiskReview: "review date", portfolio.FieldRiskRecorded: "date recorded",
		portfolio.FieldProgress: "progress", portfolio.FieldElapsed: "time elapsed",
	}
	words := map[portfolio.Kind]map[portfolio.Op]string{
		portfolio.KindDate: {
			portfolio.OpUnder: "before", portfolio.OpOver: "after", portfolio.OpFrom: "on or after", portfolio.OpTo: "on or before", portfolio.OpIs: "on", portfolio.OpIsNot: "not on",
		},
		portfolio.KindNumber: {
			portfolio.OpUnder: "below", portfolio.OpOver: "above", portfolio.OpFrom: "at least", portfolio.OpTo: "at most", portfolio.OpIs: "equal to", portfolio.OpIsNot: "other than",
		},
	}
	var out []meaning
	for _, f := range slices.Sorted(maps.Keys(names)) {
		for _, than := range slices.Sorted(maps.Keys(names)) {
			info, _ := f.Info()
			other, _ := than.Info()
			if f == than || info.Kind != other.Kind || info.Of != other.Of && other.Of != portfolio.EntityProgram {
				continue
			}
			for op, word := range words[info.Kind] {
				def := map[portfolio.Entity]facets{info.Of: asked(portfolio.Query{Of: info.Of, Where: []portfolio.Condition{{Field: f, Op: op, Than: than}}})}
				out = append(out, group("with "+names[f]+" "+word+" the "+names[than], func(portfolio.Date) map[portfolio.Entity]facets { return def }))
			}
		}
	}
	return out
}

// names is the words that name fields.
func names() []meaning {
	return []meaning{
		cue("launch|launches|launched|launching|goes live|go live|going live|went live|going out|release|releases|ships|ship|shipping|launch date|launch dates|go live date|planned launch|target launch|set to launch", portfolio.FieldLaunchDate),
		cue("start|starts|started|start date|began|begins|kicked off|kicks off|under way since", portfolio.FieldStartDate),
		cue("update|updates|updated|last update|last updated|latest update|last heard|last reported|status update|status updates", portfolio.FieldLastUpdate, fieldUpdateDate, fieldUpdateText),
		cue("due|due date|deadline|due dates|falls due|fall due|due by|target date", portfolio.FieldMilestoneDue),
		cue("baseline|baseline date|originally|originally due|first planned|original date", portfolio.FieldMilestoneBaseline),
		cue("completion date|completion dates|completed on|done on|finished on|completed date|date completed|was completed", portfolio.FieldMilestoneCompleted),
		cue("recorded|date recorded|recording date|raised on|recorded on", portfolio.FieldRiskRecorded),
		cue("review|reviewed|review date|next review", portfolio.FieldRiskReview),
		cue("score|scores|risk score|risk scores", portfolio.FieldRiskScore), cue("slip|slips", portfolio.FieldMilestoneSlip),
		cue("next milestone", portfolio.FieldNextMilestone),
		cue("progress|percent complete|reported progress", portfolio.FieldProgress),
		cue("owner|owned by|owns|own|owned|led by|leads|lead|run by|runs|accountable|responsible|ownership|program owner|answers for|manages|managed by|belongs to|belong to|owning", portfolio.FieldOwner, portfolio.FieldRiskOwner),
		cue("team", portfolio.FieldTeam), cue("product line", portfolio.FieldProductLine), cue("objective|strategic objective|serving|serve|serves|objectives", portfolio.FieldObjective),
		cue("stage|pipeline stage", portfolio.FieldStage), cue("status|health|declared status", portfolio.FieldStatus), cue("severity", portfolio.FieldRiskSeverity), cue("likelihood", portfolio.FieldRiskLikelihood),
		cue("mitigation|mitigations|mitigation plan", portfolio.FieldRiskMitigation), cue("reasons|reason", portfolio.FieldReasons),
		cue("assessed health", portfolio.FieldAssessed), cue("author", fieldUpdateAuthor),
	}
}

// contradicted are the programs of which the facts say worse than is declared, understated those of which they say better.
var (
	contradicted = between(portfolio.OnTrack, portfolio.OffTrack)
	understated  = between(portfolio.OffTrack, portfolio.OnTrack)
)

// between are the programs that are declared nearer to one end and assessed nearer to the other: At Risk is between them.
func between(declared, assessed portfolio.Status) portfolio.Query {
	towards := map[portfolio.Status][]string{
		portfolio.OnTrack:  {string(portfolio.OnTrack), string(portfolio.AtRisk)},
		portfolio.OffTrack: {string(portfolio.AtRisk), string(portfolio.OffTrack)},
	}
	return portfolio.Query{
		Of: portfolio.EntityProgram,
		Where: []portfolio.Condition{
			{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: towards[declared]},
			{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: towards[assessed]},
		},
		AnyOf: [][]portfolio.Condition{{
			{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(declared)}},
			{Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: []string{string(assessed)}},
		}},
	}
}

// differing are the programs that are assessed otherwise than they are declared.
func differing() portfolio.Query {
	var all []string
	q := portfolio.Query{Of: portfolio.EntityProgram}
	for _, s := range portfolio.AssessedStatuses {
		v := []string{string(s)}
		all = append(all, v...)
		q.AnyOf = append(q.AnyOf, []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIsNot, Values: v}, {Field: portfolio.FieldAssessed, Op: portfolio.OpIsNot, Values: v}})
	}
	q.Where = []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: all}, {Field: portfolio.FieldAssessed, Op: portfolio.OpIs, Values: all}}
	return q
}

// grammar is the words that join, deny, compare and count.
func grammar() []meaning {
	noun := func(phrases string, e portfolio.Entity) meaning {
		return meaning{phrases, entry{sense: senseNoun, entity: e}}
	}
	distinct := func(phrases string, f portfolio.Field) meaning {
		return meaning{phrases, entry{sense: senseDistinct, fields: []portfolio.Field{f}}}
	}
	compare := func(phrases string, op portfolio.Op) meaning {
		return meaning{phrases, entry{sense: senseCompare, op: op}}
	}
	join := func(phrases string, rank int) meaning { return meaning{phrases, entry{sense: senseJoin, rank: rank}} }
	unit := func(phrases string, m measure) meaning { return meaning{phrases, entry{sense: senseUnit, unit: m}} }
	out := []meaning{
		noun("program|programs|programme|programmes|project|projects|initiative|initiatives", portfolio.EntityProgram),
		noun("risk|risks", portfolio.EntityRisk), noun("milestone|milestones", portfolio.EntityMilestone),
		distinct("owners|program owners|people", portfolio.FieldOwner), distinct("teams", portfolio.FieldTeam), distinct("product lines", portfolio.FieldProductLine),
		distinct("stages|pipeline stages", portfolio.FieldStage), distinct("statuses", portfolio.FieldStatus), distinct("assessed healths|assessments", portfolio.FieldAssessed), distinct("severities", portfolio.FieldRiskSeverity),
		distinct("likelihoods", portfolio.FieldRiskLikelihood), distinct("strategic objectives", portfolio.FieldObjective),
		simple(senseNot, "not|n't|never|cannot|other than|except|excluding|outside|apart from|besides|non|none of|isn't|aren't"), simple(senseNeither, "neither"),
		simple(senseLack, "without|lack|lacks|lacking|missing|no|have no|has no|having no|with no|do not have|does not have|do n't have|without any|not have"),
		simple(senseUnsaid, "not reported|unreported|is not known|not set|unknown|not recorded|blank"),
		simple(senseWith, "with|have|has|having|carry|carries|carrying|face|faces|facing"),
		compare("over|more than|above|greater than|beyond", portfolio.OpOver), compare("under|less than|fewer than|below", portfolio.OpUnder),
		compare("at least|or more|no less than|minimum of", portfolio.OpFrom), compare("at most|up to|no more than|until|by|on or before|through", portfolio.OpTo),
		compare("before|earlier than|ahead of", portfolio.OpUnder), compare("after|later than", portfolio.OpOver), compare("since|from|on or after|starting", portfolio.OpFrom),
		compare("between", portfolio.OpFrom),
		simple(senseAssessed, "assessed|assessed as|assessed health|the facts say|facts say|the facts|facts|really|assessment|rates it|assess"),
		simple(senseDeclared, "declared|declared as|reported as|declares|is declared"),
		simple(senseVerb, "is|are|was|were|sit|sits|remain|remains|stand|stands|be|been"),
		join(",", 1), join("and|&|plus", 2), join("while|whereas|but|though|although|yet", 4), join("/|—|–|·", 1), join("as well as|alongside", 2), join(";", 5),
		simple(sensePronoun, "it|its|this program|the program|this programme|the programme|this one|this project|the project|this risk|this milestone|the milestone|the risk|which"),
		simple(senseWhole, "in total|in all|overall|altogether|whole portfolio|entire portfolio|in the portfolio|portfolio holds|portfolio has|portfolio contains|all told"),
		simple(senseAverage, "average|mean|averages|on average|averaging"), simple(senseSum, "total of|together|combined|sum|jointly|between them"),
		simple(senseOther, "other|others|another|further"), simple(senseMore, "more|are not shown|not shown|not listed"),
		simple(senseChanged, "changed|changes"), simple(senseRespectively, "respectively|in that order"),
		simple(senseTop, "top|first|gravest|shown|listed|showing|following|side by side|most|fewest|highest|lowest|earliest|latest|oldest|furthest|worst|least grave|alphabetically first|alphabetically last"),
		unit("%|percent|per cent|pct", percent), unit("day|days|calendar days", inDays), unit("week|weeks", inWeeks), unit("month|months", inMonths), unit("points|percentage points", points),
		{"next|within the next|coming|within|over the next|in the next|during the next", entry{sense: senseWindow, op: portfolio.OpTo}},
		{"last|past|in the last|over the last|during the last", entry{sense: senseWindow, op: portfolio.OpFrom}},
		simple(senseFiller, fillers),
	}
	singulars := map[portfolio.Topic]string{
		portfolio.TopicNewPrograms: "new program", portfolio.TopicGonePrograms: "deleted program", portfolio.TopicStatus: "status change|changes of status|changed status",
		portfolio.TopicLaunch: "launch move|launch date moves|launches moved|launch date changes|moved launches", portfolio.TopicProgress: "progress change", portfolio.TopicOwner: "owner change|changes of owner", portfolio.TopicStage: "stage change",
		portfolio.TopicCompleted: "completed milestone|milestones completed|milestones were completed", portfolio.TopicMilestone: "milestone move|milestones moved", portfolio.TopicNewRisks: "new risk|risks raised|risks were raised|risks opened",
		portfolio.TopicSeverity: "severity change", portfolio.TopicNewMilestones: "new milestone", portfolio.TopicClosedRisks: "closed risk|risks closed|risks were closed",
		portfolio.TopicUpdates: "update posted|posted updates|status updates", portfolio.TopicOther: "other change",
	}
	for t, phrases := range singulars {
		out = append(out, meaning{phrases, entry{sense: senseTopic, topic: t}})
	}
	return out
}

// fillers are words that often begin a sentence or carry a capital and are no names.
var fillers = strings.Join([]string{
	"complete the|the|a|an|this|that|these|those|there|here|each|every|all|both|some|any|many|most|few|several|none|nobody|everyone|everything|nothing",
	"he|she|they|we|you|i|his|her|their|our|your|my|them|us|one|ones|who|whose|what|when|where|why|how",
	"in|on|at|of|for|to|as|if|or|nor|so|also|only|just|then|thus|hence|still|now|today|currently|overall|finally|meanwhile|however|note|see",
	"january|february|march|april|may|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday",
	"yes|ok|summary|overview|report|portfolio|field|record|before|value|name|answer|question|according|based|compared|looking|across|against|among|despite|because|due to|per|count|number|total",
}, "|")
