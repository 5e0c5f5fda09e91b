package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// heldOut are answers in styles that the checker was not made with: they are for measuring. Whoever mends the checker
// because of one of them moves it to the templates that were seen and writes another.
var heldOut = []template{
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("weekly digest")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.put("program", p.Name).say(" (owned by ").put("owner", p.Owner, q.Owner).say(") is the one to watch: it is ").put("status", string(p.Status), otherStatus(p.Status)).say(" and ").
			put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", *q.Progress)).say(" complete, with the launch planned on ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("totals in a table")
		gs := distinct(slices.DeleteFunc(x.groups(where(), portfolio.FieldStatus), func(g portfolio.Group) bool { return g.Value == "" }))
		x.say("| Status | Number of programs |\n| --- | --- |\n")
		for _, g := range gs[n%2 : n%2+2] {
			x.say("| ").put("status", g.Value).say(" | ").put("count", fmt.Sprint(g.Count)).say(" |\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("dates with semicolons")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		return x.say("Planned launches: ").put("program", a.Name).say(", ").put("date", short(a.LaunchDate)).say("; ").put("program", b.Name).say(", ").put("date", short(b.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		owner := w.owners[n%len(w.owners)]
		x := w.answer("owner's late milestones")
		rows := slices.DeleteFunc(x.milestones(portfolio.Query{Preset: portfolio.PresetOverdue}), func(m portfolio.MilestoneRow) bool { return m.ProgramOwner == "" })
		m, o := rows[n%len(rows)], rows[(n+1)%len(rows)]
		if m.ProgramOwner == o.ProgramOwner || m.ProgramID == o.ProgramID {
			return nil
		}
		return x.say("Ask ").put("owner", m.ProgramOwner, o.ProgramOwner, map[bool]string{true: "", false: owner}[owner == m.ProgramOwner]).say(" about ").put("program", m.ProgramName, o.ProgramName).
			say(": the milestone ").put("milestone", m.Name).say(" is overdue since ").put("date", long(m.DueDate), long(o.DueDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("zero")
		team := w.teams[n%len(w.teams)]
		k := x.count(where(is(portfolio.FieldTeam, team), is(portfolio.FieldStatus, "Off Track")))
		all := x.count(where(is(portfolio.FieldStatus, "Off Track")))
		if k != 0 || all == 0 {
			return nil
		}
		return x.say("There are ").put("none", "no", fmt.Sprint(all)).say(" Off Track programs in team ").put("team", team).say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("open and closed")
		d := x.detail(p.ID)
		open := len(slices.DeleteFunc(slices.Clone(d.Program.Risks), func(r portfolio.Risk) bool { return !r.Status.Open() }))
		closed := len(slices.DeleteFunc(slices.Clone(d.Program.Risks), func(r portfolio.Risk) bool { return r.Status != portfolio.RiskClosed }))
		if open == closed || open < 2 {
			return nil
		}
		return x.say("Of the risks of ").put("program", p.Name).say(", ").put("count", fmt.Sprint(open)).say(" are open and ").put("count", fmt.Sprint(closed)).say(" are closed.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("two teams")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		if p.Team == q.Team {
			return nil
		}
		return x.put("program", p.Name).say(" belongs to team ").put("team", p.Team).say("; ").put("program", q.Name).say(" to team ").put("team", q.Team).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("next ninety days")
		days := []int{45, 75, 100, 150}[n%4]
		k := x.count(where(portfolio.Live, cond(portfolio.FieldLaunchDate, portfolio.OpFrom, string(today)), cond(portfolio.FieldLaunchDate, portfolio.OpTo, string(today.AddDays(days)))))
		all := x.count(where(portfolio.Live))
		x.question = "How many launches are coming up?"
		return x.put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" live programs are due to launch within the next ").put("days", fmt.Sprint(days), fmt.Sprint(days+5)).say(" days.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("chat")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Good question! Right now ").put("program", p.Name).say(" is in good hands: ").put("owner", p.Owner, q.Owner).say(" owns it. It should go live on ").put("date", us(p.LaunchDate), us(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("severity list")
		rows := x.risks(of(portfolio.EntityRisk, where(open)))
		rows = slices.DeleteFunc(rows, func(r portfolio.RiskRow) bool { return r.Severity == "" })
		x.say("Some of the open risks:\n\n")
		for _, r := range rows[n%4 : n%4+3] {
			x.say("* ").put("program", r.Title).say(" – ").put("severity", string(r.Severity), map[bool]string{true: "Medium", false: "High"}[r.Severity == portfolio.High]).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("progress threshold")
		limit := []string{"20", "40", "60", "80"}[n%4]
		k, all := x.count(where(cond(portfolio.FieldProgress, portfolio.OpFrom, limit))), x.count(where())
		return x.say("At least ").put("percent", limit+" %", "33 %").say(" progress is reported by ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("label and value")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Program: ").put("program", p.Name).say("\n\nOwner: ").put("owner", p.Owner, q.Owner).say("\n\nLaunch date: ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say("\n\nStatus: ").put("status", string(p.Status), otherStatus(p.Status)).say("\n")
	},
	func(w *world, n int) *answer {
		x := w.answer("distinct owners")
		gs := slices.DeleteFunc(x.groups(where(is(portfolio.FieldStatus, "At Risk", "Off Track")), portfolio.FieldOwner), func(g portfolio.Group) bool { return g.Value == "" })
		total := 0
		for _, g := range gs {
			total += g.Count
		}
		top := gs[n%len(gs)]
		return x.say("Programs that are at risk or off track belong to ").put("count", fmt.Sprint(len(gs)), fmt.Sprint(len(gs)+3)).say(" owners; ").put("owner", top.Value).say(" has ").put("count", fmt.Sprint(top.Count), fmt.Sprint(top.Count+total)).say(" of them.")
	},
}
