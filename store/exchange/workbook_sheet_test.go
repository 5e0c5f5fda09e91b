package exchange

import (
	"strings"
	"testing"
)

// someSheets is a workbook with programs on two sheets of other columns, one of them hidden, and with a sheet of other things.
func someSheets(t *testing.T) string {
	t.Helper()
	return write(t, "book.xlsx", archive(t, bookParts("",
		part{"Best", grid([]string{"name", "status", "owner"}, []string{"A", "Red", "Ada"})},
		part{"Second", grid([]string{"name", "status"}, []string{"B", "Red"}, []string{"C", "Red"})},
		part{"Risks", grid([]string{"program_id", "title"}, []string{"a", "Fire"})},
		part{"~Hidden", grid([]string{"name"}, []string{"D"})},
		part{"Wide", `<sheetData><row><c t="str"><v>name</v></c><c r="BBB1"><v>1</v></c></row></sheetData>`},
	)))
}

func TestReadWorkbook_theSheetThatIsAskedForIsReadAndTheOthersAreNamed(t *testing.T) {
	for _, test := range []struct{ asked, want, note string }{
		{"", "Best!2 A", "Sheets that were not read: Second, Wide."},
		{"Second", "Second!2 B, Second!3 C", "Sheets that were not read: Best, Wide."},
		{"second", "Second!2 B, Second!3 C", "Sheets that were not read: Best, Wide."},
		{"Hidden", "Hidden!2 D", "Sheets that were not read: Best, Second, Wide."},
		{"Risks", "Risks!2 Fire", "Sheets that were not read: Best, Second, Wide."},
	} {
		file, err := Read(t.Context(), someSheets(t), Options{Sheet: test.asked})
		if err != nil {
			t.Fatal(err)
		}
		if got, said := programNames(file), strings.Join(notes(file), "\n"); got != test.want || !strings.Contains(said, test.note) {
			t.Errorf("%q: the programs are %s, and it says %s", test.asked, got, said)
		}
	}
}

func TestReadWorkbook_aSheetThatCannotBeReadIsRefusedWhereItIsAskedFor(t *testing.T) {
	for asked, want := range map[string]string{
		"None": `book.xlsx has no sheet "None" in which something stands; its sheets are: Best, Second, Wide.`,
		"Wide": "The sheet Wide of book.xlsx has 1406 columns; a table of programs may have up to 1000.",
	} {
		_, err := Read(t.Context(), someSheets(t), Options{Sheet: asked})
		if err == nil || err.Error() != want {
			t.Errorf("reading says %v, want %s", err, want)
		}
		if _, err := Inspect(t.Context(), someSheets(t), asked); err == nil || err.Error() != want {
			t.Errorf("the look says %v, want %s", err, want)
		}
	}
}

func TestInspect_looksAtTheSheetThatIsAskedForAndOffersTheOthers(t *testing.T) {
	for asked, want := range map[string]string{"": "Best 1", "Second": "Second 2", "Hidden": "Hidden 1"} {
		layout, err := Inspect(t.Context(), someSheets(t), asked)
		if err != nil {
			t.Fatal(err)
		}
		if got := layout.Sheet + " " + string(rune('0'+layout.Rows)); got != want || !strings.HasPrefix(strings.Join(layout.Sheets, " "), "Best Second") {
			t.Errorf("%q: the sheet and its rows are %s of %v, want %s", asked, got, layout.Sheets, want)
		}
	}
}
