package analyst

import (
	"context"
	"maps"
	"slices"
	"strings"
	"sync"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// directory is what a portfolio's programs and values are called, made ready for finding them in questions.
type directory struct {
	programs []named
	byID     map[string]int
	byName   map[string][]int // stems of the whole name, or of the name without words like "programme"
	byStem   map[string][]int // programs whose name holds the stem
	joined   map[string][]int // "fraudshield" for Fraud Shield
	initials map[string][]int // "fcas" for Future Combat Air System
	values   []namedValue
	byValue  map[string][]int // stems of the whole value
	inValue  map[string][]int // values that hold the stem
	acronyms map[string][]int // values that are written in capitals only
	children func() []child   // made when a wish names one
}

// child is a risk or a milestone with the stems of its name.
type child struct {
	entity      portfolio.Entity
	id, program string
	stems       []string
}

// named is a program with the stems of its name.
type named struct {
	id, name string
	stems    []string
}

// namedValue is a value of a field with its stems.
type namedValue struct {
	value
	stems []string
}

// generic are the words that people leave out of the name of a program.
var generic = map[string]bool{
	"program": true, "programme": true, "project": true, "initiative": true, "the": true, "portfolio": true, "scheme": true,
}

// valuesIn lists the values of the fields that people name values of.
func valuesIn(ctx context.Context, w tools.Workspace) ([]value, error) {
	var out []value
	for _, info := range portfolio.Fields {
		if !info.Nouns && info.Field != portfolio.FieldRiskOwner {
			continue
		}
		groups, err := w.Groups(ctx, portfolio.Query{Of: info.Of}, info.Field)
		if err != nil {
			return nil, err
		}
		for _, g := range groups {
			if g.Value != "" {
				out = append(out, value{info.Field, g.Value})
			}
		}
	}
	return out, nil
}

// newDirectory makes a directory of names and values.
func newDirectory(names []portfolio.Named, values []value) *directory {
	d := &directory{
		byID: map[string]int{}, byName: map[string][]int{}, byStem: map[string][]int{}, joined: map[string][]int{}, initials: map[string][]int{},
		byValue: map[string][]int{}, inValue: map[string][]int{}, acronyms: map[string][]int{},
	}
	var children []portfolio.Named
	d.children = sync.OnceValue(func() []child { return childrenOf(children) })
	for _, n := range names {
		switch n.Entity {
		case portfolio.EntityProgram:
			d.addProgram(n)
		case portfolio.EntityRisk, portfolio.EntityMilestone:
			children = append(children, n)
		}
	}
	for _, v := range values {
		stems := stemsOf(tokenise(v.text, nil))
		at := len(d.values)
		d.values = append(d.values, namedValue{v, stems})
		put(d.byValue, strings.Join(stems, " "), at)
		if len(v.text) > 1 && isUpper(v.text) {
			put(d.acronyms, strings.ToLower(v.text), at)
		}
		for _, s := range stems {
			put(d.inValue, s, at)
		}
	}
	return d
}

// childrenOf takes the names of risks and milestones apart.
func childrenOf(names []portfolio.Named) []child {
	out := make([]child, len(names))
	for i, n := range names {
		out[i] = child{n.Entity, n.ID, n.ProgramID, stemsOf(tokenise(n.Name, nil))}
	}
	return out
}

func (d *directory) addProgram(n portfolio.Named) {
	tokens := tokenise(n.Name, nil)
	stems := stemsOf(tokens)
	at := len(d.programs)
	d.programs = append(d.programs, named{n.ID, n.Name, stems})
	d.byID[fold(n.ID)] = at
	put(d.byName, strings.Join(stems, " "), at)
	core := slices.DeleteFunc(slices.Clone(stems), func(s string) bool { return generic[s] })
	put(d.byName, strings.Join(core, " "), at)
	for i, s := range stems {
		put(d.byStem, s, at)
		if i > 0 {
			put(d.joined, stems[i-1]+s, at)
		}
	}
	if len(core) >= 3 {
		letters := ""
		for _, s := range core {
			letters += s[:1]
		}
		put(d.initials, letters, at)
	}
}

// put adds to a list once.
func put(index map[string][]int, key string, at int) {
	if list := index[key]; key != "" && (len(list) == 0 || list[len(list)-1] != at) {
		index[key] = append(list, at)
	}
}

// stemsOf gives the stems of a name, without commas, and without "and", which people put or leave out.
func stemsOf(tokens []token) []string {
	var stems []string
	for _, t := range tokens {
		if t.word != "," && t.word != "and" {
			stems = append(stems, t.stem)
		}
	}
	return stems
}

// whole gives the programs that are called exactly so.
func (d *directory) whole(tokens []token) []int {
	return d.byName[strings.Join(stemsOf(tokens), " ")]
}

// holding gives the programs whose name holds the words in their order, perhaps with others between.
func (d *directory) holding(tokens []token) []int {
	stems := stemsOf(tokens)
	if len(stems) == 0 {
		return nil
	}
	var out []int
	for _, at := range d.byStem[stems[0]] {
		if inOrder(stems, d.programs[at].stems) {
			out = append(out, at)
		}
	}
	return out
}

// nearly gives the programs whose name holds the words, their initials, their beginnings, or what they make run together.
func (d *directory) nearly(tokens []token) []int {
	programs := d.holding(tokens)
	if len(programs) == 0 && len(tokens) == 1 && len(tokens[0].word) >= 3 {
		programs = d.initials[tokens[0].word]
	}
	if len(programs) == 0 {
		programs = d.cutShort(tokens)
	}
	for k := 0; len(programs) == 0 && len(tokens) > 2 && k < len(tokens)-1; k++ { // "lake house migration"
		merged := slices.Concat(tokens[:k], []token{newToken(tokens[k].word + tokens[k+1].word)}, tokens[k+2:])
		programs = d.adjoining(merged)
	}
	if len(programs) == 0 && len(tokens) == 1 {
		programs = d.joined[tokens[0].stem]
	}
	return programs
}

// beginning gives the programs whose name begins with the words.
func (d *directory) beginning(tokens []token) []int {
	stems := stemsOf(tokens)
	return slices.DeleteFunc(d.holding(tokens), func(at int) bool {
		name := d.programs[at].stems
		return len(name) < len(stems) || !slices.Equal(name[:len(stems)], stems)
	})
}

// adjoining gives the programs whose name holds the words next to each other.
func (d *directory) adjoining(tokens []token) []int {
	short := strings.Join(stemsOf(tokens), " ")
	return slices.DeleteFunc(d.holding(tokens), func(at int) bool {
		return !strings.Contains(" "+strings.Join(d.programs[at].stems, " ")+" ", " "+short+" ")
	})
}

// cutShort gives the program whose name holds the words next to each other, the last one only begun: "payments eu". It is
// nil where several do.
func (d *directory) cutShort(tokens []token) []int {
	stems := stemsOf(tokens)
	if len(stems) < 2 || len(stems[len(stems)-1]) < 2 {
		return nil
	}
	var out []int
	for _, at := range d.byStem[stems[0]] {
		if strings.Contains(" "+strings.Join(d.programs[at].stems, " "), " "+strings.Join(stems, " ")) {
			out = append(out, at)
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// valuesCalled gives the values that are written exactly so.
func (d *directory) valuesCalled(tokens []token) []value {
	var out []value
	for _, at := range d.byValue[strings.Join(stemsOf(tokens), " ")] {
		out = append(out, d.values[at].value)
	}
	return out
}

// valuesAll gives the values that hold the words, whatever their texts.
func (d *directory) valuesAll(tokens []token) []value {
	stems := stemsOf(tokens)
	if len(stems) == 0 {
		return nil
	}
	var out []value
	for _, at := range d.inValue[stems[0]] {
		if inOrder(stems, d.values[at].stems) {
			out = append(out, d.values[at].value)
		}
	}
	return out
}

// valuesHolding gives the values that hold the words, if they all are one text: a shortened value must be unmistakable.
func (d *directory) valuesHolding(tokens []token) []value {
	stems := stemsOf(tokens)
	if len(stems) == 0 {
		return nil
	}
	var out []value
	for _, at := range d.inValue[stems[0]] {
		if !inOrder(stems, d.values[at].stems) {
			continue
		}
		if len(out) > 0 && !strings.EqualFold(out[0].text, d.values[at].text) {
			return nil
		}
		out = append(out, d.values[at].value)
	}
	return out
}

// valuesNear gives the value of several words that is written so but for typing errors, with at least one word right:
// "daniel brand". It is nil where several are.
func (d *directory) valuesNear(tokens []token) []value {
	stems := stemsOf(tokens)
	if len(stems) < 2 {
		return nil
	}
	near := map[int]bool{}
	for _, s := range stems {
		for _, at := range d.inValue[s] {
			near[at] = near[at] || alike(stems, d.values[at].stems)
		}
	}
	var out []value
	for _, at := range slices.Sorted(maps.Keys(near)) {
		switch {
		case !near[at]:
		case len(out) > 0 && !strings.EqualFold(out[0].text, d.values[at].text):
			return nil
		default:
			out = append(out, d.values[at].value)
		}
	}
	return out
}

// alike reports whether names have the same words in the same order but for typing errors.
func alike(a, b []string) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if limit := slips(a[i]); a[i] != b[i] && (limit == 0 || distance(a[i], b[i], limit) > limit) {
			return false
		}
	}
	return true
}

// valuesWith gives the value that holds the words next to each other; nil where several do.
func (d *directory) valuesWith(tokens []token) []value {
	short := strings.Join(stemsOf(tokens), " ")
	var out []value
	for _, at := range d.inValue[stemsOf(tokens)[0]] {
		if strings.Contains(" "+strings.Join(d.values[at].stems, " ")+" ", " "+short+" ") {
			out = append(out, d.values[at].value)
		}
	}
	if len(out) != 1 {
		return nil
	}
	return out
}

// productLines gives the product lines that hold the words.
func (d *directory) productLines(tokens []token) []value {
	return slices.DeleteFunc(d.valuesAll(tokens), func(v value) bool { return v.field != portfolio.FieldProductLine })
}

// inOrder reports whether all words of short occur in long in the same order.
func inOrder(short, long []string) bool {
	i := 0
	for _, w := range long {
		if i < len(short) && short[i] == w {
			i++
		}
	}
	return i == len(short)
}

// ids turns places into program ids.
func (d *directory) ids(places []int) []string {
	out := make([]string, len(places))
	for i, at := range places {
		out[i] = d.programs[at].id
	}
	return out
}

// name gives the name of a program.
func (d *directory) name(id string) string {
	if at, ok := d.byID[fold(id)]; ok {
		return d.programs[at].name
	}
	return id
}
