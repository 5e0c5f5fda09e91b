package desk

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
)

// portfolioFile writes so many programs as CSV, each with a status update and two objectives.
func portfolioFile(b *testing.B, programs int) string {
	b.Helper()
	var text strings.Builder
	text.WriteString("project_number,name,status,owner,team,product_line,stage,strategic objectives,start_date,launch_date,progress,description,status comment\n")
	ratings, stages := []string{"Green", "Amber", "Red", ""}, []string{"Planning", "In Progress", "Launching"}
	for i := range programs {
		start := portfolio.Date("2025-01-01").AddDays(i * 7 % 700)
		fmt.Fprintf(&text, "P-%06d,Program number %d of the portfolio,%s,Owner %d,Team %d,Line %d,%s,Objective %d; Objective %d,%s,%s,%d,", i, i,
			ratings[i%4], i%211, i%37, i%11, stages[i%3], i%13, i*7%13+13, start, start.AddDays(30+i*11%670), i%101)
		fmt.Fprintf(&text, "\"Deliver the thing number %d, with words about what it is for and whom it serves in the long run\",Moving along as planned in week %d\n", i, i%52)
	}
	path := filepath.Join(b.TempDir(), "programs.csv")
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	return path
}

// peak is the most memory that the process has had, in MB, as Linux tells it.
var peak = regexp.MustCompile(`VmHWM:\s+(\d+) kB`)

// BenchmarkImport takes a file into an empty portfolio: 10,000 programs are to take 3 s, 100,000 to take 40 s and 300 MB, on
// two cores with nothing else to do. The memory is that of the program only where one size runs alone.
func BenchmarkImport(b *testing.B) {
	for _, programs := range []int{10_000, 100_000} {
		b.Run(strconv.Itoa(programs), func(b *testing.B) {
			path := portfolioFile(b, programs)
			for b.Loop() {
				d, err := Open(b.Context(), Options{DataDir: b.TempDir()})
				if err != nil {
					b.Fatal(err)
				}
				result, err := d.Import(b.Context(), FilesAt(exchange.Options{}, path), ImportOptions{})
				if err != nil || result.Files[0].New != programs {
					b.Fatalf("%d programs are new (%v)", result.Files[0].New, err)
				}
				if err := d.Close(); err != nil {
					b.Fatal(err)
				}
			}
			status, err := os.ReadFile("/proc/self/status")
			if m := peak.FindSubmatch(status); err == nil && m != nil {
				kilobytes, _ := strconv.Atoi(string(m[1])) // digits
				b.ReportMetric(float64(kilobytes)/1024, "MB-peak")
			}
		})
	}
}
