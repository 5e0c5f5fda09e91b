package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"portfolio-ai/store/portfolio"
)

// part is a file in the archive of a workbook that a test spells out.
type part struct{ name, text string }

// archive packs parts.
func archive(t testing.TB, parts []part) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, p := range parts {
		f, err := w.Create(p.name)
		if err == nil {
			_, err = f.Write([]byte(p.text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// bookParts are the parts of a workbook of sheets. A sheet is its name and what is in its <worksheet>; a name that begins
// with "~" is hidden. The styles are: 0 general, 1 a day, 2 a day and a time, 3 a percentage, 4 a time, 5 a built-in day.
func bookParts(setting string, sheets ...part) []part {
	var list, relations strings.Builder
	parts := []part{
		{"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-409]d\ mmm\ yy\ h:mm;@"/><numFmt numFmtId="166" formatCode="0.0%"/><numFmt numFmtId="167" formatCode="[h]:mm:ss"/></numFmts>` +
			`<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/><xf numFmtId="14"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", `<sst><si><t>shared</t></si><si><r><t>rich</t></r><r><rPr><b/></rPr><t xml:space="preserve"> text_x000D_
here</t></r><rPh><t>spoken</t></rPh></si></sst>`},
	}
	for i, s := range sheets {
		name, hidden := strings.CutPrefix(s.name, "~")
		state := ""
		if hidden {
			state = ` state="hidden"`
		}
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" id="s%d"%s/>`, name, i+1, i, state)
		fmt.Fprintf(&relations, `<Relationship Id="s%d" Type="x/worksheet" Target="worksheets/sheet%d.xml"/>`, i, i+1)
		parts = append(parts, part{fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), "<worksheet>" + s.text + "</worksheet>"})
	}
	return append(parts,
		part{"xl/workbook.xml", "<workbook>" + setting + "<sheets>" + list.String() + "</sheets></workbook>"},
		part{"xl/_rels/workbook.xml.rels", `<Relationships>` + relations.String() +
			`<Relationship Id="st" Type="x/styles" Target="styles.xml"/><Relationship Id="ss" Type="x/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>`})
}

// grid spells rows of texts as cells, "" being none.
func grid(rows ...[]string) string {
	var out strings.Builder
	out.WriteString("<sheetData>")
	for r, row := range rows {
		out.WriteString("<row>")
		for c, text := range row {
			if text != "" {
				fmt.Fprintf(&out, `<c r="%s" t="inlineStr"><is><t>%s</t></is></c>`, cellName(c, r+1), text)
			}
		}
		out.WriteString("</row>")
	}
	return out.String() + "</sheetData>"
}

// book writes a workbook into a temporary folder.
func book(t testing.TB, sheets ...part) string {
	t.Helper()
	return write(t, "book.xlsx", archive(t, bookParts("", sheets...)))
}

// lying packs one part whose header says that it is small.
func lying(name string, content []byte, says uint32) []byte {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	f, err := w.CreateRaw(&zip.FileHeader{
		Name: name, CRC32: crc32.ChecksumIEEE(content), CompressedSize64: uint64(len(content)), UncompressedSize64: uint64(says),
	})
	if err == nil {
		_, err = f.Write(content)
	}
	if err != nil || w.Close() != nil {
		panic("a buffer takes everything")
	}
	return out.Bytes()
}

// protected gives a workbook with a password.
func protected(t *testing.T) []byte {
	t.Helper()
	var out bytes.Buffer
	if _, err := excelize.NewFile().WriteTo(&out, excelize.Options{Password: "secret"}); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestReadWorkbook_whatIsNoSoundWorkbookIsRefusedWithASentence(t *testing.T) {
	sound := archive(t, bookParts("", part{"Projects", grid([]string{"name"}, []string{"A"})}))
	encrypted := protected(t)
	entities := `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`
	with := func(name, text string) []byte {
		parts := bookParts("", part{"Projects", grid([]string{"name"}, []string{"A"})})
		for i := range parts {
			if parts[i].name == name {
				parts[i].text = text
			}
		}
		return archive(t, parts)
	}
	const sheet = "xl/worksheets/sheet1.xml"
	row := func(cells string) []byte {
		return with(sheet, "<worksheet><sheetData><row>"+cells+"</row></sheetData></worksheet>")
	}
	bomb := strings.Repeat(" ", 20<<20)
	tests := []refusalTest{
		{"cut off", "a.xlsx", sound[:len(sound)*2/3], "a.xlsx is damaged or cut off"},
		{"cut off and called CSV", "a.csv", sound[:len(sound)/2], "a.csv is damaged or cut off"},
		{"a text called XLSX", "a.xlsx", []byte("name\nA\n"), "a.xlsx is no workbook, although its name says so; CSV"},
		{"with a password", "a.xlsx", encrypted, "a.xlsx is protected with a password; save it without one"},
		{"with a password and another name", "a.dat", encrypted, "a.dat is protected with a password"},
		{"old Office document", "a.xls", append([]byte(oldOffice), make([]byte, 1024)...), "a.xls is an old Office document (such as XLS or MPP); CSV"},
		{"empty archive", "a.xlsx", archive(t, nil), "an empty ZIP archive"},
		{"some archive", "a.zip", archive(t, []part{{"readme.txt", "hello"}}), "a.zip is a ZIP archive and no workbook; CSV"},
		{"OpenDocument", "a.ods", archive(t, []part{{"mimetype", "x"}, {"content.xml", "<a/>"}}), "a.ods is an OpenDocument file"},
		{"a letter", "a.docx", archive(t, []part{{"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="word/document.xml"/></Relationships>`}, {"word/_rels/document.xml.rels", "<Relationships/>"}, {"word/document.xml", "<document/>"}}),
			"a.docx is an Office document, but no workbook"},
		{"binary workbook", "a.xlsb", archive(t, []part{{"_rels/.rels", `<Relationships><Relationship Id="r" Type="x/officeDocument" Target="xl/workbook.bin"/></Relationships>`}}), "save it as XLSX"},
		{"a part twice", "a.xlsx", archive(t, []part{{"xl/a.xml", ""}, {"XL/a.xml", ""}}), `it has "XL/a.xml" twice`},
		{"no such part", "a.xlsx", archive(t, bookParts("", part{"Projects", ""})[:1]), "its part xl/_rels/workbook.xml.rels cannot be read (there is none)"},
		{"broken XML", "a.xlsx", with(sheet, "<worksheet><sheetData><row><c>"), "its part xl/worksheets/sheet1.xml cannot be read (XML syntax error on line 1: unexpected EOF)"},
		{"entities", "a.xlsx", with(sheet, entities), "it declares a document type"},
		{"unknown entity", "a.xlsx", row("<c t=\"str\"><v>&b;</v></c>"), "invalid character entity &b;"},
		{"deep elements", "a.xlsx", row(strings.Repeat("<c><f>", 1000)), "more than 100 elements are inside of each other"},
		{"rows out of order", "a.xlsx", with(sheet, `<worksheet><sheetData><row r="2"/><row r="1"/></sheetData></worksheet>`), "row 1 follows row 2"},
		{"cells out of order", "a.xlsx", row(`<c r="B1"/><c r="A1"/>`), "the cells of row 1 are not in order"},
		{"no such column", "a.xlsx", row(`<c r="ZZZZ1"/>`), `"ZZZZ1" is not the name of a cell`},
		{"no such text", "a.xlsx", row(`<c t="s"><v>7</v></c>`), "points to the text 7"},
		{"size that lies", "a.xlsx", lying("_rels/.rels", []byte("<Relationships>"), 3), "a.xlsx is damaged"},
		{"zip bomb", "a.xlsx", with("xl/sharedStrings.xml", "<sst>"+bomb+"</sst>"), "a.xlsx unzips to more than 100 times its size"},
		{"bomb in a sheet", "a.xlsx", with(sheet, "<worksheet><sheetData>"+bomb), "a.xlsx unzips to more than 100 times its size"},
		{"no cells", "a.xlsx", with(sheet, "<worksheet/>"), "has nothing in a sheet that is shown"},
		{"no programs", "a.xlsx", row(`<c t="str"><v>colour</v></c>`), "The sheet Projects of a.xlsx has no column that holds the name of a program; its columns are: colour."},
		{"too many columns", "a.xlsx", row(`<c t="str"><v>name</v></c><c r="BBB1"><v>1</v></c>`), "The sheet Projects of a.xlsx has 1406 columns"},
	}
	for _, test := range tests {
		t.Run(test.name, test.refused)
	}
}

// Parts that are named like files elsewhere are never written, read or looked for outside of the archive.
func TestReadWorkbook_namesThatLeadElsewhereLeadNowhere(t *testing.T) {
	parts := append(bookParts("", part{"Projects", grid([]string{"name"}, []string{"A"})}), part{"../../evil.txt", "x"}, part{"/etc/evil.txt", "x"})
	path := write(t, "book.xlsx", archive(t, parts))
	if file := readFile(t, path); len(file.Programs) != 1 {
		t.Errorf("%+v", file)
	}
	for i, p := range parts {
		if p.name == "xl/_rels/workbook.xml.rels" {
			parts[i].text = strings.ReplaceAll(p.text, "worksheets/sheet1.xml", "../../../../../../etc/passwd")
		}
	}
	path = write(t, "book.xlsx", archive(t, parts))
	if message := refusal(t, path); !strings.Contains(message, "its part etc/passwd cannot be read (there is none)") {
		t.Error(message)
	}
	if left, err := filepath.Glob(filepath.Join(filepath.Dir(path), "*")); err != nil || len(left) != 1 {
		t.Errorf("something was left beside the file: %v, %v", left, err)
	}
}

// A small file can make a large sheet of one text that many cells share, of cells that are merged, and of rows.
func TestReadWorkbook_whatGrowsBeyondItsFileIsRefusedInBoundedMemory(t *testing.T) {
	long := strings.Repeat("word ", 6000)
	cells := strings.Repeat(`<row><c t="s"><v>0</v></c></row>`, 20_000)
	var varied strings.Builder
	for n := range maxSheetRows + 1 {
		fmt.Fprintf(&varied, `<row><c><v>%d</v></c></row>`, n*n*n%999_983)
	}
	shared := bookParts("", part{"Projects", "<sheetData><row><c t=\"str\"><v>name</v></c></row>" + cells + "</sheetData>"})
	shared[2].text = "<sst><si><t>" + long + "</t></si></sst>"
	noise := make([]byte, 1<<20) // does not get smaller, so that the ratio is not what ends it
	_, _ = rand.NewChaCha8([32]byte{}).Read(noise)
	padding := part{"docProps/padding.bin", string(noise)}
	merged := bookParts("", part{"Projects", `<sheetData><row><c t="str"><v>name</v></c></row><row><c t="s"><v>0</v></c><c r="ALK2"><v>1</v></c></row>` +
		strings.Repeat(`<row><c r="A1"><v>1</v></c></row>`, 50) + `</sheetData><mergeCells><mergeCell ref="A2:ALJ9999"/></mergeCells>`})
	merged[2].text = shared[2].text
	tests := []struct {
		name  string
		parts []part
		want  string
	}{
		{"one text in many cells", append(shared, padding), "more than 256 MB of text in its cells"},
		{"one text in merged cells", append(merged, padding), "more than 256 MB of text in its cells"},
		{"rows", append(bookParts("", part{"Projects", "<sheetData><row><c t=\"str\"><v>name</v></c></row>" + varied.String() + "</sheetData>"}), padding),
			"The sheet Projects of book.xlsx has more than 120000 rows"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := write(t, "book.xlsx", archive(t, test.parts))
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			message := refusal(t, path)
			runtime.ReadMemStats(&after)
			if !strings.Contains(message, test.want) {
				t.Errorf("the sentence is %q, want it to hold %q", message, test.want)
			}
			t.Logf("allocated %d MB in all, %d MB are held", (after.TotalAlloc-before.TotalAlloc)>>20, after.HeapAlloc>>20)
			if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 300 {
				t.Errorf("the refusal took %d MB of memory", taken)
			}
		})
	}
}

func TestReadWorkbook_aStoppedImportSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Read(ctx, book(t, part{"Projects", grid([]string{"name"}, []string{"A"})}), Options{}); portfolio.ErrorCode(err) != portfolio.ECancelled {
		t.Error(err)
	}
}

func TestReadWorkbook_leavesNothingInTheTemporaryFolder(t *testing.T) {
	folder := t.TempDir()
	path := book(t, part{"Projects", grid([]string{"name", "description"}, []string{"A", strings.Repeat("x", 20_000)})})
	t.Setenv("TMPDIR", folder)
	readFile(t, path)
	if left, err := os.ReadDir(folder); err != nil || len(left) != 0 {
		t.Errorf("it left %v, %v", left, err)
	}
}
