package tools

import (
	"encoding/json"
	"maps"
	"strings"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// The most characters of a text of a record: in a list, and where one record is asked for. A text that is cut ends in "…".
const (
	shortText = 300
	longText  = 4000
)

// reported is a text that is null in JSON where it is not reported.
type reported string

// MarshalJSON writes null where there is no text.
func (r reported) MarshalJSON() ([]byte, error) {
	if r == "" {
		return []byte("null"), nil
	}
	return plain(string(r))
}

// cut shortens a text to so many characters.
func cut(text string, most int) reported {
	text = strings.TrimSpace(text)
	if utf8.RuneCountInString(text) > most {
		text = string([]rune(text)[:most-1]) + "…"
	}
	return reported(text)
}

// ProgramFacts is a program as a caller is told of it.
type ProgramFacts struct {
	ID                  string           `json:"id"`
	Name                string           `json:"name"`
	Status              portfolio.Status `json:"status"`
	Assessed            portfolio.Status `json:"assessed"`
	Reasons             []string         `json:"reasons,omitempty"` // why it is assessed so; only where that is asked for
	Owner               reported         `json:"owner"`
	Team                reported         `json:"team"`
	ProductLine         reported         `json:"product_line"`
	PipelineStage       portfolio.Stage  `json:"pipeline_stage"`
	StrategicObjectives []string         `json:"strategic_objectives"`
	StartDate           portfolio.Date   `json:"start_date"`
	LaunchDate          portfolio.Date   `json:"launch_date"`
	Progress            *int             `json:"progress"`
	LastUpdate          portfolio.Date   `json:"last_update"`
	OpenRisks           int              `json:"open_risks"`
	OpenHighRisks       int              `json:"open_high_risks"`
	MilestonesDone      int              `json:"milestones_done"`
	MilestonesTotal     int              `json:"milestones_total"`
	NextMilestone       portfolio.Date   `json:"next_milestone"`
}

func factsOfProgram(p portfolio.ProgramRow) ProgramFacts {
	objectives := p.StrategicObjectives
	if objectives == nil {
		objectives = []string{}
	}
	return ProgramFacts{
		ID: p.ID, Name: p.Name, Status: p.Status, Assessed: p.Health.Assessed, Owner: reported(p.Owner), Team: reported(p.Team),
		ProductLine: reported(p.ProductLine), PipelineStage: p.PipelineStage, StrategicObjectives: objectives,
		StartDate: p.StartDate, LaunchDate: p.LaunchDate, Progress: p.Progress, LastUpdate: p.LastUpdate,
		OpenRisks: p.OpenRisks, OpenHighRisks: p.OpenHighRisks, MilestonesDone: p.MilestonesDone, MilestonesTotal: p.MilestonesTotal,
		NextMilestone: p.NextMilestone,
	}
}

func (p ProgramFacts) citation() portfolio.Citation {
	return portfolio.Citation{Type: portfolio.EntityProgram, ID: p.ID, Label: p.Name}
}

// RiskFacts is a risk as a caller is told of it.
type RiskFacts struct {
	ID          string               `json:"id"`
	Title       string               `json:"title"`
	ProgramID   string               `json:"program_id"`
	ProgramName string               `json:"program_name"`
	Severity    portfolio.Level      `json:"severity"`
	Likelihood  portfolio.Level      `json:"likelihood"`
	Score       *int                 `json:"score"`
	Status      portfolio.RiskStatus `json:"status"`
	Owner       reported             `json:"owner"`
	Mitigation  reported             `json:"mitigation"`
	ReviewDate  portfolio.Date       `json:"review_date"`
	Description reported             `json:"description"`
}

func factsOfRisk(r portfolio.RiskRow, most int) RiskFacts {
	return RiskFacts{
		ID: r.ID, Title: r.Title, ProgramID: r.ProgramID, ProgramName: r.ProgramName, Severity: r.Severity, Likelihood: r.Likelihood,
		Score: r.Score, Status: r.Status, Owner: reported(r.Owner), Mitigation: cut(r.Mitigation, most), ReviewDate: r.ReviewDate,
		Description: cut(r.Description, most),
	}
}

func (r RiskFacts) citation() portfolio.Citation {
	return portfolio.Citation{Type: portfolio.EntityRisk, ID: r.ID, Label: r.Title, ProgramID: r.ProgramID}
}

// MilestoneFacts is a milestone as a caller is told of it. SlipDays is null where its baseline or its due date is.
type MilestoneFacts struct {
	ID            string                    `json:"id"`
	Name          string                    `json:"name"`
	ProgramID     string                    `json:"program_id"`
	ProgramName   string                    `json:"program_name"`
	DueDate       portfolio.Date            `json:"due_date"`
	BaselineDate  portfolio.Date            `json:"baseline_date"`
	CompletedDate portfolio.Date            `json:"completed_date"`
	Status        portfolio.MilestoneStatus `json:"status"`
	Overdue       bool                      `json:"overdue"`
	SlipDays      *int                      `json:"slip_days"`
}

func factsOfMilestone(m portfolio.MilestoneRow) MilestoneFacts {
	f := MilestoneFacts{
		ID: m.ID, Name: m.Name, ProgramID: m.ProgramID, ProgramName: m.ProgramName, DueDate: m.DueDate, BaselineDate: m.BaselineDate,
		CompletedDate: m.CompletedDate, Status: m.Status, Overdue: m.Overdue,
	}
	if m.BaselineDate != "" && m.DueDate != "" {
		slip := m.Slip()
		f.SlipDays = &slip
	}
	return f
}

func (m MilestoneFacts) citation() portfolio.Citation {
	return portfolio.Citation{Type: portfolio.EntityMilestone, ID: m.ID, Label: m.Name, ProgramID: m.ProgramID}
}

// UpdateFacts is a status update as a caller is told of it, with what it declares.
type UpdateFacts struct {
	Date       portfolio.Date   `json:"date"`
	Author     reported         `json:"author"`
	Text       reported         `json:"text"`
	Status     portfolio.Status `json:"status"`
	Progress   *int             `json:"progress"`
	LaunchDate portfolio.Date   `json:"launch_date"`
}

func factsOfUpdate(u portfolio.StatusUpdate, most int) UpdateFacts {
	return UpdateFacts{
		Date: u.Date, Author: reported(u.Author), Text: cut(u.Text, most), Status: u.Status, Progress: u.Progress, LaunchDate: u.LaunchDate,
	}
}

// ChangeFacts is a change as a caller is told of it. Field WholeRecord creates or deletes: Before or After is null, the
// other one holds the fields of the record that people read.
type ChangeFacts struct {
	portfolio.Change
	ProgramName reported        `json:"program_name"`
	Topic       portfolio.Topic `json:"topic"`
}

func factsOfChange(c portfolio.Change, program string) ChangeFacts {
	f := ChangeFacts{Change: c, ProgramName: reported(program), Topic: portfolio.TopicOf(c)}
	f.Before, f.After = short(c.Before), short(c.After)
	return f
}

// short leaves out of a value what only the store needs, and cuts its texts.
func short(value json.RawMessage) json.RawMessage {
	record := map[string]json.RawMessage{}
	var text string
	switch {
	case json.Unmarshal(value, &record) == nil && record != nil:
		maps.DeleteFunc(record, func(name string, _ json.RawMessage) bool { return kept[name] })
		for name, field := range record {
			record[name] = short(field)
		}
		if data, err := plain(record); err == nil {
			return data
		}
	case json.Unmarshal(value, &text) == nil && utf8.RuneCountInString(text) > shortText:
		if data, err := plain(cut(text, shortText)); err == nil {
			return data
		}
	case len(value) == 0:
		return json.RawMessage("null")
	}
	return value
}

// kept are the fields of a record that the store keeps by itself.
var kept = map[string]bool{"created_at": true, "updated_at": true, "archived_at": true, "revision": true, "risks": true, "milestones": true}

// citation gives the record that a change is about, as far as it is there: the program where the record itself is gone or
// is not there yet, and none where the program is not.
func (c ChangeFacts) citation() (portfolio.Citation, bool) {
	switch {
	case c.ProgramName == "":
		return portfolio.Citation{}, false
	case (c.Entity == portfolio.EntityRisk || c.Entity == portfolio.EntityMilestone) && c.ID != "" && !c.Deletes():
		return portfolio.Citation{Type: c.Entity, ID: c.ID, Label: c.Label, ProgramID: c.ProgramID}, true
	}
	return portfolio.Citation{Type: portfolio.EntityProgram, ID: c.ProgramID, Label: string(c.ProgramName)}, true
}

// cited is a row that stands for a record.
type cited interface{ citation() portfolio.Citation }

// Listed is a result that lists records. Total counts all that were found, of which Rows are a part.
type Listed[R cited] struct {
	Rows  []R `json:"rows"`
	Total int `json:"total"`
}

func (l Listed[R]) rows() int { return len(l.Rows) }

func (l Listed[R]) citations() []portfolio.Citation {
	var out []portfolio.Citation
	for _, row := range l.Rows {
		out = append(out, row.citation())
	}
	return out
}

// each makes a list of another.
func each[A, B any](list []A, turn func(A) B) []B {
	out := []B{}
	for _, a := range list {
		out = append(out, turn(a))
	}
	return out
}
