package analyst

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// count writes how many records a query finds, perhaps as a share of all.
func (w *writer) count(ctx context.Context, in intent) error {
	q := in.query
	measure := tools.MeasureCount
	if in.act == actShare {
		measure = tools.MeasureShare
	}
	n, err := w.totalAs(ctx, q, measure)
	if err != nil {
		return err
	}
	label := w.describe.head(q, true)
	w.figure(label, float64(n))
	if in.act != actCount {
		everything := except(q, in.said)
		whole, err := w.total(ctx, everything)
		if err != nil {
			return err
		}
		if in.act == actEvery {
			w.every(n, whole, everything, in)
			return nil
		}
		share := 0.0
		if whole > 0 {
			share = 100 * float64(n) / float64(whole)
		}
		w.figure("share in percent", share)
		w.paragraph("**%s %%**: of %s, %d are %s.", rounded(share), w.counted(whole, everything), n, w.predicate(in))
		return nil
	}
	switch n {
	case 0:
		w.paragraph("There are **no** %s.", w.describe.phrase(q, true))
	case 1:
		w.paragraph("There is **1** %s.", w.describe.phrase(q, false))
	default:
		w.paragraph("There are **%d** %s.", n, w.describe.phrase(q, true))
	}
	return w.split(ctx, q)
}

// split writes the count of each of several statuses that are asked for together.
func (w *writer) split(ctx context.Context, q portfolio.Query) error {
	if !slices.ContainsFunc(q.Where, func(c portfolio.Condition) bool {
		return c.Field == portfolio.FieldStatus && c.Op == portfolio.OpIs && len(c.Values) > 1
	}) || q.Of != ofProgram {
		return nil
	}
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: portfolio.FieldStatus})
	if err != nil {
		return err
	}
	for _, g := range groups {
		w.figure(g.Value, float64(g.Count))
		w.say("- %s: %d\n", g.Value, g.Count)
	}
	return nil
}

// every answers whether all records are so.
func (w *writer) every(n, whole int, everything portfolio.Query, in intent) {
	word := "No"
	if n == whole {
		word = "Yes"
	}
	w.figure(nouns[in.query.Of][1], float64(whole))
	w.paragraph("**%s.** Of %s, %d are %s.", word, w.counted(whole, everything), n, w.predicate(in))
}

// predicate says what is said of the records that are counted: "Off Track programs".
func (w *writer) predicate(in intent) string {
	q := portfolio.Query{Of: in.query.Of, Today: in.query.Today}
	add(&q, in.said)
	return w.describe.phrase(q, true)
}

// counted says how many records a query finds: "52 programs in team MOD".
func (w *writer) counted(n int, q portfolio.Query) string {
	return strconv.Itoa(n) + " " + w.describe.phrase(q, n != 1)
}

// except leaves conditions out of a query.
func except(q portfolio.Query, c clause) portfolio.Query {
	q.Where = slices.DeleteFunc(slices.Clone(q.Where), func(x portfolio.Condition) bool {
		return slices.ContainsFunc(c.all, func(y portfolio.Condition) bool { return same(x, y) })
	})
	q.AnyOf = slices.DeleteFunc(slices.Clone(q.AnyOf), func(x []portfolio.Condition) bool {
		return slices.ContainsFunc(c.any, func(y []portfolio.Condition) bool { return slices.EqualFunc(x, y, same) })
	})
	if len(c.related) > 0 {
		q.Related = nil
	}
	if len(c.either) > 0 {
		q.Either = nil
	}
	if c.text != "" {
		q.Text = ""
	}
	return q
}

// groupName writes the value of a group.
func groupName(value string) string {
	if value == "" {
		return "Not reported"
	}
	return value
}

// byWhat gives the name of the field that records are grouped by: an owner is the program's, also of a risk.
func byWhat(in intent) string {
	switch {
	case in.by == portfolio.FieldID:
		return "program"
	case in.query.Of != portfolio.EntityProgram && in.by == portfolio.FieldOwner:
		return "program owner"
	}
	return nameOf(in.by)
}

// lacking writes the values of a field that no record of the query has.
func (w *writer) lacking(ctx context.Context, in intent, groups []portfolio.Group) error {
	everything, err := w.tools.CountBy(ctx, tools.Grouping{Query: portfolio.Query{Of: portfolio.EntityProgram, Today: in.query.Today}, By: in.by})
	if err != nil {
		return err
	}
	everything = slices.DeleteFunc(everything, func(g portfolio.Group) bool {
		return g.Value == "" || slices.ContainsFunc(groups, func(has portfolio.Group) bool { return has.Value == g.Value })
	})
	many := portfolio.Plural(byWhat(in))
	w.figure(many, float64(len(everything)))
	w.paragraph("**%s** without any %s:", portfolio.CountOf(len(everything), byWhat(in), many), w.describe.phrase(in.query, true))
	for _, g := range everything {
		w.say("- %s\n", plain(g.Value))
	}
	return nil
}

// group writes how many records each value of a field has, or their mean progress.
func (w *writer) group(ctx context.Context, in intent) error {
	q := in.query
	q.Sort = nil
	groups, err := w.tools.CountBy(ctx, tools.Grouping{Query: q, By: in.by, Measure: in.measure()})
	if err != nil {
		return err
	}
	if in.share {
		return w.shares(ctx, in, groups)
	}
	all := groups
	groups = slices.DeleteFunc(slices.Clone(groups), func(g portfolio.Group) bool { return !in.size.fits(g) })
	if in.without {
		return w.lacking(ctx, in, groups)
	}
	what := w.describe.phrase(q, true)
	switch {
	case len(groups) == 0 && len(all) > 0:
		w.noneSo(in, all, what)
		return nil
	case len(groups) == 0:
		w.figure(w.describe.head(q, true), 0)
		w.paragraph("There are no %s.", what)
		return nil
	}
	if in.ranked && !(in.average && q.Of != ofProgram) {
		w.rank(in, groups, what)
		return nil
	}
	if in.average && q.Of != ofProgram {
		return w.meansBy(ctx, in, groups)
	}
	if in.average {
		w.averages(in, groups, what)
		return nil
	}
	if in.across != "" {
		return w.cross(ctx, in, groups, what)
	}
	values := slices.DeleteFunc(slices.Clone(groups), func(g portfolio.Group) bool { return g.Value == "" })
	many := portfolio.Plural(byWhat(in))
	w.figure(many, float64(len(values)))
	var rows [][]string
	for _, g := range groups {
		name := groupName(g.Value)
		if in.by == portfolio.FieldID {
			name = w.directory.name(g.Value)
		}
		w.figure(name, float64(g.Count))
		rows = append(rows, []string{plain(name), strconv.Itoa(g.Count)})
	}
	w.paragraph("%s by %s (**%s**):", capital(what), byWhat(in), portfolio.CountOf(len(values), byWhat(in), many))
	w.say("%s\n", table([]string{capital(byWhat(in)), capital(nouns[q.Of][1])}, rows))
	return nil
}

// noneSo says that no group has the size that is asked for, and which is the largest.
func (w *writer) noneSo(in intent, groups []portfolio.Group, what string) {
	named := slices.DeleteFunc(slices.Clone(groups), func(g portfolio.Group) bool { return g.Value == "" })
	w.figure(portfolio.Plural(byWhat(in)), 0)
	w.paragraph("**No** %s has so many or so few %s.", byWhat(in), what)
	if len(named) > 0 {
		in.size = groupSize{}
		in.ranked, in.desc, in.limit = true, true, 1
		w.rank(in, named, what)
	}
}

// capital writes a sentence with a capital.
func capital(text string) string { return strings.ToUpper(text[:1]) + text[1:] }

// rank writes the first groups of a rank with those that equal the last of them. What is not reported has no rank.
func (w *writer) rank(in intent, groups []portfolio.Group, what string) {
	weight := func(g portfolio.Group) float64 {
		if in.average {
			return *g.Average
		}
		return float64(g.Count)
	}
	skipped := 0
	groups = slices.DeleteFunc(groups, func(g portfolio.Group) bool {
		out := g.Value == "" || in.average && g.Average == nil
		if out {
			skipped += g.Count
		}
		return out
	})
	slices.SortStableFunc(groups, func(a, b portfolio.Group) int {
		if in.desc {
			a, b = b, a
		}
		switch x, y := weight(a), weight(b); {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return 0
	})
	n := min(max(in.limit, 1), len(groups))
	for n > 0 && n < len(groups) && weight(groups[n]) == weight(groups[n-1]) {
		n++
	}
	end := "most"
	if !in.desc {
		end = "fewest"
	}
	if in.average {
		end = map[bool]string{true: "highest average progress of", false: "lowest average progress of"}[in.desc]
	}
	if n == 0 {
		w.paragraph("No %s is reported for %s.", byWhat(in), what)
	} else {
		w.paragraph("The %s with the %s %s:", byWhat(in), end, what)
	}
	for _, g := range groups[:n] {
		if in.by == portfolio.FieldID {
			w.citeProgram(g.Value, w.directory.name(g.Value))
			g.Value = w.directory.name(g.Value)
		}
		w.figure(g.Value, weight(g))
		unit := ""
		if in.average {
			unit = " %"
		}
		w.say("- **%s**: %s%s\n", plain(g.Value), rounded(weight(g)), unit)
	}
	if skipped > 0 {
		w.paragraph("\n%s without %s%s left out.", portfolio.CountOf(skipped, nouns[in.query.Of][0], nouns[in.query.Of][1]), article(byWhat(in)), verb(skipped))
	}
}

// averages writes the mean progress of each group. Programs that do not report theirs are left out and counted.
func (w *writer) averages(in intent, groups []portfolio.Group, what string) {
	var rows [][]string
	skipped, reported := 0, 0
	for _, g := range groups {
		reported += g.Reported
		skipped += g.Count - g.Reported
		mean := notReportedText
		if g.Average != nil {
			w.figure(groupName(g.Value), *g.Average)
			mean = rounded(*g.Average) + " %"
		}
		rows = append(rows, []string{plain(groupName(g.Value)), mean, strconv.Itoa(g.Reported)})
	}
	if reported == 0 {
		w.paragraph("None of the %s reports progress, so there is no average.", what)
		return
	}
	w.paragraph("Average progress of %s by %s:", what, byWhat(in))
	w.say("%s\n", table([]string{capital(byWhat(in)), "Average progress", "Programs"}, rows))
	w.sayUnreported(skipped)
}

// sayUnreported says how many programs an average leaves out.
func (w *writer) sayUnreported(skipped int) {
	if skipped > 0 {
		w.paragraph("%s without reported progress%s left out.", portfolio.CountOf(skipped, "program", "programs"), verb(skipped))
	}
}
