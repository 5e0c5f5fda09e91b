package exchange

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"portfolio-ai/store/portfolio"
)

// governmentFile finds a year of the Government Major Projects Portfolio, which is not part of this repository.
func governmentFile(t *testing.T, year string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-"+year+".csv")
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the public data is not there (%v)", err)
	}
	return path
}

// officeBook gives a year as LibreOffice saves it as XLSX, which shares no code with our reader.
func officeBook(t *testing.T, year string) string {
	t.Helper()
	path := governmentFile(t, year)
	office, err := exec.LookPath("soffice")
	if err != nil {
		t.Skip("LibreOffice is not installed: the workbooks that it writes are not tried")
	}
	out := t.TempDir()
	filter := "--infilter=CSV:59,34,1,1" // ";", '"', Windows-1252, from row 1
	c := exec.CommandContext(t.Context(), office, "-env:UserInstallation=file://"+t.TempDir(), "--headless", filter, "--convert-to", "xlsx", "--outdir", out, path)
	if printed, err := c.CombinedOutput(); err != nil {
		t.Fatalf("soffice: %v\n%s", err, printed)
	}
	return filepath.Join(out, "gmpp-"+year+".xlsx")
}

func readFile(t *testing.T, path string) portfolio.IncomingFile {
	t.Helper()
	file, err := Read(context.Background(), path, Options{})
	if err != nil {
		t.Fatalf("Read(%s): %v", path, err)
	}
	return file
}

func TestRead_governmentPortfoliosHaveTheirPublishedFigures(t *testing.T) {
	tests := []struct {
		year        string
		rows, dates int
		ratings     map[string]int // what the file says -> rows
		statuses    map[portfolio.Status]int
	}{
		{"2021", 184, 178, map[string]int{"Green": 12, "Amber/Green": 29, "Amber": 84, "Amber/red": 44, "Red": 7},
			map[portfolio.Status]int{portfolio.OnTrack: 41, portfolio.AtRisk: 84, portfolio.OffTrack: 51, portfolio.StatusNotReported: 8}},
		{"2022", 235, 218, map[string]int{"Green": 24, "Amber": 170, "Red": 27},
			map[portfolio.Status]int{portfolio.OnTrack: 24, portfolio.AtRisk: 170, portfolio.OffTrack: 27, portfolio.StatusNotReported: 14}},
	}
	for _, test := range tests {
		figures := func(t *testing.T, file portfolio.IncomingFile) {
			if len(file.Programs) != test.rows || len(file.Rejected) != 0 {
				t.Fatalf("%d programs and %d rejected, want %d and 0", len(file.Programs), len(file.Rejected), test.rows)
			}
			statuses, ratings, keys, dates, updates := map[portfolio.Status]int{}, map[string]int{}, map[string]bool{}, 0, 0
			for _, in := range file.Programs {
				statuses[in.Program.Status]++
				ratings[in.Texts["status"]]++
				keys[in.Program.ExternalID] = true
				updates += len(in.Updates)
				if in.Program.LaunchDate != "" {
					dates++
				}
				if in.Program.Progress != nil || in.Program.PipelineStage != "" || in.Program.Owner != "" || in.Program.LastUpdate != "" {
					t.Errorf("row %d reports on what the file does not have: %+v", in.Row, in.Program)
				}
			}
			for status, n := range test.statuses {
				if statuses[status] != n {
					t.Errorf("status %q: %d, want %d", status, statuses[status], n)
				}
			}
			for rating, n := range test.ratings {
				if ratings[rating] != n {
					t.Errorf("rating %q: %d, want %d", rating, ratings[rating], n)
				}
			}
			if len(keys) != test.rows || dates != test.dates || updates != test.rows {
				t.Errorf("%d keys, %d dates, %d updates; want %d, %d, %d", len(keys), dates, updates, test.rows, test.dates, test.rows)
			}
			if file.ProposedAsOf != "" {
				t.Errorf("the file does not say its day, but %s is proposed", file.ProposedAsOf)
			}
		}
		t.Run(test.year, func(t *testing.T) { figures(t, readFile(t, governmentFile(t, test.year))) })
		t.Run(test.year+" as a workbook", func(t *testing.T) { figures(t, readFile(t, officeBook(t, test.year))) })
	}
}

func TestRead_governmentRowIsReadAsPublished(t *testing.T) {
	file := readFile(t, governmentFile(t, "2021"))
	in := file.Programs[0]
	p := in.Program
	if in.Row != 2 || p.ExternalID != "MOD_0106_1617-Q1" || p.Name != "Maritime Patrol Aircraft" || p.Team != "MOD" ||
		p.ProductLine != "Military Capability" || p.StartDate != "2014-07-08" || p.LaunchDate != "2024-04-01" || p.Status != portfolio.OffTrack {
		t.Errorf("row %d: %+v", in.Row, p)
	}
	if got := strings.Join(in.Fields, " "); got != "external_id name description status team product_line start_date launch_date" {
		t.Errorf("fields %s", got)
	}
	if u := in.Updates[0]; u.Date != "" || u.Status != portfolio.OffTrack || !strings.HasPrefix(u.Text, "Exempt under Section 26") {
		t.Errorf("update %+v", u)
	}
	for _, in := range file.Programs {
		if strings.Contains(in.Program.Description+in.Updates[0].Text, "\r") {
			t.Errorf("row %d keeps a carriage return", in.Row)
		}
	}
}
