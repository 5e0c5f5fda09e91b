package desk

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"portfolio-ai/store/portfolio"
)

// CheckPart is a part of what an import would do.
type CheckPart string

// The parts: what becomes of the rows, and what could not be read as it stands.
const (
	CheckNew       CheckPart = CheckPart(portfolio.ImportNew)
	CheckChanged   CheckPart = CheckPart(portfolio.ImportChanged)
	CheckUnchanged CheckPart = CheckPart(portfolio.ImportUnchanged)
	CheckRejected  CheckPart = CheckPart(portfolio.ImportRejected)
	CheckNoted     CheckPart = "noted"
)

// CheckParts lists all of them.
var CheckParts = []CheckPart{CheckNew, CheckChanged, CheckUnchanged, CheckRejected, CheckNoted}

// CheckRow is one line of an import that was tried out. File counts the files from 0; Row 0 is the file as a whole. Text is
// the reason of a rejection or what is noted, Column where. Changes are those of the program and its records: of a new
// record with what says most of it only, of long texts the beginning. More counts those that are left out.
type CheckRow struct {
	File    int                `json:"file"`
	Sheet   string             `json:"sheet"` // of a workbook
	Row     int                `json:"row"`
	Program string             `json:"program"`
	Column  string             `json:"column"`
	Text    string             `json:"text"`
	Changes []portfolio.Change `json:"changes"`
	More    int                `json:"more"`
}

// CheckPage is some rows of a part, and how many there are.
type CheckPage struct {
	Rows  []CheckRow `json:"rows"`
	Total int        `json:"total"`
}

// FileCounts is what an import does with a file, counted in programs; Noted counts values and columns.
type FileCounts struct {
	File      string `json:"file"`
	New       int    `json:"new"`
	Changed   int    `json:"changed"`
	Unchanged int    `json:"unchanged"`
	Rejected  int    `json:"rejected"`
	Noted     int    `json:"noted"`
}

// CountsOf counts what an import did or would do, file by file.
func CountsOf(result portfolio.ImportResult) []FileCounts {
	counts := make([]FileCounts, len(result.Files))
	for i, f := range result.Files {
		counts[i] = FileCounts{File: f.File, New: f.New, Changed: f.Changed, Unchanged: f.Unchanged, Rejected: len(f.Rejected), Noted: len(f.Warnings)}
	}
	return counts
}

// ImportCheck is an import that was tried out, with what it would do row by row. Its memory is bounded by the rows of the
// files, not by what stands in them.
type ImportCheck struct {
	Counts []FileCounts

	rows map[CheckPart][]CheckRow
}

// CheckImport tries an import out. Nothing of it stays.
func (d *Desk) CheckImport(ctx context.Context, files []ImportFile, o ImportOptions) (*ImportCheck, error) {
	read, err := ReadFiles(ctx, files, o.Progress)
	if err != nil {
		return nil, err
	}
	check := &ImportCheck{rows: map[CheckPart][]CheckRow{}}
	o.DryRun = true
	o.Row = func(r portfolio.ImportedRow) { check.add(CheckPart(r.As), checkRow(r)) }
	result, err := d.TakeIn(ctx, read, o)
	if err != nil {
		return nil, err
	}
	check.Counts = CountsOf(result)
	for i, file := range result.Files {
		for _, w := range file.Warnings {
			check.add(CheckNoted, CheckRow{File: i, Sheet: w.Sheet, Row: w.Row, Column: w.Column, Text: w.Message, Changes: []portfolio.Change{}})
		}
	}
	slices.SortStableFunc(check.rows[CheckRejected], func(a, b CheckRow) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Sheet, b.Sheet), cmp.Compare(a.Row, b.Row))
	})
	return check, nil
}

// add puts a row into a part.
func (c *ImportCheck) add(part CheckPart, row CheckRow) { c.rows[part] = append(c.rows[part], row) }

// checkPage is how many rows a page has.
const checkPage = 200

// Page gives the rows of a part from the number of one on, those in which the text stands if it is not "".
func (c *ImportCheck) Page(part CheckPart, text string, from int) CheckPage {
	rows := c.rows[part]
	if key := portfolio.Fold(text); key != "" {
		var found []CheckRow
		for _, r := range rows {
			if strings.Contains(portfolio.Fold(r.Program+"\n"+r.Column+"\n"+r.Text), key) {
				found = append(found, r)
			}
		}
		rows = found
	}
	from = min(max(0, from), len(rows))
	return CheckPage{Rows: append([]CheckRow{}, rows[from:min(from+checkPage, len(rows))]...), Total: len(rows)}
}

const (
	shownRowChanges = 30  // of one program
	shownText       = 400 // characters of a value
)

// tellingFields are what is shown of a new record.
var tellingFields = []string{"status", "pipeline_stage", "progress", "launch_date", "owner", "team", "severity", "due_date", "date"}

// checkRow keeps of a row what is shown of it.
func checkRow(r portfolio.ImportedRow) CheckRow {
	row := CheckRow{File: r.File, Sheet: r.Sheet, Row: r.Row, Program: r.Name, Text: r.Reason, Changes: []portfolio.Change{}}
	for _, c := range r.Changes {
		if len(row.Changes) == shownRowChanges {
			row.More++
			continue
		}
		c.Before, c.After = shown(c, c.Before), shown(c, c.After)
		row.Changes = append(row.Changes, c)
	}
	return row
}

// shown cuts a value to what is shown of it.
func shown(c portfolio.Change, value json.RawMessage) json.RawMessage {
	if c.Field == portfolio.WholeRecord {
		var record map[string]json.RawMessage
		if json.Unmarshal(value, &record) != nil || record == nil {
			return value
		}
		for field := range record {
			if !slices.Contains(tellingFields, field) {
				delete(record, field)
			}
		}
		return marshalled(record)
	}
	var text string
	if len(value) <= shownText || json.Unmarshal(value, &text) != nil || utf8.RuneCountInString(text) <= shownText {
		return value
	}
	return marshalled(string([]rune(text)[:shownText-1]) + "…")
}

// marshalled gives a value that came from JSON back as JSON.
func marshalled[T any](value T) json.RawMessage {
	data, err := json.Marshal(value)
	if err != nil {
		panic(err) // texts and what was JSON already always marshal
	}
	return data
}
