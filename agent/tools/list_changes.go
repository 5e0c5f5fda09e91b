package tools

import (
	"context"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// ListChangesTool is the name of ListChanges.
const ListChangesTool Name = "list_changes"

// Trend is a direction of changes. The zero value is either.
type Trend string

// The trends: a status that got worse, a launch or a milestone that moved out, a risk that got graver, and the reverse.
const (
	TrendWorse  Trend = "worse"
	TrendBetter Trend = "better"
)

// Period is the arguments of ListChanges. Programs picks the programs whose changes are wanted; without conditions it is
// all of them, in a whole workspace those that are gone included. Only picks topics; empty is every one.
type Period struct {
	Since    portfolio.Date    `json:"since"`
	Until    portfolio.Date    `json:"until"` // not reported: up to now
	Only     []portfolio.Topic `json:"only,omitempty"`
	Trend    Trend             `json:"trend,omitempty"`
	Before   []string          `json:"before,omitempty"` // only changes from one of these texts
	After    []string          `json:"after,omitempty"`  // only changes to one of these texts
	Programs portfolio.Query   `json:"programs"`
}

// ListChanges lists what differs between the day before a period and its end, field by field.
func (s Set) ListChanges(ctx context.Context, p Period) ([]portfolio.Change, error) {
	p.Programs.Of = portfolio.EntityProgram
	return call(ctx, s, ListChangesTool, p, func(ctx context.Context, p Period) ([]portfolio.Change, int, []Observation, error) {
		changes, err := s.Workspace.Changes(ctx, p.Since, p.Until)
		if err != nil {
			return nil, 0, nil, err
		}
		wanted := func(portfolio.Change) bool { return true }
		_, some := s.Workspace.(confined)
		if q := p.Programs; some || len(q.Where)+len(q.AnyOf)+len(q.Related) > 0 || q.Text != "" || q.Preset != "" {
			ids, err := s.idsOf(ctx, q)
			if err != nil {
				return nil, 0, nil, err
			}
			wanted = func(c portfolio.Change) bool { return ids[c.ProgramID] }
		}
		changes = slices.DeleteFunc(changes, func(c portfolio.Change) bool {
			return !wanted(c) || !p.picks(c)
		})
		return changes, len(changes), []Observation{{Period: p, Changes: slices.Clone(changes)}}, nil
	})
}

// picks reports whether a change is of the topics, the trend and the outcome that a period asks for.
func (p Period) picks(c portfolio.Change) bool {
	is := func(value []byte, wanted []string) bool {
		return len(wanted) == 0 || slices.Contains(wanted, strings.Trim(string(value), `"`))
	}
	if len(p.Only) > 0 && !slices.Contains(p.Only, portfolio.TopicOf(c)) || !is(c.Before, p.Before) || !is(c.After, p.After) {
		return false
	}
	return p.Trend == "" || trendOf(c) == p.Trend
}

// statusRank orders the statuses from bad to good.
var statusRank = map[portfolio.Status]int{portfolio.OffTrack: 1, portfolio.AtRisk: 2, portfolio.OnTrack: 3, portfolio.StatusCompleted: 4}

// trendOf gives the direction of a change of status or of launch date; "" where there is none, as to or from not reported.
func trendOf(c portfolio.Change) Trend {
	before, after := strings.Trim(string(c.Before), `"`), strings.Trim(string(c.After), `"`)
	way := 0
	switch portfolio.TopicOf(c) {
	case portfolio.TopicStatus:
		from, to := statusRank[portfolio.Status(before)], statusRank[portfolio.Status(after)]
		if from > 0 && to > 0 {
			way = to - from
		}
	case portfolio.TopicSeverity:
		way = slices.Index(portfolio.Levels, portfolio.Level(after)) - slices.Index(portfolio.Levels, portfolio.Level(before))
	case portfolio.TopicLaunch, portfolio.TopicMilestone:
		way = portfolio.Date(after).DaysUntil(portfolio.Date(before))
	}
	switch {
	case way < 0:
		return TrendWorse
	case way > 0:
		return TrendBetter
	}
	return ""
}

// idsOf finds the ids of the programs that a query finds.
func (s Set) idsOf(ctx context.Context, q portfolio.Query) (map[string]bool, error) {
	rows, _, err := pages(Query{Query: q}, func(query portfolio.Query) ([]portfolio.ProgramRow, string, int, error) {
		page, err := s.Workspace.Programs(ctx, query)
		return page.Rows, page.Next, page.Total, err
	})
	ids := make(map[string]bool, len(rows))
	for _, r := range rows {
		ids[r.ID] = true
	}
	return ids, err
}

// changing is the arguments of the tool in the catalogue.
type changing struct {
	Since portfolio.Date    `json:"since" jsonschema:"The first day, as YYYY-MM-DD."`
	Until portfolio.Date    `json:"until,omitempty" jsonschema:"The last day, as YYYY-MM-DD; today where it is left out."`
	Only  []portfolio.Topic `json:"only,omitempty" jsonschema:"Only changes of these topics; all where it is left out."`
	Trend Trend             `json:"trend,omitempty" jsonschema:"Only changes for the worse (a graver status or severity, a later launch or milestone), or only those for the better."`
	filter
	part
}

// ChangesFacts lists changes. Total counts all that were found, of which Rows are a part.
type ChangesFacts struct {
	Rows  []ChangeFacts `json:"rows"`
	Total int           `json:"total"`
}

func (c ChangesFacts) rows() int { return len(c.Rows) }

func (c ChangesFacts) citations() []portfolio.Citation { return citationsOf(c.Rows) }

// citationsOf cites the records that changes are about.
func citationsOf(rows []ChangeFacts) []portfolio.Citation {
	var out []portfolio.Citation
	for _, row := range rows {
		if citation, ok := row.citation(); ok {
			out = append(out, citation)
		}
	}
	return out
}

// listChanges is the tool in the catalogue.
func listChanges() Tool {
	return tool(ListChangesTool, schemaOf[changing](ofProgramsAlone), func(ctx context.Context, s Set, c changing) (Result, error) {
		q, err := c.query(portfolio.EntityProgram)
		if err != nil {
			return nil, err
		}
		changes, err := s.ListChanges(ctx, Period{Since: c.Since, Until: c.Until, Only: c.Only, Trend: c.Trend, Programs: q})
		if err != nil {
			return nil, err
		}
		rows, err := s.changeFacts(ctx, of(c.part, changes))
		return ChangesFacts{rows, len(changes)}, err
	})
}

// changeFacts gives changes with the names of their programs.
func (s Set) changeFacts(ctx context.Context, changes []portfolio.Change) ([]ChangeFacts, error) {
	known, err := s.programs(ctx, each(changes, func(c portfolio.Change) string { return c.ProgramID }))
	return each(changes, func(c portfolio.Change) ChangeFacts { return factsOfChange(c, known[c.ProgramID].Name) }), err
}
