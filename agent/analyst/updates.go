package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// asksUpdates reports whether a question looks for what status updates say: "which updates mention the vendor", "who talks about
// funding", "what was said about customs".
func (r *reading) asksUpdates() bool {
	of := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kField && s.field == portfolio.FieldLastUpdate })
	text := slices.IndexFunc(r.spans, func(s span) bool { return s.texts() })
	switch {
	case r.names(ofRisk) || r.names(ofMilestone) || r.has(kNot) || r.has(kNo) || r.has(kCount) && of < 0:
		return false
	case text < 0:
		return of >= 0 && r.saidAbout(of)
	case (r.has(kWho) || r.says("who", "anyone", "anybody")) && !r.has(kNoun):
		return true
	case of < 0:
		return r.says("update", "updates")
	}
	return of < text && !strings.HasSuffix(strings.ToLower(r.spans[of].text), "updated")
}

// saidAbout reports whether words that nothing else means stand behind the word for updates at a span: "what was said about customs".
func (r *reading) saidAbout(of int) bool {
	next := of + 1
	for next < len(r.spans) && r.spans[next].kind == kIs {
		next++
	}
	said := strings.HasSuffix(strings.ToLower(r.spans[of].text), "about") || r.says("mentioned", "discussed")
	return said && next < len(r.spans) && r.spans[next].kind == kUnknown && !r.has(kProgram) && !r.has(kIt)
}

// texts reports whether a span is a text to look for and nothing else.
func (s span) texts() bool {
	return s.kind == kClause && s.clause.text != "" && len(s.clause.lists()) == 0
}

// updates settles a search in the texts of updates: what they say, who wrote them, when, and about which programs.
func (r *reading) updates() bool {
	if !r.asksUpdates() {
		return false
	}
	r.intent.act = actUpdates
	var rest []span
	for i, s := range r.spans {
		if !r.searchedBy(i, s) {
			rest = append(rest, s)
		}
	}
	r.intent.query = portfolio.Query{Of: ofProgram, Today: r.today}
	if r.spans = rest; len(rest) > 0 {
		r.collect()
		add(&r.intent.query, r.intent.check)
	} else if len(r.intent.ids) > 0 {
		add(&r.intent.query, all(is(portfolio.FieldID, r.intent.ids...)))
	}
	r.intent.query.Sort = nil
	r.intent.search.Programs = r.intent.query
	r.intent.left = r.leftovers()
	return true
}

// searchedBy takes what a span says of the updates into the search. It reports false where it says something of their programs.
func (r *reading) searchedBy(i int, s span) bool {
	search := &r.intent.search
	switch {
	case s.texts():
		r.mentions(s.clause.text, i > 0 && r.spans[i-1].kind == kAnd)
	case s.kind == kUnknown && i > 0:
		r.mentions(s.text, r.spans[i-1].kind == kUnknown)
	case s.kind == kPeriod:
		days := r.backward(s.period)
		search.Since, search.Until = days.from, days.to
	case s.kind == kClause && s.field == portfolio.FieldLastUpdate && len(s.clause.any) == 0:
		for _, c := range s.clause.all {
			if c.Op == portfolio.OpFrom {
				search.Since = portfolio.Date(c.Values[0])
			} else if c.Op == portfolio.OpTo {
				search.Until = portfolio.Date(c.Values[0])
			}
		}
	case s.kind == kValue && len(narrow(s.values, portfolio.FieldOwner)) > 0:
		search.Author = narrow(s.values, portfolio.FieldOwner)[0].text
	case s.kind == kField && s.field == portfolio.FieldLastUpdate, s.kind == kWho, s.kind == kWhich, s.kind == kList, s.kind == kCount, s.kind == kHave, s.kind == kIs,
		s.kind == kMost, s.kind == kNoun && s.entity == ofProgram, s.kind == kAll, s.kind == kOr, s.kind == kAnd, s.kind == kIn, s.kind == kBy, s.kind == kAbout:
	default:
		return false
	}
	r.use(s)
	return true
}

// mentions adds a text to look for: another one, or more words of the last.
func (r *reading) mentions(text string, more bool) {
	search := &r.intent.search
	if last := len(search.Any) - 1; more && last >= 0 {
		search.Any[last] += " " + text
		return
	}
	search.Any = append(search.Any, text)
}

// mentions reports whether a word asks for what stands in a text, where "about" may ask for what a program is.
func mentions(about span) bool {
	word := strings.ToLower(about.text)
	return strings.Contains(word, "mention") || strings.HasPrefix(word, "contain")
}

// mentioned: "in which updates is the vendor mentioned" says behind the words what "mention" says before.
func mentioned(r *reading, m match) ([]span, bool) {
	if !mentions(m[2][0]) || !r.says("update", "updates") {
		return nil, false
	}
	what := m[1]
	return []span{over(what, span{kind: kClause, clause: clause{text: rawText(r.tokens[what[0].from:what[len(what)-1].to])}})}, true
}

// whoseUpdates: "programs whose updates mention the vendor" tests no update, but what it says.
func whoseUpdates(_ *reading, m match) ([]span, bool) {
	return []span{m[1][0], m[2][0]}, m[1][0].field == portfolio.FieldLastUpdate && m[2][0].texts()
}

// quotes reports whether a question looks for what was said, and not for a record that is called so.
func (r *reading) quotes() bool {
	if slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun || s.kind == kField && s.field != portfolio.FieldLastUpdate }) {
		return false
	}
	who := len(r.spans) > 0 && (r.spans[0].kind == kWho || r.says("who") || r.spans[0].kind == kField && r.spans[0].field == portfolio.FieldLastUpdate) || r.says("update", "updates")
	return who && (r.has(kAbout) || r.says("mentioned") || r.says("said", "wrote", "written") && r.says("about"))
}
