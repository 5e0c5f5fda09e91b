package exchange

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// value is what a cell was read as: the text of the field in our own form, "" for not reported. A problem is a sentence
// for a warning.
//
// An original is what the cell said, where it was read as something else.
type value struct {
	text     string
	problem  string
	original string
}

// columnReader reads all cells of one field of a file together, because some can only be understood so.
type columnReader func(cells []string) []value

// field is one thing that a record of type T has: how its cells are read and where the value goes.
type field[T any] struct {
	name string
	read columnReader
	set  func(*T, string)
}

// record is one record of a file before its cells are read.
type record struct {
	row     int               // for messages: line or position in the file
	path    string            // where the record is in its program: "" for the program, "risks[0]." for its first risk
	columns map[string]string // how messages call a field, where that is not its path and name
	cells   map[string]string // by field; a field that is not there is not reported on
	texts   map[string]string // by path and field, what cells said that were read as something else; shared in a program

	// A row of a table has these in the place of cells: a map for each of 100,000 rows takes more memory than the file.
	layout  map[string]int // by field, the place of its cell; shared by all rows
	values  []string
	missing uint64 // the places of cells that the row does not have, a bit for each
}

// cell gives the text of a field, false where the record does not report on it.
func (r *record) cell(field string) (string, bool) {
	if r.layout == nil {
		text, ok := r.cells[field]
		return text, ok
	}
	i, ok := r.layout[field]
	if !ok || r.missing&(1<<i) != 0 {
		return "", false
	}
	return r.values[i], true
}

// original is what a cell said that was read as something else.
type original struct{ field, text string }

// keepOriginal notes what a cell of the record said. Most rows of a table have no more than one such word, and the same one
// as others: those share it.
func (r *record) keepOriginal(o original, shared map[original]map[string]string) {
	switch {
	case r.layout == nil:
		r.texts[o.field] = o.text
	case r.texts == nil:
		if shared[o] == nil {
			shared[o] = map[string]string{o.field: o.text}
		}
		r.texts = shared[o]
	default:
		r.texts = maps.Clone(r.texts)
		r.texts[o.field] = o.text
	}
}

// column is how messages call a field of the record.
func (r *record) column(name string) string {
	if header, ok := r.columns[name]; ok {
		return header
	}
	return r.path + name
}

// hasField reports whether one of the fields has the name.
func hasField[T any](fields []field[T], name string) bool {
	return slices.ContainsFunc(fields, func(f field[T]) bool { return f.name == name })
}

// warner takes a warning about a row.
type warner func(row int, column, message string)

// fill reads the cells of all records, field by field, and sets them in the things of the same index.
func fill[T any](fields []field[T], records []*record, things []*T, warn warner) {
	shared := map[original]map[string]string{}
	for _, f := range fields {
		var at []int
		var cells []string
		for i, r := range records {
			if cell, ok := r.cell(f.name); ok {
				at = append(at, i)
				cells = append(cells, cell)
			}
		}
		for n, v := range f.read(cells) {
			r := records[at[n]]
			f.set(things[at[n]], v.text)
			if v.problem != "" {
				warn(r.row, r.column(f.name), v.problem)
			}
			if v.original != "" {
				r.keepOriginal(original{r.path + f.name, v.original}, shared)
			}
		}
	}
}

// program is a program as a file has it, with what a row of a table says beside.
type program struct {
	*portfolio.Program
	comment string         // the text of a status update
	asOf    portfolio.Date // the day on which the facts of the row were true
}

// updates gives the comment as a status update: of the day that the file gives for it, else of that of its facts.
func (p *program) updates() []portfolio.StatusUpdate {
	if p.comment == "" {
		return nil
	}
	return []portfolio.StatusUpdate{{Date: cmp.Or(p.LastUpdate, p.asOf), Text: p.comment, Status: p.Status}}
}

// programFields are the fields of a program that are a single value.
var programFields = []field[program]{
	{"id", readLines, func(p *program, v string) { p.ID = v }},
	{"external_id", readLines, func(p *program, v string) { p.ExternalID = v }},
	{"name", readLines, func(p *program, v string) { p.Name = v }},
	{"description", readTexts, func(p *program, v string) { p.Description = v }},
	{"status", statusWords.read, func(p *program, v string) { p.Status = portfolio.Status(v) }},
	{"owner", readLabels, func(p *program, v string) { p.Owner = v }},
	{"team", readLabels, func(p *program, v string) { p.Team = v }},
	{"product_line", readLabels, func(p *program, v string) { p.ProductLine = v }},
	{"pipeline_stage", stageWords.read, func(p *program, v string) { p.PipelineStage = portfolio.Stage(v) }},
	{"strategic_objectives", readLists, func(p *program, v string) { p.StrategicObjectives = listOf(v) }},
	{"start_date", readDays, func(p *program, v string) { p.StartDate = portfolio.Date(v) }},
	{"launch_date", readDays, func(p *program, v string) { p.LaunchDate = portfolio.Date(v) }},
	{"progress", readPercents, func(p *program, v string) { p.Progress = percentOf(v) }},
	{"last_update", readDays, func(p *program, v string) { p.LastUpdate = portfolio.Date(v) }},
	{"created_at", readCounts, func(p *program, v string) { p.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(p *program, v string) { p.UpdatedAt = millisOf(v) }},
	{"archived_at", readCounts, func(p *program, v string) { p.ArchivedAt = instantOf(v) }},
	{"revision", readCounts, func(p *program, v string) { p.Revision = int64(millisOf(v)) }},
	{fieldComment, readTexts, func(p *program, v string) { p.comment = v }},
	{fieldAsOf, readDays, func(p *program, v string) { p.asOf = portfolio.Date(v) }},
}

// bookkeeping are the fields that describe the record and not the program: they are read, but a file does not report
// on the program with them.
var bookkeeping = map[string]bool{
	"id": true, "created_at": true, "updated_at": true, "revision": true, fieldComment: true, fieldAsOf: true,
}

// riskFields are the fields of a risk.
var riskFields = []field[portfolio.Risk]{
	{"id", readLines, func(r *portfolio.Risk, v string) { r.ID = v }},
	{"program_id", readLines, func(r *portfolio.Risk, v string) { r.ProgramID = v }},
	{"title", readLines, func(r *portfolio.Risk, v string) { r.Title = v }},
	{"severity", levelWords.read, func(r *portfolio.Risk, v string) { r.Severity = portfolio.Level(v) }},
	{"likelihood", levelWords.read, func(r *portfolio.Risk, v string) { r.Likelihood = portfolio.Level(v) }},
	{"description", readTexts, func(r *portfolio.Risk, v string) { r.Description = v }},
	{"mitigation", readTexts, func(r *portfolio.Risk, v string) { r.Mitigation = v }},
	{"owner", readLabels, func(r *portfolio.Risk, v string) { r.Owner = v }},
	{"status", riskStatusWords.read, func(r *portfolio.Risk, v string) { r.Status = portfolio.RiskStatus(v) }},
	{"review_date", readDays, func(r *portfolio.Risk, v string) { r.ReviewDate = portfolio.Date(v) }},
	{"created_at", readCounts, func(r *portfolio.Risk, v string) { r.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(r *portfolio.Risk, v string) { r.UpdatedAt = millisOf(v) }},
	{"revision", readCounts, func(r *portfolio.Risk, v string) { r.Revision = int64(millisOf(v)) }},
}

// milestoneFields are the fields of a milestone.
var milestoneFields = []field[portfolio.Milestone]{
	{"id", readLines, func(m *portfolio.Milestone, v string) { m.ID = v }},
	{"program_id", readLines, func(m *portfolio.Milestone, v string) { m.ProgramID = v }},
	{"name", readLines, func(m *portfolio.Milestone, v string) { m.Name = v }},
	{"due_date", readDays, func(m *portfolio.Milestone, v string) { m.DueDate = portfolio.Date(v) }},
	{"baseline_date", readDays, func(m *portfolio.Milestone, v string) { m.BaselineDate = portfolio.Date(v) }},
	{"completed_date", readDays, func(m *portfolio.Milestone, v string) { m.CompletedDate = portfolio.Date(v) }},
	{"status", milestoneStatusWords.read, func(m *portfolio.Milestone, v string) { m.Status = portfolio.MilestoneStatus(v) }},
	{"created_at", readCounts, func(m *portfolio.Milestone, v string) { m.CreatedAt = millisOf(v) }},
	{"updated_at", readCounts, func(m *portfolio.Milestone, v string) { m.UpdatedAt = millisOf(v) }},
	{"revision", readCounts, func(m *portfolio.Milestone, v string) { m.Revision = int64(millisOf(v)) }},
}

// lineBreaks are the ways in which files end a line inside a text.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// readTexts reads texts of any length. Line ends become "\n", so that two files that differ in nothing else say the same.
func readTexts(cells []string) []value {
	return eachCell(cells, func(cell string) string {
		if !strings.Contains(cell, "\r") {
			return strings.TrimSpace(cell)
		}
		for strings.Contains(cell, "\r\r\n") {
			cell = strings.ReplaceAll(cell, "\r\r\n", "\r\n")
		}
		return strings.TrimSpace(lineBreaks.Replace(cell))
	})
}

// readLines reads texts of one line: names and keys.
func readLines(cells []string) []value {
	return eachCell(cells, func(cell string) string {
		return strings.TrimSpace(strings.Join(strings.FieldsFunc(cell, func(r rune) bool {
			return r == '\r' || r == '\n' || r == '\t'
		}), " "))
	})
}

// readLabels reads lines of which some say in words that nothing is reported: an owner, a team.
func readLabels(cells []string) []value {
	values := readLines(cells)
	for i, v := range values {
		switch portfolio.Fold(v.text) {
		case "-", "–", "—", "n/a", "not reported", "null":
			values[i].text = ""
		}
	}
	return values
}

// readLists reads lists of names: one to a line, or parted by semicolons or bars. The value has one to a line.
func readLists(cells []string) []value {
	return eachCell(cells, func(cell string) string {
		var names []string
		for _, name := range strings.FieldsFunc(cell, func(r rune) bool { return strings.ContainsRune(";|\r\n", r) }) {
			if name = strings.Join(strings.Fields(name), " "); name != "" && !saysNothing(name) {
				names = append(names, name)
			}
		}
		return strings.Join(names, "\n")
	})
}

// eachCell reads cells that do not depend on each other and cannot fail. Zero characters, which JSON can spell, go.
func eachCell(cells []string, read func(string) string) []value {
	values := make([]value, len(cells))
	for i, cell := range cells {
		values[i].text = read(strings.ReplaceAll(cell, "\x00", ""))
	}
	return values
}

// withOriginals notes what the cells said wherever they were read as something else.
func withOriginals(cells []string, values []value) []value {
	for i, cell := range cells {
		if cell = strings.TrimSpace(cell); cell != values[i].text {
			values[i].original = cell
		}
	}
	return values
}

// listOf takes the value of a list apart, sorts it and leaves out what it has twice.
func listOf(v string) []string {
	names := []string{}
	if v != "" {
		names = strings.Split(v, "\n")
	}
	return sortedNames(names)
}

// sortedNames sorts names as people read them and keeps the first of those that differ only in case or accents.
func sortedNames(names []string) []string {
	slices.SortStableFunc(names, func(a, b string) int { return strings.Compare(portfolio.Fold(a), portfolio.Fold(b)) })
	return slices.CompactFunc(names, func(a, b string) bool { return portfolio.Fold(a) == portfolio.Fold(b) })
}

// percentOf gives the whole number of a percentage, nil where it is not reported.
func percentOf(v string) *int {
	n, err := strconv.Atoi(v)
	if err != nil {
		return nil
	}
	return &n
}

// millisOf gives an instant, 0 where there is none.
func millisOf(v string) portfolio.Millis {
	n, _ := strconv.ParseInt(v, 10, 64) // readCounts let only numbers and "" through
	return portfolio.Millis(n)
}

// instantOf gives an instant, nil where there is none.
func instantOf(v string) *portfolio.Millis {
	if v == "" {
		return nil
	}
	m := millisOf(v)
	return &m
}
