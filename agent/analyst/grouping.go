package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/agent/tools"
	"portfolio-ai/store/portfolio"
)

// groupable gives the field of a span if it is one to group by.
func groupable(s span) portfolio.Field {
	info, ok := s.field.Info()
	if !ok || s.kind != kField || s.event || !info.Groups {
		return ""
	}
	return info.Field
}

// groupNoun gives the field whose values a question asks for: "which owner …", "how many teams …", "owners of …", "who
// has the most …".
func (r *reading) groupNoun() portfolio.Field {
	if len(r.spans) == 0 || len(r.intent.ids) > 0 {
		return ""
	}
	spans := r.unranked()
	if len(spans) == 0 {
		return ""
	}
	first, rest := spans[0], spans[1:]
	if first.kind == kField && len(rest) > 1 && (rest[0].kind == kWho || rest[0].kind == kWhich) { // "owners who have …"
		rest = rest[1:]
	}
	if first.kind == kField {
		return r.valuesOf(first, rest)
	}
	if first.kind == kWho {
		return r.personsOf(rest)
	}
	switch {
	case first.kind == kVersus && len(rest) > 1 && strings.HasSuffix(strings.ToLower(rest[0].text), "s") && rest[1].kind == kBy: // "compare the teams by …"
		return groupable(rest[0])
	case len(rest) == 0 || strings.IndexByte("CL", byte(first.kind)) < 0 && first.kind != kWhich:
		return ""
	case rest[0].kind == kAll && len(rest) > 1:
		return groupable(rest[1])
	}
	return groupable(rest[0])
}

// valuesOf gives a field that a question begins with where its values are asked for: "owners of …", "teams with …".
func (r *reading) valuesOf(first span, rest []span) portfolio.Field {
	switch {
	case (len(rest) == 0 || strings.IndexByte("IfrsBg", byte(rest[0].kind)) >= 0) && !r.perProgram(rest):
		return groupable(first)
	case len(rest) > 0 && strings.IndexByte("HZXSv", byte(rest[0].kind)) >= 0 && r.counts(rest):
		return groupable(first)
	}
	return ""
}

// personsOf gives the field that "who" asks for: "who are the owners", "who has the most …".
func (r *reading) personsOf(rest []span) portfolio.Field {
	if i := slices.IndexFunc(rest, func(s span) bool { return s.kind == kWhich }); i >= 0 && i+1 < len(rest) && groupable(rest[i+1]) != "" { // "who has the most, I mean which team"
		return groupable(rest[i+1])
	}
	switch {
	case len(rest) > 0 && groupable(rest[0]) != "" && strings.HasSuffix(strings.ToLower(rest[0].text), "s") && len(rest[0].text) > 4: // "who are the owners"
		return groupable(rest[0])
	case (r.has(kNoun) || r.has(kAdj) || r.has(kMost)) && !whichNoun().MatchString(letters(r.spans)):
		return portfolio.FieldOwner
	}
	return ""
}

// unranked gives the spans without what ranks or lists before a field: "show me the top 3 owners by open risks".
func (r *reading) unranked() []span {
	for i, s := range r.spans {
		if strings.IndexByte("LSms", byte(s.kind)) < 0 {
			if i > 0 && groupable(s) != "" {
				return r.spans[i:]
			}
			break
		}
	}
	return r.spans
}

// counts reports whether spans hold records to be counted, or a mean: "owners with red programs", but not "owners with a team".
func (r *reading) counts(spans []span) bool {
	return slices.ContainsFunc(spans, func(s span) bool {
		return s.kind == kNoun || s.kind == kAverage || s.kind == kOrder && s.field == portfolio.FieldProgress
	})
}

// perProgram reports whether spans go on with "per program": "status per program" lists programs.
func (r *reading) perProgram(spans []span) bool {
	return len(spans) > 1 && spans[0].kind == kBy && !strings.EqualFold(spans[0].text, "by") && spans[1].kind == kNoun && spans[1].entity == ofProgram
}

// howRated gives the field of "how are the MOD projects rated", which asks for its values and not for a list.
func (r *reading) howRated() portfolio.Field {
	if len(r.spans) < 3 || len(r.intent.ids) > 0 || r.spans[0].kind != kWhich || firstWord(r.spans[0].text) != "how" {
		return ""
	}
	return groupable(r.spans[len(r.spans)-1])
}

// whichNoun matches "which programs", which says that records are asked for.
var whichNoun = expression(`WN`)

// groupsBy reports whether the question groups by a field or by its sister.
func (r *reading) groupsBy(f portfolio.Field) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.kind == kGroup && (s.field == f || sisters[ofRisk][s.field] == f && r.intent.query.Of == ofRisk)
	})
}

// groups settles a grouping: by a field, or of the values that are asked for, perhaps only the first of them.
func (r *reading) groups() bool {
	in := &r.intent
	by, across := r.groupFields()
	info, ok := by.Info()
	if by == portfolio.FieldID && r.has(kAverage) { // "milestones per program on average" is one number
		return false
	}
	if !ok || info.Of != ofProgram && info.Of != in.query.Of {
		return false
	}
	in.by = by
	r.measures()
	if info, ok := across.Info(); ok && across != by && (info.Of == ofProgram || info.Of == in.query.Of) && !in.average && !in.share && in.size.op == "" && !r.has(kMost) {
		in.across = across
	}
	r.dropFields()
	r.rankGroups()
	return true
}

// measures settles what is wanted of the groups, and which of them by their size or by their part.
func (r *reading) measures() {
	in := &r.intent
	byProgress := len(in.query.Sort) > 0 && in.query.Sort[0].Field == portfolio.FieldProgress
	in.average, in.share = r.has(kAverage) || byProgress && r.groupNoun() != "", r.asksShare()
	r.measuresAgain()
	in.per = in.average && in.query.Of != ofProgram && (r.has(kCount) || in.query.Of == ofRisk && !r.asksFieldOf(ofRisk))
	for _, s := range r.spans {
		switch {
		case s.op == "":
		case s.kind == kCount && s.percent:
			in.portion = groupSize{s.op, s.number}
		case s.kind == kNoun && s.entity == in.query.Of:
			in.size, in.limit = groupSize{s.op, s.number}, 0
		}
	}
}

// asksShare reports whether a part in percent is asked for.
func (r *reading) asksShare() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kCount && s.percent })
}

// measuresAgain takes over what the answer before measured where a follow-up only says of what: "and by team?" after a mean
// asks for means.
func (r *reading) measuresAgain() {
	in := &r.intent
	if !r.goesOn || r.has(kCount) || r.has(kAverage) || r.has(kList) || r.has(kNoun) || r.has(kThose) {
		return
	}
	switch r.before.measure {
	case tools.MeasureAverage:
		in.average = in.query.Of == ofProgram
	case tools.MeasureShare:
		in.share = true
		r.saysAgain()
	case tools.MeasureCount:
	}
}

// saysAgain keeps what was said of the records before, unless a follow-up says it anew: "what share is red", "and amber?".
func (r *reading) saysAgain() {
	anew := slices.ContainsFunc(r.intent.said.all, func(c portfolio.Condition) bool { return r.before.said.tests(c.Field) })
	if !anew {
		r.intent.said = r.before.said
	}
}

// groupFields gives the field that the question groups by, and the one that it groups by again; "" for none.
func (r *reading) groupFields() (by, across portfolio.Field) {
	by = r.groupNoun()
	if by == "" {
		by = r.howRated()
	}
	if first := r.unranked(); by != "" && len(first) > 1 && first[1].kind == kGroup && first[1].field != by { // "team by status"
		r.use(first[1])
		return r.grouping(by), r.grouping(first[1].field)
	}
	for i, s := range r.spans {
		if s.kind != kGroup {
			continue
		}
		if i > 1 && r.spans[i-1].kind == kAnd && r.spans[i-2].kind == kGroup { // "by team and by status"
			across = s.field
		} else {
			by, across = s.field, r.secondGroup(i)
		}
		r.use(s)
	}
	return r.grouping(by), r.grouping(across)
}

// grouping gives the field that records are grouped by where one is named: that of a risk may be called as that of a program.
// An owner is that of the program, also where risks are counted by it.
func (r *reading) grouping(f portfolio.Field) portfolio.Field {
	if sister, ok := sisters[r.intent.query.Of][f]; ok && f != portfolio.FieldOwner {
		return sister
	}
	return f
}

// secondGroup gives the field behind the one of a grouping: "by team and status".
func (r *reading) secondGroup(i int) portfolio.Field {
	if i+2 >= len(r.spans) || r.spans[i+1].kind != kAnd {
		return ""
	}
	return groupable(r.spans[i+2])
}

// possession are the words for an owner that say no more than "have": "how many programs does each team own".
var possession = map[string]bool{"own": true, "owns": true, "lead": true, "leads": true}

// dropFields gives fields back that a grouping cannot show: a second field to group by is not understood.
func (r *reading) dropFields() {
	in := &r.intent
	for _, s := range r.spans {
		shown := s.field == in.by || s.field == in.across || in.across != "" && sisters[in.query.Of][s.field] == in.across || sisters[in.query.Of][s.field] == in.by || in.average && (s.field == portfolio.FieldProgress || s.field == meanFields[in.query.Of]) || possession[s.text]
		if s.kind == kField && slices.Contains(in.fields, s.field) && !shown {
			delete(r.used, s.from)
		}
	}
	in.fields = nil
}

// rankGroups settles which groups come first: "the most red programs", "the highest average progress".
func (r *reading) rankGroups() {
	in := &r.intent
	if i := r.first(kMost); i >= 0 && r.spans[i].field == "" {
		in.ranked, in.desc = true, r.spans[i].desc
		r.use(r.spans[i])
		in.limit = max(in.limit, 1)
	} else if i >= 0 && r.spans[i].field == orderOnly && r.spans[i].desc && !in.average { // "most first", as they are
		r.use(r.spans[i])
	}
	if in.average && len(in.query.Sort) > 0 {
		in.ranked, in.desc, in.query.Sort = true, in.query.Sort[0].Desc, nil
		in.query.Where = slices.DeleteFunc(in.query.Where, func(c portfolio.Condition) bool {
			return c.Field == portfolio.FieldProgress && c.Op == portfolio.OpIsNot
		})
	}
}
