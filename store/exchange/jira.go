package exchange

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// maxJiraColumns is how many columns an export of Jira may have: it repeats one for every comment of its longest issue.
const maxJiraColumns = 10_000

// What an export of Jira says of an issue beside the fields of a program.
const (
	jiraType      = "issue type"
	jiraID        = "issue id"
	jiraEpicName  = "epic name"
	jiraEpic      = "epic"   // the key of the epic of an issue
	jiraParent    = "parent" // the key or the id of the issue above
	jiraCategory  = "status category"
	jiraResolved  = "resolved"
	jiraComment   = "comment"
	jiraBlocks    = "blocks"
	jiraBlockedBy = "blocked by"
)

// jiraPeople are the people of an issue, of whom Jira Cloud says both the name and the account.
var jiraPeople = []struct{ name, account string }{
	{"owner", "assignee id"}, {"reporter", "reporter id"}, {"creator", "creator id"},
}

// jiraHeaders lists, per field, what an export of Jira calls it, in English and in German, best first. Fields that may
// repeat take all of their columns, the others those of the best header.
var jiraHeaders = []struct {
	field   string
	repeats bool
	headers []string
}{
	{"external_id", false, []string{"Issue key", "Work item key", "Vorgangsschlüssel"}},
	{"name", false, []string{"Summary", "Zusammenfassung"}},
	{"description", false, []string{"Description", "Beschreibung"}},
	{"owner", false, []string{"Assignee", "Zugewiesene Person", "Bearbeiter"}},
	{"team", false, []string{"Project name", "Projektname", "Component/s", "Components", "Komponenten"}},
	{"start_date", false, []string{"Start date", "Custom field (Start date)", "Custom field (Target start)", "Startdatum", "Benutzerdefiniertes Feld (Start date)"}},
	{"launch_date", false, []string{"Due date", "Fälligkeitsdatum", "Custom field (Due date)", "Custom field (Target end)"}},
	{jiraType, false, []string{"Issue Type", "Work type", "Vorgangstyp"}},
	{jiraID, false, []string{"Issue id", "Work item id", "Vorgangs-ID"}},
	{jiraEpicName, false, []string{"Custom field (Epic Name)", "Epic Name", "Benutzerdefiniertes Feld (Epic Name)"}},
	{jiraEpic, false, []string{"Custom field (Epic Link)", "Epic Link", "Benutzerdefiniertes Feld (Epic Link)"}},
	{jiraParent, false, []string{"Parent key", "Parent", "Parent id", "Übergeordnet"}},
	{jiraCategory, false, []string{"Status Category", "Statuskategorie"}},
	{jiraResolved, false, []string{"Resolved", "Erledigt"}},
	{"assignee id", false, []string{"Assignee Id"}},
	{"reporter", false, []string{"Reporter"}},
	{"reporter id", false, []string{"Reporter Id"}},
	{"creator", false, []string{"Creator"}},
	{"creator id", false, []string{"Creator Id"}},
	{jiraComment, true, []string{"Comment", "Comments", "Kommentar"}},
	{jiraBlocks, true, []string{"Outward issue link (Blocks)", "Outward issue link (Blocker)"}},
	{jiraBlockedBy, true, []string{"Inward issue link (Blocks)", "Inward issue link (Blocker)"}},
}

// jiraExport is an export of Jira as it is read: epics are programs, and other issues their milestones where asked.
type jiraExport struct {
	*collector
	asked   bool
	columns map[string]column
	names   map[string]string // account -> name
	header  int               // cells in it
	epics   []*jiraIssue
	issues  []*jiraIssue
	other   int // issues that are no epics and were not asked for
}

// jiraIssue is one issue before its values are read.
type jiraIssue struct {
	record  *record
	said    map[string]string   // the fields of Jira
	lists   map[string][]string // those that repeat
	key, id string
}

// readJira reads the text as an export of Jira. It gives false where the first row is not the header of one.
func readJira(ctx context.Context, s *source, delimiter byte, options Options) (portfolio.IncomingFile, bool, error) {
	in, err := s.text()
	if err != nil {
		return portfolio.IncomingFile{}, false, err
	}
	scanner := newRecordScanner(in, delimiter)
	raw, err := scanner.next()
	if err != nil {
		return portfolio.IncomingFile{}, false, nil //nolint:nilerr // the reader of tables says what is wrong
	}
	header, err := raw.cells(delimiter)
	if err != nil || len(header) > maxJiraColumns {
		return portfolio.IncomingFile{}, false, nil //nolint:nilerr // likewise
	}
	j := &jiraExport{collector: newCollector(), names: map[string]string{}, asked: options.IssuesAsMilestones, header: len(header)}
	j.columns, err = jiraColumns(s.name, header, options.Mapping)
	switch {
	case err != nil:
		return portfolio.IncomingFile{}, true, err
	case !j.isExport() && len(options.Mapping) == 0 && j.lacksTypes(header):
		return portfolio.IncomingFile{}, true, portfolio.Invalidf("%s looks like an export of Jira without the column %q, which says what is an epic; export it with that column.", s.name, "Issue Type")
	case !j.isExport():
		return portfolio.IncomingFile{}, false, nil
	}
	j.nameUnread(header)
	if err := j.readRows(ctx, scanner, delimiter); err != nil {
		return portfolio.IncomingFile{}, true, err
	}
	return j.incoming(), true, nil
}

// isExport reports whether the columns are those of Jira: no other program has a key and a type of issues.
func (j *jiraExport) isExport() bool {
	for _, field := range []string{"external_id", "name", jiraType} {
		if _, ok := j.columns[field]; !ok {
			return false
		}
	}
	return true
}

// lacksTypes reports whether all that a table lacks to be an export of Jira is what kind each issue is.
func (j *jiraExport) lacksTypes(header []string) bool {
	_, key := j.columns["external_id"]
	_, summary := j.columns["name"]
	return key && summary && !slices.ContainsFunc(header, func(h string) bool { return fieldOfHeader()[headerKey(h)].field == "name" })
}

// jiraColumns finds the columns that are read. What the person maps goes before what Jira calls it; a field that is mapped to
// no column is not read.
func jiraColumns(name string, header []string, mapping map[string]string) (map[string]column, error) {
	at := map[string][]int{}
	for i, h := range header {
		at[headerKey(h)] = append(at[headerKey(h)], i)
	}
	columns := map[string]column{}
	for _, known := range jiraHeaders {
		for _, h := range known.headers {
			indexes := at[headerKey(h)]
			c, found := columns[known.field]
			if len(indexes) == 0 || found && !known.repeats {
				continue
			}
			c.field, c.indexes = known.field, append(c.indexes, indexes...)
			c.header = header[c.indexes[0]]
			columns[known.field] = c
		}
	}
	if columns["external_id"].indexes == nil || columns[jiraType].indexes == nil {
		return columns, nil
	}
	named := map[string]string{}
	for field, h := range mapping {
		if h != "" {
			named[field] = h
		} else if field != "external_id" && field != "name" { // without them an issue is none
			delete(columns, field)
		}
	}
	chosen, err := mappedColumns(name, header, named)
	maps.Copy(columns, chosen)
	return columns, err
}

// nameUnread warns about the columns that nothing reads, each named once.
func (j *jiraExport) nameUnread(header []string) {
	used := map[int]bool{}
	for _, c := range j.columns {
		for _, i := range c.indexes {
			used[i] = true
		}
	}
	var unread []string
	for i, h := range header {
		if h = excerpt(h); !used[i] && h != "" && !slices.Contains(unread, h) {
			unread = append(unread, h)
		}
	}
	if len(unread) > 0 {
		j.warn(0, "", "Columns that were not read: "+listed(unread)+".")
	}
}

// readRows reads the issues below the header.
func (j *jiraExport) readRows(ctx context.Context, scanner *recordScanner, delimiter byte) error {
	headers := map[string]string{}
	for field, c := range j.columns {
		headers[field] = excerpt(c.header)
	}
	for {
		raw, err := scanner.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return err
		}
		cells, err := raw.cells(delimiter)
		switch {
		case err != nil:
			j.reject(raw.line, "%s.", sentence(err.Error()))
		case blanks(cells) == len(cells):
		case len(cells)-blankEnd(cells) > j.header:
			j.reject(raw.line, "The row has %d cells and the header %d.", len(cells)-blankEnd(cells), j.header)
		default:
			j.addIssue(raw.line, cells, headers)
		}
	}
}

// blankEnd counts the blank cells at the end of a row.
func blankEnd(cells []string) int {
	n := 0
	for n < len(cells) && strings.TrimSpace(cells[len(cells)-1-n]) == "" {
		n++
	}
	return n
}

// addIssue takes a row.
func (j *jiraExport) addIssue(line int, cells []string, headers map[string]string) {
	issue := &jiraIssue{record: &record{row: line, columns: headers, cells: map[string]string{}, texts: map[string]string{}},
		said: map[string]string{}, lists: map[string][]string{}}
	for field, c := range j.columns {
		for n, i := range c.indexes {
			switch {
			case i >= len(cells):
			case slices.ContainsFunc(programFields, func(f jiraField) bool { return f.name == field }):
				if n == 0 || field == "team" && issue.record.cells[field] == "" {
					issue.record.cells[field] = lively(cells[i])
				}
			case field == jiraComment || field == jiraBlocks || field == jiraBlockedBy:
				if strings.TrimSpace(cells[i]) != "" {
					issue.lists[field] = append(issue.lists[field], cells[i])
				}
			case n == 0:
				issue.said[field] = strings.TrimSpace(cells[i])
			}
		}
	}
	for _, person := range jiraPeople {
		if account := issue.said[person.account]; account != "" {
			j.names[account] = strings.TrimSpace(cmp.Or(issue.said[person.name], issue.record.cells[person.name]))
		}
	}
	issue.key, issue.id = strings.TrimSpace(issue.record.cells["external_id"]), issue.said[jiraID]
	switch {
	case issue.key == "":
		j.reject(line, "The issue has no key.")
	case isEpic(issue.said[jiraType]):
		j.epics = append(j.epics, issue)
	case j.asked:
		issue.lists = nil
		j.issues = append(j.issues, issue)
	default:
		j.other++
	}
}

// isEpic reports whether a type of issues is the one of epics.
func isEpic(issueType string) bool {
	kind := portfolio.Fold(issueType)
	return kind == "epic" || kind == "epos"
}

// warnUnread counts what was not read.
func (j *jiraExport) warnUnread(format string, n int) {
	if n > 0 {
		j.warn(0, "", fmt.Sprintf(format, n))
	}
}
