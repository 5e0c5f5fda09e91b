// Package bench measures the store beside a reference: the shortest SQL that reads or writes the same rows of the same
// file through the same driver. The measure is the ratio, which holds on a slow or busy machine too; what is above 1 is
// the price of totals, page markers, the change log and the search index.
package bench

import (
	"database/sql"
	"fmt"
	"net/url"
	"testing"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// How large the measured portfolio is. Most real ones hold a few hundred programs.
const (
	programs   = 10_000
	risks      = 2 // a program
	milestones = 2 // a program
)

var (
	subjects = []string{"Billing", "Loyalty", "Warehouse", "Identity", "Fleet", "Harbour", "Payroll", "Archive", "Metering", "Claims"}
	works    = []string{"Migration", "Relaunch", "Robotics", "Platform", "Telematics", "Upgrade", "Renewal", "Consolidation"}
	owners   = []string{"Maria Lopez", "Chen Wei", "Aisha Khan", "Lars Olsen", "Grace O'Neill", "Tomasz Nowak"}
)

// incoming makes n programs as a file would bring them, the same ones each time.
func incoming(n int) portfolio.IncomingFile {
	file := portfolio.IncomingFile{Name: "bench.json"}
	for i := range n {
		p := portfolio.Program{
			ID: fmt.Sprintf("p%05d", i), Name: fmt.Sprintf("%s %s %d", pick(subjects, i), pick(works, i/7), i),
			Description: fmt.Sprintf("%s of the %s systems in region %d", pick(works, i/3), pick(subjects, i/5), i%40),
			Status:      pick(portfolio.Statuses, i), PipelineStage: pick(portfolio.Stages, i/2), Owner: pick(owners, i/4),
			Team: pick(subjects, i/11), LaunchDate: portfolio.Date("2026-01-01").AddDays(i % 700),
		}
		for k := range risks {
			p.Risks = append(p.Risks, portfolio.Risk{
				ID: fmt.Sprintf("r%05d-%d", i, k), ProgramID: p.ID, Title: fmt.Sprintf("%s runs late", pick(subjects, i+k)),
				Severity: pick(portfolio.Levels, i+k), Status: pick(portfolio.RiskStatuses, i+k),
			})
		}
		for k := range milestones {
			p.Milestones = append(p.Milestones, portfolio.Milestone{
				ID: fmt.Sprintf("m%05d-%d", i, k), ProgramID: p.ID, Name: fmt.Sprintf("Gate %d", k+1),
				DueDate: p.LaunchDate.AddDays(-30 * (milestones - k)), Status: portfolio.MilestonePlanned,
			})
		}
		file.Programs = append(file.Programs, portfolio.Incoming{
			Row: i + 1, Program: p,
			Fields: []string{"name", "description", "status", "pipeline_stage", "owner", "team", "launch_date", "risks", "milestones"},
		})
	}
	return file
}

func pick[T any](list []T, i int) T { return list[i%len(list)] }

// fill takes n programs into a new portfolio.
func fill(b *testing.B, n int) *store.DB {
	b.Helper()
	db := storetest.Open(b)
	if _, err := db.Import(b.Context(), []portfolio.IncomingFile{incoming(n)}, store.ImportOptions{}); err != nil {
		b.Fatal(err)
	}
	return db
}

// plain opens the file of a portfolio without the store.
func plain(b *testing.B, path string) *sql.DB {
	b.Helper()
	dsn := url.URL{Scheme: "file", Opaque: (&url.URL{Path: path}).EscapedPath()}
	db, err := sql.Open("sqlite", dsn.String())
	if err != nil {
		b.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	b.Cleanup(func() { _ = db.Close() })
	return db
}

// race is the time that the store and the reference have taken for the same work.
type race struct {
	store, plain time.Duration
	rounds       int
}

// beside runs both in turn, again and again, and reports how they compare.
func beside(b *testing.B, ours, reference func() error) {
	b.Helper()
	var r race
	for b.Loop() {
		r.round(b, ours, reference)
	}
	r.report(b)
}

func (r *race) round(b *testing.B, ours, reference func() error) {
	b.Helper()
	r.rounds++
	r.store += timed(b, ours)
	r.plain += timed(b, reference)
}

// report gives the times and their ratio in place of the time of a round.
func (r *race) report(b *testing.B) {
	b.Helper()
	b.ReportMetric(0, "ns/op")
	b.ReportMetric(milliseconds(r.store, r.rounds), "ms/store")
	b.ReportMetric(milliseconds(r.plain, r.rounds), "ms/plain")
	b.ReportMetric(float64(r.store)/float64(r.plain), "x-plain")
}

func timed(b *testing.B, f func() error) time.Duration {
	b.Helper()
	start := time.Now()
	if err := f(); err != nil {
		b.Fatal(err)
	}
	return time.Since(start)
}

func milliseconds(d time.Duration, rounds int) float64 {
	return float64(d.Microseconds()) / 1000 / float64(rounds)
}
