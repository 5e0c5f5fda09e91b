package checking_test

import (
	"fmt"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// second are answers in other styles. They were held out until a first measurement, after which the checker was mended with them.
var second = []template{
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("go-live brief")
		x.detail(p.ID)
		x.question = "Give me a quick brief on " + p.Name
		return x.say("Here is where **").put("program", p.Name).say("** stands right now. It sits with ").put("owner", p.Owner, w.other(p.Owner)).
			say(" and is currently flagged **").put("status", string(p.Status), otherStatus(p.Status)).say("**. Work is ").put("percent", fmt.Sprintf("%d%%", *p.Progress), fmt.Sprintf("%d%%", (*p.Progress+13)%100)).
			say(" done, and the target go-live is ").put("date", long(p.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("comparison")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		return x.say("Comparing the two: ").put("program", a.Name).say(" (").put("owner", a.Owner).say(", ").put("status", string(a.Status)).say(") is due to go live on ").
			put("date", us(a.LaunchDate)).say("; ").put("program", b.Name).say(" (").put("owner", b.Owner).say(", ").put("status", string(b.Status)).say(") follows its own plan with a launch on ").
			put("date", us(b.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("bullets")
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldTeam, w.teams[n%len(w.teams)]))), func(p portfolio.ProgramRow) bool { return p.Owner == "" || p.LaunchDate == "" || p.Status == "" })
		if len(rows) == 0 {
			return nil
		}
		x.say("Key points on the ").put("team", w.teams[n%len(w.teams)]).say(" team:\n\n")
		for _, p := range rows[:min(len(rows), 4)] {
			x.say("- **").put("program", p.Name).say("**: ").put("status", string(p.Status), otherStatus(p.Status)).say(", led by ").put("owner", p.Owner, w.other(p.Owner)).say(", launch ").put("date", string(p.LaunchDate)).say("\n")
		}
		return x
	},
	func(w *world, _ int) *answer {
		x := w.answer("status tally in words")
		count := map[string]int{}
		for _, g := range x.groups(where(), portfolio.FieldStatus) {
			count[g.Value] = g.Count
		}
		x.question = "How is the portfolio doing?"
		return x.say("Across the portfolio, ").put("count", spelled(count["Off Track"]), spelled(count["At Risk"])).say(" programs are red, ").put("count", spelled(count["At Risk"])).
			say(" are amber and ").put("count", spelled(count["On Track"])).say(" are green. ").put("count", strings.ToUpper(spelled(count["Completed"])[:1])+spelled(count["Completed"])[1:]).say(" have been completed.")
	},
	func(w *world, n int) *answer {
		owner := w.owners[n%len(w.owners)]
		x := w.answer("owner's load")
		all := x.count(where(is(portfolio.FieldOwner, owner)))
		bad := x.count(where(is(portfolio.FieldOwner, owner), is(portfolio.FieldStatus, "At Risk", "Off Track")))
		other := x.count(where(is(portfolio.FieldOwner, w.other(owner))))
		return x.put("owner", owner, w.other(owner)).say(" is responsible for ").put("count", fmt.Sprint(all), fmt.Sprint(other)).say(" programs, of which ").put("count", fmt.Sprint(bad)).
			say(" are ").flip("not on track", "on track").say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("launch window")
		days := []int{30, 60, 90, 120, 180}[n%5]
		soon := where(cond(portfolio.FieldStatus, portfolio.OpIsNot, "Completed"), cond(portfolio.FieldLaunchDate, portfolio.OpFrom, string(today)), cond(portfolio.FieldLaunchDate, portfolio.OpTo, string(today.AddDays(days))))
		rows := x.list(soon)
		if len(rows) < 2 {
			return nil
		}
		x.question = fmt.Sprintf("What launches in the next %d days?", days)
		x.say("Over the next ").put("count", fmt.Sprint(days)).say(" days, ").put("count", fmt.Sprint(len(rows))).say(" programs are scheduled to go live. First up is ").put("program", rows[0].Name).say(" on ").
			put("date", long(rows[0].LaunchDate), long(rows[1].LaunchDate)).say(", followed by ").put("program", rows[1].Name).say(" on ").put("date", long(rows[1].LaunchDate)).say(".")
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("risk register")
		rows := slices.DeleteFunc(x.risks(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskSeverity, "High")))), func(r portfolio.RiskRow) bool { return strings.Contains(r.ProgramName, "Ignore") })
		if len(rows) < 2 {
			return nil
		}
		r := rows[n%len(rows)]
		s := rows[(n+1)%len(rows)]
		x.question = "What are the worst risks?"
		return x.say("The most serious ones first. “").put("risk", r.Title).say("” threatens ").put("program", r.ProgramName, s.ProgramName).say(": its severity is ").put("severity", string(r.Severity), "Low").
			say(" and its status is ").put("status", string(r.Status), otherRisk(r.Status)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("overdue work")
		late := x.milestones(portfolio.Query{Preset: portfolio.PresetOverdue})
		if len(late) < 2 {
			return nil
		}
		m := late[n%len(late)]
		o := late[(n+1)%len(late)]
		return x.say("We have ").put("count", fmt.Sprint(len(late))).say(" overdue milestones. For example, ").put("milestone", m.Name).say(" in ").put("program", m.ProgramName, o.ProgramName).
			say(" was due on ").put("date", short(m.DueDate), short(o.DueDate)).say(" and is now ").put("days", fmt.Sprint(m.DueDate.DaysUntil(today)), fmt.Sprint(o.DueDate.DaysUntil(today))).say(" days late.")
	},
	func(w *world, n int) *answer {
		x := w.answer("team table")
		gs := x.groups(where(is(portfolio.FieldStatus, []string{"On Track", "At Risk", "Off Track"}[n%3])), portfolio.FieldTeam)
		gs = slices.DeleteFunc(gs, func(g portfolio.Group) bool { return g.Value == "" })
		if len(gs) < 2 {
			return nil
		}
		gs = distinct(gs)
		x.say("Number of ").put("status", []string{"On Track", "At Risk", "Off Track"}[n%3], "Completed").say(" programs per team:\n\n| Team | Number of programs |\n| :--- | ---: |\n")
		for _, g := range gs[:min(4, len(gs))] {
			x.say("| ").put("team", g.Value).say(" | ").put("count", fmt.Sprint(g.Count)).say(" |\n")
		}
		return x
	},
	func(w *world, _ int) *answer {
		x := w.answer("gaps")
		none := x.count(where(is(portfolio.FieldOwner, "")))
		all := x.count(where())
		return x.put("count", strings.ToUpper(spelled(none)[:1])+spelled(none)[1:]).say(" of the ").put("count", fmt.Sprint(all)).say(" programs have ").flip("no owner", "an owner").say(".")
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("respectively")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.Owner == b.Owner {
			return nil
		}
		return x.put("program", a.Name).say(" and ").put("program", b.Name).say(" are owned by ").put("owner", a.Owner).say(" and ").put("owner", b.Owner).say(" respectively.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("countdown")
		x.detail(p.ID)
		away := today.DaysUntil(p.LaunchDate)
		if away <= 0 || p.Status == portfolio.StatusCompleted {
			return nil
		}
		return x.put("program", p.Name).say(" is ").put("days", fmt.Sprint(away), fmt.Sprint(away+11)).say(" days away from its launch (").put("date", short(p.LaunchDate), short(q.LaunchDate)).say(").")
	},
	func(w *world, n int) *answer {
		x := w.answer("average")
		team := w.teams[n%len(w.teams)]
		gs := x.groups(where(is(portfolio.FieldTeam, team)), "")
		if len(gs) == 0 || gs[0].Average == nil || gs[0].Reported != gs[0].Count {
			return nil
		}
		return x.say("On average, the programs of team ").put("team", team, w.teams[(n+1)%len(w.teams)]).say(" are ").put("percent", fmt.Sprintf("%.0f %%", *gs[0].Average), fmt.Sprintf("%.0f %%", *gs[0].Average+4)).say(" complete.")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("risk count")
		d := x.detail(p.ID)
		open := 0
		for _, r := range d.Program.Risks {
			if r.Status.Open() {
				open++
			}
		}
		if open == 0 {
			return nil
		}
		noun := "risks"
		if open == 1 {
			noun = "risk"
		}
		return x.say("As for ").put("program", p.Name).say(", there ").say("%s", map[bool]string{true: "is ", false: "are "}[open == 1]).put("count", spelled(open), spelled(open+1)).say(" open %s on the books.", noun)
	},
	func(w *world, n int) *answer {
		x := w.answer("headed lists")
		for _, s := range []portfolio.Status{portfolio.OffTrack, portfolio.AtRisk} {
			rows := x.list(where(is(portfolio.FieldStatus, string(s))))
			x.say("### ").put("status", string(s)).say("\n\n")
			for _, p := range rows[n%2 : min(len(rows), n%2+3)] {
				x.say("* ").put("program", p.Name).say("\n")
			}
			x.say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("follow-on sentences")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Let's look at ").put("program", p.Name).say(" first. The owner is ").put("owner", p.Owner, q.Owner).say(". The team is ").put("team", p.Team, q.Team).
			say(". Progress stands at ").put("percent", fmt.Sprintf("%d percent", *p.Progress), fmt.Sprintf("%d percent", *q.Progress)).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("live share")
		live := x.count(where(cond(portfolio.FieldStatus, portfolio.OpIsNot, "Completed")))
		all := x.count(where())
		return x.say("Of the ").put("count", fmt.Sprint(all)).say(" programs we track, ").put("count", fmt.Sprint(live)).say(" are still ").flip("live", "at risk").say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("unmitigated")
		k := x.count(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskSeverity, "High"), is(portfolio.FieldRiskMitigation, ""))))
		all := x.count(of(portfolio.EntityRisk, where(open, is(portfolio.FieldRiskSeverity, "High"))))
		return x.say("There are currently ").put("count", fmt.Sprint(all), fmt.Sprint(k)).say(" open High risks; ").put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" of them have ").flip("no mitigation", "a mitigation").say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("programs with risks")
		q := where()
		q.Related = []portfolio.Related{{Of: portfolio.EntityRisk, Where: []portfolio.Condition{open, is(portfolio.FieldRiskSeverity, "High")}}}
		k := x.count(q)
		q.Related = []portfolio.Related{{Of: portfolio.EntityRisk, Where: q.Related[0].Where, None: true}}
		none := x.count(q)
		return x.say("A total of ").put("count", fmt.Sprint(k), fmt.Sprint(none)).say(" programs carry at least one open High risk.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("last heard")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		if p.LastUpdate == "" {
			return nil
		}
		return x.say("The last status update on ").put("program", p.Name).say(" came in on ").put("date", long(p.LastUpdate), long(p.LaunchDate)).say(", ").put("days", fmt.Sprint(p.LastUpdate.DaysUntil(today)), fmt.Sprint(p.LastUpdate.DaysUntil(today)+3)).say(" days ago.")
	},
}

// distinct keeps one group of each size, so that swapping two of them makes a lie.
func distinct(gs []portfolio.Group) []portfolio.Group {
	seen := map[int]bool{}
	return slices.DeleteFunc(gs, func(g portfolio.Group) bool {
		again := seen[g.Count]
		seen[g.Count] = true
		return again
	})
}

// other gives another owner.
func (w *world) other(owner string) string {
	i := slices.Index(w.owners, owner)
	return w.owners[(i+1)%len(w.owners)]
}

func otherStatus(s portfolio.Status) string {
	if s == portfolio.OnTrack {
		return string(portfolio.OffTrack)
	}
	return string(portfolio.OnTrack)
}

func otherRisk(s portfolio.RiskStatus) string {
	if s == portfolio.RiskMitigating {
		return string(portfolio.RiskClosed)
	}
	return string(portfolio.RiskMitigating)
}
