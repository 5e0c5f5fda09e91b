package checking

import (
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"portfolio-ai/store/portfolio"
)

// facets is what is asked of records, field by field, in a form that a query and a phrase share: all of them must hold. A
// key that is no field stands for a condition that spans several.
type facets map[portfolio.Field]facet

// facet is what is asked of one field. Of a word of the vocabulary, in lists the words that it may be; of a text too, or
// where not is set those that it may not be; of a date and a number, lo and hi bound it, both included. "" among in is not
// reported; missing adds not reported to a range.
type facet struct {
	in      []string // folded, sorted
	not     bool
	ranged  bool
	lo, hi  string // of a date; "" is no bound
	low     float64
	high    float64
	missing bool
	opaque  string // anything else, as it is
}

func (f facet) equal(o facet) bool {
	return slices.Equal(f.in, o.in) && f.not == o.not && f.ranged == o.ranged && f.lo == o.lo && f.hi == o.hi &&
		f.low == o.low && f.high == o.high && f.missing == o.missing && f.opaque == o.opaque
}

// among is the facet that a field is one of some texts.
func among(values ...string) facet {
	in := make([]string, 0, len(values))
	for _, v := range values {
		in = append(in, fold(v))
	}
	slices.Sort(in)
	return facet{in: slices.Compact(in)}
}

// words is the facet that a field is one of some words of its vocabulary, or none of them.
func words(f portfolio.Field, not bool, values ...string) facet {
	if !not {
		return among(values...)
	}
	info, _ := f.Info()
	var rest []string
	for _, w := range append(slices.Clone(info.Words), "") {
		if !slices.Contains(values, w) {
			rest = append(rest, w)
		}
	}
	return among(rest...)
}

func fold(s string) string { return strings.ToLower(s) }

// days is the facet that a date lies from one day to another; "" is no bound.
func days(lo, hi string) facet { return facet{ranged: true, lo: lo, hi: hi} }

// numbers is the facet that a number lies between two, both included.
func numbers(low, high float64) facet { return facet{ranged: true, low: low, high: high} }

// contains begins what a facet says of a text that must occur.
const contains = "contains "

var endless = math.Inf(1)

// relation is the key of the facet that a program has records of an entity.
func relation(e portfolio.Entity) portfolio.Field { return portfolio.Field("has " + e) }

// asked says a query in facets.
func asked(q portfolio.Query) facets {
	q = q.SpellOut()
	out := conditions(q.Where)
	for _, list := range q.AnyOf {
		out.either(list)
	}
	for _, r := range q.Related {
		out[relation(r.Of)] = related(r.None, r.AtLeast, conditions(r.Where))
	}
	for _, branches := range q.Either {
		data, err := json.Marshal(branches)
		out["either "+portfolio.Field(data)] = facet{opaque: fmt.Sprint("either", err)}
	}
	if q.Text != "" {
		out["text"] = facet{opaque: contains + fold(q.Text)}
	}
	return out
}

// related is the facet that a program has, or has not, some records of a kind.
func related(none bool, least int, of facets) facet {
	return facet{opaque: strconv.FormatBool(none) + strconv.Itoa(max(least, 1)) + of.key()}
}

// key writes facets so that equal ones are written alike.
func (fs facets) key() string {
	var b strings.Builder
	for _, f := range slices.Sorted(maps.Keys(fs)) {
		x := fs[f]
		b.WriteString("|" + string(f) + "=" + strings.Join(x.in, ",") + strconv.FormatBool(x.not) + x.lo + ".." + x.hi +
			strconv.FormatFloat(x.low, 'g', -1, 64) + ".." + strconv.FormatFloat(x.high, 'g', -1, 64) + strconv.FormatBool(x.missing) + x.opaque)
	}
	return b.String()
}

// conditions says conditions that all must hold in facets.
func conditions(list []portfolio.Condition) facets {
	out := facets{}
	for _, c := range list {
		f, ok := condition(c)
		if !ok {
			f = facet{opaque: string(c.Op) + string(c.Than) + strings.Join(c.Values, ",")}
		}
		out.narrow(c.Field, f)
	}
	return out
}

// condition says one condition as a facet.
func condition(c portfolio.Condition) (facet, bool) {
	info, known := c.Field.Info()
	if !known || len(c.Values) == 0 || c.Than != "" {
		return facet{}, false
	}
	v := c.Values[0]
	switch {
	case info.Kind == portfolio.KindWord && (c.Op == portfolio.OpIs || c.Op == portfolio.OpIsNot):
		return words(c.Field, c.Op == portfolio.OpIsNot, c.Values...), true
	case c.Op == portfolio.OpIs && info.Kind == portfolio.KindDate && v != "":
		return days(v, v), len(c.Values) == 1
	case c.Op == portfolio.OpIs && info.Kind == portfolio.KindNumber && v != "":
		n, err := strconv.ParseFloat(v, 64)
		return numbers(n, n), err == nil && len(c.Values) == 1
	case c.Op == portfolio.OpIs || c.Op == portfolio.OpIsNot:
		f := among(c.Values...)
		f.not = c.Op == portfolio.OpIsNot
		return f, true
	case c.Op == portfolio.OpContains:
		return facet{opaque: contains + fold(v)}, true
	case info.Kind == portfolio.KindDate:
		return dated(c.Op, portfolio.Date(v))
	case info.Kind == portfolio.KindNumber:
		n, err := strconv.ParseFloat(v, 64)
		if err != nil {
			return facet{}, false
		}
		return sized(c.Op, n)
	}
	return facet{}, false
}

// dated is the facet of a comparison with a day.
func dated(op portfolio.Op, d portfolio.Date) (facet, bool) {
	switch op {
	case portfolio.OpFrom:
		return days(string(d), ""), true
	case portfolio.OpTo:
		return days("", string(d)), true
	case portfolio.OpOver:
		return days(string(d.AddDays(1)), ""), true
	case portfolio.OpUnder:
		return days("", string(d.AddDays(-1))), true
	default:
		return facet{}, false
	}
}

// sized is the facet of a comparison with a number; every number field holds whole numbers.
func sized(op portfolio.Op, n float64) (facet, bool) {
	switch op {
	case portfolio.OpFrom:
		return numbers(math.Ceil(n), endless), true
	case portfolio.OpTo:
		return numbers(-endless, math.Floor(n)), true
	case portfolio.OpOver:
		return numbers(math.Floor(n)+1, endless), true
	case portfolio.OpUnder:
		return numbers(-endless, math.Ceil(n)-1), true
	default:
		return facet{}, false
	}
}

// narrow adds a facet of a field to those that are there.
func (fs facets) narrow(field portfolio.Field, f facet) {
	old, ok := fs[field]
	switch {
	case !ok:
		fs[field] = f
	case old.opaque != "" || f.opaque != "":
		fs[field] = facet{opaque: old.opaque + "&" + f.opaque + strings.Join(f.in, ",")}
	case old.ranged && f.ranged:
		fs[field] = overlap(field, old, f)
	case old.ranged || f.ranged: // a range and "is reported": the range says both
		if f.ranged {
			fs[field] = f
		}
	case old.not && f.not:
		fs[field] = facet{in: slices.Compact(slices.Sorted(slices.Values(slices.Concat(old.in, f.in)))), not: true}
	case old.not == f.not:
		fs[field] = facet{in: slices.DeleteFunc(slices.Clone(old.in), func(v string) bool { return !slices.Contains(f.in, v) })}
	default:
		is, isNot := old, f
		if old.not {
			is, isNot = f, old
		}
		fs[field] = facet{in: slices.DeleteFunc(slices.Clone(is.in), func(v string) bool { return slices.Contains(isNot.in, v) })}
	}
}

// overlap is where two ranges agree.
func overlap(field portfolio.Field, a, b facet) facet {
	if info, _ := field.Info(); info.Kind == portfolio.KindNumber {
		return numbers(max(a.low, b.low), min(a.high, b.high))
	}
	out := days(max(a.lo, b.lo), a.hi)
	if out.hi == "" || b.hi != "" && b.hi < out.hi {
		out.hi = b.hi
	}
	return out
}

// either adds conditions of which one must hold. Those of one field are a facet of it: "before the day, or never".
func (fs facets) either(list []portfolio.Condition) {
	var in []string
	out, field := facet{}, list[0].Field
	for _, c := range list {
		f, ok := condition(c)
		switch {
		case !ok || c.Field != field || f.not:
			data, err := json.Marshal(list)
			if err == nil {
				fs["any "+portfolio.Field(data)] = facet{opaque: "any"}
			}
			return
		case f.ranged:
			out = f
		default:
			in = append(in, f.in...)
		}
	}
	if out.ranged {
		out.missing = slices.Contains(in, "")
	} else {
		out = among(in...)
	}
	fs.narrow(field, out)
}

// inside reports whether every value that satisfies the facet satisfies another.
func (f facet) inside(o facet) bool {
	switch {
	case f.equal(o):
		return true
	case f.opaque != "" || o.opaque != "" || f.not || o.not || f.ranged != o.ranged || f.missing && !o.missing:
		return false
	case f.ranged:
		return f.lo >= o.lo && (o.hi == "" || f.hi != "" && f.hi <= o.hi) && f.low >= o.low && f.high <= o.high
	}
	return !slices.ContainsFunc(f.in, func(v string) bool { return !slices.Contains(o.in, v) })
}

// fits reports whether a record with a value satisfies the facet.
func (f facet) fits(field portfolio.Field, value string) bool {
	switch {
	case f.opaque != "":
		return false
	case f.ranged && value == "":
		return f.missing
	case f.ranged:
		if info, _ := field.Info(); info.Kind == portfolio.KindNumber {
			n, err := strconv.ParseFloat(value, 64)
			return err == nil && n >= f.low && n <= f.high
		}
		return value >= f.lo && (f.hi == "" || value <= f.hi)
	}
	return slices.Contains(f.in, fold(value)) != f.not
}
