package checking_test

import (
	"fmt"

	"portfolio-ai/store/portfolio"
)

// template writes the n-th answer of a kind; nil where the portfolio has nothing to write it about.
type template func(w *world, n int) *answer

// pick gives two different programs that report everything.
func (w *world) pick(n int) (a, b portfolio.ProgramRow) {
	all := w.complete()
	a, b = all[n%len(all)], all[(n*3+1)%len(all)]
	if a.ID == b.ID {
		b = all[(n+1)%len(all)]
	}
	return a, b
}

// tuned are answers that the checker was made with.
var tuned = []template{
	func(w *world, n int) *answer { // two programs in one sentence
		a, b := w.pick(n)
		x := w.answer("two launches")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		return x.put("program", a.Name).say(" launches on ").put("date", short(a.LaunchDate)).say(" and ").put("program", b.Name).
			say(" on ").put("date", short(b.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer { // owners
		a, b := w.pick(n)
		x := w.answer("two owners")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		return x.put("owner", a.Owner).say(" owns ").put("program", a.Name).say(", while ").put("program", b.Name).
			say(" is owned by ").put("owner", b.Owner).say(".")
	},
	func(w *world, _ int) *answer { // counts by status
		x := w.answer("status mix")
		gs := x.groups(where(), portfolio.FieldStatus)
		count := map[string]int{}
		total := 0
		for _, g := range gs {
			count[g.Value] = g.Count
			total += g.Count
		}
		bad := count["At Risk"] + count["Off Track"]
		return x.say("There are ").put("count", fmt.Sprint(total)).say(" programs. ").put("count", fmt.Sprint(bad), fmt.Sprint(count["On Track"])).
			say(" programs are ").flip("not on track", "on track").say(": ").put("count", fmt.Sprint(count["Off Track"])).say(" are Off Track and ").
			put("count", fmt.Sprint(count["At Risk"])).say(" At Risk.")
	},
	func(w *world, n int) *answer { // an owner's count
		owner := w.owners[n%len(w.owners)]
		x := w.answer("owner count")
		k := x.count(where(is(portfolio.FieldOwner, owner)))
		other := w.owners[(n+1)%len(w.owners)]
		m := x.count(where(is(portfolio.FieldOwner, other)))
		if k == m {
			return nil // naming the other would be no lie
		}
		return x.put("owner", owner, other).say(" owns ").put("count", fmt.Sprint(k), fmt.Sprint(m)).say(" programs.")
	},
	func(w *world, n int) *answer { // a table
		x := w.answer("table")
		rows := x.list(where(is(portfolio.FieldStatus, []string{"Off Track", "At Risk", "On Track"}[n%3])))
		x.say("| Program | Status | Owner | Launch |\n|---|---|---|---|\n")
		for i, p := range rows {
			if i < 4 && p.Owner != "" && p.LaunchDate != "" {
				x.say("| ").put("program", p.Name).say(" | ").put("status", string(p.Status), "Completed").say(" | ").put("owner", p.Owner).say(" | ").put("date", string(p.LaunchDate)).say(" |\n")
			}
		}
		return x
	},
	func(w *world, n int) *answer { // risks of one program
		p, _ := w.pick(n)
		x := w.answer("open risks")
		d := x.detail(p.ID)
		open, high := 0, 0
		for _, r := range d.Program.Risks {
			if r.Status.Open() {
				open++
				if r.Severity == portfolio.High {
					high++
				}
			}
		}
		return x.put("program", p.Name).say(" is ").put("status", string(p.Status), "Completed", "At Risk", "Off Track").say(" with ").put("count", fmt.Sprint(open), fmt.Sprint(open+2)).
			say(" open risks, ").put("count", fmt.Sprint(high)).say(" of them High.")
	},
}
