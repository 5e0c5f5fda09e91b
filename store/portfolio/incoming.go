package portfolio

import "cmp"

// Incoming is one program as a file has it. Row is its 1-based line or position in the file, or in the sheet of a
// workbook, for messages.
// Fields names the JSON fields of Program that the file reports on: a field that is not listed keeps what the store
// has; a listed field that is empty says "not reported".
type Incoming struct {
	Sheet   string // of a workbook; "" in other files
	Row     int
	Program Program
	Fields  []string
	Updates []StatusUpdate    // posted with the program; an update with the same program, date and text is not posted twice
	Texts   map[string]string // original text of values that were mapped to another word, by field, kept in the change log
}

// IncomingFile is what a reader made of one file.
//
// ProposedAsOf is the day on which the facts of the file were true, where the file itself says it for all of its rows.
//
// Dependencies name programs of the file: by id, or by external id where a program has none.
type IncomingFile struct {
	Name         string
	ProposedAsOf Date
	Programs     []Incoming
	Objectives   []Objective // only files of our own format carry them
	Dependencies []Dependency
	Rejected     []Rejection
	Warnings     []Warning
}

// CountIncoming counts the programs of files.
func CountIncoming(files []IncomingFile) int {
	n := 0
	for _, file := range files {
		n += len(file.Programs)
	}
	return n
}

// Rejection is a row that could not be taken in, with its reason. Sheet is "" in files that are no workbooks.
type Rejection struct {
	Sheet  string `json:"sheet,omitempty"`
	Row    int    `json:"row"`
	Reason string `json:"reason"`
}

// Compare orders rejections by sheet and row.
func (r Rejection) Compare(other Rejection) int {
	return cmp.Or(cmp.Compare(r.Sheet, other.Sheet), cmp.Compare(r.Row, other.Row))
}

// Warning is a value that could not be read and became not reported, or was mapped to another word. Row 0 is the file,
// or its sheet, as a whole; Column is what the file calls the field.
type Warning struct {
	Sheet   string `json:"sheet,omitempty"`
	Row     int    `json:"row"`
	Column  string `json:"column"`
	Message string `json:"message"`
}

// FileResult counts, in programs, what an import did or would do with one file.
type FileResult struct {
	File      string      `json:"file"`
	New       int         `json:"new"`
	Changed   int         `json:"changed"`
	Unchanged int         `json:"unchanged"`
	Rejected  []Rejection `json:"rejected"`
	Warnings  []Warning   `json:"warnings"`
}

// ImportResult is the outcome of an import of one or more files. Backup is the path of the copy that was taken before;
// "" in a dry run and where nothing changed.
type ImportResult struct {
	Files  []FileResult `json:"files"`
	Backup string       `json:"-"`
}

// ImportedAs is what an import does with one row of a file.
type ImportedAs string

// What becomes of a row.
const (
	ImportNew       ImportedAs = "new"
	ImportChanged   ImportedAs = "changed"
	ImportUnchanged ImportedAs = "unchanged"
	ImportRejected  ImportedAs = "rejected"
)

// ImportedRow is one row of a file with what an import does with it. A rejected row has a Reason; one that its reader
// rejected has no Name. A new or changed one has the rows that the change log gets; ID is the program's in the portfolio.
// File counts the files of the import from 0.
type ImportedRow struct {
	File    int
	Sheet   string
	Row     int
	As      ImportedAs
	ID      string
	Name    string
	Reason  string
	Changes []Change
}
