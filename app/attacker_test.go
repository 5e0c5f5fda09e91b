package app

import (
	"encoding/json"
	"math"
	"reflect"
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// How much an attacker sends where much is sent.
const (
	hugeText  = 10 << 20 // bytes, of an argument
	longText  = 1 << 20  // bytes, of a field of one
	manyItems = 100_000
	fewTexts  = 8 // of the hostile ones, deep in an argument
	mostDeep  = 3 // levels of an argument whose fields are varied one by one
)

// attacker makes arguments that no page of ours sends.
type attacker struct {
	texts []string                         // for whatever is a text: ids, names, paths, words of the vocabulary
	known map[reflect.Type][]reflect.Value // records as they are stored, and queries; the first is the usual one
}

// hostileTexts are texts that are no good for anything; folder has files in it that nobody chose.
func hostileTexts(folder string) []string {
	return []string{
		"", "\x00", "\xff\xfe\xfd", `' OR 1=1 --`, "9999-12-31", "-1", `%_\`, "\u202e\ufeff\u0000",
		" ", "a\x00b", "é́́́", "\r\n\t", "0", "1e309", "NaN", "null", "undefined",
		"1000-01-01", "2026-02-30", "0000-00-00", "constructor", "__proto__", "*", "id", "risk.title", "name, (SELECT 1)",
		`"; DROP TABLE programs; --`, `') UNION SELECT value FROM settings --`, `x" NEAR("y"`, `a* OR b`, `{"a":`,
		"../../../../etc/passwd", "/dev/zero", `\\host\share\file.csv`, "file:///etc/passwd", "C:\\Windows\\win.ini", "~/.ssh/id_rsa",
		folder + "/secret.csv", folder + "/fifo", folder, folder + "/../data/portfolio.db", folder + "/new.pptx", "deck.pptx", "../x.svg",
		"http://127.0.0.1:1/v1", "http://[::1", "javascript:alert(1)", "#4350d2", "data:image/png;base64,AAAA", "<script>alert(1)</script>",
	}
}

// args gives calls of a method with these parameters: each parameter in turn gets everything, the others what is usual.
func (a *attacker) args(parameters []reflect.Type) [][]reflect.Value {
	usual := make([]reflect.Value, len(parameters))
	for i, t := range parameters {
		usual[i] = a.usual(t)
	}
	calls := [][]reflect.Value{usual}
	for i, t := range parameters {
		for _, v := range a.values(t, 0) {
			call := append([]reflect.Value{}, usual...)
			call[i] = v
			calls = append(calls, call)
		}
	}
	return calls
}

// usual gives what a page sends.
func (a *attacker) usual(t reflect.Type) reflect.Value {
	if known := a.known[t]; len(known) > 0 {
		return known[0]
	}
	if t.Kind() == reflect.Slice && len(a.known[t.Elem()]) > 0 {
		return reflect.Append(reflect.MakeSlice(t, 0, 1), a.known[t.Elem()][0])
	}
	return reflect.Zero(t)
}

var rawJSON = reflect.TypeFor[json.RawMessage]()

// values gives everything that an attacker sends for a type.
func (a *attacker) values(t reflect.Type, depth int) []reflect.Value {
	out := append([]reflect.Value{reflect.Zero(t)}, a.known[t]...)
	switch {
	case t == rawJSON:
		for _, text := range []string{"null", "{", `"a\u0000b"`, "[]", "-1", "1e400", "true", `{"id":"","name":null,"risks":[{}]}`, strings.Repeat("[", 100_000), `"` + strings.Repeat("x", longText) + `"`} {
			out = append(out, reflect.ValueOf(json.RawMessage(text)))
		}
		return out
	case depth > mostDeep:
		return out
	}
	switch t.Kind() {
	case reflect.String:
		return append(out, a.words(t, depth)...)
	case reflect.Bool:
		return append(out, reflect.ValueOf(true).Convert(t))
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		for _, n := range []int64{1, -1, 7, 1 << 31, math.MaxInt64, math.MinInt64} {
			out = append(out, reflect.ValueOf(n).Convert(t))
		}
	case reflect.Pointer:
		for _, v := range a.values(t.Elem(), depth+1) {
			p := reflect.New(t.Elem())
			p.Elem().Set(v)
			out = append(out, p)
		}
	case reflect.Slice:
		out = append(out, a.lists(t, depth)...)
	case reflect.Map:
		for _, text := range a.words(t.Key(), depth+1) {
			m := reflect.MakeMap(t)
			m.SetMapIndex(text, text.Convert(t.Elem()))
			out = append(out, m)
		}
	case reflect.Struct:
		out = append(out, a.structs(t, depth)...)
	}
	return out
}

// words gives every hostile text, and a long one.
func (a *attacker) words(t reflect.Type, depth int) []reflect.Value {
	size, texts := hugeText, a.texts
	if depth > 0 {
		size = longText
	}
	if depth > 1 {
		texts = texts[:fewTexts]
	}
	var out []reflect.Value
	for _, text := range append(slices.Clone(texts), strings.Repeat("x", size)) {
		out = append(out, reflect.ValueOf(text).Convert(t))
	}
	return out
}

// lists gives lists of nothing, of one of each, and of very many.
func (a *attacker) lists(t reflect.Type, depth int) []reflect.Value {
	out := []reflect.Value{reflect.MakeSlice(t, 0, 0)}
	for _, v := range a.values(t.Elem(), depth+1) {
		out = append(out, reflect.Append(reflect.MakeSlice(t, 0, 1), v))
	}
	if depth < 2 {
		many := reflect.MakeSlice(t, manyItems, manyItems)
		for i := range manyItems {
			many.Index(i).Set(a.usual(t.Elem()))
		}
		out = append(out, many)
	}
	return out
}

// structs gives what is usual with one field after the other spoiled.
func (a *attacker) structs(t reflect.Type, depth int) []reflect.Value {
	var out []reflect.Value
	for i := range t.NumField() {
		if !t.Field(i).IsExported() {
			continue
		}
		for _, v := range a.values(t.Field(i).Type, depth+1) {
			spoiled := reflect.New(t).Elem()
			spoiled.Set(a.usual(t))
			spoiled.Field(i).Set(v)
			out = append(out, spoiled)
		}
	}
	return out
}

// hostileQueries are queries that are too deep or too wide.
func hostileQueries() []portfolio.Query {
	usual := portfolio.Query{Of: portfolio.EntityProgram}
	condition := portfolio.Condition{Field: portfolio.FieldName, Op: portfolio.OpContains, Values: []string{"a"}}
	deep := &portfolio.Query{Of: portfolio.EntityProgram}
	for range 10_000 {
		deep = &portfolio.Query{Of: portfolio.EntityProgram, Within: deep}
	}
	many := func(n int) []portfolio.Condition {
		list := make([]portfolio.Condition, n)
		for i := range list {
			list[i] = condition
		}
		return list
	}
	wide := portfolio.Condition{Field: portfolio.FieldOwner, Op: portfolio.OpIs, Values: make([]string, manyItems)}
	for i := range wide.Values {
		wide.Values[i] = "x"
	}
	related := portfolio.Related{Of: portfolio.EntityRisk, Where: many(5)}
	with := func(change func(*portfolio.Query)) portfolio.Query {
		q := usual
		change(&q)
		return q
	}
	return []portfolio.Query{
		usual,
		with(func(q *portfolio.Query) { q.Within = deep }),
		with(func(q *portfolio.Query) { q.Where = many(manyItems) }),
		with(func(q *portfolio.Query) { q.Where = []portfolio.Condition{wide} }),
		with(func(q *portfolio.Query) { q.AnyOf = [][]portfolio.Condition{many(5_000)} }),
		with(func(q *portfolio.Query) { q.AnyOf = make([][]portfolio.Condition, 5_000) }),
		with(func(q *portfolio.Query) { q.Either = [][]portfolio.Branch{make([]portfolio.Branch, 5_000)} }),
		with(func(q *portfolio.Query) {
			for range 5_000 {
				q.Either = append(q.Either, []portfolio.Branch{{Where: many(2), Related: []portfolio.Related{related}}})
			}
		}),
		with(func(q *portfolio.Query) {
			for range 5_000 {
				q.Related = append(q.Related, related)
			}
		}),
		with(func(q *portfolio.Query) { q.Sort = make([]portfolio.Order, 5_000) }),
		with(func(q *portfolio.Query) {
			for range 5_000 {
				q.Sort = append(q.Sort, portfolio.Order{Field: portfolio.FieldName})
			}
		}),
		with(func(q *portfolio.Query) { q.Text = strings.Repeat("word ", manyItems) }),
	}
}
