package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// sixth are answers in yet other styles, held out until a fifth measurement, after which the checker was mended with them.
var sixth = []template{
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("reply to a manager")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Sure! The program you asked about, ").put("program", p.Name).say(", has reached ").put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", *q.Progress)).say(" progress. Its launch is scheduled for ").
			put("date", long(p.LaunchDate), long(q.LaunchDate)).say(", and ").put("owner", p.Owner, q.Owner).say(" is accountable for it.")
	},
	func(w *world, _ int) *answer {
		x := w.answer("sections")
		gs := distinct(slices.DeleteFunc(x.groups(where(), portfolio.FieldStatus), func(g portfolio.Group) bool { return g.Value == "" }))
		x.say("**Status overview**\n\n")
		for _, g := range gs {
			x.say("- ").put("status", g.Value).say(": **").put("count", fmt.Sprint(g.Count)).say("** programs\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("correction")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		x.question = "Is " + p.Name + " owned by " + w.other(p.Owner) + "?"
		return x.say("No. The owner of ").put("program", p.Name).say(" is ").put("owner", p.Owner, q.Owner, w.other(p.Owner)).say(".")
	},
	func(w *world, n int) *answer {
		s := []string{"On Track", "At Risk", "Off Track"}[n%3]
		x := w.answer("compact table")
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldStatus, s))), func(p portfolio.ProgramRow) bool { return p.Team == "" || p.Progress == nil })
		x.say("Here are the %s programs with their team and progress.\n\n| Name | Team | Progress |\n| --- | --- | --- |\n", s)
		for _, p := range rows[:min(4, len(rows))] {
			x.say("| [").put("program", p.Name).say("](#/program/%s) | ", p.ID).put("team", p.Team, w.teams[(slices.Index(w.teams, p.Team)+1)%len(w.teams)]).say(" | ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", (*p.Progress+3)%100)).say(" |\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("launched in a year")
		year := []string{"2026", "2025", "2027"}[n%3]
		q := where(cond(portfolio.FieldLaunchDate, portfolio.OpFrom, year+"-01-01"), cond(portfolio.FieldLaunchDate, portfolio.OpTo, year+"-12-31"))
		k, all := x.count(q), x.count(where())
		if k < 2 {
			return nil
		}
		return x.put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs have a launch date in ").put("year", year, "2024").say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("risk picture")
		d := x.detail(p.ID)
		high := slices.DeleteFunc(slices.Clone(d.Program.Risks), func(r portfolio.Risk) bool { return !r.Status.Open() || r.Severity != portfolio.High })
		if len(high) == 0 {
			return nil
		}
		r := high[0]
		return x.say("The main concern for ").put("program", p.Name).say(" is ").put("risk", r.Title).say(", which is rated ").put("severity", "High", "Low", "Medium").say(" and still ").put("riskstatus", string(r.Status), "Closed", otherRisk(r.Status)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("owner pair")
		a, b := w.owners[n%len(w.owners)], w.owners[(n+2)%len(w.owners)]
		i, j := x.count(where(is(portfolio.FieldOwner, a))), x.count(where(is(portfolio.FieldOwner, b)))
		if i == j || a == b {
			return nil
		}
		return x.put("owner", a).say(" is in charge of ").put("count", fmt.Sprint(i)).say(" programs; for ").put("owner", b).say(" it is ").put("count", fmt.Sprint(j)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("milestone report")
		rows := slices.DeleteFunc(x.milestones(portfolio.Query{Where: []portfolio.Condition{is(portfolio.FieldMilestoneStatus, "Done")}}), func(m portfolio.MilestoneRow) bool { return m.CompletedDate == m.DueDate || m.CompletedDate == "" })
		if len(rows) < 2 {
			return nil
		}
		m, o := rows[n%len(rows)], rows[(n+1)%len(rows)]
		return x.say("The ").put("program", m.ProgramName, o.ProgramName).say(" milestone ").put("milestone", m.Name).say(" was completed on ").put("date", short(m.CompletedDate), short(m.DueDate), short(o.CompletedDate)).say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("both")
		x.list(where(is(portfolio.FieldStatus, string(a.Status))))
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.Status != b.Status {
			return nil
		}
		return x.say("Both ").put("program", a.Name).say(" and ").put("program", b.Name).say(" are ").put("status", string(a.Status), otherStatus(a.Status)).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("average overall")
		gs := x.groups(where(), "")
		return x.say("Programs report an average progress of ").put("percent", fmt.Sprintf("%.1f%%", *gs[0].Average), fmt.Sprintf("%.1f%%", *gs[0].Average+2)).say("; ").put("count", fmt.Sprint(gs[0].Reported), fmt.Sprint(gs[0].Reported-1)).say(" programs report their progress.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("conditional advice")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("If you only have time for one program, pick ").put("program", p.Name).say(": it is ").put("status", string(p.Status), otherStatus(p.Status)).say(" with a launch date of ").put("date", short(p.LaunchDate), short(q.LaunchDate)).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("subset of a list")
		rows := x.list(where(is(portfolio.FieldStatus, "At Risk", "Off Track")))
		bad := len(slices.DeleteFunc(slices.Clone(rows), func(p portfolio.ProgramRow) bool { return p.Status != portfolio.OffTrack }))
		if bad == len(rows)-bad {
			return nil
		}
		return x.put("count", fmt.Sprint(len(rows)), fmt.Sprint(bad)).say(" programs are not on track. ").put("count", fmt.Sprint(bad), fmt.Sprint(len(rows)-bad)).say(" of them are ").put("status", "Off Track", "At Risk").say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("dash list")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		x.say("Two candidates:\n\n")
		for _, r := range []portfolio.ProgramRow{p, q} {
			x.say("- ").put("program", r.Name).say(", ").put("status", string(r.Status), otherStatus(r.Status)).say(", ").put("percent", fmt.Sprintf("%d%%", *r.Progress), fmt.Sprintf("%d%%", (*r.Progress+17)%100)).say(" complete, launches ").put("date", string(r.LaunchDate)).say("\n")
		}
		return x
	},
	func(w *world, _ int) *answer {
		x := w.answer("no risks")
		q := where()
		q.Related = []portfolio.Related{{Of: portfolio.EntityRisk, None: true}}
		k, all := x.count(q), x.count(where())
		if k < 2 {
			return nil
		}
		return x.say("We found ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs ").flip("without any risks at all", "with risks").say(".")
	},
	func(w *world, n int) *answer {
		team := w.teams[n%len(w.teams)]
		x := w.answer("team's overdue milestones")
		q := portfolio.Query{Of: portfolio.EntityMilestone, Preset: portfolio.PresetOverdue, Where: []portfolio.Condition{is(portfolio.FieldTeam, team)}}
		k, all := x.count(q), x.count(portfolio.Query{Of: portfolio.EntityMilestone, Preset: portfolio.PresetOverdue})
		if k == 0 || k == all {
			return nil
		}
		return x.say("Team ").put("team", team).say(" accounts for ").put("count", fmt.Sprint(k), fmt.Sprint(all+1)).say(" of the ").put("count", fmt.Sprint(all), fmt.Sprint(all+2)).say(" overdue milestones.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("since")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		if p.LastUpdate == "" || q.LastUpdate == p.LastUpdate {
			return nil
		}
		return x.put("program", p.Name).say(" was last updated on ").put("date", us(p.LastUpdate), us(p.LaunchDate), us(q.LastUpdate)).say(".")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("objective")
		x.list(where(is(portfolio.FieldID, p.ID)))
		if len(p.StrategicObjectives) == 0 || p.ProductLine == "" {
			return nil
		}
		return x.put("program", p.Name).say(" serves the objective ").put("objective", p.StrategicObjectives[0]).say(" and belongs to the product line ").put("line", p.ProductLine).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("next launch")
		rows := x.list(portfolio.Query{Where: []portfolio.Condition{portfolio.Live, cond(portfolio.FieldLaunchDate, portfolio.OpFrom, string(today))}, Sort: []portfolio.Order{{Field: portfolio.FieldLaunchDate}}})
		p, q := rows[n%2], rows[n%2+2]
		x.question = "What launches next?"
		return x.put("program", p.Name).say(" is up next. It launches in ").put("days", fmt.Sprint(today.DaysUntil(p.LaunchDate)), fmt.Sprint(today.DaysUntil(q.LaunchDate)+1)).say(" days, on ").put("date", short(p.LaunchDate), short(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("high risks list")
		rows := x.risks(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskSeverity, "High"))))
		all := x.count(of(portfolio.EntityRisk, where(open)))
		x.put("count", fmt.Sprint(len(rows)), fmt.Sprint(all)).say(" open risks are rated ").put("severity", "High", "Low").say(", for example:\n\n")
		for _, r := range rows[n%2 : n%2+2] {
			x.say("- ").put("risk", r.Title).say(" in ").put("program", r.ProgramName).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("short telegram")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.put("program", p.Name).say(": ").put("status", string(p.Status), otherStatus(p.Status)).say(". Owner ").put("owner", p.Owner, q.Owner).say(". Launch ").put("date", string(p.LaunchDate), string(q.LaunchDate)).say(". Progress ").put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", *q.Progress)).say(".")
	},
}
