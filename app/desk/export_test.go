package desk

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// column exports a list as CSV and gives the cells of a column.
func column(t *testing.T, d *Desk, name string, o ExportOptions) []string {
	t.Helper()
	var out bytes.Buffer
	o.Format = exchange.CSV
	if err := d.Export(t.Context(), &out, o); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(out.String(), "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for i, header := range rows[0] {
		if header == name {
			at = i
		}
	}
	if at < 0 {
		t.Fatalf("no column %q in %v", name, rows[0])
	}
	var cells []string
	for _, row := range rows[1:] {
		cells = append(cells, row[at])
	}
	return cells
}

func TestExport_writesAListInItsOrderAndEverythingByName(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	if err := d.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	late := portfolio.Query{Of: portfolio.EntityProgram,
		Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(portfolio.OffTrack)}}},
		Sort:  []portfolio.Order{{Field: portfolio.FieldLaunchDate, Desc: true}}}
	page, err := d.Store.Programs(t.Context(), late)
	if err != nil || page.Total < 2 {
		t.Fatalf("%d programs are off track (%v)", page.Total, err)
	}
	var want []string
	for _, row := range page.Rows {
		want = append(want, row.Name)
	}
	if got := column(t, d, "name", ExportOptions{Of: &late}); strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("the list is written as %q, want %q", got, want)
	}
	all := column(t, d, "name", ExportOptions{})
	for i := 1; i < len(all); i++ {
		if portfolio.Fold(all[i-1]) > portfolio.Fold(all[i]) {
			t.Errorf("%q stands before %q", all[i-1], all[i])
		}
	}
	risks := portfolio.Query{Of: portfolio.EntityRisk, Where: []portfolio.Condition{{Field: portfolio.FieldRiskSeverity, Op: portfolio.OpIs, Values: []string{"High"}}}}
	high, err := d.Store.Risks(t.Context(), risks)
	if got := column(t, d, "severity", ExportOptions{Of: &risks}); err != nil || len(got) != high.Total || strings.Trim(strings.Join(got, ""), "High") != "" {
		t.Errorf("%d High risks are written as %q (%v)", high.Total, got, err)
	}
	milestones := portfolio.Query{Of: portfolio.EntityMilestone}
	due, err := d.Store.Milestones(t.Context(), milestones)
	if got := column(t, d, "due_date", ExportOptions{Of: &milestones}); err != nil || len(got) != due.Total {
		t.Errorf("%d of %d milestones are written (%v)", len(got), due.Total, err)
	}
}

func TestExport_ofAListIsAPortfolioThatComesInAgain(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	if err := d.LoadSample(t.Context()); err != nil {
		t.Fatal(err)
	}
	q := portfolio.Query{Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: portfolio.FieldOpenRisks, Op: portfolio.OpOver, Values: []string{"0"}}}}
	path := filepath.Join(t.TempDir(), "list.json")
	if err := WriteFile(path, func(out io.Writer) error {
		return d.Export(t.Context(), out, ExportOptions{Format: exchange.JSON, Of: &q})
	}); err != nil {
		t.Fatal(err)
	}
	other := openDesk(t, t.TempDir(), nil)
	if _, err := other.Import(t.Context(), FilesAt(exchange.Options{}, path), ImportOptions{}); err != nil {
		t.Fatal(err)
	}
	want, err := d.Store.DocumentOf(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	got, err := other.Store.Document(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if len(want.Programs) == 0 || len(got.Programs) != len(want.Programs) || len(got.Objectives) != len(want.Objectives) ||
		len(got.StatusUpdates) != len(want.StatusUpdates) || len(got.Dependencies) != len(want.Dependencies) {
		t.Errorf("%d programs, %d objectives, %d updates, %d dependencies came in of %d, %d, %d, %d",
			len(got.Programs), len(got.Objectives), len(got.StatusUpdates), len(got.Dependencies),
			len(want.Programs), len(want.Objectives), len(want.StatusUpdates), len(want.Dependencies))
	}
}

func TestExport_ofAPastDayWritesTheListOfThatDay(t *testing.T) {
	d := openDesk(t, t.TempDir(), nil)
	write := store.Write{Actor: portfolio.ByPerson, Why: "test", AsOf: "2026-01-01"}
	p, err := d.Store.SaveProgram(t.Context(), write, portfolio.Program{Name: "Aurora", Status: portfolio.OffTrack})
	if err != nil {
		t.Fatal(err)
	}
	p.Status = portfolio.OnTrack
	write.AsOf = "2026-02-01"
	if _, err := d.Store.SaveProgram(t.Context(), write, p); err != nil {
		t.Fatal(err)
	}
	late := portfolio.Query{Of: portfolio.EntityProgram, Where: []portfolio.Condition{{Field: portfolio.FieldStatus, Op: portfolio.OpIs, Values: []string{string(portfolio.OffTrack)}}}}
	if got := column(t, d, "name", ExportOptions{Of: &late}); len(got) != 0 {
		t.Errorf("today %q are off track", got)
	}
	if got := column(t, d, "name", ExportOptions{Of: &late, AsOf: "2026-01-15"}); len(got) != 1 {
		t.Errorf("on 15 January %q were off track", got)
	}
}

func TestWriteFile_leavesNothingWhereItCannotWriteWhole(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "a.csv")
	if err := os.WriteFile(path, []byte("before"), 0o600); err != nil {
		t.Fatal(err)
	}
	halfway := errors.New("halfway")
	err := WriteFile(path, func(out io.Writer) error {
		_, _ = out.Write([]byte("half"))
		return halfway
	})
	if !errors.Is(err, halfway) {
		t.Errorf("failed with %v", err)
	}
	if text, err := os.ReadFile(path); err != nil || string(text) != "before" {
		t.Errorf("the file is now %q (%v)", text, err)
	}
	if left, err := os.ReadDir(folder); err != nil || len(left) != 1 {
		t.Errorf("%d files are left (%v)", len(left), err)
	}
}

func TestWriteFile_mayBeReadByWhomTheSystemSaysOrAsBefore(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes of files")
	}
	folder := t.TempDir()
	usual, err := os.Create(filepath.Join(folder, "usual"))
	if err != nil {
		t.Fatal(err)
	}
	if err := usual.Close(); err != nil {
		t.Fatal(err)
	}
	closed := filepath.Join(folder, "closed")
	if err := os.WriteFile(closed, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, like := range map[string]string{filepath.Join(folder, "new"): usual.Name(), closed: closed} {
		want := modeOf(t, like)
		if err := WriteFile(path, func(io.Writer) error { return nil }); err != nil {
			t.Fatal(err)
		}
		if got := modeOf(t, path); got != want {
			t.Errorf("%s has the mode %v instead of %v", filepath.Base(path), got, want)
		}
	}
}

func modeOf(t *testing.T, path string) fs.FileMode {
	t.Helper()
	info, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	return info.Mode()
}
