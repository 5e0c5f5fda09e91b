package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// usualDays is how far a question for changes looks back where it does not say.
const usualDays = 7

// sinceReport says why the usual period was taken.
const sinceReport = "I cannot know when you last looked, so I took the last 7 days."

// fieldTopics are the changes that the name of a field asks for.
var fieldTopics = map[portfolio.Field][]portfolio.Topic{
	portfolio.FieldStatus: {portfolio.TopicStatus}, portfolio.FieldLaunchDate: {portfolio.TopicLaunch}, portfolio.FieldProgress: {portfolio.TopicProgress},
	portfolio.FieldOwner: {portfolio.TopicOwner}, portfolio.FieldStage: {portfolio.TopicStage}, portfolio.FieldLastUpdate: {portfolio.TopicUpdates},
	portfolio.FieldMilestoneDue: {portfolio.TopicMilestone},
}

// nounTopics are the changes that the name of a kind of record asks for.
var nounTopics = map[portfolio.Entity][]portfolio.Topic{
	ofRisk: {portfolio.TopicNewRisks, portfolio.TopicClosedRisks, portfolio.TopicSeverity}, ofMilestone: {portfolio.TopicCompleted, portfolio.TopicMilestone, portfolio.TopicNewMilestones},
}

// arrivals are the topics of records that came to be; programs where no other kind is named.
var arrivals = map[portfolio.Entity][]portfolio.Topic{
	ofRisk: {portfolio.TopicNewRisks}, ofMilestone: {portfolio.TopicNewMilestones}, "": {portfolio.TopicNewPrograms},
}

// trends are the topics in which records other than programs get better or worse.
var trends = map[portfolio.Entity]portfolio.Topic{ofMilestone: portfolio.TopicMilestone, ofRisk: portfolio.TopicSeverity}

// adjectiveTopics narrow the changes of a kind of record.
var adjectiveTopics = map[portfolio.Entity]map[string]portfolio.Topic{
	ofRisk:      {"Closed": portfolio.TopicClosedRisks, "open": portfolio.TopicNewRisks},
	ofMilestone: {"Completed": portfolio.TopicCompleted, "Done": portfolio.TopicCompleted},
}

// changes settles a question for what changed. It reports false where none is asked.
func (r *reading) changes() bool {
	r.relateSlips()
	if !r.asksChanges() {
		return false
	}
	in := &r.intent
	again := r.before.act == actChanges && (!r.has(kPast) || r.begins())
	in.act, in.period, in.counts = actChanges, tools.Period{}, r.has(kCount)
	in.inverted = r.unchanged()
	if r.slipped() {
		return true
	}
	if again {
		in.period = r.before.period
	}
	in.moved = r.moveTest()
	r.topics(again, r.changePeriod(again))
	r.goesOn = r.has(kThose) && r.before.query.Of != ""
	ranks := func(s span) bool { return s.kind == kMost || s.kind == kOrder }
	if slices.ContainsFunc(r.spans, ranks) { // "the biggest launch slip"
		if slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kOrder && s.field == portfolio.FieldLaunchDate }) {
			in.period.Only = []portfolio.Topic{portfolio.TopicLaunch}
		}
		in.ranked = true
		r.spans = slices.DeleteFunc(slices.Clone(r.spans), ranks)
	}
	r.collect()
	if again && len(in.query.Where)+len(in.query.AnyOf)+len(in.query.Related) == 0 {
		in.query = r.before.period.Programs
	}
	in.query.Sort, in.query.Today = nil, r.today
	r.ofPrograms()
	in.period.Programs = in.query
	in.left = r.leftovers()
	if !again && in.vague == "" && !in.inverted && slices.Equal(in.period.Only, []portfolio.Topic{portfolio.TopicCompleted}) {
		r.completedIn()
	}
	return true
}

// ofPrograms keeps the conditions on programs, which changes are picked by. What was said of risks and milestones besides is
// given back as not understood.
func (r *reading) ofPrograms() {
	q := &r.intent.query
	kept := slices.DeleteFunc(slices.Clone(q.Where), func(c portfolio.Condition) bool { return !onProgram(c) })
	if len(kept) == len(q.Where) {
		return
	}
	q.Where, q.Of = kept, ofProgram
	for _, s := range r.spans {
		if s.kind == kAdj && len(s.adj.of[ofProgram].lists()) == 0 {
			delete(r.used, s.from)
		}
	}
}

// completedIn makes a question for milestones that were completed in a period one for their completed dates, which are known
// also where somebody wrote them down later.
func (r *reading) completedIn() {
	in := &r.intent
	if in.act = actList; in.counts {
		in.act = actCount
	}
	p := period{from: in.period.Since, to: in.period.Until}
	if r.names(ofProgram) && !r.names(ofMilestone) {
		in.query.Of = ofProgram
		in.query.Where = append(append(in.query.Where, completed), days(portfolio.FieldLaunchDate, p).all...)
		return
	}
	in.query.Of = ofMilestone
	in.query.Where = append(in.query.Where, days(portfolio.FieldMilestoneCompleted, p).all...)
}

// settlePast makes plain which words speak of changes: "change" within a question is no wish, and "turned" is only a
// change where a status stands behind it.
func (r *reading) settlePast() {
	for i, s := range r.spans {
		if s.kind == kPast && strings.HasPrefix(strings.ToLower(s.text), "difference") && len(r.intent.ids) > 1 { // between two programs
			r.spans[i].kind = kVersus
		}
		if s.kind == kField && s.field == portfolio.FieldLastUpdate && strings.HasSuffix(strings.ToLower(s.text), "updates") && r.has(kCount) {
			r.spans[i] = span{kind: kPast, from: s.from, to: s.to, text: s.text, past: change{topics: []portfolio.Topic{portfolio.TopicUpdates}}}
		}
		move, moves := moveWords[strings.ToLower(s.text)]
		if s.kind == kWrite && (strings.EqualFold(s.text, "change") || i > 0 && moves) {
			r.spans[i] = span{kind: kPast, from: s.from, to: s.to, text: s.text, past: move}
		}
	}
	if !slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kAdj && s.adj.isStatus() }) {
		r.spans = slices.DeleteFunc(r.spans, func(s span) bool { return s.past.turns })
	}
}

// moveWords are the words for a move that within a question tell of one that happened.
var moveWords = map[string]change{
	"move": {}, "shift": {}, "delay": {topics: []portfolio.Topic{portfolio.TopicLaunch}, trend: tools.TrendWorse},
	"postpone": {topics: []portfolio.Topic{portfolio.TopicLaunch}, trend: tools.TrendWorse},
}

// asksChanges reports whether a question asks what changed: it says so, it compares with a time, or it goes on from an
// answer about changes.
func (r *reading) asksChanges() bool {
	r.settlePast()
	switch {
	case r.has(kPast):
		return !(len(r.intent.ids) == 1 && (r.has(kWhen) || r.has(kWhy))) // "when did it turn red" asks for the update that said so
	case len(r.spans) == 0:
		return false
	case r.before.act == actChanges && r.begins():
		return !r.has(kWhich) && !r.has(kCount) && !r.has(kWho) && !r.has(kThose)
	}
	return r.looksBack() && r.asksPastField()
}

// looksBack reports whether a period is named that began before today.
func (r *reading) looksBack() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kPeriod && s.period.from != "" && r.backward(s.period).from < r.today
	})
}

// asksPastField reports whether what a question says beside a time of the past asks for changes: a field that they are
// recorded of, risks that were closed, or a comparison.
func (r *reading) asksPastField() bool {
	logged := func(s span) bool { return s.kind == kField && !s.event && len(fieldTopics[s.field]) > 0 }
	if len(r.intent.ids) == 1 && !r.has(kWhen) && slices.ContainsFunc(r.spans, func(s span) bool { return logged(s) && s.field != portfolio.FieldLaunchDate }) {
		return true // "progress of Atlas over the last months"
	}
	if r.says("did") && slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kField && !s.event && (s.field == portfolio.FieldProgress || s.field == portfolio.FieldStage)
	}) {
		return true // "what progress did they make in January"
	}
	closed := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kAdj && s.adj.label == "Closed" })
	return closed && r.names(ofRisk) || r.has(kVersus)
}

// unchanged reports whether a question asks for what did not change, and takes the "not" out of it.
func (r *reading) unchanged() bool {
	i := r.first(kPast)
	if i < 1 || r.spans[i-1].kind != kNot && r.spans[i-1].kind != kNo {
		return false
	}
	r.spans = slices.Delete(slices.Clone(r.spans), i-1, i)
	return true
}

// slipped settles a question for milestones that slipped: without a time it is about their baseline, which needs no log.
func (r *reading) slipped() bool {
	i := r.first(kPast)
	timed := slices.ContainsFunc(r.spans, func(s span) bool { return s.period != (period{}) && s.kind != kSpan })
	if i < 0 || timed || !r.names(ofMilestone) || r.spans[i].past.trend != tools.TrendWorse && !r.has(kSpan) && !slices.Contains(r.spans[i].past.topics, portfolio.TopicMilestone) {
		return false
	}
	most := r.has(kMost)
	by := r.slipTest()
	r.intent.act, r.intent.average = actSlips, r.has(kAverage)
	r.spans = slices.DeleteFunc(slices.Clone(r.spans), func(s span) bool { return s.kind == kPast || s.kind == kMost })
	r.collect()
	add(&r.intent.query, by)
	if most && r.intent.limit == 0 {
		if r.intent.limit = 1; r.manyMilestones() {
			r.intent.limit = few
		}
	}
	r.intent.left = r.leftovers()
	return true
}

// manyMilestones reports whether milestones are named in the plural.
func (r *reading) manyMilestones() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kNoun && s.entity == ofMilestone && strings.HasSuffix(strings.ToLower(s.text), "s")
	})
}

// begins reports whether the question begins as one that goes on from the one before: "and for Payments?".
func (r *reading) begins() bool {
	return len(r.spans) > 0 && strings.IndexByte("fUI", byte(r.spans[0].kind)) >= 0
}

// changePeriod settles the days that are looked at, and takes them out of the question. It gives the changes that the
// word before them asks for, as in "launches since March".
func (r *reading) changePeriod(again bool) (said []portfolio.Topic) {
	p := &r.intent.period
	i := slices.IndexFunc(r.spans, func(s span) bool { return s.period != (period{}) && s.kind != kSpan })
	switch {
	case i >= 0:
		days := r.backward(r.spans[i].period)
		if r.spans[i].kind == kClause {
			said = slices.Clone(fieldTopics[r.spans[i].field])
		}
		p.Since, p.Until = days.from, days.to
		if r.has(kVersus) { // "compared with last week" counts from then
			p.Until = ""
		}
		r.use(r.spans[i])
		r.spans = slices.Delete(slices.Clone(r.spans), i, i+1)
	case again:
	case r.everMoved():
		r.intent.first = true
	default:
		p.Since = r.today.AddDays(-usualDays)
		r.intent.vague = "You did not say since when, so I took the last 7 days."
		if slices.ContainsFunc(r.spans, func(s span) bool { return s.past.last }) {
			r.intent.vague = sinceReport
		}
	}
	if p.Until == "" || p.Until > r.today {
		p.Until = r.today
	}
	p.Since = min(p.Since, p.Until)
	return said
}

// backward reads a period as one that lies behind: a day or a month without its year is the last one.
func (r *reading) backward(p period) period {
	first := p.from
	if first == "" {
		first = p.to
	}
	switch {
	case first <= r.today:
	case p.yearless:
		p.from, p.to = yearBefore(p.from), yearBefore(p.to)
	case r.today.DaysUntil(first) < usualDays: // a day of the week
		p.from, p.to = p.from.AddDays(-usualDays), p.to.AddDays(-usualDays)
	}
	return p
}

// topics settles which changes are asked for, and takes out of the question what says so. Said are those that the period
// came with. A follow-up that says nothing of it keeps the topics of the answer before.
func (r *reading) topics(again bool, said []portfolio.Topic) {
	p := &r.intent.period
	speaks := func(s span) bool { return s.kind == kPast || len(fieldTopics[s.field])+len(nounTopics[s.entity]) > 0 }
	if again && len(said) == 0 && !slices.ContainsFunc(r.spans, speaks) {
		return
	}
	p.Only, p.Trend, p.Before, p.After = nil, "", nil, nil
	entity := portfolio.Entity("")
	for _, s := range r.spans {
		switch s.kind {
		case kPast:
			said = append(said, s.past.topics...)
			p.Trend = max(p.Trend, s.past.trend)
		case kField, kGroup, kOrder:
			said = append(said, fieldTopics[s.field]...)
		case kNoun:
			if len(nounTopics[s.entity]) > 0 {
				entity = s.entity
			}
		}
	}
	if slices.ContainsFunc(r.spans, func(s span) bool { return s.past.came }) {
		said = append(said, arrivals[entity]...)
	}
	for i, t := range said {
		if t == portfolio.TopicLaunch && entity == ofMilestone { // their "due dates" and "dates"
			said[i] = portfolio.TopicMilestone
		}
	}
	said = r.outcomes(entity, said)
	switch {
	case p.Trend != "" && trends[entity] != "": // milestones that slipped, risks that got graver
		said = []portfolio.Topic{trends[entity]}
	case len(said) == 0:
		said = slices.Clone(nounTopics[entity])
	}
	slices.Sort(said)
	p.Only = kindOfNoun(slices.Compact(said), entity)
}

// outcomes takes the words out of a question that say what something changed to, or which changes are meant: "red" in
// "which programs turned red", "closed" in "which risks were closed".
func (r *reading) outcomes(entity portfolio.Entity, said []portfolio.Topic) []portfolio.Topic {
	p := &r.intent.period
	r.spans = slices.DeleteFunc(slices.Clone(r.spans), func(s span) bool {
		switch {
		case s.kind == kAdj && slices.Contains(said, portfolio.TopicStatus) && s.adj.isStatus():
			if values := s.adj.of[ofProgram].all[0].Values; s.from > 0 && r.tokens[s.from-1].word == "from" {
				p.Before = append(p.Before, values...)
			} else {
				p.After = append(p.After, values...)
			}
		case s.kind == kAdj && slices.Contains(said, portfolio.TopicStage) && s.adj.stage() != "":
			p.After = append(p.After, s.adj.stage())
		case s.kind == kAdj && adjectiveTopics[entity][s.adj.label] != "":
			said = append(said, adjectiveTopics[entity][s.adj.label])
		case s.kind == kField && len(fieldTopics[s.field]) > 0, s.kind == kPast, s.kind == kNoun && s.entity == entity, s.kind == kVersus:
		default:
			return false
		}
		return true
	})
	return said
}

// kindOfNoun keeps the topics that belong to the kind of record that was named, where some do.
func kindOfNoun(topics []portfolio.Topic, entity portfolio.Entity) []portfolio.Topic {
	of := nounTopics[entity]
	if !slices.ContainsFunc(topics, func(t portfolio.Topic) bool { return slices.Contains(of, t) }) {
		return topics
	}
	return slices.DeleteFunc(topics, func(t portfolio.Topic) bool { return !slices.Contains(of, t) })
}

// isStatus reports whether an adjective names a declared status.
func (a *adjective) isStatus() bool {
	c := a.of[ofProgram]
	return len(c.all) == 1 && c.all[0].Field == portfolio.FieldStatus && c.all[0].Op == portfolio.OpIs
}
