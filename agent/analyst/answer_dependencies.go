package analyst

import (
	"context"
	"slices"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// dependencies writes what waits for what: of the programs that were named, or of all.
func (w *writer) dependencies(ctx context.Context, in intent) error {
	switch {
	case in.ahead.pair[0] != "":
		return w.waitsFor(ctx, in.ahead.pair[0], in.ahead.pair[1])
	case len(in.ids) == 0:
		return w.allDependencies(ctx, in)
	}
	for _, id := range in.ids {
		if err := w.dependenciesOf(ctx, id, in); err != nil {
			return err
		}
	}
	return nil
}

// waitsFor answers whether one program waits for another one.
func (w *writer) waitsFor(ctx context.Context, waits, first string) error {
	rows, err := w.tools.ListDependencies(ctx, tools.DependenciesOf{ID: waits, Side: tools.SideWaitsFor})
	if err != nil {
		return err
	}
	w.citeProgram(waits, w.directory.name(waits))
	w.citeProgram(first, w.directory.name(first))
	who, whom := programLink(waits, w.directory.name(waits)), programLink(first, w.directory.name(first))
	i := slices.IndexFunc(rows, func(d portfolio.DependencyRow) bool { return d.From == first })
	if i < 0 {
		w.paragraph("**No.** %s does not wait for %s directly.", who, whom)
		return nil
	}
	d := rows[i]
	w.date("planned launch date", d.Then.Date)
	w.date(d.First.Name+" planned", d.First.Date)
	w.paragraph("**Yes.** %s, planned for %s, waits for %s, planned for %s.%s", who, launchDay(d.Then), whom, launchDay(d.First), noteOf(d))
	if d.Broken() {
		w.figure("days too early", float64(d.TooEarly()))
		w.paragraph("That is **%s** too early.", portfolio.CountOf(d.TooEarly(), "day", "days"))
	}
	return nil
}

// noteOf writes what people said about a dependency.
func noteOf(d portfolio.DependencyRow) string {
	if d.Note == "" {
		return ""
	}
	return " " + plain(cut(d.Note, 160))
}

// allDependencies writes those of the whole portfolio, or the broken ones.
func (w *writer) allDependencies(ctx context.Context, in intent) error {
	broken := in.ahead.depends.Broken
	rows, err := w.tools.ListDependencies(ctx, tools.DependenciesOf{Broken: broken})
	if err != nil {
		return err
	}
	n := len(rows)
	switch {
	case broken && n == 0:
		w.figure("broken dependencies", 0)
		w.paragraph("**No** dependency is broken: no program is planned to launch before one that it waits for.")
	case broken:
		w.figure("broken dependencies", float64(n))
		w.paragraph("**%s** broken: the program is planned to launch before the one that it waits for.", portfolio.CountOf(n, "dependency is", "dependencies are"))
	default:
		w.figure("dependencies", float64(n))
		w.paragraph("There %s **%s**.", map[bool]string{true: "is", false: "are"}[n == 1], portfolio.CountOf(n, "dependency", "dependencies"))
	}
	if in.counts || n == 0 {
		return nil
	}
	w.dependencyTable(rows)
	return nil
}

// dependencyTable writes dependencies and cites both sides.
func (w *writer) dependencyTable(rows []portfolio.DependencyRow) {
	var cells [][]string
	for i, d := range rows {
		w.citeProgram(d.Then.ID, d.Then.Name)
		w.citeProgram(d.First.ID, d.First.Name)
		if d.Broken() {
			w.figure(d.Then.Name+" too early by days", float64(d.TooEarly()))
		}
		if i < shownRows {
			cells = append(cells, []string{programLink(d.Then.ID, d.Then.Name), planned(d), programLink(d.First.ID, d.First.Name), launchDay(d.First)})
		}
	}
	w.say("%s\n", table([]string{"Program", "Launch", "Waits for", "Launch"}, cells))
	w.more(len(rows))
}

// planned writes when the program that waits is planned to launch, and by how much that is too early.
func planned(d portfolio.DependencyRow) string {
	if d.Broken() {
		return launchDay(d.Then) + ", " + portfolio.CountOf(d.TooEarly(), "day", "days") + " too early"
	}
	return launchDay(d.Then)
}

// dependenciesOf writes what one program waits for and what waits for it, or one of the two.
func (w *writer) dependenciesOf(ctx context.Context, id string, in intent) error {
	of := in.ahead.depends
	of.ID = id
	rows, err := w.tools.ListDependencies(ctx, of)
	if err != nil {
		return err
	}
	if !in.counts {
		w.citeProgram(id, w.directory.name(id))
	}
	for _, side := range tools.Sides {
		if of.Side != "" && of.Side != side {
			continue
		}
		own := slices.DeleteFunc(slices.Clone(rows), func(d portfolio.DependencyRow) bool {
			return side == tools.SideWaitsFor && d.To != id || side == tools.SideHoldsUp && d.From != id
		})
		w.side(id, side, own, in)
	}
	return nil
}

// side writes the programs on one side of a program.
func (w *writer) side(id string, side tools.Side, rows []portfolio.DependencyRow, in intent) {
	name, n := programLink(id, w.directory.name(id)), len(rows)
	count := portfolio.CountOf(n, "program", "programs")
	if n == 0 {
		count = "no program"
	}
	too := ""
	if in.ahead.depends.Broken {
		too = ", planned too early"
	}
	if side == tools.SideWaitsFor {
		w.figure("programs that it waits for", float64(n))
		w.paragraph("%s waits for **%s**%s.", name, count, too)
	} else {
		w.figure("programs that wait for it", float64(n))
		w.paragraph("%s %s for %s%s.", "**"+capital(count)+"**", map[bool]string{true: "wait", false: "waits"}[n > 1], name, too)
	}
	for i, d := range rows {
		other, when := d.First, launchDay(d.First)
		if side == tools.SideHoldsUp {
			other, when = d.Then, planned(d)
		} else if d.Broken() {
			when += ", " + portfolio.CountOf(d.TooEarly(), "day", "days") + " too late for it"
		}
		if in.counts {
			continue
		}
		w.citeProgram(other.ID, other.Name)
		w.date(other.Name+" planned", other.Date)
		if d.Broken() {
			w.figure(d.Then.Name+" too early by days", float64(d.TooEarly()))
		}
		if i < shownRows {
			w.say("- %s, launch %s.%s\n", programLink(other.ID, other.Name), when, noteOf(d))
		}
	}
	if !in.counts {
		w.more(n)
	}
	w.say("\n\n")
}

// launchDay writes when a program is planned to launch, or that it has.
func launchDay(l portfolio.Launch) string {
	if !l.Live() {
		return day(l.Date) + ", Completed"
	}
	return day(l.Date)
}
