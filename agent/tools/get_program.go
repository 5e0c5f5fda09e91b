package tools

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// GetProgramTool is the name of GetProgram.
const GetProgramTool Name = "get_program"

// ProgramRef names a program. Fields are those that the answer is about, so that a later question can ask for the same of
// another program; empty is the whole record.
type ProgramRef struct {
	ID     string            `json:"id"`
	Fields []portfolio.Field `json:"fields,omitempty"`
}

// GetProgram gives one program with its risks, milestones and updates. It fails with ENotFound.
func (s Set) GetProgram(ctx context.Context, ref ProgramRef) (portfolio.ProgramDetail, error) {
	return call(ctx, s, GetProgramTool, ref, func(ctx context.Context, ref ProgramRef) (portfolio.ProgramDetail, int, []Observation, error) {
		detail, err := s.Workspace.Program(ctx, ref.ID)
		return detail, 1, []Observation{{Detail: &detail}}, err
	})
}

// programArgument is the arguments of the tools about one program in the catalogue.
type programArgument struct {
	ID string `json:"id" jsonschema:"The id of the program, or its exact name."`
}

// row finds the program that an id or a name means. It fails with ENotFound where there is none, and with EInvalid where
// several have the name.
func (s Set) row(ctx context.Context, a programArgument) (portfolio.ProgramRow, error) {
	for _, field := range []portfolio.Field{portfolio.FieldID, portfolio.FieldName} {
		page, err := s.Workspace.Programs(ctx, portfolio.Query{Of: portfolio.EntityProgram, Limit: usualRows,
			Where: []portfolio.Condition{{Field: field, Op: portfolio.OpIs, Values: []string{a.ID}}}})
		switch {
		case err != nil:
			return portfolio.ProgramRow{}, err
		case len(page.Rows) == 1:
			return page.Rows[0], nil
		case len(page.Rows) > 1:
			ids := each(page.Rows, func(p portfolio.ProgramRow) string { return fmt.Sprintf("%s (%s)", p.ID, p.Owner) })
			return portfolio.ProgramRow{}, portfolio.Invalidf("Several programs are named %q; use the id of one: %s.", a.ID, strings.Join(ids, ", "))
		}
	}
	return portfolio.ProgramRow{}, portfolio.Errorf(portfolio.ENotFound, "There is no program %q; %s finds programs by words of their names.", a.ID, ListProgramsTool)
}

// ProgramRecord is a program with all that belongs to it: of risks, milestones and updates at most MaxRows, the totals say
// of how many. Updates are the newest first. It waits for some programs and holds up others.
type ProgramRecord struct {
	ProgramFacts
	ExternalID    reported         `json:"external_id"`
	Description   reported         `json:"description"`
	Contradicted  bool             `json:"contradicted"` // the facts say worse than its status
	Risks         []RiskFacts      `json:"risks"`
	RisksTotal    int              `json:"risks_total"`
	Milestones    []MilestoneFacts `json:"milestones"`
	StatusUpdates []UpdateFacts    `json:"status_updates"`
	UpdatesTotal  int              `json:"status_updates_total"`
	WaitsFor      []NeighbourFacts `json:"waits_for"`
	HoldsUp       []NeighbourFacts `json:"holds_up"`
}

// NeighbourFacts is a program that another one depends on, or that depends on it.
type NeighbourFacts struct {
	ID   string   `json:"id"`
	Name string   `json:"name"`
	Note reported `json:"note"`
}

func (r ProgramRecord) rows() int { return 1 }

func (r ProgramRecord) citations() []portfolio.Citation {
	out := []portfolio.Citation{r.citation()}
	for _, risk := range r.Risks {
		out = append(out, risk.citation())
	}
	for _, m := range r.Milestones {
		out = append(out, m.citation())
	}
	for _, n := range slices.Concat(r.WaitsFor, r.HoldsUp) {
		out = append(out, portfolio.Citation{Type: portfolio.EntityProgram, ID: n.ID, Label: n.Name})
	}
	return out
}

// getProgram is the tool in the catalogue.
func getProgram() Tool {
	return tool(GetProgramTool, schemaOf[programArgument](ofPrograms), func(ctx context.Context, s Set, a programArgument) (Result, error) {
		row, err := s.row(ctx, a)
		if err != nil {
			return nil, err
		}
		detail, err := s.GetProgram(ctx, ProgramRef{ID: row.ID})
		if err != nil {
			return nil, err
		}
		p := detail.Program
		record := ProgramRecord{
			ProgramFacts: s.withReasons(row), ExternalID: reported(p.ExternalID), Description: cut(p.Description, longText),
			Contradicted: portfolio.Contradicted(p.Status, row.Health.Assessed),
			RisksTotal:   len(p.Risks), UpdatesTotal: len(detail.Updates),
			Risks: risksOf(first(p.Risks), p.Name), Milestones: s.milestonesOf(first(p.Milestones), p),
			StatusUpdates: each(first(detail.Updates), func(u portfolio.StatusUpdate) UpdateFacts { return factsOfUpdate(u, longText) }),
		}
		record.WaitsFor, record.HoldsUp, err = s.neighbours(ctx, detail)
		return record, err
	})
}

// first gives as many of a list as a result holds.
func first[R any](list []R) []R { return list[:min(len(list), MaxRows)] }

// risksOf and milestonesOf give what belongs to a program, with all of their texts.
func risksOf(list []portfolio.Risk, program string) []RiskFacts {
	return each(list, func(r portfolio.Risk) RiskFacts {
		return factsOfRisk(portfolio.RiskRow{Risk: r, ProgramName: program, Score: r.Score()}, longText)
	})
}

func (s Set) milestonesOf(list []portfolio.Milestone, p portfolio.Program) []MilestoneFacts {
	return each(list, func(m portfolio.Milestone) MilestoneFacts {
		return factsOfMilestone(portfolio.MilestoneRow{Milestone: m, ProgramName: p.Name, Overdue: m.Overdue(p, s.today())})
	})
}

// neighbours gives the programs that a program waits for and those that it holds up. Archived ones are left out.
func (s Set) neighbours(ctx context.Context, detail portfolio.ProgramDetail) (waitsFor, holdsUp []NeighbourFacts, err error) {
	var ids []string
	for _, d := range detail.Dependencies {
		ids = append(ids, d.From, d.To)
	}
	known, err := s.programs(ctx, ids)
	waitsFor, holdsUp = []NeighbourFacts{}, []NeighbourFacts{}
	for _, d := range detail.Dependencies {
		from, to := known[d.From], known[d.To]
		if d.To == detail.Program.ID && from.ID != "" {
			waitsFor = append(waitsFor, NeighbourFacts{from.ID, from.Name, cut(d.Note, shortText)})
		}
		if d.From == detail.Program.ID && to.ID != "" {
			holdsUp = append(holdsUp, NeighbourFacts{to.ID, to.Name, cut(d.Note, shortText)})
		}
	}
	return waitsFor, holdsUp, err
}
