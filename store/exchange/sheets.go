package exchange

import (
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// cell is a value as spreadsheets know it. The zero cell is empty: not reported.
type cell struct {
	text   string
	number *int
	day    portfolio.Date
}

// sheet is a table of records: one column a field, named as in JSON.
type sheet struct {
	name    string
	columns []string
	rows    [][]cell
}

// column says how a field of a record is written.
type sheetColumn[R any] struct {
	name string
	cell func(R) cell
}

// text, day and number make the cells of a column.
func text[R any, W ~string](name string, of func(R) W) sheetColumn[R] {
	return sheetColumn[R]{name, func(r R) cell { return cell{text: string(of(r))} }}
}

func day[R any](name string, of func(R) portfolio.Date) sheetColumn[R] {
	return sheetColumn[R]{name, func(r R) cell { return cell{day: of(r)} }}
}

func number[R any](name string, of func(R) *int) sheetColumn[R] {
	return sheetColumn[R]{name, func(r R) cell { return cell{number: of(r)} }}
}

// listSeparator stands between the names of a list in one cell; a reader takes it apart again.
const listSeparator = "; "

var programColumns = []sheetColumn[portfolio.Program]{
	text("id", func(p portfolio.Program) string { return p.ID }),
	text("external_id", func(p portfolio.Program) string { return p.ExternalID }),
	text("name", func(p portfolio.Program) string { return p.Name }),
	text("status", func(p portfolio.Program) portfolio.Status { return p.Status }),
	text("pipeline_stage", func(p portfolio.Program) portfolio.Stage { return p.PipelineStage }),
	text("owner", func(p portfolio.Program) string { return p.Owner }),
	text("team", func(p portfolio.Program) string { return p.Team }),
	text("product_line", func(p portfolio.Program) string { return p.ProductLine }),
	text("strategic_objectives", func(p portfolio.Program) string { return strings.Join(p.StrategicObjectives, listSeparator) }),
	day("start_date", func(p portfolio.Program) portfolio.Date { return p.StartDate }),
	day("launch_date", func(p portfolio.Program) portfolio.Date { return p.LaunchDate }),
	number("progress", func(p portfolio.Program) *int { return p.Progress }),
	day("last_update", func(p portfolio.Program) portfolio.Date { return p.LastUpdate }),
	text("description", func(p portfolio.Program) string { return p.Description }),
}

var riskColumns = []sheetColumn[portfolio.Risk]{
	text("id", func(r portfolio.Risk) string { return r.ID }),
	text("program_id", func(r portfolio.Risk) string { return r.ProgramID }),
	text("title", func(r portfolio.Risk) string { return r.Title }),
	text("severity", func(r portfolio.Risk) portfolio.Level { return r.Severity }),
	text("likelihood", func(r portfolio.Risk) portfolio.Level { return r.Likelihood }),
	text("status", func(r portfolio.Risk) portfolio.RiskStatus { return r.Status }),
	text("owner", func(r portfolio.Risk) string { return r.Owner }),
	day("review_date", func(r portfolio.Risk) portfolio.Date { return r.ReviewDate }),
	text("mitigation", func(r portfolio.Risk) string { return r.Mitigation }),
	text("description", func(r portfolio.Risk) string { return r.Description }),
}

var milestoneColumns = []sheetColumn[portfolio.Milestone]{
	text("id", func(m portfolio.Milestone) string { return m.ID }),
	text("program_id", func(m portfolio.Milestone) string { return m.ProgramID }),
	text("name", func(m portfolio.Milestone) string { return m.Name }),
	text("status", func(m portfolio.Milestone) portfolio.MilestoneStatus { return m.Status }),
	day("due_date", func(m portfolio.Milestone) portfolio.Date { return m.DueDate }),
	day("baseline_date", func(m portfolio.Milestone) portfolio.Date { return m.BaselineDate }),
	day("completed_date", func(m portfolio.Milestone) portfolio.Date { return m.CompletedDate }),
}

var objectiveColumns = []sheetColumn[portfolio.Objective]{
	text("id", func(o portfolio.Objective) string { return o.ID }),
	text("name", func(o portfolio.Objective) string { return o.Name }),
	text("description", func(o portfolio.Objective) string { return o.Description }),
}

var updateColumns = []sheetColumn[portfolio.StatusUpdate]{
	text("id", func(u portfolio.StatusUpdate) string { return u.ID }),
	text("program_id", func(u portfolio.StatusUpdate) string { return u.ProgramID }),
	day("date", func(u portfolio.StatusUpdate) portfolio.Date { return u.Date }),
	text("author", func(u portfolio.StatusUpdate) string { return u.Author }),
	text("status", func(u portfolio.StatusUpdate) portfolio.Status { return u.Status }),
	number("progress", func(u portfolio.StatusUpdate) *int { return u.Progress }),
	day("launch_date", func(u portfolio.StatusUpdate) portfolio.Date { return u.LaunchDate }),
	text("text", func(u portfolio.StatusUpdate) string { return u.Text }),
}

var dependencyColumns = []sheetColumn[portfolio.Dependency]{
	text("id", func(d portfolio.Dependency) string { return d.ID }),
	text("from", func(d portfolio.Dependency) string { return d.From }),
	text("to", func(d portfolio.Dependency) string { return d.To }),
	text("note", func(d portfolio.Dependency) string { return d.Note }),
}

// programsToRead is what a page for reading has room for.
var programsToRead = []sheetColumn[portfolio.Program]{
	text("program", func(p portfolio.Program) string { return p.Name }),
	text("status", func(p portfolio.Program) portfolio.Status { return p.Status }),
	text("stage", func(p portfolio.Program) portfolio.Stage { return p.PipelineStage }),
	text("owner", func(p portfolio.Program) string { return p.Owner }),
	text("team", func(p portfolio.Program) string { return p.Team }),
	text("product_line", func(p portfolio.Program) string { return p.ProductLine }),
	day("launch", func(p portfolio.Program) portfolio.Date { return p.LaunchDate }),
	text("progress", func(p portfolio.Program) string {
		if p.Progress == nil {
			return ""
		}
		return strconv.Itoa(*p.Progress) + "%"
	}),
	day("last_update", func(p portfolio.Program) portfolio.Date { return p.LastUpdate }),
}

// riskRegister and milestoneRegister are lists across programs: each row names its program.
var (
	riskRegister = append([]sheetColumn[portfolio.RiskRow]{
		text("program", func(r portfolio.RiskRow) string { return r.ProgramName }),
		number("score", func(r portfolio.RiskRow) *int { return r.Score }),
	}, within(riskColumns, func(r portfolio.RiskRow) portfolio.Risk { return r.Risk })...)
	milestoneRegister = append([]sheetColumn[portfolio.MilestoneRow]{
		text("program", func(m portfolio.MilestoneRow) string { return m.ProgramName }),
	}, within(milestoneColumns, func(m portfolio.MilestoneRow) portfolio.Milestone { return m.Milestone })...)
)

// within gives the columns of a record for rows that hold one.
func within[R, Row any](columns []sheetColumn[R], of func(Row) R) []sheetColumn[Row] {
	out := make([]sheetColumn[Row], len(columns))
	for i, c := range columns {
		out[i] = sheetColumn[Row]{c.name, func(row Row) cell { return c.cell(of(row)) }}
	}
	return out
}

// sheetOf puts records into a table.
func sheetOf[R any](name string, columns []sheetColumn[R], records []R) sheet {
	s := sheet{name: name}
	for _, c := range columns {
		s.columns = append(s.columns, c.name)
	}
	for _, r := range records {
		row := make([]cell, len(columns))
		for i, c := range columns {
			row[i] = c.cell(r)
		}
		s.rows = append(s.rows, row)
	}
	return s
}

// sheetsOf gives a whole portfolio as tables, the programs first.
func sheetsOf(d portfolio.Document) []sheet {
	var risks []portfolio.Risk
	var milestones []portfolio.Milestone
	for _, p := range d.Programs {
		risks, milestones = append(risks, p.Risks...), append(milestones, p.Milestones...)
	}
	return []sheet{
		sheetOf("programs", programColumns, d.Programs), sheetOf("risks", riskColumns, risks),
		sheetOf("milestones", milestoneColumns, milestones), sheetOf("objectives", objectiveColumns, d.Objectives),
		sheetOf("status_updates", updateColumns, d.StatusUpdates), sheetOf("dependencies", dependencyColumns, d.Dependencies),
	}
}
