package portfolio

import (
	"slices"
	"strconv"
)

// Field names what a query can filter, sort and group on. A field of a program carries its JSON name; a field of
// another record, or a figure derived from records, is prefixed: "risk.severity".
type Field string

// The fields.
const (
	FieldID            Field = "id"
	FieldExternalID    Field = "external_id"
	FieldName          Field = "name"
	FieldStatus        Field = "status"
	FieldStage         Field = "pipeline_stage"
	FieldOwner         Field = "owner"
	FieldTeam          Field = "team"
	FieldProductLine   Field = "product_line"
	FieldObjective     Field = "strategic_objectives"
	FieldStartDate     Field = "start_date"
	FieldLaunchDate    Field = "launch_date"
	FieldProgress      Field = "progress"
	FieldLastUpdate    Field = "last_update"
	FieldOpenRisks     Field = "open_risks"      // how many risks of the program are open
	FieldOpenHighRisks Field = "open_high_risks" // of those, severity High
	FieldNextMilestone Field = "next_milestone"  // earliest due date of a milestone not yet completed
	FieldAssessed      Field = "assessed"        // what the facts say; see Assess
	FieldReasons       Field = "reasons"         // for how many reasons they say so
	FieldElapsed       Field = "elapsed"         // percent of the time from start to launch that is over, 0 to 100

	FieldRiskID         Field = "risk.id"
	FieldRiskTitle      Field = "risk.title"
	FieldRiskSeverity   Field = "risk.severity"
	FieldRiskLikelihood Field = "risk.likelihood"
	FieldRiskStatus     Field = "risk.status"
	FieldRiskOwner      Field = "risk.owner"
	FieldRiskMitigation Field = "risk.mitigation"
	FieldRiskReview     Field = "risk.review_date"
	FieldRiskScore      Field = "risk.score"      // severity times likelihood, Low 1 to High 3
	FieldRiskCreated    Field = "risk.created_at" // when it was recorded, in milliseconds: what the age of a risk counts from
	FieldRiskRecorded   Field = "risk.recorded"   // the day of that, where the person is

	FieldMilestoneID        Field = "milestone.id"
	FieldMilestoneName      Field = "milestone.name"
	FieldMilestoneStatus    Field = "milestone.status"
	FieldMilestoneDue       Field = "milestone.due_date"
	FieldMilestoneBaseline  Field = "milestone.baseline_date"
	FieldMilestoneCompleted Field = "milestone.completed_date"
	FieldMilestoneSlip      Field = "milestone.slip" // days from the baseline to the due date
)

// Kind says how the values of a field are written, compared and ordered.
type Kind string

// The kinds.
const (
	KindText   Kind = "text"
	KindWord   Kind = "word" // a word of the vocabulary; ordered as the vocabulary lists it, not by alphabet
	KindDate   Kind = "date"
	KindNumber Kind = "number"
	KindList   Kind = "list" // a set of texts; "is" means that the set holds the value
)

// FieldInfo describes a field.
type FieldInfo struct {
	Field  Field
	Of     Entity
	Kind   Kind
	Words  []string // the vocabulary of a KindWord field, in display order
	Nouns  bool     // people name its values in questions and pick them from a list (owner, team, …)
	Groups bool     // a sensible thing to group by
}

// Fields is the one table of what can be asked. The window, the analyst and the store read it.
var Fields = []FieldInfo{
	{Field: FieldID, Of: EntityProgram, Kind: KindText},
	{Field: FieldExternalID, Of: EntityProgram, Kind: KindText},
	{Field: FieldName, Of: EntityProgram, Kind: KindText},
	{Field: FieldStatus, Of: EntityProgram, Kind: KindWord, Words: texts(Statuses), Groups: true},
	{Field: FieldStage, Of: EntityProgram, Kind: KindWord, Words: texts(Stages), Groups: true},
	{Field: FieldOwner, Of: EntityProgram, Kind: KindText, Nouns: true, Groups: true},
	{Field: FieldTeam, Of: EntityProgram, Kind: KindText, Nouns: true, Groups: true},
	{Field: FieldProductLine, Of: EntityProgram, Kind: KindText, Nouns: true, Groups: true},
	{Field: FieldObjective, Of: EntityProgram, Kind: KindList, Nouns: true, Groups: true},
	{Field: FieldStartDate, Of: EntityProgram, Kind: KindDate},
	{Field: FieldLaunchDate, Of: EntityProgram, Kind: KindDate},
	{Field: FieldProgress, Of: EntityProgram, Kind: KindNumber},
	{Field: FieldLastUpdate, Of: EntityProgram, Kind: KindDate},
	{Field: FieldOpenRisks, Of: EntityProgram, Kind: KindNumber},
	{Field: FieldOpenHighRisks, Of: EntityProgram, Kind: KindNumber},
	{Field: FieldNextMilestone, Of: EntityProgram, Kind: KindDate},
	{Field: FieldAssessed, Of: EntityProgram, Kind: KindWord, Words: texts(AssessedStatuses), Groups: true},
	{Field: FieldReasons, Of: EntityProgram, Kind: KindNumber},
	{Field: FieldElapsed, Of: EntityProgram, Kind: KindNumber},

	{Field: FieldRiskID, Of: EntityRisk, Kind: KindText},
	{Field: FieldRiskTitle, Of: EntityRisk, Kind: KindText},
	{Field: FieldRiskSeverity, Of: EntityRisk, Kind: KindWord, Words: texts(Levels), Groups: true},
	{Field: FieldRiskLikelihood, Of: EntityRisk, Kind: KindWord, Words: texts(Levels), Groups: true},
	{Field: FieldRiskStatus, Of: EntityRisk, Kind: KindWord, Words: texts(RiskStatuses), Groups: true},
	{Field: FieldRiskOwner, Of: EntityRisk, Kind: KindText, Groups: true},
	{Field: FieldRiskMitigation, Of: EntityRisk, Kind: KindText},
	{Field: FieldRiskReview, Of: EntityRisk, Kind: KindDate},
	{Field: FieldRiskScore, Of: EntityRisk, Kind: KindNumber},
	{Field: FieldRiskCreated, Of: EntityRisk, Kind: KindNumber},
	{Field: FieldRiskRecorded, Of: EntityRisk, Kind: KindDate},

	{Field: FieldMilestoneID, Of: EntityMilestone, Kind: KindText},
	{Field: FieldMilestoneName, Of: EntityMilestone, Kind: KindText},
	{Field: FieldMilestoneStatus, Of: EntityMilestone, Kind: KindWord, Words: texts(MilestoneStatuses), Groups: true},
	{Field: FieldMilestoneDue, Of: EntityMilestone, Kind: KindDate},
	{Field: FieldMilestoneBaseline, Of: EntityMilestone, Kind: KindDate},
	{Field: FieldMilestoneCompleted, Of: EntityMilestone, Kind: KindDate},
	{Field: FieldMilestoneSlip, Of: EntityMilestone, Kind: KindNumber},
}

// texts turns words into plain texts.
func texts[W word](words []W) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = string(w)
	}
	return out
}

// Info finds the description of a field.
func (f Field) Info() (FieldInfo, bool) {
	i := slices.IndexFunc(Fields, func(info FieldInfo) bool { return info.Field == f })
	if i < 0 {
		return FieldInfo{}, false
	}
	return Fields[i], true
}

// Op compares a field with the values of a condition.
type Op string

// The operators. A value that is not reported satisfies only OpIs and OpIsNot with "" among the values, and OpIsNot
// with values that do not hold ""; it is never before, after, more or less than anything.
const (
	OpIs       Op = "is"       // equals one of the values; text without regard to case; "" means not reported
	OpIsNot    Op = "is_not"   // equals none of the values
	OpContains Op = "contains" // text holds the value, without regard to case
	OpFrom     Op = "from"     // on or after the day; at least the number
	OpTo       Op = "to"       // on or before the day; at most the number
	OpOver     Op = "over"     // after the day; more than the number
	OpUnder    Op = "under"    // before the day; less than the number
)

// Condition is one test on one field. OpIs and OpIsNot take one or more values, the others exactly one. Values are
// written as in files: a word, an ISO day, a number.
//
// With Than the field is compared with another field of the same record or of its program, both dates or both numbers, in the
// place of a value: "completed after it was due". Values is empty then, and the condition fails where one of the two is not
// reported.
type Condition struct {
	Field  Field    `json:"field"`
	Op     Op       `json:"op"`
	Values []string `json:"values"`
	Than   Field    `json:"than,omitempty"`
}

// Related asks for programs that have at least AtLeast (0 means 1) records of an entity which meet all conditions, or,
// with None, for programs that have no such record. Of is EntityRisk or EntityMilestone. Conditions may test fields of
// the program too: a milestone is overdue only while its program is live.
type Related struct {
	Of      Entity      `json:"of"`
	Where   []Condition `json:"where"`
	None    bool        `json:"none"`
	AtLeast int         `json:"at_least"`
}

// Order is one sort key. Not reported sorts last in both directions.
type Order struct {
	Field Field `json:"field"`
	Desc  bool  `json:"desc"`
}

// Query asks for programs, risks or milestones. The window's lists and the agent's tools both speak it. The zero value
// of everything but Of means "all, by name". A query for risks or milestones may test fields of their program too.
type Query struct {
	Of    Entity      `json:"of"`
	Text  string      `json:"text"`  // words that the record's text must hold, the last one as a prefix
	Where []Condition `json:"where"` // all must hold
	// AnyOf holds lists of conditions; of each list at least one must hold: "not updated for 30 days, or never".
	AnyOf [][]Condition `json:"any_of,omitempty"`
	// Either holds lists of branches; of each list at least one must hold: "past its launch date, or with an open High risk".
	Either  [][]Branch `json:"either,omitempty"`
	Preset  Preset     `json:"preset,omitempty"` // narrows to a group that has a name; "" does not
	Related []Related  `json:"related"`
	Within  *Query     `json:"within,omitempty"` // only programs that this query for programs finds, and what belongs to them; nil is all
	Sort    []Order    `json:"sort"`
	Limit   int        `json:"limit"`                         // rows a page, 1 to MaxPage, or to MaxRead where all are read; 0 means DefaultPage
	After   string     `json:"after"`                         // cursor of the page before; "" starts at the top
	Today   Date       `json:"today" ts_type:"string | null"` // the day that presets and "overdue" count from; not reported means the clock's day
}

// Page sizes.
const (
	DefaultPage = 100
	MaxPage     = 500
	MaxRead     = 10_000 // of who reads all pages and shows few rows: each page sorts anew what the query finds
)

// Validate checks fields, operators and values. It fails with EInvalid.
func (q Query) Validate() error {
	if q.Of != EntityProgram && q.Of != EntityRisk && q.Of != EntityMilestone {
		return Invalidf("A query asks for programs, risks or milestones, not for %q.", string(q.Of))
	}
	if err := q.Preset.validate(q.Of); err != nil {
		return err
	}
	if q.Limit < 0 || q.Limit > MaxRead {
		return Invalidf("A page holds 1 to %d rows.", MaxRead)
	}
	if err := q.checkSize(); err != nil {
		return err
	}
	for _, b := range q.branches() {
		if err := b.validate(q.Of); err != nil {
			return err
		}
	}
	if err := q.validateWithin(); err != nil {
		return err
	}
	for _, o := range q.Sort {
		info, ok := o.Field.Info()
		if !ok || info.Of != q.Of && info.Of != EntityProgram || info.Kind == KindList {
			return Invalidf("%q cannot be sorted by.", string(o.Field))
		}
	}
	return nil
}

// validateWithin checks the programs that a query is confined to.
func (q Query) validateWithin() error {
	switch {
	case q.Within == nil:
		return nil
	case q.Within.Of != EntityProgram || q.Within.Within != nil:
		return Invalidf("A query is confined to programs, by a query that is confined to nothing.")
	}
	return q.Within.Validate()
}

// validate checks a test on the records that hang on a program.
func (r Related) validate(of Entity) error {
	if of != EntityProgram || r.Of != EntityRisk && r.Of != EntityMilestone {
		return Invalidf("Only programs can be asked for by their risks or milestones.")
	}
	for _, c := range r.Where {
		if err := c.validate(r.Of, EntityProgram); err != nil {
			return err
		}
	}
	return nil
}

// validate checks one condition; its field must belong to one of the entities.
func (c Condition) validate(of ...Entity) error {
	info, ok := c.Field.Info()
	if !ok || !slices.Contains(of, info.Of) {
		return Invalidf("%q is not a field that can be asked for here.", string(c.Field))
	}
	if c.Than != "" {
		return c.validateThan(info, of...)
	}
	if len(c.Values) == 0 || c.Op != OpIs && c.Op != OpIsNot && len(c.Values) != 1 {
		return Invalidf("The condition on %s has the wrong number of values.", string(c.Field))
	}
	switch c.Op {
	case OpIs, OpIsNot:
	case OpContains:
		if info.Kind != KindText {
			return Invalidf("%s is not a text that could contain something.", string(c.Field))
		}
	case OpFrom, OpTo, OpOver, OpUnder:
		if info.Kind != KindDate && info.Kind != KindNumber || c.Values[0] == "" {
			return Invalidf("%s cannot be compared by size.", string(c.Field))
		}
	default:
		return Invalidf("%q is not an operator.", string(c.Op))
	}
	for _, v := range c.Values {
		if err := info.validateValue(v); err != nil {
			return err
		}
	}
	return nil
}

// validateValue checks that a value is written as the kind of the field asks. "" is not reported.
func (info FieldInfo) validateValue(v string) error {
	if v == "" {
		return nil
	}
	switch info.Kind {
	case KindWord:
		if !slices.Contains(info.Words, v) {
			return Invalidf("%q is not a value of %s; use %s.", v, string(info.Field), wordList(info.Words))
		}
	case KindDate:
		if _, err := ParseDate(v); err != nil {
			return err
		}
	case KindNumber:
		if _, err := strconv.ParseFloat(v, 64); err != nil {
			return Invalidf("%q is not a number.", v)
		}
	case KindText, KindList:
	}
	return nil
}

// ProgramPage is a page of programs. Next is the cursor of the page after, "" on the last one; Total counts all rows
// that the query finds.
type ProgramPage struct {
	Rows  []ProgramRow `json:"rows"`
	Next  string       `json:"next"`
	Total int          `json:"total"`
}

// RiskPage is a page of risks; see ProgramPage.
type RiskPage struct {
	Rows  []RiskRow `json:"rows"`
	Next  string    `json:"next"`
	Total int       `json:"total"`
}

// MilestonePage is a page of milestones; see ProgramPage.
type MilestonePage struct {
	Rows  []MilestoneRow `json:"rows"`
	Next  string         `json:"next"`
	Total int            `json:"total"`
}

// Group is one value of a field and the records that have it. Value "" is not reported.
type Group struct {
	Value    string   `json:"value"`
	Count    int      `json:"count"`
	Average  *float64 `json:"average" ts_type:"number | null"` // mean progress of the programs that report it; nil where none does
	Reported int      `json:"reported"`                        // how many programs the mean is made from
}

// Facet is a field with the values that occur in the portfolio, for pickers and for names in questions.
type Facet struct {
	Field  Field   `json:"field"`
	Groups []Group `json:"groups"`
}
