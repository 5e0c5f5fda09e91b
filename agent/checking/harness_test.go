package checking_test

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"portfolio-ai/agent/checking"
	"portfolio-ai/agent/tools"
	"portfolio-ai/store"
	"portfolio-ai/store/exchange"
	"portfolio-ai/store/portfolio"
	"portfolio-ai/store/sample"
	"portfolio-ai/store/storetest"
)

const today = portfolio.Date("2026-02-02")

// world is a real portfolio that answers are written about.
type world struct {
	tb       testing.TB
	db       *store.DB
	programs []portfolio.ProgramRow
	owners   []string
	teams    []string
}

// worlds opens the small portfolio of the analyst's evaluation and the sample.
func worlds(tb testing.TB) []*world {
	tb.Helper()
	small := storetest.Open(tb)
	file, err := exchange.Read(context.Background(), "../analyst/testdata/portfolio.json", exchange.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := small.Import(context.Background(), []portfolio.IncomingFile{file}, store.ImportOptions{AsOf: today}); err != nil {
		tb.Fatal(err)
	}
	invented := storetest.Open(tb)
	if err := sample.Load(context.Background(), invented); err != nil {
		tb.Fatal(err)
	}
	return []*world{furnish(tb, small), furnish(tb, invented)}
}

func furnish(tb testing.TB, db *store.DB) *world {
	tb.Helper()
	page, err := db.Programs(context.Background(), portfolio.Query{Of: portfolio.EntityProgram, Limit: portfolio.MaxPage})
	if err != nil {
		tb.Fatal(err)
	}
	w := &world{tb: tb, db: db}
	for _, p := range page.Rows {
		if strings.Contains(p.Name, "Ignore") {
			continue
		}
		w.programs = append(w.programs, p)
		if p.Owner != "" && !slices.Contains(w.owners, p.Owner) {
			w.owners = append(w.owners, p.Owner)
		}
		if p.Team != "" && !slices.Contains(w.teams, p.Team) {
			w.teams = append(w.teams, p.Team)
		}
	}
	return w
}

// complete lists the programs that report what answers are written about.
func (w *world) complete() []portfolio.ProgramRow {
	return slices.DeleteFunc(slices.Clone(w.programs), func(p portfolio.ProgramRow) bool {
		return p.Owner == "" || p.LaunchDate == "" || p.Progress == nil || p.Status == "" || p.Team == ""
	})
}

// slot is a stretch of an answer that can be made a lie. Others are values of its kind that are wrong here although the
// evidence holds them; flip is the text that says the reverse.
type slot struct {
	kind     string
	from, to int
	others   []string
	flip     string
}

// answer is an answer as a model would write it, with what it read.
type answer struct {
	w        *world
	name     string
	text     strings.Builder
	slots    []slot
	question string
	evidence *tools.Evidence
	set      tools.Set
}

func (w *world) answer(name string) *answer {
	a := &answer{w: w, name: name, evidence: &tools.Evidence{}}
	a.set = tools.Set{Workspace: w.db, Now: time.Now, Record: func(portfolio.Step) {}, Evidence: a.evidence}
	return a
}

// say writes text as it is.
func (a *answer) say(format string, args ...any) *answer {
	fmt.Fprintf(&a.text, format, args...)
	return a
}

// put writes a value that can be made a lie.
func (a *answer) put(kind, text string, others ...string) *answer {
	from := a.text.Len()
	a.text.WriteString(text)
	a.slots = append(a.slots, slot{kind, from, a.text.Len(), slices.DeleteFunc(others, func(o string) bool { return strings.EqualFold(o, text) || o == "" }), ""})
	return a
}

// flip writes words that can be turned into their reverse.
func (a *answer) flip(text, reverse string) *answer {
	from := a.text.Len()
	a.text.WriteString(text)
	a.slots = append(a.slots, slot{"negation", from, a.text.Len(), nil, reverse})
	return a
}

func (a *answer) must(err error) {
	a.w.tb.Helper()
	if err != nil {
		a.w.tb.Fatal(err)
	}
}

// count asks the tool for a count.
func (a *answer) count(q portfolio.Query) int {
	q.Today = today
	groups, err := a.set.CountBy(context.Background(), tools.Grouping{Query: q})
	a.must(err)
	if len(groups) == 0 {
		return 0
	}
	return groups[0].Count
}

// groups asks the tool for counts by a field.
func (a *answer) groups(q portfolio.Query, by portfolio.Field) []portfolio.Group {
	q.Today = today
	groups, err := a.set.CountBy(context.Background(), tools.Grouping{Query: q, By: by})
	a.must(err)
	return groups
}

// list asks the tool for programs.
func (a *answer) list(q portfolio.Query) []portfolio.ProgramRow {
	q.Of, q.Today = portfolio.EntityProgram, today
	out, err := a.set.ListPrograms(context.Background(), tools.Query{Query: q})
	a.must(err)
	return out.Rows
}

// risks asks the tool for risks, milestones for milestones, and detail for one program.
func (a *answer) risks(q portfolio.Query) []portfolio.RiskRow {
	q.Of, q.Today = portfolio.EntityRisk, today
	out, err := a.set.ListRisks(context.Background(), tools.Query{Query: q})
	a.must(err)
	return out.Rows
}

func (a *answer) milestones(q portfolio.Query) []portfolio.MilestoneRow {
	q.Of, q.Today = portfolio.EntityMilestone, today
	out, err := a.set.ListMilestones(context.Background(), tools.Query{Query: q})
	a.must(err)
	return out.Rows
}

func (a *answer) detail(id string) portfolio.ProgramDetail {
	out, err := a.set.GetProgram(context.Background(), tools.ProgramRef{ID: id})
	a.must(err)
	return out
}

// check checks a text against what the answer read.
func (a *answer) check(text string) []portfolio.Claim {
	return checking.Check(context.Background(), text, checking.Evidence{
		Observed: a.evidence.Observations(), Workspace: a.w.db, Today: today, Question: a.question,
	})
}

func unbound(claims []portfolio.Claim) []portfolio.Claim {
	return slices.DeleteFunc(slices.Clone(claims), func(c portfolio.Claim) bool { return c.Bound != nil })
}

// lie is a truthful answer with one thing made wrong.
type lie struct {
	base  *answer
	kind  string
	text  string
	known bool // the wrong value occurs in the evidence
}

// lies makes every lie of an answer that its slots allow.
func (a *answer) lies() []lie {
	text := a.text.String()
	var out []lie
	change := func(kind string, known bool, with string, s slot) {
		out = append(out, lie{a, kind, text[:s.from] + with + text[s.to:], known})
	}
	for i, s := range a.slots {
		if s.flip != "" {
			change("wrong negation", true, s.flip, s)
			continue
		}
		for _, o := range s.others {
			change("other "+s.kind, true, o, s)
		}
		switch s.kind {
		case "program":
			change("invented program", false, "Zephyr Analytics", s)
		case "date":
			change("wrong date", false, "17 Oct 2031", s)
		case "count":
			change("wrong count", false, "97", s)
		}
		for _, t := range a.slots[i+1:] {
			x, y := text[s.from:s.to], text[t.from:t.to]
			if s.kind == t.kind && s.flip == "" && t.flip == "" && !strings.EqualFold(x, y) && s.kind != "program" {
				swapped := text[:s.from] + y + text[s.to:t.from] + x + text[t.to:]
				out = append(out, lie{a, "swapped " + s.kind + "s", swapped, true})
			}
		}
	}
	return out
}

// caught reports whether the lie leaves a mark. Its truthful answer has none.
func (l lie) caught() bool {
	return len(unbound(l.base.check(l.text))) > 0
}

// where are conditions of a query.
func where(conditions ...portfolio.Condition) portfolio.Query {
	return portfolio.Query{Of: portfolio.EntityProgram, Where: conditions}
}

func of(e portfolio.Entity, q portfolio.Query) portfolio.Query { q.Of = e; return q }

func is(f portfolio.Field, values ...string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: portfolio.OpIs, Values: values}
}

func cond(f portfolio.Field, op portfolio.Op, v string) portfolio.Condition {
	return portfolio.Condition{Field: f, Op: op, Values: []string{v}}
}

var open = is(portfolio.FieldRiskStatus, "Open", "Mitigating")

func long(d portfolio.Date) string  { t, _ := d.Time(); return t.Format("2 January 2006") }
func short(d portfolio.Date) string { t, _ := d.Time(); return t.Format("2 Jan 2006") }
func us(d portfolio.Date) string    { t, _ := d.Time(); return t.Format("January 2, 2006") }

var numerals = []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

func spelled(n int) string {
	if n < len(numerals) {
		return numerals[n]
	}
	return fmt.Sprint(n)
}
