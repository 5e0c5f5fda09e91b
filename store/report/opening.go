package report

import (
	"slices"

	"portfolio-ai/store/portfolio"
)

// openingTopics are the topics of the changes that a report opens with, the weightiest first; it counts the others.
var openingTopics = []portfolio.Topic{
	portfolio.TopicStatus, portfolio.TopicLaunch, portfolio.TopicNewPrograms, portfolio.TopicGonePrograms,
	portfolio.TopicCompleted, portfolio.TopicNewRisks, portfolio.TopicClosedRisks,
}

// opening is what every report begins with: what changed since the last one of its kind and scope, or that it is the first.
// It has at most limit lines and one that counts the rest.
func (s Snapshot) opening(limit int) Block {
	if s.Before == nil {
		return Block{Title: "Since the last report", Text: &Text{[]string{"This is the first report of its kind on this scope."}}}
	}
	title := "Since " + string(s.Before.Day)
	if s.Last {
		title = "Since the last report of " + string(s.Before.Day)
	}
	var items []Item
	for _, p := range s.joined(s.Now.Programs, s.Before.Programs) {
		items = append(items, Item{p.Name + ": came into this scope", Neutral, p.ref()})
	}
	for _, p := range s.joined(s.Before.Programs, s.Now.Programs) {
		items = append(items, Item{p.Name + ": left this scope", Neutral, p.ref()})
	}
	events := s.events()
	for _, topic := range openingTopics {
		for _, e := range events {
			if e.topic == topic {
				items = append(items, Item{e.program + ": " + e.tell(), e.tone(), e.ref()})
			}
		}
	}
	rest := len(pick(events, func(e event) bool { return !slices.Contains(openingTopics, e.topic) && e.topic != portfolio.TopicOther }))
	if len(items) > limit {
		rest += len(items) - limit
		items = items[:limit]
	}
	switch {
	case len(items) == 0 && rest == 0:
		return Block{Title: title, Text: &Text{[]string{"Nothing changed."}}}
	case len(items) == 0:
		items = append(items, Item{Text: counted(rest, "smaller change.", "smaller changes."), Tone: Neutral})
	case rest > 0:
		items = append(items, Item{Text: counted(rest, "more change.", "more changes."), Tone: Neutral})
	}
	return Block{Title: title, List: &List{items}}
}
