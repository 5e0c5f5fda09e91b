package exchange

import (
	"testing"
)

// seedSheets are the insides of sheets from which generated ones are made.
var seedSheets = []string{
	`<sheetData><row><c t="str"><v>name</v></c><c t="s"><v>0</v></c></row><row><c t="inlineStr"><is><t>A</t></is></c><c s="1"><v>46115.5</v></c></row></sheetData>`,
	`<sheetData><row r="1"><c r="A1" t="str"><v>Portfolio</v></c></row><row r="3"><c r="A3" t="str"><v>name</v></c><c r="B3" t="str"><v>progress</v></c><c r="C3" t="str"><v>owner</v></c></row>` +
		`<row r="4"><c r="A4" t="str"><f>B1</f><v>A</v></c><c r="B4" s="3"><v>0.45</v></c><c r="C4" t="e"><v>#N/A</v></c></row><row r="5"><c r="A5" t="str"><v>North</v></c></row>` +
		`<row r="9"><c r="A9" t="b"><v>1</v></c><c r="B9"><f>1+1</f></c></row></sheetData><mergeCells><mergeCell ref="A1:C2"/><mergeCell ref="A5:C5"/><mergeCell ref="C4:C9"/></mergeCells>`,
	grid([]string{"Issue key", "Issue Type", "Summary", "Parent", "Comment", "Due date"}, []string{"A-1", "Epic", "A", "A-2", "12/Mar/26;me;text"}, []string{"A-2", "Story", "B", "A-1", "", "1/Apr/26"}, []string{"A-2", "Epic"}),
	`<cols><col min="1"/></cols><sheetData><row><c t="s"><v>1</v></c></row><row/></sheetData><!-- x --><extLst><ext><row/></ext></extLst>`,
	`<sheetData><row><c t="str"><v>name</v></c></row><row><c t="str"><v>a&amp;b&#10;</v></c></row><row><c/><c t="n"><v>1e400</v></c></row></sheetData>`,
}

// Whatever the parts of a workbook hold, each row below its header in which something stands is taken in, rejected or
// named as a title, once. What comes of an export of Jira holds together.
func FuzzWorkbook(f *testing.F) {
	sound := bookParts("")
	styles, texts := sound[1].text, sound[2].text
	for _, sheet := range seedSheets {
		f.Add(sheet, texts, styles, `<workbookPr date1904="1"/>`)
	}
	f.Fuzz(func(t *testing.T, sheet, texts, styles, setting string) {
		parts := bookParts(setting, part{"S", sheet})
		parts[1].text, parts[2].text = styles, texts
		content := archive(t, parts)
		file, ok := fuzzRead(t, "a.xlsx", content)
		if !ok {
			return
		}
		if want := filledRows(t, content); want != nil {
			eachRowOnce(t, file, want)
		} else {
			holdsTogether(t, file)
		}
	})
}

// filledRows finds the rows below the header of the only sheet of a workbook, nil where that is an export of Jira.
func filledRows(t *testing.T, content []byte) map[int]bool {
	t.Helper()
	return readAgain(t, "again.xlsx", content, func(s *source) (map[int]bool, error) {
		b, err := openWorkbook(t.Context(), s)
		if err != nil {
			return nil, err
		}
		sheet, err := b.readSheet(t.Context(), b.sheets[0])
		if err != nil {
			return nil, err
		}
		found, err := rowSource{"again.xlsx", func() (rowReader, error) { return b.rows(sheet), nil }}.findHeader(Options{})
		if err != nil || found.jira != nil {
			return nil, err
		}
		rows := map[int]bool{}
		for _, row := range sheet.rows {
			if row.number > found.table.line {
				rows[row.number] = true
			}
		}
		return rows, nil
	})
}

// Whatever bytes a file has that is called a workbook, it is read or refused in a sentence.
func FuzzWorkbookFile(f *testing.F) {
	for _, sheet := range seedSheets {
		f.Add(archive(f, bookParts("", part{"S", sheet})))
	}
	f.Fuzz(func(t *testing.T, content []byte) { fuzzRead(t, "a.xlsx", content) })
}
