package report

import "portfolio-ai/store/portfolio"

// Kind names a template.
type Kind string

// The kinds.
const (
	Executive  Kind = "executive"  // the executive one-pager
	Steering   Kind = "steering"   // the steering pack: several pages for a steering committee
	Program    Kind = "program"    // the sheet of one program
	Risks      Kind = "risks"      // the risk register
	Milestones Kind = "milestones" // the milestone look-ahead
	Changes    Kind = "changes"    // the changes since a day
)

// Report is what is handed over. Its pages are in order; a page is a slide where there is room for it, and whoever draws it
// goes on with a second one where there is not.
type Report struct {
	Kind  Kind           `json:"kind" ts_type:"'executive' | 'steering' | 'program' | 'risks' | 'milestones' | 'changes'"`
	Title string         `json:"title"`
	Scope string         `json:"scope"` // what it is about: "Whole portfolio", the name of a saved view or of a program
	AsOf  portfolio.Date `json:"as_of"` // the day whose end it shows: "data as of"
	Since portfolio.Date `json:"since" ts_type:"string | null"`
	Pages []Page         `json:"pages"`
}

// Page is one page with its blocks from top to bottom.
type Page struct {
	Title  string  `json:"title"`
	Blocks []Block `json:"blocks"`
}

// Block is one thing on a page. Exactly one of the pointers is set. Title is "" where the page's own title says enough.
type Block struct {
	Title    string    `json:"title"`
	Figures  *Figures  `json:"figures,omitempty"`
	Text     *Text     `json:"text,omitempty"`
	List     *List     `json:"list,omitempty"`
	Table    *Table    `json:"table,omitempty"`
	Bars     *Bars     `json:"bars,omitempty"`
	Timeline *Timeline `json:"timeline,omitempty"`
}

// Tone says what a figure, a cell or a bar means; whoever draws it chooses the colour.
type Tone string

// The tones.
const (
	Neutral    Tone = "neutral"
	Green      Tone = "green" // On Track; better than before
	Amber      Tone = "amber" // At Risk, Medium
	Red        Tone = "red"   // Off Track, High, overdue; worse than before
	Done       Tone = "done"  // Completed
	Unreported Tone = "unreported"
)

// Figures is a row of tiles.
type Figures struct {
	Items []Figure `json:"items"`
}

// Figure is a number, a day or a word with what it is of. Kind says how the value is written; "" is not reported, and stays
// so in every kind here. Unit stands behind the value ("%"), "" for a plain count. Delta is how it differs from the last
// report ("+2", "-1", "0"), in the unit or in days; "" where there is nothing to compare with. DeltaTone says whether that
// is good (green), bad (red) or neither (neutral).
type Figure struct {
	Label     string   `json:"label"`
	Kind      CellKind `json:"kind" ts_type:"'text' | 'number' | 'date' | 'delta' | 'status' | 'stage' | 'level' | 'risk_status' | 'milestone_status'"`
	Value     string   `json:"value"`
	Unit      string   `json:"unit"`
	Tone      Tone     `json:"tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
	Delta     string   `json:"delta"`
	DeltaTone Tone     `json:"delta_tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
}

// Text is prose, a string for each paragraph.
type Text struct {
	Paragraphs []string `json:"paragraphs"`
}

// List is short lines, each about one thing.
type List struct {
	Items []Item `json:"items"`
}

// Item is a line of a list; Ref is the record that it is about, nil where there is none.
type Item struct {
	Text string `json:"text"`
	Tone Tone   `json:"tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
	Ref  *Ref   `json:"ref,omitempty"`
}

// Ref is a record that a click opens. ProgramID is the program that a risk or milestone belongs to, and a program's own id.
type Ref struct {
	Type      portfolio.Entity `json:"type" ts_type:"'program' | 'risk' | 'milestone'"`
	ID        string           `json:"id"`
	ProgramID string           `json:"program_id"`
}

// Table has a cell for each column in each row. Note says what it leaves out ("The first 5 of 12."), or why it is empty;
// "" says nothing.
type Table struct {
	Columns []Column `json:"columns"`
	Rows    []Row    `json:"rows"`
	Note    string   `json:"note"`
}

// CellKind says how the cells of a column are written. In all but CellText the text "" means not reported.
type CellKind string

// The kinds of cells.
const (
	CellText            CellKind = "text"
	CellNumber          CellKind = "number" // "65"
	CellDate            CellKind = "date"   // ISO: "2026-09-15"
	CellDelta           CellKind = "delta"  // a number with its sign: "+12", "-3", "0"
	CellStatus          CellKind = "status" // a portfolio.Status
	CellStage           CellKind = "stage"
	CellLevel           CellKind = "level"
	CellRiskStatus      CellKind = "risk_status"
	CellMilestoneStatus CellKind = "milestone_status"
)

// Align is the side of a column to which its cells keep.
type Align string

// The sides.
const (
	AlignStart Align = "start"
	AlignEnd   Align = "end"
)

// Column is a column of a table. Weight is its share of the width: a column of weight 2 is twice as wide as one of 1. Unit
// stands behind each of its numbers ("%", "days"), "" for none.
type Column struct {
	Label  string   `json:"label"`
	Kind   CellKind `json:"kind" ts_type:"'text' | 'number' | 'date' | 'delta' | 'status' | 'stage' | 'level' | 'risk_status' | 'milestone_status'"`
	Unit   string   `json:"unit"`
	Align  Align    `json:"align" ts_type:"'start' | 'end'"`
	Weight int      `json:"weight"`
}

// Row is a row of a table.
type Row struct {
	Cells []Cell `json:"cells"`
}

// Cell is one cell. Its text is written as its column says.
type Cell struct {
	Text string `json:"text"`
	Tone Tone   `json:"tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
	Ref  *Ref   `json:"ref,omitempty"`
}

// Bars are stacked bars, one below the other, each of the whole width: what its segments come to is 100 %.
type Bars struct {
	Items []Bar `json:"items"`
}

// Bar is one bar. Segments of value 0 are left out.
type Bar struct {
	Label    string    `json:"label"`
	Segments []Segment `json:"segments"`
}

// Segment is a part of a bar.
type Segment struct {
	Label string `json:"label"`
	Value int    `json:"value"`
	Tone  Tone   `json:"tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
}

// Timeline shows rows between two days, both included: From is the first of a month, To the last of one. Dates of rows and
// milestones may lie outside; whoever draws it cuts there.
type Timeline struct {
	From  portfolio.Date `json:"from"`
	To    portfolio.Date `json:"to"`
	Today portfolio.Date `json:"today"` // the as-of day
	Rows  []TimelineRow  `json:"rows"`
	Note  string         `json:"note"` // what is left out; "" for nothing
}

// TimelineRow is a bar from start to launch. Without a start it is a point at its end, and the other way round; without
// both it has only milestones.
type TimelineRow struct {
	Label      string         `json:"label"`
	Ref        *Ref           `json:"ref,omitempty"`
	Start      portfolio.Date `json:"start" ts_type:"string | null"`
	End        portfolio.Date `json:"end" ts_type:"string | null"`
	Progress   *int           `json:"progress" ts_type:"number | null"` // percent of the bar that is done; nil is not reported
	Tone       Tone           `json:"tone" ts_type:"'neutral' | 'green' | 'amber' | 'red' | 'done' | 'unreported'"`
	Milestones []Marker       `json:"milestones"`
}

// MarkerState says what became of a milestone.
type MarkerState string

// The states.
const (
	MarkerDone    MarkerState = "done"
	MarkerPlanned MarkerState = "planned"
	MarkerLate    MarkerState = "late" // overdue
	MarkerMissed  MarkerState = "missed"
)

// Marker is a milestone on a timeline: at the day on which it was completed, else at the day on which it is due.
type Marker struct {
	Date  portfolio.Date `json:"date"`
	Label string         `json:"label"`
	State MarkerState    `json:"state" ts_type:"'done' | 'planned' | 'late' | 'missed'"`
}
