package analyst

import (
	"cmp"
	"context"
	"slices"
	"strconv"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// portion is how many records of a group are as said, of how many.
type portion struct {
	value       string
	part, whole int
}

// share gives the part in percent.
func (p portion) share() float64 { return 100 * float64(p.part) / float64(max(p.whole, 1)) }

func (p portion) of() (value string, size float64) { return p.value, p.share() }

// empty reports whether nothing is said that could be true or not.
func (c clause) empty() bool {
	return len(c.all)+len(c.any)+len(c.related)+len(c.either) == 0 && c.text == ""
}

// shares writes what part of the records of each group is as said, or where nothing is said of them, what part of all
// records each group has.
func (w *writer) shares(ctx context.Context, in intent, parts []portfolio.Group) error {
	whole := except(in.query, in.said)
	whole.Sort = nil
	groups, all := parts, 0
	var err error
	if in.said.empty() {
		if all, err = w.total(ctx, whole); err != nil {
			return err
		}
	} else if groups, err = w.tools.CountBy(ctx, tools.Grouping{Query: whole, By: in.by, Measure: tools.MeasureShare}); err != nil {
		return err
	}
	portions := make([]portion, len(groups))
	for i, g := range groups {
		portions[i] = portion{g.Value, sizeOf(parts, g.Value), cmp.Or(all, g.Count)}
	}
	if len(portions) == 0 {
		w.figure(w.describe.head(whole, true), 0)
		w.paragraph("There are no %s.", w.describe.phrase(whole, true))
		return nil
	}
	if kindOf(in.by) != portfolio.KindWord && !in.ranked {
		slices.SortStableFunc(portions, func(a, b portion) int { return cmp.Compare(b.share(), a.share()) })
	}
	if in.portion.op != "" {
		portions = slices.DeleteFunc(portions, func(p portion) bool { return p.value == "" || !in.portion.holds(p.share()) })
		many := portfolio.Plural(byWhat(in))
		w.figure(many, float64(len(portions)))
		if len(portions) == 0 {
			w.paragraph("There are no %s with such a share of %s.", many, w.predicate(in))
			return nil
		}
	}
	if in.ranked {
		if portions = firstOf(in, portions); len(portions) == 0 {
			w.paragraph("No %s is reported for %s.", byWhat(in), w.describe.phrase(whole, true))
			return nil
		}
		end := map[bool]string{true: "highest", false: "lowest"}[in.desc]
		what := w.predicate(in)
		if in.said.empty() {
			what = w.describe.phrase(whole, true)
		}
		name := groupName(portions[0].value)
		if in.by == portfolio.FieldID {
			name = w.directory.name(name)
		}
		if len(portions) == 1 {
			w.paragraph("**%s** has the %s share of %s.", plain(name), end, what)
		} else {
			w.paragraph("Several %s have the %s share of %s.", portfolio.Plural(byWhat(in)), end, what)
		}
	}
	w.portions(in, whole, all, portions)
	return nil
}

// portions writes the table of them, and states each share.
func (w *writer) portions(in intent, whole portfolio.Query, all int, portions []portion) {
	head := []string{capital(byWhat(in)), capital(nouns[whole.Of][1]), "Share"}
	if all == 0 {
		head = []string{head[0], capital(w.predicate(in)), head[1], head[2]}
	}
	var rows [][]string
	for _, p := range portions {
		name := groupName(p.value)
		if in.by == portfolio.FieldID {
			name = w.directory.name(p.value)
			if in.ranked {
				w.citeProgram(p.value, name)
			}
		}
		w.figure(name, p.share())
		row := []string{plain(name), strconv.Itoa(p.part)}
		if all == 0 {
			row = append(row, strconv.Itoa(p.whole))
		}
		rows = append(rows, append(row, rounded(p.share())+" %"))
	}
	if all > 0 {
		w.paragraph("**%d** %s by %s:", all, w.describe.phrase(whole, all != 1), byWhat(in))
	} else {
		w.paragraph("%s by %s:", capital(w.describe.phrase(whole, true)), byWhat(in))
	}
	w.say("%s\n", table(head, rows))
}
