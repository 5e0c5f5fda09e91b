package analyst

import (
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"portfolio-ai/agent"
	"portfolio-ai/store"
	"portfolio-ai/store/bench"
	"portfolio-ai/store/portfolio"
)

// word is an expression for words of the sample, with what stands in their place.
type word struct{ sample, measured string }

// translation puts words of the measured portfolio in the place of those of the sample, so that the questions of the
// evaluation sets can be put to ten thousand programs.
var translation = []word{
	{`atlas billing(?: platform)?|atlas`, "Billing Migration 960"}, {`lake ?house(?: migration)?`, "Loyalty Relaunch 2001"}, {`(?:global )?tax engine`, "Warehouse Robotics 3002"},
	{`mainframe exit`, "Identity Platform 4003"}, {`card vault(?: migration)?`, "Fleet Telematics 5004"}, {`zero trust(?: access)?`, "Harbour Upgrade 6005"},
	{`frankfu?r?u?t?(?: region)?`, "Payroll Renewal 7006"}, {`terminal refresh`, "Archive Consolidation 8007"}, {`customer portal`, "Metering Migration 9008"}, {`route planner`, "Claims Relaunch 1009"},
	{`churn prediction`, "Billing Robotics 110"}, {`partner settlement`, "Loyalty Platform 211"}, {`instant payments`, "Warehouse Telematics 312"}, {`chargeback desk`, "Identity Upgrade 413"},
	{`elena petrova|elena`, "Aisha Khan"}, {`daniel brandt`, "Lars Olsen"}, {`hiroshi tanaka|hiroshi`, "Chen Wei"}, {`grace lindqvist|grace`, "Tomasz Nowak"}, {`marcus webb`, "Ines Moreau"}, {`leila haddad`, "Maria Lopez"},
	{`payment rails`, "Billing"}, {`billing core`, "Fleet"}, {`web & portal`, "Harbour"}, {`risk & compliance`, "Claims"}, {`data engineering`, "Archive"}, {`cloud operations`, "Payroll"},
	{`data platform`, "Energy"}, {`customer experience`, "Retail"}, {`field service`, "Transport"}, {`billing & revenue`, "Health"}, {`payments`, "Energy"},
}

// wholeNames puts names of measured programs in the place of those of the sample.
func wholeNames(tb testing.TB, db *store.DB) []word {
	tb.Helper()
	names, err := db.Names(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	invented, err := sampled(tb).Names(tb.Context())
	if err != nil {
		tb.Fatal(err)
	}
	var out []word
	for i, n := range invented {
		if n.Entity == portfolio.EntityProgram {
			out = append(out, word{regexp.QuoteMeta(n.Name), names[i*241].Name})
		}
	}
	return out
}

// everyNth of the questions is asked, so that a round takes seconds.
const everyNth = 3

// translated gives every third of the questions of the sets about the sample in the words of the measured portfolio.
func translated(tb testing.TB, db *store.DB) []exam {
	tb.Helper()
	table := slices.Concat(wholeNames(tb, db), translation)
	words := make([]*regexp.Regexp, len(table))
	for i, t := range table {
		words[i] = regexp.MustCompile(`(?i)\b(?:` + t.sample + `)\b`)
	}
	replace := func(text string) string {
		for i, re := range words {
			text = re.ReplaceAllString(text, table[i].measured)
		}
		return text
	}
	var out []exam
	n := 0
	for _, s := range sets {
		if !slices.Contains(s.rooms, "sample") {
			continue
		}
		for _, e := range exams(tb, s.file) {
			if e.Portfolio != "" && e.Portfolio != "sample" || e.Scope != "" {
				continue
			}
			if n++; n%everyNth != 0 {
				continue
			}
			e.Ask, e.After = replace(e.Ask), slices.Clone(e.After)
			for i := range e.After {
				e.After[i] = replace(e.After[i])
			}
			out = append(out, e)
		}
	}
	return out
}

// timed is how long the answer to a question took, with its check.
type timed struct {
	kind, ask     string
	answer, check time.Duration
}

func (t timed) whole() time.Duration { return t.answer + t.check }

// BenchmarkMix times whole answers with their check over ten thousand programs, 40,000 risks and 60,000 milestones: a third
// of the questions about the sample, once a round. A question counts with its fastest round, which what else the machine
// does slowed least. It prints the median and the 95th percentile by kind of question, and the slowest questions.
func BenchmarkMix(b *testing.B) {
	path, err := bench.File(b.Context(), filepath.Join("..", "..", "build", "cache", "bench"), 10_000)
	if err != nil {
		b.Fatal(err)
	}
	db, err := store.Open(b.Context(), path)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	a, asked := New(db), translated(b, db)
	times := make([]timed, len(asked))
	for b.Loop() {
		for i, e := range asked {
			if t := timedOnce(b, a, db, e); times[i].ask == "" || t.whole() < times[i].whole() {
				times[i] = t
			}
		}
	}
	slices.SortFunc(times, func(x, y timed) int { return int(y.whole() - x.whole()) })
	p50, p95 := percentiles(times)
	b.ReportMetric(float64(p50.Microseconds())/1000, "p50-ms")
	b.ReportMetric(float64(p95.Microseconds())/1000, "p95-ms")
	fmt.Fprint(os.Stdout, slowness(times)) // a log would be cut
}

// timedOnce asks one question behind what was asked before, and times its answer and its check.
func timedOnce(b *testing.B, a *Analyst, db *store.DB, e exam) timed {
	b.Helper()
	s := questioned{today: db.Today()}
	question := agent.Question{Today: s.today}
	if len(e.After) > 0 {
		before := e
		before.Ask, before.After = e.After[len(e.After)-1], e.After[:len(e.After)-1]
		reply, err := before.tries(a, s.today)
		if err != nil {
			b.Fatal(err)
		}
		question.History = heard(before.Ask, reply)
	}
	question.Text = e.Ask
	start := time.Now()
	reply, err := a.Answer(context.Background(), question, deaf{})
	if err != nil {
		b.Fatalf("%s: %v", e.Ask, err)
	}
	answered := time.Now()
	s.checks(e, reply, reply.Text)
	return timed{e.Kind, e.Ask, answered.Sub(start), time.Since(answered)}
}

// percentiles gives the median and the 95th percentile.
func percentiles(times []timed) (p50, p95 time.Duration) {
	all := make([]time.Duration, len(times))
	for i, t := range times {
		all[i] = t.whole()
	}
	slices.Sort(all)
	return all[len(all)/2], all[(len(all)*95+99)/100-1]
}

// slowness writes the percentiles by kind and the slowest questions.
func slowness(times []timed) string {
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "questions\tp50 ms\tp95 ms\t\t")
	ms := func(d time.Duration) string { return fmt.Sprintf("%.1f", float64(d.Microseconds())/1000) }
	row := func(name string, some []timed) {
		p50, p95 := percentiles(some)
		fmt.Fprintf(w, "%d\t%s\t%s\t%s\t\n", len(some), ms(p50), ms(p95), name)
	}
	kinds := map[string][]timed{}
	for _, t := range times {
		kinds[t.kind] = append(kinds[t.kind], t)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		row(kind, kinds[kind])
	}
	row("all", times)
	_ = w.Flush()
	out.WriteString("slowest, answer + check:\n")
	for _, t := range times[:min(len(times), 15)] {
		fmt.Fprintf(&out, "%s + %s ms  %s: %s\n", ms(t.answer), ms(t.check), t.kind, t.ask)
	}
	return out.String()
}
