package portfolio

// FileKind is what kind of file a reader took a file for.
type FileKind string

// The kinds.
const (
	FileOfText     FileKind = "csv"  // a table as text, whatever parts its cells
	FileOfWorkbook FileKind = "xlsx" // a table on a sheet
	FileOfJSON     FileKind = "json"
	FileOfJira     FileKind = "jira"
	FileOfProject  FileKind = "project"
)

// FileKinds lists all of them.
var FileKinds = []FileKind{FileOfText, FileOfWorkbook, FileOfJSON, FileOfJira, FileOfProject}

// Confidence says how sure it is that a column holds the field that is proposed for it.
type Confidence string

// The confidences.
const (
	Certain    Confidence = "certain" // the header is the field's own name, or the word most used for it
	Likely     Confidence = "likely"  // the header is another word for the field, or its values are such as the field has
	NoProposal Confidence = "none"    // neither header nor values tell
)

// Confidences lists all of them.
var Confidences = []Confidence{Certain, Likely, NoProposal}

// FileColumn is what a file holds under one header. Columns of the same header are read together: they are one of these,
// and Count says how many. Field is what is proposed to read them into, "" for none. Samples are the first values that
// differ, each on one line and cut.
type FileColumn struct {
	Header     string     `json:"header"`
	Count      int        `json:"count"`
	Samples    []string   `json:"samples"`
	Field      string     `json:"field"`
	Confidence Confidence `json:"confidence"`
}

// FileLayout is how a file looks before it is taken in. It has no columns, and no Key, where the fields of the file have
// fixed names: there is nothing to map then. Of a workbook, Sheet is the sheet that was looked at among the Sheets that are
// shown. Key is the same for files of one kind with the same headers in the same order.
//
// ProposedAsOf is the day on which the facts of the file were true, where the file itself or its name says it; else Year
// may be the year that it speaks of without a day, 0 for none.
type FileLayout struct {
	File         string       `json:"file"`
	Kind         FileKind     `json:"kind"`
	Sheet        string       `json:"sheet"`
	Sheets       []string     `json:"sheets"`
	Rows         int          `json:"rows"`
	Columns      []FileColumn `json:"columns"`
	Key          string       `json:"key"`
	ProposedAsOf Date         `json:"proposed_as_of" ts_type:"string | null"`
	Year         int          `json:"year"`
}

// RememberedLayout is how a person mapped the columns of files with the same Key when one was last taken in: the header of
// each field, "" for one that is not read. Sheet is the one that they chose of a workbook, "" where its columns chose it.
type RememberedLayout struct {
	Key     string            `json:"key"`
	Mapping map[string]string `json:"mapping"`
	Sheet   string            `json:"sheet"`
	UsedAt  Millis            `json:"used_at"`
}
