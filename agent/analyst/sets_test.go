package analyst

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/storetest"
)

// set is a set of exams with the share of right answers that it must reach.
type set struct {
	file    string
	percent int
	rooms   []string // where it is sat, unless an exam names its portfolio
	sealed  bool     // looked at only to measure: which of its answers are wrong is told to nobody
}

// sets lists the evaluation sets.
//
// Those called stranger and apart are worded as portfolio managers type who know nothing of the analyst: in a ministry, a car maker,
// a drug maker. What is right was computed from the stored data, without the analyst. Each lot was put once before anything was
// mended by it, so its first look tells how new questions fare, and the table only what is not forgotten:
//
//	stranger            72 of 100, kept apart from the same draw (apart.json) 43 of 60
//	stranger-2 to -6    78 of 131, 60 of 89, 50 of 70, 49 of 67: what was answered worst; then of all kinds 44 of 61
//	stranger-7          35 of 46
//	stranger-8          36 of 52, kept apart from the same draw (apart-2.json) 38 of 52
//	stranger-9 to -11   46 of 63, 39 of 61, 46 of 67
//	stranger-12, -13    37 of 60, 31 of 60; kept apart from the same draw (apart-3.json) 30 of 60, and 10 more but for a remark
//	stranger-14         11 of 40, 15 more but for a remark: as people talk who are in a hurry
//	stranger-15         27 of 40, 4 more: terse, misspelt, by people of other languages
//	stranger-16         19 of 40, 5 more: long sentences with what leads to the question
//	stranger-17, -18    26 of 40, 5 more; 33 of 40, 2 more: of all manners
//
// "But for a remark" is an answer that is right, with a word remarked as not understood that says nothing. So of questions in new
// words about six of ten are answered right, and most of the others with what was not understood of them.
//
// By those kept apart nothing is mended, and which of their answers are wrong is printed nowhere. After mending by all other lots
// 58 of 60, 45 of 52 and 31 of 60 of them are right, and 11 more but for a remark. Of the other lots ten expectations were
// corrected: one left out a record, one was rounded the other way, two took "not green" for more than At Risk or Off Track, six
// could be read in two ways. In questions.json one asked what could not be answered then, and can now.
var sets = []set{
	{file: "questions.json", percent: 100, rooms: []string{"small"}},
	{file: "government.json", percent: 100, rooms: []string{"published"}},
	{file: "desk.json", percent: 100, rooms: []string{"small with history"}},
	{file: "heldout.json", percent: 98, rooms: []string{"small with history"}},
	{file: "outlook-first.json", percent: 100, rooms: []string{"sample"}},
	{file: "outlook.json", percent: 100, rooms: []string{"sample"}},
	{file: "drafts.json", percent: 100, rooms: []string{"small with history"}},
	{file: "stranger.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-2.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-3.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-4.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-5.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-6.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-7.json", percent: 95, rooms: threePortfolios},
	{file: "stranger-8.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-9.json", percent: 95, rooms: threePortfolios},
	{file: "stranger-10.json", percent: 90, rooms: threePortfolios},
	{file: "stranger-11.json", percent: 92, rooms: threePortfolios},
	{file: "stranger-12.json", percent: 95, rooms: threePortfolios},
	{file: "stranger-13.json", percent: 90, rooms: threePortfolios},
	{file: "stranger-14.json", percent: 92, rooms: threePortfolios},
	{file: "stranger-15.json", percent: 95, rooms: threePortfolios},
	{file: "stranger-16.json", percent: 90, rooms: threePortfolios},
	{file: "stranger-17.json", percent: 97, rooms: threePortfolios},
	{file: "stranger-18.json", percent: 95, rooms: threePortfolios},
	{file: "apart.json", percent: 95, rooms: threePortfolios, sealed: true},
	{file: "apart-2.json", percent: 85, rooms: threePortfolios, sealed: true},
	{file: "apart-3.json", percent: 51, rooms: threePortfolios, sealed: true},
}

// threePortfolios are the rooms of those who know nothing of the analyst.
var threePortfolios = []string{"sample", "government-2021", "government-2022"}

// room is where exams are sat: an analyst with a portfolio, the day on which it is asked, and how exams name its records.
type room struct {
	analyst *Analyst
	today   portfolio.Date
	id      func(portfolio.Citation) string
}

// rooms tells how each portfolio is set up. The public ones are missing where their data is.
var rooms = map[string]func(*testing.T) room{
	"small": func(t *testing.T) room {
		return room{New(loaded(t, filepath.Join("testdata", "portfolio.json"), testDay)), testDay, wholeID}
	},
	"small with history": func(t *testing.T) room { return room{New(withHistory(t)), testDay, wholeID} },
	"sample":             func(t *testing.T) room { return room{New(sampled(t)), testDay, ownName} },
	"published":          func(t *testing.T) room { return public(t, "2022-04-30", "2022") },
	"government-2021":    func(t *testing.T) room { return public(t, "2021-04-30", "2021") },
	"government-2022":    func(t *testing.T) room { return public(t, "2022-04-30", "2021", "2022") },
}

func wholeID(c portfolio.Citation) string { return c.ID }

// public opens the public portfolio as it was published in one or more years, on a day.
func public(t *testing.T, today portfolio.Date, years ...string) room {
	t.Helper()
	noon, ok := today.Time()
	if !ok {
		t.Fatalf("%s is no day", today)
	}
	db := storetest.Open(t)
	db.Now = func() time.Time { return noon.Add(12 * time.Hour) }
	for _, year := range years {
		path := filepath.Join("..", "..", "..", "shared", "data", "gmpp-"+year+".csv")
		if _, err := os.Stat(path); err != nil {
			t.Skipf("the public data is not there: %v", err)
		}
		file, err := exchange.Read(t.Context(), path, exchange.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Import(t.Context(), []portfolio.IncomingFile{file}, store.ImportOptions{AsOf: portfolio.Date(year + "-03-31")}); err != nil {
			t.Fatal(err)
		}
	}
	external := map[string]string{}
	return room{New(db), today, func(c portfolio.Citation) string {
		if _, known := external[c.ID]; !known {
			d, err := db.Program(context.Background(), c.ID)
			if err != nil {
				t.Fatal(err)
			}
			external[c.ID] = d.Program.ExternalID
		}
		return external[c.ID]
	}}
}

// score counts right answers by kind of question.
type score struct{ right, total map[string]int }

func (s score) sum() (right, total int) {
	for kind, n := range s.total {
		right, total = right+s.right[kind], total+n
	}
	return right, total
}

// sit puts all questions of a set. Rooms are open from set to set.
func (s set) sit(whole, t *testing.T, open map[string]room) score {
	for _, name := range s.rooms {
		if _, ok := open[name]; !ok {
			open[name] = rooms[name](whole)
		}
	}
	result := score{map[string]int{}, map[string]int{}}
	for _, e := range exams(t, s.file) {
		r := open[cmp.Or(e.Portfolio, s.rooms[0])]
		result.total[e.Kind]++
		if fault := e.sat(r); fault == "" {
			result.right[e.Kind]++
		} else if !s.sealed {
			t.Logf("%s: %q %s", e.Kind, e.Ask, fault)
		}
	}
	if right, total := result.sum(); 100*right < s.percent*total {
		t.Errorf("%d of %d answers are right, want %d %%", right, total, s.percent)
	}
	return result
}

// sat gives what is wrong with the answer to an exam; "" where it is right.
func (e exam) sat(r room) string {
	reply, err := e.tries(r.analyst, r.today)
	if err != nil {
		return err.Error()
	}
	if fault := e.grade(reply, r.id); fault != "" {
		return fault + "\n" + cut(reply.Text, 300)
	}
	return ""
}

// TestEvaluation puts every question of every set and prints how many answers are right, by kind of question.
func TestEvaluation(t *testing.T) {
	scores, open := map[string]score{}, map[string]room{}
	for _, s := range sets {
		t.Run(s.file, func(of *testing.T) { scores[s.file] = s.sit(t, of, open) })
	}
	t.Log("\n" + byKind(scores))
}

// byKind puts the scores of the sets side by side, a row for each kind.
func byKind(scores map[string]score) string {
	kinds := map[string]bool{}
	header := "kind\t"
	sat := slices.DeleteFunc(slices.Clone(sets), func(s set) bool { return scores[s.file].total == nil })
	for _, s := range sat {
		header += strings.TrimSuffix(s.file, ".json") + "\t"
		for kind := range scores[s.file].total {
			kinds[kind] = true
		}
	}
	var out strings.Builder
	w := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, header+"all")
	row := func(name string, of func(score) (right, total int)) {
		right, total := 0, 0
		line := name + "\t"
		for _, s := range sat {
			r, n := of(scores[s.file])
			if n > 0 {
				line += fmt.Sprintf("%d of %d", r, n)
			}
			line, right, total = line+"\t", right+r, total+n
		}
		fmt.Fprintf(w, "%s%d of %d\n", line, right, total)
	}
	for _, kind := range slices.Sorted(maps.Keys(kinds)) {
		row(kind, func(s score) (int, int) { return s.right[kind], s.total[kind] })
	}
	row("all", score.sum)
	_ = w.Flush()
	return out.String()
}
