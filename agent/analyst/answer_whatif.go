package analyst

import (
	"context"
	"fmt"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// whatIf writes which launches a slip pushes. It only looks: nothing is proposed.
func (w *writer) whatIf(ctx context.Context, in intent) error {
	if len(in.ahead.slips) > 1 {
		w.paragraph("I took each slip by itself.")
	}
	var still []string // named, and not seen to move
	for _, id := range in.ids {
		if !slices.Contains(in.ahead.slips, id) {
			still = append(still, id)
		}
	}
	for _, id := range in.ahead.slips {
		slip := in.ahead.slip
		slip.ID = id
		e, err := w.effect(ctx, slip, in.ahead.yearless)
		if err != nil {
			return err
		}
		w.slip(slip, e)
		still = slices.DeleteFunc(still, func(id string) bool { return moves(id, e) })
	}
	for _, id := range still {
		w.citeProgram(id, w.directory.name(id))
		w.paragraph("\n%s does not move.", programLink(id, w.directory.name(id)))
	}
	return nil
}

// moves reports whether a program moves with a slip, or may.
func moves(id string, e portfolio.SlipEffect) bool {
	return slices.ContainsFunc(slices.Concat(e.Pushed, e.Broken), func(p portfolio.Push) bool { return p.ID == id }) ||
		slices.ContainsFunc(e.Undated, func(l portfolio.Launch) bool { return l.ID == id })
}

// slip writes what one slip does.
func (w *writer) slip(slip tools.SlipOf, e portfolio.SlipEffect) {
	w.citeProgram(e.Launch.ID, e.Launch.Name)
	name := programLink(e.Launch.ID, e.Launch.Name)
	switch {
	case !e.Launch.Live():
		w.paragraph("%s is Completed: its launch is not ahead and cannot slip.", name)
		return
	case e.Launch.Date == "":
		w.paragraph("The launch date of %s is **not reported**, so nobody can say what a slip pushes.", name)
		return
	case slip.By == 0 && slip.Until == "":
		w.room(e)
	case e.To <= e.Launch.Date:
		w.date("planned launch date", e.Launch.Date)
		w.date("slips to", e.To)
		w.paragraph("%s is planned for %s, so %s is no slip.", name, day(e.Launch.Date), day(e.To))
		return
	default:
		w.pushes(e)
	}
	w.brokenAlready(e)
	w.undated(e)
}

// effect asks what a slip does. A day that was named without its year is the first one after the plan.
func (w *writer) effect(ctx context.Context, slip tools.SlipOf, yearless bool) (portfolio.SlipEffect, error) {
	if yearless {
		detail, err := w.tools.Workspace.Program(ctx, slip.ID)
		if err != nil {
			return portfolio.SlipEffect{}, err
		}
		for slip.Until <= detail.Program.LaunchDate {
			slip.Until = yearAfter(slip.Until)
		}
	}
	return w.tools.WhatIfSlip(ctx, slip)
}

// room says how far a launch can slip.
func (w *writer) room(e portfolio.SlipEffect) {
	name := programLink(e.Launch.ID, e.Launch.Name)
	if e.Next.ID == "" {
		w.paragraph("A slip of %s pushes **no** launch, however long it is.", name)
		return
	}
	w.figure("days of room", float64(e.Room))
	w.date("planned launch date", e.Launch.Date)
	w.citeProgram(e.Next.ID, e.Next.Name)
	w.paragraph("%s, planned for %s, can slip by **%s** before it pushes %s.", name, day(e.Launch.Date), portfolio.CountOf(e.Room, "day", "days"), programLink(e.Next.ID, e.Next.Name))
}

// pushes writes the launches that a slip pushes.
func (w *writer) pushes(e portfolio.SlipEffect) {
	n := len(e.Pushed)
	w.figure("launches pushed", float64(n))
	w.figure("days of the slip", float64(e.Launch.Date.DaysUntil(e.To)))
	w.date("planned launch date", e.Launch.Date)
	w.date("slips to", e.To)
	pushed := "**no** launch is pushed."
	if n > 0 {
		pushed = fmt.Sprintf("**%d** %s pushed:", n, map[bool]string{true: "launch is", false: "launches are"}[n == 1])
	}
	w.paragraph("If %s slips by %s, from %s to **%s**, %s", programLink(e.Launch.ID, e.Launch.Name),
		portfolio.CountOf(e.Launch.Date.DaysUntil(e.To), "day", "days"), day(e.Launch.Date), day(e.To), pushed)
	var cells [][]string
	for i, p := range e.Pushed {
		w.citeProgram(p.ID, p.Name)
		w.date(p.Name+" planned", p.Date)
		w.date(p.Name+" pushed to", p.To)
		w.figure(p.Name+" pushed by days", float64(p.By))
		if i < shownRows {
			cells = append(cells, []string{programLink(p.ID, p.Name), day(p.Date), day(p.To), portfolio.CountOf(p.By, "day", "days"), plain(p.Behind)})
		}
	}
	switch {
	case n > 0:
		w.say("%s\n", table([]string{"Program", "Planned", "Pushed to", "By", "Waits for"}, cells))
		w.more(n)
	case e.Next.ID != "":
		w.figure("days of room", float64(e.Room))
		w.citeProgram(e.Next.ID, e.Next.Name)
		w.paragraph("It can slip by %s before it pushes %s.", portfolio.CountOf(e.Room, "day", "days"), programLink(e.Next.ID, e.Next.Name))
	case len(e.Broken)+len(e.Undated) == 0:
		w.paragraph("No live program waits for it.")
	}
}

// brokenAlready writes the dependencies along the slip that are broken without it.
func (w *writer) brokenAlready(e portfolio.SlipEffect) {
	if len(e.Broken) == 0 {
		return
	}
	w.figure("already broken", float64(len(e.Broken)))
	w.paragraph("\nPlanned too early already, without any slip:")
	for i, p := range e.Broken {
		w.citeProgram(p.ID, p.Name)
		w.date(p.Name+" planned", p.Date)
		w.figure(p.Name+" too early by days", float64(p.Short))
		if i >= shownRows {
			continue
		}
		w.say("- %s, planned for %s, waits for %s and is **%s** too early", programLink(p.ID, p.Name), day(p.Date), plain(p.Behind), portfolio.CountOf(p.Short, "day", "days"))
		if p.By > p.Short {
			w.figure(p.Name+" too early after the slip by days", float64(p.By))
			w.say("; after the slip %s", portfolio.CountOf(p.By, "day", "days"))
		}
		w.say("\n")
	}
	w.more(len(e.Broken))
}

// undated writes the programs that wait for the slip and have no launch date.
func (w *writer) undated(e portfolio.SlipEffect) {
	if len(e.Undated) == 0 {
		return
	}
	w.figure("without a launch date", float64(len(e.Undated)))
	w.paragraph("\nWithout a launch date, so that nobody can say whether they move:")
	for i, l := range e.Undated {
		w.citeProgram(l.ID, l.Name)
		if i < shownRows {
			w.say("- %s\n", programLink(l.ID, l.Name))
		}
	}
	w.more(len(e.Undated))
}
