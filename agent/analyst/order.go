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
	in.limit = r.limit(q.Of)
	for _, s := range r.spans {
		f, ok := r.sortField(s, q.Of)
		if !ok {
			continue
		}
		q.Sort = append(q.Sort, portfolio.Order{Field: f, Desc: s.desc})
		r.use(s)
		if s.sorts {
			continue
		}
		r.ahead(q, f, s)
		q.Where = append(q.Where, isNot(f, ""))
		switch {
		case in.limit > 0:
		case r.plural():
			in.limit = few
		default:
			in.limit, in.ties = 1, true
		}
	}
	r.orderAlone(q)
	r.orderFirst(q)
}

// orderFirst takes in what only says how many come first: "the first three to launch", "the top 2" of what is sorted.
func (r *reading) orderFirst(q *portfolio.Query) {
	if i := r.first(kLimit); i >= 0 && firstWord(r.spans[i].text) == "first" && len(q.Sort) == 0 && q.Of == ofProgram && r.speaksOfLaunch() {
		q.Sort = append(q.Sort, portfolio.Order{Field: portfolio.FieldLaunchDate})
	}
	for _, s := range r.spans {
		if s.kind == kMost && s.field == "" && r.intent.limit > 0 && strings.EqualFold(s.text, "top") {
			r.use(s)
		}
	}
}

// orderAlone takes "earliest first" as an order by the date that the records are known by.
func (r *reading) orderAlone(q *portfolio.Query) {
	f := map[portfolio.Entity]portfolio.Field{ofProgram: portfolio.FieldLaunchDate, ofRisk: portfolio.FieldRiskReview, ofMilestone: portfolio.FieldMilestoneDue}[q.Of]
	for _, s := range r.spans {
		if s.kind == kMost && s.field == orderOnly && len(q.Sort) == 0 && calendarFirst[firstWord(s.text)] {
			q.Sort = append(q.Sort, portfolio.Order{Field: f, Desc: s.desc})
			r.use(s)
		}
	}
}

// calendarFirst begin the directions that speak of dates.
var calendarFirst = map[string]bool{"earliest": true, "soonest": true, "oldest": true, "latest": true, "newest": true}

// limit gives the number of rows that is asked for: "top 5", "the 3 programs with …", "show 3 risks".
func (r *reading) limit(of portfolio.Entity) int {
	if i := r.first(kLimit); i >= 0 {
		r.use(r.spans[i])
		return int(r.spans[i].number)
	}
	for _, s := range r.spans {
		if s.kind == kNoun && s.entity == of && s.op == portfolio.OpIs && !r.has(kCount) {
			return int(s.number)
		}
	}
	return 0
}

// sortField gives the field that a span orders the records by. Of one program it is a field that is asked for.
func (r *reading) sortField(s span, of portfolio.Entity) (portfolio.Field, bool) {
	if s.kind != kOrder && (s.kind != kMost || s.field == "" || s.field == orderOnly) || len(r.intent.ids) > 0 && of == ofProgram {
		return "", false
	}
	f := s.field
	if sister, ok := sisters[of][f]; ok {
		f = sister
	}
	info, ok := f.Info()
	return f, ok && (info.Of == of || info.Of == ofProgram)
}

// ahead narrows "the next launch" to what still comes.
func (r *reading) ahead(q *portfolio.Query, f portfolio.Field, s span) {
	next := strings.Contains(strings.ToLower(s.text), "next") || strings.Contains(strings.ToLower(s.text), "soonest")
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

// thirdPerson are the verbs of one program: "which of the programs goes live first".
var thirdPerson = map[string]bool{"goes": true, "launches": true, "ends": true, "finishes": true, "lands": true, "ships": true, "starts": true, "comes": true}

// plural reports whether several records are asked for: "the programs with …", but not "which of the programs is …".
func (r *reading) plural() bool {
	singular := map[string]bool{"is": true, "was": true, "has": true, "does": true}
	if slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kWhich && strings.HasSuffix(s.text, "one") }) {
		return false
	}
	for i, s := range r.spans {
		text := strings.ToLower(s.text)
		switch {
		case s.kind == kNoun && i+1 < len(r.spans) && (singular[strings.ToLower(r.spans[i+1].text)] || thirdPerson[firstWord(r.spans[i+1].text)]):
			return false
		case s.kind == kNoun && s.entity == r.intent.query.Of:
			return strings.HasSuffix(text, "s")
		case s.kind == kOrder && s.event, s.kind == kMost && s.field != "": // "next launches", but "launches next"
			return strings.HasSuffix(text, "launches")
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
		if f == portfolio.FieldLaunchDate && s.event && (len(r.intent.ids) == 0 || r.intent.query.Of == ofMilestone) && !r.has(kWhen) {
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
	if len(r.intent.ids) > 0 {
		r.impliedFields()
	}
}

// impliedFields settles what a question asks of programs without naming a field: "who" the owner, "when" the launch.
func (r *reading) impliedFields() {
	switch {
	case len(r.intent.fields) > 0:
	case r.begins() && len(r.before.fields) > 0 && len(r.intent.check.lists())+len(r.intent.check.related) == 0:
		r.intent.fields = r.before.fields // "what about Delta?" asks for the same of another
	case r.has(kWho):
		r.intent.fields = []portfolio.Field{portfolio.FieldOwner}
	case r.has(kWhen):
		r.intent.fields = []portfolio.Field{portfolio.FieldLaunchDate}
	}
}

// upcoming takes "launches" without any date as those that still come; beside a date it says nothing new.
func (r *reading) upcoming(s span) {
	q := &r.intent.query
	r.use(s)
	dated := slices.ContainsFunc(q.Where, func(c portfolio.Condition) bool {
		return c.Field == portfolio.FieldLaunchDate || c.Field == portfolio.FieldMilestoneDue
	})
	if r.has(kUnit) && q.Of == ofProgram {
		q.Where = append(q.Where, live)
	}
	if q.Of == ofMilestone && !dated && strings.HasSuffix(strings.ToLower(s.text), "due") { // what is done is due no more
		add(q, all(notDone))
	}
	if dated || q.Of != ofProgram || r.has(kUnit) {
		return
	}
	q.Where = append(q.Where, compare(portfolio.FieldLaunchDate, portfolio.OpFrom, string(r.today)), live)
	r.note("I took that as the launches from today on.")
}
