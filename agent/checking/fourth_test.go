package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// fourth are answers in yet other styles, held out until a third measurement, after which the checker was mended with them.
var fourth = []template{
	func(w *world, n int) *answer {
		x := w.answer("numbered table")
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldStatus, "At Risk"))), func(p portfolio.ProgramRow) bool { return p.Owner == "" || p.LaunchDate == "" })
		x.say("| # | Program | Accountable | Go-live |\n|---|---|---|---|\n")
		for i, p := range rows[n%2 : min(len(rows), n%2+4)] {
			x.say("| %d | **", i+1).put("program", p.Name).say("** | ").put("owner", p.Owner).say(" | ").put("date", long(p.LaunchDate)).say(" |\n")
		}
		return x
	},
	func(w *world, _ int) *answer {
		x := w.answer("of these")
		count, total := map[string]int{}, 0
		for _, g := range x.groups(where(), portfolio.FieldStatus) {
			count[g.Value] = g.Count
			total += g.Count
		}
		x.say("The portfolio currently contains **").put("count", fmt.Sprint(total)).say(" programs**. Of these, **").put("count", fmt.Sprint(count["Off Track"])).say("** are off track, **").
			put("count", fmt.Sprint(count["At Risk"])).say("** are at risk and **").put("count", fmt.Sprint(count["On Track"])).say("** are on track.")
		return x
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("passed")
		x.detail(p.ID)
		ago := p.LaunchDate.DaysUntil(today)
		if ago <= 0 {
			return nil
		}
		return x.say("Yes, ").put("program", p.Name).say(" missed its target: the launch date of ").put("date", us(p.LaunchDate), us(q.LaunchDate)).say(" passed ").put("days", fmt.Sprint(ago), fmt.Sprint(ago+4)).say(" days ago.")
	},
	func(w *world, n int) *answer {
		owner := w.owners[n%len(w.owners)]
		x := w.answer("owner with names")
		rows := x.list(where(is(portfolio.FieldOwner, owner)))
		if len(rows) < 2 {
			return nil
		}
		x.put("owner", owner, w.other(owner)).say(" has ").put("count", fmt.Sprint(len(rows)), fmt.Sprint(len(rows)+1)).say(" programs: ")
		for i, p := range rows {
			x.say("%s", map[bool]string{true: ", ", false: ""}[i > 0]).put("program", p.Name)
		}
		return x.say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("denial")
		x.detail(p.ID)
		return x.say("No, ").put("program", p.Name).say(" is not ").put("status", otherStatus(p.Status), string(p.Status)).say(". It is ").put("status", string(p.Status), otherStatus(p.Status)).say(" and owned by ").put("owner", p.Owner, w.other(p.Owner)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("ranked by progress")
		rows := x.list(portfolio.Query{Where: []portfolio.Condition{cond(portfolio.FieldProgress, portfolio.OpIsNot, "")}, Sort: []portfolio.Order{{Field: portfolio.FieldProgress, Desc: n%2 == 0}}})
		if len(rows) < 3 {
			return nil
		}
		x.say("The three programs with the %s progress:\n\n", map[bool]string{true: "highest", false: "lowest"}[n%2 == 0])
		for i, p := range rows[:3] {
			x.say("%d. ", i+1).put("program", p.Name).say(" — ").put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", (*p.Progress+9)%100)).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("teams in brackets")
		gs := distinct(slices.DeleteFunc(x.groups(where(), portfolio.FieldTeam), func(g portfolio.Group) bool { return g.Value == "" }))
		if len(gs) < 2 {
			return nil
		}
		a, b := gs[n%len(gs)], gs[(n+1)%len(gs)]
		return x.say("Programs by team: ").put("team", a.Value).say(" (").put("count", fmt.Sprint(a.Count)).say(") and ").put("team", b.Value).say(" (").put("count", fmt.Sprint(b.Count)).say(").")
	},
	func(w *world, n int) *answer {
		x := w.answer("risk without a plan")
		rows := slices.DeleteFunc(x.risks(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskMitigation, "")))), func(r portfolio.RiskRow) bool { return r.Severity == "" })
		if len(rows) < 2 {
			return nil
		}
		r, o := rows[n%len(rows)], rows[(n+1)%len(rows)]
		return x.say("Nobody has planned anything against ").put("risk", r.Title).say(" (").put("severity", string(r.Severity), map[bool]string{true: "Low", false: "High"}[r.Severity == portfolio.High]).say(" severity), a risk of ").put("program", r.ProgramName, o.ProgramName).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("slip")
		rows := slices.DeleteFunc(x.milestones(portfolio.Query{}), func(m portfolio.MilestoneRow) bool { return m.Slip() <= 0 })
		if len(rows) < 2 {
			return nil
		}
		m, o := rows[n%len(rows)], rows[(n+1)%len(rows)]
		return x.put("milestone", m.Name).say(" (").put("program", m.ProgramName, o.ProgramName).say(") slipped by ").put("days", fmt.Sprint(m.Slip()), fmt.Sprint(m.Slip()+6)).say(" days, from ").put("date", short(m.BaselineDate)).say(" to ").put("date", short(m.DueDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("between two days")
		from, to := today.AddDays(15*(n%4)), today.AddDays(15*(n%4)+75)
		k := x.count(where(cond(portfolio.FieldLaunchDate, portfolio.OpFrom, string(from)), cond(portfolio.FieldLaunchDate, portfolio.OpTo, string(to))))
		all := x.count(where())
		if k < 2 {
			return nil
		}
		return x.say("Between ").put("date", long(from)).say(" and ").put("date", long(to)).say(", ").put("count", spelled(k), spelled(all)).say(" programs are planned to launch.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("although")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Although progress of ").put("program", p.Name).say(" is at ").put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", *q.Progress)).say(", its status is ").put("status", string(p.Status), otherStatus(p.Status)).say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("neither")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.Status == portfolio.OffTrack || b.Status == portfolio.OffTrack {
			return nil
		}
		return x.say("Neither ").put("program", a.Name).say(" nor ").put("program", b.Name).say(" is ").put("status", "Off Track", string(a.Status)).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("bare number")
		k := x.count(of(portfolio.EntityRisk, where(open)))
		x.question = "How many risks are open?"
		return x.say("**").put("count", fmt.Sprint(k), fmt.Sprint(k-1)).say("**")
	},
	func(w *world, n int) *answer {
		x := w.answer("averages")
		gs := slices.DeleteFunc(x.groups(where(), portfolio.FieldTeam), func(g portfolio.Group) bool { return g.Value == "" || g.Average == nil })
		if len(gs) < 2 {
			return nil
		}
		a, b := gs[n%len(gs)], gs[(n+1)%len(gs)]
		return x.say("Average progress: team ").put("team", a.Value).say(" is at ").put("percent", fmt.Sprintf("%.1f %%", *a.Average)).say(", team ").put("team", b.Value).say(" at ").put("percent", fmt.Sprintf("%.1f %%", *b.Average)).say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("quarter")
		x.list(where(is(portfolio.FieldID, p.ID)))
		t, _ := p.LaunchDate.Time()
		q := (int(t.Month())-1)/3 + 1
		return x.put("program", p.Name).say(" is set to launch in ").put("quarter", fmt.Sprintf("Q%d %d", q, t.Year()), fmt.Sprintf("Q%d %d", q%4+1, t.Year())).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("team and status")
		team := w.teams[n%len(w.teams)]
		s := []string{"On Track", "At Risk", "Off Track"}[n%3]
		k, all := x.count(where(is(portfolio.FieldTeam, team), is(portfolio.FieldStatus, s))), x.count(where(is(portfolio.FieldTeam, team)))
		return x.say("In the ").put("team", team).say(" team, ").put("count", fmt.Sprint(k), fmt.Sprint(all+1)).say(" of ").put("count", fmt.Sprint(all), fmt.Sprint(all+2)).say(" programs are ").put("status", s, "Completed").say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("steering note")
		d := x.detail(p.ID)
		high := 0
		for _, r := range d.Program.Risks {
			if r.Status.Open() && r.Severity == portfolio.High {
				high++
			}
		}
		return x.say("*").put("program", p.Name).say("*\n\nStatus: ").put("status", string(p.Status), otherStatus(p.Status)).say("\nLaunch: ").put("date", string(p.LaunchDate), string(q.LaunchDate)).say("\nOpen High risks: ").put("count", fmt.Sprint(high), fmt.Sprint(high+1)).say("\n")
	},
	func(w *world, n int) *answer {
		x := w.answer("three sentences")
		rows := x.list(where(is(portfolio.FieldStatus, "Off Track")))
		rows = slices.DeleteFunc(rows, func(p portfolio.ProgramRow) bool { return p.Owner == "" || p.LaunchDate == "" })
		if len(rows) < 2 {
			return nil
		}
		p, q := rows[n%len(rows)], rows[(n+1)%len(rows)]
		return x.say("I would start with ").put("program", p.Name).say(", because it is Off Track and its launch is planned for ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(". ").put("program", q.Name).say(" comes next; ").put("owner", q.Owner, w.other(q.Owner)).say(" is responsible for it.")
	},
	func(w *world, _ int) *answer {
		x := w.answer("done and dusted")
		k, live := x.count(where(is(portfolio.FieldStatus, "Completed"))), x.count(where(cond(portfolio.FieldStatus, portfolio.OpIsNot, "Completed")))
		return x.say("So far ").put("count", spelled(k), fmt.Sprint(live)).say(" programs have been ").flip("completed", "put at risk").say(", and ").put("count", fmt.Sprint(live), fmt.Sprint(k)).say(" are still running.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("email")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Hi all,\n\nquick update on ").put("program", p.Name).say(" (team ").put("team", p.Team, q.Team).say("): we are at ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", *q.Progress)).say(" and plan to launch on ").put("date", us(p.LaunchDate), us(q.LaunchDate)).say(".\n\nBest regards")
	},
}
