//go:build linux

// Command bench measures Portfolio AI and prints the results as one table: the store beside SQLite in C (store/bench), the
// start of the window beside an empty one, the first words of an answer, and the bytes of the program by library. What is
// wanted stands beside each figure with a yes or a no; a no is no failure, because a busy machine can make one.
//
// `make bench` builds what it needs and runs it.
package main

import (
	"context"
	"flag"
	"fmt"
	"math"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"time"

	"portfolio-ai/store/bench"
)

// plan is what one run measures, with what, and how often.
type plan struct {
	sizes     []int  // programs of the measured portfolios
	kept      string // folder for generated portfolios
	reference string // SQLite in C
	program   string
	symbols   string // the same program with its symbols
	empty     string // the empty window
	rounds    bench.Rounds
	starts    int
}

func main() {
	onlyBytes := flag.Bool("bytes", false, "only the bytes of the program, by every library")
	full := flag.Bool("full", false, "five times as many rounds")
	built := flag.String("built", "build/cache/bench", "`folder` of the reference, the empty window and the program with symbols")
	program := flag.String("program", "build/bin/portfolio-ai", "`path` of Portfolio AI")
	sizes := []int{10_000, 100_000}
	flag.Func("programs", "size of the measured portfolio, instead of 10000 and 100000", func(text string) error {
		n, err := strconv.Atoi(text)
		sizes = []int{n}
		return err
	})
	flag.Parse()
	p := plan{
		sizes: sizes, kept: *built, program: *program,
		reference: filepath.Join(*built, "cdriver"), symbols: filepath.Join(*built, "portfolio-ai"), empty: filepath.Join(*built, "empty"),
		rounds: bench.Rounds{Least: 7, Most: 100, Budget: 3 * time.Second}, starts: 10,
	}
	if *full {
		p.rounds, p.starts = bench.Rounds{Least: 35, Most: 500, Budget: 15 * time.Second}, 50
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	measure := p.run
	if *onlyBytes {
		measure = func(context.Context) (string, error) { return p.bytes(math.MaxInt) }
	}
	report, err := measure(ctx)
	stop()
	fmt.Fprint(os.Stdout, "\n"+report)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// run measures everything and gives the tables; where something fails, those before it.
func (p plan) run(ctx context.Context) (report string, err error) {
	reference, err := bench.StartReference(ctx, p.reference)
	if err != nil {
		return "", err
	}
	defer reference.Close()
	for _, n := range p.sizes {
		fmt.Fprintf(os.Stderr, "A portfolio of %d programs ...\n", n)
		rows, err := bench.Portfolio(ctx, reference, p.kept, n, p.rounds)
		if err != nil {
			return report, err
		}
		report += bench.Table(fmt.Sprintf("%d programs", n), "SQLite in C", rows) + "\n"
	}
	fmt.Fprintln(os.Stderr, "The first words of an answer ...")
	answers, err := p.answers(ctx, p.sizes[0])
	if err != nil {
		return report, err
	}
	report += bench.Table(fmt.Sprintf("Assistant, %d programs", p.sizes[0]), "", answers) + "\n"
	fmt.Fprintln(os.Stderr, "The start of the window ...")
	start, err := p.windows(ctx, p.sizes[0])
	if err != nil {
		return report, err
	}
	report += bench.Table(fmt.Sprintf("Window, %d programs", p.sizes[0]), "empty window", []bench.Row{start}) + "\n"
	size, err := p.bytes(mostLibraries)
	return report + size, err
}
