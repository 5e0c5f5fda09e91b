package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// third are answers in yet other styles, held out until a second measurement, after which the checker was mended with them.
var third = []template{
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("profile")
		x.detail(p.ID)
		return x.say("## ").put("program", p.Name).say("\n\n| Attribute | Value |\n| --- | --- |\n| Owner | ").put("owner", p.Owner, w.other(p.Owner)).say(" |\n| Status | ").
			put("status", string(p.Status), otherStatus(p.Status)).say(" |\n| Launch date | ").put("date", short(p.LaunchDate)).say(" |\n| Progress | ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", (*p.Progress+7)%100)).say(" |\n")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("owner question")
		x.detail(p.ID)
		x.question = "Who owns " + p.Name + "?"
		return x.say("That would be ").put("owner", p.Owner, q.Owner, w.other(p.Owner)).say(", who has been running ").put("program", p.Name).say(" with the ").put("team", p.Team, q.Team).say(" team.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("launch question")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		x.question = "When does " + p.Name + " launch?"
		return x.say("According to the latest data, the launch of ").put("program", p.Name).say(" is planned for ").put("date", us(p.LaunchDate), us(q.LaunchDate)).say(". The program was reported as ").put("status", string(p.Status), otherStatus(p.Status)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("numbered list")
		s := []string{"On Track", "At Risk", "Off Track"}[n%3]
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldStatus, s))), func(p portfolio.ProgramRow) bool { return p.Owner == "" || p.LaunchDate == "" })
		x.question = "List the " + s + " programs"
		x.say("These programs are ").put("status", s, otherStatus(portfolio.Status(s))).say(" at the moment:\n\n")
		for i, p := range rows[:min(4, len(rows))] {
			x.say("%d. [", i+1).put("program", p.Name).say("](#/program/%s) (", p.ID).put("owner", p.Owner).say("), going live on ").put("date", long(p.LaunchDate)).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("team counts in prose")
		a, b := w.teams[n%len(w.teams)], w.teams[(n+1)%len(w.teams)]
		i, j := x.count(where(is(portfolio.FieldTeam, a))), x.count(where(is(portfolio.FieldTeam, b)))
		if i == j {
			return nil
		}
		return x.say("Team ").put("team", a).say(" runs ").put("count", spelled(i)).say(" programs, whereas team ").put("team", b).say(" runs ").put("count", spelled(j)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("red by owner")
		owner := w.owners[n%len(w.owners)]
		k := x.count(where(is(portfolio.FieldStatus, "Off Track", "At Risk"), is(portfolio.FieldOwner, owner)))
		all := x.count(where(is(portfolio.FieldStatus, "Off Track", "At Risk")))
		o := w.other(owner)
		if m := x.count(where(is(portfolio.FieldStatus, "Off Track", "At Risk"), is(portfolio.FieldOwner, o))); m == k {
			return nil
		}
		x.question = "How many programs that are not on track does " + owner + " have?"
		return x.say("I counted ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs owned by ").put("owner", owner, o).say(" that are ").flip("at risk or off track", "on track").say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("milestone date")
		rows := slices.DeleteFunc(x.milestones(portfolio.Query{}), func(m portfolio.MilestoneRow) bool { return m.DueDate == "" })
		m, o := rows[(n*5)%len(rows)], rows[(n*5+3)%len(rows)]
		return x.say("The milestone ").put("milestone", m.Name).say(" of ").put("program", m.ProgramName, o.ProgramName).say(" has its due date on ").put("date", string(m.DueDate), string(o.DueDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("risk table")
		rows := x.risks(of(portfolio.EntityRisk, where(open)))
		x.say("| Risk | Program | Severity | State |\n|---|---|---|---|\n")
		for _, r := range rows[n%3 : n%3+4] {
			if r.Severity != "" {
				x.say("| ").put("risk", r.Title).say(" | ").put("riskprogram", r.ProgramName).say(" | ").put("severity", string(r.Severity), map[bool]string{true: "Medium", false: "High"}[r.Severity == portfolio.High]).say(" | %s |\n", r.Status)
			}
		}
		return x
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("milestones of one")
		d := x.detail(p.ID)
		done := 0
		for _, m := range d.Program.Milestones {
			if m.Status == portfolio.MilestoneDone {
				done++
			}
		}
		total := len(d.Program.Milestones)
		if total < 2 {
			return nil
		}
		return x.put("program", p.Name).say(" has completed ").put("count", fmt.Sprint(done), fmt.Sprint(done+1)).say(" of its ").put("count", fmt.Sprint(total), fmt.Sprint(total+1)).say(" milestones.")
	},
	func(w *world, _ int) *answer {
		x := w.answer("no launch date")
		k := x.count(where(is(portfolio.FieldLaunchDate, "")))
		all := x.count(where())
		return x.say("Out of ").put("count", fmt.Sprint(all)).say(" programs, ").put("count", fmt.Sprint(k)).say(" do ").flip("not have a launch date", "have a launch date").say(" yet.")
	},
	func(w *world, _ int) *answer {
		x := w.answer("share")
		k, all := x.count(where(is(portfolio.FieldStatus, "On Track"))), x.count(where())
		return x.put("count", fmt.Sprint(k)).say(" of ").put("count", fmt.Sprint(all)).say(" programs (").put("percent", fmt.Sprintf("%.0f %%", 100*float64(k)/float64(all)), fmt.Sprintf("%.0f %%", 100*float64(k)/float64(all)+5)).say(") are ").flip("on track", "not on track").say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("contrast")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.Status == b.Status {
			return nil
		}
		return x.say("While ").put("program", a.Name).say(" is ").put("status", string(a.Status)).say(" (").put("percent", fmt.Sprintf("%d%%", *a.Progress)).say(" complete), ").put("program", b.Name).
			say(" is ").put("status", string(b.Status)).say(" (").put("percent", fmt.Sprintf("%d%%", *b.Progress)).say(" complete).")
	},
	func(w *world, n int) *answer {
		x := w.answer("launches in a month")
		p, _ := w.pick(n)
		t, _ := p.LaunchDate.Time()
		first := portfolio.Date(t.Format("2006-01") + "-01")
		next := t.AddDate(0, 1, 1-t.Day())
		last := portfolio.Date(next.Format("2006-01-02")).AddDays(-1)
		q := where(cond(portfolio.FieldLaunchDate, portfolio.OpFrom, string(first)), cond(portfolio.FieldLaunchDate, portfolio.OpTo, string(last)))
		k, all := x.count(q), x.count(where())
		return x.say("In ").put("month", t.Format("January 2006"), t.AddDate(0, 2, 1-t.Day()).Format("January 2006")).say(", ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say("%s launch date.", map[bool]string{true: " program has its", false: " programs have their"}[k == 1])
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("possessive")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.put("program", p.Name).say("'s launch date is ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(", and its progress is ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", *q.Progress)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("attention")
		rows := x.list(where(portfolio.NeedsAttention...))
		if len(rows) == 0 {
			return nil
		}
		p := rows[n%len(rows)]
		x.question = "What needs attention?"
		return x.put("count", fmt.Sprint(len(rows))).say(" programs need attention. One of them is ").put("program", p.Name).say(", which the facts assess as ").put("status", string(p.Health.Assessed), map[bool]string{true: "At Risk", false: "Off Track"}[p.Health.Assessed == portfolio.OffTrack]).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("severity split")
		gs := x.groups(of(portfolio.EntityRisk, where(open)), portfolio.FieldRiskSeverity)
		count := map[string]int{}
		for _, g := range gs {
			count[g.Value] = g.Count
		}
		return x.say("Open risks by severity: High ").put("count", fmt.Sprint(count["High"])).say(", Medium ").put("count", fmt.Sprint(count["Medium"])).say(", Low ").put("count", fmt.Sprint(count["Low"])).say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("order of launches")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.LaunchDate == b.LaunchDate {
			return nil
		}
		if a.LaunchDate > b.LaunchDate {
			a, b = b, a
		}
		return x.say("On ").put("date", short(a.LaunchDate)).say(" it is the turn of ").put("program", a.Name).say(", and on ").put("date", short(b.LaunchDate)).say(" that of ").put("program", b.Name).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("stage counts")
		gs := slices.DeleteFunc(x.groups(where(), portfolio.FieldStage), func(g portfolio.Group) bool { return g.Value == "" })
		gs = distinct(gs)
		if len(gs) < 2 {
			return nil
		}
		a, b := gs[n%len(gs)], gs[(n+1)%len(gs)]
		return x.say("The stage ").put("stage", a.Value).say(" holds ").put("count", fmt.Sprint(a.Count)).say(" programs and the stage ").put("stage", b.Value).say(" holds ").put("count", fmt.Sprint(b.Count)).say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("mini report")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("**").put("program", p.Name).say("**\n\n- Owner: ").put("owner", p.Owner, q.Owner).say("\n- Status: ").put("status", string(p.Status), otherStatus(p.Status)).say("\n- Launch: ").put("date", short(p.LaunchDate), short(q.LaunchDate)).say("\n- Team: ").put("team", p.Team, q.Team).say("\n")
	},
	func(w *world, _ int) *answer {
		x := w.answer("stale")
		q := where()
		q.Preset = portfolio.PresetStale
		k, all := x.count(q), x.count(where())
		return x.put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs are stale: they have not been updated for more than 30 days, or never were.")
	},
}
