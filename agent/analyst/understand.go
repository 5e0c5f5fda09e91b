package analyst

import (
	"slices"
	"strings"
	"unicode"

	"portfolio-ai/store/portfolio"
)

// understand settles the intent from what the grammar made.
func (r *reading) understand() {
	if r.refuse() || r.standing() {
		return
	}
	r.resolvePrograms()
	if r.intent.act == actChoose {
		return
	}
	follows := r.follows()
	r.collect(follows)
	r.decide(follows)
	r.intent.left = r.leftovers()
}

// Sentences for what is not answered.
const (
	noChanges = "I can only answer questions in this version; changing the portfolio from here is not available yet. " +
		"You can change the record on its page."
	noHistory = "I cannot look back yet: I answer from the portfolio as it is now, not from its history. Activity shows what changed."
	noGerman  = "I understand and answer English only. Please ask in English."
)

// refuse handles what is no question about the portfolio as it is.
func (r *reading) refuse() bool {
	say := func(sentence string) bool {
		r.intent.act, r.intent.sentence = actRefuse, sentence
		return true
	}
	if len(r.spans) == 0 {
		return false
	}
	first := r.spans[0]
	known := len(r.spans) - r.count(kUnknown) - r.count(kForeign)
	switch i := r.first(kAbsent); {
	case r.count(kForeign) >= 2 && r.count(kForeign) >= known || foreignScript(r.tokens):
		return say(noGerman)
	case first.kind == kWrite, first.kind == kField && first.text == "update" && len(r.spans) > 1:
		return say(noChanges)
	case i >= 0:
		return say("The portfolio does not hold " + r.spans[i].topic + ", so I cannot answer “" + r.spans[i].text + "”.")
	case r.has(kPast):
		return say(noHistory)
	}
	return false
}

// foreignScript reports whether most letters are not Latin.
func foreignScript(tokens []token) bool {
	latin, other := 0, 0
	for _, t := range tokens {
		for _, c := range t.word {
			if unicode.Is(unicode.Latin, c) {
				latin++
			} else if unicode.IsLetter(c) {
				other++
			}
		}
	}
	return other > latin
}

// standing handles help and the summary, which ask for nothing in particular.
func (r *reading) standing() bool {
	only := func(kinds string) bool {
		return !slices.ContainsFunc(r.spans, func(s span) bool { return !strings.ContainsRune(kinds, rune(s.kind)) })
	}
	switch {
	case len(r.spans) == 0:
		r.intent.act = actHelp
	case r.has(kHelp) && only("GWJwLpUIF"):
		r.intent.act = actHelp
		if r.spans[r.first(kHelp)].topic == thanks {
			r.intent.sentence = "You are welcome."
		}
	case r.has(kSummary) && only("YLWJIUap"):
		r.intent.act = actSummary
	default:
		return false
	}
	return true
}

// resolvePrograms settles which programs are meant by name, by "it", or by what the person looks at. A name that fits
// several is asked back, unless it describes programs ("rail programs") rather than naming one.
func (r *reading) resolvePrograms() {
	for i, s := range r.spans {
		if s.kind != kProgram {
			continue
		}
		describes := i+1 < len(r.spans) && r.spans[i+1].kind == kNoun && r.spans[i+1].entity == ofProgram &&
			(len(s.ids) > 1 || strings.HasSuffix(r.spans[i+1].text, "s"))
		switch {
		case describes && !(s.exact && len(s.ids) == 1 && !strings.HasSuffix(r.spans[i+1].text, "s")):
			r.spans[i] = span{kind: kClause, from: s.from, to: s.to, text: s.text,
				clause: all(compare(portfolio.FieldName, portfolio.OpContains, s.text))}
		case len(s.ids) > 1:
			r.intent.act, r.intent.ids, r.intent.sentence = actChoose, s.ids, s.text
			return
		case i > 0 && r.spans[i-1].kind == kNot:
			r.spans[i] = span{kind: kClause, from: s.from, to: s.to, text: s.text, clause: all(is(portfolio.FieldID, s.ids[0]))}
		default:
			r.intent.ids = append(r.intent.ids, s.ids[0])
			r.use(s)
		}
	}
	if len(r.intent.ids) > 0 {
		return
	}
	it := r.has(kIt)
	switch {
	case it && r.scope != "":
		r.intent.ids = []string{r.scope}
	case it && r.before.program != "":
		r.intent.ids = []string{r.before.program}
	case r.scope != "" && !r.before.known() && !slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.entity == ofProgram }):
		r.intent.ids = []string{r.scope}
	}
}

// follows reports whether a question goes on from the answer before: it says so, or it names no records of its own.
func (r *reading) follows() bool {
	if r.before.query.Of == "" || len(r.intent.ids) > 0 {
		return false
	}
	if r.has(kThose) || r.has(kOrdinal) || r.has(kTheir) && !slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.entity == ofProgram }) {
		return true
	}
	if k := r.spans[0].kind; k == kFollow || k == kAnd {
		return true
	}
	if strings.HasPrefix(r.spans[0].text, "what") || strings.HasPrefix(r.spans[0].text, "What") {
		return false // "what is late?" asks of everything
	}
	named := slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kNoun || s.kind == kField && s.event || s.kind == kClause && s.event || s.kind == kOrder && s.event
	})
	return !named
}

// decide chooses the act.
func (r *reading) decide(follows bool) {
	in := &r.intent
	lead := r.spans[0].kind
	one := len(in.ids) == 1
	switch {
	case r.has(kOrdinal) && len(r.before.citations) > 0:
		in.act, in.pick = actPick, int(r.spans[r.first(kOrdinal)].number)
		r.use(r.spans[r.first(kOrdinal)])
	case one && r.has(kWhy) && in.query.Of == ofProgram:
		in.act = actWhy
	case len(in.ids) > 1 && in.query.Of == ofProgram && !r.has(kCount):
		in.act = actCompare
	case one && in.query.Of == ofProgram && len(in.check.all)+len(in.check.any)+len(in.check.related) > 0:
		in.act = actCheck
	case one && in.query.Of == ofProgram && !r.has(kCount) && !r.has(kGroup):
		in.act = actDetail
	case r.versus():
		in.act = actVersus
	case r.groups(follows):
		in.act = actGroup
	case r.has(kAverage):
		in.act = actAverage
	case lead == kIs && len(r.spans) > 2 && r.spans[1].kind == kAll && r.spans[2].kind == kNoun:
		in.act, in.every = actCount, true
	case r.has(kCount):
		in.act, in.share = actCount, r.spans[r.first(kCount)].percent
	case r.lateOnly():
		in.act = actLate
	case r.dueOnly():
		in.act = actDue
	case follows && lead == kFollow && r.before.by != "" && !r.has(kList) && !r.has(kWhich) && in.by == "":
		in.act, in.by = actGroup, r.before.by
	case r.meaningful(follows):
		in.act = actList
	default:
		in.act = actUnknown
	}
}

// meaningful reports whether there is enough to list records by.
func (r *reading) meaningful(follows bool) bool {
	q := r.intent.query
	return r.has(kNoun) || follows || len(q.Where)+len(q.AnyOf)+len(q.Related)+len(q.Sort) > 0 || q.Text != ""
}

// lateOnly reports whether a question asks what is late without saying of what.
func (r *reading) lateOnly() bool {
	return !r.has(kNoun) && !r.has(kField) && r.count(kAdj) == 1 && r.spans[r.first(kAdj)].adj.label == "overdue" && r.before.query.Of == ""
}

// versus reports whether values of a field are to be compared, and settles the field.
func (r *reading) versus() bool {
	if !r.has(kVersus) || r.intent.query.Of != ofProgram {
		return false
	}
	for _, c := range r.intent.query.Where {
		if info, ok := c.Field.Info(); ok && info.Groups && c.Op == portfolio.OpIs && len(c.Values) > 1 {
			r.intent.by = c.Field
			return true
		}
	}
	return false
}

// dueOnly reports whether a question asks what is due without saying of what.
func (r *reading) dueOnly() bool {
	return !r.has(kNoun) && r.count(kClause) == 1 && r.spans[r.first(kClause)].due && len(r.intent.query.Where) <= 3 && r.before.query.Of == ""
}
