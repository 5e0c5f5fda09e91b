package cli

import (
	"encoding/csv"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// libreOffice converts a file with a program that shares no code with ours. It skips the test where there is none.
func libreOffice(t *testing.T, path, to string, args ...string) string {
	t.Helper()
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: what it writes and reads is not tried")
	}
	out := t.TempDir()
	args = append([]string{"-env:UserInstallation=file://" + t.TempDir(), "--headless"}, args...)
	args = append(args, "--convert-to", to, "--outdir", out, path)
	if printed, err := exec.CommandContext(t.Context(), office, args...).CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, printed)
	}
	return out
}

// officeBook gives a year of the government portfolio as LibreOffice saves it as XLSX.
func officeBook(t *testing.T, year string) string {
	t.Helper()
	out := libreOffice(t, governmentFile(t, year), "xlsx", "--infilter=CSV:59,34,1,1") // ";", '"", Windows-1252, from row 1
	return filepath.Join(out, "gmpp-"+year+".xlsx")
}

func TestImport_workbooksOfLibreOfficeHaveThePublishedFigures(t *testing.T) {
	dataDir, first, second := t.TempDir(), officeBook(t, "2021"), officeBook(t, "2022")
	for _, step := range []struct {
		asOf, path              string
		new, changed, unchanged int
	}{
		{"2021-03-31", first, 184, 0, 0},
		{"2021-03-31", first, 0, 0, 184},
		{"2021-03-31", governmentFile(t, "2021"), 0, 0, 184},
		{"2022-03-31", second, 76, 159, 0},
		{"2022-03-31", second, 0, 0, 235},
		{"2022-03-31", governmentFile(t, "2022"), 0, 15, 220}, // LibreOffice makes two line ends of the \r\r\n in 15 of its texts
	} {
		file := decode[importResult](t, mustRun(t, "--data-dir", dataDir, "import", "--json", "--as-of", step.asOf, step.path)).Files[0]
		if file.New != step.new || file.Changed != step.changed || file.Unchanged != step.unchanged || len(file.Rejected) != 0 {
			t.Errorf("%s: %d new, %d changed, %d unchanged, %d rejected; want %d, %d, %d, 0", filepath.Base(step.path),
				file.New, file.Changed, file.Unchanged, len(file.Rejected), step.new, step.changed, step.unchanged)
		}
	}
}

func TestImport_saysSheetRowAndColumnOfAWorkbook(t *testing.T) {
	dataDir, empty, book := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "book.xlsx")
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.json", `[{"id": "a", "name": "A", "owner": "purple"}]`))
	mustRun(t, "--data-dir", dataDir, "export", "--format", "xlsx", "--out", book)
	printed := mustRun(t, "--data-dir", empty, "import", "--map", "status=owner", book)
	for _, want := range []string{"sheet programs: Columns that were not read: ", `sheet programs, row 2, owner: "purple" is not a known status; it counts as not reported.`} {
		if !strings.Contains(printed, want) {
			t.Errorf("%q is not in\n%s", want, printed)
		}
	}
	result := mustRun(t, "--data-dir", empty, "import", "--dry-run", "--json", "--map", "status=owner", book)
	if !strings.Contains(result, `"sheet": "programs"`) {
		t.Errorf("no sheet in\n%s", result)
	}
}

func TestImport_takesTheSheetThatIsNamed(t *testing.T) {
	dataDir, empty, book := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "book.xlsx")
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.json", `[{"id": "a", "name": "A", "strategic_objectives": ["Grow", "Save"]}]`))
	mustRun(t, "--data-dir", dataDir, "export", "--format", "xlsx", "--out", book)
	if printed := mustRun(t, "--data-dir", empty, "import", "--dry-run", "--sheet", "Objectives", book); !strings.Contains(printed, "2 new, 0 changed, 0 unchanged, 0 rejected") {
		t.Error(printed)
	}
	if said := mustFail(t, exitFailure, "--data-dir", empty, "import", "--sheet", "Plans", book); !strings.Contains(said, `book.xlsx has no sheet "Plans"`) {
		t.Error(said)
	}
}

// bookkeeping are the fields that a workbook does not hold.
var bookkeeping = []string{"created_at", "updated_at", "archived_at", "revision"}

// withoutBookkeeping takes them out of a JSON document.
func withoutBookkeeping(t *testing.T, document string) string {
	t.Helper()
	lines := strings.Split(document, "\n")
	lines = slices.DeleteFunc(lines, func(line string) bool {
		name, _, _ := strings.Cut(strings.TrimLeft(line, " \""), `"`)
		return slices.Contains(bookkeeping, name)
	})
	return strings.ReplaceAll(strings.Join(lines, "\n"), ",\n", "\n") // whether another member follows is no matter
}

func TestExport_workbookComesInAgainWholeButForBookkeeping(t *testing.T) {
	dataDir, empty, book := t.TempDir(), t.TempDir(), filepath.Join(t.TempDir(), "sample.xlsx")
	mustRun(t, "--data-dir", dataDir, "sample")
	mustRun(t, "--data-dir", dataDir, "export", "--format", "xlsx", "--out", book)
	file := decode[importResult](t, mustRun(t, "--data-dir", empty, "import", "--json", book)).Files[0]
	if file.New == 0 || len(file.Rejected)+len(file.Warnings) != 0 {
		t.Errorf("%+v", file)
	}
	before := withoutBookkeeping(t, mustRun(t, "--data-dir", dataDir, "export"))
	after := withoutBookkeeping(t, mustRun(t, "--data-dir", empty, "export"))
	if before != after {
		a, b := strings.Split(before, "\n"), strings.Split(after, "\n")
		for i := range min(len(a), len(b)) {
			if a[i] != b[i] {
				t.Fatalf("line %d was %q and came in as %q; %d lines became %d", i+1, a[i], b[i], len(a), len(b))
			}
		}
		t.Errorf("%d lines became %d", len(a), len(b))
	}
	if again := decode[importResult](t, mustRun(t, "--data-dir", dataDir, "import", "--json", book)).Files[0]; again.Unchanged != file.New {
		t.Errorf("the portfolio's own export changes it: %+v", again)
	}
}

// dangerous is a portfolio whose texts a spreadsheet would run if it took them for formulas.
const dangerous = `{"format": "portfolio-ai", "version": 1, "programs": [
	{"id": "a", "name": "=HYPERLINK(\"http://x.test\")", "owner": "+Ada", "team": "@all", "description": "-one", "status": "At Risk",
	 "launch_date": "2026-04-03", "progress": 40, "risks": [{"id": "r", "title": "=1+1", "status": "Open", "review_date": "2026-05-01"}],
	 "milestones": [{"id": "m", "name": "M", "due_date": "2026-02-01"}]}],
	"objectives": [{"id": "o", "name": "grow"}], "status_updates": [{"id": "u", "program_id": "a", "date": "2026-03-01", "text": "=2+2", "progress": 40}],
	"dependencies": []}`

// dangerousBook gives the path of a workbook of the dangerous portfolio.
func dangerousBook(t *testing.T) string {
	t.Helper()
	dataDir, book := t.TempDir(), filepath.Join(t.TempDir(), "book.xlsx")
	mustRun(t, "--data-dir", dataDir, "import", write(t, "a.json", dangerous))
	mustRun(t, "--data-dir", dataDir, "export", "--format", "xlsx", "--out", book)
	return book
}

// foundSheet is what openpyxl finds in a sheet. A type is "s" for a text, "n" for a number, "d" for a day, "f" for a formula.
type foundSheet struct {
	Frozen, Filter string
	Bold           bool
	Rows           [][]*foundCell // nil where nothing stands
}

type foundCell struct{ Type, Value string }

func TestExport_openpyxlReadsTheWorkbookWithRealTypes(t *testing.T) {
	const python = "/usr/bin/python3" // that of the system, for which the package is; another may come first in the path
	if out, err := exec.CommandContext(t.Context(), python, "-c", "import openpyxl").CombinedOutput(); err != nil {
		t.Skipf("python3-openpyxl is not installed: what it reads is not tried (%v: %s)", err, out)
	}
	printed, err := exec.CommandContext(t.Context(), python, filepath.Join("testdata", "read_workbook.py"), dangerousBook(t)).Output()
	if err != nil {
		t.Fatal(err)
	}
	var sheets map[string]foundSheet
	if err := json.Unmarshal(printed, &sheets); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct {
		filter string
		cells  map[string]string // header -> type and value in the first row of data
	}{
		"programs": {"A1:N2", map[string]string{"name": `s =HYPERLINK("http://x.test")`, "owner": "s +Ada", "team": "s @all", "description": "s -one",
			"status": "s At Risk", "launch_date": "d 2026-04-03 00:00:00", "progress": "n 40", "start_date": ""}},
		"risks":          {"A1:J2", map[string]string{"title": "s =1+1", "review_date": "d 2026-05-01 00:00:00"}},
		"milestones":     {"A1:G2", map[string]string{"name": "s M", "due_date": "d 2026-02-01 00:00:00", "completed_date": ""}},
		"objectives":     {"A1:C2", map[string]string{"name": "s grow"}},
		"status_updates": {"A1:H2", map[string]string{"date": "d 2026-03-01 00:00:00", "text": "s =2+2", "progress": "n 40"}},
		"dependencies":   {"A1:D1", nil},
	} {
		sheet, ok := sheets[name]
		if !ok || sheet.Frozen != "A2" || !sheet.Bold || strings.ReplaceAll(sheet.Filter, "$", "") != want.filter {
			t.Errorf("the sheet %s (found: %t): frozen at %q, filter %q, bold header %t", name, ok, sheet.Frozen, sheet.Filter, sheet.Bold)
		}
		for header, cell := range want.cells {
			at := slices.IndexFunc(sheet.Rows[0], func(c *foundCell) bool { return c != nil && c.Value == header })
			if at < 0 {
				t.Errorf("the sheet %s has no column %s", name, header)
				continue
			}
			got := ""
			if c := sheet.Rows[1][at]; c != nil {
				got = c.Type + " " + c.Value
			}
			if got != cell {
				t.Errorf("the sheet %s has %q under %s, want %q", name, got, header, cell)
			}
		}
	}
	if len(sheets) != 6 {
		t.Errorf("%d sheets", len(sheets))
	}
}

func TestExport_libreOfficeReadsTheWorkbookAndRunsNothing(t *testing.T) {
	out := libreOffice(t, dangerousBook(t), `csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1`) // every sheet, as shown
	for name, want := range map[string]string{
		"programs": `a||=HYPERLINK("http://x.test")|At Risk||+Ada|@all||||2026-04-03|40|2026-03-01|-one`,
		"risks":    "r|a|=1+1|||Open||2026-05-01||", "objectives": "o|grow|", "dependencies": "",
	} {
		f, err := os.Open(filepath.Join(out, "book-"+name+".csv"))
		if err != nil {
			t.Error(err)
			continue
		}
		rows, err := csv.NewReader(f).ReadAll()
		_ = f.Close() // it was only read
		got := ""
		if len(rows) > 1 {
			got = strings.Join(rows[1], "|")
		}
		if err != nil || got != want {
			t.Errorf("the sheet %s is shown as %q, want %q (%v)", name, got, want, err)
		}
	}
}
