package checking_test

import (
	"fmt"
	"slices"

	"portfolio-ai/store/portfolio"
)

// fifth are answers in yet other styles, held out until a fourth measurement, after which the checker was mended with them.
var fifth = []template{
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("key facts line")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("**").put("program", p.Name).say("** | Owner: ").put("owner", p.Owner, q.Owner).say(" | Status: ").put("status", string(p.Status), otherStatus(p.Status)).say(" | Launch: ").put("date", short(p.LaunchDate), short(q.LaunchDate))
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("executive tone")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("The leadership team should know that ").put("program", p.Name).say(", owned by ").put("owner", p.Owner, q.Owner).say(", now reports ").put("percent", fmt.Sprintf("%d %%", *p.Progress), fmt.Sprintf("%d %%", *q.Progress)).
			say(" progress against a planned launch of ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("count first")
		count := map[string]int{}
		for _, g := range x.groups(where(), portfolio.FieldStatus) {
			count[g.Value] = g.Count
		}
		s := []string{"On Track", "At Risk", "Off Track"}[n%3]
		o := []string{"On Track", "At Risk", "Off Track"}[(n+1)%3]
		x.question = "How many programs are " + s + "?"
		return x.put("count", fmt.Sprint(count[s]), fmt.Sprint(count[o])).say(" of our programs are currently rated ").put("status", s, map[bool]string{true: "Completed", false: o}[count[s] == count[o]]).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("owners ranked")
		gs := distinct(slices.DeleteFunc(x.groups(where(is(portfolio.FieldStatus, "At Risk", "Off Track")), portfolio.FieldOwner), func(g portfolio.Group) bool { return g.Value == "" }))
		x.say("Programs that are not on track, by owner:\n\n")
		for _, g := range gs[:min(3, len(gs))] {
			x.say("- ").put("owner", g.Value).say(": ").put("count", fmt.Sprint(g.Count)).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("risks listed")
		d := x.detail(p.ID)
		x.put("program", p.Name).say(" carries these risks:\n\n")
		for _, r := range d.Program.Risks {
			if r.Severity != "" {
				x.say("- ").put("program", r.Title).say(" (severity ").put("severity", string(r.Severity), map[bool]string{true: "Low", false: "High"}[r.Severity == portfolio.High]).say(", ").put("riskstatus", string(r.Status), otherRisk(r.Status)).say(")\n")
			}
		}
		return x
	},
	func(w *world, n int) *answer {
		x := w.answer("upcoming milestones")
		rows := x.milestones(portfolio.Query{Where: []portfolio.Condition{is(portfolio.FieldMilestoneCompleted, ""), cond(portfolio.FieldMilestoneDue, portfolio.OpFrom, string(today)), cond(portfolio.FieldMilestoneDue, portfolio.OpTo, string(today.AddDays(60)))}})
		if len(rows) < 3 {
			return nil
		}
		x.question = "Which milestones come next?"
		x.say("Coming up:\n\n| Milestone | Belongs to | Due |\n|---|---|---|\n")
		for _, m := range rows[n%2 : n%2+2] {
			x.say("| ").put("milestone", m.Name).say(" | ").put("program", m.ProgramName).say(" | ").put("date", long(m.DueDate)).say(" |\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		a, b := w.pick(n)
		x := w.answer("later than")
		x.list(where(is(portfolio.FieldID, a.ID, b.ID)))
		if a.LaunchDate == b.LaunchDate {
			return nil
		}
		return x.say("There is a gap between the two. ").put("program", a.Name).say(" goes live on ").put("date", us(a.LaunchDate)).say(", but ").put("program", b.Name).say(" only on ").put("date", us(b.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("owner and team")
		p, q := w.pick(n)
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		x.question = "Who should I talk to about " + p.Name + "?"
		return x.say("Please contact ").put("owner", p.Owner, q.Owner).say(" (").put("team", p.Team, q.Team).say("), the owner of ").put("program", p.Name).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("open risks by program")
		rows := slices.DeleteFunc(x.list(where()), func(p portfolio.ProgramRow) bool { return p.OpenRisks < 1 })
		a, b := rows[n%len(rows)], rows[(n+3)%len(rows)]
		return x.put("program", a.Name).say(" has ").put("count", fmt.Sprint(a.OpenRisks), fmt.Sprint(a.OpenRisks+1)).say(" open risk(s) and ").put("program", b.Name).say(" has ").put("count", fmt.Sprint(b.OpenRisks), fmt.Sprint(b.OpenRisks+1)).say(".")
	},
	func(w *world, n int) *answer {
		team := w.teams[n%len(w.teams)]
		x := w.answer("team summary")
		count, total := map[string]int{}, 0
		for _, g := range x.groups(where(is(portfolio.FieldTeam, team)), portfolio.FieldStatus) {
			count[g.Value] = g.Count
			total += g.Count
		}
		return x.say("The team ").put("team", team, w.teams[(n+1)%len(w.teams)]).say(" has ").put("count", fmt.Sprint(total), fmt.Sprint(total+1)).say(" programs in total: ").put("count", fmt.Sprint(count["On Track"])).say(" on track, ").
			put("count", fmt.Sprint(count["At Risk"])).say(" at risk and ").put("count", fmt.Sprint(count["Off Track"])).say(" off track.")
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("assessment")
		d := x.detail(p.ID)
		if d.Health.Assessed == "" || p.Status == portfolio.StatusCompleted {
			return nil
		}
		return x.put("program", p.Name).say(" declares itself ").put("status", string(p.Status), "Completed").say(", whereas the facts say ").put("status", string(d.Health.Assessed), map[bool]string{true: "On Track", false: "Off Track"}[d.Health.Assessed != portfolio.OnTrack]).say(".")
	},
	func(w *world, n int) *answer {
		x := w.answer("late milestones of one")
		late := x.milestones(portfolio.Query{Preset: portfolio.PresetOverdue})
		m, o := late[n%len(late)], late[(n+1)%len(late)]
		return x.put("program", m.ProgramName, o.ProgramName).say(": ").put("milestone", m.Name).say(" was due on ").put("date", long(m.DueDate), long(o.DueDate)).say(" and has not been completed.")
	},
	func(w *world, _ int) *answer {
		x := w.answer("two counts")
		r := x.count(of(portfolio.EntityRisk, where(open)))
		m := x.count(of(portfolio.EntityMilestone, portfolio.Query{Preset: portfolio.PresetOverdue}))
		return x.say("All in all we are looking at ").put("count", fmt.Sprint(r)).say(" open risks and ").put("count", fmt.Sprint(m)).say(" overdue milestones.")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("started")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		if p.StartDate == "" {
			return nil
		}
		return x.put("program", p.Name).say(" started on ").put("date", long(p.StartDate), long(p.LaunchDate)).say(" and should launch on ").put("date", long(p.LaunchDate), long(q.LaunchDate)).say(".")
	},
	func(w *world, n int) *answer {
		owner := w.owners[n%len(w.owners)]
		x := w.answer("owner's programs as bullets")
		rows := slices.DeleteFunc(x.list(where(is(portfolio.FieldOwner, owner))), func(p portfolio.ProgramRow) bool { return p.Status == "" })
		x.question = "What does " + owner + " own?"
		x.put("owner", owner, w.other(owner)).say(" is the owner of the following programs:\n\n")
		for _, p := range rows[:min(3, len(rows))] {
			x.say("- ").put("program", p.Name).say(" – ").put("status", string(p.Status), otherStatus(p.Status)).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("weeks")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		days := today.DaysUntil(p.LaunchDate)
		if days <= 0 || p.Status == portfolio.StatusCompleted {
			return nil
		}
		return x.say("We still have ").put("days", fmt.Sprint(days), fmt.Sprint(days-5)).say(" days until the launch of ").put("program", p.Name, q.Name).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("no owner list")
		rows := x.list(where(is(portfolio.FieldOwner, "")))
		x.question = "Which programs have no owner?"
		x.put("count", fmt.Sprint(len(rows)), fmt.Sprint(len(rows)+2)).say(" programs are ").flip("without an owner", "with an owner").say(":\n\n")
		for _, p := range rows[:min(3, len(rows))] {
			x.say("1. ").put("program", p.Name).say("\n")
		}
		return x
	},
	func(w *world, n int) *answer {
		p, _ := w.pick(n)
		x := w.answer("stage")
		x.list(where(is(portfolio.FieldID, p.ID)))
		if p.PipelineStage == "" || p.PipelineStage == portfolio.StageCompleted {
			return nil
		}
		return x.say("In terms of the pipeline, ").put("program", p.Name).say(" is in the stage ").put("stage", string(p.PipelineStage), map[bool]string{true: "Discovery", false: "Planning"}[p.PipelineStage == portfolio.Planning]).say(".")
	},
	func(w *world, _ int) *answer {
		x := w.answer("half")
		k, all := x.count(where(cond(portfolio.FieldProgress, portfolio.OpOver, "50"))), x.count(where())
		return x.put("count", fmt.Sprint(k), fmt.Sprint(all)).say(" programs have a progress of more than ").put("percent", "50 %", "70 %").say(".")
	},
	func(w *world, n int) *answer {
		p, q := w.pick(n)
		x := w.answer("closing remark")
		x.list(where(is(portfolio.FieldID, p.ID, q.ID)))
		return x.say("Two things stand out. First, ").put("program", p.Name).say(" is ").put("status", string(p.Status), otherStatus(p.Status)).say(". Second, its owner is ").put("owner", p.Owner, q.Owner).say(".")
	},
}
