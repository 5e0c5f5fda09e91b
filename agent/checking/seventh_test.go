package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// seventh are answers in yet other styles, held out until a sixth measurement, after which the checker was mended with them.
var seventh = []template{
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("newsletter")
		x.detail(p.ID)
		return x.say("In the spotlight this week: ").put("program", p.Name).say(". Under the lead of ").put("owner", p.Owner, q.Owner).say(" the ").put("team", p.Team, q.Team).say(" team has reached ").
			put("percent", fmt.Sprintf("%d percent", *p.Progress), fmt.Sprintf("%d percent", *q.Progress)).say(". The launch is set for ").put("date", us(p.LaunchDate), us(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("plain enumeration")
		s := []string{"At Risk", "On Track"}[n%2]
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldStatus, s))), func(p portfolio.ProgramRow) bool { return p.LaunchDate == "" })
		rows = rows[n%3 : min(n%3+3, len(rows))]
		x.say("Launch dates: ")
		for i, p := range rows {
			x.say("%s", map[bool]string{true: ", ", false: ""}[i > 0]).put("program", p.Name).say(" (").put("date", string(p.LaunchDate)).say(")")
		}
		return x.say(".")
	},
	func(w *world, n int) *answer {
		owner := w.owners[n%len(w.owners)]
		s := []string{"On Track", "At Risk", "Off Track"}[n%3]
		x := w.answer("whose status")
		k, all := x.count(where(is(portfolio.FieldOwner, owner), is(portfolio.FieldStatus, s))), x.count(where(is(portfolio.FieldStatus, s)))
		if m := x.count(where(is(portfolio.FieldOwner, w.other(owner)), is(portfolio.FieldStatus, s))); m == k || all == k {
			return nil
		}
		return x.say("For ").put("owner", owner, w.other(owner)).say(" I find ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs with the status ").put("status", s, "Completed").say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("question and answer")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		x.question = "Will " + p.Name + " be on time?"
		return x.say("It is hard to say. ").put("program", p.Name).say(" is declared ").put("status", string(p.Status), otherStatus(p.Status)).say(", its progress is ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", *q.Progress)).
			say(", and the date it is meant to go live is ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("matrix")
		gs := distinct(slices.DeleteFunc(x.groups(of(portfolio.EntityRisk, where(open)), portfolio.FieldTeam), func(g portfolio.Group) bool { return g.Value == "" }))
		if len(gs) < 3 {
			return nil
		}
		x.say("Open risks for each team\n\n| Team | Open risks |\n|:--|--:|\n")
		for _, g := range gs[n%2 : n%2+2] {
			x.say("| ").put("team", g.Value).say(" | ").put("count", fmt.Sprint(g.Count)).say(" |\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("soon due")
		rows := x.milestones(portfolio.Query{Where: []portfolio.Condition{is(portfolio.FieldMilestoneCompleted, ""), cond(portfolio.FieldMilestoneDue, portfolio.OpFrom, string(today))}})
		m, o := rows[n%len(rows)], rows[(n+2)%len(rows)]
		if m.DueDate == o.DueDate || m.ProgramID == o.ProgramID {
			return nil
		}
		return x.say("Next for ").put("program", m.ProgramName, o.ProgramName).say(" is the milestone ").put("milestone", m.Name).say(", due in ").put("days", fmt.Sprint(today.DaysUntil(m.DueDate)), fmt.Sprint(today.DaysUntil(o.DueDate))).say(" days (").put("date", short(m.DueDate), short(o.DueDate)).say(").")
	},
	func(w *world, _ int) *answer {
		x := w.answer("portfolio in numbers")
		r, h := x.count(of(portfolio.EntityRisk, where(open))), x.count(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskSeverity, "High"))))
		all := x.count(where())
		return x.say("The portfolio in numbers:\n\n* Programs: ").put("count", fmt.Sprint(all)).say("\n* Open risks: ").put("count", fmt.Sprint(r)).say("\n* of which High: ").put("count", fmt.Sprint(h)).say("\n")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("progress race")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if *a.Progress == *b.Progress {
			return nil
		}
		return x.say("With ").put("percent", fmt.Sprintf("%d%%", *a.Progress)).say(" done, ").put("program", a.Name).say(" compares to ").put("program", b.Name).say(", which stands at ").put("percent", fmt.Sprintf("%d%%", *b.Progress)).say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("why")
		d := x.detail(p.ID)
		if d.Health.Assessed == "" || len(d.Health.Reasons) == 0 || p.Status == portfolio.StatusCompleted {
			return nil
		}
		return x.say("There is more than the declared status to it: although ").put("program", p.Name).say(" is declared ").put("status", string(p.Status), "Completed").say(", it is assessed ").
			put("status", string(d.Health.Assessed), "On Track").say(" for ").put("count", spelled(len(d.Health.Reasons)), spelled(len(d.Health.Reasons)+1)).say("%s", map[bool]string{true: " reason.", false: " reasons."}[len(d.Health.Reasons) == 1])
	},
	func(w *world, n int) *answer {
		x := w.answer("window by month")
		rows := x.list(where(portfolio.Live, cond(portfolio.FieldLaunchDate, portfolio.OpFrom, "2026-03-01"), cond(portfolio.FieldLaunchDate, portfolio.OpTo, "2026-03-31")))
		if len(rows) == 0 {
			return nil
		}
		p := rows[n%len(rows)]
		all := x.count(where(portfolio.Live))
		x.question = "What goes live in March?"
		return x.put("count", fmt.Sprint(len(rows)), fmt.Sprint(all)).say(" live programs launch in March 2026, among them ").put("program", p.Name).say(" on ").put("date", long(p.LaunchDate), "29 March 2026").say(".")
	},
	func(w *world, n int) *answer {
		team := w.teams[n%len(w.teams)]
		x := w.answer("who is in the team")
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldTeam, team))), func(p portfolio.ProgramRow) bool { return p.Owner == "" })
		if len(rows) < 2 {
			return nil
		}
		p, q := rows[n%len(rows)], rows[(n+1)%len(rows)]
		if p.Owner == q.Owner {
			return nil
		}
		return x.say("Within ").put("team", team).say(", ").put("owner", p.Owner).say(" looks after ").put("program", p.Name).say(" and ").put("owner", q.Owner).say(" after ").put("program", q.Name).say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("single fact")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		switch n % 3 {
		case 0:
			return x.put("owner", p.Owner, q.Owner, w.other(p.Owner)).say(" leads ").put("program", p.Name).say(".")
		case 1:
			return x.say("Launch date of ").put("program", p.Name).say(": ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(".")
		}
		return x.say("The status of ").put("program", p.Name).say(" is ").put("status", string(p.Status), otherStatus(p.Status)).say(".")
	},
}
