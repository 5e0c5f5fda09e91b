package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// few is how many rows "the programs with the most …" gives where nobody says a number.
const few = 5

// order puts sort keys and the number of rows into the query. A superlative without a number means the first, and its
// equals; of a plural it means the first few.
func (r *reading) order(q *portfolio.Query) {
	in := &r.intent
	if i := r.first(kLimit); i >= 0 {
		in.limit = int(r.spans[i].number)
		r.use(r.spans[i])
	}
	for _, s := range r.spans { // "the 3 programs with …", "show 3 risks"
		if s.kind == kNoun && s.entity == q.Of && s.op == portfolio.OpIs && s.number > 0 && !r.has(kCount) && in.limit == 0 {
			in.limit = int(s.number)
		}
	}
	for _, s := range r.spans {
		switch {
		case s.kind == kMost && s.field != "" && s.field != orderOnly && len(in.ids) == 0:
		case s.kind == kOrder && (len(in.ids) == 0 || q.Of != ofProgram):
		default:
			continue
		}
		f := s.field
		if sister, ok := sisters[q.Of][f]; ok {
			f = sister
		}
		if info, ok := f.Info(); !ok || info.Of != q.Of && info.Of != ofProgram {
			continue
		}
		q.Sort = append(q.Sort, portfolio.Order{Field: f, Desc: s.desc})
		r.use(s)
		if s.sorts {
			continue
		}
		r.ahead(q, f, s)
		q.Where = append(q.Where, isNot(f, ""))
		if in.limit == 0 {
			in.limit, in.ties = 1, true
			if r.plural() {
				in.limit, in.ties = few, false
			}
		}
	}
}

// ahead narrows "the next launch" to what still comes.
func (r *reading) ahead(q *portfolio.Query, f portfolio.Field, s span) {
	next := strings.Contains(strings.ToLower(s.text), "next") || strings.HasPrefix(strings.ToLower(s.text), "soonest")
	if !next {
		if f == portfolio.FieldLaunchDate && s.event {
			q.Where = append(q.Where, live)
		}
		return
	}
	switch f {
	case portfolio.FieldLaunchDate:
		q.Where = append(q.Where, compare(f, portfolio.OpFrom, string(r.today)), live)
	case portfolio.FieldMilestoneDue:
		q.Where = append(q.Where, compare(f, portfolio.OpFrom, string(r.today)), notDone)
	}
}

// plural reports whether several records are asked for.
func (r *reading) plural() bool {
	one := map[string]bool{"is": true, "was": true, "has": true, "does": true}
	for i, s := range r.spans {
		if i+1 < len(r.spans) && s.kind == kNoun && one[strings.ToLower(r.spans[i+1].text)] {
			return false // "which of our programs is …"
		}
		if s.kind == kNoun && s.entity == r.intent.query.Of || s.kind == kOrder && s.event {
			words := strings.Fields(strings.ToLower(s.text))
			return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(w, "s") && w != "goes" && w != "launches" }) ||
				strings.HasSuffix(s.text, "next launches") || strings.HasSuffix(s.text, "launches") && s.kind == kOrder && words[0] != "launches"
		}
	}
	return false
}

// fields takes in the fields that are asked for by name, or shown beside.
func (r *reading) fields() {
	for _, s := range r.spans {
		if s.kind != kField || r.used[s.from] {
			continue
		}
		f := s.field
		if f == portfolio.FieldLaunchDate && s.event && len(r.intent.ids) == 0 && !r.has(kWhen) {
			r.upcoming(s)
			continue
		}
		if !slices.Contains(r.intent.fields, f) && f != orderOnly {
			r.intent.fields = append(r.intent.fields, f)
		}
		r.use(s)
	}
	for _, s := range r.spans {
		if (s.kind == kMost || s.kind == kOrder) && s.field != "" && len(r.intent.ids) > 0 && r.intent.query.Of == ofProgram {
			r.intent.fields = append(r.intent.fields, s.field)
			r.use(s)
		}
	}
	if len(r.intent.ids) == 0 {
		return
	}
	for k, f := range map[kind]portfolio.Field{kWho: portfolio.FieldOwner, kWhen: portfolio.FieldLaunchDate} {
		if r.has(k) && len(r.intent.fields) == 0 {
			r.intent.fields = []portfolio.Field{f}
		}
	}
}

// upcoming takes "launches" without any date as those that still come; beside a date it says nothing new.
func (r *reading) upcoming(s span) {
	q := &r.intent.query
	r.use(s)
	dated := slices.ContainsFunc(q.Where, func(c portfolio.Condition) bool {
		return c.Field == portfolio.FieldLaunchDate || c.Field == portfolio.FieldMilestoneDue
	})
	if dated || q.Of != ofProgram {
		return
	}
	q.Where = append(q.Where, compare(portfolio.FieldLaunchDate, portfolio.OpFrom, string(r.today)), live)
	r.note("I took that as the launches from today on.")
}

// groupNoun gives the field whose values a question asks for: "which owner …", "how many teams …", "who has the most …".
func (r *reading) groupNoun() portfolio.Field {
	if len(r.spans) == 0 {
		return ""
	}
	first := r.spans[0]
	if info, ok := first.field.Info(); ok && first.kind == kField && info.Groups && len(r.intent.ids) == 0 &&
		len(r.spans) > 1 && r.spans[1].kind == kIn { // "owners of red programs"
		return info.Field
	}
	if first.kind == kWho && len(r.intent.ids) == 0 && (r.has(kNoun) || r.has(kAdj) || r.has(kMost)) {
		return portfolio.FieldOwner
	}
	if info, ok := first.field.Info(); ok && len(r.spans) == 1 && first.kind == kField && info.Groups { // "owners"
		return info.Field
	}
	if len(r.spans) < 2 || strings.IndexByte("WCL", byte(first.kind)) < 0 {
		return ""
	}
	i := 1
	if r.spans[i].kind == kAll {
		i++
	}
	if i >= len(r.spans) || r.spans[i].kind != kField || r.spans[i].event || len(r.intent.ids) > 0 {
		return ""
	}
	if info, ok := r.spans[i].field.Info(); ok && info.Groups {
		return info.Field
	}
	return ""
}

// groupsBy reports whether the question groups by a field or by its sister.
func (r *reading) groupsBy(f portfolio.Field) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kGroup && (s.field == f || sisters[ofRisk][s.field] == f && r.intent.query.Of == ofRisk)
	})
}

// possession are the words for an owner that say no more than "have": "how many programs does each team own?"
var possession = map[string]bool{"own": true, "owns": true, "lead": true, "leads": true}

// groups settles a grouping: by a field, or of the values that are asked for, perhaps only the first of them.
func (r *reading) groups(follows bool) bool {
	in := &r.intent
	by := r.groupNoun()
	for _, s := range r.spans {
		if s.kind == kGroup {
			by = s.field
			r.use(s)
		}
	}
	if by == "" {
		return false
	}
	if sister, ok := sisters[in.query.Of][by]; ok && by != portfolio.FieldOwner {
		by = sister
	}
	info, ok := by.Info()
	if !ok || info.Of != ofProgram && info.Of != in.query.Of {
		return false
	}
	in.by, in.average = by, r.has(kAverage)
	for _, s := range r.spans { // a second field to group by is not understood
		if s.kind == kField && s.field != by && !possession[s.text] && sisters[in.query.Of][s.field] != by && slices.Contains(in.fields, s.field) && !in.average {
			delete(r.used, s.from)
		}
	}
	in.fields = nil
	if i := r.first(kMost); i >= 0 && r.spans[i].field == "" {
		in.ranked, in.desc = true, r.spans[i].desc
		r.use(r.spans[i])
		if in.limit == 0 {
			in.limit = 1
		}
	}
	if in.average && len(in.query.Sort) > 0 { // "the highest average progress"
		in.ranked, in.desc, in.query.Sort = true, in.query.Sort[0].Desc, nil
		in.query.Where = slices.DeleteFunc(in.query.Where, func(c portfolio.Condition) bool {
			return c.Field == portfolio.FieldProgress && c.Op == portfolio.OpIsNot
		})
	}
	return true
}
