package report

import (
	"cmp"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// interest is what a kind of report tells of what changed: the topics that it opens with, the weightiest first, and what else
// it counts: changes of the records of an entity, or of all where there is none.
type interest struct {
	topics []portfolio.Topic
	entity portfolio.Entity
	alone  bool // the report is about one program, which need not be named
}

// line tells a change.
func (i interest) line(e event) string {
	if i.alone {
		return capital(e.tell())
	}
	return e.program + ": " + e.tell()
}

var (
	inPrograms   = interest{topics: portfolio.WeightyTopics}
	inOneProgram = interest{alone: true, topics: []portfolio.Topic{
		portfolio.TopicStatus, portfolio.TopicLaunch, portfolio.TopicCompleted, portfolio.TopicMilestone, portfolio.TopicNewRisks,
		portfolio.TopicClosedRisks, portfolio.TopicSeverity, portfolio.TopicProgress, portfolio.TopicStage, portfolio.TopicOwner,
	}}
	inRisks      = interest{entity: portfolio.EntityRisk, topics: []portfolio.Topic{portfolio.TopicNewRisks, portfolio.TopicSeverity, portfolio.TopicClosedRisks}}
	inMilestones = interest{entity: portfolio.EntityMilestone, topics: []portfolio.Topic{portfolio.TopicMilestone, portfolio.TopicCompleted, portfolio.TopicNewMilestones}}
)

// counts reports whether a change is counted though it is not told.
func (i interest) counts(e event) bool {
	if slices.Contains(i.topics, e.topic) || e.topic == portfolio.TopicOther {
		return false
	}
	return i.entity == "" || e.Entity == i.entity
}

// opening is what every report begins with: what changed since the last one of its kind and scope, or that it is the first.
// It has at most limit lines, and one that counts the rest.
func (m maker) opening(limit int, in interest) Block {
	if m.before == nil {
		return Block{Title: "Since the last report", Text: &Text{[]string{"This is the first report of its kind on this scope."}}}
	}
	title := "Since " + string(m.Since)
	if m.Last {
		title = "Since the last report of " + string(m.Since)
	}
	items := m.moves()
	if left := len(items) - limit; left > 0 {
		items = append(items[:limit-1], Item{Text: portfolio.CountOf(left+1, "more program", "more programs") + " came into this scope or left it.", Tone: Neutral})
	}
	rest := map[portfolio.Topic]int{}
	for _, e := range m.events {
		if in.counts(e) {
			rest[e.topic]++
		}
	}
	for _, topic := range in.topics {
		for _, e := range weightiest(m.on(topic)) {
			if len(items) == limit {
				rest[topic]++
				continue
			}
			items = append(items, Item{in.line(e), e.tone(), e.ref()})
		}
	}
	if len(items) == 0 && len(rest) == 0 {
		return Block{Title: title, Text: &Text{[]string{"Nothing changed."}}}
	}
	if len(rest) > 0 {
		items = append(items, Item{Text: restOf(rest, len(items) > 0), Tone: Neutral})
	}
	return Block{Title: title, List: &List{items}}
}

// weightiest puts the changes of one topic first that matter most: the worst statuses, the longest moves.
func weightiest(list []event) []event {
	slices.SortStableFunc(list, func(a, b event) int { return cmp.Compare(b.weight(), a.weight()) })
	return list
}

// restOf counts what is not told, by topic, also besides what is: "Besides: 3 status changes, 12 updates posted.".
func restOf(rest map[portfolio.Topic]int, also bool) string {
	var parts []string
	for _, topic := range portfolio.Topics {
		if n := rest[topic]; n > 0 {
			parts = append(parts, portfolio.CountOf(n, singular(topic), string(topic)))
		}
	}
	said := strings.Join(parts, ", ") + "."
	if also {
		return "Besides: " + said
	}
	return said
}

// singular names one change of a topic.
func singular(topic portfolio.Topic) string {
	if topic == portfolio.TopicUpdates {
		return "update posted"
	}
	return strings.TrimSuffix(string(topic), "s")
}

// moves tells which programs came into the scope or left it, without being new or deleted.
func (m maker) moves() []Item {
	var items []Item
	for _, p := range m.joined(m.Now.Programs, m.Before.Programs) {
		items = append(items, Item{p.Name + ": came into this scope", Neutral, p.ref()})
	}
	for _, p := range m.joined(m.Before.Programs, m.Now.Programs) {
		items = append(items, Item{p.Name + ": left this scope", Neutral, p.ref()})
	}
	return items
}
