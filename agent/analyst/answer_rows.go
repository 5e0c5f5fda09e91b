package analyst

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// rows reads the records of a query with the columns that the question makes worth showing. found is told how many there
// are as soon as that is known; it may be nil.
func (w *writer) rows(ctx context.Context, in intent, found func(total int)) (listing, error) {
	arguments := tools.Query{Query: in.query, Limit: in.limit, Found: found}
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
	rank  int            // from 1, how soon a list shows it unasked, where any row reports it; 0 is only when asked
}

// tableWidth is how many columns a list shows unasked: what the assistant's panel holds beside a page.
const tableWidth = 4

var programColumns = []column[portfolio.ProgramRow]{
	{portfolio.FieldExternalID, func(r portfolio.ProgramRow) string { return reportedText(r.ExternalID) }, 0},
	{portfolio.FieldStatus, func(r portfolio.ProgramRow) string { return reportedText(string(r.Status)) }, 1},
	{portfolio.FieldStage, func(r portfolio.ProgramRow) string { return reportedText(string(r.PipelineStage)) }, 0},
	{portfolio.FieldOwner, func(r portfolio.ProgramRow) string { return reportedText(r.Owner) }, 3},
	{portfolio.FieldTeam, func(r portfolio.ProgramRow) string { return reportedText(r.Team) }, 4},
	{portfolio.FieldProductLine, func(r portfolio.ProgramRow) string { return reportedText(r.ProductLine) }, 0},
	{portfolio.FieldObjective, func(r portfolio.ProgramRow) string { return reportedText(strings.Join(r.StrategicObjectives, ", ")) }, 0},
	{portfolio.FieldStartDate, func(r portfolio.ProgramRow) string { return day(r.StartDate) }, 0},
	{portfolio.FieldLaunchDate, func(r portfolio.ProgramRow) string { return day(r.LaunchDate) }, 2},
	{portfolio.FieldProgress, func(r portfolio.ProgramRow) string { return percent(r.Progress) }, 0},
	{portfolio.FieldLastUpdate, func(r portfolio.ProgramRow) string { return day(r.LastUpdate) }, 0},
	{portfolio.FieldOpenRisks, func(r portfolio.ProgramRow) string { return strconv.Itoa(r.OpenRisks) }, 0},
	{portfolio.FieldOpenHighRisks, func(r portfolio.ProgramRow) string { return strconv.Itoa(r.OpenHighRisks) }, 0},
	{portfolio.FieldNextMilestone, func(r portfolio.ProgramRow) string { return day(r.NextMilestone) }, 0},
	{portfolio.FieldAssessed, func(r portfolio.ProgramRow) string { return reportedText(string(r.Health.Assessed)) }, 0},
	{fieldDescription, func(r portfolio.ProgramRow) string { return reportedText(cut(r.Description, 160)) }, 0},
}

var riskColumns = []column[portfolio.RiskRow]{
	{portfolio.FieldRiskSeverity, func(r portfolio.RiskRow) string { return reportedText(string(r.Severity)) }, 1},
	{portfolio.FieldRiskLikelihood, func(r portfolio.RiskRow) string { return reportedText(string(r.Likelihood)) }, 0},
	{portfolio.FieldRiskScore, func(r portfolio.RiskRow) string { return scoreText(r.Score) }, 0},
	{portfolio.FieldRiskStatus, func(r portfolio.RiskRow) string { return reportedText(string(r.Status)) }, 2},
	{portfolio.FieldRiskOwner, func(r portfolio.RiskRow) string { return reportedText(r.Owner) }, 3},
	{portfolio.FieldRiskMitigation, func(r portfolio.RiskRow) string { return reportedText(cut(r.Mitigation, 120)) }, 0},
	{portfolio.FieldRiskReview, func(r portfolio.RiskRow) string { return day(r.ReviewDate) }, 0},
	{portfolio.FieldRiskRecorded, func(r portfolio.RiskRow) string { return day(r.CreatedAt.Day()) }, 0},
}

// scoreText writes the score of a risk.
func scoreText(score *int) string {
	if score == nil {
		return notReportedText
	}
	return strconv.Itoa(*score)
}

var milestoneColumns = []column[portfolio.MilestoneRow]{
	{portfolio.FieldMilestoneDue, func(r portfolio.MilestoneRow) string { return day(r.DueDate) }, 1},
	{portfolio.FieldMilestoneSlip, func(r portfolio.MilestoneRow) string { return portfolio.CountOf(r.Slip(), "day", "days") }, 0},
	{portfolio.FieldMilestoneBaseline, func(r portfolio.MilestoneRow) string { return day(r.BaselineDate) }, 0},
	{portfolio.FieldMilestoneCompleted, func(r portfolio.MilestoneRow) string { return day(r.CompletedDate) }, 0},
	{portfolio.FieldMilestoneStatus, func(r portfolio.MilestoneRow) string {
		if r.Overdue {
			return reportedText(string(r.Status)) + ", overdue"
		}
		return reportedText(string(r.Status))
	}, 2},
}

func (w *writer) programRows(in intent, page tools.Programs) listing {
	name := func(r portfolio.ProgramRow) string { return programLink(r.ID, r.Name) }
	columns := programColumns
	if wanted(portfolio.FieldAssessed, in) {
		in.fields = append(slices.Clone(in.fields), fieldReasons)
		columns = append(slices.Clone(columns), column[portfolio.ProgramRow]{fieldReasons, func(r portfolio.ProgramRow) string { return cmp.Or(w.inShort(r.Health), "nothing") }, 0})
	}
	l := lay([]string{"Program"}, []func(portfolio.ProgramRow) string{name}, columns, page.Rows, in)
	l.total, l.programs = page.Total, page.Rows
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

// lay makes the cells of a table: the fixed columns first, then those that the question asks for, tests or sorts by, and
// as many of those that every list shows as there is room for.
func lay[R any](head []string, fixed []func(R) string, columns []column[R], rows []R, in intent) listing {
	chosen := choose(columns, rows, in, tableWidth-len(fixed))
	for _, c := range chosen {
		head = append(head, strings.ToUpper(nameOf(c.field)[:1])+nameOf(c.field)[1:])
	}
	var rank func(R) string
	for _, c := range columns {
		if len(in.query.Sort) > 0 && c.field == in.query.Sort[0].Field {
			rank = c.cell
		}
	}
	l := listing{head: head}
	for _, r := range rows {
		row := tableRow{cells: func() (cells []string) {
			for _, cell := range fixed {
				cells = append(cells, cell(r))
			}
			for _, c := range chosen {
				cells = append(cells, c.cell(r))
			}
			return cells
		}}
		if rank != nil {
			row.key = rank(r)
		}
		l.rows = append(l.rows, row)
	}
	return l
}

// choose picks the columns of a table, in their order: all that the question wants, then by rank up to room.
func choose[R any](columns []column[R], rows []R, in intent, room int) []column[R] {
	picked := map[portfolio.Field]bool{}
	var offered []column[R]
	for _, c := range columns {
		if wanted(c.field, in) {
			picked[c.field] = true
		} else if c.rank > 0 && slices.ContainsFunc(rows, func(r R) bool { return c.cell(r) != notReportedText }) {
			offered = append(offered, c)
		}
	}
	slices.SortFunc(offered, func(a, b column[R]) int { return a.rank - b.rank })
	for _, c := range offered {
		if len(picked) < room {
			picked[c.field] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(columns), func(c column[R]) bool { return !picked[c.field] })
}

// wanted reports whether a question asks for a field, tests it with a range, or sorts by it.
func wanted(f portfolio.Field, in intent) bool {
	q := in.query
	tested := func(c portfolio.Condition) bool {
		if c.Than != "" {
			return c.Field == f || c.Than == f || c.Than == portfolio.FieldElapsed && f == portfolio.FieldStartDate
		}
		return c.Field == f && !(c.Op == portfolio.OpIs && len(c.Values) == 1 && kindOf(f) != portfolio.KindText)
	}
	asked := slices.ContainsFunc(in.fields, func(a portfolio.Field) bool { return a == f || sisters[q.Of][a] == f })
	return asked || slices.ContainsFunc(q.Where, tested) ||
		slices.ContainsFunc(q.AnyOf, func(list []portfolio.Condition) bool { return slices.ContainsFunc(list, tested) }) ||
		slices.ContainsFunc(q.Sort, func(o portfolio.Order) bool { return o.Field == f })
}
