package analyst

import (
	"slices"
	"strings"

	"portfolio-ai/store/portfolio"
)

// ordered makes the span of a sort key.
func ordered(f portfolio.Field, desc bool) span { return span{kind: kOrder, field: f, desc: desc} }

// descends reports which end of a field comes first where nobody says: the soonest launch, the most progress, the most
// risks, the longest without an update; words by their order and names by the alphabet.
func descends(f portfolio.Field) bool { return kindOf(f) == portfolio.KindNumber }

// sortable reports whether records can be ordered by a field.
func sortable(f portfolio.Field) bool {
	k := kindOf(f)
	return k != "" && k != portfolio.KindList
}

// sortBy: "sort them by launch date descending".
func sortBy(r *reading, m match) ([]span, bool) {
	f := m[2][0].field
	if !sortable(f) || groupable(m[2][0]) != "" && r.has(kBy) { // "rank product lines by progress"
		return nil, false
	}
	desc := false
	if m.has(3) {
		desc = m[3][0].desc
	}
	return sorted(m, f, desc)
}

// sorted makes the span of an order in which all rows are wanted.
func sorted(m match, f portfolio.Field, desc bool) ([]span, bool) {
	made := ordered(f, desc)
	made.sorts = true
	return single(m, made)
}

// sortByCount: "sort by open risks".
func sortByCount(r *reading, m match) ([]span, bool) {
	f, ok := countOf(m[2])
	if !ok || r.groupNoun() != "" { // "teams ranked by open risks"
		return nil, false
	}
	desc := true
	if m.has(3) {
		desc = m[3][0].desc
	}
	return sorted(m, f, desc)
}

// sortDirection: "sort them, newest first".
func sortDirection(_ *reading, m match) ([]span, bool) {
	s := m[2][0]
	if s.field == "" {
		return nil, false
	}
	return sorted(m, s.field, s.desc)
}

// countOf gives the field that counts the records which adjectives and a noun name: "open High risks".
func countOf(spans []span) (portfolio.Field, bool) {
	n := spans[len(spans)-1]
	if n.kind != kNoun || n.entity != ofRisk {
		return "", false
	}
	f := portfolio.FieldOpenRisks
	for _, a := range spans[:len(spans)-1] {
		switch {
		case a.kind == kAdj && a.adj.label == string(portfolio.High):
			f = portfolio.FieldOpenHighRisks
		case a.kind == kAdj && a.adj.label == "open":
		default:
			return "", false
		}
	}
	return f, true
}

func limit(n float64) span { return span{kind: kLimit, number: n} }

// firstFew: "the first 3 programs".
func firstFew(_ *reading, m match) ([]span, bool) {
	if m[1][0].number != 1 {
		return nil, false
	}
	return single(m, limit(m[2][0].number))
}

// mostFew: "the top 5", "the earliest 3 launches". The superlative stays for what comes after it.
func mostFew(_ *reading, m match) ([]span, bool) {
	return []span{over(m[2], limit(m[2][0].number)), m[1][0]}, true
}

// topMost: "the top 5 oldest": what is on top is said by the other word.
func topMost(_ *reading, m match) ([]span, bool) {
	if first := m[1][0]; first.field != "" || !strings.EqualFold(first.text, "top") && !strings.EqualFold(first.text, "the top") {
		return nil, false
	}
	return []span{over(m[0], m[2][0])}, true
}

// fewMost: "the 5 largest".
func fewMost(_ *reading, m match) ([]span, bool) {
	return []span{over(m[1], limit(m[1][0].number)), m[2][0]}, true
}

// nounNext: "which milestone is next for Atlas" asks for the next milestone.
func nounNext(_ *reading, m match) ([]span, bool) {
	rest := m[0][len(m[0])-1:]
	if rest[0].kind == kNextVerb {
		rest = nil
	}
	return append([]span{m[2][0], m[1][0]}, rest...), m[1][0].entity == ofMilestone
}

// calendarEnds are the superlatives of dates, which say by themselves which end they mean.
var calendarEnds = []string{"earliest", "soonest", "oldest", "nearest", "latest", "last", "newest", "most recently", "most recent", "least recent", "earlier", "sooner", "later", "furthest in the future", "furthest into the future", "farthest in the future", "furthest away", "farthest away", "furthest off", "furthest out", "most distant", "the latest", "the earliest"}

// mostOfField: "most progress", "earliest launch", "oldest update".
func mostOfField(_ *reading, m match) ([]span, bool) {
	s, f := m[1][0], m[2][0]
	if s.field != "" {
		return nil, false
	}
	k := kindOf(f.field)
	if f.field == portfolio.FieldRiskSeverity || f.field == portfolio.FieldRiskLikelihood { // "of the highest severity"
		level := portfolio.Low
		if s.desc {
			level = portfolio.High
		}
		return holds(m, all(is(f.field, string(level))))
	}
	ofDate := slices.ContainsFunc(calendarEnds, func(w string) bool { return strings.HasSuffix(s.text, w) })
	if k != portfolio.KindNumber && k != portfolio.KindDate || k == portfolio.KindNumber && ofDate {
		return nil, false
	}
	made := ordered(f.field, s.desc)
	made.event = f.event
	return single(m, made)
}

// fieldMost: "ends soonest".
func fieldMost(_ *reading, m match) ([]span, bool) {
	f, s := m[1][0], m[2][0]
	if s.field != "" || kindOf(f.field) != portfolio.KindDate || !slices.Contains(calendarEnds, strings.ToLower(s.text)) {
		return nil, false
	}
	made := ordered(f.field, s.desc)
	made.event = f.event
	return single(m, made)
}

// byFieldDirected: "by progress descending".
func byFieldDirected(r *reading, m match) ([]span, bool) {
	if m[2][0].field != orderOnly || !sortable(m[1][0].field) {
		return nil, false
	}
	if info, _ := m[1][0].field.Info(); info.Groups && (r.has(kAverage) || quantities[firstWord(m[2][0].text)]) {
		return nil, false // the groups have an order, not their values
	}
	return sorted(m, m[1][0].field, m[2][0].desc)
}

// quantities begin the directions that speak of how many there are.
var quantities = map[string]bool{"most": true, "largest": true, "smallest": true, "fewest": true, "biggest": true}

// byCount: "the top 5 programs by open risks".
func byCount(r *reading, m match) ([]span, bool) {
	f, ok := countOf(m[1])
	if r.groupNoun() != "" { // "the top 3 owners by open risks" ranks owners
		return nil, false
	}
	i := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kMost && s.field == "" })
	if !ok || i < 0 {
		return nil, false
	}
	r.use(r.spans[i])
	return single(m, ordered(f, r.spans[i].desc))
}

// byField: "by department" groups, "by progress" orders. "In each" and "per" are words for "by".
func byField(r *reading, m match) ([]span, bool) {
	by, f := m[1][0], m[2][0].field
	info, ok := f.Info()
	if !ok || by.kind != kBy {
		return nil, false
	}
	ranked := slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kMost && s.field == "" || s.kind == kLimit })
	size := info.Kind == portfolio.KindNumber || info.Kind == portfolio.KindDate
	switch {
	case !ranked && sortable(f) && (size || r.has(kSort)):
		return sorted(m, f, descends(f))
	case ranked && sortable(f):
		desc := descends(f)
		if i := slices.IndexFunc(r.spans, func(s span) bool { return s.kind == kMost && s.field == "" }); i >= 0 {
			if info.Kind == portfolio.KindNumber || r.spans[i].text != "top" { // the top by launch date are the soonest
				desc = r.spans[i].desc
			}
			r.use(r.spans[i])
		}
		return single(m, ordered(f, desc))
	case info.Groups:
		return single(m, span{kind: kGroup, field: f})
	}
	return nil, false
}

// fieldBreakdown: "status breakdown".
func fieldBreakdown(_ *reading, m match) ([]span, bool) {
	info, ok := m[1][0].field.Info()
	if !ok || !info.Groups {
		return nil, false
	}
	made := over(m[0][:2], span{kind: kGroup, field: m[1][0].field})
	return append([]span{made}, m[0][2:]...), true
}

// byWords: "the split between red, amber and green" counts by the field whose words these are.
func byWords(_ *reading, m match) ([]span, bool) {
	f := portfolio.Field("")
	for _, s := range m[1] {
		if s.kind != kAdj {
			continue
		}
		c, ok := s.adj.of[ofProgram]
		if risk, of := s.adj.of[ofRisk]; !ok && of {
			c = risk
		}
		if len(c.all) != 1 || c.all[0].Op != portfolio.OpIs || f != "" && f != c.all[0].Field {
			return nil, false
		}
		f = c.all[0].Field
	}
	info, ok := f.Info()
	return []span{over(m[0], span{kind: kGroup, field: f})}, ok && info.Groups
}

// withField: "programs with an owner". Beside other fields it is what is asked for, not a test.
func withField(r *reading, m match) ([]span, bool) {
	f := m[1][0]
	others := 0
	for _, s := range r.spans {
		if s.kind == kField || s.kind == kTheir {
			others++
		}
	}
	if others > 1 || f.event || kindOf(f.field) == "" || r.has(kPast) && len(fieldTopics[f.field]) > 0 { // "whose end date moved"
		return nil, false
	}
	return single(m, span{kind: kClause, field: f.field, clause: all(isNot(f.field, ""))})
}

// mostBefore: "the highest risk programs" are the programs with the most open risks.
func mostBefore(_ *reading, m match) ([]span, bool) {
	s, whose := m[1][0], m[0][len(m[0])-1]
	f, ok := countOf(m[2])
	if !ok || whose.entity != ofProgram || s.field != "" {
		return nil, false
	}
	return []span{over(m[0][:len(m[0])-1], ordered(f, s.desc)), whose}, true
}

// byProgram: "open risks by program".
func byProgram(r *reading, m match) ([]span, bool) {
	if m[1][0].entity != ofProgram || r.groupNoun() != "" {
		return nil, false
	}
	if !r.names(ofRisk) && !r.names(ofMilestone) && !r.has(kAverage) { // programs by program are a list of them
		return []span{m[1][0]}, r.has(kField)
	}
	return single(m, span{kind: kGroup, field: portfolio.FieldID})
}

// mostOfNoun: "the most open risks" orders programs by them; "the top risks" orders risks by severity, "the next
// milestones" milestones by their day. Where groups are ranked ("which team has the most red programs") nothing is made.
func mostOfNoun(r *reading, m match) ([]span, bool) {
	s, phrase := m[1][0], m[2]
	noun := phrase[len(phrase)-1]
	if s.field != "" || r.ranksGroups(s) {
		return nil, false
	}
	if s.kind == kNextVerb || slices.ContainsFunc(calendarEnds, func(w string) bool { return strings.HasSuffix(s.text, w) }) {
		f, ok := r.dayOf(noun.entity, s.kind)
		if !ok {
			return nil, false
		}
		made := over(m[1], ordered(f, s.desc && s.kind == kMost))
		made.event = s.kind == kNextVerb
		return append([]span{made}, phrase...), true
	}
	if r.nounBefore(s.from) || r.asksWhichHas() && noun.entity != ofProgram {
		return r.mostCounted(m)
	}
	switch {
	case noun.entity == ofMilestone && slices.ContainsFunc(phrase, func(p span) bool { return p.kind == kAdj && p.adj.label == overdueLabel }):
		return append([]span{over(m[1], ordered(portfolio.FieldMilestoneDue, !s.desc))}, phrase...), true
	case noun.entity == ofRisk:
		return append([]span{over(m[1], ordered(portfolio.FieldRiskSeverity, !s.desc))}, phrase...), true
	}
	return nil, false
}

// dayOf gives the day by which the next, first or last records of a kind are found.
func (r *reading) dayOf(e portfolio.Entity, k kind) (portfolio.Field, bool) {
	switch {
	case e == ofMilestone:
		return portfolio.FieldMilestoneDue, true
	case e == ofProgram && k == kMost && r.speaksOfLaunch(): // "the last five programs to launch"
		return portfolio.FieldLaunchDate, true
	case e == ofProgram && k == kMost:
		return portfolio.FieldStartDate, true
	case e == ofRisk && k == kMost:
		return portfolio.FieldRiskRecorded, true
	}
	return "", false
}

// mostCounted orders what is named before by how many records it has: "programs with the most open risks".
func (r *reading) mostCounted(m match) ([]span, bool) {
	s, phrase := m[1][0], m[2]
	if counted, ok := countOf(phrase); ok {
		return single(m, ordered(counted, s.desc))
	}
	if phrase[len(phrase)-1].entity == ofProgram || r.has(kGroup) {
		return nil, false
	}
	return append([]span{s, over(m[1], span{kind: kGroup, field: portfolio.FieldID})}, phrase...), true
}

// speaksOfLaunch reports whether programs are said to launch.
func (r *reading) speaksOfLaunch() bool {
	return slices.ContainsFunc(r.spans, func(s span) bool {
		return s.event && (s.kind == kField || s.kind == kClause) && s.field == portfolio.FieldLaunchDate
	})
}

// nextOfField: "next launch date", "next go live".
func nextOfField(_ *reading, m match) ([]span, bool) {
	f := m[2][0].field
	if f != portfolio.FieldLaunchDate {
		return nil, false
	}
	made := ordered(f, false)
	made.event = true
	return single(m, made)
}

// ranksGroups reports whether a superlative ranks the values of a field: "which owner has the most …", "who has the most …".
func (r *reading) ranksGroups(s span) bool {
	if spans := r.unranked(); groupable(spans[0]) != "" && r.groupNoun() != "" {
		return true
	}
	for i, before := range r.spans {
		if before.from >= s.from {
			return false
		}
		if before.kind == kWho || i > 0 && before.kind == kField && r.spans[i-1].kind == kWhich {
			return true
		}
	}
	return false
}

// nounBefore reports whether a kind of record is named before a token.
func (r *reading) nounBefore(token int) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.kind == kNoun && s.to <= token })
}

// countedNoun: "at least 3 open risks". The number goes with the noun.
func countedNoun(_ *reading, m match) ([]span, bool) {
	noun := m[5][0]
	if noun.op != "" {
		return nil, false
	}
	noun.number, noun.op = m[2][0].number, opOf(m, 1, 3)
	if noun.op == "" {
		noun.op = portfolio.OpIs
	}
	noun.from = m[0][0].from
	return append(slices.Clone(m[4]), noun), true
}
