package exchange

import (
	"cmp"
	"context"
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

// jiraRepeats are the fields that take all of their columns.
var jiraRepeats = func() map[string]bool {
	repeats := map[string]bool{}
	for _, known := range jiraHeaders {
		repeats[known.field] = known.repeats
	}
	return repeats
}()

// jiraExport is an export of Jira as it is read: epics are programs, and other issues their milestones where asked.
type jiraExport struct {
	*collector // where it is read to; nil until then
	asked      bool
	header     []string
	columns    map[string]column
	names      map[string]string // account -> name
	epics      []*jiraIssue
	issues     []*jiraIssue
	other      int // issues that are no epics and were not asked for
}

// jiraIssue is one issue before its values are read.
type jiraIssue struct {
	record  *record
	said    map[string]string   // the fields of Jira
	lists   map[string][]string // those that repeat
	key, id string
}

// findJira looks for the header of an export of Jira in the first row, nil where it is none.
func findJira(title string, rows rowReader, options Options) (*jiraExport, error) {
	first, err := rows.next()
	if err != nil || first.broken != nil || len(first.cells) > maxJiraColumns {
		return nil, nil //nolint:nilerr // the reader of tables says what is wrong
	}
	j := &jiraExport{asked: options.IssuesAsMilestones, header: slices.Clone(first.cells), names: map[string]string{}}
	j.columns, err = jiraColumns(title, j.header, options.Mapping)
	switch {
	case err != nil:
		return nil, err
	case j.isExport():
		return j, nil
	case len(options.Mapping) == 0 && j.lacksTypes():
		return nil, portfolio.Invalidf("%s looks like an export of Jira without the column %q, which says what is an epic; export it with that column.", title, "Issue Type")
	}
	return nil, nil
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
func (j *jiraExport) lacksTypes() bool {
	_, key := j.columns["external_id"]
	_, summary := j.columns["name"]
	return key && summary && !slices.ContainsFunc(j.header, func(h string) bool { return fieldOfHeader()[headerKey(h)].field == "name" })
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

// readColumns gives the places of the columns that are read, and warns about the others.
func (j *jiraExport) readColumns() map[int]bool {
	read := map[int]bool{}
	for _, c := range j.columns {
		for _, i := range c.indexes {
			read[i] = true
		}
	}
	if unread := unreadHeaders(j.header, read); len(unread) > 0 {
		j.warn(0, "", "Columns that were not read: "+listed(unread)+".")
	}
	return read
}

// readRows reads the issues below the header.
func (j *jiraExport) readRows(ctx context.Context, rows rowReader, c *collector) error {
	j.collector = c
	read := j.readColumns()
	headers := map[string]string{}
	for field, c := range j.columns {
		headers[field] = excerpt(c.header)
	}
	if _, err := rows.next(); err != nil { // the header
		return err
	}
	return eachRow(ctx, rows, func(row tableRow) {
		filled := len(row.cells) - blankEnd(row.cells)
		switch {
		case row.broken != nil:
			j.rejectBroken(row)
		case row.filled == 0 && len(row.faults) == 0:
		case filled > len(j.header):
			j.reject(row.number, "The row has %d cells and the header %d.", filled, len(j.header))
		default:
			for _, i := range slices.Sorted(maps.Keys(row.faults)) {
				if read[i] {
					j.warn(row.number, excerpt(j.header[i]), row.faults[i])
				}
			}
			j.addIssue(row, headers)
		}
	})
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
func (j *jiraExport) addIssue(row tableRow, headers map[string]string) {
	issue := &jiraIssue{record: &record{row: row.number, columns: headers, cells: map[string]string{}, texts: map[string]string{}},
		said: map[string]string{}, lists: map[string][]string{}}
	for field, c := range j.columns {
		for n, i := range c.indexes {
			if i >= len(row.cells) {
				continue
			}
			switch cell := row.cells[i]; {
			case hasField(programFields, field):
				if n == 0 || field == "team" && issue.record.cells[field] == "" {
					issue.record.cells[field] = cell
				}
			case jiraRepeats[field]:
				if strings.TrimSpace(cell) != "" {
					issue.lists[field] = append(issue.lists[field], cell)
				}
			case n == 0:
				issue.said[field] = strings.TrimSpace(cell)
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
		j.reject(row.number, "The issue has no key.")
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
