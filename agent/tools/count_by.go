package tools

import (
	"context"
	"slices"

	"portfolio-ai/store/portfolio"
)

// CountByTool is the name of CountBy.
const CountByTool Name = "count_by"

// Measure is what is wanted of the groups. They hold all that there is to them either way; it stays in the step, so that a
// follow-up asks for the same of other groups.
type Measure string

// The measures. How many records there are is the usual one.
const (
	MeasureCount   Measure = ""
	MeasureAverage Measure = "average" // of progress
	MeasureShare   Measure = "share"   // of a second count by the same field, of which these are a part
)

// Grouping is the arguments of CountBy. By "" counts all that the query finds as one group.
type Grouping struct {
	Query   portfolio.Query `json:"query"`
	By      portfolio.Field `json:"by"`
	Measure Measure         `json:"measure,omitempty"`
}

// CountBy counts the records that a query finds by a field of theirs or of their program, and gives the mean progress of
// each group of programs.
func (s Set) CountBy(ctx context.Context, g Grouping) ([]portfolio.Group, error) {
	return call(ctx, s, CountByTool, g, func(ctx context.Context, g Grouping) ([]portfolio.Group, int, []Observation, error) {
		groups, err := s.Workspace.Groups(ctx, g.Query, g.By)
		return groups, len(groups), []Observation{{Query: g.Query, By: g.By, Groups: slices.Clone(groups)}}, err
	})
}

// counting is the arguments of the tool in the catalogue.
type counting struct {
	Of portfolio.Entity `json:"of" jsonschema:"What is counted."`
	By groupField       `json:"by,omitempty" jsonschema:"The field by whose values they are counted; all together where it is left out. A program has one value, but for strategic_objectives."`
	filter
}

// CountFacts is how many records a query finds, and of programs the mean of the reported progress. Groups are by the
// values of a field, a record once in each of its values: at most MaxRows of GroupsTotal.
type CountFacts struct {
	Total           int          `json:"total"`
	AverageProgress *float64     `json:"average_progress,omitempty"`
	Reporting       int          `json:"programs_reporting_progress,omitempty"` // how many programs the mean is made from
	Groups          []GroupFacts `json:"groups,omitempty"`
	GroupsTotal     int          `json:"groups_total,omitempty"`
}

// GroupFacts is one value with the records that have it; see CountFacts.
type GroupFacts struct {
	Value           reported `json:"value"`
	Count           int      `json:"count"`
	AverageProgress *float64 `json:"average_progress,omitempty"`
	Reporting       int      `json:"programs_reporting_progress,omitempty"`
}

func (c CountFacts) rows() int { return max(len(c.Groups), 1) }

func (CountFacts) citations() []portfolio.Citation { return nil }

// countBy is the tool in the catalogue.
func countBy() Tool {
	schema := schemaOf[counting](ofAll)
	return tool(CountByTool, schema, func(ctx context.Context, s Set, c counting) (Result, error) {
		q, err := c.query(c.Of)
		if err != nil {
			return nil, err
		}
		groups, err := s.CountBy(ctx, Grouping{Query: q, By: portfolio.Field(c.By)})
		if err != nil || c.By == "" {
			return countOf(groups), err
		}
		all, err := s.Workspace.Groups(ctx, q, "")
		facts := countOf(all)
		facts.GroupsTotal = len(groups)
		facts.Groups = each(groups[:min(len(groups), MaxRows)], func(g portfolio.Group) GroupFacts {
			return GroupFacts{Value: reported(g.Value), Count: g.Count, AverageProgress: g.Average, Reporting: g.Reported}
		})
		return facts, err
	})
}

// countOf is the count of the one group that holds all.
func countOf(all []portfolio.Group) CountFacts {
	if len(all) == 0 {
		return CountFacts{}
	}
	return CountFacts{Total: all[0].Count, AverageProgress: all[0].Average, Reporting: all[0].Reported}
}
