package exchange

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// write puts a file into a temporary folder.
func write(t testing.TB, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// readText reads a file of the name and the content.
func readText(t *testing.T, name, content string) portfolio.IncomingFile {
	t.Helper()
	return readFile(t, write(t, name, []byte(content)))
}

// refusal gives the sentence with which a file is refused.
func refusal(t *testing.T, path string) string {
	t.Helper()
	_, err := Read(context.Background(), path, Options{})
	if portfolio.ErrorCode(err) != portfolio.EInvalid {
		t.Fatalf("Read(%s) = %v, want an error of the code invalid", filepath.Base(path), err)
	}
	return err.Error()
}

// refusalTest is a file that is refused with a sentence that holds want.
type refusalTest struct {
	name, file string
	content    []byte
	want       string
}

func (test refusalTest) refused(t *testing.T) {
	message := refusal(t, write(t, test.file, test.content))
	if !strings.Contains(message, test.want) {
		t.Errorf("the sentence is %q, want it to hold %q", message, test.want)
	}
	if strings.Contains(message, "\n") || !strings.HasSuffix(message, ".") {
		t.Errorf("%q is not one sentence", message)
	}
}

func TestRead_whatIsNoPortfolioIsRefusedWithASentence(t *testing.T) {
	wide := strings.Repeat("column,", 9_999) + "name\n"
	tests := []refusalTest{
		{"empty", "a.csv", nil, "a.csv is empty; there is nothing to import."},
		{"blank", "a.csv", []byte(" \r\n\n"), "holds nothing but blanks"},
		{"binary", "a.csv", []byte{0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 3, 0}, "a.csv is not a text file"},
		{"binary JSON", "a.json", []byte("[\x00\x01\x02\x03\x04]"), "a.json is not a text file"},
		{"zero byte far inside", "a.csv", append([]byte(strings.Repeat("name\n", 200_000)), 0), "a.csv is not a text file"},
		{"XML", "plan.xml", []byte("<?xml version=\"1.0\"?><Project/>"), "is an XML document"},
		{"another kind", "a.docx", []byte("some words"), "cannot be imported (.docx); CSV"},
		{"10,000 columns", "a.csv", []byte(wide), "a.csv has 10000 columns; a table of programs may have up to 1000."},
		{"no name column", "a.csv", []byte("colour,size\nred,5\n"), "no column that holds the name of a program; its columns are: colour, size."},
		{"JSON text", "a.json", []byte(`"hello"`), "a JSON file is a list of programs or an export"},
		{"JSON object", "a.json", []byte(`{"hello": []}`), "a JSON file is a list of programs or an export"},
		{"JSON of another program", "a.json", []byte(`{"format": "other", "programs": []}`), `its format is "other"`},
		{"JSON of a newer version", "a.json", []byte(`{"format": "portfolio-ai", "version": 2, "programs": []}`), "has version 2 of the format"},
		{"JSON cut off", "a.json", []byte(`[{"name": "A"},`), "ends in the middle"},
		{"broken JSON", "a.json", []byte("[\n{\"name\": \"A\"},\n{oops}]"), "in line 3"},
		{"JSON and more", "a.json", []byte(`[] []`), "goes on after the end"},
		{"deep JSON", "a.json", []byte(strings.Repeat("[", 100_000)), "not valid JSON"},
	}
	for _, test := range tests {
		t.Run(test.name, test.refused)
	}
}

func TestRead_missingFileAndFolderAreRefused(t *testing.T) {
	folder := t.TempDir()
	if message := refusal(t, filepath.Join(folder, "none.csv")); !strings.Contains(message, "There is no file") {
		t.Error(message)
	}
	if message := refusal(t, folder); !strings.Contains(message, "is a folder") {
		t.Error(message)
	}
	if os.Getuid() == 0 {
		t.Log("running as root, who may read everything: the file without permissions is not tried")
		return
	}
	path := write(t, "closed.csv", []byte("name\nA\n"))
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	if message := refusal(t, path); !strings.Contains(message, "permission denied") {
		t.Error(message)
	}
}

// A file of 200 MB in one line has no end that could be waited for.
func TestRead_hugeLineIsRefusedAfterItsFirstMegabytes(t *testing.T) {
	for _, name := range []string{"huge.csv", "huge.json"} {
		path := filepath.Join(t.TempDir(), name)
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		if name == "huge.json" {
			_, err = f.WriteString(`["`)
		}
		block := bytes.Repeat([]byte("x"), 1<<20)
		for n := 0; n < 200 && err == nil; n++ {
			_, err = f.Write(block)
		}
		if err = errors.Join(err, f.Close()); err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		message := refusal(t, path)
		runtime.ReadMemStats(&after)
		if taken := (after.TotalAlloc - before.TotalAlloc) >> 20; taken > 100 {
			t.Errorf("%s: the refusal took %d MB of memory", name, taken)
		}
		if !strings.Contains(message, " MB") || !strings.Contains(message, "than") {
			t.Errorf("%s: the sentence does not name the limit: %q", name, message)
		}
	}
}

func TestRead_aStoppedImportSaysSo(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, path := range []string{write(t, "a.csv", []byte("name\nA\n")), write(t, "a.json", []byte(`[{"name":"A"}]`))} {
		if _, err := Read(ctx, path, Options{}); portfolio.ErrorCode(err) != portfolio.ECancelled {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
}

func TestRead_encodingsAndDelimitersAreDetected(t *testing.T) {
	encodings := map[string]encoding.Encoding{
		"UTF-8":                    unicode.UTF8,
		"UTF-8 with mark":          unicode.UTF8BOM,
		"UTF-16 LE with mark":      unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16 BE with mark":      unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16 LE without a mark": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-16 BE without a mark": unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		"Windows-1252":             charmap.Windows1252,
	}
	rows := [][]string{
		{"name", "description", "status"},
		{"Zürich Süd", "\"Costs £5, or €6; maybe more | less\"", "Green"},
		{"Line 2", "\"one\r\ntwo\"", "Red"},
	}
	for encodingName, enc := range encodings {
		for _, delimiter := range []string{",", ";", "\t", "|"} {
			for _, end := range []string{"\n", "\r\n", "\r"} {
				t.Run(fmt.Sprintf("%s %q %q", encodingName, delimiter, end), func(t *testing.T) {
					var text strings.Builder
					for _, row := range rows {
						text.WriteString(strings.Join(row, delimiter) + end)
					}
					content, err := enc.NewEncoder().String(text.String())
					if err != nil {
						t.Fatal(err)
					}
					file := readText(t, "a.csv", content)
					if len(file.Programs) != 2 || len(file.Rejected) != 0 || len(file.Warnings) != 0 {
						t.Fatalf("%+v", file)
					}
					first, second := file.Programs[0].Program, file.Programs[1].Program
					if first.Name != "Zürich Süd" || first.Description != "Costs £5, or €6; maybe more | less" || first.Status != portfolio.OnTrack {
						t.Errorf("first row %+v", first)
					}
					if second.Description != "one\ntwo" || second.Status != portfolio.OffTrack {
						t.Errorf("second row %+v", second)
					}
				})
			}
		}
	}
}

func TestRead_lateWindows1252ByteIsFound(t *testing.T) {
	content := "name,description\n" + strings.Repeat("x,plain\n", 1) + "A,\"" + strings.Repeat("plain ", 100_000) + "\"\nB,caf\xe9\n"
	file := readText(t, "a.csv", content)
	if got := file.Programs[len(file.Programs)-1].Program.Description; got != "café" {
		t.Errorf("description %q, want café", got)
	}
}

func TestRead_leavesTheFileAlone(t *testing.T) {
	content := []byte("name,rag\nA,Green\nB,purple\n")
	path := write(t, "a.csv", content)
	readFile(t, path)
	after, err := os.ReadFile(path)
	if err != nil || !bytes.Equal(after, content) {
		t.Errorf("the file changed: %q, %v", after, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("something was left beside the file: %v, %v", entries, err)
	}
}

// messages gives the warnings of a file as "row column: message".
func messages(file portfolio.IncomingFile) []string {
	var out []string
	for _, w := range file.Warnings {
		out = append(out, fmt.Sprintf("%d %s: %s", w.Row, w.Column, w.Message))
	}
	return out
}

// hasMessage reports whether a warning holds the text.
func hasMessage(file portfolio.IncomingFile, text string) bool {
	return slices.ContainsFunc(messages(file), func(m string) bool { return strings.Contains(m, text) })
}
