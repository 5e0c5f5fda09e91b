package exchange

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// The fields that a table can report on beside those of a program: the text of a status update, and the day on which
// the facts of the row were true.
const (
	fieldComment = "status_update"
	fieldAsOf    = "as_of"
)

// headerSynonyms lists, per field, the headers that mean it, best first: of two known columns for one field the better
// one is read. The field's own name always comes before them. Headers are compared by headerKey, so that spelling with
// blanks, underscores, capitals or accents makes no difference.
var headerSynonyms = []struct {
	field   string
	headers []string
}{
	{"id", nil},
	{"external_id", []string{
		"project number", "program number", "programme number", "project id", "program id", "programme id",
		"project key", "program key", "key", "issue key", "project code", "program code", "programme code", "code",
		"project ref", "reference", "ref", "unique id", "uid", "number", "no", "gmpp id", "gmpp id number",
	}},
	{"name", []string{
		"program name", "programme name", "project name", "program title", "programme title", "project title",
		"initiative name", "title", "program", "programme", "project", "initiative",
	}},
	{"description", []string{
		"description aims", "description and aims", "project description", "program description",
		"programme description", "summary", "aims", "purpose", "scope",
	}},
	{"status", []string{
		"rag", "rag status", "rag rating", "overall rag", "overall status", "project status", "program status",
		"programme status", "health", "overall health", "project health", "program health", "programme health",
		"colour rating", "color rating", "delivery confidence assessment", "ipa delivery confidence assessment",
		"delivery confidence", "dca", "rating",
	}},
	{"owner", []string{
		"program owner", "programme owner", "project owner", "program manager", "programme manager",
		"project manager", "manager", "program lead", "programme lead", "project lead", "lead", "pm",
		"senior responsible owner", "senior responsible owner sro", "sro", "responsible",
	}},
	{"team", []string{
		"department", "dept", "delivery team", "organisation", "organization", "business unit", "division",
	}},
	{"product_line", []string{
		"report category", "category", "portfolio", "product", "product family", "product area", "line of business",
	}},
	{"pipeline_stage", []string{
		"stage", "phase", "project stage", "program stage", "programme stage", "project phase", "program phase",
		"programme phase", "lifecycle stage", "lifecycle phase",
	}},
	{"strategic_objectives", []string{
		"strategic objective", "objectives", "objective", "strategic goals", "strategic goal", "goals", "goal",
	}},
	{"start_date", []string{
		"start", "project start date", "project start", "planned start", "planned start date", "begin", "begin date",
	}},
	{"launch_date", []string{
		"launch", "go live", "go live date", "end date", "project end date", "end", "finish date", "finish",
		"due date", "due", "target date", "target launch date", "target completion date", "planned end date",
		"planned finish", "planned completion date", "completion date", "delivery date",
	}},
	{"progress", []string{
		"% complete", "percentage complete", "pct complete", "complete %", "% done",
		"progress %", "completion %", "completion",
	}},
	{"last_update", []string{"last updated", "last status update", "last reported"}},
	{fieldComment, []string{
		"rating comment", "status comment", "status comments", "status summary", "status note", "commentary",
		"latest update", "comment", "comments", "update",
	}},
	{fieldAsOf, []string{"as of date", "report date", "reporting date", "status date", "data date"}},
}

// fieldOfHeader finds the field that a header means and how good the match is, 0 being the field's own name.
var fieldOfHeader = sync.OnceValue(func() map[string]headerMatch {
	index := map[string]headerMatch{}
	for _, s := range headerSynonyms {
		index[headerKey(s.field)] = headerMatch{field: s.field}
		for i, header := range s.headers {
			index[headerKey(header)] = headerMatch{field: s.field, rank: i + 1}
		}
	}
	return index
})

type headerMatch struct {
	field string
	rank  int
}

// MappableFields lists the fields that Options.Mapping can name.
func MappableFields() []string {
	fields := make([]string, len(headerSynonyms))
	for i, s := range headerSynonyms {
		fields[i] = s.field
	}
	return fields
}

// maxHeader is how many bytes a header may have; what is longer is a text and names nothing.
const maxHeader = 1000

// headerKey reduces a header to its letters and digits; "%" reads "percent" and "#" reads "number".
func headerKey(header string) string {
	if len(header) > maxHeader {
		return ""
	}
	header = strings.NewReplacer("%", "percent", "#", "number").Replace(portfolio.Fold(header))
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, header)
}

// knownHeaders counts the fields that a row would report on if it were the header.
func knownHeaders(cells []string) int {
	fields := map[string]bool{}
	for _, cell := range cells {
		if match, ok := fieldOfHeader()[headerKey(cell)]; ok {
			fields[match.field] = true
		}
	}
	return len(fields)
}

// column is what the table reports on one field. It has more than one index where the header occurs more than once.
type column struct {
	field   string
	header  string
	indexes []int
}

// mapColumns decides which columns are read, in the order of headerSynonyms, and names the others. The mapping of the
// person goes before the synonyms; a column that it names is read for nothing else.
func mapColumns(name string, header []string, mapping map[string]string) (columns []column, unused []string, err error) {
	chosen, err := mappedColumns(name, header, mapping)
	if err != nil {
		return nil, nil, err
	}
	taken := map[string]bool{}
	for _, c := range chosen {
		taken[headerKey(c.header)] = true
	}
	ranks := map[string]int{}
	for _, h := range header {
		match, known := fieldOfHeader()[headerKey(h)]
		_, overridden := mapping[match.field]
		if !known || overridden || taken[headerKey(h)] {
			continue
		}
		if rank, found := ranks[match.field]; !found || match.rank < rank {
			ranks[match.field] = match.rank
			chosen[match.field] = column{field: match.field, header: h, indexes: indexesOf(header, h)}
		}
	}
	used := map[int]bool{}
	for _, s := range headerSynonyms {
		if c, ok := chosen[s.field]; ok {
			columns = append(columns, c)
			for _, i := range c.indexes {
				used[i] = true
			}
		}
	}
	return columns, unreadHeaders(header, used), nil
}

// unreadHeaders gives the headers of the columns that nothing is read from, each once.
func unreadHeaders(header []string, read map[int]bool) (unread []string) {
	for i, h := range header {
		if !read[i] && strings.TrimSpace(h) != "" && !slices.Contains(unread, h) {
			unread = append(unread, h)
		}
	}
	return unread
}

// mappedColumns finds the columns that the person named. A field that is not to be read has none.
func mappedColumns(name string, header []string, mapping map[string]string) (map[string]column, error) {
	chosen := map[string]column{}
	for field, h := range mapping {
		if !slices.Contains(MappableFields(), field) {
			return nil, portfolio.Invalidf("%q is not a field that a column can be read into; use one of: %s.",
				field, strings.Join(MappableFields(), ", "))
		}
		if h == "" {
			continue
		}
		indexes := indexesOf(header, h)
		if len(indexes) == 0 {
			return nil, portfolio.Invalidf("%s has no column %q; its columns are: %s.", name, h, listed(header))
		}
		chosen[field] = column{field: field, header: header[indexes[0]], indexes: indexes}
	}
	return chosen, nil
}

// indexesOf finds the columns with a header.
func indexesOf(header []string, h string) []int {
	var indexes []int
	for i := range header {
		if headerKey(h) != "" && headerKey(header[i]) == headerKey(h) {
			indexes = append(indexes, i)
		}
	}
	return indexes
}

// listed names columns for a sentence, at most twenty of them.
func listed(header []string) string {
	const most = 20
	names := make([]string, 0, most+1)
	for _, h := range header {
		if h = excerpt(h); h == "" {
			continue
		}
		if len(names) == most {
			names = append(names, "…")
			break
		}
		names = append(names, h)
	}
	return strings.Join(names, ", ")
}

// excerpt gives a cell on one line, cut to what fits into a message.
func excerpt(cell string) string {
	const most = 60
	runes := []rune(strings.Join(strings.Fields(cell), " "))
	if len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return string(runes)
}
