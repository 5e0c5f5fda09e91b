package analyst

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// rows reads the records of a query with the columns that the question makes worth showing.
func (w *writer) rows(ctx context.Context, in intent) (listing, error) {
	arguments := tools.Query{Query: in.query, Limit: in.limit}
	switch in.query.Of {
	case portfolio.EntityRisk:
		page, err := w.tools.ListRisks(ctx, arguments)
		return w.riskRows(in, page), err
	case portfolio.EntityMilestone:
		page, err := w.tools.ListMilestones(ctx, arguments)
		return w.milestoneRows(in, page), err
	}
	page, err := w.tools.ListPrograms(ctx, arguments)
	return w.programRows(in, page), err
}

// column is a field of a table.
type column[R any] struct {
	field portfolio.Field
	cell  func(R) string // Markdown; notReportedText where there is nothing
	plain bool           // shown in every list, where any row reports it
}

var programColumns = []column[portfolio.ProgramRow]{
	{portfolio.FieldExternalID, func(r portfolio.ProgramRow) string { return reportedText(r.ExternalID) }, false},
	{portfolio.FieldStatus, func(r portfolio.ProgramRow) string { return reportedText(string(r.Status)) }, true},
	{portfolio.FieldStage, func(r portfolio.ProgramRow) string { return reportedText(string(r.PipelineStage)) }, false},
	{portfolio.FieldOwner, func(r portfolio.ProgramRow) string { return reportedText(r.Owner) }, true},
	{portfolio.FieldTeam, func(r portfolio.ProgramRow) string { return reportedText(r.Team) }, true},
	{portfolio.FieldProductLine, func(r portfolio.ProgramRow) string { return reportedText(r.ProductLine) }, false},
	{portfolio.FieldObjective, func(r portfolio.ProgramRow) string { return reportedText(strings.Join(r.StrategicObjectives, ", ")) }, false},
	{portfolio.FieldStartDate, func(r portfolio.ProgramRow) string { return day(r.StartDate) }, false},
	{portfolio.FieldLaunchDate, func(r portfolio.ProgramRow) string { return day(r.LaunchDate) }, true},
	{portfolio.FieldProgress, func(r portfolio.ProgramRow) string { return percent(r.Progress) }, false},
	{portfolio.FieldLastUpdate, func(r portfolio.ProgramRow) string { return day(r.LastUpdate) }, false},
	{portfolio.FieldOpenRisks, func(r portfolio.ProgramRow) string { return strconv.Itoa(r.OpenRisks) }, false},
	{portfolio.FieldOpenHighRisks, func(r portfolio.ProgramRow) string { return strconv.Itoa(r.OpenHighRisks) }, false},
	{portfolio.FieldNextMilestone, func(r portfolio.ProgramRow) string { return day(r.NextMilestone) }, false},
	{fieldDescription, func(r portfolio.ProgramRow) string { return reportedText(cut(r.Description, 160)) }, false},
}

var riskColumns = []column[portfolio.RiskRow]{
	{portfolio.FieldRiskSeverity, func(r portfolio.RiskRow) string { return reportedText(string(r.Severity)) }, true},
	{portfolio.FieldRiskLikelihood, func(r portfolio.RiskRow) string { return reportedText(string(r.Likelihood)) }, false},
	{portfolio.FieldRiskStatus, func(r portfolio.RiskRow) string { return reportedText(string(r.Status)) }, true},
	{portfolio.FieldRiskOwner, func(r portfolio.RiskRow) string { return reportedText(r.Owner) }, true},
	{portfolio.FieldRiskMitigation, func(r portfolio.RiskRow) string { return reportedText(cut(r.Mitigation, 120)) }, false},
	{portfolio.FieldRiskReview, func(r portfolio.RiskRow) string { return day(r.ReviewDate) }, false},
}

var milestoneColumns = []column[portfolio.MilestoneRow]{
	{portfolio.FieldMilestoneDue, func(r portfolio.MilestoneRow) string { return day(r.DueDate) }, true},
	{portfolio.FieldMilestoneBaseline, func(r portfolio.MilestoneRow) string { return day(r.BaselineDate) }, false},
	{portfolio.FieldMilestoneCompleted, func(r portfolio.MilestoneRow) string { return day(r.CompletedDate) }, false},
	{portfolio.FieldMilestoneStatus, func(r portfolio.MilestoneRow) string {
		if r.Overdue {
			return reportedText(string(r.Status)) + ", overdue"
		}
		return reportedText(string(r.Status))
	}, true},
}

func (w *writer) programRows(in intent, page tools.Programs) listing {
	name := func(r portfolio.ProgramRow) string { return programLink(r.ID, r.Name) }
	l := lay([]string{"Program"}, []func(portfolio.ProgramRow) string{name}, programColumns, page.Rows, in)
	l.total = page.Total
	for i, r := range page.Rows {
		l.rows[i].cite = func() { w.citeProgram(r.ID, r.Name) }
	}
	return l
}

func (w *writer) riskRows(in intent, page tools.Risks) listing {
	program := func(r portfolio.RiskRow) string { return plain(r.ProgramName) }
	l := lay([]string{"Risk", "Program"}, []func(portfolio.RiskRow) string{riskLink, program}, riskColumns, page.Rows, in)
	l.total = page.Total
	for i, r := range page.Rows {
		l.rows[i].cite = func() { w.citeRisk(r) }
	}
	return l
}

func (w *writer) milestoneRows(in intent, page tools.Milestones) listing {
	program := func(r portfolio.MilestoneRow) string { return plain(r.ProgramName) }
	l := lay([]string{"Milestone", "Program"}, []func(portfolio.MilestoneRow) string{milestoneLink, program}, milestoneColumns, page.Rows, in)
	l.total = page.Total
	for i, r := range page.Rows {
		l.rows[i].cite = func() { w.citeMilestone(r) }
	}
	return l
}

// lay makes the cells of a table: the fixed columns first, then those that every list shows where there is anything in
// them, and those that the question asks for, tests or sorts by.
func lay[R any](head []string, fixed []func(R) string, columns []column[R], rows []R, in intent) listing {
	var chosen []column[R]
	for _, c := range columns {
		filled := slices.ContainsFunc(rows, func(r R) bool { return c.cell(r) != notReportedText })
		if wanted(c.field, in) || c.plain && filled {
			chosen = append(chosen, c)
			head = append(head, strings.ToUpper(nameOf(c.field)[:1])+nameOf(c.field)[1:])
		}
	}
	var rank func(R) string
	for _, c := range columns {
		if len(in.query.Sort) > 0 && c.field == in.query.Sort[0].Field {
			rank = c.cell
		}
	}
	l := listing{head: head}
	for _, r := range rows {
		var row tableRow
		for _, cell := range fixed {
			row.cells = append(row.cells, cell(r))
		}
		for _, c := range chosen {
			row.cells = append(row.cells, c.cell(r))
		}
		if rank != nil {
			row.key = rank(r)
		}
		l.rows = append(l.rows, row)
	}
	return l
}

// wanted reports whether a question asks for a field, tests it with a range, or sorts by it.
func wanted(f portfolio.Field, in intent) bool {
	q := in.query
	tested := func(c portfolio.Condition) bool {
		return c.Field == f && !(c.Op == portfolio.OpIs && len(c.Values) == 1 && kindOf(f) != portfolio.KindText)
	}
	asked := slices.ContainsFunc(in.fields, func(a portfolio.Field) bool { return a == f || sisters[q.Of][a] == f })
	return asked || slices.ContainsFunc(q.Where, tested) ||
		slices.ContainsFunc(q.AnyOf, func(list []portfolio.Condition) bool { return slices.ContainsFunc(list, tested) }) ||
		slices.ContainsFunc(q.Sort, func(o portfolio.Order) bool { return o.Field == f })
}
