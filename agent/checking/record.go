package checking

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// record is a record of the evidence with everything that was read of it.
type record struct {
	ref
	name      string
	program   string // the id of the program of a risk or a milestone
	owner     string // of a program that only its milestone told of
	row       *portfolio.ProgramRow
	detail    *portfolio.ProgramDetail
	risk      *portfolio.Risk
	milestone *portfolio.Milestone
	changes   []*portfolio.Change
	updates   []portfolio.StatusUpdate // that were found by what they say
	held      []cell
}

// cell is a value of a record as records hold it: an ISO day, a word, a number, a text.
type cell struct {
	field   portfolio.Field
	value   string
	changed bool // was before a change, or is after one
	before  bool // of those: before
}

// cells lists what was read of a record.
func (r *record) cells() []cell {
	if r.held != nil {
		return r.held
	}
	put := func(f portfolio.Field, v string) { r.held = append(r.held, cell{field: f, value: v}) }
	switch {
	case r.detail != nil:
		r.programCells(r.detail.Program, put)
		put(portfolio.FieldAssessed, string(r.detail.Health.Assessed))
		put(portfolio.FieldReasons, strconv.Itoa(len(r.detail.Health.Reasons)))
		for _, u := range r.detail.Updates {
			put(fieldUpdateDate, string(u.Date))
			put(fieldUpdateAuthor, u.Author)
		}
	case r.row != nil:
		r.programCells(r.row.Program, put)
		r.rowCells(put)
	case r.owner != "":
		put(portfolio.FieldOwner, r.owner)
	}
	for _, u := range r.updates {
		put(fieldUpdateDate, string(u.Date))
		put(fieldUpdateAuthor, u.Author)
	}
	if x := r.risk; x != nil {
		put(portfolio.FieldRiskSeverity, string(x.Severity))
		put(portfolio.FieldRiskLikelihood, string(x.Likelihood))
		put(portfolio.FieldRiskStatus, string(x.Status))
		put(portfolio.FieldRiskOwner, x.Owner)
		put(portfolio.FieldRiskReview, string(x.ReviewDate))
		put(portfolio.FieldRiskRecorded, string(x.CreatedAt.Day()))
		put(portfolio.FieldRiskMitigation, clean(x.Mitigation))
		if n := x.Score(); n != nil {
			put(portfolio.FieldRiskScore, strconv.Itoa(*n))
		} else {
			put(portfolio.FieldRiskScore, "")
		}
	}
	if x := r.milestone; x != nil {
		put(portfolio.FieldMilestoneDue, string(x.DueDate))
		put(portfolio.FieldMilestoneBaseline, string(x.BaselineDate))
		put(portfolio.FieldMilestoneCompleted, string(x.CompletedDate))
		put(portfolio.FieldMilestoneStatus, string(x.Status))
		put(portfolio.FieldMilestoneSlip, strconv.Itoa(x.Slip()))
	}
	r.changeCells()
	return r.held
}

func (r *record) programCells(p portfolio.Program, put func(portfolio.Field, string)) {
	put(portfolio.FieldStatus, string(p.Status))
	put(portfolio.FieldStage, string(p.PipelineStage))
	put(portfolio.FieldOwner, p.Owner)
	put(portfolio.FieldTeam, p.Team)
	put(portfolio.FieldProductLine, p.ProductLine)
	for _, o := range p.StrategicObjectives {
		put(portfolio.FieldObjective, o)
	}
	put(portfolio.FieldStartDate, string(p.StartDate))
	put(portfolio.FieldLaunchDate, string(p.LaunchDate))
	if p.Progress != nil {
		put(portfolio.FieldProgress, strconv.Itoa(*p.Progress))
	} else {
		put(portfolio.FieldProgress, "")
	}
	put(portfolio.FieldLastUpdate, string(p.LastUpdate))
}

func (r *record) rowCells(put func(portfolio.Field, string)) {
	p := r.row
	put(portfolio.FieldOpenRisks, strconv.Itoa(p.OpenRisks))
	put(portfolio.FieldOpenHighRisks, strconv.Itoa(p.OpenHighRisks))
	put(fieldMilestonesDone, strconv.Itoa(p.MilestonesDone))
	put(fieldMilestonesTotal, strconv.Itoa(p.MilestonesTotal))
	put(portfolio.FieldNextMilestone, string(p.NextMilestone))
	put(portfolio.FieldAssessed, string(p.Health.Assessed))
	put(portfolio.FieldReasons, strconv.Itoa(len(p.Health.Reasons)))
}

// changeCells adds what the fields of the record held before and after its changes.
func (r *record) changeCells() {
	for _, c := range r.changes {
		field := portfolio.Field(c.Field)
		if c.Entity == portfolio.EntityRisk || c.Entity == portfolio.EntityMilestone {
			field = portfolio.Field(c.Entity) + "." + field
		}
		for i, v := range []json.RawMessage{c.Before, c.After} {
			if c.Field == portfolio.WholeRecord {
				r.wholeCells(c.Entity, v)
				continue
			}
			r.held = append(r.held, cell{field, textOf(v), true, i == 0})
		}
	}
}

// wholeCells adds the fields of a record that was created or deleted.
func (r *record) wholeCells(e portfolio.Entity, data json.RawMessage) {
	var fields map[string]json.RawMessage
	if json.Unmarshal(data, &fields) != nil {
		return
	}
	for f, v := range fields {
		field := portfolio.Field(f)
		if e != portfolio.EntityProgram {
			field = portfolio.Field(e) + "." + field
		}
		if _, ok := field.Info(); ok {
			r.held = append(r.held, cell{field: field, value: textOf(v), changed: true})
		}
	}
}

// textOf writes a JSON value as a cell holds it; "" for null.
func textOf(v json.RawMessage) string {
	var text string
	if json.Unmarshal(v, &text) == nil {
		return text
	}
	if s := string(v); s != "null" {
		return strings.Trim(s, `"`)
	}
	return ""
}

// texts lists the long texts that were read of a record, with their fields.
func (r *record) texts() []cell {
	var out []cell
	if d := r.detail; d != nil {
		out = append(out, cell{field: fieldDescription, value: d.Program.Description})
		for _, u := range d.Updates {
			out = append(out, cell{field: fieldUpdateText, value: u.Text})
		}
		for _, x := range d.Program.Risks {
			out = append(out, cell{field: portfolio.FieldRiskMitigation, value: x.Mitigation}, cell{field: fieldRiskText, value: x.Description})
		}
	} else if r.row != nil {
		out = append(out, cell{field: fieldDescription, value: r.row.Description})
	}
	for _, u := range r.updates {
		out = append(out, cell{field: fieldUpdateText, value: u.Text})
	}
	if r.risk != nil {
		out = append(out, cell{field: portfolio.FieldRiskMitigation, value: r.risk.Mitigation}, cell{field: fieldRiskText, value: r.risk.Description})
	}
	for _, c := range r.changes {
		if v := textOf(c.After); c.Field == string(fieldUpdateText) || len(v) > 20 {
			out = append(out, cell{field: portfolio.Field(c.Field), value: v}, cell{field: portfolio.Field(c.Field), value: textOf(c.Before)})
		}
	}
	return out
}

// value gives what a field of the record holds now, and whether that was read.
func (r *record) value(f portfolio.Field) (string, bool) {
	for _, c := range r.cells() {
		if c.field == f && !c.changed {
			return c.value, true
		}
	}
	return "", false
}

// meets reports whether the record satisfies facets, and whether all they ask was read.
func (r *record) meets(fs facets) (meets, known bool) {
	meets = true
	for f, x := range fs {
		if x.opaque != "" {
			return false, false
		}
		var values []string
		for _, c := range r.cells() {
			if c.field == f && !c.changed {
				values = append(values, c.value)
			}
		}
		if f == portfolio.FieldObjective && len(values) == 0 && (r.row != nil || r.detail != nil) {
			values = []string{""}
		}
		if len(values) == 0 {
			return false, false
		}
		fits := slices.ContainsFunc(values, func(v string) bool { return x.fits(f, v) })
		if x.not {
			fits = !slices.ContainsFunc(values, func(v string) bool { return !x.fits(f, v) })
		}
		meets = meets && fits
	}
	return meets, true
}
