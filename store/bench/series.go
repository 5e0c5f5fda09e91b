package bench

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Series are the times of one work, done again and again.
type Series []time.Duration

// Quantile gives the time that a share of the series stays within: 0.5 is the median.
func (s Series) Quantile(share float64) time.Duration {
	if len(s) == 0 {
		return 0
	}
	return slices.Sorted(slices.Values(s))[int(share*float64(len(s)-1)+0.5)]
}

// String gives the median in milliseconds with the range of the middle half: "0.42 (0.40-0.51)".
func (s Series) String() string {
	if len(s) == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s-%s)", milliseconds(s.Quantile(0.5)), milliseconds(s.Quantile(0.25)), milliseconds(s.Quantile(0.75)))
}

// milliseconds writes the digits that matter.
func milliseconds(d time.Duration) string {
	ms := float64(d) / float64(time.Millisecond)
	switch {
	case ms < 1:
		return fmt.Sprintf("%.3f", ms)
	case ms < 100:
		return fmt.Sprintf("%.2f", ms)
	}
	return fmt.Sprintf("%.0f", ms)
}

// Row is one line of the results: a work, how long it takes here and, where there is one, in the reference.
type Row struct {
	Work      string
	Ours      Series
	Reference Series
	Ratio     float64       // the highest ratio of the medians that is wanted; 0 is none
	Within    time.Duration // the longest median that is wanted; 0 is none
}

// cells are the row as the table shows it.
func (r Row) cells() []string {
	median, ratio, best, wanted := r.Ours.Quantile(0.5), "", "", ""
	if len(r.Reference) > 0 {
		times := float64(median) / float64(r.Reference.Quantile(0.5))
		ratio, best = fmt.Sprintf("%.2f", times), fmt.Sprintf("%.2f", float64(r.Ours.Quantile(0))/float64(r.Reference.Quantile(0)))
		if r.Ratio > 0 {
			wanted = fmt.Sprintf("%.1f: %s", r.Ratio, yes(times <= r.Ratio))
		}
	}
	if r.Within > 0 {
		wanted = fmt.Sprintf("%s: %s", r.Within, yes(median <= r.Within))
	}
	return []string{r.Work, r.Ours.String(), r.Reference.String(), ratio, best, wanted}
}

func yes(so bool) string {
	if so {
		return "yes"
	}
	return "no"
}

// Table writes rows in milliseconds beside what they are compared with: the ratio of the medians, and of the fastest times,
// which says more where other programs keep the machine busy.
func Table(title, reference string, rows []Row) string {
	lines := [][]string{{title, "ms (middle half)", reference, "ratio", "fastest", "wanted"}}
	for _, r := range rows {
		lines = append(lines, r.cells())
	}
	return Columns(lines)
}

// Columns lines up the cells of lines.
func Columns(lines [][]string) string {
	widths := make([]int, len(lines[0]))
	for _, line := range lines {
		for i, cell := range line {
			widths[i] = max(widths[i], len(cell))
		}
	}
	var b strings.Builder
	for _, line := range lines {
		text := ""
		for i, cell := range line {
			text += fmt.Sprintf("%-*s  ", widths[i], cell)
		}
		b.WriteString(strings.TrimRight(text, " ") + "\n")
	}
	return b.String()
}
